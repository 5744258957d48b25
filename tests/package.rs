//! What is published: what the package ships, that it builds from that alone, and that the examples run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a command prints, which must work.
fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("a program");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {error}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn package(arguments: &[&str]) -> String {
    // What is not committed yet counts as well.
    let common = ["package", "--package", "nutgraf", "--allow-dirty", "--locked", "--offline"];
    stdout(Command::new(env!("CARGO")).args(common).args(arguments).current_dir(root()))
}

/// Every file of a folder and of those in it, relative to the root.
fn files(folder: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(root()).expect("inside").display().to_string());
            }
        }
    }
    found
}

#[test]
fn the_package_ships_the_core_and_nothing_else() {
    let shipped: BTreeSet<String> = package(&["--list"]).lines().map(str::to_owned).collect();
    let mut expected: BTreeSet<String> = files("src").into_iter().chain(files("schema")).collect();
    expected.extend(examples().map(|path| path.strip_prefix(root()).expect("inside").display().to_string()));
    // The manifest as it is resolved and as it is written, and where it came from.
    let made = ["Cargo.toml", "Cargo.toml.orig", "Cargo.lock", ".cargo_vcs_info.json"];
    let texts = ["build.rs", "README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];
    expected.extend(made.into_iter().chain(texts).map(str::to_owned));
    assert_eq!(shipped, expected);
    assert!(shipped.contains("src/vocabulary/en.txt"));
}

/// In a folder of its own, with nothing of this repository around it.
#[test]
fn it_builds_from_what_it_ships() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("package");
    let into = ["--target-dir", target.to_str().expect("UTF-8")];
    package(&[&["--no-verify"], &into[..]].concat());
    let archive = format!("nutgraf-{}.crate", nutgraf::VERSION);
    stdout(Command::new("tar").arg("--extract").arg("--file").arg(archive).current_dir(target.join("package")));
    let folder = target.join(format!("package/nutgraf-{}", nutgraf::VERSION));
    // Wherever the folder lies, no workspace around it counts.
    let manifest = folder.join("Cargo.toml");
    let alone = std::fs::read_to_string(&manifest).expect("Cargo.toml") + "\n[workspace]\n";
    std::fs::write(&manifest, alone).expect("a folder of our own");
    let check = ["check", "--quiet", "--locked", "--offline"];
    stdout(Command::new(env!("CARGO")).args(check).args(into).current_dir(folder));
}

#[test]
fn the_docs_give_a_reason_for_each_dependency() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let (_, section) = manifest.split_once("\n[dependencies]\n").expect("dependencies");
    let names = section.lines().take_while(|line| !line.starts_with('['));
    let names: BTreeSet<&str> = names.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
    let docs = std::fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    let (_, section) = docs.split_once("\n//! # Dependencies\n").expect("a section on dependencies");
    let rows =
        section.lines().skip_while(|line| !line.starts_with("//! | [`")).take_while(|line| line.starts_with("//! |"));
    let explained: BTreeSet<&str> = rows
        .map(|row| {
            let (name, reason) = row.split_once("`] | ").expect("a name and a reason");
            assert!(reason.len() > 20, "{row}");
            name.trim_start_matches("//! | [`")
        })
        .collect();
    assert_eq!(explained, names);
    assert!(names.len() >= 5, "{names:?}");
}

// ---- examples

fn examples() -> impl Iterator<Item = PathBuf> {
    let folder = root().join("examples").read_dir().expect("a folder");
    folder
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
}

/// Runs an example, which cargo has built with these tests.
fn example(name: &str, arguments: &[&str], input: Stdio) -> String {
    // TARGET/PROFILE/deps/package-…
    let program = std::env::current_exe().expect("the path of this test");
    let program = program.ancestors().nth(2).expect("a profile").join("examples").join(name);
    assert!(program.exists(), "{}: run `cargo build --examples` first", program.display());
    stdout(Command::new(program).args(arguments).current_dir(root()).stdin(input))
}

#[test]
fn every_example_is_run_below() {
    let names: BTreeSet<String> =
        examples().map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["archive", "cite", "dropped", "facts", "markdown"].map(str::to_owned).into());
}

#[test]
fn markdown() {
    let text = example("markdown", &["examples/dump.txt"], Stdio::null());
    let title = "# After Three Dry Summers, Marrow Bay Puts Its Water to a Vote\n";
    let head = "---\nauthors: [Tilda Okafor]\ndate: 2024-05-14T06:30:00Z\nwords: ";
    assert!(text.starts_with(head) && text.contains(title) && !text.contains("newsletter"), "{text}");
}

#[test]
fn dropped() {
    let text = example("dropped", &["examples/dump.txt"], Stdio::null());
    let line = |beginning: &str| text.lines().find(|line| line.contains(beginning)).unwrap_or_default();
    assert!(line("Sign up for our newsletter").starts_with("boilerplate newsletter_prompt"), "{text}");
    assert!(line("By Tilda Okafor").starts_with("furniture   byline"), "{text}");
    assert!(!text.contains("Critics doubt"), "{text}");
}

#[test]
fn facts() {
    let text = example("facts", &["examples/dump.txt"], Stdio::null());
    let author = text.lines().find(|line| line.contains("\tauthor_name\t")).unwrap_or_default();
    assert!(author.starts_with("examples/dump.txt:21:4\t") && author.ends_with("\tTilda Okafor"), "{text}");
}

#[test]
fn archive() {
    let archive = "==> one.txt <==\nA First Title\n\nThe river came over its bank at four in the morning, and by five the \
        main street was under water.\n\n==> two.txt <==\nA Second Title\n\nThe water fell again before noon. It left mud on \
        the floors of sixty houses.\n";
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("archive.txt");
    std::fs::write(&file, archive).expect("a file");
    let rows = example("archive", &[], std::fs::File::open(file).expect("a file").into());
    let titles = rows.lines().map(|row| nutgraf::Article::from_json(row).expect("JSON").title().map(str::to_owned));
    assert_eq!(titles.collect::<Vec<_>>(), [Some("A First Title".to_owned()), Some("A Second Title".to_owned())]);
}

#[test]
fn cite() {
    let found = example("cite", &["Desalination", "examples/dump.txt"], Stdio::null());
    let sentence = "The second is a pipe to the desalination plant at Corran Point.";
    let start = std::fs::read_to_string(root().join("examples/dump.txt")).expect("a dump").find(sentence);
    let start = start.expect("the sentence");
    assert!(
        found.starts_with(&format!("examples/dump.txt: bytes {start}.."))
            && found.ends_with(&format!(": {sentence}\n")),
        "{found}"
    );
}
