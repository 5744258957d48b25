//! From labelled units to the record: containers around leaves, layout in the gaps, facts, and the way to the source.

use std::collections::HashSet;

use crate::address::Base;
use crate::article::{Article, Record};
use crate::facts::{self, Found};
use crate::input::mojibake::Mojibake;
use crate::input::{Container, ContainerKind, Input, Marker, Shape};
use crate::label::{Labelled, Unit};
use crate::model::{
    Evidence, Fact, Field, Kind, Mark, MarkKind, NO_INDEX, Origin, Reason, Role, Segment, Span, Warning, WarningKind,
};
use crate::offsets::{OffsetIndex, OffsetUnit, Offsets};
use crate::options::Reader;

pub(crate) struct Assembly {
    record: Record,
}

impl Assembly {
    pub(crate) fn new(document: String, labelled: Labelled, reader: &Reader) -> Self {
        let Labelled { units, cells, is_inline, marks, containers, pool, confidence, page_type } = labelled;
        // Room for all at once, as what grows is there twice for a while.
        let record = Record {
            segments: Vec::with_capacity(units.len() + units.len() / 8 + containers.len()),
            reasons: Vec::with_capacity(units.len() * 2 + containers.len()),
            marks,
            facts: Vec::new(),
            warnings: Vec::new(),
            pool,
            source_unit: OffsetUnit::Byte,
            body_kinds: reader.body_kinds.clone(),
            confidence,
            document,
        };
        let containers = Containers { all: containers, open: Vec::new(), reached: 0 };
        let mut tree = Tree {
            record,
            open: Vec::new(),
            containers,
            is_inline,
            markers: Vec::new(),
            cursor: 0,
            last_paragraph: None,
        };
        tree.build(&units, &cells);
        tree.record.marks.append(&mut tree.markers);
        // To sort takes room, and those of a page are in order.
        if !tree.record.marks.is_sorted_by_key(|mark| mark.span.start) {
            tree.record.marks.sort_by_key(|mark| mark.span.start);
        }
        let mut assembly = Self { record: tree.record };
        assembly.add(page_type.map(Found::page_type).into_iter().collect());
        assembly
    }

    /// Makes the addresses of an input of `length` bytes absolute.
    pub(crate) fn resolve(&mut self, base: &Base, length: usize) {
        // What a long base brings to each of many short addresses must not outgrow the input by much, nor the pool.
        let mut left = (4 * length).min((u32::MAX as usize / 2).saturating_sub(self.record.pool.len()));
        for at in 0..self.record.marks.len() {
            let target = self.record.marks[at].target;
            if target.is_none() {
                continue;
            }
            let address = base.resolve(self.record.pooled(target));
            let Some(rest) = left.checked_sub(address.len()) else { return };
            left = rest;
            self.record.marks[at].target = self.record.intern(&address);
        }
    }

    /// Reads the facts off the segments; those that are given stand above them, and beside given names there are no others.
    pub(crate) fn facts(&mut self, context: &facts::Context<'_>, given: Vec<Found>) {
        let (mut found, contradictions) = facts::collect(&self.record, context);
        let fields: HashSet<Field> = given.iter().map(|fact| fact.field).collect();
        let values: HashSet<(Field, &str)> = given.iter().map(|fact| (fact.field, fact.value.as_str())).collect();
        let alone =
            [Field::AuthorName, Field::Keywords, Field::Publisher, Field::CopyrightHolder, Field::CopyrightYear];
        found.retain(|fact| {
            let again = values.contains(&(fact.field, fact.value.as_str()));
            !fields.contains(&fact.field) || !alone.contains(&fact.field) && !again
        });
        self.add(given);
        self.add(found);
        contradictions.into_iter().for_each(|(span, message)| self.warn(WarningKind::Contradiction, span, &message));
        if context.structured.is_limited {
            self.warn(WarningKind::Limit, Span::NONE, "the page says more of itself for programs than is read");
        }
    }

    pub(crate) fn warn(&mut self, kind: WarningKind, span: Span, message: &str) {
        let message = self.record.intern(message);
        self.record.warnings.push(Warning { kind, span, message, reserved: [0; 2] });
    }

    fn add(&mut self, found: Vec<Found>) {
        for Found { field, subject, text, value, span, source, origin, confidence, .. } in found {
            let (text, value) = (self.record.intern(&text), self.record.intern(&value));
            let fact = Fact { field, subject, text, value, span, source, origin, confidence, reserved: [0; 2] };
            self.record.facts.push(fact);
        }
    }

    /// What was found out about the input itself.
    pub(crate) fn input(&mut self, encoding: &str, replaced: Option<(Option<usize>, usize)>, bytes: bool) {
        if bytes {
            let encoding = Found::with_value(Field::Encoding, encoding, encoding.to_lowercase(), Span::NONE, 1.0);
            self.add(vec![Found { origin: Origin::Input, ..encoding }]);
        }
        if let Some((at, count)) = replaced {
            let message = format!("{count} byte sequences are not {encoding} and were replaced by U+FFFD");
            let width = char::REPLACEMENT_CHARACTER.len_utf8();
            let span = at.map_or(Span::NONE, |at| Span::new(at, at + width));
            self.warn(WarningKind::EncodingReplaced, span, &message);
        }
    }

    /// What was decoded in the wrong way before it came here.
    pub(crate) fn mojibake(&mut self, found: Option<Mojibake>) {
        let Some(Mojibake { first, count, encoding }) = found else { return };
        let message = format!("{count} characters look like UTF-8 that was read as {encoding}");
        self.warn(WarningKind::Mojibake, first, &message);
    }

    /// Finds where everything came from in what the caller gave, of which the input begins at `start`; `place` gives the
    /// range of the input, in bytes, that a range of the document came from.
    pub(crate) fn source(&mut self, place: &dyn Fn(Span) -> Span, input: Input<'_>, unit: OffsetUnit, start: u32) {
        let index;
        let to_unit: Box<dyn Fn(u32) -> u32> = match input {
            Input::Text(text) if unit != OffsetUnit::Byte => {
                self.record.source_unit = unit;
                index = OffsetIndex::new(text);
                let offsets = Offsets::new(text, &index);
                Box::new(move |byte| start + offsets.convert(byte as usize, OffsetUnit::Byte, unit) as u32)
            }
            _ => Box::new(move |byte| start + byte),
        };
        let source = |span: Span| {
            if span.is_none() {
                return Span::NONE;
            }
            let Span { start, end } = place(span);
            Span { start: to_unit(start), end: to_unit(end) }
        };
        self.record.segments.iter_mut().for_each(|segment| segment.source = source(segment.span));
        self.record.marks.iter_mut().for_each(|mark| {
            mark.source = if mark.span.is_empty() {
                // No character of the document came from the tag of a picture, whose place the mark has brought.
                Span { start: to_unit(mark.source.start), end: to_unit(mark.source.end) }
            } else {
                source(mark.span)
            };
        });
        self.record.facts.iter_mut().for_each(|fact| {
            if !fact.span.is_none() {
                fact.source = source(fact.span);
            } else if !fact.source.is_none() {
                // It is in no text that is shown, and has brought its place.
                fact.source = Span { start: to_unit(fact.source.start), end: to_unit(fact.source.end) };
            }
        });
        self.picture_sources();
    }

    /// A picture came from its tag; what begins or ends with one, begins or ends there.
    fn picture_sources(&mut self) {
        let Record { segments, marks, .. } = &mut self.record;
        let mut open: Vec<usize> = Vec::new();
        for at in 0..segments.len() {
            while open.pop_if(|&mut around| segments[around].end as usize <= at).is_some() {}
            let Segment { kind, span, .. } = segments[at];
            if kind.is_container() {
                open.push(at);
            }
            if kind != Kind::Image {
                continue;
            }
            let first = marks.partition_point(|mark| mark.span.start < span.start);
            let mark =
                marks[first..].iter().take_while(|mark| mark.span == span).find(|mark| mark.kind == MarkKind::Image);
            let Some(source) = mark.map(|mark| mark.source) else { continue };
            segments[at].source = source;
            for &around in &open {
                let Segment { span: outer, source: whole, .. } = &mut segments[around];
                if outer.start == span.start {
                    whole.start = source.start;
                }
                if outer.end == span.end {
                    whole.end = source.end;
                }
                // What was streamed or moved out of a table came from elsewhere.
                whole.end = whole.end.max(whole.start);
            }
        }
    }

    pub(crate) fn finish(mut self) -> Article {
        self.record.facts.sort_by_key(|fact| fact.field);
        self.record.order_pool();
        Article::new(self.record)
    }
}

/// Builds the tree of segments in pre-order.
struct Tree {
    record: Record,
    /// Indices of the containers that are open.
    open: Vec<usize>,
    containers: Containers,
    is_inline: bool,
    /// The marks of list markers, which join the others at the end.
    markers: Vec<Mark>,
    /// Offset up to which every visible character is in a leaf.
    cursor: usize,
    /// The last paragraph of the body, and whether something else of the page stands behind it.
    last_paragraph: Option<(usize, bool)>,
}

/// The containers that the markup of a page makes.
struct Containers {
    all: Vec<Container>,
    /// Those that are open, from the outermost on.
    open: Vec<u32>,
    /// Index behind the last one that has been opened.
    reached: u32,
}

impl Tree {
    fn build(&mut self, units: &[Unit], cells: &[Span]) {
        let mut at = 0;
        while let Some(unit) = units.get(at) {
            let marked_up = !self.containers.all.is_empty();
            if marked_up {
                self.contain(unit);
            }
            let quoted = unit.quote > 0 && unit.role == Role::Body;
            let in_quote = self.open.iter().any(|&i| self.record.segments[i].kind == Kind::BlockQuote);
            if marked_up {
                // What quotes is a container there.
            } else if quoted && !in_quote {
                self.enter(Kind::BlockQuote, unit, Evidence::QuoteMarker);
            } else if !quoted && in_quote {
                self.leave();
            }
            at += match unit.kind {
                Kind::ListItem | Kind::TableCell if unit.container != NO_INDEX => {
                    self.leaf(unit, Kind::Paragraph, unit.span);
                    1
                }
                Kind::ListItem => {
                    let goes_on = |next: &&Unit| {
                        next.kind == Kind::ListItem
                            && next.role == unit.role
                            && next.quote == unit.quote
                            && same_marker(unit.shape, next.shape)
                    };
                    let count = units[at..].iter().take_while(goes_on).count();
                    self.list(&units[at..at + count]);
                    count
                }
                Kind::TableRow => {
                    // The rules between rows are layout, in whatever role the rows are.
                    let is_rule = |next: &Unit| matches!(next.shape, Shape::Rule) && next.kind == Kind::Layout;
                    let is_row = |next: &Unit| next.kind == Kind::TableRow && next.role == unit.role;
                    let goes_on =
                        |next: &&Unit| next.quote == unit.quote && !next.after_blank && (is_row(next) || is_rule(next));
                    let count = 1 + units[at + 1..].iter().take_while(goes_on).count();
                    self.table(&units[at..at + count], cells);
                    count
                }
                _ => {
                    self.leaf(unit, unit.kind, unit.span);
                    1
                }
            };
        }
        while let (Some(unit), false) = (units.last(), self.containers.open.is_empty()) {
            self.leave_container(unit);
        }
        while !self.open.is_empty() {
            self.leave();
        }
        self.fill_gap(self.record.document.len());
    }

    /// Opens and closes containers until those around a unit are open.
    fn contain(&mut self, unit: &Unit) {
        let mut path = Vec::new();
        let mut at = unit.container;
        while let Some(container) = self.containers.all.get(at as usize) {
            path.push(at);
            at = container.parent;
        }
        path.reverse();
        let common = self.containers.open.iter().zip(&path).take_while(|(a, b)| a == b).count();
        while self.containers.open.len() > common {
            self.leave_container(unit);
        }
        for &index in &path[common..] {
            self.empty_cells(index, unit);
            self.enter_container(index, unit, unit.span.start as usize);
        }
    }

    /// Opens a container of the markup at an offset of the document.
    fn enter_container(&mut self, index: u32, unit: &Unit, start: usize) {
        let kind = self.containers.all[index as usize].kind;
        let segment = self.enter_at(kind_of(kind), unit, Evidence::Markup, start);
        let segment = &mut self.record.segments[segment];
        match kind {
            ContainerKind::List { ordered, start } => {
                segment.flags |= if ordered { Segment::ORDERED } else { 0 };
                segment.list_start = start;
            }
            ContainerKind::TableCell { header, columns, rows } => {
                segment.flags |= if header { Segment::HEADER } else { 0 };
                (segment.column_span, segment.row_span) = (columns, rows);
            }
            _ => {}
        }
        self.containers.open.push(index);
        self.containers.reached = index + 1;
    }

    /// Closes the innermost container, with `unit` behind it.
    fn leave_container(&mut self, unit: &Unit) {
        self.empty_cells(self.containers.all.len() as u32, unit);
        self.containers.open.pop();
        self.leave();
    }

    /// The cells of the innermost row, up to a container, that nothing stands in: they hold their columns all the same.
    fn empty_cells(&mut self, before: u32, unit: &Unit) {
        let Some(&row) = self.containers.open.last() else { return };
        if self.containers.all[row as usize].kind != ContainerKind::TableRow {
            return;
        }
        for index in self.containers.reached..before {
            match self.containers.all[index as usize] {
                Container { kind: ContainerKind::TableCell { .. }, parent } if parent == row => {
                    self.enter_container(index, unit, self.cursor);
                    self.containers.open.pop();
                    self.leave();
                }
                // The next row.
                Container { kind: ContainerKind::TableRow, .. } => return,
                _ => {}
            }
        }
    }

    fn list(&mut self, items: &[Unit]) {
        let list = self.enter(Kind::List, &items[0], Evidence::ListMarker);
        if let Shape::Item { marker: Marker::Number, number, .. } = items[0].shape {
            self.record.segments[list].flags |= Segment::ORDERED;
            self.record.segments[list].list_start = number;
        }
        for item in items {
            self.enter(Kind::ListItem, item, Evidence::ListMarker);
            self.leaf(item, Kind::Paragraph, item.span);
            self.leave();
        }
        self.leave();
    }

    fn table(&mut self, rows: &[Unit], cells: &[Span]) {
        self.enter(Kind::Table, &rows[0], Evidence::Columns);
        for (i, row) in rows.iter().enumerate() {
            let Shape::Row { cells: range } = row.shape else { continue };
            self.enter(Kind::TableRow, row, Evidence::Columns);
            // A rule below the first row makes it a row of headers.
            let header = i == 0 && rows.get(1).is_some_and(|next| matches!(next.shape, Shape::Rule));
            for &cell in &cells[range.range()] {
                // What parts two cells lies in neither.
                self.fill_gap(cell.start as usize);
                let index = self.enter(Kind::TableCell, row, Evidence::Columns);
                let segment = &mut self.record.segments[index];
                (segment.column_span, segment.row_span) = (1, 1);
                segment.flags |= if header { Segment::HEADER } else { 0 };
                segment.span = cell;
                if !cell.is_empty() {
                    self.leaf(row, Kind::Paragraph, cell);
                }
                self.leave();
            }
            self.fill_gap(row.span.end as usize);
            self.leave();
        }
        self.leave();
    }

    /// Opens a container where a unit begins; its span is that of its leaves.
    fn enter(&mut self, kind: Kind, unit: &Unit, evidence: Evidence) -> usize {
        self.enter_at(kind, unit, evidence, unit.span.start as usize)
    }

    fn enter_at(&mut self, kind: Kind, unit: &Unit, evidence: Evidence, start: usize) -> usize {
        self.fill_gap(start);
        let index = self.push(kind, unit, Span::new(start, start));
        let reasons = self.record.reasons.len();
        self.record.reasons.push(Reason { evidence, weight: 1.0 });
        self.record.segments[index].reasons = Span::new(reasons, reasons + 1);
        self.open.push(index);
        index
    }

    fn leave(&mut self) {
        let Some(index) = self.open.pop() else { return };
        let end = self.record.segments.len();
        let (mut child, mut reached, mut body) = (index + 1, 0, false);
        while let Some(segment) = self.record.segments.get(child) {
            reached = segment.span.end.max(reached);
            body |= segment.role == Role::Body;
            child = segment.end as usize;
        }
        let segment = &mut self.record.segments[index];
        // A container of which a part is of the body is of the body.
        segment.role = if body { Role::Body } else { segment.role };
        segment.end = end as u32;
        segment.span.end = segment.span.end.max(reached);
    }

    fn leaf(&mut self, unit: &Unit, kind: Kind, mut span: Span) {
        // Only of code the indentation of the first line is a part.
        if kind != Kind::Code {
            let text = &self.record.document[span.range()];
            span.start += text.find(is_visible).unwrap_or_default() as u32;
        }
        self.marker(unit, span);
        // A cell holds its syntax, and what is set across two is in neither.
        if self.is_inline && unit.kind != Kind::TableRow {
            span = self.with_syntax(span);
        }
        self.fill_gap(span.start as usize);
        let index = self.push(kind, unit, span);
        let first = self.record.reasons.len();
        self.record.reasons.extend(unit.reasons.iter());
        self.record.segments[index].reasons = Span::new(first, self.record.reasons.len());
        self.record.segments[index].level = if kind == Kind::Heading { unit.level } else { 0 };
        self.record.segments[index].code_language = unit.code_language;
        self.cursor = span.end as usize;
        self.go_on(index, unit.goes_on);
    }

    /// The marker of an item is layout, in lists and in menus; a dash that opens speech and the number of a heading are not.
    fn marker(&mut self, unit: &Unit, span: Span) {
        let Shape::Item { marker, width, .. } = unit.shape else { return };
        let listed = unit.kind == Kind::ListItem;
        let in_menu = unit.role == Role::Boilerplate && marker != Marker::Number;
        let stands = !self.record.document[span.range()].starts_with(char::is_alphanumeric);
        if width > 0 && span.start == unit.span.start && (listed || in_menu && stands) {
            // It goes with the white space behind it, so that it leaves no blank.
            self.markers.push(Mark::layout(Span { start: span.start, end: span.start + width }));
        }
    }

    /// A range with the layout that touches it: syntax lies in what it sets.
    fn with_syntax(&self, mut span: Span) -> Span {
        let marks = &self.record.marks;
        let is_layout = |mark: &&Mark| mark.kind == MarkKind::Layout;
        let is_gap = |text: &str| text.bytes().all(|byte| byte == b' ');
        let behind = marks.partition_point(|mark| mark.span.start < span.end);
        for mark in marks[behind..].iter().filter(is_layout) {
            if !self.record.document[span.end as usize..]
                .get(..mark.span.start.saturating_sub(span.end) as usize)
                .is_some_and(is_gap)
            {
                break;
            }
            span.end = span.end.max(mark.span.end);
        }
        let before = marks.partition_point(|mark| mark.span.start < span.start);
        // What covers the text begins before it as well.
        let near = marks[..before].iter().rev().take(16).filter(is_layout);
        for mark in near.take_while(|mark| mark.span.start as usize >= self.cursor) {
            if mark.span.end < span.start && !is_gap(&self.record.document[mark.span.end as usize..span.start as usize])
            {
                break;
            }
            span.start = span.start.min(mark.span.start);
        }
        span
    }

    /// A paragraph that breaks off, something of the page, and a small letter: the paragraph goes on. So it does where the
    /// layout says so.
    fn go_on(&mut self, index: usize, goes_on: bool) {
        let segment = &self.record.segments[index];
        if segment.kind == Kind::Image && segment.role != Role::Body {
            return;
        }
        let text = |segment: &Segment| &self.record.document[segment.span.range()];
        if segment.role != Role::Body {
            if let Some((_, interrupted)) = &mut self.last_paragraph {
                *interrupted = true;
            }
            return;
        }
        if segment.kind != Kind::Paragraph || !self.open.is_empty() {
            self.last_paragraph = None;
            return;
        }
        let begins_small = text(segment).starts_with(char::is_lowercase);
        if let Some((before, interrupted)) = self.last_paragraph {
            let broken = text(&self.record.segments[before]).ends_with(|c: char| c.is_alphanumeric() || c == ',');
            if goes_on || interrupted && begins_small && broken {
                self.record.segments[index].continues = before as u32;
            }
        }
        self.last_paragraph = Some((index, false));
    }

    /// What is visible between two leaves and belongs to none is layout.
    fn fill_gap(&mut self, end: usize) {
        let Some(gap) = self.record.document.get(self.cursor..end) else { return };
        self.cursor = end;
        // Most gaps are a line end or two.
        if gap.bytes().all(|byte| byte <= b' ') {
            return;
        }
        let visible = gap.trim_matches(|c: char| !is_visible(c));
        if visible.is_empty() {
            return;
        }
        let start = visible.as_ptr() as usize - self.record.document.as_ptr() as usize;
        let span = Span::new(start, start + visible.len());
        let reasons = self.record.reasons.len();
        self.record.reasons.push(Reason { evidence: Evidence::SymbolsOnly, weight: 4.0 });
        let mut segment = blank_segment(Kind::Layout, Role::Furniture, span);
        segment.reasons = Span::new(reasons, reasons + 1);
        segment.confidence = 0.95;
        segment.end = self.record.segments.len() as u32 + 1;
        self.record.segments.push(segment);
    }

    fn push(&mut self, kind: Kind, unit: &Unit, span: Span) -> usize {
        let index = self.record.segments.len();
        let mut segment = blank_segment(kind, unit.role, span);
        segment.end = index as u32 + 1;
        segment.confidence = unit.confidence;
        self.record.segments.push(segment);
        index
    }
}

fn blank_segment(kind: Kind, role: Role, span: Span) -> Segment {
    Segment {
        kind,
        role,
        level: 0,
        end: 0,
        span,
        source: Span { start: 0, end: 0 },
        continues: NO_INDEX,
        confidence: 0.5,
        reasons: Span { start: 0, end: 0 },
        flags: 0,
        list_start: 0,
        column_span: 0,
        row_span: 0,
        code_language: Span::NONE,
        reserved: [0; 2],
    }
}

fn kind_of(container: ContainerKind) -> Kind {
    match container {
        ContainerKind::List { .. } => Kind::List,
        ContainerKind::ListItem => Kind::ListItem,
        ContainerKind::BlockQuote => Kind::BlockQuote,
        ContainerKind::Figure => Kind::Figure,
        ContainerKind::Table => Kind::Table,
        ContainerKind::TableRow => Kind::TableRow,
        ContainerKind::TableCell { .. } => Kind::TableCell,
    }
}

fn same_marker(a: Shape, b: Shape) -> bool {
    match (a, b) {
        (Shape::Item { marker: a, .. }, Shape::Item { marker: b, .. }) => a == b,
        _ => false,
    }
}

/// Whether a reader sees it: no White_Space, no Default_Ignorable_Code_Point (Unicode 16, DerivedCoreProperties), no
/// control.
pub(crate) fn is_visible(c: char) -> bool {
    if c.is_ascii() {
        return c > ' ' && c != '\x7F';
    }
    !c.is_whitespace() && !c.is_control() && !is_default_ignorable(c)
}

fn is_default_ignorable(c: char) -> bool {
    matches!(
        c as u32,
        0xAD | 0x34F
            | 0x61C
            | 0x115F..=0x1160
            | 0x17B4..=0x17B5
            | 0x180B..=0x180F
            | 0x200B..=0x200F
            | 0x202A..=0x202E
            | 0x2060..=0x206F
            | 0x3164
            | 0xFE00..=0xFE0F
            | 0xFEFF
            | 0xFFA0
            | 0xFFF0..=0xFFF8
            | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A
            | 0xE0000..=0xE0FFF
    )
}
