//! The arguments, and the reader that they ask for.

use std::ffi::OsString;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum};
use nutgraf::{ArchiveFormat, Focus, Format, Kind, MAX_BYTES, Reader};
use nutgraf_batch::Form;

use crate::input::Columns;

/// Gives back the article from a page or a plain-text dump, or each of an archive, a crawl or a table: its title, authors, dates,
/// sections and paragraphs, and a reason for all that is left out.
#[derive(Debug, Parser)]
#[command(
    name = "nutgraf",
    version,
    after_help = "Exit codes: 0 when every document gave an article, 1 when some document or file failed, which the others do not \
        suffer from, 2 for wrong usage, 3 when the output could not be written."
)]
pub(crate) struct Args {
    /// Files and folders to read, or patterns such as 'crawl/*.warc.gz'; `-` for standard input, which is also read when none is
    /// given. What is compressed (gzip, Zstandard) is decompressed
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<OsString>,

    /// Form in which articles are written. Several stand below their names, but as JSON one a line; `json` is all that is known of
    /// an article, `jsonl` and `parquet` are rows of its facts and text, or of what was wrong
    #[arg(
        short,
        long,
        default_value = "text",
        value_parser = PossibleValuesParser::new(Output::names()).try_map(|name| Output::from_name(&name)),
    )]
    format: Output,

    /// Show every segment with its role, kind, confidence, span and the reason for them, instead of the article; with
    /// `--format html` as one page of HTML that stands alone
    #[arg(short, long)]
    explain: bool,

    /// File to write to, or for `parquet` a folder, in which parts are written
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Go on where a run that was ended has stopped: what --output holds already is kept, and not read again. With `jsonl`,
    /// and with `parquet` in a folder
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,

    /// How many documents are read at a time; as many as there are processors when not given
    #[arg(short, long, value_name = "NUMBER")]
    pub(crate) jobs: Option<NonZero<usize>>,

    /// Add the document and its segments to the rows of `jsonl` and `parquet`
    #[arg(long)]
    pub(crate) segments: bool,

    /// When --explain uses colours; NO_COLOR in the environment counts as well
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    /// What the inputs are: `warc` is a crawl, WET files too; `jsonl` and `parquet` are tables of documents; `archive` holds many
    /// articles, and the names behind it are those of its forms. `auto` tells all but archives by how they begin, and `jsonl`
    /// by the name
    #[arg(
        long,
        value_name = "KIND",
        default_value = "auto",
        value_parser = PossibleValuesParser::new(InputKind::names()).try_map(|name| InputKind::from_name(&name)),
    )]
    pub(crate) input: InputKind,

    /// Column of a table that holds the documents; html, text or content when not given
    #[arg(long, value_name = "NAME")]
    column: Option<String>,

    /// Column of a table that holds their addresses
    #[arg(long, value_name = "NAME", default_value = "url")]
    url_column: String,

    /// Address that the input came from
    #[arg(long)]
    url: Option<String>,

    /// Content-Type that the input came with, for its charset
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,

    /// Character encoding of the input, such as utf-8 or windows-1252; found out when not given
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,

    /// Language of the article, such as en or pt-BR; found out when not given
    #[arg(long, value_name = "TAG")]
    language: Option<String>,

    /// Day against which "yesterday" is read, such as 2024-05-03
    #[arg(long, value_name = "DATE")]
    reference_date: Option<String>,

    /// Whether a doubtful segment is kept in the body (recall) or left out (precision)
    #[arg(
        long,
        default_value = "balanced",
        value_parser = PossibleValuesParser::new(["precision", "balanced", "recall"]).try_map(|name| Focus::from_name(&name)),
    )]
    focus: Focus,

    /// Kinds that the body text is made of, parted by commas, such as heading,paragraph; all of the body when not given
    #[arg(
        long,
        value_name = "KINDS",
        value_delimiter = ',',
        hide_possible_values = true,
        value_parser = PossibleValuesParser::new(Kind::all().iter().map(|kind| kind.name())).try_map(|name| kind(&name)),
    )]
    body_kinds: Option<Vec<Kind>>,

    /// Most bytes that a document may have
    #[arg(long, value_name = "BYTES", default_value_t = MAX_BYTES, value_parser = clap::value_parser!(u64).range(..=MAX_BYTES))]
    pub(crate) max_bytes: u64,

    /// Write the manual page, or what completes commands in a shell, and read nothing
    #[arg(long, value_name = "WHAT", exclusive = true)]
    pub(crate) generate: Option<Generate>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Generate {
    /// The manual page, in roff
    Man,
    /// Completions for bash
    Bash,
    /// Completions for zsh
    Zsh,
    /// Completions for fish
    Fish,
    /// Completions for Elvish
    Elvish,
    /// Completions for PowerShell
    Powershell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InputKind {
    /// Whatever the input looks like.
    Auto,
    /// Each file is a dump.
    Text,
    /// Each file is a page.
    Html,
    Warc,
    Jsonl,
    Parquet,
    /// Many articles in one file.
    Archive(ArchiveFormat),
}

/// Those that are no archives.
const INPUT_KINDS: [(&str, InputKind); 7] = [
    ("auto", InputKind::Auto),
    ("text", InputKind::Text),
    ("html", InputKind::Html),
    ("warc", InputKind::Warc),
    ("jsonl", InputKind::Jsonl),
    ("parquet", InputKind::Parquet),
    ("archive", InputKind::Archive(ArchiveFormat::Auto)),
];

impl InputKind {
    fn names() -> impl Iterator<Item = &'static str> {
        let archives = ArchiveFormat::all()[1..].iter().map(|format| format.name());
        INPUT_KINDS.into_iter().map(|(name, _)| name).chain(archives)
    }

    fn from_name(name: &str) -> Result<Self, nutgraf::Error> {
        match INPUT_KINDS.into_iter().find(|&(kind, _)| kind == name) {
            Some((_, kind)) => Ok(kind),
            None => ArchiveFormat::from_name(name).map(Self::Archive),
        }
    }

    /// What a document in such an input is.
    pub(crate) fn form(self) -> Form {
        match self {
            Self::Text => Form::Text,
            Self::Html => Form::Html,
            _ => Form::Auto,
        }
    }
}

/// What is written of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Format(Format),
    Jsonl,
    Parquet,
    /// For a terminal.
    Explain,
    /// A page of HTML.
    Report,
}

impl Output {
    fn names() -> impl Iterator<Item = &'static str> {
        Format::all().iter().map(|format| format.name()).chain(["jsonl", "parquet"])
    }

    fn from_name(name: &str) -> Result<Self, nutgraf::Error> {
        match name {
            "jsonl" => Ok(Self::Jsonl),
            "parquet" => Ok(Self::Parquet),
            name => Format::from_name(name).map(Self::Format),
        }
    }

    /// Whether a document that failed is a row as well.
    pub(crate) fn is_rows(self) -> bool {
        matches!(self, Self::Jsonl | Self::Parquet)
    }
}

/// Whether a path is that of a folder, which may not be there yet.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

fn kind(name: &str) -> Result<Kind, String> {
    Kind::all().iter().copied().find(|kind| kind.name() == name).ok_or_else(|| format!("no kind is called {name}"))
}

impl Args {
    /// What is asked for.
    ///
    /// # Errors
    ///
    /// What cannot be asked for together.
    pub(crate) fn output(&self) -> Result<Output, &'static str> {
        let to_folder = self.output.as_ref().is_some_and(|path| is_folder(path));
        match (self.explain, self.format) {
            (true, _) if self.resume => Err("--resume is for --format jsonl or parquet, without --explain"),
            (true, _) if self.segments => Err("--segments is for --format jsonl or parquet, without --explain"),
            (true, _) if to_folder => Err("--output is a folder: give a file, or --format parquet"),
            (true, Output::Format(Format::Text)) => Ok(Output::Explain),
            (true, Output::Format(Format::Html)) => Ok(Output::Report),
            (true, _) => Err("--explain is for a terminal, or for --format html"),
            (_, format) if self.segments && !format.is_rows() => Err("--segments is for --format jsonl or parquet"),
            (_, format) if to_folder && format != Output::Parquet => {
                Err("--output is a folder: give a file, or --format parquet")
            }
            (_, Output::Parquet) if self.resume && !to_folder => {
                Err("--resume with --format parquet takes a folder as --output, such as articles/")
            }
            (_, format) if self.resume && !format.is_rows() => Err("--resume is for --format jsonl or parquet"),
            (_, format) => Ok(format),
        }
    }

    pub(crate) fn columns(&self) -> Columns {
        Columns { document: self.column.clone(), url: self.url_column.clone() }
    }

    pub(crate) fn reader(&self) -> Reader {
        let given = |reader: Reader, value: &Option<String>, set: fn(Reader, String) -> Reader| match value {
            Some(value) => set(reader, value.clone()),
            None => reader,
        };
        let reader = Reader::new().focus(self.focus).max_bytes(self.max_bytes);
        let reader = given(reader, &self.url, Reader::url);
        let reader = given(reader, &self.content_type, Reader::content_type);
        let reader = given(reader, &self.encoding, Reader::encoding);
        let reader = given(reader, &self.language, Reader::language);
        let reader = given(reader, &self.reference_date, Reader::reference_date);
        let reader = match self.input {
            InputKind::Archive(format) => reader.format(format),
            _ => reader,
        };
        match &self.body_kinds {
            Some(kinds) => reader.body_kinds(kinds.clone()),
            None => reader,
        }
    }
}
