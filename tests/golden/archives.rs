//! The golden archives: `tests/exports/NAME/`, and what of their articles is pinned.

use std::path::{Path, PathBuf};

use nutgraf::{ArchiveFormat, Article, Field, Reader, WarningKind};
use serde_json::{Map, Value, json};

pub struct Archive {
    pub name: String,
    pub file: PathBuf,
    pub input: Vec<u8>,
    pub expected: Value,
}

impl Archive {
    /// The form that the caller names.
    pub fn format(&self) -> ArchiveFormat {
        let name = self.expected["options"]["format"].as_str();
        name.map_or(ArchiveFormat::Auto, |name| ArchiveFormat::from_name(name).expect("a format"))
    }

    pub fn reader(&self) -> Reader {
        Reader::new().format(self.format())
    }

    pub fn articles(&self) -> Vec<Article> {
        self.reader().split(&self.input).map(|article| article.expect("any record gives an article")).collect()
    }

    /// What the expected articles pin, one a record.
    pub fn records(&self) -> &[Value] {
        self.expected["records"].as_array().expect("records")
    }
}

/// Every archive, by name.
pub fn archives() -> Vec<Archive> {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("tests/exports"));
    let folder = folders.into_iter().find(|folder| folder.is_dir()).expect("tests/exports");
    let mut archives: Vec<Archive> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|folder| folder.is_dir())
        .map(|folder| Archive {
            name: folder.file_name().expect("a name").to_string_lossy().into_owned(),
            input: std::fs::read(folder.join("input.txt")).expect("input.txt"),
            file: folder.join("input.txt"),
            expected: serde_json::from_slice(&std::fs::read(folder.join("expected.json")).expect("expected.json"))
                .expect("JSON"),
        })
        .collect();
    archives.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(archives.len() >= 30, "there are {} archives", archives.len());
    archives
}

/// Where what is found of the articles of an archive is not what is expected, for people.
pub fn differences(records: &[Value], found: &[Value]) -> Vec<String> {
    let mut out = Vec::new();
    if records.len() != found.len() {
        out.push(format!("expected {} records, found {}", records.len(), found.len()));
    }
    for (at, (expected, found)) in records.iter().zip(found).enumerate() {
        let expected = expected.as_object().expect("an object");
        let mut differ = |key: &str, is: bool, expected: &Value, found: &Value| {
            if !is {
                out.push(format!("{at} {key}: expected {expected}, found {found}"));
            }
        };
        for (key, value) in expected {
            let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
            let wanted = value.as_str().unwrap_or_default();
            match key.as_str() {
                "from" => {
                    // Line ends are as they are in the file.
                    let document = text("document").replace("\r\n", "\n");
                    let is = document.trim_start().starts_with(&wanted.replace("\r\n", "\n"));
                    differ(key, is, value, &json!(document.trim_start().chars().take(60).collect::<String>()));
                }
                "begins" => differ(key, text("text").starts_with(wanted), value, &head(&text("text"))),
                "ends" => differ(key, text("text").ends_with(wanted), value, &tail(&text("text"))),
                "holds" => differ(key, text("text").contains(wanted), value, &json!(text("text"))),
                "facts" => {
                    for (field, values) in value.as_object().expect("facts") {
                        differ(field, *values == found["facts"][field], values, &found["facts"][field]);
                    }
                }
                _ => differ(key, *value == found[key], value, &found[key]),
            }
        }
    }
    out
}

fn head(text: &str) -> Value {
    json!(text.chars().take(60).collect::<String>())
}

fn tail(text: &str) -> Value {
    let start = text.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    json!(text[start..])
}

/// What is pinned of an article.
pub fn projection(article: &Article) -> Value {
    let mut facts: Map<String, Value> = Map::new();
    for fact in article.facts() {
        let values = facts.entry(fact.field().name()).or_insert(json!([]));
        values.as_array_mut().expect("a list").push(fact.value().into());
    }
    json!({
        "format": article.value(Field::ArchiveFormat),
        "title": article.title(),
        "authors": article.authors(),
        "date": article.value(Field::DatePublished),
        "publisher": article.publisher(),
        "section": article.value(Field::ArticleSection),
        "damaged": article.warnings().any(|warning| warning.kind() == WarningKind::TruncatedRecord),
        "facts": facts,
        "text": article.text(),
        "document": article.document(),
    })
}

/// Every archive must come out as expected.
pub fn check<'a>(found: impl IntoIterator<Item = (&'a Archive, Vec<Value>)>) {
    let mut failed = Vec::new();
    for (archive, found) in found {
        let differences = differences(archive.records(), &found);
        if !differences.is_empty() {
            println!("== {}\n{}", archive.name, differences.join("\n"));
            failed.push(archive.name.as_str());
        }
    }
    assert!(failed.is_empty(), "{} archives differ: {}", failed.len(), failed.join(", "));
}
