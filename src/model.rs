//! The record: fixed-size structs over one document and one pool of strings.
//!
//! Everything that names a thing is here once: the discriminant, the name (the variant in snake_case), the term of the
//! standard that it comes from, and a sentence of documentation. The renderings, the JSON, the C header and the Python
//! module read them from here. Discriminants are append-only and grouped in hundreds.
//!
//! Offsets are byte offsets into UTF-8 text and always lie on character boundaries.

use std::fmt;
use std::ops::Range;

use strum::{EnumMessage, EnumString, FromRepr, IntoStaticStr, VariantArray};

/// A range of bytes, `start` included and `end` not.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte; never less than `start`.
    pub end: u32,
}

impl Span {
    /// "No such place": both ends are `u32::MAX`.
    pub const NONE: Self = Self { start: u32::MAX, end: u32::MAX };

    /// A span of two offsets, which callers have checked to be under 4 GiB.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && end < u32::MAX as usize);
        Self { start: start as u32, end: end as u32 }
    }

    /// Whether this is [`Span::NONE`].
    pub const fn is_none(self) -> bool {
        self.start == u32::MAX
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Length in bytes; 0 for [`Span::NONE`].
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// The same as a range of `usize`.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// "No such index", as in [`Segment::continues`].
pub const NO_INDEX: u32 = u32::MAX;

macro_rules! named {
    ($($type:ident),*) => { $(
        impl $type {
            /// The name: the variant in snake_case.
            pub fn name(self) -> &'static str {
                self.into()
            }

            /// The value with this discriminant, if this version knows it.
            pub fn from_discriminant(discriminant: u32) -> Option<Self> {
                Self::from_repr(discriminant)
            }

            /// Every value that this version knows, in the order of the discriminants.
            pub fn all() -> &'static [Self] {
                Self::VARIANTS
            }

            /// What it means, as one sentence for people.
            pub fn description(self) -> &'static str {
                self.get_documentation().unwrap_or_default()
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }
    )* };
}

named!(Role, Kind, MarkKind, Field, Origin, WarningKind, Evidence, AccessStatus);

/// What a segment is to the article.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// What was said: headings, paragraphs, lists, quotes, tables, code, footnotes.
    Body = 0,
    /// The article's own, but not its body: title, byline, dates, captions, notes.
    Furniture = 1,
    /// The page's, not the article's: menus, prompts, advertisements, other pieces.
    Boilerplate = 2,
}

/// What a segment is. Names are the snake_case of the schema.org, IPTC (ninjs, NITF), HTML or newsroom term.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// Boilerplate of no other kind; also what a client takes an unknown value for.
    Other = 0,

    /// A heading of the body; `level` is 2 to 6, as the title is level 1.
    Heading = 100,
    /// A paragraph.
    Paragraph = 101,
    /// Container: a list, ordered or not.
    List = 102,
    /// Container: an item of a list.
    ListItem = 103,
    /// Container: a quotation set off from the text around it.
    BlockQuote = 104,
    /// A sentence of the article, set apart for show.
    PullQuote = 105,
    /// Preformatted text or program code: its line breaks and indentation stand.
    Code = 106,
    /// Container: a table.
    Table = 107,
    /// Container: a row of a table.
    TableRow = 108,
    /// Container: a cell of a table.
    TableCell = 109,
    /// A note below the text.
    Footnote = 110,
    /// Container: a picture with its caption.
    Figure = 111,
    /// A picture by itself: a leaf without characters, where its mark stands.
    Image = 112,

    /// The words above the title that name topic or format (newsroom: eyebrow).
    Kicker = 200,
    /// The headline (schema.org `headline`).
    Title = 201,
    /// The summary under the title (newsroom: dek, standfirst; NITF `hl2`).
    Dek = 202,
    /// The line that names the authors (NITF `byline`).
    Byline = 203,
    /// Place and date on a line of their own (NITF `dateline`).
    Dateline = 204,
    /// A line, or a piece of one, that is only a date or time with its label.
    Timestamp = 205,
    /// The declared time to read (schema.org `timeRequired`).
    ReadingTime = 206,
    /// The text of a picture (schema.org `caption`).
    Caption = 207,
    /// Who made a picture (schema.org `creditText`).
    Credit = 208,
    /// Who the author is.
    AuthorBio = 209,
    /// What the desk says of the text (IPTC `ednote`).
    EditorsNote = 210,
    /// What the desk has corrected (schema.org `correction`).
    Correction = 211,
    /// The article's topics (schema.org `keywords`).
    Tags = 212,
    /// Who reported and edited, and from which agency (NITF `distributor`).
    AgencyCredit = 213,
    /// The copyright line (schema.org `copyrightNotice`).
    CopyrightNotice = 214,
    /// The mark that ends a piece: `###`, `-30-`, `ENDS`.
    EndMark = 215,
    /// Characters that set the page and say nothing: rules, bullets, separators.
    Layout = 216,
    /// A label and its value, as archives print them: `LENGTH: 355 words`.
    Metadata = 217,

    /// Menus, breadcrumbs, page numbers.
    Navigation = 300,
    /// A search box.
    Search = 301,
    /// Signing in to the site, and its account menu.
    Login = 302,
    /// Buttons to share, follow, print or save.
    ShareTools = 303,
    /// An invitation to a newsletter.
    NewsletterPrompt = 304,
    /// A prompt of a paywall or registration wall.
    AccessNotice = 305,
    /// An advertisement or its label.
    Advertisement = 306,
    /// Links to other pieces.
    RelatedLinks = 307,
    /// Readers' comments, their count and their form.
    Comments = 308,
    /// Cookies and privacy.
    ConsentNotice = 309,
    /// An invitation to an app.
    AppPromo = 310,
    /// An address, a telephone number, a press contact.
    Contact = 311,
    /// A player of audio or video and its controls.
    MediaPlayer = 312,
    /// The site's name and slogan above the article.
    SiteHeader = 313,
    /// Terms, imprint and slogans below the article.
    SiteFooter = 314,
}

impl Kind {
    /// Whether segments of this kind hold others and no text of their own.
    pub const fn is_container(self) -> bool {
        matches!(
            self,
            Self::List
                | Self::ListItem
                | Self::BlockQuote
                | Self::Table
                | Self::TableRow
                | Self::TableCell
                | Self::Figure
        )
    }
}

/// A stretch of the document: what it is, where it is, and why we think so.
/// Segments stand in pre-order; the descendants of segment `i` are those from `i + 1` to `end`.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// What it is.
    pub kind: Kind,
    /// What it is to the article. Stored, not derived: a list in a sidebar is boilerplate.
    pub role: Role,
    /// Level of a heading (2 to 6); 0 on all else.
    pub level: u32,
    /// Index of the segment behind the last descendant; the next index for a leaf.
    pub end: u32,
    /// Where it stands in the document, in bytes.
    pub span: Span,
    /// Where it came from in the caller's input, in the article's source unit.
    pub source: Span,
    /// Index of the segment that this continues after an interruption, or [`NO_INDEX`].
    pub continues: u32,
    /// Probability that role and kind are right, 0 to 1; 0.5 where nothing decided.
    pub confidence: f32,
    /// Its reasons, the strongest first: a range of indices into the article's.
    pub reasons: Span,
    /// Bits of [`Segment::ORDERED`] and [`Segment::HEADER`].
    pub flags: u32,
    /// Number of the first item of an ordered list; 0 on all else.
    pub list_start: u32,
    /// Columns that a table cell spans, 1 or more; 0 on all else.
    pub column_span: u32,
    /// Rows that a table cell spans, 1 or more; 0 on all else.
    pub row_span: u32,
    /// Language of code, as a range of the pool, or [`Span::NONE`].
    pub code_language: Span,
    /// Zero in this version.
    pub reserved: [u32; 2],
}

impl Segment {
    /// Flag of a list whose items are numbered.
    pub const ORDERED: u32 = 1;
    /// Flag of a table cell that heads its row or column.
    pub const HEADER: u32 = 2;
}

/// What a mark does to the characters that it covers.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum MarkKind {
    /// Characters that drop out of clean text: quote marks, bullets, wrap hyphens.
    Layout = 0,
    /// A link to `target`; one around an image stands before it, of no characters.
    Link = 1,
    /// Stress emphasis (HTML `em`, `i`).
    Emphasis = 2,
    /// Strong importance (HTML `strong`, `b`).
    Strong = 3,
    /// A fragment of code.
    Code = 4,
    /// Subscript.
    Sub = 5,
    /// Superscript.
    Sup = 6,
    /// A line break inside a paragraph, which clean text keeps.
    LineBreak = 7,
    /// An image at `target`, with its text in `alt`; it covers no characters.
    Image = 8,
}

/// Inline structure over the document.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Which characters of the document it covers, in bytes. Marks are sorted by `start`.
    pub span: Span,
    /// Where they came from in the caller's input, in its source unit; of an image its tag.
    pub source: Span,
    /// Address of a link or image, a range of the pool or [`Span::NONE`]; absolute if it can be.
    pub target: Span,
    /// Text of an image, or of the one in a link, a range of the pool or [`Span::NONE`].
    pub alt: Span,
    /// Zero in this version.
    pub reserved: [u32; 2],
}

impl Mark {
    /// A mark that takes characters out of the clean text; its source is found later.
    pub(crate) const fn layout(span: Span) -> Self {
        Self {
            kind: MarkKind::Layout,
            span,
            source: Span { start: 0, end: 0 },
            target: Span::NONE,
            alt: Span::NONE,
            reserved: [0; 2],
        }
    }
}

/// What a fact is about. Names are the snake_case of the schema.org or IPTC property.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    /// A field of a later version.
    Other = 0,

    /// The headline as printed (schema.org `headline`).
    Title = 100,
    /// Another title of the same piece (schema.org `alternativeHeadline`).
    AlternativeTitle = 101,
    /// The word or two above the title.
    Kicker = 102,
    /// The summary of the publisher (schema.org `description`).
    Description = 103,
    /// Section of the publication (schema.org `articleSection`).
    ArticleSection = 104,
    /// One topic (schema.org `keywords`).
    Keywords = 105,
    /// The form of the piece (schema.org `genre`).
    Genre = 106,
    /// Language of the body, BCP 47 (schema.org `inLanguage`).
    Language = 107,
    /// Declared time to read, ISO 8601 duration (schema.org `timeRequired`).
    ReadingTime = 108,
    /// What was corrected (schema.org `correction`).
    Correction = 109,
    /// Declared number of words, in digits (schema.org `wordCount`).
    WordCount = 110,

    /// Name of an author, as written (schema.org `author.name`).
    AuthorName = 200,
    /// The author's part in the piece or job (schema.org `jobTitle`).
    AuthorRole = 201,
    /// Where the author works (schema.org `affiliation`).
    AuthorAffiliation = 202,
    /// The author's page (schema.org `author.url`).
    AuthorUrl = 203,
    /// The byline as printed (NITF `byline`).
    Byline = 204,
    /// A news agency that the piece is from (IPTC `infosources`).
    Agency = 205,
    /// The desk that made it.
    Desk = 206,
    /// Type of the author in schema.org, `Person` or `Organization`.
    AuthorType = 207,

    /// When it was first published (schema.org `datePublished`).
    DatePublished = 300,
    /// When it was last changed (schema.org `dateModified`).
    DateModified = 301,
    /// When it was written (schema.org `dateCreated`).
    DateCreated = 302,
    /// Not to be published before (IPTC `embargoed`).
    DateEmbargoed = 303,
    /// Place of the dateline (schema.org `locationCreated`).
    DatelinePlace = 304,
    /// Date of the dateline.
    DatelineDate = 305,

    /// The publication (schema.org `publisher`).
    Publisher = 400,
    /// Whoever holds the copyright (schema.org `copyrightHolder`).
    CopyrightHolder = 401,
    /// Year or years of copyright, as written (schema.org `copyrightYear`).
    CopyrightYear = 402,
    /// The copyright line (schema.org `copyrightNotice`).
    CopyrightNotice = 403,
    /// The licence, a URL or, if any, an SPDX name (schema.org `license`).
    License = 404,
    /// What the piece is part of (schema.org `isPartOf`).
    IsPartOf = 405,
    /// DOI, ISSN, accession number (schema.org `identifier`).
    Identifier = 406,
    /// Address of the input.
    Url = 407,
    /// Address that the page calls its own.
    CanonicalUrl = 408,
    /// Pages of the print edition, as written (schema.org `pagination`).
    Pagination = 409,
    /// The edition of the print product (schema.org `printEdition`).
    PrintEdition = 410,

    /// Address of an image (schema.org `image.url`).
    ImageUrl = 500,
    /// Text of that image.
    ImageCaption = 501,
    /// Maker of that image.
    ImageCredit = 502,

    /// Declared free, `true` or `false` (schema.org `isAccessibleForFree`).
    IsAccessibleForFree = 600,
    /// What this text is, a name of [`AccessStatus`].
    AccessStatus = 601,
    /// Article, forum, product, listing, documentation, service or other.
    PageType = 602,
    /// Character encoding of the input, a WHATWG name.
    Encoding = 603,
    /// Form of the archive that it was a record of, such as `lexisnexis`.
    ArchiveFormat = 604,

    /// What else a record says: its name (schema.org `PropertyValue.name`).
    PropertyName = 700,
    /// What it says of that (schema.org `PropertyValue.value`).
    PropertyValue = 701,
}

/// Where a fact was found.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Origin {
    /// An origin of a later version.
    Other = 0,
    /// In the text that a reader sees.
    VisibleText = 1,
    /// Derived from the body as a whole, such as its language.
    Body = 2,
    /// Given by the caller.
    Option = 3,
    /// Found out about the input itself, such as its encoding.
    Input = 4,
    /// In a field of the record that an archive holds of it.
    Archive = 5,
    /// In JSON-LD of the page.
    JsonLd = 6,
    /// In microdata (`itemprop`).
    Microdata = 7,
    /// In RDFa (`property` within `typeof`).
    Rdfa = 8,
    /// In classes of microformats (`hentry`, `h-entry`).
    Microformats = 9,
    /// In an Open Graph property (`og:`, `article:`).
    OpenGraph = 10,
    /// In a Twitter card (`twitter:`).
    TwitterCard = 11,
    /// In Dublin Core or PRISM metadata (`dc.`, `dcterms.`, `prism.`).
    DublinCore = 12,
    /// In metadata of Highwire Press, as journals have it (`citation_`).
    Highwire = 13,
    /// In another `meta` element.
    Meta = 14,
    /// In a link with a relation (`rel`).
    Link = 15,
    /// In the `title` element.
    TitleElement = 16,
    /// In the `datetime` of a `time` element.
    TimeElement = 17,
    /// In the address of the page.
    Address = 18,
    /// In an element whose class says what it holds.
    ClassName = 19,
    /// In the state that a page carries for its scripts (`__NEXT_DATA__`).
    EmbeddedState = 20,
}

/// One piece of metadata, with the place where it was found.
/// Facts are sorted by field; rivals for one field stand in order of rank, the best first.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub field: Field,
    /// Facts with one subject describe one thing, as an author's name and role do.
    pub subject: u32,
    /// As written, a range of the pool.
    pub text: Span,
    /// Normalised, a range of the pool: dates in ISO 8601 at their precision, BCP 47 tags.
    pub value: Span,
    /// Where it stands in the document, in bytes, or [`Span::NONE`].
    pub span: Span,
    /// Where it stands in the caller's input, in the article's source unit, or [`Span::NONE`].
    pub source: Span,
    /// Where it was found.
    pub origin: Origin,
    /// Estimated probability that it is right, 0 to 1.
    pub confidence: f32,
    /// Zero in this version.
    pub reserved: [u32; 2],
}

/// What a warning warns of.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum WarningKind {
    /// A warning of a later version.
    Other = 0,
    /// Bytes that are not of the encoding were replaced by U+FFFD.
    EncodingReplaced = 1,
    /// The text was decoded with a wrong encoding before it came here.
    Mojibake = 2,
    /// The record ends before its end.
    TruncatedRecord = 3,
    /// Two sources say different things.
    Contradiction = 4,
    /// Something was left undone because of a limit.
    Limit = 5,
}

/// Something that the caller may want to know.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Warning {
    /// What it warns of.
    pub kind: WarningKind,
    /// Where in the document, in bytes, or [`Span::NONE`].
    pub span: Span,
    /// What was wrong, a range of the pool.
    pub message: Span,
    /// Zero in this version.
    pub reserved: [u32; 2],
}

/// One reason for what a segment is taken for.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// What was seen.
    pub evidence: Evidence,
    /// How much it weighed: positive for the role that was chosen, negative against it.
    pub weight: f32,
}

/// What was seen of a segment. The documentation of each is the sentence that people read.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Evidence {
    /// Something that a later version sees.
    Other = 0,

    /// It reads as prose: long, with full stops.
    Prose = 100,
    /// It is short and does not end as a sentence does.
    ShortLine = 101,
    /// It begins with a bullet or a number, as items of a list do.
    ListMarker = 102,
    /// It is marked as a heading.
    HeadingMarkup = 103,
    /// It is a short line with prose right below it.
    HeadsProse = 104,
    /// It is marked as a quotation by its characters.
    QuoteMarker = 105,
    /// Its columns line up.
    Columns = 106,
    /// It is preformatted.
    Preformatted = 107,
    /// It holds nothing but punctuation and symbols.
    SymbolsOnly = 108,
    /// It is a note with its number or asterisk.
    NoteMarker = 109,
    /// The page marks it up as such.
    Markup = 110,
    /// Its class or id, or one around it, says so.
    ClassName = 111,
    /// It is made of links, or stands among them.
    Links = 112,
    /// The form of its archive says so.
    ArchiveField = 113,

    /// It says what lines of this kind say.
    Phrase = 200,
    /// It is a date or a time, with at most a label.
    DatePattern = 201,
    /// It is a time to read.
    ReadingTimePattern = 202,
    /// It names a person after a word such as "by".
    BylinePattern = 203,
    /// It looks like a person's name.
    NamePattern = 204,
    /// It names an agency, or who reported and edited.
    AgencyPattern = 205,
    /// It is a copyright line.
    CopyrightPattern = 206,
    /// It holds an address, a telephone number or a link.
    ContactPattern = 207,
    /// It is the mark that ends a piece.
    EndMarkPattern = 208,
    /// It says where and when a piece was written, and which agency sent it.
    DatelinePattern = 209,

    /// It stands inside the stretch of text that holds most of the prose.
    InsideProse = 300,
    /// It stands before the article begins.
    BeforeArticle = 301,
    /// It stands after the article has ended.
    AfterArticle = 302,
    /// It is the first line of the article.
    FirstLine = 303,
    /// It stands between the title and the body.
    UnderTitle = 304,
    /// It follows a label that speaks for the lines below it.
    UnderLabel = 305,
    /// Its neighbours are of the same kind.
    Neighbours = 306,
    /// It stands apart from the part of the page that holds the prose.
    OutsideProse = 307,

    /// It stands on the page more than once.
    Repeated = 400,
    /// It says what a heading of the body says, as tables of contents do.
    RepeatsHeading = 401,
}

/// How much of an article a text is, whatever its publisher asks for the rest or declares of it.
#[repr(u32)]
#[non_exhaustive]
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    EnumMessage,
    FromRepr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum AccessStatus {
    /// Nothing tells: there is no text, or it breaks off and no wall says why.
    Unknown = 0,
    /// The text ends as a text ends. A wall may lie over it, an offer stand below.
    Complete = 1,
    /// A wall right behind it says that there is more, or it breaks off there.
    Partial = 2,
    /// Only the wall is there, with a title and its like.
    NoticeOnly = 3,
}
