//! The core for `page.html`: functions over one buffer, which the page writes an input to and reads an output from.
//!
//! Where the buffer lies may change with each call, as may the memory that it lies in.

use std::sync::{Mutex, MutexGuard, PoisonError};

use nutgraf::{Article, Error, Input, OffsetUnit, Reader};

struct State {
    buffer: Vec<u8>,
    article: Option<Article>,
}

fn state() -> MutexGuard<'static, State> {
    static STATE: Mutex<State> = Mutex::new(State { buffer: Vec::new(), article: None });
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes the buffer `length` bytes long, for the page to write an input to.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_input(length: usize) -> *mut u8 {
    let buffer = &mut state().buffer;
    buffer.clear();
    buffer.resize(length, 0);
    buffer.as_mut_ptr()
}

/// Where the buffer lies, for the page to read an output from.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_output() -> *const u8 {
    state().buffer.as_ptr()
}

/// Reads the article in the buffer, which is UTF-8 that the browser has decoded, or else the bytes of a file. It is taken for a
/// dump (1), for a page (2), or for what it looks like. 0, or the length of what is wrong with it, in the buffer.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_read(is_decoded: bool, form: u32) -> usize {
    let mut state = state();
    match read(&state.buffer, is_decoded, form) {
        Ok(article) => {
            state.article = Some(article);
            0
        }
        Err(error) => put(&mut state, error.to_string()),
    }
}

fn read(input: &[u8], is_decoded: bool, form: u32) -> Result<Article, Error> {
    let text = std::str::from_utf8(input).ok().filter(|_| is_decoded);
    let input = text.map_or(Input::Bytes(input), Input::Text);
    let reader = Reader::new().source_unit(OffsetUnit::Utf16);
    let is_page = match form {
        1 => false,
        2 => true,
        _ => reader.is_html(input),
    };
    if is_page { reader.from_html(input) } else { reader.from_text(input) }
}

/// Writes the report on the article to the buffer; its length.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_report() -> usize {
    render(Article::to_report)
}

/// Writes the whole record to the buffer, as JSON with offsets as strings of JavaScript have them; its length.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_record() -> usize {
    render(|article| article.to_json_in(OffsetUnit::Utf16))
}

fn render(rendering: impl Fn(&Article) -> String) -> usize {
    let mut state = state();
    let text = state.article.as_ref().map(rendering).unwrap_or_default();
    put(&mut state, text)
}

fn put(state: &mut State, text: String) -> usize {
    state.buffer = text.into_bytes();
    state.buffer.len()
}
