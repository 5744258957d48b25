//! What benchmarks and fuzz targets measure of the parser. No part of the public API: it changes with any version.

use crate::input::html::{lower, scanner, tree};

/// The number of tokens of a page.
pub fn count_tokens(page: &str) -> usize {
    let mut scanner = scanner::Scanner::new(page);
    (1..).find(|_| matches!(scanner.next(false), scanner::Token::EndOfFile)).unwrap_or_default()
}

/// The number of nodes in the tree of a page.
pub fn count_nodes(page: &str) -> usize {
    tree::Tree::parse(page).len()
}

/// The number of blocks of a page, and the length of its document in bytes.
pub fn count_blocks(page: &str) -> (usize, usize) {
    let lowered = lower::lower(&tree::Tree::parse(page));
    (lowered.blocks.blocks.len(), lowered.document.len())
}
