// Bad arguments: every one gives a status or an empty answer, and none a crash.

#define _DEFAULT_SOURCE
#include <sys/mman.h>

#include "common.h"
#include "nutgraf.h"

static const char TEXT[] =
    "A Title That Stands Alone\n\nBy Jane Roe\n\nThe first sentence of the text is long enough to be prose, as it goes on "
    "and on. The second says na\xc3\xafve things about \xf0\x9f\xa6\x80 crabs.\n";

static nutgraf_str literal(const char *text) { return (nutgraf_str){text, strlen(text)}; }

static bool is(nutgraf_str text, const char *expected) {
  return text.data != NULL && text.len == strlen(expected) && memcmp(text.data, expected, text.len) == 0;
}

static nutgraf_options fresh(nutgraf_string *message) {
  nutgraf_options options;
  memset(&options, 0xAA, sizeof options);
  CHECK(nutgraf_options_init(&options, sizeof options) == NUTGRAF_STATUS_OK);
  options.message = message;
  return options;
}

// Reading fails with a status and a message that holds a word; there is no article then.
static void fails(const nutgraf_options *options, nutgraf_status expected, const char *word) {
  nutgraf_article *article = (nutgraf_article *)&article;
  CHECK(nutgraf_from_text(TEXT, sizeof TEXT - 1, options, &article) == expected);
  CHECK(article == NULL);
  nutgraf_string *message = options->message;
  CHECK(message->data != NULL && message->len > 0);
  char *copy = calloc(message->len + 1, 1);
  CHECK(copy != NULL);
  memcpy(copy, message->data, message->len);
  if (strstr(copy, word) == NULL) {
    fprintf(stderr, "\"%s\" does not say \"%s\"\n", copy, word);
    exit(1);
  }
  free(copy);
  nutgraf_string_free(message);
  CHECK(message->data == NULL && message->len == 0);
}

static void splitters(void) {
  nutgraf_splitter *splitter = (nutgraf_splitter *)&splitter;
  nutgraf_string message = {NULL, 0};
  nutgraf_article *article = (nutgraf_article *)&article;
  CHECK(nutgraf_splitter_new(NULL, NULL) == NUTGRAF_STATUS_NULL_POINTER);
  nutgraf_options options = fresh(&message);
  options.format = 1000;
  CHECK(nutgraf_splitter_new(&options, &splitter) == NUTGRAF_STATUS_INVALID_ARGUMENT && splitter == NULL);
  CHECK(message.len > 0);
  nutgraf_string_free(&message);
  options.format = NUTGRAF_ARCHIVE_FORMAT_MAIL;
  options.encoding = literal("no-such-encoding");
  CHECK(nutgraf_splitter_new(&options, &splitter) == NUTGRAF_STATUS_INVALID_OPTION && splitter == NULL);
  nutgraf_string_free(&message);
  CHECK(nutgraf_splitter_push(NULL, TEXT, 3) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_splitter_finish(NULL) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_splitter_next(NULL, NULL, &article) == NUTGRAF_STATUS_NULL_POINTER && article == NULL);
  nutgraf_splitter_free(NULL);

  options = fresh(&message);
  options.max_bytes = 40;
  CHECK(nutgraf_splitter_new(&options, &splitter) == NUTGRAF_STATUS_OK && splitter != NULL);
  CHECK(nutgraf_splitter_push(splitter, NULL, 3) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_splitter_push(splitter, NULL, 0) == NUTGRAF_STATUS_OK);
  CHECK(nutgraf_splitter_next(splitter, &message, NULL) == NUTGRAF_STATUS_NULL_POINTER);
  nutgraf_string_free(&message);
  CHECK(nutgraf_splitter_next(splitter, NULL, &article) == NUTGRAF_STATUS_OK && article == NULL);
  static const char ARCHIVE[] = "==> a <==\nA line.\n\n==> b <==\nA line that is longer than the limit is.\n\n==> c <==\nA line.\n";
  CHECK(nutgraf_splitter_push(splitter, ARCHIVE, sizeof ARCHIVE - 1) == NUTGRAF_STATUS_OK);
  CHECK(nutgraf_splitter_finish(splitter) == NUTGRAF_STATUS_OK);
  CHECK(nutgraf_splitter_next(splitter, NULL, &article) == NUTGRAF_STATUS_OK && article != NULL);
  nutgraf_article_free(article);
  CHECK(nutgraf_splitter_next(splitter, &message, &article) == NUTGRAF_STATUS_TOO_LARGE && article == NULL);
  CHECK(message.len > 0);
  nutgraf_string_free(&message);
  CHECK(nutgraf_splitter_next(splitter, &message, &article) == NUTGRAF_STATUS_OK && article != NULL);
  nutgraf_article_free(article);
  CHECK(nutgraf_splitter_next(splitter, &message, &article) == NUTGRAF_STATUS_OK && article == NULL);
  nutgraf_splitter_free(splitter);
}

static void null_pointers(void) {
  nutgraf_article *article = NULL;
  CHECK(nutgraf_from_text(TEXT, 3, NULL, NULL) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_from_text(NULL, 3, NULL, &article) == NUTGRAF_STATUS_NULL_POINTER && article == NULL);
  CHECK(nutgraf_from_html(TEXT, 3, NULL, NULL) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_from_html(NULL, 3, NULL, &article) == NUTGRAF_STATUS_NULL_POINTER && article == NULL);
  CHECK(nutgraf_from_json(NULL, 3, NULL, &article) == NUTGRAF_STATUS_NULL_POINTER && article == NULL);
  CHECK(nutgraf_from_json(NULL, 0, NULL, &article) == NUTGRAF_STATUS_INVALID_JSON && article == NULL);
  CHECK(nutgraf_from_json("{}", 2, NULL, NULL) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_options_init(NULL, sizeof(nutgraf_options)) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_render_options_init(NULL, sizeof(nutgraf_render_options)) == NUTGRAF_STATUS_NULL_POINTER);
  nutgraf_string string = {NULL, 0};
  CHECK(nutgraf_article_render(NULL, NUTGRAF_FORMAT_TEXT, NULL, &string) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(string.data == NULL && string.len == 0);
  size_t offset = 7;
  CHECK(nutgraf_article_convert_offset(NULL, 1, 0, 1, &offset) == NUTGRAF_STATUS_NULL_POINTER && offset == 0);
  nutgraf_article_free(NULL);
  nutgraf_string_free(NULL);
  nutgraf_string_free(&string);

  // Accessors of no article.
  CHECK(is(nutgraf_article_title(NULL), "") && is(nutgraf_article_author(NULL, 0), ""));
  CHECK(is(nutgraf_article_date_published(NULL), "") && is(nutgraf_article_date_modified(NULL), ""));
  CHECK(is(nutgraf_article_publisher(NULL), "") && is(nutgraf_article_language(NULL), ""));
  CHECK(is(nutgraf_article_page_type(NULL), "") && is(nutgraf_article_value(NULL, NUTGRAF_FIELD_TITLE), ""));
  CHECK(is(nutgraf_article_document(NULL), "") && is(nutgraf_article_text(NULL), ""));
  CHECK(is(nutgraf_article_str(NULL, (nutgraf_span){0, 1}), ""));
  CHECK(is(nutgraf_article_segment_text(NULL, 0), "") && is(nutgraf_article_segment_reason(NULL, 0), ""));
  CHECK(nutgraf_article_author_count(NULL) == 0 && nutgraf_article_word_count(NULL) == 0);
  CHECK(nutgraf_article_reading_time(NULL) == 0 && nutgraf_article_confidence(NULL) == 0);
  CHECK(nutgraf_article_is_accessible_for_free(NULL) == NUTGRAF_ANSWER_UNKNOWN);
  CHECK(nutgraf_article_access_status(NULL) == NUTGRAF_ACCESS_STATUS_UNKNOWN);
  CHECK(nutgraf_article_source_unit(NULL) == NUTGRAF_OFFSET_UNIT_BYTE);
  CHECK(nutgraf_article_locate(NULL, 0, 9, NULL, 0) == 0);
  CHECK(nutgraf_article_links(NULL, NULL, 0) == 0 && nutgraf_article_images(NULL, NULL, 0) == 0);
  CHECK(nutgraf_article_tables(NULL, NULL, 9) == 0);
  CHECK(nutgraf_article_segment_locate(NULL, 0, 0, 9, NULL, 0) == 0);
#define EMPTY(function)                                            \
  do {                                                             \
    size_t count = 9;                                              \
    CHECK(function(NULL, &count) != NULL && count == 0);           \
    CHECK(function(NULL, NULL) != NULL);                           \
  } while (0)
  EMPTY(nutgraf_article_segments);
  EMPTY(nutgraf_article_reasons);
  EMPTY(nutgraf_article_marks);
  EMPTY(nutgraf_article_facts);
  EMPTY(nutgraf_article_warnings);
  EMPTY(nutgraf_article_sections);
  EMPTY(nutgraf_article_paragraphs);
  EMPTY(nutgraf_article_sentences);
  EMPTY(nutgraf_article_words);
  size_t count = 9;
  CHECK(nutgraf_article_facts_of(NULL, NUTGRAF_FIELD_TITLE, &count) != NULL && count == 0);
}

static void options(void) {
  nutgraf_string message = {NULL, 0};
  nutgraf_options o = fresh(&message);
  nutgraf_article *article = NULL;

  // What init leaves is the defaults, and a message of an earlier call is gone.
  message = (nutgraf_string){(char *)&o, 5};
  CHECK(nutgraf_from_text(TEXT, sizeof TEXT - 1, &o, &article) == NUTGRAF_STATUS_OK);
  CHECK(message.data == NULL && message.len == 0);
  nutgraf_article_free(article);

  o.size = sizeof o - 1;
  fails(&o, NUTGRAF_STATUS_INVALID_ARGUMENT, "nutgraf_options_init");
  o.size = (size_t)-1;
  CHECK(nutgraf_from_text(TEXT, 3, &o, &article) == NUTGRAF_STATUS_INVALID_ARGUMENT && article == NULL);
  o.size = 0;
  CHECK(nutgraf_from_text(TEXT, 3, &o, &article) == NUTGRAF_STATUS_INVALID_ARGUMENT && article == NULL);
  CHECK(nutgraf_options_init(&o, sizeof o - 1) == NUTGRAF_STATUS_INVALID_ARGUMENT);
  CHECK(nutgraf_options_init(&o, (size_t)-1) == NUTGRAF_STATUS_INVALID_ARGUMENT);
  nutgraf_render_options r;
  CHECK(nutgraf_render_options_init(&r, sizeof r - 1) == NUTGRAF_STATUS_INVALID_ARGUMENT);

  // The struct of a later version: fine as long as it asks for nothing new.
  struct {
    nutgraf_options options;
    uint64_t later;
  } larger;
  CHECK(nutgraf_options_init(&larger.options, sizeof larger) == NUTGRAF_STATUS_OK && larger.later == 0);
  larger.options.message = &message;
  CHECK(nutgraf_from_text(TEXT, 3, &larger.options, &article) == NUTGRAF_STATUS_OK);
  nutgraf_article_free(article);
  larger.later = 1;
  fails(&larger.options, NUTGRAF_STATUS_INVALID_ARGUMENT, "later version");

  o = fresh(&message);
  o.reserved[5] = 1;
  fails(&o, NUTGRAF_STATUS_INVALID_ARGUMENT, "reserved");
  o = fresh(&message);
  o.focus = 3;
  fails(&o, NUTGRAF_STATUS_INVALID_ARGUMENT, "focus");
  o = fresh(&message);
  o.format = 10;
  fails(&o, NUTGRAF_STATUS_INVALID_ARGUMENT, "format");
  o = fresh(&message);
  o.body_kind_count = 1;
  fails(&o, NUTGRAF_STATUS_NULL_POINTER, "body_kinds");
  const uint32_t kinds[] = {NUTGRAF_KIND_PARAGRAPH, 99999};
  o.body_kinds = kinds;
  o.body_kind_count = 2;
  fails(&o, NUTGRAF_STATUS_INVALID_ARGUMENT, "99999");
  o.body_kind_count = SIZE_MAX / 2;
  fails(&o, NUTGRAF_STATUS_INVALID_ARGUMENT, "body_kind_count");
  o = fresh(&message);
  o.language = literal("en us");
  fails(&o, NUTGRAF_STATUS_INVALID_OPTION, "language");
  o.language = literal("\xff");
  fails(&o, NUTGRAF_STATUS_INVALID_OPTION, "language");
  o.language = (nutgraf_str){NULL, 2};
  fails(&o, NUTGRAF_STATUS_NULL_POINTER, "language");
  o.language = (nutgraf_str){"en", SIZE_MAX};
  fails(&o, NUTGRAF_STATUS_TOO_LARGE, "language");
  o = fresh(&message);
  o.reference_date = literal("yesterday");
  fails(&o, NUTGRAF_STATUS_INVALID_OPTION, "reference_date");
  o = fresh(&message);
  o.encoding = literal("no-such-encoding");
  fails(&o, NUTGRAF_STATUS_INVALID_OPTION, "encoding");

  // Without a place for the message the status is all.
  o = fresh(NULL);
  o.focus = 3;
  CHECK(nutgraf_from_text(TEXT, 3, &o, &article) == NUTGRAF_STATUS_INVALID_ARGUMENT);

  // Options that work.
  o = fresh(&message);
  o.encoding = literal("windows-1252");
  o.language = literal("fr");
  o.url = literal("https://example.org/a");
  o.content_type = literal("text/plain");
  o.reference_date = literal("2024-05-03");
  o.focus = NUTGRAF_FOCUS_PRECISION;
  o.body_kinds = kinds;
  o.body_kind_count = 1;
  CHECK(nutgraf_from_text("caf\xe9", 4, &o, &article) == NUTGRAF_STATUS_OK);
  CHECK(is(nutgraf_article_document(article), "caf\xc3\xa9") && is(nutgraf_article_language(article), "fr"));
  nutgraf_article_free(article);
}

static void sizes(void) {
  nutgraf_string message = {NULL, 0};
  nutgraf_options o = fresh(&message);
  nutgraf_article *article = NULL;
  o.max_bytes = sizeof TEXT - 2;
  fails(&o, NUTGRAF_STATUS_TOO_LARGE, "max_bytes");
  o.max_bytes = sizeof TEXT - 1;
  CHECK(nutgraf_from_text(TEXT, sizeof TEXT - 1, &o, &article) == NUTGRAF_STATUS_OK);
  nutgraf_article_free(article);
  CHECK(nutgraf_from_text(TEXT, SIZE_MAX, NULL, &article) == NUTGRAF_STATUS_TOO_LARGE && article == NULL);

  // 5 GiB that may not be read: refused before the first look.
  const size_t size = (size_t)5 << 30;
  char *mapped = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  CHECK(mapped != MAP_FAILED);
  CHECK(nutgraf_from_text(mapped, size, NULL, &article) == NUTGRAF_STATUS_TOO_LARGE && article == NULL);
  o = fresh(&message);
  o.max_bytes = UINT64_MAX;
  CHECK(nutgraf_from_text(mapped, size, &o, &article) == NUTGRAF_STATUS_TOO_LARGE && article == NULL);
  CHECK(message.len > 0);
  nutgraf_string_free(&message);
  munmap(mapped, size);

  // A length that lies low cuts the text, be it within a character, a tag or an entity.
  static const char PAGE[] = "<p>na\xc3\xafve &eacute;<a href=\"x\">y</a><table><td>";
  for (size_t len = 0; len < sizeof TEXT; len++) {
    CHECK(nutgraf_from_text(TEXT, len, NULL, &article) == NUTGRAF_STATUS_OK && article != NULL);
    nutgraf_article_free(article);
  }
  for (size_t len = 0; len < sizeof PAGE; len++) {
    CHECK(nutgraf_from_html(PAGE, len, NULL, &article) == NUTGRAF_STATUS_OK && article != NULL);
    nutgraf_article_free(article);
  }

  // Nothing at all, and bytes that are no text.
  CHECK(nutgraf_from_text(NULL, 0, NULL, &article) == NUTGRAF_STATUS_OK && article != NULL);
  size_t count = 9;
  nutgraf_article_segments(article, &count);
  CHECK(count == 0 && is(nutgraf_article_text(article), "") && is(nutgraf_article_title(article), ""));
  nutgraf_string empty;
  CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_TEXT, NULL, &empty) == NUTGRAF_STATUS_OK);
  CHECK(empty.data != NULL && empty.len == 0);
  nutgraf_string_free(&empty);
  nutgraf_string_free(&empty);
  nutgraf_article_free(article);
  char every[512];
  for (size_t i = 0; i < sizeof every; i++) every[i] = (char)(i % 2 ? i / 2 : 255 - i / 2);
  CHECK(nutgraf_from_text(every, sizeof every, NULL, &article) == NUTGRAF_STATUS_OK && article != NULL);
  nutgraf_article_text(article);
  nutgraf_article_free(article);
  CHECK(nutgraf_from_html(every, sizeof every, NULL, &article) == NUTGRAF_STATUS_OK && article != NULL);
  nutgraf_article_text(article);
  nutgraf_article_free(article);
  CHECK(nutgraf_from_html(NULL, 0, NULL, &article) == NUTGRAF_STATUS_OK && article != NULL);
  nutgraf_article_segments(article, &count);
  CHECK(count == 0 && is(nutgraf_article_text(article), ""));
  nutgraf_article_free(article);
}

static void enums_and_indices(void) {
  nutgraf_article *article = NULL;
  CHECK(nutgraf_from_text(TEXT, sizeof TEXT - 1, NULL, &article) == NUTGRAF_STATUS_OK);
  size_t count = 0;
  const nutgraf_segment *segments = nutgraf_article_segments(article, &count);
  CHECK(count > 0 && segments[0].end > 0);

  CHECK(is(nutgraf_article_segment_text(article, count), "") && is(nutgraf_article_segment_text(article, SIZE_MAX), ""));
  // One that is an index again when it loses its upper half.
  CHECK(is(nutgraf_article_segment_text(article, (size_t)1 << 32), ""));
  CHECK(is(nutgraf_article_segment_reason(article, count), ""));
  CHECK(is(nutgraf_article_author(article, nutgraf_article_author_count(article)), ""));
  CHECK(is(nutgraf_article_author(article, SIZE_MAX), ""));
  CHECK(is(nutgraf_article_value(article, 99999), ""));
  size_t facts = 9;
  CHECK(nutgraf_article_facts_of(article, 99999, &facts) != NULL && facts == 0);
  CHECK(is(nutgraf_article_str(article, (nutgraf_span){NUTGRAF_NONE, NUTGRAF_NONE}), ""));
  CHECK(is(nutgraf_article_str(article, (nutgraf_span){0, 1u << 30}), ""));
  CHECK(is(nutgraf_article_str(article, (nutgraf_span){5, 2}), ""));

  const size_t len = nutgraf_article_text(article).len;
  nutgraf_span spans[2] = {{7, 7}, {7, 7}};
  CHECK(len > 0 && nutgraf_article_locate(article, 0, len, spans, 0) > 0 && spans[0].start == 7);
  CHECK(nutgraf_article_locate(article, 0, len, NULL, 2) > 0);
  CHECK(nutgraf_article_locate(article, 0, len, spans, 1) > 0 && spans[0].start != 7 && spans[1].start == 7);
  CHECK(nutgraf_article_locate(article, 5, 2, spans, 2) == 0 && nutgraf_article_locate(article, 3, 3, spans, 2) == 0);
  CHECK(nutgraf_article_locate(article, len, SIZE_MAX, spans, 2) == 0);
  CHECK(nutgraf_article_locate(article, SIZE_MAX - 1, SIZE_MAX, spans, 2) == 0);
  CHECK(nutgraf_article_segment_locate(article, count, 0, 9, spans, 2) == 0);
  CHECK(nutgraf_article_segment_locate(article, 0, 9, 0, spans, 2) == 0);
  CHECK(nutgraf_article_segment_locate(article, 0, 0, SIZE_MAX, spans, 2) > 0);

  size_t out = 7;
  CHECK(nutgraf_article_convert_offset(article, 1, 0, 0, NULL) == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(nutgraf_article_convert_offset(article, 1, 3, 0, &out) == NUTGRAF_STATUS_INVALID_ARGUMENT && out == 0);
  CHECK(nutgraf_article_convert_offset(article, 1, 0, 3, &out) == NUTGRAF_STATUS_INVALID_ARGUMENT && out == 0);
  CHECK(nutgraf_article_convert_offset(article, SIZE_MAX, 1, 2, &out) == NUTGRAF_STATUS_OK && out > 0);

  nutgraf_string string;
  CHECK(nutgraf_article_render(article, 99, NULL, &string) == NUTGRAF_STATUS_INVALID_ARGUMENT && string.data == NULL);
  CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_JSON, NULL, NULL) == NUTGRAF_STATUS_NULL_POINTER);
  nutgraf_render_options r;
  CHECK(nutgraf_render_options_init(&r, sizeof r) == NUTGRAF_STATUS_OK);
  r.offset_unit = 3;
  CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_JSON, &r, &string) == NUTGRAF_STATUS_INVALID_ARGUMENT);
  r.offset_unit = 0;
  r.reserved[0] = 1;
  CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_JSON, &r, &string) == NUTGRAF_STATUS_INVALID_ARGUMENT);
  r.size = 1;
  CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_JSON, &r, &string) == NUTGRAF_STATUS_INVALID_ARGUMENT);
  CHECK(string.data == NULL && string.len == 0);
  nutgraf_article_free(article);
  static const char LINKS[] =
      "<h1>A Town Looks Up</h1><p>The <a href=x>river</a> came over its <a href=y>bank</a> at four in the morning, and by "
      "five the main street was under water.<table><tr><th>Hour<th>Feet<tr><td>four<td>9</table>";
  CHECK(nutgraf_from_html(LINKS, sizeof LINKS - 1, NULL, &article) == NUTGRAF_STATUS_OK);
  uint32_t indices[2] = {7, 7};
  CHECK(nutgraf_article_links(article, NULL, 0) == 2 && nutgraf_article_links(article, NULL, SIZE_MAX) == 2);
  CHECK(nutgraf_article_links(article, indices, 1) == 2 && indices[0] != 7 && indices[1] == 7);
  const nutgraf_mark *marks = nutgraf_article_marks(article, NULL);
  CHECK(is(nutgraf_article_str(article, marks[indices[0]].target), "x"));
  CHECK(nutgraf_article_tables(article, indices, 2) == 1);
  CHECK(nutgraf_article_segments(article, NULL)[indices[0]].kind == NUTGRAF_KIND_TABLE);
  nutgraf_article_free(article);

  const uint32_t unknown = 99999;
  CHECK(is(nutgraf_kind_name(unknown), "other") && is(nutgraf_field_name(unknown), "other"));
  CHECK(is(nutgraf_origin_name(unknown), "other") && is(nutgraf_warning_kind_name(unknown), "other"));
  CHECK(is(nutgraf_evidence_name(unknown), "other") && is(nutgraf_access_status_name(unknown), "unknown"));
  CHECK(is(nutgraf_role_name(unknown), "") && is(nutgraf_mark_kind_name(unknown), ""));
  CHECK(is(nutgraf_focus_name(unknown), "") && is(nutgraf_format_name(unknown), ""));
  CHECK(is(nutgraf_offset_unit_name(unknown), "") && is(nutgraf_evidence_description(unknown), ""));
  CHECK(is(nutgraf_status_message(unknown), "") && !nutgraf_kind_is_container(unknown));
  CHECK(is(nutgraf_kind_name(NUTGRAF_KIND_PARAGRAPH), "paragraph") && nutgraf_kind_is_container(NUTGRAF_KIND_LIST));
  CHECK(is(nutgraf_focus_name(NUTGRAF_FOCUS_RECALL), "recall") && is(nutgraf_format_name(0), "text"));
  const nutgraf_status all[] = {NUTGRAF_STATUS_OK, NUTGRAF_STATUS_NULL_POINTER, NUTGRAF_STATUS_INVALID_ARGUMENT,
                                NUTGRAF_STATUS_INVALID_OPTION, NUTGRAF_STATUS_TOO_LARGE, NUTGRAF_STATUS_INVALID_JSON,
                                NUTGRAF_STATUS_OTHER, NUTGRAF_STATUS_PANIC};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) CHECK(nutgraf_status_message(all[i]).len > 0);
  CHECK(nutgraf_version().len > 0);
}

static void json(void) {
  nutgraf_string message = {NULL, 0};
  nutgraf_options o = fresh(&message);
  nutgraf_article *article = NULL;
  static const char *const texts[] = {"", "{", "[]", "{\"schema\":99}", "\"\xff\""};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    CHECK(nutgraf_from_json(texts[i], strlen(texts[i]), &o, &article) == NUTGRAF_STATUS_INVALID_JSON);
    CHECK(article == NULL && message.len > 0);
    nutgraf_string_free(&message);
  }
}

// Sentences of any text; bad arguments have none.
static void sentences(void) {
  nutgraf_span spans[2] = {{7, 7}, {7, 7}};
  const nutgraf_str none = {NULL, 0}, text = literal("Dr. Roe came. Na\xc3\xafve!");
  CHECK(nutgraf_split_sentences(text.data, text.len, literal("en"), NULL, 0) == 2);
  CHECK(nutgraf_split_sentences(text.data, text.len, none, spans, 1) == 2);
  CHECK(spans[0].start == 0 && spans[0].end == 13 && spans[1].start == 7);
  CHECK(nutgraf_split_sentences(text.data, text.len, literal("\xff"), spans, 2) == 2);
  CHECK(spans[1].start == 14 && spans[1].end == text.len);
  CHECK(nutgraf_split_sentences(NULL, 0, none, spans, 2) == 0);
  CHECK(nutgraf_split_sentences(NULL, 5, none, spans, 2) == 0);
  CHECK(nutgraf_split_sentences("\xff.", 2, none, spans, 2) == 0);
  CHECK(nutgraf_split_sentences(text.data, SIZE_MAX, none, spans, 2) == 0);
}

int main(void) {
  splitters();
  null_pointers();
  options();
  sizes();
  enums_and_indices();
  json();
  sentences();
  return 0;
}
