# Docstrings and members of enums are written by bindings/python/stubs.py, all else by hand.

import datetime
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from types import GenericAlias
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeAlias, TypeVar, final, overload

from typing_extensions import Buffer, Self

_T_co = TypeVar("_T_co", covariant=True)
__version__: str

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

_Column: TypeAlias = _ArrowArray | _ArrowStream

class _Readable(Protocol):
    def read(self, size: int, /) -> str | Buffer: ...

class Error(ValueError):
    """Why there is no article.

    kind is 'too_large' (over max_bytes or 4 GiB), 'invalid_option' or 'invalid_json'; offset is where in the input it
    was, in bytes of UTF-8, or None.
    """

    kind: Literal["too_large", "invalid_option", "invalid_json"]
    offset: int | None

class Role(str, Enum):
    """What a segment is to the article."""

    BODY = "body"
    "What was said: headings, paragraphs, lists, quotes, tables, code, footnotes."
    FURNITURE = "furniture"
    "The article's own, but not its body: title, byline, dates, captions, notes."
    BOILERPLATE = "boilerplate"
    "The page's, not the article's: menus, prompts, advertisements, other pieces."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class Kind(str, Enum):
    """What a segment is. Names are those of schema.org, IPTC, HTML or the newsroom."""

    OTHER = "other"
    "Boilerplate of no other kind; also what a client takes an unknown value for."
    HEADING = "heading"
    "A heading of the body; `level` is 2 to 6, as the title is level 1."
    PARAGRAPH = "paragraph"
    "A paragraph."
    LIST = "list"
    "Container: a list, ordered or not."
    LIST_ITEM = "list_item"
    "Container: an item of a list."
    BLOCK_QUOTE = "block_quote"
    "Container: a quotation set off from the text around it."
    PULL_QUOTE = "pull_quote"
    "A sentence of the article, set apart for show."
    CODE = "code"
    "Preformatted text or program code: its line breaks and indentation stand."
    TABLE = "table"
    "Container: a table."
    TABLE_ROW = "table_row"
    "Container: a row of a table."
    TABLE_CELL = "table_cell"
    "Container: a cell of a table."
    FOOTNOTE = "footnote"
    "A note below the text."
    FIGURE = "figure"
    "Container: a picture with its caption."
    IMAGE = "image"
    "A picture by itself: a leaf without characters, where its mark stands."
    KICKER = "kicker"
    "The words above the title that name topic or format (newsroom: eyebrow)."
    TITLE = "title"
    "The headline (schema.org `headline`)."
    DEK = "dek"
    "The summary under the title (newsroom: dek, standfirst; NITF `hl2`)."
    BYLINE = "byline"
    "The line that names the authors (NITF `byline`)."
    DATELINE = "dateline"
    "Place and date on a line of their own (NITF `dateline`)."
    TIMESTAMP = "timestamp"
    "A line, or a piece of one, that is only a date or time with its label."
    READING_TIME = "reading_time"
    "The declared time to read (schema.org `timeRequired`)."
    CAPTION = "caption"
    "The text of a picture (schema.org `caption`)."
    CREDIT = "credit"
    "Who made a picture (schema.org `creditText`)."
    AUTHOR_BIO = "author_bio"
    "Who the author is."
    EDITORS_NOTE = "editors_note"
    "What the desk says of the text (IPTC `ednote`)."
    CORRECTION = "correction"
    "What the desk has corrected (schema.org `correction`)."
    TAGS = "tags"
    "The article's topics (schema.org `keywords`)."
    AGENCY_CREDIT = "agency_credit"
    "Who reported and edited, and from which agency (NITF `distributor`)."
    COPYRIGHT_NOTICE = "copyright_notice"
    "The copyright line (schema.org `copyrightNotice`)."
    END_MARK = "end_mark"
    "The mark that ends a piece: `###`, `-30-`, `ENDS`."
    LAYOUT = "layout"
    "Characters that set the page and say nothing: rules, bullets, separators."
    METADATA = "metadata"
    "A label and its value, as archives print them: `LENGTH: 355 words`."
    NAVIGATION = "navigation"
    "Menus, breadcrumbs, page numbers."
    SEARCH = "search"
    "A search box."
    LOGIN = "login"
    "Signing in to the site, and its account menu."
    SHARE_TOOLS = "share_tools"
    "Buttons to share, follow, print or save."
    NEWSLETTER_PROMPT = "newsletter_prompt"
    "An invitation to a newsletter."
    ACCESS_NOTICE = "access_notice"
    "A prompt of a paywall or registration wall."
    ADVERTISEMENT = "advertisement"
    "An advertisement or its label."
    RELATED_LINKS = "related_links"
    "Links to other pieces."
    COMMENTS = "comments"
    "Readers' comments, their count and their form."
    CONSENT_NOTICE = "consent_notice"
    "Cookies and privacy."
    APP_PROMO = "app_promo"
    "An invitation to an app."
    CONTACT = "contact"
    "An address, a telephone number, a press contact."
    MEDIA_PLAYER = "media_player"
    "A player of audio or video and its controls."
    SITE_HEADER = "site_header"
    "The site's name and slogan above the article."
    SITE_FOOTER = "site_footer"
    "Terms, imprint and slogans below the article."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class MarkKind(str, Enum):
    """What a mark does to the characters that it covers."""

    LAYOUT = "layout"
    "Characters that drop out of clean text: quote marks, bullets, wrap hyphens."
    LINK = "link"
    "A link to `target`; one around an image stands before it, of no characters."
    EMPHASIS = "emphasis"
    "Stress emphasis (HTML `em`, `i`)."
    STRONG = "strong"
    "Strong importance (HTML `strong`, `b`)."
    CODE = "code"
    "A fragment of code."
    SUB = "sub"
    "Subscript."
    SUP = "sup"
    "Superscript."
    LINE_BREAK = "line_break"
    "A line break inside a paragraph, which clean text keeps."
    IMAGE = "image"
    "An image at `target`, with its text in `alt`; it covers no characters."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class Field(str, Enum):
    """What a fact is about. Names are those of schema.org or IPTC."""

    OTHER = "other"
    "A field of a later version."
    TITLE = "title"
    "The headline as printed (schema.org `headline`)."
    ALTERNATIVE_TITLE = "alternative_title"
    "Another title of the same piece (schema.org `alternativeHeadline`)."
    KICKER = "kicker"
    "The word or two above the title."
    DESCRIPTION = "description"
    "The summary of the publisher (schema.org `description`)."
    ARTICLE_SECTION = "article_section"
    "Section of the publication (schema.org `articleSection`)."
    KEYWORDS = "keywords"
    "One topic (schema.org `keywords`)."
    GENRE = "genre"
    "The form of the piece (schema.org `genre`)."
    LANGUAGE = "language"
    "Language of the body, BCP 47 (schema.org `inLanguage`)."
    READING_TIME = "reading_time"
    "Declared time to read, ISO 8601 duration (schema.org `timeRequired`)."
    CORRECTION = "correction"
    "What was corrected (schema.org `correction`)."
    WORD_COUNT = "word_count"
    "Declared number of words, in digits (schema.org `wordCount`)."
    AUTHOR_NAME = "author_name"
    "Name of an author, as written (schema.org `author.name`)."
    AUTHOR_ROLE = "author_role"
    "The author's part in the piece or job (schema.org `jobTitle`)."
    AUTHOR_AFFILIATION = "author_affiliation"
    "Where the author works (schema.org `affiliation`)."
    AUTHOR_URL = "author_url"
    "The author's page (schema.org `author.url`)."
    BYLINE = "byline"
    "The byline as printed (NITF `byline`)."
    AGENCY = "agency"
    "A news agency that the piece is from (IPTC `infosources`)."
    DESK = "desk"
    "The desk that made it."
    AUTHOR_TYPE = "author_type"
    "Type of the author in schema.org, `Person` or `Organization`."
    DATE_PUBLISHED = "date_published"
    "When it was first published (schema.org `datePublished`)."
    DATE_MODIFIED = "date_modified"
    "When it was last changed (schema.org `dateModified`)."
    DATE_CREATED = "date_created"
    "When it was written (schema.org `dateCreated`)."
    DATE_EMBARGOED = "date_embargoed"
    "Not to be published before (IPTC `embargoed`)."
    DATELINE_PLACE = "dateline_place"
    "Place of the dateline (schema.org `locationCreated`)."
    DATELINE_DATE = "dateline_date"
    "Date of the dateline."
    PUBLISHER = "publisher"
    "The publication (schema.org `publisher`)."
    COPYRIGHT_HOLDER = "copyright_holder"
    "Whoever holds the copyright (schema.org `copyrightHolder`)."
    COPYRIGHT_YEAR = "copyright_year"
    "Year or years of copyright, as written (schema.org `copyrightYear`)."
    COPYRIGHT_NOTICE = "copyright_notice"
    "The copyright line (schema.org `copyrightNotice`)."
    LICENSE = "license"
    "The licence, a URL or, if any, an SPDX name (schema.org `license`)."
    IS_PART_OF = "is_part_of"
    "What the piece is part of (schema.org `isPartOf`)."
    IDENTIFIER = "identifier"
    "DOI, ISSN, accession number (schema.org `identifier`)."
    URL = "url"
    "Address of the input."
    CANONICAL_URL = "canonical_url"
    "Address that the page calls its own."
    PAGINATION = "pagination"
    "Pages of the print edition, as written (schema.org `pagination`)."
    PRINT_EDITION = "print_edition"
    "The edition of the print product (schema.org `printEdition`)."
    IMAGE_URL = "image_url"
    "Address of an image (schema.org `image.url`)."
    IMAGE_CAPTION = "image_caption"
    "Text of that image."
    IMAGE_CREDIT = "image_credit"
    "Maker of that image."
    IS_ACCESSIBLE_FOR_FREE = "is_accessible_for_free"
    "Declared free, `true` or `false` (schema.org `isAccessibleForFree`)."
    ACCESS_STATUS = "access_status"
    "What this text is, a name of [`AccessStatus`]."
    PAGE_TYPE = "page_type"
    "Article, forum, product, listing, documentation, service or other."
    ENCODING = "encoding"
    "Character encoding of the input, a WHATWG name."
    ARCHIVE_FORMAT = "archive_format"
    "Form of the archive that it was a record of, such as `lexisnexis`."
    PROPERTY_NAME = "property_name"
    "What else a record says: its name (schema.org `PropertyValue.name`)."
    PROPERTY_VALUE = "property_value"
    "What it says of that (schema.org `PropertyValue.value`)."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class Origin(str, Enum):
    """Where a fact was found."""

    OTHER = "other"
    "An origin of a later version."
    VISIBLE_TEXT = "visible_text"
    "In the text that a reader sees."
    BODY = "body"
    "Derived from the body as a whole, such as its language."
    OPTION = "option"
    "Given by the caller."
    INPUT = "input"
    "Found out about the input itself, such as its encoding."
    ARCHIVE = "archive"
    "In a field of the record that an archive holds of it."
    JSON_LD = "json_ld"
    "In JSON-LD of the page."
    MICRODATA = "microdata"
    "In microdata (`itemprop`)."
    RDFA = "rdfa"
    "In RDFa (`property` within `typeof`)."
    MICROFORMATS = "microformats"
    "In classes of microformats (`hentry`, `h-entry`)."
    OPEN_GRAPH = "open_graph"
    "In an Open Graph property (`og:`, `article:`)."
    TWITTER_CARD = "twitter_card"
    "In a Twitter card (`twitter:`)."
    DUBLIN_CORE = "dublin_core"
    "In Dublin Core or PRISM metadata (`dc.`, `dcterms.`, `prism.`)."
    HIGHWIRE = "highwire"
    "In metadata of Highwire Press, as journals have it (`citation_`)."
    META = "meta"
    "In another `meta` element."
    LINK = "link"
    "In a link with a relation (`rel`)."
    TITLE_ELEMENT = "title_element"
    "In the `title` element."
    TIME_ELEMENT = "time_element"
    "In the `datetime` of a `time` element."
    ADDRESS = "address"
    "In the address of the page."
    CLASS_NAME = "class_name"
    "In an element whose class says what it holds."
    EMBEDDED_STATE = "embedded_state"
    "In the state that a page carries for its scripts (`__NEXT_DATA__`)."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class WarningKind(str, Enum):
    """What a warning warns of."""

    OTHER = "other"
    "A warning of a later version."
    ENCODING_REPLACED = "encoding_replaced"
    "Bytes that are not of the encoding were replaced by U+FFFD."
    MOJIBAKE = "mojibake"
    "The text was decoded with a wrong encoding before it came here."
    TRUNCATED_RECORD = "truncated_record"
    "The record ends before its end."
    CONTRADICTION = "contradiction"
    "Two sources say different things."
    LIMIT = "limit"
    "Something was left undone because of a limit."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class Evidence(str, Enum):
    """What was seen of a segment."""

    OTHER = "other"
    "Something that a later version sees."
    PROSE = "prose"
    "It reads as prose: long, with full stops."
    SHORT_LINE = "short_line"
    "It is short and does not end as a sentence does."
    LIST_MARKER = "list_marker"
    "It begins with a bullet or a number, as items of a list do."
    HEADING_MARKUP = "heading_markup"
    "It is marked as a heading."
    HEADS_PROSE = "heads_prose"
    "It is a short line with prose right below it."
    QUOTE_MARKER = "quote_marker"
    "It is marked as a quotation by its characters."
    COLUMNS = "columns"
    "Its columns line up."
    PREFORMATTED = "preformatted"
    "It is preformatted."
    SYMBOLS_ONLY = "symbols_only"
    "It holds nothing but punctuation and symbols."
    NOTE_MARKER = "note_marker"
    "It is a note with its number or asterisk."
    MARKUP = "markup"
    "The page marks it up as such."
    CLASS_NAME = "class_name"
    "Its class or id, or one around it, says so."
    LINKS = "links"
    "It is made of links, or stands among them."
    ARCHIVE_FIELD = "archive_field"
    "The form of its archive says so."
    PHRASE = "phrase"
    "It says what lines of this kind say."
    DATE_PATTERN = "date_pattern"
    "It is a date or a time, with at most a label."
    READING_TIME_PATTERN = "reading_time_pattern"
    "It is a time to read."
    BYLINE_PATTERN = "byline_pattern"
    'It names a person after a word such as "by".'
    NAME_PATTERN = "name_pattern"
    "It looks like a person's name."
    AGENCY_PATTERN = "agency_pattern"
    "It names an agency, or who reported and edited."
    COPYRIGHT_PATTERN = "copyright_pattern"
    "It is a copyright line."
    CONTACT_PATTERN = "contact_pattern"
    "It holds an address, a telephone number or a link."
    END_MARK_PATTERN = "end_mark_pattern"
    "It is the mark that ends a piece."
    DATELINE_PATTERN = "dateline_pattern"
    "It says where and when a piece was written, and which agency sent it."
    INSIDE_PROSE = "inside_prose"
    "It stands inside the stretch of text that holds most of the prose."
    BEFORE_ARTICLE = "before_article"
    "It stands before the article begins."
    AFTER_ARTICLE = "after_article"
    "It stands after the article has ended."
    FIRST_LINE = "first_line"
    "It is the first line of the article."
    UNDER_TITLE = "under_title"
    "It stands between the title and the body."
    UNDER_LABEL = "under_label"
    "It follows a label that speaks for the lines below it."
    NEIGHBOURS = "neighbours"
    "Its neighbours are of the same kind."
    OUTSIDE_PROSE = "outside_prose"
    "It stands apart from the part of the page that holds the prose."
    REPEATED = "repeated"
    "It stands on the page more than once."
    REPEATS_HEADING = "repeats_heading"
    "It says what a heading of the body says, as tables of contents do."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class AccessStatus(str, Enum):
    """How much of an article a text is."""

    UNKNOWN = "unknown"
    "Nothing tells: there is no text, or it breaks off and no wall says why."
    COMPLETE = "complete"
    "The text ends as a text ends. A wall may lie over it, an offer stand below."
    PARTIAL = "partial"
    "A wall right behind it says that there is more, or it breaks off there."
    NOTICE_ONLY = "notice_only"
    "Only the wall is there, with a title and its like."
    _value_: str

    def __new__(cls, value: str) -> Self: ...

class Reason(NamedTuple):
    """One reason for what a segment is taken for."""

    evidence: Evidence
    "What was seen, a nutgraf.Evidence."
    weight: float
    "How much it weighed: positive for the role that was chosen, negative against it."
    description: str
    "What was seen, as a sentence for people."

class Access(NamedTuple):
    """Whether a text is declared free, and how much of the article it is: two axes that are kept apart."""

    is_accessible_for_free: bool | None
    "What the publisher declares, or None where nothing is declared. Declarations are often wrong."
    status: AccessStatus
    "How much of the article this text is, a nutgraf.AccessStatus."
    evidence: View[Fact]
    "The facts that say so, a sequence of nutgraf.Fact."

@final
class Article:
    """An article: what was said, by whom, when, in which sections; and all that stood around it, with reasons.

    nutgraf.from_text, from_html and from_json make it. It is immutable, can be shared between threads, compared,
    hashed, copied and pickled. Offsets are code points: article.document[s.start:s.end] are the characters of a
    segment s.
    """

    @property
    def document(self) -> str:
        """The text that offsets index.

        Of a dump, the decoded dump without its byte order mark; of a page, the text that it shows.
        """

    @property
    def text(self) -> str:
        """The body, a blank line between two blocks.

        Headings, paragraphs, list items, quotes, code, tables and footnotes, or what body_kinds named.
        """

    @property
    def title(self) -> str | None:
        """The headline as printed, or None."""

    @property
    def authors(self) -> list[str]:
        """The authors' names as written."""

    @property
    def date_published(self) -> datetime.datetime | datetime.date | None:
        """When it was first published, or None.

        A datetime.datetime where the time is known, aware where the zone is known and naive where it is not; a
        datetime.date where only the day is known. Where only the month or the year is known it is None, and what is
        known stands in the value of the fact of field "date_published" in ISO 8601.
        """

    @property
    def date_modified(self) -> datetime.datetime | datetime.date | None:
        """When it was last changed; as date_published."""

    @property
    def publisher(self) -> str | None:
        """The publication, or None."""

    @property
    def language(self) -> str | None:
        """Language of the body as a BCP 47 tag, or None where it is not known."""

    @property
    def page_type(self) -> str | None:
        """What the page is, such as "article" or "forum", or None where it was not judged."""

    @property
    def confidence(self) -> float:
        """Estimated probability that the body is right, 0 to 1."""

    @property
    def access(self) -> Access:
        """Whether the text is declared free, and how much of the article it is: an Access."""

    @property
    def segments(self) -> View[Segment]:
        """Every segment of the document, in pre-order: a container stands before what it holds."""

    @property
    def sections(self) -> View[Section]:
        """The sections at the top, in order: a heading with what follows.

        What stands before the first heading is a section without one, and so is an entry of a live blog that has only
        its time. Each has those below it in its own sections.
        """

    @property
    def paragraphs(self) -> View[Paragraph]:
        """The paragraphs of the body, those of lists and quotes too."""

    @property
    def sentences(self) -> View[Sentence]:
        """The sentences of the body, headings included, code and tables not."""

    @property
    def words(self) -> View[Word]:
        """The words of the body by the rules of Unicode (UAX 29)."""

    @property
    def marks(self) -> View[Mark]:
        """Inline structure of the document, sorted by start: links, images, emphasis, layout characters."""

    @property
    def links(self) -> View[Mark]:
        """The links of the body: marks of kind "link", whose target is an address.

        It is absolute where the address of the page is known, by the url that was given or by the page itself. Links
        of menus and other boilerplate are among the marks.
        """

    @property
    def images(self) -> View[Mark]:
        """The images of the body, in a text and between two: marks of kind "image", with target and alt."""

    @property
    def tables(self) -> list[list[list[str]]]:
        """The tables of the body: each a list of rows, a row a list of the texts of its cells."""

    @property
    def facts(self) -> View[Fact]:
        """Every fact with its rivals, sorted by field and, the best first, by rank."""

    @property
    def warnings(self) -> View[Warning]:
        """What the caller may want to know: replaced bytes, limits, contradictions."""

    @property
    def word_count(self) -> int:
        """Number of words of the body by the rules of Unicode (UAX 29)."""

    @property
    def reading_time(self) -> datetime.timedelta:
        """Time to read the body, a datetime.timedelta of whole seconds.

        It is what the text declares, else computed at 238 words a minute, or at 500 characters where words are not
        parted by spaces.
        """

    @property
    def body_kinds(self) -> tuple[Kind, ...]:
        """The kinds that the body text is made of."""

    @property
    def source_unit(self) -> Literal["byte", "code_point", "utf16"]:
        """The unit in which the source of a segment counts: "code_point" for a str, "byte" for bytes."""

    def locate(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where a range of article.text stands in the document: a list of (start, end), in order.

        Both count code points: article.document[start:end] of the pairs have the letters of article.text[start:end].
        Blank lines between blocks stand nowhere. An end beyond the text is taken as its end; a range that is empty or
        whose end lies before its start stands nowhere.
        """

    def to_markdown(self) -> str:
        """Title and body as CommonMark with GFM tables, which a parser reads back as the same blocks.

        Of what is not body, only the title and the captions of figures are there. Links lead to pages, mail and
        telephone numbers only.
        """

    def to_html(self) -> str:
        """Title and body as a fragment of HTML: what to_markdown gives, in semantic elements.

        It holds no script, style, event handler or embedded document, and no address that could run something, whatever
        the page held; images are fetched from where they were.
        """

    def to_jsonld(self) -> str:
        """JSON-LD in the terms of schema.org, on one line: facts and body text.

        A NewsArticle, or what else the facts say that it is. Its context stands in it, so that nothing is fetched to
        expand it. Annotations say where facts and segments stand: in the document, or, as source does, in the input.
        """

    def to_ninjs(self) -> str:
        """A news object of IPTC ninjs 3.3, on one line: facts, and the body as text and as HTML.

        What ninjs has no property for stands in its descriptions, a date without a time and a zone too; there is no
        place for spans.
        """

    def to_tei(self) -> str:
        """A document of TEI P5: facts in the header, the body in nested divisions, and the furniture around it.

        Attributes named source say where an element stands: in the document, or, as a fact's source, in the input.
        """

    def to_text(self) -> str:
        """The body text, with a line feed at its end when it is not empty."""

    def to_json(self) -> str:
        """The whole record as JSON, offsets in code points; from_json makes an equal article of it."""

    def to_dict(self) -> dict[str, Any]:
        """The whole record as plain data: what to_json writes, read by the json module. Dates are ISO 8601."""

    def _repr_html_(self) -> str:
        """What a notebook shows: the document, each segment tinted by its role.

        What is left out of the body is dimmed, with its kind and, on hovering, its reason. No more than the first 256
        KiB of the document are shown.
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Article: ...
    def __deepcopy__(self, _memo: Any) -> Article: ...

@final
class View(Sequence[_T_co], Generic[_T_co]):
    """A sequence of items of an article that makes each one when it is asked for.

    It is read-only, and a slice of it is another. list() of it makes all items at once.
    """

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> _T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> View[_T_co]: ...
    def __iter__(self) -> Iterator[_T_co]: ...
    def __reversed__(self) -> Iterator[_T_co]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """The first place of a value; ValueError when it is not there."""

    def count(self, value: Any) -> int:
        """How often a value is there."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __class_getitem__(cls, key: Any) -> GenericAlias: ...
    def __copy__(self) -> View[_T_co]: ...
    def __deepcopy__(self, _memo: Any) -> View[_T_co]: ...

@final
class Segment:
    """A stretch of the document: what it is, where it is, and why we think so."""

    @property
    def index(self) -> int:
        """Its index in article.segments."""

    @property
    def kind(self) -> Kind:
        """What it is."""

    @property
    def role(self) -> Role:
        """What it is to the article."""

    @property
    def level(self) -> int:
        """Level of a heading, 2 to 6; 0 on all else."""

    @property
    def start(self) -> int:
        """Where it begins in article.document."""

    @property
    def end(self) -> int:
        """Where it ends in article.document."""

    @property
    def text(self) -> str:
        """Clean text: unwrapped, white space folded, layout taken off.

        It is empty for a container, whose text is in its leaves.
        """

    @property
    def source(self) -> tuple[int, int]:
        """Where it came from in what the caller gave, as (start, end): code points of a str, bytes of bytes."""

    @property
    def confidence(self) -> float:
        """Estimated probability that role and kind are right, 0 to 1; 0.5 where no rule or model decided."""

    @property
    def reasons(self) -> list[Reason]:
        """Why it is taken for what it is, the strongest evidence first."""

    @property
    def reason(self) -> str:
        """The strongest evidence as a sentence for people."""

    @property
    def children(self) -> View[Segment]:
        """The segments directly inside it."""

    @property
    def continues(self) -> Segment | None:
        """The segment that this one goes on with after an interruption, or None."""

    @property
    def is_container(self) -> bool:
        """Whether it holds other segments and has no text of its own."""

    @property
    def ordered(self) -> bool:
        """Whether it is a list whose items are numbered."""

    @property
    def list_start(self) -> int:
        """Number of the first item of an ordered list; 0 on all else."""

    @property
    def header(self) -> bool:
        """Whether it is a table cell that heads its row or column."""

    @property
    def column_span(self) -> int:
        """Columns that a table cell spans, 1 or more; 0 on all else."""

    @property
    def row_span(self) -> int:
        """Rows that a table cell spans, 1 or more; 0 on all else."""

    @property
    def code_language(self) -> str | None:
        """Language of code, as written where it was declared, or None."""

    def locate(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where a range of this segment's text stands in article.document; as Article.locate."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Segment: ...
    def __deepcopy__(self, _memo: Any) -> Segment: ...

@final
class Section:
    """A section of the body: a heading with what follows, up to the next heading of its level or above."""

    @property
    def heading(self) -> str | None:
        """Text of its heading; None for what stands before the first one."""

    @property
    def level(self) -> int:
        """Level of its heading, 2 to 6; 0 without one."""

    @property
    def paragraphs(self) -> View[Paragraph]:
        """Its own paragraphs, without those of the sections inside it."""

    @property
    def segments(self) -> View[Segment]:
        """Its own segments of the body, heading included, without those of the sections inside it."""

    @property
    def sections(self) -> View[Section]:
        """The sections directly inside it."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Section: ...
    def __deepcopy__(self, _memo: Any) -> Section: ...

@final
class Paragraph:
    """A paragraph of the body; one that was interrupted is whole here."""

    @property
    def text(self) -> str:
        """Its clean text, article.text[text_start:text_end]."""

    @property
    def start(self) -> int:
        """Where its first character stands in article.document."""

    @property
    def end(self) -> int:
        """Where its last character ends in article.document."""

    @property
    def text_start(self) -> int:
        """Where it begins in article.text."""

    @property
    def text_end(self) -> int:
        """Where it ends in article.text."""

    @property
    def sentences(self) -> View[Sentence]:
        """Its sentences."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Paragraph: ...
    def __deepcopy__(self, _memo: Any) -> Paragraph: ...

@final
class Sentence:
    """A sentence of the body."""

    @property
    def text(self) -> str:
        """Its clean text, article.text[text_start:text_end]."""

    @property
    def start(self) -> int:
        """Where its first character stands in article.document."""

    @property
    def end(self) -> int:
        """Where its last character ends in article.document."""

    @property
    def text_start(self) -> int:
        """Where it begins in article.text."""

    @property
    def text_end(self) -> int:
        """Where it ends in article.text."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Sentence: ...
    def __deepcopy__(self, _memo: Any) -> Sentence: ...

@final
class Word:
    """A word of the body."""

    @property
    def text(self) -> str:
        """Its clean text, article.text[text_start:text_end]."""

    @property
    def start(self) -> int:
        """Where its first character stands in article.document."""

    @property
    def end(self) -> int:
        """Where its last character ends in article.document."""

    @property
    def text_start(self) -> int:
        """Where it begins in article.text."""

    @property
    def text_end(self) -> int:
        """Where it ends in article.text."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Word: ...
    def __deepcopy__(self, _memo: Any) -> Word: ...

@final
class Mark:
    """Inline structure over the document: a link, an image, emphasis, layout characters."""

    @property
    def kind(self) -> MarkKind:
        """What it is."""

    @property
    def start(self) -> int:
        """Where it begins in article.document."""

    @property
    def end(self) -> int:
        """Where it ends in article.document."""

    @property
    def text(self) -> str:
        """The characters that it covers, as they stand in the document."""

    @property
    def source(self) -> tuple[int, int]:
        """Where it came from in what the caller gave, as (start, end), an image from its tag.

        It counts code points of a str, and bytes of bytes.
        """

    @property
    def target(self) -> str | None:
        """Address of a link or image, or None: absolute where the address of the page is known."""

    @property
    def alt(self) -> str | None:
        """Alternative text of an image, or of the image that a link is around, or None."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Mark: ...
    def __deepcopy__(self, _memo: Any) -> Mark: ...

@final
class Fact:
    """One piece of metadata, with the place where it was found."""

    @property
    def field(self) -> Field:
        """What it is about."""

    @property
    def subject(self) -> int:
        """A number: facts with one subject describe one thing, as an author's name and role do."""

    @property
    def text(self) -> str:
        """As written."""

    @property
    def value(self) -> str:
        """Normalised: dates in ISO 8601 at their own precision, languages in BCP 47."""

    @property
    def start(self) -> int | None:
        """Where it begins in article.document, or None where it does not stand there."""

    @property
    def end(self) -> int | None:
        """Where it ends in article.document, or None where it does not stand there."""

    @property
    def source(self) -> tuple[int, int] | None:
        """Where it came from in what the caller gave, as (start, end), or None."""

    @property
    def origin(self) -> Origin:
        """Where it was found."""

    @property
    def confidence(self) -> float:
        """Estimated probability that it is right, 0 to 1."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Fact: ...
    def __deepcopy__(self, _memo: Any) -> Fact: ...

@final
class Warning:
    """Something that the caller may want to know."""

    @property
    def kind(self) -> WarningKind:
        """What it warns of."""

    @property
    def message(self) -> str:
        """What was wrong."""

    @property
    def start(self) -> int | None:
        """Where it begins in article.document, or None where it is of no one place."""

    @property
    def end(self) -> int | None:
        """Where it ends in article.document, or None where it is of no one place."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Warning: ...
    def __deepcopy__(self, _memo: Any) -> Warning: ...

@final
class Split:
    """The articles of an archive, one after the other.

    nutgraf.split makes it. It is used by one thread at a time.
    """

    def __iter__(self) -> Split: ...
    def __next__(self) -> Article: ...

def split(
    archive: str | Buffer | _Readable | Iterable[str] | Iterable[Buffer],
    *,
    format: Literal[
        "auto", "lexisnexis", "nexis_uni", "factiva", "proquest", "europresse", "newswire", "wet", "mail", "dumps"
    ] = "auto",
    url: str | None = None,
    content_type: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    reference_date: str | datetime.date | None = None,
    focus: Literal["precision", "balanced", "recall"] = "balanced",
    body_kinds: Iterable[Kind | str] | None = None,
    max_bytes: int | None = None,
) -> Split:
    """Splits an archive of many articles: an export of a database, a WET file, an mbox or digest, dumps in a row.

    archive is text (str), bytes of any encoding (bytes, bytearray, memoryview or another object with the buffer
    protocol), a file that is open for reading, or an iterable of chunks; all chunks are str, or all are bytes-like. A
    file or an iterable is read as far as the next article takes, so that an archive of any size up to 4 GiB goes
    through in little memory. The result is an iterator over Article.

    format names the form of the archive: "lexisnexis", "nexis_uni", "factiva", "proquest", "europresse", "newswire",
    "wet", "mail" or "dumps". With "auto" it is found out, and one archive may hold several.

    The document of an article is its record, and the records tile the archive: what stands above the first or below the
    last (a cover sheet, a notice) is boilerplate of that article. A record that was cut comes with a warning of kind
    "truncated_record". What the fields of a record say are facts of origin "archive", before all others. An archive of
    no known form is one article, the same as of from_text.

    max_bytes is the limit of one record: one over it raises nutgraf.Error, and next() goes on with the one behind it.

    Options, all by keyword:

    - url: address that the input came from.
    - content_type: the Content-Type that it came with; its charset counts for bytes without a byte order mark.
    - encoding: character encoding of bytes, a label of the WHATWG Encoding Standard; only a byte order mark is believed
      before it. Without it the encoding is found out.
    - language: language of the article as a BCP 47 tag; it is not detected then.
    - reference_date: day against which "yesterday" is read, a datetime.date or ISO 8601 (2024-05-03). Without it such
      words give no date.
    - focus: "balanced"; "precision" leaves a doubtful segment out of the body; "recall" keeps it.
    - body_kinds: kinds that the body text is made of, names or members of nutgraf.Kind; without it all of the role
      "body". A segment counts when its own kind and those of the containers around it are named.
    - max_bytes: the most bytes that the input may have; 4 GiB less two bytes without it. A str counts as UTF-8.

    The source of a segment counts code points of the input where it was a str, and bytes where it was bytes. Other
    threads run while an article is read.

    Raises nutgraf.Error (a ValueError) for an input over max_bytes or an option that cannot be, TypeError for an
    argument of a wrong type, and UnicodeEncodeError (a ValueError too) for a str with a lone surrogate, which is no
    text: encode such a str with errors="replace" and give the bytes.
    """

def from_html(
    page: str | Buffer,
    *,
    url: str | None = None,
    content_type: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    reference_date: str | datetime.date | None = None,
    focus: Literal["precision", "balanced", "recall"] = "balanced",
    body_kinds: Iterable[Kind | str] | None = None,
    max_bytes: int | None = None,
) -> Article:
    """Reads an article from a page of HTML.

    page is text (str) or bytes (bytes, bytearray, memoryview or another object with the buffer protocol), which are
    decoded as a browser would; a str is decoded already, whatever it declares. Any page, however broken, gives an
    article. Its document is the text that a browser would show, one block a line.

    Options, all by keyword:

    - url: address that the input came from.
    - content_type: the Content-Type that it came with; its charset counts for bytes without a byte order mark.
    - encoding: character encoding of bytes, a label of the WHATWG Encoding Standard; only a byte order mark is believed
      before it. Without it the encoding is found out.
    - language: language of the article as a BCP 47 tag; it is not detected then.
    - reference_date: day against which "yesterday" is read, a datetime.date or ISO 8601 (2024-05-03). Without it such
      words give no date.
    - focus: "balanced"; "precision" leaves a doubtful segment out of the body; "recall" keeps it.
    - body_kinds: kinds that the body text is made of, names or members of nutgraf.Kind; without it all of the role
      "body". A segment counts when its own kind and those of the containers around it are named.
    - max_bytes: the most bytes that the input may have; 4 GiB less two bytes without it. A str counts as UTF-8.

    The source of a segment counts code points of the input where it was a str, and bytes where it was bytes. Other
    threads run while an article is read.

    Raises nutgraf.Error (a ValueError) for an input over max_bytes or an option that cannot be, TypeError for an
    argument of a wrong type, and UnicodeEncodeError (a ValueError too) for a str with a lone surrogate, which is no
    text: encode such a str with errors="replace" and give the bytes.
    """

def from_text(
    dump: str | Buffer,
    *,
    url: str | None = None,
    content_type: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    reference_date: str | datetime.date | None = None,
    focus: Literal["precision", "balanced", "recall"] = "balanced",
    body_kinds: Iterable[Kind | str] | None = None,
    max_bytes: int | None = None,
) -> Article:
    """Reads an article from plain text.

    dump is text (str) or bytes of any encoding (bytes, bytearray, memoryview or another object with the buffer
    protocol). Any dump gives an article, an empty one an empty article.

    Options, all by keyword:

    - url: address that the input came from.
    - content_type: the Content-Type that it came with; its charset counts for bytes without a byte order mark.
    - encoding: character encoding of bytes, a label of the WHATWG Encoding Standard; only a byte order mark is believed
      before it. Without it the encoding is found out.
    - language: language of the article as a BCP 47 tag; it is not detected then.
    - reference_date: day against which "yesterday" is read, a datetime.date or ISO 8601 (2024-05-03). Without it such
      words give no date.
    - focus: "balanced"; "precision" leaves a doubtful segment out of the body; "recall" keeps it.
    - body_kinds: kinds that the body text is made of, names or members of nutgraf.Kind; without it all of the role
      "body". A segment counts when its own kind and those of the containers around it are named.
    - max_bytes: the most bytes that the input may have; 4 GiB less two bytes without it. A str counts as UTF-8.

    The source of a segment counts code points of the input where it was a str, and bytes where it was bytes. Other
    threads run while an article is read.

    Raises nutgraf.Error (a ValueError) for an input over max_bytes or an option that cannot be, TypeError for an
    argument of a wrong type, and UnicodeEncodeError (a ValueError too) for a str with a lone surrogate, which is no
    text: encode such a str with errors="replace" and give the bytes.
    """

def from_json(json: str | Buffer, /) -> Article:
    """Reads back what Article.to_json wrote: an equal article.

    The JSON may count its offsets in any unit; what the article shows is in code points. Raises nutgraf.Error (a
    ValueError) when it is not the JSON of an article.
    """

def split_sentences(text: str, /, language: str = "") -> list[str]:
    """The sentences of a text that is one paragraph, without the white space between them.

    language is a BCP 47 tag; without one the language is told from the text.
    """

def _item(article: Article, name: str, index: int, /) -> Any:
    """Makes one item again, for pickles."""

def _view(article: Article, name: str, indices: Sequence[int], /) -> View[Any]:
    """Makes a view again, for pickles."""

@final
class Batch:
    """Rows of articles, one a document: what nutgraf.extract_batch returns.

    It has the Arrow PyCapsule interface, as an array of structs and as a stream of one batch.
    """

    @property
    def schema(self) -> BatchSchema:
        """The columns, an object with the Arrow PyCapsule interface."""

    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@final
class BatchSchema:
    """The columns of a batch.

    It has the Arrow PyCapsule interface: pyarrow.schema(nutgraf.batch_schema()).
    """

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""

    def __arrow_c_schema__(self) -> object: ...

def extract_batch(
    documents: _Column | list[Any],
    /,
    *,
    input: Literal["auto", "html", "text"] = "auto",
    segments: bool = False,
    threads: int | None = None,
    url: str | _Column | None = None,
    content_type: str | _Column | None = None,
    encoding: str | None = None,
    language: str | None = None,
    reference_date: str | datetime.date | None = None,
    focus: Literal["precision", "balanced", "recall"] = "balanced",
    body_kinds: Iterable[Kind | str] | None = None,
    max_bytes: int | None = None,
) -> Batch:
    """Reads the articles in a column of documents: rows of Arrow, one a document, in order.

    documents is any object with the Arrow PyCapsule interface (an array or chunked array of pyarrow, a series of Polars
    or pandas) whose values are strings or binary; or a list of str or bytes-like objects, or of pairs of one and its
    address. The result has that interface, too: pyarrow.record_batch(batch), polars.DataFrame(batch) and others take it
    without a copy. Its columns are those of batch_schema().

    No document raises: one that is null, over max_bytes or otherwise refused is a row whose error says why. One with an
    article has null there.

    - input: "html", "text", or "auto": a page or a dump, whichever the document looks like.
    - segments: adds the columns document and segments.
    - threads: how many read; as many as there are processors without it. Other threads of Python run meanwhile, and
      Ctrl-C ends the work soon.
    - url, content_type: a str for all documents, or a column as long as the first.

    All else is as for from_html. Raises what it raises for options, and TypeError for a column of another type.
    """

def batch_schema(*, segments: bool = False) -> BatchSchema:
    """The columns that extract_batch returns, all nullable.

    They are the same whatever the documents hold; later versions may add columns at the end.

    - url (string): the canonical address that the page gives, else that of the option url.
    - title (string): the headline as printed.
    - authors (list of string): their names as written; empty where none was found.
    - date_published, date_modified (string): ISO 8601 at the precision that is known, such as 2020, 2020-03-23 or
      2020-03-23T10:00:00+02:00, so that nothing is made up; those with one offset compare as text, and the first ten
      characters are the day there.
    - publisher (string), language (string, BCP 47), page_type (string, such as article or forum).
    - is_accessible_for_free (boolean): what is declared; access_status (string): how much of the article the text is.
    - confidence (double): estimated probability that the body is right, 0 to 1.
    - word_count (int64) of the body.
    - text (string): the body, a blank line between two blocks.
    - error (string): why there is no article, all other columns being null; null where there is one.

    With segments also:

    - document (string): the text that segments are ranges of.
    - segments (list of struct of role, kind, level, start, end, confidence, reason, text): every segment of the
      document, as Article.segments; start and end count code points.
    """

def _read(documents: list[Any], input: str, threads: int | None, options: dict[str, Any]) -> list[Article | Exception]:
    """The Article of each document, or the exception that from_html or from_text would have raised."""
