//! The rules: title, furniture, body and boilerplate, in the order in which a reader finds them.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::measure::Ending;
use super::phrases::Anchor;
use super::scorecard::Verdict;
use super::{Unit, region};
use crate::bytes;
use crate::clean::folded;
use crate::facts::names;
use crate::input::html::hints::Hint;
use crate::input::{Landmark, Marker, Shape};
use crate::model::{Evidence, Kind, NO_INDEX, Role};
use crate::options::Focus;

/// Words that a title has, at most.
const LONGEST_TITLE: u32 = 32;
/// Words that a heading of the body has, at most.
const LONGEST_HEADING: u32 = 18;

/// How likely a unit of a page is of the body when its words say no longer what it is.
const LIKELY: f32 = 0.6;
const SURELY: f32 = 0.8;

/// Units at each end of the document among which a site names itself.
const MARGIN: usize = 30;

/// The role that a kind has where nothing else is known.
pub(crate) fn role_of(kind: Kind) -> Role {
    match kind as u32 {
        100..=199 => Role::Body,
        200..=299 => Role::Furniture,
        _ => Role::Boilerplate,
    }
}

/// Labels every unit, and returns how sure the body is, 0 to 1.
///
/// `page_title` is what the page calls itself, the site's name with it; empty where it does not say.
pub(super) fn apply(
    document: &str,
    units: &mut [Unit],
    mut verdicts: Vec<Verdict>,
    language: &str,
    page_title: &str,
    focus: Focus,
) -> f32 {
    for (at, unit) in units.iter_mut().enumerate() {
        let tool = unit.phrase.is_some_and(|(kind, _)| matches!(kind, Kind::Comments | Kind::ShareTools));
        // A table of contents, a way past the menu.
        let is_within = unit.within * 10 >= (unit.span.end - unit.span.start) * 9 && !tool;
        let is_plain = unit.phrase.is_none_or(|(kind, _)| kind == Kind::Navigation);
        let landmark = unit.landmark.filter(|landmark| match landmark {
            Landmark::Header if is_within && is_plain => false,
            Landmark::Header | Landmark::Footer | Landmark::Aside | Landmark::Dialog => !verdicts[at].is_body,
            _ => true,
        });
        if let Some(landmark) = landmark {
            let named = verdicts.get(at).filter(|verdict| !verdict.is_body).and_then(|verdict| verdict.named);
            // A list of links in the head of a page is its menu.
            let menu = landmark == Landmark::Header
                && named == Some(Kind::Navigation)
                && matches!(unit.shape, Shape::Item { .. });
            landmark_unit(unit, if menu { Landmark::Navigation } else { landmark }, named);
        }
        if matches!(unit.shape, Shape::Rule) {
            rule_unit(document, unit);
        }
        if is_within && !unit.is_decided() {
            unit.set(Role::Boilerplate, Kind::Navigation, Evidence::Links, 0.85);
        }
    }
    if is_login_page(units, &verdicts) {
        for (unit, verdict) in units.iter().zip(&mut verdicts) {
            verdict.is_body = false;
            verdict.named = if unit.is_decided() { verdict.named } else { Some(Kind::Login) };
        }
    }
    let region = if verdicts.is_empty() { region::find(units, focus) } else { cover(&verdicts) };
    let speakers = speakers(document, &units[region.clone()]);
    let marginal = OnceCell::new();
    let mut rules = Rules { document, units, verdicts, language, page_title, region, marginal, speakers };
    let title = rules.title();
    rules.brand(title);
    if let Some(title) = title {
        rules.units[title].set(Role::Furniture, Kind::Title, Evidence::FirstLine, 0.9);
        if rules.verdicts.is_empty() {
            rules.begin_behind(title, focus);
        }
    }
    rules.head(title);
    rules.drop();
    if rules.verdicts.is_empty() {
        rules.extend();
    }
    rules.body();
    rules.tail();
    rules.about();
    rules.before(title);
    rules.after();
    rules.labels();
    rules.confidence()
}

/// Whether a page has nothing but a form to log in: no prose, and fields and links of such a form.
fn is_login_page(units: &[Unit], verdicts: &[Verdict]) -> bool {
    let body = || units.iter().zip(verdicts).filter(|(_, verdict)| verdict.is_body).map(|(unit, _)| unit);
    let login = |unit: &&Unit| unit.phrase.is_some_and(|(kind, anchor)| kind == Kind::Login && anchor > Anchor::Inside);
    let outside = |unit: &Unit| matches!(unit.landmark, None | Some(Landmark::Control));
    body().next().is_some()
        && !body().any(Unit::is_prose)
        && body().map(|unit| unit.measure.words).sum::<u32>() <= 60
        && units.iter().filter(|unit| outside(unit)).filter(login).count() >= 3
}

/// What the page says of its own parts: menus, forms, the footer.
fn landmark_unit(unit: &mut Unit, landmark: Landmark, named: Option<Kind>) {
    let is_part = !matches!(landmark, Landmark::Navigation | Landmark::Search | Landmark::Caption);
    if let Some(kind) = named.filter(|&kind| is_part && is_box_of_its_own(kind)) {
        unit.set(Role::Boilerplate, kind, Evidence::ClassName, 0.8);
        return;
    }
    let kind = match landmark {
        Landmark::Caption => Kind::Caption,
        Landmark::Navigation => Kind::Navigation,
        Landmark::Search => Kind::Search,
        Landmark::Header => Kind::SiteHeader,
        Landmark::Footer => Kind::SiteFooter,
        Landmark::Aside if named.is_none() && unit.is_link() && unit.measure.words >= 4 => Kind::RelatedLinks,
        Landmark::Aside | Landmark::Dialog | Landmark::Control => {
            named.filter(|&kind| fits(kind, unit)).unwrap_or(Kind::Other)
        }
    };
    // What it says tells more than where it stands; but dates and names there are not the article's, and a menu links to
    // what stands in the footer.
    let in_menu = |said| landmark == Landmark::Navigation && matches!(said, Kind::SiteFooter | Kind::Contact);
    let said = unit.phrase.filter(|&(said, anchor)| {
        anchor > Anchor::Inside
            && (role_of(said) == Role::Boilerplate || said == Kind::CopyrightNotice)
            && !in_menu(said)
    });
    match said {
        // A link to the rules on cookies asks nobody for consent.
        Some((Kind::ConsentNotice, Anchor::Whole)) if landmark == Landmark::Footer && unit.measure.words <= 4 => {
            unit.set(Role::Boilerplate, Kind::SiteFooter, Evidence::Markup, 0.85);
        }
        // A button shows more of the page, and leads to no other.
        Some((Kind::RelatedLinks, _)) if landmark == Landmark::Control => {
            unit.set(Role::Boilerplate, Kind::Navigation, Evidence::Markup, 0.8);
        }
        Some((said, _)) if landmark != Landmark::Caption => unit.set(role_of(said), said, Evidence::Phrase, 0.9),
        _ if unit.kind == Kind::CopyrightNotice => {}
        _ => unit.set(role_of(kind), kind, Evidence::Markup, 0.85),
    }
}

/// A line of symbols: the mark that ends a piece, or layout.
fn rule_unit(document: &str, unit: &mut Unit) {
    let text = unit.text(document);
    if matches!(text, "###" | "# # #" | "■" | "□" | "◼" | "∎" | "▪") {
        unit.set(Role::Furniture, Kind::EndMark, Evidence::EndMarkPattern, 0.9);
    } else {
        unit.set(Role::Furniture, Kind::Layout, Evidence::SymbolsOnly, 0.95);
    }
}

/// Whether bars or their like part a text in three or more.
fn is_parted(text: &str) -> bool {
    // Their first bytes.
    let first = |byte: u8| (byte == b'|') | (byte == b'>') | (byte == 0xC2) | (byte == 0xE2);
    bytes::any(text.as_bytes(), first) && text.matches(['|', '»', '›', '>', '·', '•']).nth(1).is_some()
}

/// What stands before the colon that begins a text, if it is short.
fn speaker(text: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let head = &text.as_bytes()[..text.len().min(LONGEST + 3)];
    let end = memchr::memchr2(b':', 0xEF, head)?;
    let rest = text[end..].strip_prefix([':', '：'])?;
    let label = &text[..end];
    let said = rest.chars().any(char::is_alphanumeric);
    (said && label.split_whitespace().count() <= 4 && label.chars().any(char::is_alphabetic)).then_some(label)
}

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
    fn of(kind: Kind, label: &Unit) -> Option<Self> {
        let left = match kind {
            Kind::RelatedLinks if label.measure.words <= 6 => 12,
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

fn speakers(document: &str, units: &[Unit]) -> HashSet<String> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for label in units.iter().filter_map(|unit| speaker(unit.text(document))) {
        *counts.entry(label).or_default() += 1;
    }
    counts.into_iter().filter(|&(_, count)| count >= 2).map(|(label, _)| label.to_owned()).collect()
}

/// The short lines at both ends of the document, where a site names itself, folded and one below the other.
struct Marginal {
    text: String,
    /// Where each line begins in `text`, and its unit.
    lines: Vec<(usize, usize)>,
}

impl Marginal {
    fn new(document: &str, units: &[Unit]) -> Self {
        let mut marginal = Self { text: String::new(), lines: Vec::new() };
        for (at, unit) in units.iter().enumerate() {
            let outer = at < MARGIN || at + MARGIN >= units.len();
            if outer && unit.measure.words <= 40 && !matches!(unit.shape, Shape::Rule) {
                marginal.lines.push((marginal.text.len(), at));
                marginal.text.push_str(&folded(unit.text(document)));
                marginal.text.push('\n');
            }
        }
        marginal
    }

    /// The units whose lines hold a text, each once.
    fn bearers(&self, text: &str) -> impl Iterator<Item = usize> {
        let line = |at| self.lines[self.lines.partition_point(|&(start, _)| start <= at) - 1].1;
        let mut bearers: Vec<usize> = memchr::memmem::find_iter(self.text.as_bytes(), text).map(line).collect();
        bearers.dedup();
        bearers.into_iter()
    }
}

/// The units from the first to the last that are of the body.
fn cover(verdicts: &[Verdict]) -> Range<usize> {
    let first = verdicts.iter().position(|verdict| verdict.is_body).unwrap_or(0);
    let last = verdicts.iter().rposition(|verdict| verdict.is_body).map_or(first, |last| last + 1);
    first..last
}

struct Rules<'a> {
    document: &'a str,
    units: &'a mut [Unit],
    /// What the markup of a page says of each unit; empty where there is none.
    verdicts: Vec<Verdict>,
    language: &'a str,
    page_title: &'a str,
    /// The units that are the article's, behind the title.
    region: Range<usize>,
    /// Made when it is first asked for.
    marginal: OnceCell<Marginal>,
    /// Labels with a colon that begin two or more units, such as `Q:` or a speaker's name.
    speakers: HashSet<String>,
}

impl Rules<'_> {
    fn text(&self, at: usize) -> &str {
        self.units[at].text(self.document)
    }

    /// Whether a unit could stand as a title or heading: words, few enough, and not the end of a sentence.
    fn is_headline(&self, at: usize, most: u32) -> bool {
        let unit = &self.units[at];
        let measure = &unit.measure;
        !unit.is_decided()
            && matches!(unit.shape, Shape::Text | Shape::Heading { .. } | Shape::Item { marker: Marker::Number, .. })
            && measure.words >= 1
            && measure.words <= most
            && measure.letters > 0
            && !is_parted(self.text(at))
            && !(measure.ending == Ending::Comma)
            && (measure.ending != Ending::Stop || self.ends_as_question(at) || measure.words <= most / 2)
            && !unit.phrase.is_some_and(|(kind, anchor)| {
                anchor == Anchor::Whole
                    || matches!(kind, Kind::Credit | Kind::Caption | Kind::CopyrightNotice)
                    || anchor == Anchor::Start && region::is_page_furniture(kind)
            })
    }

    /// Whether a line is the name of the site: the copyright line, or two other lines outside the prose, bear it.
    fn is_site_name(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.measure.words > 6 || unit.measure.ending == Ending::Stop {
            return false;
        }
        let name = folded(self.text(at));
        if name.len() < 4 {
            return false;
        }
        let weights = self
            .marginal
            .get_or_init(|| Marginal::new(self.document, self.units))
            .bearers(&name)
            // The path to a page names the page.
            .filter(|&i| i != at && self.units[i].landmark != Some(Landmark::Navigation))
            .map(|i| {
                let unit = &self.units[i];
                let copyright =
                    unit.phrase.is_some_and(|(kind, _)| kind == Kind::CopyrightNotice) || self.text(i).contains('©');
                if copyright { 2 } else { usize::from(unit.measure.words > self.units[at].measure.words) }
            });
        weights.take(4).sum::<usize>()
            >= if unit.measure.words >= 3 || at == 0 && unit.measure.words >= 2 { 1 } else { 2 }
    }

    /// Whether the page calls itself so: the headline, and with it most often the site's name.
    fn is_in_page_title(&self, at: usize) -> bool {
        !self.page_title.is_empty() && self.page_title.contains(&*folded(self.text(at)))
    }

    /// Whether it is a part of what the page calls itself, before or behind a mark.
    fn is_in_page_name(&self, at: usize) -> bool {
        let text = folded(self.text(at));
        let marks = ['|', '–', '—', '·', '-', ':', '•', '»', '«', '/'];
        self.page_title.split(marks).filter(|_| self.page_title.len() > text.len()).any(|part| part.trim() == text)
    }

    fn ends_as_question(&self, at: usize) -> bool {
        self.text(at).ends_with(['?', '!', '？', '！', '؟', '"', '”', '»', '\'', '’'])
    }

    /// Prose that is surely of the body: a headline of two sentences is none.
    fn is_solid(&self, at: usize) -> bool {
        let unit = &self.units[at];
        !unit.is_decided()
            && unit.is_prose()
            && !matches!(unit.shape, Shape::Heading { .. })
            && (unit.measure.ending != Ending::Open || unit.measure.words > LONGEST_TITLE)
    }

    /// The title: the likeliest of the short lines above the prose.
    fn title(&self) -> Option<usize> {
        if let Some(title) = self.marked_title() {
            return Some(title);
        }
        if self.region.is_empty() {
            // Without prose, the first line that can be a title is one when it stands at the top.
            let in_login = |at: usize| self.verdicts.get(at).is_some_and(|verdict| verdict.named == Some(Kind::Login));
            return (0..self.units.len().min(3))
                .find(|&at| self.is_headline(at, LONGEST_TITLE) && !in_login(at))
                .filter(|_| self.units.len() > 1);
        }
        let prose = self.region.clone().find(|&at| self.is_solid(at))?;
        let from = prose.saturating_sub(60);
        let mut best: Option<(usize, f32)> = None;
        let mut cost = 0.0;
        for at in (from..prose).rev() {
            let unit = &self.units[at];
            if self.is_headline(at, LONGEST_TITLE) && !(at < 8 && self.is_site_name(at)) {
                let mut score = self.title_score(at, prose) - cost;
                // Whether it is a byline is asked only where it could be the title.
                let leads = best.is_none_or(|(_, held)| score + 1.0 > held);
                if leads && unit.measure.words <= 6 && self.is_bare_byline(at) {
                    score -= 1.5;
                }
                // Two lines together: the upper one is the title and the lower one its dek, unless the upper is a kicker.
                let heads = best.is_some_and(|(below, held)| {
                    below == at + 1
                        && unit.measure.words >= if unit.after_blank { 4 } else { 6 }
                        && self.units[below].measure.words >= unit.measure.words
                        && score + 1.0 > held
                        // Above a title with a dek of its own stands a kicker.
                        && (unit.measure.words > 5 || self.units.get(below + 1).is_some_and(Unit::is_decided))
                });
                if best.is_none_or(|(_, held)| score > held) || heads {
                    best = Some((at, score));
                }
            }
            cost += match unit.shape {
                _ if unit.is_decided() => 0.1,
                Shape::Item { .. } => 0.15,
                _ => 0.35,
            };
        }
        best.map(|(at, _)| at)
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
            if !self.page_title.is_empty() && self.page_title.contains(&*text) {
                // The site's name stands in the title, too.
                score += 4.0 * (text.len() as f32 / self.page_title.len() as f32).min(1.0).sqrt();
            }
            score -= if at > prose { 1.5 } else { 0.0 };
            score -= if self.verdicts[at].named.is_some() { 1.0 } else { 0.0 };
            if score >= 3.0 && best.is_none_or(|(_, held)| score > held) {
                best = Some((at, score));
            }
        }
        best.map(|(at, _)| at)
    }

    fn title_score(&self, at: usize, prose: usize) -> f32 {
        let unit = &self.units[at];
        let words = unit.measure.words as f32;
        let metadata_below = (at + 1..(at + 6).min(prose + 1))
            .any(|i| matches!(self.units[i].kind, Kind::Byline | Kind::Timestamp | Kind::ReadingTime));
        let mut score = words.min(10.0) / 10.0;
        score += if words >= 4.0 { 2.0 } else { 0.0 };
        score += if metadata_below { 2.0 } else { 0.0 };
        let first = self.units[..at].iter().all(|unit| unit.is_decided() || unit.phrase.is_some());
        score += if at == 0 {
            2.5
        } else if at < 4 && first {
            2.0
        } else {
            0.0
        };
        // An entry of a live blog stands below its time.
        let entry = at.checked_sub(1).is_some_and(|above| self.units[above].kind == Kind::Timestamp);
        score -= if entry && !metadata_below { 1.5 } else { 0.0 };
        score += if unit.repeated { 1.0 } else { 0.0 };
        score += if matches!(unit.shape, Shape::Heading { level: 1 }) { 4.0 } else { 0.0 };
        score += if unit.measure.words >= 2 && self.is_in_page_title(at) { 3.0 } else { 0.0 };
        score += if unit.after_blank { 0.3 } else { 0.0 };
        score -= if unit.measure.ending == Ending::Stop && !self.ends_as_question(at) { 1.5 } else { 0.0 };
        score -= if unit.measure.ending == Ending::Colon { 2.0 } else { 0.0 };
        score -= if unit.measure.begins_small { 1.0 } else { 0.0 };
        score -= if unit.measure.is_all_capitals() && words < 4.0 { 1.0 } else { 0.0 };
        score
    }

    /// In a text the body begins behind the title.
    fn begin_behind(&mut self, title: usize, focus: Focus) {
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
    }

    /// The site's name above the article, which the page's title bears too, though it stands in a menu.
    fn brand(&mut self, title: Option<usize>) {
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

    /// What the markup of the page leaves out of the body, between what it leaves in.
    fn drop(&mut self) {
        if self.verdicts.is_empty() {
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

    /// Between the title and the body: kicker, dek, byline, dates, captions.
    fn head(&mut self, title: Option<usize>) {
        let Some(title) = title else { return };
        self.kicker(title);
        self.named_head(title);
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
        let Some(&first) = prose.first() else { return };
        if self.units[first].is_decided() || self.phrase_decides(first) {
            return;
        }
        let before = (title + 1..first).filter(|&at| is_metadata(&self.units[at])).count();
        let after = (first + 1..self.region.end.min(first + 6))
            .take_while(|&at| !self.units[at].is_prose())
            .any(|at| is_metadata(&self.units[at]));
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
        if self.verdicts.is_empty() {
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
            let again = |pair: &[Unit]| {
                let below = &pair[1];
                pair[0].shape == unit.shape && matches!(below.kind, Kind::Byline | Kind::Timestamp)
            };
            let deck = only_known
                && matches!(unit.shape, Shape::Heading { .. })
                // Where others are like it, each heads an article of its own.
                && !self.units[(at + 1).min(self.region.end)..self.region.end].windows(2).any(again)
                && words >= 6
                && self.units[at + 1..(at + 5).min(self.units.len())].iter().any(metadata);
            let dek = deck || !verdict.is_body && verdict.hints.has(Hint::Dek);
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
        let Some(above) = title.checked_sub(1) else { return };
        let unit = &self.units[above];
        // In a dump without blank lines a line stands alone when what is above it is known.
        let spaced = self.units[1..].iter().any(|unit| unit.after_blank);
        let known = |i: usize| self.units[i].is_decided() || self.units[i].phrase.is_some() || self.is_site_name(i);
        let names_site = if self.verdicts.is_empty() {
            self.is_site_name(above)
        } else {
            // `Topic: Headline | Site` names the topic, too.
            let topic = format!("{}: {}", folded(self.text(above)), folded(self.text(title)));
            self.is_in_page_name(above) && !self.page_title.contains(&topic)
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
        let in_menu = (self.verdicts.is_empty() || marked_menu)
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

    /// `dpa/mtk`, `EFE jml/crs`: an agency and the initials of its people, alone below the text.
    fn is_agency_line(&self, at: usize) -> bool {
        let text = self.text(at).trim_matches(['(', ')']);
        self.units[at].measure.words <= 4
            && text.len() <= 40
            && crate::facts::rights::agency(text).is_some_and(|range| range.start == 0)
    }

    fn is_bare_byline(&self, at: usize) -> bool {
        let text = self.text(at);
        // A word for "by" that sentences begin with as well counts only here, beside other metadata.
        let labels = crate::vocabulary::of(self.language).map_or(&[][..], |vocabulary| vocabulary.section("byline"));
        let text = labels.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix(' ')).unwrap_or(text);
        let measure = &self.units[at].measure;
        text.len() <= 100
            && measure.ending == Ending::Open
            && names::parse(text, self.language).is_some_and(|parts| {
                text[parts[0].range.clone()].contains([' ', '.']) || self.language == "zh" || self.language == "ja"
            })
    }

    /// Behind the last prose: lists, tables and lines that lead on to the article's own furniture belong to it.
    fn extend(&mut self) {
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
    fn phrase_decides(&self, at: usize) -> bool {
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
        let leads = matches!(unit.phrase, Some((Kind::RelatedLinks, Anchor::Whole)));
        let below = self.verdicts.get(at + 1).is_some_and(|below| below.is_body && below.probability > SURELY);
        set && tool && verdict.probability > LIKELY || heading && leads && below && verdict.probability > SURELY
    }

    /// Whether a unit is what a box of the page says of itself.
    fn is_box(&self, at: usize) -> Option<Kind> {
        let unit = self.units.get(at)?;
        let kind = if unit.is_decided() { unit.kind } else { unit.phrase.filter(|_| self.phrase_decides(at))?.0 };
        matches!(kind, Kind::NewsletterPrompt | Kind::AppPromo | Kind::AccessNotice).then_some(kind)
    }

    fn body(&mut self) {
        let mut under: Option<Under> = None;
        let words = |unit: &Unit| u64::from(unit.measure.words);
        let all: u64 = self.units[self.region.clone()].iter().map(words).sum();
        let mut before = 0;
        for at in self.region.clone() {
            before += words(&self.units[at]);
            // A count of comments above the text leads to them; only below most of it do they begin.
            let leads = before * 5 < all * 4;
            if self.units[at].is_decided() {
                // A label in a part of the page that is not the article's speaks for the rest of that part.
                let dropped = !self.verdicts.is_empty() && self.units[at].phrase.is_some();
                if self.units[at].landmark.is_some() || dropped {
                    under = Under::of(self.units[at].kind, &self.units[at])
                        .filter(|under| under.kind != Kind::Comments || !leads);
                }
                continue;
            }
            if self.phrase_decides(at) {
                let (kind, anchor) = self.units[at].phrase.unwrap_or((Kind::Other, Anchor::Inside));
                self.by_phrase(at, kind, anchor);
                under = Under::of(kind, &self.units[at]).filter(|under| under.kind != Kind::Comments || !leads);
                continue;
            }
            if under.as_mut().is_some_and(|under| self.goes_under(at, under)) {
                let kind = under.as_ref().map_or(Kind::Other, |under| under.kind);
                self.units[at].set(Role::Boilerplate, kind, Evidence::UnderLabel, 0.7);
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
    fn claim_caption(&mut self, at: usize) -> bool {
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
                    || heads && unit.after_blank && under.count > 0 && unit.measure.words < 5
            }
            Kind::Comments => unit.measure.words >= 80,
            Kind::Advertisement => unit.after_blank,
            Kind::Contact => unit.measure.words >= 12,
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

    /// Whether prose follows a short line, with no more than another heading, a date or a caption between.
    fn heads_prose(&self, at: usize) -> bool {
        let mut others = 0;
        for next in at + 1..self.units.len().min(at + 9) {
            let unit = &self.units[next];
            // What the page has put between is passed over.
            let furniture = unit.phrase.is_some_and(|(kind, _)| region::is_page_furniture(kind));
            if unit.is_decided() || furniture && self.phrase_decides(next) {
                continue;
            }
            let speaks = speaker(self.text(next)).is_some_and(|label| self.speakers.contains(label));
            let set =
                matches!(unit.shape, Shape::Item { .. } | Shape::Row { .. } | Shape::Cell) && unit.measure.words >= 2;
            if unit.is_prose() || speaks || set {
                return true;
            }
            others += 1;
            if others > 2 || unit.measure.words > LONGEST_HEADING || unit.measure.ending != Ending::Open {
                return false;
            }
        }
        false
    }

    fn body_unit(&mut self, at: usize) {
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
                self.units[at].level = self.numbered_level(at);
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
        let unit = &mut self.units[at];
        unit.set(Role::Body, kind, evidence, confidence);
        unit.reasons.add(Evidence::InsideProse, 1.0);
    }

    fn is_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let text = self.text(at);
        // On a page what is no heading by its markup is at least bold.
        if !self.verdicts.is_empty() && unit.strong < unit.span.end - unit.span.start {
            return false;
        }
        // What the page puts into a list or a quotation heads nothing below it.
        !unit.is_prose()
            && unit.container == NO_INDEX
            && self.is_headline(at, LONGEST_HEADING)
            && unit.measure.ending != Ending::Colon
            && !unit.measure.begins_small
            && (unit.measure.inner_stops == 0 || text.starts_with(char::is_numeric))
            && !self.is_count(at)
            && !speaker(text).is_some_and(|label| self.speakers.contains(label))
            && self.heads_prose(at)
    }

    /// `Serves 4`: a word or two and a number, in no series such as `Step 1`, `Step 2`.
    fn is_count(&self, at: usize) -> bool {
        let text = self.text(at);
        let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = text.len() - words.len();
        if !(1..=3).contains(&digits) || self.units[at].measure.words > 3 || !words.ends_with(' ') {
            return false;
        }
        !(self.region.start..self.region.end).any(|i| i != at && self.text(i).starts_with(words))
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

    /// `2.1 Heading` stands below `2 Heading`.
    fn numbered_level(&self, at: usize) -> u32 {
        let number: &str = self.text(at).split_whitespace().next().unwrap_or_default();
        let dots = number.trim_end_matches('.').matches('.').count() as u32;
        let numeric =
            number.starts_with(|c: char| c.is_ascii_digit()) && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if numeric { (2 + dots).min(6) } else { 2 }
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

    /// Behind the body: the author's bio, tags, credits.
    fn tail(&mut self) {
        let authors: Vec<String> = self
            .units
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
            .collect();
        let end = (self.region.end + 4).min(self.units.len());
        for at in self.region.end.saturating_sub(3).max(self.region.start)..end {
            let open = !self.units[at].is_decided()
                || matches!(self.units[at].kind, Kind::Paragraph | Kind::Heading | Kind::Credit);
            if open && self.is_agency_line(at) {
                self.units[at].set(Role::Furniture, Kind::AgencyCredit, Evidence::AgencyPattern, 0.85);
            }
        }
        for at in self.region.end.saturating_sub(4).max(self.region.start)..end {
            let unit = &self.units[at];
            let says_otherwise =
                unit.phrase.is_some_and(|(kind, anchor)| anchor > Anchor::Inside && kind != Kind::AuthorBio);
            let open = !says_otherwise && (!unit.is_decided() || unit.kind == Kind::Paragraph);
            // On a page the author may sign the text again.
            if open && !self.verdicts.is_empty() && unit.measure.words < 6 && !self.verdicts[at].is_body {
                let text = self.text(at).to_lowercase();
                if authors.iter().any(|name| folded(&text).contains(name.as_str())) {
                    self.units[at].set(Role::Furniture, Kind::Byline, Evidence::NamePattern, 0.75);
                }
                continue;
            }
            if open && unit.measure.words >= 6 && unit.measure.words <= 90 {
                let start: String = self.text(at).chars().take(60).flat_map(char::to_lowercase).collect();
                let start = folded(&start);
                if authors.iter().any(|name| start.find(name.as_str()).is_some_and(|i| i <= 12)) {
                    self.units[at].set(Role::Furniture, Kind::AuthorBio, Evidence::NamePattern, 0.8);
                }
            }
        }
    }

    /// `About X` above a paragraph that begins with, or holds, X: the organisation behind a press release.
    fn about(&mut self) {
        let Some(vocabulary) = crate::vocabulary::of(self.language) else { return };
        let from = self.region.start + (self.region.len() * 2) / 5;
        for at in from..self.region.end.saturating_sub(1) {
            let unit = &self.units[at];
            if unit.kind != Kind::Heading || unit.measure.words > 10 {
                continue;
            }
            let text = self.text(at).to_lowercase();
            let Some(name) =
                vocabulary.section("about").iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' '))
            else {
                continue;
            };
            let last = name.split_whitespace().next_back().unwrap_or_default().trim_end_matches(':');
            let next = self.text(at + 1);
            let head: String = next.chars().take(160).flat_map(char::to_lowercase).collect();
            if last.chars().count() >= 3 && head.contains(last) && self.units[at + 1].kind == Kind::Paragraph {
                for i in [at, at + 1] {
                    self.units[i].set(Role::Furniture, Kind::AuthorBio, Evidence::UnderLabel, 0.75);
                }
            }
        }
    }

    fn by_phrase(&mut self, at: usize, kind: Kind, anchor: Anchor) {
        let confidence = match anchor {
            Anchor::Whole => 0.95,
            Anchor::Start => 0.85,
            Anchor::Inside => 0.75,
        };
        let kind = picture_text(kind, anchor);
        self.units[at].set(role_of(kind), kind, Evidence::Phrase, confidence);
    }

    /// Above the article: the page's name, menus and prompts.
    fn before(&mut self, title: Option<usize>) {
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
    fn after(&mut self) {
        let mut under: Option<Kind> = None;
        let mut footer = false;
        for at in self.region.end..self.units.len() {
            let unit = &self.units[at];
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
                footer |= matches!(kind, Kind::CopyrightNotice | Kind::SiteFooter);
                if footer {
                    under = under.filter(|&held| held != Kind::RelatedLinks);
                }
            }
            footer |= unit.kind == Kind::CopyrightNotice;
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

    /// What units of a page outside the body are by those beside them.
    fn labels(&mut self) {
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
            if is_label || is_footer {
                let kind = below.kind;
                self.units[at].set(Role::Boilerplate, kind, Evidence::Neighbours, 0.7);
            } else if is_count {
                self.units[at].set(Role::Boilerplate, Kind::ShareTools, Evidence::Neighbours, 0.7);
            }
        }
    }

    fn outside(&mut self, at: usize, otherwise: Kind, evidence: Evidence) {
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
            _ if !self.verdicts.is_empty() && unit.is_link() => {
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

    /// The mean confidence of the body's words; low where there is little of it.
    fn confidence(&self) -> f32 {
        let (mut words, mut sum) = (0.0, 0.0);
        for unit in self.units.iter().filter(|unit| unit.role == Role::Body) {
            words += unit.measure.words as f32;
            sum += unit.measure.words as f32 * unit.confidence;
        }
        if words == 0.0 { 0.0 } else { sum / words * (words / (words + 20.0)) }
    }
}

/// Whether a box of this kind is told by its class whatever stands in it.
pub(super) fn is_box_of_its_own(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Comments
            | Kind::RelatedLinks
            | Kind::NewsletterPrompt
            | Kind::Advertisement
            | Kind::AccessNotice
            | Kind::Login
    )
}

/// Whether a unit can be what its class says.
fn fits(kind: Kind, unit: &Unit) -> bool {
    match kind {
        Kind::AuthorBio => unit.measure.words >= 6,
        Kind::Tags => unit.measure.words <= 12,
        _ => true,
    }
}

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
    mail() || telephone() || postal()
}

/// `← Older post`, `Next →`.
fn points_elsewhere(text: &str) -> bool {
    text.starts_with(['←', '‹', '⟵', '◀', '<']) || text.ends_with(['→', '›', '⟶', '▶'])
}

/// A credit that follows a caption on its line is part of the caption.
fn picture_text(kind: Kind, anchor: Anchor) -> Kind {
    if kind == Kind::Credit && anchor == Anchor::Inside { Kind::Caption } else { kind }
}
