//! What a caller gives: input and options; and errors.

use nutgraf::{Focus, Kind, OffsetUnit, Reader};
use pyo3::create_exception;
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDate, PyMemoryView, PyString};

use crate::article::Article;

create_exception!(nutgraf, Error, PyValueError);

/// What `help(nutgraf.Error)` says.
const ERROR_DOC: &str = "Why there is no article.\n\n\
    kind is 'too_large' (over max_bytes or 4 GiB), 'invalid_option' or 'invalid_json'; offset is where in the input it\n\
    was, in bytes of UTF-8, or None.";

pub(crate) fn document_error(py: Python<'_>) -> PyResult<()> {
    py.get_type::<Error>().setattr("__doc__", ERROR_DOC)
}

fn raise(py: Python<'_>, error: &nutgraf::Error) -> PyErr {
    let raised = Error::new_err(error.to_string());
    let value = raised.value(py);
    match value.setattr("kind", error.kind().name()).and_then(|()| value.setattr("offset", error.offset())) {
        Ok(()) => raised,
        Err(other) => other,
    }
}

/// Bytes that stay what they are while other threads run.
enum Dump<'py> {
    Text(Bound<'py, PyString>),
    Bytes(Bound<'py, PyBytes>),
}

impl<'py> Dump<'py> {
    fn new(dump: &Bound<'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = dump.cast::<PyString>() {
            return Ok(Self::Text(text.clone()));
        }
        if let Ok(bytes) = dump.cast::<PyBytes>() {
            return Ok(Self::Bytes(bytes.clone()));
        }
        // What another thread could change is copied.
        let py = dump.py();
        if let Ok(bytes) = dump.cast::<PyByteArray>() {
            return Ok(Self::Bytes(PyBytes::new(py, &bytes.to_vec())));
        }
        let Ok(view) = PyMemoryView::from(dump) else {
            let name = dump.get_type().fully_qualified_name()?;
            return Err(PyTypeError::new_err(format!("the dump must be str or a bytes-like object, not {name}")));
        };
        Ok(Self::Bytes(view.call_method0("tobytes")?.cast_into()?))
    }
}

/// Reads an article from plain text.
///
/// dump is text (str) or bytes of any encoding (bytes, bytearray, memoryview or another object with the buffer
/// protocol). Any dump gives an article, an empty one an empty article.
///
/// Options, all by keyword:
///
/// - url: address that the dump came from.
/// - content_type: the Content-Type that it came with; its charset counts for bytes without a byte order mark.
/// - encoding: character encoding of bytes, a label of the WHATWG Encoding Standard; only a byte order mark is believed
///   before it. Without it the encoding is found out.
/// - language: language of the article as a BCP 47 tag; it is not detected then.
/// - reference_date: day against which "yesterday" is read, a datetime.date or ISO 8601 (2024-05-03). Without it such
///   words give no date.
/// - focus: "balanced"; "precision" leaves a doubtful segment out of the body; "recall" keeps it.
/// - body_kinds: kinds that the body text is made of, names or members of nutgraf.Kind; without it all of the role
///   "body". A segment counts when its own kind and those of the containers around it are named.
/// - max_bytes: the most bytes that the dump may have; 4 GiB less two bytes without it. A str counts as UTF-8.
///
/// The source of a segment counts code points of the dump where it was a str, and bytes where it was bytes. Other
/// threads run while an article is read.
///
/// Raises nutgraf.Error (a ValueError) for a dump over max_bytes or an option that cannot be, TypeError for an argument
/// of a wrong type, and UnicodeEncodeError (a ValueError too) for a str with a lone surrogate, which is no text: encode
/// such a str with errors="replace" and give the bytes.
#[pyfunction]
#[pyo3(
    signature = (
        dump, *, url=None, content_type=None, encoding=None, language=None, reference_date=None, focus=None,
        body_kinds=None, max_bytes=None
    ),
    text_signature = "(dump, *, url=None, content_type=None, encoding=None, language=None, reference_date=None, \
        focus='balanced', body_kinds=None, max_bytes=None)"
)]
#[expect(clippy::too_many_arguments, reason = "they are keywords")]
pub(crate) fn from_text(
    py: Python<'_>,
    dump: &Bound<'_, PyAny>,
    url: Option<&Bound<'_, PyAny>>,
    content_type: Option<&Bound<'_, PyAny>>,
    encoding: Option<&Bound<'_, PyAny>>,
    language: Option<&Bound<'_, PyAny>>,
    reference_date: Option<&Bound<'_, PyAny>>,
    focus: Option<&Bound<'_, PyAny>>,
    body_kinds: Option<&Bound<'_, PyAny>>,
    max_bytes: Option<&Bound<'_, PyAny>>,
) -> PyResult<Article> {
    let dump = Dump::new(dump)?;
    let mut reader = Reader::new().source_unit(OffsetUnit::CodePoint);
    if let Some(focus) = focus {
        reader = reader.focus(Focus::from_name(&parse_text("focus", focus)?).map_err(|error| raise(py, &error))?);
    }
    if let Some(url) = url {
        reader = reader.url(parse_text("url", url)?);
    }
    if let Some(content_type) = content_type {
        reader = reader.content_type(parse_text("content_type", content_type)?);
    }
    if let Some(encoding) = encoding {
        reader = reader.encoding(parse_text("encoding", encoding)?);
    }
    if let Some(language) = language {
        reader = reader.language(parse_text("language", language)?);
    }
    if let Some(date) = reference_date {
        reader = reader.reference_date(iso_date(date)?);
    }
    if let Some(kinds) = body_kinds {
        reader = reader.body_kinds(parse_kinds(kinds)?);
    }
    if let Some(bytes) = max_bytes {
        reader = reader.max_bytes(parse_size(bytes)?);
    }
    let article = match &dump {
        Dump::Text(text) => {
            let text = text.to_str()?;
            py.detach(|| reader.from_text(text))
        }
        Dump::Bytes(bytes) => {
            let bytes = bytes.as_bytes();
            py.detach(|| reader.from_text(bytes))
        }
    };
    article.map(Article::new).map_err(|error| raise(py, &error))
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
    let json = match Dump::new(json)? {
        Dump::Text(text) => text,
        Dump::Bytes(bytes) => bytes.call_method1("decode", ("utf-8",))?.cast_into()?,
    };
    let json = json.to_str()?;
    py.detach(|| nutgraf::Article::from_json(json)).map(Article::new).map_err(|error| raise(py, &error))
}
