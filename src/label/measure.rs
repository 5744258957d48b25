//! What can be counted in a block: one pass over its characters.

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
    /// Words that begin with a capital.
    pub(crate) capitalised: u32,
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

/// Where the count of words and sentences stands.
#[derive(Default)]
struct State {
    in_word: bool,
    /// A full stop or its like was the last character.
    stop: bool,
}

impl Measure {
    /// Counts an ASCII character.
    fn ascii(&mut self, byte: u8, state: &mut State) {
        match byte {
            b'a'..=b'z' => {
                self.letters += 1;
                self.words += u32::from(!state.in_word);
                state.in_word = true;
                state.stop = false;
            }
            b'A'..=b'Z' => {
                self.letters += 1;
                self.capitals += 1;
                self.words += u32::from(!state.in_word);
                self.capitalised += u32::from(!state.in_word);
                state.in_word = true;
                state.stop = false;
            }
            b'0'..=b'9' => {
                self.digits += 1;
                self.words += u32::from(!state.in_word);
                state.in_word = true;
                state.stop = false;
            }
            b'.' | b'!' | b'?' => {
                state.stop = true;
                // `3.5` and `U.S.` are one word.
                state.in_word &= byte == b'.';
            }
            b'\'' | b'-' => {}
            b' ' | b'\n' | b'\t' | b'\r' => {
                self.inner_stops += u32::from(state.stop);
                state.stop = false;
                state.in_word = false;
            }
            b'"' | b')' => state.in_word = false,
            b'{' | b'}' | b'[' | b']' | b'<' | b'>' | b'=' | b';' | b'$' | b'_' | b'\\' | b'#' | b'~' | b'^' | b'`' => {
                self.symbols += 1;
                state.in_word = false;
                state.stop = false;
            }
            _ => {
                state.in_word = false;
                state.stop = false;
            }
        }
    }

    pub(crate) fn of(text: &str) -> Self {
        let mut measure = Self::default();
        let mut state = State::default();
        let mut unspaced = 0_u32;
        // Most blocks are ASCII, which needs no decoding.
        let ascii = text.bytes().take_while(u8::is_ascii).count();
        let ascii = if ascii == text.len() { ascii } else { 0 };
        text.as_bytes()[..ascii].iter().for_each(|&byte| measure.ascii(byte, &mut state));
        for c in text[ascii..].chars() {
            if c.is_ascii() {
                measure.ascii(c as u8, &mut state);
            } else if joins_lines(c) {
                state.in_word = false;
                if c.is_alphanumeric() {
                    unspaced += 1;
                    measure.letters += 1;
                }
                measure.inner_stops += u32::from(matches!(c, '。' | '！' | '？'));
            } else if c.is_alphabetic() {
                measure.letters += 1;
                if c.is_uppercase() {
                    measure.capitals += 1;
                    measure.capitalised += u32::from(!state.in_word);
                }
                measure.words += u32::from(!state.in_word);
                state.in_word = true;
                state.stop = false;
            } else if c.is_whitespace() {
                measure.inner_stops += u32::from(state.stop);
                state.stop = false;
                state.in_word = false;
            } else if c.is_numeric() {
                measure.digits += 1;
                measure.words += u32::from(!state.in_word);
                state.in_word = true;
            } else if matches!(c, '۔' | '؟' | '।' | '։' | '…') {
                state.stop = true;
                state.in_word = false;
            } else if !matches!(c, '’' | '‘' | '‐' | '\u{AD}' | '\u{300}'..='\u{36F}' | '”' | '»') {
                state.in_word = false;
            }
        }
        measure.words += unspaced.div_ceil(2);
        let first = text.chars().next();
        measure.begins_quoted = first.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '‘' | '「' | '『' | '»'));
        measure.begins_small = text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
        measure.ending = ending(text);
        measure.inner_stops = measure.inner_stops.saturating_sub(u32::from(text.ends_with(['。', '！', '？'])));
        measure
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
