//! What stands around the title and was taken for something else: lines with dates, names behind a word for "by", links to
//! authors.

use std::ops::Range;

use super::{Collector, LONGEST_NOTICE, is_given};
use crate::address;
use crate::article::Record;
use crate::clean::{folded, spelled};
use crate::facts::dates::{self, DateHints};
use crate::facts::{Found, agencies, names, roles};
use crate::label::phrases::{Family, Hit};
use crate::model::{Field, Kind, MarkKind, Origin, Role, Segment, Span};

/// Bytes of a line near the title that is looked at for a date, whatever it was taken for.
const LONGEST_LINE: usize = 160;

/// Characters of a name, at most.
const LONGEST_NAME: usize = 48;

/// Segments before and behind the title among which an article names its authors and dates.
const BEFORE_TITLE: usize = 8;
const BEHIND_TITLE: usize = 14;

/// Indices of the segments around the title; none where a field of a record gives it, and its other fields all else.
pub(super) fn head(record: &Record) -> Range<usize> {
    let title = record.segments.iter().position(|segment| segment.kind == Kind::Title);
    let found = title.filter(|&title| !is_given(record, &record.segments[title]));
    found.map_or(0..0, |title| title.saturating_sub(BEFORE_TITLE)..title + BEHIND_TITLE)
}

/// Whether a segment that the labels took for something else may hold a date of the article all the same.
fn may_hold_metadata(kind: Kind) -> bool {
    matches!(kind, Kind::Other | Kind::AuthorBio | Kind::ShareTools | Kind::SiteHeader | Kind::Kicker)
}

/// A name up to what parts it from a date or a topic behind it.
fn up_to_metadata(text: &str) -> &str {
    let end = text.find(|c: char| c.is_numeric() || matches!(c, '|' | '•' | '·' | '/' | '\n' | '(' | '—' | '–'));
    text[..end.unwrap_or(text.len())].trim()
}

impl Collector<'_> {
    /// Numbers by which lines near the title know the piece.
    pub(super) fn identifiers(&mut self) {
        let segments = self.record.segments.get(self.head.start..).unwrap_or_default();
        for segment in segments.iter().take(self.head.len()) {
            if segment.role != Role::Body && segment.span.len() <= LONGEST_NOTICE {
                self.identifier(segment);
            }
        }
    }

    /// Dates near the title in lines that were taken for something else; several are those of several pieces.
    pub(super) fn dates_near_title(&mut self) {
        let from = self.facts.len();
        for at in self.head.clone() {
            let Some(segment) = self.record.segments.get(at) else { break };
            if segment.span.len() <= LONGEST_LINE && (may_hold_metadata(segment.kind) || self.begins_with_date(segment))
            {
                self.timestamp(at, segment);
            }
        }
        let day = |fact: &Found| fact.value.get(..10).map(str::to_owned);
        let mut days: Vec<_> = self.facts[from..].iter().filter_map(day).collect();
        days.sort_unstable();
        days.dedup();
        if days.len() > 2 {
            self.facts.truncate(from);
        }
    }

    /// Whether a line that is no sentence begins with a date or with the label of one: `Posted on July 1, 2024 by us in News`.
    fn begins_with_date(&mut self, segment: &Segment) -> bool {
        if !matches!(segment.kind, Kind::Paragraph | Kind::Heading | Kind::Dek | Kind::Byline | Kind::Tags) {
            return false;
        }
        let text = self.raw(segment);
        if text.trim_end().ends_with(['.', '!', '?', ':', '…']) || !text.contains(|c: char| c.is_numeric()) {
            return false;
        }
        self.matcher.find(&text);
        let is_label = |hit: &Hit| matches!(hit.family, Family::Published | Family::Modified) && hit.start == 0;
        let labelled = self.matcher.hits.iter().any(is_label);
        let hints = DateHints { language: self.language, reference_date: None };
        let first = dates::scan(&text, &hints).into_iter().next();
        // A date of a few words stands for itself, one in a long line is what happened then.
        first.is_some_and(|date| labelled || date.range.start == 0 && date.range.len() * 4 >= text.len())
    }

    /// Near a title with many dates, none of which says what it is, others' pieces are listed.
    pub(super) fn doubt_dates_of_many(&mut self) {
        const MANY: usize = 3;
        let segments = self.record.segments.get(self.head.start..).unwrap_or_default();
        let near = segments.iter().take(self.head.len()).map(|segment| segment.span.start);
        let (start, end) = (near.clone().min().unwrap_or(0), near.max().unwrap_or(0));
        let is_unlabelled = |fact: &Found| fact.field == Field::DatePublished && fact.confidence < 0.9;
        let of_head = self.facts.iter().filter(|fact| is_unlabelled(fact) && (start..=end).contains(&fact.span.start));
        let mut values: Vec<&str> = of_head.map(|fact| &*fact.value).collect();
        values.sort_unstable();
        // One moment in two forms is one.
        values.dedup_by(|longer, shorter| longer.starts_with(&**shorter));
        if values.len() >= MANY {
            self.facts
                .iter_mut()
                .filter(|fact| is_unlabelled(fact))
                .for_each(|fact| (fact.confidence, fact.stated) = (0.3, 0.3));
        }
    }

    /// Authors in lines that were taken for something else, where no byline was found: behind a word for "by" near the title
    /// whoever it names, right below the title a name above a date or a role, and further down whom a label of several words
    /// or on a line of its own names, as `Posted by:` does. Nothing is looked for where the page declares an author.
    pub(super) fn authors_near_title(&mut self) {
        let declared = &self.context.structured.statements;
        let is_named = self.facts.iter().any(|fact| fact.field == Field::AuthorName);
        if self.head.is_empty() || is_named || declared.iter().any(|one| one.field == Field::AuthorName) {
            return;
        }
        let segments = &self.record.segments;
        let Some(title) = segments.iter().position(|segment| segment.kind == Kind::Title) else { return };
        let beginnings = names::LabelBeginnings::of(self.language);
        let (mut label_above, mut is_first) = (false, true);
        for (at, segment) in segments.iter().enumerate().skip(title + 1) {
            // A date names nobody, whatever its month looks like.
            let is_date = segment.kind == Kind::Timestamp;
            if segment.kind.is_container() {
                continue;
            }
            let (of_label, below_title) = (std::mem::take(&mut label_above), std::mem::take(&mut is_first) && !is_date);
            let near = at < title + BEHIND_TITLE;
            let may_be_label = || beginnings.may_begin(&self.record.document[segment.span.range()]);
            let may_name = || of_label || below_title || is_date && near || may_be_label();
            if segment.span.len() > LONGEST_LINE || !may_name() {
                continue;
            }
            let text = self.raw(segment);
            if names::is_label(text.trim(), self.language) {
                label_above = true;
                continue;
            }
            let (rest, is_by) = if is_date {
                let rest = self.behind_inner_label(&text);
                (rest, !rest.is_empty())
            } else {
                let rest = names::without_label(&text, self.language);
                let label = text[..text.len() - rest.len()].trim();
                (rest, of_label || !label.is_empty() && (near || label.contains([' ', ':', '：'])))
            };
            let mut next = segments.iter().skip(at + 1).filter(|next| !next.kind.is_container()).take(3);
            if !(is_by || below_title && next.any(|next| self.is_metadata(next))) {
                continue;
            }
            let line = up_to_metadata(names::without_topics(rest, self.language));
            // What stands behind it may say what someone is.
            let parts = names::parse(line, self.language).unwrap_or_default();
            let is_one = !parts.is_empty() && parts.iter().enumerate().all(|(at, part)| part.is_name == (at == 0));
            let name = if is_one { &line[parts[0].range.clone()] } else { line };
            let words = name.split_whitespace().count();
            let is_name = is_one && !roles::is_role(name, self.language)
                // Some sign with one word, in whatever letters, and teams with several.
                || is_by && (near && words == 1 || names::is_team(name, self.language));
            let is_else = names::is_staff(name, self.language)
                || agencies::is(name)
                || names::is_of_calendar(name, self.language);
            if is_name && (2..=LONGEST_NAME).contains(&name.chars().count()) && !is_else {
                let start = segment.span.start as usize + (name.as_ptr() as usize - text.as_ptr() as usize);
                let span = Span::new(start, start + name.len());
                self.subjects += 1;
                let written = names::in_ordinary_capitals(&spelled(&folded(name)));
                self.push(Field::AuthorName, self.subjects, name, written, span, if is_by { 0.7 } else { 0.6 });
                return;
            }
        }
    }

    /// What stands behind the word for "by" within a line, up to the end of a sentence; nothing where there is none:
    /// `Posted on July 1, 2024 by us`.
    fn behind_inner_label<'t>(&mut self, text: &'t str) -> &'t str {
        self.matcher.find(text);
        let labels = self.matcher.hits.iter().filter(|hit| hit.family == Family::Byline);
        let rest = labels.map(|hit| hit.end).max().map_or("", |end| &text[end..]);
        rest[..rest.find(". ").unwrap_or(rest.len())].trim_start().trim_end_matches('.')
    }

    /// Whether a segment says when, how long to read, or what someone is.
    fn is_metadata(&self, segment: &Segment) -> bool {
        let is_role = || segment.span.len() <= 80 && roles::is_role(&self.raw(segment), self.language);
        matches!(segment.kind, Kind::Timestamp | Kind::ReadingTime) || is_role()
    }

    /// Links to the pages of authors: what they are around is a name.
    pub(super) fn author_links(&mut self) {
        let Record { document, marks, segments, .. } = self.record;
        let head = segments.get(self.head.clone()).or(segments.get(self.head.start..)).unwrap_or_default();
        let near = head.first().map_or(0, |first| first.span.start)..head.last().map_or(0, |last| last.span.end);
        let own = self.context.structured.hosts(self.context.base);
        let mut links: Vec<(String, Span)> = Vec::new();
        for mark in marks.iter().filter(|mark| mark.kind == MarkKind::Link && !mark.span.is_empty()) {
            if mark.target.is_none() || !leads_to_author(self.record.pooled(mark.target), &own) {
                continue;
            }
            let written = document[mark.span.range()].trim();
            let name = names::in_ordinary_capitals(&spelled(&folded(written)));
            let is_one = || names::parse(written, self.language).is_some_and(|parts| parts.len() == 1);
            if written.chars().count() > LONGEST_NAME || !is_one() || names::is_staff(written, self.language) {
                continue;
            }
            if !links.iter().any(|(held, _)| *held == name) {
                links.push((name, mark.span));
            }
            // So many are no one's.
            if links.len() > MOST_LINKS {
                break;
            }
        }
        let in_head = |span: &Span| near.contains(&span.start);
        let any_near = links.iter().any(|(_, span)| in_head(span));
        if !any_near && links.len() > 1 {
            return;
        }
        for (name, span) in links.into_iter().filter(|(_, span)| !any_near || in_head(span)) {
            if self.facts.iter().any(|fact| fact.field == Field::AuthorName && fact.value == name) {
                continue;
            }
            self.subjects += 1;
            let text = document[span.range()].to_owned();
            let confidence = if any_near { 0.8 } else { 0.6 };
            let fact = Found::with_value(Field::AuthorName, &text, name, span, confidence);
            self.facts.push(Found { subject: self.subjects, origin: Origin::Link, ..fact });
        }
    }
}

/// Links to authors that are looked at.
const MOST_LINKS: usize = 24;

/// Whether an address is that of a page on an author, as most sites name them, on one of the page's own hosts: networks have
/// pages on everyone.
fn leads_to_author(address: &str, own: &[&str]) -> bool {
    let path = &address[..memchr::memchr2(b'?', b'#', address.as_bytes()).unwrap_or(address.len())];
    let scheme = memchr::memchr(b':', path.as_bytes()).filter(|&colon| path[colon..].starts_with("://"));
    let path = scheme.map_or(path, |scheme| {
        let rest = &path[scheme + 3..];
        &rest[memchr::memchr(b'/', rest.as_bytes()).unwrap_or(rest.len())..]
    });
    let mut folders = path.as_bytes().split(|&byte| byte == b'/').filter(|folder| !folder.is_empty());
    // The folder, and behind it who it is.
    folders.any(is_of_authors)
        && folders.next().is_some()
        && address::host(address).is_none_or(|host| {
            // `blog.paper.example` is of `paper.example`.
            own.iter().any(|own| host.strip_suffix(own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
        })
}

/// Whether sites keep their pages on authors in a folder of this name, in letters of either case.
fn is_of_authors(folder: &[u8]) -> bool {
    let mut lower = [0; 12];
    let Some(lower) = lower.get_mut(..folder.len()) else { return false };
    lower.copy_from_slice(folder);
    lower.make_ascii_lowercase();
    matches!(
        &*lower,
        b"author"
            | b"authors"
            | b"autor"
            | b"autores"
            | b"autoren"
            | b"auteur"
            | b"auteurs"
            | b"autore"
            | b"autori"
            | b"writer"
            | b"writers"
            | b"contributor"
            | b"contributors"
            | b"journalist"
            | b"journalists"
            | b"columnist"
            | b"columnists"
            | b"reporter"
            | b"reporters"
            | b"by"
            | b"staff"
            | b"people"
            | b"person"
            | b"profile"
            | b"profiles"
            | b"redakteur"
            | b"periodistas"
            | b"giornalisti"
            | b"skribent"
    )
}
