//! The rules: title, furniture, body and boilerplate, in the order in which a reader finds them; in `head`, `body`,
//! `headings`, `desk` and `outside`.

mod body;
mod desk;
mod head;
mod headings;
mod outside;
pub(super) mod review;
mod title;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::measure::Ending;
use super::phrases::Anchor;
use super::scorecard::Verdict;
use super::{Scope, Unit, region};
use crate::bytes;
use crate::clean::folded;
use crate::input::{Landmark, Marker, Shape};
use crate::model::{Evidence, Kind, Role};
use crate::options::Focus;

/// Words that a title has, at most.
const LONGEST_TITLE: u32 = 32;
/// Words that a heading of the body has, at most.
const LONGEST_HEADING: u32 = 18;

/// How likely a unit of a page is of the body when its words say no longer what it is.
const LIKELY: f32 = 0.6;
const SURELY: f32 = 0.8;

/// How likely a unit of the body is of it, at least; held against labels, those below are right as often.
const LEAST_SURE: f32 = 0.55;

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

/// What a page calls itself, and what it says for programs that its headline is and what it is about.
#[derive(Clone, Copy)]
pub(super) struct PageTexts<'a> {
    /// The site's name with it; empty where it does not say.
    pub(super) title: &'a str,
    /// As `letters` of the structured facts.
    pub(super) headlines: &'a [String],
    /// In the same form.
    pub(super) descriptions: &'a [String],
}

/// What is to be labelled, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task<'a> {
    pub(super) language: &'a str,
    pub(super) focus: Focus,
    pub(super) scope: Scope,
    /// Trees look at what the rules have made of a text.
    pub(super) is_reviewed: bool,
}

/// Labels every unit, and returns how sure the body is, 0 to 1.
pub(super) fn apply(
    document: &str,
    units: &mut [Unit],
    mut verdicts: Vec<Verdict>,
    declared: PageTexts<'_>,
    Task { language, focus, scope, is_reviewed }: Task<'_>,
) -> f32 {
    let page_title = declared.title;
    for (at, unit) in units.iter_mut().enumerate() {
        let tool = unit.phrase.is_some_and(|(kind, _)| matches!(kind, Kind::Comments | Kind::ShareTools));
        // A table of contents, a way past the menu.
        let is_within = unit.is_all(unit.within) && !tool;
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
    let is_error = is_error_page(units, &verdicts, page_title, language);
    if is_error {
        verdicts.iter_mut().for_each(|verdict| verdict.is_body = false);
    }
    let region = match scope {
        Scope::Body => 0..units.len(),
        Scope::Whole if verdicts.is_empty() => region::with_beginning(units, region::find(units, focus)),
        Scope::Whole => cover(&verdicts),
    };
    let speakers = speakers(document, &units[region.clone()]);
    let numerals = headings::numerals(document, units);
    let marginal = OnceCell::new();
    let authors = Vec::new();
    let mut rules =
        Rules { document, units, verdicts, language, declared, region, marginal, speakers, numerals, authors };
    let title = if is_error || scope == Scope::Body { None } else { rules.title() };
    let likelihood = title.map_or(0.0, |(_, likelihood)| likelihood);
    let title = title.map(|(at, _)| at);
    rules.brand(title);
    if let Some(title) = title {
        rules.units[title].set(Role::Furniture, Kind::Title, Evidence::FirstLine, likelihood);
        if !rules.is_page() {
            rules.begin_behind(title, focus);
        }
    }
    rules.head(title);
    rules.authors = rules.authors();
    rules.drop();
    if !rules.is_page() {
        rules.extend();
    }
    rules.body();
    rules.tail();
    rules.about();
    rules.levels();
    rules.before(title);
    rules.after();
    rules.labels();
    rules.walls();
    if is_reviewed && !rules.is_page() && scope == Scope::Whole {
        rules.review(focus);
    }
    rules.agree();
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

/// Whether a page says no more than that there is none, or none for this reader.
fn is_error_page(units: &[Unit], verdicts: &[Verdict], page_title: &str, language: &str) -> bool {
    let body = units.iter().zip(verdicts).filter(|(_, verdict)| verdict.is_body);
    if body.map(|(unit, _)| unit.measure.words).sum::<u32>() > LONGEST_ERROR {
        return false;
    }
    page_title.split(TITLE_MARKS).any(|part| {
        let mut name = part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'");
        // Numbers stand as `0` in vocabularies.
        name = name.replace(|c: char| c.is_ascii_digit(), "0").replace("000", "0");
        crate::vocabulary::with_english(language)
            .any(|vocabulary| vocabulary.section("error_page").contains(&name.as_str()))
    })
}

/// Words of a page that is not there, at most.
const LONGEST_ERROR: u32 = 80;

/// What parts the name of a page from its site's in a title.
const TITLE_MARKS: [char; 10] = ['|', '–', '—', '·', '-', ':', '•', '»', '«', '/'];

/// What the page says of its own parts: menus, forms, the footer.
fn landmark_unit(unit: &mut Unit, landmark: Landmark, named: Option<Kind>) {
    let (evidence, confidence) = match landmark {
        Landmark::PageHead | Landmark::PageFoot => (Evidence::Repeated, 0.9),
        _ => (Evidence::Markup, 0.85),
    };
    let is_part = !matches!(landmark, Landmark::Navigation | Landmark::Search | Landmark::Caption);
    if let Some(kind) = named.filter(|&kind| is_part && is_box_of_its_own(kind)) {
        unit.set(Role::Boilerplate, kind, Evidence::ClassName, 0.8);
        return;
    }
    let kind = match landmark {
        Landmark::Caption => Kind::Caption,
        Landmark::Navigation => Kind::Navigation,
        Landmark::Search => Kind::Search,
        Landmark::Header | Landmark::PageHead => Kind::SiteHeader,
        Landmark::Footer | Landmark::PageFoot => Kind::SiteFooter,
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
        // Pages of print have numbers and no players.
        Some((said, _)) if evidence == Evidence::Repeated && said != Kind::CopyrightNotice => {
            unit.set(role_of(kind), kind, evidence, confidence);
        }
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
        _ => unit.set(role_of(kind), kind, evidence, confidence),
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
    /// What the page says of itself.
    declared: PageTexts<'a>,
    /// The units that are the article's, behind the title.
    region: Range<usize>,
    /// Made when it is first asked for.
    marginal: OnceCell<Marginal>,
    /// Labels with a colon that begin two or more units, such as `Q:` or a speaker's name.
    speakers: HashSet<String>,
    /// Numerals that short lines begin with.
    numerals: HashSet<String>,
    /// Names of the authors in small letters, or the last words of them.
    authors: Vec<String>,
}

impl Rules<'_> {
    /// Whether it is a page, whose markup tells what is of the body.
    fn is_page(&self) -> bool {
        !self.verdicts.is_empty()
    }

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
            && !(measure.ending == Ending::Comma)
            && (measure.ending != Ending::Stop || self.ends_as_question(at) || measure.words <= most / 2)
            && !unit.phrase.is_some_and(|(kind, anchor)| {
                anchor == Anchor::Whole
                    || matches!(kind, Kind::Credit | Kind::Caption | Kind::CopyrightNotice)
                    || anchor == Anchor::Start && region::is_page_furniture(kind)
            })
            && !is_parted(self.text(at))
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

    /// Whether it is a part of what the page calls itself, before or behind a mark.
    fn is_in_page_name(&self, at: usize) -> bool {
        if self.declared.title.is_empty() {
            return false;
        }
        let text = folded(self.text(at));
        self.declared
            .title
            .split(TITLE_MARKS)
            .filter(|_| self.declared.title.len() > text.len())
            .any(|part| part.trim() == text)
    }

    /// Whether it begins with the name of one who speaks.
    fn speaks(&self, at: usize) -> bool {
        !self.speakers.is_empty() && speaker(self.text(at)).is_some_and(|label| self.speakers.contains(label))
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

    /// Where the trees say of a unit of a page what the rules say, they know how likely that is.
    fn agree(&mut self) {
        for (unit, verdict) in self.units.iter_mut().zip(&self.verdicts) {
            let probability = if unit.role == Role::Body { verdict.probability } else { 1.0 - verdict.probability };
            unit.confidence = match unit.role {
                Role::Furniture => unit.confidence,
                // It goes with others that are surer.
                Role::Body => probability.max(LEAST_SURE),
                Role::Boilerplate if probability > 0.5 => probability,
                Role::Boilerplate => unit.confidence,
            };
        }
    }

    /// The mean confidence of the body's words; low where there is little of it. Held against labels it tells the worst pages
    /// better than the F1 that is to be expected.
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
