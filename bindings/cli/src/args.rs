//! The arguments, and the reader that they ask for.

use std::ffi::OsString;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum};
use nutgraf::{ArchiveFormat, Focus, Format, Kind, MAX_BYTES, Reader};

/// Gives back the article from a plain-text dump, or each of an archive: its title, authors, dates, sections and paragraphs, and a reason for
/// all that is left out.
#[derive(Debug, Parser)]
#[command(
    name = "nutgraf",
    version,
    after_help = "Exit codes: 0 when every input gave an article, 1 when some input failed, 2 for wrong usage."
)]
pub(crate) struct Args {
    /// Files to read, `-` for standard input, which is also read when none is given
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<OsString>,

    /// Form in which articles are written: several stand below their names, but as JSON one a line
    #[arg(
        short,
        long,
        default_value = "text",
        value_parser = PossibleValuesParser::new(Format::all().iter().map(|format| format.name())).try_map(|name| Format::from_name(&name)),
    )]
    format: Format,

    /// Show every segment with its role, kind, confidence, span and the reason for them, instead of the article
    #[arg(short, long, conflicts_with = "format")]
    explain: bool,

    /// When --explain uses colours; NO_COLOR in the environment counts as well
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    /// What the inputs are: `archive` holds many articles, and the names behind it are those of its forms
    #[arg(
        long,
        value_name = "KIND",
        default_value = "auto",
        value_parser = PossibleValuesParser::new(InputKind::names()).try_map(|name| InputKind::from_name(&name)),
    )]
    pub(crate) input: InputKind,

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

    /// Most bytes that an input may have, or a record of an archive
    #[arg(long, value_name = "BYTES", default_value_t = MAX_BYTES, value_parser = clap::value_parser!(u64).range(..=MAX_BYTES))]
    pub(crate) max_bytes: u64,
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

#[derive(Clone, Copy, Debug)]
pub(crate) enum InputKind {
    /// A dump or a page, whichever the input looks like.
    Auto,
    Text,
    Html,
    /// Many articles in one file.
    Archive(ArchiveFormat),
}

impl InputKind {
    fn names() -> impl Iterator<Item = &'static str> {
        ["auto", "text", "html", "archive"]
            .into_iter()
            .chain(ArchiveFormat::all()[1..].iter().map(|format| format.name()))
    }

    fn from_name(name: &str) -> Result<Self, nutgraf::Error> {
        Ok(match name {
            "auto" => Self::Auto,
            "text" => Self::Text,
            "html" => Self::Html,
            "archive" => Self::Archive(ArchiveFormat::Auto),
            format => Self::Archive(ArchiveFormat::from_name(format)?),
        })
    }
}

/// What is written of an article.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Output {
    Format(Format),
    Explain,
}

fn kind(name: &str) -> Result<Kind, String> {
    Kind::all().iter().copied().find(|kind| kind.name() == name).ok_or_else(|| format!("no kind is called {name}"))
}

impl Args {
    pub(crate) fn output(&self) -> Output {
        if self.explain { Output::Explain } else { Output::Format(self.format) }
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
