// nutgraf gives back the article from the text of a page: title, authors, dates, sections, and a reason for all that is
// left out. This header is C11 and C++17, and the whole contract; nutgraf.hpp puts RAII and ranges over it. It is
// generated from the Rust sources: change those and run `BLESS=1 cargo test -p nutgraf-c --test header`.
//
//   nutgraf_article *article = NULL;
//   if (nutgraf_from_text(dump, len, NULL, &article) == NUTGRAF_STATUS_OK) {
//     nutgraf_str title = nutgraf_article_title(article);
//     printf("%.*s\n", (int)title.len, title.data);
//   }
//   nutgraf_article_free(article);
//
// CONVENTIONS, for all that follows unless a comment there says otherwise.
//
// Ownership. What a function writes to `out` belongs to the caller, who frees an article with nutgraf_article_free, a
// splitter with nutgraf_splitter_free and a nutgraf_string with nutgraf_string_free, once. What a function returns is
// lent: by the article that it is of, as long as that lives, or by the library. What is passed in is not kept.
//
// Strings are UTF-8, pointer and length, not NUL-terminated, and can hold a NUL. An input is bytes of any encoding. Of
// a nutgraf_str or array from the library the pointer is never NULL, and what is absent has length 0.
//
// Arrays. One of an article comes with its length in `*count`, where `count` is not NULL. One that is made for the
// caller goes to memory of theirs, as much of it as `capacity` elements hold, and the function returns how many there
// are: call it with NULL and 0 first, or with memory that will do.
//
// Threads. Any function may be called from any thread. An article is immutable: any number of threads may use one at
// once, and freeing it is for when no other does. There are no globals, callbacks or thread-local errors.
//
// Offsets are bytes, start included and end not, and lie on character boundaries: `span` counts in
// nutgraf_article_document, `text` of paragraphs, sentences and words in nutgraf_article_text, and `source` in the
// caller's input. NUTGRAF_NONE in both ends means "nowhere". nutgraf_article_convert_offset gives other units. Dates
// and times are ISO 8601 at the precision of their source (`2024-05-03T09:30Z`); probabilities go from 0 to 1.
//
// Errors. A function that can fail returns a nutgraf_status, and sets `*out` in any case: to NULL or 0 when it fails.
// All can return NULL_POINTER (NUTGRAF_STATUS_NULL_POINTER, and so on), for NULL where that is not said to be allowed,
// and PANIC; comments name the others. Views of an article do not fail: of NULL, and for an index or number that is
// none, they are an empty string, 0 or an empty array. A panic inside the library never crosses this boundary: it is a
// status, or the empty answer of a view. What cannot be checked is the caller's part: that a pointer points to as much
// as its length says, and that nothing is used after it was freed.
//
// Versions. Enum arguments are uint32_t and are checked. Later versions add enum values, of numbers that are free
// today: take an unknown one for "other". Under one NUTGRAF_ABI_VERSION functions are only added, structs of arrays
// keep their size, and their `reserved` words are zero until they mean something. Options carry their size.

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

#define NUTGRAF_ABI_VERSION 1    // The binary interface of this header; by it the shared library is `libnutgraf.so.1`.
#define NUTGRAF_NONE UINT32_MAX  // "No such index", and both ends of a `nutgraf_span` that is nowhere.

NUTGRAF_ENUM(nutgraf_status) {  // What a function that can fail says.
  NUTGRAF_STATUS_OK = 0,                // It worked.
  NUTGRAF_STATUS_NULL_POINTER = 1,      // A pointer that must not be NULL is NULL.
  NUTGRAF_STATUS_INVALID_ARGUMENT = 2,  // An enum argument is out of range, or options are of no known version.
  NUTGRAF_STATUS_INVALID_OPTION = 3,    // An option has a value that it cannot have.
  NUTGRAF_STATUS_TOO_LARGE = 4,         // The input, or the document made of it, is over the limit in bytes.
  NUTGRAF_STATUS_INVALID_JSON = 5,      // What was to be read as the JSON of an article is not.
  NUTGRAF_STATUS_OTHER = 6,             // An error of a later version.
  NUTGRAF_STATUS_PANIC = 100,           // A bug of the library was caught. The process can go on; please report it.
};

NUTGRAF_ENUM(nutgraf_answer) {  // A question that can have no answer.
  NUTGRAF_ANSWER_UNKNOWN = 0,  // Not known.
  NUTGRAF_ANSWER_NO = 1,       // No.
  NUTGRAF_ANSWER_YES = 2,      // Yes.
};

// How much of an article a text is, whatever its publisher asks for the rest or declares of it.
NUTGRAF_ENUM(nutgraf_access_status) {
  NUTGRAF_ACCESS_STATUS_UNKNOWN = 0,      // Nothing tells: there is no text, or it breaks off and no wall says why.
  NUTGRAF_ACCESS_STATUS_COMPLETE = 1,     // The text ends as a text ends. A wall may lie over it, an offer stand below.
  NUTGRAF_ACCESS_STATUS_PARTIAL = 2,      // A wall right behind it says that there is more, or it breaks off there.
  NUTGRAF_ACCESS_STATUS_NOTICE_ONLY = 3,  // Only the wall is there, with a title and its like.
};

NUTGRAF_ENUM(nutgraf_offset_unit) {  // The unit in which offsets count.
  NUTGRAF_OFFSET_UNIT_BYTE = 0,        // Bytes of UTF-8, as in Rust and C.
  NUTGRAF_OFFSET_UNIT_CODE_POINT = 1,  // Unicode code points, as in Python.
  NUTGRAF_OFFSET_UNIT_UTF16 = 2,       // UTF-16 code units, as in JavaScript, Java and .NET.
};

// What a segment is. Names are the snake_case of the schema.org, IPTC (ninjs, NITF), HTML or newsroom term.
NUTGRAF_ENUM(nutgraf_kind) {
  NUTGRAF_KIND_OTHER = 0,                // Boilerplate of no other kind; also what a client takes an unknown value for.
  NUTGRAF_KIND_HEADING = 100,            // A heading of the body; `level` is 2 to 6, as the title is level 1.
  NUTGRAF_KIND_PARAGRAPH = 101,          // A paragraph.
  NUTGRAF_KIND_LIST = 102,               // Container: a list, ordered or not.
  NUTGRAF_KIND_LIST_ITEM = 103,          // Container: an item of a list.
  NUTGRAF_KIND_BLOCK_QUOTE = 104,        // Container: a quotation set off from the text around it.
  NUTGRAF_KIND_PULL_QUOTE = 105,         // A sentence of the article, set apart for show.
  NUTGRAF_KIND_CODE = 106,               // Preformatted text or program code: its line breaks and indentation stand.
  NUTGRAF_KIND_TABLE = 107,              // Container: a table.
  NUTGRAF_KIND_TABLE_ROW = 108,          // Container: a row of a table.
  NUTGRAF_KIND_TABLE_CELL = 109,         // Container: a cell of a table.
  NUTGRAF_KIND_FOOTNOTE = 110,           // A note below the text.
  NUTGRAF_KIND_FIGURE = 111,             // Container: a picture with its caption.
  NUTGRAF_KIND_IMAGE = 112,              // A picture by itself: a leaf without characters, where its mark stands.
  NUTGRAF_KIND_KICKER = 200,             // The words above the title that name topic or format (newsroom: eyebrow).
  NUTGRAF_KIND_TITLE = 201,              // The headline (schema.org `headline`).
  NUTGRAF_KIND_DEK = 202,                // The summary under the title (newsroom: dek, standfirst; NITF `hl2`).
  NUTGRAF_KIND_BYLINE = 203,             // The line that names the authors (NITF `byline`).
  NUTGRAF_KIND_DATELINE = 204,           // Place and date on a line of their own (NITF `dateline`).
  NUTGRAF_KIND_TIMESTAMP = 205,          // A line, or a piece of one, that is only a date or time with its label.
  NUTGRAF_KIND_READING_TIME = 206,       // The declared time to read (schema.org `timeRequired`).
  NUTGRAF_KIND_CAPTION = 207,            // The text of a picture (schema.org `caption`).
  NUTGRAF_KIND_CREDIT = 208,             // Who made a picture (schema.org `creditText`).
  NUTGRAF_KIND_AUTHOR_BIO = 209,         // Who the author is.
  NUTGRAF_KIND_EDITORS_NOTE = 210,       // What the desk says of the text (IPTC `ednote`).
  NUTGRAF_KIND_CORRECTION = 211,         // What the desk has corrected (schema.org `correction`).
  NUTGRAF_KIND_TAGS = 212,               // The article's topics (schema.org `keywords`).
  NUTGRAF_KIND_AGENCY_CREDIT = 213,      // Who reported and edited, and from which agency (NITF `distributor`).
  NUTGRAF_KIND_COPYRIGHT_NOTICE = 214,   // The copyright line (schema.org `copyrightNotice`).
  NUTGRAF_KIND_END_MARK = 215,           // The mark that ends a piece: `###`, `-30-`, `ENDS`.
  NUTGRAF_KIND_LAYOUT = 216,             // Characters that set the page and say nothing: rules, bullets, separators.
  NUTGRAF_KIND_METADATA = 217,           // A label and its value, as archives print them: `LENGTH: 355 words`.
  NUTGRAF_KIND_NAVIGATION = 300,         // Menus, breadcrumbs, page numbers.
  NUTGRAF_KIND_SEARCH = 301,             // A search box.
  NUTGRAF_KIND_LOGIN = 302,              // Signing in to the site, and its account menu.
  NUTGRAF_KIND_SHARE_TOOLS = 303,        // Buttons to share, follow, print or save.
  NUTGRAF_KIND_NEWSLETTER_PROMPT = 304,  // An invitation to a newsletter.
  NUTGRAF_KIND_ACCESS_NOTICE = 305,      // A prompt of a paywall or registration wall.
  NUTGRAF_KIND_ADVERTISEMENT = 306,      // An advertisement or its label.
  NUTGRAF_KIND_RELATED_LINKS = 307,      // Links to other pieces.
  NUTGRAF_KIND_COMMENTS = 308,           // Readers' comments, their count and their form.
  NUTGRAF_KIND_CONSENT_NOTICE = 309,     // Cookies and privacy.
  NUTGRAF_KIND_APP_PROMO = 310,          // An invitation to an app.
  NUTGRAF_KIND_CONTACT = 311,            // An address, a telephone number, a press contact.
  NUTGRAF_KIND_MEDIA_PLAYER = 312,       // A player of audio or video and its controls.
  NUTGRAF_KIND_SITE_HEADER = 313,        // The site's name and slogan above the article.
  NUTGRAF_KIND_SITE_FOOTER = 314,        // Terms, imprint and slogans below the article.
};

NUTGRAF_ENUM(nutgraf_role) {  // What a segment is to the article.
  NUTGRAF_ROLE_BODY = 0,         // What was said: headings, paragraphs, lists, quotes, tables, code, footnotes.
  NUTGRAF_ROLE_FURNITURE = 1,    // The article's own, but not its body: title, byline, dates, captions, notes.
  NUTGRAF_ROLE_BOILERPLATE = 2,  // The page's, not the article's: menus, prompts, advertisements, other pieces.
};

// What was seen of a segment. The documentation of each is the sentence that people read.
NUTGRAF_ENUM(nutgraf_evidence) {
  NUTGRAF_EVIDENCE_OTHER = 0,                   // Something that a later version sees.
  NUTGRAF_EVIDENCE_PROSE = 100,                 // It reads as prose: long, with full stops.
  NUTGRAF_EVIDENCE_SHORT_LINE = 101,            // It is short and does not end as a sentence does.
  NUTGRAF_EVIDENCE_LIST_MARKER = 102,           // It begins with a bullet or a number, as items of a list do.
  NUTGRAF_EVIDENCE_HEADING_MARKUP = 103,        // It is marked as a heading.
  NUTGRAF_EVIDENCE_HEADS_PROSE = 104,           // It is a short line with prose right below it.
  NUTGRAF_EVIDENCE_QUOTE_MARKER = 105,          // It is marked as a quotation by its characters.
  NUTGRAF_EVIDENCE_COLUMNS = 106,               // Its columns line up.
  NUTGRAF_EVIDENCE_PREFORMATTED = 107,          // It is preformatted.
  NUTGRAF_EVIDENCE_SYMBOLS_ONLY = 108,          // It holds nothing but punctuation and symbols.
  NUTGRAF_EVIDENCE_NOTE_MARKER = 109,           // It is a note with its number or asterisk.
  NUTGRAF_EVIDENCE_MARKUP = 110,                // The page marks it up as such.
  NUTGRAF_EVIDENCE_CLASS_NAME = 111,            // Its class or id, or one around it, says so.
  NUTGRAF_EVIDENCE_LINKS = 112,                 // It is made of links, or stands among them.
  NUTGRAF_EVIDENCE_ARCHIVE_FIELD = 113,         // The form of its archive says so.
  NUTGRAF_EVIDENCE_PHRASE = 200,                // It says what lines of this kind say.
  NUTGRAF_EVIDENCE_DATE_PATTERN = 201,          // It is a date or a time, with at most a label.
  NUTGRAF_EVIDENCE_READING_TIME_PATTERN = 202,  // It is a time to read.
  NUTGRAF_EVIDENCE_BYLINE_PATTERN = 203,        // It names a person after a word such as "by".
  NUTGRAF_EVIDENCE_NAME_PATTERN = 204,          // It looks like a person's name.
  NUTGRAF_EVIDENCE_AGENCY_PATTERN = 205,        // It names an agency, or who reported and edited.
  NUTGRAF_EVIDENCE_COPYRIGHT_PATTERN = 206,     // It is a copyright line.
  NUTGRAF_EVIDENCE_CONTACT_PATTERN = 207,       // It holds an address, a telephone number or a link.
  NUTGRAF_EVIDENCE_END_MARK_PATTERN = 208,      // It is the mark that ends a piece.
  NUTGRAF_EVIDENCE_DATELINE_PATTERN = 209,      // It says where and when a piece was written, and which agency sent it.
  NUTGRAF_EVIDENCE_INSIDE_PROSE = 300,          // It stands inside the stretch of text that holds most of the prose.
  NUTGRAF_EVIDENCE_BEFORE_ARTICLE = 301,        // It stands before the article begins.
  NUTGRAF_EVIDENCE_AFTER_ARTICLE = 302,         // It stands after the article has ended.
  NUTGRAF_EVIDENCE_FIRST_LINE = 303,            // It is the first line of the article.
  NUTGRAF_EVIDENCE_UNDER_TITLE = 304,           // It stands between the title and the body.
  NUTGRAF_EVIDENCE_UNDER_LABEL = 305,           // It follows a label that speaks for the lines below it.
  NUTGRAF_EVIDENCE_NEIGHBOURS = 306,            // Its neighbours are of the same kind.
  NUTGRAF_EVIDENCE_OUTSIDE_PROSE = 307,         // It stands apart from the part of the page that holds the prose.
  NUTGRAF_EVIDENCE_REPEATED = 400,              // It stands on the page more than once.
  NUTGRAF_EVIDENCE_REPEATS_HEADING = 401,       // It says what a heading of the body says, as tables of contents do.
};

NUTGRAF_ENUM(nutgraf_mark_kind) {  // What a mark does to the characters that it covers.
  NUTGRAF_MARK_KIND_LAYOUT = 0,      // Characters that drop out of clean text: quote marks, bullets, wrap hyphens.
  NUTGRAF_MARK_KIND_LINK = 1,        // A link to `target`; one around an image stands before it, of no characters.
  NUTGRAF_MARK_KIND_EMPHASIS = 2,    // Stress emphasis (HTML `em`, `i`).
  NUTGRAF_MARK_KIND_STRONG = 3,      // Strong importance (HTML `strong`, `b`).
  NUTGRAF_MARK_KIND_CODE = 4,        // A fragment of code.
  NUTGRAF_MARK_KIND_SUB = 5,         // Subscript.
  NUTGRAF_MARK_KIND_SUP = 6,         // Superscript.
  NUTGRAF_MARK_KIND_LINE_BREAK = 7,  // A line break inside a paragraph, which clean text keeps.
  NUTGRAF_MARK_KIND_IMAGE = 8,       // An image at `target`, with its text in `alt`; it covers no characters.
};

NUTGRAF_ENUM(nutgraf_field) {  // What a fact is about. Names are the snake_case of the schema.org or IPTC property.
  NUTGRAF_FIELD_OTHER = 0,                     // A field of a later version.
  NUTGRAF_FIELD_TITLE = 100,                   // The headline as printed (schema.org `headline`).
  NUTGRAF_FIELD_ALTERNATIVE_TITLE = 101,       // Another title of the same piece (schema.org `alternativeHeadline`).
  NUTGRAF_FIELD_KICKER = 102,                  // The word or two above the title.
  NUTGRAF_FIELD_DESCRIPTION = 103,             // The summary of the publisher (schema.org `description`).
  NUTGRAF_FIELD_ARTICLE_SECTION = 104,         // Section of the publication (schema.org `articleSection`).
  NUTGRAF_FIELD_KEYWORDS = 105,                // One topic (schema.org `keywords`).
  NUTGRAF_FIELD_GENRE = 106,                   // The form of the piece (schema.org `genre`).
  NUTGRAF_FIELD_LANGUAGE = 107,                // Language of the body, BCP 47 (schema.org `inLanguage`).
  NUTGRAF_FIELD_READING_TIME = 108,            // Declared time to read, ISO 8601 duration (schema.org `timeRequired`).
  NUTGRAF_FIELD_CORRECTION = 109,              // What was corrected (schema.org `correction`).
  NUTGRAF_FIELD_WORD_COUNT = 110,              // Declared number of words, in digits (schema.org `wordCount`).
  NUTGRAF_FIELD_AUTHOR_NAME = 200,             // Name of an author, as written (schema.org `author.name`).
  NUTGRAF_FIELD_AUTHOR_ROLE = 201,             // The author's part in the piece or job (schema.org `jobTitle`).
  NUTGRAF_FIELD_AUTHOR_AFFILIATION = 202,      // Where the author works (schema.org `affiliation`).
  NUTGRAF_FIELD_AUTHOR_URL = 203,              // The author's page (schema.org `author.url`).
  NUTGRAF_FIELD_BYLINE = 204,                  // The byline as printed (NITF `byline`).
  NUTGRAF_FIELD_AGENCY = 205,                  // A news agency that the piece is from (IPTC `infosources`).
  NUTGRAF_FIELD_DESK = 206,                    // The desk that made it.
  NUTGRAF_FIELD_AUTHOR_TYPE = 207,             // Type of the author in schema.org, `Person` or `Organization`.
  NUTGRAF_FIELD_DATE_PUBLISHED = 300,          // When it was first published (schema.org `datePublished`).
  NUTGRAF_FIELD_DATE_MODIFIED = 301,           // When it was last changed (schema.org `dateModified`).
  NUTGRAF_FIELD_DATE_CREATED = 302,            // When it was written (schema.org `dateCreated`).
  NUTGRAF_FIELD_DATE_EMBARGOED = 303,          // Not to be published before (IPTC `embargoed`).
  NUTGRAF_FIELD_DATELINE_PLACE = 304,          // Place of the dateline (schema.org `locationCreated`).
  NUTGRAF_FIELD_DATELINE_DATE = 305,           // Date of the dateline.
  NUTGRAF_FIELD_PUBLISHER = 400,               // The publication (schema.org `publisher`).
  NUTGRAF_FIELD_COPYRIGHT_HOLDER = 401,        // Whoever holds the copyright (schema.org `copyrightHolder`).
  NUTGRAF_FIELD_COPYRIGHT_YEAR = 402,          // Year or years of copyright, as written (schema.org `copyrightYear`).
  NUTGRAF_FIELD_COPYRIGHT_NOTICE = 403,        // The copyright line (schema.org `copyrightNotice`).
  NUTGRAF_FIELD_LICENSE = 404,                 // The licence, a URL or, if any, an SPDX name (schema.org `license`).
  NUTGRAF_FIELD_IS_PART_OF = 405,              // What the piece is part of (schema.org `isPartOf`).
  NUTGRAF_FIELD_IDENTIFIER = 406,              // DOI, ISSN, accession number (schema.org `identifier`).
  NUTGRAF_FIELD_URL = 407,                     // Address of the input.
  NUTGRAF_FIELD_CANONICAL_URL = 408,           // Address that the page calls its own.
  NUTGRAF_FIELD_PAGINATION = 409,              // Pages of the print edition, as written (schema.org `pagination`).
  NUTGRAF_FIELD_PRINT_EDITION = 410,           // The edition of the print product (schema.org `printEdition`).
  NUTGRAF_FIELD_IMAGE_URL = 500,               // Address of an image (schema.org `image.url`).
  NUTGRAF_FIELD_IMAGE_CAPTION = 501,           // Text of that image.
  NUTGRAF_FIELD_IMAGE_CREDIT = 502,            // Maker of that image.
  NUTGRAF_FIELD_IS_ACCESSIBLE_FOR_FREE = 600,  // Declared free, `true` or `false` (schema.org `isAccessibleForFree`).
  NUTGRAF_FIELD_ACCESS_STATUS = 601,           // What this text is, a name of `nutgraf_access_status`.
  NUTGRAF_FIELD_PAGE_TYPE = 602,               // Article, forum, product, listing, documentation, service or other.
  NUTGRAF_FIELD_ENCODING = 603,                // Character encoding of the input, a WHATWG name.
  NUTGRAF_FIELD_ARCHIVE_FORMAT = 604,          // Form of the archive that it was a record of, such as `lexisnexis`.
  NUTGRAF_FIELD_PROPERTY_NAME = 700,           // What else a record says: its name (schema.org `PropertyValue.name`).
  NUTGRAF_FIELD_PROPERTY_VALUE = 701,          // What it says of that (schema.org `PropertyValue.value`).
};

NUTGRAF_ENUM(nutgraf_origin) {  // Where a fact was found.
  NUTGRAF_ORIGIN_OTHER = 0,            // An origin of a later version.
  NUTGRAF_ORIGIN_VISIBLE_TEXT = 1,     // In the text that a reader sees.
  NUTGRAF_ORIGIN_BODY = 2,             // Derived from the body as a whole, such as its language.
  NUTGRAF_ORIGIN_OPTION = 3,           // Given by the caller.
  NUTGRAF_ORIGIN_INPUT = 4,            // Found out about the input itself, such as its encoding.
  NUTGRAF_ORIGIN_ARCHIVE = 5,          // In a field of the record that an archive holds of it.
  NUTGRAF_ORIGIN_JSON_LD = 6,          // In JSON-LD of the page.
  NUTGRAF_ORIGIN_MICRODATA = 7,        // In microdata (`itemprop`).
  NUTGRAF_ORIGIN_RDFA = 8,             // In RDFa (`property` within `typeof`).
  NUTGRAF_ORIGIN_MICROFORMATS = 9,     // In classes of microformats (`hentry`, `h-entry`).
  NUTGRAF_ORIGIN_OPEN_GRAPH = 10,      // In an Open Graph property (`og:`, `article:`).
  NUTGRAF_ORIGIN_TWITTER_CARD = 11,    // In a Twitter card (`twitter:`).
  NUTGRAF_ORIGIN_DUBLIN_CORE = 12,     // In Dublin Core or PRISM metadata (`dc.`, `dcterms.`, `prism.`).
  NUTGRAF_ORIGIN_HIGHWIRE = 13,        // In metadata of Highwire Press, as journals have it (`citation_`).
  NUTGRAF_ORIGIN_META = 14,            // In another `meta` element.
  NUTGRAF_ORIGIN_LINK = 15,            // In a link with a relation (`rel`).
  NUTGRAF_ORIGIN_TITLE_ELEMENT = 16,   // In the `title` element.
  NUTGRAF_ORIGIN_TIME_ELEMENT = 17,    // In the `datetime` of a `time` element.
  NUTGRAF_ORIGIN_ADDRESS = 18,         // In the address of the page.
  NUTGRAF_ORIGIN_CLASS_NAME = 19,      // In an element whose class says what it holds.
  NUTGRAF_ORIGIN_EMBEDDED_STATE = 20,  // In the state that a page carries for its scripts (`__NEXT_DATA__`).
};

NUTGRAF_ENUM(nutgraf_warning_kind) {  // What a warning warns of.
  NUTGRAF_WARNING_KIND_OTHER = 0,              // A warning of a later version.
  NUTGRAF_WARNING_KIND_ENCODING_REPLACED = 1,  // Bytes that are not of the encoding were replaced by U+FFFD.
  NUTGRAF_WARNING_KIND_MOJIBAKE = 2,           // The text was decoded with a wrong encoding before it came here.
  NUTGRAF_WARNING_KIND_TRUNCATED_RECORD = 3,   // The record ends before its end.
  NUTGRAF_WARNING_KIND_CONTRADICTION = 4,      // Two sources say different things.
  NUTGRAF_WARNING_KIND_LIMIT = 5,              // Something was left undone because of a limit.
};

NUTGRAF_ENUM(nutgraf_focus) {  // Whether a doubtful segment is kept in the body.
  NUTGRAF_FOCUS_BALANCED = 0,   // The best of both.
  NUTGRAF_FOCUS_PRECISION = 1,  // Left out: what is in the body belongs there.
  NUTGRAF_FOCUS_RECALL = 2,     // Kept: what belongs in the body is there.
};

NUTGRAF_ENUM(nutgraf_format) {  // A form in which an article can be written out.
  NUTGRAF_FORMAT_TEXT = 0,      // The body text.
  NUTGRAF_FORMAT_MARKDOWN = 1,  // CommonMark with GFM tables: the title and the body.
  NUTGRAF_FORMAT_JSON = 2,      // The whole record.
  NUTGRAF_FORMAT_HTML = 3,      // A fragment of HTML: the title and the body.
  NUTGRAF_FORMAT_JSONLD = 4,    // JSON-LD in the terms of schema.org: facts and body text.
  NUTGRAF_FORMAT_NINJS = 5,     // IPTC ninjs 3.3: facts and body.
  NUTGRAF_FORMAT_TEI = 6,       // TEI P5: facts, body and the furniture around it.
};

NUTGRAF_ENUM(nutgraf_archive_format) {  // The form of an archive that holds many articles.
  NUTGRAF_ARCHIVE_FORMAT_AUTO = 0,        // Whatever the text looks like; one archive may hold several.
  NUTGRAF_ARCHIVE_FORMAT_LEXISNEXIS = 1,  // LexisNexis TXT: `3 of 50 DOCUMENTS` above each, in any of seven languages.
  NUTGRAF_ARCHIVE_FORMAT_NEXIS_UNI = 2,   // Nexis Uni, Lexis Advance: `Body`, `Classification`, `End of Document`.
  NUTGRAF_ARCHIVE_FORMAT_FACTIVA = 3,     // Factiva, with codes (`HD`, `BY`) or as displayed; `Document` below each.
  NUTGRAF_ARCHIVE_FORMAT_PROQUEST = 4,    // ProQuest: a line of underscores, `Document 3 of 50`, `Full text:`.
  NUTGRAF_ARCHIVE_FORMAT_EUROPRESSE = 5,  // Europresse: publication and date above, `Numéro de document` below.
  NUTGRAF_ARCHIVE_FORMAT_NEWSWIRE = 6,    // Stories of agencies, each with its dateline, behind an end mark.
  NUTGRAF_ARCHIVE_FORMAT_WET = 7,         // WET files of Common Crawl, and other WARC files of text.
  NUTGRAF_ARCHIVE_FORMAT_MAIL = 8,        // Mail: mbox, and digests of a mailing list (RFC 1153).
  NUTGRAF_ARCHIVE_FORMAT_DUMPS = 9,       // Texts with a line between: `==> name <==`, or a rule above `URL:` and such.
};

typedef struct nutgraf_article nutgraf_article;    // One immutable record, which any number of threads may read.
typedef struct nutgraf_splitter nutgraf_splitter;  // What was pushed into it of an archive and is not taken yet.

typedef struct {  // A string that belongs to the caller, who gives it back with `nutgraf_string_free`.
  char *data;  // First byte; NULL where a call failed, and after `nutgraf_string_free`.
  size_t len;  // Length in bytes.
} nutgraf_string;

typedef struct {  // A string that belongs to someone else: an article, the library or, in options, the caller.
  const char *data;  // First byte; from the library never NULL.
  size_t len;        // Length in bytes; 0 for a string that is absent.
} nutgraf_str;

// Options for reading. Set up by `nutgraf_options_init`; a member that is NULL or 0 stands for its default.
typedef struct {
  size_t size;                 // Size of this struct in bytes, as the caller knows it.
  nutgraf_string *message;     // For a message for people, freed by the caller; every call overwrites it. May be NULL.
  nutgraf_str url;             // Address that the input came from.
  nutgraf_str content_type;    // The `Content-Type` that it came with; a byte order mark goes before its `charset`.
  nutgraf_str encoding;        // Encoding of the input, a label of the WHATWG Encoding Standard; else found out.
  nutgraf_str language;        // Language of the article as a BCP 47 tag; else detected.
  nutgraf_str reference_date;  // Day against which "yesterday" is read, ISO 8601; else such words give no date.
  const uint32_t *body_kinds;  // Kinds (`nutgraf_kind`) that the body text is made of; else all that are body.
  size_t body_kind_count;      // Number of `body_kinds`.
  uint64_t max_bytes;          // Most bytes that an input may have; else, and at most, 4 GiB less 2.
  uint32_t focus;              // Whether a doubtful segment is kept in the body, a `nutgraf_focus`.
  uint32_t format;             // For `nutgraf_splitter_new` a `nutgraf_archive_format`; else found out.
  uint32_t reserved[6];        // Zero in this version.
} nutgraf_options;

typedef struct {  // Options for rendering. Set up by `nutgraf_render_options_init`.
  size_t size;           // Size of this struct in bytes, as the caller knows it.
  uint32_t offset_unit;  // Unit of the offsets into the document in JSON, a `nutgraf_offset_unit`.
  uint32_t reserved[5];  // Zero in this version.
} nutgraf_render_options;

typedef struct {  // A range of bytes, `start` included and `end` not.
  uint32_t start;  // Offset of the first byte.
  uint32_t end;    // Offset behind the last byte; never less than `start`.
} nutgraf_span;

// A stretch of the document: what it is, where it is, and why we think so.
// Segments stand in pre-order; the descendants of segment `i` are those from `i + 1` to `end`.
typedef struct {
  nutgraf_kind kind;           // What it is.
  nutgraf_role role;           // What it is to the article. Stored, not derived: a list in a sidebar is boilerplate.
  uint32_t level;              // Level of a heading (2 to 6); 0 on all else.
  uint32_t end;                // Index of the segment behind the last descendant; the next index for a leaf.
  nutgraf_span span;           // Where it stands in the document, in bytes.
  nutgraf_span source;         // Where it came from in the caller's input, in the article's source unit.
  uint32_t continues;          // Index of the segment that this continues after an interruption, or NUTGRAF_NONE.
  float confidence;            // Probability that role and kind are right, 0 to 1; 0.5 where nothing decided.
  nutgraf_span reasons;        // Its reasons, the strongest first: a range of indices into the article's.
  uint32_t flags;              // Bits of NUTGRAF_SEGMENT_ORDERED and NUTGRAF_SEGMENT_HEADER.
  uint32_t list_start;         // Number of the first item of an ordered list; 0 on all else.
  uint32_t column_span;        // Columns that a table cell spans, 1 or more; 0 on all else.
  uint32_t row_span;           // Rows that a table cell spans, 1 or more; 0 on all else.
  nutgraf_span code_language;  // Language of code, as a range of the pool, or NUTGRAF_NONE.
  uint32_t reserved[2];        // Zero in this version.
} nutgraf_segment;
#define NUTGRAF_SEGMENT_ORDERED 1  // Flag of a list whose items are numbered.
#define NUTGRAF_SEGMENT_HEADER 2   // Flag of a table cell that heads its row or column.

typedef struct {  // One reason for what a segment is taken for.
  nutgraf_evidence evidence;  // What was seen.
  float weight;               // How much it weighed: positive for the role that was chosen, negative against it.
} nutgraf_reason;

typedef struct {  // Inline structure over the document.
  nutgraf_mark_kind kind;  // What it is.
  nutgraf_span span;       // Which characters of the document it covers, in bytes. Marks are sorted by `start`.
  nutgraf_span source;     // Where they came from in the caller's input, in its source unit; of an image its tag.
  nutgraf_span target;     // Address of a link or image, a range of the pool or NUTGRAF_NONE; absolute if it can be.
  nutgraf_span alt;        // Text of an image, or of the one in a link, a range of the pool or NUTGRAF_NONE.
  uint32_t reserved[2];    // Zero in this version.
} nutgraf_mark;

// One piece of metadata, with the place where it was found.
// Facts are sorted by field; rivals for one field stand in order of rank, the best first.
typedef struct {
  nutgraf_field field;    // What it is about.
  uint32_t subject;       // Facts with one subject describe one thing, as an author's name and role do.
  nutgraf_span text;      // As written, a range of the pool.
  nutgraf_span value;     // Normalised, a range of the pool: dates in ISO 8601 at their precision, BCP 47 tags.
  nutgraf_span span;      // Where it stands in the document, in bytes, or NUTGRAF_NONE.
  nutgraf_span source;    // Where it stands in the caller's input, in the article's source unit, or NUTGRAF_NONE.
  nutgraf_origin origin;  // Where it was found.
  float confidence;       // Estimated probability that it is right, 0 to 1.
  uint32_t reserved[2];   // Zero in this version.
} nutgraf_fact;

typedef struct {  // Something that the caller may want to know.
  nutgraf_warning_kind kind;  // What it warns of.
  nutgraf_span span;          // Where in the document, in bytes, or NUTGRAF_NONE.
  nutgraf_span message;       // What was wrong, a range of the pool.
  uint32_t reserved[2];       // Zero in this version.
} nutgraf_warning;

// A heading with what follows, up to the next heading of its level or above; of a live blog, an entry with its time.
// Sections stand in pre-order; those inside section `i` are the ones from `i + 1` to `end`.
typedef struct {
  uint32_t heading;         // Index of the heading's segment, or NUTGRAF_NONE: before the first one, or in a live blog.
  uint32_t level;           // Level of the heading, 2 to 6; 0 without one.
  uint32_t end;             // Index of the section behind the last one inside it.
  nutgraf_span segments;    // Range of its segments, up to the next section; boilerplate in between lies inside.
  nutgraf_span paragraphs;  // Range of indices of its own paragraphs.
} nutgraf_section;

typedef struct {  // A paragraph of the body.
  uint32_t segment;   // Index of its (first) segment.
  nutgraf_span text;  // Its range of the body text, in bytes.
  nutgraf_span span;  // Where it stands in the document, from its first character to its last, in bytes.
} nutgraf_paragraph;

typedef struct {  // A sentence of the body.
  uint32_t segment;   // Index of the (first) segment that it stands in.
  nutgraf_span text;  // Its range of the body text, in bytes.
  nutgraf_span span;  // Where it stands in the document, from its first character to its last, in bytes.
} nutgraf_sentence;

typedef struct {  // A word of the body.
  nutgraf_span text;  // Its range of the body text, in bytes.
  nutgraf_span span;  // Where it stands in the document, from its first character to its last, in bytes.
} nutgraf_word;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// ---- Strings of the caller, versions, and what a status means; `nutgraf_options.message` says more of an error.

void nutgraf_string_free(nutgraf_string *string);     // Frees a string and sets it to NULL; NULL is allowed.
nutgraf_str nutgraf_version(void);                    // Of the library, such as `0.1.0`.
uint32_t nutgraf_abi_version(void);                   // To be equal to NUTGRAF_ABI_VERSION.
nutgraf_str nutgraf_status_message(uint32_t status);  // As one sentence; empty for none.

// ---- Setting up options: `nutgraf_options_init(&options, sizeof options)`. INVALID_ARGUMENT for a size of no version;
// the struct of an earlier or later header will do, as long as nothing is asked for that this version does not know.

nutgraf_status nutgraf_options_init(nutgraf_options *options, size_t size);                // For reading.
nutgraf_status nutgraf_render_options_init(nutgraf_render_options *options, size_t size);  // For rendering.

// ---- Reading. Any bytes, even none, give an article, which belongs to the caller.

// Reads an article from plain text of any encoding.
// `data` may be NULL when `len` is 0, and is not kept. `options` may be NULL. `*out` is the article, or NULL on
// failure: INVALID_ARGUMENT and INVALID_OPTION for options that cannot be, TOO_LARGE for an input over `max_bytes`.
nutgraf_status nutgraf_from_text(const char *data, size_t len, const nutgraf_options *options, nutgraf_article **out);

// Reads an article from a page of HTML. The document is the text that a browser would show, one block a line; `source`
// counts bytes of the page. It is decoded by its byte order mark, else as `encoding`, `content_type` or its bytes say.
// Otherwise as `nutgraf_from_text`.
nutgraf_status nutgraf_from_html(const char *data, size_t len, const nutgraf_options *options, nutgraf_article **out);

// Reads back an article that `nutgraf_article_render` wrote as JSON: an equal one.
// Of the options only `message` counts. INVALID_JSON for a text that is not that. Otherwise as `nutgraf_from_text`.
nutgraf_status nutgraf_from_json(const char *data, size_t len, const nutgraf_options *options, nutgraf_article **out);

// Frees an article, and with it everything that was borrowed from it; NULL is allowed.
void nutgraf_article_free(nutgraf_article *article);

// ---- Splitting an archive of many articles, an export of a database, a WET file, an mbox or digest: push a chunk,
// take what nutgraf_splitter_next gives, and again, and once more behind nutgraf_splitter_finish. One thread may
// use a splitter at a time, and any number of threads the articles that were taken.

// Makes a splitter. `options` may be NULL, and is not kept; its `max_bytes` is the limit of one record.
// `*out` is the splitter, or NULL on failure: INVALID_ARGUMENT and INVALID_OPTION for options that cannot be.
nutgraf_status nutgraf_splitter_new(const nutgraf_options *options, nutgraf_splitter **out);

// Gives it the next bytes of the archive, any number of them; `data` may be NULL when `len` is 0, and is copied.
// What is pushed after `nutgraf_splitter_finish` is not taken. TOO_LARGE for a `len` that no memory has.
nutgraf_status nutgraf_splitter_push(nutgraf_splitter *splitter, const char *data, size_t len);

// Says that the archive has ended, so that its last article can be taken.
nutgraf_status nutgraf_splitter_finish(nutgraf_splitter *splitter);

// Takes the next article, which belongs to the caller; its `source` counts bytes of the archive. `message` is as in
// options. `*out` is NULL when there is none: before `nutgraf_splitter_finish` it takes more, after it that was all.
// TOO_LARGE for a record over `max_bytes`, where the next call gives what is behind it, and for an archive over 4 GiB.
nutgraf_status nutgraf_splitter_next(nutgraf_splitter *splitter, nutgraf_string *message, nutgraf_article **out);

// Frees a splitter with what was pushed into it; the articles that were taken stay. NULL is allowed.
void nutgraf_splitter_free(nutgraf_splitter *splitter);

// ---- What the facts of an article say, the best of each; empty where nothing is known.

nutgraf_str nutgraf_article_title(const nutgraf_article *article);                      // The headline as printed.
size_t nutgraf_article_author_count(const nutgraf_article *article);                    // Number of authors.
nutgraf_str nutgraf_article_author(const nutgraf_article *article, size_t index);       // Name of one, as written.
nutgraf_str nutgraf_article_date_published(const nutgraf_article *article);             // When it was first published.
nutgraf_str nutgraf_article_date_modified(const nutgraf_article *article);              // When it was last changed.
nutgraf_str nutgraf_article_publisher(const nutgraf_article *article);                  // The publication.
nutgraf_str nutgraf_article_language(const nutgraf_article *article);                   // Of the body, a BCP 47 tag.
nutgraf_str nutgraf_article_page_type(const nutgraf_article *article);                  // Such as `article` or `forum`.
nutgraf_str nutgraf_article_value(const nutgraf_article *article, uint32_t field);      // Of any `nutgraf_field`.
nutgraf_answer nutgraf_article_is_accessible_for_free(const nutgraf_article *article);  // As declared; often wrongly.
nutgraf_access_status nutgraf_article_access_status(const nutgraf_article *article);    // How much of it this text is.
float nutgraf_article_confidence(const nutgraf_article *article);                       // That the body is right.
size_t nutgraf_article_word_count(const nutgraf_article *article);                      // Words of the body.
uint32_t nutgraf_article_reading_time(const nutgraf_article *article);                  // Seconds that it takes.

// ---- The record: arrays, and the strings that they hold.

// The text that spans index: the decoded input without its byte order mark, or what a page shows.
nutgraf_str nutgraf_article_document(const nutgraf_article *article);
// Unit in which the `source` spans count: bytes, but for an article read from JSON that says otherwise.
nutgraf_offset_unit nutgraf_article_source_unit(const nutgraf_article *article);
const nutgraf_segment *nutgraf_article_segments(const nutgraf_article *article, size_t *count);  // In pre-order.
const nutgraf_reason *nutgraf_article_reasons(const nutgraf_article *article, size_t *count);    // Of all segments.
const nutgraf_mark *nutgraf_article_marks(const nutgraf_article *article, size_t *count);        // Sorted by start.
const nutgraf_fact *nutgraf_article_facts(const nutgraf_article *article, size_t *count);        // By field and rank.
// The facts of one `nutgraf_field`, best first; none for an unknown field.
const nutgraf_fact *nutgraf_article_facts_of(const nutgraf_article *article, uint32_t field, size_t *count);
const nutgraf_warning *nutgraf_article_warnings(const nutgraf_article *article, size_t *count);  // All there are.
// The string that a range of the pool holds, such as `nutgraf_fact.value`; empty for a range that is none.
nutgraf_str nutgraf_article_str(const nutgraf_article *article, nutgraf_span range);
// Clean text of a segment: unwrapped, white space folded, layout taken off; empty for a container.
nutgraf_str nutgraf_article_segment_text(const nutgraf_article *article, size_t index);
// The strongest evidence for a segment as a sentence for people.
nutgraf_str nutgraf_article_segment_reason(const nutgraf_article *article, size_t index);

// ---- The body: sections; paragraphs, also of lists and quotes; sentences, also of headings, not of code and tables;
// words by the rules of Unicode (UAX 29); links, images and tables, as indices of marks and segments.

// Headings, paragraphs, list items, quotes, code, tables and footnotes, with a blank line between two.
nutgraf_str nutgraf_article_text(const nutgraf_article *article);
const nutgraf_section *nutgraf_article_sections(const nutgraf_article *article, size_t *count);      // In pre-order.
const nutgraf_paragraph *nutgraf_article_paragraphs(const nutgraf_article *article, size_t *count);  // In order.
const nutgraf_sentence *nutgraf_article_sentences(const nutgraf_article *article, size_t *count);    // In order.
const nutgraf_word *nutgraf_article_words(const nutgraf_article *article, size_t *count);            // In order.
size_t nutgraf_article_links(const nutgraf_article *article, uint32_t *indices, size_t capacity);    // Of marks.
size_t nutgraf_article_images(const nutgraf_article *article, uint32_t *indices, size_t capacity);   // Of marks.
size_t nutgraf_article_tables(const nutgraf_article *article, uint32_t *indices, size_t capacity);   // Of segments.

// ---- Places in the document, and renderings, which belong to the caller.

// Where bytes `start` to `end` of the body text stand in the document: ranges in order, touching ones joined.
// A `start` that is not below `end` gives none, and an `end` behind the text counts as its end.
size_t nutgraf_article_locate(const nutgraf_article *article, size_t start, size_t end, nutgraf_span *spans,
                              size_t capacity);

// The same for the clean text of a segment.
size_t nutgraf_article_segment_locate(const nutgraf_article *article, size_t index, size_t start, size_t end,
                                      nutgraf_span *spans, size_t capacity);

// An offset into the document in another `nutgraf_offset_unit`.
// One inside a character counts as its start, one behind the document as its end. INVALID_ARGUMENT for unknown units.
nutgraf_status nutgraf_article_convert_offset(const nutgraf_article *article, size_t offset, uint32_t from, uint32_t to,
                                              size_t *out);

// Writes the article out in a `nutgraf_format`; `options` may be NULL.
// INVALID_ARGUMENT for an unknown format or options that cannot be; `*out` is NULL and 0 then.
nutgraf_status nutgraf_article_render(const nutgraf_article *article, uint32_t format,
                                      const nutgraf_render_options *options, nutgraf_string *out);

// ---- Without an article: sentences of any text, and names of enum values, such as `date_published`. An unknown number
// is `other` where the enum has that, `unknown` as an access status, else empty.

// Where the sentences of a text of one paragraph are, in bytes of it, without the white space between them; none of a
// text that is not UTF-8 or has 4 GiB or more. Without a `language` (BCP 47) that is known it is told from the text.
size_t nutgraf_split_sentences(const char *data, size_t len, nutgraf_str language, nutgraf_span *spans,
                               size_t capacity);

nutgraf_str nutgraf_role_name(uint32_t role);
nutgraf_str nutgraf_kind_name(uint32_t kind);
nutgraf_str nutgraf_mark_kind_name(uint32_t mark_kind);
nutgraf_str nutgraf_field_name(uint32_t field);
nutgraf_str nutgraf_origin_name(uint32_t origin);
nutgraf_str nutgraf_warning_kind_name(uint32_t warning_kind);
nutgraf_str nutgraf_evidence_name(uint32_t evidence);
nutgraf_str nutgraf_access_status_name(uint32_t access_status);
nutgraf_str nutgraf_focus_name(uint32_t focus);
nutgraf_str nutgraf_archive_format_name(uint32_t archive_format);
nutgraf_str nutgraf_format_name(uint32_t format);
nutgraf_str nutgraf_offset_unit_name(uint32_t offset_unit);
nutgraf_str nutgraf_evidence_description(uint32_t evidence);  // As a sentence for people.
bool nutgraf_kind_is_container(uint32_t kind);                // Whether it holds segments, and no text.

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* NUTGRAF_H */
