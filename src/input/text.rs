//! From plain text to an article.

use std::borrow::Cow;

use super::Input;
use super::encoding::{self, Decoded, Form};
use crate::article::Article;
use crate::error::{Error, Inner};
use crate::options::Reader;
use crate::{facts, label, layout};

pub(crate) fn read(reader: &Reader, input: Input<'_>) -> Result<Article, Error> {
    reader.check()?;
    let size = match input {
        Input::Text(text) => text.len(),
        Input::Bytes(bytes) => bytes.len(),
    };
    limit(reader, size)?;
    let decoded = match input {
        Input::Text(text) => encoding::decoded(text),
        Input::Bytes(bytes) => encoding::decode(reader, bytes, Form::Text)?,
    };
    limit(reader, decoded.text.len())?;
    let blocks = layout::blocks(&decoded.text);
    let language =
        reader.language.as_deref().map_or_else(|| facts::language::detect(&decoded.text, &blocks), Cow::Borrowed);
    let labelled = label::label(&decoded.text, blocks, &language, reader.focus);
    let Decoded { text, encoding, source, replaced } = decoded;
    let mut assembly = crate::assemble::Assembly::new(text.into_owned(), labelled, reader);
    assembly.facts(&language, reader);
    assembly.input(encoding, replaced, matches!(input, Input::Bytes(_)));
    assembly.source(&source, input, reader.source_unit);
    Ok(assembly.finish())
}

fn limit(reader: &Reader, size: usize) -> Result<(), Error> {
    let (size, limit) = (size as u64, reader.max_bytes);
    if size > limit { Err(Inner::TooLarge { size, limit }.into()) } else { Ok(()) }
}
