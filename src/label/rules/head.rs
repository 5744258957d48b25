//! What stands around the title: kicker, dek, byline.

use super::super::measure::Ending;
use super::super::phrases::Anchor;
use super::super::{Unit, region};
use super::{LONGEST_HEADING, Rules};
use crate::clean::folded;
use crate::facts::{dates, names, roles};
use crate::input::html::hints::Hint;
use crate::input::{Landmark, Shape};
use crate::model::{Evidence, Kind, Role};
use crate::options::Focus;

impl Rules<'_> {
    /// In a text the body begins behind the title.
    pub(super) fn begin_behind(&mut self, title: usize, focus: Focus) {
        let known = self.units[..title].iter().all(|unit| unit.is_decided() || unit.phrase.is_some());
        if known && !self.region.is_empty() {
            let end = title + 1 + region::end_of_copy(&self.units[title + 1..], focus);
            self.region = title + 1..end.max(self.region.end);
        }
        // A list between the title and the prose is the article's, with its heading.
        let between = title + 1..self.region.start.max(title + 1);
        let plain = |unit: &Unit| unit.phrase.is_none_or(|(_, anchor)| anchor == Anchor::Inside);
        let item = |unit: &Unit| !unit.is_decided() && plain(unit) && matches!(unit.shape, Shape::Item { .. });
        let other = |unit: &&Unit| !unit.is_decided() && !item(unit);
        let units = &self.units[between];
        if units.iter().filter(|unit| item(unit)).count() >= 2
            && units.iter().filter(other).count() <= 3
            && units.iter().filter(other).all(|unit| plain(unit) && unit.measure.words <= LONGEST_HEADING)
        {
            self.region.start = title + 1;
        }
        self.region.start = self.region.start.max(title + 1);
        self.region.end = self.region.end.max(self.region.start);
        // So is the number of the first section.
        while self.region.start > title + 1 && self.is_numbered_heading(self.region.start - 1) {
            self.region.start -= 1;
        }
    }

    /// The site's name above the article, which the page's title bears too, though it stands in a menu.
    pub(super) fn brand(&mut self, title: Option<usize>) {
        let above = 0..title.unwrap_or(0).min(self.verdicts.len());
        let is_brand = |&at: &usize| {
            let unit = &self.units[at];
            let in_menu = unit.kind == Kind::Navigation && matches!(unit.shape, Shape::Text);
            unit.is_decided() && in_menu && unit.phrase.is_none() && self.is_in_page_name(at)
        };
        if let Some(at) = above.clone().take_while(|&at| self.units[at].kind != Kind::SiteHeader).find(is_brand) {
            self.units[at].set(Role::Boilerplate, Kind::SiteHeader, Evidence::Repeated, 0.8);
        }
    }

    /// Between the title and the body: kicker, dek, byline, dates, captions.
    pub(super) fn head(&mut self, title: Option<usize>) {
        let Some(title) = title else { return };
        self.kicker(title);
        if !self.is_page() {
            self.kicker_below(title);
        }
        self.named_head(title);
        self.sent_from(title);
        let prose: Vec<usize> = (title + 1..self.region.end.min(title + 24))
            .filter(|&at| !self.units[at].is_decided() && self.units[at].measure.words >= 5)
            .take(2)
            .collect();
        let is_metadata =
            |unit: &Unit| matches!(unit.kind, Kind::Byline | Kind::Timestamp | Kind::ReadingTime | Kind::Dateline);
        // A name alone in a line is a byline when it stands with the other metadata.
        for at in title + 1..(title + 9).min(self.units.len()) {
            let unit = &self.units[at];
            let known = unit.phrase.is_some_and(|(_, anchor)| anchor > Anchor::Inside);
            let in_box = self.verdicts.get(at).is_some_and(|verdict| !verdict.is_body && verdict.named.is_some());
            if !unit.is_decided() && !known && !in_box && self.is_bare_byline(at) {
                let beside = is_metadata(&self.units[at - 1]) || self.units.get(at + 1).is_some_and(is_metadata);
                if beside {
                    self.units[at].set(Role::Furniture, Kind::Byline, Evidence::NamePattern, 0.75);
                }
            }
        }
        self.names_below_labels(title);
        let Some(&first) = prose.first() else { return };
        if self.units[first].is_decided() || self.phrase_decides(first) {
            return;
        }
        let before = (title + 1..first).filter(|&at| is_metadata(&self.units[at])).count();
        let after = (first + 1..self.region.end.min(first + 6))
            .take_while(|&at| !self.units[at].is_prose())
            // A time alone is that of an entry of a live blog.
            .any(|at| is_metadata(&self.units[at]) && dates::scan_time(self.text(at)).is_none());
        let next = (first + 1..self.region.end).find(|&at| !self.units[at].is_decided());
        let unit = &self.units[first];
        let short = unit.measure.words <= 70;
        let teaser = unit.measure.ending == Ending::Ellipsis
            || unit.measure.ending == Ending::Open && unit.measure.words >= 8
            || next.is_some_and(|next| {
                self.is_headline(next, LONGEST_HEADING)
                    && before > 0
                    && unit.measure.words <= 50
                    && unit.measure.inner_stops == 0
            });
        let dek = short
            && (after
                || teaser && next.is_some_and(|next| self.units[next..self.region.end].iter().any(Unit::is_prose)));
        if dek && matches!(unit.shape, Shape::Text) {
            let confidence = if after { 0.85 } else { 0.7 };
            self.units[first].set(Role::Furniture, Kind::Dek, Evidence::UnderTitle, confidence);
        }
    }

    /// What classes say of the lines around the title: kicker, dek, byline.
    fn named_head(&mut self, title: usize) {
        const NEAR: usize = 12;
        if !self.is_page() {
            return;
        }
        let (from, to) = (title.saturating_sub(4), (title + NEAR).min(self.units.len()));
        let mut has_kicker = self.units[..title].iter().any(|unit| unit.kind == Kind::Kicker);
        for at in (from..title).rev() {
            let (unit, verdict) = (&self.units[at], &self.verdicts[at]);
            let named = verdict.hints.has(Hint::Kicker) && verdict.named != Some(Kind::Navigation);
            if named && !has_kicker && !unit.is_decided() && (1..=6).contains(&unit.measure.words) {
                self.units[at].set(Role::Furniture, Kind::Kicker, Evidence::ClassName, 0.8);
                has_kicker = true;
            }
        }
        let mut only_known = true;
        for at in title + 1..to {
            let (unit, verdict) = (&self.units[at], &self.verdicts[at]);
            if unit.is_decided() {
                continue;
            }
            let words = unit.measure.words;
            // A heading right below the headline, and above the byline, is its second deck.
            let metadata = |unit: &Unit| matches!(unit.kind, Kind::Byline | Kind::Timestamp | Kind::ReadingTime);
            let above_metadata = || self.units[at + 1..(at + 5).min(self.units.len())].iter().any(metadata);
            let again = |pair: &[Unit]| {
                let below = &pair[1];
                pair[0].shape == unit.shape && matches!(below.kind, Kind::Byline | Kind::Timestamp)
            };
            let deck = only_known
                && matches!(unit.shape, Shape::Heading { .. })
                // Where others are like it, each heads an article of its own.
                && !self.units[(at + 1).min(self.region.end)..self.region.end].windows(2).any(again)
                && words >= 6
                && above_metadata();
            // Nor does a text begin above them with what it is about.
            let summary = at <= title + 2 && above_metadata() && self.says_one_of(at, self.declared.descriptions);
            let dek = deck || summary || !verdict.is_body && verdict.hints.has(Hint::Dek);
            if dek && (4..=80).contains(&words) && !self.units.iter().any(|unit| unit.kind == Kind::Dek) {
                self.units[at].set(Role::Furniture, Kind::Dek, Evidence::ClassName, 0.8);
                continue;
            }
            if !verdict.is_body && verdict.hints.has(Hint::Byline) && self.is_bare_byline(at) {
                self.units[at].set(Role::Furniture, Kind::Byline, Evidence::ClassName, 0.8);
                continue;
            }
            only_known = false;
            if verdict.is_body && unit.is_prose() {
                break;
            }
        }
    }

    /// A word or two right above the title that are no menu's.
    fn kicker(&mut self, title: usize) {
        // Between the two a date may stand, as that of an embargo.
        let is_date = |at: &usize| !self.is_page() && self.units[*at].kind == Kind::Timestamp;
        let Some(above) = (0..title).rev().find(|at| !is_date(at)) else { return };
        let unit = &self.units[above];
        // In a dump without blank lines a line stands alone when what is above it is known.
        let spaced = self.units[1..].iter().any(|unit| unit.after_blank);
        let known = |i: usize| self.units[i].is_decided() || self.units[i].phrase.is_some() || self.is_site_name(i);
        let names_site = if !self.is_page() {
            self.is_site_name(above)
        } else {
            // `Topic: Headline | Site` names the topic, too.
            let topic = format!("{}: {}", folded(self.text(above)), folded(self.text(title)));
            self.is_in_page_name(above) && !self.declared.title.contains(&topic)
        };
        let alone = !names_site
            && if spaced {
                unit.after_blank && self.units[title].after_blank
            } else {
                above.checked_sub(1).is_none_or(known)
            };
        let says_so = unit.phrase.is_some_and(|(kind, anchor)| kind == Kind::Kicker && anchor == Anchor::Whole);
        let free = !unit.is_decided() && unit.phrase.is_none_or(|(kind, _)| kind == Kind::Kicker);
        // The last item of a menu names a topic too.
        let marked_menu = matches!(unit.shape, Shape::Item { .. }) || unit.landmark == Some(Landmark::Navigation);
        let in_menu = (!self.is_page() || marked_menu)
            && above.checked_sub(1).is_some_and(|i| {
                self.units[i].phrase.is_some_and(|(kind, _)| matches!(kind, Kind::Kicker | Kind::Navigation))
                    && self.units[i].measure.words <= 3
                    && (!unit.after_blank || self.units[i].after_blank)
            });
        let looks_so = free && alone && (1..=6).contains(&unit.measure.words) && unit.measure.ending == Ending::Open;
        if !in_menu && (says_so || looks_so) {
            let evidence = if says_so { Evidence::Phrase } else { Evidence::BeforeArticle };
            self.units[above].set(Role::Furniture, Kind::Kicker, evidence, if says_so { 0.9 } else { 0.6 });
        }
    }

    /// Right below the title of a text, where no kicker stands above it.
    fn kicker_below(&mut self, title: usize) {
        let has_kicker = self.units[..title].iter().any(|unit| unit.kind == Kind::Kicker);
        let Some(below) = self.units.get_mut(title + 1).filter(|_| !has_kicker) else { return };
        if !below.is_decided() && below.phrase == Some((Kind::Kicker, Anchor::Whole)) {
            below.set(Role::Furniture, Kind::Kicker, Evidence::Phrase, 0.8);
        }
    }

    /// `By` on a line of its own, with the name on the next one.
    fn names_below_labels(&mut self, title: usize) {
        const NEAR: usize = 16;
        for at in title + 1..(title + NEAR).min(self.units.len().saturating_sub(1)) {
            let is_open = |i: usize| !self.units[i].is_decided() || self.units[i].kind == Kind::Byline;
            let is_label = || names::is_label(self.text(at), self.language);
            if self.units[at].measure.words <= 3 && is_open(at) && is_label() && is_open(at + 1) {
                let name = at + 1;
                if self.is_bare_byline(name) {
                    for i in [at, name] {
                        self.units[i].set(Role::Furniture, Kind::Byline, Evidence::BylinePattern, 0.8);
                    }
                }
            }
        }
    }

    fn is_bare_byline(&self, at: usize) -> bool {
        const LONGEST: usize = 100;
        let text = self.text(at);
        // Longer ones are none, whatever label they begin with.
        if text.len() > 2 * LONGEST {
            return false;
        }
        // A word for "by" that sentences begin with as well counts only here, beside other metadata.
        let labels = crate::vocabulary::of(self.language).map_or(&[][..], |vocabulary| vocabulary.section("byline"));
        let text = labels.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix(' ')).unwrap_or(text);
        let measure = &self.units[at].measure;
        // `Ph.D.` ends no sentence.
        let open = measure.ending == Ending::Open
            || text.rsplit(' ').next().is_some_and(|word| roles::is_credential(word, false));
        text.len() <= LONGEST
            && open
            && names::parse(text, self.language).is_some_and(|parts| {
                let name = &text[parts[0].range.clone()];
                let has_role = roles::without_role(text, self.language).len() < text.len();
                name.contains([' ', '.']) || has_role || self.language == "zh" || self.language == "ja"
            })
    }
}
