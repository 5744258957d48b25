//! Compiling C and C++, and running what comes of it.
//!
//! Nothing is skipped: where a tool is missing the test fails and says which. `CC` and `CXX` choose the compilers.

#![allow(dead_code, reason = "not each test of this folder uses all")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use nutgraf::{Article, Field, Role};
use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standard {
    C11,
    Cpp17,
    Cpp20,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Link {
    Static,
    Shared,
    PanicEntry,
}

pub(crate) struct Program {
    pub(crate) source: &'static str,
    pub(crate) standard: Standard,
    pub(crate) link: Link,
    pub(crate) flags: &'static [&'static str],
}

impl Program {
    pub(crate) fn new(source: &'static str, standard: Standard, link: Link) -> Self {
        Self { source, standard, link, flags: &[] }
    }

    /// Compiles it with warnings denied, and gives the place of the program.
    pub(crate) fn compile(&self) -> PathBuf {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let root = root();
        let number = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", env!("CARGO_CRATE_NAME")));
        let (variable, default, standard) = match self.standard {
            Standard::C11 => ("CC", "cc", "-std=c11"),
            Standard::Cpp17 => ("CXX", "c++", "-std=c++17"),
            Standard::Cpp20 => ("CXX", "c++", "-std=c++20"),
        };
        let compiler = std::env::var(variable).unwrap_or_else(|_| default.into());
        let mut command = Command::new(compiler);
        command.current_dir(&root);
        command.args([standard, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g", "-O1"]).args(self.flags);
        command.arg("-I").arg(root.join("include")).arg(root.join("tests/c").join(self.source));
        match self.link {
            Link::Static => command.arg(&libraries().archive),
            Link::PanicEntry => command.arg(panic_entry()),
            Link::Shared => {
                let shared = &libraries().shared;
                command.arg(shared).arg(format!("-Wl,-rpath,{}", shared.parent().expect("a folder").display()))
            }
        };
        // What Rust's std needs of the system.
        command.args(["-lpthread", "-ldl", "-lm", "-o"]).arg(&program);
        run(&mut command);
        program
    }
}

pub(crate) struct Libraries {
    pub(crate) archive: PathBuf,
    pub(crate) shared: PathBuf,
}

/// The libraries, built once.
pub(crate) fn libraries() -> &'static Libraries {
    static LIBRARIES: OnceLock<Libraries> = OnceLock::new();
    LIBRARIES.get_or_init(|| {
        let files = build(&["--lib"]);
        Libraries {
            archive: file(&files, "libnutgraf_c", &["a"]),
            shared: file(&files, "libnutgraf_c", &["so", "dylib"]),
        }
    })
}

/// The static library with entries that panic, built once.
pub(crate) fn panic_entry() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| file(&build(&["--example", "panic_entry"]), "libpanic_entry", &["a"]))
}

/// What cargo builds with the profile of this test.
fn build(target: &[&str]) -> Vec<PathBuf> {
    // TARGET/PROFILE/deps/runner-…
    let program = std::env::current_exe().expect("the path of this test");
    let profile = program.ancestors().nth(2).and_then(Path::file_name).expect("a profile").to_string_lossy();
    let profile = if profile == "debug" { "dev" } else { &profile };
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--offline", "--package", "nutgraf-c", "--profile", profile, "--message-format", "json"]);
    let output = String::from_utf8(run(command.args(target).current_dir(root())).stdout).expect("JSON in UTF-8");
    output
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a message of cargo"))
        .filter(|message| message["reason"] == "compiler-artifact")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .collect()
}

fn file(files: &[PathBuf], stem: &str, extensions: &[&str]) -> PathBuf {
    let wanted = |file: &&PathBuf| {
        let extension = file.extension().unwrap_or_default().to_string_lossy();
        file.file_stem().is_some_and(|s| s.to_string_lossy().starts_with(stem)) && extensions.contains(&&*extension)
    };
    files.iter().find(wanted).unwrap_or_else(|| panic!("cargo built no {stem} among {files:?}")).clone()
}

/// Runs a command that must work.
pub(crate) fn run(command: &mut Command) -> Output {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{name} cannot be run ({error}): `make tools` installs what these tests need"));
    assert!(
        output.status.success(),
        "{command:?} ended with {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stderr),
        String::from_utf8_lossy(&output.stdout).chars().take(2000).collect::<String>(),
    );
    output
}

/// What the programs in `examples/` print of a file.
pub(crate) fn printed(file: &Path) -> String {
    let input = std::fs::read(file).expect("a file");
    let articles: Vec<Article> = if file.extension().is_some_and(|extension| extension == "html") {
        vec![nutgraf::from_html(&input).expect("an article")]
    } else {
        nutgraf::split(&input).map(|article| article.expect("an article")).collect()
    };
    let mut out = String::new();
    let mut line = |label: &str, text: &str| {
        if !text.is_empty() {
            out += &format!("{label}{text}\n");
        }
    };
    for article in articles {
        line("", article.title().unwrap_or_default());
        article.authors().iter().for_each(|author| line("By ", author));
        line("Published ", article.value(Field::DatePublished).unwrap_or_default());
        line("\n", article.text());
        for segment in article.segments().filter(|s| s.role() == Role::Boilerplate && !s.text().is_empty()) {
            line("\nLeft out: ", segment.text());
            line("As: ", segment.kind().name());
            line("Why: ", segment.reason());
        }
    }
    out
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
