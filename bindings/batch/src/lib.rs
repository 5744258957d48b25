//! Many documents at a time: what the Python module and the command have in common.
//!
//! [`ordered`] reads on several threads and hands out in order; [`Rows`] collects what was read as rows of Arrow, whose
//! columns [`Row`] names; [`values`] are the documents in a column of Arrow; [`extract`] is all of it, from a column to its
//! rows. A document never fails the batch that it is in: its row says what was wrong.
//!
//! ```
//! use std::{num::NonZero, sync::Arc};
//! use arrow_array::{ArrayRef, StringArray, cast::AsArray};
//! use nutgraf_batch::{Document, Form, extract, values};
//!
//! let pages: ArrayRef = Arc::new(StringArray::from(vec![Some("<h1>A Town Looks Up</h1><p>The river came."), None]));
//! let documents = values(std::slice::from_ref(&pages)).map(Document::from);
//! let (reader, one) = (nutgraf::Reader::new(), NonZero::<usize>::MIN);
//! let Ok(rows) = extract(documents, &reader, Form::Html, false, one, || Ok::<_, std::convert::Infallible>(()));
//! assert_eq!(rows.column_by_name("title").unwrap().as_string::<i32>().value(0), "A Town Looks Up");
//! assert_eq!(rows.column_by_name("error").unwrap().as_string::<i32>().value(1), "there is no document: it is null");
//! ```

mod column;
mod document;
mod ordered;
mod row;

use std::num::NonZero;

use arrow_array::StructArray;
use nutgraf::Reader;

pub use column::{check, text, values};
pub use document::{Content, Document, Failure, Form, caught, read};
pub use ordered::{Step, ordered};
pub use row::{Detail, Row, Rows, SegmentRow, fields};

/// The rows of documents, in their order, read on `threads` threads; `pulse` is called on the caller's thread after each
/// document and some twenty times a second, and its error ends the work.
///
/// Beside what is read and what comes out, it takes memory for a few documents a thread, see [`ordered`].
///
/// # Errors
///
/// Those of `pulse`. Whatever a document holds, it gives a row.
pub fn extract<'a, E>(
    documents: impl Iterator<Item = Document<'a>> + Send,
    reader: &Reader,
    form: Form,
    detail: bool,
    threads: NonZero<usize>,
    mut pulse: impl FnMut() -> Result<(), E>,
) -> Result<StructArray, E> {
    let mut rows = Rows::new(detail);
    let read = |document: Document<'_>| {
        let made = caught(|| {
            let article = document.read(reader, form)?;
            Ok((Row::new(&article), detail.then(|| Detail::new(&article))))
        });
        made.unwrap_or_else(|failure| (Row::failed(failure), None))
    };
    ordered(threads, documents, Document::size, read, |step| {
        if let Step::Next((row, detail)) = step {
            rows.push(row, detail);
        }
        pulse()
    })?;
    Ok(rows.finish())
}
