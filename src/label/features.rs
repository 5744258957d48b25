//! What a page says of a unit besides its words: each feature takes one of a few steps.
//!
//! The features look at the unit itself, at those beside it, at the elements around it with the names that their makers gave
//! them, at how dense the prose and the links are there, and at the way to the part of the page that holds most prose.

use super::Unit;
use super::measure::Ending;
use super::phrases::Anchor;
use crate::clean::folded;
use crate::input::html::hints::Hints;
use crate::input::html::names::Name;
use crate::input::{Element, Landmark, Marker, Shape};
use crate::model::{Evidence, NO_INDEX, Role};
use crate::words::{self, WordMap};

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident: $steps:literal => $evidence:ident,)*) => {
        /// A feature of a unit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(crate) enum Feature {
            $($(#[$doc])* $name,)*
        }

        impl Feature {
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            /// How many steps it has.
            pub(crate) const fn steps(self) -> usize {
                match self {
                    $(Self::$name => $steps,)*
                }
            }

            /// What it is where it speaks against a unit.
            pub(crate) const fn evidence(self) -> Evidence {
                match self {
                    $(Self::$name => Evidence::$evidence,)*
                }
            }

            #[cfg(feature = "internals")]
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }
        }
    };
}

features! {
    /// Words, and from the seventh step on the same of prose.
    Words: 14 => ShortLine,
    /// Share of links, of lines up to seven words and of longer ones.
    Links: 10 => Links,
    /// How it ends.
    Ending: 6 => ShortLine,
    /// What its markup sets it as.
    Shape: 12 => Markup,
    /// The element right around it.
    Element: 12 => Markup,
    /// It is told more than once.
    Repeated: 4 => Repeated,
    /// What a phrase in it says.
    Phrase: 8 => Phrase,
    Digits: 4 => ShortLine,
    Capitals: 4 => ShortLine,
    /// Sentences that end in it.
    Sentences: 4 => ShortLine,
    Before: 6 => Neighbours,
    After: 6 => Neighbours,
    /// Prose two or three units away.
    ProseBefore: 2 => Neighbours,
    ProseAfter: 2 => Neighbours,
    /// Share of the page's words before it.
    Position: 7 => OutsideProse,
    /// Share of the page's prose before it.
    PositionInProse: 8 => OutsideProse,
    /// Units from the page's title.
    FromTitle: 8 => OutsideProse,
    /// What the page says of its parts.
    Landmark: 9 => Markup,
    InArticle: 3 => Markup,
    InMain: 3 => Markup,
    InForm: 3 => Markup,
    InQuote: 3 => Markup,
    InTable: 3 => Markup,
    InList: 3 => Markup,
    InFigure: 3 => Markup,
    InButton: 3 => Markup,
    InDefinition: 3 => Markup,
    InAddress: 3 => Markup,
    InHeader: 3 => Markup,
    InAside: 3 => Markup,
    NavigationNames: 4 => ClassName,
    FooterNames: 4 => ClassName,
    HeaderNames: 4 => ClassName,
    SidebarNames: 4 => ClassName,
    RelatedNames: 4 => ClassName,
    FeaturedNames: 4 => ClassName,
    CommentsNames: 4 => ClassName,
    ReviewsNames: 4 => ClassName,
    ShareNames: 4 => ClassName,
    AdvertisementNames: 4 => ClassName,
    SignupNames: 4 => ClassName,
    WallNames: 4 => ClassName,
    MetadataNames: 4 => ClassName,
    BylineNames: 4 => ClassName,
    BiographyNames: 4 => ClassName,
    TagsNames: 4 => ClassName,
    CaptionNames: 4 => ClassName,
    DekNames: 4 => ClassName,
    KickerNames: 4 => ClassName,
    ConsentNames: 4 => ClassName,
    OverlayNames: 4 => ClassName,
    FormNames: 4 => ClassName,
    ShopNames: 4 => ClassName,
    ContactNames: 4 => ClassName,
    CarouselNames: 4 => ClassName,
    CardNames: 4 => ClassName,
    ContentNames: 4 => ClassName,
    ArticleNames: 4 => ClassName,
    ForumNames: 4 => ClassName,
    ProductNames: 4 => ClassName,
    SectionNames: 4 => ClassName,
    TitleNames: 4 => ClassName,
    /// Of the first, second and third element around the element: share of links, of prose, of the page's prose, and its
    /// score beside that of the best element.
    Links1: 5 => Links,
    Prose1: 5 => OutsideProse,
    Share1: 5 => OutsideProse,
    Score1: 5 => OutsideProse,
    Links2: 5 => Links,
    Prose2: 5 => OutsideProse,
    Share2: 5 => OutsideProse,
    Score2: 5 => OutsideProse,
    Links3: 5 => Links,
    Prose3: 5 => OutsideProse,
    Share3: 5 => OutsideProse,
    Score3: 5 => OutsideProse,
    /// Elements from the unit up to the first that holds the best element too.
    Up: 8 => OutsideProse,
    /// Elements from there down to the best one.
    Down: 6 => OutsideProse,
    /// Of the branch that leads from there to the unit.
    BranchLinks: 5 => Links,
    BranchProse: 5 => OutsideProse,
    BranchShare: 6 => OutsideProse,
    Depth: 6 => OutsideProse,
    /// Share of the page's words, and of its prose, whose elements have the same names.
    PathWords: 5 => OutsideProse,
    PathProse: 6 => OutsideProse,
    /// Of the page.
    PageWords: 6 => OutsideProse,
    PageProse: 6 => OutsideProse,
}

/// How many features there are.
pub(crate) const COUNT: usize = Feature::ALL.len();

/// The steps of a unit, by feature.
pub(crate) type Steps = [u8; COUNT];

/// The number of edges that a value has reached.
pub(super) fn step(value: f32, edges: &[f32]) -> u8 {
    edges.iter().filter(|&&edge| value >= edge).count() as u8
}

/// What an element holds, with all in it, and where it stands. A page has more of them than of anything else here.
#[derive(Clone, Copy, Default)]
pub(super) struct Branch {
    pub(super) words: f32,
    linked: f32,
    prose: f32,
    score: f32,
    /// The names of the elements on the way from the root.
    path: u64,
    /// What classes say of it and of all elements around it.
    hints: Hints,
    /// The branch that leads to this one from the first element around it that holds the best element too, or itself.
    branch: u32,
    pub(super) depth: u16,
    /// Elements up to that first one, and from there down to the best.
    up: u16,
    down: u16,
    /// What the names of it and of all elements around it are, by [`group`].
    groups: u16,
}

impl Branch {
    fn link_density(&self) -> f32 {
        self.linked / self.words.max(1.0)
    }

    fn prose_density(&self) -> f32 {
        self.prose / self.words.max(1.0)
    }
}

/// What is known of a page as a whole.
pub(super) struct Page<'a> {
    pub(super) units: &'a [Unit],
    pub(super) elements: &'a [Element],
    pub(super) branches: Vec<Branch>,
    /// Share of the words of each unit that stand in links.
    links: Vec<f32>,
    /// Words and words of prose, of the page and before each unit.
    words: f32,
    prose: f32,
    before: Vec<(f32, f32)>,
    best_score: f32,
    /// The unit that the page names as its title.
    pub(super) title: Option<usize>,
    /// Words and prose by path.
    paths: WordMap<u64, (f32, f32)>,
}

impl<'a> Page<'a> {
    pub(super) fn new(document: &str, units: &'a [Unit], elements: &'a [Element], page_title: &str) -> Self {
        let links = units.iter().map(|unit| unit.linked as f32 / (unit.span.end - unit.span.start).max(1) as f32);
        let mut page = Page {
            units,
            elements,
            branches: vec![Branch::default(); elements.len()],
            links: links.collect(),
            words: 0.0,
            prose: 0.0,
            before: Vec::with_capacity(units.len()),
            best_score: 0.0,
            title: title(document, units, page_title),
            paths: WordMap::default(),
        };
        page.count();
        page.places();
        page
    }

    /// Words of the page.
    pub(super) fn words(&self) -> f32 {
        self.words
    }

    /// What is known of the element right around a unit.
    fn branch(&self, at: usize) -> Option<&Branch> {
        self.branches.get(self.units[at].element as usize)
    }

    /// Words of a unit that are prose.
    pub(super) fn prose_words(&self, at: usize) -> f32 {
        if self.is_prose(at) { self.units[at].measure.words as f32 } else { 0.0 }
    }

    /// What names say of the two elements around a unit, and of all around it.
    pub(super) fn hints(&self, at: usize) -> (Hints, Hints) {
        let all = self.branch(at).map_or(Hints::default(), |branch| branch.hints);
        (self.hints_around(self.units[at].element, 2), all)
    }

    /// What names say of an element and those around it, so many in all.
    fn hints_around(&self, element: u32, count: usize) -> Hints {
        self.around(element).take(count).fold(Hints::default(), |hints, element| hints.and(element.hints))
    }

    /// An element and those around it, from the innermost on.
    fn around(&self, element: u32) -> impl Iterator<Item = &'a Element> {
        let elements = self.elements;
        std::iter::successors(elements.get(element as usize), |inner| elements.get(inner.parent as usize))
    }

    /// Whether an `article` is around a unit.
    pub(super) fn is_in_article(&self, at: usize) -> bool {
        self.branch(at).is_some_and(|branch| branch.groups & group(Name::Article) != 0)
    }

    pub(super) fn is_prose(&self, at: usize) -> bool {
        self.units[at].is_prose() && self.links[at] < 0.5
    }

    pub(super) fn parent(&self, element: u32) -> Option<u32> {
        let element = self.elements.get(element as usize)?;
        (element.parent != NO_INDEX).then_some(element.parent)
    }

    /// What stands in each element.
    fn count(&mut self) {
        for at in 0..self.units.len() {
            let (words, is_prose) = (self.units[at].measure.words as f32, self.is_prose(at));
            let prose = self.prose_words(at);
            self.before.push((self.words, self.prose));
            self.words += words;
            self.prose += prose;
            let mut element = self.units[at].element;
            let Some(branch) = self.branches.get_mut(element as usize) else { continue };
            branch.words += words;
            branch.linked += words * self.links[at];
            branch.prose += prose;
            // Prose speaks for the elements around it, the less the farther they are.
            let value = if is_prose { words.min(100.0) / 10.0 + 1.0 } else { 0.0 };
            for distance in 0..6 {
                let weight = match distance {
                    0 if self.elements[element as usize].name == Name::P => 0.03,
                    0 => 0.2,
                    _ => 1.0 / (1.0 + 0.5 * distance as f32),
                };
                self.branches[element as usize].score += value * weight;
                let Some(parent) = self.parent(element).filter(|_| is_prose) else { break };
                element = parent;
            }
        }
        for element in (0..self.elements.len()).rev() {
            let branch = self.branches[element];
            if let Some(parent) = self.branches.get_mut(self.elements[element].parent as usize) {
                parent.words += branch.words;
                parent.linked += branch.linked;
                parent.prose += branch.prose;
            }
        }
        for branch in &mut self.branches {
            branch.score *= 1.0 - branch.link_density();
        }
    }

    /// Where each element stands, and what the names around it say.
    fn places(&mut self) {
        let best = (0..self.branches.len()).fold(0, |best, at| {
            if self.branches[at].score > self.branches.get(best).map_or(0.0, |best| best.score) { at } else { best }
        });
        self.best_score = self.branches.get(best).map_or(0.0, |best| best.score);
        // Those that hold the best one have a depth before the others do.
        let mut around = vec![false; self.branches.len()];
        let mut at = (!around.is_empty()).then_some(best as u32);
        let mut best_depth = 0_u16;
        while let Some(element) = at {
            around[element as usize] = true;
            at = self.parent(element);
            best_depth = best_depth.saturating_add(at.is_some().into());
        }
        for (at, (&Element { name, parent, hints }, &is_around)) in self.elements.iter().zip(&around).enumerate() {
            let outer = self.branches.get(parent as usize).copied().unwrap_or_default();
            let branch = &mut self.branches[at];
            branch.depth = if parent == NO_INDEX { 0 } else { outer.depth.saturating_add(1) };
            (branch.up, branch.down, branch.branch) = match outer.up {
                _ if is_around => (0, best_depth.saturating_sub(branch.depth), at as u32),
                0 => (1, outer.down, at as u32),
                up => (up.saturating_add(1), outer.down, outer.branch),
            };
            branch.path = words::pair(outer.path, name as u64 + 1);
            branch.hints = outer.hints.and(hints);
            branch.groups = outer.groups | group(name);
        }
        for at in 0..self.units.len() {
            let Some(path) = self.branch(at).map(|branch| branch.path) else { continue };
            let (words, prose) = (self.units[at].measure.words as f32, self.prose_words(at));
            let sums = self.paths.entry(path).or_default();
            *sums = (sums.0 + words, sums.1 + prose);
        }
    }

    /// What a unit beside another one is.
    fn beside(&self, at: Option<usize>) -> u8 {
        let Some(at) = at.filter(|&at| at < self.units.len()) else { return 0 };
        let unit = &self.units[at];
        match unit.shape {
            Shape::Heading { .. } => 1,
            _ if self.is_prose(at) => 2,
            _ if self.links[at] >= 0.5 => 3,
            _ if unit.measure.words < 4 => 4,
            _ => 5,
        }
    }

    /// The steps of a unit.
    pub(super) fn steps(&self, at: usize) -> Steps {
        use Feature as F;
        let mut steps = [0; COUNT];
        let mut set = |feature: Feature, value: u8| {
            debug_assert!(usize::from(value) < feature.steps(), "{feature:?} {value}");
            steps[feature as usize] = value;
        };
        let unit = &self.units[at];
        let measure = &unit.measure;
        let is_prose = self.is_prose(at);
        let words = measure.words as f32;
        set(F::Words, step(words, &[3.0, 6.0, 10.0, 20.0, 40.0, 80.0]) + if is_prose { 7 } else { 0 });
        set(F::Links, step(self.links[at], &[0.01, 0.3, 0.6, 0.9]) + if words >= 8.0 { 5 } else { 0 });
        set(
            F::Ending,
            match measure.ending {
                Ending::Open if measure.begins_small => 5,
                Ending::Open => 0,
                Ending::Stop => 1,
                Ending::Colon => 2,
                Ending::Comma => 3,
                Ending::Ellipsis => 4,
            },
        );
        set(
            F::Shape,
            match unit.shape {
                Shape::Text => 0,
                Shape::Heading { level } => level.clamp(1, 6) as u8,
                Shape::Item { marker: Marker::Number, .. } => 7,
                Shape::Item { .. } => 8,
                Shape::Cell | Shape::Row { .. } => 9,
                Shape::Code => 10,
                Shape::Rule => 11,
            },
        );
        set(
            F::Repeated,
            match unit {
                unit if unit.repeated => 1,
                unit if unit.twice => 2,
                unit if unit.paired => 3,
                _ => 0,
            },
        );
        set(
            F::Phrase,
            match unit.phrase {
                _ if unit.is_metadata => 7,
                Some((kind, anchor)) => {
                    let inner = match anchor {
                        Anchor::Whole => 1,
                        Anchor::Start => 2,
                        Anchor::Inside => 3,
                    };
                    inner + if super::rules::role_of(kind) == Role::Boilerplate { 0 } else { 3 }
                }
                None => 0,
            },
        );
        let letters = measure.letters.max(1) as f32;
        set(F::Digits, step(measure.digits as f32 / (letters + measure.digits as f32), &[0.01, 0.15, 0.5]));
        set(F::Capitals, step(measure.capitals as f32 / letters, &[0.05, 0.15, 0.5]));
        set(F::Sentences, measure.inner_stops.min(3) as u8);
        set(F::Before, self.beside(at.checked_sub(1)));
        set(F::After, self.beside(Some(at + 1)));
        let far = |at: Option<usize>| at.is_some_and(|at| at < self.units.len() && self.is_prose(at));
        set(F::ProseBefore, (far(at.checked_sub(2)) || far(at.checked_sub(3))).into());
        set(F::ProseAfter, (far(Some(at + 2)) || far(Some(at + 3))).into());
        let (words_before, prose_before) = self.before[at];
        set(F::Position, step(words_before / self.words.max(1.0), &[0.05, 0.1, 0.3, 0.6, 0.8, 0.92]));
        let prose_to = prose_before + self.prose_words(at);
        let share = prose_to / self.prose.max(1.0);
        set(F::PositionInProse, step(share, &[0.0001, 0.02, 0.1, 0.5, 0.9, 0.97, 0.999]));
        set(
            F::FromTitle,
            match self.title.map(|title| at as i64 - title as i64) {
                None => 0,
                Some(..0) => 1,
                Some(0) => 2,
                Some(1..=2) => 3,
                Some(3..=6) => 4,
                Some(7..=20) => 5,
                Some(21..=100) => 6,
                Some(_) => 7,
            },
        );
        set(
            F::Landmark,
            match unit.landmark {
                None => 0,
                Some(Landmark::Navigation) => 1,
                Some(Landmark::Search) => 2,
                Some(Landmark::Header) => 3,
                Some(Landmark::Footer) => 4,
                Some(Landmark::Aside) => 5,
                Some(Landmark::Dialog) => 6,
                Some(Landmark::Control) => 7,
                Some(Landmark::Caption) => 8,
                // No markup makes these.
                Some(Landmark::PageHead | Landmark::PageFoot) => 0,
            },
        );
        set(F::PageWords, step(self.words, &[100.0, 300.0, 700.0, 1500.0, 4000.0]));
        set(F::PageProse, step(self.prose / self.words.max(1.0), &[0.1, 0.2, 0.35, 0.5, 0.7]));
        let Some(branch) = self.branch(at) else { return steps };
        set(F::Element, element_step(self.elements[unit.element as usize].name));
        let near = self.around(unit.element).take(2).fold(0, |groups, element| groups | group(element.name));
        for (i, feature) in GROUPS.iter().enumerate() {
            set(*feature, if near & 1 << i != 0 { 2 } else { u8::from(branch.groups & 1 << i != 0) });
        }
        // What the nearest say, those say as well that are more, and so do all.
        let said = [self.hints_around(unit.element, 2), self.hints_around(unit.element, 4), branch.hints];
        for hint in branch.hints.iter() {
            let distance = said.iter().map(|hints| u8::from(hints.has(hint))).sum();
            set(Feature::ALL[F::NavigationNames as usize + hint as usize], distance);
        }
        let mut element = unit.element;
        for level in 0..3 {
            let Some(parent) = self.parent(element) else { break };
            element = parent;
            let branch = &self.branches[element as usize];
            let first = F::Links1 as usize + 4 * level;
            set(Feature::ALL[first], 1 + step(branch.link_density(), &[0.1, 0.3, 0.6]));
            set(Feature::ALL[first + 1], 1 + step(branch.prose_density(), &[0.2, 0.5, 0.8]));
            set(Feature::ALL[first + 2], 1 + step(branch.prose / self.prose.max(1.0), &[0.05, 0.3, 0.7]));
            set(Feature::ALL[first + 3], 1 + step(branch.score / self.best_score.max(1e-3), &[0.05, 0.2, 0.5]));
        }
        set(F::Up, branch.up.min(7) as u8);
        set(F::Down, branch.down.min(5) as u8);
        if branch.up > 0 {
            let side = &self.branches[branch.branch as usize];
            set(F::BranchLinks, 1 + step(side.link_density(), &[0.1, 0.3, 0.6]));
            set(F::BranchProse, 1 + step(side.prose_density(), &[0.1, 0.3, 0.6]));
            set(F::BranchShare, 1 + step(side.prose / self.prose.max(1.0), &[0.01, 0.05, 0.2, 0.5]));
        }
        set(F::Depth, step(branch.depth as f32, &[4.0, 7.0, 10.0, 14.0, 20.0]));
        let (path_words, path_prose) = self.paths.get(&branch.path).copied().unwrap_or_default();
        set(F::PathWords, step(path_words / self.words.max(1.0), &[0.02, 0.1, 0.25, 0.5]));
        set(F::PathProse, step(path_prose / self.prose.max(1.0), &[0.005, 0.02, 0.1, 0.3, 0.6]));
        steps
    }
}

/// The unit that bears the name of the page: a heading in its title, else the first of the first level.
fn title(document: &str, units: &[Unit], page_title: &str) -> Option<usize> {
    let heading = |unit: &Unit| matches!(unit.shape, Shape::Heading { .. }) && unit.measure.words >= 2;
    let named = |unit: &Unit| heading(unit) && page_title.contains(&*folded(unit.text(document)));
    let first = |unit: &Unit| matches!(unit.shape, Shape::Heading { level: 1 });
    let by_name = (!page_title.is_empty()).then(|| units.iter().position(named)).flatten();
    by_name.or_else(|| units.iter().position(first))
}

/// The features that ask for elements around a unit, in the order of the bits of [`group`].
const GROUPS: [Feature; 12] = [
    Feature::InArticle,
    Feature::InMain,
    Feature::InForm,
    Feature::InQuote,
    Feature::InTable,
    Feature::InList,
    Feature::InFigure,
    Feature::InButton,
    Feature::InDefinition,
    Feature::InAddress,
    Feature::InHeader,
    Feature::InAside,
];

fn group(name: Name) -> u16 {
    let feature = match name {
        Name::Article => Feature::InArticle,
        Name::Main => Feature::InMain,
        Name::Form | Name::Fieldset => Feature::InForm,
        Name::Blockquote => Feature::InQuote,
        Name::Table => Feature::InTable,
        Name::Ul | Name::Ol => Feature::InList,
        Name::Figure => Feature::InFigure,
        Name::Button | Name::Label | Name::Select => Feature::InButton,
        Name::Dl => Feature::InDefinition,
        Name::Address => Feature::InAddress,
        Name::Header => Feature::InHeader,
        Name::Aside => Feature::InAside,
        _ => return 0,
    };
    1 << (feature as u16 - Feature::InArticle as u16)
}

fn element_step(name: Name) -> u8 {
    match name {
        Name::P => 1,
        Name::Div => 2,
        Name::Li => 3,
        Name::Td => 4,
        Name::Th => 5,
        Name::Dd => 6,
        Name::Dt => 7,
        Name::Section | Name::Article | Name::Main => 8,
        Name::Figcaption | Name::Caption => 9,
        Name::Blockquote => 10,
        Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6 => 11,
        _ => 0,
    }
}
