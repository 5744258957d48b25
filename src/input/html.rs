//! From a page of HTML to an article: `scanner` finds the tokens, `build` makes the tree of them, `lower` the document and its
//! blocks.

mod attributes;
mod build;
pub(crate) mod declared;
mod entities;
pub(crate) mod hints;
pub(crate) mod lower;
pub(crate) mod names;
mod place;
pub(crate) mod scanner;
mod tables;
pub(crate) mod tree;

use super::encoding::{Decoded, Form};
use super::{Given, Input, Source};
use encoding_rs::Encoding;

use crate::article::Article;
use crate::error::Error;
use crate::facts::structured;
use crate::options::Reader;
use lower::Lowered;
use tree::Tree;

pub(crate) fn read(reader: &Reader, input: Input<'_>) -> Result<Article, Error> {
    let Decoded { text: page, encoding, source, replaced } = input.decode(reader, Form::Html)?;
    let tree = Tree::parse(&page);
    let Lowered { document, mut blocks, map, language, .. } = lower::lower(&tree);
    let mut structured = structured::read(&tree, reader.url.as_deref());
    drop(tree);
    super::check_size(document.len(), reader)?;
    let between = blocks.marks.iter_mut().filter(|mark| mark.span.is_empty());
    between.for_each(|mark| mark.source = source.input(mark.source));
    blocks.headlines = structured.headlines();
    blocks.descriptions = structured.descriptions();
    structured.place(|span| source.input(span));
    let replaced = replaced.map(|(_, count)| (document.find(char::REPLACEMENT_CHARACTER), count));
    let source = Source { input, encoding, replaced, place: &|span| source.input(map.page(span)), start: 0 };
    let given = Given { language, structured, ..Given::default() };
    Ok(super::article(reader, document, blocks, given, source))
}

/// Adds to a list that grows by a quarter: one that doubles holds up to twice what it needs, and of a page there are several.
fn push<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 4 + 16);
    }
    list.push(item);
}

/// Adds to a text that grows in that way.
fn push_str(text: &mut String, more: &str) {
    if text.capacity() - text.len() < more.len() {
        text.reserve_exact(more.len() + text.len() / 4);
    }
    text.push_str(more);
}

/// Whether an input begins as a page does: white space aside, with a document type, a comment, an XML declaration, or one
/// of the tags that the standard names (MIME Sniffing 7.1) and those that are as sure.
pub(crate) fn begins_page(input: Input<'_>) -> bool {
    let bytes = input.bytes();
    let bom = Encoding::for_bom(bytes).map_or(0, |(_, length)| length);
    // A page in UTF-16 has a NUL beside each of these characters.
    let head: Vec<u8> = bytes[bom..].iter().copied().filter(|&byte| byte != 0).take(512).collect();
    let head = head.trim_ascii_start();
    if head.starts_with(b"<!--") || head.starts_with(b"<?xml") {
        return true;
    }
    let name = head.iter().position(|&byte| scanner::ends_name(byte));
    let Some(name) = name.map(|end| head[..end].to_ascii_lowercase()) else { return false };
    let tags = "<!doctype <html <head <body <title <meta <link <script <style <iframe <h1 <div <font <table <a <b <br <p \
        <main <article <section <header <nav <span <ul <ol <img";
    tags.split_ascii_whitespace().any(|tag| tag.as_bytes() == name)
}

#[cfg(test)]
#[path = "../../tests/html/tree.rs"]
mod tree_tests;

#[cfg(test)]
#[path = "../../tests/html/oracle.rs"]
mod oracle;

#[cfg(test)]
#[path = "../../tests/html/hostile.rs"]
mod hostile;
