//! The article.

use nutgraf::{OffsetUnit, Span};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDelta, PyDict, PyString, PyTuple};

use crate::view::{Items, View};
use crate::{dates, names};

/// An article: what was said, by whom, when, in which sections; and all that stood around it, with reasons.
///
/// nutgraf.from_text, from_html and from_json make it. It is immutable, can be shared between threads, compared,
/// hashed, copied and pickled. Offsets are code points: article.document[s.start:s.end] are the characters of a
/// segment s.
#[pyclass(frozen, weakref, module = "nutgraf")]
pub(crate) struct Article {
    pub(crate) core: nutgraf::Article,
    /// The document as a Python object, made once.
    document: PyOnceLock<Py<PyString>>,
    /// The body text as a Python object, made once.
    text: PyOnceLock<Py<PyString>>,
}

impl Article {
    pub(crate) fn new(core: nutgraf::Article) -> Self {
        Self { core, document: PyOnceLock::new(), text: PyOnceLock::new() }
    }

    /// An offset of the document, in code points.
    pub(crate) fn place(&self, byte: u32) -> usize {
        self.core.offsets().convert(byte as usize, OffsetUnit::Byte, OffsetUnit::CodePoint)
    }

    /// An offset of the body text, in code points.
    pub(crate) fn text_place(&self, byte: u32) -> usize {
        self.core.text_offsets().convert(byte as usize, OffsetUnit::Byte, OffsetUnit::CodePoint)
    }
}

/// A range that a caller gave, which counts from 0.
pub(crate) fn range(start: isize, end: isize) -> PyResult<std::ops::Range<usize>> {
    match (usize::try_from(start), usize::try_from(end)) {
        (Ok(start), Ok(end)) => Ok(start..end),
        _ => Err(PyValueError::new_err(format!("a range counts from 0 and cannot be ({start}, {end})"))),
    }
}

/// Spans as a list of tuples.
pub(crate) fn tuples(spans: Vec<Span>) -> Vec<(u32, u32)> {
    spans.into_iter().map(|span| (span.start, span.end)).collect()
}

#[pymethods]
impl Article {
    /// The text that offsets index.
    ///
    /// Of a dump, the decoded dump without its byte order mark; of a page, the text that it shows.
    #[getter]
    fn document<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.document.get_or_init(py, || PyString::new(py, self.core.document()).unbind()).bind(py).clone()
    }

    /// The body, a blank line between two blocks.
    ///
    /// Headings, paragraphs, list items, quotes, code, tables and footnotes, or what body_kinds named.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        let core = &self.core;
        let text = || PyString::new(py, py.detach(|| core.text())).unbind();
        self.text.get_or_init(py, text).bind(py).clone()
    }

    /// The headline as printed, or None.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.core.title()
    }

    /// The authors' names as written.
    #[getter]
    fn authors(&self) -> Vec<&str> {
        self.core.authors()
    }

    /// When it was first published, or None.
    ///
    /// A datetime.datetime where the time is known, aware where the zone is known and naive where it is not; a
    /// datetime.date where only the day is known. Where only the month or the year is known it is None, and what is
    /// known stands in the value of the fact of field "date_published" in ISO 8601.
    #[getter]
    fn date_published<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        dates::to_python(py, self.core.date_published())
    }

    /// When it was last changed; as date_published.
    #[getter]
    fn date_modified<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        dates::to_python(py, self.core.date_modified())
    }

    /// The publication, or None.
    #[getter]
    fn publisher(&self) -> Option<&str> {
        self.core.publisher()
    }

    /// Language of the body as a BCP 47 tag, or None where it is not known.
    #[getter]
    fn language(&self) -> Option<&str> {
        self.core.language()
    }

    /// What the page is, such as "article" or "forum", or None where it was not judged.
    #[getter]
    fn page_type(&self) -> Option<&str> {
        self.core.page_type()
    }

    /// Estimated probability that the body is right, 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        names::number(self.core.confidence())
    }

    /// Whether the text is declared free, and how much of the article it is: an Access.
    #[getter]
    fn access<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let access = slf.get().core.access();
        let evidence = View::picked(slf, Items::Fact, access.evidence().map(|fact| fact.index()));
        names::access(slf.py(), access.is_accessible_for_free(), access.status(), evidence)
    }

    /// Every segment of the document, in pre-order: a container stands before what it holds.
    #[getter]
    fn segments(slf: &Bound<'_, Self>) -> View {
        View::all(slf, Items::Segment)
    }

    /// The sections at the top, in order: a heading with what follows.
    ///
    /// What stands before the first heading is a section without one, and so is an entry of a live blog that has only
    /// its time. Each has those below it in its own sections.
    #[getter]
    fn sections(slf: &Bound<'_, Self>) -> View {
        View::picked(slf, Items::Section, slf.get().core.top_sections().map(|section| section.index()))
    }

    /// The paragraphs of the body, those of lists and quotes too.
    #[getter]
    fn paragraphs(slf: &Bound<'_, Self>) -> View {
        View::all(slf, Items::Paragraph)
    }

    /// The sentences of the body, headings included, code and tables not.
    #[getter]
    fn sentences(slf: &Bound<'_, Self>) -> View {
        View::all(slf, Items::Sentence)
    }

    /// The words of the body by the rules of Unicode (UAX 29).
    #[getter]
    fn words(slf: &Bound<'_, Self>) -> View {
        View::all(slf, Items::Word)
    }

    /// Inline structure of the document, sorted by start: links, images, emphasis, layout characters.
    #[getter]
    fn marks(slf: &Bound<'_, Self>) -> View {
        View::all(slf, Items::Mark)
    }

    /// The links of the body: marks of kind "link", whose target is an address.
    ///
    /// It is absolute where the address of the page is known, by the url that was given or by the page itself. Links
    /// of menus and other boilerplate are among the marks.
    #[getter]
    fn links(slf: &Bound<'_, Self>) -> View {
        View::picked(slf, Items::Mark, slf.get().core.links().map(|mark| mark.index()))
    }

    /// The images of the body, in a text and between two: marks of kind "image", with target and alt.
    #[getter]
    fn images(slf: &Bound<'_, Self>) -> View {
        View::picked(slf, Items::Mark, slf.get().core.images().map(|mark| mark.index()))
    }

    /// The tables of the body: each a list of rows, a row a list of the texts of its cells.
    #[getter]
    fn tables(&self) -> Vec<Vec<Vec<String>>> {
        self.core.tables().map(|table| table.rows()).collect()
    }

    /// Every fact with its rivals, sorted by field and, the best first, by rank.
    #[getter]
    fn facts(slf: &Bound<'_, Self>) -> View {
        View::all(slf, Items::Fact)
    }

    /// What the caller may want to know: replaced bytes, limits, contradictions.
    #[getter]
    fn warnings(slf: &Bound<'_, Self>) -> View {
        View::all(slf, Items::Warning)
    }

    /// Number of words of the body by the rules of Unicode (UAX 29).
    #[getter]
    fn word_count(&self, py: Python<'_>) -> usize {
        let core = &self.core;
        py.detach(|| core.word_count())
    }

    /// Time to read the body, a datetime.timedelta of whole seconds.
    ///
    /// It is what the text declares, else computed at 238 words a minute, or at 500 characters where words are not
    /// parted by spaces.
    #[getter]
    fn reading_time<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDelta>> {
        let core = &self.core;
        let seconds = py.detach(|| core.reading_time());
        let (days, seconds) = (seconds / 86_400, seconds % 86_400);
        PyDelta::new(py, days as i32, seconds as i32, 0, false)
    }

    /// The kinds that the body text is made of.
    #[getter]
    fn body_kinds<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.core.body_kinds().iter().map(|&kind| names::member(py, kind)).collect::<Vec<_>>())
    }

    /// The unit in which the source of a segment counts: "code_point" for a str, "byte" for bytes.
    #[getter]
    fn source_unit(&self) -> &'static str {
        self.core.source_unit().name()
    }

    /// Where a range of article.text stands in the document: a list of (start, end), in order.
    ///
    /// Both count code points: article.document[start:end] of the pairs have the letters of article.text[start:end].
    /// Blank lines between blocks stand nowhere. An end beyond the text is taken as its end; a range that is empty or
    /// whose end lies before its start stands nowhere.
    fn locate(&self, start: isize, end: isize) -> PyResult<Vec<(u32, u32)>> {
        Ok(tuples(self.core.locate_in(range(start, end)?, OffsetUnit::CodePoint)))
    }

    /// Title and body as CommonMark with GFM tables, which a parser reads back as the same blocks.
    ///
    /// Of what is not body, only the title and the captions of figures are there. Links lead to pages, mail and
    /// telephone numbers only.
    fn to_markdown(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_markdown())
    }

    /// Title and body as a fragment of HTML: what to_markdown gives, in semantic elements.
    ///
    /// It holds no script, style, event handler or embedded document, and no address that could run something, whatever
    /// the page held; images are fetched from where they were.
    fn to_html(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_html())
    }

    /// JSON-LD in the terms of schema.org, on one line: facts and body text.
    ///
    /// A NewsArticle, or what else the facts say that it is. Its context stands in it, so that nothing is fetched to
    /// expand it. Annotations say where facts and segments stand: in the document, or, as source does, in the input.
    fn to_jsonld(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_jsonld())
    }

    /// A news object of IPTC ninjs 3.3, on one line: facts, and the body as text and as HTML.
    ///
    /// What ninjs has no property for stands in its descriptions, a date without a time and a zone too; there is no
    /// place for spans.
    fn to_ninjs(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_ninjs())
    }

    /// A document of TEI P5: facts in the header, the body in nested divisions, and the furniture around it.
    ///
    /// Attributes named source say where an element stands: in the document, or, as a fact's source, in the input.
    fn to_tei(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_tei())
    }

    /// The body text, with a line feed at its end when it is not empty.
    fn to_text(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_text())
    }

    /// The whole record as JSON, offsets in code points; from_json makes an equal article of it.
    fn to_json(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_json_in(OffsetUnit::CodePoint))
    }

    /// The whole record as plain data: what to_json writes, read by the json module. Dates are ISO 8601.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        Ok(py.import("json")?.call_method1("loads", (self.to_json(py),))?.cast_into()?)
    }

    /// What a notebook shows: the document, each segment tinted by its role.
    ///
    /// What is left out of the body is dimmed, with its kind and, on hovering, its reason. No more than the first 256
    /// KiB of the document are shown.
    fn _repr_html_(&self, py: Python<'_>) -> String {
        let core = &self.core;
        py.detach(|| core.to_report())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let title = match self.core.title() {
            Some(title) => PyString::new(py, title).repr()?.extract::<String>()?,
            None => "None".to_owned(),
        };
        let segments = self.core.segments().len();
        Ok(format!("<nutgraf.Article title={title} segments={segments}>"))
    }

    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> bool {
        slf.is(other) || slf.get().core == other.get().core
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        // Equal articles have equal documents, and Python keeps the hash of a str.
        self.document(py).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let core = &self.core;
        Ok((py.import("nutgraf")?.getattr("from_json")?, (py.detach(|| core.to_json()),)))
    }

    fn __copy__<'a, 'py>(slf: &'a Bound<'py, Self>) -> &'a Bound<'py, Self> {
        slf
    }

    fn __deepcopy__<'a, 'py>(slf: &'a Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> &'a Bound<'py, Self> {
        slf
    }
}
