//! JSON of the whole record, and the way back. The schema is public and versioned: `schema/article-1.schema.json`.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::article::{Article, Record};
use crate::error::{Error, Inner};
use crate::model::{
    Evidence, Fact, Field, Kind, Mark, MarkKind, NO_INDEX, Origin, Reason, Role, Segment, Span, Warning, WarningKind,
};
use crate::offsets::{OffsetIndex, OffsetUnit, Offsets};

/// Version of the schema that is written; all up to it are read.
pub(crate) const SCHEMA: u32 = 1;

#[derive(Serialize, Deserialize)]
struct ArticleJson<'a> {
    schema: u32,
    #[serde(borrow)]
    generator: Generator<'a>,
    offset_unit: Named<OffsetUnit>,
    source_unit: Named<OffsetUnit>,
    confidence: f32,
    body_kinds: Vec<Named<Kind>>,
    #[serde(borrow)]
    document: Cow<'a, str>,
    segments: Vec<SegmentJson<'a>>,
    marks: Vec<MarkJson<'a>>,
    facts: Vec<FactJson<'a>>,
    warnings: Vec<WarningJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Generator<'a> {
    name: Cow<'a, str>,
    version: Cow<'a, str>,
    weights: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct SegmentJson<'a> {
    kind: Named<Kind>,
    role: Named<Role>,
    #[serde(default, skip_serializing_if = "is_zero")]
    level: u32,
    end: u32,
    span: [u32; 2],
    source: [u32; 2],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    continues: Option<u32>,
    confidence: f32,
    reasons: Vec<ReasonJson>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    ordered: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    header: bool,
    #[serde(default, skip_serializing_if = "is_zero")]
    list_start: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    column_span: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    row_span: u32,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    code_language: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct ReasonJson {
    evidence: Named<Evidence>,
    weight: f32,
}

#[derive(Serialize, Deserialize)]
struct MarkJson<'a> {
    kind: Named<MarkKind>,
    span: [u32; 2],
    source: [u32; 2],
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    target: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    alt: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct FactJson<'a> {
    field: Named<Field>,
    subject: u32,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow)]
    value: Cow<'a, str>,
    span: Option<[u32; 2]>,
    source: Option<[u32; 2]>,
    origin: Named<Origin>,
    confidence: f32,
}

#[derive(Serialize, Deserialize)]
struct WarningJson<'a> {
    kind: Named<WarningKind>,
    span: Option<[u32; 2]>,
    #[serde(borrow)]
    message: Cow<'a, str>,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A value that is written by its name. An unknown name is read as the type's `other`, where it has one, so that a
/// reader survives the articles of a later version.
#[derive(Clone, Copy)]
struct Named<T>(T);

trait Name: Sized + Copy {
    fn name(self) -> &'static str;
    fn read(name: &str) -> Option<Self>;
}

macro_rules! name {
    ($($type:ident else $other:expr),*) => { $(
        impl Name for $type {
            fn name(self) -> &'static str {
                self.into()
            }
            fn read(name: &str) -> Option<Self> {
                name.parse().ok().or($other)
            }
        }
    )* };
}

name!(
    Kind else Some(Kind::Other),
    Field else Some(Field::Other),
    Origin else Some(Origin::Other),
    Evidence else Some(Evidence::Other),
    WarningKind else Some(WarningKind::Other),
    MarkKind else None,
    Role else None,
    OffsetUnit else None
);

impl<T: Name> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de, T: Name> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        T::read(&name).map(Named).ok_or_else(|| serde::de::Error::custom(format!("unknown name `{name}`")))
    }
}

pub(crate) fn render(article: &Article, unit: OffsetUnit) -> String {
    let record = &article.record;
    let offsets = article.offsets();
    let place = |offset: u32| offsets.convert(offset as usize, OffsetUnit::Byte, unit) as u32;
    let span = |span: Span| [place(span.start), place(span.end)];
    let some_span = |s: Span| (!s.is_none()).then(|| span(s));
    let source = |span: Span| [span.start, span.end];
    let pooled = |range: Span| Cow::Borrowed(record.pooled(range));
    let some_pooled = |range: Span| (!range.is_none()).then(|| pooled(range));
    let json = ArticleJson {
        schema: SCHEMA,
        generator: Generator { name: "nutgraf".into(), version: crate::VERSION.into(), weights: None },
        offset_unit: Named(unit),
        source_unit: Named(record.source_unit),
        confidence: record.confidence,
        body_kinds: record.body_kinds.iter().copied().map(Named).collect(),
        document: Cow::Borrowed(&record.document),
        segments: record
            .segments
            .iter()
            .map(|s| SegmentJson {
                kind: Named(s.kind),
                role: Named(s.role),
                level: s.level,
                end: s.end,
                span: span(s.span),
                source: source(s.source),
                continues: (s.continues != NO_INDEX).then_some(s.continues),
                confidence: s.confidence,
                reasons: record.reasons[s.reasons.range()]
                    .iter()
                    .map(|r| ReasonJson { evidence: Named(r.evidence), weight: r.weight })
                    .collect(),
                ordered: s.flags & Segment::ORDERED != 0,
                header: s.flags & Segment::HEADER != 0,
                list_start: s.list_start,
                column_span: s.column_span,
                row_span: s.row_span,
                code_language: some_pooled(s.code_language),
            })
            .collect(),
        marks: record
            .marks
            .iter()
            .map(|m| MarkJson {
                kind: Named(m.kind),
                span: span(m.span),
                source: source(m.source),
                target: some_pooled(m.target),
                alt: some_pooled(m.alt),
            })
            .collect(),
        facts: record
            .facts
            .iter()
            .map(|f| FactJson {
                field: Named(f.field),
                subject: f.subject,
                text: pooled(f.text),
                value: pooled(f.value),
                span: some_span(f.span),
                source: (!f.source.is_none()).then(|| source(f.source)),
                origin: Named(f.origin),
                confidence: f.confidence,
            })
            .collect(),
        warnings: record
            .warnings
            .iter()
            .map(|w| WarningJson { kind: Named(w.kind), span: some_span(w.span), message: pooled(w.message) })
            .collect(),
    };
    // Strings and numbers only: there is nothing in it that could fail to be written.
    serde_json::to_string(&json).unwrap_or_default()
}

pub(crate) fn parse(text: &str) -> Result<Article, Error> {
    let json: ArticleJson<'_> = serde_json::from_str(text).map_err(|e| {
        let line_start: usize = text.split_inclusive('\n').take(e.line().saturating_sub(1)).map(str::len).sum();
        Inner::InvalidJson { message: e.to_string(), offset: Some((line_start + e.column().saturating_sub(1)) as u64) }
    })?;
    Reader::new(&json)?.read(&json)
}

fn invalid(message: impl Into<String>) -> Error {
    Inner::InvalidJson { message: message.into(), offset: None }.into()
}

/// Checks and converts what serde has read: a record must keep its invariants whoever wrote it.
struct Reader {
    record: Record,
    index: OffsetIndex,
    unit: OffsetUnit,
    /// Length of the document in `unit`.
    length: usize,
}

impl Reader {
    fn new(json: &ArticleJson<'_>) -> Result<Self, Error> {
        if json.schema == 0 || json.schema > SCHEMA {
            return Err(invalid(format!("schema {} is not one that this version reads (1 to {SCHEMA})", json.schema)));
        }
        let record = Record {
            document: json.document.clone().into_owned(),
            segments: Vec::with_capacity(json.segments.len()),
            reasons: Vec::new(),
            marks: Vec::with_capacity(json.marks.len()),
            facts: Vec::with_capacity(json.facts.len()),
            warnings: Vec::with_capacity(json.warnings.len()),
            pool: String::new(),
            source_unit: json.source_unit.0,
            body_kinds: json.body_kinds.iter().map(|kind| kind.0).collect(),
            confidence: json.confidence,
        };
        if u32::try_from(record.document.len()).is_err() || u32::try_from(text_length(json)).is_err() {
            return Err(invalid("over 4 GiB"));
        }
        let index = OffsetIndex::new(&record.document);
        let length =
            Offsets::new(&record.document, &index).convert(record.document.len(), OffsetUnit::Byte, json.offset_unit.0);
        Ok(Self { record, index, unit: json.offset_unit.0, length })
    }

    fn read(mut self, json: &ArticleJson<'_>) -> Result<Article, Error> {
        for segment in &json.segments {
            let segment = self.segment(segment)?;
            self.record.segments.push(segment);
        }
        self.check_tree()?;
        for mark in &json.marks {
            let mark = Mark {
                kind: mark.kind.0,
                span: self.span(mark.span)?,
                source: source(mark.source)?,
                target: self.pool(mark.target.as_deref()),
                alt: self.pool(mark.alt.as_deref()),
                reserved: [0; 2],
            };
            self.record.marks.push(mark);
        }
        if !self.record.marks.is_sorted_by_key(|mark| mark.span.start) {
            return Err(invalid("marks are not sorted by start"));
        }
        for fact in &json.facts {
            let fact = Fact {
                field: fact.field.0,
                subject: fact.subject,
                text: self.pool(Some(&fact.text)),
                value: self.pool(Some(&fact.value)),
                span: fact.span.map_or(Ok(Span::NONE), |span| self.span(span))?,
                source: fact.source.map_or(Ok(Span::NONE), source)?,
                origin: fact.origin.0,
                confidence: fact.confidence,
                reserved: [0; 2],
            };
            self.record.facts.push(fact);
        }
        // A stable sort: rivals keep their rank, and fields that this version does not know come first.
        self.record.facts.sort_by_key(|fact| fact.field);
        for warning in &json.warnings {
            let warning = Warning {
                kind: warning.kind.0,
                span: warning.span.map_or(Ok(Span::NONE), |span| self.span(span))?,
                message: self.pool(Some(&warning.message)),
                reserved: [0; 2],
            };
            self.record.warnings.push(warning);
        }
        self.record.order_pool();
        Ok(Article::new(self.record))
    }

    fn segment(&mut self, json: &SegmentJson<'_>) -> Result<Segment, Error> {
        let first_reason = self.record.reasons.len();
        let reasons = json.reasons.iter().map(|r| Reason { evidence: r.evidence.0, weight: r.weight });
        self.record.reasons.extend(reasons);
        let ordered = if json.ordered { Segment::ORDERED } else { 0 };
        let header = if json.header { Segment::HEADER } else { 0 };
        Ok(Segment {
            kind: json.kind.0,
            role: json.role.0,
            level: json.level,
            end: json.end,
            span: self.span(json.span)?,
            source: source(json.source)?,
            continues: json.continues.unwrap_or(NO_INDEX),
            confidence: json.confidence,
            reasons: Span::new(first_reason, self.record.reasons.len()),
            flags: ordered | header,
            list_start: json.list_start,
            column_span: json.column_span,
            row_span: json.row_span,
            code_language: self.pool(json.code_language.as_deref()),
            reserved: [0; 2],
        })
    }

    /// Subtrees nest, leaves do not overlap, continuations look back.
    fn check_tree(&self) -> Result<(), Error> {
        let segments = &self.record.segments;
        let mut open: Vec<u32> = Vec::new();
        let mut last_end = 0;
        for (i, segment) in segments.iter().enumerate() {
            let i = i as u32;
            while open.last().is_some_and(|&end| end <= i) {
                open.pop();
            }
            let limit = open.last().copied().unwrap_or(segments.len() as u32);
            if segment.end <= i || segment.end > limit {
                return Err(invalid(format!("`end` of segment {i} does not nest")));
            }
            if segment.continues != NO_INDEX && segment.continues >= i {
                return Err(invalid(format!("segment {i} continues one that does not stand before it")));
            }
            if segment.kind.is_container() {
                open.push(segment.end);
            } else if segment.span.start < last_end {
                return Err(invalid(format!("segment {i} overlaps the one before it")));
            } else {
                last_end = segment.span.end;
            }
        }
        Ok(())
    }

    fn pool(&mut self, text: Option<&str>) -> Span {
        text.map_or(Span::NONE, |text| self.record.intern(text))
    }

    fn span(&self, [start, end]: [u32; 2]) -> Result<Span, Error> {
        let offsets = Offsets::new(&self.record.document, &self.index);
        let place = |offset: u32| {
            let byte = offsets.convert(offset as usize, self.unit, OffsetUnit::Byte);
            (offsets.convert(byte, OffsetUnit::Byte, self.unit) == offset as usize).then_some(byte)
        };
        match (place(start), place(end)) {
            (Some(from), Some(to)) if start <= end && end as usize <= self.length => Ok(Span::new(from, to)),
            _ => Err(invalid(format!("[{start}, {end}] is no span of the document"))),
        }
    }
}

/// The caller's input is not here to check against; a span must merely be one.
fn source([start, end]: [u32; 2]) -> Result<Span, Error> {
    if start <= end && end < u32::MAX {
        Ok(Span { start, end })
    } else {
        Err(invalid(format!("[{start}, {end}] is no span of the source")))
    }
}

/// Bytes that the pool will take.
fn text_length(json: &ArticleJson<'_>) -> usize {
    let marks =
        json.marks.iter().map(|m| m.target.as_deref().map_or(0, str::len) + m.alt.as_deref().map_or(0, str::len));
    let facts = json.facts.iter().map(|f| f.text.len() + f.value.len());
    let languages = json.segments.iter().map(|s| s.code_language.as_deref().map_or(0, str::len));
    marks.chain(facts).chain(languages).chain(json.warnings.iter().map(|w| w.message.len())).sum()
}
