//! What benchmarks and fuzz targets of this repository call. It is no part of the interface and may change at any time.

use crate::input::html::lower;
use crate::input::html::scanner::{Content, Scanner, Token};
use crate::input::html::tree::Tree;

/// Runs through the tokens of a page; how many there are.
#[must_use]
pub fn count_tokens(page: &str) -> usize {
    let mut scanner = Scanner::new(page);
    let mut tokens = 0;
    loop {
        match scanner.next(false) {
            Token::EndOfFile => return tokens,
            Token::Start(tag) => match Content::of(tag.name) {
                Content::Data => {}
                content => scanner.set_content(content, tag.name),
            },
            _ => {}
        }
        tokens += 1;
    }
}

/// Parses a page; how many nodes its tree has.
#[must_use]
pub fn count_nodes(page: &str) -> usize {
    Tree::parse(page).len()
}

/// Parses a page and lowers it to blocks; how many there are.
#[must_use]
pub fn count_blocks(page: &str) -> usize {
    lower::lower(&Tree::parse(page)).blocks.blocks.len()
}
