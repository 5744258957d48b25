//! What `make install` installs, as those who build against it find it: its files, its symbols and its size, the
//! projects in `examples/c`, built outside of this folder with pkg-config, CMake and Meson, and the examples in other
//! languages.
//!
//! It is the release build, so that this takes minutes where that is not built yet.

mod programs;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use programs::{printed, root, run};

/// Where it is installed, once.
fn prefix() -> &'static Path {
    static PREFIX: OnceLock<PathBuf> = OnceLock::new();
    PREFIX.get_or_init(|| {
        let prefix = folder("prefix");
        let mut make = Command::new("make");
        // The flags of a `make test` that this runs in are not for it.
        make.current_dir(root()).env_remove("MAKEFLAGS").env("CARGO", env!("CARGO"));
        run(make.arg("install").arg(format!("PREFIX={}", prefix.display())));
        prefix
    })
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn library() -> PathBuf {
    prefix().join("lib/libnutgraf.so")
}

fn stdout(command: &mut Command) -> String {
    String::from_utf8(run(command).stdout).expect("UTF-8")
}

#[test]
fn all_files_are_there() {
    let mut found = BTreeSet::new();
    let mut folders = vec![prefix().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(prefix()).expect("inside").display().to_string());
            }
        }
    }
    let abi = nutgraf_c::NUTGRAF_ABI_VERSION;
    let expected = [
        "include/nutgraf.h".to_owned(),
        "include/nutgraf.hpp".to_owned(),
        "lib/libnutgraf.a".to_owned(),
        "lib/libnutgraf.so".to_owned(),
        format!("lib/libnutgraf.so.{abi}"),
        format!("lib/libnutgraf.so.{abi}.0.0"),
        "lib/pkgconfig/nutgraf.pc".to_owned(),
        "share/nutgraf/cmake/nutgraf-config-version.cmake".to_owned(),
        "share/nutgraf/cmake/nutgraf-config.cmake".to_owned(),
    ];
    assert_eq!(found, BTreeSet::from(expected));
    let dynamic = stdout(Command::new("readelf").arg("--dynamic").arg(library()));
    assert!(dynamic.contains(&format!("Library soname: [libnutgraf.so.{abi}]")), "{dynamic}");
    let version = stdout(pkg_config().arg("--modversion"));
    assert_eq!(version.trim(), nutgraf::VERSION);
}

/// The symbols of the shared library are the functions of the header, and no other.
#[test]
fn the_symbols_are_those_of_the_header() {
    let header = std::fs::read_to_string(root().join("include/nutgraf.h")).expect("the header");
    let (_, functions) = header.split_once("extern \"C\" {").expect("functions");
    let declared = functions.lines().filter(|line| !line.starts_with(['/', ' ', '#']));
    let declared: BTreeSet<&str> =
        declared.filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next()).collect();
    let symbols =
        stdout(Command::new("nm").args(["--dynamic", "--defined-only", "--format=just-symbols"]).arg(library()));
    assert_eq!(symbols.lines().collect::<BTreeSet<_>>(), declared);
}

/// Without the debug information that it is installed with.
#[test]
fn the_shared_library_is_under_4_mib() {
    let stripped = folder("size").join("libnutgraf.so");
    run(Command::new("strip").arg("--strip-all").arg("-o").arg(&stripped).arg(library()));
    let size = stripped.metadata().expect("a file").len();
    assert!(size < 4 << 20, "{size} bytes");
}

fn pkg_config() -> Command {
    let mut command = Command::new("pkg-config");
    command.env("PKG_CONFIG_PATH", prefix().join("lib/pkgconfig")).arg("nutgraf");
    command
}

// ---- the projects in examples/c

/// A copy of `examples/c`, so that nothing of this folder is leaned on.
fn project(name: &str) -> PathBuf {
    let folder = folder(name);
    for file in root().join("examples/c").read_dir().expect("a folder").flatten() {
        std::fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
    }
    folder
}

/// Both programs print what Rust finds, and need the shared library or do not.
fn works(folder: &Path, shared: [bool; 2]) {
    let dump = root().join("examples/dump.txt");
    for (program, shared) in ["articles-c", "articles-cpp"].into_iter().zip(shared) {
        let program = folder.join(program);
        let output = stdout(Command::new(&program).arg(&dump));
        assert!(output == printed(&dump), "{}", program.display());
        let needed = stdout(Command::new("readelf").arg("--dynamic").arg(&program));
        assert_eq!(needed.contains("[libnutgraf.so."), shared, "{}: {needed}", program.display());
    }
}

#[test]
fn pkg_config_builds_against_both_libraries() {
    let folder = project("pkg-config");
    let make = |arguments: &[&str]| {
        let mut make = Command::new("make");
        make.current_dir(&folder).env_remove("MAKEFLAGS").env("PKG_CONFIG_PATH", prefix().join("lib/pkgconfig"));
        run(make.args(["--always-make", "CFLAGS=-O1 -Wall -Wextra -Wpedantic -Werror"]).args(arguments));
    };
    make(&[]);
    works(&folder, [true, true]);
    make(&["STATIC=1"]);
    works(&folder, [false, false]);
}

#[test]
fn cmake_finds_the_package_wherever_it_was_moved() {
    let folder = project("cmake");
    let moved = folder.join("moved");
    run(Command::new("cp").arg("--recursive").arg(prefix()).arg(&moved));
    let mut command = Command::new("cmake");
    command.current_dir(&folder).args(["-G", "Ninja", "-B", "build"]);
    run(command.arg(format!("-DCMAKE_PREFIX_PATH={}", moved.display())));
    run(Command::new("cmake").arg("--build").arg(folder.join("build")));
    works(&folder.join("build"), [true, false]);
}

#[test]
fn meson_finds_the_dependency() {
    let folder = project("meson");
    let mut command = Command::new("meson");
    command.current_dir(&folder).env("PKG_CONFIG_PATH", prefix().join("lib/pkgconfig"));
    run(command.args(["setup", "--werror", "build"]));
    run(Command::new("ninja").arg("-C").arg(folder.join("build")));
    works(&folder.join("build"), [true, false]);
}

// ---- the examples in other languages

/// Runs the steps of an example, each a program and its arguments, in a folder of its own; the last one prints the
/// article.
fn example(language: &str, steps: &[&[&str]]) {
    let folder = folder(language);
    for file in root().join("examples/ffi").read_dir().expect("a folder").flatten() {
        std::fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
    }
    let root = root().canonicalize().expect("a folder");
    let libraries = prefix().join("lib");
    let command = |step: &[&str]| {
        let mut command = Command::new(step[0]);
        command.current_dir(&folder).args(&step[1..]);
        command.env("LD_LIBRARY_PATH", &libraries).env("PKG_CONFIG_PATH", libraries.join("pkgconfig"));
        command.env("NODE_PATH", root.join(".tools/node/node_modules"));
        command
    };
    let (last, first) = steps.split_last().expect("a step");
    first.iter().for_each(|step| drop(run(&mut command(step))));
    let dump = root.join("examples/dump.txt");
    assert!(stdout(command(last).arg(&dump)) == printed(&dump), "{language}");
}

#[test]
fn python_with_ctypes() {
    example("python", &[&["python3", "article.py"]]);
}

#[test]
fn node_with_koffi() {
    example("node", &[&["node", "article.js"]]);
}

#[test]
fn java_with_jna() {
    let jna = "/usr/share/java/jna.jar";
    example("java", &[&["javac", "-cp", jna, "Article.java"], &["java", "-cp", &format!("{jna}:."), "Article"]]);
}

#[test]
fn go_with_cgo() {
    example("go", &[&["go", "run", "article.go"]]);
}

#[test]
fn c_sharp_with_mono() {
    example("c-sharp", &[&["mcs", "Article.cs"], &["mono", "Article.exe"]]);
}
