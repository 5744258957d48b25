//! What the renderings show of a record, as a tree of blocks: the title, then the body, and the captions of its figures.

use super::inline::{Inline, Marks};
use crate::article::{Article, white_space_of};
use crate::clean::{CleanText, folded, seam};
use crate::model::{Kind, NO_INDEX, Role, Segment};

/// The most containers that one stands in; what is nested deeper stands in the last of them. In Markdown each takes a few
/// bytes of every line.
const DEPTH: usize = 32;

/// A block: its own text, or those that stand in it.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind<'a>,
    pub(super) text: Vec<Inline<'a>>,
    pub(super) children: Vec<Block<'a>>,
    /// The segments that its own text is of, as indices: several where it was interrupted, none for the title and for
    /// what holds others.
    pub(super) segments: Vec<u32>,
}

/// In a list stand items, in a table rows, in a row cells, and those nowhere else; captions stand only in figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum BlockKind<'a> {
    Heading {
        level: u32,
    },
    Paragraph,
    /// Nothing but a picture.
    Picture,
    Caption,
    Code {
        language: Option<&'a str>,
    },
    Quote,
    List {
        start: Option<u32>,
    },
    Item,
    Table,
    Row,
    Cell {
        header: bool,
        columns: u32,
        rows: u32,
    },
    Figure,
}

impl<'a> Block<'a> {
    fn leaf(kind: BlockKind<'a>, text: Vec<Inline<'a>>) -> Self {
        Self { kind, text, children: Vec::new(), segments: Vec::new() }
    }

    fn around(kind: BlockKind<'a>, children: Vec<Self>) -> Self {
        Self { kind, text: Vec::new(), children, segments: Vec::new() }
    }

    /// What stands in an item or a cell: of a single paragraph or picture, or of one with lists below it, that block, which
    /// needs none of its own there; and the others.
    pub(super) fn content(&self) -> (Option<&Self>, &[Self]) {
        match self.children.as_slice() {
            [first, rest @ ..]
                if matches!(first.kind, BlockKind::Paragraph | BlockKind::Picture)
                    && rest.iter().all(|block| matches!(block.kind, BlockKind::List { .. })) =>
            {
                (Some(first), rest)
            }
            blocks => (None, blocks),
        }
    }

    /// The block that has the text of a leaf: itself, or what a pull quote holds.
    fn own(&mut self) -> &mut Self {
        if self.children.is_empty() { self } else { &mut self.children[0] }
    }

    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.children.iter().all(Self::is_empty)
    }

    /// Whether all cells of a row head something.
    pub(super) fn is_header(&self) -> bool {
        self.children.iter().all(|cell| matches!(cell.kind, BlockKind::Cell { header: true, .. }))
    }

    /// Whether the items of a list are of a paragraph each, at most with lists of such items below it. (A list that begins
    /// with another number than 1 needs a blank line before it in Markdown.)
    pub(super) fn is_tight(&self) -> bool {
        self.children.iter().all(|item| {
            item.children.iter().enumerate().all(|(at, block)| match block.kind {
                BlockKind::Paragraph | BlockKind::Picture => at == 0,
                BlockKind::List { start } => (at == 0 || start.is_none_or(|start| start == 1)) && block.is_tight(),
                _ => false,
            })
        })
    }
}

const CELL: BlockKind<'_> = BlockKind::Cell { header: false, columns: 1, rows: 1 };

/// A container that is open.
struct Frame<'a> {
    kind: BlockKind<'a>,
    /// Index behind its last segment.
    end: u32,
    children: Vec<Block<'a>>,
}

/// The blocks of an article: its title, if the body does not hold it, and its body.
pub(super) fn blocks(article: &Article) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    if let Some(title) = article.title().filter(|_| !article.record.body_kinds.contains(&Kind::Title)) {
        let title = super::inline::visible(folded(title)).into_owned();
        blocks.push(Block::leaf(BlockKind::Heading { level: 1 }, vec![Inline::Text(title)]));
    }
    blocks.extend(body(article));
    blocks
}

/// The blocks of an article's body, with the captions of its figures.
pub(super) fn body(article: &Article) -> Vec<Block<'_>> {
    let record = &article.record;
    let mut builder = Builder { open: Vec::new(), done: Vec::new() };
    let mut marks = Marks::new(record);
    // The leaf that was shown last.
    let mut last = NO_INDEX;
    let mut index = 0;
    while let Some(segment) = record.segments.get(index as usize) {
        builder.close(index);
        let of_article = segment.role != Role::Boilerplate;
        let in_body = of_article && record.body_kinds.contains(&segment.kind);
        let captions = of_article && matches!(segment.kind, Kind::Caption | Kind::Credit) && builder.is_in_figure();
        if !(in_body || captions) {
            index = segment.end.max(index + 1);
            continue;
        }
        if segment.kind.is_container() {
            builder.open(segment);
        } else {
            let goes_on = segment.continues != NO_INDEX && segment.continues == last;
            let mut block = leaf(article, segment, &mut marks);
            block.own().segments.push(index);
            if captions && builder.open.last().is_some_and(|frame| frame.kind == BlockKind::Figure) {
                block.kind = BlockKind::Caption;
            }
            if !block.is_empty() {
                let before = || record.segments[last as usize].span;
                let seam = goes_on.then(|| seam(&record.document, before(), segment.span));
                builder.leaf(block, seam);
                last = if segment.kind == Kind::Image { last } else { index };
            }
        }
        index += 1;
    }
    builder.close(u32::MAX);
    builder.done
}

fn leaf<'a>(article: &'a Article, segment: &Segment, marks: &mut Marks<'a>) -> Block<'a> {
    if segment.kind == Kind::Code {
        let mut clean = CleanText::default();
        let record = &article.record;
        clean.push(&record.document, segment.span, &record.marks, white_space_of(segment.kind));
        let language = article.pooled(segment.code_language);
        let is_word = !language.is_empty() && !language.contains(|c: char| c.is_whitespace() || c.is_control());
        let language = is_word.then_some(language);
        // Form feeds and the like are white space in code, and mean nothing in what we write.
        let other = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        let code = if clean.text.contains(other) { clean.text.replace(other, " ") } else { clean.text };
        let text = if code.trim().is_empty() { Vec::new() } else { vec![Inline::Text(code)] };
        return Block::leaf(BlockKind::Code { language }, text);
    }
    let text = marks.inline(segment);
    match segment.kind {
        Kind::Heading => Block::leaf(BlockKind::Heading { level: segment.level.clamp(1, 6) }, text),
        Kind::Image => Block::leaf(BlockKind::Picture, text),
        Kind::Title => Block::leaf(BlockKind::Heading { level: 1 }, text),
        Kind::PullQuote if !text.is_empty() => {
            Block::around(BlockKind::Quote, vec![Block::leaf(BlockKind::Paragraph, text)])
        }
        _ => Block::leaf(BlockKind::Paragraph, text),
    }
}

struct Builder<'a> {
    open: Vec<Frame<'a>>,
    done: Vec<Block<'a>>,
}

impl<'a> Builder<'a> {
    fn open(&mut self, segment: &Segment) {
        if self.open.len() == DEPTH {
            return;
        }
        let kind = match segment.kind {
            Kind::List => {
                BlockKind::List { start: (segment.flags & Segment::ORDERED != 0).then_some(segment.list_start) }
            }
            Kind::ListItem => BlockKind::Item,
            Kind::BlockQuote => BlockKind::Quote,
            Kind::Table => BlockKind::Table,
            Kind::TableRow => BlockKind::Row,
            Kind::TableCell => BlockKind::Cell {
                header: segment.flags & Segment::HEADER != 0,
                columns: segment.column_span.max(1),
                rows: segment.row_span.max(1),
            },
            _ => BlockKind::Figure,
        };
        self.open.push(Frame { kind, end: segment.end, children: Vec::new() });
    }

    /// Closes the containers that end before a segment.
    fn close(&mut self, index: u32) {
        while let Some(frame) = self.open.pop_if(|frame| frame.end <= index) {
            let mut block = Block::around(frame.kind, frame.children);
            if frame.kind == BlockKind::Table {
                // What stands in it outside of its rows, as its caption does, stands before it.
                let (rows, others) = block.children.into_iter().partition(|child| child.kind == BlockKind::Row);
                block.children = rows;
                others.into_iter().for_each(|other| self.push(other));
            }
            // An empty cell holds its column; an empty item is one of which nothing is of the body.
            let holds_place = match block.kind {
                BlockKind::Cell { .. } => true,
                BlockKind::Row => !block.children.is_empty(),
                _ => false,
            };
            if holds_place || !block.is_empty() {
                self.push(block);
            }
        }
    }

    fn is_in_figure(&self) -> bool {
        self.open.iter().any(|frame| frame.kind == BlockKind::Figure)
    }

    fn siblings(&mut self) -> &mut Vec<Block<'a>> {
        self.open.last_mut().map_or(&mut self.done, |frame| &mut frame.children)
    }

    /// Puts a leaf where it can stand; `seam` parts it from the paragraph that it goes on with.
    fn leaf(&mut self, block: Block<'a>, seam: Option<&str>) {
        match (self.siblings().last_mut(), seam) {
            (Some(last), Some(seam)) if last.kind == block.kind && block.kind == BlockKind::Paragraph => {
                last.text.push(Inline::Text(seam.to_owned()));
                last.text.extend(block.text);
                last.segments.extend(block.segments);
            }
            // A figure has one caption, on several lines.
            (Some(last), _) if last.kind == block.kind && block.kind == BlockKind::Caption => {
                last.text.push(Inline::Break);
                last.text.extend(block.text);
                last.segments.extend(block.segments);
            }
            _ => self.push(block),
        }
    }

    /// Puts a block where it can stand.
    fn push(&mut self, block: Block<'a>) {
        use BlockKind::{Cell, Item, List, Row, Table};
        let parent = self.open.last().map(|frame| frame.kind);
        let siblings = self.siblings();
        match (parent, block.kind) {
            (Some(List { .. }), Item) | (Some(Table), Row) | (Some(Row), Cell { .. }) => siblings.push(block),
            (Some(Table), Cell { .. }) => siblings.push(Block::around(Row, vec![block])),
            (_, Item | Row | Cell { .. }) => {
                for child in block.children {
                    self.push(child);
                }
            }
            // A list right in a list is of the item before it.
            (Some(List { .. }), kind) => match siblings.last_mut() {
                Some(item) if matches!(kind, List { .. }) => item.children.push(block),
                _ => siblings.push(Block::around(Item, vec![block])),
            },
            (Some(Row), _) => siblings.push(Block::around(CELL, vec![block])),
            _ => siblings.push(block),
        }
    }
}
