//! What holds of every article, checked without any of the core's own code where that can be.
#![allow(dead_code, unreachable_pub)]

pub mod hostile;
pub mod page;
pub mod renderings;

use nutgraf::{Article, Format, Kind, MarkKind, OffsetUnit, Role, SegmentRef, Span};

pub const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::CodePoint, OffsetUnit::Utf16];

/// Everything that can be checked of an article on its own.
pub fn check(article: &Article) {
    tree(article);
    tiling(article);
    marks(article);
    facts(article);
    offsets(article, 61);
    segment_texts(article);
    body(article);
    locate(article, 23);
    outline(article);
    sentences(article);
    words(article);
    json(article);
    renderings::check(article);
}

/// Whether a reader sees it (Unicode 16: White_Space, Default_Ignorable_Code_Point; general category Cc).
pub fn is_visible(c: char) -> bool {
    let ignorable = matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    !(ignorable || c.is_whitespace() || c.is_control())
}

/// The characters of a text that clean text keeps, without white space.
pub fn letters(text: &str) -> String {
    let mut letters: String = text.chars().filter(|&c| is_visible(c)).collect();
    for (ligature, spelled) in LIGATURES {
        letters = letters.replace(ligature, spelled);
    }
    letters
}

/// Characters that clean text spells out.
const LIGATURES: [(char, &str); 7] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];

/// The characters of the document in `span` that clean text keeps, without white space and what marks drop.
pub fn letters_of(article: &Article, span: Span) -> String {
    let document = article.document();
    let marks = article.mark_records();
    let mut letters = String::new();
    let mut at = span.start;
    // Layout marks do not overlap, so their ends are sorted as their starts are.
    let first = marks.partition_point(|mark| mark.span.start < span.start);
    let inside = marks[first..].iter().take_while(|mark| mark.span.start < span.end);
    for mark in inside.filter(|mark| mark.kind == MarkKind::Layout) {
        if mark.span.start > at {
            letters.push_str(&self::letters(&document[at as usize..mark.span.start as usize]));
        }
        at = at.max(mark.span.end);
    }
    if at < span.end {
        letters.push_str(&self::letters(&document[at as usize..span.end as usize]));
    }
    letters
}

fn on_boundaries(text: &str, span: Span) -> bool {
    span.start <= span.end && text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize)
}

fn leaves(article: &Article) -> impl Iterator<Item = SegmentRef<'_>> {
    article.segments().filter(|segment| !segment.kind().is_container())
}

/// `end` and `children` nest, spans lie on character boundaries and inside their containers.
pub fn tree(article: &Article) {
    let document = article.document();
    let count = article.segments().len() as u32;
    let mut open: Vec<SegmentRef<'_>> = Vec::new();
    for segment in article.segments() {
        let (index, record, span) = (segment.index(), segment.record(), segment.span());
        while open.last().is_some_and(|around| around.record().end <= index) {
            open.pop();
        }
        assert!(on_boundaries(document, span), "segment {index} {span:?} cuts a character");
        assert!(record.end > index && record.end <= count, "segment {index} ends at {}", record.end);
        if let Some(around) = open.last() {
            assert!(record.end <= around.record().end, "segment {index} ends outside its container");
            let inside = around.span().start <= span.start && span.end <= around.span().end;
            assert!(inside, "segment {index} {span:?} is not inside {:?}", around.span());
        }
        if segment.kind().is_container() {
            open.push(segment);
        } else {
            assert_eq!(record.end, index + 1, "leaf {index} holds others");
            assert_eq!(span.is_empty(), segment.kind() == Kind::Image, "leaf {index} {span:?}");
        }
        let (mut next, mut at) = (index + 1, span.start);
        for child in segment.children() {
            assert_eq!(child.index(), next, "children of {index}");
            assert!(child.span().start >= at, "segment {next} overlaps its sibling");
            (next, at) = (child.record().end, child.span().end);
        }
        assert_eq!(next, record.end, "children of {index}");

        assert!((0.0..=1.0).contains(&segment.confidence()), "segment {index} has confidence {}", segment.confidence());
        assert!(segment.reasons().iter().all(|reason| reason.weight.is_finite()));
        let first = segment.reasons().first().map_or(0.0, |reason| reason.weight);
        assert!(segment.reasons().iter().all(|reason| reason.weight <= first), "reasons of {index} are not sorted");
        if segment.reasons().is_empty() {
            assert_eq!(segment.confidence(), 0.5, "segment {index} is sure without a reason");
        }
        match segment.kind() {
            Kind::Heading => assert!((2..=6).contains(&segment.level()), "heading of level {}", segment.level()),
            _ => assert_eq!(segment.level(), 0, "a {} has a level", segment.kind()),
        }
        if let Some(before) = segment.continues() {
            assert!(before.index() < index && before.kind() == segment.kind(), "segment {index} continues {before:?}");
        }
        assert_eq!(record.reserved, [0; 2]);
    }
    let (mut index, mut at) = (0, 0);
    while let Some(top) = article.segment(index) {
        assert!(top.span().start >= at, "segment {index} overlaps its sibling");
        (index, at) = (top.record().end, top.span().end);
    }
}

/// Leaves do not overlap, and each visible character lies in one.
pub fn tiling(article: &Article) {
    let document = article.document();
    let mut at = 0;
    let no_letters = |from: usize, to: usize| {
        let gap = &document[from..to];
        assert!(!gap.chars().any(is_visible), "{gap:?} at {from} lies in no segment");
    };
    for leaf in leaves(article) {
        let span = leaf.span();
        assert!(span.start as usize >= at, "leaf {} overlaps the one before it", leaf.index());
        no_letters(at, span.start as usize);
        at = span.end as usize;
    }
    no_letters(at, document.len());
}

pub fn marks(article: &Article) {
    let document = article.document();
    let mut at = 0;
    for mark in article.marks() {
        assert!(on_boundaries(document, mark.span()), "{mark:?}");
        // An image stands between two characters, and so does a link around it alone.
        match mark.kind() {
            MarkKind::Image => assert!(mark.span().is_empty(), "{mark:?}"),
            MarkKind::Link if mark.span().is_empty() => {
                let image = article.mark(mark.index() + 1).expect("an image");
                assert_eq!((image.kind(), image.span()), (MarkKind::Image, mark.span()), "{mark:?}");
            }
            _ => assert!(!mark.span().is_empty(), "{mark:?}"),
        }
        if mark.kind() == MarkKind::Layout {
            assert!(mark.span().start >= at, "mark {:?} overlaps the one before it", mark.span());
            at = mark.span().end;
        }
    }
    assert!(article.mark_records().is_sorted_by_key(|mark| mark.span.start));
}

pub fn facts(article: &Article) {
    assert!(article.fact_records().is_sorted_by_key(|fact| fact.field));
    for fact in article.facts() {
        assert!((0.0..=1.0).contains(&fact.confidence()), "{:?} {}", fact.field(), fact.confidence());
        assert!(!fact.value().is_empty(), "{:?} has no value", fact.field());
        // What a page says for programs alone stands in the input, and not in the document.
        assert!(fact.source().is_some() || fact.span().is_none());
        assert!(fact.source().is_none_or(|source| source.start <= source.end));
        if let Some(span) = fact.span() {
            assert!(on_boundaries(article.document(), span), "{:?} {span:?}", fact.field());
        }
    }
    for warning in article.warnings() {
        assert!(!warning.message().is_empty());
        assert!(warning.span().is_none_or(|span| on_boundaries(article.document(), span)));
    }
    assert!((0.0..=1.0).contains(&article.confidence()));
}

/// The converter against counting; of a long document every `step`th character.
pub fn offsets(article: &Article, step: usize) {
    let document = article.document();
    let offsets = article.offsets();
    let step = if document.len() < 4096 { 1 } else { step };
    let (mut code_points, mut utf16) = (0, 0);
    for (i, (byte, c)) in document.char_indices().chain([(document.len(), '\0')]).enumerate() {
        if i % step == 0 || byte == document.len() {
            let at = [byte, code_points, utf16];
            for (from, &a) in UNITS.iter().zip(&at) {
                for (to, &b) in UNITS.iter().zip(&at) {
                    assert_eq!(offsets.convert(a, *from, *to), b, "{a} of {from:?} in {to:?}");
                }
            }
            // Inside a character is at its start.
            if c.len_utf8() > 1 && byte < document.len() {
                assert_eq!(offsets.convert(byte + 1, OffsetUnit::Byte, OffsetUnit::CodePoint), code_points);
            }
            if c.len_utf16() > 1 {
                assert_eq!(offsets.convert(utf16 + 1, OffsetUnit::Utf16, OffsetUnit::Byte), byte);
            }
        }
        code_points += 1;
        utf16 += c.len_utf16();
    }
    for (from, end) in UNITS.iter().zip([document.len(), code_points - 1, utf16 - 1]) {
        assert_eq!(offsets.convert(end + 1, *from, OffsetUnit::Byte), document.len());
        assert_eq!(offsets.convert(usize::MAX, *from, OffsetUnit::Byte), document.len());
    }
}

/// A segment's text says what its span of the document says, cleanly.
pub fn segment_texts(article: &Article) {
    for segment in article.segments() {
        let (text, index) = (segment.text(), segment.index());
        if segment.kind().is_container() {
            assert_eq!(text, "", "container {index}");
            continue;
        }
        assert_eq!(letters(text), letters_of(article, segment.span()), "text of segment {index}");
        clean(text, segment.kind(), &format!("text of segment {index}"));
        located(article, text, 0..text.len(), &segment.locate(0..text.len()));
    }
}

fn clean(text: &str, kind: Kind, name: &str) {
    if kind == Kind::Code {
        return assert!(!text.contains('\r'), "{name}: {text:?}");
    }
    assert_eq!(text.trim(), text, "{name}");
    let mut last = 'x';
    for c in text.chars() {
        assert!(!c.is_whitespace() || c == ' ' || c == '\n', "{name} holds {c:?}");
        assert!(!(c == ' ' && last == ' '), "{name} holds two spaces: {text:?}");
        assert!(!c.is_control() || c == '\n', "{name} holds {c:?}");
        assert!(!matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}'), "{name} holds {c:?}");
        last = c;
    }
}

/// The leaves of the body, by the rule in the documentation of `body_kinds`.
pub fn body_leaves(article: &Article) -> impl Iterator<Item = SegmentRef<'_>> {
    let mut excluded_until = 0;
    article.segments().filter(move |segment| {
        if segment.role() == Role::Boilerplate || !article.body_kinds().contains(&segment.kind()) {
            excluded_until = excluded_until.max(segment.record().end);
        }
        segment.index() >= excluded_until && !segment.kind().is_container()
    })
}

/// The body text is the texts of its segments in order, with a separator between two.
pub fn body(article: &Article) {
    let mut rest = article.text();
    let mut first = true;
    for segment in body_leaves(article).filter(|segment| !segment.text().is_empty()) {
        let separators: &[&str] = match (first, segment.continues()) {
            (true, _) => &[""],
            // Nothing parts the halves of a word, nor those of a sentence in scripts without blanks.
            (false, Some(_)) => &[" ", "\n\n", ""],
            (false, None) => &["\n\n", "\n", "\t"],
        };
        let after = |separator: &&str| rest.strip_prefix(separator)?.strip_prefix(segment.text());
        let head: String = rest.chars().take(60).collect();
        rest = separators.iter().find_map(after).unwrap_or_else(|| {
            panic!("the body goes on with {head:?} and not with segment {} {:?}", segment.index(), segment.text())
        });
        first = false;
    }
    assert_eq!(rest, "", "the body says more than its segments");
    let text = article.to_text();
    assert_eq!(text.strip_suffix('\n').unwrap_or(&text), article.text());
}

/// The ranges that a range of a clean text was located in are in order, and say the same.
fn located(article: &Article, text: &str, range: std::ops::Range<usize>, spans: &[Span]) {
    let mut at = 0;
    let mut found = String::new();
    for span in spans {
        assert!(on_boundaries(article.document(), *span) && !span.is_empty(), "{range:?} is located in {span:?}");
        assert!(span.start >= at, "{range:?} is located out of order: {spans:?}");
        at = span.end;
        found.push_str(&letters_of(article, *span));
    }
    let text = &text[range.clone()];
    let is_ligature = |c: char| LIGATURES.iter().any(|&(ligature, _)| ligature == c);
    if spans.iter().any(|span| article.document()[span.range()].contains(is_ligature)) {
        // A letter of one is located in all of it.
        assert!(found.contains(&letters(text)), "{range:?} is located in {spans:?}");
        return;
    }
    assert_eq!(found, letters(text), "{range:?} is located in {spans:?}");
}

/// Ranges of the body text: all of it, each word, and from here to there.
pub fn locate(article: &Article, step: usize) {
    let text = article.text();
    let check = |range: std::ops::Range<usize>| located(article, text, range.clone(), &article.locate(range));
    check(0..text.len());
    let step = if text.len() < 512 { 1 } else { step };
    let boundaries: Vec<usize> =
        text.char_indices().map(|(i, _)| i).chain([text.len()]).step_by(step.max(text.len() / 300)).collect();
    for (i, &start) in boundaries.iter().enumerate() {
        for length in [0, 1, 2, 3, 7, 40] {
            if let Some(&end) = boundaries.get(i + length) {
                check(start..end);
            }
        }
    }
    assert_eq!(article.locate(text.len()..text.len() + 10), []);
    assert_eq!(article.locate(0..usize::MAX), article.locate(0..text.len()));
}

/// Sections hold every heading and paragraph of the body, nested by level.
pub fn outline(article: &Article) {
    let sections: Vec<_> = article.sections().collect();
    let mut paragraphs = 0;
    let mut open: Vec<(u32, u32)> = Vec::new();
    for (i, section) in sections.iter().enumerate() {
        let record = section.record();
        while open.last().is_some_and(|&(end, _)| end <= i as u32) {
            open.pop();
        }
        assert!(record.end > i as u32 && record.end as usize <= sections.len(), "section {i} ends at {}", record.end);
        if let Some(&(end, level)) = open.last() {
            assert!(record.end <= end && record.level > level, "section {i} does not nest");
        }
        open.push((record.end, record.level));
        match section.heading() {
            Some(heading) => assert_eq!((heading.kind(), heading.level()), (Kind::Heading, section.level())),
            None => {
                let first = article.segment(record.segments.start).map(|segment| segment.kind());
                let may_be = i == 0 || first == Some(Kind::Timestamp);
                assert!(may_be && section.level() == 0, "only the lead and an entry with its time have no heading");
            }
        }
        assert_eq!(record.paragraphs.start, paragraphs, "section {i} leaves out a paragraph");
        paragraphs = record.paragraphs.end;
        assert_eq!(section.paragraphs().len(), record.paragraphs.len());
    }
    assert_eq!(paragraphs as usize, article.paragraphs().len(), "a paragraph is in no section");
    let headings = body_leaves(article).filter(|s| s.kind() == Kind::Heading && !s.text().is_empty()).count();
    assert_eq!(sections.iter().filter(|section| section.heading().is_some()).count(), headings);
    let mut below = 0;
    for top in article.top_sections() {
        assert_eq!(top.record() as *const _, sections[below].record() as *const _);
        below = top.record().end as usize;
    }
    assert_eq!(below, sections.len());

    let mut at = 0;
    for paragraph in article.paragraphs() {
        let record = paragraph.record();
        assert!(on_boundaries(article.text(), record.text) && !record.text.is_empty() && record.text.start >= at);
        assert!(on_boundaries(article.document(), record.span), "{record:?}");
        assert!(!paragraph.text().contains("\n\n"), "{:?}", paragraph.text());
        at = record.text.end;
        let sentences: String = paragraph.sentences().map(|sentence| letters(sentence.text())).collect();
        assert_eq!(sentences, letters(paragraph.text()), "the sentences of a paragraph are not the paragraph");
        let located = article.locate(record.text.range());
        let ends = (located.first().map(|span| span.start), located.last().map(|span| span.end));
        assert_eq!(ends, (Some(record.span.start), Some(record.span.end)), "{record:?}");
    }
}

/// Sentences are in order, each inside a block.
pub fn sentences(article: &Article) {
    let mut at = 0;
    for sentence in article.sentences() {
        let record = sentence.record();
        assert!(on_boundaries(article.text(), record.text) && !record.text.is_empty(), "{record:?}");
        assert!(on_boundaries(article.document(), record.span), "{record:?}");
        assert!(record.text.start >= at, "{record:?} stands before the end of the one before it");
        at = record.text.end;
        assert_eq!(sentence.text().trim(), sentence.text(), "a sentence has blanks at its ends");
        assert!(!sentence.text().contains("\n\n"), "a sentence goes over blocks: {:?}", sentence.text());
        let segment = article.segment(record.segment).expect("a segment");
        assert!(segment.role() != Role::Boilerplate && !segment.kind().is_container());
        assert!(record.span.start >= segment.span().start);
    }
}

/// Words are in order, each has a letter or digit, and the document has them where they say.
pub fn words(article: &Article) {
    let mut at = 0;
    for word in article.words() {
        let text = word.text();
        let start = text.as_ptr() as usize - article.text().as_ptr() as usize;
        assert!(start >= at && !text.is_empty(), "{text:?} stands before the end of the word before it");
        // UAX 29 (WB4) takes a combining sign with what stands before it, even with a blank.
        assert!(text.contains(char::is_alphanumeric) && !text.trim_start().contains(char::is_whitespace), "{text:?}");
        at = start + text.len();
        assert!(on_boundaries(article.document(), word.span()), "{text:?} {:?}", word.span());
        assert_eq!(letters_of(article, word.span()), letters(text));
    }
    assert_eq!(article.word_count(), article.words().len());
}

/// JSON in every unit reads back as an equal article that renders the same.
pub fn json(article: &Article) {
    for unit in UNITS {
        let json = article.to_json_in(unit);
        let back = Article::from_json(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
        assert_eq!(&back, article, "{unit:?}");
        for unit in UNITS {
            assert_eq!(back.to_json_in(unit), article.to_json_in(unit));
        }
        assert_eq!(back.text(), article.text());
    }
    let back = Article::from_json(&article.to_json()).expect("an article");
    for &format in Format::all() {
        assert!(back.render(format) == article.render(format), "{}", format.name());
    }
}

/// `source` of an article of decoded text, which counts in `unit`, against the input.
pub fn source_of_text(article: &Article, input: &str, unit: OffsetUnit) {
    assert_eq!(article.source_unit(), unit);
    let slice = |span: Span| -> String {
        let (start, end) = (span.start as usize, span.end as usize);
        match unit {
            OffsetUnit::Byte => input[start..end].to_owned(),
            OffsetUnit::CodePoint => input.chars().skip(start).take(end - start).collect(),
            _ => String::from_utf16(&input.encode_utf16().skip(start).take(end - start).collect::<Vec<_>>())
                .expect("whole characters"),
        }
    };
    source(article, slice);
}

/// `source` of an article of bytes: decoded on their own they say what the document says.
pub fn source_of_bytes(article: &Article, input: &[u8], encoding: &'static encoding_rs::Encoding) {
    assert_eq!(article.source_unit(), OffsetUnit::Byte);
    source(article, |span| {
        encoding.decode_without_bom_handling(&input[span.start as usize..span.end as usize]).0.into_owned()
    });
}

fn source(article: &Article, slice: impl Fn(Span) -> String) {
    let same = |span: Span, source: Span, what: &str| {
        assert_eq!(slice(source), article.document()[span.range()], "{what} {span:?} from {source:?}");
    };
    article.segments().for_each(|segment| same(segment.span(), segment.source(), "segment"));
    article.marks().for_each(|mark| same(mark.span(), mark.source(), "mark"));
    for fact in article.facts() {
        if let (Some(span), Some(source)) = (fact.span(), fact.source()) {
            same(span, source, "fact");
        }
    }
}
