//! Inline syntax of Markdown, as converters from HTML and writers leave it: links, pictures, emphasis, code, escapes.
//!
//! The syntax is layout; what it sets are marks. After CommonMark 0.31, section 6, but for what needs the whole document
//! (references) and for nesting that no converter writes.

use memchr::memmem;

use crate::input::{Blocks, Shape};
use crate::model::{Mark, MarkKind, Span};

/// Bytes of what stands in angle brackets, at most.
const LONGEST_ADDRESS: usize = 2048;

/// Whether a document has links or pictures of Markdown.
pub(super) fn is_markdown(document: &str) -> bool {
    let target = |at: usize| document[at + 2..].split(')').next().unwrap_or_default();
    let before = |at: usize| document[..at].rsplit_once('[').map_or("", |(before, _)| before);
    memmem::find_iter(document.as_bytes(), "](").take(64).any(|at| is_link(before(at), target(at)))
}

/// Whether a link or picture that begins in a line is not at its end there: where a wrapper broke it, its text or its
/// address goes on in the lines that follow.
pub(super) fn is_open<'a>(line: &str, following: impl Iterator<Item = &'a str>) -> bool {
    /// Lines below in which a link ends, at most.
    const MOST_LINES: usize = 8;
    if let Some(at) = line.rfind("](")
        && !line[at..].contains(')')
    {
        let address = line[at + 2..].trim_start();
        let rest = address.find(' ').map(|space| address[space..].trim_start());
        return rest.is_none_or(is_title) && following.take(MOST_LINES).any(|line| line.contains(')'));
    }
    let open = line.rfind('[').is_some_and(|at| !line[at..].contains(']'));
    open && following.take(MOST_LINES).find_map(|line| line.find(']').map(|at| line[at..].starts_with("](")))
        == Some(true)
}

/// The marks of the inline syntax in every block of running text.
pub(super) fn marks(document: &str, blocks: &mut Blocks) -> Vec<Mark> {
    let mut marks = Vec::new();
    for block in blocks.blocks.iter().filter(|block| !matches!(block.shape, Shape::Code | Shape::Rule)) {
        let text = &document[block.span.range()];
        let mut inline = Inline { text, offset: block.span.start, pool: &mut blocks.pool, marks: Vec::new() };
        inline.run();
        marks.append(&mut inline.marks);
    }
    marks
}

/// Whether a text can be the address that a link of Markdown leads to, with the title behind it.
fn is_target(text: &str) -> bool {
    let address = text.split([' ', '\n']).next().unwrap_or_default();
    address.starts_with(['/', '#', '<', '.']) || address.contains(['/', '.', ':'])
}

/// Whether a text that stands between `](` and `)` makes a link: right behind a word, as in `handlers[name](event.target)`, it
/// must be more of an address.
fn is_link(before: &str, target: &str) -> bool {
    let is_rooted =
        || target.starts_with(['/', '#', '<', '.']) || target.contains("://") || target.starts_with("mailto:");
    let in_word = || before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    is_target(target) && (is_rooted() || !in_word())
}

/// Whether what stands behind an address begins as its title does.
fn is_title(text: &str) -> bool {
    text.starts_with(['"', '\'', '('])
}

/// A link or picture.
struct Link {
    /// Its text, and the offset behind its address.
    label: std::ops::Range<usize>,
    end: usize,
    address: String,
}

/// The text of a block, as it is read.
struct Inline<'a> {
    text: &'a str,
    /// Where it begins in the document.
    offset: u32,
    pool: &'a mut String,
    marks: Vec<Mark>,
}

impl Inline<'_> {
    fn run(&mut self) {
        const SPECIAL: &[u8] = b"[!*_`<\\";
        let bytes = self.text.as_bytes();
        if !bytes.iter().any(|byte| SPECIAL.contains(byte)) {
            return;
        }
        let pairs = Pairs::new(bytes);
        // Where the syntax that closes something stands, the innermost last.
        let mut closers: Vec<(usize, usize)> = Vec::new();
        // What closes delimiters next, once it was looked for: asterisks and underscores by their number, and ticks. To look
        // again for each that opens would take quadratic time.
        let mut next = [[0; 4]; 3];
        let mut at = 0;
        while at < bytes.len() {
            if let Some(&(from, to)) = closers.last()
                && at >= from
            {
                closers.pop();
                at = at.max(to);
                continue;
            }
            at += match bytes[at] {
                b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                    self.layout(at, at + 1);
                    2
                }
                b'!' if bytes.get(at + 1) == Some(&b'[') => match self.link(&pairs, at + 1) {
                    Some(link) => {
                        self.picture(at, &link);
                        self.layout(at, link.end);
                        link.end - at
                    }
                    None => 1,
                },
                b'[' => match self.link(&pairs, at) {
                    Some(link) => self.linked(&pairs, at, link, &mut closers),
                    None => 1,
                },
                b'<' => self.address(at),
                tick @ (b'*' | b'_' | b'`') => {
                    let width = bytes[at..].iter().take_while(|&&byte| byte == tick).count();
                    let kind = match tick {
                        b'*' => 0,
                        b'_' => 1,
                        _ => 2,
                    };
                    let opens = width < 4 && self.opens(tick, width, at);
                    match opens.then(|| self.closer(tick, width, at, &mut next[kind][width])).flatten() {
                        // What another one closes first is not nested in it.
                        Some(close) if closers.last().is_none_or(|&(from, _)| close + width <= from) => {
                            self.layout(at, at + width);
                            self.layout(close, close + width);
                            self.set(tick, width, at + width, close);
                            // Code is read as it stands.
                            if tick == b'`' {
                                close + width - at
                            } else {
                                closers.push((close, close + width));
                                width
                            }
                        }
                        _ => width,
                    }
                }
                _ => 1,
            };
        }
    }

    /// Whether delimiters can open: a word begins behind them, and `_` stands in none. Ticks always can.
    fn opens(&self, tick: u8, width: usize, at: usize) -> bool {
        if tick == b'`' {
            return true;
        }
        let behind = self.text[at + width..].chars().next();
        let before = self.text[..at].chars().next_back();
        behind.is_some_and(|c| !c.is_whitespace()) && (tick != b'_' || !before.is_some_and(char::is_alphanumeric))
    }

    /// Where the delimiters that close those at `at` stand; `next` is where the last ones that were looked for do.
    fn closer(&self, tick: u8, width: usize, at: usize, next: &mut usize) -> Option<usize> {
        if *next <= at + width {
            *next = self.next_closer(tick, width, at + width).unwrap_or(usize::MAX);
        }
        Some(*next).filter(|&next| next < self.text.len())
    }

    /// The first delimiters behind `from` that can close.
    fn next_closer(&self, tick: u8, width: usize, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(next) = memchr::memchr(tick, bytes.get(at..)?).map(|next| at + next) {
            let run = bytes[next..].iter().take_while(|&&byte| byte == tick).count();
            let before = self.text[..next].chars().next_back();
            let behind = self.text[next + run..].chars().next();
            let ends = tick == b'`'
                || before.is_some_and(|c| !c.is_whitespace() && c != '\\')
                    && (tick != b'_' || !behind.is_some_and(char::is_alphanumeric));
            if run == width && ends && next > from {
                return Some(next);
            }
            at = next + run;
        }
        None
    }

    fn set(&mut self, tick: u8, width: usize, start: usize, end: usize) {
        let kinds: &[MarkKind] = match (tick, width) {
            (b'`', _) => &[MarkKind::Code],
            (_, 1) => &[MarkKind::Emphasis],
            (_, 2) => &[MarkKind::Strong],
            _ => &[MarkKind::Strong, MarkKind::Emphasis],
        };
        for &kind in kinds {
            self.push(kind, start, end);
        }
    }

    /// The link whose text the bracket at `at` opens.
    fn link(&self, pairs: &Pairs, at: usize) -> Option<Link> {
        let close = pairs.close(at)?;
        let end = pairs.close(close + 1).filter(|_| self.text.as_bytes()[close + 1] == b'(')?;
        let inside = self.text[close + 2..end].trim();
        // A title stands behind the address, in quotes; a wrapper may have broken the address.
        let address = match inside.find([' ', '\n']) {
            Some(space) if is_title(inside[space..].trim_start()) => inside[..space].to_owned(),
            Some(_) if inside.contains(' ') => return None,
            Some(_) => inside.split('\n').map(str::trim).collect(),
            None => inside.to_owned(),
        };
        let address = unescaped(address.trim_start_matches('<').trim_end_matches('>'));
        is_link(&self.text[..at], inside).then_some(Link { label: at + 1..close, end: end + 1, address })
    }

    /// A link; how far it has been read.
    fn linked(&mut self, pairs: &Pairs, at: usize, link: Link, closers: &mut Vec<(usize, usize)>) -> usize {
        let Link { label, end, .. } = &link;
        let text = self.text[label.clone()].trim_start();
        let start = label.end - text.len();
        let text = text.trim_end();
        // A link around a picture alone.
        let inner = text.strip_prefix('!').and_then(|_| self.link(pairs, start + 1));
        if let Some(picture) = inner.filter(|picture| picture.end == start + text.len()) {
            let alt = unescaped(&self.text[picture.label.clone()]);
            self.push_with(MarkKind::Link, at, at, &link.address, &alt);
            self.picture(at, &picture);
            self.layout(at, *end);
            return end - at;
        }
        if text.is_empty() {
            self.layout(at, *end);
            return end - at;
        }
        let text_end = start + text.len();
        let (close, end) = (label.end, *end);
        self.layout(at, at + 1);
        self.layout(close, end);
        self.push_with(MarkKind::Link, start, text_end, &link.address, "");
        closers.push((close, end));
        1
    }

    fn picture(&mut self, at: usize, link: &Link) {
        let alt = unescaped(&self.text[link.label.clone()]);
        self.push_with(MarkKind::Image, at, at, &link.address, &alt);
    }

    /// `<https://example.org>`, or a tag of HTML; how far it has been read.
    fn address(&mut self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at + 1..];
        let rest = &rest[..rest.len().min(LONGEST_ADDRESS)];
        let end = rest.iter().position(|byte| matches!(byte, b'<' | b'>'));
        let Some(end) = end.filter(|&end| rest[end] == b'>').map(|end| at + 1 + end) else { return 1 };
        let address = self.text[at + 1..end].to_owned();
        let is_address = address.starts_with("http") || address.starts_with("mailto:");
        if !is_address || address.contains(char::is_whitespace) {
            let is_tag =
                address.trim_start_matches(['/', '!']).starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
            if is_tag {
                self.layout(at, end + 1);
            }
            return if is_tag { end + 1 - at } else { 1 };
        }
        self.layout(at, at + 1);
        self.layout(end, end + 1);
        self.push_with(MarkKind::Link, at + 1, end, &address, "");
        end + 1 - at
    }

    fn layout(&mut self, start: usize, end: usize) {
        self.push(MarkKind::Layout, start, end);
    }

    fn push(&mut self, kind: MarkKind, start: usize, end: usize) {
        let span = Span { start: self.offset + start as u32, end: self.offset + end as u32 };
        self.marks.push(Mark { kind, ..Mark::layout(span) });
    }

    fn push_with(&mut self, kind: MarkKind, start: usize, end: usize, target: &str, alt: &str) {
        self.push(kind, start, end);
        let (target, alt) = (self.pooled(target), self.pooled(alt));
        if let Some(mark) = self.marks.last_mut() {
            (mark.target, mark.alt) = (target, alt);
        }
    }

    fn pooled(&mut self, text: &str) -> Span {
        if text.is_empty() {
            return Span::NONE;
        }
        let start = self.pool.len();
        self.pool.push_str(text);
        Span::new(start, self.pool.len())
    }
}

/// A text without the backslashes that take the meaning from punctuation.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let escapes = rest[at + 1..].starts_with(|c: char| c.is_ascii_punctuation());
        out.push_str(&rest[..at + usize::from(!escapes)]);
        // What is escaped is no backslash that escapes.
        let next = at + 1 + usize::from(escapes);
        out.push_str(&rest[at + 1..next]);
        rest = &rest[next..];
    }
    out + rest
}

/// Which bracket closes which, by the offset of the one that opens.
struct Pairs(Vec<(usize, usize)>);

impl Pairs {
    /// Brackets around deeper ones than these are none of a link's (CommonMark 6.3); each would be read with all within.
    const DEEPEST: usize = 32;

    fn new(bytes: &[u8]) -> Self {
        let mut pairs = Vec::new();
        // Of round brackets, how deep those in them go.
        let (mut square, mut round): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' => at += 1,
                b'[' => square.push(at),
                b'(' => round.push((at, 0)),
                b']' => pairs.extend(square.pop().map(|open| (open, at))),
                b')' => {
                    if let Some((open, depth)) = round.pop() {
                        if depth < Self::DEEPEST {
                            pairs.push((open, at));
                        }
                        round.last_mut().into_iter().for_each(|(_, outer)| *outer = (*outer).max(depth + 1));
                    }
                }
                _ => {}
            }
            at += 1;
        }
        pairs.sort_unstable();
        Self(pairs)
    }

    fn close(&self, open: usize) -> Option<usize> {
        self.0.binary_search_by_key(&open, |pair| pair.0).ok().map(|at| self.0[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Inline, is_open, unescaped};
    use crate::clean::{CleanText, WhiteSpace};
    use crate::model::{MarkKind, Span};

    /// What a reader sees of a text, and its marks with what they cover and lead to.
    fn read(text: &str) -> (String, Vec<(MarkKind, &str, String)>) {
        let mut pool = String::new();
        let mut inline = Inline { text, offset: 0, pool: &mut pool, marks: Vec::new() };
        inline.run();
        let mut marks = std::mem::take(&mut inline.marks);
        marks.sort_by_key(|mark| mark.span.start);
        let mut clean = CleanText::default();
        clean.push(text, Span::new(0, text.len()), &marks, WhiteSpace::Fold);
        let target = |span: Span| if span.is_none() { String::new() } else { pool[span.range()].to_owned() };
        let shown = marks.iter().filter(|mark| mark.kind != MarkKind::Layout);
        (clean.text, shown.map(|mark| (mark.kind, &text[mark.span.range()], target(mark.target))).collect())
    }

    #[test]
    fn links_and_pictures() {
        for (text, seen, marks) in [
            (
                "See [the *old* mill](/mill \"A mill\").",
                "See the old mill.",
                vec![(MarkKind::Link, "the *old* mill", "/mill"), (MarkKind::Emphasis, "old", "")],
            ),
            (
                "[![A mill](mill.jpg)](/mill) Mill",
                "Mill",
                vec![(MarkKind::Link, "", "/mill"), (MarkKind::Image, "", "mill.jpg")],
            ),
            ("[a](b.c_(d)) and (e)", "a and (e)", vec![(MarkKind::Link, "a", "b.c_(d)")]),
            (
                "<https://a.example> <b>bold</b>",
                "https://a.example bold",
                vec![(MarkKind::Link, "https://a.example", "https://a.example")],
            ),
            ("f[k](e.target), x[i](y.z)", "f[k](e.target), x[i](y.z)", vec![]),
            ("the[mill](/mill)", "themill", vec![(MarkKind::Link, "mill", "/mill")]),
            ("x[i](y), [1] and [a] (b.c)", "x[i](y), [1] and [a] (b.c)", vec![]),
            ("[](https://a.example)", "", vec![]),
        ] {
            let (found, found_marks) = read(text);
            let found_marks: Vec<_> = found_marks.iter().map(|(kind, text, to)| (*kind, *text, &**to)).collect();
            assert_eq!((&*found, found_marks), (seen, marks), "{text}");
        }
    }

    #[test]
    fn emphasis_and_code() {
        for (text, seen) in [
            ("a **strong** word, an _other_ one", "a strong word, an other one"),
            ("***both***", "both"),
            ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
            ("`a_b_c` \\*not\\*", "a_b_c *not*"),
            ("**open and *closed*", "**open and closed"),
            ("5 < 6 > 4", "5 < 6 > 4"),
        ] {
            assert_eq!(read(text).0, seen, "{text}");
        }
    }

    #[test]
    fn what_a_wrapper_broke_is_open() {
        assert!(is_open("see [the old", ["mill](/mill) there"].into_iter()));
        assert!(is_open("see [the mill](https://a.example/x-", ["y)"].into_iter()));
        assert!(is_open("see [the mill](/mill \"The", ["mill\")"].into_iter()));
        assert!(!is_open("lol ](https://a.example/x broke", ["again (so)"].into_iter()));
        assert!(!is_open("see [the mill](/mill", ["and", "no more"].into_iter()));
        assert!(!is_open("see [1", ["] there"].into_iter()));
        assert!(!is_open("see [the mill](/mill)", ["there"].into_iter()));
    }

    #[test]
    fn escapes() {
        assert_eq!(unescaped("a\\_b\\\\c\\d"), "a_b\\c\\d");
    }

    #[test]
    fn hostile_syntax_takes_linear_time() {
        const LENGTH: usize = 400_000;
        for piece in [
            "[",
            "![",
            "](",
            "[]()",
            "*a",
            "**a ",
            "_a",
            "`",
            "``a",
            "<",
            "<a",
            "\\",
            "[a](",
            "(((",
            "*a **b ***c ",
            "[ *a](/x)",
        ] {
            read(&(piece.repeat(LENGTH / piece.len()) + " a*"));
        }
        for (open, close) in [("[", "](/x)"), ("[a](", ")"), ("*a ", "b* "), ("**a _b ", "b_ a** ")] {
            let times = LENGTH / (open.len() + close.len());
            read(&(open.repeat(times) + &close.repeat(times)));
        }
    }
}
