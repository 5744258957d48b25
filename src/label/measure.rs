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
    /// Characters that are letters.
    pub(crate) letters: u32,
    /// Letters that are capitals.
    pub(crate) capitals: u32,
    pub(crate) digits: u32,
    /// Characters that programs are full of, and sentences are not.
    pub(crate) symbols: u32,
    /// Full stops and their like followed by a space: sentences that end inside.
    pub(crate) inner_stops: u32,
    pub(crate) ending: Ending,
    /// It begins with a small letter.
    pub(crate) begins_small: bool,
    /// It begins with an opening quotation mark.
    pub(crate) begins_quoted: bool,
}

/// Bytes that are counted at once, one in each lane of a vector: plain arrays, of which the compiler makes vector
/// instructions where every lane is treated alike.
const LANES: usize = 16;
/// Bytes before them that say where words and sentences stand.
const BEHIND: usize = 2;

type Lanes = [u8; LANES];

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

/// 1 in each lane whose byte is of a class. (A plain loop: the compiler makes vector instructions of those alone.)
#[inline(always)]
fn class(bytes: &Lanes, is: impl Fn(u8) -> bool) -> Lanes {
    let mut lanes = [0; LANES];
    for i in 0..LANES {
        lanes[i] = if is(bytes[i]) { 1 } else { 0 };
    }
    lanes
}

#[inline(always)]
fn both(a: &Lanes, b: &Lanes, of: impl Fn(u8, u8) -> u8) -> Lanes {
    let mut lanes = [0; LANES];
    for i in 0..LANES {
        lanes[i] = of(a[i], b[i]);
    }
    lanes
}

/// Counts in lanes, each of at most 255.
#[derive(Default)]
struct Counts {
    words: Lanes,
    alphanumerics: Lanes,
    capitals: Lanes,
    digits: Lanes,
    symbols: Lanes,
    inner_stops: Lanes,
}

impl Counts {
    /// Counts all bytes of a window but those that stand for what is behind.
    fn add_window(&mut self, window: &[u8]) {
        if let (Ok(before), Ok(last), Ok(here)) =
            (window[..LANES].try_into(), window[1..=LANES].try_into(), window[BEHIND..].try_into())
        {
            self.add(before, last, here);
        }
    }

    /// Counts the bytes in `here`; `last` holds the byte before each of them and `before` the one before that.
    // Only by itself does the compiler make vector instructions of it.
    #[inline(never)]
    fn add(&mut self, before: &Lanes, last: &Lanes, here: &Lanes) {
        let is_digit = |byte: u8| byte.wrapping_sub(b'0') < 10;
        let is_alphanumeric = |byte: u8| ((byte | 0x20).wrapping_sub(b'a') < 26) | is_digit(byte);
        // `3.5`, `U.S.` and `don't` are one word.
        let joins = |byte: u8| (byte == b'.') | (byte == b'\'') | (byte == b'-');
        let is_stop = |byte: u8| (byte == b'.') | (byte == b'!') | (byte == b'?');
        let closes = |byte: u8| (byte == b'"') | (byte == b')') | (byte == b'\'') | (byte == b'-');
        let is_blank = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
        let is_symbol = |byte: u8| {
            (byte.wrapping_sub(b'[') < 6) // [ \ ] ^ _ `
                | (byte.wrapping_sub(b'{') < 4) & (byte != b'|') // { } ~
                | (byte.wrapping_sub(b';') < 4) // ; < = >
                | (byte.wrapping_sub(b'#') < 2) // # $
        };
        let alphanumeric = class(here, is_alphanumeric);
        let joined = both(&class(last, joins), &class(before, is_alphanumeric), |a, b| a & b);
        let inside = both(&class(last, is_alphanumeric), &joined, |a, b| a | b);
        let begins = both(&alphanumeric, &inside, |a, b| a & (b ^ 1));
        let closed = both(&class(last, closes), &class(before, is_stop), |a, b| a & b);
        let stopped = both(&class(last, is_stop), &closed, |a, b| a | b);
        let count = |counts: &mut Lanes, counted: &Lanes| {
            for i in 0..LANES {
                counts[i] = counts[i].wrapping_add(counted[i]);
            }
        };
        count(&mut self.words, &begins);
        count(&mut self.alphanumerics, &alphanumeric);
        count(&mut self.capitals, &class(here, |byte| byte.wrapping_sub(b'A') < 26));
        count(&mut self.digits, &class(here, is_digit));
        count(&mut self.symbols, &class(here, is_symbol));
        count(&mut self.inner_stops, &both(&class(here, is_blank), &stopped, |a, b| a & b));
    }
}

impl Tally {
    fn of(bytes: &[u8]) -> Self {
        let mut tally = Self::default();
        // A count of a lane takes 255 at most.
        for from in (0..bytes.len()).step_by(LANES * usize::from(u8::MAX)) {
            let mut counts = Counts::default();
            let end = bytes.len().min(from + LANES * usize::from(u8::MAX));
            for at in (from..end).step_by(LANES) {
                match at.checked_sub(BEHIND).and_then(|start| bytes.get(start..at + LANES)) {
                    Some(window) => counts.add_window(window),
                    None => counts.add_window(&padded(bytes, at)),
                }
            }
            let sum = |lanes: Lanes| lanes.iter().map(|&count| u32::from(count)).sum::<u32>();
            tally.words += sum(counts.words);
            tally.alphanumerics += sum(counts.alphanumerics);
            tally.capitals += sum(counts.capitals);
            tally.digits += sum(counts.digits);
            tally.symbols += sum(counts.symbols);
            tally.inner_stops += sum(counts.inner_stops);
        }
        tally
    }
}

/// The window at the start or end of a block: blanks before it and nothing behind.
fn padded(bytes: &[u8], at: usize) -> [u8; BEHIND + LANES] {
    let mut window = [0; BEHIND + LANES];
    let (start, end) = (at.saturating_sub(BEHIND), bytes.len().min(at + LANES));
    let lead = BEHIND - (at - start);
    window[..lead].fill(b' ');
    window[lead..lead + end - start].copy_from_slice(&bytes[start..end]);
    window
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
        let ascii = Encoding::ascii_valid_up_to(text.as_bytes());
        let (mut unspaced, mut unspaced_stops) = (0, 0);
        let tally = if ascii == text.len() {
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
                    bytes.push(byte);
                    rest = &rest[c.len_utf8()..];
                }
            }
            Tally::of(&bytes)
        };
        let first = text.chars().next();
        unspaced_stops -= u32::from(text.ends_with(['。', '！', '？']));
        Self {
            words: tally.words + unspaced.div_ceil(2),
            letters: tally.alphanumerics - tally.digits + unspaced,
            capitals: tally.capitals,
            digits: tally.digits,
            symbols: tally.symbols,
            inner_stops: tally.inner_stops + unspaced_stops,
            ending: ending(text),
            begins_quoted: first.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '‘' | '「' | '『' | '»')),
            begins_small: text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase),
        }
    }

    /// Whether it reads as running text: some words, and as many as a sentence needs before it ends.
    pub(crate) fn is_prose(&self) -> bool {
        match self.ending {
            Ending::Stop => self.words >= 9 || self.words >= 5 && self.inner_stops > 0,
            Ending::Ellipsis => self.words >= 15,
            Ending::Colon | Ending::Comma => self.words >= 14,
            Ending::Open => self.words >= 22 || self.words >= 12 && self.inner_stops > 0,
        }
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

fn ending(text: &str) -> Ending {
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
