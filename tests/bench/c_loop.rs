//! A loop over the corpus in C, against the shared library, beside the same loop in Rust: `cargo bench -p nutgraf-c
//! --bench c_loop`. Both run by turns, so that what else the machine does meets both; of each the fastest turn counts.

#[path = "../golden/mod.rs"]
mod golden;
#[path = "../c/programs.rs"]
mod programs;

use std::ffi::c_long;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;

use programs::{Link, Program, Standard, run};

const TURNS: usize = 15;
const PASSES: &str = "4";

fn main() {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--loop") {
        return rust(arguments.map(PathBuf::from).collect());
    }
    let files: Vec<PathBuf> = golden::cases().into_iter().map(|case| case.file).collect();
    let program =
        Program { flags: &["-O2"], ..Program::new("../bench/c_loop.c", Standard::C11, Link::Shared) }.compile();
    let mut best = [u64::MAX; 2];
    let mut seen = [0_usize; 2];
    for _ in 0..TURNS {
        let mut rust = Command::new(std::env::current_exe().expect("this program"));
        let turns = [Command::new(&program).arg(PASSES), rust.arg("--loop")].map(|turn| run(turn.args(&files)).stdout);
        for (at, turn) in turns.iter().enumerate() {
            let turn = String::from_utf8_lossy(turn);
            let (time, bytes) = turn.trim().split_once(' ').expect("two numbers");
            best[at] = best[at].min(time.parse().expect("microseconds"));
            seen[at] = bytes.parse().expect("bytes");
        }
    }
    assert_eq!(seen[0], seen[1], "both see the same");
    let [c, rust] = best.map(|microseconds: u64| microseconds as f64 / 1e3);
    println!("C {c:.1} ms, Rust {rust:.1} ms: {:+.1} %", (c / rust - 1.0) * 100.0);
}

/// As c_loop.c.
fn rust(files: Vec<PathBuf>) {
    let inputs: Vec<_> = files
        .iter()
        .map(|file| (std::fs::read(file).expect("a file"), file.extension().is_some_and(|name| name == "html")))
        .collect();
    let look = |(data, page): &(Vec<u8>, bool)| {
        let article = if *page { nutgraf::from_html(data) } else { nutgraf::from_text(data) }.expect("an article");
        let segments: usize = article.segments().map(|segment| segment.text().len()).sum();
        article.text().len() + article.title().unwrap_or_default().len() + segments
    };
    // What is made once is made.
    black_box(inputs.iter().map(look).sum::<usize>());
    unsafe extern "C" {
        /// Microseconds of the processor, on systems of POSIX.
        safe fn clock() -> c_long;
    }
    let start = clock();
    let seen: usize = (0..PASSES.parse().expect("a number")).map(|_: u32| inputs.iter().map(look).sum::<usize>()).sum();
    println!("{} {seen}", clock() - start);
}
