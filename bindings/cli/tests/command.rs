//! Runs of the command as a shell would start it.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const DUMP: &str = "As Rivers Rise, a Town Looks Up\n\nBy Jane Roe\n\n2 MINS READMar 23, 2020 | 10:00 GMT\n\n\
    The river came over its bank at four in the morning, and by five the main street was under water. Nobody was hurt, \
    the mayor said, but forty families spent the night in the school.\n\n\
    The water fell again before noon. It left mud on the floors of sixty houses, and a boat that no one claimed in the \
    yard of the fire station.\n\n\
    What Happened\n\n\
    A gauge above the bridge had stopped sending in the evening, and no one drove out in the rain to look at it. The \
    first call came from the baker, who stood in water when he opened the door.\n\n\
    Copyright © Example Press. All rights reserved.\n";

/// The command, away from the environment that the tests happen to run in.
fn nutgraf(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.args(arguments).env_remove("NO_COLOR").env_remove("COLUMNS").env_remove("TERM").stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    nutgraf(arguments).output().expect("the command runs")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = nutgraf(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // It may have ended without reading all.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

/// A file that goes when the test ends.
struct TempFile(PathBuf);

impl TempFile {
    fn new(name: &str, content: &[u8]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
        std::fs::write(&path, content).expect("a file");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn text_is_the_body() {
    let file = TempFile::new("text.txt", DUMP.as_bytes());
    let output = run(&[file.path()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let article = nutgraf::from_text(DUMP).expect("an article");
    assert_eq!(out(&output), article.to_text());
    assert!(out(&output).starts_with("The river came"));
    assert!(!out(&output).contains("MINS READ"));
    assert_eq!(err(&output), "");
}

#[test]
fn markdown_html_and_json() {
    let article = nutgraf::from_text(DUMP.as_bytes()).expect("an article");
    let markdown = run_with(&["--format", "markdown", "-"], DUMP.as_bytes());
    assert_eq!(out(&markdown), article.to_markdown());
    assert_eq!(out(&run_with(&["--format", "html"], DUMP.as_bytes())), article.to_html());
    let json = run_with(&["--format", "json"], DUMP.as_bytes());
    assert_eq!(out(&json).matches('\n').count(), 1);
    assert_eq!(nutgraf::Article::from_json(out(&json)).expect("JSON of an article"), article);
}

#[test]
fn forms_of_others() {
    let article = nutgraf::from_text(DUMP.as_bytes()).expect("an article");
    let (jsonld, ninjs, tei) = (article.to_jsonld(), article.to_ninjs(), article.to_tei());
    for (format, expected) in [("jsonld", &jsonld), ("ninjs", &ninjs), ("tei", &tei)] {
        assert_eq!(out(&run_with(&["--format", format], DUMP.as_bytes())), expected);
    }
    // Of several files JSON stands one a line, whatever it is of.
    let (a, b) = (TempFile::new("c.txt", DUMP.as_bytes()), TempFile::new("d.txt", DUMP.as_bytes()));
    for (format, line) in [("jsonld", jsonld), ("ninjs", ninjs)] {
        assert_eq!(out(&run(&["--format", format, a.path(), b.path()])), line.repeat(2));
    }
    let named = format!("==> {} <==\n{tei}\n==> {} <==\n{tei}", a.path(), b.path());
    assert_eq!(out(&run(&["--format", "tei", a.path(), b.path()])), named);
}

#[test]
fn standard_input_is_read_without_a_file_and_for_a_dash() {
    let (without, dash) = (run_with(&[], DUMP.as_bytes()), run_with(&["-"], DUMP.as_bytes()));
    assert_eq!(without.status.code(), Some(0));
    assert_eq!(without.stdout, dash.stdout);
    assert!(!without.stdout.is_empty());
}

#[test]
fn an_empty_input_is_an_empty_article() {
    for format in ["text", "markdown", "html"] {
        let output = run_with(&["--format", format], b"");
        assert_eq!((output.status.code(), out(&output)), (Some(0), ""));
    }
    assert_eq!(run_with(&["--explain"], b"").status.code(), Some(0));
}

#[test]
fn several_files_stand_below_their_names_and_json_one_a_line() {
    let (a, b) = (TempFile::new("a.txt", DUMP.as_bytes()), TempFile::new("b.txt", DUMP.as_bytes()));
    let text = run(&[a.path(), b.path()]);
    let body = nutgraf::from_text(DUMP).expect("an article").to_text();
    assert_eq!(out(&text), format!("==> {} <==\n{body}\n==> {} <==\n{body}", a.path(), b.path()));
    let json = run(&["-f", "json", a.path(), b.path()]);
    assert_eq!(out(&json).lines().count(), 2);
    for line in out(&json).lines() {
        let value: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(value["schema"], 1);
    }
    let with_stdin = run_with(&[a.path(), "-"], DUMP.as_bytes());
    assert!(out(&with_stdin).contains("\n==> standard input <==\n"), "{}", out(&with_stdin));
}

#[test]
fn an_archive_gives_its_articles_one_by_one() {
    let archive = "==> one <==\nA First Title\n\nA river rose over its bank at four in the morning.\n\n\
        ==> two <==\nA Second Title\n\nIt fell again before noon, and left mud on the floors.\n";
    let articles: Vec<nutgraf::Article> =
        nutgraf::split(archive.as_bytes()).map(|article| article.expect("an article")).collect();
    assert_eq!(articles.len(), 2);
    for kind in ["archive", "dumps"] {
        let json = run_with(&["--input", kind, "--format", "json"], archive.as_bytes());
        assert_eq!(json.status.code(), Some(0), "{}", err(&json));
        let found: Vec<_> = out(&json).lines().map(|line| nutgraf::Article::from_json(line).expect("JSON")).collect();
        assert_eq!(found, articles);
    }
    let text = run_with(&["--input", "archive"], archive.as_bytes());
    let (first, second) = (articles[0].to_text(), articles[1].to_text());
    assert_eq!(out(&text), format!("==> standard input 1 <==\n{first}\n==> standard input 2 <==\n{second}"));
    let one = run_with(&["--input", "wet", "--format", "json"], archive.as_bytes());
    assert_eq!(out(&one).lines().count(), 1);
    // A record over the limit is told, and the others come.
    let long = archive.replace("It fell", &"It fell and rose. ".repeat(400));
    let output = run_with(&["--input", "archive", "--format", "json", "--max-bytes", "500"], long.as_bytes());
    assert_eq!((output.status.code(), out(&output).lines().count()), (Some(1), 1));
    assert!(err(&output).starts_with("nutgraf: standard input 2: the input has "), "{}", err(&output));
    assert_eq!(run(&["--input", "archive", "no/such/file.txt"]).status.code(), Some(1));
}

#[test]
fn a_file_that_fails_is_told_and_the_others_are_read() {
    let file = TempFile::new("good.txt", DUMP.as_bytes());
    let output = run(&["no/such/file.txt", "no/such/*.txt", file.path()]);
    assert_eq!(output.status.code(), Some(1));
    let errors: Vec<&str> = err(&output).lines().collect();
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].starts_with("nutgraf: no/such/file.txt: "), "{errors:?}");
    assert_eq!(errors[1], "nutgraf: no/such/*.txt: no file matches the pattern");
    assert!(out(&output).starts_with(&format!("==> {} <==\nThe river came", file.path())));
}

#[test]
fn wrong_usage_is_told_before_anything_is_read() {
    for arguments in [
        &["--format", "docx"][..],
        &["--no-such-option"],
        &["--focus", "sharp"],
        &["--color", "green"],
        &["--input", "pdf"],
        &["--max-bytes", "many"],
        &["--max-bytes", "4294967296"],
        &["--body-kinds", "paragraph,banana"],
        &["--explain", "--format", "json"],
        &["--segments"],
        &["--resume"],
        &["--resume", "--output", "out.txt"],
        &["--resume", "--format", "parquet", "--output", "out.parquet"],
        &["--format", "jsonl", "--output", "folder/"],
        &["--jobs", "0"],
        &["--generate", "man", "--explain"],
        &["--encoding", "no-such-encoding"],
        &["--language", "not a tag"],
        &["--reference-date", "yesterday"],
    ] {
        let output = run_with(arguments, DUMP.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(out(&output), "", "{arguments:?}");
        assert!(!err(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_and_version() {
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for option in [
        "--format",
        "--explain",
        "--color",
        "--input",
        "--url",
        "--content-type",
        "--encoding",
        "--language",
        "--reference-date",
        "--focus",
        "--body-kinds",
        "--max-bytes",
        "--output",
        "--resume",
        "--jobs",
        "--segments",
        "--column",
        "--url-column",
        "--generate",
    ] {
        assert!(out(&help).contains(option), "{option}");
    }
    assert_eq!(out(&run(&["--version"])), format!("nutgraf {}\n", nutgraf::VERSION));
}

/// What the site of the docs shows of it: `BLESS=1 cargo test -p nutgraf-cli docs` writes it again.
#[test]
fn the_docs_have_the_help() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/command.txt");
    let help = run(&["--help"]);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, out(&help)).expect("a file");
    }
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), out(&help));
}

#[test]
fn manual_page_and_completions_know_every_option() {
    let man = run(&["--generate", "man"]);
    assert!(out(&man).starts_with(".ie") && out(&man).contains(".TH nutgraf 1"), "{}", out(&man));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let completions = run(&["--generate", shell]);
        assert_eq!(completions.status.code(), Some(0));
        assert!(out(&completions).contains("resume"), "{shell}");
    }
    for option in ["resume", "url\\-column"] {
        assert!(out(&man).contains(option), "{option}");
    }
}

#[test]
fn over_the_limit_the_error_says_how_much_it_is() {
    let output = run_with(&["--max-bytes", "100"], DUMP.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).starts_with("nutgraf: standard input: "), "{}", err(&output));
    assert!(err(&output).contains("100 bytes") && err(&output).contains("--max-bytes"), "{}", err(&output));
    let enough = DUMP.len().to_string();
    assert_eq!(run_with(&["--max-bytes", &enough], DUMP.as_bytes()).status.code(), Some(0));
}

#[test]
fn the_options_reach_the_reader() {
    let fact = |arguments: &[&str], input: &[u8], field: &str| {
        let output = run_with(&[&["--format", "json"], arguments].concat(), input);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", err(&output));
        let value: Value = serde_json::from_str(out(&output)).expect("JSON");
        let facts = value["facts"].as_array().expect("facts").clone();
        facts.into_iter().find(|fact| fact["field"] == field).map(|fact| fact["value"].clone())
    };
    assert_eq!(fact(&["--language", "pt-BR"], DUMP.as_bytes(), "language"), Some("pt-BR".into()));
    assert_eq!(fact(&["--encoding", "latin1"], b"caf\xe9", "encoding"), Some("windows-1252".into()));
    let content_type = ["--content-type", "text/plain; charset=shift_jis"];
    assert_eq!(fact(&content_type, b"\x93\xfa\x96\x7b", "encoding"), Some("shift_jis".into()));
    let url = "https://example.com/news/1";
    assert_eq!(fact(&["--url", url], DUMP.as_bytes(), "url"), Some(url.into()));
    assert!(fact(&["--input", "text", "--focus", "recall"], DUMP.as_bytes(), "title").is_some());
    let headings = run_with(&["--body-kinds", "heading"], DUMP.as_bytes());
    assert_eq!(out(&headings), "What Happened\n");
    let yesterday = "A Title of Some Words\n\nBy Jane Roe\n\nYesterday\n\nThe river came over its bank at four in the \
        morning, and by five the main street was under water. Nobody was hurt, the mayor said to us.\n";
    assert_eq!(run_with(&["--reference-date", "2024-05-03"], yesterday.as_bytes()).status.code(), Some(0));
}

#[test]
fn a_page_is_told_from_a_dump_unless_the_caller_says() {
    let page = b"<!doctype html><title>A Town Looks Up</title><nav><a href=/>Home</a></nav><h1>A Town Looks Up</h1>\
        <p>The river came over its bank at four in the <em>morning</em>, and by five the main street was under water.";
    let body = "The river came over its bank at four in the morning, and by five the main street was under water.\n";
    for arguments in [&[][..], &["--input", "auto"], &["--input", "html"]] {
        let output = run_with(arguments, page);
        assert_eq!((output.status.code(), out(&output)), (Some(0), body), "{arguments:?}");
    }
    let json = |arguments: &[&str], input: &[u8]| -> Value {
        let output = run_with(&[&["--format", "json"], arguments].concat(), input);
        serde_json::from_str(out(&output)).expect("JSON")
    };
    // Read as text the tags are text, and a dump read as a page has its lines joined.
    assert_eq!(json(&["--input", "text"], page)["document"], std::str::from_utf8(page).expect("UTF-8"));
    assert_eq!(json(&["--content-type", "text/plain"], page)["document"], std::str::from_utf8(page).expect("UTF-8"));
    assert_eq!(json(&["--input", "html"], b"One\n\ntwo")["document"], "One two\n");
    assert_eq!(json(&[], DUMP.as_bytes())["document"], DUMP);
    // `source` counts bytes of the page.
    let heading =
        json(&[], page)["segments"].as_array().expect("segments").iter().find(|s| s["kind"] == "title").cloned();
    let source = heading.expect("a title")["source"].clone();
    let (start, end) = (source[0].as_u64().expect("an offset"), source[1].as_u64().expect("an offset"));
    assert_eq!(&page[start as usize..end as usize], b"A Town Looks Up");
}

#[test]
fn explain_names_every_segment_with_its_reason() {
    let output = run_with(&["--explain"], DUMP.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let text = out(&output);
    let article = nutgraf::from_text(DUMP).expect("an article");
    for name in ["title ", "authors", "published", "language", "access", "confidence"] {
        assert!(text.lines().any(|line| line.starts_with(name)), "{name} in\n{text}");
    }
    assert!(text.contains("As Rivers Rise, a Town Looks Up"));
    assert!(article.value(nutgraf::Field::DatePublished).is_none_or(|date| text.contains(date)));
    for segment in article.segments() {
        let span = format!("{}..{}", segment.span().start, segment.span().end);
        let line = text.lines().find(|line| line.contains(&span)).unwrap_or_else(|| panic!("{span} in\n{text}"));
        assert!(line.contains(segment.role().name()) && line.contains(segment.kind().name()), "{line}");
        assert!(line.contains(&format!("{:.2}", segment.confidence())), "{line}");
        assert!(line.ends_with(segment.reason()), "{line}");
    }
    assert!(!text.contains('\x1b'), "no colours into a pipe");
}

#[test]
fn explain_keeps_to_the_width() {
    for columns in [40, 72, 120] {
        let output =
            nutgraf(&["--explain", file_of_dump().path()]).env("COLUMNS", columns.to_string()).output().expect("runs");
        let texts = out(&output).lines().filter(|line| line.starts_with("    "));
        let longest = texts.map(|line| line.chars().count()).max().expect("lines");
        assert!(longest <= columns, "{longest} of {columns}");
        assert!(longest + 12 > columns, "{longest} of {columns}");
        assert!(out(&output).contains('…'));
    }
}

fn file_of_dump() -> TempFile {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    TempFile::new(&format!("dump{}.txt", COUNT.fetch_add(1, Ordering::Relaxed)), DUMP.as_bytes())
}

#[test]
fn colours_when_asked_for() {
    let file = file_of_dump();
    let colored = |arguments: &[&str], no_color: Option<&str>| {
        let mut command = nutgraf(arguments);
        command.arg("--explain").arg(file.path());
        if let Some(value) = no_color {
            command.env("NO_COLOR", value);
        }
        let output = command.output().expect("the command runs");
        assert_eq!(output.status.code(), Some(0));
        output.stdout.contains(&0x1b)
    };
    assert!(!colored(&[], None), "a pipe is no terminal");
    assert!(colored(&["--color", "always"], None));
    assert!(!colored(&["--color", "never"], None));
    assert!(!colored(&["--color", "auto"], Some("1")));
    assert!(colored(&["--color", "always"], Some("1")), "the command line has the last word");
}

#[test]
fn a_terminal_gets_no_control_characters_of_the_input() {
    let dump = format!("{DUMP}\n\u{1b}[2J\u{1b}]0;title\u{7} \u{9b}31m\n");
    let output = run_with(&["--explain"], dump.as_bytes());
    assert!(out(&output).chars().all(|c| c == '\n' || !c.is_control()), "{}", out(&output));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let long = DUMP.repeat(4000);
    let file = TempFile::new("long.txt", long.as_bytes());
    let mut child = nutgraf(&["--format", "json", file.path(), file.path()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdout = child.stdout.take().expect("a pipe");
    let mut start = [0; 10];
    stdout.read_exact(&mut start).expect("some output");
    drop(stdout);
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(err(&output), "");
    assert_eq!(output.status.code(), Some(0));
}
