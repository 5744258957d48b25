//! From plain text to an article.

use super::encoding::{self, Decoded, Form};
use super::{Input, Source};
use crate::article::Article;
use crate::error::Error;
use crate::layout;
use crate::options::Reader;

pub(crate) fn read(reader: &Reader, input: Input<'_>) -> Result<Article, Error> {
    reader.check()?;
    input.check_size(reader)?;
    let Decoded { text, encoding, source, replaced } = match input {
        Input::Text(text) => encoding::decoded(text),
        Input::Bytes(bytes) => encoding::decode(reader, bytes, Form::Text)?,
    };
    super::check_size(text.len(), reader)?;
    let blocks = layout::blocks(&text);
    let replaced = replaced.map(|(at, count)| (Some(at), count));
    let source = Source { input, encoding, replaced, place: &|span| source.input(span) };
    Ok(super::article(reader, text.into_owned(), blocks, None, source))
}
