//! Setting up options: `nutgraf_options_init(&options, sizeof options)`. INVALID_ARGUMENT for a size of no version;
//! the struct of an earlier or later header will do, as long as nothing is asked for that this version does not know.

use std::mem::{MaybeUninit, offset_of, size_of};
use std::ptr::NonNull;

use nutgraf::{ArchiveFormat, Focus, Kind, OffsetUnit, Reader};

use crate::values::{Failure, bytes};
use crate::{guard, nutgraf_status, nutgraf_str, nutgraf_string};

/// The most bytes that an options struct of any version may have: a larger size is taken for memory not initialised.
const MOST: usize = 1024;

/// Options for reading. Set up by `nutgraf_options_init`; a member that is NULL or 0 stands for its default.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct nutgraf_options {
    /// Size of this struct in bytes, as the caller knows it.
    pub size: usize,
    /// For a message for people, freed by the caller; every call overwrites it. May be NULL.
    pub message: *mut nutgraf_string,
    /// Address that the input came from.
    pub url: nutgraf_str,
    /// The `Content-Type` that it came with; a byte order mark goes before its `charset`.
    pub content_type: nutgraf_str,
    /// Encoding of the input, a label of the WHATWG Encoding Standard; else found out.
    pub encoding: nutgraf_str,
    /// Language of the article as a BCP 47 tag; else detected.
    pub language: nutgraf_str,
    /// Day against which "yesterday" is read, ISO 8601; else such words give no date.
    pub reference_date: nutgraf_str,
    /// Kinds (`nutgraf_kind`) that the body text is made of; else all that are body.
    pub body_kinds: *const u32,
    /// Number of `body_kinds`.
    pub body_kind_count: usize,
    /// Most bytes that an input may have; else, and at most, 4 GiB less 2.
    pub max_bytes: u64,
    /// Whether a doubtful segment is kept in the body, a `nutgraf_focus`.
    pub focus: u32,
    /// For `nutgraf_splitter_new` a `nutgraf_archive_format`; else found out.
    pub format: u32,
    /// Zero in this version.
    pub reserved: [u32; 6],
}

/// Options for rendering. Set up by `nutgraf_render_options_init`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct nutgraf_render_options {
    /// Size of this struct in bytes, as the caller knows it.
    pub size: usize,
    /// Unit of the offsets into the document in JSON, a `nutgraf_offset_unit`.
    pub offset_unit: u32,
    /// Zero in this version.
    pub reserved: [u32; 5],
}

/// For reading.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_options_init(options: *mut nutgraf_options, size: usize) -> nutgraf_status {
    // SAFETY: by the contract NULL or `size` writable bytes.
    unsafe { init(options, size) }
}

/// For rendering.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_render_options_init(
    options: *mut nutgraf_render_options,
    size: usize,
) -> nutgraf_status {
    // SAFETY: by the contract NULL or `size` writable bytes.
    unsafe { init(options, size) }
}

/// A struct of options, which grows from one version to the next.
///
/// # Safety
///
/// It is `repr(C)`, begins with a `usize`, its size, and any bytes are one of it, zeros for the defaults.
unsafe trait Versioned: Copy {
    /// Its size in its first version, which never changes.
    const FIRST: usize;
    /// The function that sets it up.
    const INIT: &'static str;
}

// SAFETY: numbers and pointers.
unsafe impl Versioned for nutgraf_options {
    const FIRST: usize = offset_of!(Self, reserved) + size_of::<[u32; 6]>();
    const INIT: &'static str = "nutgraf_options_init";
}

// SAFETY: numbers.
unsafe impl Versioned for nutgraf_render_options {
    const FIRST: usize = offset_of!(Self, reserved) + size_of::<[u32; 5]>();
    const INIT: &'static str = "nutgraf_render_options_init";
}

/// Zeroes a struct of options and sets its size.
///
/// # Safety
///
/// `options` is NULL or points to `size` writable bytes.
unsafe fn init<T: Versioned>(options: *mut T, size: usize) -> nutgraf_status {
    guard(nutgraf_status::Panic, || {
        if options.is_null() {
            return nutgraf_status::NullPointer;
        }
        if !(T::FIRST..=MOST).contains(&size) {
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

/// Options of any version as this version has them: what an earlier one lacks is at its default, and a later one asks
/// for nothing new.
///
/// # Safety
///
/// `options` is NULL or points to as many bytes as the `usize` there says.
unsafe fn read<T: Versioned>(options: *const T) -> Result<Option<T>, Failure> {
    if options.is_null() {
        return Ok(None);
    }
    let fail = |what: String| Err(Failure::new(nutgraf_status::InvalidArgument, what));
    // SAFETY: not NULL; the first member is the size.
    let size = unsafe { options.cast::<usize>().read() };
    if !(T::FIRST..=MOST).contains(&size) {
        return fail(format!("options of no version have size {size}: call `{}`", T::INIT));
    }
    // SAFETY: by the contract `size` bytes are there.
    let theirs = unsafe { std::slice::from_raw_parts(options.cast::<u8>(), size) };
    if theirs.iter().skip(size_of::<T>()).any(|&byte| byte != 0) {
        return fail("an option of a later version is set, which this version does not know".into());
    }
    let mut ours = MaybeUninit::<T>::zeroed();
    // SAFETY: both have as many bytes, of which any are a `T`.
    unsafe {
        ours.as_mut_ptr().cast::<u8>().copy_from_nonoverlapping(theirs.as_ptr(), size.min(size_of::<T>()));
        Ok(Some(ours.assume_init()))
    }
}

/// The reader that options describe.
///
/// # Safety
///
/// `options` is NULL or points to options as the header describes them.
pub(crate) unsafe fn reader(options: *const nutgraf_options) -> Result<Reader, Failure> {
    let mut reader = Reader::new();
    // SAFETY: the caller's contract.
    let Some(options) = (unsafe { read(options)? }) else { return Ok(reader) };
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
    let Some(options) = (unsafe { read(options)? }) else {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// `nutgraf_render_options` as a later version may have them.
    #[repr(C)]
    #[derive(Clone, Copy)]
    struct Later {
        first: nutgraf_render_options,
        indent: u64,
    }

    // SAFETY: numbers.
    unsafe impl Versioned for Later {
        const FIRST: usize = nutgraf_render_options::FIRST;
        const INIT: &'static str = nutgraf_render_options::INIT;
    }

    #[test]
    fn options_that_have_grown_are_read_from_an_older_caller() {
        let mut older = MaybeUninit::<nutgraf_render_options>::uninit();
        // SAFETY: of as many bytes as is said; what is read is initialised.
        unsafe {
            assert_eq!(init::<Later>(older.as_mut_ptr().cast(), size_of_val(&older)), nutgraf_status::Ok);
            (*older.as_mut_ptr()).offset_unit = OffsetUnit::Utf16 as u32;
            let read = read::<Later>(older.as_ptr().cast()).unwrap_or_else(|failure| panic!("{}", failure.message));
            let read = read.expect("it is not NULL");
            assert_eq!((read.first.offset_unit, read.indent), (OffsetUnit::Utf16 as u32, 0));
        }
    }
}
