//! Phrases: what families of boilerplate and labels of metadata say, in the language of the text and in English.

use std::sync::{LazyLock, OnceLock};

use crate::clean::{is_dropped, joins_lines};
use crate::model::Kind;
use crate::vocabulary::{self, Vocabulary};
use crate::words::{WordMap, finish, hash, pair, step};

/// Bytes of a block that are looked at: what a block is, it says at its start.
const LOOK: usize = 200;
/// Bytes that are looked at in a long block, of which only its first words can tell anything.
const LOOK_LONG: usize = 72;
/// Bytes from which on a block is long.
const LONG: usize = 200;

/// The form that an ASCII character has in phrases: small letters, `0` for a digit, a blank for white space; 0 for what no
/// reader sees.
const FOLDED: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = b' ';
    while byte < 0x7F {
        table[byte as usize] = match byte {
            b'0'..=b'9' => b'0',
            b'`' => b'\'',
            _ => byte.to_ascii_lowercase(),
        };
        byte += 1;
    }
    table[b'\t' as usize] = b' ';
    table[b'\n' as usize] = b' ';
    table[b'\r' as usize] = b' ';
    table[0x0B] = b' ';
    table[0x0C] = b' ';
    table
};

fn fold_ascii(byte: u8) -> u8 {
    FOLDED.get(usize::from(byte)).copied().unwrap_or(byte)
}

/// The folded form of an ASCII letter or digit; 0 for all else.
const FOLDED_IN_WORD: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            table[byte] = FOLDED[byte];
        }
        byte += 1;
    }
    table
};

/// Bytes of a block that are looked at.
fn look(block: &str) -> usize {
    if block.len() > LONG { LOOK_LONG } else { LOOK }
}

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

/// The phrases of a language and of English, by the hash of their first two words, or of the one that they are.
struct Phrases {
    by_words: WordMap<u64, Vec<Phrase>>,
    /// A Bloom filter of how phrases begin, with a bit for each [`Anchor`]: most words of a text begin none.
    beginnings: Vec<u8>,
    /// Labels of dates that are one word, which may be glued to a name, and that word: `Jane RoeUpdated: May 3`.
    labels: Vec<(&'static str, Phrase)>,
}

#[derive(Clone, Copy)]
struct Phrase {
    text: &'static str,
    family: Family,
    /// It names the maker of a picture, and may stand behind the picture's text as well.
    is_label: bool,
    /// Where the file says that it must stand; none for what is nothing but such a label.
    anchor: Option<Anchor>,
}

/// Words and marks at the start of a phrase that the filter knows it by, at most.
const BEGINNING: usize = 3;

/// Binary logarithm of the length of [`Phrases::beginnings`].
const FILTER_BITS: u32 = 16;

/// The two entries of [`Phrases::beginnings`] for words and marks of this hash.
fn filter_entries(beginning: u64) -> [usize; 2] {
    [beginning >> 16, beginning >> 40].map(|part| part as usize & ((1 << FILTER_BITS) - 1))
}

impl Phrases {
    fn new<'v>(vocabularies: impl Iterator<Item = &'v Vocabulary>) -> Self {
        let mut phrases =
            Self { by_words: WordMap::default(), beginnings: vec![0; 1 << FILTER_BITS], labels: Vec::new() };
        vocabularies.for_each(|vocabulary| phrases.add_all(vocabulary));
        phrases
    }

    fn add_all(&mut self, vocabulary: &Vocabulary) {
        for &(section, family) in SECTIONS {
            for entry in vocabulary.section(section) {
                let (anchor, text) = match entry.split_at_checked(1) {
                    Some(("=", text)) => (Anchor::Whole, text),
                    Some(("^", text)) => (Anchor::Start, text),
                    _ if family == Family::Byline => (Anchor::Start, *entry),
                    _ => (Anchor::Inside, *entry),
                };
                let is_label = family == Family::Kind(Kind::Credit) && anchor == Anchor::Start;
                self.add(Phrase { text, family, is_label, anchor: Some(anchor) });
                // `(Foto Serena Galbusera)`: as a label it also stands without its colon.
                if let Some(bare) = text.strip_suffix(':').filter(|_| is_label) {
                    self.add(Phrase { text: bare, family, is_label, anchor: None });
                }
            }
        }
    }

    fn add(&mut self, phrase: Phrase) {
        let first = first_word(phrase.text);
        if first.is_empty() {
            return;
        }
        if matches!(phrase.family, Family::Published | Family::Modified) && phrase.text.trim_end_matches(':') == first {
            self.labels.push((first, phrase));
        }
        let rest = phrase.text[first.len()..].strip_prefix(' ').map(first_word).filter(|second| !second.is_empty());
        let key = match rest {
            Some(second) => pair(hash(first.as_bytes()), hash(second.as_bytes())),
            None => hash(first.as_bytes()),
        };
        // Labels of pictures and of authors also stand elsewhere than the file says.
        let anchor = match phrase.anchor {
            Some(anchor) if !phrase.is_label && phrase.family != Family::Byline => anchor,
            _ => Anchor::Inside,
        };
        for entry in filter_entries(beginning(phrase.text)) {
            self.beginnings[entry] |= 1 << anchor as u8;
        }
        self.by_words.entry(key).or_default().push(phrase);
    }

    /// The phrases that may begin with words of this hash.
    fn of(&self, key: u64) -> &[Phrase] {
        self.by_words.get(&key).map_or(&[], Vec::as_slice)
    }

    /// How phrases that may begin so may stand: a bit for each [`Anchor`].
    fn anchors(&self, beginning: u64) -> u8 {
        filter_entries(beginning).into_iter().fold(u8::MAX, |anchors, entry| anchors & self.beginnings[entry])
    }

    /// Whether a phrase may stand in the start of a block: its words are looked at as they are, without folding them.
    /// Where they are not ASCII, one may.
    fn may_stand_in(&self, head: &[u8]) -> bool {
        const INSIDE: u8 = 1 << Anchor::Inside as u8;
        const START: u8 = 1 << Anchor::Start as u8;
        const WHOLE: u8 = 1 << Anchor::Whole as u8;
        // The hashes of the last word or mark and of the last two, the number of them so far, and that at the first word.
        let (mut last, mut last_two, mut count, mut first_word) = (0, 0, 0, usize::MAX);
        // What may be all of a block ends with its last word.
        let mut whole = false;
        let mut at = 0;
        while let Some(&byte) = head.get(at) {
            let folded = fold_ascii(byte);
            if folded <= b' ' {
                at += 1;
                continue;
            }
            if !byte.is_ascii() {
                return true;
            }
            let rest = &head[at..];
            let length = rest.iter().take_while(|&&byte| FOLDED_IN_WORD[usize::from(byte)] != 0).count();
            let mut word = step(0, folded);
            let mut before = folded;
            for &byte in rest.get(1..length).unwrap_or_default() {
                let folded = FOLDED_IN_WORD[usize::from(byte)];
                // A number is one digit.
                if folded != b'0' || before != b'0' {
                    word = step(word, folded);
                }
                before = folded;
            }
            let word = finish(word);
            if length > 0 {
                first_word = first_word.min(count);
                if rest.get(length) == Some(&b':') && self.ends_in_label(&rest[..length]) {
                    return true;
                }
            }
            count += 1;
            at += length.max(1);
            // One, two and three words or marks that end here; what leads begins no later than the first word.
            let three = pair(last_two, word);
            last_two = pair(last, word);
            last = word;
            let mut anchors = 0;
            for (words, hash) in [(1, word), (2, last_two), (BEGINNING, three)] {
                if words <= count {
                    let leads = count - words <= first_word;
                    anchors |= self.anchors(hash) & if leads { u8::MAX } else { INSIDE };
                    if leads && words == BEGINNING && anchors & WHOLE != 0 {
                        return true;
                    }
                }
            }
            if anchors & (INSIDE | START) != 0 {
                return true;
            }
            // Marks behind the last word are not part of what a block says, but may be part of the phrase.
            whole = anchors & WHOLE != 0 || whole && length == 0;
        }
        whole
    }

    /// Whether a word ends in a label of a date, in any case.
    fn ends_in_label(&self, word: &[u8]) -> bool {
        self.labels.iter().any(|(label, _)| {
            let label = label.as_bytes();
            word.len() > label.len() && word[word.len() - label.len()..].eq_ignore_ascii_case(label)
        })
    }
}

/// The hash of the first words and marks of a phrase.
fn beginning(phrase: &str) -> u64 {
    let (mut hashed, mut rest) = (None, phrase);
    for _ in 0..BEGINNING {
        rest = rest.trim_start_matches(' ');
        let word = first_word(rest);
        if word.is_empty() {
            break;
        }
        rest = &rest[word.len()..];
        let word = hash(word.as_bytes());
        hashed = Some(hashed.map_or(word, |before| pair(before, word)));
    }
    hashed.unwrap_or(0)
}

/// Length and hash of the word that begins at an offset, in one walk where it is ASCII.
fn hashed_word(text: &str, at: usize) -> (usize, u64) {
    let bytes = &text.as_bytes()[at..];
    let (mut length, mut state) = (0, 0);
    while let Some(&byte) = bytes.get(length).filter(|byte| byte.is_ascii_alphanumeric()) {
        state = step(state, byte);
        length += 1;
    }
    if length > 0 && bytes.get(length).is_none_or(u8::is_ascii) {
        return (length, finish(state));
    }
    let word = first_word(&text[at..]);
    (word.len(), hash(word.as_bytes()))
}

/// The word that a text begins with; a character alone where it is no letter or digit, or of a script without blanks.
fn first_word(text: &str) -> &str {
    let bytes = text.as_bytes();
    let ascii = bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    if bytes.get(ascii).is_none_or(u8::is_ascii) && ascii > 0 {
        return &text[..ascii];
    }
    let in_word = |c: char| c.is_alphanumeric() && !joins_lines(c);
    match text.chars().next() {
        Some(c) if in_word(c) => &text[..text.find(|c| !in_word(c)).unwrap_or(text.len())],
        Some(c) => &text[..c.len_utf8()],
        None => "",
    }
}

/// The phrases of each language, made when they are first asked for; the last are those of a language without any.
static BY_LANGUAGE: LazyLock<Vec<OnceLock<Phrases>>> =
    LazyLock::new(|| (0..=vocabulary::all().len()).map(|_| OnceLock::new()).collect());

fn phrases_of(language: &str) -> &'static Phrases {
    let own = vocabulary::of(language);
    let at = vocabulary::all().iter().position(|vocabulary| own.is_some_and(|own| own.language == vocabulary.language));
    BY_LANGUAGE[at.unwrap_or(vocabulary::all().len())].get_or_init(|| Phrases::new(vocabulary::with_english(language)))
}

/// Where the letters of a folded text begin and end, and whether it is all of its block.
struct Ends {
    first: usize,
    last: usize,
    whole_block: bool,
}

/// Finds the phrases of blocks.
pub(crate) struct Matcher {
    phrases: &'static Phrases,
    /// The block in the form that phrases are written in.
    folded: String,
    /// Offset in the block of each byte of `folded`, and one more for its end.
    offsets: Vec<u32>,
    pub(crate) hits: Vec<Hit>,
}

impl Matcher {
    pub(crate) fn new(language: &str) -> Self {
        Self { phrases: phrases_of(language), folded: String::new(), offsets: Vec::new(), hits: Vec::new() }
    }

    /// Finds the phrases at the start of a block; they are left in `hits`.
    pub(crate) fn find(&mut self, block: &str) {
        self.hits.clear();
        if !self.phrases.may_stand_in(&block.as_bytes()[..block.len().min(look(block))]) {
            return;
        }
        self.fold(block);
        let trimmed = self.folded.trim_matches(|c: char| !c.is_alphanumeric());
        let first = trimmed.as_ptr() as usize - self.folded.as_ptr() as usize;
        let ends = Ends { first, last: first + trimmed.len(), whole_block: block.len() <= LOOK };
        let folded = std::mem::take(&mut self.folded);
        // Where the last word began, and its hash, when one blank is all that stands behind it.
        let mut before: Option<(usize, u64)> = None;
        let mut at = 0;
        while at < folded.len() {
            // A blank begins no phrase.
            if folded.as_bytes()[at] == b' ' {
                at += 1;
                continue;
            }
            let (word, key) = hashed_word(&folded, at);
            let phrases = self.phrases;
            let two = before.map(|(start, first)| (start, phrases.of(pair(first, key))));
            for (start, begun) in two.into_iter().chain([(at, phrases.of(key))]) {
                for phrase in begun.iter().filter(|phrase| folded[start..].starts_with(phrase.text)) {
                    self.found(&folded, block, *phrase, start, &ends);
                }
            }
            if folded.as_bytes().get(at + word) == Some(&b':') {
                for (label, phrase) in &phrases.labels {
                    if word > label.len() && folded[at..at + word].ends_with(label) {
                        let start = at + word - label.len();
                        if folded[start..].starts_with(phrase.text) {
                            self.found(&folded, block, *phrase, start, &ends);
                        }
                    }
                }
            }
            let blank = folded.as_bytes().get(at + word) == Some(&b' ');
            before = blank.then_some((at, key));
            at += word;
        }
        self.folded = folded;
        // `updated` holds the label `date`: what lies within a longer label is none.
        let is_date = |hit: &Hit| matches!(hit.family, Family::Published | Family::Modified);
        let dates: Vec<Hit> = self.hits.iter().copied().filter(is_date).collect();
        let within = |a: &Hit, b: &Hit| b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
        self.hits.retain(|hit| !is_date(hit) || !dates.iter().any(|longer| within(hit, longer)));
    }

    /// A phrase begins at an offset of the folded text; it is a hit when it stands as it must.
    fn found(&mut self, folded: &str, block: &str, phrase: Phrase, start: usize, ends: &Ends) {
        let Phrase { text, family, is_label, anchor } = phrase;
        let end = start + text.len();
        if !may_end(folded, end) {
            return;
        }
        let stands = match (start <= ends.first, end >= ends.last && ends.whole_block) {
            (true, true) => Anchor::Whole,
            (true, false) => Anchor::Start,
            _ => Anchor::Inside,
        };
        let stands_well = anchor.is_some_and(|anchor| stands >= anchor || family == Family::Byline);
        if stands_well || is_label && ends.whole_block && self.labels_picture(folded, block, start, end) {
            let (start, end) = (self.offsets[start] as usize, self.offsets[end] as usize);
            self.hits.push(Hit { family, anchor: stands, start, end });
        }
    }

    /// `… of the market. Photo: Ann Lee`: behind a sentence or a mark, with a name behind it that ends the block.
    fn labels_picture(&self, folded: &str, block: &str, start: usize, end: usize) -> bool {
        let marks = ['.', '!', '?', '|', '(', ')', '"', '。', '/', '：', '（', '—', '–', '\u{3000}'];
        end + 64 >= folded.len()
            && folded[..start].trim_end().ends_with(marks)
            && block[self.offsets[end] as usize..]
                .chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(|c| !c.is_lowercase())
    }

    /// Brings the start of a block into the form that phrases are written in.
    fn fold(&mut self, block: &str) {
        let look = look(block);
        // Most blocks are ASCII, which needs no look at characters.
        let head = &block.as_bytes()[..block.len().min(look)];
        let ascii = head.iter().position(|byte| !byte.is_ascii()).unwrap_or(head.len());
        let mut bytes = std::mem::take(&mut self.folded).into_bytes();
        bytes.clear();
        bytes.resize(ascii, 0);
        self.offsets.clear();
        self.offsets.resize(ascii, 0);
        let (mut last_byte, mut length) = (b' ', 0);
        for (i, &byte) in head[..ascii].iter().enumerate() {
            let folded = FOLDED[byte as usize];
            bytes[length] = folded;
            self.offsets[length] = i as u32;
            let runs_on = folded == last_byte && (folded == b' ' || folded == b'0');
            if !runs_on && folded != 0 {
                length += 1;
                last_byte = folded;
            }
        }
        bytes.truncate(length);
        self.offsets.truncate(length);
        self.folded = String::from_utf8(bytes).unwrap_or_default();
        let (mut last, mut end) = (char::from(last_byte), ascii);
        for (i, c) in block[ascii..].char_indices().map(|(i, c)| (ascii + i, c)).take_while(|&(i, _)| i < look) {
            end = i + c.len_utf8();
            let folded = match c {
                '’' | '‘' | 'ʼ' => '\'',
                '“' | '”' | '„' => '"',
                _ if c.is_ascii() => char::from(FOLDED[c as usize]),
                _ if is_dropped(c) => continue,
                _ if c.is_whitespace() => ' ',
                _ if c.is_numeric() => '0',
                _ => {
                    for lower in c.to_lowercase() {
                        self.folded.push(lower);
                        self.offsets.resize(self.folded.len(), i as u32);
                    }
                    last = c;
                    continue;
                }
            };
            if folded == '\0' || folded == last && matches!(folded, ' ' | '0') {
                continue;
            }
            self.folded.push(folded);
            self.offsets.resize(self.folded.len(), i as u32);
            last = folded;
        }
        self.offsets.push(end as u32);
    }
}

/// Whether a phrase may end here: not between two letters, unless the script has no blanks.
fn may_end(folded: &str, at: usize) -> bool {
    match (folded[..at].chars().next_back(), folded[at..].chars().next()) {
        (Some(before), Some(after)) => {
            !(before.is_alphanumeric() && after.is_alphanumeric()) || joins_lines(before) || joins_lines(after)
        }
        _ => true,
    }
}
