//! What the furniture that a reader sees says: title, dek, byline, dates, dateline, tags; in `near_title` what stands around the
//! title and was taken for something else.

mod near_title;

use std::collections::HashMap;
use std::ops::Range;

use super::agencies::{self, Spelling};
use super::dates::{self, DateHints, FoundDate};
use super::{Context, Found, datelines, identifiers, names, rights, roles};
use crate::article::Record;
use crate::clean::{CleanText, WhiteSpace, folded, reading, spelled};
use crate::label::phrases::{Anchor, Family, Matcher};
use crate::model::{Evidence, Field, Kind, MarkKind, Origin, Role, Segment, Span};

pub(super) fn facts(record: &Record, context: &Context<'_>) -> Vec<Found> {
    let Context { language, reader, .. } = *context;
    let mut collector = Collector {
        record,
        context,
        language,
        head: near_title::head(record),
        reference_date: reader.reference_date.as_deref(),
        matcher: Matcher::new(language),
        facts: Vec::new(),
        subjects: 0,
        people: HashMap::new(),
        agencies: Vec::new(),
    };
    let mut seen_paragraph = false;
    for (at, segment) in record.segments.iter().enumerate().filter(|(_, segment)| !is_given(record, segment)) {
        match segment.kind {
            Kind::Title => collector.whole(segment, Field::Title),
            Kind::Kicker => collector.whole(segment, Field::Kicker),
            Kind::Dek => collector.whole(segment, Field::Description),
            Kind::Correction => collector.whole(segment, Field::Correction),
            Kind::Byline => collector.byline(segment),
            Kind::Timestamp => collector.timestamp(at, segment),
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
    collector.images();
    collector.licence();
    collector.identifiers();
    collector.dates_near_title();
    collector.doubt_dates_of_many();
    collector.authors_near_title();
    collector.author_links();
    collector.date_datelines();
    collector.facts
}

/// How likely it is that one word in a byline is a name, where no word for "by" stands before it.
const DOUBTFUL: f32 = 0.4;

/// Bytes of a line that names a licence or a number.
const LONGEST_NOTICE: usize = 400;

/// Whether the form of an archive says what a segment is.
fn is_given(record: &Record, segment: &Segment) -> bool {
    let reasons = record.reasons[segment.reasons.range()].iter();
    reasons.take(1).any(|reason| reason.evidence == Evidence::ArchiveField)
}

fn clean(record: &Record, segment: &Segment) -> String {
    let mut clean = CleanText::default();
    clean.push(&record.document, segment.span, &record.marks, WhiteSpace::Fold);
    clean.text
}

struct Collector<'a> {
    record: &'a Record,
    context: &'a Context<'a>,
    /// Indices of the segments around the title.
    head: Range<usize>,
    language: &'a str,
    reference_date: Option<&'a str>,
    matcher: Matcher,
    facts: Vec<Found>,
    subjects: u32,
    /// The subjects of those who have been named.
    people: HashMap<String, u32>,
    /// Which ones have been found, under whatever name.
    agencies: Vec<usize>,
}

impl Collector<'_> {
    fn push(&mut self, field: Field, subject: u32, text: &str, value: String, span: Span, confidence: f32) {
        let value = spelled(&folded(&value)).into_owned();
        self.facts.push(Found { subject, ..Found::with_value(field, text, value, span, confidence) });
    }

    /// The part of the document that a range of a segment's raw text covers.
    fn raw(&self, segment: &Segment) -> String {
        reading(&self.record.document, segment.span, &self.record.marks).into_owned()
    }

    fn whole(&mut self, segment: &Segment, field: Field) {
        let text = clean(self.record, segment);
        // What parted it from the kicker that stood before it is not of it.
        let value = text.trim_start_matches([':', '|', '•', '·', ' ']);
        self.push(field, 0, &text, value.to_owned(), segment.span, segment.confidence);
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
        let people = names::without_topics(people, self.language);
        let glued = people.len() - names::without_label(people, self.language).len();
        let (start, people) = (start + glued, &people[glued..]);
        // A line of its own that says what someone is, says it of the one above.
        let is_one = || names::parse(people, self.language).is_none_or(|parts| parts.len() == 1);
        if lead == 0 && self.subjects > 0 && roles::is_role(people, self.language) && is_one() {
            let from = segment.span.start as usize + start;
            let span = Span::new(from, from + people.len());
            self.push(Field::AuthorRole, self.subjects, people, people.to_owned(), span, segment.confidence * 0.8);
            return;
        }
        let is_labelled = start > 0;
        for range in self.unglued(segment, start..start + people.len()) {
            self.people(segment, &text, range, is_labelled);
        }
    }

    /// A range of a segment's text, apart where a link begins or ends within a word: what a page sets apart for the eye.
    fn unglued(&self, segment: &Segment, range: Range<usize>) -> Vec<Range<usize>> {
        let Record { document, marks, .. } = self.record;
        let base = segment.span.start as usize;
        let first = marks.partition_point(|mark| (mark.span.start as usize) < base + range.start);
        let near = marks[first..].iter().take_while(|mark| (mark.span.start as usize) < base + range.end);
        let mut ends: Vec<usize> = near
            .filter(|mark| mark.kind == MarkKind::Link)
            .flat_map(|mark| [mark.span.start as usize, mark.span.end as usize])
            .filter(|at| (base + range.start + 1..base + range.end).contains(at))
            .filter(|&at| {
                let (before, behind) = (document[..at].chars().next_back(), document[at..].chars().next());
                before.is_some_and(char::is_alphanumeric) && behind.is_some_and(char::is_alphanumeric)
            })
            .map(|at| at - base)
            .collect();
        ends.push(range.end);
        ends.sort_unstable();
        ends.dedup();
        let starts = std::iter::once(range.start).chain(ends.iter().copied());
        starts.zip(ends.iter().copied()).map(|(start, end)| start..end).collect()
    }

    /// The people that a range of a byline names.
    fn people(&mut self, segment: &Segment, text: &str, range: Range<usize>, is_labelled: bool) {
        let base = segment.span.start as usize;
        // Whom what stands behind a name is said of.
        let mut author = None;
        for part in names::parse(&text[range.clone()], self.language).unwrap_or_default() {
            let range = range.start + part.range.start..range.start + part.range.end;
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
                let is_role = roles::is_role(written, self.language)
                    || !names::is_name(written) && !names::is_staff(written, self.language);
                if let Some(author) = author.filter(|_| is_role) {
                    self.push(Field::AuthorRole, author, written, written.to_owned(), span, segment.confidence * 0.8);
                }
                continue;
            }
            let name = names::in_ordinary_capitals(&spelled(&folded(written)));
            author = self.people.get(&name).copied();
            if author.is_none() && !names::is_staff(written, self.language) {
                self.subjects += 1;
                author = Some(self.subjects);
                self.people.insert(name.clone(), self.subjects);
                // One word that nothing says to be a name may be that of a section as well.
                let is_doubtful = !is_labelled && !name.contains(' ') && name.contains(char::is_lowercase);
                let confidence = if is_doubtful { segment.confidence.min(DOUBTFUL) } else { segment.confidence };
                self.push(Field::AuthorName, self.subjects, written, name, span, confidence);
            }
        }
    }

    fn timestamp(&mut self, at: usize, segment: &Segment) {
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
        let field = match (embargoed, modified && !published) {
            (true, _) => Field::DateEmbargoed,
            (false, true) => Field::DateModified,
            (false, false) => Field::DatePublished,
        };
        // A date that says what it is stands above one that does not, and one near the title above others.
        let mut sure: f32 = if published || modified { 0.95 } else { 0.85 };
        sure -= if segment.kind == Kind::Timestamp { 0.0 } else { 0.25 };
        sure -= if self.head.is_empty() || self.head.contains(&at) { 0.0 } else { 0.2 };
        self.machine_time(segment, field, &found, sure);
        for FoundDate { range, value, ambiguous, .. } in found {
            let span = Span::new(base + range.start, base + range.end);
            self.push(field, 0, &text[range], value, span, sure - if ambiguous { 0.2 } else { 0.0 });
        }
    }

    /// The date that a page has for programs where readers see this one: with its time, and its zone.
    fn machine_time(&mut self, segment: &Segment, field: Field, found: &[FoundDate], sure: f32) {
        let times = &self.context.structured.times;
        if times.is_empty() {
            return;
        }
        let place = (self.context.place)(segment.span);
        let first = times.partition_point(|time| time.at < place.start);
        let Some(time) = times.get(first).filter(|time| time.at < place.end) else { return };
        let hints = DateHints { language: self.language, reference_date: None };
        let Some(date) = dates::scan(&time.date_time, &hints).into_iter().next() else { return };
        // Some write when the page was made, or nothing true.
        let agrees = |seen: &FoundDate| seen.relative || seen.ambiguous || dates::is_near(&seen.value, &date.value);
        if found.is_empty() || found.iter().any(agrees) {
            let fact = Found::with_value(field, &time.date_time, date.value, segment.span, sure);
            self.facts.push(Found { origin: Origin::TimeElement, ..fact });
        }
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

    /// Pictures of figures, each with its caption and its maker.
    fn images(&mut self) {
        const MOST: usize = 64;
        let Record { segments, marks, .. } = self.record;
        let figures = segments.iter().enumerate().filter(|(_, segment)| segment.kind == Kind::Figure);
        for (at, figure) in figures.filter(|(_, figure)| figure.role != Role::Boilerplate).take(MOST) {
            let first = marks.partition_point(|mark| mark.span.start < figure.span.start);
            let within = marks[first..].iter().take_while(|mark| mark.span.start <= figure.span.end);
            let mut images = within.filter(|mark| mark.kind == MarkKind::Image && !mark.target.is_none());
            let Some(image) = images.next() else { continue };
            self.subjects += 1;
            let url = self.record.pooled(image.target).to_owned();
            let fact = Found::with_value(Field::ImageUrl, &url, url.clone(), image.span, figure.confidence);
            self.facts.push(Found { subject: self.subjects, ..fact });
            for part in &segments[at + 1..figure.end as usize] {
                let field = match part.kind {
                    Kind::Caption => Field::ImageCaption,
                    Kind::Credit => Field::ImageCredit,
                    _ => continue,
                };
                let text = clean(self.record, part);
                self.push(field, self.subjects, &text, text.clone(), part.span, part.confidence);
            }
        }
    }

    /// The Creative Commons licence that the page links to, or that its furniture names.
    fn licence(&mut self) {
        let Record { document, segments, marks, pool, .. } = self.record;
        // Most pages link to none.
        let may_link = memchr::memmem::find(pool.as_bytes(), b"creativecommons").is_some();
        let links = marks.iter().filter(|mark| may_link && mark.kind == MarkKind::Link && !mark.target.is_none());
        let linked = links.filter_map(|mark| {
            let address = self.record.pooled(mark.target);
            let name = identifiers::creative_commons(address)?;
            address.contains("creativecommons").then_some((name, mark.span))
        });
        // Pictures have licences of their own.
        let is_page = |segment: &&Segment| {
            segment.role != Role::Body
                && !segment.kind.is_container()
                && !matches!(segment.kind, Kind::Caption | Kind::Credit)
        };
        let furniture = segments.iter().filter(is_page);
        let named = furniture.filter(|segment| segment.span.len() <= LONGEST_NOTICE).filter_map(|segment| {
            Some((identifiers::creative_commons(&document[segment.span.range()])?, segment.span))
        });
        // The one that stands last is the page's.
        if let Some((name, span)) = linked.chain(named).max_by_key(|(_, span)| span.start) {
            self.push(Field::License, 0, &document[span.range()], name, span, 0.7);
        }
    }

    /// The number by which a line of the head knows the piece.
    fn identifier(&mut self, segment: &Segment) {
        let text = self.raw(segment);
        if let Some(identifiers::Identifier { range, value }) = identifiers::find(&text) {
            let start = segment.span.start as usize;
            self.push(
                Field::Identifier,
                0,
                &text[range.clone()],
                value,
                Span::new(start + range.start, start + range.end),
                0.8,
            );
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
