//! What is written, and where: articles one after the other, rows of JSON, or rows in Parquet files.

mod parquet;
mod report;

pub(crate) use self::parquet::{number, parts};

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use nutgraf::{Article, Format};
use nutgraf_batch::{Detail, Failure, Row, caught};
use serde::Serialize;

use self::parquet::{Parts, Single};
use crate::args::{Args, Output, is_folder};
use crate::explain::{Explain, Style};
use crate::resume::Done;

/// Where a document comes from.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Place {
    /// The name of its file.
    pub(crate) input: String,
    /// Its number there, from 1; none where the file is one document.
    pub(crate) record: Option<i64>,
}

impl Place {
    /// What it is called.
    pub(crate) fn named(&self) -> String {
        self.record.map_or_else(|| self.input.clone(), |record| format!("{} {record}", self.input))
    }
}

/// What is written of a document, made by the thread that has read it.
pub(crate) enum Piece {
    Rendered(Vec<u8>),
    Row(Box<(Row, Option<Detail>)>),
    /// Nothing, but for a message.
    Failed(String),
}

/// Makes pieces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Maker {
    pub(crate) output: Output,
    pub(crate) style: Style,
    pub(crate) segments: bool,
}

impl Maker {
    pub(crate) fn make(&self, article: Result<Article, Failure>) -> Piece {
        let made = article.and_then(|article| caught(|| Ok(self.of(&article))));
        made.unwrap_or_else(|failure| match self.output.is_rows() {
            true => Piece::Row(Box::new((Row::failed(failure), None))),
            false => Piece::Failed(failure.to_string()),
        })
    }

    fn of(&self, article: &Article) -> Piece {
        match self.output {
            Output::Format(format) => {
                let mut text = article.render(format);
                // A line of its own for each article.
                if is_json(format) && !text.ends_with('\n') {
                    text.push('\n');
                }
                Piece::Rendered(text.into_bytes())
            }
            Output::Explain => {
                let mut text = Vec::new();
                // What is written to memory cannot fail.
                let _ = Explain { article, style: self.style }.write(&mut text);
                Piece::Rendered(text)
            }
            Output::Report => Piece::Rendered(article.to_report().into_bytes()),
            Output::Jsonl | Output::Parquet => {
                Piece::Row(Box::new((Row::new(article), self.segments.then(|| Detail::new(article)))))
            }
        }
    }
}

fn is_json(format: Format) -> bool {
    matches!(format, Format::Json | Format::Jsonld | Format::Ninjs)
}

/// Takes pieces in order.
pub(crate) enum Writer {
    Articles { out: Box<dyn Write>, output: Output, first: bool },
    Lines { out: Box<dyn Write> },
    Single(Box<Single>),
    Parts(Box<Parts>),
}

impl Writer {
    pub(crate) fn new(args: &Args, output: Output, done: &Done) -> io::Result<Self> {
        let segments = args.segments;
        if output == Output::Parquet {
            return Ok(match args.output.as_deref() {
                Some(path) if is_folder(path) => Self::Parts(Box::new(Parts::new(path, segments, done.next_part)?)),
                path => Self::Single(Box::new(Single::new(path, segments)?)),
            });
        }
        let mut out = sink(args.output.as_deref(), args.resume)?;
        if output == Output::Report {
            report::begin(&mut out)?;
        }
        Ok(match output {
            Output::Jsonl => Self::Lines { out },
            output => Self::Articles { out, output, first: true },
        })
    }

    /// Writes a piece; below its name where one is given.
    pub(crate) fn write(&mut self, place: &Place, named: bool, piece: Piece) -> io::Result<()> {
        match (self, piece) {
            (Self::Articles { out, output, first }, Piece::Rendered(text)) => {
                match output {
                    Output::Report => report::heading(out, &place.named())?,
                    Output::Format(format) if is_json(*format) => {}
                    _ if named => writeln!(out, "{}==> {} <==", if *first { "" } else { "\n" }, place.named())?,
                    _ => {}
                }
                *first = false;
                out.write_all(&text)
            }
            (Self::Lines { out }, Piece::Row(row)) => {
                #[derive(Serialize)]
                struct Line<'a> {
                    #[serde(flatten)]
                    place: &'a Place,
                    #[serde(flatten)]
                    row: &'a Row,
                    #[serde(flatten)]
                    detail: &'a Option<Detail>,
                }
                serde_json::to_writer(&mut *out, &Line { place, row: &row.0, detail: &row.1 })?;
                out.write_all(b"\n")
            }
            (Self::Single(single), Piece::Row(row)) => single.write(place, *row),
            (Self::Parts(parts), Piece::Row(row)) => parts.write(place, *row),
            _ => Ok(()),
        }
    }

    /// Sees to it that what was written is there.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Articles { out, .. } | Self::Lines { out } => out.flush(),
            _ => Ok(()),
        }
    }

    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Articles { mut out, output, .. } => {
                if output == Output::Report {
                    report::end(&mut out)?;
                }
                out.flush()
            }
            Self::Lines { mut out } => out.flush(),
            Self::Single(single) => single.finish(),
            Self::Parts(parts) => parts.finish(),
        }
    }
}

/// A file, or standard output.
fn sink(path: Option<&Path>, append: bool) -> io::Result<Box<dyn Write>> {
    Ok(match path {
        None => Box::new(BufWriter::new(io::stdout())),
        Some(path) if append => Box::new(BufWriter::new(File::options().append(true).create(true).open(path)?)),
        Some(path) => Box::new(BufWriter::new(File::create(path)?)),
    })
}
