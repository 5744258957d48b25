//! What can be counted in a block: one pass over its characters.

use encoding_rs::Encoding;

use crate::characters::{ALPHABETIC, NUMERIC, UPPERCASE, WHITE_SPACE, classes};
use crate::clean::joins_lines;

/// How a text ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    /// In a letter, a digit or a bracket.
    #[default]
    Open,
    /// As a sentence ends.
    Stop,
    /// With a colon.
    Colon,
    /// With a comma, semicolon or dash: something follows.
    Comma,
    /// With an ellipsis.
    Ellipsis,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measure {
    /// Words; in scripts without spaces, two characters are counted as one.
    pub(crate) words: u32,
    /// Characters that are letters; a syllable of Hangul counts as the three that it is made of.
    pub(crate) letters: u32,
    /// Letters that are capitals.
    pub(crate) capitals: u32,
    pub(crate) digits: u32,
    /// It holds letters or digits of a script without spaces, which counts them as letters.
    is_unspaced: bool,
    /// Characters that programs are full of, and sentences are not.
    pub(crate) symbols: u32,
    /// Full stops and their like followed by a space: sentences that end inside.
    pub(crate) inner_stops: u32,
    pub(crate) ending: Ending,
    /// It begins with a small letter.
    pub(crate) begins_small: bool,
    /// It begins with an opening quotation mark.
    pub(crate) begins_quoted: bool,
    /// What [`is_prose`](Self::is_prose) says, which is asked more often than all else.
    is_prose: bool,
}

/// Bytes that are counted at once: a count of them takes one byte, so that the compiler makes vector instructions of all
/// the counting.
const MOST: usize = 240;
/// They are gone through by so many: the bytes of a vector.
const LANES: usize = 16;
/// Bytes before each that say where words and sentences stand.
const BEHIND: usize = 2;

/// What a byte is, in bits.
mod class {
    pub(super) const ALPHANUMERIC: u8 = 1;
    /// `3.5`, `U.S.` and `don't` are one word: a byte that lets what stands before it go on.
    pub(super) const JOINS: u8 = ALPHANUMERIC << 1;
    pub(super) const STOP: u8 = 4;
    /// It may stand between a stop and the blank behind it.
    pub(super) const CLOSES: u8 = STOP << 1;
    pub(super) const BLANK: u8 = 16;
    pub(super) const CAPITAL: u8 = 32;
    pub(super) const DIGIT: u8 = 64;
    pub(super) const SYMBOL: u8 = 128;

    pub(super) const fn of(byte: u8) -> u8 {
        match byte {
            b'A'..=b'Z' => ALPHANUMERIC | CAPITAL,
            b'a'..=b'z' => ALPHANUMERIC,
            b'0'..=b'9' => ALPHANUMERIC | DIGIT,
            b'.' => JOINS | STOP,
            b'!' | b'?' => STOP,
            b'\'' | b'-' => JOINS | CLOSES,
            b'"' | b')' => CLOSES,
            b' ' | b'\t'..=b'\r' => BLANK,
            b'['..=b'`' | b'{' | b'}' | b'~' | b';' | b'<' | b'=' | b'>' | b'#' | b'$' => SYMBOL,
            _ => 0,
        }
    }
}

/// The classes of each byte.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = class::of(byte as u8);
        byte += 1;
    }
    classes
};

/// Stand-in for a letter of a script without spaces.
const UNSPACED: u8 = 0x80;
/// Stand-in for a full stop of such a script, behind which no space stands.
const UNSPACED_STOP: u8 = 0x81;

/// Counts over the bytes of a block, each of which is a character or stands for one.
#[derive(Default)]
struct Tally {
    words: u32,
    alphanumerics: u32,
    capitals: u32,
    digits: u32,
    symbols: u32,
    inner_stops: u32,
}

impl Tally {
    fn of(bytes: &[u8]) -> Self {
        let mut tally = Self::default();
        // Blanks stand before a block, and what counts for nothing behind it.
        let mut window = [class::BLANK; BEHIND + MOST + LANES];
        for part in bytes.chunks(MOST) {
            let (end, filled) = (BEHIND + part.len(), BEHIND + part.len().next_multiple_of(LANES));
            window[BEHIND..end].iter_mut().zip(part).for_each(|(class, &byte)| *class = CLASSES[usize::from(byte)]);
            window[end..end + LANES].fill(0);
            tally.add(&window[..filled]);
            window.copy_within(MOST..MOST + BEHIND, 0);
        }
        tally
    }

    /// Counts all bytes of a window but those that stand for what is behind.
    #[inline(never)]
    fn add(&mut self, window: &[u8]) {
        let (mut words, mut alphanumerics, mut capitals) = (0_u8, 0_u8, 0_u8);
        let (mut digits, mut symbols, mut inner_stops) = (0_u8, 0_u8, 0_u8);
        for ((&before, &last), &here) in window.iter().zip(&window[1..]).zip(&window[BEHIND..]) {
            // What joins or closes is one bit above what it needs before it.
            let gone_on = last & (before << 1);
            let inside = (last & class::ALPHANUMERIC) | (gone_on & class::JOINS) != 0;
            let stopped = (last & class::STOP) | (gone_on & class::CLOSES) != 0;
            let is = |class| here & class != 0;
            words = words.wrapping_add((is(class::ALPHANUMERIC) & !inside).into());
            alphanumerics = alphanumerics.wrapping_add(is(class::ALPHANUMERIC).into());
            capitals = capitals.wrapping_add(is(class::CAPITAL).into());
            digits = digits.wrapping_add(is(class::DIGIT).into());
            symbols = symbols.wrapping_add(is(class::SYMBOL).into());
            inner_stops = inner_stops.wrapping_add((is(class::BLANK) & stopped).into());
        }
        self.words += u32::from(words);
        self.alphanumerics += u32::from(alphanumerics);
        self.capitals += u32::from(capitals);
        self.digits += u32::from(digits);
        self.symbols += u32::from(symbols);
        self.inner_stops += u32::from(inner_stops);
    }
}

/// A byte that counts as a character does.
fn stand_in(c: char) -> u8 {
    match c {
        '\0'..='\x7F' => c as u8,
        '。' | '！' | '？' => UNSPACED_STOP,
        _ if joins_lines(c) => {
            if c.is_alphanumeric() {
                UNSPACED
            } else {
                b','
            }
        }
        '’' | '‘' | '‐' | '\u{AD}' | '\u{300}'..='\u{36F}' | '”' | '»' => b'\'',
        '۔' | '؟' | '।' | '։' | '…' => b'!',
        _ => match classes(c) {
            upper if upper & UPPERCASE != 0 => b'A',
            letter if letter & ALPHABETIC != 0 => b'a',
            blank if blank & WHITE_SPACE != 0 => b' ',
            digit if digit & NUMERIC != 0 => b'0',
            _ => b'"',
        },
    }
}

impl Measure {
    pub(crate) fn of(text: &str) -> Self {
        // Most blocks are ASCII, which stands for itself.
        let (mut unspaced, mut unspaced_stops) = (0, 0);
        let tally = if text.is_ascii() {
            Tally::of(text.as_bytes())
        } else {
            let mut bytes = Vec::with_capacity(text.len());
            let mut rest = text;
            while !rest.is_empty() {
                let ascii = Encoding::ascii_valid_up_to(rest.as_bytes());
                bytes.extend_from_slice(&rest.as_bytes()[..ascii]);
                rest = &rest[ascii..];
                for c in rest.chars().take_while(|c| !c.is_ascii()) {
                    let byte = stand_in(c);
                    unspaced += u32::from(byte == UNSPACED);
                    unspaced_stops += u32::from(byte == UNSPACED_STOP);
                    let count = if matches!(c, '\u{AC00}'..='\u{D7A3}') { 3 } else { 1 };
                    bytes.extend(std::iter::repeat_n(byte, count));
                    rest = &rest[c.len_utf8()..];
                }
            }
            Tally::of(&bytes)
        };
        let first = text.chars().next();
        if unspaced_stops > 0 {
            unspaced_stops -= u32::from(text.ends_with(['。', '！', '？']));
        }
        let mut measure = Self {
            words: tally.words + unspaced.div_ceil(2),
            letters: tally.alphanumerics - tally.digits + unspaced,
            capitals: tally.capitals,
            digits: tally.digits,
            is_unspaced: unspaced > 0,
            symbols: tally.symbols,
            inner_stops: tally.inner_stops + unspaced_stops,
            ending: ending(text),
            begins_quoted: first.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '‘' | '「' | '『' | '»')),
            begins_small: begins_small(text),
            is_prose: false,
        };
        measure.is_prose = measure.reads_as_prose();
        measure
    }

    /// Whether it reads as running text: some words, and as many as a sentence needs before it ends.
    pub(crate) fn is_prose(&self) -> bool {
        self.is_prose
    }

    fn reads_as_prose(&self) -> bool {
        match self.ending {
            Ending::Stop => self.words >= 9 || self.words >= 5 && self.inner_stops > 0,
            Ending::Ellipsis => self.words >= 15,
            Ending::Colon | Ending::Comma => self.words >= 14,
            Ending::Open => self.words >= 22 || self.words >= 12 && self.inner_stops > 0,
        }
    }

    /// Whether it may hold a digit of any script.
    pub(crate) fn may_hold_digits(&self) -> bool {
        self.digits > 0 || self.is_unspaced
    }

    /// Whether it looks like a line of a program.
    pub(crate) fn is_code(&self) -> bool {
        self.symbols * 9 >= self.letters + self.digits
    }

    /// Whether all its letters are capitals.
    pub(crate) fn is_all_capitals(&self) -> bool {
        self.capitals >= 2 && self.capitals == self.letters
    }
}

fn begins_small(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(byte) if byte.is_ascii_alphanumeric() => byte.is_ascii_lowercase(),
        _ => text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase),
    }
}

pub(crate) fn ending(text: &str) -> Ending {
    // Most texts end in a letter or as sentences do.
    match text.as_bytes() {
        [.., byte] if byte.is_ascii_alphanumeric() => return Ending::Open,
        [.., before, b'.'] if *before != b'.' => return Ending::Stop,
        _ => {}
    }
    let body = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '\'' | '”' | '’' | '»' | '«' | '“' | ')' | ']' | '」' | '』' | '）' | '】' | '*')
    });
    if body.ends_with("...") || body.ends_with('…') {
        return Ending::Ellipsis;
    }
    match body.chars().next_back() {
        Some('.' | '!' | '?' | '。' | '！' | '？' | '．' | '۔' | '؟' | '।' | '։' | '‽') => Ending::Stop,
        Some(':' | '：') => Ending::Colon,
        Some(',' | ';' | '、' | '，' | '；' | '،' | '–' | '—' | '-') => Ending::Comma,
        _ => Ending::Open,
    }
}
