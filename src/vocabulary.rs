//! What a language calls things: months, labels of metadata, the phrases of boilerplate.
//!
//! One file a language in `vocabulary/`, all of one format: `[section]` lines, below each one entry a line, `#` comments.
//! To add a language, add its file and a line to [`FILES`].

use std::sync::{LazyLock, OnceLock};

use crate::words::WordMap;

/// Language tag (BCP 47) and file, in the order in which ties between languages are broken.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("vocabulary/en.txt")),
    ("de", include_str!("vocabulary/de.txt")),
    ("fr", include_str!("vocabulary/fr.txt")),
    ("es", include_str!("vocabulary/es.txt")),
    ("it", include_str!("vocabulary/it.txt")),
    ("pt", include_str!("vocabulary/pt.txt")),
    ("nl", include_str!("vocabulary/nl.txt")),
    ("sv", include_str!("vocabulary/sv.txt")),
    ("no", include_str!("vocabulary/no.txt")),
    ("da", include_str!("vocabulary/da.txt")),
    ("fi", include_str!("vocabulary/fi.txt")),
    ("pl", include_str!("vocabulary/pl.txt")),
    ("cs", include_str!("vocabulary/cs.txt")),
    ("ru", include_str!("vocabulary/ru.txt")),
    ("ar", include_str!("vocabulary/ar.txt")),
    ("he", include_str!("vocabulary/he.txt")),
    ("hi", include_str!("vocabulary/hi.txt")),
    ("ja", include_str!("vocabulary/ja.txt")),
    ("zh", include_str!("vocabulary/zh.txt")),
    ("ko", include_str!("vocabulary/ko.txt")),
];

/// One language's file, parsed.
pub(crate) struct Vocabulary {
    /// BCP 47 tag.
    pub(crate) language: &'static str,
    sections: WordMap<&'static str, Section>,
}

#[derive(Default)]
struct Section {
    entries: Vec<&'static str>,
    /// The words of entries that give several.
    words: OnceLock<WordMap<&'static str, ()>>,
}

impl Vocabulary {
    fn parse(language: &'static str, file: &'static str) -> Self {
        let mut sections: WordMap<&str, Section> = WordMap::default();
        let mut section = "";
        for line in file.lines().map(without_comment) {
            match line.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
                Some(name) => section = name,
                None if !line.is_empty() && line != "#" => sections.entry(section).or_default().entries.push(line),
                None => {}
            }
        }
        Self { language, sections }
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

/// A line without what stands behind `# `.
fn without_comment(line: &str) -> &str {
    match line.find('#').filter(|&at| line[at + 1..].starts_with(' ')) {
        Some(at) => line[..at].trim(),
        None => line.trim(),
    }
}

static ALL: LazyLock<Vec<Vocabulary>> =
    LazyLock::new(|| FILES.iter().map(|(language, file)| Vocabulary::parse(language, file)).collect());

/// Every vocabulary.
pub(crate) fn all() -> &'static [Vocabulary] {
    &ALL
}

/// The vocabulary of a BCP 47 tag, by its primary language (`pt-BR` is `pt`).
pub(crate) fn of(tag: &str) -> Option<&'static Vocabulary> {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    ALL.iter().find(|vocabulary| vocabulary.language.eq_ignore_ascii_case(primary))
}

/// The vocabulary of a BCP 47 tag, and English, which pages of every language use.
pub(crate) fn with_english(tag: &str) -> impl Iterator<Item = &'static Vocabulary> {
    [of(tag), of("en")].into_iter().flatten()
}
