//! Splits a paragraph into sentences.
//!
//! A byte table finds the few places where a sentence may end; each is then judged by what stands on its two sides,
//! within a bounded distance, so that the time is linear in the text, and the sentences of a text are those of a longer
//! one that begins with it, but for the last. Rules go by form: the case of what follows, the shape of the word
//! before. What words mean comes from the vocabularies: abbreviations, and the function words with which a new sentence
//! likes to begin.
//!
//! A quotation of several sentences comes apart, as in treebanks, whether or not its speaker is named in the same paragraph.

mod language;
mod lines;
mod lists;
mod marks;
mod words;

use std::ops::{Range, RangeInclusive};

use language::Language;
use lists::{Label, begins_item, bullet_begins, is_item};
use marks::{Mark, closers, closes_bracket, is_cjk, is_line_break, is_opener, is_wide, next_candidate, opens_bracket};
use words::{REACH, first_word, is_odd_lower, is_title, word_before};

/// Byte ranges of the sentences of `text` (clean text of one paragraph: white space already folded to single spaces;
/// may hold `\n` line breaks), in order, without the white space between them. `language` is a BCP 47 tag, or empty
/// when it is not known: it is told from the text then.
pub(crate) fn sentences<'t>(text: &'t str, language: &str) -> impl Iterator<Item = Range<usize>> + use<'t> {
    Sentences { text, at: 0, language: Language::new(language, text), casual: false, successor: None }
}

/// The sentences that are still to come.
struct Sentences<'t> {
    text: &'t str,
    /// Where the next sentence is looked for.
    at: usize,
    language: Language,
    /// A sentence began in lower case: this writer's case tells nothing.
    casual: bool,
    /// The number of the next list item, where the present sentence began with the number of one.
    successor: Option<Label>,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at + gap(&self.text[self.at..]);
        let rest = &self.text[start..];
        let first = rest.chars().next()?;
        self.casual |= first.is_lowercase() && !is_odd_lower("", rest);
        self.successor = Label::successor(rest);
        // What holds no letter and no digit is no sentence.
        let mut from = start + rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        self.at = loop {
            let Some(at) = next_candidate(self.text, from) else { break self.text.len() };
            match self.end(start, at) {
                Ok(end) => break end,
                Err(next) => from = next,
            }
        };
        Some(start..start + self.text[start..self.at].trim_end().len())
    }
}

impl Sentences<'_> {
    /// Judges the candidate at `at`: the end of the sentence that began at `start`, or where to look on.
    fn end(&self, start: usize, at: usize) -> Result<usize, usize> {
        let text = self.text;
        let Some(first) = text[at..].chars().next() else { return Err(text.len()) };
        let width = first.len_utf8();
        if is_line_break(first) {
            let ends = lines::ends(&text[start..at], &text[at..], self.casual);
            return if ends { Ok(at) } else { Err(at + gap(&text[at..])) };
        }
        if bullet_begins(&text[start..at], first) {
            return Ok(at);
        }
        if let Some(end) = self.successor.as_ref().and_then(|item| item.end_before(&text[start..at], &text[at..])) {
            return Ok(start + end);
        }
        let Some(mut mark) = self.mark(at, first) else { return Err(at + width) };

        // The marks, what closes behind them, and what comes then.
        let run = at + self.run(at, &mut mark);
        let notes = if mark == Mark::Stop && text[run..].starts_with(|c: char| c.is_ascii_digit()) {
            superscript(&text[start..], at - start)
        } else {
            0
        };
        let end = run + notes + closers(&text[run + notes..]);
        let rest = &text[end..];
        let space = gap(rest);
        let Some(head) = rest[space..].chars().next() else { return Ok(text.len()) };

        if mark == Mark::Strong && end == run && is_cjk(head) {
            mark = Mark::Wide;
        }
        if mark == Mark::Wide {
            let goes_on = matches!(head, '、' | '，' | ',' | '；' | '：')
                || first == '։' && space == 0 && head.is_numeric()
                || first == '．' && text[..at].ends_with(char::is_numeric)
                // And so on, of Khmer.
                || first == '។' && (rest.starts_with("ល។") || text[..at].ends_with("។ល"))
                || self.in_brackets(start, end)
                || end > run && space == 0 && self.quote_goes_on(start, head);
            return if goes_on { Err(end) } else { Ok(end) };
        }
        if space == 0 {
            // Encyclopedias have no space behind their footnote marks.
            let noted = text[run..end].ends_with(']') && head.is_uppercase();
            return if noted || end == run && self.glued(at, rest) { Ok(end) } else { Err(end) };
        }
        let broken = rest[..space].contains(is_line_break);
        let rest = &rest[space..];
        // A mark alone in brackets is an omission or a doubt: `[...]`, `(?)`.
        let alone = mark != Mark::Stop && text[..at].ends_with(['[', '(']);
        if alone || matches!(head, ',' | ';' | ':' | '/' | '،') {
            return Err(end);
        }
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || is_opener(c));
        let before_next = &text[..text.len() - next.len()];
        let lower = next.starts_with(char::is_lowercase) && !begins_item(next) && !is_odd_lower(before_next, next);
        // Between a mark and a word in lower case stands nothing that closes a quotation or opens one.
        let plain = end == run && next.len() == rest.len();
        let ends = match mark {
            Mark::Stop if notes > 0 => true,
            Mark::Stop if is_item(&text[start..at]) => false,
            // The colon of Armenian.
            Mark::Stop if text[..at].ends_with(|c| matches!(c, '\u{530}'..='\u{58f}')) => false,
            Mark::Stop => {
                let may_end =
                    !lower || self.casual || plain && (broken || self.language.ends_in_lower(&text[start..at], next));
                may_end && !self.language.abbreviates(text, start, at, next, rest, lower)
            }
            // Set off by a space it stands inside a sentence, and the capital of the pronoun says nothing.
            Mark::Ellipsis => !lower && (first_word(next) != "I" || !text[..at].ends_with(' ')),
            Mark::Strong | Mark::Wide => !lower || plain && (self.casual || broken || self.asked(start, run, next)),
        };
        if ends && !self.in_brackets(start, end) { Ok(end) } else { Err(end) }
    }

    /// The mark that a terminator at `at` makes; `None` where the character ends no sentence.
    fn mark(&self, at: usize, c: char) -> Option<Mark> {
        let before = &self.text[..at];
        let after = |before: &str, script: RangeInclusive<char>| before.trim_end().ends_with(|c| script.contains(&c));
        Some(match c {
            '.' => Mark::Stop,
            '…' => Mark::Ellipsis,
            '!' | '?' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '؟' => Mark::Strong,
            ';' | '\u{37e}' if self.language.greek => Mark::Strong,
            // What keyboards have for the full stops of India, of Armenian, and, twice, of Ethiopic.
            '|' if after(before, '\u{900}'..='\u{dff}') => Mark::Wide,
            ':' if after(before, '\u{530}'..='\u{58f}') => Mark::Strong,
            ':' | '፡' if before.strip_suffix(c).is_some_and(|b| after(b, '\u{1200}'..='\u{139f}')) => Mark::Wide,
            ')' if before.ends_with([':', ';', '=', '-', '8']) && ends_emoticon(before) => Mark::Strong,
            _ if is_wide(c) => Mark::Wide,
            _ => return None,
        })
    }

    /// The length of the run of terminators that begins at `at` (`?!`, `...`, `. . .`), and the mark it makes.
    fn run(&self, at: usize, mark: &mut Mark) -> usize {
        let rest = &self.text[at..];
        let mut length = rest.chars().next().map_or(0, char::len_utf8);
        let mut stops = usize::from(*mark == Mark::Stop);
        loop {
            let tail = &rest[length..];
            let Some(c) = tail.chars().next() else { break };
            if let Some(other) = self.mark(at + length, c) {
                stops += usize::from(other == Mark::Stop);
                if other != Mark::Stop && (*mark != Mark::Wide || other == Mark::Wide) {
                    *mark = other;
                }
                length += c.len_utf8();
            } else if stops == length.div_ceil(2)
                && tail.starts_with(" .")
                && !tail[2..].starts_with(|c: char| c == '.' || c.is_alphanumeric())
            {
                length += 1;
            } else {
                break;
            }
        }
        if *mark == Mark::Stop && stops > 1 {
            *mark = Mark::Ellipsis;
        }
        length
    }

    /// Is the space after the mark at `at` lost (`the end.The next`)? Only where words tell it from a domain or a name.
    fn glued(&self, at: usize, next: &str) -> bool {
        let (start, word) = word_before(&self.text[..at]);
        let glue = first_word(next);
        let Some(first) = glue.chars().next() else { return false };
        if word.is_empty() || word.contains('.') || self.text[..start].ends_with(['/', '@', ':', '_', '&', '=']) {
            return false;
        }
        let after = &next[glue.len()..];
        let prose = word.chars().count() > 1 && word.chars().all(char::is_lowercase);
        if !word.is_ascii() && first > '\u{24f}' {
            // No domain or file is named so.
            let korean = matches!(first, '\u{ac00}'..='\u{d7a3}') && word.ends_with(['다', '요', '죠', '까']);
            let cased = first.is_uppercase()
                && prose
                && word.chars().count() > 2
                && !self.language.is_abbreviation(&format!("{word}."), false);
            return korean || cased && glue.chars().count() > 1;
        }
        let title = || self.language.is_abbreviation(&(glue.to_lowercase() + "."), false);
        let opens = prose && glue.chars().count() > 3 || self.language.opens(next);
        glue.chars().nth(1).is_some()
            && is_title(glue)
            && (after.starts_with(' ') && opens || after.starts_with(". ") && title())
    }

    /// Is lower case after a question mark a new question or an answer? Words with which sentences begin say so, where
    /// no line of a dialogue goes on (`– Where to? he asked`).
    fn asked(&self, start: usize, end: usize, next: &str) -> bool {
        let sentence = &self.text[start..end];
        sentence.ends_with(['?', '؟']) && !sentence.starts_with(is_opener) && self.language.opens(next)
    }

    /// Does the sentence go on after a quotation that closed without a space (`「…。」と言った`, `“……。”他说`)?
    fn quote_goes_on(&self, start: usize, head: char) -> bool {
        matches!(head, '\u{3040}'..='\u{309f}')
            || self.text[start..].starts_with(['「', '『', '“', '"']) && !matches!(head, '「' | '『' | '“')
    }

    /// Is the place inside a bracket that opened in this sentence and closes soon?
    fn in_brackets(&self, start: usize, at: usize) -> bool {
        let bracket = |c: &char| opens_bracket(*c) || closes_bracket(*c);
        self.text[start..at].chars().rev().take(4 * REACH).find(bracket).is_some_and(opens_bracket)
            && self.text[at..].chars().take(4 * REACH).find(bracket).is_some_and(closes_bracket)
    }
}

/// The length of the white space at the start.
fn gap(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Does a closing bracket after `before` make it an emoticon of its own (`We won :-)`)?
fn ends_emoticon(before: &str) -> bool {
    let face = before.trim_end_matches([':', ';', '=', '8', '-']).len();
    before[..face].ends_with(' ') && (face + 1..=face + 2).contains(&before.len()) && !before[face..].starts_with('-')
}

/// The length of the footnote numbers that a renderer let down behind the full stop at `at` (`a consultation.11 12 Take`).
fn superscript(text: &str, at: usize) -> usize {
    let rest = &text[at + 1..];
    let length = rest.bytes().take(REACH).take_while(|b| b.is_ascii_digit() || *b == b' ').count();
    let notes = rest[..length].trim_end();
    let is_word = |word: &str| word.chars().count() > 3 && word.chars().all(char::is_lowercase);
    let behind = text[..at].ends_with(')') || is_word(word_before(&text[..at]).1);
    let fits = notes.split(' ').all(|note| (1..=3).contains(&note.len()));
    let next = rest[length..].starts_with(char::is_uppercase);
    if fits && behind && next && notes.len() < length { notes.len() } else { 0 }
}
