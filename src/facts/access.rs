//! Whether a text is declared free, and how much of the article it is.

use super::Found;
use crate::article::Record;
use crate::model::{AccessStatus, Field, Kind, Role, Span};

pub(super) fn facts(record: &Record, language: &str, facts: &mut Vec<Found>) {
    facts.extend(declaration(record, language));
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
    let text = if span.is_none() { "" } else { &record.document[span.range()] };
    facts.push(Found::with_value(Field::AccessStatus, text, status.name().to_owned(), span, confidence));
}

/// A notice that says who may read: `This article is for subscribers only`.
fn declaration(record: &Record, language: &str) -> Option<Found> {
    let phrases: Vec<&str> = crate::vocabulary::with_english(language)
        .flat_map(|vocabulary| vocabulary.section("subscribers_only").iter().copied())
        .collect();
    record.segments.iter().filter(|segment| segment.kind == Kind::AccessNotice).find_map(|segment| {
        let text = &record.document[segment.span.range()];
        let lower = text.to_lowercase();
        let declares = phrases.iter().any(|phrase| lower.contains(phrase));
        let found = || Found::with_value(Field::IsAccessibleForFree, text, "false".to_owned(), segment.span, 0.7);
        declares.then(found)
    })
}

fn ends_as_text(text: &str) -> bool {
    !text.trim_end().ends_with(['…', ',', ';']) && !text.trim_end().ends_with("...")
}
