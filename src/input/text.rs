//! From plain text to an article.

use super::encoding::{Decoded, Form};
use super::{Input, Source};
use crate::article::Article;
use crate::error::Error;
use crate::export;
use crate::options::Reader;

pub(crate) fn read(reader: &Reader, input: Input<'_>) -> Result<Article, Error> {
    let Decoded { text, encoding, source, replaced } = input.decode(reader, Form::Text)?;
    let (given, blocks) = export::alone(&text);
    let replaced = replaced.map(|(at, count)| (Some(at), count));
    let source = Source { input, encoding, replaced, place: &|span| source.input(span), start: 0 };
    Ok(super::article(reader, text.into_owned(), blocks, given, source))
}
