//! Any bytes as a page: an article whose invariants hold.

#![no_main]

#[path = "../../checks/mod.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|page: &[u8]| {
    checks::check(&nutgraf::from_html(page).expect("any bytes give an article"));
});
