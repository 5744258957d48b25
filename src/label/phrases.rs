//! Phrases: what families of boilerplate and labels of metadata say, in the language of the text and in English.

use std::borrow::Cow;
use std::ops::Range;
use std::str::CharIndices;
use std::sync::OnceLock;

use crate::characters::{ALPHABETIC, NUMERIC, WHITE_SPACE, classes, folded};
use crate::clean::{is_dropped, joins_lines};
use crate::model::Kind;
use crate::vocabulary::{self, Vocabulary};
use crate::words::{self, HashFilter, WordMap, WordState, pair};

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
    /// A time that is counted back from when the page was read: `2 hours ago`.
    RelativeTime,
    /// The date before which it is not to be published follows.
    Embargoed,
}

impl Family {
    /// Whether it is the label of a date.
    pub(crate) fn is_date(self) -> bool {
        matches!(self, Self::Published | Self::Modified | Self::Embargoed)
    }
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
    ("relative_time", Family::RelativeTime),
    ("embargoed", Family::Embargoed),
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

/// The phrases of a language and of English.
struct Phrases {
    /// By the hash of their first words and marks, as many as [`BEGINNING`] or all.
    by_beginning: WordMap<u64, Vec<Phrase>>,
    beginnings: Filter,
    /// Labels of dates that are one word, which may be glued to a name: `Jane RoeUpdated: May 3`. With the last letter of
    /// that word and the number of its letters.
    labels: Vec<(char, usize, Phrase)>,
}

#[derive(Clone)]
struct Phrase {
    /// Folded.
    text: Cow<'static, str>,
    family: Family,
    /// It names the maker of a picture, and may stand behind the picture's text as well.
    is_label: bool,
    /// Where the file says that it must stand; none for what is nothing but such a label.
    anchor: Option<Anchor>,
}

/// Words and marks at the start of a phrase that the filter knows it by, at most.
const BEGINNING: usize = 3;

/// A filter of how phrases begin: most words of a text begin none. One part is for phrases that may stand anywhere, and the
/// other one for all. Each part stays in the fastest cache.
struct Filter(Box<[HashFilter<1024>; 2]>);

impl Filter {
    fn new() -> Self {
        Self(Box::new([HashFilter::default(); 2]))
    }

    fn insert(&mut self, hash: u64, anywhere: bool) {
        let [somewhere, leading] = &mut *self.0;
        leading.insert(hash);
        if anywhere {
            somewhere.insert(hash);
        }
    }

    /// What is known of phrases that begin anywhere, or of all that begin at the start of a block.
    #[inline]
    fn part(&self, leads: bool) -> &HashFilter<1024> {
        &self.0[usize::from(leads)]
    }
}

impl Phrases {
    fn new<'v>(vocabularies: impl Iterator<Item = &'v Vocabulary>) -> Self {
        let mut phrases = Self { by_beginning: WordMap::default(), beginnings: Filter::new(), labels: Vec::new() };
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
                self.add(Phrase { text: in_form(text), family, is_label, anchor: Some(anchor) });
                // `(Foto Serena Galbusera)`: as a label it also stands without its colon.
                if let Some(bare) = text.strip_suffix(':').filter(|_| is_label) {
                    self.add(Phrase { text: in_form(bare), family, is_label, anchor: None });
                }
            }
        }
    }

    fn add(&mut self, phrase: Phrase) {
        let label = phrase.text.trim_end_matches(':');
        if phrase.family.is_date()
            && Tokens::of(label, &mut Padded::new()).next().is_some_and(|word| word.end == label.len())
            && let Some(last) = label.chars().next_back()
        {
            self.labels.push((last, label.chars().count(), phrase.clone()));
        }
        let text = start_of(&phrase.text);
        let mut bytes = Padded::new();
        let mut tokens = Tokens::of(text, &mut bytes);
        let Some(first) = tokens.next() else { return };
        // Labels of pictures and of authors also stand elsewhere than the file says.
        let anywhere = phrase.is_label || phrase.family == Family::Byline || phrase.anchor == Some(Anchor::Inside);
        // The filter knows all but the first word by itself of a longer beginning.
        let mut beginning = first.hash;
        for token in tokens.take(BEGINNING - 1) {
            beginning = pair(beginning, token.hash);
            self.beginnings.insert(beginning, anywhere);
        }
        self.beginnings.insert(beginning, anywhere);
        self.by_beginning.entry(beginning).or_default().push(phrase);
    }

    /// The longest label of a date at the end of a word, in front of a colon.
    #[inline(never)]
    fn glued_label(&self, text: &str, word: Range<usize>) -> Option<(&Phrase, usize, usize)> {
        let within = &text[word.clone()];
        let end = within.chars().next_back().map(folded)?;
        let glued = self.labels.iter().filter(|&&(last, ..)| last == end).filter_map(|(_, letters, phrase)| {
            let (start, _) = within.char_indices().rev().nth(letters - 1).filter(|&(at, _)| at > 0)?;
            Some((phrase, word.start + start, ends(text, word.start + start, &phrase.text)?))
        });
        glued.min_by_key(|&(_, start, _)| start)
    }
}

/// A phrase of a vocabulary in the form that [`Folded`] gives to texts, which most are written in.
fn in_form(phrase: &'static str) -> Cow<'static, str> {
    if phrase.is_ascii() {
        return Cow::Borrowed(phrase);
    }
    let folded = form(phrase);
    if folded == phrase { Cow::Borrowed(phrase) } else { Cow::Owned(folded) }
}

/// A text in the form that phrases are written in.
pub(crate) fn form(text: &str) -> String {
    Folded::new(text).map(|(_, c)| c).collect()
}

/// Whether a character is of a word, and none by itself as those of scripts without blanks are.
fn is_in_word(c: char) -> bool {
    !joins_lines(c) && classes(c) & (ALPHABETIC | NUMERIC) != 0
}

/// The characters of a text in the form that phrases are written in, each with its offset: small letters, a run of digits
/// as one `0`, a run of white space as one blank, plain quotation marks, and nothing that no reader sees.
struct Folded<'t> {
    chars: CharIndices<'t>,
    last: char,
}

impl<'t> Folded<'t> {
    fn new(text: &'t str) -> Self {
        Self { chars: text.char_indices(), last: '\0' }
    }
}

impl Iterator for Folded<'_> {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        // Most characters are ASCII and no part of a run.
        if let Some(&byte) = self.chars.as_str().as_bytes().first()
            && let Some(folded @ (b'!'..=b'/' | b':'..)) = FOLDED.get(usize::from(byte)).copied()
        {
            let (at, _) = self.chars.next()?;
            self.last = char::from(folded);
            return Some((at, self.last));
        }
        self.next_of_any()
    }
}

impl Folded<'_> {
    fn next_of_any(&mut self) -> Option<(usize, char)> {
        loop {
            let (at, c) = self.chars.next()?;
            let folded = match c {
                _ if c.is_ascii() => char::from(FOLDED[c as usize]),
                '’' | '‘' | 'ʼ' => '\'',
                '“' | '”' | '„' => '"',
                _ if is_dropped(c) => continue,
                _ => match classes(c) {
                    blank if blank & WHITE_SPACE != 0 => ' ',
                    number if number & NUMERIC != 0 => '0',
                    _ => folded(c),
                },
            };
            if folded != '\0' && !(folded == self.last && matches!(folded, ' ' | '0')) {
                self.last = folded;
                return Some((at, folded));
            }
        }
    }
}

/// A word, or a mark that stands for itself.
#[derive(Clone, Copy)]
struct Token {
    start: usize,
    /// Where what follows begins.
    end: usize,
    /// Of its folded form.
    hash: u64,
    is_alphanumeric: bool,
}

/// The bytes that are looked at of a text, with room to read eight behind each.
struct Padded([u8; Self::LENGTH]);

impl Padded {
    /// With a character that reaches beyond what is looked at.
    const LONGEST: usize = LOOK + 3;
    const LENGTH: usize = Self::LONGEST + 9;
    /// It is no part of a word, and stands behind the text.
    const END: u8 = 0x7F;

    fn new() -> Self {
        Self([Self::END; Self::LENGTH])
    }

    #[inline]
    fn fill(&mut self, text: &str) {
        let length = text.len().min(Self::LONGEST);
        self.0[..length].copy_from_slice(&text.as_bytes()[..length]);
        self.0[length] = Self::END;
    }

    fn get(&self, at: usize) -> Option<u8> {
        self.0.get(at).copied()
    }

    /// Eight bytes from an offset on, the first one lowest.
    #[inline]
    fn eight(&self, at: usize) -> u64 {
        let eight = self.0.get(at..at + 8).and_then(|eight| eight.try_into().ok());
        eight.map_or(0, u64::from_le_bytes)
    }
}

/// The words and marks of the start of a text.
struct Tokens<'t> {
    text: &'t str,
    bytes: &'t Padded,
    at: usize,
}

impl<'t> Tokens<'t> {
    fn of(text: &'t str, bytes: &'t mut Padded) -> Self {
        bytes.fill(text);
        Self { text, bytes, at: 0 }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline(always)]
    fn next(&mut self) -> Option<Token> {
        // One blank, which most words have before them, takes no branch.
        let mut start = self.at + usize::from(self.bytes.get(self.at)? == b' ');
        while self.bytes.get(start)? <= b' ' {
            start += 1;
        }
        // Most words are ASCII letters, and need no look at characters.
        let (end, hash) = words::letters_by(|at| self.bytes.eight(at), start);
        let Token { start, end, hash, is_alphanumeric } = match self.bytes.get(end)? {
            0x80.. => Token::of_characters(self.text, start)?,
            b'0'..=b'9' => Token::with_digits(self.text, start)?,
            _ if start == self.text.len() => return None,
            mark if end == start => {
                let hash = WordState::default().finish_with(FOLDED[usize::from(mark)].into());
                Token { start, end: start + 1, hash, is_alphanumeric: false }
            }
            _ => Token { start, end, hash, is_alphanumeric: true },
        };
        self.at = end;
        Some(Token { start, end, hash, is_alphanumeric })
    }
}

impl Token {
    /// A word with digits, of which a row is one.
    #[inline(never)]
    fn with_digits(text: &str, start: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let (mut end, mut state, mut last) = (start, WordState::default(), 0);
        while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
            let folded = FOLDED[usize::from(*byte)];
            if folded != b'0' || last != b'0' {
                state.push(folded);
            }
            last = folded;
            end += 1;
        }
        match bytes.get(end) {
            Some(0x80..) => Self::of_characters(text, start),
            _ => Some(Self { start, end, hash: state.finish(), is_alphanumeric: true }),
        }
    }

    #[inline(never)]
    fn of_characters(text: &str, from: usize) -> Option<Self> {
        let mut folded = Folded::new(&text[from..]).skip_while(|&(_, c)| c == ' ');
        let (start, first) = folded.next()?;
        let mut state = WordState::default();
        let mut push = |c: char| c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| state.push(byte));
        push(first);
        let mut next = folded.next();
        while let Some((_, c)) = next.filter(|&(at, c)| is_in_word(first) && is_in_word(c) || at == start) {
            push(c);
            next = folded.next();
        }
        let end = from + next.map_or(text.len() - from, |(at, _)| at);
        Some(Self { start: from + start, end, hash: state.finish(), is_alphanumeric: first.is_alphanumeric() })
    }
}

/// The phrases of each language, made when they are first asked for; the last are those of a language without any.
static BY_LANGUAGE: [OnceLock<Phrases>; vocabulary::COUNT + 1] = [const { OnceLock::new() }; vocabulary::COUNT + 1];

fn phrases_of(language: &str) -> &'static Phrases {
    let place = vocabulary::place_of(language).unwrap_or(vocabulary::COUNT);
    BY_LANGUAGE[place].get_or_init(|| Phrases::new(vocabulary::with_english(language)))
}

/// Finds the phrases of blocks.
pub(crate) struct Matcher {
    phrases: &'static Phrases,
    bytes: Padded,
    /// Starts and hashes of rows of words that phrases may begin with.
    rows: Vec<(usize, u64)>,
    /// What stands where: (phrase, start, end).
    found: Vec<(&'static Phrase, usize, usize)>,
    pub(crate) hits: Vec<Hit>,
}

impl Matcher {
    pub(crate) fn new(language: &str) -> Self {
        let phrases = phrases_of(language);
        Self { phrases, bytes: Padded::new(), rows: Vec::new(), found: Vec::new(), hits: Vec::new() }
    }

    /// Finds the phrases at the start of a block; they are left in `hits`.
    pub(crate) fn find(&mut self, block: &str) {
        self.hits.clear();
        let (first, last) = self.look_for(start_of(block));
        let whole_block = block.len() <= LOOK;
        for (&Phrase { family, is_label, anchor, .. }, start, end) in self.found.drain(..) {
            let stands = match (start <= first, end >= last && whole_block) {
                (true, true) => Anchor::Whole,
                (true, false) => Anchor::Start,
                _ => Anchor::Inside,
            };
            let stands_well = anchor.is_some_and(|anchor| stands >= anchor || family == Family::Byline);
            if stands_well || is_label && whole_block && labels_picture(block, start, end) {
                self.hits.push(Hit { family, anchor: stands, start, end });
            }
        }
        // `updated` holds the label `date`: what lies within a longer label is none.
        let is_date = |hit: &Hit| hit.family.is_date();
        if self.hits.iter().filter(|hit| is_date(hit)).count() < 2 {
            return;
        }
        let dates: Vec<Hit> = self.hits.iter().copied().filter(is_date).collect();
        let within = |a: &Hit, b: &Hit| b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
        self.hits.retain(|hit| !is_date(hit) || !dates.iter().any(|longer| within(hit, longer)));
    }

    /// Leaves the phrases of a text in `found`; its first letter or digit, and the end of the last.
    fn look_for(&mut self, text: &str) -> (usize, usize) {
        let Self { phrases, bytes, rows, found, .. } = self;
        let phrases = *phrases;
        let (mut first, mut last) = (usize::MAX, 0);
        // Start and hash of the last word or mark, and of the last two where a phrase may begin so.
        let (mut before, mut two_before) = ((0, 0), None);
        for token in Tokens::of(text, bytes) {
            if token.is_alphanumeric {
                first = first.min(token.start);
                last = token.end;
            } else if token.start == last && text.as_bytes().get(last) == Some(&b':') {
                found.extend(phrases.glued_label(text, before.0..last));
            }
            let follow = |row: (usize, u64)| (row.0, pair(row.1, token.hash));
            let (one, two) = ((token.start, token.hash), follow(before));
            // What begins behind the first word cannot be what must begin with it.
            let part = |row: (usize, u64)| phrases.beginnings.part(row.0 <= first);
            if let Some(three) = two_before.take().map(follow)
                && part(three).may_hold(three.1)
            {
                rows.push(three);
            }
            // What is known of the start holds the rest.
            let part = part(two);
            before = one;
            // A branch for each would be foreseen too seldom.
            if part.may_hold(one.1) | part.may_hold(two.1) {
                if part.may_hold(two.1) {
                    rows.push(two);
                    two_before = Some(two);
                }
                if part.may_hold(one.1) {
                    rows.push(one);
                }
            }
        }
        for (start, hash) in rows.drain(..) {
            let begun = phrases.by_beginning.get(&hash).map_or(&[][..], Vec::as_slice);
            found.extend(begun.iter().filter_map(|phrase| Some((phrase, start, ends(text, start, &phrase.text)?))));
        }
        (first, last)
    }
}

/// The start of a block, which is all that is looked at.
fn start_of(block: &str) -> &str {
    let look = if block.len() > LONG { LOOK_LONG } else { LOOK };
    let end = (look..block.len()).find(|&end| block.is_char_boundary(end)).unwrap_or(block.len());
    &block[..end]
}

/// Where a phrase ends that begins at an offset; none where it does not, or ends within a word.
fn ends(text: &str, start: usize, phrase: &str) -> Option<usize> {
    // What is ASCII and no part of a run needs no look at characters.
    let is_same = |&(&byte, &expected): &(&u8, &u8)| {
        expected > b' ' && expected != b'0' && FOLDED.get(usize::from(byte)) == Some(&expected)
    };
    let same = text.as_bytes()[start..].iter().zip(phrase.as_bytes()).take_while(is_same).count();
    let mut folded = Folded::new(&text[start + same..]);
    for expected in phrase[same..].chars() {
        if folded.next()?.1 != expected {
            return None;
        }
    }
    let Some((behind, next)) = folded.next() else { return Some(text.len()) };
    let last = phrase.chars().next_back()?;
    let within = last.is_alphanumeric() && next.is_alphanumeric() && !joins_lines(last) && !joins_lines(next);
    (!within).then_some(start + same + behind)
}

/// `… of the market. Photo: Ann Lee`: behind a sentence or a mark, with a name behind it that ends the block.
fn labels_picture(block: &str, start: usize, end: usize) -> bool {
    let marks = ['.', '!', '?', '|', '(', ')', '"', '”', '“', '。', '/', '：', '（', '—', '–', '\u{3000}'];
    end + 64 >= block.len()
        && block[..start].trim_end().ends_with(marks)
        && block[end..].chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
}
