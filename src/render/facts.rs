//! What the exports to other vocabularies (JSON-LD, ninjs, TEI) say of an article: its facts, with those that describe one
//! thing together.

use std::collections::{HashMap, HashSet};

use super::blocks::{Block, BlockKind};
use super::inline::{Inline, visible};
use crate::address::{is_absolute, is_safe_image, is_safe_link, reference, tidy};
use crate::article::{Article, FactRef};
use crate::clean::folded;
use crate::facts::rank::RIGHT;
use crate::model::{Field, Span};
use crate::offsets::OffsetUnit;

/// The facts of an article that its resolved view goes by. Those without a value say nothing and are none.
pub(super) struct Facts<'a> {
    pub(super) article: &'a Article,
}

/// What a place is of.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Text {
    /// The article's document, in code points.
    Document,
    /// What the caller gave, in its unit.
    Input,
}

/// Where something stands: from the first unit to that behind the last.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) text: Text,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Someone who is named as author.
pub(super) struct Author<'a> {
    pub(super) name: FactRef<'a>,
    pub(super) role: Option<FactRef<'a>>,
    pub(super) affiliation: Option<FactRef<'a>>,
    pub(super) url: Option<String>,
    /// Not a person: what is said to be none, or else an agency or the publication itself.
    pub(super) is_organisation: bool,
}

/// A picture: one of the body, or one that a fact names.
pub(super) struct Image<'a> {
    /// A URI reference.
    pub(super) url: Option<String>,
    pub(super) alt: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) credit: Option<&'a str>,
    pub(super) is_in_body: bool,
}

/// Fields that describe a thing together with others, and those that say where the article is.
const TOGETHER: &[Field] = &[
    Field::AuthorName,
    Field::AuthorRole,
    Field::AuthorAffiliation,
    Field::AuthorUrl,
    Field::AuthorType,
    Field::Url,
    Field::CanonicalUrl,
    Field::ImageUrl,
    Field::ImageCaption,
    Field::ImageCredit,
    Field::PropertyName,
    Field::PropertyValue,
];

/// Fields of which all facts hold beside one another. Of the others they are rivals, and the best counts.
const MANY: &[Field] = &[
    Field::AlternativeTitle,
    Field::ArticleSection,
    Field::Keywords,
    Field::Genre,
    Field::Correction,
    Field::Agency,
    Field::Desk,
    Field::DatelinePlace,
    Field::IsPartOf,
    Field::Identifier,
];

/// Whether all facts of a field hold beside one another.
pub(super) fn is_many(field: Field) -> bool {
    MANY.contains(&field)
}

impl<'a> Facts<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        Self { article }
    }

    /// All facts of a field that are more likely right than not, best first.
    fn all(&self, field: Field) -> impl Iterator<Item = FactRef<'a>> + use<'a> {
        self.article.facts_of(field).filter(|fact| fact.confidence() >= RIGHT && !fact.value().is_empty())
    }

    /// What is said of each subject, by field: the best. Who takes it out says it once, whatever the subjects are.
    fn of_subjects(&self, fields: &[Field]) -> HashMap<(Field, u32), FactRef<'a>> {
        let mut facts = HashMap::new();
        for fact in fields.iter().flat_map(|&field| self.all(field)) {
            facts.entry((fact.field(), fact.subject())).or_insert(fact);
        }
        facts
    }

    /// What holds of a field, best first, no value twice.
    pub(super) fn of(&self, field: Field) -> Vec<FactRef<'a>> {
        let mut seen = HashSet::new();
        let facts = self.all(field).filter(|fact| seen.insert(fact.value()));
        facts.take(if is_many(field) { usize::MAX } else { 1 }).collect()
    }

    /// The values of what holds of a field.
    pub(super) fn values(&self, field: Field) -> Vec<&'a str> {
        self.of(field).iter().map(FactRef::value).collect()
    }

    /// The best value of a field.
    pub(super) fn value(&self, field: Field) -> Option<&'a str> {
        self.values(field).first().copied()
    }

    /// The fields that stand for themselves and are none of `placed`, with what holds of them.
    pub(super) fn others(&self, placed: impl Fn(Field) -> bool) -> impl Iterator<Item = FactRef<'a>> {
        let fields = Field::all().iter().copied();
        let fields = fields.filter(move |field| *field != Field::Other && !TOGETHER.contains(field) && !placed(*field));
        fields.flat_map(|field| self.of(field))
    }

    /// The authors whom the article resolves to, each with what is said of them wherever they are named.
    pub(super) fn authors(&self) -> Vec<Author<'a>> {
        let organisations: HashSet<&str> =
            [Field::Agency, Field::Publisher].iter().flat_map(|&field| self.values(field)).collect();
        let resolved: HashSet<&str> = self.article.authors().into_iter().collect();
        let fields = [Field::AuthorRole, Field::AuthorAffiliation, Field::AuthorUrl, Field::AuthorType];
        let mut said = self.of_subjects(&fields);
        let mut authors: Vec<Author<'a>> = Vec::new();
        let mut places = HashMap::new();
        for name in self.all(Field::AuthorName).filter(|name| resolved.contains(name.value())) {
            let place = *places.entry(name.value()).or_insert_with(|| {
                let is_organisation = organisations.contains(name.value());
                authors.push(Author { name, role: None, affiliation: None, url: None, is_organisation });
                authors.len() - 1
            });
            let author = &mut authors[place];
            let mut take = |field| said.remove(&(field, name.subject()));
            author.role = author.role.or(take(Field::AuthorRole));
            author.affiliation = author.affiliation.or(take(Field::AuthorAffiliation));
            if let Some(kind) = take(Field::AuthorType) {
                author.is_organisation = kind.value() == "Organization";
            }
            author.url = author.url.take().or(take(Field::AuthorUrl).and_then(|url| link(url.value())));
        }
        authors
    }

    /// What an archive says of the article that no field is for: name, if it has one, and value.
    pub(super) fn properties(&self) -> Vec<(Option<&'a str>, FactRef<'a>)> {
        let mut names = self.of_subjects(&[Field::PropertyName]);
        let values = self.all(Field::PropertyValue);
        values
            .map(|value| (names.remove(&(Field::PropertyName, value.subject())).map(|name| name.value()), value))
            .collect()
    }

    /// Where the article is: what the page calls its own address, else that of the input.
    pub(super) fn address(&self) -> Option<String> {
        let fields = [Field::CanonicalUrl, Field::Url];
        fields.into_iter().find_map(|field| self.value(field).and_then(link).filter(|address| is_absolute(address)))
    }

    /// The pictures of the body with what facts say of them, then those that facts alone name.
    pub(super) fn images(&self, body: &[Block<'a>]) -> Vec<Image<'a>> {
        let mut images = Vec::new();
        body.iter().for_each(|block| pictures(block, &mut None, &mut images));
        let mut places: HashMap<String, usize> = HashMap::new();
        for (at, image) in images.iter().enumerate() {
            if let Some(url) = &image.url {
                places.entry(url.clone()).or_insert(at);
            }
        }
        let captions: HashSet<String> = images.iter().filter_map(|image| image.caption.clone()).collect();
        let fields = [Field::ImageUrl, Field::ImageCaption, Field::ImageCredit];
        let mut said = self.of_subjects(&fields);
        for subject in fields.into_iter().flat_map(|field| self.all(field)).map(|fact| fact.subject()) {
            let mut take = |field| said.remove(&(field, subject)).map(|fact| fact.value());
            let url = take(Field::ImageUrl).map(tidy).filter(|url| !url.is_empty() && is_safe_image(url));
            let url = url.map(|url| reference(&url));
            let (caption, credit) = (take(Field::ImageCaption), take(Field::ImageCredit));
            let place = match &url {
                Some(url) => *places.entry(url.clone()).or_insert(images.len()),
                None if caption.is_some_and(|caption| captions.contains(caption)) => continue,
                None if caption.is_none() && credit.is_none() => continue,
                None => images.len(),
            };
            if place == images.len() {
                images.push(Image { url, alt: None, caption: None, credit: None, is_in_body: false });
            }
            let image = &mut images[place];
            image.caption = image.caption.take().or(caption.map(str::to_owned));
            image.credit = image.credit.or(credit);
        }
        images
    }

    /// A span of the document in code points, in which the selectors of the W3C count, whatever the language of the caller.
    pub(super) fn place(&self, span: Span) -> Place {
        let offsets = self.article.offsets();
        let place = |byte: u32| offsets.convert(byte as usize, OffsetUnit::Byte, OffsetUnit::CodePoint) as u32;
        Place { text: Text::Document, start: place(span.start), end: place(span.end) }
    }

    /// Where a fact stands: in the document, else in the input that it is made of.
    pub(super) fn place_of(&self, fact: FactRef<'_>) -> Option<Place> {
        let in_input = |source: Span| Place { text: Text::Input, start: source.start, end: source.end };
        // Nothing of the W3C counts units of UTF-16.
        let source = fact.source().filter(|_| self.article.source_unit() != OffsetUnit::Utf16);
        let place = fact.span().map(|span| self.place(span)).or(source.map(in_input));
        place.filter(|place| place.start < place.end)
    }

    /// The selector that counts as places in a text do (W3C, Web Annotation Data Model).
    pub(super) fn selector(&self, text: Text) -> &'static str {
        match (text, self.article.source_unit()) {
            (Text::Input, OffsetUnit::Byte) => "DataPositionSelector",
            _ => "TextPositionSelector",
        }
    }
}

/// An address that does no harm to follow, as a URI reference.
pub(super) fn link(address: &str) -> Option<String> {
    let address = tidy(address);
    (!address.is_empty() && is_safe_link(&address)).then(|| reference(&address))
}

/// An address that says on its own where it leads; none of what is a name.
pub(super) fn absolute(text: &str) -> Option<String> {
    link(text).filter(|address| is_absolute(address))
}

/// The pictures of a block; the first of a figure has its caption.
fn pictures<'a>(block: &Block<'a>, caption: &mut Option<String>, out: &mut Vec<Image<'a>>) {
    let mut own = block.children.iter().find(|child| child.kind == BlockKind::Caption).map(|block| plain(&block.text));
    let caption = if own.is_some() { &mut own } else { caption };
    for inline in &block.text {
        if let Inline::Image { target, alt } = inline {
            let alt = (!alt.is_empty()).then(|| alt.to_string());
            out.push(Image {
                url: Some(reference(target)),
                alt,
                caption: caption.take(),
                credit: None,
                is_in_body: true,
            });
        }
    }
    block.children.iter().for_each(|child| pictures(child, caption, out));
}

/// The words of a text, without its styles.
pub(super) fn plain(text: &[Inline<'_>]) -> String {
    let mut out = String::new();
    for inline in text {
        match inline {
            Inline::Text(words) | Inline::Code(words) => out.push_str(words),
            Inline::Break => out.push('\n'),
            Inline::Image { .. } | Inline::Open(_) | Inline::Close(_) => {}
        }
    }
    visible(folded(&out)).into_owned()
}
