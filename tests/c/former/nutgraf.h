// nutgraf.h as it was before nutgraf_article_links, without its comments.

#ifndef NUTGRAF_H
#define NUTGRAF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define NUTGRAF_ENUM(name) enum name : uint32_t
#else
#define NUTGRAF_ENUM(name) typedef uint32_t name; enum
#endif

#define NUTGRAF_ABI_VERSION 1

#define NUTGRAF_NONE UINT32_MAX

NUTGRAF_ENUM(nutgraf_status) {
  NUTGRAF_STATUS_OK = 0,
  NUTGRAF_STATUS_NULL_POINTER = 1,
  NUTGRAF_STATUS_INVALID_ARGUMENT = 2,
  NUTGRAF_STATUS_INVALID_OPTION = 3,
  NUTGRAF_STATUS_TOO_LARGE = 4,
  NUTGRAF_STATUS_INVALID_JSON = 5,
  NUTGRAF_STATUS_OTHER = 6,
  NUTGRAF_STATUS_PANIC = 100,
};

NUTGRAF_ENUM(nutgraf_answer) {
  NUTGRAF_ANSWER_UNKNOWN = 0,
  NUTGRAF_ANSWER_NO = 1,
  NUTGRAF_ANSWER_YES = 2,
};

NUTGRAF_ENUM(nutgraf_access_status) {
  NUTGRAF_ACCESS_STATUS_UNKNOWN = 0,
  NUTGRAF_ACCESS_STATUS_COMPLETE = 1,
  NUTGRAF_ACCESS_STATUS_PARTIAL = 2,
  NUTGRAF_ACCESS_STATUS_NOTICE_ONLY = 3,
};

NUTGRAF_ENUM(nutgraf_offset_unit) {
  NUTGRAF_OFFSET_UNIT_BYTE = 0,
  NUTGRAF_OFFSET_UNIT_CODE_POINT = 1,
  NUTGRAF_OFFSET_UNIT_UTF16 = 2,
};

NUTGRAF_ENUM(nutgraf_kind) {
  NUTGRAF_KIND_OTHER = 0,
  NUTGRAF_KIND_HEADING = 100,
  NUTGRAF_KIND_PARAGRAPH = 101,
  NUTGRAF_KIND_LIST = 102,
  NUTGRAF_KIND_LIST_ITEM = 103,
  NUTGRAF_KIND_BLOCK_QUOTE = 104,
  NUTGRAF_KIND_PULL_QUOTE = 105,
  NUTGRAF_KIND_CODE = 106,
  NUTGRAF_KIND_TABLE = 107,
  NUTGRAF_KIND_TABLE_ROW = 108,
  NUTGRAF_KIND_TABLE_CELL = 109,
  NUTGRAF_KIND_FOOTNOTE = 110,
  NUTGRAF_KIND_FIGURE = 111,
  NUTGRAF_KIND_IMAGE = 112,
  NUTGRAF_KIND_KICKER = 200,
  NUTGRAF_KIND_TITLE = 201,
  NUTGRAF_KIND_DEK = 202,
  NUTGRAF_KIND_BYLINE = 203,
  NUTGRAF_KIND_DATELINE = 204,
  NUTGRAF_KIND_TIMESTAMP = 205,
  NUTGRAF_KIND_READING_TIME = 206,
  NUTGRAF_KIND_CAPTION = 207,
  NUTGRAF_KIND_CREDIT = 208,
  NUTGRAF_KIND_AUTHOR_BIO = 209,
  NUTGRAF_KIND_EDITORS_NOTE = 210,
  NUTGRAF_KIND_CORRECTION = 211,
  NUTGRAF_KIND_TAGS = 212,
  NUTGRAF_KIND_AGENCY_CREDIT = 213,
  NUTGRAF_KIND_COPYRIGHT_NOTICE = 214,
  NUTGRAF_KIND_END_MARK = 215,
  NUTGRAF_KIND_LAYOUT = 216,
  NUTGRAF_KIND_METADATA = 217,
  NUTGRAF_KIND_NAVIGATION = 300,
  NUTGRAF_KIND_SEARCH = 301,
  NUTGRAF_KIND_LOGIN = 302,
  NUTGRAF_KIND_SHARE_TOOLS = 303,
  NUTGRAF_KIND_NEWSLETTER_PROMPT = 304,
  NUTGRAF_KIND_ACCESS_NOTICE = 305,
  NUTGRAF_KIND_ADVERTISEMENT = 306,
  NUTGRAF_KIND_RELATED_LINKS = 307,
  NUTGRAF_KIND_COMMENTS = 308,
  NUTGRAF_KIND_CONSENT_NOTICE = 309,
  NUTGRAF_KIND_APP_PROMO = 310,
  NUTGRAF_KIND_CONTACT = 311,
  NUTGRAF_KIND_MEDIA_PLAYER = 312,
  NUTGRAF_KIND_SITE_HEADER = 313,
  NUTGRAF_KIND_SITE_FOOTER = 314,
};

NUTGRAF_ENUM(nutgraf_role) {
  NUTGRAF_ROLE_BODY = 0,
  NUTGRAF_ROLE_FURNITURE = 1,
  NUTGRAF_ROLE_BOILERPLATE = 2,
};

NUTGRAF_ENUM(nutgraf_evidence) {
  NUTGRAF_EVIDENCE_OTHER = 0,
  NUTGRAF_EVIDENCE_PROSE = 100,
  NUTGRAF_EVIDENCE_SHORT_LINE = 101,
  NUTGRAF_EVIDENCE_LIST_MARKER = 102,
  NUTGRAF_EVIDENCE_HEADING_MARKUP = 103,
  NUTGRAF_EVIDENCE_HEADS_PROSE = 104,
  NUTGRAF_EVIDENCE_QUOTE_MARKER = 105,
  NUTGRAF_EVIDENCE_COLUMNS = 106,
  NUTGRAF_EVIDENCE_PREFORMATTED = 107,
  NUTGRAF_EVIDENCE_SYMBOLS_ONLY = 108,
  NUTGRAF_EVIDENCE_NOTE_MARKER = 109,
  NUTGRAF_EVIDENCE_MARKUP = 110,
  NUTGRAF_EVIDENCE_CLASS_NAME = 111,
  NUTGRAF_EVIDENCE_LINKS = 112,
  NUTGRAF_EVIDENCE_ARCHIVE_FIELD = 113,
  NUTGRAF_EVIDENCE_PHRASE = 200,
  NUTGRAF_EVIDENCE_DATE_PATTERN = 201,
  NUTGRAF_EVIDENCE_READING_TIME_PATTERN = 202,
  NUTGRAF_EVIDENCE_BYLINE_PATTERN = 203,
  NUTGRAF_EVIDENCE_NAME_PATTERN = 204,
  NUTGRAF_EVIDENCE_AGENCY_PATTERN = 205,
  NUTGRAF_EVIDENCE_COPYRIGHT_PATTERN = 206,
  NUTGRAF_EVIDENCE_CONTACT_PATTERN = 207,
  NUTGRAF_EVIDENCE_END_MARK_PATTERN = 208,
  NUTGRAF_EVIDENCE_DATELINE_PATTERN = 209,
  NUTGRAF_EVIDENCE_INSIDE_PROSE = 300,
  NUTGRAF_EVIDENCE_BEFORE_ARTICLE = 301,
  NUTGRAF_EVIDENCE_AFTER_ARTICLE = 302,
  NUTGRAF_EVIDENCE_FIRST_LINE = 303,
  NUTGRAF_EVIDENCE_UNDER_TITLE = 304,
  NUTGRAF_EVIDENCE_UNDER_LABEL = 305,
  NUTGRAF_EVIDENCE_NEIGHBOURS = 306,
  NUTGRAF_EVIDENCE_OUTSIDE_PROSE = 307,
  NUTGRAF_EVIDENCE_REPEATED = 400,
  NUTGRAF_EVIDENCE_REPEATS_HEADING = 401,
};

NUTGRAF_ENUM(nutgraf_mark_kind) {
  NUTGRAF_MARK_KIND_LAYOUT = 0,
  NUTGRAF_MARK_KIND_LINK = 1,
  NUTGRAF_MARK_KIND_EMPHASIS = 2,
  NUTGRAF_MARK_KIND_STRONG = 3,
  NUTGRAF_MARK_KIND_CODE = 4,
  NUTGRAF_MARK_KIND_SUB = 5,
  NUTGRAF_MARK_KIND_SUP = 6,
  NUTGRAF_MARK_KIND_LINE_BREAK = 7,
  NUTGRAF_MARK_KIND_IMAGE = 8,
};

NUTGRAF_ENUM(nutgraf_field) {
  NUTGRAF_FIELD_OTHER = 0,
  NUTGRAF_FIELD_TITLE = 100,
  NUTGRAF_FIELD_ALTERNATIVE_TITLE = 101,
  NUTGRAF_FIELD_KICKER = 102,
  NUTGRAF_FIELD_DESCRIPTION = 103,
  NUTGRAF_FIELD_ARTICLE_SECTION = 104,
  NUTGRAF_FIELD_KEYWORDS = 105,
  NUTGRAF_FIELD_GENRE = 106,
  NUTGRAF_FIELD_LANGUAGE = 107,
  NUTGRAF_FIELD_READING_TIME = 108,
  NUTGRAF_FIELD_CORRECTION = 109,
  NUTGRAF_FIELD_WORD_COUNT = 110,
  NUTGRAF_FIELD_AUTHOR_NAME = 200,
  NUTGRAF_FIELD_AUTHOR_ROLE = 201,
  NUTGRAF_FIELD_AUTHOR_AFFILIATION = 202,
  NUTGRAF_FIELD_AUTHOR_URL = 203,
  NUTGRAF_FIELD_BYLINE = 204,
  NUTGRAF_FIELD_AGENCY = 205,
  NUTGRAF_FIELD_DESK = 206,
  NUTGRAF_FIELD_AUTHOR_TYPE = 207,
  NUTGRAF_FIELD_DATE_PUBLISHED = 300,
  NUTGRAF_FIELD_DATE_MODIFIED = 301,
  NUTGRAF_FIELD_DATE_CREATED = 302,
  NUTGRAF_FIELD_DATE_EMBARGOED = 303,
  NUTGRAF_FIELD_DATELINE_PLACE = 304,
  NUTGRAF_FIELD_DATELINE_DATE = 305,
  NUTGRAF_FIELD_PUBLISHER = 400,
  NUTGRAF_FIELD_COPYRIGHT_HOLDER = 401,
  NUTGRAF_FIELD_COPYRIGHT_YEAR = 402,
  NUTGRAF_FIELD_COPYRIGHT_NOTICE = 403,
  NUTGRAF_FIELD_LICENSE = 404,
  NUTGRAF_FIELD_IS_PART_OF = 405,
  NUTGRAF_FIELD_IDENTIFIER = 406,
  NUTGRAF_FIELD_URL = 407,
  NUTGRAF_FIELD_CANONICAL_URL = 408,
  NUTGRAF_FIELD_PAGINATION = 409,
  NUTGRAF_FIELD_PRINT_EDITION = 410,
  NUTGRAF_FIELD_IMAGE_URL = 500,
  NUTGRAF_FIELD_IMAGE_CAPTION = 501,
  NUTGRAF_FIELD_IMAGE_CREDIT = 502,
  NUTGRAF_FIELD_IS_ACCESSIBLE_FOR_FREE = 600,
  NUTGRAF_FIELD_ACCESS_STATUS = 601,
  NUTGRAF_FIELD_PAGE_TYPE = 602,
  NUTGRAF_FIELD_ENCODING = 603,
  NUTGRAF_FIELD_ARCHIVE_FORMAT = 604,
  NUTGRAF_FIELD_PROPERTY_NAME = 700,
  NUTGRAF_FIELD_PROPERTY_VALUE = 701,
};

NUTGRAF_ENUM(nutgraf_origin) {
  NUTGRAF_ORIGIN_OTHER = 0,
  NUTGRAF_ORIGIN_VISIBLE_TEXT = 1,
  NUTGRAF_ORIGIN_BODY = 2,
  NUTGRAF_ORIGIN_OPTION = 3,
  NUTGRAF_ORIGIN_INPUT = 4,
  NUTGRAF_ORIGIN_ARCHIVE = 5,
  NUTGRAF_ORIGIN_JSON_LD = 6,
  NUTGRAF_ORIGIN_MICRODATA = 7,
  NUTGRAF_ORIGIN_RDFA = 8,
  NUTGRAF_ORIGIN_MICROFORMATS = 9,
  NUTGRAF_ORIGIN_OPEN_GRAPH = 10,
  NUTGRAF_ORIGIN_TWITTER_CARD = 11,
  NUTGRAF_ORIGIN_DUBLIN_CORE = 12,
  NUTGRAF_ORIGIN_HIGHWIRE = 13,
  NUTGRAF_ORIGIN_META = 14,
  NUTGRAF_ORIGIN_LINK = 15,
  NUTGRAF_ORIGIN_TITLE_ELEMENT = 16,
  NUTGRAF_ORIGIN_TIME_ELEMENT = 17,
  NUTGRAF_ORIGIN_ADDRESS = 18,
  NUTGRAF_ORIGIN_CLASS_NAME = 19,
  NUTGRAF_ORIGIN_EMBEDDED_STATE = 20,
};

NUTGRAF_ENUM(nutgraf_warning_kind) {
  NUTGRAF_WARNING_KIND_OTHER = 0,
  NUTGRAF_WARNING_KIND_ENCODING_REPLACED = 1,
  NUTGRAF_WARNING_KIND_MOJIBAKE = 2,
  NUTGRAF_WARNING_KIND_TRUNCATED_RECORD = 3,
  NUTGRAF_WARNING_KIND_CONTRADICTION = 4,
  NUTGRAF_WARNING_KIND_LIMIT = 5,
};

NUTGRAF_ENUM(nutgraf_focus) {
  NUTGRAF_FOCUS_BALANCED = 0,
  NUTGRAF_FOCUS_PRECISION = 1,
  NUTGRAF_FOCUS_RECALL = 2,
};

NUTGRAF_ENUM(nutgraf_format) {
  NUTGRAF_FORMAT_TEXT = 0,
  NUTGRAF_FORMAT_MARKDOWN = 1,
  NUTGRAF_FORMAT_JSON = 2,
  NUTGRAF_FORMAT_HTML = 3,
  NUTGRAF_FORMAT_JSONLD = 4,
  NUTGRAF_FORMAT_NINJS = 5,
  NUTGRAF_FORMAT_TEI = 6,
};

NUTGRAF_ENUM(nutgraf_archive_format) {
  NUTGRAF_ARCHIVE_FORMAT_AUTO = 0,
  NUTGRAF_ARCHIVE_FORMAT_LEXISNEXIS = 1,
  NUTGRAF_ARCHIVE_FORMAT_NEXIS_UNI = 2,
  NUTGRAF_ARCHIVE_FORMAT_FACTIVA = 3,
  NUTGRAF_ARCHIVE_FORMAT_PROQUEST = 4,
  NUTGRAF_ARCHIVE_FORMAT_EUROPRESSE = 5,
  NUTGRAF_ARCHIVE_FORMAT_NEWSWIRE = 6,
  NUTGRAF_ARCHIVE_FORMAT_WET = 7,
  NUTGRAF_ARCHIVE_FORMAT_MAIL = 8,
  NUTGRAF_ARCHIVE_FORMAT_DUMPS = 9,
};

typedef struct nutgraf_article nutgraf_article;

typedef struct nutgraf_splitter nutgraf_splitter;

typedef struct {
  char *data;
  size_t len;
} nutgraf_string;

typedef struct {
  const char *data;
  size_t len;
} nutgraf_str;

typedef struct {
  size_t size;
  nutgraf_string *message;
  nutgraf_str url;
  nutgraf_str content_type;
  nutgraf_str encoding;
  nutgraf_str language;
  nutgraf_str reference_date;
  const uint32_t *body_kinds;
  size_t body_kind_count;
  uint64_t max_bytes;
  uint32_t focus;
  uint32_t format;
  uint32_t reserved[6];
} nutgraf_options;

typedef struct {
  size_t size;
  uint32_t offset_unit;
  uint32_t reserved[5];
} nutgraf_render_options;

typedef struct {
  uint32_t start;
  uint32_t end;
} nutgraf_span;

typedef struct {
  nutgraf_kind kind;
  nutgraf_role role;
  uint32_t level;
  uint32_t end;
  nutgraf_span span;
  nutgraf_span source;
  uint32_t continues;
  float confidence;
  nutgraf_span reasons;
  uint32_t flags;
  uint32_t list_start;
  uint32_t column_span;
  uint32_t row_span;
  nutgraf_span code_language;
  uint32_t reserved[2];
} nutgraf_segment;
#define NUTGRAF_SEGMENT_ORDERED 1
#define NUTGRAF_SEGMENT_HEADER 2

typedef struct {
  nutgraf_evidence evidence;
  float weight;
} nutgraf_reason;

typedef struct {
  nutgraf_mark_kind kind;
  nutgraf_span span;
  nutgraf_span source;
  nutgraf_span target;
  nutgraf_span alt;
  uint32_t reserved[2];
} nutgraf_mark;

typedef struct {
  nutgraf_field field;
  uint32_t subject;
  nutgraf_span text;
  nutgraf_span value;
  nutgraf_span span;
  nutgraf_span source;
  nutgraf_origin origin;
  float confidence;
  uint32_t reserved[2];
} nutgraf_fact;

typedef struct {
  nutgraf_warning_kind kind;
  nutgraf_span span;
  nutgraf_span message;
  uint32_t reserved[2];
} nutgraf_warning;

typedef struct {
  uint32_t heading;
  uint32_t level;
  uint32_t end;
  nutgraf_span segments;
  nutgraf_span paragraphs;
} nutgraf_section;

typedef struct {
  uint32_t segment;
  nutgraf_span text;
  nutgraf_span span;
} nutgraf_paragraph;

typedef struct {
  uint32_t segment;
  nutgraf_span text;
  nutgraf_span span;
} nutgraf_sentence;

typedef struct {
  nutgraf_span text;
  nutgraf_span span;
} nutgraf_word;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

void nutgraf_string_free(nutgraf_string *string);

nutgraf_str nutgraf_version(void);

uint32_t nutgraf_abi_version(void);

nutgraf_str nutgraf_status_message(uint32_t status);

nutgraf_status nutgraf_options_init(nutgraf_options *options, size_t size);

nutgraf_status nutgraf_render_options_init(nutgraf_render_options *options, size_t size);

nutgraf_status nutgraf_from_text(const char *data,
                                 size_t len,
                                 const nutgraf_options *options,
                                 nutgraf_article **out);

nutgraf_status nutgraf_from_html(const char *data,
                                 size_t len,
                                 const nutgraf_options *options,
                                 nutgraf_article **out);

nutgraf_status nutgraf_from_json(const char *data,
                                 size_t len,
                                 const nutgraf_options *options,
                                 nutgraf_article **out);

void nutgraf_article_free(nutgraf_article *article);

nutgraf_status nutgraf_splitter_new(const nutgraf_options *options,
                                    nutgraf_splitter **out);

nutgraf_status nutgraf_splitter_push(nutgraf_splitter *splitter,
                                     const char *data,
                                     size_t len);

nutgraf_status nutgraf_splitter_finish(nutgraf_splitter *splitter);

nutgraf_status nutgraf_splitter_next(nutgraf_splitter *splitter,
                                     nutgraf_string *message,
                                     nutgraf_article **out);

void nutgraf_splitter_free(nutgraf_splitter *splitter);

nutgraf_str nutgraf_article_title(const nutgraf_article *article);

size_t nutgraf_article_author_count(const nutgraf_article *article);

nutgraf_str nutgraf_article_author(const nutgraf_article *article, size_t index);

nutgraf_str nutgraf_article_date_published(const nutgraf_article *article);

nutgraf_str nutgraf_article_date_modified(const nutgraf_article *article);

nutgraf_str nutgraf_article_publisher(const nutgraf_article *article);

nutgraf_str nutgraf_article_language(const nutgraf_article *article);

nutgraf_str nutgraf_article_page_type(const nutgraf_article *article);

nutgraf_str nutgraf_article_value(const nutgraf_article *article, uint32_t field);

nutgraf_answer nutgraf_article_is_accessible_for_free(const nutgraf_article *article);

nutgraf_access_status nutgraf_article_access_status(const nutgraf_article *article);

float nutgraf_article_confidence(const nutgraf_article *article);

nutgraf_str nutgraf_article_document(const nutgraf_article *article);

nutgraf_offset_unit nutgraf_article_source_unit(const nutgraf_article *article);

const nutgraf_segment *nutgraf_article_segments(const nutgraf_article *article, size_t *count);

const nutgraf_reason *nutgraf_article_reasons(const nutgraf_article *article, size_t *count);

const nutgraf_mark *nutgraf_article_marks(const nutgraf_article *article, size_t *count);

const nutgraf_fact *nutgraf_article_facts(const nutgraf_article *article, size_t *count);

const nutgraf_fact *nutgraf_article_facts_of(const nutgraf_article *article, uint32_t field, size_t *count);

const nutgraf_warning *nutgraf_article_warnings(const nutgraf_article *article, size_t *count);

nutgraf_str nutgraf_article_str(const nutgraf_article *article, nutgraf_span range);

nutgraf_str nutgraf_article_segment_text(const nutgraf_article *article, size_t index);

nutgraf_str nutgraf_article_segment_reason(const nutgraf_article *article, size_t index);

nutgraf_str nutgraf_article_text(const nutgraf_article *article);

const nutgraf_section *nutgraf_article_sections(const nutgraf_article *article, size_t *count);

const nutgraf_paragraph *nutgraf_article_paragraphs(const nutgraf_article *article, size_t *count);

const nutgraf_sentence *nutgraf_article_sentences(const nutgraf_article *article, size_t *count);

const nutgraf_word *nutgraf_article_words(const nutgraf_article *article, size_t *count);

size_t nutgraf_article_word_count(const nutgraf_article *article);

uint32_t nutgraf_article_reading_time(const nutgraf_article *article);

size_t nutgraf_article_locate(const nutgraf_article *article,
                              size_t start,
                              size_t end,
                              nutgraf_span *spans,
                              size_t capacity);

size_t nutgraf_article_segment_locate(const nutgraf_article *article,
                                      size_t index,
                                      size_t start,
                                      size_t end,
                                      nutgraf_span *spans,
                                      size_t capacity);

nutgraf_status nutgraf_article_convert_offset(const nutgraf_article *article,
                                              size_t offset,
                                              uint32_t from,
                                              uint32_t to,
                                              size_t *out);

nutgraf_status nutgraf_article_render(const nutgraf_article *article,
                                      uint32_t format,
                                      const nutgraf_render_options *options,
                                      nutgraf_string *out);

size_t nutgraf_split_sentences(const char *data,
                               size_t len,
                               nutgraf_str language,
                               nutgraf_span *spans,
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

nutgraf_str nutgraf_evidence_description(uint32_t evidence);

bool nutgraf_kind_is_container(uint32_t kind);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* NUTGRAF_H */
