//! From the text of a page to blocks.

mod entities;
pub(crate) mod names;
pub(crate) mod scanner;
