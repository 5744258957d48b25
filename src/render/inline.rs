//! The text of a leaf with its marks as properly nested inline structure, whatever way the marks cross.

use std::borrow::Cow;

use crate::address::{is_safe_image, is_safe_link, tidy};
use crate::article::{Record, white_space_of};
use crate::clean::{CleanText, folded};
use crate::model::{Mark, MarkKind, Segment};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Inline<'a> {
    /// Text without line feeds.
    Text(String),
    /// Code; never beside other code, without line feeds and without white space at its ends.
    Code(String),
    Break,
    Image {
        target: Cow<'a, str>,
        alt: Cow<'a, str>,
    },
    /// A style begins. Styles nest, none within another of its kind, and neither begin nor end with white space.
    Open(Style<'a>),
    Close(Style<'a>),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Style<'a> {
    Link(Cow<'a, str>),
    Strong,
    Emphasis,
    Sub,
    Sup,
}

/// Kinds of marks by their place in a [`Set`], those that are outside of others first.
const KINDS: [MarkKind; 6] =
    [MarkKind::Link, MarkKind::Strong, MarkKind::Emphasis, MarkKind::Sub, MarkKind::Sup, MarkKind::Code];
/// Code is innermost: in Markdown nothing stands in it.
const CODE: usize = 5;

/// A mark that covers a place, and where it ends. Two of one kind are one, but for links.
#[derive(Clone, Copy)]
struct Active {
    mark: u32,
    end: u32,
}

/// The marks that cover a place, by kind.
type Set = [Option<Active>; 6];

fn is_same(kind: usize, a: Option<Active>, b: Option<Active>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => kind != 0 || a.mark == b.mark,
        (None, None) => true,
        _ => false,
    }
}

/// A stretch of text under the same marks.
struct Token<'a> {
    what: What<'a>,
    set: Set,
}

enum What<'a> {
    Words(String),
    Space,
    Break,
    Image { target: Cow<'a, str>, alt: Cow<'a, str> },
}

impl What<'_> {
    fn is_space(&self) -> bool {
        matches!(self, Self::Space | Self::Break)
    }
}

/// Goes through the marks beside the leaves, each once.
pub(super) struct Marks<'a> {
    record: &'a Record,
    next: usize,
    active: Set,
}

impl<'a> Marks<'a> {
    pub(super) fn new(record: &'a Record) -> Self {
        Self { record, next: 0, active: [None; 6] }
    }

    /// The text of a leaf; leaves come in the order of the document.
    pub(super) fn inline(&mut self, leaf: &Segment) -> Vec<Inline<'a>> {
        let span = leaf.span;
        while let Some(mark) = self.mark().filter(|mark| mark.span.start < span.start) {
            self.enter(mark);
        }
        self.active.iter_mut().for_each(|active| *active = active.filter(|active| active.end > span.start));
        let mut clean = CleanText::default();
        clean.push(&self.record.document, span, &self.record.marks, white_space_of(leaf.kind));
        let mut cut = Cut { clean: &clean, at: 0, run: 0, tokens: Vec::new() };
        // A link that the next image alone stands in.
        let mut around: Option<Active> = None;
        loop {
            let next = self
                .mark()
                .filter(|mark| mark.span.start < span.end || mark.span.is_empty() && mark.span.start == span.end);
            let ends = self.active.iter().flatten().map(|active| active.end);
            let until = ends.chain(next.map(|mark| mark.span.start)).chain([span.end]).min().unwrap_or(span.end);
            cut.text(until, &self.active);
            self.active.iter_mut().for_each(|active| *active = active.filter(|active| active.end > until));
            match next {
                Some(mark) if mark.span.start <= until => {
                    if mark.kind == MarkKind::Link && mark.span.is_empty() {
                        around = Some(Active { mark: self.next as u32, end: until });
                        self.next += 1;
                    } else if mark.kind == MarkKind::Image {
                        let mut set = self.active;
                        set[0] = around.take().or(set[0]);
                        self.image(mark).into_iter().for_each(|what| cut.image(what, until, set));
                        self.next += 1;
                    } else {
                        self.enter(mark);
                    }
                }
                _ if until >= span.end => break,
                _ => {}
            }
        }
        let tokens = settle_spaces(cut.tokens);
        self.nest(tokens)
    }

    fn mark(&self) -> Option<&'a Mark> {
        self.record.marks.get(self.next)
    }

    /// The next mark begins.
    fn enter(&mut self, mark: &Mark) {
        let kind = KINDS.iter().position(|&kind| kind == mark.kind);
        if let Some(kind) = kind.filter(|&kind| !mark.span.is_empty() && (kind != 0 || self.leads(mark).is_some())) {
            let new = Active { mark: self.next as u32, end: mark.span.end };
            self.active[kind] = match self.active[kind].filter(|active| active.end > mark.span.start) {
                // No link stands in another.
                Some(outer) if kind == 0 => Some(outer),
                Some(outer) => Some(Active { end: outer.end.max(new.end), ..outer }),
                None => Some(new),
            };
        }
        self.next += 1;
    }

    /// Where a link leads, if following it does no harm.
    fn leads(&self, mark: &Mark) -> Option<Cow<'a, str>> {
        let target = (!mark.target.is_none()).then(|| tidy(self.record.pooled(mark.target)));
        target.filter(|target| is_safe_link(target))
    }

    fn image(&self, mark: &Mark) -> Option<What<'a>> {
        let target = tidy(self.record.pooled(mark.target));
        let alt = visible(folded(self.record.pooled(mark.alt)));
        (!target.is_empty() && is_safe_image(&target)).then_some(What::Image { target, alt })
    }

    fn style(&self, kind: usize, active: Active) -> Option<Style<'a>> {
        Some(match kind {
            0 => Style::Link(self.leads(&self.record.marks[active.mark as usize])?),
            1 => Style::Strong,
            2 => Style::Emphasis,
            3 => Style::Sub,
            4 => Style::Sup,
            _ => return None,
        })
    }

    fn nest(&self, tokens: Vec<Token<'a>>) -> Vec<Inline<'a>> {
        let mut out: Vec<Inline<'a>> = Vec::with_capacity(tokens.len());
        // The styles that are open, from the outermost on.
        let mut open: Vec<(usize, Active, Style<'a>)> = Vec::new();
        for Token { what, set } in tokens {
            let lasting = open.iter().take_while(|(kind, active, _)| is_same(*kind, Some(*active), set[*kind])).count();
            while open.len() > lasting {
                out.extend(open.pop().map(|(.., style)| Inline::Close(style)));
            }
            // The one that goes on for longest is outermost.
            let mut new: Vec<(usize, Active)> = (0..CODE)
                .filter(|kind| !open.iter().any(|(open, ..)| open == kind))
                .filter_map(|kind| Some((kind, set[kind]?)))
                .collect();
            new.sort_by_key(|(_, active)| std::cmp::Reverse(active.end));
            for (kind, active) in new {
                if let Some(style) = self.style(kind, active) {
                    out.push(Inline::Open(style.clone()));
                    open.push((kind, active, style));
                }
            }
            let is_code = set[CODE].is_some();
            match (what, out.last_mut()) {
                (What::Words(words), Some(Inline::Code(last))) if is_code => last.push_str(&words),
                (What::Words(words), Some(Inline::Text(last))) if !is_code => last.push_str(&words),
                (What::Words(words), _) if is_code => out.push(Inline::Code(words)),
                (What::Words(words), _) => out.push(Inline::Text(words)),
                (What::Space, Some(Inline::Code(last))) if is_code => last.push(' '),
                (What::Space, Some(Inline::Text(last))) => last.push(' '),
                (What::Space, _) => out.push(Inline::Text(" ".to_owned())),
                (What::Break, _) => out.push(Inline::Break),
                (What::Image { target, alt }, _) => out.push(Inline::Image { target, alt }),
            }
        }
        out.extend(open.into_iter().rev().map(|(.., style)| Inline::Close(style)));
        out
    }
}

/// A text without what no reader sees in it.
pub(super) fn visible(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(char::is_control) { Cow::Owned(text.chars().filter(|c| !c.is_control()).collect()) } else { text }
}

/// White space is under the marks that both its neighbours are under, of several pieces (around an image that is not
/// shown) one is left, and at the ends none.
fn settle_spaces(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut settled: Vec<Token<'_>> = Vec::with_capacity(tokens.len());
    let mut space: Option<What<'_>> = None;
    for token in tokens {
        if token.what.is_space() {
            space = space.filter(|space| matches!(space, What::Break)).or(Some(token.what));
            continue;
        }
        if let (Some(what), Some(before)) = (space.take(), settled.last().map(|before| before.set)) {
            let same = |kind: usize| before[kind].filter(|_| is_same(kind, before[kind], token.set[kind]));
            let mut set = std::array::from_fn(same);
            // No code goes over lines.
            set[CODE] = set[CODE].filter(|_| matches!(what, What::Space));
            settled.push(Token { what, set });
        }
        settled.push(token);
    }
    settled
}

/// Cuts clean text into tokens at places of the document.
struct Cut<'t, 'a> {
    clean: &'t CleanText,
    /// Offset of the clean text up to which it is cut.
    at: usize,
    /// The run that it stands in.
    run: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Cut<'_, 'a> {
    /// The offset of the clean text at a place of the document. Within white space that was folded it is that before it.
    fn place(&mut self, document: u32) -> usize {
        let runs = &self.clean.runs;
        while runs.get(self.run).is_some_and(|run| run.document.end <= document) {
            self.run += 1;
        }
        match runs.get(self.run) {
            Some(run) if run.document.start < document && run.text.len() == run.document.len() => {
                (run.text.start + (document - run.document.start)) as usize
            }
            Some(run) => run.text.start as usize,
            None => self.clean.text.len(),
        }
    }

    /// What stands before a place of the document is under these marks.
    fn text(&mut self, until: u32, set: &Set) {
        let end = self.place(until);
        let mut rest = &self.clean.text[self.at.min(end)..end];
        self.at = end;
        while !rest.is_empty() {
            let spaces = rest.len() - rest.trim_start().len();
            let what = if spaces > 0 {
                let is_break = rest[..spaces].contains('\n');
                rest = &rest[spaces..];
                if is_break { What::Break } else { What::Space }
            } else {
                // Single spaces between words are of them.
                let line = rest.find('\n').unwrap_or(rest.len());
                let words = rest[..line].trim_end();
                rest = &rest[words.len()..];
                What::Words(words.to_owned())
            };
            self.tokens.push(Token { what, set: *set });
        }
    }

    fn image(&mut self, image: What<'a>, at: u32, set: Set) {
        let space = || Token { what: What::Space, set: [None; 6] };
        // In the midst of white space that was folded it has some on both sides.
        let run = self.clean.runs.get(self.run);
        let within = run.is_some_and(|run| {
            run.document.start < at && at < run.document.end && run.text.len() != run.document.len()
        });
        self.tokens.extend(within.then(space));
        self.tokens.push(Token { what: image, set });
    }
}
