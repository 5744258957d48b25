//! What the units are that the body leaves out.

use std::ops::Range;

use super::super::Unit;
use super::super::measure::Ending;
use super::super::phrases::Anchor;
use super::super::wording::Wording;
use super::{Rules, fits, is_box_of_its_own, role_of};
use crate::input::html::hints::Hint;
use crate::input::{Landmark, Shape};
use crate::model::{Evidence, Kind, Role};

impl Rules<'_> {
    /// What the markup of the page leaves out of the body, between what it leaves in.
    pub(super) fn drop(&mut self) {
        if !self.is_page() {
            return;
        }
        for at in self.region.clone() {
            let verdict = self.verdicts[at];
            if !verdict.is_body && !self.units[at].is_decided() && self.claim_caption(at) {
                continue;
            }
            let unit = &self.units[at];
            let number = unit.measure.letters == 0 && matches!(unit.shape, Shape::Text);
            // `[edit]`: a link that is set apart from the text.
            let text = self.text(at);
            let tool = unit.measure.words <= 3
                && unit.linked > 0
                && text
                    .strip_prefix('[')
                    .and_then(|text| text.strip_suffix(']'))
                    .is_some_and(|text| !text.contains('['));
            if !verdict.is_body || number || tool {
                self.outside(at, Kind::Other, verdict.against);
            }
        }
    }

    pub(super) fn by_phrase(&mut self, at: usize, kind: Kind, anchor: Anchor) {
        let confidence = match anchor {
            Anchor::Whole => 0.95,
            Anchor::Start => 0.85,
            Anchor::Inside => 0.75,
        };
        let kind = picture_text(kind, anchor);
        self.units[at].set(role_of(kind), kind, Evidence::Phrase, confidence);
    }

    /// Above the article: the page's name, menus and prompts.
    pub(super) fn before(&mut self, title: Option<usize>) {
        let start = title.unwrap_or(self.region.start);
        let end = if self.region.is_empty() && title.is_none() { 0 } else { start };
        self.site_header(end);
        for at in 0..end {
            self.outside(at, Kind::Navigation, Evidence::BeforeArticle);
        }
        // Between the title and the body too there is furniture that nobody has claimed.
        if let Some(title) = title {
            for at in title + 1..self.region.start {
                if !self.units[at].is_decided() && self.claim_caption(at) {
                    continue;
                }
                self.outside(at, Kind::Other, Evidence::UnderTitle);
            }
        }
    }

    /// The page's name: the first line above the article that no phrase knows, or one that the page bears again; and its
    /// slogan right below it.
    fn site_header(&mut self, end: usize) {
        let free = |unit: &Unit| !unit.is_decided() && unit.phrase.is_none();
        // A menu's items stand together, or each is one; a name stands apart, with nothing or its slogan below it.
        let in_menu = |at: usize| {
            at.checked_sub(1).is_some_and(|above| {
                let above = &self.units[above];
                let item = above.phrase.is_some_and(|(kind, _)| matches!(kind, Kind::Navigation | Kind::Kicker));
                let tight = !self.units[at].after_blank;
                item && above.measure.words <= 2 && (tight || above.after_blank)
                    || tight && free(above) && above.measure.words <= 3
            })
        };
        let apart = |at: usize| {
            at + 1 == end
                || self.units[at + 1].after_blank
                || !free(&self.units[at + 1])
                || self.units[at + 1].measure.words >= 4
        };
        let named = (0..end).find(|&at| free(&self.units[at]) && self.is_in_page_name(at));
        let known = || (0..end).find(|&at| free(&self.units[at]) && self.is_site_name(at));
        let first = || (0..end).find(|&at| free(&self.units[at]) && apart(at) && !in_menu(at));
        let Some(name) = named.or_else(known).or_else(first) else { return };
        let measure = &self.units[name].measure;
        if !(1..=6).contains(&measure.words) || measure.begins_small || measure.ending == Ending::Stop {
            return;
        }
        self.units[name].set(Role::Boilerplate, Kind::SiteHeader, Evidence::FirstLine, 0.7);
        let slogan = name + 1;
        if slogan < end
            && free(&self.units[slogan])
            && self.units[slogan].measure.words >= 4
            && !self.units[slogan].after_blank
        {
            self.units[slogan].set(Role::Boilerplate, Kind::SiteHeader, Evidence::UnderLabel, 0.6);
        }
    }

    /// Below the article.
    pub(super) fn after(&mut self) {
        let mut under: Option<Kind> = None;
        let (mut footer, mut below_page) = (false, false);
        for at in self.region.end..self.units.len() {
            if !self.is_page() && self.is_end_mark(at) {
                self.units[at].set(Role::Furniture, Kind::EndMark, Evidence::EndMarkPattern, 0.8);
                continue;
            }
            let unit = &self.units[at];
            below_page |= at > self.region.end && self.units[at - 1].role == Role::Boilerplate;
            let named = self.verdicts.get(at).and_then(|verdict| verdict.named);
            if named.is_some_and(is_box_of_its_own) {
                self.outside(at, Kind::Other, Evidence::ClassName);
                under = None;
                continue;
            }
            let of_form =
                unit.phrase.is_some_and(|(kind, _)| kind == Kind::NewsletterPrompt) && unit.measure.words <= 2;
            if under == Some(Kind::Comments) && (matches!(unit.kind, Kind::Timestamp | Kind::Byline) || of_form) {
                self.units[at].set(Role::Boilerplate, Kind::Comments, Evidence::UnderLabel, 0.7);
                continue;
            }
            if let Some((kind, _)) = unit.phrase.filter(|_| !unit.is_decided()) {
                // The button of a box is the box's.
                let button = matches!(kind, Kind::Login) && unit.measure.words <= 4;
                match under {
                    Some(held @ (Kind::NewsletterPrompt | Kind::AccessNotice)) if button => {
                        self.units[at].set(Role::Boilerplate, held, Evidence::UnderLabel, 0.7);
                        continue;
                    }
                    _ => {}
                }
                under = matches!(
                    kind,
                    Kind::RelatedLinks | Kind::NewsletterPrompt | Kind::Comments | Kind::ConsentNotice | Kind::Contact
                )
                .then_some(kind)
                .or(under.filter(|&held| {
                    held == Kind::Comments && matches!(kind, Kind::Login | Kind::ShareTools | Kind::Contact)
                }));
                footer |= kind == Kind::SiteFooter || kind == Kind::CopyrightNotice && below_page;
                if footer {
                    under = under.filter(|&held| held != Kind::RelatedLinks);
                }
            }
            // A notice with nothing of the page above it is the article's, and no footer begins with it.
            footer |= unit.kind == Kind::CopyrightNotice && below_page;
            if footer && unit.phrase == Some((Kind::ConsentNotice, Anchor::Whole)) && unit.measure.words <= 3 {
                self.units[at].set(Role::Boilerplate, Kind::SiteFooter, Evidence::Neighbours, 0.8);
                continue;
            }
            let label = under.is_none() && unit.phrase.is_none() && unit.measure.words <= 8;
            let above = label.then(|| self.is_box(at + 1)).flatten();
            let otherwise = above.or(under).unwrap_or(if footer { Kind::SiteFooter } else { Kind::Other });
            let evidence = if above.or(under).is_some() { Evidence::UnderLabel } else { Evidence::AfterArticle };
            self.outside(at, otherwise, evidence);
        }
    }

    /// The lines of a wall: those right behind the text that say that there is more of it and what that takes, and the prices,
    /// plans and buttons between them and below.
    pub(super) fn walls(&mut self) {
        let wording = Wording::of(self.language);
        let (near, last) = self.behind_text(wording);
        for at in near.clone() {
            let ours = |kind| matches!(kind, Kind::AccessNotice | Kind::Login);
            let open = self.units[at].phrase.is_none_or(|(kind, anchor)| ours(kind) || anchor == Anchor::Inside);
            // What is said of another text leads to it.
            let leads_on = at > last && self.units[at].is_link() && self.units[at].measure.words > LONGEST_BUTTON;
            if !open || leads_on || !self.is_part_of_wall(at) {
                continue;
            }
            let says = wording.says(self.text(at));
            let follows = self.units[at - 1].kind == Kind::AccessNotice && (says.asks || says.priced);
            let priced = || at + 1 < self.units.len() && wording.says(self.text(at + 1)).priced;
            if says.withholds() || follows || says.of_rest && priced() && self.is_part_of_wall(at + 1) {
                self.units[at].set(Role::Boilerplate, Kind::AccessNotice, Evidence::Phrase, 0.7);
            }
        }
        let mut wall: Option<usize> = None;
        for at in 0..self.units.len() {
            if self.units[at].kind == Kind::AccessNotice {
                // Between two boxes within a text stands the text.
                for between in wall.map_or(at, |last| last + 1)..at {
                    let is_text =
                        !near.is_empty() && !near.contains(&between) && self.units[between].role == Role::Body;
                    if !is_text {
                        self.units[between].set(Role::Boilerplate, Kind::AccessNotice, Evidence::Neighbours, 0.7);
                    }
                }
                wall = Some(at);
            } else {
                wall = wall.filter(|&last| at - last <= MOST_OFFERS && self.is_part_of_wall(at));
            }
        }
    }

    /// The units behind the text among which its wall would stand, and the last that is taken for the text: lines of a wall may
    /// be, too.
    fn behind_text(&self, wording: &Wording) -> (Range<usize>, usize) {
        let body = |at: &usize| self.units[*at].role == Role::Body;
        let last = (0..self.units.len()).rev().find(body);
        let is_text = |at: &usize| {
            let measure = &self.units[*at].measure;
            let may_offer = measure.ending == Ending::Open && measure.words <= LONGEST_OFFER / 2;
            let speaks = || {
                let says = wording.says(self.text(*at));
                says.of_rest || says.asks || says.for_some
            };
            !(self.is_part_of_wall(*at) && (may_offer || speaks()))
        };
        let end = last.and_then(|last| (0..=last).rev().filter(body).take(NEAR).find(is_text));
        (end.map_or(0..0, |end| end + 1..(end + 1 + NEAR).min(self.units.len())), last.unwrap_or(0))
    }

    /// Whether a unit may be a line of a wall that others tell.
    fn is_part_of_wall(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let said = unit.phrase.filter(|&(_, anchor)| anchor > Anchor::Inside).map(|(kind, _)| kind);
        unit.measure.words <= LONGEST_OFFER
            && !unit.measure.begins_quoted
            && !matches!(unit.landmark, Some(Landmark::Navigation | Landmark::Footer | Landmark::Header))
            && unit.role != Role::Furniture
            && !matches!(unit.kind, Kind::SiteFooter | Kind::Comments)
            && said.is_none_or(|kind| matches!(kind, Kind::AccessNotice | Kind::Login | Kind::NewsletterPrompt))
    }

    /// What units of a page outside the body are by those beside them.
    pub(super) fn labels(&mut self) {
        for at in (0..self.verdicts.len()).rev() {
            let unit = &self.units[at];
            let Some(below) = self.units.get(at + 1) else { continue };
            if unit.role != Role::Boilerplate || unit.measure.words > 6 || self.verdicts[at].is_body {
                continue;
            }
            let of_page = unit.kind == Kind::Other && unit.phrase.is_none();
            let is_label = of_page
                && !unit.is_link()
                && unit.measure.letters >= 4
                && matches!(unit.shape, Shape::Text | Shape::Heading { .. })
                && matches!(below.kind, Kind::RelatedLinks | Kind::Comments);
            // Of the links in a footer some are known.
            let is_footer = below.kind == Kind::SiteFooter
                && unit.is_link()
                && at > self.region.end
                && unit.landmark.is_none()
                && (unit.kind == Kind::Contact || unit.kind == Kind::Navigation && unit.phrase.is_none())
                && !matches!(self.verdicts[at].named, Some(Kind::Navigation | Kind::Contact));
            // A count among the tools: how often it was shared or liked.
            let tool = |unit: Option<&Unit>| unit.is_some_and(|unit| unit.kind == Kind::ShareTools);
            let is_count = matches!(unit.kind, Kind::Other | Kind::SiteFooter)
                && unit.measure.words <= 1
                && unit.measure.digits > 0
                && unit.measure.letters <= 1
                && (tool(Some(below)) || below.landmark.is_some() && tool(self.units.get(at + 2)));
            // What leads to other pages, and is said of no text.
            let leads_on = unit.kind == Kind::AccessNotice
                && unit.measure.words <= 3
                && matches!(below.kind, Kind::RelatedLinks | Kind::Navigation)
                && (matches!(unit.shape, Shape::Heading { .. })
                    || at.checked_sub(1).is_none_or(|above| self.units[above].kind != Kind::AccessNotice));
            if is_label || is_footer || leads_on {
                let kind = below.kind;
                self.units[at].set(Role::Boilerplate, kind, Evidence::Neighbours, 0.7);
            } else if is_count {
                self.units[at].set(Role::Boilerplate, Kind::ShareTools, Evidence::Neighbours, 0.7);
            }
        }
    }

    pub(super) fn outside(&mut self, at: usize, otherwise: Kind, evidence: Evidence) {
        let unit = &self.units[at];
        if unit.is_decided() {
            return;
        }
        let named = self.verdicts.get(at).and_then(|verdict| verdict.named);
        if let Some(kind) = named.filter(|&kind| is_box_of_its_own(kind)) {
            self.units[at].set(Role::Boilerplate, kind, Evidence::ClassName, 0.8);
            return;
        }
        match unit.phrase {
            // What a menu links to stands in the footer as well.
            Some((Kind::Kicker | Kind::SiteFooter | Kind::Contact | Kind::Tags, _))
                if evidence == Evidence::BeforeArticle && unit.measure.words <= 4 =>
            {
                self.units[at].set(Role::Boilerplate, Kind::Navigation, evidence, 0.8);
            }
            // The page says that it leads on.
            Some((Kind::Tags | Kind::RelatedLinks, _)) if named == Some(Kind::Navigation) => {
                self.units[at].set(Role::Boilerplate, Kind::Navigation, Evidence::ClassName, 0.75);
            }
            Some((kind, anchor)) if kind != Kind::Kicker => self.by_phrase(at, kind, anchor),
            _ if is_contact(unit.text(self.document)) => {
                self.units[at].set(Role::Boilerplate, Kind::Contact, Evidence::ContactPattern, 0.75);
            }
            _ if points_elsewhere(unit.text(self.document)) => {
                self.units[at].set(Role::Boilerplate, Kind::Navigation, Evidence::SymbolsOnly, 0.8);
            }
            _ if named.is_some_and(|kind| fits(kind, unit)) => {
                let footer = evidence == Evidence::AfterArticle && self.verdicts[at].hints.has(Hint::Footer);
                let kind = named.filter(|&kind| !(footer && kind == Kind::Navigation)).unwrap_or(Kind::SiteFooter);
                self.units[at].set(role_of(kind), kind, Evidence::ClassName, 0.75);
            }
            // What links elsewhere are headlines where it is long, and a menu where it is short.
            _ if self.is_page() && unit.is_link() => {
                // In the article's own part of the page a short one is a tool of it.
                let kind = match unit.measure.words {
                    4.. => Kind::RelatedLinks,
                    _ if self.region.contains(&at) => Kind::Other,
                    _ if self.verdicts[at].in_article && evidence != Evidence::BeforeArticle => Kind::Other,
                    _ => Kind::Navigation,
                };
                self.units[at].set(Role::Boilerplate, kind, Evidence::Links, 0.7);
            }
            _ => {
                let short = unit.measure.words < 8;
                let unit = &mut self.units[at];
                unit.decided = true;
                unit.role = Role::Boilerplate;
                unit.kind = otherwise;
                unit.confidence = if short { 0.8 } else { 0.65 };
                unit.reasons.add(evidence, 2.0);
                if short {
                    unit.reasons.add(Evidence::ShortLine, 1.0);
                }
            }
        }
    }
}

/// Words of a line of a wall that no phrase knows, at most.
const LONGEST_OFFER: u32 = 20;
/// Words of a button in a wall, at most.
const LONGEST_BUTTON: u32 = 5;
/// Lines behind the text among which its wall is looked for.
const NEAR: usize = 8;
/// Lines of a wall that say nothing known, one below the other, at most.
const MOST_OFFERS: usize = 3;

/// A line of a mail address, a telephone number or a postal address.
fn is_contact(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    let is_mail = |word: &str| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
    };
    let mail = || memchr::memchr(b'@', text.as_bytes()).is_some() && text.split_whitespace().any(is_mail);
    let telephone = || {
        text.bytes().all(|b| b.is_ascii_digit() || b" +-()/.".contains(&b))
            && text.bytes().filter(u8::is_ascii_digit).count() >= 7
    };
    let postal = || {
        let code = text.rsplit([' ', ',']).next().unwrap_or_default();
        (5..=6).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()) && text.matches(',').count() >= 2
    };
    mail() || text.ends_with(|c: char| c.is_ascii_digit()) && postal() || telephone()
}

/// `← Older post`, `Next →`.
fn points_elsewhere(text: &str) -> bool {
    text.starts_with(['←', '‹', '⟵', '◀', '<']) || text.ends_with(['→', '›', '⟶', '▶'])
}

/// A credit that follows a caption on its line is part of the caption.
fn picture_text(kind: Kind, anchor: Anchor) -> Kind {
    if kind == Kind::Credit && anchor == Anchor::Inside { Kind::Caption } else { kind }
}
