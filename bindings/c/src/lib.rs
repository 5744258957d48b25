//! The C ABI of nutgraf. `include/nutgraf.h` is generated from this crate and from the core's model, and its head page
//! holds the contract once for all functions: ownership, threads, offsets, errors.
//!
//! There is no rule of extraction here: a function checks its arguments, calls the core and wraps what comes back.

#![deny(unsafe_op_in_unsafe_fn)]
#![allow(non_camel_case_types, reason = "the names are those of the C header")]
#![allow(clippy::missing_safety_doc, reason = "the head page of the header says it once for all")]

// In the order of the header, which blank lines keep rustfmt from changing. Their heads are the titles of its sections.
mod values;

mod options;

mod read;

mod split;

mod article;

mod sentences;

mod names;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use article::*;
pub use names::*;
pub use options::*;
pub use read::*;
pub use sentences::*;
pub use split::*;
pub use values::*;

/// Runs `body`; when it panics, the caller gets `fallback` and no unwinding crosses the boundary.
///
/// The only state that outlives a panic is an article's, which is immutable but for `OnceLock`s that stay empty when
/// their initialiser panics.
#[doc(hidden)]
pub fn guard<T>(fallback: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(fallback)
}
