//! Crawls and tables: what they hold comes out, whatever is damaged in them, and a run that was ended goes on.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BinaryArray, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Value, json};

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("crawl-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("UTF-8").to_owned()
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::create_dir_all(Path::new(&path).parent().expect("a folder")).expect("a folder");
        fs::write(&path, content).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the command runs")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).stdin(Stdio::piped()).spawn().expect("the command starts");
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the command ends")
}

/// Rows of JSON Lines.
fn rows(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The title of each row, or its error, its number before it.
fn titles(rows: &[Value]) -> Vec<String> {
    let text = |row: &Value| row["title"].as_str().or(row["error"].as_str()).expect("a title or an error").to_owned();
    rows.iter().map(|row| format!("{} {}", row["record"], text(row))).collect()
}

fn page(number: usize) -> String {
    format!(
        "<!doctype html><title>Story {number}</title><nav><a href=/>Home</a></nav><h1>Story {number}</h1><p>The river came \
         over its bank at four in the morning, and by five the main street was under water.<p>Nobody was hurt, the mayor \
         said, but {number} families spent the night in the school. It fell again before noon."
    )
}

fn record(kind: &str, url: &str, content_type: &str, block: &[u8]) -> Vec<u8> {
    let length = block.len();
    let header = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n"
    );
    [header.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n").as_bytes(), body].concat()
}

fn response(number: usize) -> Vec<u8> {
    let answer = answer("Content-Type: text/html; charset=utf-8", page(number).as_bytes());
    record("response", &format!("https://example.com/{number}"), "application/http; msgtype=response", &answer)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

const JSONL: [&str; 2] = ["--format", "jsonl"];

fn jsonl(arguments: &[&str]) -> Output {
    run(&[&JSONL, arguments].concat())
}

#[test]
fn a_crawl_gives_its_pages_whatever_it_is_compressed_with() {
    let folder = Folder::new();
    let info = record("warcinfo", "", "application/warc-fields", b"software: a test\r\n");
    let request = record("request", "https://example.com/1", "application/http", b"GET / HTTP/1.1\r\n\r\n");
    let records = [info, request, response(1), response(2)];
    let zstd: Vec<u8> = records.iter().flat_map(|record| zstd::encode_all(&record[..], 1).expect("memory")).collect();
    let whole = gzip(&records.concat());
    let members: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    for (name, bytes) in
        [("a.warc", records.concat()), ("a.warc.gz", members), ("b.warc.gz", whole), ("a.warc.zst", zstd)]
    {
        let output = jsonl(&[&folder.file(name, &bytes)]);
        assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
        let rows = rows(&output);
        assert_eq!(titles(&rows), ["1 Story 1", "2 Story 2"], "{name}");
        assert_eq!(rows[0]["url"], "https://example.com/1");
        assert_eq!(rows[0]["input"], folder.path(name));
        assert!(rows[1]["text"].as_str().expect("a text").contains("2 families"));
        assert_eq!(titles(&self::rows(&run_with(&JSONL, &bytes))), ["1 Story 1", "2 Story 2"], "{name}");
    }
}

#[test]
fn answers_of_http_are_read_as_a_browser_would_and_what_is_no_page_is_passed_over() {
    let page = page(7);
    let brotli = {
        // Bytes of a stream without compression: one uncompressed block would do, but zlib tells as much.
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(page.as_bytes()).expect("memory");
        encoder.finish().expect("memory")
    };
    let (head, tail) = page.split_at(100);
    let chunked = format!("{:x}\r\n{head}\r\n{:X};note\r\n{tail}\r\n0\r\n\r\n", head.len(), tail.len());
    let latin = page.replace("river", "rivi\u{e8}re");
    let latin: Vec<u8> = latin.chars().map(|c| c as u8).collect();
    let html = "Content-Type: text/html";
    let answers = [
        answer(&format!("{html}\r\nContent-Encoding: gzip"), &gzip(page.as_bytes())),
        answer(&format!("{html}\r\ncontent-encoding: deflate"), &brotli),
        answer(&format!("{html}\r\nTransfer-Encoding: chunked"), chunked.as_bytes()),
        // Decoded by the crawler, which left the headers.
        answer(&format!("{html}\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"), page.as_bytes()),
        answer("Content-Type: text/html; charset=iso-8859-1", &latin),
        answer("X-Nothing: said", page.as_bytes()),
    ];
    let mut crawl: Vec<u8> = Vec::new();
    for answer in &answers {
        crawl.extend(record("response", "https://example.com/", "application/http", answer));
    }
    for (status, kind) in [("404 Not Found", "text/html"), ("301 Moved", "text/html"), ("200 OK", "image/png")] {
        let other = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{page}");
        crawl.extend(record("response", "https://example.com/", "application/http", other.as_bytes()));
    }
    crawl.extend(record("resource", "file:///a", "text/html", page.as_bytes()));
    let output = run_with(&JSONL, &crawl);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let rows = rows(&output);
    assert_eq!(titles(&rows), (1..=7).map(|number| format!("{number} Story 7")).collect::<Vec<_>>());
    assert!(rows[4]["text"].as_str().expect("a text").contains("rivi\u{e8}re"));
    let damaged = answer(&format!("{html}\r\nContent-Encoding: gzip"), &gzip(page.as_bytes())[..200]);
    let crawl = [record("response", "https://example.com/x", "application/http", &damaged), response(2)].concat();
    let rows = self::rows(&run_with(&JSONL, &crawl));
    assert!(
        rows[0]["error"].as_str().expect("an error").starts_with("its Content-Encoding gzip is damaged"),
        "{rows:?}"
    );
    assert_eq!(titles(&rows)[1], "2 Story 2");
}

#[test]
fn a_wet_file_gives_its_texts() {
    let text = "Story 3\n\nThe river came over its bank at four in the morning, and by five the main street was under water.\n";
    let crawl: Vec<u8> = [
        record("warcinfo", "", "application/warc-fields", b"x: y\r\n"),
        record("conversion", "https://example.com/3", "text/plain", text.as_bytes()),
    ]
    .concat();
    let folder = Folder::new();
    let rows = rows(&jsonl(&[&folder.file("a.warc.wet.gz", gzip(&crawl))]));
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["url"], "https://example.com/3");
    assert!(rows[0]["text"].as_str().expect("a text").starts_with("The river came"), "{rows:?}");
}

#[test]
fn a_damaged_record_is_a_row_and_the_others_come() {
    let [one, two, three] = [1, 2, 3].map(response);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let length = |record: &[u8], change: &str| {
        let text = text(record);
        let line = text.lines().find(|line| line.starts_with("Content-Length")).expect("a length");
        text.replacen(line, change, 1).into_bytes()
    };
    let damaged: [(&str, Vec<u8>); 6] = [
        ("no number", length(&two, "Content-Length: many")),
        ("missing", length(&two, "X: y")),
        ("too short", length(&two, "Content-Length: 200")),
        ("too long", length(&two, &format!("Content-Length: {}", two.len() + 100))),
        ("far too long", length(&two, "Content-Length: 1000000")),
        ("garbage", b"\x00\xFF garbage\r\nand more of it\r\n\r\n".to_vec()),
    ];
    for (name, damaged) in damaged {
        let output = run_with(&JSONL, &[&one[..], &damaged, &three].concat());
        assert_eq!(output.status.code(), Some(1), "{name}");
        let titles = titles(&rows(&output));
        assert_eq!((titles.len(), &titles[0][..], &titles[2][..]), (3, "1 Story 1", "3 Story 3"), "{name}: {titles:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("1 of 3 documents failed"), "{name}");
    }
    // Records that are no pages, whose lengths are too long by little, by all that follows, and by more than may be.
    for kind in ["request", "metadata"] {
        let request =
            record(kind, "https://example.com/2", "application/http; msgtype=request", b"GET /2 HTTP/1.1\r\n\r\n");
        let mut lengths = vec![20, 30, two.len(), two.len() + three.len(), 1_000_000, usize::MAX / 2];
        // The next one begins where a piece that is looked through ends.
        lengths.extend([0, 1, 5, 9].map(|before| (64 << 10) - before));
        for lie in lengths {
            let padding = vec![b'x'; lie.min(70_000).saturating_sub(3000)];
            let long = record(kind, "https://example.com/2", "text/plain", &padding);
            for record in [&request, &long] {
                let lying = length(record, &format!("Content-Length: {lie}"));
                let rows = rows(&run_with(&JSONL, &[&one[..], &lying, &two, &three].concat()));
                let read: Vec<_> = rows.iter().filter_map(|row| row["title"].as_str()).collect();
                assert_eq!(read, ["Story 1", "Story 2", "Story 3"], "{kind} {lie}: {rows:?}");
                // By no more than the line ends behind a record, it is none.
                assert!(rows.len() == 4 || lie <= 23, "{kind} {lie}: {rows:?}");
            }
        }
    }
    // Members of gzip that are cut, or changed.
    let [one, two, three] = [one, two, three].map(|record| gzip(&record));
    for cut in [two.len() / 3, two.len() / 2, two.len() - 9, two.len() - 1] {
        let rows = rows(&run_with(&JSONL, &[&one[..], &two[..cut], &three].concat()));
        let titles = titles(&rows);
        assert_eq!(
            (&titles[0][..], titles.last().expect("rows").contains("Story 3")),
            ("1 Story 1", true),
            "{titles:?}"
        );
        // Where but the mark of its end is cut, the record is whole.
        assert!(
            titles[1..titles.len() - 1].iter().filter(|title| !title.ends_with(" Story 2")).count() > 0,
            "{titles:?}"
        );
        assert!(titles.iter().filter(|title| title.contains("Story")).count() <= 3, "{titles:?}");
    }
    // The whole is cut.
    let rows = rows(&run_with(&JSONL, &[&one[..], &two[..two.len() / 2]].concat()));
    assert_eq!((rows.len(), rows[0]["error"].is_null(), rows[1]["error"].is_string()), (2, true, true), "{rows:?}");
}

#[test]
fn lines_of_json_are_documents_and_errors() {
    let lines = [
        json!({"html": page(1), "url": "https://example.com/1"}).to_string(),
        json!({"html": 3, "url": "https://example.com/2"}).to_string(),
        json!({"html": null}).to_string(),
        "{\"html\": \"cut".into(),
        "[1, 2]".into(),
        String::new(),
        json!({"text": "Another Title\n\nThe river came over its bank at four in the morning, they said."}).to_string(),
        json!({"other": "x"}).to_string(),
    ];
    let folder = Folder::new();
    let output = jsonl(&[&folder.file("a.jsonl.gz", gzip(lines.join("\n").as_bytes()))]);
    assert_eq!(output.status.code(), Some(1));
    let rows = rows(&output);
    let errors: Vec<&str> = rows.iter().map(|row| row["error"].as_str().unwrap_or_default()).collect();
    assert_eq!(titles(&rows)[0], "1 Story 1");
    assert_eq!(rows[0]["url"], "https://example.com/1");
    assert_eq!(errors[1..3], ["its html is no string but a number", "there is no document: it is null"]);
    assert!(errors[3].contains("EOF") && errors[4].contains("map"), "{errors:?}");
    assert_eq!(errors[5], "");
    assert!(errors[6].starts_with("it has no column html, text, content"), "{errors:?}");
    let named =
        run_with(&["--format", "jsonl", "--input", "jsonl", "--column", "page"], br#"{"page": "<h1>One</h1>"}"#);
    assert_eq!(self::rows(&named)[0]["title"], "One", "{named:?}");
}

fn parquet(path: &str, columns: Vec<(&str, ArrayRef)>) {
    let batch = RecordBatch::try_from_iter(columns).expect("columns");
    let mut writer =
        ArrowWriter::try_new(fs::File::create(path).expect("a file"), batch.schema(), None).expect("a writer");
    writer.write(&batch).expect("rows");
    writer.close().expect("a file");
}

fn read_parquet(path: impl AsRef<Path>) -> Vec<RecordBatch> {
    let file = fs::File::open(path).expect("a file");
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet").build().expect("rows");
    reader.map(|batch| batch.expect("rows")).collect()
}

#[test]
fn strings_of_tables_are_decoded_already() {
    let folder = Folder::new();
    let page =
        "<meta charset=iso-8859-1><h1>Die Straße führt zum Fluss</h1><p>Der Fluss trat um vier Uhr über die Ufer.";
    let lines = folder.file("pages.jsonl", format!("{}\n", json!({ "html": page })));
    let table = folder.path("pages.parquet");
    parquet(&table, vec![("html", Arc::new(StringArray::from(vec![page])))]);
    for input in [lines, table] {
        assert_eq!(titles(&rows(&jsonl(&[&input]))), ["1 Die Straße führt zum Fluss"], "{input}");
    }
}

#[test]
fn what_is_written_is_not_read() {
    let folder = Folder::new();
    let pages = folder.file("pages.jsonl", format!("{}\n", json!({ "html": page(1) })));
    let before = fs::read(&pages).expect("a file");
    assert_eq!(jsonl(&["--output", &pages, &pages]).status.code(), Some(2));
    assert_eq!(fs::read(&pages).expect("a file"), before);
    // In a folder that is read it is left out.
    let out = folder.path("out.jsonl");
    for again in 1..=2 {
        let run = jsonl(&["--output", &out, "--resume", folder.0.to_str().expect("UTF-8")]);
        assert_eq!(run.status.code(), Some(0), "{again}: {}", String::from_utf8_lossy(&run.stderr));
        assert_eq!(fs::read_to_string(&out).expect("a file").lines().count(), 1, "{again}");
    }
}

#[test]
fn parquet_in_and_out() {
    let folder = Folder::new();
    let (input, output) = (folder.path("in.parquet"), folder.path("out.parquet"));
    let pages = [Some(page(1)), None, Some(page(3))];
    let urls = StringArray::from(vec!["https://example.com/1", "https://example.com/2", "https://example.com/3"]);
    let pages = BinaryArray::from(pages.iter().map(|page| page.as_ref().map(String::as_bytes)).collect::<Vec<_>>());
    parquet(
        &input,
        vec![("url", Arc::new(urls)), ("n", Arc::new(Int64Array::from(vec![1, 2, 3]))), ("html", Arc::new(pages))],
    );
    let done = run(&["--format", "parquet", "--segments", "--output", &output, &input]);
    assert_eq!(done.status.code(), Some(1), "{done:?}");
    let batches = read_parquet(&output);
    let batch = &batches[0];
    let string = |name: &str, row: usize| {
        let column = batch.column_by_name(name).expect("a column").as_string::<i32>();
        column.is_valid(row).then(|| column.value(row).to_owned())
    };
    assert_eq!(string("title", 0).as_deref(), Some("Story 1"));
    assert_eq!(string("url", 2).as_deref(), Some("https://example.com/3"));
    assert_eq!(string("error", 1).as_deref(), Some("there is no document: it is null"));
    assert_eq!(string("error", 0), None);
    assert!(batch.column_by_name("segments").expect("a column").as_list::<i32>().value_length(0) > 3);
    let names: Vec<String> = batch.schema().fields().iter().map(|field| field.name().clone()).collect();
    let row = &rows(&jsonl(&["--segments", &input]))[0];
    assert_eq!(names.iter().collect::<BTreeSet<_>>(), row.as_object().expect("an object").keys().collect());
    assert!(!Path::new(&format!("{output}.unfinished")).exists());
    // Columns that hold no documents, and a file that is none.
    let other = run(&["--column", "n", &input]);
    assert!(String::from_utf8_lossy(&other.stderr).contains("its column n: a column of strings"), "{other:?}");
    let broken = folder.file("broken.parquet", &fs::read(&input).expect("a file")[..100]);
    assert_eq!(run(&[&broken]).status.code(), Some(1));
}

#[test]
fn folders_and_patterns_are_read_in_order() {
    let folder = Folder::new();
    for name in ["b/2.html", "b/1.html", "a.html", ".hidden/3.html", "c.txt"] {
        folder.file(name, page(1));
    }
    let inputs = |arguments: &[&str]| -> Vec<String> {
        let prefix = format!("{}/", folder.path(""));
        let prefix = prefix.trim_end_matches("//").to_owned() + "/";
        let rows = rows(&jsonl(arguments));
        rows.iter().map(|row| row["input"].as_str().expect("a name").replace(&prefix, "")).collect()
    };
    assert_eq!(inputs(&[folder.0.to_str().expect("UTF-8")]), ["a.html", "b/1.html", "b/2.html", "c.txt"]);
    assert_eq!(inputs(&[&folder.path("b/*.html"), &folder.path("c.txt")]), ["b/1.html", "b/2.html", "c.txt"]);
    assert_eq!(inputs(&[&folder.path("**/*.html")]), ["a.html", "b/1.html", "b/2.html"]);
}

#[test]
fn any_number_of_jobs_writes_the_same() {
    let crawl: Vec<u8> = (0..60).flat_map(response).collect();
    for format in ["jsonl", "json", "text", "markdown"] {
        let one = run_with(&["--format", format, "--jobs", "1"], &crawl);
        assert_eq!(one.status.code(), Some(0));
        for jobs in ["2", "7"] {
            assert_eq!(run_with(&["--format", format, "--jobs", jobs], &crawl).stdout, one.stdout, "{format} {jobs}");
        }
    }
}

#[test]
fn an_ended_run_goes_on_without_loss_or_repetition() {
    let folder = Folder::new();
    let single = folder.file("a.html", page(1000));
    let crawl = folder.file("b.warc", (0..400).flat_map(response).collect::<Vec<_>>());
    let last = folder.file("c.warc", (400..420).flat_map(response).collect::<Vec<_>>());
    let inputs = [&single[..], &crawl, &last];
    let (expected, output) = (folder.path("whole.jsonl"), folder.path("out.jsonl"));
    let whole = jsonl(&[&["--output", &expected], &inputs[..]].concat());
    assert_eq!(whole.status.code(), Some(0), "{whole:?}");
    let whole = fs::read_to_string(&expected).expect("a file");
    assert_eq!(whole.lines().count(), 421);
    // Whatever an end leaves of the output: nothing, some lines, a line that was cut.
    for length in [0, 10, whole.len() / 3, whole.len() / 2, whole.len() - 1, whole.len()] {
        fs::write(&output, &whole.as_bytes()[..length]).expect("a file");
        let again = jsonl(&[&["--resume", "--output", &output], &inputs[..]].concat());
        assert_eq!(again.status.code(), Some(0), "{again:?}");
        assert!(fs::read_to_string(&output).expect("a file") == whole, "{length}");
    }
    // A process that is killed while it works.
    fs::remove_file(&output).expect("a file");
    let mut kills = 0;
    loop {
        let arguments = [&JSONL[..], &["--jobs", "2", "--resume", "--output", &output], &inputs[..]].concat();
        let mut child = command(&arguments).spawn().expect("the command starts");
        std::thread::sleep(std::time::Duration::from_millis(120));
        if child.try_wait().expect("a process").is_some() || kills == 20 {
            assert!(child.wait().expect("a process").success());
            break;
        }
        child.kill().expect("a process");
        child.wait().expect("a process");
        kills += 1;
    }
    assert!(fs::read_to_string(&output).expect("a file") == whole, "{kills}");
    let other = folder.file("other.jsonl", "{\"a\": 1}\n");
    assert_eq!(jsonl(&["--resume", "--output", &other, &single]).status.code(), Some(3));
    assert_eq!(fs::read_to_string(&other).expect("a file"), "{\"a\": 1}\n");
}

#[test]
fn parts_of_parquet_stay_and_are_gone_on_with() {
    let folder = Folder::new();
    let crawl = folder.file("a.warc", (0..30).flat_map(response).collect::<Vec<_>>());
    let more = folder.file("b.warc", (30..40).flat_map(response).collect::<Vec<_>>());
    let parts = folder.path("parts/");
    let write = |arguments: &[&str]| run(&[&["--format", "parquet", "--output", &parts], arguments].concat());
    assert_eq!(write(&[&crawl]).status.code(), Some(0));
    assert_eq!(write(&[&crawl]).status.code(), Some(2), "parts are not written over");
    // What was being written when a run ended is written anew.
    folder.file("parts/part-000001.parquet.unfinished", "cut");
    assert_eq!(write(&["--resume", &crawl, &more]).status.code(), Some(0));
    let mut titles = Vec::new();
    for part in ["part-000000.parquet", "part-000001.parquet"] {
        for batch in read_parquet(Path::new(&parts).join(part)) {
            let column = batch.column_by_name("title").expect("a column").as_string::<i32>();
            titles.extend(column.iter().flatten().map(str::to_owned));
        }
    }
    assert_eq!(titles, (0..40).map(|number| format!("Story {number}")).collect::<Vec<_>>());
    assert_eq!(write(&["--resume", &crawl, &more]).status.code(), Some(0));
    assert_eq!(fs::read_dir(&parts).expect("a folder").count(), 2);
}

#[test]
fn an_output_that_cannot_be_written_has_an_exit_code_of_its_own() {
    let folder = Folder::new();
    let file = folder.file("a.html", page(1));
    let output = jsonl(&["--output", &folder.path("no/such/folder.jsonl"), &file]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("nutgraf: the output cannot be written: "));
}

#[test]
fn a_report_is_one_page_that_can_run_nothing() {
    let folder = Folder::new();
    let hostile = "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1><script>alert(2)</script><p onclick=alert(3)>The river came \
        over its bank at four in the morning, \"><img src=x onerror=alert(4)> and by five the street was under water.";
    let name = folder.file("<b>a.html", hostile);
    let output = run(&["--explain", "--format", "html", &name, &folder.file("b.html", page(1))]);
    let report = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(report.starts_with("<!doctype html>") && report.ends_with("</html>\n"));
    assert_eq!(report.matches("class=\"nutgraf-report\"").count(), 2);
    for absent in ["<script", "<img", "<b>", "onclick=a", "src=\"", "href="] {
        assert!(!report.contains(absent), "{absent}");
    }
    assert!(report.contains("default-src 'none'") && report.contains("Story 1"));
    let large =
        format!("<h1>Story</h1>{}", "<p>The river came over its bank at four in the morning, they said.".repeat(3000));
    let output = run(&["--explain", "--format", "html", &folder.file("large.html", &large)]);
    assert!(large.len() > 190_000 && output.stdout.len() < 2_000_000, "{}", output.stdout.len());
}

/// Most memory that a process has had, in KiB.
#[cfg(target_os = "linux")]
fn peak(process: u32) -> usize {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("a process");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a peak");
    line.split_ascii_whitespace().nth(1).expect("a number").parse().expect("a number")
}

#[test]
#[cfg(target_os = "linux")]
fn two_thousand_pages_take_no_more_memory_than_two_hundred() {
    let mut child =
        command(&["--format", "jsonl", "--jobs", "2"]).stdin(Stdio::piped()).spawn().expect("the command starts");
    let mut stdout = child.stdout.take().expect("a pipe");
    let reader = std::thread::spawn(move || {
        let (mut lines, mut buffer) = (0, [0; 65_536]);
        loop {
            match stdout.read(&mut buffer).expect("a pipe") {
                0 => return lines,
                read => lines += buffer[..read].iter().filter(|&&byte| byte == b'\n').count(),
            }
        }
    });
    let mut stdin = child.stdin.take().expect("a pipe");
    let filler = "<div class=menu><a href=/x>Sports</a> <a href=/y>Weather</a></div>".repeat(30);
    let mut peaks = Vec::new();
    for number in 0..2000 {
        let answer = answer("Content-Type: text/html", format!("{}{filler}", page(number)).as_bytes());
        stdin
            .write_all(&gzip(&record("response", "https://example.com/", "application/http", &answer)))
            .expect("a pipe");
        if number == 199 || number == 1999 {
            peaks.push(peak(child.id()));
        }
    }
    drop(stdin);
    assert!(child.wait().expect("a process").success());
    assert_eq!(reader.join().expect("a thread"), 2000);
    assert!(peaks[1] < peaks[0] + 8 * 1024, "{peaks:?}");
}

#[test]
fn there_is_no_bar_but_on_a_terminal() {
    let crawl: Vec<u8> = (0..20).flat_map(response).collect();
    let output = run_with(&JSONL, &crawl);
    assert_eq!((output.stderr.len(), rows(&output).len()), (0, 20));
}

#[test]
fn frames_that_are_to_be_skipped_are() {
    let skipped = |number: u8, content: &[u8]| {
        let length = u32::try_from(content.len()).expect("a length").to_le_bytes();
        [&[0x50 + number, 0x2A, 0x4D, 0x18][..], &length, content].concat()
    };
    let frames: Vec<_> = (1..=2).map(|number| zstd::encode_all(&response(number)[..], 1).expect("memory")).collect();
    let table = skipped(14, &[0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0]);
    let file = [&skipped(0, b"1234")[..], &frames[0], &skipped(15, b""), &frames[1], &table].concat();
    let folder = Folder::new();
    let path = folder.file("a.warc.zst", &file);
    for output in [jsonl(&[&path]), run_with(&JSONL, &file)] {
        assert_eq!(titles(&rows(&output)), ["1 Story 1", "2 Story 2"], "{output:?}");
    }
    // One that is cut ends the file.
    let cut = run_with(&JSONL, &file[..file.len() - 3]);
    assert_eq!(titles(&rows(&cut)), ["1 Story 1", "2 Story 2"], "{cut:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_not_waited_for() {
    let folder = Folder::new();
    folder.file("pages/a.html", page(1));
    folder.file("pages/c.html", page(2));
    std::os::unix::fs::symlink(folder.path("pages/a.html"), folder.path("pages/d.html")).expect("a link");
    let pipe = folder.path("pages/b.html");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let mut child = command(&[&JSONL[..], &[&folder.path("pages")]].concat()).spawn().expect("the command starts");
    for _ in 0..600 {
        if child.try_wait().expect("a process").is_some() {
            let rows = rows(&child.wait_with_output().expect("the command ends"));
            let titles: Vec<_> = rows.iter().map(|row| row["title"].as_str().expect("a title")).collect();
            assert_eq!(titles, ["Story 1", "Story 2", "Story 1"]);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    child.kill().expect("a process");
    panic!("it waits");
}

#[test]
fn more_jobs_than_there_can_be_are_fewer() {
    let crawl = (1..=5).flat_map(response).collect::<Vec<_>>();
    let output = run_with(&[&JSONL[..], &["--jobs", "100000"]].concat(), &crawl);
    assert_eq!((output.status.code(), rows(&output).len()), (Some(0), 5), "{output:?}");
}

#[test]
fn what_is_no_table_cannot_be_gone_on_with() {
    let folder = Folder::new();
    let page = folder.file("a.html", page(1));
    let output = folder.path("out.html");
    for arguments in [
        &["--explain", "--format", "html", "--resume", "--output", &output][..],
        &["--explain", "--resume", "--output", &output],
        &["--explain", "--format", "html", "--segments"],
        &["--explain", "--format", "html", "--output", &folder.path("reports/")],
    ] {
        let run = run(&[arguments, &[&page]].concat());
        assert_eq!(run.status.code(), Some(2), "{arguments:?}: {run:?}");
    }
    assert!(!Path::new(&output).exists());
}

#[test]
fn a_reader_of_parquet_that_goes_away_is_no_error() {
    let folder = Folder::new();
    let crawl = folder.file("a.warc", (0..100).flat_map(response).collect::<Vec<_>>());
    let mut child = command(&["--format", "parquet", &crawl]).spawn().expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!((output.status.code(), &output.stderr[..]), (Some(0), &b""[..]), "{output:?}");
}

/// Every line of shell that runs the command, in the order of its page; what it is given to read is here.
#[test]
fn what_the_docs_show_runs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let executables = Path::new(env!("CARGO_BIN_EXE_nutgraf")).parent().expect("a folder");
    let path = format!("{}:{}", executables.display(), std::env::var("PATH").expect("a path"));
    for (name, least) in [("README.md", 11), ("docs/clusters.md", 1)] {
        let folder = Folder::new();
        let copied = |from: &str| fs::read(root.join(from)).expect("a file");
        folder.file("examples/dump.txt", copied("examples/dump.txt"));
        folder.file("page.html", copied("examples/page.html"));
        folder.file("export.txt", [copied("examples/dump.txt"), copied("examples/dump.txt")].concat());
        folder.file("crawl/1.warc.gz", gzip(&response(1)));
        parquet(&folder.path("pages.parquet"), vec![("page_source", Arc::new(StringArray::from(vec![page(2)])))]);

        let docs =
            String::from_utf8(copied(name)).expect("UTF-8").replace("cargo run --release -p nutgraf-cli --", "nutgraf");
        let shell = docs.split("```sh\n").skip(1).flat_map(|block| block.split("```").next().expect("a block").lines());
        let lines: Vec<&str> = shell.filter(|line| line.starts_with("nutgraf ")).collect();
        assert!(lines.len() >= least, "{name}: {lines:?}");
        for line in lines {
            let mut shell = Command::new("sh");
            let output = shell.args(["-c", line]).env("PATH", &path).current_dir(&folder.0).output().expect("a shell");
            assert!(output.status.success(), "{line}: {output:?}");
        }
    }
}
