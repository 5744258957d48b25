//! Rows in Parquet files.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use ::parquet::basic::{Compression, ZstdLevel};
use ::parquet::file::properties::WriterProperties;
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use nutgraf_batch::{Detail, Row, Rows, fields};

use super::Place;

/// Bytes of rows that are kept before they are written: a row group.
const GROUP: usize = 32 << 20;

/// Rows of a group, at most.
const MOST: usize = 10_000;

/// Rows that wait to be written together.
struct Group {
    schema: SchemaRef,
    segments: bool,
    inputs: Vec<String>,
    records: Vec<Option<i64>>,
    rows: Rows,
}

impl Group {
    fn new(segments: bool) -> Self {
        let mut columns =
            vec![Field::new("input", DataType::Utf8, false).into(), Field::new("record", DataType::Int64, true).into()];
        columns.extend(fields(segments).iter().cloned());
        let schema = Arc::new(Schema::new(columns));
        Self { schema, segments, inputs: Vec::new(), records: Vec::new(), rows: Rows::new(segments) }
    }

    /// Adds a row; whether there are enough for a group then.
    fn push(&mut self, place: &Place, (row, detail): (Row, Option<Detail>)) -> bool {
        self.inputs.push(place.input.clone());
        self.records.push(place.record);
        self.rows.push(row, detail);
        self.rows.bytes() >= GROUP || self.rows.len() >= MOST
    }

    fn take(&mut self) -> io::Result<RecordBatch> {
        let rows = std::mem::replace(&mut self.rows, Rows::new(self.segments)).finish();
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(StringArray::from(std::mem::take(&mut self.inputs))),
            Arc::new(Int64Array::from(std::mem::take(&mut self.records))),
        ];
        columns.extend(rows.columns().iter().cloned());
        RecordBatch::try_new(Arc::clone(&self.schema), columns).map_err(io::Error::other)
    }
}

fn writer<W: Write + Send>(out: W, schema: &SchemaRef) -> io::Result<ArrowWriter<W>> {
    let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
    ArrowWriter::try_new(out, Arc::clone(schema), Some(properties)).map_err(io::Error::other)
}

/// One file, which has its name once it is whole.
pub(crate) struct Single {
    group: Group,
    writer: ArrowWriter<Box<dyn Write + Send>>,
    /// The name until then, and the name.
    names: Option<(PathBuf, PathBuf)>,
}

impl Single {
    pub(super) fn new(path: Option<&Path>, segments: bool) -> io::Result<Self> {
        let names = path.map(|path| (unfinished(path), path.to_owned()));
        let out: Box<dyn Write + Send> = match &names {
            None => Box::new(BufWriter::new(io::stdout())),
            Some((name, _)) => Box::new(File::create(name)?),
        };
        let group = Group::new(segments);
        Ok(Self { writer: writer(out, &group.schema)?, group, names })
    }

    pub(super) fn write(&mut self, place: &Place, row: (Row, Option<Detail>)) -> io::Result<()> {
        if self.group.push(place, row) { self.write_group() } else { Ok(()) }
    }

    fn write_group(&mut self) -> io::Result<()> {
        self.writer.write(&self.group.take()?).and_then(|()| self.writer.flush()).map_err(io::Error::other)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.write_group()?;
        self.writer.into_inner().map_err(io::Error::other)?.flush()?;
        self.names.map_or(Ok(()), |(unfinished, name)| fs::rename(unfinished, name))
    }
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}

/// A folder of files, each of a group, which have their names once they are whole: whatever ends the run, they stay.
pub(crate) struct Parts {
    group: Group,
    folder: PathBuf,
    number: usize,
}

/// The parts in a folder, in order.
pub(crate) fn parts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("part-") && name.ends_with(".parquet") {
            parts.push(path);
        }
    }
    parts.sort();
    Ok(parts)
}

/// The number of a part.
pub(crate) fn number(part: &Path) -> Option<usize> {
    part.file_stem()?.to_str()?.strip_prefix("part-")?.parse().ok()
}

impl Parts {
    pub(super) fn new(folder: &Path, segments: bool, number: usize) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { group: Group::new(segments), folder: folder.to_owned(), number })
    }

    pub(super) fn write(&mut self, place: &Place, row: (Row, Option<Detail>)) -> io::Result<()> {
        if self.group.push(place, row) { self.write_part() } else { Ok(()) }
    }

    fn write_part(&mut self) -> io::Result<()> {
        let path = self.folder.join(format!("part-{:06}.parquet", self.number));
        self.number += 1;
        let unfinished = unfinished(&path);
        let mut writer = writer(File::create(&unfinished)?, &self.group.schema)?;
        writer.write(&self.group.take()?).map_err(io::Error::other)?;
        writer.into_inner().map_err(io::Error::other)?.sync_all()?;
        fs::rename(unfinished, path)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        if self.group.rows.is_empty() { Ok(()) } else { self.write_part() }
    }
}
