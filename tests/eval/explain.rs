use std::io::Read;
fn main() {
    let mut s = Vec::new(); std::io::stdin().read_to_end(&mut s).unwrap();
    let a = nutgraf::from_text(&s).unwrap();
    for f in a.facts() { println!("{} = {:?} ({:?}) {}", f.field(), f.value(), f.text(), f.confidence()); }
    for g in a.segments() { let r: Vec<String> = g.reasons().iter().map(|r| format!("{}{:.1}", r.evidence, r.weight)).collect();
      println!("{:11} {:17}{:.2} {:40} {}", g.role().name(), g.kind().name(), g.confidence(), r.join(","), g.text().chars().take(90).collect::<String>()); }
}
