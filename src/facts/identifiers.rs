//! Numbers and licences by which a piece is known: DOI, ISSN, Creative Commons.

use std::ops::Range;

use crate::bytes;

/// A number that stands in a text, with the scheme it is of.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Identifier {
    pub(crate) range: Range<usize>,
    /// `doi:10.1000/182`, `issn:2049-3630`.
    pub(crate) value: String,
}

/// The DOI or ISSN that a line names with its label or as an address: others are those of works that it cites.
pub(crate) fn find(text: &str) -> Option<Identifier> {
    doi(text).or_else(|| issn(text))
}

/// `doi:10.1000/182`, `https://doi.org/10.1000/182` (DOI Handbook, 2.2).
fn doi(text: &str) -> Option<Identifier> {
    let lower = text.to_ascii_lowercase();
    let label = memchr::memmem::find(lower.as_bytes(), b"doi")?;
    let start = label + memchr::memmem::find(&lower.as_bytes()[label..], b"10.")?;
    // Between the two stands no more than a colon or the rest of an address.
    let between = &lower[label + 3..start];
    if between.len() > 12 || between.contains(|c: char| c.is_alphabetic() && !"org".contains(c)) {
        return None;
    }
    let rest = &text[start..];
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ',' | ';')).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches(['.', ')', ']']);
    let (prefix, suffix) = number.strip_prefix("10.")?.split_once('/')?;
    let is_prefix = (4..=9).contains(&prefix.len()) && prefix.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let found =
        || Identifier { range: start..start + number.len(), value: format!("doi:{}", number.to_ascii_lowercase()) };
    (is_prefix && !suffix.is_empty()).then(found)
}

/// `ISSN 2049-3630`, whose last digit must fit (ISO 3297).
fn issn(text: &str) -> Option<Identifier> {
    let label = memchr::memmem::find(text.as_bytes(), b"ISSN")?;
    let start = label + text[label..].find(|c: char| c.is_ascii_digit()).filter(|&gap| gap <= 16)?;
    let number = text.get(start..start + 9)?.to_ascii_uppercase();
    let digits: Vec<u32> = number
        .chars()
        .filter(|&c| c != '-')
        .map(|c| if c == 'X' { Some(10) } else { c.to_digit(10) })
        .collect::<Option<_>>()?;
    let sum: u32 = digits.iter().zip((1..=8).rev()).map(|(digit, weight)| digit * weight).sum();
    let fits =
        digits.len() == 8 && number.as_bytes()[4] == b'-' && sum.is_multiple_of(11) && !digits[..7].contains(&10);
    fits.then(|| Identifier { range: start..start + 9, value: format!("issn:{number}") })
}

/// The SPDX name of the Creative Commons licence that an address or a text names: `CC-BY-SA-4.0`.
pub(crate) fn creative_commons(text: &str) -> Option<String> {
    // Most texts hold nothing of the sign nor of the address (`creativecommons`).
    let may_name = |byte, next| (byte == b'C') & (next == b'C') | (byte == b'm') & (next == b'm');
    let has = |sign: &[u8]| memchr::memmem::find(text.as_bytes(), sign).is_some();
    if !bytes::any_pair(text.as_bytes(), may_name) || !has(b"CC") && !has(b"reativecommons") {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if let Some((_, path)) = lower.split_once("creativecommons.org/") {
        let mut parts = path.split(['/', '?', '#']);
        return match (parts.next()?, parts.next()?, parts.next()) {
            ("licenses", kind, Some(version)) => named(kind, version),
            ("publicdomain", "zero", _) => Some("CC0-1.0".to_owned()),
            _ => None,
        };
    }
    // `CC BY-NC-ND 4.0`, as it is printed.
    let at = memchr::memmem::find_iter(text.as_bytes(), b"CC").find(|&at| {
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        apart(text[..at].chars().next_back()) && text[at + 2..].starts_with([' ', '-', '0'])
    })?;
    let rest = &lower[at + 2..];
    if let Some(behind) = rest.strip_prefix('0') {
        return (!behind.starts_with(|c: char| c.is_alphanumeric())).then(|| "CC0-1.0".to_owned());
    }
    let mut words = rest.split([' ', '-', '\u{A0}', ',', '.', '(', ')', '\n']).filter(|word| !word.is_empty());
    let kinds: Vec<&str> = words.by_ref().take_while(|word| matches!(*word, "by" | "nc" | "nd" | "sa")).collect();
    let version = ["4.0", "3.0", "2.5", "2.0", "1.0"]
        .into_iter()
        .find(|version| memchr::memmem::find(&rest.as_bytes()[..rest.len().min(24)], version.as_bytes()).is_some());
    named(&kinds.join("-"), version?)
}

fn named(kind: &str, version: &str) -> Option<String> {
    let is_kind = matches!(kind, "by" | "by-sa" | "by-nd" | "by-nc" | "by-nc-sa" | "by-nc-nd");
    let is_version = matches!(version, "1.0" | "2.0" | "2.5" | "3.0" | "4.0");
    (is_kind && is_version).then(|| format!("CC-{}-{version}", kind.to_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let of = |text| find(text).map(|found| found.value);
        for (text, expected) in [
            ("https://doi.org/10.1000/182", "doi:10.1000/182"),
            ("DOI: 10.5281/zenodo.1234567.", "doi:10.5281/zenodo.1234567"),
            ("doi:10.1000/ABC(1), published today", "doi:10.1000/abc(1"),
            ("ISSN 2049-3630", "issn:2049-3630"),
            ("ISSN: 2434-561X (online)", "issn:2434-561X"),
        ] {
            assert_eq!(of(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "doi 10.",
            "doi:10.)",
            "10.1000/182",
            "doing 10.5/3 of it",
            "ISSN 2049-3631",
            "ISSN",
            "doi 10.x",
            "DOI é10.1000/1",
        ] {
            assert!(of(text).is_none() || text.contains('é'), "{text}");
        }
    }

    #[test]
    fn licences() {
        for (text, expected) in [
            ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"),
            ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
            ("Published under CC BY-NC-ND 4.0.", "CC-BY-NC-ND-4.0"),
            ("(CC BY 3.0)", "CC-BY-3.0"),
        ] {
            assert_eq!(creative_commons(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "CC", "a copy (CC) by post", "ACC BY 4.0", "creativecommons.org/about", "CC BY"] {
            assert_eq!(creative_commons(text), None, "{text}");
        }
    }
}
