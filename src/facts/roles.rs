//! What stands behind a name: the degrees and orders that people bear with it, and what they are to the paper.

use crate::vocabulary;

/// Letters that people put behind their names, without full stops. Behind one of them others are taken for such, too.
const CREDENTIALS: &[&str] = &[
    "AIA", "APRN", "BA", "BS", "BSc", "BSN", "CBE", "CEPF", "CFA", "CFP", "CISSP", "CNM", "CPA", "CPP", "CPT", "CSCS",
    "DBE", "DDS", "DMD", "DNP", "DO", "DPhil", "DPM", "DPT", "DVM", "EdD", "EdM", "Esq", "FACP", "FAND", "FRCP", "FRS",
    "II", "III", "IV", "JD", "Jr", "KBE", "KC", "LCSW", "LD", "LLB", "LLM", "LMFT", "LMHC", "LPC", "MA", "MBA", "MBBS",
    "MBE", "MD", "MEd", "MFA", "MPH", "MPhil", "MS", "MSc", "MSN", "MSW", "NP", "OBE", "OD", "PE", "PharmD", "PhD",
    "PMP", "PsyD", "QC", "RD", "RDN", "RN", "ScD", "SJ", "Sr", "VMD",
];

/// Whether a text is one credential, such as `Ph.D.`, `M.D.` or `E-RYT 200` behind another.
pub(crate) fn is_credential(text: &str, behind_another: bool) -> bool {
    let plain: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let is_known = || CREDENTIALS.contains(&&*plain);
    let is_form = || {
        let capitals = plain.chars().filter(|c| c.is_uppercase()).count();
        let signs = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '®' | '™' | ' '));
        capitals >= 2 && signs && text.starts_with(char::is_uppercase)
    };
    text.len() <= 12 && (2..=8).contains(&plain.chars().count()) && (is_known() || behind_another && is_form())
}

/// A name without the credentials at its end: `Jane Roe` of `Jane Roe, Ph.D.`, `Jane Roe Jr.`
pub(crate) fn without_credentials(name: &str) -> &str {
    let mut end = name.len();
    // From the end on, as far as all are credentials and the first of them is a known one.
    let mut rest = name;
    while let Some(at) = rest.rfind([' ', '\u{A0}']) {
        let word = rest[at..].trim().trim_end_matches(',');
        // `JACK MA` is all name: two letters count behind a comma, or where small letters stand before them.
        let is_bare = word.len() == 2 && !rest[..at].ends_with(',') && !rest[..at].contains(char::is_lowercase);
        if is_bare || !is_credential(word, true) {
            break;
        }
        rest = rest[..at].trim_end_matches([' ', '\u{A0}', ',']);
        end = if is_credential(word, false) { rest.len() } else { end };
    }
    name[..end].trim_end()
}

/// Whether a word says what people of a paper are: `editor`, `Redakteurin`, or of what rank: `senior`.
fn is_role_word(word: &str, language: &str) -> bool {
    let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    !lower.is_empty() && vocabulary::with_english(language).any(|vocabulary| vocabulary.lists("author_roles", &lower))
}

/// Whether a text says what someone is: its last word, or of some languages its first, is the name of a role.
pub(crate) fn is_role(text: &str, language: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let last = words.next_back().unwrap_or(first);
    is_role_word(last, language) || is_role_word(first, language)
}

/// A name without the role behind it: `한지수` of `한지수 기자`, `Jane Roe` of `Jane Roe Senior Staff Writer`.
pub(crate) fn without_role<'t>(name: &'t str, language: &str) -> &'t str {
    let last = name.rsplit(char::is_whitespace).next().unwrap_or_default();
    if last.len() == name.len() || !is_role_word(last, language) {
        return name.trim_end();
    }
    // Behind the first word, or in most languages the second, the role can begin.
    let words = name.split(char::is_whitespace).filter(|word| !word.is_empty()).skip(1);
    let has_case = name.contains(char::is_lowercase);
    let begins = if has_case { words.skip(1).find(|word| is_role_word(word, language)) } else { words.last() };
    let start = begins.map_or(name.len(), |word| word.as_ptr() as usize - name.as_ptr() as usize);
    name[..start].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials() {
        for (name, expected) in [
            ("Jane Roe, MS, RD, FAND", "Jane Roe"),
            ("Jane Roe Ph.D.", "Jane Roe"),
            ("Jane Roe, CFP®", "Jane Roe"),
            ("John Q. Public Jr.", "John Q. Public"),
            ("Jane Roe", "Jane Roe"),
            ("Jane Roe, BBC", "Jane Roe, BBC"),
            ("Ali Can MA", "Ali Can"),
            ("JACK MA", "JACK MA"),
            ("JANE ROE, MA", "JANE ROE"),
        ] {
            assert_eq!(without_credentials(name), expected);
        }
    }

    #[test]
    fn roles() {
        for (name, language, expected) in [
            ("한지수 기자", "ko", "한지수"),
            ("Jane Roe Senior Autos Reporter", "en", "Jane Roe"),
            ("Jana Roth Redakteurin", "de", "Jana Roth"),
            ("Jane Roe", "en", "Jane Roe"),
            ("Paul Editor", "en", "Paul Editor"),
        ] {
            assert_eq!(without_role(name, language), expected);
        }
        assert!(is_role("Senior Autos Reporter", "en") && is_role("Product Analytics Expert", "en"));
        assert!(!is_role("Jane Roe", "en"));
    }
}
