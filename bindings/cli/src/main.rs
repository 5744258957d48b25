//! The command `nutgraf`: reads files or standard input and writes the articles in them.

mod args;
mod explain;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;

use args::{Args, InputKind, Output};
use clap::{CommandFactory, Parser, error::ErrorKind};
use explain::{Explain, Style};
use nutgraf::{Article, Format, Reader, Splitter};

/// Exit codes, beside 0: some input could not be read, and the usage was wrong.
const FAILED: u8 = 1;
const USAGE: u8 = 2;

/// What standard input is called in headers and errors.
const STDIN: &str = "standard input";

fn main() -> ExitCode {
    let mut args = Args::parse();
    if args.files.is_empty() {
        if io::stdin().is_terminal() {
            let message = "no FILE was given, and standard input is a terminal";
            Args::command().error(ErrorKind::MissingRequiredArgument, message).exit();
        }
        args.files.push("-".into());
    }
    let reader = args.reader();
    // Options that no input can be read with are the usage's fault, and told before any input is opened.
    if let Err(error) = reader.from_text(b"")
        && error.kind() == nutgraf::ErrorKind::InvalidOption
    {
        eprintln!("nutgraf: {error}");
        return ExitCode::from(USAGE);
    }
    let command = Command { output: args.output(), reader, args };
    match command.run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FAILED),
        // Whoever read our output has had enough of it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nutgraf: standard output: {error}");
            ExitCode::from(FAILED)
        }
    }
}

struct Command {
    args: Args,
    reader: Reader,
    output: Output,
}

impl Command {
    /// Whether every input gave an article; an error is one of standard output.
    fn run(&self) -> io::Result<bool> {
        let stdout = io::stdout();
        let style = Style::new(self.args.color, stdout.is_terminal());
        let mut out = BufWriter::new(stdout.lock());
        let (mut all, mut first) = (true, true);
        for file in &self.args.files {
            let name = if file == "-" { STDIN.into() } else { file.to_string_lossy() };
            let mut take = |article: Result<Article, String>, number: Option<u32>| -> io::Result<()> {
                match article {
                    Ok(article) => {
                        let name = number.map_or(name.clone(), |number| format!("{name} {number}").into());
                        let named = number.is_some() || self.args.files.len() > 1;
                        self.write(&mut out, &article, named.then_some(&*name), first, style)?;
                        first = false;
                    }
                    Err(message) => {
                        // What was written belongs before the error.
                        out.flush()?;
                        eprintln!("nutgraf: {name}: {message}");
                        all = false;
                    }
                }
                Ok(())
            };
            match self.args.input {
                InputKind::Archive(_) => self.archive(file, &mut take)?,
                _ => take(self.article(file), None)?,
            }
        }
        out.flush()?;
        Ok(all)
    }

    /// Hands out the articles of an archive as they are read, numbered from 1; an error is one of standard output.
    fn archive(
        &self,
        file: &OsStr,
        take: &mut dyn FnMut(Result<Article, String>, Option<u32>) -> io::Result<()>,
    ) -> io::Result<()> {
        const CHUNK: usize = 256 * 1024;
        let input: io::Result<Box<dyn Read>> = match file {
            file if file == "-" => Ok(Box::new(io::stdin().lock())),
            file => File::open(file).map(|file| Box::new(file) as Box<dyn Read>),
        };
        let splitter = Splitter::new(self.reader.clone());
        let (mut input, mut splitter) = match (input, splitter) {
            (Ok(input), Ok(splitter)) => (input, splitter),
            (Err(error), _) => return take(Err(error.to_string()), None),
            (_, Err(error)) => return take(Err(error.to_string()), None),
        };
        let (mut chunk, mut number) = (vec![0; CHUNK], 0);
        loop {
            let read = input.read(&mut chunk);
            match read {
                Ok(0) => splitter.finish(),
                Ok(length) => splitter.push(&chunk[..length]),
                Err(ref error) if error.kind() == io::ErrorKind::Interrupted => continue,
                // What was read until then is an archive that was cut.
                Err(ref error) => {
                    take(Err(error.to_string()), None)?;
                    splitter.finish();
                }
            }
            while let Some(article) = splitter.next() {
                number += 1;
                take(article.map_err(|error| format!("article {number}: {error}")), Some(number))?;
            }
            if !matches!(read, Ok(1..)) {
                return Ok(());
            }
        }
    }

    fn article(&self, file: &OsStr) -> Result<Article, String> {
        let mut bytes = Vec::new();
        // No more is read than can be used, whatever the file says of its size.
        let limit = self.args.max_bytes;
        let read = |input: &mut dyn Read, bytes: &mut Vec<u8>| input.take(limit + 1).read_to_end(bytes);
        let result = if file == "-" {
            read(&mut io::stdin().lock(), &mut bytes)
        } else {
            File::open(file).and_then(|mut file| read(&mut file, &mut bytes))
        };
        result.map_err(|error| error.to_string())?;
        if bytes.len() as u64 > limit {
            return Err(format!(
                "it has more than {limit} bytes, the limit: raise --max-bytes ({} at most) or split the input",
                nutgraf::MAX_BYTES
            ));
        }
        let html = match self.args.input {
            InputKind::Auto => self.reader.is_html(&bytes),
            InputKind::Html => true,
            InputKind::Text | InputKind::Archive(_) => false,
        };
        let article = if html { self.reader.from_html(&bytes) } else { self.reader.from_text(&bytes) };
        article.map_err(|error| error.to_string())
    }

    fn write(
        &self,
        out: &mut impl Write,
        article: &Article,
        name: Option<&str>,
        first: bool,
        style: Style,
    ) -> io::Result<()> {
        let json = matches!(self.output, Output::Format(Format::Json | Format::Jsonld | Format::Ninjs));
        if let (Some(name), false) = (name, json) {
            writeln!(out, "{}==> {name} <==", if first { "" } else { "\n" })?;
        }
        match self.output {
            Output::Explain => Explain { article, style }.write(out),
            Output::Format(format) => {
                let text = article.render(format);
                out.write_all(text.as_bytes())?;
                // A line of its own for each article.
                if json && !text.ends_with('\n') { out.write_all(b"\n") } else { Ok(()) }
            }
        }
    }
}
