//! The same article under every disguise: body, title and facts stay.
//!
//! Each disguise is a function from a dump to a dump. A dump whose lines are wrapped already, or that has no blank
//! lines, is brought into one form first: one block a line, a blank line between two blocks; the labels say where
//! blocks end.

mod golden;

use golden::Case;
use nutgraf::{Article, Field, Kind, Role};
use serde_json::Value;

/// What must stay: title, facts, and the body's leaves with kind and level.
#[derive(Debug, PartialEq)]
struct Essence {
    facts: Vec<(Field, Vec<String>)>,
    body: Vec<(Kind, u32, String)>,
}

fn essence(article: &Article) -> Essence {
    let facts = golden::FIELDS
        .iter()
        .map(|&(field, many)| {
            let most = if many { usize::MAX } else { 1 };
            (field, article.facts_of(field).take(most).map(|fact| fact.value().to_owned()).collect())
        })
        .collect();
    let body = article
        .segments()
        .filter(|segment| segment.role() == Role::Body && !segment.kind().is_container())
        .map(|segment| (segment.kind(), segment.level(), segment.text().to_owned()))
        .collect();
    Essence { facts, body }
}

/// The input with one block a line and a blank line between blocks that are no list or menu.
///
/// Where the input has blank lines and long lines it is so already; else the labelled blocks tell which lines belong
/// together, and a block's lines are joined by spaces (by nothing in scripts without them).
fn plain(case: &Case) -> String {
    let input = String::from_utf8(case.input.clone()).expect("the corpus is UTF-8").replace("\r\n", "\n");
    let mut leaves = Vec::new();
    collect(&case.expected["segments"], &mut leaves);
    let wrapped = leaves.iter().any(|text| text.chars().count() > 150)
        && !input.lines().any(|line| line.trim_end().chars().count() > 110);
    let spaced = input.contains("\n\n");
    if !wrapped && spaced {
        return input;
    }
    let lines: Vec<&str> = input.lines().collect();
    if !wrapped {
        return lines.join("\n\n") + "\n";
    }
    // Wrapped: a line goes on in the next one when some leaf holds the end of the one and the start of the other.
    let squash = |text: &str| text.split_whitespace().collect::<String>().replace('>', "");
    let leaves: Vec<String> = leaves.iter().map(|text| squash(text)).collect();
    let mut out = String::new();
    for (i, line) in lines.iter().enumerate() {
        let goes_on = lines.get(i + 1).is_some_and(|next| {
            let (a, b) = (squash(line), squash(next));
            let tail: String = a.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
            let head: String = b.chars().take(24).collect();
            !a.is_empty() && !b.is_empty() && leaves.iter().any(|leaf| leaf.contains(&format!("{tail}{head}")))
        });
        let text = if i > 0 && out.ends_with(' ') { line.trim_start().trim_start_matches("> ") } else { line };
        out.push_str(text.trim_end());
        out.push_str(if goes_on { " " } else { "\n" });
        if !goes_on && !spaced {
            out.push('\n');
        }
    }
    out
}

fn collect(segments: &Value, leaves: &mut Vec<String>) {
    for segment in segments.as_array().into_iter().flatten() {
        leaves.extend(segment.get("text").and_then(Value::as_str).map(str::to_owned));
        collect(&segment["children"], leaves);
    }
}

/// Wraps as text editors do: at blanks, and behind the hyphen of a compound.
fn wrap(text: &str, columns: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        // Tables, and quotations that bear marks, are not wrapped by anybody.
        if line.contains('\t') || line.starts_with('>') || line.contains(" | ") && line.starts_with('|') {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        let mut width = indent.len();
        out.push_str(&indent);
        let mut first = true;
        for word in line.trim().split(' ').filter(|word| !word.is_empty()) {
            let mut glue = !first;
            for part in breakable(word) {
                let length: usize = part.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum();
                if !first && width + usize::from(glue) + length > columns {
                    out.push('\n');
                    out.push_str(&indent);
                    width = indent.len();
                } else if glue {
                    out.push(' ');
                    width += 1;
                }
                out.push_str(part);
                width += length;
                (first, glue) = (false, false);
            }
        }
        out.push('\n');
    }
    out
}

fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFF65)
}

/// The parts of a word between which a wrapper may break: behind a hyphen, and on either side of a wide character.
fn breakable(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (i, c) in word.char_indices() {
        let wide = is_wide(c) && c.is_alphanumeric() && last.is_some_and(|last: char| last.is_alphanumeric());
        if last == Some('-') || wide {
            parts.push(&word[start..i]);
            start = i;
        }
        last = Some(c);
    }
    parts.push(&word[start..]);
    parts
}

/// Puts text in front of every line.
fn prefix(text: &str, mark: &str) -> String {
    text.lines()
        .map(|line| if line.is_empty() { format!("{}\n", mark.trim_end()) } else { format!("{mark}{line}\n") })
        .collect()
}

const MENU: &str = "Home\nWorld\nPolitics\nBusiness\nEconomy\nTechnology\nScience\nHealth\nCulture\nBooks\nFilm\nMusic\nTravel\nFood\n\
    Sport\nFootball\nTennis\nOpinion\nVideo\nPodcasts\n\n";

fn menu(text: &str) -> String {
    format!("{MENU}{text}")
}

fn boxes_below(text: &str) -> String {
    format!(
        "{}\n\nShare this article\n\nRelated articles\n\nA bridge that nobody wanted\n\nFive winters in the valley\n\n\
         Sign up for our newsletter\n\nYour email address\n\n12 Comments\n",
        text.trim_end()
    )
}

/// Boxes between two paragraphs of the body, the middle ones.
fn boxes_between(case: &Case, text: &str) -> Option<String> {
    let mut paragraphs = Vec::new();
    for segment in case.expected["segments"].as_array().into_iter().flatten() {
        if segment["kind"] == "paragraph" && segment["role"] == "body" {
            paragraphs.extend(segment["text"].as_str());
        }
    }
    let middle = paragraphs.get(paragraphs.len() / 2)?;
    let head: String = middle.chars().take(20).collect();
    let at = text.find(&head)?;
    let at = text[..at].rfind('\n').map_or(0, |i| i + 1);
    (at > 0).then(|| {
        format!("{}Share this article\n\nSign up for our newsletter\n\n12 Comments\n\n{}", &text[..at], &text[at..])
    })
}

fn windows_1252(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(text);
    (!unmappable).then(|| bytes.into_owned())
}

/// Its words or links are split at line ends, and its pages have heads and feet: no label joins them again.
fn is_print(case: &Case) -> bool {
    ["pdf-pages", "typescript", "markdown"].iter().any(|way| case.name.contains(way))
}

/// Every disguise of a dump, with its name; none where the dump cannot wear it.
fn disguises(case: &Case) -> Vec<(String, Vec<u8>)> {
    // What a text browser says by its margins, no other wrapping says.
    let set = case.name.contains("text-browser") || is_print(case);
    let text = if set { String::from_utf8(case.input.clone()).expect("the corpus is UTF-8") } else { plain(case) };
    let code = case.name.contains("table") || set;
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, text: String| all.push((name.to_owned(), text.into_bytes()));
    for columns in [60, 74, 80].into_iter().filter(|_| !set) {
        add(&format!("wrapped at {columns}"), wrap(&text, columns));
    }
    add("CR LF", text.replace('\n', "\r\n"));
    add("blank lines doubled", text.replace("\n\n", "\n\n\n"));
    add("byte order mark", format!("\u{FEFF}{text}"));
    add("no-break spaces", text.lines().map(|line| no_break(line) + "\n").collect());
    add("quoted", prefix(&text, "> "));
    add("indented", prefix(&text, "    "));
    if !code {
        add("wrapped at 74 and quoted", prefix(&wrap(&text, 74), "> "));
    }
    if !is_print(case) {
        add("a menu above it", menu(&text));
    }
    add("boxes below it", boxes_below(&text));
    if let Some(text) = boxes_between(case, &text) {
        add("boxes between its paragraphs", text);
    }
    all.extend(windows_1252(&text).map(|bytes| ("windows-1252".to_owned(), bytes)));
    all
}

/// Every third blank between two words becomes a no-break one, as typesetters and editors leave them.
fn no_break(line: &str) -> String {
    let mut count = 0;
    let mut last = ' ';
    line.chars()
        .map(|c| {
            let between = c == ' ' && last.is_alphanumeric();
            last = c;
            count += usize::from(between);
            if between && count % 3 == 0 { '\u{A0}' } else { c }
        })
        .collect()
}

/// Prints what went and what came.
fn show(wanted: &Essence, found: &Essence) {
    for (a, b) in wanted.facts.iter().zip(&found.facts).filter(|(a, b)| a != b) {
        println!("{}: {:?} became {:?}", a.0, a.1, b.1);
    }
    for gone in wanted.body.iter().filter(|leaf| !found.body.contains(leaf)) {
        println!("- {gone:?}");
    }
    for new in found.body.iter().filter(|leaf| !wanted.body.contains(leaf)) {
        println!("+ {new:?}");
    }
}

/// The cases that are dumps. A message is none: its header is told by standing as it does.
fn texts() -> Vec<Case> {
    golden::cases().into_iter().filter(|case| !case.is_page() && !case.name.contains("mail-message")).collect()
}

#[test]
fn body_title_and_facts_stay() {
    let only = std::env::var("CASE").ok();
    let (mut worn, mut failed) = (0, Vec::new());
    for case in texts().iter().filter(|case| only.as_ref().is_none_or(|only| case.name.contains(only.as_str()))) {
        let wanted = essence(&nutgraf::from_text(&case.input).expect("an article"));
        for (name, input) in disguises(case) {
            worn += 1;
            let found = essence(&nutgraf::from_text(&input).expect("an article"));
            if found != wanted {
                println!("== {} {}", case.name, name);
                show(&wanted, &found);
                failed.push(format!("{} {name}", case.name));
            }
        }
    }
    assert!(only.is_some() || worn > 400, "{worn} disguises");
    assert!(failed.is_empty(), "{} of {worn} differ: {}", failed.len(), failed.join("; "));
}

/// Three cases say something by a blank line that nothing else says; this list can only shrink.
const TOLD_BY_BLANK_LINES_ALONE: &[(&str, &str)] = &[
    ("blog-post", "the last item of a menu stands right above the title"),
    ("ja-full-page", "a kicker of one character below a menu is one more item of the menu"),
    ("newsletter-issue", "where a sponsor's paragraph ends"),
];

/// The input of which blank lines are taken away is the one disguise that changes what the lines say of blocks: only
/// inputs whose blocks are lines can lose them.
#[test]
fn without_blank_lines() {
    let (mut worn, mut failed) = (0, Vec::new());
    for case in texts() {
        let text = if is_print(&case) { String::from_utf8_lossy(&case.input).into_owned() } else { plain(&case) };
        if TOLD_BY_BLANK_LINES_ALONE.iter().any(|(name, _)| *name == case.name) {
            continue;
        }
        let tight: String =
            text.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect();
        let wanted = essence(&nutgraf::from_text(&text).expect("an article"));
        let found = essence(&nutgraf::from_text(&tight).expect("an article"));
        worn += 1;
        let words = |essence: &Essence| essence.body.iter().map(|leaf| leaf.2.clone()).collect::<Vec<_>>().join(" ");
        if found.facts != wanted.facts || words(&found) != words(&wanted) {
            println!("== {}", case.name);
            show(&wanted, &found);
            failed.push(case.name.clone());
        }
    }
    assert!(worn >= 34, "{worn} cases");
    assert!(failed.is_empty(), "{} of {worn} differ: {}", failed.len(), failed.join(", "));
}
