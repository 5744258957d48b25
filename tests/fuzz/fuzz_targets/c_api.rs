//! Calls of the C interface in any order, from several threads: no crash, no panic, and all threads see the same.

#![no_main]

#[path = "../../c/calls.rs"]
mod calls;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| calls::run(bytes));
