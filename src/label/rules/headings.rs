//! Headings without markup: which short lines head what is below them, and at which level.

use std::collections::HashSet;

use super::super::Unit;
use super::super::measure::Ending;
use super::super::region;
use super::{LONGEST_HEADING, Rules};
use crate::facts::names;
use crate::input::Shape;
use crate::model::{Kind, NO_INDEX, Role};

/// Bare lines in a row that are a list, a poem or a table, and head nothing.
const LONGEST_STACK: usize = 4;

/// Units among which the one above is looked for, past boxes of the page.
const NEAR: usize = 9;

/// Deepest level of a heading.
const DEEPEST: u32 = 6;

/// What a heading is numbered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numeral {
    /// `1.`, `2.1`
    Arabic,
    /// `II.`
    Roman,
    /// `B.`
    Letter,
}

/// What sets a heading apart from others of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// The number of its hashes, or its element.
    Marked(u32),
    /// By the characters of the underline.
    Underlined(char),
    /// With its last number and how many there are: 1 and 2 of `2.1`.
    Numbered(Numeral, u32, u32),
    Capitals,
    Plain,
}

/// The numerals that short lines begin with, each with its mark: `II.`, `B)`.
pub(super) fn numerals(document: &str, units: &[Unit]) -> HashSet<String> {
    let first = |unit: &Unit| {
        const LONGEST: usize = 8;
        let text = unit.text(document);
        let mut head = text.bytes().take(LONGEST);
        if unit.is_prose()
            || !text.starts_with(|c: char| c.is_ascii_uppercase())
            || !head.any(|byte| b".)".contains(&byte))
        {
            return None;
        }
        let token = text.split_whitespace().next()?;
        (token.ends_with(['.', ')']) && token.len() <= LONGEST).then(|| token.to_owned())
    };
    units.iter().filter_map(first).collect()
}

impl Rules<'_> {
    /// Whether a short line heads what is below it.
    pub(super) fn is_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let text = self.text(at);
        // On a page what is no heading by its markup is at least bold.
        if self.is_page() && unit.strong < unit.span.end - unit.span.start {
            return false;
        }
        // What the page puts into a list or a quotation heads nothing below it.
        let may_be = !unit.is_prose()
            && unit.container == NO_INDEX
            && self.is_headline(at, LONGEST_HEADING)
            && (unit.measure.ending != Ending::Colon || self.is_bold(at))
            && !unit.measure.begins_small
            && !self.is_count(at)
            && !self.speaks(at);
        if !may_be {
            return false;
        }
        let numbered = text.starts_with(char::is_numeric) || self.numeral(at).is_some();
        if unit.measure.inner_stops > 0 && !numbered {
            return false;
        }
        if self.is_page() {
            return self.heads_prose(at);
        }
        let set = numbered || self.is_bold(at) || unit.measure.is_all_capitals();
        self.heads_rows(at)
            || (set || !self.is_sentence(at))
                && (set || unit.repeated || !self.is_in_stack(at))
                && !self.is_attribution(at)
                && (self.authors.is_empty() || !self.authors.contains(&text.to_lowercase()))
                && self.heads_prose(at)
    }

    /// Whether all of it is strong, or stands between the marks of bold type that it was written with: `**Heading**`.
    fn is_bold(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let text = self.text(at);
        unit.is_all(unit.strong) || ["**", "__"].iter().any(|mark| text.starts_with(mark) && text.ends_with(mark))
    }

    /// Whether it is a heading by its number alone.
    pub(super) fn is_numbered_heading(&self, at: usize) -> bool {
        let plain = matches!(self.units[at].shape, Shape::Text) && self.units[at].phrase.is_none();
        plain && self.is_headline(at, LONGEST_HEADING) && self.numeral(at).is_some()
    }

    /// A short line that ends as a sentence, or is said by someone in a dialogue.
    fn is_sentence(&self, at: usize) -> bool {
        let measure = &self.units[at].measure;
        let said = |i: Option<usize>| {
            i.and_then(|i| self.units.get(i)).is_some_and(|unit| unit.measure.begins_quoted && unit.measure.words > 0)
        };
        let text = self.text(at).trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?。！？؟।".contains(c));
        measure.ending == Ending::Stop
            && (text.ends_with(['.', '。', '।'])
                || measure.begins_quoted && (said(at.checked_sub(1)) || said(Some(at + 1))))
    }

    /// `Jane Roe, mayor` below what she says.
    fn is_attribution(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1) else { return false };
        let quotation = self.text(above);
        let quoted =
            self.units[above].measure.begins_quoted && quotation.ends_with(['"', '”', '“', '»', '«', '’', '」']);
        quoted && names::parse(self.text(at).trim_start_matches(['—', '–', '-', ' ']), self.language).is_some()
    }

    /// Whether a line has neither the length nor the end of a sentence: of lists, verses and tables there are many in a row.
    fn is_bare(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            let open = if unit.is_decided() {
                unit.role == Role::Body && matches!(unit.kind, Kind::Paragraph | Kind::Heading)
            } else {
                unit.phrase.is_none()
            };
            open && matches!(unit.shape, Shape::Text)
                && !unit.is_prose()
                && (1..=LONGEST_HEADING).contains(&unit.measure.words)
                && matches!(unit.measure.ending, Ending::Open | Ending::Comma)
                && !unit.measure.begins_quoted
                && !self.speaks(at)
        })
    }

    /// Whether a unit is the page's, and stands between those of the article.
    fn is_between(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let furniture = unit.phrase.is_some_and(|(kind, _)| region::is_page_furniture(kind));
        if unit.is_decided() { unit.role == Role::Boilerplate } else { furniture && self.phrase_decides(at) }
    }

    /// Whether a bare line stands among so many others that it heads none of them.
    fn is_in_stack(&self, at: usize) -> bool {
        if !self.is_bare(at) {
            return false;
        }
        // A blank line parts it from lines that have none between them.
        let tight = |i: usize| !self.units[i].after_blank;
        let parted = self.units[at].after_blank && at > 0 && tight(at - 1) && !self.is_between(at - 1);
        let most = if parted { 0 } else { LONGEST_STACK };
        let above = (at.saturating_sub(NEAR)..at).rev().filter(|&i| !self.is_between(i));
        let below = (at + 1..self.units.len().min(at + NEAR)).filter(|&i| !self.is_between(i));
        let bare = |i: &usize| self.is_bare(*i);
        above.take(most).take_while(bare).count() + 1 + below.take_while(bare).count() >= LONGEST_STACK
    }

    /// Whether lines with figures follow a line without: results below `Results`.
    fn heads_rows(&self, at: usize) -> bool {
        let measure = &self.units[at].measure;
        if measure.digits > 0 || measure.letters < 4 || measure.words > 6 || !self.is_bare(at) {
            return false;
        }
        let above = (at.saturating_sub(NEAR)..at).rev().find(|&i| !self.is_between(i));
        let mut below = (at + 1..self.units.len().min(at + NEAR)).filter(|&i| !self.is_between(i)).take(2);
        let has_figures = |i: usize| self.is_bare(i) && self.units[i].measure.digits > 0;
        above.is_some_and(|above| self.units[above].is_prose())
            && below.next().is_some_and(has_figures)
            && below.next().is_some_and(has_figures)
    }

    /// Whether prose follows a short line, with no more than another heading, a date or a caption between.
    pub(super) fn heads_prose(&self, at: usize) -> bool {
        let mut others = 0;
        for next in at + 1..self.units.len().min(at + 9) {
            let unit = &self.units[next];
            // What the page has put between is passed over.
            if unit.is_decided() || self.is_between(next) {
                continue;
            }
            let set =
                matches!(unit.shape, Shape::Item { .. } | Shape::Row { .. } | Shape::Cell) && unit.measure.words >= 2;
            if unit.is_prose() || set || self.speaks(next) {
                return true;
            }
            others += 1;
            if others > 2 || unit.measure.words > LONGEST_HEADING || unit.measure.ending != Ending::Open {
                return false;
            }
        }
        false
    }

    /// `Serves 4`: a word or two and a number, in no series such as `Step 1`, `Step 2`.
    pub(super) fn is_count(&self, at: usize) -> bool {
        let text = self.text(at);
        let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = text.len() - words.len();
        if !(1..=3).contains(&digits) || self.units[at].measure.words > 3 || !words.ends_with(' ') {
            return false;
        }
        !(self.region.start..self.region.end).any(|i| i != at && self.text(i).starts_with(words))
    }

    /// What a line is numbered with, its last number, and how many there are. A letter, and a Roman numeral of one letter,
    /// counts only in a series: `C.` begins names, too.
    fn numeral(&self, at: usize) -> Option<(Numeral, u32, u32)> {
        let token = self.text(at).trim_start_matches(['*', '_']).split_whitespace().next()?;
        let (number, mark) = match token.strip_suffix(['.', ')', ':']) {
            Some(number) => (number, &token[number.len()..]),
            None => (token, ""),
        };
        if number.starts_with(|c: char| c.is_ascii_digit()) {
            let parts: Vec<u32> = number.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
            let numbered = (!mark.is_empty() || parts.len() > 1) && parts.len() <= DEEPEST as usize;
            return numbered.then_some((Numeral::Arabic, *parts.last()?, parts.len() as u32));
        }
        if mark.is_empty() || mark == ":" {
            return None;
        }
        let series = |numeral: Option<String>| numeral.is_some_and(|n| self.numerals.contains(&format!("{n}{mark}")));
        if let [letter @ b'A'..=b'Z'] = *number.as_bytes() {
            let value = u32::from(letter - b'A') + 1;
            let beside = [value.checked_sub(1), Some(value + 1)].map(|value| {
                value
                    .filter(|value| (1..=26).contains(value))
                    .map(|value| char::from(b'A' + value as u8 - 1).to_string())
            });
            if beside.into_iter().any(series) {
                return Some((Numeral::Letter, value, 1));
            }
        }
        let value = from_roman(number)?;
        let beside = || [value.checked_sub(1), Some(value + 1)].map(|value| value.map(roman)).into_iter().any(series);
        (number.len() > 1 || beside()).then_some((Numeral::Roman, value, 1))
    }

    /// The levels of the headings of a text, by what sets them apart from one another.
    pub(super) fn levels(&mut self) {
        let is_heading = |unit: &Unit| unit.role == Role::Body && unit.kind == Kind::Heading;
        let headings: Vec<usize> = self.region.clone().filter(|&at| is_heading(&self.units[at])).collect();
        let styles: Vec<Style> = headings.iter().map(|&at| self.style(at)).collect();
        let scale = Scale::of(&styles);
        for (&at, &style) in headings.iter().zip(&styles) {
            let markup = matches!(self.units[at].shape, Shape::Heading { .. });
            if !self.is_page() || !markup {
                self.units[at].level = scale.level(style).clamp(2, DEEPEST);
            }
        }
    }

    fn style(&self, at: usize) -> Style {
        let unit = &self.units[at];
        let text = self.text(at);
        if let Shape::Heading { level } = unit.shape {
            let under = text.rsplit('\n').next().unwrap_or_default().trim();
            let mark = under.chars().next().filter(|mark| "=-~".contains(*mark) && under.chars().all(|c| c == *mark));
            return mark.map_or(Style::Marked(level), Style::Underlined);
        }
        match self.numeral(at) {
            Some((numeral, number, depth)) => Style::Numbered(numeral, number, depth),
            None if unit.measure.is_all_capitals() && unit.measure.words >= 2 => Style::Capitals,
            None => Style::Plain,
        }
    }
}

/// How the styles of a text's headings lie below one another.
struct Scale {
    /// What the level of a marked heading is raised by, as the title alone is of level 1.
    raised: u32,
    underlines: Vec<char>,
    numerals: Vec<Numeral>,
    /// Level of what is numbered, at the outermost.
    numbered: u32,
    plain: u32,
}

impl Scale {
    fn of(styles: &[Style]) -> Self {
        let mut scale = Self { raised: 0, underlines: Vec::new(), numerals: Vec::new(), numbered: 2, plain: 2 };
        let (mut first_numbers, mut under_others, mut capitals, mut plain) = (0, 0, 0, 0);
        for (i, &style) in styles.iter().enumerate() {
            match style {
                Style::Marked(level) => scale.raised = scale.raised.max(u32::from(level == 1)),
                Style::Underlined(mark) if !scale.underlines.contains(&mark) => scale.underlines.push(mark),
                Style::Numbered(numeral, number, depth) => {
                    if !scale.numerals.contains(&numeral) {
                        scale.numerals.push(numeral);
                    }
                    let above = i.checked_sub(1).map(|i| styles[i]);
                    first_numbers += u32::from(number == 1 && depth == 1);
                    under_others +=
                        u32::from(number == 1 && depth == 1 && matches!(above, Some(Style::Plain | Style::Capitals)));
                }
                Style::Capitals => capitals += 1,
                Style::Plain => plain += 1,
                Style::Underlined(_) => {}
            }
        }
        scale.underlines.sort_unstable_by_key(|&mark| "=-~".find(mark));
        // Numbers that begin again below each of the others.
        if scale.numerals.len() == 1 && first_numbers >= 2 && under_others == first_numbers {
            scale.numbered = 3;
        }
        // Of two sizes, the one in capitals is the greater where it comes first.
        if capitals >= 2 && plain >= 2 && styles.first() == Some(&Style::Capitals) {
            scale.plain = 3;
        }
        scale
    }

    fn level(&self, style: Style) -> u32 {
        let rank = |at: Option<usize>| at.unwrap_or(0) as u32;
        match style {
            Style::Marked(level) => level + self.raised,
            Style::Underlined(mark) => 2 + rank(self.underlines.iter().position(|&known| known == mark)),
            Style::Numbered(numeral, _, depth) => {
                self.numbered + rank(self.numerals.iter().position(|&known| known == numeral)) + depth - 1
            }
            Style::Capitals => 2,
            Style::Plain => self.plain,
        }
    }
}

const ROMAN: [(u32, &str); 9] =
    [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

fn roman(mut value: u32) -> String {
    let mut numeral = String::new();
    for (worth, letters) in ROMAN {
        while value >= worth && numeral.len() < 16 {
            numeral.push_str(letters);
            value -= worth;
        }
    }
    numeral
}

fn from_roman(numeral: &str) -> Option<u32> {
    let (mut rest, mut value) = (numeral, 0);
    for (worth, letters) in ROMAN {
        while let Some(behind) = rest.strip_prefix(letters) {
            (rest, value) = (behind, value + worth);
        }
    }
    // `IIII` and `VX` are none.
    (value > 0 && value < 400 && roman(value) == numeral).then_some(value)
}
