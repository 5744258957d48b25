//! What the facts of an article say, the best of each; empty where nothing is known.

use std::ptr::NonNull;

use nutgraf::model::{Fact, Mark, Reason, Segment, Span, Warning};
use nutgraf::{AccessStatus, Article, Field, Format, OffsetUnit, Paragraph, Section, Sentence, Word};

use crate::options::{known, offset_unit};
use crate::values::{Failure, copy_out};
use crate::{guard, nutgraf_article, nutgraf_render_options, nutgraf_status, nutgraf_str, nutgraf_string};

/// A question that can have no answer.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum nutgraf_answer {
    /// Not known.
    Unknown = 0,
    /// No.
    No = 1,
    /// Yes.
    Yes = 2,
}

/// What `get` says of an article; `none` for NULL and when it panics.
///
/// # Safety
///
/// `article` is NULL or one of ours that lives for the call.
unsafe fn view<T>(article: *const nutgraf_article, none: T, get: impl FnOnce(&Article) -> T) -> T {
    // SAFETY: the caller's contract. Only shared borrows of an article are ever made.
    match unsafe { article.as_ref() } {
        Some(article) => guard(none, || get(&article.0)),
        None => none,
    }
}

/// A string of an article; it lives as long as the article, as all its views do.
///
/// # Safety
///
/// As for [`view`].
unsafe fn text(article: *const nutgraf_article, get: impl FnOnce(&Article) -> &str) -> nutgraf_str {
    // SAFETY: the caller's contract.
    unsafe { view(article, nutgraf_str::default(), |article| get(article).into()) }
}

/// An array of an article, never NULL, with its length in `*count` where that is not NULL.
///
/// # Safety
///
/// As for [`view`], and `count` is NULL or writable.
unsafe fn array<T>(article: *const nutgraf_article, count: *mut usize, get: impl FnOnce(&Article) -> &[T]) -> *const T {
    let none = (NonNull::<T>::dangling().as_ptr().cast_const(), 0);
    // SAFETY: the caller's contract.
    let (data, len) = unsafe {
        view(article, none, |article| {
            let all = get(article);
            (all.as_ptr(), all.len())
        })
    };
    // SAFETY: the caller's contract.
    if let Some(count) = unsafe { count.as_mut() } {
        *count = len;
    }
    data
}

/// What `get` makes of an article, as far as the caller's memory holds it, and how much it is.
///
/// # Safety
///
/// As for [`view`], and `out` is as [`copy_out`] needs it.
unsafe fn fill<T: Copy>(
    article: *const nutgraf_article,
    out: *mut T,
    capacity: usize,
    get: impl FnOnce(&Article) -> Vec<T>,
) -> usize {
    // SAFETY: the caller's contract.
    unsafe { copy_out(&view(article, Vec::new(), get), out, capacity) }
}

/// The headline as printed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_title(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.title().unwrap_or_default()) }
}

/// Number of authors.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_author_count(article: *const nutgraf_article) -> usize {
    // SAFETY: the contract of the header.
    unsafe { view(article, 0, |a| a.authors().len()) }
}

/// Name of one, as written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_author(article: *const nutgraf_article, index: usize) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.authors().get(index).copied().unwrap_or_default()) }
}

/// When it was first published.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_date_published(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.value(Field::DatePublished).unwrap_or_default()) }
}

/// When it was last changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_date_modified(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.value(Field::DateModified).unwrap_or_default()) }
}

/// The publication.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_publisher(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.publisher().unwrap_or_default()) }
}

/// Of the body, a BCP 47 tag.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_language(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.language().unwrap_or_default()) }
}

/// Such as `article` or `forum`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_page_type(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.page_type().unwrap_or_default()) }
}

/// Of any `nutgraf_field`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_value(article: *const nutgraf_article, field: u32) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| Field::from_discriminant(field).and_then(|field| a.value(field)).unwrap_or_default()) }
}

/// As declared; often wrongly.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_is_accessible_for_free(article: *const nutgraf_article) -> nutgraf_answer {
    // SAFETY: the contract of the header.
    unsafe {
        view(article, nutgraf_answer::Unknown, |a| match a.access().is_accessible_for_free() {
            Some(true) => nutgraf_answer::Yes,
            Some(false) => nutgraf_answer::No,
            None => nutgraf_answer::Unknown,
        })
    }
}

/// How much of it this text is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_access_status(article: *const nutgraf_article) -> AccessStatus {
    // SAFETY: the contract of the header.
    unsafe { view(article, AccessStatus::Unknown, |a| a.access().status()) }
}

/// That the body is right.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_confidence(article: *const nutgraf_article) -> f32 {
    // SAFETY: the contract of the header.
    unsafe { view(article, 0.0, Article::confidence) }
}

/// Words of the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_word_count(article: *const nutgraf_article) -> usize {
    // SAFETY: the contract of the header.
    unsafe { view(article, 0, Article::word_count) }
}

/// Seconds that it takes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_reading_time(article: *const nutgraf_article) -> u32 {
    // SAFETY: the contract of the header.
    unsafe { view(article, 0, Article::reading_time) }
}

// ---- The record: arrays, and the strings that they hold.

/// The text that spans index: the decoded input without its byte order mark, or what a page shows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_document(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, Article::document) }
}

/// Unit in which the `source` spans count: bytes, but for an article read from JSON that says otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_source_unit(article: *const nutgraf_article) -> OffsetUnit {
    // SAFETY: the contract of the header.
    unsafe { view(article, OffsetUnit::Byte, Article::source_unit) }
}

/// In pre-order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segments(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Segment {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::segment_records) }
}

/// Of all segments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_reasons(article: *const nutgraf_article, count: *mut usize) -> *const Reason {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::reason_records) }
}

/// Sorted by start.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_marks(article: *const nutgraf_article, count: *mut usize) -> *const Mark {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::mark_records) }
}

/// By field and rank.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_facts(article: *const nutgraf_article, count: *mut usize) -> *const Fact {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::fact_records) }
}

/// The facts of one `nutgraf_field`, best first; none for an unknown field.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_facts_of(
    article: *const nutgraf_article,
    field: u32,
    count: *mut usize,
) -> *const Fact {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, |a| Field::from_discriminant(field).map_or(&[], |field| a.fact_records_of(field))) }
}

/// All there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_warnings(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Warning {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::warning_records) }
}

/// The string that a range of the pool holds, such as `nutgraf_fact.value`; empty for a range that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_str(article: *const nutgraf_article, range: Span) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.pooled(range)) }
}

/// Clean text of a segment: unwrapped, white space folded, layout taken off; empty for a container.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segment_text(article: *const nutgraf_article, index: usize) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| segment(a, index).map_or("", |segment| segment.text())) }
}

/// The strongest evidence for a segment as a sentence for people.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segment_reason(article: *const nutgraf_article, index: usize) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| segment(a, index).map_or("", |segment| segment.reason())) }
}

fn segment(article: &Article, index: usize) -> Option<nutgraf::SegmentRef<'_>> {
    u32::try_from(index).ok().and_then(|index| article.segment(index))
}

// ---- The body: sections; paragraphs, also of lists and quotes; sentences, also of headings, not of code and tables;
// words by the rules of Unicode (UAX 29); links, images and tables, as indices of marks and segments.

/// Headings, paragraphs, list items, quotes, code, tables and footnotes, with a blank line between two.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_text(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, Article::text) }
}

/// In pre-order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_sections(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Section {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::section_records) }
}

/// In order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_paragraphs(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Paragraph {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::paragraph_records) }
}

/// In order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_sentences(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Sentence {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::sentence_records) }
}

/// In order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_words(article: *const nutgraf_article, count: *mut usize) -> *const Word {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::word_records) }
}

/// Of marks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_links(
    article: *const nutgraf_article,
    indices: *mut u32,
    capacity: usize,
) -> usize {
    // SAFETY: the contract of the header.
    unsafe { fill(article, indices, capacity, |a| a.links().map(|link| link.index()).collect()) }
}

/// Of marks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_images(
    article: *const nutgraf_article,
    indices: *mut u32,
    capacity: usize,
) -> usize {
    // SAFETY: the contract of the header.
    unsafe { fill(article, indices, capacity, |a| a.images().map(|image| image.index()).collect()) }
}

/// Of segments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_tables(
    article: *const nutgraf_article,
    indices: *mut u32,
    capacity: usize,
) -> usize {
    // SAFETY: the contract of the header.
    unsafe { fill(article, indices, capacity, |a| a.tables().map(|table| table.index()).collect()) }
}

// ---- Places in the document, and renderings, which belong to the caller.

/// Where bytes `start` to `end` of the body text stand in the document: ranges in order, touching ones joined.
/// A `start` that is not below `end` gives none, and an `end` behind the text counts as its end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_locate(
    article: *const nutgraf_article,
    start: usize,
    end: usize,
    spans: *mut Span,
    capacity: usize,
) -> usize {
    // SAFETY: the contract of the header.
    unsafe { fill(article, spans, capacity, |a| a.locate(start..end)) }
}

/// The same for the clean text of a segment.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segment_locate(
    article: *const nutgraf_article,
    index: usize,
    start: usize,
    end: usize,
    spans: *mut Span,
    capacity: usize,
) -> usize {
    let locate = |a: &Article| segment(a, index).map(|segment| segment.locate(start..end)).unwrap_or_default();
    // SAFETY: the contract of the header.
    unsafe { fill(article, spans, capacity, locate) }
}

/// An offset into the document in another `nutgraf_offset_unit`.
/// One inside a character counts as its start, one behind the document as its end. INVALID_ARGUMENT for unknown units.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_convert_offset(
    article: *const nutgraf_article,
    offset: usize,
    from: u32,
    to: u32,
    out: *mut usize,
) -> nutgraf_status {
    let convert = |a: &Article| {
        let unit = |name, value| known(name, value, OffsetUnit::from_discriminant);
        Ok(a.offsets().convert(offset, unit("from", from)?, unit("to", to)?))
    };
    // SAFETY: the contract of the header.
    unsafe { write(article, out, 0, convert) }
}

/// Writes the article out in a `nutgraf_format`; `options` may be NULL.
/// INVALID_ARGUMENT for an unknown format or options that cannot be; `*out` is NULL and 0 then.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_render(
    article: *const nutgraf_article,
    format: u32,
    options: *const nutgraf_render_options,
    out: *mut nutgraf_string,
) -> nutgraf_status {
    let render = |a: &Article| {
        // SAFETY: the contract of the header.
        let unit = unsafe { offset_unit(options)? };
        Ok(nutgraf_string::new(match known("format", format, Format::from_discriminant)? {
            Format::Json => a.to_json_in(unit),
            format => a.render(format),
        }))
    };
    // SAFETY: the contract of the header.
    unsafe { write(article, out, nutgraf_string::NONE, render) }
}

/// Writes what `get` makes of an article to `*out`, which is `none` before.
///
/// # Safety
///
/// As for [`view`], and `out` is NULL or writable.
unsafe fn write<T>(
    article: *const nutgraf_article,
    out: *mut T,
    none: T,
    get: impl FnOnce(&Article) -> Result<T, Failure>,
) -> nutgraf_status {
    if out.is_null() {
        return nutgraf_status::NullPointer;
    }
    // SAFETY: not NULL and writable by the contract; what is there need not be initialised and is not dropped.
    unsafe { out.write(none) };
    // SAFETY: the caller's contract.
    let Some(article) = (unsafe { article.as_ref() }) else { return nutgraf_status::NullPointer };
    guard(nutgraf_status::Panic, || match get(&article.0) {
        Ok(value) => {
            // SAFETY: as above.
            unsafe { out.write(value) };
            nutgraf_status::Ok
        }
        Err(failure) => failure.status,
    })
}
