//! What Markdown and HTML say of an article, read back by parsers of others.

mod checks;
mod golden;

use checks::renderings::check;

/// The corpus, the pages of the tree's tests, and texts that are made to cost time.
#[test]
fn parsers_of_others_read_the_same_blocks() {
    for case in golden::cases() {
        println!("{}", case.name);
        check(&case.article());
    }
    let pages = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/pages");
    for page in std::fs::read_dir(pages).expect("a folder") {
        let page = page.expect("an entry").path();
        println!("{}", page.display());
        check(&nutgraf::from_html(&std::fs::read(page).expect("a page")).expect("an article"));
    }
    for (name, text) in checks::hostile::hostile(3_000) {
        println!("{name}");
        check(&nutgraf::from_text(&text).expect("an article"));
        check(&nutgraf::from_html(&text).expect("an article"));
    }
}
