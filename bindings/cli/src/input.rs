//! What is read: files, whatever they hold, one document after the other.

mod bytes;
mod table;
mod warc;

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use nutgraf::{Reader, Splitter};
use nutgraf_batch::{Content, Document, Failure};

use crate::args::InputKind;
use bytes::{Members, PutBack, is_compressed};
pub(crate) use table::Columns;

/// What standard input is called.
const STDIN: &str = "standard input";

/// Bytes that are read at a time.
const CHUNK: usize = 256 * 1024;

/// A file of the command line, or in a folder of it.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    /// None for standard input.
    path: Option<PathBuf>,
    /// Why it cannot be read, where that is known already.
    failed: Option<String>,
}

impl Source {
    /// The files that arguments stand for, in order: those in a folder and its folders by name, those of a pattern too.
    pub(crate) fn all(arguments: &[OsString]) -> Vec<Self> {
        let mut sources = Vec::new();
        for argument in arguments {
            let path = Path::new(argument);
            let pattern = argument.to_str().filter(|name| name.contains(['*', '?', '[']));
            if argument == "-" {
                sources.push(Self { name: STDIN.into(), path: None, failed: None });
            } else if let Some(pattern) = pattern.filter(|_| !path.exists()) {
                let before = sources.len();
                // As a shell has it.
                let options = glob::MatchOptions { require_literal_leading_dot: true, ..Default::default() };
                match glob::glob_with(pattern, options) {
                    Ok(paths) => paths.flatten().for_each(|path| Self::walk(&path, &mut sources)),
                    Err(error) => sources.push(Self::failed(path, error)),
                }
                if sources.len() == before {
                    sources.push(Self::failed(path, "no file matches the pattern"));
                }
            } else {
                Self::walk(path, &mut sources);
            }
        }
        sources
    }

    fn failed(path: &Path, reason: impl ToString) -> Self {
        Self { name: path.to_string_lossy().into(), path: Some(path.into()), failed: Some(reason.to_string()) }
    }

    /// Adds a file, or those in a folder; of them not what is hidden, no folders behind links, which may lead back, and
    /// nothing but files, as a pipe there may have no other end.
    fn walk(path: &Path, sources: &mut Vec<Self>) {
        if !path.is_dir() {
            sources.push(Self { name: path.to_string_lossy().into(), path: Some(path.into()), failed: None });
            return;
        }
        let entries = std::fs::read_dir(path).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return sources.push(Self::failed(path, error)),
        };
        entries.sort_by_key(|entry| entry.file_name());
        for entry in entries {
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            let path = entry.path();
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            // What cannot be looked at is told when it is opened.
            let file = || std::fs::metadata(&path).map_or(true, |metadata| metadata.is_file());
            if !hidden && (folder || file()) {
                Self::walk(&path, sources);
            }
        }
    }

    /// Takes out what lies where the output goes: what is written is not to be read. A file that an argument names itself
    /// is an error.
    pub(crate) fn leave_out(sources: &mut Vec<Self>, output: &Path, arguments: &[OsString]) -> Result<(), String> {
        let Ok(output) = output.canonicalize() else { return Ok(()) };
        let is_output = |path: &Path| path.canonicalize().is_ok_and(|path| path.starts_with(&output));
        if let Some(named) = arguments.iter().map(Path::new).find(|path| is_output(path)) {
            return Err(format!("{} is the output as well", named.display()));
        }
        sources.retain(|source| !source.path.as_deref().is_some_and(is_output));
        Ok(())
    }

    /// Bytes that it has, where that can be told.
    pub(crate) fn size(&self) -> Option<u64> {
        let metadata = std::fs::metadata(self.path.as_ref()?).ok()?;
        metadata.is_file().then_some(metadata.len())
    }
}

/// A document that is none, and why.
pub(crate) fn failed(reason: impl ToString) -> Document<'static> {
    Document { content: Err(Failure::Unreadable(reason.to_string())), url: None, content_type: None }
}

/// How files are read.
#[derive(Clone, Debug)]
pub(crate) struct Opener {
    pub(crate) kind: InputKind,
    pub(crate) columns: Columns,
    pub(crate) reader: Reader,
    pub(crate) max_bytes: u64,
    /// Bytes that were read of all files.
    pub(crate) taken: Arc<AtomicU64>,
}

/// The documents of a file.
pub(crate) enum Documents {
    /// The file is one.
    One(Box<Document<'static>>),
    /// The file holds any number.
    Many(Box<dyn Iterator<Item = Document<'static>> + Send>),
}

impl Opener {
    /// The documents in a file; one that says why where it cannot be read.
    pub(crate) fn open(&self, source: &Source) -> Documents {
        self.try_open(source).unwrap_or_else(|reason| Documents::One(Box::new(failed(reason))))
    }

    fn try_open(&self, source: &Source) -> Result<Documents, String> {
        if let Some(reason) = &source.failed {
            return Err(reason.clone());
        }
        let open = |path: &PathBuf| File::open(path).map_err(|error| error.to_string());
        let file: Box<dyn Read + Send> = match &source.path {
            None => Box::new(io::stdin()),
            Some(path) => Box::new(open(path)?),
        };
        let counted = Counted { inner: file, taken: Arc::clone(&self.taken), failed: false };
        let mut input = PutBack::new(BufReader::with_capacity(CHUNK, counted));
        let start = input.peek(4).map_err(|error| error.to_string())?;
        if self.kind == InputKind::Parquet || (self.kind == InputKind::Auto && start == b"PAR1") {
            let path = source.path.as_ref().ok_or("a Parquet file is read from its end: give it as a file")?;
            return Ok(Documents::Many(Box::new(table::Parquet::open(open(path)?, &self.columns)?)));
        }
        let name = Path::new(&source.name);
        if !is_compressed(start) {
            return self.decompressed(input, name);
        }
        let members: Box<dyn Read + Send> = Box::new(Members::new(input));
        let plain = name.file_stem().map_or(name, Path::new);
        self.decompressed(PutBack::new(BufReader::with_capacity(CHUNK, members)), plain)
    }

    fn decompressed<R: Read + Send + 'static>(
        &self,
        mut input: PutBack<BufReader<R>>,
        name: &Path,
    ) -> Result<Documents, String> {
        let kind = match self.kind {
            // Damage at the very start is told when it is met again.
            InputKind::Auto if input.peek(5).is_ok_and(|start| start == b"WARC/") => InputKind::Warc,
            InputKind::Auto if name.extension().is_some_and(|end| end == "warc" || end == "wet") => InputKind::Warc,
            InputKind::Auto if name.extension().is_some_and(|end| end == "jsonl" || end == "ndjson") => {
                InputKind::Jsonl
            }
            kind => kind,
        };
        Ok(match kind {
            InputKind::Warc => Documents::Many(Box::new(warc::Warc::new(input, self.max_bytes))),
            InputKind::Jsonl => {
                Documents::Many(Box::new(table::Lines::new(input, self.columns.clone(), self.max_bytes)))
            }
            InputKind::Archive(_) => Documents::Many(Box::new(Archive {
                splitter: Splitter::new(self.reader.clone()).map_err(|error| error.to_string())?,
                input,
                chunk: vec![0; CHUNK],
                ended: false,
            })),
            _ => Documents::One(Box::new(self.whole(input))),
        })
    }

    /// A file that is one document. No more is read than can be used, whatever the file says of its size.
    fn whole(&self, input: impl Read) -> Document<'static> {
        let (mut bytes, limit) = (Vec::new(), self.max_bytes);
        match input.take(limit + 1).read_to_end(&mut bytes) {
            Err(error) => failed(error),
            Ok(_) if bytes.len() as u64 > limit => failed(format!(
                "it has more than {limit} bytes, the limit: raise --max-bytes ({} at most) or split the input",
                nutgraf::MAX_BYTES
            )),
            Ok(_) => Document::from(Ok(Content::Bytes(bytes.into()))),
        }
    }
}

/// Counts what is read, and ends behind an error.
struct Counted<R> {
    inner: R,
    taken: Arc<AtomicU64>,
    failed: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while !self.failed {
            match self.inner.read(out) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.failed = true;
                    return Err(error);
                }
                Ok(read) => {
                    self.taken.fetch_add(read as u64, Ordering::Relaxed);
                    return Ok(read);
                }
            }
        }
        Ok(0)
    }
}

/// The records of an archive, found as it is read.
struct Archive<R> {
    splitter: Splitter,
    input: R,
    chunk: Vec<u8>,
    ended: bool,
}

impl<R: Read> Iterator for Archive<R> {
    type Item = Document<'static>;

    fn next(&mut self) -> Option<Document<'static>> {
        loop {
            if let Some(record) = self.splitter.next_record() {
                let content = record.map(|record| Content::Record(Box::new(record))).map_err(Failure::Refused);
                return Some(Document::from(content));
            }
            if self.ended {
                return None;
            }
            match self.input.read(&mut self.chunk) {
                Ok(0) => {
                    self.ended = true;
                    self.splitter.finish();
                }
                Ok(length) => self.splitter.push(&self.chunk[..length]),
                // It goes on behind damage, where it can.
                Err(error) => return Some(failed(error)),
            }
        }
    }
}
