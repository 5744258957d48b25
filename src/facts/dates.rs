//! stub
use std::ops::Range;
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Precision { Month, Day, Minute, Second }
#[derive(Clone, Debug)]
pub(crate) struct FoundDate { pub range: Range<usize>, pub value: String, pub precision: Precision, pub zone_known: bool, pub ambiguous: bool, pub relative: bool }
pub(crate) struct DateHints<'a> { pub language: &'a str, pub reference_date: Option<&'a str> }
pub(crate) fn scan(_text: &str, _hints: &DateHints) -> Vec<FoundDate> { Vec::new() }
