//! The language of texts in eighty languages: right or none, never a wrong one; and walls in those with phrases.
//!
//! `TEXTS=FILE cargo test --test languages -- --nocapture` judges other texts, of the same form.

use std::collections::BTreeMap;

#[test]
fn a_language_is_right_or_none() {
    let (mut right, mut none, mut wrong) = (0, Vec::new(), Vec::new());
    let mut languages: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let own = || include_str!("languages/texts.txt").to_owned();
    let texts = std::env::var("TEXTS").map_or_else(|_| own(), |path| std::fs::read_to_string(path).expect("texts"));
    for line in texts.lines().filter(|line| !line.starts_with('#')) {
        let (tag, text) = line.split_once('\t').expect("a tag and a text");
        let article = nutgraf::from_text(text).expect("a text");
        let found = article.language().unwrap_or("-").to_owned();
        let (texts, hits) = languages.entry(tag).or_default();
        *texts += 1;
        *hits += u32::from(found == tag);
        match found.as_str() {
            found if found == tag => right += usize::from(tag != "-"),
            "-" => none.push(format!("{tag}: {text}")),
            found => wrong.push(format!("{tag} is not {found}: {text}")),
        }
    }
    println!("{languages:?}");
    println!("{right} right, {} none:\n{}", none.len(), none.join("\n"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(none.len() * 20 < right, "{} none:\n{}", none.len(), none.join("\n"));
}

#[test]
fn walls_are_told_in_every_language_with_phrases() {
    let (mut walls, mut missed, mut wrong) = (0, Vec::new(), Vec::new());
    for line in include_str!("languages/walls.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (tag, status) = (fields.next().expect("a tag"), fields.next().expect("a status"));
        let blocks: Vec<&str> = fields.collect();
        let article = nutgraf::from_text(&blocks.join("\n\n")).expect("a text");
        let found = article.access().status().name();
        let prompt = blocks[blocks.len() - 1];
        let kept = article.text().contains(prompt);
        walls += usize::from(status == "partial");
        match (status, found) {
            ("partial", "partial") if !kept => {}
            ("partial", "complete" | "unknown") => missed.push(format!("{tag}: {found}, {prompt}")),
            _ if status == found => {}
            _ => wrong.push(format!("{tag}: {found} for {status}, {prompt}")),
        }
    }
    println!("{} of {walls} walls missed:\n{}", missed.len(), missed.join("\n"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(walls >= 28 && missed.len() * 10 < walls, "{} missed:\n{}", missed.len(), missed.join("\n"));
}
