//! What a language calls things: months, labels of metadata, the phrases of boilerplate.
//!
//! One file a language in `vocabulary/`, all of one format: `[section]` lines, below each one entry a line, `#` comments.
//! To add a language, add its file and a line to [`FILES`]; `vocabulary/README.md` says what goes into it.
//!
//! A file is unpacked and parsed when its language is first asked for. What is asked of every language at once (months,
//! weekdays, function words) is there as text (`build.rs`), so that the number of languages costs a first call little.

use std::sync::OnceLock;

use crate::words::WordMap;

/// A language's file, as `build.rs` has packed it.
struct File {
    /// BCP 47.
    tag: &'static str,
    /// The sections that are asked of every language at once.
    shared: &'static str,
    /// The others, deflated.
    own: &'static [u8],
}

macro_rules! files {
    ($($tag:literal)*) => {
        &[$(File {
            tag: $tag,
            shared: include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".shared")),
            own: include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".own")),
        }),*]
    };
}

/// In the order in which ties between languages are broken.
const FILES: &[File] = files![
    "en" "de" "fr" "es" "it" "pt" "nl" "sv" "no" "da" "fi" "pl" "cs" "ru" "ar" "he" "hi" "ja" "zh" "ko" "uk" "tr"
    "el" "id" "ro" "hu" "bg" "sr" "hr" "sl" "sk" "mk" "be" "ca" "gl" "ms" "vi" "fa" "ur" "bn" "mr" "ne" "et" "lv"
    "lt" "is" "sq" "sw" "az" "af" "eu" "tl" "kk"
];

/// Tags that pages give to a language beside its own, and what they stand for.
const OTHER_TAGS: &[(&str, &str)] =
    &[("nb", "no"), ("nn", "no"), ("iw", "he"), ("in", "id"), ("cmn", "zh"), ("yue", "zh")];

/// How many languages there are.
pub(crate) const COUNT: usize = FILES.len();

/// One language's file, parsed.
pub(crate) struct Vocabulary {
    sections: WordMap<&'static str, Section>,
}

#[derive(Default)]
struct Section {
    entries: Vec<&'static str>,
    /// The words of entries that give several.
    words: OnceLock<WordMap<&'static str, ()>>,
}

impl Vocabulary {
    fn parse(parts: [&'static str; 2]) -> Self {
        let mut sections: WordMap<&str, Section> = WordMap::default();
        let mut section = "";
        for line in parts.into_iter().flat_map(lines) {
            match heading(line) {
                Some(name) => section = name,
                None => sections.entry(section).or_default().entries.push(line),
            }
        }
        Self { sections }
    }

    /// The entries of a section, in the order of the file; empty where the file has no such section.
    pub(crate) fn section(&self, name: &str) -> &[&'static str] {
        self.sections.get(name).map_or(&[], |section| &section.entries)
    }

    /// Does an entry of the section, of words separated by `|`, hold the word?
    pub(crate) fn lists(&self, section: &str, word: &str) -> bool {
        self.sections.get(section).is_some_and(|Section { entries, words }| {
            let split = || entries.iter().flat_map(|entry| entry.split('|')).map(|word| (word, ())).collect();
            words.get_or_init(split).contains_key(word)
        })
    }
}

/// The lines of a file that say something, without what stands behind `# `.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    let without_comment = |line: &'static str| match memchr::memchr(b'#', line.as_bytes()) {
        Some(at) if matches!(line.as_bytes().get(at + 1), None | Some(b' ')) => &line[..at],
        _ => line,
    };
    file.lines().map(without_comment).map(str::trim).filter(|line| !line.is_empty())
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

/// One section of every language that has it, of those that `build.rs` shares: the language's place among all, its tag, and the entries.
pub(crate) fn every(section: &str) -> impl Iterator<Item = (usize, &'static str, impl Iterator<Item = &'static str>)> {
    let wanted = format!("\n[{section}]");
    debug_assert!(FILES.iter().any(|file| file.shared.contains(&wanted)), "build.rs does not share {section}");
    FILES.iter().enumerate().filter_map(move |(place, file)| {
        let start = memchr::memmem::find(file.shared.as_bytes(), wanted.as_bytes())? + wanted.len();
        Some((place, file.tag, lines(&file.shared[start..]).take_while(|line| heading(line).is_none())))
    })
}

/// The place of the language of a BCP 47 tag among all, by its primary language (`pt-BR` is `pt`).
pub(crate) fn place_of(tag: &str) -> Option<usize> {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    let place = |name: &str| FILES.iter().position(|file| file.tag.eq_ignore_ascii_case(name));
    let other = || OTHER_TAGS.iter().find(|(other, _)| other.eq_ignore_ascii_case(primary));
    place(primary).or_else(|| place(other()?.1))
}

/// The tag of the language at a place.
pub(crate) fn tag_at(place: usize) -> &'static str {
    FILES.get(place).map_or("", |file| file.tag)
}

/// The vocabulary of a BCP 47 tag, by its primary language.
pub(crate) fn of(tag: &str) -> Option<&'static Vocabulary> {
    place_of(tag).map(at)
}

/// The vocabulary at a place.
fn at(place: usize) -> &'static Vocabulary {
    static PARSED: [OnceLock<Vocabulary>; COUNT] = [const { OnceLock::new() }; COUNT];
    PARSED[place].get_or_init(|| Vocabulary::parse([FILES[place].shared, own(place)]))
}

/// The sections of the language at a place that are packed.
fn own(place: usize) -> &'static str {
    static UNPACKED: [OnceLock<String>; COUNT] = [const { OnceLock::new() }; COUNT];
    UNPACKED[place].get_or_init(|| {
        let bytes = miniz_oxide::inflate::decompress_to_vec(FILES[place].own).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    })
}

/// The vocabulary of a BCP 47 tag, and English, which pages of every language use.
pub(crate) fn with_english(tag: &str) -> impl Iterator<Item = &'static Vocabulary> {
    /// English is the first of all.
    const ENGLISH: usize = 0;
    let own = place_of(tag).filter(|&place| place != ENGLISH);
    own.into_iter().chain([ENGLISH]).map(at)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Every section, with the entries that a file has at the least; none where it may be left out.
    const SECTIONS: &[(&str, Option<usize>)] = &[
        ("name", Some(1)),
        ("letters", None),
        ("months", Some(12)),
        ("weekdays", Some(7)),
        ("byline", Some(3)),
        ("author_roles", None),
        ("filed_under", None),
        ("teams", None),
        ("and", Some(1)),
        ("published", Some(3)),
        ("modified", Some(3)),
        ("stop_words", Some(50)),
    ];

    /// Sections that a file has all of or none: a language without them can be told, and its dates and bylines be read.
    const PHRASES: &[(&str, usize)] = &[
        ("relative_time", 11),
        ("reading_time", 10),
        ("correction", 13),
        ("editors_note", 19),
        ("kicker", 45),
        ("tags", 12),
        ("author_bio", 13),
        ("credit", 20),
        ("caption", 16),
        ("agency_credit", 15),
        ("copyright_notice", 11),
        ("navigation", 60),
        ("search", 13),
        ("login", 29),
        ("share_tools", 49),
        ("newsletter_prompt", 33),
        ("access_notice", 50),
        ("advertisement", 25),
        ("related_links", 57),
        ("comments", 43),
        ("consent_notice", 46),
        ("app_promo", 19),
        ("contact", 40),
        ("media_player", 27),
        ("site_footer", 48),
        ("about", 1),
        ("subscribers_only", 5),
        ("free_for_all", 4),
        ("rest_of_text", 9),
        ("way_in", 8),
        ("error_page", 2),
        ("abbreviations", 19),
        ("abbreviations_inside", 1),
    ];

    /// Sections with something for some languages only.
    const OPTIONAL: &[&str] = &[
        "abbreviations_before_number",
        "abbreviations_after_number",
        "abbreviations_final",
        "sentence_starters",
        "time_zones",
        "name_particles",
        "embargoed",
        "end_mark",
        "staff",
    ];

    /// Prints how many entries each section of each language has: `cargo test --lib coverage -- --nocapture`.
    #[test]
    fn coverage() {
        let least = SECTIONS.iter().copied().chain(PHRASES.iter().map(|&(name, least)| (name, Some(least))));
        let least: Vec<_> = least.chain(OPTIONAL.iter().map(|&name| (name, None))).collect();
        let of = |place| -> BTreeMap<_, _> {
            at(place).sections.iter().map(|(&name, entries)| (name, entries.entries.len())).collect()
        };
        let counts: Vec<(&str, BTreeMap<&str, usize>)> = (0..COUNT).map(|place| (tag_at(place), of(place))).collect();
        println!("{:18}{}", "", counts.iter().map(|(tag, _)| format!("{tag:>6}")).collect::<String>());
        let mut thin = Vec::new();
        for &(section, least) in &least {
            print!("{section:18}");
            for (tag, sections) in &counts {
                let count = sections.get(section).copied().unwrap_or(0);
                print!("{count:6}");
                let whole = sections.contains_key("navigation");
                let is_asked = whole || SECTIONS.iter().any(|&(name, _)| name == section);
                if is_asked && least.is_some_and(|least| count < least) {
                    thin.push(format!("{tag} {section}: {count} of {}", least.unwrap_or(0)));
                }
            }
            println!();
        }
        assert!(thin.is_empty(), "thin sections:\n{}", thin.join("\n"));
        for (tag, sections) in &counts {
            let unknown: Vec<_> =
                sections.keys().filter(|name| !least.iter().any(|(known, _)| known == *name)).collect();
            assert!(unknown.is_empty(), "{tag}: no such sections: {unknown:?}");
            assert_eq!((sections["months"], sections["weekdays"]), (12, 7), "{tag}");
        }
    }

    #[test]
    fn entries_are_written_as_the_readme_says() {
        let mut wrong = Vec::new();
        for place in 0..COUNT {
            let tag = tag_at(place);
            for (section, entries) in &at(place).sections {
                let free = ["name", "months", "weekdays", "letters"].contains(section);
                let mut seen = std::collections::HashSet::new();
                for &entry in &entries.entries {
                    let phrase = entry.trim_start_matches(['=', '^']);
                    let is_small = phrase.to_lowercase() == phrase;
                    let digits = phrase.chars().any(|c| c.is_ascii_digit() && c != '0') || phrase.contains("00");
                    let quotes = phrase.contains(['’', '‘', '“', '”', '„']);
                    if !seen.insert(entry) || phrase.is_empty() || !free && (!is_small || digits || quotes) {
                        wrong.push(format!("{tag} {section}: {entry}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} entries:\n{}", wrong.len(), wrong.join("\n"));
    }
}
