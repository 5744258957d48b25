//! Every case of the golden corpus, exactly.

mod golden;

#[test]
fn every_case_comes_out_as_labelled() {
    let only = std::env::var("CASE").ok();
    let mut failed = Vec::new();
    let cases = golden::cases();
    for case in cases.iter().filter(|case| only.as_ref().is_none_or(|only| case.name.contains(only.as_str()))) {
        let differences = golden::differences(&golden::expected(case), &golden::projection(&case.article()));
        if !differences.is_empty() {
            println!("== {}\n{}", case.name, differences.join("\n"));
            failed.push(case.name.as_str());
        }
    }
    assert!(failed.is_empty(), "{} of {} cases differ: {}", failed.len(), cases.len(), failed.join(", "));
}
