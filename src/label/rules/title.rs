//! The title of an article: the heading that a page marks, or the likeliest of the short lines of a text.

use super::super::Unit;
use super::super::measure::Ending;
use super::super::topics::Topics;
use super::{LONGEST_TITLE, Rules};
use crate::clean::folded;
use crate::facts::dates;
use crate::facts::structured::letters;
use crate::input::Shape;
use crate::model::Kind;

/// Units between the title and the prose of a copied text, at most.
const LONGEST_COPIED_HEAD: usize = 24;

/// Units above the prose among which the title stands.
const LONGEST_HEAD: usize = 60;

/// How likely the heading of a page is its title, and the first line of a text without prose; 0 to 1.
const MARKED: f32 = 0.9;
const ALONE: f32 = 0.6;

/// Units of prose at the beginning of the body that may be notices above the title, and the units among which they stand.
const NOTICES: usize = 2;
const LONGEST_NOTICES: usize = 13;

/// What a unit says for and against being the title of a text. Chosen by a conditional logit over 3,178 dumps of twelve
/// renderers, and rounded by hand: `training/README.md`.
mod points {
    /// How likely a unit with so many points is the title, 0 to 1: with 5 one of two are, with 12 and more nine of ten.
    pub(super) fn likelihood(points: f32) -> f32 {
        1.0 / (1.0 + ((5.0 - points) / 2.5).exp())
    }

    pub(super) fn length(words: u32) -> f32 {
        match words {
            0..=1 => -1.0,
            2 => -1.5,
            3 => 0.5,
            4..=5 => 1.0,
            6..=12 => 2.0,
            _ => (2.0 - 0.3 * (words - 12) as f32).max(-2.0),
        }
    }
    /// For each of the units between it and the prose, up to 20.
    pub(super) const DISTANCE: f32 = -0.04;
    pub(super) const IN_PROSE: f32 = -4.0;
    pub(super) const LEAST_IN_PROSE: f32 = 6.0;
    pub(super) const ABOVE_METADATA: f32 = 2.5;
    pub(super) const BELOW_METADATA: f32 = 1.5;
    pub(super) const BELOW_TIME: f32 = -1.5;
    pub(super) const BLANK: f32 = 2.0;
    pub(super) const BLANK_BELOW: f32 = 1.5;
    pub(super) const SENTENCE: f32 = -3.0;
    pub(super) const COLON: f32 = -2.0;
    pub(super) const ITEM: f32 = -1.5;
    pub(super) const COUNT: f32 = 1.0;
    pub(super) const CAPITALS: f32 = -1.0;
    pub(super) const IN_PATH: f32 = 2.0;
    pub(super) const AGAIN: f32 = 0.5;
    pub(super) const RECURS: f32 = 2.5;
    /// For each word that comes back, up to so many.
    pub(super) const RECURRENCE: f32 = 1.0;
    pub(super) const MOST_RECURRING: f32 = 4.0;
    pub(super) const MOST_BY_TOPICS: f32 = RECURS + RECURRENCE * MOST_RECURRING;
    pub(super) const ABOVE_DEK: f32 = 1.0;
    pub(super) const COPIED: f32 = 3.0;
    pub(super) const BELOW_PROSE: f32 = -1.0;
    pub(super) const HEADING: f32 = 3.5;
    /// For each of the short ones among the five above it, up to four.
    pub(super) const BELOW_MENU: f32 = 0.35;
    pub(super) const PARTED: f32 = -2.5;
}

impl Rules<'_> {
    /// The title of a page or a text, and how likely it is the title, 0 to 1.
    pub(super) fn title(&self) -> Option<(usize, f32)> {
        self.marked_title().map(|at| (at, MARKED)).or_else(|| self.likeliest_title())
    }

    /// The heading of a page: of the headings and what its title says, the likeliest.
    fn marked_title(&self) -> Option<usize> {
        let prose = self.region.clone().find(|&at| self.is_solid(at)).unwrap_or(self.region.end);
        let mut best: Option<(usize, f32)> = None;
        for at in 0..self.verdicts.len() {
            let unit = &self.units[at];
            let words = unit.measure.words;
            let of_login = self.verdicts[at].named == Some(Kind::Login);
            if unit.is_decided() || unit.measure.letters == 0 || words > LONGEST_TITLE + 8 || of_login {
                continue;
            }
            let mut score = match unit.shape {
                Shape::Heading { level: 1 } => 4.0,
                Shape::Heading { level: 2 } => 1.0,
                Shape::Heading { .. } => 0.5,
                Shape::Text if words >= 3 => 0.0,
                _ => continue,
            };
            let text = folded(self.text(at));
            if !self.declared.title.is_empty() && self.declared.title.contains(&*text) {
                // The site's name stands in the title, too.
                score += 4.0 * (text.len() as f32 / self.declared.title.len() as f32).min(1.0).sqrt();
            }
            // The page says for programs that this is its headline.
            score += if self.is_declared(at) { 5.0 } else { 0.0 };
            score -= if at > prose { 1.5 } else { 0.0 };
            score -= if self.verdicts[at].named.is_some() { 1.0 } else { 0.0 };
            if score >= 3.0 && best.is_none_or(|(_, held)| score > held) {
                best = Some((at, score));
            }
        }
        best.map(|(at, _)| at)
    }

    /// Whether a text begins with its article: prose is near, and nothing of a site stands below the first line.
    fn is_copied(&self, prose: usize) -> bool {
        let of_site = |unit: &Unit| {
            let is_tool = |kind| matches!(kind, Kind::Login | Kind::Search);
            unit.phrase.is_some_and(|(kind, _)| is_tool(kind))
        };
        prose <= LONGEST_COPIED_HEAD && !self.units.iter().skip(1).take(2).any(of_site)
    }

    fn is_declared(&self, at: usize) -> bool {
        self.says_one_of(at, self.declared.headlines)
    }

    /// Whether a unit says one of some texts, which are as `letters` of the structured facts.
    pub(super) fn says_one_of(&self, at: usize, texts: &[String]) -> bool {
        // A first look at the lengths, as most lines are none.
        let length = self.units[at].span.len();
        let near = |text: &&String| text.len().abs_diff(length) * 4 <= length;
        let mut near = texts.iter().filter(near).peekable();
        near.peek().is_some() && {
            let said = letters(self.text(at));
            near.any(|text| *text == said)
        }
    }

    /// The title of a text: the likeliest of the short lines above the prose, or among its beginning, as notices can stand
    /// above the title that look like prose.
    fn likeliest_title(&self) -> Option<(usize, f32)> {
        if self.region.is_empty() {
            // Without prose, the first line that can be a title is one when it stands at the top.
            let in_login = |at: usize| self.verdicts.get(at).is_some_and(|verdict| verdict.named == Some(Kind::Login));
            return (0..self.units.len().min(3))
                .find(|&at| self.is_headline(at, LONGEST_TITLE) && !in_login(at))
                .filter(|_| self.units.len() > 1)
                .map(|at| (at, ALONE));
        }
        let prose = self.region.clone().find(|&at| self.is_solid(at))?;
        let within = (prose..self.region.end.min(prose + LONGEST_NOTICES)).filter(|&at| self.is_solid(at)).nth(NOTICES);
        let from = prose.saturating_sub(LONGEST_HEAD);
        let mut candidates: Vec<(usize, f32)> = (from > 0)
            .then_some(0)
            .into_iter()
            .chain(from..within.unwrap_or(prose))
            .filter(|&at| at != prose && self.is_headline(at, LONGEST_TITLE) && !(at < 8 && self.is_site_name(at)))
            .map(|at| (at, self.title_score(at, prose)))
            .collect();
        // Those that what comes back in the prose could still set above all others.
        let most = candidates.iter().map(|&(_, score)| score).fold(f32::MIN, f32::max);
        candidates.retain(|&(_, score)| score + points::MOST_BY_TOPICS > most);
        if let [(_, score)] = &mut candidates[..] {
            *score += points::MOST_BY_TOPICS / 2.0;
        } else {
            let told = self.region.clone().filter(|&at| !self.units[at].is_decided() && self.units[at].is_prose());
            let lines = candidates.iter().map(|&(at, _)| self.text(at));
            let topics = Topics::new(lines, told.map(|at| self.text(at)));
            for (at, score) in &mut candidates {
                let (share, words) = topics.recurrence(self.text(*at));
                *score += points::RECURS * share + points::RECURRENCE * words.min(points::MOST_RECURRING);
            }
        }
        candidates
            .into_iter()
            .filter(|&(at, score)| at < prose || score >= points::LEAST_IN_PROSE)
            // Of two that are as likely, the upper one.
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .map(|(at, score)| (at, points::likelihood(score)))
    }

    fn title_score(&self, at: usize, prose: usize) -> f32 {
        let unit = &self.units[at];
        let words = unit.measure.words;
        let below = self.units.get(at + 1);
        let above = at.checked_sub(1).map(|above| &self.units[above]);
        // An entry of a live blog stands below its time.
        let is_time =
            |unit: &Unit| unit.kind == Kind::Timestamp && dates::scan_time(unit.text(self.document)).is_some();
        let is_metadata =
            |unit: &Unit| matches!(unit.kind, Kind::Byline | Kind::Timestamp | Kind::ReadingTime) && !is_time(unit);
        let is_free = |unit: &Unit| !unit.is_decided();
        let between = self.units[at.min(prose)..prose].iter().filter(|unit| is_free(unit)).count();
        let metadata_below = self.units[at + 1..].iter().take(5).any(is_metadata);
        let menu_above = self.units[at.saturating_sub(5)..at].iter().filter(|unit| unit.measure.words <= 4).count();
        let text = self.text(at);
        let number = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let behind_number = number.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_counted = |mark: &[char]| behind_number.len() < number.len() && behind_number.starts_with(mark);
        let says = [
            (at > prose, points::IN_PROSE),
            (metadata_below, points::ABOVE_METADATA),
            (above.is_some_and(is_metadata), points::BELOW_METADATA),
            (above.is_some_and(is_time), points::BELOW_TIME),
            (unit.after_blank, points::BLANK),
            (below.is_some_and(|below| below.after_blank), points::BLANK_BELOW),
            (unit.measure.ending == Ending::Stop && !self.ends_as_question(at), points::SENTENCE),
            (unit.measure.ending == Ending::Colon, points::COLON),
            (matches!(unit.shape, Shape::Item { .. }) || is_counted(&['.', ')']), points::ITEM),
            (is_counted(&[' ']), points::COUNT),
            (unit.measure.is_all_capitals() && words >= 4, points::CAPITALS),
            (self.is_in_path(at), points::IN_PATH),
            (unit.repeated, points::AGAIN),
            (words >= 4 && self.heads(at), points::ABOVE_DEK),
            (at == 0 && words >= 4 && self.is_copied(prose), points::COPIED),
            (above.is_some_and(Unit::is_prose), points::BELOW_PROSE),
            (matches!(unit.shape, Shape::Heading { level: 1 }), points::HEADING),
            ([" | ", " • ", " · ", " > "].iter().any(|mark| text.contains(mark)), points::PARTED),
        ];
        points::length(words)
            + points::DISTANCE * between.min(20) as f32
            + points::BELOW_MENU * menu_above.min(4) as f32
            + says.iter().map(|&(holds, points)| if holds { points } else { 0.0 }).sum::<f32>()
    }

    /// Whether the line below can be its dek.
    fn heads(&self, at: usize) -> bool {
        self.units.get(at + 1).is_some_and(|below| below.measure.words >= self.units[at].measure.words)
            && self.is_headline(at + 1, LONGEST_TITLE)
    }

    /// Whether a line close above holds it, as the path to a page does.
    fn is_in_path(&self, at: usize) -> bool {
        const NEAR: usize = 12;
        const LEAST: usize = 8;
        let text = self.text(at);
        let holds = |above: usize| {
            let (length, words) = (self.units[above].span.len(), self.units[above].measure.words);
            length > text.len() && words <= self.units[at].measure.words + 12 && self.text(above).contains(text)
        };
        text.len() >= LEAST && (at.saturating_sub(NEAR)..at).any(holds)
    }
}
