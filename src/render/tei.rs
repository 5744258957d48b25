//! TEI P5: the facts in the header, the body in nested divisions, what the article has around it before and behind.
//!
//! `schema/tei.rng` says what is written as patterns, each with its chapter of the Guidelines,
//! <https://tei-c.org/guidelines/p5/>.

use std::fmt::{self, Display, Write};

use super::blocks::{self, Block, BlockKind};
use super::facts::{Facts, Place, Text, absolute, link};
use super::inline::{Inline, Marks, Style};
use crate::address::reference;
use crate::article::{Article, FactRef};
use crate::clean::folded;
use crate::date::{Date, Time};
use crate::model::{Field, Kind, Role, Segment};

/// Writes to a `String`, which cannot fail.
macro_rules! push {
    ($out:expr, $($argument:tt)*) => {{ let _ = write!($out, $($argument)*); }};
}

pub(crate) fn render(article: &Article) -> String {
    let facts = Facts::new(article);
    let body = blocks::body(article);
    let mut writer = Writer { out: String::with_capacity(article.document().len() * 2 + 1024), facts: &facts };
    writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
    writer.header(&body);
    writer.text(&body);
    writer.out.push_str("</TEI>\n");
    writer.out
}

struct Writer<'f, 'a> {
    out: String,
    facts: &'f Facts<'a>,
}

// ---- the header

/// Fields that have an element of their own; of the others each is a note in the description of the source.
const PLACED: &[Field] = &[
    Field::Title,
    Field::AlternativeTitle,
    Field::Description,
    Field::ArticleSection,
    Field::Keywords,
    Field::Genre,
    Field::Language,
    Field::Agency,
    Field::DatePublished,
    Field::DateModified,
    Field::DateCreated,
    Field::DateEmbargoed,
    Field::DatelinePlace,
    Field::DatelineDate,
    Field::Publisher,
    Field::CopyrightNotice,
    Field::License,
    Field::IsPartOf,
    Field::Identifier,
    Field::Pagination,
    Field::PrintEdition,
];

impl<'a> Writer<'_, 'a> {
    fn header(&mut self, body: &[Block<'a>]) {
        self.out.push_str("<teiHeader>\n<fileDesc>\n<titleStmt>\n");
        let title = self.facts.of(Field::Title);
        if title.is_empty() {
            self.out.push_str("<title/>\n");
        }
        self.facts_as(Field::Title, "title", "");
        self.facts_as(Field::AlternativeTitle, "title", " type=\"alt\"");
        self.authors();
        self.out.push_str("</titleStmt>\n");
        if !body.is_empty() {
            let words = self.facts.article.word_count();
            push!(self.out, "<extent><measure unit=\"word\" quantity=\"{words}\"/></extent>\n");
        }
        self.out.push_str("<publicationStmt><p>Made by nutgraf from the source.</p></publicationStmt>\n");
        self.out.push_str("<sourceDesc>\n");
        self.source(body);
        self.out.push_str("</sourceDesc>\n</fileDesc>\n");
        push!(
            self.out,
            "<encodingDesc>\n<listPrefixDef>\n{}{}</listPrefixDef>\n<appInfo><application ident=\"nutgraf\" \
             version=\"{version}\"><label>nutgraf {version}</label></application></appInfo>\n</encodingDesc>\n",
            self.prefix(Text::Document),
            self.prefix(Text::Input),
            version = crate::VERSION,
        );
        self.profile();
        self.out.push_str("</teiHeader>\n");
    }

    /// What the addresses stand for that say where something is: a selector as a fragment (W3C, Selectors and States).
    fn prefix(&self, text: Text) -> String {
        let (name, selector) = (prefix(text), self.facts.selector(text));
        let unit = if selector == "DataPositionSelector" { "bytes" } else { "code points" };
        format!(
            "<prefixDef ident=\"{name}\" matchPattern=\"([0-9]+),([0-9]+)\" \
             replacementPattern=\"{name}#selector(type={selector},start=$1,end=$2)\"><p>Places in the {name}, in {unit}: the \
             first, counted from 0, and that behind the last.</p></prefixDef>\n"
        )
    }

    /// The source.
    fn source(&mut self, body: &[Block<'a>]) {
        self.out.push_str("<bibl>\n");
        self.facts_as(Field::Title, "title", " level=\"a\"");
        self.facts_as(Field::AlternativeTitle, "title", " level=\"a\" type=\"alt\"");
        self.authors();
        self.facts_as(Field::Agency, "distributor", "");
        self.facts_as(Field::Publisher, "publisher", "");
        let dates = [
            (Field::DatePublished, "published"),
            (Field::DateModified, "modified"),
            (Field::DateEmbargoed, "embargoed"),
        ];
        for (field, name) in dates {
            self.facts.of(field).into_iter().for_each(|fact| self.date(fact, name));
        }
        self.facts_as(Field::Pagination, "biblScope", " unit=\"page\"");
        self.facts_as(Field::PrintEdition, "edition", "");
        self.facts_as(Field::Identifier, "idno", "");
        if let Some(address) = self.facts.address() {
            push!(self.out, "<idno type=\"URI\">{}</idno>\n", Escaped(&address));
        }
        for fact in self.facts.of(Field::IsPartOf) {
            self.out.push_str("<relatedItem type=\"host\"><bibl>");
            match absolute(fact.value()) {
                Some(address) => push!(self.out, "<idno type=\"URI\">{}</idno>", Escaped(&address)),
                None => self.element("title", "", self.facts.place_of(fact), fact.value()),
            }
            self.out.push_str("</bibl></relatedItem>\n");
        }
        self.availability();
        for image in self.facts.images(body).into_iter().filter(|image| !image.is_in_body || image.credit.is_some()) {
            self.out.push_str("<note type=\"image\">");
            image.url.iter().for_each(|url| push!(self.out, "<graphic url=\"{}\"/>", Escaped(url)));
            let words: Vec<&str> = image.caption.as_deref().into_iter().chain(image.credit).collect();
            push!(self.out, "{}</note>\n", Escaped(&words.join(" ")));
        }
        for fact in self.facts.others(|field| PLACED.contains(&field)) {
            let kind = format!(" type=\"{}\"", fact.field());
            self.line("note", &kind, fact);
        }
        for (name, fact) in self.facts.properties() {
            let name = name.map(|name| format!(" n=\"{}\"", Escaped(name))).unwrap_or_default();
            self.line("note", &format!(" type=\"{}\"{name}", fact.field()), fact);
        }
        self.out.push_str("</bibl>\n");
    }

    /// The rights.
    fn availability(&mut self) {
        let (licenses, notices) = (self.facts.of(Field::License), self.facts.of(Field::CopyrightNotice));
        if licenses.is_empty() && notices.is_empty() {
            return;
        }
        self.out.push_str("<availability>\n");
        for fact in licenses {
            let target = absolute(fact.value()).map(|url| format!(" target=\"{}\"", Escaped(&url)));
            self.line("licence", &target.unwrap_or_default(), fact);
        }
        notices.into_iter().for_each(|fact| self.line("p", "", fact));
        self.out.push_str("</availability>\n");
    }

    /// What the text is about, when and where it was made, and in which language.
    fn profile(&mut self) {
        self.out.push_str("<profileDesc>\n");
        for fact in self.facts.of(Field::Description) {
            self.out.push_str("<abstract>");
            self.element("p", "", self.facts.place_of(fact), fact.value());
            self.out.push_str("</abstract>\n");
        }
        let (created, dated) = (self.facts.of(Field::DateCreated), self.facts.of(Field::DatelineDate));
        let places = self.facts.of(Field::DatelinePlace);
        if !(created.is_empty() && dated.is_empty() && places.is_empty()) {
            self.out.push_str("<creation>\n");
            created.into_iter().for_each(|fact| self.date(fact, "created"));
            dated.into_iter().for_each(|fact| self.date(fact, "dateline"));
            places.into_iter().for_each(|fact| self.line("placeName", "", fact));
            self.out.push_str("</creation>\n");
        }
        if let Some(language) = self.facts.article.language().filter(|tag| is_language(tag)) {
            push!(self.out, "<langUsage><language ident=\"{language}\">{language}</language></langUsage>\n");
        }
        let fields =
            [(Field::ArticleSection, " type=\"section\""), (Field::Genre, " type=\"genre\""), (Field::Keywords, "")];
        if fields.iter().any(|(field, _)| !self.facts.of(*field).is_empty()) {
            self.out.push_str("<textClass><keywords>\n");
            fields.into_iter().for_each(|(field, attributes)| self.facts_as(field, "term", attributes));
            self.out.push_str("</keywords></textClass>\n");
        }
        self.out.push_str("</profileDesc>\n");
    }

    /// The authors, with what is known of each.
    fn authors(&mut self) {
        for author in self.facts.authors() {
            self.out.push_str("<author>");
            let name = if author.is_organisation { "orgName" } else { "persName" };
            let page = author.url.as_deref().map(|url| format!(" ref=\"{}\"", Escaped(url))).unwrap_or_default();
            self.element(name, &page, self.facts.place_of(author.name), author.name.value());
            for (name, fact) in [("roleName", author.role), ("affiliation", author.affiliation)] {
                fact.into_iter().for_each(|fact| self.element(name, "", self.facts.place_of(fact), fact.value()));
            }
            self.out.push_str("</author>\n");
        }
    }

    /// A date as it is written, with what it stands for.
    fn date(&mut self, fact: FactRef<'_>, kind: &str) {
        let when = when(fact.value());
        let text = if fact.text().is_empty() { fact.value() } else { fact.text() };
        self.element("date", &format!(" type=\"{kind}\"{when}"), self.facts.place_of(fact), &folded(text));
        self.out.push('\n');
    }

    /// Each value of a field, as elements of one name.
    fn facts_as(&mut self, field: Field, name: &str, attributes: &str) {
        self.facts.of(field).into_iter().for_each(|fact| self.line(name, attributes, fact));
    }

    fn line(&mut self, name: &str, attributes: &str, fact: FactRef<'_>) {
        self.element(name, attributes, self.facts.place_of(fact), fact.value());
        self.out.push('\n');
    }

    fn element(&mut self, name: &str, attributes: &str, place: Option<Place>, text: &str) {
        push!(self.out, "<{name}{attributes}");
        self.places(place);
        push!(self.out, ">{}</{name}>", Escaped(text));
    }

    /// Where an element stands.
    fn places(&mut self, places: impl IntoIterator<Item = Place>) {
        let mut sign = " source=\"";
        for Place { text, start, end } in places {
            push!(self.out, "{sign}{}:{start},{end}", prefix(text));
            sign = " ";
        }
        if sign == " " {
            self.out.push('"');
        }
    }
}

fn prefix(text: Text) -> &'static str {
    match text {
        Text::Document => "document",
        Text::Input => "input",
    }
}

/// The attribute of a date: what is one of W3C XML Schema as that, what is one of ISO 8601 alone as that.
fn when(value: &str) -> String {
    let is_digits = |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
    if let Some(day) = day.strip_prefix("XXXX").filter(|day| day.len() == 6 && day.starts_with('-') && time.is_none()) {
        // A day of any year (gMonthDay).
        let is_day = format!("2024{day}").parse::<jiff::civil::Date>().is_ok();
        return if is_day { format!(" when=\"-{day}\"") } else { String::new() };
    }
    let mut parts = day.split('-');
    let known = parts.next().is_some_and(|year| is_digits(year, 4) && year != "0000")
        && parts.clone().count() <= 2
        && parts.clone().all(|part| is_digits(part, 2));
    let month_and_day = match parts.clone().count() {
        2 => day.parse::<jiff::civil::Date>().is_ok(),
        1 => parts.all(|month| (1..=12).contains(&month.parse().unwrap_or(0))),
        _ => true,
    };
    if !known || !month_and_day || time.is_some() && day.len() != 10 {
        return String::new();
    }
    match time {
        None => format!(" when=\"{value}\""),
        // No zone is further than 14 hours from UTC (XML Schema 1.1, part 2, 3.3.7).
        Some(_) if Date::parse(value).and_then(|date| date.time).is_none_or(is_far) => String::new(),
        // Without seconds a time is one of ISO 8601 alone (teidata.temporal.iso).
        Some(time) => {
            let clock = time.split(['Z', '+', '-']).next().unwrap_or_default();
            let name = if clock.matches(':').count() == 2 { "when" } else { "when-iso" };
            format!(" {name}=\"{value}\"")
        }
    }
}

fn is_far(time: Time) -> bool {
    time.offset_minutes.is_some_and(|minutes| minutes.unsigned_abs() > 14 * 60)
}

/// Whether a tag is made as those of BCP 47 are.
fn is_language(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    tag.split('-').all(is_part)
        && tag.split('-').next().is_some_and(|part| part.bytes().all(|b| b.is_ascii_alphabetic()))
}

// ---- the text

/// A leaf that is the article's and not of its body: its index, itself and its text.
type Furniture<'r, 'a> = (u32, &'r Segment, Vec<Inline<'a>>);

impl<'a> Writer<'_, 'a> {
    fn text(&mut self, body: &[Block<'a>]) {
        self.out.push_str("<text");
        if let Some(language) = self.facts.article.language().filter(|tag| is_language(tag)) {
            push!(self.out, " xml:lang=\"{language}\"");
        }
        self.out.push_str(">\n");
        let article = self.facts.article;
        let mut shown = vec![false; article.segments().len()];
        body.iter().for_each(|block| mark_shown(block, &mut shown));
        let first = shown.iter().position(|&shown| shown).unwrap_or(shown.len());
        let mut marks = Marks::new(&article.record);
        let furniture: Vec<Furniture<'_, 'a>> = article
            .segments()
            .filter(|s| s.role() == Role::Furniture && s.kind() != Kind::Layout && !s.kind().is_container())
            .filter(|s| !shown[s.index() as usize] && !self.is_title(s.record()))
            .map(|s| (s.index(), s.record(), marks.inline(s.record())))
            .filter(|(.., text)| !text.is_empty())
            .collect();
        let (before, others) = furniture.split_at(furniture.partition_point(|(index, ..)| (*index as usize) < first));
        self.front(before);
        let behind = self.body(body, before, others);
        if !behind.is_empty() {
            self.out.push_str("<back>\n");
            behind.iter().for_each(|(_, segment, text)| self.note(segment, text));
            self.out.push_str("</back>\n");
        }
        self.out.push_str("</text>\n");
    }

    /// Title, byline and dates, and what else stands before the body.
    fn front(&mut self, before: &[Furniture<'_, 'a>]) {
        let title = self.facts.article.title();
        if title.is_none() && before.iter().all(|(_, segment, _)| segment.kind == Kind::Dateline) {
            return;
        }
        self.out.push_str("<front>\n");
        if let Some(fact) = self.facts.of(Field::Title).first().copied() {
            self.out.push_str("<docTitle>");
            self.element("titlePart", " type=\"main\"", self.facts.place_of(fact), fact.value());
            self.out.push_str("</docTitle>\n");
        }
        let dates = self.dates();
        for (_, segment, text) in before {
            match segment.kind {
                Kind::Title => self.leaf("titlePart", " type=\"alt\"", &[self.facts.place(segment.span)], text),
                Kind::Kicker => self.leaf("titlePart", " type=\"kicker\"", &[self.facts.place(segment.span)], text),
                Kind::Dek => self.leaf("titlePart", " type=\"desc\"", &[self.facts.place(segment.span)], text),
                Kind::Byline => self.leaf("byline", "", &[self.facts.place(segment.span)], text),
                Kind::Timestamp => {
                    let at = dates.partition_point(|(start, _)| *start < segment.span.start);
                    let date = dates.get(at).filter(|(start, _)| *start < segment.span.end);
                    self.leaf(
                        "docDate",
                        &date.map(|(_, value)| when(value)).unwrap_or_default(),
                        &[self.facts.place(segment.span)],
                        text,
                    );
                }
                // It opens the body.
                Kind::Dateline => {}
                _ => self.note(segment, text),
            }
        }
        self.out.push_str("</front>\n");
    }

    /// Whether this is the title that is written in front of all.
    fn is_title(&self, segment: &Segment) -> bool {
        let written = || folded(&self.facts.article.document()[segment.span.range()]);
        let best = self.facts.of(Field::Title);
        let is_best = |fact: &FactRef<'_>| fact.span() == Some(segment.span) || fact.value() == written();
        segment.kind == Kind::Title && best.first().is_some_and(is_best)
    }

    /// Where the dates stand, in the order of the document.
    fn dates(&self) -> Vec<(u32, &'a str)> {
        let fields = [Field::DatePublished, Field::DateModified, Field::DateCreated, Field::DateEmbargoed];
        let facts = fields.into_iter().flat_map(|field| self.facts.article.facts_of(field));
        let mut dates: Vec<_> = facts.filter_map(|fact| Some((fact.span()?.start, fact.value()))).collect();
        dates.sort_unstable();
        dates
    }

    /// What is the article's and has no element of its own.
    fn note(&mut self, segment: &Segment, text: &[Inline<'_>]) {
        self.leaf("note", &format!(" type=\"{}\"", segment.kind), &[self.facts.place(segment.span)], text);
    }

    /// Divisions by the levels of their headings, with the furniture that stands among the blocks; what is left of that
    /// stands behind them.
    fn body<'s, 'r>(
        &mut self,
        body: &[Block<'a>],
        before: &[Furniture<'r, 'a>],
        others: &'s [Furniture<'r, 'a>],
    ) -> &'s [Furniture<'r, 'a>] {
        self.out.push_str("<body>\n");
        for (_, segment, text) in before.iter().filter(|(_, segment, _)| segment.kind == Kind::Dateline) {
            self.leaf("dateline", "", &[self.facts.place(segment.span)], text);
        }
        let mut others = others;
        let mut open: Vec<u32> = Vec::new();
        // Notes and pictures alone are no body.
        let mut says = false;
        for block in body {
            let first = first_segment(block).unwrap_or(0);
            let (among, rest) = others.split_at(others.partition_point(|(index, ..)| *index < first));
            others = rest;
            if let BlockKind::Heading { level } = block.kind {
                // The time of an entry stands above its heading.
                let times = among.iter().rev().take_while(|(_, segment, _)| segment.kind == Kind::Timestamp).count();
                let (notes, times) = among.split_at(among.len() - times);
                notes.iter().for_each(|(_, segment, text)| self.note(segment, text));
                while open.pop_if(|open| *open >= level).is_some() {
                    self.out.push_str("</div>\n");
                }
                open.push(level);
                self.out.push_str("<div>\n");
                times.iter().for_each(|(_, segment, text)| self.note(segment, text));
                self.leaf("head", "", &self.places_of(block), &block.text);
                says = true;
            } else {
                among.iter().for_each(|(_, segment, text)| self.note(segment, text));
                says |= !matches!(self.element_of(block), "note" | "figure");
                self.block(block);
            }
        }
        open.iter().for_each(|_| self.out.push_str("</div>\n"));
        if !says {
            self.out.push_str("<p/>\n");
        }
        self.out.push_str("</body>\n");
        others
    }

    /// Where a block stands; nowhere if it is a picture alone.
    fn places_of(&self, block: &Block<'_>) -> Vec<Place> {
        let segments = self.facts.article.segment_records();
        let spans = block.segments.iter().map(|&segment| segments[segment as usize].span);
        spans.filter(|span| !span.is_empty()).map(|span| self.facts.place(span)).collect()
    }

    fn kind(&self, block: &Block<'_>) -> Option<Kind> {
        let segments = self.facts.article.segment_records();
        block.segments.first().map(|&segment| segments[segment as usize].kind)
    }

    fn element_of(&self, block: &Block<'_>) -> &'static str {
        match block.kind {
            // Within a list, a quotation or a table there are no divisions to be headed.
            BlockKind::Heading { .. } | BlockKind::Code { .. } => "ab",
            BlockKind::Paragraph if self.kind(block) == Some(Kind::Footnote) => "note",
            BlockKind::Paragraph => "p",
            BlockKind::Picture | BlockKind::Figure => "figure",
            BlockKind::Caption => "head",
            BlockKind::Quote => "quote",
            BlockKind::List { .. } => "list",
            BlockKind::Item => "item",
            BlockKind::Table => "table",
            BlockKind::Row => "row",
            BlockKind::Cell { .. } => "cell",
        }
    }

    fn block(&mut self, block: &Block<'a>) {
        let name = self.element_of(block);
        let places = self.places_of(block);
        match block.kind {
            BlockKind::Heading { .. } => self.leaf(name, " type=\"heading\"", &places, &block.text),
            BlockKind::Paragraph if name == "note" => {
                self.leaf(name, " type=\"footnote\" place=\"bottom\"", &places, &block.text);
            }
            BlockKind::Paragraph | BlockKind::Caption => self.leaf(name, "", &places, &block.text),
            BlockKind::Code { language } => {
                push!(self.out, "<ab xml:space=\"preserve\"");
                self.places(places);
                self.out.push_str("><code");
                language.iter().for_each(|language| push!(self.out, " lang=\"{}\"", Escaped(language)));
                self.out.push('>');
                self.inline(&block.text);
                self.out.push_str("</code></ab>\n");
            }
            BlockKind::Picture => {
                self.out.push_str("<figure");
                self.places(places);
                self.out.push('>');
                self.picture(&block.text);
                self.out.push_str("</figure>\n");
            }
            BlockKind::Quote => {
                let is_pulled = block.children.first().is_some_and(|own| self.kind(own) == Some(Kind::PullQuote));
                self.container(block, if is_pulled { " type=\"pull_quote\"" } else { "" });
            }
            BlockKind::List { start } => {
                push!(self.out, "<list rend=\"{}\">\n", if start.is_some() { "numbered" } else { "bulleted" });
                for (at, item) in block.children.iter().enumerate() {
                    let number = start.map(|start| format!(" n=\"{}\"", u64::from(start) + at as u64));
                    self.content(item, &number.unwrap_or_default());
                }
                self.out.push_str("</list>\n");
            }
            BlockKind::Row => self.container(block, if block.is_header() { " role=\"label\"" } else { "" }),
            BlockKind::Cell { header, columns, rows } => {
                let mut attributes = if header { " role=\"label\"".to_owned() } else { String::new() };
                for (attribute, span) in [("cols", columns), ("rows", rows)] {
                    if span > 1 {
                        push!(attributes, " {attribute}=\"{span}\"");
                    }
                }
                self.content(block, &attributes);
            }
            BlockKind::Figure => {
                self.out.push_str("<figure>\n");
                for child in &block.children {
                    if child.kind == BlockKind::Picture {
                        self.picture(&child.text);
                        self.out.push('\n');
                    } else {
                        self.block(child);
                    }
                }
                self.out.push_str("</figure>\n");
            }
            BlockKind::Item | BlockKind::Table => self.container(block, ""),
        }
    }

    fn container(&mut self, block: &Block<'a>, attributes: &str) {
        let name = self.element_of(block);
        push!(self.out, "<{name}{attributes}>\n");
        block.children.iter().for_each(|child| self.block(child));
        push!(self.out, "</{name}>\n");
    }

    fn content(&mut self, block: &Block<'a>, attributes: &str) {
        let name = self.element_of(block);
        let (alone, blocks) = block.content();
        push!(self.out, "<{name}{attributes}");
        let alone = alone.filter(|alone| self.element_of(alone) == "p");
        if let Some(first) = alone {
            self.places(self.places_of(first));
        }
        self.out.push('>');
        alone.iter().for_each(|first| self.inline(&first.text));
        let blocks = if alone.is_some() { blocks } else { block.children.as_slice() };
        if !blocks.is_empty() {
            self.out.push('\n');
            blocks.iter().for_each(|child| self.block(child));
        }
        push!(self.out, "</{name}>\n");
    }

    fn leaf(&mut self, name: &str, attributes: &str, places: &[Place], text: &[Inline<'_>]) {
        push!(self.out, "<{name}{attributes}");
        self.places(places.iter().copied());
        self.out.push('>');
        self.inline(text);
        push!(self.out, "</{name}>\n");
    }

    /// What a figure shows: pictures, or a link around them in a paragraph.
    fn picture(&mut self, text: &[Inline<'_>]) {
        let is_linked = text.iter().any(|inline| matches!(inline, Inline::Open(Style::Link(_))));
        if is_linked {
            self.out.push_str("<p>");
            self.inline(text);
            self.out.push_str("</p>");
            return;
        }
        for inline in text {
            if let Inline::Image { target, alt } = inline {
                push!(self.out, "<graphic url=\"{}\"/>", Escaped(&reference(target)));
                if !alt.is_empty() {
                    push!(self.out, "<figDesc>{}</figDesc>", Escaped(alt));
                }
            }
        }
    }

    /// Text with its highlighting, links, pictures and line breaks.
    fn inline(&mut self, text: &[Inline<'_>]) {
        for inline in text {
            match inline {
                Inline::Text(words) => push!(self.out, "{}", Escaped(words)),
                Inline::Code(code) => push!(self.out, "<code>{}</code>", Escaped(code)),
                Inline::Break => self.out.push_str("<lb/>"),
                Inline::Image { target, alt } => {
                    push!(self.out, "<graphic url=\"{}\"", Escaped(&reference(target)));
                    if alt.is_empty() {
                        self.out.push_str("/>");
                    } else {
                        push!(self.out, "><desc>{}</desc></graphic>", Escaped(alt));
                    }
                }
                Inline::Open(Style::Link(target)) => {
                    push!(self.out, "<ref target=\"{}\">", Escaped(&link(target).unwrap_or_default()));
                }
                Inline::Open(style) => push!(self.out, "<hi rend=\"{}\">", rendition(style)),
                Inline::Close(Style::Link(_)) => self.out.push_str("</ref>"),
                Inline::Close(_) => self.out.push_str("</hi>"),
            }
        }
    }
}

fn rendition(style: &Style<'_>) -> &'static str {
    match style {
        Style::Strong => "bold",
        Style::Emphasis | Style::Link(_) => "italic",
        Style::Sub => "subscript",
        Style::Sup => "superscript",
    }
}

/// The first segment that stands in a block.
fn first_segment(block: &Block<'_>) -> Option<u32> {
    block.segments.first().copied().or_else(|| block.children.iter().find_map(first_segment))
}

fn mark_shown(block: &Block<'_>, shown: &mut [bool]) {
    block.segments.iter().for_each(|&segment| shown[segment as usize] = true);
    block.children.iter().for_each(|child| mark_shown(child, shown));
}

/// Text in an element or in a quoted attribute (XML 1.0, 2.2, 2.4 and 3.3.3).
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut from = 0;
        for (at, c) in self.0.char_indices() {
            let escape = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                // A parser would take it for a line feed.
                '\r' => "&#13;",
                // These are no characters of XML, escaped or not.
                '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => "\u{FFFD}",
                _ => continue,
            };
            f.write_str(&self.0[from..at])?;
            f.write_str(escape)?;
            from = at + c.len_utf8();
        }
        f.write_str(&self.0[from..])
    }
}

#[cfg(test)]
mod tests {
    use super::{Escaped, is_language, when};

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        let text = "a<b>&\"'\0\u{1B}\u{FFFF}\r\n\té\u{85}😀";
        let escaped = "a&lt;b&gt;&amp;&quot;'\u{FFFD}\u{FFFD}\u{FFFD}&#13;\n\té\u{85}😀";
        assert_eq!(Escaped(text).to_string(), escaped);
    }

    #[test]
    fn dates_at_their_precision() {
        for (value, attribute) in [
            ("2024", " when=\"2024\""),
            ("2024-05", " when=\"2024-05\""),
            ("2024-05-03", " when=\"2024-05-03\""),
            ("XXXX-02-29", " when=\"--02-29\""),
            ("2024-05-03T09:30", " when-iso=\"2024-05-03T09:30\""),
            ("2024-05-03T09:30+02:00", " when-iso=\"2024-05-03T09:30+02:00\""),
            ("2024-05-03T09:30:00", " when=\"2024-05-03T09:30:00\""),
            ("2024-05-03T09:30:00Z", " when=\"2024-05-03T09:30:00Z\""),
            ("2024-05-03T09:30:00+20:00", ""),
            ("2024-02-31", ""),
            ("2024-13", ""),
            ("0000", ""),
            ("XXXX-13-01", ""),
            ("2024-05T09:30", ""),
            ("yesterday", ""),
            ("\"><x", ""),
            ("", ""),
        ] {
            assert_eq!(when(value), attribute, "{value}");
        }
    }

    #[test]
    fn languages() {
        assert!(["en", "pt-BR", "zh-Hant-TW"].iter().all(|tag| is_language(tag)));
        assert!(["", "en_US", "en-", "1a", "verylongone"].iter().all(|tag| !is_language(tag)));
    }
}
