//! The golden corpus: its cases, and what of an article they pin.
#![allow(dead_code, unreachable_pub)]

pub mod archives;

use std::path::{Path, PathBuf};

use nutgraf::{Article, Field, Kind, MarkKind, MarkRef, SegmentRef};
use serde_json::{Map, Value, json};

/// Fields that the cases pin. Those of `true` have many values, of the others only the best is pinned.
pub const FIELDS: &[(Field, bool)] = &[
    (Field::Title, false),
    (Field::Kicker, false),
    (Field::Description, false),
    (Field::AuthorName, true),
    (Field::AuthorRole, true),
    (Field::Agency, true),
    (Field::DatelinePlace, true),
    (Field::DatelineDate, false),
    (Field::DatePublished, false),
    (Field::DateModified, false),
    (Field::DateEmbargoed, false),
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
    /// `input.txt` or `input.html`.
    pub file: PathBuf,
    pub input: Vec<u8>,
    pub expected: Value,
    /// It is in `tests/corpus/OPEN`: it does not come out as labelled yet.
    pub is_open: bool,
}

impl Case {
    pub fn is_page(&self) -> bool {
        self.file.extension().is_some_and(|extension| extension == "html")
    }

    pub fn article(&self) -> Article {
        let read = if self.is_page() { nutgraf::from_html(&self.input) } else { nutgraf::from_text(&self.input) };
        read.expect("any input gives an article")
    }
}

/// Every case, by name.
pub fn cases() -> Vec<Case> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("tests/corpus"));
    let corpus = corpus.into_iter().find(|folder| folder.is_dir()).expect("tests/corpus");
    let open = std::fs::read_to_string(corpus.join("OPEN")).expect("tests/corpus/OPEN");
    let open: Vec<&str> = open.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let mut cases: Vec<Case> = std::fs::read_dir(corpus)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|folder| folder.is_dir())
        .map(|folder| {
            let text = folder.join("input.txt");
            let file = if text.exists() { text } else { folder.join("input.html") };
            let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
            Case {
                is_open: open.contains(&&*name),
                name,
                input: std::fs::read(&file).expect("input.txt or input.html"),
                file,
                expected: serde_json::from_slice(&std::fs::read(folder.join("article.json")).expect("article.json"))
                    .expect("JSON"),
            }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(cases.len() >= 30, "the corpus has {} cases", cases.len());
    let stray: Vec<&&str> = open.iter().filter(|name| !cases.iter().any(|case| case.name == **name)).collect();
    assert!(stray.is_empty(), "tests/corpus/OPEN names no cases: {stray:?}");
    cases
}

/// Every case must come out as labelled, but those that are open, which must not: one that does is taken off the list.
pub fn check<'c>(found: impl IntoIterator<Item = (&'c Case, Value)>) {
    let (mut count, mut failed, mut done) = (0, Vec::new(), Vec::new());
    for (case, found) in found {
        count += 1;
        let expected = expected(case);
        let differences = differences(&expected, &narrowed(&expected, found));
        match (case.is_open, differences.is_empty()) {
            (false, false) => {
                println!("== {}\n{}", case.name, differences.join("\n"));
                failed.push(case.name.as_str());
            }
            (true, true) => done.push(case.name.as_str()),
            _ => {}
        }
    }
    assert!(failed.is_empty(), "{} of {count} cases differ: {}", failed.len(), failed.join(", "));
    assert!(done.is_empty(), "these come out as labelled, take them off tests/corpus/OPEN: {}", done.join(", "));
}

/// What the expected article pins, in the form of [`projection`].
pub fn expected(case: &Case) -> Value {
    let mut value = case.expected.clone();
    let object = value.as_object_mut().expect("an object");
    object.remove("about");
    object.remove("options");
    if object.contains_key("segments") {
        object.entry("marks").or_insert(json!([]));
    }
    for (name, values) in object.get_mut("facts").and_then(Value::as_object_mut).into_iter().flatten() {
        let many = FIELDS.iter().any(|(field, many)| field.name() == name && *many);
        if !many {
            values.as_array_mut().expect("a list").truncate(1);
        }
    }
    value
}

/// Of a projection what a case pins that leaves the segments out: no more than it names, the body and the notices on access as
/// lists of texts.
fn narrowed(expected: &Value, mut found: Value) -> Value {
    if expected.get("segments").is_some() {
        return found;
    }
    fn leaves<'v>(segments: &'v Value, is_wanted: &dyn Fn(&Value) -> bool, texts: &mut Vec<&'v Value>) {
        for segment in segments.as_array().into_iter().flatten() {
            texts.extend(segment.get("text").filter(|_| is_wanted(segment)));
            leaves(&segment["children"], is_wanted, texts);
        }
    }
    let texts = |is_wanted: &dyn Fn(&Value) -> bool| {
        let mut texts = Vec::new();
        leaves(&found["segments"], is_wanted, &mut texts);
        json!(texts)
    };
    let body = texts(&|segment| segment["role"] == "body");
    let notices = texts(&|segment| segment["kind"] == "access_notice");
    found["body"] = body;
    found["access_notices"] = notices;
    found.as_object_mut().expect("an object").retain(|key, _| expected.get(key).is_some());
    found
}

/// What the corpus pins of an article: title, facts, access, every segment but layout, and the marks that clean text does not
/// show.
pub fn projection(article: &Article) -> Value {
    let mut facts = Map::new();
    for &(field, many) in FIELDS {
        let most = if many { usize::MAX } else { 1 };
        // Rivals are below, and places that agree say one thing.
        let likely = article.facts_of(field).filter(|fact| fact.confidence() >= 0.5);
        let mut subject = 0;
        let others = likely
            .filter(|fact| fact.subject() == 0 || std::mem::replace(&mut subject, fact.subject()) != fact.subject());
        let values: Vec<&str> = others.take(most).map(|fact| fact.value()).collect();
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
    let mut segments = Value::Array(segments);
    leave_out_pictures(&mut segments);
    json!({
        "title": article.title(),
        "facts": facts,
        "access": { "is_accessible_for_free": free, "status": article.access().status().name() },
        "segments": segments,
        "marks": article.marks().filter_map(|mark| mark_projection(article, mark)).collect::<Vec<Value>>(),
    })
}

fn mark_projection(article: &Article, mark: MarkRef<'_>) -> Option<Value> {
    if matches!(mark.kind(), MarkKind::Layout | MarkKind::LineBreak) {
        return None;
    }
    let mut object = Map::new();
    object.insert("kind".into(), mark.kind().name().into());
    object.insert("text".into(), article.document()[mark.span().range()].into());
    object.extend(mark.target().map(|target| ("target".into(), target.into())));
    object.extend(mark.alt().map(|alt| ("alt".into(), alt.into())));
    Some(Value::Object(object))
}

/// Takes out what holds nothing but pictures, cells aside: their marks pin them. Whether anything was taken.
pub fn leave_out_pictures(segments: &mut Value) -> bool {
    let segments = segments.as_array_mut().expect("a list");
    let all = segments.len();
    segments.retain_mut(|segment| {
        let is_cell = segment["kind"] == "table_cell";
        match segment.get_mut("children") {
            Some(children) => {
                let taken = leave_out_pictures(children);
                is_cell || !(taken && children == &json!([]))
            }
            None => segment["kind"] != "image",
        }
    });
    segments.len() < all
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
    let record = segment.record();
    let numbers = [
        ("start", record.list_start, segment.is_ordered() && record.list_start != 1),
        ("columns", record.column_span, record.column_span > 1),
        ("rows", record.row_span, record.row_span > 1),
    ];
    object.extend(numbers.into_iter().filter(|number| number.2).map(|(name, number, _)| (name.into(), number.into())));
    if segment.is_header() {
        object.insert("header".into(), true.into());
    }
    object.extend(segment.code_language().map(|language| ("language".into(), language.into())));
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
                let mut object = s.as_object().expect("an object").clone();
                let mut word = |key| match object.remove(key) {
                    Some(Value::String(word)) => word,
                    _ => String::new(),
                };
                let (role, kind, text) = (word("role"), word("kind"), word("text"));
                object.remove("children");
                let rest: String = object.iter().map(|(name, value)| format!(" {name}={value}")).collect();
                out.push(format!("{}{role} {kind}{rest}: {text}", "  ".repeat(depth)));
                walk(&s["children"], depth + 1, out);
            }
        }
        let mut out = Vec::new();
        walk(&value["segments"], 0, &mut out);
        for key in ["body", "access_notices"] {
            out.extend(value[key].as_array().into_iter().flatten().map(|text| format!("{key} {text}")));
        }
        out.extend(value["marks"].as_array().into_iter().flatten().map(|mark| format!("mark {mark}")));
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
