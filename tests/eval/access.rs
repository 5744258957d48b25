//! How well access is told: over every case of the golden corpus, those that are open too.
//!
//!     cargo test --test access -- --nocapture
//!
//! Two axes, each against the label of the case (`access` in its `article.json`):
//!
//! - status. *False partial*: `partial` or `notice_only` where the label is `complete` or `unknown`. *Real ones found*: of the
//!   cases labelled `partial` or `notice_only` the share that has just that status. *Complete found*: of those labelled
//!   `complete` the share that is `complete`, as a reader that always abstains would promise nothing falsely.
//! - declaration (`is_accessible_for_free`). *False "not free"*: `false` where the label is another. *False "free"*: `true`
//!   where the label is another. *Real ones found*: of those labelled `true` or `false` the share that has just that value.
//!
//! And of the prompts: those labelled `access_notice` that are in no segment of role body, and the paragraphs of the body that
//! are, in the cases whose label names them.
//!
//! The promise: nothing false, and .90 of the real ones found on each axis.

#[path = "../golden/mod.rs"]
mod golden;

use nutgraf::Role;
use serde_json::Value;

/// Of those that were to be found, how many were; and where it went wrong.
struct Share {
    all: usize,
    found: usize,
    missed: Vec<String>,
}

impl Share {
    const fn new() -> Self {
        Self { all: 0, found: 0, missed: Vec::new() }
    }

    fn count(&mut self, name: &str, label: &str, found: &str) {
        self.all += 1;
        self.found += usize::from(label == found);
        if label != found {
            self.missed.push(format!("{name}: {found} for {label}"));
        }
    }

    fn value(&self) -> f64 {
        self.found as f64 / self.all.max(1) as f64
    }

    fn print(&self, what: &str) {
        println!("{what:32} {:.3} ({} of {})", self.value(), self.found, self.all);
        self.missed.iter().for_each(|missed| println!("    {missed}"));
    }
}

#[test]
fn nothing_false_and_most_found() {
    let [mut walls, mut whole, mut declared, mut out, mut kept] = [const { Share::new() }; 5];
    let (mut false_partial, mut false_paid, mut false_free) = (Vec::new(), Vec::new(), Vec::new());
    for case in golden::cases() {
        let (article, name) = (case.article(), &case.name);
        let label = |axis: &str| case.expected["access"][axis].as_str().expect("a label").to_owned();
        let (status, free) = (label("status"), label("is_accessible_for_free"));
        let found = article.access().status().name();
        match &*status {
            "partial" | "notice_only" => walls.count(name, &status, found),
            _ if matches!(found, "partial" | "notice_only") => false_partial.push(name.clone()),
            _ => {}
        }
        if status == "complete" {
            whole.count(name, &status, found);
        }
        let found = article.access().is_accessible_for_free().map_or("unknown".to_owned(), |free| free.to_string());
        if free != "unknown" {
            declared.count(name, &free, &found);
        }
        match &*found {
            "false" if free != found => false_paid.push(name.clone()),
            "true" if free != found => false_free.push(name.clone()),
            _ => {}
        }
        let body: String =
            article.segments().filter(|s| s.role() == Role::Body).map(|s| s.text().to_owned() + "\n").collect();
        for (key, share, wanted) in [("access_notices", &mut out, "out"), ("body", &mut kept, "in")] {
            for text in case.expected[key].as_array().into_iter().flatten().filter_map(Value::as_str) {
                let found = if body.contains(text) { "in" } else { "out" };
                share.count(&format!("{name} {text:.60}"), wanted, found);
            }
        }
    }
    walls.print("walls found");
    whole.print("complete found");
    declared.print("declarations found");
    out.print("prompts out of the body");
    kept.print("paragraphs in the body");
    println!("false partial: {false_partial:?}\nfalse \"not free\": {false_paid:?}\nfalse \"free\": {false_free:?}");
    assert!(walls.all >= 30 && whole.all >= 30 && declared.all >= 10, "too few cases to tell");
    assert!(false_partial.is_empty() && false_paid.is_empty() && false_free.is_empty());
    assert!(walls.value() >= 0.90 && declared.value() >= 0.90);
}
