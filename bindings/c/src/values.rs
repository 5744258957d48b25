//! Strings of the caller, versions, and what a status means; `nutgraf_options.message` says more of an error.

use std::ffi::c_char;
use std::ptr::{NonNull, null_mut, slice_from_raw_parts_mut};

use nutgraf::ErrorKind;

use crate::guard;

/// The binary interface of this header; by it the shared library is `libnutgraf.so.1`.
pub const NUTGRAF_ABI_VERSION: u32 = 1;

/// "No such index", and both ends of a `nutgraf_span` that is nowhere.
pub const NUTGRAF_NONE: u32 = u32::MAX;

const _: () = {
    use nutgraf::model::{NO_INDEX, Span};
    assert!(NUTGRAF_NONE == NO_INDEX && NUTGRAF_NONE == Span::NONE.start && NUTGRAF_NONE == Span::NONE.end);
};

/// What a function that can fail says.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum nutgraf_status {
    /// It worked.
    Ok = 0,
    /// A pointer that must not be NULL is NULL.
    NullPointer = 1,
    /// An enum argument is out of range, or options are of no known version.
    InvalidArgument = 2,
    /// An option has a value that it cannot have.
    InvalidOption = 3,
    /// The input, or the document made of it, is over the limit in bytes.
    TooLarge = 4,
    /// What was to be read as the JSON of an article is not.
    InvalidJson = 5,
    /// An error of a later version.
    Other = 6,
    /// A bug of the library was caught. The process can go on; please report it.
    Panic = 100,
}

impl nutgraf_status {
    pub(crate) fn from_discriminant(status: u32) -> Option<Self> {
        use nutgraf_status::*;
        [Ok, NullPointer, InvalidArgument, InvalidOption, TooLarge, InvalidJson, Other, Panic]
            .into_iter()
            .find(|known| *known as u32 == status)
    }
}

/// A string that belongs to someone else: an article, the library or, in options, the caller.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct nutgraf_str {
    /// First byte; from the library never NULL.
    pub data: *const c_char,
    /// Length in bytes; 0 for a string that is absent.
    pub len: usize,
}

impl From<&str> for nutgraf_str {
    fn from(text: &str) -> Self {
        Self { data: text.as_ptr().cast(), len: text.len() }
    }
}

impl Default for nutgraf_str {
    fn default() -> Self {
        "".into()
    }
}

/// A string that belongs to the caller, who gives it back with `nutgraf_string_free`.
#[repr(C)]
pub struct nutgraf_string {
    /// First byte; NULL where a call failed, and after `nutgraf_string_free`.
    pub data: *mut c_char,
    /// Length in bytes.
    pub len: usize,
}

impl nutgraf_string {
    pub(crate) const NONE: Self = Self { data: null_mut(), len: 0 };

    pub(crate) fn new(text: String) -> Self {
        let text = Box::leak(text.into_boxed_str());
        Self { data: text.as_mut_ptr().cast(), len: text.len() }
    }
}

/// Frees a string and sets it to NULL; NULL is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_string_free(string: *mut nutgraf_string) {
    // SAFETY: by the contract NULL, or a string that the library made and that no other thread uses.
    let Some(string) = (unsafe { string.as_mut() }) else { return };
    let nutgraf_string { data, len } = std::mem::replace(string, nutgraf_string::NONE);
    if let Some(data) = NonNull::new(data) {
        // SAFETY: `nutgraf_string::new` leaked a `Box<str>` of this address and length, and it was not freed since.
        drop(unsafe { Box::from_raw(slice_from_raw_parts_mut(data.as_ptr().cast::<u8>(), len)) });
    }
}

/// Why a call failed: the status, and a message for people.
pub(crate) struct Failure {
    pub(crate) status: nutgraf_status,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(status: nutgraf_status, message: impl Into<String>) -> Self {
        Self { status, message: message.into() }
    }

    pub(crate) fn null(name: &str) -> Self {
        Self::new(nutgraf_status::NullPointer, format!("`{name}` is NULL"))
    }
}

impl From<nutgraf::Error> for Failure {
    fn from(error: nutgraf::Error) -> Self {
        let status = match error.kind() {
            ErrorKind::TooLarge => nutgraf_status::TooLarge,
            ErrorKind::InvalidOption => nutgraf_status::InvalidOption,
            ErrorKind::InvalidJson => nutgraf_status::InvalidJson,
            _ => nutgraf_status::Other,
        };
        Self::new(status, error.to_string())
    }
}

/// The bytes that a caller passes as pointer and length; NULL counts as no bytes when the length is 0.
///
/// # Safety
///
/// `data` is NULL or points to `len` bytes that stay as they are for `'a`.
pub(crate) unsafe fn bytes<'a>(data: *const c_char, len: usize, name: &str) -> Result<&'a [u8], Failure> {
    if len > isize::MAX as usize {
        let message = format!("`{name}` cannot have {len} bytes: that is more than the address space holds");
        return Err(Failure::new(nutgraf_status::TooLarge, message));
    }
    match NonNull::new(data.cast_mut()) {
        // SAFETY: not NULL, of `len` readable bytes by the contract, and no longer than `isize::MAX`.
        Some(data) => Ok(unsafe { std::slice::from_raw_parts(data.as_ptr().cast_const().cast(), len) }),
        None if len == 0 => Ok(&[]),
        None => Err(Failure::null(name)),
    }
}

/// Copies as many of `all` as the caller's memory holds, and says how many there are.
///
/// # Safety
///
/// `out` is NULL or of `capacity` writable elements.
pub(crate) unsafe fn copy_out<T: Copy>(all: &[T], out: *mut T, capacity: usize) -> usize {
    if !out.is_null() {
        // SAFETY: not NULL and of `capacity` elements by the contract; `all` is memory of our own.
        unsafe { out.copy_from_nonoverlapping(all.as_ptr(), all.len().min(capacity)) };
    }
    all.len()
}

/// Of the library, such as `0.1.0`.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_version() -> nutgraf_str {
    nutgraf::VERSION.into()
}

/// To be equal to NUTGRAF_ABI_VERSION.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_abi_version() -> u32 {
    NUTGRAF_ABI_VERSION
}

/// As one sentence; empty for none.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_status_message(status: u32) -> nutgraf_str {
    guard(nutgraf_str::default(), || {
        match nutgraf_status::from_discriminant(status) {
            Some(nutgraf_status::Ok) => "no error",
            Some(nutgraf_status::NullPointer) => "a pointer that must not be NULL is NULL",
            Some(nutgraf_status::InvalidArgument) => {
                "an enum argument or an index is out of range, or a struct was not set up by its _init function"
            }
            Some(nutgraf_status::InvalidOption) => "an option has a value that it cannot have",
            Some(nutgraf_status::TooLarge) => {
                "the input is over the limit in bytes: raise max_bytes or split the input"
            }
            Some(nutgraf_status::InvalidJson) => "the text is not the JSON of an article",
            Some(nutgraf_status::Other) => "an error that this version has no name for",
            Some(nutgraf_status::Panic) => "a bug of nutgraf was caught: please report it with the input",
            None => "",
        }
        .into()
    })
}
