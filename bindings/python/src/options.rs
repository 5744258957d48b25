//! What a caller gives: input and options; and errors.

use nutgraf::{Focus, Kind, OffsetUnit, Reader};
use pyo3::create_exception;
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDate, PyDict, PyMemoryView, PyString};

use crate::article::Article;

create_exception!(nutgraf, Error, PyValueError);

/// What `help(nutgraf.Error)` says.
const ERROR_DOC: &str = "Why there is no article.\n\n\
    kind is 'too_large' (over max_bytes or 4 GiB), 'invalid_option' or 'invalid_json'; offset is where in the input it\n\
    was, in bytes of UTF-8, or None.";

pub(crate) fn document_error(py: Python<'_>) -> PyResult<()> {
    py.get_type::<Error>().setattr("__doc__", ERROR_DOC)
}

pub(crate) fn raise(py: Python<'_>, error: &nutgraf::Error) -> PyErr {
    let raised = Error::new_err(error.to_string());
    let value = raised.value(py);
    match value.setattr("kind", error.kind().name()).and_then(|()| value.setattr("offset", error.offset())) {
        Ok(()) => raised,
        Err(other) => other,
    }
}

/// What is read, which stays what it is while other threads run.
pub(crate) enum Input<T, B> {
    Text(T),
    Bytes(B),
}

impl<'py> Input<Bound<'py, PyString>, Bound<'py, PyBytes>> {
    pub(crate) fn new(input: &Bound<'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = input.cast::<PyString>() {
            return Ok(Self::Text(text.clone()));
        }
        if let Ok(bytes) = input.cast::<PyBytes>() {
            return Ok(Self::Bytes(bytes.clone()));
        }
        // What another thread could change is copied.
        let py = input.py();
        if let Ok(bytes) = input.cast::<PyByteArray>() {
            return Ok(Self::Bytes(PyBytes::new(py, &bytes.to_vec())));
        }
        let Ok(view) = PyMemoryView::from(input) else {
            let name = input.get_type().fully_qualified_name()?;
            return Err(PyTypeError::new_err(format!("the input must be str or a bytes-like object, not {name}")));
        };
        Ok(Self::Bytes(view.call_method0("tobytes")?.cast_into()?))
    }

    /// The same, to be kept between calls.
    pub(crate) fn unbind(self) -> Input<Py<PyString>, Py<PyBytes>> {
        match self {
            Self::Text(text) => Input::Text(text.unbind()),
            Self::Bytes(bytes) => Input::Bytes(bytes.unbind()),
        }
    }
}

/// Reads an article from plain text.
///
/// dump is text (str) or bytes of any encoding (bytes, bytearray, memoryview or another object with the buffer
/// protocol). Any dump gives an article, an empty one an empty article.
///
#[doc = include_str!("options.txt")]
#[pyfunction]
#[pyo3(
    signature = (dump, **options),
    text_signature = "(dump, *, url=None, content_type=None, encoding=None, language=None, reference_date=None, \
        focus='balanced', body_kinds=None, max_bytes=None)"
)]
pub(crate) fn from_text(dump: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Article> {
    read(dump, options, |reader, input| reader.from_text(input))
}

/// Reads an article from a page of HTML.
///
/// page is text (str) or bytes (bytes, bytearray, memoryview or another object with the buffer protocol), which are
/// decoded as a browser would; a str is decoded already, whatever it declares. Any page, however broken, gives an
/// article. Its document is the text that a browser would show, one block a line.
///
#[doc = include_str!("options.txt")]
#[pyfunction]
#[pyo3(
    signature = (page, **options),
    text_signature = "(page, *, url=None, content_type=None, encoding=None, language=None, reference_date=None, \
        focus='balanced', body_kinds=None, max_bytes=None)"
)]
pub(crate) fn from_html(page: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Article> {
    read(page, options, |reader, input| reader.from_html(input))
}

fn read(
    input: &Bound<'_, PyAny>,
    options: Option<&Bound<'_, PyDict>>,
    read: impl Fn(&Reader, nutgraf::Input<'_>) -> Result<nutgraf::Article, nutgraf::Error> + Sync,
) -> PyResult<Article> {
    let py = input.py();
    let input = Input::new(input)?;
    let reader = options.map_or_else(|| Ok(Reader::new()), reader)?.source_unit(OffsetUnit::CodePoint);
    let input = match &input {
        Input::Text(text) => nutgraf::Input::Text(text.to_str()?),
        Input::Bytes(bytes) => nutgraf::Input::Bytes(bytes.as_bytes()),
    };
    py.detach(|| read(&reader, input)).map(Article::new).map_err(|error| raise(py, &error))
}

/// The reader that keywords ask for; None stands for the default.
pub(crate) fn reader(options: &Bound<'_, PyDict>) -> PyResult<Reader> {
    let mut reader = Reader::new();
    for (name, value) in options {
        let name = name.extract::<String>()?;
        let text = || parse_text(&name, &value);
        let given = !value.is_none();
        reader = match name.as_str() {
            "url" if given => reader.url(text()?),
            "content_type" if given => reader.content_type(text()?),
            "encoding" if given => reader.encoding(text()?),
            "language" if given => reader.language(text()?),
            "reference_date" if given => reader.reference_date(iso_date(&value)?),
            "focus" if given => reader.focus(Focus::from_name(&text()?).map_err(|error| raise(options.py(), &error))?),
            "body_kinds" if given => reader.body_kinds(parse_kinds(&value)?),
            "max_bytes" if given => reader.max_bytes(parse_size(&value)?),
            "url" | "content_type" | "encoding" | "language" | "reference_date" | "focus" | "body_kinds"
            | "max_bytes" => reader,
            _ => return Err(PyTypeError::new_err(format!("got an unexpected keyword argument '{name}'"))),
        };
    }
    Ok(reader)
}

/// A wrong type of an argument.
fn expected(name: &str, what: &str, found: &Bound<'_, PyAny>) -> PyErr {
    match found.get_type().fully_qualified_name() {
        Ok(class) => PyTypeError::new_err(format!("argument '{name}': {what} is expected, not {class}")),
        Err(error) => error,
    }
}

fn parse_text(name: &str, value: &Bound<'_, PyAny>) -> PyResult<String> {
    value.cast::<PyString>().map_err(|_| expected(name, "a str", value))?.extract()
}

fn iso_date(date: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(text) = date.cast::<PyString>() {
        return text.extract();
    }
    if date.is_instance_of::<PyDate>() {
        return date.call_method0("isoformat")?.extract();
    }
    Err(expected("reference_date", "a str or datetime.date", date))
}

fn parse_kinds(kinds: &Bound<'_, PyAny>) -> PyResult<Vec<Kind>> {
    if kinds.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("argument 'body_kinds': an iterable of kinds is expected, not one str"));
    }
    let mut parsed = Vec::new();
    for kind in kinds.try_iter().map_err(|_| expected("body_kinds", "an iterable of kinds", kinds))? {
        let kind = parse_text("body_kinds", &kind?)?;
        parsed.push(kind.parse().map_err(|_| {
            PyValueError::new_err(format!(
                "option `body_kinds` cannot hold {kind:?}: names of nutgraf.Kind are expected"
            ))
        })?);
    }
    Ok(parsed)
}

/// A number of bytes. One too large for the core means no limit but the core's own.
fn parse_size(bytes: &Bound<'_, PyAny>) -> PyResult<u64> {
    match bytes.extract::<u64>() {
        Err(error) if error.is_instance_of::<PyOverflowError>(bytes.py()) => {
            if bytes.lt(0)? {
                Err(PyValueError::new_err(format!("option `max_bytes` cannot be {bytes}: 0 or more is expected")))
            } else {
                Ok(u64::MAX)
            }
        }
        Err(_) => Err(expected("max_bytes", "an int", bytes)),
        size => size,
    }
}

/// Reads back what Article.to_json wrote: an equal article.
///
/// The JSON may count its offsets in any unit; what the article shows is in code points. Raises nutgraf.Error (a
/// ValueError) when it is not the JSON of an article.
#[pyfunction]
#[pyo3(signature = (json, /), text_signature = "(json, /)")]
pub(crate) fn from_json(py: Python<'_>, json: &Bound<'_, PyAny>) -> PyResult<Article> {
    let json = match Input::new(json)? {
        Input::Text(text) => text,
        Input::Bytes(bytes) => bytes.call_method1("decode", ("utf-8",))?.cast_into()?,
    };
    let json = json.to_str()?;
    py.detach(|| nutgraf::Article::from_json(json)).map(Article::new).map_err(|error| raise(py, &error))
}

/// The sentences of a text that is one paragraph, without the white space between them.
///
/// language is a BCP 47 tag; without one the language is told from the text.
#[pyfunction]
#[pyo3(signature = (text, /, language = ""), text_signature = "(text, /, language='')")]
pub(crate) fn split_sentences(text: &str, language: &str) -> Vec<String> {
    nutgraf::split_sentences(text, language).map(str::to_owned).collect()
}
