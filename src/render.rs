//! Renderings: each a function of the record alone.

mod blocks;
mod html;
mod inline;
pub(crate) mod json;
mod markdown;
mod report;

use crate::article::Article;
use crate::error::{Error, Inner};
use crate::offsets::OffsetUnit;

/// A form in which an article can be written out.
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::FromRepr)]
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
}

impl Format {
    /// The name: `text`, `markdown`, `json` or `html`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The format with this discriminant.
    pub fn from_discriminant(discriminant: u32) -> Option<Self> {
        Self::from_repr(discriminant)
    }

    /// The format with this name.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        name.parse().map_err(|_| {
            let expected = "text, markdown, json or html";
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
