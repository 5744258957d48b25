//! `include/nutgraf.h` is what cbindgen makes of the crate, byte for byte. `BLESS=1 cargo test -p nutgraf-c --test header`
//! writes it.

use std::path::Path;

#[test]
fn the_committed_header_is_the_generated_one() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = crate_folder.join("../../include/nutgraf.h");
    let generated = generate(crate_folder);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &generated).expect("include/nutgraf.h can be written");
    }
    let committed = std::fs::read_to_string(&path).expect("include/nutgraf.h: run with BLESS=1 to make it");
    if let Some((number, (old, new))) =
        committed.lines().zip(generated.lines()).enumerate().find(|(_, (old, new))| old != new)
    {
        panic!("include/nutgraf.h:{}: {old:?} should be {new:?}: run with BLESS=1", number + 1);
    }
    assert!(committed == generated, "include/nutgraf.h is not of the right length: run with BLESS=1");
}

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
