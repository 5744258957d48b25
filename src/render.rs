//! Renderings: each a function of the record alone.

mod blocks;
mod facts;
mod html;
mod inline;
pub(crate) mod json;
mod jsonld;
mod markdown;
mod ninjs;
mod object;
mod report;
mod tei;

use crate::article::Article;
use crate::error::{Error, Inner};
use crate::offsets::OffsetUnit;

/// A form in which an article can be written out.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::FromRepr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Format {
    /// The body text.
    Text = 0,
    /// CommonMark with GFM tables: the title and the body.
    Markdown = 1,
    /// The whole record.
    Json = 2,
    /// A fragment of HTML: the title and the body.
    Html = 3,
    /// JSON-LD in the terms of schema.org: facts and body text.
    Jsonld = 4,
    /// IPTC ninjs 3.3: facts and body.
    Ninjs = 5,
    /// TEI P5: facts, body and the furniture around it.
    Tei = 6,
}

impl Format {
    /// The name: `text`, `markdown`, `json`, `html`, `jsonld`, `ninjs` or `tei`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Every format that this version knows, in the order of the discriminants.
    pub fn all() -> &'static [Self] {
        strum::VariantArray::VARIANTS
    }

    /// The format with this discriminant.
    pub fn from_discriminant(discriminant: u32) -> Option<Self> {
        Self::from_repr(discriminant)
    }

    /// The format with this name.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        name.parse().map_err(|_| {
            let expected = "text, markdown, json, html, jsonld, ninjs or tei";
            Inner::InvalidOption { name: "format", value: name.into(), expected }.into()
        })
    }
}

impl Article {
    /// The article in a format of the caller's choice.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Text => self.to_text(),
            Format::Markdown => self.to_markdown(),
            Format::Json => self.to_json(),
            Format::Html => self.to_html(),
            Format::Jsonld => self.to_jsonld(),
            Format::Ninjs => self.to_ninjs(),
            Format::Tei => self.to_tei(),
        }
    }

    /// The body text, with a line feed at its end when it is not empty.
    pub fn to_text(&self) -> String {
        let mut text = self.text().to_owned();
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }

    /// Title and body as CommonMark with GFM tables, which a parser reads back as the same blocks.
    ///
    /// The title is the heading of level 1, followed by the body with its links and images. Of the article's furniture only
    /// the captions of figures of the body are there, in emphasis below their image; byline, dates and tags are facts.
    /// Links to anything but pages, mail and telephone numbers are left out, and so are images that are not fetched as
    /// pages are.
    pub fn to_markdown(&self) -> String {
        markdown::render(self)
    }

    /// Title and body as a fragment of HTML, an `article`: what [`to_markdown`](Self::to_markdown) gives, in elements that
    /// say what each thing is, and nothing else. It holds no script, style, class (but for the language of code), event
    /// handler or embedded document, whatever the page held, and no address that could run something; images are fetched
    /// from where they were.
    pub fn to_html(&self) -> String {
        html::render(self)
    }

    /// JSON-LD in the terms of schema.org, on one line: a `NewsArticle`, or what else the facts say that it is, with every
    /// fact under its property, or as an `additionalProperty` where schema.org has none, and the body text.
    ///
    /// Where facts and segments stand is said by annotations (W3C Web Annotation Data Model): in the document, in code
    /// points, or in the input, in its own unit, where no reader sees it. The context stands in the output, as in
    /// `schema/article.context.json`: nothing is fetched to expand it. It holds no `<`, and can stand in a `script` of a page.
    pub fn to_jsonld(&self) -> String {
        jsonld::render(self)
    }

    /// A news object of IPTC ninjs 3.3, on one line. `schema/ninjs.schema.json` describes what of the standard is written.
    ///
    /// The body is there as text and as HTML, pictures are associations. Its dates have to have a time and a zone, so that
    /// those that have not stand in `descriptions`, as all does that ninjs has no property for: the role is the name of the
    /// field. Where the article has no address, `uri` is a UUID made of its document. There is no place for spans.
    pub fn to_ninjs(&self) -> String {
        ninjs::render(self)
    }

    /// A document of TEI P5: the facts in the header, the body in nested divisions, and the article's furniture before and
    /// behind it. `schema/tei.rng` describes what of the standard is written.
    ///
    /// `source` says where an element stands: in the document, in code points, or in the input, in its own unit, where no
    /// reader sees it. Characters that XML cannot hold are U+FFFD.
    pub fn to_tei(&self) -> String {
        tei::render(self)
    }

    /// A report for people: a fragment of HTML that shows the document with each segment tinted by its role, what is left
    /// out of the body dimmed, labelled and with its reason, under a header of title, authors and date. No more than the
    /// first 256 KiB of the document are shown.
    pub fn to_report(&self) -> String {
        report::render(self)
    }

    /// The whole record as JSON, offsets in bytes. The schema is in `schema/article-1.schema.json`.
    pub fn to_json(&self) -> String {
        json::render(self, OffsetUnit::Byte)
    }

    /// The whole record as JSON, with offsets into the document in a unit of the caller's choice.
    pub fn to_json_in(&self, unit: OffsetUnit) -> String {
        json::render(self, unit)
    }

    /// Reads back what [`to_json`](Self::to_json) or [`to_json_in`](Self::to_json_in) wrote: an equal article.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidJson`](crate::ErrorKind::InvalidJson) when the text is not JSON, not of a schema that this
    /// version reads, or holds spans that lie outside the document, overlap or cut a character.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        json::parse(json)
    }
}
