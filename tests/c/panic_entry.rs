//! The library with two more entries, which panic where another one would do its work. See runner.rs.

use nutgraf_c::{guard, nutgraf_status};

/// Panics on its way to a status.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_test_panic() -> nutgraf_status {
    guard(nutgraf_status::Panic, || panic!("on purpose"))
}

/// Panics on its way to a number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_test_panic_in_accessor() -> usize {
    guard(0, || Vec::<usize>::new()[1])
}
