//! What an article is made of: small objects that hold the article and an index, made when they are asked for.

use std::sync::atomic::{AtomicUsize, Ordering};

use nutgraf::{
    FactRef, MarkRef, OffsetUnit, ParagraphRef, SectionRef, SegmentRef, SentenceRef, Span, WarningRef, WordRef,
};
use pyo3::exceptions::{PyIndexError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PySequence, PySlice, PyString};

use crate::article::{Article, range, tuples};
use crate::names::{member, number, reason};

/// What a view is of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Items {
    Segment,
    Section,
    Paragraph,
    Sentence,
    Word,
    Mark,
    Fact,
    Warning,
}

impl Items {
    const ALL: [Self; 8] = [
        Self::Segment,
        Self::Section,
        Self::Paragraph,
        Self::Sentence,
        Self::Word,
        Self::Mark,
        Self::Fact,
        Self::Warning,
    ];

    /// Name of the class, for pickles.
    fn name(self) -> &'static str {
        match self {
            Self::Segment => "Segment",
            Self::Section => "Section",
            Self::Paragraph => "Paragraph",
            Self::Sentence => "Sentence",
            Self::Word => "Word",
            Self::Mark => "Mark",
            Self::Fact => "Fact",
            Self::Warning => "Warning",
        }
    }

    fn from_name(name: &str) -> PyResult<Self> {
        let known = Self::ALL.into_iter().find(|items| items.name() == name);
        known.ok_or_else(|| PyValueError::new_err(format!("an article has no items of class {name:?}")))
    }

    /// How many of them an article has.
    fn count(self, article: &nutgraf::Article) -> usize {
        match self {
            Self::Segment => article.segments().len(),
            Self::Section => article.sections().len(),
            Self::Paragraph => article.paragraphs().len(),
            Self::Sentence => article.sentences().len(),
            Self::Word => article.words().len(),
            Self::Mark => article.marks().len(),
            Self::Fact => article.facts().len(),
            Self::Warning => article.warnings().len(),
        }
    }

    /// The item at an index, which is less than the count.
    fn make<'py>(self, article: &Bound<'py, Article>, index: u32) -> PyResult<Bound<'py, PyAny>> {
        let py = article.py();
        let article = article.clone().unbind();
        Ok(match self {
            Self::Segment => Bound::new(py, Segment { article, index })?.into_any(),
            Self::Section => Bound::new(py, Section { article, index })?.into_any(),
            Self::Paragraph => Bound::new(py, Paragraph { article, index })?.into_any(),
            Self::Sentence => Bound::new(py, Sentence { article, index })?.into_any(),
            Self::Word => Bound::new(py, Word { article, index })?.into_any(),
            Self::Mark => Bound::new(py, Mark { article, index })?.into_any(),
            Self::Fact => Bound::new(py, Fact { article, index })?.into_any(),
            Self::Warning => Bound::new(py, Warning { article, index })?.into_any(),
        })
    }
}

/// What a pickle holds: a function, and the article, class and index or indices that it is called with.
type Reduced<'a, 'py, T> = (Bound<'py, PyAny>, (&'a Py<Article>, &'static str, T));

/// Makes one item again, for pickles.
#[pyfunction]
#[pyo3(signature = (article, name, index, /), text_signature = "(article, name, index, /)")]
pub(crate) fn _item<'py>(article: &Bound<'py, Article>, name: &str, index: u32) -> PyResult<Bound<'py, PyAny>> {
    let items = Items::from_name(name)?;
    if index as usize >= items.count(&article.get().core) {
        return Err(PyIndexError::new_err(format!("the article has no {name} {index}")));
    }
    items.make(article, index)
}

/// Makes a view again, for pickles.
#[pyfunction]
#[pyo3(signature = (article, name, indices, /), text_signature = "(article, name, indices, /)")]
pub(crate) fn _view(article: &Bound<'_, Article>, name: &str, indices: Vec<u32>) -> PyResult<View> {
    let items = Items::from_name(name)?;
    let count = items.count(&article.get().core);
    match indices.iter().find(|&&index| index as usize >= count) {
        Some(index) => Err(PyIndexError::new_err(format!("the article has no {name} {index}"))),
        None => Ok(View::picked(article, items, indices.into_iter())),
    }
}

/// Indices of items.
#[derive(Clone)]
enum Picks {
    /// `length` of them from `start` on, `step` apart.
    Range {
        start: isize,
        step: isize,
        length: usize,
    },
    List(Vec<u32>),
}

/// A sequence of items of an article that makes each one when it is asked for.
///
/// It is read-only, and a slice of it is another. list() of it makes all items at once.
#[pyclass(frozen, generic, sequence, module = "nutgraf")]
pub(crate) struct View {
    article: Py<Article>,
    items: Items,
    picks: Picks,
}

impl View {
    /// All items of a class.
    pub(crate) fn all(article: &Bound<'_, Article>, items: Items) -> Self {
        // Sentences and words are computed here, and others shall not wait for that.
        let core = &article.get().core;
        let length = article.py().detach(|| items.count(core));
        Self { article: article.clone().unbind(), items, picks: Picks::Range { start: 0, step: 1, length } }
    }

    /// Some items of a class.
    pub(crate) fn picked(article: &Bound<'_, Article>, items: Items, indices: impl Iterator<Item = u32>) -> Self {
        Self { article: article.clone().unbind(), items, picks: Picks::List(indices.collect()) }
    }

    fn length(&self) -> usize {
        match &self.picks {
            Picks::Range { length, .. } => *length,
            Picks::List(list) => list.len(),
        }
    }

    /// The item at a place of the view.
    fn item<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.index_at(at).map(|index| self.items.make(self.article.bind(py), index)).transpose()
    }

    fn index_at(&self, at: usize) -> Option<u32> {
        match &self.picks {
            Picks::Range { start, step, length } => (at < *length).then(|| (start + step * at as isize) as u32),
            Picks::List(list) => list.get(at).copied(),
        }
    }

    fn indices(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.length()).filter_map(|at| self.index_at(at))
    }

    /// The first place, of those from `from` to `to`, whose item equals a value.
    fn find(&self, value: &Bound<'_, PyAny>, from: usize, to: usize) -> PyResult<Option<usize>> {
        for at in from..to.min(self.length()) {
            if let Some(item) = self.item(value.py(), at)?
                && item.eq(value)?
            {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }
}

#[pymethods]
impl View {
    fn __len__(&self) -> usize {
        self.length()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        if let Ok(slice) = index.cast::<PySlice>() {
            let slice = slice.indices(self.length() as isize)?;
            let picks = match &self.picks {
                Picks::Range { start, step, .. } => Picks::Range {
                    start: start + step * slice.start,
                    step: step * slice.step,
                    length: slice.slicelength,
                },
                Picks::List(list) => {
                    let at = (0..slice.slicelength as isize).map(|i| (slice.start + slice.step * i) as usize);
                    Picks::List(at.filter_map(|at| list.get(at).copied()).collect())
                }
            };
            let view = Self { article: self.article.clone_ref(py), items: self.items, picks };
            return Ok(Bound::new(py, view)?.into_any());
        }
        let Ok(index) = index.extract::<isize>() else {
            let name = index.get_type().fully_qualified_name()?;
            return Err(PyTypeError::new_err(format!("an index is an int or a slice, not {name}")));
        };
        let at = if index < 0 { index + self.length() as isize } else { index };
        let item = usize::try_from(at).ok().map(|at| self.item(py, at)).transpose()?.flatten();
        item.ok_or_else(|| PyIndexError::new_err(format!("index {index} is out of range: there are {}", self.length())))
    }

    fn __iter__(slf: &Bound<'_, Self>) -> ViewIterator {
        ViewIterator { view: slf.clone().unbind(), next: AtomicUsize::new(0), step: 1 }
    }

    fn __reversed__(slf: &Bound<'_, Self>) -> ViewIterator {
        ViewIterator {
            view: slf.clone().unbind(),
            next: AtomicUsize::new(slf.get().length().wrapping_sub(1)),
            step: -1,
        }
    }

    fn __contains__(&self, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(self.find(value, 0, usize::MAX)?.is_some())
    }

    /// The first place of a value; ValueError when it is not there.
    #[pyo3(signature = (value, start=0, stop=None), text_signature = "($self, value, start=0, stop=None)")]
    fn index(&self, value: &Bound<'_, PyAny>, start: isize, stop: Option<isize>) -> PyResult<usize> {
        let length = self.length();
        let place = |at: isize| if at < 0 { length.saturating_sub(at.unsigned_abs()) } else { at as usize };
        let found = self.find(value, place(start), stop.map_or(usize::MAX, place))?;
        found.ok_or_else(|| PyValueError::new_err("the value is not among the items"))
    }

    /// How often a value is there.
    fn count(&self, value: &Bound<'_, PyAny>) -> PyResult<usize> {
        let (mut count, mut from) = (0, 0);
        while let Some(at) = self.find(value, from, usize::MAX)? {
            (count, from) = (count + 1, at + 1);
        }
        Ok(count)
    }

    fn __eq__(&self, py: Python<'_>, other: &Self) -> PyResult<bool> {
        Ok(self.items == other.items
            && self.length() == other.length()
            && self.indices().eq(other.indices())
            && self.article.bind(py).eq(other.article.bind(py))?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (self.article.bind(py).hash()?, self.items.name(), self.length()).into_pyobject(py)?.hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'_, 'py, Vec<u32>>> {
        let make = py.import("nutgraf._nutgraf")?.getattr("_view")?;
        Ok((make, (&self.article, self.items.name(), self.indices().collect())))
    }

    fn __copy__<'a, 'py>(slf: &'a Bound<'py, Self>) -> &'a Bound<'py, Self> {
        slf
    }

    fn __deepcopy__<'a, 'py>(slf: &'a Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> &'a Bound<'py, Self> {
        slf
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        const SHOWN: usize = 20;
        let mut out = Vec::new();
        for at in 0..self.length().min(SHOWN) {
            if let Some(item) = self.item(py, at)? {
                out.push(item.repr()?.extract::<String>()?);
            }
        }
        if self.length() > SHOWN {
            out.push(format!("... {} more", self.length() - SHOWN));
        }
        Ok(format!("[{}]", out.join(",\n ")))
    }
}

/// Goes through a view.
#[pyclass(frozen, module = "nutgraf._nutgraf")]
struct ViewIterator {
    view: Py<View>,
    next: AtomicUsize,
    step: isize,
}

#[pymethods]
impl ViewIterator {
    fn __iter__<'a, 'py>(slf: &'a Bound<'py, Self>) -> &'a Bound<'py, Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let view = self.view.get();
        // Past either end it stands still: the place before the first is `usize::MAX`.
        let step = |at: usize| (at < view.length()).then(|| at.wrapping_add_signed(self.step));
        match self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step) {
            Ok(at) => view.item(py, at),
            Err(_) => Ok(None),
        }
    }

    fn __length_hint__(&self) -> usize {
        let (at, length) = (self.next.load(Ordering::Relaxed), self.view.get().length());
        match self.step {
            1 => length - at.min(length),
            _ => at.wrapping_add(1).min(length),
        }
    }
}

/// What all items do: two are equal when they are the same of equal articles.
macro_rules! item {
    ($class:ident, $reference:ident, $get:ident) => {
        impl $class {
            fn core(&self) -> PyResult<$reference<'_>> {
                let item = self.article.get().core.$get(self.index);
                item.ok_or_else(|| PyIndexError::new_err("the article has no such item"))
            }
        }

        #[pymethods]
        impl $class {
            fn __eq__(&self, py: Python<'_>, other: &Self) -> PyResult<bool> {
                Ok(self.index == other.index && self.article.bind(py).eq(other.article.bind(py))?)
            }

            fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
                (self.article.bind(py).hash()?, self.index).into_pyobject(py)?.hash()
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'_, 'py, u32>> {
                let make = py.import("nutgraf._nutgraf")?.getattr("_item")?;
                Ok((make, (&self.article, stringify!($class), self.index)))
            }

            fn __copy__<'a, 'py>(slf: &'a Bound<'py, Self>) -> &'a Bound<'py, Self> {
                slf
            }

            fn __deepcopy__<'a, 'py>(slf: &'a Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> &'a Bound<'py, Self> {
                slf
            }
        }
    };
}

/// A text as `repr` shows it, its end cut off where it is long.
fn short(py: Python<'_>, text: &str) -> PyResult<String> {
    const SHOWN: usize = 60;
    let text = match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    };
    PyString::new(py, &text).repr()?.extract()
}

/// A stretch of the document: what it is, where it is, and why we think so.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Segment {
    article: Py<Article>,
    index: u32,
}

item!(Segment, SegmentRef, segment);

#[pymethods]
impl Segment {
    /// Its index in article.segments.
    #[getter]
    fn index(&self) -> u32 {
        self.index
    }

    /// What it is.
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(member(py, self.core()?.kind()))
    }

    /// What it is to the article.
    #[getter]
    fn role<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(member(py, self.core()?.role()))
    }

    /// Level of a heading, 2 to 6; 0 on all else.
    #[getter]
    fn level(&self) -> PyResult<u32> {
        Ok(self.core()?.level())
    }

    /// Where it begins in article.document.
    #[getter]
    fn start(&self) -> PyResult<usize> {
        Ok(self.article.get().place(self.core()?.span().start))
    }

    /// Where it ends in article.document.
    #[getter]
    fn end(&self) -> PyResult<usize> {
        Ok(self.article.get().place(self.core()?.span().end))
    }

    /// Clean text: unwrapped, white space folded, layout taken off.
    ///
    /// It is empty for a container, whose text is in its leaves.
    #[getter]
    fn text(&self) -> PyResult<&str> {
        Ok(self.core()?.text())
    }

    /// Where it came from in what the caller gave, as (start, end): code points of a str, bytes of bytes.
    #[getter]
    fn source(&self) -> PyResult<(u32, u32)> {
        let Span { start, end } = self.core()?.source();
        Ok((start, end))
    }

    /// Estimated probability that role and kind are right, 0 to 1; 0.5 where no rule or model decided.
    #[getter]
    fn confidence(&self) -> PyResult<f64> {
        Ok(number(self.core()?.confidence()))
    }

    /// Why it is taken for what it is, the strongest evidence first.
    #[getter]
    fn reasons<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        self.core()?.reasons().iter().map(|r| reason(py, r)).collect()
    }

    /// The strongest evidence as a sentence for people.
    #[getter]
    fn reason(&self) -> PyResult<&'static str> {
        Ok(self.core()?.reason())
    }

    /// The segments directly inside it.
    #[getter]
    fn children(&self, py: Python<'_>) -> PyResult<View> {
        Ok(View::picked(self.article.bind(py), Items::Segment, self.core()?.children().map(|child| child.index())))
    }

    /// The segment that this one goes on with after an interruption, or None.
    #[getter]
    fn continues(&self, py: Python<'_>) -> PyResult<Option<Self>> {
        let before = self.core()?.continues();
        Ok(before.map(|before| Self { article: self.article.clone_ref(py), index: before.index() }))
    }

    /// Whether it holds other segments and has no text of its own.
    #[getter]
    fn is_container(&self) -> PyResult<bool> {
        Ok(self.core()?.kind().is_container())
    }

    /// Whether it is a list whose items are numbered.
    #[getter]
    fn ordered(&self) -> PyResult<bool> {
        Ok(self.core()?.is_ordered())
    }

    /// Number of the first item of an ordered list; 0 on all else.
    #[getter]
    fn list_start(&self) -> PyResult<u32> {
        Ok(self.core()?.record().list_start)
    }

    /// Whether it is a table cell that heads its row or column.
    #[getter]
    fn header(&self) -> PyResult<bool> {
        Ok(self.core()?.is_header())
    }

    /// Columns that a table cell spans, 1 or more; 0 on all else.
    #[getter]
    fn column_span(&self) -> PyResult<u32> {
        Ok(self.core()?.record().column_span)
    }

    /// Rows that a table cell spans, 1 or more; 0 on all else.
    #[getter]
    fn row_span(&self) -> PyResult<u32> {
        Ok(self.core()?.record().row_span)
    }

    /// Language of code, as written where it was declared, or None.
    #[getter]
    fn code_language(&self) -> PyResult<Option<&str>> {
        Ok(self.core()?.code_language())
    }

    /// Where a range of this segment's text stands in article.document; as Article.locate.
    fn locate(&self, start: isize, end: isize) -> PyResult<Vec<(u32, u32)>> {
        Ok(tuples(self.core()?.locate_in(range(start, end)?, OffsetUnit::CodePoint)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (segment, start, end) = (self.core()?, self.start()?, self.end()?);
        let (role, kind, text) = (segment.role(), segment.kind(), short(py, segment.text())?);
        Ok(format!("<nutgraf.Segment {role} {kind} {start}:{end} {text}>"))
    }
}

/// A section of the body: a heading with what follows, up to the next heading of its level or above.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Section {
    article: Py<Article>,
    index: u32,
}

item!(Section, SectionRef, section);

#[pymethods]
impl Section {
    /// Text of its heading; None for what stands before the first one.
    #[getter]
    fn heading(&self) -> PyResult<Option<&str>> {
        Ok(self.core()?.heading().map(|heading| heading.text()))
    }

    /// Level of its heading, 2 to 6; 0 without one.
    #[getter]
    fn level(&self) -> PyResult<u32> {
        Ok(self.core()?.level())
    }

    /// Its own paragraphs, without those of the sections inside it.
    #[getter]
    fn paragraphs(&self, py: Python<'_>) -> PyResult<View> {
        let indices = self.core()?.paragraphs().map(|paragraph| paragraph.index());
        Ok(View::picked(self.article.bind(py), Items::Paragraph, indices))
    }

    /// Its own segments of the body, heading included, without those of the sections inside it.
    #[getter]
    fn segments(&self, py: Python<'_>) -> PyResult<View> {
        let indices = self.core()?.segments().map(|segment| segment.index());
        Ok(View::picked(self.article.bind(py), Items::Segment, indices))
    }

    /// The sections directly inside it.
    #[getter]
    fn sections(&self, py: Python<'_>) -> PyResult<View> {
        let indices = self.core()?.sections().map(|section| section.index());
        Ok(View::picked(self.article.bind(py), Items::Section, indices))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let section = self.core()?;
        let heading = section.heading().map_or(Ok("None".to_owned()), |heading| short(py, heading.text()))?;
        let (paragraphs, sections) = (section.paragraphs().len(), section.sections().count());
        let level = section.level();
        Ok(format!("<nutgraf.Section {heading} level={level} paragraphs={paragraphs} sections={sections}>"))
    }
}

/// What stretches of the body text have in common: text and places.
macro_rules! stretch {
    ($class:ident) => {
        #[pymethods]
        impl $class {
            /// Its clean text, article.text[text_start:text_end].
            #[getter]
            fn text(&self) -> PyResult<&str> {
                Ok(self.core()?.text())
            }

            /// Where its first character stands in article.document.
            #[getter]
            fn start(&self) -> PyResult<usize> {
                Ok(self.article.get().place(self.core()?.span().start))
            }

            /// Where its last character ends in article.document.
            #[getter]
            fn end(&self) -> PyResult<usize> {
                Ok(self.article.get().place(self.core()?.span().end))
            }

            /// Where it begins in article.text.
            #[getter]
            fn text_start(&self) -> PyResult<usize> {
                Ok(self.article.get().text_place(self.core()?.record().text.start))
            }

            /// Where it ends in article.text.
            #[getter]
            fn text_end(&self) -> PyResult<usize> {
                Ok(self.article.get().text_place(self.core()?.record().text.end))
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let (start, end, text) = (self.start()?, self.end()?, short(py, self.text()?)?);
                Ok(format!(concat!("<nutgraf.", stringify!($class), " {}:{} {}>"), start, end, text))
            }
        }
    };
}

/// A paragraph of the body; one that was interrupted is whole here.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Paragraph {
    article: Py<Article>,
    index: u32,
}

item!(Paragraph, ParagraphRef, paragraph);
stretch!(Paragraph);

#[pymethods]
impl Paragraph {
    /// Its sentences.
    #[getter]
    fn sentences(&self, py: Python<'_>) -> PyResult<View> {
        let indices = self.core()?.sentences().map(|sentence| sentence.index());
        Ok(View::picked(self.article.bind(py), Items::Sentence, indices))
    }
}

/// A sentence of the body.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Sentence {
    article: Py<Article>,
    index: u32,
}

item!(Sentence, SentenceRef, sentence);
stretch!(Sentence);

/// A word of the body.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Word {
    article: Py<Article>,
    index: u32,
}

item!(Word, WordRef, word);
stretch!(Word);

/// Inline structure over the document: a link, an image, emphasis, layout characters.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Mark {
    article: Py<Article>,
    index: u32,
}

item!(Mark, MarkRef, mark);

#[pymethods]
impl Mark {
    /// What it is.
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(member(py, self.core()?.kind()))
    }

    /// Where it begins in article.document.
    #[getter]
    fn start(&self) -> PyResult<usize> {
        Ok(self.article.get().place(self.core()?.span().start))
    }

    /// Where it ends in article.document.
    #[getter]
    fn end(&self) -> PyResult<usize> {
        Ok(self.article.get().place(self.core()?.span().end))
    }

    /// The characters that it covers, as they stand in the document.
    #[getter]
    fn text(&self) -> PyResult<&str> {
        Ok(&self.article.get().core.document()[self.core()?.span().range()])
    }

    /// Where it came from in what the caller gave, as (start, end), an image from its tag.
    ///
    /// It counts code points of a str, and bytes of bytes.
    #[getter]
    fn source(&self) -> PyResult<(u32, u32)> {
        let Span { start, end } = self.core()?.source();
        Ok((start, end))
    }

    /// Address of a link or image, or None: absolute where the address of the page is known.
    #[getter]
    fn target(&self) -> PyResult<Option<&str>> {
        Ok(self.core()?.target())
    }

    /// Alternative text of an image, or of the image that a link is around, or None.
    #[getter]
    fn alt(&self) -> PyResult<Option<&str>> {
        Ok(self.core()?.alt())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (mark, start, end) = (self.core()?, self.start()?, self.end()?);
        let target =
            mark.target().map_or(Ok(String::new()), |target| Ok::<_, PyErr>(format!(" {}", short(py, target)?)))?;
        Ok(format!("<nutgraf.Mark {} {start}:{end} {}{target}>", mark.kind(), short(py, self.text()?)?))
    }
}

/// One piece of metadata, with the place where it was found.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Fact {
    article: Py<Article>,
    index: u32,
}

item!(Fact, FactRef, fact);

#[pymethods]
impl Fact {
    /// What it is about.
    #[getter]
    fn field<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(member(py, self.core()?.field()))
    }

    /// A number: facts with one subject describe one thing, as an author's name and role do.
    #[getter]
    fn subject(&self) -> PyResult<u32> {
        Ok(self.core()?.subject())
    }

    /// As written.
    #[getter]
    fn text(&self) -> PyResult<&str> {
        Ok(self.core()?.text())
    }

    /// Normalised: dates in ISO 8601 at their own precision, languages in BCP 47.
    #[getter]
    fn value(&self) -> PyResult<&str> {
        Ok(self.core()?.value())
    }

    /// Where it begins in article.document, or None where it does not stand there.
    #[getter]
    fn start(&self) -> PyResult<Option<usize>> {
        Ok(self.core()?.span().map(|span| self.article.get().place(span.start)))
    }

    /// Where it ends in article.document, or None where it does not stand there.
    #[getter]
    fn end(&self) -> PyResult<Option<usize>> {
        Ok(self.core()?.span().map(|span| self.article.get().place(span.end)))
    }

    /// Where it came from in what the caller gave, as (start, end), or None.
    #[getter]
    fn source(&self) -> PyResult<Option<(u32, u32)>> {
        Ok(self.core()?.source().map(|span| (span.start, span.end)))
    }

    /// Where it was found.
    #[getter]
    fn origin<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(member(py, self.core()?.origin()))
    }

    /// Estimated probability that it is right, 0 to 1.
    #[getter]
    fn confidence(&self) -> PyResult<f64> {
        Ok(number(self.core()?.confidence()))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fact = self.core()?;
        Ok(format!("<nutgraf.Fact {} {}>", fact.field(), short(py, fact.value())?))
    }
}

/// Something that the caller may want to know.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct Warning {
    article: Py<Article>,
    index: u32,
}

item!(Warning, WarningRef, warning);

#[pymethods]
impl Warning {
    /// What it warns of.
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(member(py, self.core()?.kind()))
    }

    /// What was wrong.
    #[getter]
    fn message(&self) -> PyResult<&str> {
        Ok(self.core()?.message())
    }

    /// Where it begins in article.document, or None where it is of no one place.
    #[getter]
    fn start(&self) -> PyResult<Option<usize>> {
        Ok(self.core()?.span().map(|span| self.article.get().place(span.start)))
    }

    /// Where it ends in article.document, or None where it is of no one place.
    #[getter]
    fn end(&self) -> PyResult<Option<usize>> {
        Ok(self.core()?.span().map(|span| self.article.get().place(span.end)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let warning = self.core()?;
        Ok(format!("<nutgraf.Warning {} {}>", warning.kind(), short(py, warning.message())?))
    }
}

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<View>()?;
    module.add_class::<Segment>()?;
    module.add_class::<Section>()?;
    module.add_class::<Paragraph>()?;
    module.add_class::<Sentence>()?;
    module.add_class::<Word>()?;
    module.add_class::<Mark>()?;
    module.add_class::<Fact>()?;
    module.add_class::<Warning>()?;
    PySequence::register::<View>(module.py())
}
