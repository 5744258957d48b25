//! Options of a caller, checked.

use std::mem::{offset_of, size_of};
use std::ptr::NonNull;

use nutgraf::{ArchiveFormat, Focus, Kind, OffsetUnit, Reader};

use crate::values::{Failure, bytes};
use crate::{guard, nutgraf_status, nutgraf_str, nutgraf_string};

/// The most bytes that an options struct of any version may have: a larger size is taken for memory not initialised.
const MOST: usize = 1024;

/// Options for reading. Set up by `nutgraf_options_init`; a member that is NULL or 0 stands for its default.
#[repr(C)]
pub struct nutgraf_options {
    /// Size of this struct in bytes, as the caller knows it.
    pub size: usize,
    /// Where a message for people goes when a call fails: owned by the caller, for `nutgraf_string_free`. What is there
    /// before is overwritten, not freed; on success it is set to NULL and 0. NULL for no message.
    pub message: *mut nutgraf_string,
    /// Address that the input came from.
    pub url: nutgraf_str,
    /// The `Content-Type` that the input came with; its `charset` counts where there is no byte order mark.
    pub content_type: nutgraf_str,
    /// Character encoding of the input, a label of the WHATWG Encoding Standard; found out by default.
    pub encoding: nutgraf_str,
    /// Language of the article as a BCP 47 tag; detected by default.
    pub language: nutgraf_str,
    /// Day against which "yesterday" is read, ISO 8601 (`2024-05-03`); without it such words give no date.
    pub reference_date: nutgraf_str,
    /// Kinds (`nutgraf_kind`) that the body text is made of; by default all that are body.
    pub body_kinds: *const u32,
    /// Number of `body_kinds`.
    pub body_kind_count: usize,
    /// Most bytes that an input may have; by default, and at most, 4 GiB less 2.
    pub max_bytes: u64,
    /// Whether a doubtful segment is kept in the body, a `nutgraf_focus`.
    pub focus: u32,
    /// Form of an archive, a `nutgraf_archive_format`, for `nutgraf_splitter_new`; found out by default.
    pub format: u32,
    /// Zero in this version.
    pub reserved: [u32; 6],
}

/// Options for rendering. Set up by `nutgraf_render_options_init`.
#[repr(C)]
pub struct nutgraf_render_options {
    /// Size of this struct in bytes, as the caller knows it.
    pub size: usize,
    /// Unit of the offsets into the document that JSON holds, a `nutgraf_offset_unit`. JSON-LD and TEI count its code points.
    pub offset_unit: u32,
    /// Zero in this version.
    pub reserved: [u32; 5],
}

/// Sets up options: `nutgraf_options_init(&options, sizeof options)`. Nothing behind `size` bytes is written.
///
/// Errors: NULL_POINTER; INVALID_ARGUMENT for a size of no version.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_options_init(options: *mut nutgraf_options, size: usize) -> nutgraf_status {
    // SAFETY: by the contract NULL or `size` writable bytes.
    unsafe { init(options, size) }
}

/// Sets up options for rendering, as `nutgraf_options_init` does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_render_options_init(
    options: *mut nutgraf_render_options,
    size: usize,
) -> nutgraf_status {
    // SAFETY: by the contract NULL or `size` writable bytes.
    unsafe { init(options, size) }
}

/// Zeroes an options struct, whose first member is its size, and sets that.
///
/// # Safety
///
/// `options` is NULL or points to `size` writable bytes, and a `T` begins with a `usize`.
unsafe fn init<T>(options: *mut T, size: usize) -> nutgraf_status {
    guard(nutgraf_status::Panic, || {
        if options.is_null() {
            return nutgraf_status::NullPointer;
        }
        if !(size_of::<T>()..=MOST).contains(&size) {
            return nutgraf_status::InvalidArgument;
        }
        // SAFETY: not NULL, and of `size` writable bytes by the contract; `size` is no less than that of a `usize`.
        unsafe {
            options.cast::<u8>().write_bytes(0, size);
            options.cast::<usize>().write(size);
        }
        nutgraf_status::Ok
    })
}

/// Checks the size of an options struct: that of this version, or a later one that asks for nothing new.
///
/// # Safety
///
/// `options` is NULL or points to a `T` that begins with a `usize` and is followed by as many bytes as that says.
unsafe fn sized<'a, T>(options: *const T, init: &str) -> Result<Option<&'a T>, Failure> {
    if options.is_null() {
        return Ok(None);
    }
    let fail = |what: String| Err(Failure::new(nutgraf_status::InvalidArgument, what));
    // SAFETY: not NULL; the first member is the size.
    let size = unsafe { options.cast::<usize>().read() };
    if !(size_of::<T>()..=MOST).contains(&size) {
        let expected = size_of::<T>();
        return fail(format!("the options have size {size}, and this version's have {expected}: call `{init}`"));
    }
    let behind = size - size_of::<T>();
    // SAFETY: by the contract `size` bytes are there, of which those behind a `T` are `behind`.
    let rest = unsafe { std::slice::from_raw_parts(options.add(1).cast::<u8>(), behind) };
    if rest.iter().any(|&byte| byte != 0) {
        return fail("an option of a later version is set, which this version does not know".into());
    }
    // SAFETY: not NULL, and of the size of a `T` as just checked; any bytes are a valid `T`.
    Ok(Some(unsafe { &*options }))
}

/// The reader that options describe.
///
/// # Safety
///
/// `options` is NULL or points to options as the header describes them.
pub(crate) unsafe fn reader(options: *const nutgraf_options) -> Result<Reader, Failure> {
    let mut reader = Reader::new();
    // SAFETY: the caller's contract.
    let Some(options) = (unsafe { sized(options, "nutgraf_options_init")? }) else { return Ok(reader) };
    reserved(&options.reserved)?;
    // SAFETY: by the contract each string is NULL or of `len` readable bytes.
    let text = |value: nutgraf_str, name| unsafe { string(value, name) };
    if let Some(url) = text(options.url, "url")? {
        reader = reader.url(url);
    }
    if let Some(content_type) = text(options.content_type, "content_type")? {
        reader = reader.content_type(content_type);
    }
    if let Some(encoding) = text(options.encoding, "encoding")? {
        reader = reader.encoding(encoding);
    }
    if let Some(language) = text(options.language, "language")? {
        reader = reader.language(language);
    }
    if let Some(date) = text(options.reference_date, "reference_date")? {
        reader = reader.reference_date(date);
    }
    // SAFETY: by the contract `body_kinds` is NULL or of `body_kind_count` numbers.
    if let Some(kinds) = unsafe { kinds(options.body_kinds, options.body_kind_count)? } {
        reader = reader.body_kinds(kinds);
    }
    if options.max_bytes != 0 {
        reader = reader.max_bytes(options.max_bytes);
    }
    let format = known("format", options.format, ArchiveFormat::from_discriminant)?;
    Ok(reader.format(format).focus(known("focus", options.focus, Focus::from_discriminant)?))
}

/// The place for a message, where the options have one and are of a size that has it.
///
/// # Safety
///
/// `options` is NULL or points to options as the header describes them.
pub(crate) unsafe fn message(options: *const nutgraf_options) -> Option<NonNull<nutgraf_string>> {
    if options.is_null() {
        return None;
    }
    // SAFETY: not NULL; the first member is the size.
    let size = unsafe { options.cast::<usize>().read() };
    let end = offset_of!(nutgraf_options, message) + size_of::<*mut nutgraf_string>();
    if !(end..=MOST).contains(&size) {
        return None;
    }
    // SAFETY: the member lies inside the struct, by its size.
    NonNull::new(unsafe { (&raw const (*options).message).read() })
}

/// The unit that options for rendering ask for.
///
/// # Safety
///
/// `options` is NULL or points to options as the header describes them.
pub(crate) unsafe fn offset_unit(options: *const nutgraf_render_options) -> Result<OffsetUnit, Failure> {
    // SAFETY: the caller's contract.
    let Some(options) = (unsafe { sized(options, "nutgraf_render_options_init")? }) else {
        return Ok(OffsetUnit::default());
    };
    reserved(&options.reserved)?;
    known("offset_unit", options.offset_unit, OffsetUnit::from_discriminant)
}

fn reserved(words: &[u32]) -> Result<(), Failure> {
    if words.iter().all(|&word| word == 0) {
        return Ok(());
    }
    Err(Failure::new(nutgraf_status::InvalidArgument, "the reserved words of the options are not zero"))
}

/// The value of an enum argument.
pub(crate) fn known<T>(name: &str, value: u32, from: impl Fn(u32) -> Option<T>) -> Result<T, Failure> {
    from(value).ok_or_else(|| {
        Failure::new(
            nutgraf_status::InvalidArgument,
            format!("`{name}` cannot be {value}: this version has no such value"),
        )
    })
}

/// # Safety
///
/// `value` is NULL or of `len` readable bytes.
unsafe fn string<'a>(value: nutgraf_str, name: &str) -> Result<Option<&'a str>, Failure> {
    // SAFETY: the caller's contract.
    let bytes = unsafe { bytes(value.data, value.len, name)? };
    if value.data.is_null() {
        return Ok(None);
    }
    std::str::from_utf8(bytes)
        .map(Some)
        .map_err(|_| Failure::new(nutgraf_status::InvalidOption, format!("option `{name}` is not UTF-8")))
}

/// # Safety
///
/// `kinds` is NULL or of `count` numbers.
unsafe fn kinds(kinds: *const u32, count: usize) -> Result<Option<Vec<Kind>>, Failure> {
    if kinds.is_null() {
        return if count == 0 { Ok(None) } else { Err(Failure::null("body_kinds")) };
    }
    if count > isize::MAX as usize / size_of::<u32>() {
        return Err(Failure::new(nutgraf_status::InvalidArgument, format!("`body_kind_count` cannot be {count}")));
    }
    // SAFETY: not NULL, of `count` numbers by the contract, and no longer than `isize::MAX` bytes.
    let kinds = unsafe { std::slice::from_raw_parts(kinds, count) };
    kinds.iter().map(|&kind| known("body_kinds", kind, Kind::from_discriminant)).collect::<Result<_, _>>().map(Some)
}
