//! Without an article: sentences of any text, and names of enum values, such as `date_published`. An unknown number
//! is `other` where the enum has that, `unknown` as an access status, else empty.

use std::ffi::c_char;

use nutgraf::model::Span;

use crate::values::{bytes, copy_out};
use crate::{guard, nutgraf_str};

/// Where the sentences of a text of one paragraph are, in bytes of it, without the white space between them; none of a
/// text that is not UTF-8 or has 4 GiB or more. Without a `language` (BCP 47) that is known it is told from the text.
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
    // SAFETY: the contract of the header.
    unsafe { copy_out(&found, spans, capacity) }
}
