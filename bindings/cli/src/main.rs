//! The command `nutgraf`: reads files, folders, crawls, tables or standard input, and writes the articles in them.

mod args;
mod explain;
mod generate;
mod input;
mod output;
mod progress;
mod resume;

use std::error::Error;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::process::ExitCode;
use std::sync::Arc;

use args::{Args, Output, is_folder};
use clap::{CommandFactory, Parser, error::ErrorKind};
use explain::Style;
use input::{Documents, Opener, Source};
use nutgraf_batch::{Document, Step, ordered};
use output::{Maker, Piece, Place, Writer};
use progress::Progress;
use resume::{Done, Left};

/// Exit codes, beside 0, and 2 for wrong usage: some document failed; the output could not be written.
const FAILED: u8 = 1;
const OUTPUT: u8 = 3;

fn main() -> ExitCode {
    let mut args = Args::parse();
    if let Some(what) = args.generate {
        return ended(generate::generate(what).map(|()| 0));
    }
    if args.files.is_empty() {
        if io::stdin().is_terminal() {
            usage(ErrorKind::MissingRequiredArgument, "no FILE was given, and standard input is a terminal");
        }
        args.files.push("-".into());
    }
    let output = args.output().unwrap_or_else(|message| usage(ErrorKind::ArgumentConflict, message));
    // Options that no input can be read with are the usage's fault, and told before any input is opened.
    if let Err(error) = args.reader().from_text(b"")
        && error.kind() == nutgraf::ErrorKind::InvalidOption
    {
        usage(ErrorKind::InvalidValue, &error.to_string());
    }
    let mut sources = Source::all(&args.files);
    if let Some(path) = &args.output {
        Source::leave_out(&mut sources, path, &args.files)
            .unwrap_or_else(|message| usage(ErrorKind::ArgumentConflict, &message));
    }
    let done = match (&args.output, output) {
        (Some(path), Output::Parquet) if is_folder(path) => Done::of_parts(path, args.resume),
        (Some(path), _) if args.resume => Done::of_lines(path),
        _ => Ok(Done::default()),
    };
    match done {
        Ok(done) => ended(run(&args, output, &sources, &done)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            usage(ErrorKind::ValueValidation, &error.to_string())
        }
        Err(error) => ended(Err(error)),
    }
}

fn usage(kind: ErrorKind, message: &str) -> ! {
    Args::command().error(kind, message).exit()
}

/// The exit code of a run, of which so many documents failed; an error is one of the output.
fn ended(run: io::Result<u64>) -> ExitCode {
    match run {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(FAILED),
        // Whoever read our output has had enough of it.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nutgraf: the output cannot be written: {error}");
            ExitCode::from(OUTPUT)
        }
    }
}

/// Whether it is one, or one of a format that was written to it.
fn is_broken_pipe(error: &io::Error) -> bool {
    let mut cause = Some(error as &(dyn Error + 'static));
    while let Some(error) = cause {
        match error.downcast_ref::<io::Error>() {
            Some(error) if error.kind() == io::ErrorKind::BrokenPipe => return true,
            // What it was made of is not its source, but what that has for one.
            Some(error) => cause = error.get_ref().map(|inner| inner as &(dyn Error + 'static)),
            None => cause = error.source(),
        }
    }
    false
}

/// How many documents failed.
fn run(args: &Args, output: Output, sources: &[Source], done: &Done) -> io::Result<u64> {
    let style = Style::new(args.color, io::stdout().is_terminal() && args.output.is_none());
    let (maker, reader) = (Maker { output, style, segments: args.segments }, args.reader());
    let opener = Opener {
        kind: args.input,
        columns: args.columns(),
        reader: reader.clone(),
        max_bytes: args.max_bytes,
        taken: Arc::default(),
    };
    let total = sources.iter().map(|source| source.size()).sum();
    let mut progress = Progress::new(Arc::clone(&opener.taken), total, args.output.is_some());
    let mut writer = Writer::new(args, output, done)?;
    let several = sources.len() > 1;
    let (mut failed, mut written) = (0, 0);
    let found = sources.iter().flat_map(|source| documents(&opener, source, done));
    let size = |(_, document): &(Place, Document<'_>)| document.size();
    let read =
        |(place, document): (Place, Document<'_>)| (place, maker.make(document.read(&reader, args.input.form())));
    let jobs = args.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN);
    ordered(jobs, found, size, read, |step| match step {
        Step::Next((place, piece)) => {
            progress.tick(1);
            written += 1;
            match &piece {
                Piece::Failed(reason) => {
                    failed += 1;
                    // What was written belongs before the error.
                    let flushed = writer.flush();
                    progress.say(&format!("nutgraf: {}: {reason}", place.named()));
                    flushed
                }
                Piece::Row(row) => {
                    failed += u64::from(row.0.error.is_some());
                    writer.write(&place, several, piece)
                }
                Piece::Rendered(_) => writer.write(&place, several || place.record.is_some(), piece),
            }
        }
        // Somebody may be waiting at the other end of a pipe.
        Step::Wait => {
            progress.tick(0);
            writer.flush()
        }
    })?;
    writer.finish()?;
    if output.is_rows() && failed > 0 {
        progress.say(&format!("nutgraf: {failed} of {written} documents failed: their rows say why"));
    }
    Ok(failed)
}

/// The documents of a file that are not done yet, each with its place.
fn documents(
    opener: &Opener,
    source: &Source,
    done: &Done,
) -> Box<dyn Iterator<Item = (Place, Document<'static>)> + Send> {
    let Left::Behind(behind) = done.left(&source.name) else { return Box::new(std::iter::empty()) };
    let input = source.name.clone();
    match opener.open(source) {
        Documents::One(found) => Box::new(std::iter::once((Place { input, record: None }, *found))),
        Documents::Many(documents) => {
            let numbered = (1..).zip(documents).filter(move |&(number, _)| number > behind);
            Box::new(numbered.map(move |(number, found)| (Place { input: input.clone(), record: Some(number) }, found)))
        }
    }
}
