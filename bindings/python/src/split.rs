//! The articles of an archive, one after the other.

use nutgraf::{ArchiveFormat, OffsetUnit, Reader, Splitter};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyMemoryView, PyString};

use crate::article::Article;
use crate::options::{Input, raise, reader};

/// Bytes or characters that are pushed or read at a time.
const CHUNK: usize = 256 * 1024;

/// Splits an archive of many articles: an export of a database, a WET file, an mbox or digest, dumps in a row.
///
/// archive is text (str), bytes of any encoding (bytes, bytearray, memoryview or another object with the buffer
/// protocol), a file that is open for reading, or an iterable of chunks; all chunks are str, or all are bytes-like. A
/// file or an iterable is read as far as the next article takes, so that an archive of any size up to 4 GiB goes
/// through in little memory. The result is an iterator over Article.
///
/// format names the form of the archive: "lexisnexis", "nexis_uni", "factiva", "proquest", "europresse", "newswire",
/// "wet", "mail" or "dumps". With "auto" it is found out, and one archive may hold several.
///
/// The document of an article is its record, and the records tile the archive: what stands above the first or below the
/// last (a cover sheet, a notice) is boilerplate of that article. A record that was cut comes with a warning of kind
/// "truncated_record". What the fields of a record say are facts of origin "archive", before all others. An archive of
/// no known form is one article, the same as of from_text.
///
/// max_bytes is the limit of one record: one over it raises nutgraf.Error, and next() goes on with the one behind it.
///
#[doc = include_str!("options.txt")]
#[pyfunction]
#[pyo3(
    signature = (archive, *, format = "auto", **options),
    text_signature = "(archive, *, format='auto', url=None, content_type=None, encoding=None, language=None, \
        reference_date=None, focus='balanced', body_kinds=None, max_bytes=None)"
)]
pub(crate) fn split(archive: &Bound<'_, PyAny>, format: &str, options: Option<&Bound<'_, PyDict>>) -> PyResult<Split> {
    let py = archive.py();
    let format = ArchiveFormat::from_name(format).map_err(|error| raise(py, &error))?;
    let reader = options.map_or_else(|| Ok(Reader::new()), reader)?;
    let reader = reader.source_unit(OffsetUnit::CodePoint).format(format);
    let splitter = Splitter::new(reader).map_err(|error| raise(py, &error))?;
    let is_input = archive.is_instance_of::<PyString>()
        || archive.is_instance_of::<PyBytes>()
        || archive.is_instance_of::<PyByteArray>()
        || PyMemoryView::from(archive).is_ok();
    let chunks = if is_input {
        Chunks::Whole { input: Input::new(archive)?.unbind(), at: 0 }
    } else if let Ok(read) = archive.getattr("read") {
        Chunks::File(read.unbind())
    } else if let Ok(chunks) = archive.try_iter() {
        Chunks::Iterator(chunks.into_any().unbind())
    } else {
        let name = archive.get_type().fully_qualified_name()?;
        let expected = "str, a bytes-like object, a file open for reading or an iterable of chunks";
        return Err(PyTypeError::new_err(format!("the archive must be {expected}, not {name}")));
    };
    Ok(Split { splitter, chunks })
}

/// Where the archive comes from.
enum Chunks {
    Whole {
        input: Input<Py<PyString>, Py<PyBytes>>,
        at: usize,
    },
    /// The method that reads a file.
    File(Py<PyAny>),
    Iterator(Py<PyAny>),
    Ended,
}

/// The articles of an archive, one after the other.
///
/// nutgraf.split makes it. It is used by one thread at a time.
#[pyclass(module = "nutgraf")]
pub(crate) struct Split {
    splitter: Splitter,
    chunks: Chunks,
}

#[pymethods]
impl Split {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Article>> {
        loop {
            let splitter = &mut self.splitter;
            if let Some(article) = py.detach(|| splitter.next()) {
                return article.map(Article::new).map(Some).map_err(|error| raise(py, &error));
            }
            if !self.push(py)? {
                return Ok(None);
            }
        }
    }
}

impl Split {
    /// Pushes the next chunk, or says that there is none; false when that was said before.
    fn push(&mut self, py: Python<'_>) -> PyResult<bool> {
        let splitter = &mut self.splitter;
        let chunk = match &mut self.chunks {
            Chunks::Ended => return Ok(false),
            Chunks::Whole { input: Input::Text(text), at } => {
                let rest = &text.bind(py).to_str()?[*at..];
                let mut end = rest.len().min(CHUNK);
                while !rest.is_char_boundary(end) {
                    end += 1;
                }
                *at += end;
                py.detach(|| splitter.push(&rest[..end]));
                (end > 0).then_some(None)
            }
            Chunks::Whole { input: Input::Bytes(bytes), at } => {
                let rest = &bytes.bind(py).as_bytes()[*at..];
                let end = rest.len().min(CHUNK);
                *at += end;
                py.detach(|| splitter.push(&rest[..end]));
                (end > 0).then_some(None)
            }
            Chunks::File(read) => {
                let chunk = read.bind(py).call1((CHUNK,))?;
                chunk.is_truthy()?.then_some(Some(chunk))
            }
            Chunks::Iterator(iterator) => iterator.bind(py).try_iter()?.next().transpose()?.map(Some),
        };
        match chunk {
            Some(Some(chunk)) => match Input::new(&chunk)? {
                Input::Text(text) => {
                    let text = text.to_str()?;
                    py.detach(|| splitter.push(text));
                }
                Input::Bytes(bytes) => {
                    let bytes = bytes.as_bytes();
                    py.detach(|| splitter.push(bytes));
                }
            },
            Some(None) => {}
            None => {
                self.chunks = Chunks::Ended;
                py.detach(|| splitter.finish());
            }
        }
        Ok(true)
    }
}
