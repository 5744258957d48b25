//! What the units of the body are, and what stands behind it.

use super::super::measure::Ending;
use super::super::phrases::Anchor;
use super::super::{Unit, region};
use super::{LIKELY, LONGEST_HEADING, Rules, SURELY, is_box_of_its_own, role_of};
use crate::clean::folded;
use crate::input::html::hints::Hint;
use crate::input::{Marker, Shape};
use crate::model::{Evidence, Kind, NO_INDEX, Role};

/// A label that speaks for the lines below it.
struct Under {
    kind: Kind,
    /// Lines that it may still claim.
    left: usize,
    /// Lines that it has claimed.
    count: usize,
    /// A line stands below it without a blank line between, so that one ends the box.
    tight: bool,
}

impl Under {
    /// `early`: it stands in the first half of the text.
    fn of(kind: Kind, label: &Unit, early: bool) -> Option<Self> {
        let alone = matches!(label.phrase, Some((_, Anchor::Whole))) && label.measure.words <= 5;
        let left = match kind {
            // Above the text it is one note, below it all that is told to editors.
            Kind::EditorsNote if alone => {
                if early {
                    1
                } else {
                    usize::MAX
                }
            }
            Kind::RelatedLinks if label.measure.words <= 6 => 12,
            // A mark such as `Premium` is of one line.
            Kind::AccessNotice if label.measure.words < 3 => return None,
            Kind::NewsletterPrompt | Kind::AppPromo | Kind::AccessNotice => 3,
            // A bare `Advertisement` marks a place; a sentence above a block of its own announces that.
            Kind::Advertisement if label.measure.words >= 4 && label.after_blank => 1,
            Kind::Contact if label.measure.words <= 6 => 4,
            Kind::Comments => usize::MAX,
            _ => return None,
        };
        Some(Self { kind, left, count: 0, tight: false })
    }
}

impl Rules<'_> {
    /// Behind the last prose: lists, tables and lines that lead on to the article's own furniture belong to it.
    pub(super) fn extend(&mut self) {
        if self.region.is_empty() {
            return;
        }
        while let Some(unit) = self.units.get(self.region.end) {
            let open = !unit.is_decided() && unit.phrase.is_none() && !unit.repeated;
            let set = matches!(unit.shape, Shape::Item { .. } | Shape::Row { .. } | Shape::Cell | Shape::Code);
            let like_before = set
                && !unit.after_blank
                && std::mem::discriminant(&self.units[self.region.end - 1].shape)
                    == std::mem::discriminant(&unit.shape);
            if !open || !(like_before || unit.is_prose()) {
                break;
            }
            self.region.end += 1;
        }
        // One or two short lines that something known follows at once are the article's last ones.
        let furniture = |unit: &Unit| unit.is_decided() && unit.kind != Kind::Layout || unit.phrase.is_some();
        let mut last =
            (self.region.end..(self.region.end + 3).min(self.units.len())).find(|&at| furniture(&self.units[at]));
        if last.is_none() && self.units.len() - self.region.end <= 2 {
            last = Some(self.units.len());
        }
        if let Some(last) = last
            && self.units[self.region.end..last].iter().all(|unit| !unit.repeated && unit.measure.words >= 3)
        {
            self.region.end = last;
        }
    }

    /// Whether a phrase says what a unit is, for all that it stands among the body.
    pub(super) fn phrase_decides(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let words = unit.measure.words;
        if self.names_section(at) {
            return false;
        }
        unit.phrase.is_some_and(|(kind, anchor)| match anchor {
            Anchor::Whole => kind != Kind::Kicker,
            Anchor::Start if matches!(kind, Kind::RelatedLinks) => words <= 25,
            Anchor::Start => words <= 40 && kind != Kind::Kicker,
            Anchor::Inside if matches!(kind, Kind::Credit | Kind::Caption) => words <= 60,
            // What the desk says stands at either end.
            Anchor::Inside if matches!(kind, Kind::AgencyCredit | Kind::EditorsNote | Kind::Correction) => {
                words <= 40 && (at < self.region.start + 2 || at + 4 >= self.region.end)
            }
            Anchor::Inside => {
                words <= 25
                    && (region::is_page_furniture(kind) || matches!(kind, Kind::AuthorBio | Kind::CopyrightNotice))
            }
        })
    }

    /// Whether a heading, an item or a cell of a page is so surely of the body that it only names what a phrase is for:
    /// `Contact` in a list of settings, `See also` above a list in the article.
    fn names_section(&self, at: usize) -> bool {
        let Some(verdict) = self.verdicts.get(at).filter(|verdict| verdict.is_body) else { return false };
        let unit = &self.units[at];
        let heading = matches!(unit.shape, Shape::Heading { .. });
        let set = heading || matches!(unit.shape, Shape::Item { .. } | Shape::Cell);
        let tool = matches!(
            unit.phrase,
            Some((
                Kind::ShareTools
                    | Kind::MediaPlayer
                    | Kind::Contact
                    | Kind::Navigation
                    | Kind::Search
                    | Kind::Login
                    | Kind::AppPromo,
                Anchor::Whole | Anchor::Inside
            ))
        );
        let leads = matches!(unit.phrase, Some((Kind::RelatedLinks | Kind::AccessNotice, Anchor::Whole)));
        let below = self.verdicts.get(at + 1).is_some_and(|below| below.is_body && below.probability > SURELY);
        set && tool && verdict.probability > LIKELY || heading && leads && below && verdict.probability > SURELY
    }

    /// Whether a unit is what a box of the page says of itself.
    pub(super) fn is_box(&self, at: usize) -> Option<Kind> {
        let unit = self.units.get(at)?;
        let kind = if unit.is_decided() { unit.kind } else { unit.phrase.filter(|_| self.phrase_decides(at))?.0 };
        matches!(kind, Kind::NewsletterPrompt | Kind::AppPromo | Kind::AccessNotice).then_some(kind)
    }

    pub(super) fn body(&mut self) {
        let mut under: Option<Under> = None;
        let words = |unit: &Unit| u64::from(unit.measure.words);
        let all: u64 = self.units[self.region.clone()].iter().map(words).sum();
        let mut before = 0;
        for at in self.region.clone() {
            before += words(&self.units[at]);
            // A count of comments above the text leads to them; only below most of it do they begin.
            let (leads, early) = (before * 5 < all * 4, before * 2 < all);
            if self.units[at].is_decided() {
                // A label in a part of the page that is not the article's speaks for the rest of that part.
                let dropped = self.is_page() && self.units[at].phrase.is_some();
                if self.units[at].landmark.is_some() || dropped {
                    under = Under::of(self.units[at].kind, &self.units[at], early)
                        .filter(|under| under.kind != Kind::Comments || !leads);
                }
                continue;
            }
            // Nothing of the text stands behind it but notes.
            if before * 5 >= all * 2 && self.is_end_mark(at) {
                self.units[at].set(Role::Furniture, Kind::EndMark, Evidence::EndMarkPattern, 0.85);
                under = None;
                continue;
            }
            if self.phrase_decides(at) {
                let (kind, anchor) = self.units[at].phrase.unwrap_or((Kind::Other, Anchor::Inside));
                self.by_phrase(at, kind, anchor);
                under = Under::of(kind, &self.units[at], early).filter(|under| under.kind != Kind::Comments || !leads);
                continue;
            }
            if under.as_mut().is_some_and(|under| self.goes_under(at, under)) {
                let kind = under.as_ref().map_or(Kind::Other, |under| under.kind);
                self.units[at].set(role_of(kind), kind, Evidence::UnderLabel, 0.7);
                continue;
            }
            under = None;
            // A short line right above a box is the box's own label.
            if let Some(kind) = self
                .is_box(at + 1)
                .filter(|_| !self.units[at].is_prose() && self.units[at].measure.ending == Ending::Open)
            {
                self.units[at].set(Role::Boilerplate, kind, Evidence::Neighbours, 0.65);
                continue;
            }
            if self.claim_caption(at) {
                continue;
            }
            self.body_unit(at);
        }
    }

    /// Labels a unit that is a picture's text and its caption, and says whether it is one.
    pub(super) fn claim_caption(&mut self, at: usize) -> bool {
        let unit = &self.units[at];
        let named = self
            .verdicts
            .get(at)
            .is_some_and(|verdict| verdict.hints.has(Hint::Caption) && !verdict.named.is_some_and(is_box_of_its_own));
        let named = named && matches!(unit.shape, Shape::Text) && unit.measure.words <= 60;
        let evidence = if named { Evidence::ClassName } else { Evidence::Repeated };
        let twice = unit.twice;
        if twice || named {
            self.units[at].set(Role::Furniture, Kind::Caption, evidence, 0.8);
        }
        twice || named
    }

    /// Whether a label speaks for this unit too: short lines, until prose begins again or the box ends in a blank line.
    fn goes_under(&self, at: usize, under: &mut Under) -> bool {
        let unit = &self.units[at];
        if under.left == 0 || !matches!(unit.shape, Shape::Text | Shape::Item { .. }) {
            return false;
        }
        let blank_ends = unit.after_blank && under.tight && under.count > 0;
        let heads = self.is_headline(at, LONGEST_HEADING) && self.heads_prose(at);
        let ends = match under.kind {
            Kind::RelatedLinks => {
                unit.is_prose() && unit.measure.words >= 25
                    || blank_ends
                    || heads
                        && unit.after_blank
                        && under.count > 0
                        && unit.measure.words < 5
                        && unit.measure.letters < 28
            }
            Kind::Comments => unit.measure.words >= 80,
            Kind::Advertisement => unit.after_blank,
            Kind::Contact => unit.measure.words >= 12,
            Kind::EditorsNote => heads && matches!(unit.shape, Shape::Text),
            _ => unit.measure.words >= 25 || blank_ends || unit.after_blank && heads,
        };
        if ends {
            return false;
        }
        under.tight |= !unit.after_blank;
        under.count += 1;
        under.left -= 1;
        true
    }

    pub(super) fn body_unit(&mut self, at: usize) {
        let (evidence, confidence) =
            if self.units[at].is_prose() { (Evidence::Prose, 0.95) } else { (Evidence::InsideProse, 0.75) };
        let kind = match self.units[at].shape {
            Shape::Heading { level } => {
                self.units[at].level = level.clamp(2, 6);
                Kind::Heading
            }
            Shape::Code => Kind::Code,
            Shape::Row { .. } => Kind::TableRow,
            Shape::Cell => Kind::TableCell,
            Shape::Item { .. } if self.is_reference(at) => Kind::Footnote,
            Shape::Item { .. } if self.in_list(at) => Kind::ListItem,
            _ if self.is_footnote(at) => Kind::Footnote,
            _ if self.is_pull_quote(at) => Kind::PullQuote,
            _ if self.is_heading(at) => {
                self.units[at].level = 2;
                Kind::Heading
            }
            _ => Kind::Paragraph,
        };
        let evidence = match kind {
            Kind::Heading if matches!(self.units[at].shape, Shape::Heading { .. }) => Evidence::HeadingMarkup,
            Kind::Heading => Evidence::HeadsProse,
            Kind::ListItem | Kind::TableCell if self.units[at].container != NO_INDEX => Evidence::Markup,
            Kind::ListItem => Evidence::ListMarker,
            Kind::TableRow => Evidence::Columns,
            Kind::Code => Evidence::Preformatted,
            _ => evidence,
        };
        let confidence = self.verdicts.get(at).map_or(confidence, |verdict| verdict.probability);
        let unit = &mut self.units[at];
        unit.set(Role::Body, kind, evidence, confidence);
        unit.reasons.add(Evidence::InsideProse, 1.0);
    }

    /// `^ Smith (1988), p. 3`: a note with the way back to its mark.
    fn is_reference(&self, at: usize) -> bool {
        self.text(at).strip_prefix(['^', '↑', '↩']).is_some_and(|text| text.starts_with(' '))
    }

    /// `[1] See above`: a note with its number in brackets.
    fn is_footnote(&self, at: usize) -> bool {
        let Some((number, rest)) = self.text(at).strip_prefix('[').and_then(|text| text.split_once(']')) else {
            return false;
        };
        !number.is_empty()
            && number.len() <= 3
            && number.bytes().all(|b| b.is_ascii_digit())
            && rest.chars().any(char::is_alphabetic)
    }

    /// A line that is one quotation, whose words stand in the text as well.
    fn is_pull_quote(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let text = self.text(at);
        if !unit.measure.begins_quoted
            || unit.measure.ending == Ending::Open && unit.measure.words < 6
            || !(3..=45).contains(&unit.measure.words)
        {
            return false;
        }
        let words = text.trim_matches(|c: char| !c.is_alphanumeric());
        let behind = words.as_ptr() as usize - text.as_ptr() as usize + words.len();
        let closes = text[behind..].contains(['"', '”', '“', '»', '«', '’', '」', '』']);
        closes && self.stands_elsewhere(at, words)
    }

    /// Whether words of one unit stand in another one of the article; looked for in the units near it.
    fn stands_elsewhere(&self, at: usize, words: &str) -> bool {
        const NEAR: usize = 40;
        let (from, to) = (at.saturating_sub(NEAR).max(self.region.start), (at + NEAR).min(self.region.end));
        let words = folded(words);
        let finder = memchr::memmem::Finder::new(words.as_bytes());
        let longer = |i: usize| self.units[i].measure.words >= self.units[at].measure.words;
        (from..to).any(|i| i != at && longer(i) && finder.find(folded(self.text(i)).as_bytes()).is_some())
    }

    /// Whether an item has another of its list beside it; a bullet needs none.
    fn in_list(&self, at: usize) -> bool {
        let shape = self.units[at].shape;
        let beside = |i: Option<usize>| {
            i.and_then(|i| self.units.get(i)).is_some_and(|unit| {
                matches!((shape, unit.shape), (Shape::Item { marker: a, .. }, Shape::Item { marker: b, .. }) if a == b)
            })
        };
        matches!(shape, Shape::Item { marker: Marker::Bullet, .. }) || beside(at.checked_sub(1)) || beside(Some(at + 1))
    }
}
