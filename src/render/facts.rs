//! What the exports to other vocabularies (JSON-LD, ninjs, TEI) say of an article: its facts, with those that describe one
//! thing together.

use std::collections::{HashMap, HashSet};

use super::blocks::{Block, BlockKind};
use super::inline::{Inline, visible};
use crate::address::{is_absolute, is_safe_image, is_safe_link, reference, tidy};
use crate::article::{Article, FactRef};
use crate::clean::folded;
use crate::model::{Field, Span};
use crate::offsets::OffsetUnit;

/// The facts of an article.
pub(super) struct Facts<'a> {
    pub(super) article: &'a Article,
    /// The best of each field that describes a thing.
    of_subject: HashMap<(Field, u32), FactRef<'a>>,
}

/// Someone who is named as author. Facts without a value are none.
pub(super) struct Author<'a> {
    pub(super) name: FactRef<'a>,
    pub(super) role: Option<FactRef<'a>>,
    pub(super) affiliation: Option<FactRef<'a>>,
    pub(super) url: Option<String>,
    /// An agency or the publication itself.
    pub(super) is_organisation: bool,
}

/// A picture: one of the body, or one that a fact names.
#[derive(Default)]
pub(super) struct Image<'a> {
    /// A URI reference.
    pub(super) url: Option<String>,
    pub(super) alt: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) credit: Option<&'a str>,
}

/// Fields that describe a thing together with others, and those that say where the article is.
const TOGETHER: &[Field] = &[
    Field::AuthorName,
    Field::AuthorRole,
    Field::AuthorAffiliation,
    Field::AuthorUrl,
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
        let mut of_subject = HashMap::new();
        for &field in TOGETHER {
            for fact in article.facts_of(field).filter(|fact| !fact.value().is_empty()) {
                of_subject.entry((field, fact.subject())).or_insert(fact);
            }
        }
        Self { article, of_subject }
    }

    /// What holds of a field, best first, no value twice.
    pub(super) fn of(&self, field: Field) -> Vec<FactRef<'a>> {
        let mut seen = HashSet::new();
        let facts = self.article.facts_of(field).filter(|fact| !fact.value().is_empty() && seen.insert(fact.value()));
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

    pub(super) fn authors(&self) -> Vec<Author<'a>> {
        let organisations: HashSet<&str> =
            [Field::Agency, Field::Publisher].iter().flat_map(|&field| self.values(field)).collect();
        let resolved: HashSet<&str> = self.article.authors().into_iter().collect();
        let mut seen = HashSet::new();
        let names = self.article.facts_of(Field::AuthorName);
        let names = names
            .filter(|name| !name.value().is_empty() && resolved.contains(name.value()) && seen.insert(name.value()));
        names
            .map(|name| {
                let with = |field| self.of_subject.get(&(field, name.subject())).copied();
                Author {
                    name,
                    role: with(Field::AuthorRole),
                    affiliation: with(Field::AuthorAffiliation),
                    url: with(Field::AuthorUrl).and_then(|url| link(url.value())),
                    is_organisation: organisations.contains(name.value()),
                }
            })
            .collect()
    }

    /// What an archive says of the article that no field is for: name, if it has one, and value.
    pub(super) fn properties(&self) -> impl Iterator<Item = (Option<&'a str>, FactRef<'a>)> {
        self.article
            .facts_of(Field::PropertyValue)
            .filter(|fact| !fact.value().is_empty())
            .map(|value| (self.of_subject.get(&(Field::PropertyName, value.subject())).map(FactRef::value), value))
    }

    /// Where the article is: what the page calls its own address, else that of the input.
    pub(super) fn address(&self) -> Option<String> {
        let fields = [Field::CanonicalUrl, Field::Url];
        fields.into_iter().find_map(|field| self.value(field).and_then(link).filter(|address| is_absolute(address)))
    }

    /// The pictures of the body, then those that facts name beside them.
    pub(super) fn images(&self, body: &[Block<'a>]) -> Vec<Image<'a>> {
        let mut images = Vec::new();
        body.iter().for_each(|block| pictures(block, None, &mut images));
        let mut known: HashSet<String> = images.iter().filter_map(|image| image.url.clone()).collect();
        let captions: HashSet<String> = images.iter().filter_map(|image| image.caption.clone()).collect();
        let mut subjects = HashSet::new();
        for field in [Field::ImageUrl, Field::ImageCaption, Field::ImageCredit] {
            for fact in self.article.facts_of(field).filter(|fact| subjects.insert(fact.subject())) {
                let with = |field| self.of_subject.get(&(field, fact.subject())).map(FactRef::value);
                let url = with(Field::ImageUrl).map(tidy).filter(|url| !url.is_empty() && is_safe_image(url));
                let url = url.map(|url| reference(&url));
                let caption = with(Field::ImageCaption).map(str::to_owned);
                let is_new = match (&url, &caption) {
                    (Some(url), _) => known.insert(url.clone()),
                    (None, Some(caption)) => !captions.contains(caption),
                    (None, None) => true,
                };
                let image = Image { url, alt: None, caption, credit: with(Field::ImageCredit) };
                if is_new && (image.url.is_some() || image.caption.is_some() || image.credit.is_some()) {
                    images.push(image);
                }
            }
        }
        images
    }

    /// A span of the document in code points, in which the selectors of the W3C count, whatever the language of the caller.
    pub(super) fn place(&self, span: Span) -> (u64, u64) {
        let offsets = self.article.offsets();
        let place = |byte: u32| offsets.convert(byte as usize, OffsetUnit::Byte, OffsetUnit::CodePoint) as u64;
        (place(span.start), place(span.end))
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

/// The pictures of a block, each once; those of a figure have its caption.
fn pictures<'a>(block: &Block<'a>, caption: Option<&str>, out: &mut Vec<Image<'a>>) {
    let own = block.children.iter().find(|child| child.kind == BlockKind::Caption).map(|block| plain(&block.text));
    let caption = own.as_deref().or(caption);
    for inline in &block.text {
        if let Inline::Image { target, alt } = inline {
            let alt = (!alt.is_empty()).then(|| alt.to_string());
            out.push(Image { url: Some(reference(target)), alt, caption: caption.map(str::to_owned), credit: None });
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
