//! From the text of a page to blocks.

mod build;
mod entities;
pub(crate) mod names;
pub(crate) mod scanner;
pub(crate) mod tree;

#[cfg(test)]
#[path = "../../tests/html/tree.rs"]
mod tree_tests;
