//! Dates of the core as those of Python.

use nutgraf::Date;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime, PyDelta, PyTzInfo};

/// A `datetime.datetime` where the time is known (aware where the zone is), a `datetime.date` where only the day is. None
/// for a month or a year alone, and for a day that the calendar does not have.
pub(crate) fn to_python(py: Python<'_>, date: Option<Date>) -> PyResult<Option<Bound<'_, PyAny>>> {
    let Some((date, month, day)) = date.and_then(|date| Some((date, date.month?, date.day?))) else { return Ok(None) };
    let year = i32::from(date.year);
    let Some(time) = date.time else {
        return Ok(PyDate::new(py, year, month, day).ok().map(Bound::into_any));
    };
    let zone = match time.offset_minutes {
        None => None,
        Some(0) => Some(PyTzInfo::utc(py)?.to_owned()),
        Some(minutes) => Some(PyTzInfo::fixed_offset(py, PyDelta::new(py, 0, i32::from(minutes) * 60, 0, true)?)?),
    };
    let time = PyDateTime::new(py, year, month, day, time.hour, time.minute, time.second, 0, zone.as_ref());
    Ok(time.ok().map(Bound::into_any))
}
