//! Documents in the rows of JSON Lines and Parquet.

use std::fs::File;
use std::io::BufRead;

use arrow_array::RecordBatch;
use nutgraf::Input;
use nutgraf_batch::{Content, Document, Failure, check, text, values};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde_json::{Map, Value};

use super::bytes::PutBack;
use super::failed;

/// Columns that hold documents, where the caller names none: the first of these that there is.
const COLUMNS: [&str; 3] = ["html", "text", "content"];

/// Rows of Parquet that are read at a time.
const ROWS: usize = 32;

/// The columns that are read.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    pub(crate) document: Option<String>,
    pub(crate) url: String,
}

impl Columns {
    /// The name of the column of documents in a table.
    fn document(&self, has: impl Fn(&str) -> bool) -> Result<&str, String> {
        match &self.document {
            Some(name) if has(name) => Ok(name),
            Some(name) => Err(format!("it has no column {name}")),
            None => COLUMNS
                .into_iter()
                .find(|name| has(name))
                .ok_or_else(|| format!("it has no column {}: name one with --column", COLUMNS.join(", "))),
        }
    }
}

/// The documents in a file of one object of JSON a line.
pub(crate) struct Lines<R> {
    input: PutBack<R>,
    columns: Columns,
    most: usize,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(input: PutBack<R>, columns: Columns, most: u64) -> Self {
        // Escapes make a document up to six times as long, and other columns stand beside it.
        let most = usize::try_from(most.saturating_mul(6).saturating_add(16 << 20)).unwrap_or(usize::MAX);
        Self { input, columns, most, ended: false }
    }

    fn document(&self, line: &[u8]) -> Result<Document<'static>, String> {
        if line.len() >= self.most {
            return Err("its line is far over the limit: raise --max-bytes".into());
        }
        let mut row: Map<String, Value> =
            serde_json::from_slice(line.trim_ascii()).map_err(|error| error.to_string())?;
        let column = self.columns.document(|name| row.contains_key(name))?.to_owned();
        let url = row.get(&self.columns.url).and_then(Value::as_str).map(str::to_owned);
        let content = match row.remove(&column) {
            Some(Value::String(document)) => Ok(Content::Text(document.into())),
            Some(Value::Null) | None => Err(Failure::Null),
            Some(other) => Err(Failure::Unreadable(format!("its {column} is no string but {}", kind(&other)))),
        };
        Ok(Document { content, url: url.map(Into::into), content_type: None })
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Document<'static>;

    fn next(&mut self) -> Option<Document<'static>> {
        while !self.ended {
            match self.input.line(self.most) {
                Ok(line) if line.is_empty() => self.ended = true,
                Ok(line) if line.trim_ascii().is_empty() => {}
                Ok(line) => return Some(self.document(&line).unwrap_or_else(failed)),
                Err(error) => return Some(failed(error)),
            }
        }
        None
    }
}

/// The documents in a Parquet file.
pub(crate) struct Parquet {
    reader: ParquetRecordBatchReader,
    document: String,
    url: String,
    rows: std::vec::IntoIter<Document<'static>>,
    ended: bool,
}

impl Parquet {
    pub(crate) fn open(file: File, columns: &Columns) -> Result<Self, String> {
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| error.to_string())?;
        let schema = builder.schema().clone();
        let document = columns.document(|name| schema.field_with_name(name).is_ok())?.to_owned();
        let field = schema.field_with_name(&document).map_err(|error| error.to_string())?;
        check(field.data_type()).map_err(|error| format!("its column {document}: {error}"))?;
        let wanted = |name: &str| name == document || name == columns.url;
        let roots: Vec<usize> =
            schema.fields().iter().enumerate().filter(|(_, field)| wanted(field.name())).map(|(at, _)| at).collect();
        let mask = ProjectionMask::roots(builder.parquet_schema(), roots);
        let reader = builder.with_projection(mask).with_batch_size(ROWS).build().map_err(|error| error.to_string())?;
        Ok(Self { reader, document, url: columns.url.clone(), rows: Vec::new().into_iter(), ended: false })
    }

    fn rows(&self, batch: &RecordBatch) -> Vec<Document<'static>> {
        let column = |name: &str| batch.column_by_name(name).map_or(&[][..], std::slice::from_ref);
        let urls = values(column(&self.url)).map(|value| value.and_then(text)).chain(std::iter::repeat(None));
        let owned = |(document, url): (Option<Input<'_>>, Option<&str>)| Document {
            content: match document {
                Some(Input::Text(text)) => Ok(Content::Text(text.to_owned().into())),
                Some(Input::Bytes(bytes)) => Ok(Content::Bytes(bytes.to_owned().into())),
                _ => Err(Failure::Null),
            },
            url: url.map(|url| url.to_owned().into()),
            content_type: None,
        };
        values(column(&self.document)).zip(urls).map(owned).collect()
    }
}

impl Iterator for Parquet {
    type Item = Document<'static>;

    fn next(&mut self) -> Option<Document<'static>> {
        loop {
            if let Some(row) = self.rows.next() {
                return Some(row);
            }
            if self.ended {
                return None;
            }
            match self.reader.next()? {
                Ok(batch) => self.rows = self.rows(&batch).into_iter(),
                // Where the pages behind a damaged one begin, only its own could tell.
                Err(error) => {
                    self.ended = true;
                    return Some(failed(error));
                }
            }
        }
    }
}
