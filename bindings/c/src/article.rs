//! Accessors: views of an article, lent to the caller.

use std::ops::Range;
use std::ptr::NonNull;

use nutgraf::model::{Fact, Mark, Reason, Segment, Span, Warning};
use nutgraf::{AccessStatus, Article, Field, Format, OffsetUnit, Paragraph, Section, Sentence, Word};

use crate::options::{known, offset_unit};
use crate::values::Failure;
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

// ---- the resolved view of the facts

/// The headline as printed; empty if there is none.
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

/// Name of an author as written; empty if there is none of this index.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_author(article: *const nutgraf_article, index: usize) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.authors().get(index).copied().unwrap_or_default()) }
}

/// When it was first published, ISO 8601 at the precision of the source (`2024-05-03T09:30Z`); empty if not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_date_published(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.value(Field::DatePublished).unwrap_or_default()) }
}

/// When it was last changed, as for `nutgraf_article_date_published`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_date_modified(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.value(Field::DateModified).unwrap_or_default()) }
}

/// The publication; empty if not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_publisher(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.publisher().unwrap_or_default()) }
}

/// Language of the body, BCP 47; empty if not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_language(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.language().unwrap_or_default()) }
}

/// What the page is, such as `article` or `forum`; empty if it was not judged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_page_type(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| a.page_type().unwrap_or_default()) }
}

/// Value of the best fact of a `nutgraf_field`, normalised; empty if there is none or the field is unknown.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_value(article: *const nutgraf_article, field: u32) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| Field::from_discriminant(field).and_then(|field| a.value(field)).unwrap_or_default()) }
}

/// Whether the publisher declares it free. Declarations are often wrong.
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

/// How much of the article this text is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_access_status(article: *const nutgraf_article) -> AccessStatus {
    // SAFETY: the contract of the header.
    unsafe { view(article, AccessStatus::Unknown, |a| a.access().status()) }
}

/// Estimated probability that the body is right, 0 to 1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_confidence(article: *const nutgraf_article) -> f32 {
    // SAFETY: the contract of the header.
    unsafe { view(article, 0.0, Article::confidence) }
}

// ---- the record

/// The text that spans index: the decoded input without its byte order mark.
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

/// The segments in pre-order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segments(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Segment {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::segment_records) }
}

/// The reasons that `nutgraf_segment.reasons` is a range of; a segment's own stand with the strongest first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_reasons(article: *const nutgraf_article, count: *mut usize) -> *const Reason {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::reason_records) }
}

/// Inline structure, sorted by start.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_marks(article: *const nutgraf_article, count: *mut usize) -> *const Mark {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::mark_records) }
}

/// Every fact with its rivals, sorted by field and rank.
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

/// What the caller may want to know.
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

/// Clean text of a segment: unwrapped, white space folded, layout taken off. Empty for a container, whose text is in its
/// leaves, and for an index that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segment_text(article: *const nutgraf_article, index: usize) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| segment(a, index).map_or("", |segment| segment.text())) }
}

/// The strongest evidence for a segment as a sentence for people; empty for an index that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segment_reason(article: *const nutgraf_article, index: usize) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, |a| segment(a, index).map_or("", |segment| segment.reason())) }
}

fn segment(article: &Article, index: usize) -> Option<nutgraf::SegmentRef<'_>> {
    u32::try_from(index).ok().and_then(|index| article.segment(index))
}

// ---- the body

/// The body: headings, paragraphs, list items, quotes, code, tables and footnotes, a blank line between two blocks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_text(article: *const nutgraf_article) -> nutgraf_str {
    // SAFETY: the contract of the header.
    unsafe { text(article, Article::text) }
}

/// Sections of the body in pre-order: a heading with what follows. What stands before the first heading is one
/// without, and so is an entry of a live blog that has only its time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_sections(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Section {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::section_records) }
}

/// Paragraphs of the body, those of lists and quotes too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_paragraphs(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Paragraph {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::paragraph_records) }
}

/// Sentences of the body, headings included, code and tables not. Computed at the first call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_sentences(
    article: *const nutgraf_article,
    count: *mut usize,
) -> *const Sentence {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::sentence_records) }
}

/// Words of the body by the rules of Unicode (UAX 29). Computed at the first call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_words(article: *const nutgraf_article, count: *mut usize) -> *const Word {
    // SAFETY: the contract of the header.
    unsafe { array(article, count, Article::word_records) }
}

/// Number of words of the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_word_count(article: *const nutgraf_article) -> usize {
    // SAFETY: the contract of the header.
    unsafe { view(article, 0, Article::word_count) }
}

/// Time to read the body, in whole seconds: as declared, else computed from its words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_reading_time(article: *const nutgraf_article) -> u32 {
    // SAFETY: the contract of the header.
    unsafe { view(article, 0, Article::reading_time) }
}

// ---- places

/// Where bytes `start` to `end` of the body text stand in the document: ranges in order, touching ones joined.
///
/// Writes up to `capacity` of them to `spans`, which may be NULL when that is 0, and returns how many there are. A `start`
/// that is not below `end` gives none, and an `end` behind the text counts as its end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_locate(
    article: *const nutgraf_article,
    start: usize,
    end: usize,
    spans: *mut Span,
    capacity: usize,
) -> usize {
    // SAFETY: the contract of the header.
    unsafe { located(article, start..end, spans, capacity, |a, range| a.locate(range)) }
}

/// The same for the clean text of a segment; none for an index that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_article_segment_locate(
    article: *const nutgraf_article,
    index: usize,
    start: usize,
    end: usize,
    spans: *mut Span,
    capacity: usize,
) -> usize {
    let locate = |a: &Article, range| segment(a, index).map(|segment| segment.locate(range)).unwrap_or_default();
    // SAFETY: the contract of the header.
    unsafe { located(article, start..end, spans, capacity, locate) }
}

/// # Safety
///
/// As for [`view`], and `spans` is NULL or of `capacity` writable spans.
unsafe fn located(
    article: *const nutgraf_article,
    range: Range<usize>,
    spans: *mut Span,
    capacity: usize,
    locate: impl FnOnce(&Article, Range<usize>) -> Vec<Span>,
) -> usize {
    // SAFETY: the caller's contract.
    let found = unsafe { view(article, Vec::new(), |article| locate(article, range)) };
    if !spans.is_null() {
        // SAFETY: not NULL and of `capacity` spans by the contract; `found` is memory of our own.
        unsafe { spans.copy_from_nonoverlapping(found.as_ptr(), found.len().min(capacity)) };
    }
    found.len()
}

/// An offset into the document, in another unit (`nutgraf_offset_unit`). One inside a character is taken as that
/// character's start, one behind the end of the document as the end.
///
/// Errors: NULL_POINTER; INVALID_ARGUMENT for an unknown unit; PANIC. `*out` is 0 then.
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

/// Writes the article out in a `nutgraf_format`. `options` may be NULL. `*out` is to be freed by `nutgraf_string_free`.
///
/// Errors: NULL_POINTER; INVALID_ARGUMENT for an unknown format or options that cannot be; PANIC. `*out` is NULL and 0 then.
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
