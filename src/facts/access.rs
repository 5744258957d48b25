//! Whether a text is declared free, and how much of the article it is.

use super::Found;
use crate::article::Record;
use crate::model::{AccessStatus, Field, Kind, Origin, Role, Span};

pub(super) fn facts(record: &Record, facts: &mut Vec<Found>) {
    let is_body = |role: Role, kind: Kind| role == Role::Body && !kind.is_container();
    let last_body = record.segments.iter().rposition(|s| is_body(s.role, s.kind));
    let notices: Vec<Span> = record.segments.iter().filter(|s| s.kind == Kind::AccessNotice).map(|s| s.span).collect();
    let (status, span, confidence) = match (last_body, notices.first()) {
        (None, Some(&notice)) => (AccessStatus::NoticeOnly, notice, 0.8),
        (None, None) => (AccessStatus::Unknown, Span::NONE, 0.5),
        (Some(last), _) => {
            let end = record.segments[last].span.end;
            let body_ends = ends_as_text(&record.document[record.segments[last].span.range()]);
            match notices.iter().find(|notice| notice.start >= end) {
                Some(&wall) => (AccessStatus::Partial, wall, 0.8),
                None if body_ends => (AccessStatus::Complete, record.segments[last].span, 0.8),
                None => (AccessStatus::Unknown, Span::NONE, 0.5),
            }
        }
    };
    let text = if span.is_none() { String::new() } else { record.document[span.range()].to_owned() };
    facts.push(Found {
        field: Field::AccessStatus,
        subject: 0,
        text,
        value: status.name().to_owned(),
        span,
        origin: Origin::VisibleText,
        confidence,
    });
}

fn ends_as_text(text: &str) -> bool {
    !text.trim_end().ends_with(['…', ',', ';']) && !text.trim_end().ends_with("...")
}
