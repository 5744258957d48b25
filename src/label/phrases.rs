//! Phrases: what families of boilerplate and labels of metadata say, in the language of the text and in English.

use std::sync::{LazyLock, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::clean::{is_dropped, joins_lines};
use crate::model::Kind;
use crate::vocabulary::{self, Vocabulary};

/// Bytes of a block that are looked at: what a block is, it says at its start.
const LOOK: usize = 240;
/// Bytes that are looked at in a long block, of which only its first words can tell anything.
const LOOK_LONG: usize = 72;
/// Bytes from which on a block is long.
const LONG: usize = 420;

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// The block is of this kind.
    Kind(Kind),
    /// The names of authors follow.
    Byline,
    /// The date of publication follows.
    Published,
    /// The date of the last change follows.
    Modified,
}

/// How a phrase stands in its block, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Anchor {
    Inside,
    Start,
    Whole,
}

/// A phrase found in a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) family: Family,
    pub(crate) anchor: Anchor,
    /// Bytes of the block.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Sections of a vocabulary that hold phrases.
const SECTIONS: &[(&str, Family)] = &[
    ("byline", Family::Byline),
    ("published", Family::Published),
    ("modified", Family::Modified),
    ("reading_time", Family::Kind(Kind::ReadingTime)),
    ("correction", Family::Kind(Kind::Correction)),
    ("editors_note", Family::Kind(Kind::EditorsNote)),
    ("kicker", Family::Kind(Kind::Kicker)),
    ("tags", Family::Kind(Kind::Tags)),
    ("author_bio", Family::Kind(Kind::AuthorBio)),
    ("credit", Family::Kind(Kind::Credit)),
    ("caption", Family::Kind(Kind::Caption)),
    ("agency_credit", Family::Kind(Kind::AgencyCredit)),
    ("copyright_notice", Family::Kind(Kind::CopyrightNotice)),
    ("navigation", Family::Kind(Kind::Navigation)),
    ("search", Family::Kind(Kind::Search)),
    ("login", Family::Kind(Kind::Login)),
    ("share_tools", Family::Kind(Kind::ShareTools)),
    ("newsletter_prompt", Family::Kind(Kind::NewsletterPrompt)),
    ("access_notice", Family::Kind(Kind::AccessNotice)),
    ("advertisement", Family::Kind(Kind::Advertisement)),
    ("related_links", Family::Kind(Kind::RelatedLinks)),
    ("comments", Family::Kind(Kind::Comments)),
    ("consent_notice", Family::Kind(Kind::ConsentNotice)),
    ("app_promo", Family::Kind(Kind::AppPromo)),
    ("contact", Family::Kind(Kind::Contact)),
    ("media_player", Family::Kind(Kind::MediaPlayer)),
    ("site_footer", Family::Kind(Kind::SiteFooter)),
];

/// The phrases of one vocabulary.
struct Phrases {
    automaton: AhoCorasick,
    phrases: Vec<Phrase>,
}

#[derive(Clone, Copy)]
struct Phrase {
    family: Family,
    /// It names the maker of a picture, and may stand behind the picture's text as well.
    is_label: bool,
    /// Where the file says that it must stand; none for what is nothing but such a label.
    anchor: Option<Anchor>,
}

impl Phrases {
    fn new(vocabulary: &Vocabulary) -> Option<Self> {
        let (mut patterns, mut phrases) = (Vec::new(), Vec::new());
        for &(section, family) in SECTIONS {
            for entry in vocabulary.section(section) {
                let (anchor, text) = match entry.split_at_checked(1) {
                    Some(("=", text)) => (Anchor::Whole, text),
                    Some(("^", text)) => (Anchor::Start, text),
                    _ if family == Family::Byline => (Anchor::Start, *entry),
                    _ => (Anchor::Inside, *entry),
                };
                if !text.is_empty() {
                    patterns.push(text);
                    let is_label = family == Family::Kind(Kind::Credit) && anchor == Anchor::Start;
                    phrases.push(Phrase { family, is_label, anchor: Some(anchor) });
                    // `(Foto Serena Galbusera)`: as a label it also stands without its colon.
                    if let Some(bare) = text.strip_suffix(':').filter(|bare| is_label && !bare.is_empty()) {
                        patterns.push(bare);
                        phrases.push(Phrase { family, is_label, anchor: None });
                    }
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .dense_depth(3)
            .build(patterns)
            .ok()?;
        Some(Self { automaton, phrases })
    }
}

static BY_LANGUAGE: LazyLock<Vec<(&'static str, OnceLock<Option<Phrases>>)>> =
    LazyLock::new(|| vocabulary::all().iter().map(|v| (v.language, OnceLock::new())).collect());

fn phrases_of(language: &str) -> Option<&'static Phrases> {
    let vocabulary = vocabulary::of(language)?;
    let (_, cell) = BY_LANGUAGE.iter().find(|(language, _)| *language == vocabulary.language)?;
    cell.get_or_init(|| Phrases::new(vocabulary)).as_ref()
}

/// Finds the phrases of blocks.
pub(crate) struct Matcher {
    automata: Vec<&'static Phrases>,
    /// The block in the form that phrases are written in.
    folded: String,
    /// Offset in the block of each byte of `folded`, and one more for its end.
    offsets: Vec<u32>,
    pub(crate) hits: Vec<Hit>,
}

impl Matcher {
    pub(crate) fn new(language: &str) -> Self {
        let mut automata: Vec<_> = phrases_of(language).into_iter().collect();
        if vocabulary::of(language).is_none_or(|vocabulary| vocabulary.language != "en") {
            automata.extend(phrases_of("en"));
        }
        Self { automata, folded: String::new(), offsets: Vec::new(), hits: Vec::new() }
    }

    /// Finds the phrases at the start of a block; they are left in `hits`.
    pub(crate) fn find(&mut self, block: &str) {
        self.hits.clear();
        self.fold(block);
        let trimmed = self.folded.trim_matches(|c: char| !c.is_alphanumeric());
        let first = trimmed.as_ptr() as usize - self.folded.as_ptr() as usize;
        let last = first + trimmed.len();
        let whole_block = block.len() <= LOOK;
        let follows_sentence = |folded: &str, at: usize| {
            folded[..at]
                .trim_end()
                .ends_with(['.', '!', '?', '|', '(', ')', '"', '。', '/', '：', '（', '—', '–', '\u{3000}'])
        };
        for phrases in &self.automata {
            for found in phrases.automaton.find_overlapping_iter(&self.folded) {
                let Phrase { family, is_label, anchor } = phrases.phrases[found.pattern().as_usize()];
                let (start, end) = (found.start(), found.end());
                // The label of a date, and of a picture's maker, is often glued to what stands before it.
                let glued = matches!(family, Family::Published | Family::Modified | Family::Kind(Kind::Credit));
                if !(self.at_boundary(start) || glued) || !self.at_boundary(end) {
                    continue;
                }
                let stands = match (start <= first, end >= last && whole_block) {
                    (true, true) => Anchor::Whole,
                    (true, false) => Anchor::Start,
                    _ => Anchor::Inside,
                };
                let labels = is_label
                    && whole_block
                    && end + 64 >= self.folded.len()
                    && follows_sentence(&self.folded, start)
                    && block[self.offsets[end] as usize..]
                        .chars()
                        .find(|c| c.is_alphanumeric())
                        .is_some_and(|c| !c.is_lowercase());
                if anchor.is_some_and(|anchor| stands >= anchor || family == Family::Byline) || labels {
                    let (start, end) = (self.offsets[start] as usize, self.offsets[end] as usize);
                    self.hits.push(Hit { family, anchor: stands, start, end });
                }
            }
        }
        // `updated` holds the label `date`: what lies within a longer label is none.
        let is_date = |hit: &Hit| matches!(hit.family, Family::Published | Family::Modified);
        let dates: Vec<Hit> = self.hits.iter().copied().filter(is_date).collect();
        let within = |a: &Hit, b: &Hit| b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
        self.hits.retain(|hit| !is_date(hit) || !dates.iter().any(|longer| within(hit, longer)));
    }

    /// Whether a phrase may begin or end here: not between two letters, unless the script has no spaces.
    fn at_boundary(&self, at: usize) -> bool {
        let (before, after) = (self.folded[..at].chars().next_back(), self.folded[at..].chars().next());
        match (before, after) {
            (Some(before), Some(after)) => {
                !(before.is_alphanumeric() && after.is_alphanumeric()) || joins_lines(before) || joins_lines(after)
            }
            _ => true,
        }
    }

    /// Brings the start of a block into the form that phrases are written in.
    fn fold(&mut self, block: &str) {
        self.folded.clear();
        self.offsets.clear();
        let look = if block.len() > LONG { LOOK_LONG } else { LOOK };
        self.folded.reserve(look + 8);
        self.offsets.reserve(look + 8);
        let (mut last, mut end) = (' ', 0);
        for (i, c) in block.char_indices().take_while(|&(i, _)| i < look) {
            end = i + c.len_utf8();
            let folded = match c {
                'a'..='z' => c,
                'A'..='Z' => c.to_ascii_lowercase(),
                '0'..='9' => {
                    if last == '0' {
                        continue;
                    }
                    '0'
                }
                '’' | '‘' | 'ʼ' | '`' => '\'',
                '“' | '”' | '„' => '"',
                _ if c.is_whitespace() => {
                    if last == ' ' {
                        continue;
                    }
                    ' '
                }
                _ if c.is_ascii() => c,
                _ if is_dropped(c) => continue,
                _ if c.is_numeric() => {
                    if last == '0' {
                        continue;
                    }
                    '0'
                }
                _ => {
                    for lower in c.to_lowercase() {
                        self.folded.push(lower);
                        self.offsets.resize(self.folded.len(), i as u32);
                    }
                    last = c;
                    continue;
                }
            };
            self.folded.push(folded);
            self.offsets.resize(self.folded.len(), i as u32);
            last = folded;
        }
        self.offsets.push(end as u32);
    }
}
