//! The golden corpus: its cases, and what of an article they pin.
#![allow(dead_code, unreachable_pub)]

use std::path::{Path, PathBuf};

use nutgraf::{Article, Field, Kind, SegmentRef};
use serde_json::{Map, Value, json};

/// Fields that the cases pin. Those of `true` have many values, of the others only the best is pinned.
pub const FIELDS: &[(Field, bool)] = &[
    (Field::Title, false),
    (Field::Kicker, false),
    (Field::Description, false),
    (Field::AuthorName, true),
    (Field::Agency, true),
    (Field::DatelinePlace, false),
    (Field::DatePublished, false),
    (Field::DateModified, false),
    (Field::Publisher, false),
    (Field::Language, false),
    (Field::CopyrightHolder, false),
    (Field::CopyrightYear, false),
    (Field::CopyrightNotice, false),
    (Field::ReadingTime, false),
    (Field::Keywords, true),
];

pub struct Case {
    pub name: String,
    pub folder: PathBuf,
    pub input: Vec<u8>,
    pub expected: Value,
}

/// Every case, by name.
pub fn cases() -> Vec<Case> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("tests/corpus"));
    let corpus = corpus.into_iter().find(|folder| folder.is_dir()).expect("tests/corpus");
    let mut cases: Vec<Case> = std::fs::read_dir(corpus)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|folder| folder.is_dir())
        .map(|folder| Case {
            name: folder.file_name().expect("a name").to_string_lossy().into_owned(),
            input: std::fs::read(folder.join("input.txt")).expect("input.txt"),
            expected: serde_json::from_slice(&std::fs::read(folder.join("article.json")).expect("article.json"))
                .expect("JSON"),
            folder,
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(cases.len() >= 30, "the corpus has {} cases", cases.len());
    cases
}

/// What the expected article pins, in the form of [`projection`].
pub fn expected(case: &Case) -> Value {
    let mut value = case.expected.clone();
    let object = value.as_object_mut().expect("an object");
    object.remove("about");
    object.remove("options");
    for (name, values) in object["facts"].as_object_mut().expect("facts") {
        let many = FIELDS.iter().any(|(field, many)| field.name() == name && *many);
        if !many {
            values.as_array_mut().expect("a list").truncate(1);
        }
    }
    value
}

/// What the corpus pins of an article: title, facts, access, and (role, kind, level, text) of every segment but layout.
pub fn projection(article: &Article) -> Value {
    let mut facts = Map::new();
    for &(field, many) in FIELDS {
        let most = if many { usize::MAX } else { 1 };
        let values: Vec<&str> = article.facts_of(field).take(most).map(|fact| fact.value()).collect();
        if !values.is_empty() {
            facts.insert(field.name().into(), json!(values));
        }
    }
    let free = article.access().is_accessible_for_free().map_or("unknown".into(), |free| free.to_string());
    let mut segments = Vec::new();
    let mut index = 0;
    while let Some(segment) = article.segment(index) {
        segments.extend(segment_projection(segment));
        index = segment.record().end;
    }
    json!({
        "title": article.title(),
        "facts": facts,
        "access": { "is_accessible_for_free": free, "status": article.access().status().name() },
        "segments": segments,
    })
}

fn segment_projection(segment: SegmentRef<'_>) -> Option<Value> {
    if segment.kind() == Kind::Layout {
        return None;
    }
    let mut object = Map::new();
    object.insert("role".into(), segment.role().name().into());
    object.insert("kind".into(), segment.kind().name().into());
    if segment.level() != 0 {
        object.insert("level".into(), segment.level().into());
    }
    if segment.is_ordered() {
        object.insert("ordered".into(), true.into());
    }
    if segment.kind().is_container() {
        object.insert("children".into(), segment.children().filter_map(segment_projection).collect());
    } else {
        object.insert("text".into(), segment.text().into());
    }
    Some(Value::Object(object))
}

/// The first places where two values differ, for people.
pub fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for key in ["title", "facts", "access"] {
        if expected[key] != found[key] {
            match (&expected[key], &found[key]) {
                (Value::Object(a), Value::Object(b)) => {
                    let keys: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
                    for k in keys.into_iter().filter(|k| a.get(*k) != b.get(*k)) {
                        let show = |v: Option<&Value>| v.map_or("none".into(), Value::to_string);
                        out.push(format!("{key}.{k}: expected {}, found {}", show(a.get(k)), show(b.get(k))));
                    }
                }
                (a, b) => out.push(format!("{key}: expected {a}, found {b}")),
            }
        }
    }
    let lines = |value: &Value| -> Vec<String> {
        fn walk(value: &Value, depth: usize, out: &mut Vec<String>) {
            for s in value.as_array().into_iter().flatten() {
                let level = s.get("level").map_or(String::new(), |l| format!(" {l}"));
                let ordered = if s.get("ordered").is_some() { " ordered" } else { "" };
                let (role, kind) = (s["role"].as_str().unwrap_or("?"), s["kind"].as_str().unwrap_or("?"));
                let text = s.get("text").and_then(Value::as_str).unwrap_or("");
                out.push(format!("{}{role} {kind}{level}{ordered}: {text}", "  ".repeat(depth)));
                walk(&s["children"], depth + 1, out);
            }
        }
        let mut out = Vec::new();
        walk(&value["segments"], 0, &mut out);
        out
    };
    let (a, b) = (lines(expected), lines(found));
    // A longest common subsequence shows what is missing (-) and what is there instead (+).
    let mut table = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i][j] = if a[i] == b[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && table[i + 1][j] >= table[i][j + 1] {
            out.push(format!("- {}", a[i]));
            i += 1;
        } else {
            out.push(format!("+ {}", b[j]));
            j += 1;
        }
    }
    out
}
