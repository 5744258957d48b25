//! Tree construction against expected trees, in the format of html5lib-tests: those of `tests/html/trees*.dat`, and all of
//! html5lib-tests' where `NUTGRAF_DATA` names a folder that holds them.
//!
//! Fragments are out of scope, and so are pages that are parsed with scripting on.

use std::path::{Path, PathBuf};

use crate::input::html::names::Name;
use crate::input::html::scanner;
use crate::input::html::tree::{DOCUMENT, NONE, Namespace, NodeId, NodeKind, Tree};

/// Documents of html5lib-tests that come out otherwise, and why. The list can only shrink: one that comes out as expected
/// fails the test until it is taken off.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("webkit02.dat 45", SELECTED_CONTENT),
    ("webkit02.dat 46", SELECTED_CONTENT),
    ("webkit02.dat 47", SELECTED_CONTENT),
    ("webkit02.dat 48", SELECTED_CONTENT),
];

const SELECTED_CONTENT: &str =
    "a `selectedcontent` shows a copy of the selected option: a text would be in the tree twice";

struct Case {
    name: String,
    page: String,
    expected: String,
}

/// The cases of a file that are documents without scripting.
fn cases(path: &Path) -> Vec<Case> {
    let text = std::fs::read(path).expect("a file of cases");
    let text = String::from_utf8(text).expect("UTF-8");
    let file = path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut cases = Vec::new();
    for (number, case) in format!("\n{}", text.trim_end_matches('\n')).split("\n#data\n").skip(1).enumerate() {
        let (page, rest) = case.split_once("\n#errors").unwrap_or_else(|| case.split_once("#errors").expect("errors"));
        let document = rest.split_once("\n#document\n");
        let Some((head, tree)) = document else { continue };
        if head.contains("\n#document-fragment") || head.contains("\n#script-on") {
            continue;
        }
        cases.push(Case {
            name: format!("{file} {}", number + 1),
            page: page.to_owned(),
            expected: tree.trim_end_matches('\n').to_owned(),
        });
    }
    cases
}

/// The cases of all files of a folder whose names begin with `begin`.
fn folder(path: &Path, begin: &str) -> Vec<Case> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(path)
        .expect("a folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(begin) && name.ends_with(".dat")
        })
        .collect();
    files.sort();
    files.iter().flat_map(|file| cases(file)).collect()
}

/// The tree as html5lib-tests writes it.
fn dump(tree: &Tree<'_>) -> String {
    let mut out = String::new();
    children(tree, DOCUMENT, 0, &mut out);
    out.pop();
    out
}

fn children(tree: &Tree<'_>, parent: NodeId, depth: usize, out: &mut String) {
    let indent = format!("| {}", "  ".repeat(depth));
    // Texts that touch are one text in a document.
    let mut text: Option<String> = None;
    let flush = |text: &mut Option<String>, out: &mut String| {
        if let Some(text) = text.take() {
            out.push_str(&format!("{indent}\"{text}\"\n"));
        }
    };
    for id in tree.children(parent) {
        let node = tree.node(id);
        if node.kind == NodeKind::Text {
            let text = text.get_or_insert_default();
            tree.pieces(id).for_each(|piece| text.push_str(&piece.text));
            continue;
        }
        flush(&mut text, out);
        match node.kind {
            NodeKind::Comment => {
                out.push_str(&format!("{indent}<!-- {} -->\n", scanner::comment(tree.page, node.span)));
            }
            NodeKind::Doctype => {
                let doctype = scanner::doctype(tree.page, node.span);
                let name = doctype.name.unwrap_or_default();
                let (public, system) = (doctype.public_id.unwrap_or_default(), doctype.system_id.unwrap_or_default());
                if public.is_empty() && system.is_empty() {
                    out.push_str(&format!("{indent}<!DOCTYPE {name}>\n"));
                } else {
                    out.push_str(&format!("{indent}<!DOCTYPE {name} \"{public}\" \"{system}\">\n"));
                }
            }
            _ => element(tree, id, depth, out),
        }
    }
    flush(&mut text, out);
}

fn element(tree: &Tree<'_>, id: NodeId, depth: usize, out: &mut String) {
    let indent = format!("| {}", "  ".repeat(depth));
    let node = tree.node(id);
    let lower = tree.written_name(id).to_ascii_lowercase().replace('\0', "\u{FFFD}");
    let (prefix, name) = match node.namespace {
        Namespace::Html => ("", lower),
        Namespace::Svg => ("svg ", adjusted(&lower, SVG_NAMES)),
        Namespace::MathMl => ("math ", lower),
    };
    out.push_str(&format!("{indent}<{prefix}{name}>\n"));
    let mut attributes: Vec<(String, String)> = tree
        .attributes(id)
        .into_iter()
        .map(|(name, value)| {
            let name = match node.namespace {
                Namespace::Html => name.into_owned(),
                Namespace::Svg => foreign(&adjusted(&name, SVG_ATTRIBUTES)),
                Namespace::MathMl => foreign(&adjusted(&name, "definitionURL")),
            };
            (name, value.into_owned())
        })
        .collect();
    attributes.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    for (name, value) in attributes {
        out.push_str(&format!("{indent}  {name}=\"{value}\"\n"));
    }
    if node.is(Name::Template) {
        out.push_str(&format!("{indent}  content\n"));
        children(tree, id, depth + 2, out);
    } else {
        children(tree, id, depth + 1, out);
    }
}

/// The form with capitals of a name that has one (13.2.6.5).
fn adjusted(lower: &str, names: &str) -> String {
    names.split_whitespace().find(|name| name.eq_ignore_ascii_case(lower)).unwrap_or(lower).to_owned()
}

/// Attributes that have a namespace are written with a blank (13.2.6.5).
fn foreign(name: &str) -> String {
    const WITH_NAMESPACE: &[&str] = &[
        "xlink:actuate",
        "xlink:arcrole",
        "xlink:href",
        "xlink:role",
        "xlink:show",
        "xlink:title",
        "xlink:type",
        "xml:lang",
        "xml:space",
        "xmlns:xlink",
    ];
    if WITH_NAMESPACE.contains(&name) { name.replacen(':', " ", 1) } else { name.to_owned() }
}

const SVG_NAMES: &str = "altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend \
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight \
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset \
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient \
    textPath";

const SVG_ATTRIBUTES: &str = "attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits \
    diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints \
    keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits \
    numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha \
    preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures \
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage \
    tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan";

/// The names of the cases that fail, with what was wrong.
fn failures(cases: &[Case]) -> Vec<(String, String)> {
    let failure = |case: &Case| {
        let got = dump(&Tree::parse(&case.page));
        (got != case.expected)
            .then(|| (case.name.clone(), format!("{:?}\nexpected\n{}\ngot\n{got}\n", case.page, case.expected)))
    };
    cases.iter().filter_map(failure).collect()
}

#[test]
fn our_own_trees() {
    let cases = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html"), "trees");
    assert!(cases.len() >= 183, "{} cases", cases.len());
    let failures = failures(&cases);
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn html5lib_trees() {
    let Some(data) = std::env::var_os("NUTGRAF_DATA") else {
        println!("NUTGRAF_DATA is not set: only the trees of tests/html were tested");
        return;
    };
    let cases = folder(&Path::new(&data).join("html5lib-tests/tree-construction"), "");
    assert!(cases.len() > 1500, "{} cases", cases.len());
    let failures = failures(&cases);
    let excepted = |name: &str| EXCEPTIONS.iter().any(|(case, _)| *case == name);
    for (name, what) in failures.iter().filter(|(name, _)| !excepted(name)) {
        println!("{name}: {what}");
    }
    let unexpected = failures.iter().filter(|(name, _)| !excepted(name)).count();
    assert_eq!(unexpected, 0, "of {} documents", cases.len());
    for (case, _) in EXCEPTIONS {
        assert!(failures.iter().any(|(name, _)| name == case), "{case} comes out as expected: take it off the list");
    }
}

/// Elements that stand deeper than our cap stand beside one another, in order, and what follows them stands where it would.
#[test]
fn depth_is_capped() {
    const DEEP: usize = 520;
    for name in ["div", "span", "svg", "b"] {
        let opened: String = (0..DEEP).map(|i| format!("<{name} id={i}>{i} ")).collect();
        let page = format!("<!DOCTYPE html><section>{opened}{}</section>behind", format!("</{name}>").repeat(DEEP));
        let tree = Tree::parse(&page);
        let (mut depth, mut deepest, mut text, mut last) = (0_usize, 0, String::new(), DOCUMENT);
        let mut id = tree.node(DOCUMENT).first_child;
        // In the order of the document.
        while id != NONE {
            let node = tree.node(id);
            if node.kind == NodeKind::Text {
                tree.pieces(id).for_each(|piece| text.push_str(&piece.text));
                last = id;
            }
            if node.first_child != NONE {
                (id, depth) = (node.first_child, depth + 1);
                deepest = deepest.max(depth);
                continue;
            }
            while id != NONE && tree.node(id).next == NONE {
                (id, depth) = (tree.node(id).parent, depth.wrapping_sub(1));
            }
            id = if id == NONE { NONE } else { tree.node(id).next };
        }
        let numbers: String = (0..DEEP).map(|i| format!("{i} ")).collect();
        assert_eq!(text, numbers + "behind", "{name}");
        assert!((512..=514).contains(&deepest), "{name}: {deepest}");
        assert!(tree.node(tree.node(last).parent).is(Name::Body), "{name}");
    }
}
