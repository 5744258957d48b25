// A caller of the first version of the header: it reads with options, walks all arrays by the structs that it knows,
// and prints what it sees. Compiled with `former/nutgraf.h` it runs with the library of today, and sees what one of
// today sees.

#include "common.h"
#include "nutgraf.h"

static void print(nutgraf_str text) { printf("%.*s\n", (int)text.len, text.data); }

static const char *place(const nutgraf_article *article, nutgraf_span span) {
  static char out[64];
  const size_t len = nutgraf_article_document(article).len;
  CHECK(span.start == NUTGRAF_NONE ? span.end == NUTGRAF_NONE : span.start <= span.end && span.end <= len);
  snprintf(out, sizeof out, "%u-%u", (unsigned)span.start, (unsigned)span.end);
  return out;
}

static void walk(const nutgraf_article *article) {
  size_t count;
  const nutgraf_reason *reasons = nutgraf_article_reasons(article, NULL);
  const nutgraf_segment *segments = nutgraf_article_segments(article, &count);
  for (size_t i = 0; i < count; i++) {
    CHECK(segments[i].end > i && segments[i].end <= count && segments[i].reserved[0] == 0);
    // What this caller has no name for is "other".
    printf("%u %s %g %u ", (unsigned)segments[i].kind, place(article, segments[i].span), segments[i].confidence,
           (unsigned)reasons[segments[i].reasons.start].evidence);
    print(nutgraf_kind_name(segments[i].kind));
    print(nutgraf_article_segment_text(article, i));
  }
  const nutgraf_mark *marks = nutgraf_article_marks(article, &count);
  for (size_t i = 0; i < count; i++) {
    printf("%u %s ", (unsigned)marks[i].kind, place(article, marks[i].span));
    print(nutgraf_article_str(article, marks[i].target));
  }
  const nutgraf_fact *facts = nutgraf_article_facts(article, &count);
  for (size_t i = 0; i < count; i++) {
    printf("%u %u %s %g ", (unsigned)facts[i].field, (unsigned)facts[i].origin, place(article, facts[i].span),
           facts[i].confidence);
    print(nutgraf_article_str(article, facts[i].value));
  }
  const nutgraf_warning *warnings = nutgraf_article_warnings(article, &count);
  for (size_t i = 0; i < count; i++) print(nutgraf_article_str(article, warnings[i].message));
  const nutgraf_section *sections = nutgraf_article_sections(article, &count);
  for (size_t i = 0; i < count; i++) printf("%u %u\n", (unsigned)sections[i].level, (unsigned)sections[i].end);
  const nutgraf_paragraph *paragraphs = nutgraf_article_paragraphs(article, &count);
  for (size_t i = 0; i < count; i++) puts(place(article, paragraphs[i].span));
  const nutgraf_sentence *sentences = nutgraf_article_sentences(article, &count);
  for (size_t i = 0; i < count; i++) puts(place(article, sentences[i].span));
  const nutgraf_word *words = nutgraf_article_words(article, &count);
  for (size_t i = 0; i < count; i++) puts(place(article, words[i].span));
}

int main(int argc, char **argv) {
  CHECK(nutgraf_abi_version() == NUTGRAF_ABI_VERSION);
  for (int i = 1; i < argc; i++) {
    size_t len;
    char *data = read_file(argv[i], &len);
    nutgraf_string message = {NULL, 0}, json;
    // Memory behind the options that the library must not touch.
    struct {
      nutgraf_options options;
      unsigned char behind[64];
    } memory;
    memset(&memory, 0xAA, sizeof memory);
    CHECK(nutgraf_options_init(&memory.options, sizeof memory.options) == NUTGRAF_STATUS_OK);
    for (size_t b = 0; b < sizeof memory.behind; b++) CHECK(memory.behind[b] == 0xAA);
    memory.options.message = &message;
    memory.options.url = (nutgraf_str){"https://example.org/", 20};
    nutgraf_article *article;
    CHECK((is_page(argv[i]) ? nutgraf_from_html : nutgraf_from_text)(data, len, &memory.options, &article) ==
          NUTGRAF_STATUS_OK);
    free(data);
    walk(article);
    nutgraf_render_options render;
    CHECK(nutgraf_render_options_init(&render, sizeof render) == NUTGRAF_STATUS_OK);
    render.offset_unit = NUTGRAF_OFFSET_UNIT_UTF16;
    CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_JSON, &render, &json) == NUTGRAF_STATUS_OK);
    printf("%.*s\n", (int)json.len, json.data);
    nutgraf_string_free(&json);
    nutgraf_article_free(article);
  }
  return 0;
}
