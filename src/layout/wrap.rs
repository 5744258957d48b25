//! Hard wraps: whether a wrapper broke the lines, at which column, and what it broke.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::OnceLock;

use super::lines::{Line, Lines};
use super::shape;
use crate::bytes;

/// Right margins that wrappers use, in columns.
const MARGINS: std::ops::RangeInclusive<u32> = 20..=180;

/// Depths of quotation that have a margin of their own; deeper ones share the last.
const DEPTHS: usize = 8;

/// What parts a line from the one that it goes on in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// White space, or nothing in scripts without it.
    Space,
    /// The hyphen of a compound, behind which the wrapper broke.
    Compound,
    /// A hyphen, of this many bytes, that the wrapper put in.
    SplitWord { hyphen: u32 },
}

/// Where the wrapped lines begin and must end, in columns.
#[derive(Clone, Copy, Debug)]
struct Margins {
    /// Where the line that stands furthest out begins.
    edge: u32,
    left: u32,
    /// The widest right margin that most broken lines agree on, and the narrowest of those beside it that as many do.
    right: u32,
    least: u32,
    /// Where the first lines of paragraphs begin, if further in than the others.
    first: Option<u32>,
}

/// The margins of each depth of quotation, for a document that was wrapped.
pub(super) struct Wrap<'d> {
    margins: [Option<Margins>; DEPTHS],
    /// Words of the document without and with inner hyphens, for telling compounds from split words.
    words: OnceLock<HashSet<Cow<'d, str>>>,
    /// So many lines end in a hyphen that the wrapper must have put them in.
    hyphenates: bool,
}

impl<'d> Wrap<'d> {
    /// `is_known` where a wrapper surely was there: then the longest line stands in for a margin that too few lines show.
    pub(super) fn detect(document: &'d str, lines: &Lines, is_known: bool) -> Self {
        let mut depths: [Vec<usize>; DEPTHS] = Default::default();
        depths[0].reserve(lines.lines.len() / 2);
        for (i, line) in lines.lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
            depths[depth(line)].push(i);
        }
        let mut margins = depths.each_ref().map(|at| margins(document, &lines.lines, at));
        if is_known && margins[0].is_none() {
            let lines = || depths[0].iter().map(|&at| lines.lines[at]);
            let right = lines().map(Line::edge).max().filter(|edge| MARGINS.contains(edge));
            let left = lines().map(|line| line.indent).min().unwrap_or(0);
            let first = lines().map(|line| line.indent).filter(|indent| (left + 1..=left + 8).contains(indent)).min();
            margins[0] = right.map(|right| Margins { edge: left, left, right, least: right, first });
        }
        // A short quotation shows no margin of its own; what quotes it was wrapped by the like.
        if let Some(outer) = margins.iter().flatten().next().copied() {
            for own in &mut margins[1..] {
                own.get_or_insert(Margins { edge: 0, left: 0, first: None, ..outer });
            }
        }
        let mut hyphenates = false;
        if let Some(right) = margins.iter().flatten().map(|margins| margins.right).max() {
            // Short lines are no wrapper's.
            let full = || lines.lines.iter().filter(|line| line.edge() * 2 >= right).map(|line| line.text(document));
            let hyphens = full().filter(|text| text.ends_with('-')).count();
            // Lines that end in their writers' hyphens are few beside the hyphens within lines, some ten words of which
            // stand for each end of a line.
            hyphenates =
                hyphens >= 2 && hyphens * 14 > full().count() || hyphens >= 3 && hyphens * 3 > inner_hyphens(document);
        }
        Self { margins, words: OnceLock::new(), hyphenates }
    }

    /// Whether the line `next` goes on with the block that goes from the line `first` to the line `last`, and how.
    pub(super) fn joint(
        &self,
        document: &'d str,
        lines: &[Line],
        first: usize,
        last: usize,
        next: usize,
    ) -> Option<Joint> {
        let (head, line, next) = (&lines[first], &lines[last], lines.get(next)?);
        let Margins { right: margin, first: indent, .. } = self.margins[depth(line)]?;
        if next.is_blank() || next.quote != line.quote || next.edge() > margin + 40 {
            return None;
        }
        let (text, next_text) = (line.text(document), next.text(document));
        if indent == Some(next.indent) || shape::hashes(next_text).is_some() {
            return None;
        }
        let same_block = if last > first { next.indent == line.indent } else { may_hang(head, next) };
        if !same_block || self.is_outdented(next) && !self.is_outdented(line) {
            return None;
        }
        let had_room = self.had_room(document, line, next);
        let goes_on = next_text.starts_with(char::is_lowercase) && line.edge() * 5 >= margin * 3;
        if had_room && !goes_on {
            return None;
        }
        if shape::marker(document, next).is_some_and(|(_, _, width)| width < next.width)
            && (next.indent != line.indent || shape::marker(document, head).is_some())
        {
            return None;
        }
        Some(self.hyphen(document, text, next_text))
    }

    /// Whether a line begins at the edge, left of the wrapped ones, as headings and preformatted text do in text browsers.
    pub(super) fn is_outdented(&self, line: &Line) -> bool {
        self.margins[depth(line)]
            .is_some_and(|margins| line.indent <= margins.edge + 1 && line.indent + 2 <= margins.left)
    }

    /// Whether a line begins where most wrapped ones do.
    pub(super) fn is_at_left(&self, line: &Line) -> bool {
        self.margins[depth(line)].is_some_and(|margins| line.indent == margins.left)
    }

    /// Whether a wrapper could have put the first word of the next line at the end of this one. Where few lines show the
    /// margin, a word that may or may not have fitted had room behind a sentence that ends.
    pub(super) fn had_room(&self, document: &str, line: &Line, next: &Line) -> bool {
        self.margins[depth(line)].is_none_or(|margins| {
            let end = line.edge() + next.first_word;
            end <= margins.least || end <= margins.right && !is_open(line.text(document))
        })
    }

    /// A hyphen at a line's end stays where the word is a compound, and goes where the wrapper put it in.
    fn hyphen(&self, document: &'d str, text: &str, next: &str) -> Joint {
        if text.ends_with('\u{AD}') {
            return Joint::SplitWord { hyphen: 2 };
        }
        let Some(head) = text.strip_suffix(['-', '‐']) else { return Joint::Space };
        let hyphen = (text.len() - head.len()) as u32;
        let head = head.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
        let tail = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        // A dash that stands alone, or before a figure or a name, is no hyphen of a wrapper's.
        if head.is_empty() || tail.is_empty() {
            return Joint::Space;
        }
        if !tail.starts_with(char::is_lowercase) {
            return Joint::Compound;
        }
        let words = self.words.get_or_init(|| words(document));
        let (whole, compound) = (format!("{head}{tail}").to_lowercase(), format!("{head}-{tail}").to_lowercase());
        let both = || [head, tail].iter().all(|part| words.contains(&*part.to_lowercase()));
        if words.contains(&*compound) {
            Joint::Compound
        } else if words.contains(&*whole) || self.hyphenates && !both() {
            Joint::SplitWord { hyphen }
        } else {
            Joint::Compound
        }
    }
}

fn depth(line: &Line) -> usize {
    (line.quote as usize).min(DEPTHS - 1)
}

/// Hyphens between two letters.
fn inner_hyphens(document: &str) -> usize {
    let bytes = document.as_bytes();
    let is_letter = |at: usize| bytes.get(at).is_some_and(|&byte| byte.is_ascii_alphabetic() || byte >= 0x80);
    memchr::memchr_iter(b'-', bytes).filter(|&at| at > 0 && is_letter(at - 1) && is_letter(at + 1)).count()
}

/// Every word of the document, and every compound with a hyphen; but not what stands behind a hyphen at a line's end, which
/// may be a part of one.
fn words(document: &str) -> HashSet<Cow<'_, str>> {
    let mut broken = false;
    let pieces = document.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|piece| !piece.is_empty());
    let pieces = pieces.filter(|piece| !std::mem::replace(&mut broken, piece.ends_with('-')) && piece.len() > 3);
    let small = |piece: &'_ str| piece.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-'));
    pieces.map(|piece| if small(piece) { Cow::Borrowed(piece) } else { Cow::Owned(piece.to_lowercase()) }).collect()
}

/// Whether indentation lets a line belong to the block whose first line is right above it: it stands where that one does, the
/// first line alone is indented, or the lines behind a list marker or a hanging head are, by no more than a tab.
fn may_hang(head: &Line, next: &Line) -> bool {
    next.indent <= head.indent + 8
}

/// The margins of the lines at `at`, which share a depth of quotation; none where no wrapper broke them.
///
/// A line that goes on in the next one, which begins with a small letter, was broken. Where a wrapper did that, such
/// lines end just short of one margin; where the writer did, anywhere.
fn margins(document: &str, lines: &[Line], at: &[usize]) -> Option<Margins> {
    let pairs = || at.windows(2).filter(|pair| pair[1] == pair[0] + 1).map(|pair| (&lines[pair[0]], &lines[pair[1]]));
    let broken: Vec<(u32, u32, [u32; 2])> = pairs()
        .filter(|(line, next)| line.edge() >= *MARGINS.start() && goes_on(line.text(document), next.text(document)))
        .map(|(line, next)| (line.edge(), next.first_word, [line.indent, next.indent]))
        .collect();
    if broken.len() < 2 {
        return None;
    }
    // Each broken line allows the margins at which it fits and the next word does not: most lines agree on the true one.
    let mut votes = [0_i32; *MARGINS.end() as usize + 2];
    for &(edge, next, _) in &broken {
        let (from, to) = (edge as usize, (edge + next) as usize);
        if to < votes.len() {
            votes[from] += 1;
            votes[to] -= 1;
        }
    }
    let mut standing = 0;
    for vote in &mut votes {
        standing += *vote;
        *vote = standing;
    }
    let (&had_no_room, margin) = votes.iter().zip(0_u32..).max()?;
    let beside = votes[..margin as usize].iter().rev().take_while(|&&lines| lines == had_no_room).count() as u32;
    let (had_no_room, least) = (had_no_room as usize, margin - beside);
    // Without capitals a line that goes on looks like the next one of a list: it takes more of them.
    let cased = pairs().any(|(_, next)| next.text(document).starts_with(char::is_lowercase));
    if !cased && (had_no_room < 4 || had_no_room < 6 && had_no_room < broken.len()) {
        return None;
    }
    // Lists of small words and programs break off as well, at any length; where many lines agree all the same, and on a
    // margin that is wider than verse, they count for nothing.
    let agreed = had_no_room >= 12 && margin >= 60 || had_no_room * 2 >= broken.len();
    if had_no_room < 2 || !agreed {
        return None;
    }
    // A wrapper lets nothing pass its margin but words that are longer, such as addresses, and what is preformatted.
    let (mut all, mut beyond) = (0, 0);
    for line in at.iter().map(|&i| &lines[i]) {
        all += line.edge();
        let most = margin + margin / 8;
        let passes = || line.edge() > most && line.edge() - addresses(line.text(document)).min(line.edge()) > most;
        beyond += if passes() { line.edge() } else { 0 };
    }
    if beyond * 3 > all {
        return None;
    }
    // Of all lines that reach the margin, a third must go on: headlines of about one length do not.
    let full =
        pairs().filter(|(line, next)| line.edge() <= margin + margin / 8 && line.edge() + next.first_word > margin);
    let agree = had_no_room * 3 >= full.count();
    let mut left = [0_usize; 16];
    let fills = |&&(edge, next, _): &&(u32, u32, [u32; 2])| edge <= margin && edge + next > margin;
    for indent in broken.iter().filter(fills).flat_map(|broken| broken.2) {
        left[(indent as usize).min(15)] += 1;
    }
    // Further in stand quotations and lists; headings of several lines, which may stand further out, are few.
    let left = (0..16).find(|&indent| left[indent] * 4 >= had_no_room).unwrap_or(0) as u32;
    let edge = at.iter().map(|&i| lines[i].indent).min().unwrap_or(0);
    let had_no_room = |line: &Line, next: &Line| line.edge() + next.first_word > margin;
    let first = first_indent(pairs().filter(|(line, next)| had_no_room(line, next)), left);
    agree.then_some(Margins { edge, left, right: margin, least, first })
}

/// The indentation of the first lines of paragraphs, where they stand further in than the other lines at `left`: of full
/// lines with the next ones, those of that indentation have none of the same below them, as quotations and lists do.
fn first_indent<'l>(pairs: impl Iterator<Item = (&'l Line, &'l Line)>, left: u32) -> Option<u32> {
    /// Deeper indentation is another thing.
    const DEEPEST: usize = 16;
    let (mut falls, mut stays) = ([0_u32; DEEPEST], [0_u32; DEEPEST]);
    for (line, next) in pairs.filter(|(line, _)| line.indent > left && line.indent < left + DEEPEST as u32) {
        let depth = (line.indent - left) as usize;
        falls[depth] += u32::from(next.indent == left);
        stays[depth] += u32::from(next.indent == line.indent);
    }
    let depth = (1..DEEPEST).max_by_key(|&depth| (falls[depth], DEEPEST - depth))?;
    (falls[depth] >= 3 && falls[depth] > stays[depth]).then_some(left + depth as u32)
}

/// Bytes of the words that hold an address, with its scheme or as the target of a link.
fn addresses(text: &str) -> u32 {
    // Most texts hold none.
    let may_hold = |byte, next| (byte == b':') & (next == b'/') | (byte == b']') & (next == b'(');
    if !bytes::any_pair(text.as_bytes(), may_hold) {
        return 0;
    }
    let is_address = |word: &&str| word.contains("://") || word.contains("](");
    text.split(' ').filter(is_address).map(str::len).sum::<usize>() as u32
}

/// Whether a line does not end as a sentence may.
fn is_open(text: &str) -> bool {
    !text.ends_with(['.', '!', '?', ':', '。', '！', '？', '؟', '।', '"', '”', '»', '」', '）', ')'])
}

/// Whether a line breaks off in a sentence that the next one goes on with.
fn goes_on(text: &str, next: &str) -> bool {
    // Most lines begin with an ASCII letter, and need no look at characters.
    let first = match next.bytes().next() {
        Some(byte) if byte.is_ascii_alphanumeric() => Some(char::from(byte)),
        _ => next.chars().find(|c| c.is_alphanumeric()),
    };
    let caseless = || first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    // A line that ends in a small word such as `of` or `the` does not end there.
    let ends_small = || {
        let last = text.as_bytes().iter().rev().take(4).take_while(|byte| byte.is_ascii_lowercase()).count();
        (1..=3).contains(&last) && text.as_bytes().iter().rev().nth(last) == Some(&b' ')
    };
    first.is_some_and(char::is_lowercase) || caseless() && is_open(text) || ends_small()
}
