fn main() {
    let path = std::env::args().nth(1).unwrap();
    let input = std::fs::read(path).unwrap();
    for a in nutgraf::split(&input) {
        let a = a.unwrap();
        println!("=== {:?}", a.value(nutgraf::Field::ArchiveFormat));
        for s in a.segments() {
            println!("{} {} {:?}", s.role(), s.kind(), &a.document()[s.span().range()]);
        }
        for f in a.facts() {
            println!("   {} {:?} {}", f.field(), f.value(), f.origin());
        }
        for w in a.warnings() {
            println!("   !! {} {}", w.kind(), w.message());
        }
    }
}
