//! What the furniture that a reader sees says: title, dek, byline, dates, dateline, tags.

use std::ops::Range;

use super::agencies::{self, Spelling};
use super::dates::{self, DateHints, FoundDate};
use super::{Found, datelines, names, rights};
use crate::article::Record;
use crate::clean::{CleanText, WhiteSpace, folded, reading, spelled};
use crate::label::phrases::{Anchor, Family, Matcher};
use crate::model::{Evidence, Field, Kind, Origin, Role, Segment, Span};
use crate::options::Reader;

pub(super) fn facts(record: &Record, language: &str, reader: &Reader) -> Vec<Found> {
    let mut collector = Collector {
        record,
        language,
        reference_date: reader.reference_date.as_deref(),
        matcher: Matcher::new(language),
        facts: Vec::new(),
        authors: 0,
        agencies: Vec::new(),
    };
    let mut seen_paragraph = false;
    let is_given = |segment: &Segment| {
        let reasons = record.reasons[segment.reasons.range()].iter();
        reasons.take(1).any(|reason| reason.evidence == Evidence::ArchiveField)
    };
    for segment in record.segments.iter().filter(|segment| !is_given(segment)) {
        match segment.kind {
            Kind::Title => collector.whole(segment, Field::Title),
            Kind::Kicker => collector.whole(segment, Field::Kicker),
            Kind::Dek => collector.whole(segment, Field::Description),
            Kind::Correction => collector.whole(segment, Field::Correction),
            Kind::Byline => collector.byline(segment),
            Kind::Timestamp => collector.timestamp(segment),
            Kind::Dateline => collector.dateline(segment),
            Kind::ReadingTime => collector.reading_time(segment),
            Kind::Tags => collector.tags(segment),
            Kind::CopyrightNotice => {
                let text = clean(record, segment);
                collector.facts.extend(rights::copyright(&text, language, segment.span));
            }
            Kind::AgencyCredit => collector.agency_credit(segment),
            Kind::Paragraph if segment.role == Role::Body && !seen_paragraph => {
                seen_paragraph = true;
                collector.dateline(segment);
            }
            _ => {}
        }
    }
    collector.rank_dates();
    collector.date_datelines();
    collector.facts
}

fn clean(record: &Record, segment: &Segment) -> String {
    let mut clean = CleanText::default();
    clean.push(&record.document, segment.span, &record.marks, WhiteSpace::Fold);
    clean.text
}

struct Collector<'a> {
    record: &'a Record,
    language: &'a str,
    reference_date: Option<&'a str>,
    matcher: Matcher,
    facts: Vec<Found>,
    authors: u32,
    /// Which ones have been found, under whatever name.
    agencies: Vec<usize>,
}

impl Collector<'_> {
    fn push(&mut self, field: Field, subject: u32, text: &str, value: String, span: Span, confidence: f32) {
        let origin = Origin::VisibleText;
        let value = spelled(&folded(&value)).into_owned();
        self.facts.push(Found { field, subject, text: text.to_owned(), value, span, origin, confidence });
    }

    /// The part of the document that a range of a segment's raw text covers.
    fn raw(&self, segment: &Segment) -> String {
        reading(&self.record.document, segment.span, &self.record.marks).into_owned()
    }

    fn whole(&mut self, segment: &Segment, field: Field) {
        let text = clean(self.record, segment);
        self.push(field, 0, &text, text.clone(), segment.span, segment.confidence);
    }

    fn byline(&mut self, segment: &Segment) {
        let text = self.raw(segment);
        self.matcher.find(&text);
        // The longest word for "by" that the line begins with.
        let lead = self
            .matcher
            .hits
            .iter()
            .filter(|hit| hit.family == Family::Byline && hit.anchor >= Anchor::Start)
            .map(|hit| hit.end)
            .max()
            .unwrap_or(0);
        let is_mark = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '／' | '/' | '|' | '-' | '–' | '—');
        let body = &text[lead..];
        let start = lead + (body.len() - body.trim_start_matches(is_mark).len());
        self.push(Field::Byline, 0, &text, clean(self.record, segment), segment.span, segment.confidence);
        let people = names::without_place(&text[start..]);
        if let Some(place) = text[start + people.len()..].split(['—', '–', '-']).nth(1).map(str::trim)
            && names::is_name(place)
        {
            let from = segment.span.start as usize + (place.as_ptr() as usize - text.as_ptr() as usize);
            self.push(Field::DatelinePlace, 0, place, place.to_owned(), Span::new(from, from + place.len()), 0.6);
        }
        self.agencies(segment, start..text.len(), Spelling::Own);
        // Whom what stands behind a name is said of.
        let mut author = None;
        for part in names::parse(people, self.language).unwrap_or_default() {
            let range = start + part.range.start..start + part.range.end;
            let base = segment.span.start as usize;
            let (span, written) = (Span::new(base + range.start, base + range.end), &text[range]);
            if agencies::is(written) {
                if let Some(author) = author {
                    let name = written.to_owned();
                    self.push(Field::AuthorAffiliation, author, written, name, span, segment.confidence);
                }
                continue;
            }
            if !part.is_name {
                // Where someone is, stands in brackets and is no role.
                let is_role = !names::is_name(written) && !names::is_staff(written, self.language);
                if let Some(author) = author.filter(|_| is_role) {
                    self.push(Field::AuthorRole, author, written, written.to_owned(), span, segment.confidence * 0.8);
                }
                continue;
            }
            let name = names::in_ordinary_capitals(&spelled(&folded(written)));
            let known = self.facts.iter().find(|fact| fact.field == Field::AuthorName && fact.value == name);
            author = known.map(|fact| fact.subject);
            if author.is_none() && !names::is_staff(written, self.language) {
                self.authors += 1;
                author = Some(self.authors);
                self.push(Field::AuthorName, self.authors, written, name, span, segment.confidence);
            }
        }
    }

    fn timestamp(&mut self, segment: &Segment) {
        let text = self.raw(segment);
        let hints = DateHints { language: self.language, reference_date: self.reference_date };
        let found = dates::scan(&text, &hints);
        self.matcher.find(&text);
        let modified = self.matcher.hits.iter().any(|hit| hit.family == Family::Modified);
        let published = self.matcher.hits.iter().any(|hit| hit.family == Family::Published);
        let embargoed = self.matcher.hits.iter().any(|hit| hit.family == Family::Embargoed);
        let base = segment.span.start as usize;
        if embargoed
            && found.is_empty()
            && let Some((range, value)) = dates::scan_day(&text, self.language)
        {
            let span = Span::new(base + range.start, base + range.end);
            self.push(Field::DateEmbargoed, 0, &text[range], value, span, 0.8);
        }
        for FoundDate { range, value, ambiguous, .. } in found {
            let field = match (embargoed, modified && !published) {
                (true, _) => Field::DateEmbargoed,
                (false, true) => Field::DateModified,
                (false, false) => Field::DatePublished,
            };
            let span = Span::new(base + range.start, base + range.end);
            // A date that says what it is stands above one that does not.
            let confidence = if published || modified { 0.95 } else { 0.85 } - if ambiguous { 0.2 } else { 0.0 };
            self.push(field, 0, &text[range], value, span, confidence);
        }
    }

    /// The surest date first; of two that are as sure, the one with a time, then the first.
    fn rank_dates(&mut self) {
        let is_date = |fact: &Found| matches!(fact.field, Field::DatePublished | Field::DateModified);
        let mut ranked: Vec<Found> = Vec::new();
        self.facts.retain(|fact| {
            if is_date(fact) {
                ranked.push(fact.clone());
            }
            !is_date(fact)
        });
        ranked.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        // A single date that calls itself an update is all that there is of the publication as well: it stays an update.
        self.facts.extend(ranked);
    }

    fn reading_time(&mut self, segment: &Segment) {
        let text = self.raw(segment);
        let digits: String =
            text.chars().skip_while(|c| !c.is_numeric()).map_while(|c| c.to_digit(10)).map(|d| d.to_string()).collect();
        if let Ok(minutes @ 1..=600) = digits.parse::<u32>() {
            self.push(Field::ReadingTime, 0, &text, format!("PT{minutes}M"), segment.span, segment.confidence);
        }
    }

    fn tags(&mut self, segment: &Segment) {
        let text = self.raw(segment);
        let Some(colon) = text.find([':', '：']) else { return };
        let colon_width = text[colon..].chars().next().map_or(1, char::len_utf8);
        let base = segment.span.start as usize;
        for tag in text[colon + colon_width..].split([',', ';', '|', '·', '•', '、', '，', '،', '#']) {
            let tag = tag.trim();
            if !tag.is_empty() && tag.len() <= 80 {
                let start = base + (tag.as_ptr() as usize - text.as_ptr() as usize);
                self.push(
                    Field::Keywords,
                    0,
                    tag,
                    tag.to_owned(),
                    Span::new(start, start + tag.len()),
                    segment.confidence,
                );
            }
        }
    }

    fn agency_credit(&mut self, segment: &Segment) {
        self.agencies(segment, 0..segment.span.len(), Spelling::Own);
    }

    /// The agencies that a range of a segment names, each once.
    fn agencies(&mut self, segment: &Segment, range: Range<usize>, spelling: Spelling) {
        let text = self.raw(segment)[range.clone()].to_owned();
        let base = segment.span.start as usize + range.start;
        for agency in agencies::all(&text, spelling) {
            if !self.agencies.contains(&agency.id) {
                self.agencies.push(agency.id);
                let span = Span::new(base + agency.range.start, base + agency.range.end);
                let name = &text[agency.range];
                self.push(Field::Agency, 0, name, name.to_owned(), span, 0.9);
            }
        }
    }

    /// What opens the first paragraph, or stands on a line of its own.
    fn dateline(&mut self, segment: &Segment) {
        let text = self.raw(segment);
        let base = segment.span.start as usize;
        let line = match segment.kind {
            Kind::Dateline => datelines::alone(&text, self.language),
            _ => datelines::read(&text, self.language),
        };
        let Some(line) = line else { return };
        let span = |range: &Range<usize>| Span::new(base + range.start, base + range.end);
        for range in line.places {
            let place = &text[range.clone()];
            self.push(Field::DatelinePlace, 0, place, place.to_owned(), span(&range), 0.9);
        }
        for range in line.agencies {
            self.agencies(segment, range, Spelling::Any);
        }
        if let Some((range, value)) = line.date {
            self.push(Field::DatelineDate, 0, &text[range.clone()], value.clone(), span(&range), 0.8);
            if !value.starts_with('X') {
                self.push(Field::DatePublished, 0, &text[range.clone()], value, span(&range), 0.7);
            }
        }
    }

    /// A day without its year lies in the year of the article, where that is known.
    fn date_datelines(&mut self) {
        let dates =
            || self.facts.iter().filter(|fact| matches!(fact.field, Field::DatePublished | Field::DateModified));
        let published = dates().map(|fact| fact.value.clone()).next();
        let Some(date) = published.or(self.reference_date.map(str::to_owned)) else { return };
        let undated = |fact: &&mut Found| {
            matches!(fact.field, Field::DatelineDate | Field::DateEmbargoed) && fact.value.starts_with('X')
        };
        for fact in self.facts.iter_mut().filter(undated) {
            fact.value = dates::nearest(&fact.value, &date).unwrap_or(std::mem::take(&mut fact.value));
        }
    }
}
