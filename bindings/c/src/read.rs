//! Reading. Any bytes, even none, give an article, which belongs to the caller.

use std::ffi::c_char;
use std::ptr::{NonNull, null_mut};

use nutgraf::{Article, Reader};

use crate::options::{message, reader};
use crate::values::{Failure, bytes};
use crate::{guard, nutgraf_options, nutgraf_status, nutgraf_string};

/// One immutable record, which any number of threads may read.
pub struct nutgraf_article(pub(crate) Article);

/// Reads an article from plain text of any encoding.
/// `data` may be NULL when `len` is 0, and is not kept. `options` may be NULL. `*out` is the article, or NULL on
/// failure: INVALID_ARGUMENT and INVALID_OPTION for options that cannot be, TOO_LARGE for an input over `max_bytes`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_from_text(
    data: *const c_char,
    len: usize,
    options: *const nutgraf_options,
    out: *mut *mut nutgraf_article,
) -> nutgraf_status {
    // SAFETY: the caller's contract is that of this function.
    unsafe { read(data, len, options, out, |reader, bytes| Ok(reader.from_text(bytes)?)) }
}

/// Reads an article from a page of HTML. The document is the text that a browser would show, one block a line; `source`
/// counts bytes of the page. It is decoded by its byte order mark, else as `encoding`, `content_type` or its bytes say.
/// Otherwise as `nutgraf_from_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_from_html(
    data: *const c_char,
    len: usize,
    options: *const nutgraf_options,
    out: *mut *mut nutgraf_article,
) -> nutgraf_status {
    // SAFETY: the caller's contract is that of this function.
    unsafe { read(data, len, options, out, |reader, bytes| Ok(reader.from_html(bytes)?)) }
}

/// Reads back an article that `nutgraf_article_render` wrote as JSON: an equal one.
/// Of the options only `message` counts. INVALID_JSON for a text that is not that. Otherwise as `nutgraf_from_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_from_json(
    data: *const c_char,
    len: usize,
    options: *const nutgraf_options,
    out: *mut *mut nutgraf_article,
) -> nutgraf_status {
    let parse = |_: &Reader, bytes: &[u8]| {
        let json = std::str::from_utf8(bytes).map_err(|error| {
            let message = format!("not the JSON of an article: not UTF-8 at byte {}", error.valid_up_to());
            Failure::new(nutgraf_status::InvalidJson, message)
        })?;
        Ok(Article::from_json(json)?)
    };
    // SAFETY: the caller's contract is that of this function.
    unsafe { read(data, len, options, out, parse) }
}

/// Frees an article, and with it everything that was borrowed from it; NULL is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_free(article: *mut nutgraf_article) {
    guard((), || {
        if !article.is_null() {
            // SAFETY: by the contract the library made it from a box, and it was not freed since.
            drop(unsafe { Box::from_raw(article) });
        }
    });
}

/// # Safety
///
/// Pointers are NULL or as the header describes them.
unsafe fn read(
    data: *const c_char,
    len: usize,
    options: *const nutgraf_options,
    out: *mut *mut nutgraf_article,
    parse: impl FnOnce(&Reader, &[u8]) -> Result<Article, Failure>,
) -> nutgraf_status {
    // SAFETY: the caller's contract.
    let message = unsafe { message(options) };
    // SAFETY: writable by the contract.
    unsafe { tell(message, || nutgraf_string::NONE) };
    let place = NonNull::new(out);
    if let Some(place) = place {
        // SAFETY: not NULL, and writable by the contract.
        unsafe { place.write(null_mut()) };
    }
    guard(nutgraf_status::Panic, || {
        let article = || -> Result<_, Failure> {
            let place = place.ok_or_else(|| Failure::null("out"))?;
            // SAFETY: the caller's contract.
            let (reader, bytes) = unsafe { (reader(options)?, bytes(data, len, "data")?) };
            let article = Box::new(nutgraf_article(parse(&reader, bytes)?));
            // SAFETY: as above.
            unsafe { place.write(Box::into_raw(article)) };
            Ok(())
        };
        match article() {
            Ok(()) => nutgraf_status::Ok,
            Err(failure) => {
                // SAFETY: as above.
                unsafe { tell(message, || nutgraf_string::new(failure.message)) };
                failure.status
            }
        }
    })
}

/// Puts a string where the caller wants messages. Without such a place none is made, as it would not free itself.
///
/// # Safety
///
/// The place is writable; what is there need not be initialised, so no reference to it is made.
pub(crate) unsafe fn tell(place: Option<NonNull<nutgraf_string>>, text: impl FnOnce() -> nutgraf_string) {
    if let Some(place) = place {
        // SAFETY: the caller's contract.
        unsafe { place.write(text()) };
    }
}
