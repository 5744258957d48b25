//! `include/nutgraf.h` is what cbindgen makes of the crate, byte for byte. `BLESS=1 cargo test -p nutgraf-c --test header`
//! writes it.

use std::collections::HashMap;
use std::path::Path;

#[test]
fn the_committed_header_is_the_generated_one() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = crate_folder.join("../../include/nutgraf.h");
    let generated = generate(crate_folder);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &generated).expect("include/nutgraf.h can be written");
    }
    assert!(generated.lines().all(|line| line.chars().count() <= WIDTH));
    let committed = std::fs::read_to_string(&path).expect("include/nutgraf.h: run with BLESS=1 to make it");
    if let Some((number, (old, new))) =
        committed.lines().zip(generated.lines()).enumerate().find(|(_, (old, new))| old != new)
    {
        panic!("include/nutgraf.h:{}: {old:?} should be {new:?}: run with BLESS=1", number + 1);
    }
    assert!(committed == generated, "include/nutgraf.h is not of the right length: run with BLESS=1");
}

/// Columns of a line.
const WIDTH: usize = 120;

fn generate(crate_folder: &Path) -> String {
    let config = cbindgen::Config::from_file(crate_folder.join("cbindgen.toml")).expect("cbindgen.toml");
    let names: Vec<(String, String)> = config.export.rename.clone().into_iter().collect();
    let bindings = cbindgen::Builder::new()
        .with_crate(crate_folder)
        .with_config(config)
        .generate()
        .expect("cbindgen reads the crate and the core");
    let mut header = Vec::new();
    bindings.write(&mut header);
    let header = String::from_utf8(header).expect("UTF-8");
    let header = links(&constants(&enums(header.trim_start())), &names);
    let header = beside(&sections(&arguments(&header), &titles(crate_folder)));
    assert!(
        !header.contains("[`") && !header.contains("::"),
        "a doc comment of the model speaks Rust: add it to links()"
    );
    header
}

/// Says the same of an enum in two lines as cbindgen does in fourteen.
///
/// In C an enum is a `uint32_t` and its values are constants, so that a number of a later version is no undefined
/// behaviour; in C++ it is a type of its own over `uint32_t`.
fn enums(header: &str) -> String {
    const MACRO: &str = "\
// An enum of 32 bits: in C its values are constants, in C++ it is a type of its own.
#ifdef __cplusplus
#define NUTGRAF_ENUM(name) enum name : uint32_t
#else
#define NUTGRAF_ENUM(name) typedef uint32_t name; enum
#endif
";
    let condition = "defined(__cplusplus) || __STDC_VERSION__ >= 202311L";
    let head = format!("\n#if {condition}\n  : uint32_t\n#endif // {condition}\n {{\n");
    let mut out = String::new();
    let mut rest = header;
    while let Some(at) = rest.find(&head) {
        let (before, after) = rest.split_at(at);
        let (text, name) = before.rsplit_once("enum ").expect("the enum's name");
        let tail = format!(
            "#ifndef __cplusplus\n#if __STDC_VERSION__ >= 202311L\ntypedef enum {name} {name};\n#else\n\
             typedef uint32_t {name};\n#endif // __STDC_VERSION__ >= 202311L\n#endif // __cplusplus\n"
        );
        let (body, after) = after[head.len()..].split_once(&tail).expect("the enum's end, as cbindgen writes it");
        out += &format!("{text}NUTGRAF_ENUM({name}) {{\n{body}");
        rest = after;
    }
    out += rest;
    assert!(!out.contains("__STDC_VERSION__"), "cbindgen writes enums in another way than enums() knows");
    let includes = "#include <stdint.h>\n";
    out.replacen(includes, &format!("{includes}\n{MACRO}"), 1)
}

/// Constants of the core's structs: `NUTGRAF_SEGMENT_ORDERED` for `nutgraf_segment_ORDERED`. `Span::NONE` is not one of
/// them, as a compound literal is no C++: `NUTGRAF_NONE` serves.
fn constants(header: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in header.lines() {
        match line.strip_prefix("#define nutgraf_") {
            Some(rest) if rest.starts_with("span_NONE") => {
                while out.last().is_some_and(|line| line.starts_with("//")) {
                    out.pop();
                }
            }
            Some(rest) => {
                let (name, value) = rest.split_once(' ').expect("a value");
                out.push(format!("#define NUTGRAF_{} {value}", name.to_uppercase()));
            }
            None => out.push(line.to_owned()),
        }
    }
    out.join("\n") + "\n"
}

/// Links of the core's doc comments, as the names that they have in C.
fn links(header: &str, names: &[(String, String)]) -> String {
    let mut out = header.to_owned();
    for link in ["NO_INDEX", "Span::NONE"] {
        out = out.replace(&format!("[`{link}`]"), "NUTGRAF_NONE");
    }
    for (rust, c) in names {
        out = out.replace(&format!("[`{rust}`]"), &format!("`{c}`"));
        while let Some((before, after)) = out.split_once(&format!("[`{rust}::")) {
            let (constant, after) = after.split_once("`]").expect("the link's end");
            out = format!("{before}{}_{constant}{after}", c.to_uppercase());
        }
    }
    out
}

/// Arguments of a function on one line, or filled up where they need several; cbindgen has them one a line.
fn arguments(header: &str) -> String {
    let mut out = String::new();
    let mut lines = header.lines();
    while let Some(line) = lines.next() {
        if line.starts_with([' ', '/', '#']) || !line.ends_with(',') {
            out += &format!("{line}\n");
            continue;
        }
        let indent = " ".repeat(line.find('(').expect("arguments") + 1);
        let mut last = line.to_owned();
        while last.ends_with(',') {
            let argument = lines.next().expect("a further argument").trim();
            if last.len() + 1 + argument.len() <= WIDTH {
                last += &format!(" {argument}");
            } else {
                out += &format!("{last}\n");
                last = format!("{indent}{argument}");
            }
        }
        out += &format!("{last}\n");
    }
    out
}

/// Comments of one line beside what they are of, where there is room: values, members, functions without an empty line
/// between them, and the first line of a type. Those that follow each other begin at the column where most find room.
fn beside(header: &str) -> String {
    let lines: Vec<&str> = header.lines().collect();
    let is_comment = |at: usize| lines[at].trim_start().starts_with("//");
    let is_end = |at: usize| lines[at].is_empty() || lines[at].starts_with('}');
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|&at| is_end(at) || lines[at].ends_with('{')).unwrap_or(lines.len());
        // Of a comment of one line with what it is of, the index of the comment.
        let pairs: Vec<usize> = (at..end)
            .filter(|&i| is_comment(i) && (i == at || !is_comment(i - 1)) && i + 1 < lines.len())
            .filter(|&i| !is_comment(i + 1) && lines[i + 1].ends_with([',', ';', '{', '1', '2', 'X']))
            .collect();
        let width = |i: usize| lines[i].chars().count();
        let fits = |column: usize, i: usize| {
            width(i + 1) + 2 <= column && column + lines[i].trim_start().chars().count() <= WIDTH
        };
        let columns = pairs.iter().map(|&i| width(i + 1) + 2);
        let column = columns.max_by_key(|&column| (pairs.iter().filter(|&&i| fits(column, i)).count(), column));
        while at < lines.len().min(end + 1) {
            match column {
                Some(column) if pairs.contains(&at) && fits(column, at) => {
                    out.push(format!("{:column$}{}", lines[at + 1], lines[at].trim_start()));
                    at += 1;
                }
                _ => out.push(lines[at].to_owned()),
            }
            at += 1;
        }
    }
    out.join("\n") + "\n"
}

/// The titles of sections, each with the function that it stands above: the heads of the modules, and lines of `// ----`.
fn titles(crate_folder: &Path) -> HashMap<String, Vec<String>> {
    let source = |name: &str| std::fs::read_to_string(crate_folder.join(format!("src/{name}.rs"))).expect("a module");
    let mut titles = HashMap::new();
    for module in source("lib").lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')) {
        let mut title: Vec<String> = Vec::new();
        for line in source(module).lines() {
            let text = line.strip_prefix("//! ").or_else(|| line.strip_prefix("// ---- "));
            if let Some(text) = text.or_else(|| line.strip_prefix("// ").filter(|_| !title.is_empty())) {
                title.push(text.to_owned());
            } else if let Some((_, function)) = line.split_once(r#"extern "C" fn "#)
                && !title.is_empty()
            {
                let name = function.split('(').next().expect("a name");
                titles.insert(name.to_owned(), std::mem::take(&mut title));
            }
        }
    }
    titles
}

/// Functions under their titles. Between two blocks of one line with one of comment there is no empty one.
fn sections(header: &str, titles: &HashMap<String, Vec<String>>) -> String {
    let mut found = 0;
    let mut short = false;
    let mut out = String::new();
    for block in header.split_inclusive("\n\n") {
        let items: Vec<&str> = block.trim_end().lines().filter(|line| !line.starts_with("//")).collect();
        let name = items.first().and_then(|line| line.split_once('(')?.0.rsplit([' ', '*']).next());
        let is_short = items.len() == 1 && block.trim_end().lines().count() <= 2 && !items[0].starts_with("#end");
        let was_short = std::mem::replace(&mut short, is_short);
        if let Some(title) = name.and_then(|name| titles.get(name)) {
            found += 1;
            out += &format!("// ---- {}\n\n", title.join("\n// "));
        } else if short && was_short {
            out.truncate(out.len() - 1);
        }
        out += block;
    }
    assert_eq!(found, titles.len(), "every title stands above its function");
    out
}
