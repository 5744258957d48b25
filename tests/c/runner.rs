//! Compiles the programs of this folder as C11 and C++17, with warnings denied, against the static and the shared library,
//! and runs them: over the whole corpus, over bad input, on several threads, under valgrind and AddressSanitizer.

mod calls;
#[path = "../golden/mod.rs"]
mod golden;
#[path = "../checks/hostile.rs"]
#[allow(unreachable_pub)]
mod hostile;
mod programs;

use std::mem::{align_of, offset_of, size_of};
use std::path::{Path, PathBuf};
use std::process::Command;

use nutgraf::model::{Fact, Mark, Reason, Segment, Span, Warning};
use nutgraf::{Article, Format, OffsetUnit, Paragraph, Section, Sentence, Word};
use serde_json::{Value, json};

use programs::{Link, Program, Standard, run};

// ---- the README

/// What it shows, within a program that has the dump and the page, compiles and finds what is there.
#[test]
fn what_the_readme_shows_runs() {
    let readme = std::fs::read_to_string(programs::root().join("README.md")).expect("a file");
    let shown = |language: &str| -> String {
        let fence = format!("```{language}\n");
        readme.split(&fence).skip(1).map(|block| block.split("```").next().expect("a block")).collect()
    };
    let c = format!(
        "#include <nutgraf.h>\n#include <stdio.h>\n#include <string.h>\n\
         int main(void) {{\n\
         const char dump[] = \"A Town Looks Up\\n\\nBy Jane Roe\\n\\nThe river came over its bank at four in the morning.\\n\";\n\
         const char page[] = \"<h1>A Town</h1><p>The river came over its bank.\";\n\
         size_t len = strlen(dump), page_len = strlen(page);\n{}\nnutgraf_article_free(article);\nreturn 0;\n}}\n",
        shown("c")
    );
    let cpp = format!(
        "#include <nutgraf.hpp>\n#include <iostream>\n\
         int main() {{\nstd::string_view page = \"<nav><a href=/>Home</a></nav><h1>A Town</h1><p>The river came over its bank.\";\n{}}}\n",
        shown("cpp")
    );
    for (name, program, standard, wanted) in
        [("readme.c", c, Standard::C11, "A Town Looks Up\n"), ("readme.cpp", cpp, Standard::Cpp17, "Home: ")]
    {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, program).expect("a file");
        let source = path.to_str().expect("UTF-8").to_owned().leak();
        let output = run(&mut Command::new(Program::new(source, standard, Link::Shared).compile()));
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(wanted), "{name}: {output:?}");
    }
}

// ---- the corpus

#[test]
fn c_static() {
    same_as_rust(&Program::new("article.c", Standard::C11, Link::Static).compile());
}

#[test]
fn c_shared() {
    same_as_rust(&Program::new("article.c", Standard::C11, Link::Shared).compile());
}

#[test]
fn cpp_static() {
    same_as_rust(&Program::new("article.cpp", Standard::Cpp17, Link::Static).compile());
}

#[test]
fn cpp_shared() {
    same_as_rust(&Program::new("article.cpp", Standard::Cpp17, Link::Shared).compile());
}

#[test]
fn cpp20() {
    same_as_rust(&Program::new("article.cpp", Standard::Cpp20, Link::Static).compile());
}

/// What C sees of the corpus is what was labelled by hand: the C part of tests/corpus.rs.
#[test]
fn c_gives_the_golden_corpus() {
    let cases = golden::cases();
    let found = articles(Command::new(Program::new("article.c", Standard::C11, Link::Static).compile()), &cases);
    golden::check(cases.iter().zip(found).map(|(case, mut found)| (case, found["pinned"].take())));
}

/// Every view of every article of the corpus is the same in the program as in Rust.
fn same_as_rust(program: &Path) {
    let cases = golden::cases();
    for (case, found) in cases.iter().zip(articles(Command::new(program), &cases)) {
        let article = case.article();
        let pinned = golden::projection(&article);
        assert!(
            found["pinned"] == pinned,
            "{}: pinned differs:\n{}",
            case.name,
            golden::differences(&pinned, &found["pinned"]).join("\n")
        );
        let views = views(&article);
        for (key, view) in views.as_object().expect("an object") {
            assert_eq!(&found["views"][key], view, "{}: {key} differs (left: the program, right: Rust)", case.name);
        }
        assert_eq!(found["views"].as_object().map(|v| v.len()), views.as_object().map(|v| v.len()));
    }
}

/// The lines of JSON that a program prints, one a case.
fn articles(mut command: Command, cases: &[golden::Case]) -> Vec<Value> {
    for case in cases {
        let options = case.expected["options"].as_object().is_none_or(|options| options.is_empty());
        assert!(options, "{}: the C programs read without options: teach them", case.name);
        command.arg(&case.file);
    }
    let output = run(&mut command);
    let lines = String::from_utf8(output.stdout).expect("JSON in UTF-8");
    let read = |line| {
        let mut article: Value = serde_json::from_str(line).expect("a line of JSON");
        golden::leave_out_pictures(&mut article["pinned"]["segments"]);
        article
    };
    let articles: Vec<Value> = lines.lines().map(read).collect();
    assert_eq!(articles.len(), cases.len(), "one line a case");
    articles
}

/// All that accessors say of an article, in the form that article.c and article.cpp write.
fn views(article: &Article) -> Value {
    let places = |spans: Vec<Span>| spans.iter().map(|s| json!([s.start, s.end])).collect::<Vec<_>>();
    let segments = article.segments().map(|s| {
        let (raw, span, source) = (s.record(), s.span(), s.source());
        let mut row = vec![
            json!(raw.end),
            json!(span.start),
            json!(span.end),
            json!(source.start),
            json!(source.end),
            json!(raw.continues),
            json!(raw.confidence.to_bits()),
            json!(raw.flags),
            json!(raw.list_start),
            json!(raw.column_span),
            json!(raw.row_span),
            json!(s.code_language().unwrap_or_default()),
            json!(s.reason()),
        ];
        for reason in s.reasons() {
            row.extend([
                json!(reason.evidence.name()),
                json!(reason.evidence.description()),
                json!(reason.weight.to_bits()),
            ]);
        }
        let mut located = s.locate(0..s.text().len());
        located.truncate(64);
        row.push(json!(places(located)));
        Value::Array(row)
    });
    let marks = article.marks().map(|m| {
        let (span, source) = (m.span(), m.source());
        let (target, alt) = (m.target().unwrap_or_default(), m.alt().unwrap_or_default());
        json!([m.kind().name(), span.start, span.end, source.start, source.end, target, alt])
    });
    let facts = article.facts().zip(article.fact_records()).map(|(f, raw)| {
        let (span, source) = (raw.span, raw.source);
        let place = [span.start, span.end, source.start, source.end];
        let [a, b, c, d] = place;
        json!([
            f.field().name(),
            f.subject(),
            f.text(),
            f.value(),
            a,
            b,
            c,
            d,
            f.origin().name(),
            f.confidence().to_bits()
        ])
    });
    let warnings = article
        .warnings()
        .zip(article.warning_records())
        .map(|(w, raw)| json!([w.kind().name(), raw.span.start, raw.span.end, w.message()]));
    let sections = article.sections().map(|s| {
        let Section { heading, level, end, segments, paragraphs } = *s.record();
        json!([heading, level, end, segments.start, segments.end, paragraphs.start, paragraphs.end])
    });
    let paragraphs = article.paragraphs().map(|p| json!([p.record().segment, p.text(), p.span().start, p.span().end]));
    let sentences = article.sentences().map(|s| json!([s.record().segment, s.text(), s.span().start, s.span().end]));
    let words = article.words().map(|w| json!([w.text(), w.span().start, w.span().end]));
    let document = article.document();
    let lengths = [document.len(), document.chars().count(), document.encode_utf16().count()];
    json!({
        "authors": article.authors(),
        "date_published": article.date_published().map(|date| date.to_string()).unwrap_or_default(),
        "date_modified": article.date_modified().map(|date| date.to_string()).unwrap_or_default(),
        "publisher": article.publisher().unwrap_or_default(),
        "language": article.language().unwrap_or_default(),
        "page_type": article.page_type().unwrap_or_default(),
        "encoding": article.value(nutgraf::Field::Encoding).unwrap_or_default(),
        "document": document,
        "text": article.text(),
        "source_unit": article.source_unit().name(),
        "confidence": article.confidence().to_bits(),
        "word_count": article.word_count(),
        "reading_time": article.reading_time(),
        "segments": segments.collect::<Vec<_>>(),
        "marks": marks.collect::<Vec<_>>(),
        "links": article.links().take(64).map(|link| link.index()).collect::<Vec<_>>(),
        "images": article.images().take(64).map(|image| image.index()).collect::<Vec<_>>(),
        "tables": article.tables().take(64).map(|table| table.index()).collect::<Vec<_>>(),
        "facts": facts.collect::<Vec<_>>(),
        "warnings": warnings.collect::<Vec<_>>(),
        "sections": sections.collect::<Vec<_>>(),
        "paragraphs": paragraphs.collect::<Vec<_>>(),
        "sentences": sentences.collect::<Vec<_>>(),
        "words": words.collect::<Vec<_>>(),
        "located": places(article.locate(0..article.text().len())),
        "lengths": lengths,
        "plain": article.to_text(),
        "markdown": article.render(Format::Markdown),
        "html": article.render(Format::Html),
        "jsonld": article.render(Format::Jsonld),
        "ninjs": article.render(Format::Ninjs),
        "tei": article.render(Format::Tei),
        "json": article.to_json_in(OffsetUnit::Utf16),
    })
}

// ---- archives

#[test]
fn c_splits_the_golden_archives() {
    for link in [Link::Static, Link::Shared] {
        splits_as_rust(&Program::new("archive.c", Standard::C11, link).compile());
    }
}

#[test]
fn cpp_splits_the_golden_archives() {
    splits_as_rust(&Program::new("archive.cpp", Standard::Cpp17, Link::Static).compile());
}

/// What a program finds in the archives is what was labelled by hand, and the very articles that Rust finds.
fn splits_as_rust(program: &Path) {
    let archives = golden::archives::archives();
    for chunk in ["1000", "7", "1"] {
        let mut command = Command::new(program);
        command.arg(chunk).args(archive_arguments());
        let output = run(&mut command);
        let mut groups = vec![Vec::new()];
        for line in String::from_utf8(output.stdout).expect("JSON in UTF-8").lines() {
            if line.is_empty() {
                groups.push(Vec::new());
            } else {
                groups.last_mut().expect("one").push(Article::from_json(line).expect("JSON of an article"));
            }
        }
        assert_eq!(groups.pop(), Some(Vec::new()));
        assert_eq!(groups.len(), archives.len());
        for (archive, articles) in archives.iter().zip(&groups) {
            assert!(*articles == archive.articles(), "{} in chunks of {chunk}", archive.name);
        }
        let found = groups.iter().map(|articles| articles.iter().map(golden::archives::projection).collect());
        golden::archives::check(archives.iter().zip(found));
    }
}

/// The format and the file of each archive.
fn archive_arguments() -> Vec<String> {
    let argument = |archive: golden::archives::Archive| {
        [(archive.format() as u32).to_string(), archive.file.to_string_lossy().into_owned()]
    };
    golden::archives::archives().into_iter().flat_map(argument).collect()
}

// ---- bad input, panics, threads, layout, the example

#[test]
fn bad_input() {
    for link in [Link::Static, Link::Shared] {
        run(&mut Command::new(Program::new("bad_input.c", Standard::C11, link).compile()));
    }
}

#[test]
fn a_panic_comes_back_as_a_status() {
    let output = run(&mut Command::new(Program::new("panics.c", Standard::C11, Link::PanicEntry).compile()));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.matches("on purpose").count(), 3, "it did panic: {said}");
    assert_eq!(said.matches("index out of bounds").count(), 3, "it did panic: {said}");
}

#[test]
fn ten_threads_read_one_article() {
    let program = Program::new("threads.c", Standard::C11, Link::Shared).compile();
    run(Command::new(program).args(inputs()));
}

#[test]
fn structs_are_laid_out_alike() {
    let output = run(&mut Command::new(Program::new("layout.c", Standard::C11, Link::Static).compile()));
    fn line<T>(name: &str) -> String {
        format!("nutgraf_{name} {} {}\n", size_of::<T>(), align_of::<T>())
    }
    let expected = [
        line::<nutgraf_c::nutgraf_str>("str"),
        line::<nutgraf_c::nutgraf_string>("string"),
        line::<nutgraf_c::nutgraf_options>("options"),
        line::<nutgraf_c::nutgraf_render_options>("render_options"),
        line::<Span>("span"),
        line::<Segment>("segment"),
        line::<Reason>("reason"),
        line::<Mark>("mark"),
        line::<Fact>("fact"),
        line::<Warning>("warning"),
        line::<Section>("section"),
        line::<Paragraph>("paragraph"),
        line::<Sentence>("sentence"),
        line::<Word>("word"),
        line::<nutgraf_c::nutgraf_status>("status"),
        line::<nutgraf::Kind>("kind"),
        format!("offset max_bytes {}\n", offset_of!(nutgraf_c::nutgraf_options, max_bytes)),
        format!("offset code_language {}\n", offset_of!(Segment, code_language)),
    ];
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected.concat());
}

#[test]
fn the_examples_print_what_rust_finds() {
    let programs = [
        Program::new("../../examples/c/articles.c", Standard::C11, Link::Static).compile(),
        Program::new("../../examples/c/articles.cpp", Standard::Cpp17, Link::Shared).compile(),
    ];
    let files = inputs().into_iter().chain(golden::archives::archives().into_iter().map(|archive| archive.file));
    let files: Vec<PathBuf> = files.collect();
    let expected: String = files.iter().map(|file| programs::printed(file)).collect();
    for program in programs {
        let output = run(Command::new(program).args(&files));
        assert!(String::from_utf8_lossy(&output.stdout) == expected, "{:?}", output.stdout.len());
    }
}

/// The calls of the fuzz target, said by bytes of which each is as likely.
#[test]
fn calls_in_any_order_from_threads() {
    let mut state = 88_172_645_463_325_252_u64;
    for _ in 0..300 {
        let bytes: Vec<u8> = (0..400)
            .map(|_| {
                // Xorshift.
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                (state >> 32) as u8
            })
            .collect();
        calls::run(&bytes);
    }
}

// ---- tools

#[test]
fn clean_under_valgrind() {
    let programs = [
        (Program::new("article.c", Standard::C11, Link::Shared), true),
        (Program::new("article.cpp", Standard::Cpp17, Link::Static), true),
        (Program::new("bad_input.c", Standard::C11, Link::Static), false),
        (Program::new("panics.c", Standard::C11, Link::PanicEntry), false),
    ];
    for (program, corpus) in programs {
        let hostile = if program.standard == Standard::C11 { hostile_inputs(400) } else { Vec::new() };
        let mut command = Command::new("valgrind");
        command.args(["--quiet", "--error-exitcode=99", "--leak-check=full"]);
        // Not `possible`: a hash table is held by a pointer into its middle, so those of statics would count.
        command.args(["--show-leak-kinds=definite,indirect", "--errors-for-leak-kinds=definite,indirect"]);
        command.arg(program.compile());
        if corpus {
            command.args(inputs()).args(hostile);
        }
        run(&mut command);
    }
    let mut command = Command::new("valgrind");
    command.args(["--quiet", "--error-exitcode=99", "--leak-check=full"]);
    command.args(["--show-leak-kinds=definite,indirect", "--errors-for-leak-kinds=definite,indirect"]);
    command.arg(Program::new("archive.c", Standard::C11, Link::Shared).compile()).arg("64").args(archive_arguments());
    run(&mut command);
}

#[test]
fn clean_under_address_sanitizer() {
    let sanitize = &["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer"];
    let programs = [
        (Program::new("article.c", Standard::C11, Link::Static), true),
        (Program::new("article.cpp", Standard::Cpp17, Link::Static), true),
        (Program::new("bad_input.c", Standard::C11, Link::Static), false),
        (Program::new("threads.c", Standard::C11, Link::Static), true),
    ];
    for (program, corpus) in programs {
        let mut command = Command::new(Program { flags: sanitize, ..program }.compile());
        command.env("ASAN_OPTIONS", "detect_leaks=1:detect_stack_use_after_return=1");
        if corpus {
            command.args(inputs()).args(hostile_inputs(4000));
        }
        run(&mut command);
    }
    for (source, standard) in [("archive.c", Standard::C11), ("archive.cpp", Standard::Cpp17)] {
        let program = Program { flags: sanitize, ..Program::new(source, standard, Link::Static) };
        run(Command::new(program.compile()).arg("64").args(archive_arguments()));
    }
}

/// Files of hostile texts of `n` bytes or so, each as a dump and as a page.
fn hostile_inputs(n: usize) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hostile-{n}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |(number, (_, text)): (usize, (&str, String))| {
        let files = ["txt", "html"].map(|kind| folder.join(format!("{number}.{kind}")));
        files.iter().for_each(|file| std::fs::write(file, &text).expect("a file"));
        files
    };
    hostile::hostile(n).into_iter().enumerate().flat_map(write).collect()
}

fn inputs() -> Vec<PathBuf> {
    golden::cases().into_iter().map(|case| case.file).collect()
}
