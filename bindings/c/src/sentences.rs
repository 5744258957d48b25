//! Sentences of any text.

use std::ffi::c_char;

use nutgraf::model::Span;

use crate::values::bytes;
use crate::{guard, nutgraf_str};

/// Where the sentences of a text of one paragraph are, in bytes of it, without the white space between them.
///
/// Returns how many there are, and writes as many as `capacity` allows to `spans`, which may be NULL to count. `language`
/// is a BCP 47 tag; where it is empty or unknown, the language is told from the text. 0 for a text that is not UTF-8 or
/// of 4 GiB or more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_split_sentences(
    data: *const c_char,
    len: usize,
    language: nutgraf_str,
    spans: *mut Span,
    capacity: usize,
) -> usize {
    let found = guard(Vec::new(), || {
        // SAFETY: the contract of the header.
        let (text, language) = unsafe { (bytes(data, len, "data"), bytes(language.data, language.len, "language")) };
        let utf8 = |bytes: Result<_, _>| bytes.ok().and_then(|bytes| std::str::from_utf8(bytes).ok());
        let Some(text) = utf8(text).filter(|text| u32::try_from(text.len()).is_ok()) else { return Vec::new() };
        let place = |sentence: &str| {
            let start = sentence.as_ptr() as usize - text.as_ptr() as usize;
            Span { start: start as u32, end: (start + sentence.len()) as u32 }
        };
        nutgraf::split_sentences(text, utf8(language).unwrap_or_default()).map(place).collect()
    });
    if !spans.is_null() {
        // SAFETY: not NULL and of `capacity` spans by the contract; `found` is memory of our own.
        unsafe { spans.copy_from_nonoverlapping(found.as_ptr(), found.len().min(capacity)) };
    }
    found.len()
}
