#![allow(missing_docs, reason = "the head of the header's section says it once for all")]

use nutgraf::{
    AccessStatus, ArchiveFormat, Evidence, Field, Focus, Format, Kind, MarkKind, OffsetUnit, Origin, Role, WarningKind,
};

use crate::{guard, nutgraf_str};

/// The name that a number stands for, or of what an unknown one is taken for.
fn name<T>(value: Option<T>, unknown: &'static str, name: impl FnOnce(T) -> &'static str) -> nutgraf_str {
    guard(nutgraf_str::default(), || value.map_or(unknown, name).into())
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_role_name(role: u32) -> nutgraf_str {
    name(Role::from_discriminant(role), "", Role::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_kind_name(kind: u32) -> nutgraf_str {
    name(Kind::from_discriminant(kind), Kind::Other.name(), Kind::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_mark_kind_name(mark_kind: u32) -> nutgraf_str {
    name(MarkKind::from_discriminant(mark_kind), "", MarkKind::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_field_name(field: u32) -> nutgraf_str {
    name(Field::from_discriminant(field), Field::Other.name(), Field::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_origin_name(origin: u32) -> nutgraf_str {
    name(Origin::from_discriminant(origin), Origin::Other.name(), Origin::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_warning_kind_name(warning_kind: u32) -> nutgraf_str {
    name(WarningKind::from_discriminant(warning_kind), WarningKind::Other.name(), WarningKind::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_evidence_name(evidence: u32) -> nutgraf_str {
    name(Evidence::from_discriminant(evidence), Evidence::Other.name(), Evidence::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_access_status_name(access_status: u32) -> nutgraf_str {
    name(AccessStatus::from_discriminant(access_status), AccessStatus::Unknown.name(), AccessStatus::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_focus_name(focus: u32) -> nutgraf_str {
    name(Focus::from_discriminant(focus), "", Focus::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_archive_format_name(archive_format: u32) -> nutgraf_str {
    name(ArchiveFormat::from_discriminant(archive_format), "", ArchiveFormat::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_format_name(format: u32) -> nutgraf_str {
    name(Format::from_discriminant(format), "", Format::name)
}

#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_offset_unit_name(offset_unit: u32) -> nutgraf_str {
    name(OffsetUnit::from_discriminant(offset_unit), "", OffsetUnit::name)
}

/// As a sentence for people.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_evidence_description(evidence: u32) -> nutgraf_str {
    name(Evidence::from_discriminant(evidence), "", Evidence::description)
}

/// Whether it holds segments, and no text.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_kind_is_container(kind: u32) -> bool {
    guard(false, || Kind::from_discriminant(kind).is_some_and(Kind::is_container))
}
