//! The JSON Schema against what is written, and against the names in the model.

mod golden;

use std::path::Path;

use nutgraf::{Evidence, Field, Kind, MarkKind, OffsetUnit, Origin, Reader, Role, WarningKind};
use serde_json::{Value, json};

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/article-1.schema.json");
    serde_json::from_slice(&std::fs::read(path).expect("the schema")).expect("JSON")
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&schema()).expect("a schema")
}

fn errors(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn article_json(input: &str, unit: OffsetUnit) -> Value {
    let article = nutgraf::from_text(input).expect("an article");
    serde_json::from_str(&article.to_json_in(unit)).expect("JSON")
}

#[test]
fn the_schema_is_one() {
    jsonschema::draft202012::meta::validate(&schema()).expect("a schema of draft 2020-12");
}

#[test]
fn every_case_of_the_corpus_is_valid() {
    let validator = validator();
    for case in golden::cases() {
        for unit in [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16] {
            let value: Value = serde_json::from_str(&case.article().to_json_in(unit)).expect("JSON");
            let errors = errors(&validator, &value);
            assert!(errors.is_empty(), "{}, {}: {errors:#?}", case.name, unit.name());
        }
    }
}

#[test]
fn what_text_seldom_holds_is_valid_too() {
    let validator = validator();
    for input in [
        "",
        " \n\t\u{FEFF}",
        "Title of it\n===========\n\n# One\n\n###### Six\n\nText that says something, at some length, of a thing.\n",
        "0. nought\n1. one\n2. two\n\n* a\n* b\n\n> quoted\n> again\n\nfoo\n",
        "a\tb\tc\nd\te\tf\n\n| a | b | c |\n|---|---|---|\n| d | e | f |\n\n```rust\nfn main() {}\n```\n",
    ] {
        let errors = errors(&validator, &article_json(input, OffsetUnit::Byte));
        assert!(errors.is_empty(), "{input:?}: {errors:#?}");
    }
    // Bytes that are of no encoding give a warning.
    let article = Reader::new().encoding("utf-8").from_text(b"A caf\xE9.").expect("an article");
    assert_ne!(article.warnings().len(), 0);
    let value: Value = serde_json::from_str(&article.to_json()).expect("JSON");
    assert_eq!(errors(&validator, &value), Vec::<String>::new());
}

#[test]
fn the_names_are_those_of_the_model() {
    macro_rules! names {
        ($type:ident) => {
            $type::all().iter().map(|value| value.name()).collect::<Vec<_>>()
        };
    }
    let schema = schema();
    for (name, expected) in [
        ("kind", names!(Kind)),
        ("role", names!(Role)),
        ("mark_kind", names!(MarkKind)),
        ("evidence", names!(Evidence)),
        ("field", names!(Field)),
        ("origin", names!(Origin)),
        ("warning_kind", names!(WarningKind)),
        ("offset_unit", vec![OffsetUnit::Byte.name(), OffsetUnit::CodePoint.name(), OffsetUnit::Utf16.name()]),
    ] {
        assert_eq!(schema["$defs"][name]["enum"], json!(expected), "{name}");
    }
}

#[test]
fn everything_is_described() {
    fn walk(value: &Value, path: &str) {
        for (name, property) in value["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}.{name}");
            // A condition only names a property that is described elsewhere.
            if !path.contains(".if.") && !path.contains(".then.") && !path.contains(".else.") {
                let text = property["description"].as_str().unwrap_or_default();
                assert!(text.ends_with('.'), "{path} has no description");
            }
            walk(property, &path);
        }
        for (name, definition) in value["$defs"].as_object().into_iter().flatten() {
            assert!(definition["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}");
            walk(definition, name);
        }
    }
    walk(&schema(), "");
}

#[test]
fn what_is_no_article_is_invalid() {
    let dump = "A Title of Some Words\n\nThe river came over its bank at four in the morning, and by five the main \
                street was under water. Nobody was hurt.\n\n| a | b |\n|---|---|\n| c | d |\n";
    let validator = validator();
    let valid = article_json(dump, OffsetUnit::Byte);
    assert_eq!(errors(&validator, &valid), Vec::<String>::new());
    let paragraph = valid["segments"]
        .as_array()
        .and_then(|segments| segments.iter().position(|segment| segment["kind"] == "paragraph"))
        .expect("a paragraph");
    type Spoil = Box<dyn Fn(&mut Value)>;
    let set = |pointer: String, value: Value| -> Spoil {
        Box::new(move |article| *article.pointer_mut(&pointer).expect("a place") = value.clone())
    };
    let add = |pointer: String, name: &'static str, value: Value| -> Spoil {
        Box::new(move |article| article.pointer_mut(&pointer).expect("a place")[name] = value.clone())
    };
    let remove = |pointer: String, name: &'static str| -> Spoil {
        Box::new(move |article| {
            let object = article.pointer_mut(&pointer).and_then(Value::as_object_mut).expect("an object");
            object.remove(name).expect("a property");
        })
    };
    let segment = |name: &str| format!("/segments/{paragraph}{name}");
    let spoils: Vec<(&str, Spoil)> = vec![
        ("another schema", set("/schema".into(), json!(2))),
        ("no document", remove(String::new(), "document")),
        ("a property too many", add(String::new(), "html", json!("<p>"))),
        ("an unknown unit", set("/offset_unit".into(), json!("line"))),
        ("an unknown kind", set(segment("/kind"), json!("banana"))),
        ("an unknown role", set(segment("/role"), json!("star"))),
        ("a span of three", set(segment("/span"), json!([0, 1, 2]))),
        ("a span of one", set(segment("/span"), json!([0]))),
        ("a span below zero", set(segment("/span"), json!([-1, 2]))),
        ("a span in part", set(segment("/span"), json!([0.5, 2]))),
        ("no reasons", remove(segment(""), "reasons")),
        ("a confidence over one", set(segment("/confidence"), json!(1.5))),
        ("a level on a paragraph", add(segment(""), "level", json!(2))),
        ("an ordered paragraph", add(segment(""), "ordered", json!(true))),
        ("a language on a paragraph", add(segment(""), "code_language", json!("rust"))),
        ("a heading without a level", set(segment("/kind"), json!("heading"))),
        ("a cell without its spans", set(segment("/kind"), json!("table_cell"))),
        ("an unknown field", set("/facts/0/field".into(), json!("weather"))),
        ("a fact without its value", remove("/facts/0".into(), "value")),
    ];
    for (name, spoil) in spoils {
        let mut article = valid.clone();
        spoil(&mut article);
        assert!(!validator.is_valid(&article), "{name}");
    }
    assert!(!validator.is_valid(&json!([])) && !validator.is_valid(&json!({})) && !validator.is_valid(&Value::Null));
}
