//! Splits a paragraph into sentences.
//!
//! A byte table finds the few places where a sentence may end; each is then judged by what stands on its two sides,
//! within a bounded distance, so that the time is linear in the text. Rules go by form: the case of what follows, the
//! shape of the word before. What words mean comes from the vocabularies: abbreviations, and the function words
//! with which a new sentence likes to begin.

use crate::vocabulary::{self, Vocabulary};
use std::ops::Range;

/// Byte ranges of the sentences of `text` (clean text of one paragraph: white space already folded to single spaces;
/// may hold `\n` line breaks), in order, without the white space between them. `language` is a BCP 47 tag, or empty
/// when it is not known: English is the guess then.
pub(crate) fn sentences<'t>(text: &'t str, language: &str) -> impl Iterator<Item = Range<usize>> + use<'t> {
    let primary = language.split(['-', '_']).next().unwrap_or("");
    let is = |tag: &&str| tag.eq_ignore_ascii_case(primary);
    Sentences {
        text,
        at: 0,
        vocabulary: vocabulary::of(if language.is_empty() { "en" } else { language }),
        greek: is(&"el"),
        ordinals: ORDINALS.iter().any(is),
        casual: false,
        successor: None,
    }
}

/// Languages that write an ordinal as a number with a full stop, and capitalise words after it.
const ORDINALS: &[&str] = &[
    "bs", "cs", "da", "de", "dsb", "et", "fi", "fo", "hr", "hsb", "hu", "is", "lb", "lv", "nb", "nn", "no", "pl", "sk",
    "sl", "sr", "tr",
];

/// Function words that also begin surnames: before another capital they open no sentence (`M. Le Pen`).
const PARTICLES: &[&str] = &[
    "al", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "la", "las", "le",
    "les", "lo", "los", "ten", "ter", "van", "von", "zu", "zum", "zur",
];

/// Abbreviations that are words as well: in lower case they abbreviate before a number only.
const WORDS: &[&str] = &[
    "ark.", "art.", "cos.", "fig.", "gal.", "ill.", "in.", "mar.", "mass.", "miss.", "no.", "op.", "ore.", "sat.",
    "set.", "sun.", "wash.", "wed.",
];

/// Abbreviations with which enumerations end; a capital after them begins a sentence.
const AND_SO_ON: &[&str] = &["etc.", "ecc.", "enz.", "usw.", "itd.", "itp.", "atd.", "т.д.", "т.п."];

/// Abbreviations that never end a sentence, not even before a capital function word (`e.g. The Times`).
const INTRODUCE: &[&str] = &["cf.", "d.h.", "d.w.z.", "e.g.", "i.e.", "p.ex.", "vgl.", "viz.", "vs.", "z.b.", "т.е."];

/// A line of as many characters was wrapped.
const LONG: usize = 60;

/// What stands before an item of a list.
const BULLETS: &[char] = &['•', '·', '*', '-', '–', '⁃', '‣', '▪'];

/// How far (in characters) a judgement looks in each direction.
const REACH: usize = 24;

/// Quotes and brackets that close, and so belong to the sentence that ends before them. Some open in other languages:
/// after a terminator without a space they close.
const CLOSERS: &[char] = &[
    '"', '\'', '”', '’', '“', '‘', '»', '«', '›', '‹', ')', ']', '}', '）', '］', '】', '」', '』', '》', '〉', '〕',
    '｣',
];

/// What may stand before the first word of a sentence.
const OPENERS: &[char] = &[
    '"', '\'', '“', '”', '„', '‘', '‚', '«', '»', '‹', '›', '(', '[', '{', '（', '「', '『', '《', '¿', '¡', '-', '–',
    '—', '―', '•', '·', '*', '⁃', '‐', '‣', '▪', '_',
];

/// Unicode's `Sentence_Terminal` in scripts that are in use today, other than those of the Latin keyboard.
const WIDE: &[char] = &[
    '。', '！', '？', '｡', '．', '︒', '﹒', '﹖', '﹗', // Chinese, Japanese
    '۔', '؞', '։', '।', '॥', '።', '፧', '፨', // Urdu, Arabic, Armenian, Devanagari, Ethiopic
    '၊', '။', '។', '៕', '᠃', '᠉', '᥄', '᥅', '᭚', '᭛', '᱾', '᱿', '꓿', '꣎', '꣏', '꧈', '꧉', '꩝', '꩞', '꩟', '꫰', '꫱', '꯫',
];

/// The bytes at which a sentence may end: the marks of ASCII, and the bytes that lead the others in UTF-8.
static CANDIDATE: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b".!?;)\n\xcd\xd6\xd8\xdb\xe0\xe1\xe2\xe3\xea\xef";
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

/// The sentences that are still to come.
struct Sentences<'t> {
    text: &'t str,
    /// Where the next sentence is looked for.
    at: usize,
    vocabulary: Option<&'static Vocabulary>,
    /// The semicolon is the question mark.
    greek: bool,
    /// A number with a full stop may be an ordinal.
    ordinals: bool,
    /// A sentence began in lower case: this writer's case tells nothing.
    casual: bool,
    /// The number of the next list item, where the present sentence began with the number of one.
    successor: Option<Label>,
}

/// What ends a sentence, by how sure it is.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    /// A single full stop, which may also belong to an abbreviation or a number.
    Stop,
    /// `...`, which may also stand inside a sentence.
    Ellipsis,
    /// `?`, `!` and the like.
    Strong,
    /// A mark of a script that needs no space after it.
    Wide,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at + gap(&self.text[self.at..]);
        let first = self.text[start..].chars().next()?;
        self.casual |= first.is_lowercase();
        self.successor = Label::opening(&self.text[start..]).and_then(Label::successor);
        // What holds no letter and no digit is no sentence.
        let mut from = start + self.text[start..].find(char::is_alphanumeric).unwrap_or(self.text.len() - start);
        self.at = loop {
            let Some(found) = self.text.as_bytes()[from..].iter().position(|&byte| CANDIDATE[usize::from(byte)]) else {
                break self.text.len();
            };
            match self.end(start, from + found) {
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
        if first == '\n' {
            return if self.line_ends(start, at) { Ok(at) } else { Err(at + gap(&text[at..])) };
        }
        if let Some(end) = self.item_before(start, at) {
            return Ok(end);
        }
        let Some(mut mark) = self.mark(first) else { return Err(at + first.len_utf8()) };

        // The marks, what closes behind them, and what comes then.
        let run = at + self.run(&text[at..], &mut mark);
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
                || first == '．' && head.is_numeric()
                || self.in_brackets(start, end)
                || end > run && space == 0 && self.quote_goes_on(start, head);
            return if goes_on { Err(end) } else { Ok(end) };
        }
        if space == 0 {
            return if end == run && self.glued(at, rest) { Ok(end) } else { Err(end) };
        }
        let rest = &rest[space..];
        if matches!(head, ',' | ';' | ':' | '/' | '،') || mark == Mark::Ellipsis && text[..at].ends_with('[') {
            return Err(end);
        }
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(&c));
        let lower = next.starts_with(char::is_lowercase) && !begins_item(next) && !is_link(next);
        let ends = match mark {
            Mark::Stop if notes > 0 => true,
            Mark::Stop if is_item(&text[start..at]) => false,
            Mark::Stop => (!lower || self.casual) && !self.abbreviates(start, at, next, rest, lower),
            // Set off by a space it stands inside a sentence, and the capital of the pronoun says nothing.
            Mark::Ellipsis => !lower && (first_word(next) != "I" || !text[..at].ends_with(' ')),
            Mark::Strong | Mark::Wide => !lower || self.casual && end == run,
        };
        if ends && !self.in_brackets(start, end) { Ok(end) } else { Err(end) }
    }

    /// The end of the sentence before the next item of a list that lost its line breaks (`1) Milk 2) Eggs`).
    fn item_before(&self, start: usize, at: usize) -> Option<usize> {
        let item = self.successor.as_ref()?;
        let before = self.text[start..at].strip_suffix(item.number.as_str())?;
        let after = self.text[at..].strip_prefix(item.style)?;
        let end = before.trim_end_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c)).len();
        (end > 0 && end < before.len() && after.starts_with(' ')).then_some(start + end)
    }

    /// The mark that a terminator makes; `None` where the character ends no sentence.
    fn mark(&self, c: char) -> Option<Mark> {
        Some(match c {
            '.' => Mark::Stop,
            '…' => Mark::Ellipsis,
            '!' | '?' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '؟' => Mark::Strong,
            ';' | '\u{37e}' if self.greek => Mark::Strong,
            _ if WIDE.contains(&c) => Mark::Wide,
            _ => return None,
        })
    }

    /// The length of the run of terminators that `rest` begins with (`?!`, `...`, `. . .`), and the mark it makes.
    fn run(&self, rest: &str, mark: &mut Mark) -> usize {
        let mut length = 0;
        let mut stops = 0;
        loop {
            let tail = &rest[length..];
            let Some(c) = tail.chars().next() else { break };
            if let Some(other) = self.mark(c) {
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

    /// Is a line break a boundary? Not where a sentence was wrapped: before lower case, after a comma, after a long line
    /// without an end; nor after the number of a list item.
    fn line_ends(&self, start: usize, at: usize) -> bool {
        let (before, after) = (self.text[start..at].trim_end(), &self.text[at..]);
        let space = &after[..gap(after)];
        let Some(next) = after[space.len()..].chars().next() else { return true };
        if is_item(before.trim_end_matches(['.', ')'])) || self.mark(next) == Some(Mark::Stop) {
            return false;
        }
        let line = before.chars().rev().take(LONG).take_while(|c| *c != '\n');
        let (length, capitals) = (line.clone().count(), line.take_while(|c| c.is_uppercase()).count());
        let wrapped = length == LONG && next.is_alphabetic() && !before.ends_with([':', '!', '?', '"', '”']);
        // A drop capital, or letters set one below the other.
        let letters = length < 3 && length == capitals;
        let unfinished = before.ends_with([',', ';', '-', '–', '，', '、', 'の', 'は', 'を', 'に']);
        space.matches('\n').count() > 1 || !wrapped && !letters && !unfinished && (self.casual || !next.is_lowercase())
    }

    /// Does the full stop at `at` belong to the word before it, with the sentence going on at `next`?
    fn abbreviates(&self, start: usize, at: usize, next: &str, rest: &str, lower: bool) -> bool {
        let word = word_before(&self.text[start..at]);
        if !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return self.ordinals && word.len() < 4 && self.is_ordinal(at - word.len(), next);
        }
        if word.len() > 1 && is_roman(word) {
            return self.ordinals && !self.opens(next);
        }
        let number = rest.starts_with(char::is_numeric);
        let first = at - word.len() == start;
        let title = is_title(word);
        // `Dr. Who`, `Tab. 3`: short and without a vowel, or before a number, it is one in any language.
        let short = title && word.chars().count() < 5;
        let unlisted = letters(word) || short && (number || !first && has_no_vowel(word));
        let lowered = word.to_lowercase() + ".";
        if !unlisted && !self.is_abbreviation(&lowered, number || !first && title) {
            return false;
        }
        let early = at - start < REACH && self.text[start..at].split(' ').count() < 4;
        match lowered.as_str() {
            _ if lower || number || rest.starts_with(['(', '[']) || first => true,
            "a.m." | "p.m." => early || self.is_time_word(next),
            and_so_on if AND_SO_ON.contains(&and_so_on) => false,
            introduces if INTRODUCE.contains(&introduces) => true,
            _ => !self.opens(next),
        }
    }

    /// Is the word, in lower case and with its full stop, in the vocabulary: whole, or after an elision (`l'avv.`)?
    /// `sure` where its surroundings say that it is no other word.
    fn is_abbreviation(&self, word: &str, sure: bool) -> bool {
        let word = match word.split_once(['\'', '’']) {
            Some((_, rest)) if rest.len() > 3 => rest,
            _ => word,
        };
        self.vocabulary.is_some_and(|v| v.abbreviations.contains(word)) && (sure || !WORDS.contains(&word))
    }

    /// Is the number that begins at `at` an ordinal (`am 3. Mai`, `das 19. Jahrhundert`, `die 1. - 4. Klasse`)?
    fn is_ordinal(&self, at: usize, next: &str) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '-', '–', '/']);
        let word = word_before(before).to_lowercase();
        let range = word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_digit());
        let month = || self.in_section("months", &first_word(next).to_lowercase());
        !self.opens(next) && (range || self.in_section("stop_words", &word) || month())
    }

    /// Is this a word with which sentences begin? Function words do where the vocabulary has no list of its own.
    fn is_starter(&self, word: &str) -> bool {
        let listed = self.vocabulary.is_some_and(|v| !v.section("sentence_starters").is_empty());
        self.in_section(if listed { "sentence_starters" } else { "stop_words" }, word)
    }

    /// Does a line of the section, of words separated by `|`, hold the word?
    fn in_section(&self, section: &str, word: &str) -> bool {
        self.vocabulary
            .is_some_and(|v| v.section(section).iter().any(|line| line.split('|').any(|entry| entry == word)))
    }

    /// Does a new sentence open here: with a function word, and not one that begins a name?
    fn opens(&self, next: &str) -> bool {
        let word = first_word(next);
        let after = &next[word.len()..];
        let lower = word.to_lowercase();
        let initial = word.chars().nth(1).is_none() && after.starts_with('.');
        let name = PARTICLES.contains(&lower.as_str()) && after.trim_start().starts_with(char::is_uppercase);
        !initial && !name && self.is_starter(&lower)
    }

    /// What goes on after `p.m.`: a weekday, a month, a time zone.
    fn is_time_word(&self, next: &str) -> bool {
        let word = first_word(next);
        let lower = word.to_lowercase();
        word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
            || self.in_section("months", &lower)
            || self.in_section("weekdays", &lower)
    }

    /// Is the space after the mark at `at` lost (`the end.The next`)? Only where words tell it from a domain or a name.
    fn glued(&self, at: usize, next: &str) -> bool {
        let word = word_before(&self.text[..at]);
        let glue = first_word(next);
        let after = &next[glue.len()..];
        let path = word.contains('.') || self.text[..at - word.len()].ends_with(['/', '@', ':', '_', '&', '=']);
        let prose = word.chars().count() > 1 && word.chars().all(char::is_lowercase) && glue.chars().count() > 3;
        let title = || self.is_abbreviation(&(glue.to_lowercase() + "."), false);
        let begins = after.starts_with(' ') && (prose || self.opens(next)) || after.starts_with(". ") && title();
        !word.is_empty() && !path && glue.len() > 1 && is_title(glue) && begins
    }

    /// Does the sentence go on after a quotation that closed without a space (`「…。」と言った`, `“……。”他说`)?
    fn quote_goes_on(&self, start: usize, head: char) -> bool {
        matches!(head, '\u{3040}'..='\u{309f}')
            || self.text[start..].starts_with(['「', '『', '“', '"']) && !matches!(head, '「' | '『' | '“')
    }

    /// Is the place inside a bracket that opened in this sentence and closes soon?
    fn in_brackets(&self, start: usize, at: usize) -> bool {
        let opens = |c: char| matches!(c, '(' | '[' | '（' | '《' | '〈' | '【');
        let closes = |c: char| matches!(c, ')' | ']' | '）' | '》' | '〉' | '】');
        let bracket = |c: &char| opens(*c) || closes(*c);
        self.text[start..at].chars().rev().take(4 * REACH).find(bracket).is_some_and(opens)
            && self.text[at..].chars().take(4 * REACH).find(bracket).is_some_and(closes)
    }
}

/// The length of the white space at the start.
fn gap(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The length of the quotes, brackets and footnote marks that belong to the sentence before.
fn closers(rest: &str) -> usize {
    let mut length = 0;
    loop {
        let tail = &rest[length..];
        let space = tail.chars().next().filter(|c| c.is_whitespace() && *c != '\n').map_or(0, char::len_utf8);
        let mut chars = tail[space..].chars();
        length += match (chars.next(), chars.next()) {
            (Some('“' | '‘' | '«' | '‹'), Some(next)) if next.is_alphanumeric() => return length,
            (Some(c), _) if space == 0 && CLOSERS.contains(&c) => c.len_utf8(),
            (Some(c @ (')' | ']' | '”' | '»')), None) => space + c.len_utf8(),
            (Some(c @ (')' | ']' | '”' | '»')), Some(d)) if !d.is_alphanumeric() => space + c.len_utf8(),
            (Some('['), _) => match tail[space..].char_indices().take(6).find(|(_, c)| *c == ']') {
                Some((at, _))
                    if tail[space + 1..space + at].chars().all(|c| c.is_ascii_digit() || c == '.' || c == '…') =>
                {
                    space + at + 1
                }
                _ => return length,
            },
            _ => return length,
        };
    }
}

/// The word that the text ends with, without its opening quotes and brackets; cut off beyond reach.
fn word_before(text: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’' | '°' | 'º');
    let start = text.char_indices().rev().take(REACH).take_while(|(_, c)| inside(*c)).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// The word that the text begins with.
fn first_word(text: &str) -> &str {
    let end = text.char_indices().take_while(|(_, c)| c.is_alphanumeric()).take(REACH).last();
    end.map_or("", |(at, c)| &text[..at + c.len_utf8()])
}

/// A capital, and lower case after it if anything.
fn is_title(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
}

/// Latin letters, none of which can be spoken alone.
fn has_no_vowel(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_alphabetic() && !b"aeiouy".contains(&b.to_ascii_lowercase()))
}

/// Single letters with full stops between them (`U.S`, `J`, `z`, `LL.AA`): initials and abbreviations of any language.
fn letters(word: &str) -> bool {
    let word = word.trim_end_matches(['°', 'º']);
    word.split('.').all(|part| {
        let mut chars = part.chars();
        let (first, second) = (chars.next(), chars.next());
        let cased = |c: Option<char>| c.is_some_and(|c| c.is_lowercase() || c.is_uppercase());
        cased(first) && (second.is_none() || word.contains('.') && first == second && chars.next().is_none())
    })
}

/// The length of the footnote numbers that a renderer let down behind the full stop at `at` (`a consultation.11 12 Take`).
fn superscript(text: &str, at: usize) -> usize {
    let rest = &text[at + 1..];
    let length = rest.bytes().take(REACH).take_while(|b| b.is_ascii_digit() || *b == b' ').count();
    let notes = rest[..length].trim_end();
    let is_word = |word: &str| word.chars().count() > 3 && word.chars().all(char::is_lowercase);
    let behind = text[..at].ends_with(')') || is_word(word_before(&text[..at]));
    let fits = notes.split(' ').all(|note| (1..=3).contains(&note.len()));
    let next = rest[length..].starts_with(char::is_uppercase);
    if fits && behind && next && notes.len() < length { notes.len() } else { 0 }
}

/// A link, whose lower case says nothing.
fn is_link(text: &str) -> bool {
    text.starts_with("http") || text.starts_with("www.")
}

/// The number or letter of a list item.
struct Label {
    number: String,
    style: &'static str,
}

impl Label {
    /// The item that the text opens (`2. `, `• 9. `, `b) `, `1.) `).
    fn opening(text: &str) -> Option<Self> {
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));
        let number = first_word(text);
        let rest = &text[number.len()..];
        let style = [".)", ")", "."].into_iter().find(|style| rest.starts_with(style))?;
        let digits = number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit());
        let case = |b: u8| b.is_ascii_lowercase() || style != "." && b.is_ascii_uppercase();
        let letter = number.len() == 1 && number.bytes().all(case);
        let fits = (digits || letter) && rest[style.len()..].starts_with(' ');
        fits.then(|| Self { number: number.to_owned(), style })
    }

    /// The item after this one.
    fn successor(self) -> Option<Self> {
        let number = match self.number.parse::<u16>() {
            Ok(number) => (number + 1).to_string(),
            Err(_) => char::from_u32(u32::from(self.number.chars().next()?) + 1)?.to_string(),
        };
        Some(Self { number, ..self })
    }
}

/// Does a list item with a letter open here (`b) `, `iv) `, `a. `)? Its lower case says nothing.
fn begins_item(text: &str) -> bool {
    let label = first_word(text);
    let rest = &text[label.len()..];
    match label {
        "a" | "i" if rest.starts_with(". ") => true,
        _ => is_item(label) && rest.starts_with(") "),
    }
}

/// A Roman numeral in capitals.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Is all of the sentence so far the number or letter of a list item (`1`, `• 9`, `a`, `iv`)?
fn is_item(sentence: &str) -> bool {
    if sentence.len() > 12 {
        return false;
    }
    let number = sentence.trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(&c));
    match number.len() {
        0 => false,
        1 => number.bytes().all(|b| b.is_ascii_alphanumeric()),
        2..=4 => {
            number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit())
                || number.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
                || is_roman(number)
        }
        _ => false,
    }
}

/// Chinese and Japanese letters, before which no space is to be expected.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '「' | '『' | '“')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split<'t>(language: &str, text: &'t str) -> Vec<&'t str> {
        sentences(text, language).map(|range| &text[range]).collect()
    }

    /// Joined with spaces, the sentences come apart again.
    #[track_caller]
    fn comes_apart(language: &str, sentences: &[&str]) {
        assert_eq!(split(language, &sentences.join(" ")), sentences);
    }

    #[test]
    fn terminators_and_what_closes_behind_them() {
        comes_apart("en", &["It rained all day.", "Did it stop?!", "No!!", "It did not… alas.", "We left..."]);
        comes_apart("en", &["“We won.”", "(They lost.)", "He said: \"Go home.\"", "It was over [12]."]);
        comes_apart("en", &["The emperor published a decree.[1][2]", "It was repealed. [3]", "Nobody minded."]);
        comes_apart("fr", &["« Il pleut. »", "Vraiment ?", "Oui !"]);
        comes_apart("de", &["Er sagte: „Es regnet.“", "»Wirklich?«", "Ja."]);
    }

    #[test]
    fn a_quotation_goes_on_in_lower_case() {
        comes_apart("en", &["“Really?” he asked.", "\"Stop!\" she cried, \"or I call them.\"", "He ran."]);
        comes_apart("en", &["They work for Yahoo! in London.", "It was (who knew?) a success."]);
        comes_apart("es", &["«¿Adónde vas?», preguntó.", "¡Muy lejos!", "Ya veo."]);
        comes_apart("ru", &["«Не видали маму?» — спросила она.", "Никто не ответил."]);
    }

    #[test]
    fn brackets_hold_their_sentences() {
        comes_apart("en", &["The list (first the dogs. Then the cats!) was long.", "It ended."]);
        comes_apart("zh", &["我们去看《摔跤吧！爸爸》好吗？", "好！"]);
        comes_apart("en", &["He smiled. :)"]);
    }

    #[test]
    fn abbreviations_and_initials() {
        comes_apart("en", &["Dr. Jones met Prof. Smith and J. K. Rowling on Jan. 3.", "They talked."]);
        comes_apart("en", &["See vol. 3, No. 5 and p. 12.", "No.", "He said no.", "Paul agreed."]);
        comes_apart(
            "en",
            &[
                "He works for Acme Inc. in Ohio.",
                "She left Brown & Co.",
                "It was late.",
                "We saw cats, dogs, etc.",
                "Paul saw none.",
            ],
        );
        comes_apart("en", &["The U.S. Senate met in the U.S.", "They voted, e.g. The Times says so."]);
        comes_apart("de", &["Das gilt z. B. für Dr. Meier, d.h. Die Firma usw.", "Anna nicht."]);
        comes_apart("fr", &["L'ancien président M. Le Pen et J. Dupont ont parlé.", "Les autres non."]);
        comes_apart("", &["Mr. Brown asked Mrs. Green.", "She knew."]);
        // Short and before a number: no vocabulary is needed.
        comes_apart("hr", &["Vidi sliku na Str. 4 i Tab. 5 ovdje.", "Kaže Dr. Babić.", "Hvala."]);
    }

    #[test]
    fn times_of_day() {
        comes_apart(
            "en",
            &["It opens at 10 a.m. Monday.", "We met there at 5 p.m. EST.", "They close at 6 p.m.", "Paul left."],
        );
        comes_apart("en", &["At 5 a.m. Paul woke up."]);
    }

    #[test]
    fn numbers_ordinals_and_names_with_dots() {
        comes_apart("en", &["It cost $3.50 in 2010.", "Version 2.0.1 is at https://example.com/a.b?c=d now.", "Yes."]);
        comes_apart("en", &["Write to jane.doe@example.com.", "The .zip file is 1.5 MB.", "It works."]);
        comes_apart(
            "de",
            &[
                "Am 3. Mai war das 19. Jahrhundert vorbei.",
                "Das steht auf Seite 12.",
                "So war es seit 2010.",
                "Menschen kamen.",
                "Der Papst Paul II. Wojtyla sprach.",
            ],
        );
        comes_apart("it", &["La casa costa 170.500,00€!", "Oggi è il 27.10.2014.", "Bene."]);
        comes_apart("ru", &["Он родился 5 мая 1990.", "Л.Н. Толстой и А. И. Семенов жили здесь.", "Да."]);
    }

    #[test]
    fn ellipses() {
        comes_apart("en", &["I thought . . . no, never mind.", "Well...", "Then we left.", "“The end […] is near.”"]);
        comes_apart("en", &["It was ... I mean, it could be better.", "Fine."]);
        comes_apart("nl", &["Het was stil.", "...en toen barste de hel los."]);
    }

    #[test]
    fn lists() {
        comes_apart("en", &["1. This is an item.", "2. This is another."]);
        comes_apart("en", &["1) The first item", "2) The second item", "3) The third"]);
        comes_apart("en", &["• 9. Stop smoking", "• 10. Get some rest"]);
        comes_apart("en", &["a. The first", "b. The second"]);
        comes_apart("en", &["(a) Hello world.", "(b) Hello again."]);
    }

    #[test]
    fn line_breaks() {
        assert_eq!(split("en", "Roses are red\nViolets are blue"), ["Roses are red", "Violets are blue"]);
        assert_eq!(split("en", "This was\ncut in two."), ["This was\ncut in two."]);
        assert_eq!(split("en", "milk\neggs\nbread"), ["milk", "eggs", "bread"]);
        assert_eq!(split("en", "Dear all,\nWe won.\n\nYours"), ["Dear all,\nWe won.", "Yours"]);
        assert_eq!(split("en", "1.\nThe first\n2.\nThe second"), ["1.\nThe first", "2.\nThe second"]);
        let wrapped = "The committee had met for the first time in the old town hall of\nBerlin.";
        assert_eq!(split("en", wrapped), [wrapped]);
    }

    #[test]
    fn writers_without_capitals_and_without_spaces() {
        comes_apart("en", &["we went there.", "it was good.", "would you go?", "i would."]);
        assert_eq!(
            split("en", "It was good.The end came.But it was late!"),
            ["It was good.", "The end came.", "But it was late!"]
        );
        assert_eq!(split("en", "Use Newsfeed.Com or node.js today."), ["Use Newsfeed.Com or node.js today."]);
        comes_apart("en", &["It was in a consultation.11 12", "Take the next one."]);
    }

    #[test]
    fn other_scripts() {
        assert_eq!(
            split("ja", "これはペンです。「本当？」と聞いた。すごい！"),
            ["これはペンです。", "「本当？」と聞いた。", "すごい！"]
        );
        assert_eq!(split("ja", "幅は３．２９％です．次です。"), ["幅は３．２９％です．", "次です。"]);
        assert_eq!(split("zh", "他走了。“你好。”他说。"), ["他走了。", "“你好。”他说。"]);
        assert_eq!(split("hi", "यह एक है।वह दो है।"), ["यह एक है।", "वह दो है।"]);
        comes_apart("ar", &["كيف حالك؟", "أنا بخير.", "شكرا!"]);
        comes_apart("ur", &["یہ ایک ہے۔", "وہ دو ہے۔"]);
        comes_apart("hy", &["Սա մեկն է։", "Դա երկուսն է։"]);
        comes_apart("am", &["ይህ አንድ ነው።", "ያ ሁለት ነው።"]);
        comes_apart("el", &["Τι κάνεις;", "Είμαι καλά· εσύ;", "Καλά."]);
        comes_apart("ko", &["비가 왔다.", "정말?", "그래!"]);
    }

    #[test]
    fn every_mark_is_a_candidate() {
        for mark in WIDE.iter().chain(&['.', '!', '?', '…', '‼', '‽', '⁇', '⁈', '⁉', '؟', ';', '\u{37e}'])
        {
            assert!(CANDIDATE[usize::from(mark.to_string().as_bytes()[0])], "{mark}");
        }
    }

    /// In order, without a panic, and nothing but white space between them.
    #[test]
    fn the_sentences_hold_the_text() {
        let pieces = [
            "", " ", "\n", ".", "...", "…", "!?", "。", "．", "\u{a0}", "(", ")", "[1]", "[", "“", "”", "»", "'", "1",
            "12.)", "a", "i.", "U.S", "Dr", "p.m", "é", "Я", "の", "ａ", "3", "-", "•", "ẞ", "İ", "😀", "\u{301}",
        ];
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    let text = format!("{a}{b}{c} {a}{c}{b}{a}");
                    for language in ["", "de", "el"] {
                        let mut at = 0;
                        for range in sentences(&text, language) {
                            assert!(range.start < range.end && text[at..range.start].trim().is_empty(), "{text:?}");
                            at = range.end;
                        }
                        assert!(text[at..].trim().is_empty(), "{text:?}");
                    }
                }
            }
        }
    }
}
