//! Any bytes as a plain-text dump: an article whose invariants hold.

#![no_main]

#[path = "../../checks/mod.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|dump: &[u8]| {
    checks::check(&nutgraf::from_text(dump).expect("any bytes give an article"));
});
