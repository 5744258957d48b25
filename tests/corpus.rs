//! Every case of the golden corpus, exactly.

mod golden;

#[test]
fn every_case_comes_out_as_labelled() {
    let only = std::env::var("CASE").ok();
    let mut cases = golden::cases();
    cases.retain(|case| only.as_ref().is_none_or(|only| case.name.contains(only.as_str())));
    // Of a case that is asked for by its name the differences are shown, open or not.
    cases.iter_mut().for_each(|case| case.is_open &= only.is_none());
    golden::check(cases.iter().map(|case| (case, golden::projection(&case.article()))));
}
