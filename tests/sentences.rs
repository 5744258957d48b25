//! Sentences: golden cases (`tests/sentences.jsonl`, which Python runs too), and what holds for any text.
//!
//! A case is a line of JSON: the `language`, what it is `about`, its `sentences`, and the `text` where that is not the
//! sentences with spaces between them.

use std::collections::BTreeMap;

use nutgraf::split_sentences;
use serde_json::Value;

struct Case {
    language: String,
    about: String,
    text: String,
    sentences: Vec<String>,
}

fn cases() -> Vec<Case> {
    let string = |value: &Value| value.as_str().expect("a string").to_owned();
    let case = |line| {
        let case: Value = serde_json::from_str(line).expect("JSON");
        let sentences: Vec<String> = case["sentences"].as_array().expect("sentences").iter().map(string).collect();
        let text = case.get("text").map_or_else(|| sentences.join(" "), string);
        Case { language: string(&case["language"]), about: string(&case["about"]), text, sentences }
    };
    include_str!("sentences.jsonl").lines().map(case).collect()
}

#[test]
fn every_case_comes_apart() {
    let mut wrong = Vec::new();
    for Case { language, about, text, sentences } in cases() {
        let found: Vec<&str> = split_sentences(&text, &language).collect();
        if found != sentences {
            wrong.push(format!("{language}, {about}\n  {sentences:?}\n  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// In order, without a panic, and nothing but white space between them.
fn assert_tiled(text: &str, language: &str) {
    let mut rest = text;
    for sentence in split_sentences(text, language) {
        assert!(!sentence.is_empty() && sentence.trim() == sentence, "{sentence:?} of {text:?}");
        rest = rest.trim_start();
        assert!(rest.starts_with(sentence), "{sentence:?} of {text:?}");
        rest = &rest[sentence.len()..];
    }
    assert!(rest.trim().is_empty(), "{text:?}");
}

#[test]
fn every_character_is_in_one_sentence() {
    let pieces = [
        "", " ", "\n", "\r", "\u{2028}", ".", "...", "…", "!?", "。", "．", "։", ":", "፡", "|", "।", ";", "\u{a0}",
        "(", ")", "[1]", "[", "“", "”", "»", "'", ":)", "8-", "=", "1", "12.)", "a", "i.", "U.S", "Dr", "p.m", "é",
        "Я", "Ա", "አ", "क", "の", "한", "ａ", "3", "-", "•", "ẞ", "İ", "😀", "\u{301}", "\u{200f}", "\u{202a}",
    ];
    for a in pieces {
        for b in pieces {
            for c in pieces {
                let text = format!("{a}{b}{c} {a}{c}{b}{a}");
                for language in ["", "de", "el"] {
                    assert_tiled(&text, language);
                }
            }
        }
    }
}

/// What comes later does not change the sentences before, but for the last ones.
#[test]
fn a_longer_text_begins_with_the_same_sentences() {
    // Bytes that a judgement looks ahead, at most, and that an unknown language is told from.
    const AHEAD: usize = 300;
    const SAMPLE: usize = 768;
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for case in cases() {
        *texts.entry(case.language).or_default() += &(case.text + " ");
    }
    for (language, mut text) in texts {
        while text.len() < 3 * SAMPLE {
            text = text.repeat(2);
        }
        let whole: Vec<&str> = split_sentences(&text, &language).collect();
        for cut in (SAMPLE..text.len()).step_by(13).filter(|&cut| text.is_char_boundary(cut)) {
            let place = |sentence: &str| sentence.as_ptr() as usize - text.as_ptr() as usize;
            let sure = |sentence: &&str| place(sentence) + sentence.len() + AHEAD < cut;
            let part = split_sentences(&text[..cut], &language).take_while(sure);
            for (found, expected) in part.zip(&whole) {
                assert_eq!(found, *expected, "{language}, cut at {cut}");
            }
        }
    }
}
