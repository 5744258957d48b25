//! What an earlier run has written: the output itself says how far it came, as it is in the order of the input.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

use ::parquet::arrow::ProjectionMask;
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use serde::Deserialize;

use crate::output::{number, parts};

/// The last document of each file that was written.
#[derive(Debug, Default)]
pub(crate) struct Done {
    records: HashMap<String, Option<i64>>,
    /// The file that was read last, of which more may be left.
    last: Option<String>,
    /// The number of the next file of Parquet.
    pub(crate) next_part: usize,
}

/// What is left of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    Nothing,
    /// What is behind so many records.
    Behind(i64),
}

impl Done {
    /// Reads the lines of JSON that were written; what stands behind the last whole one is cut off.
    pub(crate) fn of_lines(path: &Path) -> io::Result<Self> {
        #[derive(Deserialize)]
        struct Line {
            input: String,
            record: Option<i64>,
        }
        let mut done = Self::default();
        let file = match File::options().read(true).write(true).open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(done),
            file => file?,
        };
        let (mut input, mut line, mut end) = (BufReader::new(&file), Vec::new(), 0);
        while input.read_until(b'\n', &mut line)? > 0 {
            let Ok(Line { input, record }) = serde_json::from_slice(&line) else {
                if line.ends_with(b"\n") {
                    return Err(io::Error::other(format!("{} holds what is no row of ours", path.display())));
                }
                break;
            };
            if !line.ends_with(b"\n") {
                break;
            }
            done.add(input, record);
            end += line.len() as u64;
            line.clear();
        }
        file.set_len(end)?;
        (&file).seek(SeekFrom::End(0))?;
        Ok(done)
    }

    /// Reads the parts in a folder; there must be none unless they are to be gone on with.
    pub(crate) fn of_parts(folder: &Path, resume: bool) -> io::Result<Self> {
        let mut done = Self::default();
        let parts = if folder.is_dir() { parts(folder)? } else { Vec::new() };
        if !resume && !parts.is_empty() {
            let message = format!("{} holds parts already: add --resume, or name another folder", folder.display());
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
        }
        for part in &parts {
            let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(part)?).map_err(io::Error::other)?;
            let mask = ProjectionMask::leaves(builder.parquet_schema(), [0, 1]);
            for batch in builder.with_projection(mask).build().map_err(io::Error::other)? {
                let batch = batch.map_err(io::Error::other)?;
                let columns = (batch.column(0).as_string_opt::<i32>(), batch.column(1).as_primitive_opt::<Int64Type>());
                let (Some(inputs), Some(records)) = columns else {
                    return Err(io::Error::other(format!("{} holds what are no rows of ours", part.display())));
                };
                for row in 0..batch.num_rows() {
                    done.add(inputs.value(row).to_owned(), records.is_valid(row).then(|| records.value(row)));
                }
            }
        }
        done.next_part = parts.last().and_then(|part| number(part)).map_or(parts.len(), |last| last + 1);
        Ok(done)
    }

    fn add(&mut self, input: String, record: Option<i64>) {
        if self.last.as_ref() != Some(&input) {
            self.last = Some(input.clone());
        }
        self.records.insert(input, record);
    }

    /// What is left of a file with this name.
    pub(crate) fn left(&self, input: &str) -> Left {
        match self.records.get(input) {
            None => Left::Behind(0),
            Some(&Some(record)) if self.last.as_deref() == Some(input) => Left::Behind(record),
            Some(_) => Left::Nothing,
        }
    }
}
