//! The article: one immutable record, and its views.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::clean::{CleanText, WhiteSpace, folded};
use crate::date::Date;
use crate::facts::rank::RIGHT;
use crate::model::{
    AccessStatus, Evidence, Fact, Field, Kind, Mark, MarkKind, NO_INDEX, Origin, Reason, Role, Segment, Span, Warning,
    WarningKind,
};
use crate::offsets::{OffsetIndex, OffsetUnit, Offsets};
use crate::outline::{Outline, Paragraph, Section, Sentence, Word};

/// Everything that is stored of an article; all else is computed from it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    pub(crate) document: String,
    pub(crate) segments: Vec<Segment>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) marks: Vec<Mark>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) pool: String,
    pub(crate) source_unit: OffsetUnit,
    pub(crate) body_kinds: Vec<Kind>,
    pub(crate) confidence: f32,
}

impl Record {
    pub(crate) fn pooled(&self, range: Span) -> &str {
        if range.is_none() { "" } else { &self.pool[range.range()] }
    }

    /// Adds a string to the pool.
    pub(crate) fn intern(&mut self, text: &str) -> Span {
        let start = self.pool.len();
        self.pool.push_str(text);
        Span::new(start, self.pool.len())
    }

    /// Rebuilds the pool in the order of the records that point into it, so that equal articles have equal records.
    pub(crate) fn order_pool(&mut self) {
        fn take(old: &str, new: &mut String, range: &mut Span) {
            if !range.is_none() {
                let start = new.len();
                new.push_str(&old[range.range()]);
                *range = Span::new(start, new.len());
            }
        }
        let old = std::mem::take(&mut self.pool);
        let mut new = String::with_capacity(old.len());
        for segment in &mut self.segments {
            take(&old, &mut new, &mut segment.code_language);
        }
        for mark in &mut self.marks {
            take(&old, &mut new, &mut mark.target);
            take(&old, &mut new, &mut mark.alt);
        }
        for fact in &mut self.facts {
            take(&old, &mut new, &mut fact.text);
            take(&old, &mut new, &mut fact.value);
        }
        for warning in &mut self.warnings {
            take(&old, &mut new, &mut warning.message);
        }
        self.pool = new;
    }
}

/// An article: what was said, by whom, when, in which sections; and all that stood around it, with reasons.
///
/// It is immutable and can be shared between threads. Offsets are bytes of [`document`](Self::document) unless said.
#[derive(Debug)]
pub struct Article {
    pub(crate) record: Record,
    offsets: OnceLock<OffsetIndex>,
    text_offsets: OnceLock<OffsetIndex>,
    texts: OnceLock<SegmentTexts>,
    outline: OnceLock<Outline>,
    sentences: OnceLock<Vec<Sentence>>,
    words: OnceLock<Vec<Word>>,
}

/// The clean text of every segment: a range of the document where that is clean already, else of `cleaned`.
#[derive(Debug)]
struct SegmentTexts {
    cleaned: String,
    places: Vec<TextPlace>,
}

#[derive(Clone, Copy, Debug)]
enum TextPlace {
    Document(Span),
    Cleaned(Span),
}

/// Article to article, the record is what counts.
impl PartialEq for Article {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record
    }
}

impl Clone for Article {
    fn clone(&self) -> Self {
        Self::new(self.record.clone())
    }
}

impl Article {
    pub(crate) fn new(record: Record) -> Self {
        Self {
            record,
            offsets: OnceLock::new(),
            text_offsets: OnceLock::new(),
            texts: OnceLock::new(),
            outline: OnceLock::new(),
            sentences: OnceLock::new(),
            words: OnceLock::new(),
        }
    }

    // ---- the record

    /// The text that spans index: for text input, the decoded input without its byte order mark.
    pub fn document(&self) -> &str {
        &self.record.document
    }

    /// The segments in pre-order.
    pub fn segments(&self) -> impl ExactSizeIterator<Item = SegmentRef<'_>> + DoubleEndedIterator + Clone {
        (0..self.record.segments.len() as u32).map(|index| SegmentRef { article: self, index })
    }

    /// The segment at an index of [`segments`](Self::segments).
    pub fn segment(&self, index: u32) -> Option<SegmentRef<'_>> {
        ((index as usize) < self.record.segments.len()).then_some(SegmentRef { article: self, index })
    }

    /// The mark at an index of [`marks`](Self::marks).
    pub fn mark(&self, index: u32) -> Option<MarkRef<'_>> {
        ((index as usize) < self.record.marks.len()).then_some(MarkRef { article: self, index })
    }

    /// The fact at an index of [`facts`](Self::facts).
    pub fn fact(&self, index: u32) -> Option<FactRef<'_>> {
        ((index as usize) < self.record.facts.len()).then_some(FactRef { article: self, index })
    }

    /// The warning at an index of [`warnings`](Self::warnings).
    pub fn warning(&self, index: u32) -> Option<WarningRef<'_>> {
        ((index as usize) < self.record.warnings.len()).then_some(WarningRef { article: self, index })
    }

    /// Inline structure, sorted by start.
    pub fn marks(&self) -> impl ExactSizeIterator<Item = MarkRef<'_>> + DoubleEndedIterator + Clone {
        (0..self.record.marks.len() as u32).map(|index| MarkRef { article: self, index })
    }

    /// Every fact with its rivals, sorted by field and rank.
    pub fn facts(&self) -> impl ExactSizeIterator<Item = FactRef<'_>> + DoubleEndedIterator + Clone {
        (0..self.record.facts.len() as u32).map(|index| FactRef { article: self, index })
    }

    /// What the caller may want to know.
    pub fn warnings(&self) -> impl ExactSizeIterator<Item = WarningRef<'_>> + DoubleEndedIterator + Clone {
        (0..self.record.warnings.len() as u32).map(|index| WarningRef { article: self, index })
    }

    /// The raw records, for bindings: an array of fixed-size structs.
    pub fn segment_records(&self) -> &[Segment] {
        &self.record.segments
    }

    /// The reasons that [`Segment::reasons`] points into.
    pub fn reason_records(&self) -> &[Reason] {
        &self.record.reasons
    }

    /// The raw marks, for bindings.
    pub fn mark_records(&self) -> &[Mark] {
        &self.record.marks
    }

    /// The raw facts, for bindings.
    pub fn fact_records(&self) -> &[Fact] {
        &self.record.facts
    }

    /// The raw facts of one field, best first, for bindings.
    pub fn fact_records_of(&self, field: Field) -> &[Fact] {
        let facts = &self.record.facts;
        let start = facts.partition_point(|fact| fact.field < field);
        let end = start + facts[start..].partition_point(|fact| fact.field == field);
        &facts[start..end]
    }

    /// The raw warnings, for bindings.
    pub fn warning_records(&self) -> &[Warning] {
        &self.record.warnings
    }

    /// A string of the pool that a raw record points to; empty for [`Span::NONE`] and for a range that is none of ours.
    pub fn pooled(&self, range: Span) -> &str {
        self.record.pool.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// The unit in which `source` spans count.
    pub fn source_unit(&self) -> OffsetUnit {
        self.record.source_unit
    }

    /// The kinds that the body text is made of.
    pub fn body_kinds(&self) -> &[Kind] {
        &self.record.body_kinds
    }

    /// Estimated probability that the body is right, 0 to 1.
    pub fn confidence(&self) -> f32 {
        self.record.confidence
    }

    /// The converter between bytes, code points and UTF-16 units of the document.
    pub fn offsets(&self) -> Offsets<'_> {
        Offsets::new(&self.record.document, self.offsets.get_or_init(|| OffsetIndex::new(&self.record.document)))
    }

    /// The converter between bytes, code points and UTF-16 units of [`text`](Self::text).
    pub fn text_offsets(&self) -> Offsets<'_> {
        Offsets::new(self.text(), self.text_offsets.get_or_init(|| OffsetIndex::new(self.text())))
    }

    // ---- the body

    /// The body: headings, paragraphs, list items, quotes, code, tables and footnotes, a blank line between two blocks.
    pub fn text(&self) -> &str {
        &self.outline().body.text
    }

    /// Where a range of [`text`](Self::text), in bytes, stands in the document: ranges in order, touching ones joined.
    ///
    /// Blank lines between blocks stand nowhere. Ends beyond the text are taken as its end.
    pub fn locate(&self, range: Range<usize>) -> Vec<Span> {
        self.outline().body.locate(range)
    }

    /// As [`locate`](Self::locate), with the range of the text and the ranges of the document in a unit of the caller's
    /// choice.
    pub fn locate_in(&self, range: Range<usize>, unit: OffsetUnit) -> Vec<Span> {
        locate_in(range, unit, self.text_offsets(), self.offsets(), |range| self.locate(range))
    }

    /// Links of the body, in order: [`MarkRef::text`] says what each is on, [`MarkRef::target`] where it leads. Those of
    /// menus and other boilerplate are among the [`marks`](Self::marks).
    pub fn links(&self) -> impl DoubleEndedIterator<Item = MarkRef<'_>> + Clone {
        self.body_marks(MarkKind::Link)
    }

    /// Images of the body, in order, in a text and between two: [`MarkRef::target`] is the address, [`MarkRef::alt`] the
    /// text. Those of boilerplate are among the [`marks`](Self::marks).
    pub fn images(&self) -> impl DoubleEndedIterator<Item = MarkRef<'_>> + Clone {
        self.body_marks(MarkKind::Image)
    }

    fn body_marks(&self, kind: MarkKind) -> impl DoubleEndedIterator<Item = MarkRef<'_>> + Clone {
        self.marks().filter(move |mark| mark.kind() == kind && self.outline().holds(mark.span()))
    }

    /// Tables of the body, in order; [`SegmentRef::rows`] gives what is in one.
    pub fn tables(&self) -> impl DoubleEndedIterator<Item = SegmentRef<'_>> + Clone {
        self.segments().filter(|segment| segment.kind() == Kind::Table && segment.role() == Role::Body)
    }

    /// Sections in order of the body, pre-order: a heading with what follows, nested by level. What stands before the
    /// first heading is a section without one.
    pub fn sections(&self) -> impl ExactSizeIterator<Item = SectionRef<'_>> + Clone {
        (0..self.outline().sections.len() as u32).map(|index| SectionRef { article: self, index })
    }

    /// The section at an index of [`sections`](Self::sections).
    pub fn section(&self, index: u32) -> Option<SectionRef<'_>> {
        ((index as usize) < self.outline().sections.len()).then_some(SectionRef { article: self, index })
    }

    /// The paragraph at an index of [`paragraphs`](Self::paragraphs).
    pub fn paragraph(&self, index: u32) -> Option<ParagraphRef<'_>> {
        ((index as usize) < self.outline().paragraphs.len()).then_some(ParagraphRef { article: self, index })
    }

    /// The sentence at an index of [`sentences`](Self::sentences).
    pub fn sentence(&self, index: u32) -> Option<SentenceRef<'_>> {
        ((index as usize) < self.sentence_records().len()).then_some(SentenceRef { article: self, index })
    }

    /// The word at an index of [`words`](Self::words).
    pub fn word(&self, index: u32) -> Option<WordRef<'_>> {
        ((index as usize) < self.word_records().len()).then_some(WordRef { article: self, index })
    }

    /// The sections at the top, each with [`SectionRef::sections`] below it.
    pub fn top_sections(&self) -> impl Iterator<Item = SectionRef<'_>> + Clone {
        self.siblings(0, self.outline().sections.len() as u32)
    }

    fn siblings(&self, start: u32, end: u32) -> impl Iterator<Item = SectionRef<'_>> + Clone {
        let next = move |index: u32| (index < end).then_some(index);
        std::iter::successors(next(start), move |&index| next(self.outline().sections[index as usize].end))
            .map(|index| SectionRef { article: self, index })
    }

    /// The paragraphs of the body, those of lists and quotes too.
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = ParagraphRef<'_>> + DoubleEndedIterator + Clone {
        (0..self.outline().paragraphs.len() as u32).map(|index| ParagraphRef { article: self, index })
    }

    /// The sentences of the body, headings included, code and tables not. Computed at the first call.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = SentenceRef<'_>> + DoubleEndedIterator + Clone {
        (0..self.sentence_records().len() as u32).map(|index| SentenceRef { article: self, index })
    }

    /// The words of the body by the rules of Unicode (UAX 29). Computed at the first call.
    pub fn words(&self) -> impl ExactSizeIterator<Item = WordRef<'_>> + DoubleEndedIterator + Clone {
        (0..self.word_records().len() as u32).map(|index| WordRef { article: self, index })
    }

    /// The raw sections, for bindings.
    pub fn section_records(&self) -> &[Section] {
        &self.outline().sections
    }

    /// The raw paragraphs, for bindings.
    pub fn paragraph_records(&self) -> &[Paragraph] {
        &self.outline().paragraphs
    }

    /// The raw sentences, for bindings.
    pub fn sentence_records(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| self.outline().sentences(self.language().unwrap_or_default()))
    }

    /// The raw words, for bindings.
    pub fn word_records(&self) -> &[Word] {
        self.words.get_or_init(|| self.outline().words())
    }

    /// Number of words of the body by the rules of Unicode (UAX 29).
    pub fn word_count(&self) -> usize {
        self.words.get().map_or_else(|| self.outline().word_count(), Vec::len)
    }

    /// Time to read the body, in whole seconds: what the text declares, else computed from the words at 238 a minute
    /// (Brysbaert 2019, silent reading of English non-fiction), or from the characters at 500 a minute where words are
    /// not parted by spaces (Chinese, Japanese, Thai).
    pub fn reading_time(&self) -> u32 {
        let declared = self.value(Field::ReadingTime).and_then(minutes_of_duration).map(|minutes| minutes * 60);
        declared.unwrap_or_else(|| self.outline().reading_time(self.language().unwrap_or_default()))
    }

    pub(crate) fn outline(&self) -> &Outline {
        self.outline.get_or_init(|| Outline::new(&self.record))
    }

    // ---- the resolved view of the facts

    /// The value of the best fact of a field, where its confidence is 0.5 or more.
    pub fn value(&self, field: Field) -> Option<&str> {
        self.facts_of(field).next().filter(|fact| fact.confidence() >= RIGHT).map(|fact| fact.value())
    }

    /// The facts of one field, best first.
    pub fn facts_of(&self, field: Field) -> impl Iterator<Item = FactRef<'_>> + Clone {
        let start = self.record.facts.partition_point(|fact| fact.field < field) as u32;
        let end = start + self.fact_records_of(field).len() as u32;
        (start..end).map(|index| FactRef { article: self, index })
    }

    /// The headline as printed.
    pub fn title(&self) -> Option<&str> {
        self.value(Field::Title)
    }

    /// The authors' names as written: of the facts on names those with a confidence of 0.5 or more, each person once.
    pub fn authors(&self) -> Vec<&str> {
        let mut last = None;
        let likely = self.facts_of(Field::AuthorName).filter(|fact| fact.confidence() >= RIGHT);
        // What is said of one person stands together; what is said of nobody in particular is of another each time.
        let is_other = |fact: &FactRef<'_>| fact.subject() == 0 || last.replace(fact.subject()) != Some(fact.subject());
        likely.filter(is_other).map(|fact| fact.value()).collect()
    }

    /// When it was first published, at the precision of the source.
    pub fn date_published(&self) -> Option<Date> {
        self.value(Field::DatePublished).and_then(Date::parse)
    }

    /// When it was last changed, at the precision of the source.
    pub fn date_modified(&self) -> Option<Date> {
        self.value(Field::DateModified).and_then(Date::parse)
    }

    /// The publication.
    pub fn publisher(&self) -> Option<&str> {
        self.value(Field::Publisher)
    }

    /// Language of the body, BCP 47; none where it is not known.
    pub fn language(&self) -> Option<&str> {
        self.value(Field::Language)
    }

    /// What the page is, such as `article` or `forum`; none where it was not judged.
    pub fn page_type(&self) -> Option<&str> {
        self.value(Field::PageType)
    }

    /// Whether the text is declared free, and how much of the article it is.
    pub fn access(&self) -> Access<'_> {
        Access { article: self }
    }

    // ---- texts of segments

    fn texts(&self) -> &SegmentTexts {
        self.texts.get_or_init(|| {
            let mut clean = CleanText::default();
            let places = self
                .record
                .segments
                .iter()
                .map(|segment| {
                    if segment.kind.is_container() {
                        return TextPlace::Document(Span { start: segment.span.start, end: segment.span.start });
                    }
                    // No run goes on over segments, not even where one touches the next.
                    clean.runs.clear();
                    let text_start = clean.text.len();
                    clean.push(&self.record.document, segment.span, &self.record.marks, white_space_of(segment.kind));
                    let place = match clean.runs[..] {
                        [] => TextPlace::Document(Span { start: segment.span.start, end: segment.span.start }),
                        [run]
                            if run.text.len() == run.document.len() && {
                                clean.text[text_start..] == self.record.document[run.document.range()]
                            } =>
                        {
                            TextPlace::Document(run.document)
                        }
                        _ => return TextPlace::Cleaned(Span::new(text_start, clean.text.len())),
                    };
                    // Clean already: the document serves, and nothing is kept twice.
                    clean.text.truncate(text_start);
                    place
                })
                .collect();
            SegmentTexts { cleaned: clean.text, places }
        })
    }
}

/// Locates a range of a text, given and answered in `unit`, by a function that does so in bytes.
fn locate_in(
    range: Range<usize>,
    unit: OffsetUnit,
    text: Offsets<'_>,
    document: Offsets<'_>,
    locate: impl Fn(Range<usize>) -> Vec<Span>,
) -> Vec<Span> {
    let byte = |offset| text.convert(offset, unit, OffsetUnit::Byte);
    let place = |offset: u32| document.convert(offset as usize, OffsetUnit::Byte, unit);
    let spans = locate(byte(range.start)..byte(range.end));
    spans.into_iter().map(|span| Span::new(place(span.start), place(span.end))).collect()
}

/// Whole minutes of an ISO 8601 duration such as `PT3M` or `PT1H20M`.
fn minutes_of_duration(value: &str) -> Option<u32> {
    let (mut minutes, mut number) = (0_u32, 0_u32);
    for c in value.strip_prefix("PT")?.chars() {
        match c {
            '0'..='9' => number = number.checked_mul(10)?.checked_add(c as u32 - '0' as u32)?,
            'H' => minutes = minutes.checked_add(std::mem::take(&mut number).checked_mul(60)?)?,
            'M' => minutes = minutes.checked_add(std::mem::take(&mut number))?,
            _ => return None,
        }
    }
    minutes.checked_mul(60).map(|_| minutes)
}

pub(crate) fn white_space_of(kind: Kind) -> WhiteSpace {
    if kind == Kind::Code { WhiteSpace::Keep } else { WhiteSpace::Fold }
}

/// A segment of an article.
#[derive(Clone, Copy, Debug)]
pub struct SegmentRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> SegmentRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Segment {
        &self.article.record.segments[self.index as usize]
    }

    /// Its index in pre-order.
    pub fn index(&self) -> u32 {
        self.index
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.record().kind
    }

    /// What it is to the article.
    pub fn role(&self) -> Role {
        self.record().role
    }

    /// Level of a heading, 2 to 6; 0 on all else.
    pub fn level(&self) -> u32 {
        self.record().level
    }

    /// Where it stands in the document, in bytes.
    pub fn span(&self) -> Span {
        self.record().span
    }

    /// Where it came from in the caller's input, in the article's source unit.
    pub fn source(&self) -> Span {
        self.record().source
    }

    /// Estimated probability that role and kind are right, 0 to 1.
    pub fn confidence(&self) -> f32 {
        self.record().confidence
    }

    /// Why it is taken for what it is, the strongest evidence first.
    pub fn reasons(&self) -> &'a [Reason] {
        &self.article.record.reasons[self.record().reasons.range()]
    }

    /// The strongest evidence as a sentence for people.
    pub fn reason(&self) -> &'static str {
        self.reasons().first().map_or("No rule decided.", |reason| Evidence::description(reason.evidence))
    }

    /// Clean text: unwrapped, white space folded, layout taken off. Empty for a container, whose text is in its leaves.
    pub fn text(&self) -> &'a str {
        let texts = self.article.texts();
        match texts.places[self.index as usize] {
            TextPlace::Document(span) => &self.article.record.document[span.range()],
            TextPlace::Cleaned(span) => &texts.cleaned[span.range()],
        }
    }

    /// Where a range of [`text`](Self::text), in bytes, stands in the document.
    pub fn locate(&self, range: Range<usize>) -> Vec<Span> {
        let mut clean = CleanText::default();
        if !self.kind().is_container() {
            let record = &self.article.record;
            clean.push(&record.document, self.span(), &record.marks, white_space_of(self.kind()));
        }
        clean.locate(range)
    }

    /// As [`locate`](Self::locate), with the range of the text and the ranges of the document in a unit of the caller's
    /// choice. Takes time in the length of the text.
    pub fn locate_in(&self, range: Range<usize>, unit: OffsetUnit) -> Vec<Span> {
        let index = OffsetIndex::new(self.text());
        let text = Offsets::new(self.text(), &index);
        locate_in(range, unit, text, self.article.offsets(), |range| self.locate(range))
    }

    /// The texts of the cells of a table, row by row; the segments of a cell are parted by a space. Nothing for a segment
    /// of another kind.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let cell = |cell: SegmentRef<'_>| {
            let texts: Vec<_> = cell.leaves().map(|leaf| leaf.text()).filter(|text| !text.is_empty()).collect();
            texts.join(" ")
        };
        let rows = self.children().filter(|child| self.kind() == Kind::Table && child.kind() == Kind::TableRow);
        rows.map(|row| row.children().map(cell).collect()).collect()
    }

    /// The leaves inside it, at any depth; itself if it is one.
    pub fn leaves(&self) -> impl Iterator<Item = SegmentRef<'a>> + Clone + use<'a> {
        let article = self.article;
        let segments = (self.index..self.record().end).map(move |index| SegmentRef { article, index });
        segments.filter(|segment| !segment.kind().is_container())
    }

    /// The segments directly inside it.
    pub fn children(&self) -> impl Iterator<Item = SegmentRef<'a>> + Clone + use<'a> {
        let (article, end) = (self.article, self.record().end);
        let next = move |index: u32| (index < end).then_some(index);
        std::iter::successors(next(self.index + 1), move |&index| next(article.record.segments[index as usize].end))
            .map(move |index| SegmentRef { article, index })
    }

    /// The segment that this one goes on with after an interruption.
    pub fn continues(&self) -> Option<SegmentRef<'a>> {
        let index = self.record().continues;
        (index != NO_INDEX).then_some(SegmentRef { article: self.article, index })
    }

    /// Whether it is a list whose items are numbered.
    pub fn is_ordered(&self) -> bool {
        self.record().flags & Segment::ORDERED != 0
    }

    /// Whether it is a table cell that heads its row or column.
    pub fn is_header(&self) -> bool {
        self.record().flags & Segment::HEADER != 0
    }

    /// Language of code, as written where it was declared.
    pub fn code_language(&self) -> Option<&'a str> {
        let language = self.record().code_language;
        (!language.is_none()).then(|| self.article.pooled(language))
    }
}

/// Inline structure of an article.
#[derive(Clone, Copy, Debug)]
pub struct MarkRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> MarkRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Mark {
        &self.article.record.marks[self.index as usize]
    }

    /// Its index in [`Article::marks`].
    pub fn index(&self) -> u32 {
        self.index
    }

    /// What it is.
    pub fn kind(&self) -> MarkKind {
        self.record().kind
    }

    /// Which characters of the document it covers, in bytes.
    pub fn span(&self) -> Span {
        self.record().span
    }

    /// Where it came from in the caller's input, in the article's source unit.
    pub fn source(&self) -> Span {
        self.record().source
    }

    /// The characters that it covers, white space folded; empty for an image, and for a link around an image alone.
    pub fn text(&self) -> Cow<'a, str> {
        folded(&self.article.record.document[self.span().range()])
    }

    /// Address of a link or image: absolute where the address of the page is known, by [`Reader::url`](crate::Reader::url)
    /// or by the page itself, else as written.
    pub fn target(&self) -> Option<&'a str> {
        (!self.record().target.is_none()).then(|| self.article.pooled(self.record().target))
    }

    /// Alternative text of an image, or of the image that a link is around.
    pub fn alt(&self) -> Option<&'a str> {
        (!self.record().alt.is_none()).then(|| self.article.pooled(self.record().alt))
    }
}

/// A fact about an article.
#[derive(Clone, Copy, Debug)]
pub struct FactRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> FactRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Fact {
        &self.article.record.facts[self.index as usize]
    }

    /// Its index in [`Article::facts`].
    pub fn index(&self) -> u32 {
        self.index
    }

    /// What it is about.
    pub fn field(&self) -> Field {
        self.record().field
    }

    /// Facts with one subject describe one thing.
    pub fn subject(&self) -> u32 {
        self.record().subject
    }

    /// As written.
    pub fn text(&self) -> &'a str {
        self.article.pooled(self.record().text)
    }

    /// Normalised.
    pub fn value(&self) -> &'a str {
        self.article.pooled(self.record().value)
    }

    /// Where it stands in the document, in bytes.
    pub fn span(&self) -> Option<Span> {
        (!self.record().span.is_none()).then_some(self.record().span)
    }

    /// Where it stands in the caller's input, in the article's source unit.
    pub fn source(&self) -> Option<Span> {
        (!self.record().source.is_none()).then_some(self.record().source)
    }

    /// Where it was found.
    pub fn origin(&self) -> Origin {
        self.record().origin
    }

    /// Estimated probability that it is right, 0 to 1.
    pub fn confidence(&self) -> f32 {
        self.record().confidence
    }
}

/// A warning about an article.
#[derive(Clone, Copy, Debug)]
pub struct WarningRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> WarningRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Warning {
        &self.article.record.warnings[self.index as usize]
    }

    /// Its index in [`Article::warnings`].
    pub fn index(&self) -> u32 {
        self.index
    }

    /// What it warns of.
    pub fn kind(&self) -> WarningKind {
        self.record().kind
    }

    /// Where in the document, in bytes.
    pub fn span(&self) -> Option<Span> {
        (!self.record().span.is_none()).then_some(self.record().span)
    }

    /// What was wrong.
    pub fn message(&self) -> &'a str {
        self.article.pooled(self.record().message)
    }
}

/// Whether a text is declared free, and how much of the article it is: two axes that are kept apart.
#[derive(Clone, Copy, Debug)]
pub struct Access<'a> {
    article: &'a Article,
}

impl<'a> Access<'a> {
    /// What the publisher declares, in markup or in words such as `This article is for subscribers only`; none where nothing
    /// is declared. A wall or an offer alone declares nothing, and declarations are often wrong.
    pub fn is_accessible_for_free(&self) -> Option<bool> {
        self.article.value(Field::IsAccessibleForFree).and_then(|value| value.parse().ok())
    }

    /// How much of the article this text is.
    pub fn status(&self) -> AccessStatus {
        self.article.value(Field::AccessStatus).and_then(|name| name.parse().ok()).unwrap_or(AccessStatus::Unknown)
    }

    /// The facts that say so, the best of each axis first, with the places of the notice, of the wall and of the word at which
    /// the text breaks off.
    pub fn evidence(&self) -> impl Iterator<Item = FactRef<'a>> + Clone {
        let article = self.article;
        article.facts_of(Field::IsAccessibleForFree).chain(article.facts_of(Field::AccessStatus))
    }
}

/// A section of the body: a heading with what follows.
#[derive(Clone, Copy, Debug)]
pub struct SectionRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> SectionRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Section {
        &self.article.outline().sections[self.index as usize]
    }

    /// Its index in [`Article::sections`].
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its heading; none for what stands before the first one.
    pub fn heading(&self) -> Option<SegmentRef<'a>> {
        let index = self.record().heading;
        (index != NO_INDEX).then_some(SegmentRef { article: self.article, index })
    }

    /// Level of its heading, 2 to 6; 0 without one.
    pub fn level(&self) -> u32 {
        self.record().level
    }

    /// Its own paragraphs, without those of the sections inside it.
    pub fn paragraphs(
        &self,
    ) -> impl ExactSizeIterator<Item = ParagraphRef<'a>> + DoubleEndedIterator + Clone + use<'a> {
        let article = self.article;
        let Span { start, end } = self.record().paragraphs;
        (start..end).map(move |index| ParagraphRef { article, index })
    }

    /// Its own segments of the body, heading included, without those of the sections inside it.
    pub fn segments(&self) -> impl Iterator<Item = SegmentRef<'a>> + Clone + use<'a> {
        let article = self.article;
        let Span { start, end } = self.record().segments;
        (start..end).map(move |index| SegmentRef { article, index }).filter(|segment| segment.role() == Role::Body)
    }

    /// The sections directly inside it.
    pub fn sections(&self) -> impl Iterator<Item = SectionRef<'a>> + Clone + use<'a> {
        self.article.siblings(self.index + 1, self.record().end)
    }
}

/// A paragraph of the body.
#[derive(Clone, Copy, Debug)]
pub struct ParagraphRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> ParagraphRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Paragraph {
        &self.article.outline().paragraphs[self.index as usize]
    }

    /// Its index in [`Article::paragraphs`].
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its clean text, a part of [`Article::text`]; one that was interrupted is whole here.
    pub fn text(&self) -> &'a str {
        &self.article.text()[self.record().text.range()]
    }

    /// Where it stands in the document, from its first character to its last, in bytes.
    pub fn span(&self) -> Span {
        self.record().span
    }

    /// Its sentences.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = SentenceRef<'a>> + DoubleEndedIterator + Clone + use<'a> {
        let (article, text) = (self.article, self.record().text);
        let all = article.sentence_records();
        let start = all.partition_point(|sentence| sentence.text.start < text.start);
        let end = start + all[start..].partition_point(|sentence| sentence.text.start < text.end);
        (start as u32..end as u32).map(move |index| SentenceRef { article, index })
    }
}

/// A sentence of the body.
#[derive(Clone, Copy, Debug)]
pub struct SentenceRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> SentenceRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Sentence {
        &self.article.sentence_records()[self.index as usize]
    }

    /// Its index in [`Article::sentences`].
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its clean text, a part of [`Article::text`].
    pub fn text(&self) -> &'a str {
        &self.article.text()[self.record().text.range()]
    }

    /// Where it stands in the document, from its first character to its last, in bytes.
    pub fn span(&self) -> Span {
        self.record().span
    }
}

/// A word of the body.
#[derive(Clone, Copy, Debug)]
pub struct WordRef<'a> {
    article: &'a Article,
    index: u32,
}

impl<'a> WordRef<'a> {
    /// The raw record.
    pub fn record(&self) -> &'a Word {
        &self.article.word_records()[self.index as usize]
    }

    /// Its index in [`Article::words`].
    pub fn index(&self) -> u32 {
        self.index
    }

    /// The word, a part of [`Article::text`].
    pub fn text(&self) -> &'a str {
        &self.article.text()[self.record().text.range()]
    }

    /// Where it stands in the document, from its first character to its last, in bytes.
    pub fn span(&self) -> Span {
        self.record().span
    }
}
