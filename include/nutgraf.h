// nutgraf gives back the article from the text of a page: title, authors, dates, sections, and a reason for all that is
// left out. This header is C11 and C++17; include/nutgraf.hpp puts RAII over it.
//
// It is generated from the Rust sources: change those and run `BLESS=1 cargo test -p nutgraf-c --test header`.
//
//   nutgraf_article *article = NULL;
//   if (nutgraf_from_text(dump, len, NULL, &article) == NUTGRAF_STATUS_OK) {
//     nutgraf_str title = nutgraf_article_title(article);
//     printf("%.*s\n", (int)title.len, title.data);
//   }
//   nutgraf_article_free(article);
//
// Ownership. An article belongs to the caller, who frees it with nutgraf_article_free. Every nutgraf_str and every array
// that an accessor returns is lent by the article and lives as long as it does. A nutgraf_string belongs to the caller,
// who frees it with nutgraf_string_free. What the caller passes in is not kept after the call, but by a splitter, which
// keeps a copy of what was pushed until its article was taken.
//
// Strings are UTF-8, pointer and length, not NUL-terminated, and can hold a NUL. An input is bytes of any encoding.
// A nutgraf_str or array from the library has a pointer that is never NULL, not even when it is empty.
//
// Threads. An article is immutable: any number of threads may call any accessor of one article at once. What takes time
// (sentences, words) is computed at the first call and kept. Freeing is for when no other thread uses it. There are no
// globals, no callbacks and no thread-local errors.
//
// Offsets are bytes, start included and end not, and lie on character boundaries: `span` counts in
// nutgraf_article_document, `text` of paragraphs, sentences and words in nutgraf_article_text, and `source` in the
// caller's input. NUTGRAF_NONE in both ends means "nowhere". nutgraf_article_convert_offset gives other units.
//
// Errors. A function that can fail returns a nutgraf_status and sets its `out` on every path; nutgraf_options.message
// takes a message for people. An accessor does not fail: for a NULL article, an index or enum value out of range, it
// returns what its comment says, else an empty string, 0 or an empty array. `count` may be NULL. A panic inside the
// library never crosses this boundary: it comes back as NUTGRAF_STATUS_PANIC, or as the empty answer of an accessor.
// What cannot be checked is the caller's part: pointers that are not NULL point to what their type says, and nothing is
// used after it was freed.
//
// Versions. Enum arguments are uint32_t and are checked. Later versions add enum values, which take numbers that are free
// today: take an unknown one for "other". Structs of arrays keep their size under one NUTGRAF_ABI_VERSION; their
// `reserved` words are zero. Options begin with their size, so that they can grow.

#ifndef NUTGRAF_H
#define NUTGRAF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// An enum of 32 bits: in C its values are constants, in C++ it is a type of its own.
#ifdef __cplusplus
#define NUTGRAF_ENUM(name) enum name : uint32_t
#else
#define NUTGRAF_ENUM(name) typedef uint32_t name; enum
#endif

// The version of the binary interface that this header describes. Compare with `nutgraf_abi_version`.
#define NUTGRAF_ABI_VERSION 1

// "No such index", as in `nutgraf_segment.continues`, and both ends of a `nutgraf_span` that is nowhere.
#define NUTGRAF_NONE UINT32_MAX

// What a function that can fail says.
NUTGRAF_ENUM(nutgraf_status) {
  // It worked.
  NUTGRAF_STATUS_OK = 0,
  // A pointer that must not be NULL is NULL.
  NUTGRAF_STATUS_NULL_POINTER = 1,
  // An enum argument or an index is out of range, or a struct has a size or reserved words of no known version.
  NUTGRAF_STATUS_INVALID_ARGUMENT = 2,
  // An option has a value that it cannot have.
  NUTGRAF_STATUS_INVALID_OPTION = 3,
  // The input, or the document made of it, is over the limit in bytes.
  NUTGRAF_STATUS_TOO_LARGE = 4,
  // What was to be read as the JSON of an article is not.
  NUTGRAF_STATUS_INVALID_JSON = 5,
  // An error of a later version.
  NUTGRAF_STATUS_OTHER = 6,
  // A bug of the library was caught. The process can go on; please report it.
  NUTGRAF_STATUS_PANIC = 100,
};

// A question that can have no answer.
NUTGRAF_ENUM(nutgraf_answer) {
  // Not known.
  NUTGRAF_ANSWER_UNKNOWN = 0,
  // No.
  NUTGRAF_ANSWER_NO = 1,
  // Yes.
  NUTGRAF_ANSWER_YES = 2,
};

// How much of an article a text is, whatever its publisher asks for the rest or declares of it.
NUTGRAF_ENUM(nutgraf_access_status) {
  // Nothing tells: there is no text, or it breaks off and no wall says why.
  NUTGRAF_ACCESS_STATUS_UNKNOWN = 0,
  // The text ends as a text ends. A wall may lie over it, and an offer stand below it.
  NUTGRAF_ACCESS_STATUS_COMPLETE = 1,
  // A wall stands right behind the text and says that there is more, or the text breaks off there.
  NUTGRAF_ACCESS_STATUS_PARTIAL = 2,
  // Only the wall is there, with a title and its like.
  NUTGRAF_ACCESS_STATUS_NOTICE_ONLY = 3,
};

// The unit in which offsets count.
NUTGRAF_ENUM(nutgraf_offset_unit) {
  // Bytes of UTF-8, as in Rust and C.
  NUTGRAF_OFFSET_UNIT_BYTE = 0,
  // Unicode code points, as in Python.
  NUTGRAF_OFFSET_UNIT_CODE_POINT = 1,
  // UTF-16 code units, as in JavaScript, Java and .NET.
  NUTGRAF_OFFSET_UNIT_UTF16 = 2,
};

// What a segment is. Names are the snake_case of the schema.org, IPTC (ninjs, NITF), HTML or newsroom term.
NUTGRAF_ENUM(nutgraf_kind) {
  // Boilerplate of no other kind; also what a client takes an unknown value for.
  NUTGRAF_KIND_OTHER = 0,
  // A heading of the body; `level` is 2 to 6, as the title is level 1.
  NUTGRAF_KIND_HEADING = 100,
  // A paragraph.
  NUTGRAF_KIND_PARAGRAPH = 101,
  // Container: a list, ordered or not.
  NUTGRAF_KIND_LIST = 102,
  // Container: an item of a list.
  NUTGRAF_KIND_LIST_ITEM = 103,
  // Container: a quotation set off from the text around it.
  NUTGRAF_KIND_BLOCK_QUOTE = 104,
  // A sentence of the article, set apart for show.
  NUTGRAF_KIND_PULL_QUOTE = 105,
  // Preformatted text or program code: its line breaks and indentation stand.
  NUTGRAF_KIND_CODE = 106,
  // Container: a table.
  NUTGRAF_KIND_TABLE = 107,
  // Container: a row of a table.
  NUTGRAF_KIND_TABLE_ROW = 108,
  // Container: a cell of a table.
  NUTGRAF_KIND_TABLE_CELL = 109,
  // A note below the text.
  NUTGRAF_KIND_FOOTNOTE = 110,
  // Container: a picture with its caption.
  NUTGRAF_KIND_FIGURE = 111,
  // A picture that no text stands beside: a leaf without characters, where its mark stands.
  NUTGRAF_KIND_IMAGE = 112,
  // The word or two above the title that name the topic or the format (newsroom: kicker, eyebrow).
  NUTGRAF_KIND_KICKER = 200,
  // The headline (schema.org `headline`).
  NUTGRAF_KIND_TITLE = 201,
  // The summary under the title (newsroom: dek, standfirst; NITF `hl2`).
  NUTGRAF_KIND_DEK = 202,
  // The line that names the authors (NITF `byline`).
  NUTGRAF_KIND_BYLINE = 203,
  // Place and date on a line of their own (NITF `dateline`).
  NUTGRAF_KIND_DATELINE = 204,
  // A line, or a piece of one, that is only a date or time with its label.
  NUTGRAF_KIND_TIMESTAMP = 205,
  // The declared time to read (schema.org `timeRequired`).
  NUTGRAF_KIND_READING_TIME = 206,
  // The text of a picture (schema.org `caption`).
  NUTGRAF_KIND_CAPTION = 207,
  // Who made a picture (schema.org `creditText`).
  NUTGRAF_KIND_CREDIT = 208,
  // Who the author is.
  NUTGRAF_KIND_AUTHOR_BIO = 209,
  // What the desk says of the text (IPTC `ednote`).
  NUTGRAF_KIND_EDITORS_NOTE = 210,
  // What the desk has corrected (schema.org `correction`).
  NUTGRAF_KIND_CORRECTION = 211,
  // The article's topics (schema.org `keywords`).
  NUTGRAF_KIND_TAGS = 212,
  // Who reported and edited, and from which agency (NITF `distributor`).
  NUTGRAF_KIND_AGENCY_CREDIT = 213,
  // The copyright line (schema.org `copyrightNotice`).
  NUTGRAF_KIND_COPYRIGHT_NOTICE = 214,
  // The mark that ends a piece: `###`, `-30-`, `ENDS`.
  NUTGRAF_KIND_END_MARK = 215,
  // Characters that set the page and say nothing: rules, lone bullets and separators.
  NUTGRAF_KIND_LAYOUT = 216,
  // A label and what it says of the article, as archives print it: `LENGTH: 355 words`.
  NUTGRAF_KIND_METADATA = 217,
  // Menus, breadcrumbs, page numbers.
  NUTGRAF_KIND_NAVIGATION = 300,
  // A search box.
  NUTGRAF_KIND_SEARCH = 301,
  // Signing in to the site, and its account menu.
  NUTGRAF_KIND_LOGIN = 302,
  // Buttons to share, follow, print or save.
  NUTGRAF_KIND_SHARE_TOOLS = 303,
  // An invitation to a newsletter.
  NUTGRAF_KIND_NEWSLETTER_PROMPT = 304,
  // A prompt of a paywall or registration wall.
  NUTGRAF_KIND_ACCESS_NOTICE = 305,
  // An advertisement or its label.
  NUTGRAF_KIND_ADVERTISEMENT = 306,
  // Links to other pieces.
  NUTGRAF_KIND_RELATED_LINKS = 307,
  // Readers' comments, their count and their form.
  NUTGRAF_KIND_COMMENTS = 308,
  // Cookies and privacy.
  NUTGRAF_KIND_CONSENT_NOTICE = 309,
  // An invitation to an app.
  NUTGRAF_KIND_APP_PROMO = 310,
  // An address, a telephone number, a press contact.
  NUTGRAF_KIND_CONTACT = 311,
  // A player of audio or video and its controls.
  NUTGRAF_KIND_MEDIA_PLAYER = 312,
  // The site's name and slogan above the article.
  NUTGRAF_KIND_SITE_HEADER = 313,
  // Terms, imprint and slogans below the article.
  NUTGRAF_KIND_SITE_FOOTER = 314,
};

// What a segment is to the article.
NUTGRAF_ENUM(nutgraf_role) {
  // What was said: headings, paragraphs, lists, quotes, tables, code, footnotes.
  NUTGRAF_ROLE_BODY = 0,
  // The article's own, but not its body: title, byline, dates, captions, notes of the desk.
  NUTGRAF_ROLE_FURNITURE = 1,
  // The page's, and not the article's: menus, prompts, advertisements, links to other pieces.
  NUTGRAF_ROLE_BOILERPLATE = 2,
};

// What was seen of a segment. The documentation of each is the sentence that people read.
NUTGRAF_ENUM(nutgraf_evidence) {
  // Something that a later version sees.
  NUTGRAF_EVIDENCE_OTHER = 0,
  // It reads as prose: long, with full stops.
  NUTGRAF_EVIDENCE_PROSE = 100,
  // It is short and does not end as a sentence does.
  NUTGRAF_EVIDENCE_SHORT_LINE = 101,
  // It begins with a bullet or a number, as items of a list do.
  NUTGRAF_EVIDENCE_LIST_MARKER = 102,
  // It is marked as a heading.
  NUTGRAF_EVIDENCE_HEADING_MARKUP = 103,
  // It is a short line with prose right below it.
  NUTGRAF_EVIDENCE_HEADS_PROSE = 104,
  // It is marked as a quotation by its characters.
  NUTGRAF_EVIDENCE_QUOTE_MARKER = 105,
  // Its columns line up.
  NUTGRAF_EVIDENCE_COLUMNS = 106,
  // It is preformatted.
  NUTGRAF_EVIDENCE_PREFORMATTED = 107,
  // It holds nothing but punctuation and symbols.
  NUTGRAF_EVIDENCE_SYMBOLS_ONLY = 108,
  // It is a note with its number or asterisk.
  NUTGRAF_EVIDENCE_NOTE_MARKER = 109,
  // The page marks it up as such.
  NUTGRAF_EVIDENCE_MARKUP = 110,
  // Its class or id, or one around it, says so.
  NUTGRAF_EVIDENCE_CLASS_NAME = 111,
  // It is made of links, or stands among them.
  NUTGRAF_EVIDENCE_LINKS = 112,
  // The form of its archive says so.
  NUTGRAF_EVIDENCE_ARCHIVE_FIELD = 113,
  // It says what lines of this kind say.
  NUTGRAF_EVIDENCE_PHRASE = 200,
  // It is a date or a time, with at most a label.
  NUTGRAF_EVIDENCE_DATE_PATTERN = 201,
  // It is a time to read.
  NUTGRAF_EVIDENCE_READING_TIME_PATTERN = 202,
  // It names a person after a word such as "by".
  NUTGRAF_EVIDENCE_BYLINE_PATTERN = 203,
  // It looks like a person's name.
  NUTGRAF_EVIDENCE_NAME_PATTERN = 204,
  // It names an agency, or who reported and edited.
  NUTGRAF_EVIDENCE_AGENCY_PATTERN = 205,
  // It is a copyright line.
  NUTGRAF_EVIDENCE_COPYRIGHT_PATTERN = 206,
  // It holds an address, a telephone number or a link.
  NUTGRAF_EVIDENCE_CONTACT_PATTERN = 207,
  // It is the mark that ends a piece.
  NUTGRAF_EVIDENCE_END_MARK_PATTERN = 208,
  // It says where and when a piece was written, and which agency sent it.
  NUTGRAF_EVIDENCE_DATELINE_PATTERN = 209,
  // It stands inside the stretch of text that holds most of the prose.
  NUTGRAF_EVIDENCE_INSIDE_PROSE = 300,
  // It stands before the article begins.
  NUTGRAF_EVIDENCE_BEFORE_ARTICLE = 301,
  // It stands after the article has ended.
  NUTGRAF_EVIDENCE_AFTER_ARTICLE = 302,
  // It is the first line of the article.
  NUTGRAF_EVIDENCE_FIRST_LINE = 303,
  // It stands between the title and the body.
  NUTGRAF_EVIDENCE_UNDER_TITLE = 304,
  // It follows a label that speaks for the lines below it.
  NUTGRAF_EVIDENCE_UNDER_LABEL = 305,
  // Its neighbours are of the same kind.
  NUTGRAF_EVIDENCE_NEIGHBOURS = 306,
  // It stands apart from the part of the page that holds the prose.
  NUTGRAF_EVIDENCE_OUTSIDE_PROSE = 307,
  // It stands on the page more than once.
  NUTGRAF_EVIDENCE_REPEATED = 400,
  // It says again what a heading of the body says, as a table of contents does.
  NUTGRAF_EVIDENCE_REPEATS_HEADING = 401,
};

// What a mark does to the characters that it covers.
NUTGRAF_ENUM(nutgraf_mark_kind) {
  // Characters that set the segment and drop out of its clean text: quote marks, bullets, underlines, wrap hyphens.
  NUTGRAF_MARK_KIND_LAYOUT = 0,
  // A link; `target` is where it leads. One around an image alone covers no characters and stands before that image.
  NUTGRAF_MARK_KIND_LINK = 1,
  // Stress emphasis (HTML `em`, `i`).
  NUTGRAF_MARK_KIND_EMPHASIS = 2,
  // Strong importance (HTML `strong`, `b`).
  NUTGRAF_MARK_KIND_STRONG = 3,
  // A fragment of code.
  NUTGRAF_MARK_KIND_CODE = 4,
  // Subscript.
  NUTGRAF_MARK_KIND_SUB = 5,
  // Superscript.
  NUTGRAF_MARK_KIND_SUP = 6,
  // A line break inside a paragraph, which clean text keeps.
  NUTGRAF_MARK_KIND_LINE_BREAK = 7,
  // An image; `target` is its address, `alt` its text. It covers no characters and stands between two.
  NUTGRAF_MARK_KIND_IMAGE = 8,
};

// What a fact is about. Names are the snake_case of the schema.org or IPTC property.
NUTGRAF_ENUM(nutgraf_field) {
  // A field of a later version.
  NUTGRAF_FIELD_OTHER = 0,
  // The headline as printed (schema.org `headline`).
  NUTGRAF_FIELD_TITLE = 100,
  // Another title of the same piece (schema.org `alternativeHeadline`).
  NUTGRAF_FIELD_ALTERNATIVE_TITLE = 101,
  // The word or two above the title.
  NUTGRAF_FIELD_KICKER = 102,
  // The summary of the publisher (schema.org `description`).
  NUTGRAF_FIELD_DESCRIPTION = 103,
  // Section of the publication (schema.org `articleSection`).
  NUTGRAF_FIELD_ARTICLE_SECTION = 104,
  // One topic (schema.org `keywords`).
  NUTGRAF_FIELD_KEYWORDS = 105,
  // The form of the piece (schema.org `genre`).
  NUTGRAF_FIELD_GENRE = 106,
  // Language of the body, BCP 47 (schema.org `inLanguage`).
  NUTGRAF_FIELD_LANGUAGE = 107,
  // Declared time to read, an ISO 8601 duration (schema.org `timeRequired`).
  NUTGRAF_FIELD_READING_TIME = 108,
  // What was corrected (schema.org `correction`).
  NUTGRAF_FIELD_CORRECTION = 109,
  // Declared number of words, in digits (schema.org `wordCount`).
  NUTGRAF_FIELD_WORD_COUNT = 110,
  // Name of an author, as written (schema.org `author.name`).
  NUTGRAF_FIELD_AUTHOR_NAME = 200,
  // The author's part in the piece or job (schema.org `jobTitle`).
  NUTGRAF_FIELD_AUTHOR_ROLE = 201,
  // Where the author works (schema.org `affiliation`).
  NUTGRAF_FIELD_AUTHOR_AFFILIATION = 202,
  // The author's page (schema.org `author.url`).
  NUTGRAF_FIELD_AUTHOR_URL = 203,
  // The byline as printed (NITF `byline`).
  NUTGRAF_FIELD_BYLINE = 204,
  // A news agency that the piece is from (IPTC `infosources`).
  NUTGRAF_FIELD_AGENCY = 205,
  // The desk that made it.
  NUTGRAF_FIELD_DESK = 206,
  // Whether the author is a person or an organization: the schema.org type, `Person` or `Organization`.
  NUTGRAF_FIELD_AUTHOR_TYPE = 207,
  // When it was first published, ISO 8601 at the precision of the source (schema.org `datePublished`).
  NUTGRAF_FIELD_DATE_PUBLISHED = 300,
  // When it was last changed (schema.org `dateModified`).
  NUTGRAF_FIELD_DATE_MODIFIED = 301,
  // When it was written (schema.org `dateCreated`).
  NUTGRAF_FIELD_DATE_CREATED = 302,
  // Not to be published before (IPTC `embargoed`).
  NUTGRAF_FIELD_DATE_EMBARGOED = 303,
  // Place of the dateline (schema.org `locationCreated`).
  NUTGRAF_FIELD_DATELINE_PLACE = 304,
  // Date of the dateline.
  NUTGRAF_FIELD_DATELINE_DATE = 305,
  // The publication (schema.org `publisher`).
  NUTGRAF_FIELD_PUBLISHER = 400,
  // Whoever holds the copyright (schema.org `copyrightHolder`).
  NUTGRAF_FIELD_COPYRIGHT_HOLDER = 401,
  // Year or years of the copyright, as written (schema.org `copyrightYear`).
  NUTGRAF_FIELD_COPYRIGHT_YEAR = 402,
  // The copyright line (schema.org `copyrightNotice`).
  NUTGRAF_FIELD_COPYRIGHT_NOTICE = 403,
  // The licence, as a URL or an SPDX name where there is one (schema.org `license`).
  NUTGRAF_FIELD_LICENSE = 404,
  // What the piece is part of (schema.org `isPartOf`).
  NUTGRAF_FIELD_IS_PART_OF = 405,
  // DOI, ISSN, accession number (schema.org `identifier`).
  NUTGRAF_FIELD_IDENTIFIER = 406,
  // Address of the input.
  NUTGRAF_FIELD_URL = 407,
  // Address that the page calls its own.
  NUTGRAF_FIELD_CANONICAL_URL = 408,
  // Pages of the print edition, as written (schema.org `pagination`).
  NUTGRAF_FIELD_PAGINATION = 409,
  // The edition of the print product (schema.org `printEdition`).
  NUTGRAF_FIELD_PRINT_EDITION = 410,
  // Address of an image (schema.org `image.url`).
  NUTGRAF_FIELD_IMAGE_URL = 500,
  // Text of that image.
  NUTGRAF_FIELD_IMAGE_CAPTION = 501,
  // Maker of that image.
  NUTGRAF_FIELD_IMAGE_CREDIT = 502,
  // Whether the publisher declares it free: `true` or `false` (schema.org `isAccessibleForFree`).
  NUTGRAF_FIELD_IS_ACCESSIBLE_FOR_FREE = 600,
  // What this text is, a name of `nutgraf_access_status`.
  NUTGRAF_FIELD_ACCESS_STATUS = 601,
  // What the page is: article, forum, product, listing, documentation, service, other.
  NUTGRAF_FIELD_PAGE_TYPE = 602,
  // Character encoding of the input, a WHATWG name.
  NUTGRAF_FIELD_ENCODING = 603,
  // Form of the archive that it was a record of, such as `lexisnexis`.
  NUTGRAF_FIELD_ARCHIVE_FORMAT = 604,
  // Name of something else that a record says of its article (schema.org `PropertyValue.name`).
  NUTGRAF_FIELD_PROPERTY_NAME = 700,
  // What it says there (schema.org `PropertyValue.value`).
  NUTGRAF_FIELD_PROPERTY_VALUE = 701,
};

// Where a fact was found.
NUTGRAF_ENUM(nutgraf_origin) {
  // An origin of a later version.
  NUTGRAF_ORIGIN_OTHER = 0,
  // In the text that a reader sees.
  NUTGRAF_ORIGIN_VISIBLE_TEXT = 1,
  // Derived from the body as a whole, such as its language.
  NUTGRAF_ORIGIN_BODY = 2,
  // Given by the caller.
  NUTGRAF_ORIGIN_OPTION = 3,
  // Found out about the input itself, such as its encoding.
  NUTGRAF_ORIGIN_INPUT = 4,
  // In a field of the record that an archive holds of it.
  NUTGRAF_ORIGIN_ARCHIVE = 5,
  // In JSON-LD of the page.
  NUTGRAF_ORIGIN_JSON_LD = 6,
  // In microdata (`itemprop`).
  NUTGRAF_ORIGIN_MICRODATA = 7,
  // In RDFa (`property` within `typeof`).
  NUTGRAF_ORIGIN_RDFA = 8,
  // In classes of microformats (`hentry`, `h-entry`).
  NUTGRAF_ORIGIN_MICROFORMATS = 9,
  // In an Open Graph property (`og:`, `article:`).
  NUTGRAF_ORIGIN_OPEN_GRAPH = 10,
  // In a Twitter card (`twitter:`).
  NUTGRAF_ORIGIN_TWITTER_CARD = 11,
  // In Dublin Core or PRISM metadata (`dc.`, `dcterms.`, `prism.`).
  NUTGRAF_ORIGIN_DUBLIN_CORE = 12,
  // In metadata of Highwire Press, as journals have it (`citation_`).
  NUTGRAF_ORIGIN_HIGHWIRE = 13,
  // In another `meta` element.
  NUTGRAF_ORIGIN_META = 14,
  // In a link with a relation (`rel`).
  NUTGRAF_ORIGIN_LINK = 15,
  // In the `title` element.
  NUTGRAF_ORIGIN_TITLE_ELEMENT = 16,
  // In the `datetime` of a `time` element.
  NUTGRAF_ORIGIN_TIME_ELEMENT = 17,
  // In the address of the page.
  NUTGRAF_ORIGIN_ADDRESS = 18,
  // In an element whose class says what it holds.
  NUTGRAF_ORIGIN_CLASS_NAME = 19,
  // In the state that a page carries for its scripts (`__NEXT_DATA__`).
  NUTGRAF_ORIGIN_EMBEDDED_STATE = 20,
};

// What a warning warns of.
NUTGRAF_ENUM(nutgraf_warning_kind) {
  // A warning of a later version.
  NUTGRAF_WARNING_KIND_OTHER = 0,
  // Bytes that are not of the encoding were replaced by U+FFFD.
  NUTGRAF_WARNING_KIND_ENCODING_REPLACED = 1,
  // The text was decoded with a wrong encoding before it came here.
  NUTGRAF_WARNING_KIND_MOJIBAKE = 2,
  // The record ends before its end.
  NUTGRAF_WARNING_KIND_TRUNCATED_RECORD = 3,
  // Two sources say different things.
  NUTGRAF_WARNING_KIND_CONTRADICTION = 4,
  // Something was left undone because of a limit.
  NUTGRAF_WARNING_KIND_LIMIT = 5,
};

// Whether a doubtful segment is kept in the body.
NUTGRAF_ENUM(nutgraf_focus) {
  // The best of both.
  NUTGRAF_FOCUS_BALANCED = 0,
  // Left out: what is in the body belongs there.
  NUTGRAF_FOCUS_PRECISION = 1,
  // Kept: what belongs in the body is there.
  NUTGRAF_FOCUS_RECALL = 2,
};

// A form in which an article can be written out.
NUTGRAF_ENUM(nutgraf_format) {
  // The body text.
  NUTGRAF_FORMAT_TEXT = 0,
  // CommonMark with GFM tables: the title and the body.
  NUTGRAF_FORMAT_MARKDOWN = 1,
  // The whole record.
  NUTGRAF_FORMAT_JSON = 2,
  // A fragment of HTML: the title and the body.
  NUTGRAF_FORMAT_HTML = 3,
  // JSON-LD in the terms of schema.org: facts and body text.
  NUTGRAF_FORMAT_JSONLD = 4,
  // IPTC ninjs 3.3: facts and body.
  NUTGRAF_FORMAT_NINJS = 5,
  // TEI P5: facts, body and the furniture around it.
  NUTGRAF_FORMAT_TEI = 6,
};

// The form of an archive that holds many articles.
NUTGRAF_ENUM(nutgraf_archive_format) {
  // Whatever the text looks like; one archive may hold several.
  NUTGRAF_ARCHIVE_FORMAT_AUTO = 0,
  // LexisNexis TXT: `3 of 50 DOCUMENTS` above each, labels in capitals, in any of seven languages.
  NUTGRAF_ARCHIVE_FORMAT_LEXISNEXIS = 1,
  // Nexis Uni and Lexis Advance, saved as text: `Body`, `Classification`, `End of Document`.
  NUTGRAF_ARCHIVE_FORMAT_NEXIS_UNI = 2,
  // Factiva, with codes (`HD`, `BY`, `WC`) or as displayed; `Document` and an accession number below each.
  NUTGRAF_ARCHIVE_FORMAT_FACTIVA = 3,
  // ProQuest: a line of underscores, `Document 3 of 50`, `Full text:`.
  NUTGRAF_ARCHIVE_FORMAT_PROQUEST = 4,
  // Europresse: publication, section and date above, `Numéro de document` and `Certificat` below.
  NUTGRAF_ARCHIVE_FORMAT_EUROPRESSE = 5,
  // Stories of news agencies, each with its dateline, behind the end mark of the one before.
  NUTGRAF_ARCHIVE_FORMAT_NEWSWIRE = 6,
  // WET files of Common Crawl, and other WARC files of text.
  NUTGRAF_ARCHIVE_FORMAT_WET = 7,
  // Mail: mbox, and digests of a mailing list (RFC 1153).
  NUTGRAF_ARCHIVE_FORMAT_MAIL = 8,
  // Texts one after the other with a line between them: `==> name <==`, or a rule above lines such as `URL:`.
  NUTGRAF_ARCHIVE_FORMAT_DUMPS = 9,
};

// An article: one immutable record that any number of threads may read. Freed by `nutgraf_article_free`.
typedef struct nutgraf_article nutgraf_article;

// A splitter: what was pushed into it of an archive, until its articles were taken. One thread may use it at a time. Freed
// by `nutgraf_splitter_free`.
typedef struct nutgraf_splitter nutgraf_splitter;

// A string that belongs to the caller, who gives it back with `nutgraf_string_free`.
//
// UTF-8, not NUL-terminated. `data` is NULL where a call failed, and after `nutgraf_string_free`.
typedef struct {
  // First byte.
  char *data;
  // Length in bytes.
  size_t len;
} nutgraf_string;

// A string that belongs to someone else: an article, the library or, in options, the caller.
//
// UTF-8, not NUL-terminated. From the library, `data` is never NULL and an absent string has `len` 0.
typedef struct {
  // First byte.
  const char *data;
  // Length in bytes.
  size_t len;
} nutgraf_str;

// Options for reading. Set up by `nutgraf_options_init`; a member that is NULL or 0 stands for its default.
typedef struct {
  // Size of this struct in bytes, as the caller knows it.
  size_t size;
  // Where a message for people goes when a call fails: owned by the caller, for `nutgraf_string_free`. What is there
  // before is overwritten, not freed; on success it is set to NULL and 0. NULL for no message.
  nutgraf_string *message;
  // Address that the input came from.
  nutgraf_str url;
  // The `Content-Type` that the input came with; its `charset` counts where there is no byte order mark.
  nutgraf_str content_type;
  // Character encoding of the input, a label of the WHATWG Encoding Standard; found out by default.
  nutgraf_str encoding;
  // Language of the article as a BCP 47 tag; detected by default.
  nutgraf_str language;
  // Day against which "yesterday" is read, ISO 8601 (`2024-05-03`); without it such words give no date.
  nutgraf_str reference_date;
  // Kinds (`nutgraf_kind`) that the body text is made of; by default all that are body.
  const uint32_t *body_kinds;
  // Number of `body_kinds`.
  size_t body_kind_count;
  // Most bytes that an input may have; by default, and at most, 4 GiB less 2.
  uint64_t max_bytes;
  // Whether a doubtful segment is kept in the body, a `nutgraf_focus`.
  uint32_t focus;
  // Form of an archive, a `nutgraf_archive_format`, for `nutgraf_splitter_new`; found out by default.
  uint32_t format;
  // Zero in this version.
  uint32_t reserved[6];
} nutgraf_options;

// Options for rendering. Set up by `nutgraf_render_options_init`.
typedef struct {
  // Size of this struct in bytes, as the caller knows it.
  size_t size;
  // Unit of the offsets into the document that JSON holds, a `nutgraf_offset_unit`. JSON-LD and TEI count its code points.
  uint32_t offset_unit;
  // Zero in this version.
  uint32_t reserved[5];
} nutgraf_render_options;

// A range of bytes, `start` included and `end` not.
typedef struct {
  // Offset of the first byte.
  uint32_t start;
  // Offset behind the last byte; never less than `start`.
  uint32_t end;
} nutgraf_span;

// A stretch of the document: what it is, where it is, and why we think so.
//
// Segments stand in pre-order; the descendants of segment `i` are those from `i + 1` to `end`.
typedef struct {
  // What it is.
  nutgraf_kind kind;
  // What it is to the article. Stored, not derived: a list in a sidebar is boilerplate.
  nutgraf_role role;
  // Level of a heading (2 to 6); 0 on all else.
  uint32_t level;
  // Index of the segment behind the last descendant; the next index for a leaf.
  uint32_t end;
  // Where it stands in the document, in bytes.
  nutgraf_span span;
  // Where it came from in the caller's input, in the article's source unit.
  nutgraf_span source;
  // Index of the segment that this one goes on with after an interruption, or NUTGRAF_NONE.
  uint32_t continues;
  // Estimated probability that role and kind are right, 0 to 1; 0.5 where no rule or model decided.
  float confidence;
  // Its reasons: the range of indices into the article's reasons.
  nutgraf_span reasons;
  // Bits of NUTGRAF_SEGMENT_ORDERED and NUTGRAF_SEGMENT_HEADER.
  uint32_t flags;
  // Number of the first item of an ordered list; 0 on all else.
  uint32_t list_start;
  // Columns that a table cell spans, 1 or more; 0 on all else.
  uint32_t column_span;
  // Rows that a table cell spans, 1 or more; 0 on all else.
  uint32_t row_span;
  // Language of code, as a range of the pool, or NUTGRAF_NONE.
  nutgraf_span code_language;
  // Zero in this version.
  uint32_t reserved[2];
} nutgraf_segment;
// Flag of a list whose items are numbered.
#define NUTGRAF_SEGMENT_ORDERED 1
// Flag of a table cell that heads its row or column.
#define NUTGRAF_SEGMENT_HEADER 2

// One reason for what a segment is taken for.
typedef struct {
  // What was seen.
  nutgraf_evidence evidence;
  // How much it weighed: positive for the role that was chosen, negative against it.
  float weight;
} nutgraf_reason;

// Inline structure over the document.
typedef struct {
  // What it is.
  nutgraf_mark_kind kind;
  // Which characters of the document it covers, in bytes. Marks are sorted by `start`.
  nutgraf_span span;
  // Where the characters came from in the caller's input, in the article's source unit; of an image its tag.
  nutgraf_span source;
  // Address of a link or image as a range of the pool, or NUTGRAF_NONE: absolute where the page's address is known.
  nutgraf_span target;
  // Alternative text of an image, or of the image that a link is around, as a range of the pool, or NUTGRAF_NONE.
  nutgraf_span alt;
  // Zero in this version.
  uint32_t reserved[2];
} nutgraf_mark;

// One piece of metadata, with the place where it was found.
//
// Facts are sorted by field; rivals for one field stand in order of rank, the best first.
typedef struct {
  // What it is about.
  nutgraf_field field;
  // Facts with one subject describe one thing, as an author's name and role do.
  uint32_t subject;
  // As written, a range of the pool.
  nutgraf_span text;
  // Normalised, a range of the pool: dates in ISO 8601, languages in BCP 47.
  nutgraf_span value;
  // Where it stands in the document, in bytes, or NUTGRAF_NONE.
  nutgraf_span span;
  // Where it stands in the caller's input, in the article's source unit, or NUTGRAF_NONE.
  nutgraf_span source;
  // Where it was found.
  nutgraf_origin origin;
  // Estimated probability that it is right, 0 to 1.
  float confidence;
  // Zero in this version.
  uint32_t reserved[2];
} nutgraf_fact;

// Something that the caller may want to know.
typedef struct {
  // What it warns of.
  nutgraf_warning_kind kind;
  // Where in the document, in bytes, or NUTGRAF_NONE.
  nutgraf_span span;
  // What was wrong, a range of the pool.
  nutgraf_span message;
  // Zero in this version.
  uint32_t reserved[2];
} nutgraf_warning;

// A heading with what follows, up to the next heading of its level or above; of a live blog, an entry with its time.
//
// Sections stand in pre-order; those inside section `i` are the ones from `i + 1` to `end`.
typedef struct {
  // Index of the heading's segment, or NUTGRAF_NONE for what stands before the first heading, and for an entry of a live
  // blog that has none.
  uint32_t heading;
  // Level of the heading, 2 to 6; 0 without one.
  uint32_t level;
  // Index of the section behind the last one inside it.
  uint32_t end;
  // Range of segment indices from its heading, or from the time of a live blog's entry, to where the next section starts;
  // boilerplate in between lies inside.
  nutgraf_span segments;
  // Range of indices of its own paragraphs.
  nutgraf_span paragraphs;
} nutgraf_section;

// A paragraph of the body.
typedef struct {
  // Index of its (first) segment.
  uint32_t segment;
  // Its range of the body text, in bytes.
  nutgraf_span text;
  // Where it stands in the document, from its first character to its last, in bytes.
  nutgraf_span span;
} nutgraf_paragraph;

// A sentence of the body.
typedef struct {
  // Index of the (first) segment that it stands in.
  uint32_t segment;
  // Its range of the body text, in bytes.
  nutgraf_span text;
  // Where it stands in the document, from its first character to its last, in bytes.
  nutgraf_span span;
} nutgraf_sentence;

// A word of the body.
typedef struct {
  // Its range of the body text, in bytes.
  nutgraf_span text;
  // Where it stands in the document, from its first character to its last, in bytes.
  nutgraf_span span;
} nutgraf_word;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Frees a string and sets it to NULL and 0, so that a second call does no harm. NULL is allowed.
void nutgraf_string_free(nutgraf_string *string);

// The version of the library, such as `0.1.0`.
nutgraf_str nutgraf_version(void);

// The version of the binary interface that the library has; it works with a header of the same `NUTGRAF_ABI_VERSION`.
uint32_t nutgraf_abi_version(void);

// What a status means, as one sentence; empty for a value that is none. `nutgraf_options.message` says more.
nutgraf_str nutgraf_status_message(uint32_t status);

// Sets up options: `nutgraf_options_init(&options, sizeof options)`. Nothing behind `size` bytes is written.
//
// Errors: NULL_POINTER; INVALID_ARGUMENT for a size of no version.
nutgraf_status nutgraf_options_init(nutgraf_options *options, size_t size);

// Sets up options for rendering, as `nutgraf_options_init` does.
nutgraf_status nutgraf_render_options_init(nutgraf_render_options *options, size_t size);

// Reads an article from plain text of any encoding.
//
// `data` may be NULL when `len` is 0, and is not needed after the call. `options` may be NULL. `*out` is the article, or
// NULL on failure. Any bytes, even none, give an article.
//
// Errors: NULL_POINTER; INVALID_ARGUMENT and INVALID_OPTION for options that cannot be; TOO_LARGE for `max_bytes`, PANIC.
nutgraf_status nutgraf_from_text(const char *data,
                                 size_t len,
                                 const nutgraf_options *options,
                                 nutgraf_article **out);

// Reads an article from a page of HTML.
//
// The document is the text that a browser would show, one block a line; `source` spans are bytes of the page. It is decoded
// by its byte order mark, else as `encoding` says, else as the `charset` of `content_type` says, else as its bytes look.
// Otherwise as `nutgraf_from_text`.
nutgraf_status nutgraf_from_html(const char *data,
                                 size_t len,
                                 const nutgraf_options *options,
                                 nutgraf_article **out);

// Reads back an article that `nutgraf_article_render` wrote as JSON: an equal one.
//
// Of the options only `message` counts; otherwise as `nutgraf_from_text`.
//
// Errors: those of `nutgraf_from_text`, and INVALID_JSON for a text that is not UTF-8, not JSON, or not such an article.
nutgraf_status nutgraf_from_json(const char *data,
                                 size_t len,
                                 const nutgraf_options *options,
                                 nutgraf_article **out);

// Frees an article, and with it everything that was borrowed from it. NULL is allowed.
void nutgraf_article_free(nutgraf_article *article);

// Makes a splitter for an archive that holds many articles: an export of a database, a WET file, an mbox or digest.
//
// `options` may be NULL, and is not needed after the call; its `format` names the form of the archive, which is found out
// by default, and its `max_bytes` is the limit of one record. `*out` is the splitter, or NULL on failure.
//
//     nutgraf_splitter *splitter = NULL;
//     if (nutgraf_splitter_new(NULL, &splitter) != NUTGRAF_STATUS_OK) return 1;
//     while ((len = fread(chunk, 1, sizeof chunk, file)) > 0) {
//       nutgraf_splitter_push(splitter, chunk, len);
//       take(splitter);
//     }
//     nutgraf_splitter_finish(splitter);
//     take(splitter);     // calls nutgraf_splitter_next until it gives no article
//     nutgraf_splitter_free(splitter);
//
// Errors: NULL_POINTER; INVALID_ARGUMENT and INVALID_OPTION for options that cannot be; PANIC.
nutgraf_status nutgraf_splitter_new(const nutgraf_options *options,
                                    nutgraf_splitter **out);

// Gives it the next bytes of the archive, any number of them. `data` may be NULL when `len` is 0, and is not needed after
// the call. What is pushed after `nutgraf_splitter_finish` is not taken.
//
// Errors: NULL_POINTER; TOO_LARGE for a `len` that no memory has; PANIC.
nutgraf_status nutgraf_splitter_push(nutgraf_splitter *splitter,
                                     const char *data,
                                     size_t len);

// Says that the archive has ended, so that its last article can be taken.
//
// Errors: NULL_POINTER; PANIC.
nutgraf_status nutgraf_splitter_finish(nutgraf_splitter *splitter);

// Takes the next article. `*out` is NULL when there is none: before `nutgraf_splitter_finish` it takes more of the archive,
// after it that was all. `source` spans count from the start of the archive, in bytes.
//
// A record over the limit gives an error and no article; the next call gives the article behind it. `message` is where a
// message for people goes then, as `nutgraf_options.message`, or NULL.
//
// Errors: NULL_POINTER; TOO_LARGE for a record over `max_bytes`, or an archive over 4 GiB; PANIC.
nutgraf_status nutgraf_splitter_next(nutgraf_splitter *splitter,
                                     nutgraf_string *message,
                                     nutgraf_article **out);

// Frees a splitter, with what was pushed into it; the articles that were taken stay. NULL is allowed.
void nutgraf_splitter_free(nutgraf_splitter *splitter);

// The headline as printed; empty if there is none.
nutgraf_str nutgraf_article_title(const nutgraf_article *article);

// Number of authors.
size_t nutgraf_article_author_count(const nutgraf_article *article);

// Name of an author as written; empty if there is none of this index.
nutgraf_str nutgraf_article_author(const nutgraf_article *article, size_t index);

// When it was first published, ISO 8601 at the precision of the source (`2024-05-03T09:30Z`); empty if not known.
nutgraf_str nutgraf_article_date_published(const nutgraf_article *article);

// When it was last changed, as for `nutgraf_article_date_published`.
nutgraf_str nutgraf_article_date_modified(const nutgraf_article *article);

// The publication; empty if not known.
nutgraf_str nutgraf_article_publisher(const nutgraf_article *article);

// Language of the body, BCP 47; empty if not known.
nutgraf_str nutgraf_article_language(const nutgraf_article *article);

// What the page is, such as `article` or `forum`; empty if it was not judged.
nutgraf_str nutgraf_article_page_type(const nutgraf_article *article);

// Value of the best fact of a `nutgraf_field`, normalised; empty if there is none or the field is unknown.
nutgraf_str nutgraf_article_value(const nutgraf_article *article, uint32_t field);

// Whether the publisher declares it free. Declarations are often wrong.
nutgraf_answer nutgraf_article_is_accessible_for_free(const nutgraf_article *article);

// How much of the article this text is.
nutgraf_access_status nutgraf_article_access_status(const nutgraf_article *article);

// Estimated probability that the body is right, 0 to 1.
float nutgraf_article_confidence(const nutgraf_article *article);

// The text that spans index: the decoded input without its byte order mark.
nutgraf_str nutgraf_article_document(const nutgraf_article *article);

// Unit in which the `source` spans count: bytes, but for an article read from JSON that says otherwise.
nutgraf_offset_unit nutgraf_article_source_unit(const nutgraf_article *article);

// The segments in pre-order.
const nutgraf_segment *nutgraf_article_segments(const nutgraf_article *article, size_t *count);

// The reasons that `nutgraf_segment.reasons` is a range of; a segment's own stand with the strongest first.
const nutgraf_reason *nutgraf_article_reasons(const nutgraf_article *article, size_t *count);

// Inline structure, sorted by start.
const nutgraf_mark *nutgraf_article_marks(const nutgraf_article *article, size_t *count);

// Every fact with its rivals, sorted by field and rank.
const nutgraf_fact *nutgraf_article_facts(const nutgraf_article *article, size_t *count);

// The facts of one `nutgraf_field`, best first; none for an unknown field.
const nutgraf_fact *nutgraf_article_facts_of(const nutgraf_article *article, uint32_t field, size_t *count);

// What the caller may want to know.
const nutgraf_warning *nutgraf_article_warnings(const nutgraf_article *article, size_t *count);

// The string that a range of the pool holds, such as `nutgraf_fact.value`; empty for a range that is none.
nutgraf_str nutgraf_article_str(const nutgraf_article *article, nutgraf_span range);

// Clean text of a segment: unwrapped, white space folded, layout taken off. Empty for a container, whose text is in its
// leaves, and for an index that is none.
nutgraf_str nutgraf_article_segment_text(const nutgraf_article *article, size_t index);

// The strongest evidence for a segment as a sentence for people; empty for an index that is none.
nutgraf_str nutgraf_article_segment_reason(const nutgraf_article *article, size_t index);

// The body: headings, paragraphs, list items, quotes, code, tables and footnotes, a blank line between two blocks.
nutgraf_str nutgraf_article_text(const nutgraf_article *article);

// Sections of the body in pre-order: a heading with what follows. What stands before the first heading is one
// without, and so is an entry of a live blog that has only its time.
const nutgraf_section *nutgraf_article_sections(const nutgraf_article *article, size_t *count);

// Paragraphs of the body, those of lists and quotes too.
const nutgraf_paragraph *nutgraf_article_paragraphs(const nutgraf_article *article, size_t *count);

// Sentences of the body, headings included, code and tables not. Computed at the first call.
const nutgraf_sentence *nutgraf_article_sentences(const nutgraf_article *article, size_t *count);

// Words of the body by the rules of Unicode (UAX 29). Computed at the first call.
const nutgraf_word *nutgraf_article_words(const nutgraf_article *article, size_t *count);

// Number of words of the body.
size_t nutgraf_article_word_count(const nutgraf_article *article);

// Time to read the body, in whole seconds: as declared, else computed from its words.
uint32_t nutgraf_article_reading_time(const nutgraf_article *article);

// Where bytes `start` to `end` of the body text stand in the document: ranges in order, touching ones joined.
//
// Writes up to `capacity` of them to `spans`, which may be NULL when that is 0, and returns how many there are. A `start`
// that is not below `end` gives none, and an `end` behind the text counts as its end.
size_t nutgraf_article_locate(const nutgraf_article *article,
                              size_t start,
                              size_t end,
                              nutgraf_span *spans,
                              size_t capacity);

// The same for the clean text of a segment; none for an index that is none.
size_t nutgraf_article_segment_locate(const nutgraf_article *article,
                                      size_t index,
                                      size_t start,
                                      size_t end,
                                      nutgraf_span *spans,
                                      size_t capacity);

// An offset into the document, in another unit (`nutgraf_offset_unit`). One inside a character is taken as that
// character's start, one behind the end of the document as the end.
//
// Errors: NULL_POINTER; INVALID_ARGUMENT for an unknown unit; PANIC. `*out` is 0 then.
nutgraf_status nutgraf_article_convert_offset(const nutgraf_article *article,
                                              size_t offset,
                                              uint32_t from,
                                              uint32_t to,
                                              size_t *out);

// Writes the article out in a `nutgraf_format`. `options` may be NULL. `*out` is to be freed by `nutgraf_string_free`.
//
// Errors: NULL_POINTER; INVALID_ARGUMENT for an unknown format or options that cannot be; PANIC. `*out` is NULL and 0 then.
nutgraf_status nutgraf_article_render(const nutgraf_article *article,
                                      uint32_t format,
                                      const nutgraf_render_options *options,
                                      nutgraf_string *out);

// Where the sentences of a text of one paragraph are, in bytes of it, without the white space between them.
//
// Returns how many there are, and writes as many as `capacity` allows to `spans`, which may be NULL to count. `language`
// is a BCP 47 tag; where it is empty or unknown, the language is told from the text. 0 for a text that is not UTF-8 or
// of 4 GiB or more.
size_t nutgraf_split_sentences(const char *data,
                               size_t len,
                               nutgraf_str language,
                               nutgraf_span *spans,
                               size_t capacity);

// Name of a `nutgraf_role`: `body`, `furniture`, `boilerplate`; empty for an unknown number.
nutgraf_str nutgraf_role_name(uint32_t role);

// Name of a `nutgraf_kind`, such as `paragraph`; `other` for an unknown number.
nutgraf_str nutgraf_kind_name(uint32_t kind);

// Name of a `nutgraf_mark_kind`, such as `link`; empty for an unknown number.
nutgraf_str nutgraf_mark_kind_name(uint32_t mark_kind);

// Name of a `nutgraf_field`, such as `date_published`; `other` for an unknown number.
nutgraf_str nutgraf_field_name(uint32_t field);

// Name of a `nutgraf_origin`, such as `visible_text`; `other` for an unknown number.
nutgraf_str nutgraf_origin_name(uint32_t origin);

// Name of a `nutgraf_warning_kind`, such as `mojibake`; `other` for an unknown number.
nutgraf_str nutgraf_warning_kind_name(uint32_t warning_kind);

// Name of a `nutgraf_evidence`, such as `under_title`; `other` for an unknown number.
nutgraf_str nutgraf_evidence_name(uint32_t evidence);

// Name of a `nutgraf_access_status`, such as `complete`; `unknown` for an unknown number.
nutgraf_str nutgraf_access_status_name(uint32_t access_status);

// Name of a `nutgraf_focus`: `balanced`, `precision`, `recall`; empty for an unknown number.
nutgraf_str nutgraf_focus_name(uint32_t focus);

// Name of a `nutgraf_archive_format`, such as `lexisnexis`; empty for an unknown number.
nutgraf_str nutgraf_archive_format_name(uint32_t archive_format);

// Name of a `nutgraf_format`, such as `markdown`; empty for an unknown number.
nutgraf_str nutgraf_format_name(uint32_t format);

// Name of a `nutgraf_offset_unit`: `byte`, `code_point`, `utf16`; empty for an unknown number.
nutgraf_str nutgraf_offset_unit_name(uint32_t offset_unit);

// What was seen, as a sentence for people; empty for an unknown number.
nutgraf_str nutgraf_evidence_description(uint32_t evidence);

// Whether segments of a `nutgraf_kind` hold others and no text of their own; false for an unknown number.
bool nutgraf_kind_is_container(uint32_t kind);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* NUTGRAF_H */
