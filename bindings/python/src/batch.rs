//! Many documents at a time.

use std::num::NonZero;
use std::time::{Duration, Instant};

use arrow_array::{Array, ArrayRef, StructArray};
use arrow_schema::Fields;
use nutgraf::{OffsetUnit, Reader};
use nutgraf_batch::{Document, Failure, Form, Step, check, ordered, text, values};
use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyList, PyString, PyTuple};

use crate::arrow;
use crate::article::Article;
use crate::options::{Input, raise, reader};

/// Time after which Ctrl-C is noticed, at most, beside that of the documents that are being read.
const PULSE: Duration = Duration::from_millis(50);

/// Reads the articles in a column of documents: rows of Arrow, one a document, in order.
///
/// documents is any object with the Arrow PyCapsule interface (an array or chunked array of pyarrow, a series of Polars
/// or pandas) whose values are strings or binary; or a list of str or bytes-like objects, or of pairs of one and its
/// address. The result has that interface, too: pyarrow.record_batch(batch), polars.DataFrame(batch) and others take it
/// without a copy. Its columns are those of batch_schema().
///
/// No document raises: one that is null, over max_bytes or otherwise refused is a row whose error says why. One with an
/// article has null there.
///
/// - input: "html", "text", or "auto": a page or a dump, whichever the document looks like.
/// - segments: adds the columns document and segments.
/// - threads: how many read; as many as there are processors without it. Other threads of Python run meanwhile, and
///   Ctrl-C ends the work soon.
/// - url, content_type: a str for all documents, or a column as long as the first.
///
/// All else is as for from_html. Raises what it raises for options, and TypeError for a column of another type.
#[pyfunction]
#[pyo3(
    signature = (documents, /, *, input = "auto", segments = false, threads = None, url = None, content_type = None, **options),
    text_signature = "(documents, /, *, input='auto', segments=False, threads=None, url=None, content_type=None, \
        encoding=None, language=None, reference_date=None, focus='balanced', body_kinds=None, max_bytes=None)"
)]
#[allow(clippy::too_many_arguments)]
fn extract_batch(
    documents: &Bound<'_, PyAny>,
    input: &str,
    segments: bool,
    threads: Option<usize>,
    url: Option<&Bound<'_, PyAny>>,
    content_type: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Batch> {
    let py = documents.py();
    let (form, threads) = (parse_form(input)?, parse_threads(threads)?);
    let mut reader = checked_reader(py, options)?;
    let list = documents.cast::<PyList>().ok().map(List::new);
    let chunks = if list.is_some() { Vec::new() } else { column("documents", documents)? };
    let expected = list.as_ref().map_or_else(|| rows(&chunks), |list| list.0.len());
    let mut beside = |name: &str, value: Option<&Bound<'_, PyAny>>, set: fn(Reader, String) -> Reader| {
        let Some(value) = value else { return Ok(Vec::new()) };
        if let Ok(text) = value.cast::<PyString>() {
            reader = set(reader.clone(), text.extract()?);
            return Ok(Vec::new());
        }
        let chunks = column(name, value)?;
        match rows(&chunks) {
            found if found == expected => Ok(chunks),
            found => Err(PyValueError::new_err(format!("argument '{name}': {found} rows for {expected} documents"))),
        }
    };
    let urls = beside("url", url, Reader::url)?;
    let content_types = beside("content_type", content_type, Reader::content_type)?;
    let unreadable = |error: PyErr| no_document(Failure::Unreadable(error.value(py).to_string()));
    let listed = list.iter().flat_map(|list| list.documents(py)).map(|document| document.unwrap_or_else(unreadable));
    let listed: Vec<Document<'_>> = listed.collect();
    let texts = |chunks| values(chunks).map(|value| value.and_then(text)).chain(std::iter::repeat(None));
    let documents = listed.into_iter().chain(values(&chunks).map(Document::from));
    let documents = documents.zip(texts(&urls)).zip(texts(&content_types)).map(|((document, url), content_type)| {
        let content_type = content_type.map(Into::into).or(document.content_type);
        Document { url: url.map(Into::into).or(document.url), content_type, ..document }
    });
    let extract = || nutgraf_batch::extract(documents, &reader, form, segments, threads, pulse());
    py.detach(extract).map(Batch)
}

fn no_document(why: Failure) -> Document<'static> {
    Document { content: Err(why), url: None, content_type: None }
}

/// The documents of a list, each with its address where it comes with one; what other threads could change is copied.
struct List<'py>(Vec<(PyResult<Option<PyInput<'py>>>, Option<String>)>);

type PyInput<'py> = Input<Bound<'py, PyString>, Bound<'py, PyBytes>>;

impl<'py> List<'py> {
    fn new(list: &Bound<'py, PyList>) -> Self {
        let input = |document: &Bound<'py, PyAny>| (!document.is_none()).then(|| Input::new(document)).transpose();
        let parse = |item: Bound<'py, PyAny>| match item.cast::<PyTuple>() {
            Ok(pair) => match pair.extract::<(Bound<'py, PyAny>, Option<String>)>() {
                Ok((document, url)) => (input(&document), url),
                Err(error) => (Err(error), None),
            },
            Err(_) => (input(&item), None),
        };
        Self(list.iter().map(parse).collect())
    }

    /// Each document, or the exception that it is to raise.
    fn documents(&self, py: Python<'_>) -> impl Iterator<Item = PyResult<Document<'_>>> {
        self.0.iter().map(move |(input, url)| {
            let input = match input.as_ref().map_err(|error| error.clone_ref(py))? {
                None => return Ok(no_document(Failure::Null)),
                Some(Input::Text(text)) => nutgraf::Input::Text(text.to_str()?),
                Some(Input::Bytes(bytes)) => nutgraf::Input::Bytes(bytes.as_bytes()),
            };
            Ok(Document { content: Ok(input.into()), url: url.as_deref().map(Into::into), content_type: None })
        })
    }
}

fn rows(chunks: &[ArrayRef]) -> usize {
    chunks.iter().map(Array::len).sum()
}

fn column(name: &str, column: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    let wrong = |what: String| PyTypeError::new_err(format!("argument '{name}': {what}"));
    let Some((data_type, chunks)) = arrow::column(column)? else {
        let class = column.get_type().fully_qualified_name()?;
        return Err(wrong(format!("a column with the Arrow PyCapsule interface is expected, not {class}")));
    };
    check(&data_type).map_err(wrong)?;
    Ok(chunks)
}

fn parse_form(name: &str) -> PyResult<Form> {
    let expected = || PyValueError::new_err(format!("option `input` cannot be {name:?}: auto, html or text"));
    Form::from_name(name).ok_or_else(expected)
}

fn parse_threads(threads: Option<usize>) -> PyResult<NonZero<usize>> {
    match threads {
        None => Ok(std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)),
        Some(threads) => NonZero::new(threads).ok_or_else(|| PyValueError::new_err("option `threads` cannot be 0")),
    }
}

/// The reader of all documents; an option that no document can be read with is the caller's mistake.
fn checked_reader(py: Python<'_>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Reader> {
    let reader = options.map_or_else(|| Ok(Reader::new()), reader)?.source_unit(OffsetUnit::CodePoint);
    match reader.from_text("") {
        Err(error) if error.kind() == nutgraf::ErrorKind::InvalidOption => Err(raise(py, &error)),
        _ => Ok(reader),
    }
}

/// Asks Python now and then whether to go on.
fn pulse() -> impl FnMut() -> PyResult<()> {
    let mut last = Instant::now();
    move || {
        if last.elapsed() < PULSE {
            return Ok(());
        }
        last = Instant::now();
        Python::attach(|py| py.check_signals())
    }
}

/// The Article of each document, or the exception that from_html or from_text would have raised.
#[pyfunction]
#[pyo3(signature = (documents, input, threads, options))]
fn _read<'py>(
    documents: &Bound<'py, PyList>,
    input: &str,
    threads: Option<usize>,
    options: &Bound<'py, PyDict>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let py = documents.py();
    let (form, threads) = (parse_form(input)?, parse_threads(threads)?);
    let reader = checked_reader(py, Some(options))?;
    let list = List::new(documents);
    let documents: Vec<PyResult<Document<'_>>> = list.documents(py).collect();
    let mut results = Vec::with_capacity(documents.len());
    py.detach(|| {
        let mut pulse = pulse();
        let read = |document: PyResult<Document<'_>>| document.map(|document| document.read(&reader, form));
        let size = |document: &PyResult<Document<'_>>| document.as_ref().map_or(0, Document::size);
        ordered(threads, documents.into_iter(), size, read, |step| {
            if let Step::Next(result) = step {
                results.push(result);
            }
            pulse()
        })
    })?;
    let wrap = |result: PyResult<Result<nutgraf::Article, Failure>>| {
        let error = match result {
            Ok(Ok(article)) => return Ok(Bound::new(py, Article::new(article))?.into_any()),
            Ok(Err(Failure::Refused(error))) => raise(py, &error),
            Ok(Err(Failure::Panicked)) => PyRuntimeError::new_err(Failure::Panicked.to_string()),
            Ok(Err(failure)) => PyTypeError::new_err(failure.to_string()),
            Err(error) => error,
        };
        Ok(error.into_value(py).into_bound(py).into_any())
    };
    results.into_iter().map(wrap).collect()
}

/// Rows of articles, one a document: what nutgraf.extract_batch returns.
///
/// It has the Arrow PyCapsule interface, as an array of structs and as a stream of one batch.
#[pyclass(frozen, module = "nutgraf")]
struct Batch(StructArray);

#[pymethods]
impl Batch {
    /// The columns, an object with the Arrow PyCapsule interface.
    #[getter]
    fn schema(&self) -> BatchSchema {
        BatchSchema(self.0.fields().clone())
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        let errors = self.0.column_by_name("error").map_or(0, |column| column.len() - column.null_count());
        format!("<nutgraf.Batch rows={} errors={errors}>", self.0.len())
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        arrow::schema(py, self.0.fields())
    }

    /// requested_schema is what the caller would like best, which a producer need not give.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let _ = requested_schema;
        arrow::array(py, &self.0)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        arrow::stream(py, &self.0)
    }
}

/// The columns of a batch.
///
/// It has the Arrow PyCapsule interface: pyarrow.schema(nutgraf.batch_schema()).
#[pyclass(frozen, module = "nutgraf")]
struct BatchSchema(Fields);

#[pymethods]
impl BatchSchema {
    /// The names of the columns, in order.
    #[getter]
    fn names(&self) -> Vec<&str> {
        self.0.iter().map(|field| field.name().as_str()).collect()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        arrow::schema(py, &self.0)
    }

    fn __repr__(&self) -> String {
        format!("<nutgraf.BatchSchema {}>", self.names().join(" "))
    }
}

/// The columns that extract_batch returns, all nullable.
///
/// They are the same whatever the documents hold; later versions may add columns at the end.
///
/// - url (string): the canonical address that the page gives, else that of the option url.
/// - title (string): the headline as printed.
/// - authors (list of string): their names as written; empty where none was found.
/// - date_published, date_modified (string): ISO 8601 at the precision that is known, such as 2020, 2020-03-23 or
///   2020-03-23T10:00:00+02:00, so that nothing is made up; those with one offset compare as text, and the first ten
///   characters are the day there.
/// - publisher (string), language (string, BCP 47), page_type (string, such as article or forum).
/// - is_accessible_for_free (boolean): what is declared; access_status (string): how much of the article the text is.
/// - confidence (double): estimated probability that the body is right, 0 to 1.
/// - word_count (int64) of the body.
/// - text (string): the body, a blank line between two blocks.
/// - error (string): why there is no article, all other columns being null; null where there is one.
///
/// With segments also:
///
/// - document (string): the text that segments are ranges of.
/// - segments (list of struct of role, kind, level, start, end, confidence, reason, text): every segment of the
///   document, as Article.segments; start and end count code points.
#[pyfunction]
#[pyo3(signature = (*, segments = false), text_signature = "(*, segments=False)")]
fn batch_schema(segments: bool) -> BatchSchema {
    BatchSchema(nutgraf_batch::fields(segments))
}

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Batch>()?;
    module.add_class::<BatchSchema>()?;
    module.add_function(wrap_pyfunction!(extract_batch, module)?)?;
    module.add_function(wrap_pyfunction!(batch_schema, module)?)?;
    module.add_function(wrap_pyfunction!(_read, module)?)
}
