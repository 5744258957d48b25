//! What was compiled against this ABI version runs with the library: no struct, value or function that it knows has
//! changed.

mod programs;

#[path = "../golden/mod.rs"]
mod golden;

use std::path::{Path, PathBuf};
use std::process::Command;

use programs::{Link, Program, Standard, root, run};

/// The snapshot, which abidw wrote: functions with their types, structs with the offsets of their members, values of
/// enums.
fn snapshot() -> PathBuf {
    root().join(format!("tests/c/abi-{}.xml", nutgraf_c::NUTGRAF_ABI_VERSION))
}

/// `BLESS=1 cargo test -p nutgraf-c --test abi` takes functions that are new into the snapshot, and nothing that has
/// changed: for that NUTGRAF_ABI_VERSION goes up, in values.rs and in the version of the library in Cargo.toml, with a
/// new snapshot.
#[test]
fn the_abi_is_that_of_the_snapshot() {
    let library = library_of_the_header();
    let differ = |flags: &[&str]| {
        let mut command = Command::new("abidiff");
        command.args(["--no-corpus-path", "--suppressions"]).arg(root().join("tests/c/abi.abignore"));
        let output = command.args(flags).arg(snapshot()).arg(&library).output().expect("abidiff: run `make tools`");
        (!output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let bless = std::env::var_os("BLESS").is_some();
    if (snapshot().exists() || !bless)
        && let Some(changes) = differ(&["--no-added-syms"])
    {
        panic!("what was compiled before would break:\n{changes}");
    }
    if bless {
        write(&library);
    }
    if let Some(changes) = differ(&[]) {
        panic!("the snapshot lacks functions: run with BLESS=1:\n{changes}");
    }
}

fn write(library: &Path) {
    let mut command = Command::new("abidw");
    command.args(["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--out-file"]);
    run(command.arg(snapshot()).arg(library));
}

/// A library of the functions that the header declares, with bodies that do nothing. What it says of types is what a
/// compiler of C++ makes of the header; the tests of the header, the layout and the exported symbols tie that to the
/// library in Rust, whose own debug information holds all of its inside.
fn library_of_the_header() -> PathBuf {
    let header = std::fs::read_to_string(root().join("include/nutgraf.h")).expect("the header");
    let (types, functions) = header.split_once("extern \"C\" {").expect("functions");
    let mut source = String::from("#include \"nutgraf.h\"\n");
    // Of enums that are but arguments, which are numbers, a variable each.
    for name in types.split("\nNUTGRAF_ENUM(").skip(1).filter_map(|rest| rest.split(')').next()) {
        source += &format!("{name} value_of_{name};\n");
    }
    let code = functions.lines().filter(|line| !line.starts_with(['#', '}']));
    let code: String = code.map(|line| format!("{} ", line.split("//").next().unwrap_or_default())).collect();
    for function in code.split_terminator(';').filter(|function| !function.trim().is_empty()) {
        source += &format!("extern \"C\" {} {{ __builtin_trap(); }}\n", function.trim());
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let library = folder.join("libabi.so");
    std::fs::write(folder.join("abi.cpp"), source).expect("a file");
    let compiler = std::env::var("CXX").unwrap_or_else(|_| "c++".into());
    let mut command = Command::new(compiler);
    command.args(["-std=c++17", "-g", "-shared", "-fPIC", "-Wno-return-type", "-I"]).arg(root().join("include"));
    // From there, so that no path of this machine gets into the snapshot.
    run(command.current_dir(folder).arg("abi.cpp").arg("-o").arg(&library));
    library
}

#[test]
fn a_caller_of_the_former_header_sees_the_same() {
    let former = Program { flags: &["-Itests/c/former"], ..Program::new("caller.c", Standard::C11, Link::Shared) };
    let today = Program::new("caller.c", Standard::C11, Link::Shared);
    let seen = [former, today].map(|program| {
        let inputs = golden::cases().into_iter().map(|case| case.file);
        run(Command::new(program.compile()).args(inputs)).stdout
    });
    assert!(!seen[0].is_empty() && seen[0] == seen[1]);
}
