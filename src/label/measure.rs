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

impl Measure {
    pub(crate) fn of(text: &str) -> Self {
        let mut measure = Self::default();
        let (mut in_word, mut unspaced, mut stop) = (false, 0_u32, false);
        for c in text.chars() {
            if c.is_ascii() {
                let byte = c as u8;
                match byte {
                    b'a'..=b'z' => {
                        measure.letters += 1;
                        measure.words += u32::from(!in_word);
                        in_word = true;
                        stop = false;
                    }
                    b'A'..=b'Z' => {
                        measure.letters += 1;
                        measure.capitals += 1;
                        measure.words += u32::from(!in_word);
                        measure.capitalised += u32::from(!in_word);
                        in_word = true;
                        stop = false;
                    }
                    b'0'..=b'9' => {
                        measure.digits += 1;
                        measure.words += u32::from(!in_word);
                        in_word = true;
                        stop = false;
                    }
                    b'.' | b'!' | b'?' => {
                        stop = true;
                        // `3.5` and `U.S.` are one word.
                        in_word &= byte == b'.';
                    }
                    b'\'' | b'-' => {}
                    b' ' | b'\n' | b'\t' | b'\r' => {
                        measure.inner_stops += u32::from(stop);
                        stop = false;
                        in_word = false;
                    }
                    b'"' | b')' => in_word = false,
                    b'{' | b'}' | b'[' | b']' | b'<' | b'>' | b'=' | b';' | b'$' | b'_' | b'\\' | b'#' | b'~'
                    | b'^' | b'`' => {
                        measure.symbols += 1;
                        in_word = false;
                        stop = false;
                    }
                    _ => {
                        in_word = false;
                        stop = false;
                    }
                }
            } else if joins_lines(c) {
                in_word = false;
                if c.is_alphanumeric() {
                    unspaced += 1;
                    measure.letters += 1;
                }
                measure.inner_stops += u32::from(matches!(c, '。' | '！' | '？'));
            } else if c.is_alphabetic() {
                measure.letters += 1;
                if c.is_uppercase() {
                    measure.capitals += 1;
                    measure.capitalised += u32::from(!in_word);
                }
                measure.words += u32::from(!in_word);
                in_word = true;
                stop = false;
            } else if c.is_whitespace() {
                measure.inner_stops += u32::from(stop);
                stop = false;
                in_word = false;
            } else if c.is_numeric() {
                measure.digits += 1;
                measure.words += u32::from(!in_word);
                in_word = true;
            } else if matches!(c, '۔' | '؟' | '।' | '։' | '…') {
                stop = true;
                in_word = false;
            } else if !matches!(c, '’' | '‘' | '‐' | '\u{AD}' | '\u{300}'..='\u{36F}' | '”' | '»') {
                in_word = false;
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
