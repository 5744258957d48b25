//! What a desk or a press office puts around a text: signatures, end marks, notes to editors, who is behind it.

use super::super::Unit;
use super::super::phrases::Anchor;
use super::Rules;
use crate::clean::folded;
use crate::facts::agencies::{self, Spelling};
use crate::facts::{datelines, names, rights};
use crate::model::{Evidence, Kind, Role};
use crate::vocabulary;

impl Rules<'_> {
    /// The place and date below the title, and who signs where no name stands: `BERLIN, 3 May 2024`, `Staff and agencies`.
    pub(super) fn sent_from(&mut self, title: usize) {
        const NEAR: usize = 9;
        for at in title + 1..(title + NEAR).min(self.units.len()) {
            let unit = &self.units[at];
            if !unit.is_decided() && unit.is_prose() {
                break;
            }
            if unit.measure.words > 12 || unit.is_decided() && unit.kind != Kind::AgencyCredit {
                continue;
            }
            let text = self.text(at);
            if names::is_staff(text, self.language) {
                self.units[at].set(Role::Furniture, Kind::Byline, Evidence::Phrase, 0.85);
            } else if !unit.is_decided() && datelines::alone(text, self.language).is_some() {
                self.units[at].set(Role::Furniture, Kind::Dateline, Evidence::DatelinePattern, 0.8);
            }
        }
    }

    /// The mark that ends a piece: `-30-`, `ENDS`, `(Ende)`.
    pub(super) fn is_end_mark(&self, at: usize) -> bool {
        const LONGEST: usize = 32;
        let text = self.text(at);
        if text.len() > LONGEST || self.units[at].is_decided() {
            return false;
        }
        let words = text.trim_matches(|c: char| !c.is_alphanumeric());
        let set = words.len() < text.trim_end_matches(['.', ':']).len();
        let capitals = !words.chars().any(char::is_lowercase);
        let is_mark = || {
            let lower = words.to_lowercase();
            vocabulary::with_english(self.language).any(|vocabulary| vocabulary.section("end_mark").contains(&&*lower))
        };
        let is_word = words.starts_with(char::is_alphabetic) && (set || capitals);
        words == "30" && set && text.starts_with(['-', '–', '—']) || is_word && is_mark()
    }

    /// `dpa/mtk`, `EFE jml/crs`, `#afp`, `ger/ml (dpa, AFP)`: agencies, and the initials of their people, alone below the text.
    fn is_agency_line(&self, at: usize) -> bool {
        const LONGEST: usize = 40;
        const MOST_INITIALS: usize = 10;
        let unit = &self.units[at];
        let text = self.text(at).trim_matches(|c: char| !c.is_alphanumeric());
        let rights = unit.phrase.is_some_and(|(kind, _)| kind == Kind::CopyrightNotice);
        if rights || text.len() > LONGEST {
            return false;
        }
        let mut others = text.chars().filter(|c| c.is_alphanumeric()).count();
        let found = agencies::all(text, Spelling::Own);
        let Some(first) = found.first() else { return false };
        for agency in &found {
            others -= text[agency.range.clone()].chars().filter(|c| c.is_alphanumeric()).count();
        }
        unit.measure.words <= 4 && first.range.start == 0 || others <= MOST_INITIALS && unit.measure.words <= 6
    }

    /// `ab/cd/ef`: initials of those who wrote, translated and edited.
    fn is_initials(&self, at: usize) -> bool {
        const LONGEST: usize = 32;
        let text = self.text(at).trim_matches(|c: char| !c.is_alphanumeric());
        let parts = || text.split('/').map(str::trim).filter(|part| !part.is_empty());
        let few = |part: &str| part.chars().count() <= 5 && part.chars().all(|c| c.is_alphabetic() || c == '-');
        text.len() <= LONGEST && (2..=6).contains(&parts().count()) && parts().all(few)
    }

    /// The names of those whom the bylines so far name, in small letters.
    pub(super) fn authors(&self) -> Vec<String> {
        self.units
            .iter()
            .filter(|unit| unit.kind == Kind::Byline)
            .filter_map(|unit| {
                let text = unit.text(self.document);
                // In scripts without spaces the name stands behind a mark, elsewhere it is the last two words.
                if text.chars().any(crate::clean::joins_lines) {
                    let name = text.rsplit(['：', '・', '／', ':', '/', ' ', '\u{3000}']).next()?.trim();
                    return (name.chars().count() >= 2).then(|| name.to_owned());
                }
                let name = text.split([',', '|', ':']).next()?.trim();
                let words: Vec<&str> = name.split_whitespace().collect();
                (words.len() >= 2).then(|| words[words.len() - 2..].join(" ").to_lowercase())
            })
            .take(8)
            .collect()
    }

    /// Behind the body: the author's bio, tags, credits.
    pub(super) fn tail(&mut self) {
        let authors = std::mem::take(&mut self.authors);
        let end = (self.region.end + 4).min(self.units.len());
        for at in self.region.end.saturating_sub(3).max(self.region.start)..end {
            let open = !self.units[at].is_decided()
                || matches!(self.units[at].kind, Kind::Paragraph | Kind::Heading | Kind::Credit);
            if open && (self.is_agency_line(at) || at <= self.region.end && self.is_initials(at)) {
                self.units[at].set(Role::Furniture, Kind::AgencyCredit, Evidence::AgencyPattern, 0.85);
            }
        }
        for at in self.region.end.saturating_sub(4).max(self.region.start)..end {
            let unit = &self.units[at];
            let says_otherwise =
                unit.phrase.is_some_and(|(kind, anchor)| anchor > Anchor::Inside && kind != Kind::AuthorBio);
            let open = !says_otherwise && (!unit.is_decided() || unit.kind == Kind::Paragraph);
            // The author may sign the text again, with an address or on a page.
            let with_address = self.text(at).contains('@');
            if open && unit.measure.words < 6 && (with_address || self.is_page() && !self.verdicts[at].is_body) {
                let text = self.text(at).to_lowercase();
                if authors.iter().any(|name| folded(&text).contains(name.as_str())) {
                    self.units[at].set(Role::Furniture, Kind::Byline, Evidence::NamePattern, 0.75);
                }
                continue;
            }
            if open && !authors.is_empty() && (6..=90).contains(&unit.measure.words) {
                let start: String = self.text(at).chars().take(60).flat_map(char::to_lowercase).collect();
                let start = folded(&start);
                if authors.iter().any(|name| start.find(name.as_str()).is_some_and(|i| i <= 12)) {
                    self.units[at].set(Role::Furniture, Kind::AuthorBio, Evidence::NamePattern, 0.8);
                }
            }
        }
    }

    /// `About X` above paragraphs that speak of X: the organisation behind a press release.
    pub(super) fn about(&mut self) {
        let from = self.region.start + (self.region.len() * 2) / 5;
        let mut at = from;
        while at < self.region.end {
            let mut end = at + 1;
            if let Some(name) = self.organisation(at) {
                let is_open = |unit: &Unit| unit.kind == Kind::Paragraph && unit.role == Role::Body;
                let mentions = |i: usize| folded(self.text(i)).to_lowercase().contains(&name);
                if self.units[at].is_prose() {
                    self.units[at].set(Role::Furniture, Kind::AuthorBio, Evidence::Phrase, 0.7);
                } else if self.units.get(end).is_some_and(is_open) && mentions(end) {
                    while end < self.region.end && is_open(&self.units[end]) && (end == at + 1 || mentions(end)) {
                        end += 1;
                    }
                    for unit in &mut self.units[at..end] {
                        unit.set(Role::Furniture, Kind::AuthorBio, Evidence::UnderLabel, 0.75);
                    }
                }
            }
            at = end;
        }
    }

    /// The last word of the name that `About X` gives, in small letters: alone on a line, or before a colon.
    fn organisation(&self, at: usize) -> Option<String> {
        const MOST_WORDS: usize = 10;
        const LONGEST: usize = 100;
        let unit = &self.units[at];
        if !matches!(unit.kind, Kind::Heading | Kind::Paragraph) || unit.role != Role::Body {
            return None;
        }
        let text = self.text(at);
        let label = if unit.is_prose() {
            &text[..memchr::memchr(b':', &text.as_bytes()[..text.len().min(LONGEST + 1)])?]
        } else {
            text.trim_end_matches(':')
        };
        if label.len() > LONGEST {
            return None;
        }
        let last = rights::organisation(label, self.language)?.split_whitespace().next_back()?;
        let is_label = label.split_whitespace().count() <= MOST_WORDS && !label.ends_with(['.', '?', '!']);
        (is_label && last.chars().count() >= 3).then(|| last.to_lowercase())
    }
}
