//! Names of enum values. A number that this version does not know is `other` where the enum has that, else empty.

use nutgraf::{
    AccessStatus, ArchiveFormat, Evidence, Field, Focus, Format, Kind, MarkKind, OffsetUnit, Origin, Role, WarningKind,
};

use crate::{guard, nutgraf_str};

/// The name that a number stands for, or of what an unknown one is taken for.
fn name<T>(value: Option<T>, unknown: &'static str, name: impl FnOnce(T) -> &'static str) -> nutgraf_str {
    guard(nutgraf_str::default(), || value.map_or(unknown, name).into())
}

/// Name of a `nutgraf_role`: `body`, `furniture`, `boilerplate`; empty for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_role_name(role: u32) -> nutgraf_str {
    name(Role::from_discriminant(role), "", Role::name)
}

/// Name of a `nutgraf_kind`, such as `paragraph`; `other` for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_kind_name(kind: u32) -> nutgraf_str {
    name(Kind::from_discriminant(kind), Kind::Other.name(), Kind::name)
}

/// Name of a `nutgraf_mark_kind`, such as `link`; empty for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_mark_kind_name(mark_kind: u32) -> nutgraf_str {
    name(MarkKind::from_discriminant(mark_kind), "", MarkKind::name)
}

/// Name of a `nutgraf_field`, such as `date_published`; `other` for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_field_name(field: u32) -> nutgraf_str {
    name(Field::from_discriminant(field), Field::Other.name(), Field::name)
}

/// Name of a `nutgraf_origin`, such as `visible_text`; `other` for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_origin_name(origin: u32) -> nutgraf_str {
    name(Origin::from_discriminant(origin), Origin::Other.name(), Origin::name)
}

/// Name of a `nutgraf_warning_kind`, such as `mojibake`; `other` for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_warning_kind_name(warning_kind: u32) -> nutgraf_str {
    name(WarningKind::from_discriminant(warning_kind), WarningKind::Other.name(), WarningKind::name)
}

/// Name of a `nutgraf_evidence`, such as `under_title`; `other` for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_evidence_name(evidence: u32) -> nutgraf_str {
    name(Evidence::from_discriminant(evidence), Evidence::Other.name(), Evidence::name)
}

/// Name of a `nutgraf_access_status`, such as `complete`; `unknown` for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_access_status_name(access_status: u32) -> nutgraf_str {
    name(AccessStatus::from_discriminant(access_status), AccessStatus::Unknown.name(), AccessStatus::name)
}

/// Name of a `nutgraf_focus`: `balanced`, `precision`, `recall`; empty for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_focus_name(focus: u32) -> nutgraf_str {
    name(Focus::from_discriminant(focus), "", Focus::name)
}

/// Name of a `nutgraf_archive_format`, such as `lexisnexis`; empty for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_archive_format_name(archive_format: u32) -> nutgraf_str {
    name(ArchiveFormat::from_discriminant(archive_format), "", ArchiveFormat::name)
}

/// Name of a `nutgraf_format`, such as `markdown`; empty for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_format_name(format: u32) -> nutgraf_str {
    name(Format::from_discriminant(format), "", Format::name)
}

/// Name of a `nutgraf_offset_unit`: `byte`, `code_point`, `utf16`; empty for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_offset_unit_name(offset_unit: u32) -> nutgraf_str {
    name(OffsetUnit::from_discriminant(offset_unit), "", OffsetUnit::name)
}

/// What was seen, as a sentence for people; empty for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_evidence_description(evidence: u32) -> nutgraf_str {
    name(Evidence::from_discriminant(evidence), "", Evidence::description)
}

/// Whether segments of a `nutgraf_kind` hold others and no text of their own; false for an unknown number.
#[unsafe(no_mangle)]
pub extern "C" fn nutgraf_kind_is_container(kind: u32) -> bool {
    guard(false, || Kind::from_discriminant(kind).is_some_and(Kind::is_container))
}
