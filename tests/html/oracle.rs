//! The tree of a page against html5ever's: each word of a page stands in the same blocks, in pages as they are and in ones
//! that were broken at random.
//!
//! The pages are those of `tests/html/pages`, and where `NUTGRAF_DATA` names a folder of data, those of `wcxb-dev/html` and
//! `news-dev/html` in it. There every page is compared as it is and a part of them broken; all are with `NUTGRAF_ORACLE=all`.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, ns, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::input::html::names::Name;
use crate::input::html::tree::{DOCUMENT, NONE, Namespace, NodeKind, Tree};

/// Elements that words do not go across, and whose names make the path of a word. Sorted.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "noframes",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
];

/// Elements whose text is not looked at. html5ever has a copy of the selected option in `selectedcontent`; we do not.
const SKIPPED: &[&str] = &["script", "selectedcontent", "style", "template"];

/// "Special" elements of the standard (13.2.4.2) that are not among html5ever's, so that it looks for what an end tag or a
/// list item closes beyond them. Where a page differs, it is compared again with other names in their place.
const SPECIAL: &[&str] =
    &["annotation-xml", "desc", "foreignObject", "mi", "mn", "mo", "ms", "mtext", "search", "title"];

/// What two parsers must agree on, of all words.
const AGREEMENT: f64 = 0.9999;

/// Of so many pages one is broken, unless all are.
const SAMPLE: usize = 24;

/// The words of a document in its order, each as a hash of its letters and its path.
#[derive(Default)]
struct Words {
    words: Vec<u64>,
    /// The hash of the path down to each open block.
    path: Vec<u64>,
    /// The hash of the word so far, where it is in one.
    word: Option<u64>,
}

impl Words {
    fn enter_block(&mut self, name: &str) {
        self.end();
        let mut hash = DefaultHasher::new();
        (self.path.last(), name).hash(&mut hash);
        self.path.push(hash.finish());
    }

    fn leave_block(&mut self) {
        self.end();
        self.path.pop();
    }

    fn end(&mut self) {
        self.words.extend(self.word.take());
    }

    fn text(&mut self, text: &str) {
        for &byte in text.as_bytes() {
            if byte.is_ascii_whitespace() {
                self.end();
            } else {
                let hash = self.word.unwrap_or(self.path.last().copied().unwrap_or_default());
                self.word = Some((hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(5));
            }
        }
    }
}

fn is_in(names: &[&str], name: &str) -> bool {
    names.binary_search(&name).is_ok()
}

/// The words by our own parser.
fn ours(page: &str) -> Vec<u64> {
    let tree = Tree::parse(page);
    let mut words = Words::default();
    let block = |id| {
        let node = tree.node(id);
        let name = node.name.as_str();
        (node.is_element() && node.namespace == Namespace::Html && is_in(BLOCKS, name)).then_some(name)
    };
    let mut id = DOCUMENT;
    loop {
        let node = tree.node(id);
        if node.kind == NodeKind::Text {
            tree.pieces(id).for_each(|piece| words.text(&piece.text));
        }
        if let Some(name) = block(id) {
            words.enter_block(name);
        }
        let html = node.namespace == Namespace::Html;
        let skipped = html && matches!(node.name, Name::Script | Name::Style | Name::Template)
            || node.name == Name::Other
                && node.is_element()
                && tree.written_name(id).eq_ignore_ascii_case("selectedcontent");
        if node.first_child != NONE && !skipped {
            id = node.first_child;
            continue;
        }
        while id != NONE && tree.node(id).next == NONE {
            block(id).inspect(|_| words.leave_block());
            id = tree.node(id).parent;
        }
        if id == NONE {
            return words.words;
        }
        block(id).inspect(|_| words.leave_block());
        id = tree.node(id).next;
    }
}

/// The tree by html5ever, with scripting off.
fn theirs_dom(page: &str) -> RcDom {
    let options = ParseOpts {
        tokenizer: TokenizerOpts { discard_bom: false, ..Default::default() },
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..Default::default() },
    };
    parse_document(RcDom::default(), options).one(page)
}

/// The words by html5ever.
fn theirs(page: &str) -> Vec<u64> {
    let dom = theirs_dom(page);
    let mut words = Words::default();
    // A node, or the end of a block.
    let mut open: Vec<Option<Handle>> = vec![Some(dom.document.clone())];
    while let Some(node) = open.pop() {
        let Some(node) = node else {
            words.leave_block();
            continue;
        };
        match &node.data {
            NodeData::Text { contents } => words.text(&contents.borrow()),
            NodeData::Element { name, .. } if name.ns == ns!(html) => {
                if is_in(BLOCKS, &name.local) {
                    words.enter_block(&name.local);
                    open.push(None);
                }
                if is_in(SKIPPED, &name.local) {
                    continue;
                }
            }
            _ => {}
        }
        open.extend(node.children.borrow().iter().rev().cloned().map(Some));
    }
    words.words
}

/// How many words are in both, in order. Where they part they meet again at the nearest three words that are the same.
fn agreed(a: &[u64], b: &[u64]) -> usize {
    const FAR: usize = 400;
    const RUN: usize = 3;
    let (mut i, mut j, mut agreed) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            (i, j, agreed) = (i + 1, j + 1, agreed + 1);
            continue;
        }
        let meets = |&(x, y): &(usize, usize)| {
            let (a, b) = (&a[i + x..], &b[j + y..]);
            let run = RUN.min(a.len()).min(b.len());
            run > 0 && a[..run] == b[..run]
        };
        let distances = (1..FAR).flat_map(|far| (0..=far).map(move |x| (x, far - x)));
        let mut near = distances.filter(|&(x, y)| i + x < a.len() && j + y < b.len());
        let (x, y) = near.find(meets).unwrap_or((FAR / 2, FAR / 2));
        (i, j) = (i + x, j + y);
    }
    agreed
}

/// Numbers at random, the same in every run (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}

#[derive(Clone, Copy, Debug)]
enum Damage {
    CutOff,
    TagsDropped,
    TagsDoubled,
    TagsSwapped,
}

const DAMAGES: &[Damage] = &[Damage::CutOff, Damage::TagsDropped, Damage::TagsDoubled, Damage::TagsSwapped];

/// A page with damage done to it: to one tag in thirty.
fn damaged<'p>(page: &'p str, damage: Damage, random: &mut Random) -> Cow<'p, str> {
    if let Damage::CutOff = damage {
        let (end, _) = page.char_indices().nth(random.below(page.chars().count())).unwrap_or_default();
        return Cow::Borrowed(&page[..end]);
    }
    // Tags and what is between them.
    let mut parts: Vec<&str> = page
        .split_inclusive('>')
        .flat_map(|part| {
            let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
            [text, tag]
        })
        .collect();
    let tags: Vec<usize> = (0..parts.len()).filter(|&at| parts[at].starts_with('<')).collect();
    let mut doubled = vec![false; parts.len()];
    for _ in 0..tags.len() / 30 + 1 {
        let Some(&tag) = tags.get(random.below(tags.len())) else { break };
        match damage {
            Damage::TagsDropped => parts[tag] = "",
            Damage::TagsDoubled => doubled[tag] = true,
            _ => parts.swap(tag, tags[random.below(tags.len())]),
        }
    }
    parts.iter().zip(doubled).flat_map(|(&part, doubled)| [part, if doubled { part } else { "" }]).collect()
}

/// A page with `x-` before the names of `SPECIAL` in its tags.
fn without_special(page: &str) -> String {
    let renamed = |page: String, name: &&str| {
        page.replace(&format!("<{name}"), &format!("<x-{name}")).replace(&format!("</{name}"), &format!("</x-{name}"))
    };
    SPECIAL.iter().fold(page.to_owned(), renamed)
}

fn read(path: &Path) -> String {
    let bytes = std::fs::read(path).expect("a page");
    let mut page = Vec::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut page).expect("gzip");
    } else {
        page = bytes;
    }
    String::from_utf8_lossy(&page).trim_start_matches('\u{FEFF}').to_owned()
}

/// What was compared, and what of it was the same.
#[derive(Default)]
struct Tally {
    words: usize,
    agreed: usize,
    /// What pages differ, and in how many words.
    differ: Vec<(usize, String)>,
}

impl Tally {
    fn compare(&mut self, page: &str, name: impl FnOnce() -> String) {
        let counts = |page: &str| {
            let (ours, theirs) = (ours(page), theirs(page));
            (ours.len().max(theirs.len()), agreed(&ours, &theirs))
        };
        let (mut words, mut agreed) = counts(page);
        if agreed < words {
            (words, agreed) = counts(&without_special(page));
        }
        self.words += words;
        self.agreed += agreed;
        if agreed < words {
            self.differ.push((words - agreed, name()));
        }
    }
}

/// Compares pages as they are, and every `sample`-th broken.
fn compare(pages: &[PathBuf], sample: usize) -> (Tally, Tally) {
    let (next, tallies) = (AtomicUsize::new(0), Mutex::new((Tally::default(), Tally::default())));
    let work = || {
        while let Some(path) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let name = path.file_name().expect("a name").to_string_lossy();
            let page = read(path);
            let (mut whole, mut broken) = (Tally::default(), Tally::default());
            whole.compare(&page, || name.to_string());
            let seed = name.bytes().fold(7u64, |seed, byte| seed.wrapping_mul(31) ^ u64::from(byte));
            if seed.is_multiple_of(sample as u64) {
                let mut random = Random(seed);
                for &damage in DAMAGES {
                    broken.compare(&damaged(&page, damage, &mut random), || format!("{name} {damage:?}"));
                }
            }
            let mut tallies = tallies.lock().expect("no panic");
            let (all, all_broken) = &mut *tallies;
            for (all, one) in [(all, whole), (all_broken, broken)] {
                all.words += one.words;
                all.agreed += one.agreed;
                all.differ.extend(one.differ);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    tallies.into_inner().expect("no panic")
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder of pages").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == extension)).collect();
    files.sort();
    files
}

fn check(what: &str, tally: &mut Tally) {
    let share = tally.agreed as f64 / tally.words.max(1) as f64;
    println!(
        "{what}: {} of {} words agree, {:.5} %; {} pages differ",
        tally.agreed,
        tally.words,
        share * 100.0,
        tally.differ.len()
    );
    tally.differ.sort_unstable();
    tally.differ.iter().rev().take(40).for_each(|(words, name)| println!("  {words} in {name}"));
    assert!(tally.words > 0 && share >= AGREEMENT, "{what}: {share}");
}

#[test]
fn words_stand_where_html5ever_has_them() {
    assert!(BLOCKS.is_sorted() && SKIPPED.is_sorted());
    let (mut whole, mut broken) =
        compare(&files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/pages"), "html"), 1);
    check("our pages", &mut whole);
    check("our pages, broken", &mut broken);
    let Some(data) = std::env::var_os("NUTGRAF_DATA") else {
        println!("NUTGRAF_DATA is not set: only the pages of tests/html/pages were compared");
        return;
    };
    let folders = ["wcxb-dev/html", "news-dev/html"];
    let pages: Vec<PathBuf> = folders.iter().flat_map(|folder| files(&Path::new(&data).join(folder), "gz")).collect();
    let all = std::env::var_os("NUTGRAF_ORACLE").is_some_and(|which| which == "all");
    let (mut whole, mut broken) = compare(&pages, if all { 1 } else { SAMPLE });
    check("pages", &mut whole);
    check("pages, broken", &mut broken);
}

/// How many ASCII letters and digits are in the texts of a page, by html5ever; templates not left out.
pub(super) fn letters(page: &str) -> usize {
    let dom = theirs_dom(page);
    let mut letters = 0;
    let mut open = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        match &node.data {
            NodeData::Text { contents } => {
                letters += contents.borrow().bytes().filter(u8::is_ascii_alphanumeric).count()
            }
            NodeData::Element { template_contents, .. } => open.extend(template_contents.borrow().iter().cloned()),
            _ => {}
        }
        open.extend(node.children.borrow().iter().cloned());
    }
    letters
}
