// Rebuilds articles from accessors alone: one line of JSON for each file named, with what the corpus pins ("pinned") and
// every other view ("views"). The runner makes the same of the Rust article and compares.

#include "common.h"
#include "nutgraf.h"

// Fields that the corpus pins; those of `true` have many values. As FIELDS in tests/golden/mod.rs.
static const struct {
  nutgraf_field field;
  bool many;
} FIELDS[] = {
    {NUTGRAF_FIELD_TITLE, false},          {NUTGRAF_FIELD_KICKER, false},
    {NUTGRAF_FIELD_DESCRIPTION, false},    {NUTGRAF_FIELD_AUTHOR_NAME, true},
    {NUTGRAF_FIELD_AUTHOR_ROLE, true},     {NUTGRAF_FIELD_AGENCY, true},
    {NUTGRAF_FIELD_DATELINE_PLACE, true},  {NUTGRAF_FIELD_DATELINE_DATE, false},
    {NUTGRAF_FIELD_DATE_PUBLISHED, false}, {NUTGRAF_FIELD_DATE_MODIFIED, false},
    {NUTGRAF_FIELD_DATE_EMBARGOED, false},
    {NUTGRAF_FIELD_PUBLISHER, false},      {NUTGRAF_FIELD_LANGUAGE, false},
    {NUTGRAF_FIELD_COPYRIGHT_HOLDER, false}, {NUTGRAF_FIELD_COPYRIGHT_YEAR, false},
    {NUTGRAF_FIELD_COPYRIGHT_NOTICE, false}, {NUTGRAF_FIELD_READING_TIME, false},
    {NUTGRAF_FIELD_KEYWORDS, true},
};

static void str(nutgraf_str text) {
  CHECK(text.data != NULL);
  json_text(text.data, text.len);
}

static void key_str(const char *key, nutgraf_str text) {
  json_key(key);
  str(text);
}

static void key_count(const char *key, uint64_t number) {
  json_key(key);
  json_count(number);
}

static void span(nutgraf_span value) {
  json_count(value.start);
  json_count(value.end);
}

static void body(const nutgraf_article *article, nutgraf_span text) {
  const nutgraf_str all = nutgraf_article_text(article);
  CHECK(text.start <= text.end && text.end <= all.len);
  json_text(all.data + text.start, text.end - text.start);
}

static void pinned_segments(const nutgraf_article *article, uint32_t start, uint32_t end) {
  const nutgraf_segment *all = nutgraf_article_segments(article, NULL);
  json_open('[');
  for (uint32_t i = start; i < end; i = all[i].end) {
    const nutgraf_segment *s = &all[i];
    if (s->kind == NUTGRAF_KIND_LAYOUT) continue;
    json_open('{');
    key_str("role", nutgraf_role_name(s->role));
    key_str("kind", nutgraf_kind_name(s->kind));
    if (s->level != 0) key_count("level", s->level);
    if (s->flags & NUTGRAF_SEGMENT_ORDERED) {
      json_key("ordered");
      json_bool(true);
      if (s->list_start != 1) key_count("start", s->list_start);
    }
    if (s->column_span > 1) key_count("columns", s->column_span);
    if (s->row_span > 1) key_count("rows", s->row_span);
    if (s->flags & NUTGRAF_SEGMENT_HEADER) {
      json_key("header");
      json_bool(true);
    }
    if (s->code_language.start != NUTGRAF_NONE) key_str("language", nutgraf_article_str(article, s->code_language));
    if (nutgraf_kind_is_container(s->kind)) {
      json_key("children");
      pinned_segments(article, i + 1, s->end);
    } else {
      key_str("text", nutgraf_article_segment_text(article, i));
    }
    json_close('}');
  }
  json_close(']');
}

// What clean text does not show.
static void pinned_marks(const nutgraf_article *article) {
  size_t count;
  const nutgraf_mark *marks = nutgraf_article_marks(article, &count);
  const char *document = nutgraf_article_document(article).data;
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    const nutgraf_mark *mark = &marks[i];
    if (mark->kind == NUTGRAF_MARK_KIND_LAYOUT || mark->kind == NUTGRAF_MARK_KIND_LINE_BREAK) continue;
    json_open('{');
    key_str("kind", nutgraf_mark_kind_name(mark->kind));
    json_key("text");
    json_text(document + mark->span.start, mark->span.end - mark->span.start);
    if (mark->target.start != NUTGRAF_NONE) key_str("target", nutgraf_article_str(article, mark->target));
    if (mark->alt.start != NUTGRAF_NONE) key_str("alt", nutgraf_article_str(article, mark->alt));
    json_close('}');
  }
  json_close(']');
}

static void pinned(const nutgraf_article *article) {
  json_open('{');
  json_key("title");
  const nutgraf_str title = nutgraf_article_title(article);
  if (title.len == 0) {
    json_null();
  } else {
    str(title);
  }
  json_key("facts");
  json_open('{');
  for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
    size_t count;
    const nutgraf_fact *facts = nutgraf_article_facts_of(article, FIELDS[i].field, &count);
    // Rivals are below, and places that agree say one thing.
    if (count == 0 || facts[0].confidence < 0.5f) continue;
    str(nutgraf_field_name(FIELDS[i].field));
    putchar(':');
    json_comma = false;
    json_open('[');
    for (size_t j = 0; j < (FIELDS[i].many ? count : 1); j++) {
      const bool is_rival = facts[j].confidence < 0.5f;
      const bool is_again = j > 0 && facts[j].subject != 0 && facts[j].subject == facts[j - 1].subject;
      if (!is_rival && !is_again) str(nutgraf_article_str(article, facts[j].value));
    }
    json_close(']');
  }
  json_close('}');
  json_key("access");
  json_open('{');
  static const char *const answers[] = {"unknown", "false", "true"};
  json_key("is_accessible_for_free");
  const char *answer = answers[nutgraf_article_is_accessible_for_free(article)];
  json_text(answer, strlen(answer));
  key_str("status", nutgraf_access_status_name(nutgraf_article_access_status(article)));
  json_close('}');
  json_key("segments");
  size_t count;
  nutgraf_article_segments(article, &count);
  pinned_segments(article, 0, (uint32_t)count);
  json_key("marks");
  pinned_marks(article);
  json_close('}');
}

static void render(const nutgraf_article *article, const char *key, uint32_t format, uint32_t unit) {
  nutgraf_render_options options;
  CHECK(nutgraf_render_options_init(&options, sizeof options) == NUTGRAF_STATUS_OK);
  options.offset_unit = unit;
  nutgraf_string out;
  CHECK(nutgraf_article_render(article, format, &options, &out) == NUTGRAF_STATUS_OK && out.data != NULL);
  json_key(key);
  json_text(out.data, out.len);
  nutgraf_string_free(&out);
  CHECK(out.data == NULL && out.len == 0);
}

static void places(const nutgraf_span *spans, size_t count) {
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    span(spans[i]);
    json_close(']');
  }
  json_close(']');
}

static void indices(const char *key, const nutgraf_article *article,
                    size_t (*get)(const nutgraf_article *, uint32_t *, size_t)) {
  uint32_t found[64];
  const size_t there = get(article, found, 64);
  CHECK(get(article, NULL, 0) == there);
  json_key(key);
  json_open('[');
  for (size_t i = 0; i < there && i < 64; i++) json_count(found[i]);
  json_close(']');
}

static void views(const nutgraf_article *article) {
  size_t count;
  json_open('{');
  json_key("authors");
  json_open('[');
  for (size_t i = 0; i < nutgraf_article_author_count(article); i++) str(nutgraf_article_author(article, i));
  json_close(']');
  key_str("date_published", nutgraf_article_date_published(article));
  key_str("date_modified", nutgraf_article_date_modified(article));
  key_str("publisher", nutgraf_article_publisher(article));
  key_str("language", nutgraf_article_language(article));
  key_str("page_type", nutgraf_article_page_type(article));
  key_str("encoding", nutgraf_article_value(article, NUTGRAF_FIELD_ENCODING));
  key_str("document", nutgraf_article_document(article));
  key_str("text", nutgraf_article_text(article));
  key_str("source_unit", nutgraf_offset_unit_name(nutgraf_article_source_unit(article)));
  json_key("confidence");
  json_float(nutgraf_article_confidence(article));
  json_key("word_count");
  json_count(nutgraf_article_word_count(article));
  json_key("reading_time");
  json_count(nutgraf_article_reading_time(article));

  const nutgraf_reason *reasons = nutgraf_article_reasons(article, NULL);
  const nutgraf_segment *segments = nutgraf_article_segments(article, &count);
  json_key("segments");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    const nutgraf_segment *s = &segments[i];
    json_open('[');
    json_count(s->end);
    span(s->span);
    span(s->source);
    json_count(s->continues);
    json_float(s->confidence);
    json_count(s->flags);
    json_count(s->list_start);
    json_count(s->column_span);
    json_count(s->row_span);
    str(nutgraf_article_str(article, s->code_language));
    str(nutgraf_article_segment_reason(article, i));
    for (uint32_t r = s->reasons.start; r < s->reasons.end; r++) {
      str(nutgraf_evidence_name(reasons[r].evidence));
      str(nutgraf_evidence_description(reasons[r].evidence));
      json_float(reasons[r].weight);
    }
    nutgraf_span found[64];
    const size_t len = nutgraf_article_segment_text(article, i).len;
    const size_t there = nutgraf_article_segment_locate(article, i, 0, len, found, 64);
    places(found, there < 64 ? there : 64);
    json_close(']');
  }
  json_close(']');

  const nutgraf_mark *marks = nutgraf_article_marks(article, &count);
  json_key("marks");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    str(nutgraf_mark_kind_name(marks[i].kind));
    span(marks[i].span);
    span(marks[i].source);
    str(nutgraf_article_str(article, marks[i].target));
    str(nutgraf_article_str(article, marks[i].alt));
    json_close(']');
  }
  json_close(']');

  indices("links", article, nutgraf_article_links);
  indices("images", article, nutgraf_article_images);
  indices("tables", article, nutgraf_article_tables);

  const nutgraf_fact *facts = nutgraf_article_facts(article, &count);
  json_key("facts");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    str(nutgraf_field_name(facts[i].field));
    json_count(facts[i].subject);
    str(nutgraf_article_str(article, facts[i].text));
    str(nutgraf_article_str(article, facts[i].value));
    span(facts[i].span);
    span(facts[i].source);
    str(nutgraf_origin_name(facts[i].origin));
    json_float(facts[i].confidence);
    json_close(']');
  }
  json_close(']');

  const nutgraf_warning *warnings = nutgraf_article_warnings(article, &count);
  json_key("warnings");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    str(nutgraf_warning_kind_name(warnings[i].kind));
    span(warnings[i].span);
    str(nutgraf_article_str(article, warnings[i].message));
    json_close(']');
  }
  json_close(']');

  const nutgraf_section *sections = nutgraf_article_sections(article, &count);
  json_key("sections");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    json_count(sections[i].heading);
    json_count(sections[i].level);
    json_count(sections[i].end);
    span(sections[i].segments);
    span(sections[i].paragraphs);
    json_close(']');
  }
  json_close(']');

  const nutgraf_paragraph *paragraphs = nutgraf_article_paragraphs(article, &count);
  json_key("paragraphs");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    json_count(paragraphs[i].segment);
    body(article, paragraphs[i].text);
    span(paragraphs[i].span);
    json_close(']');
  }
  json_close(']');

  const nutgraf_sentence *sentences = nutgraf_article_sentences(article, &count);
  json_key("sentences");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    json_count(sentences[i].segment);
    body(article, sentences[i].text);
    span(sentences[i].span);
    json_close(']');
  }
  json_close(']');

  const nutgraf_word *words = nutgraf_article_words(article, &count);
  json_key("words");
  json_open('[');
  for (size_t i = 0; i < count; i++) {
    json_open('[');
    body(article, words[i].text);
    span(words[i].span);
    json_close(']');
  }
  json_close(']');

  // All places of the body text: first asked how many there are, then for them.
  json_key("located");
  const size_t there = nutgraf_article_locate(article, 0, SIZE_MAX, NULL, 0);
  nutgraf_span *found = malloc((there + 1) * sizeof *found);
  CHECK(found != NULL && nutgraf_article_locate(article, 0, SIZE_MAX, found, there) == there);
  places(found, there);
  free(found);

  json_key("lengths");
  json_open('[');
  for (uint32_t unit = NUTGRAF_OFFSET_UNIT_BYTE; unit <= NUTGRAF_OFFSET_UNIT_UTF16; unit++) {
    const size_t bytes = nutgraf_article_document(article).len;
    size_t out, back;
    CHECK(nutgraf_article_convert_offset(article, bytes, NUTGRAF_OFFSET_UNIT_BYTE, unit, &out) == NUTGRAF_STATUS_OK);
    CHECK(nutgraf_article_convert_offset(article, out, unit, NUTGRAF_OFFSET_UNIT_BYTE, &back) == NUTGRAF_STATUS_OK);
    CHECK(back == bytes);
    json_count(out);
  }
  json_close(']');
  render(article, "plain", NUTGRAF_FORMAT_TEXT, NUTGRAF_OFFSET_UNIT_BYTE);
  render(article, "markdown", NUTGRAF_FORMAT_MARKDOWN, NUTGRAF_OFFSET_UNIT_BYTE);
  render(article, "html", NUTGRAF_FORMAT_HTML, NUTGRAF_OFFSET_UNIT_BYTE);
  render(article, "jsonld", NUTGRAF_FORMAT_JSONLD, NUTGRAF_OFFSET_UNIT_BYTE);
  render(article, "ninjs", NUTGRAF_FORMAT_NINJS, NUTGRAF_OFFSET_UNIT_BYTE);
  render(article, "tei", NUTGRAF_FORMAT_TEI, NUTGRAF_OFFSET_UNIT_BYTE);
  render(article, "json", NUTGRAF_FORMAT_JSON, NUTGRAF_OFFSET_UNIT_UTF16);
  json_close('}');
}

// Through JSON and back it is the same article: its JSON has the same bytes.
static void round_trip(const nutgraf_article *article) {
  nutgraf_string json, again;
  nutgraf_article *copy = NULL;
  CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_JSON, NULL, &json) == NUTGRAF_STATUS_OK);
  CHECK(nutgraf_from_json(json.data, json.len, NULL, &copy) == NUTGRAF_STATUS_OK);
  CHECK(nutgraf_article_render(copy, NUTGRAF_FORMAT_JSON, NULL, &again) == NUTGRAF_STATUS_OK);
  CHECK(json.len == again.len && memcmp(json.data, again.data, json.len) == 0);
  nutgraf_article_free(copy);
  nutgraf_string_free(&json);
  nutgraf_string_free(&again);
}

int main(int argc, char **argv) {
  CHECK(nutgraf_abi_version() == NUTGRAF_ABI_VERSION);
  for (int i = 1; i < argc; i++) {
    size_t len;
    char *data = read_file(argv[i], &len);
    nutgraf_article *article = NULL;
    const nutgraf_status status =
        is_page(argv[i]) ? nutgraf_from_html(data, len, NULL, &article) : nutgraf_from_text(data, len, NULL, &article);
    CHECK(status == NUTGRAF_STATUS_OK && article != NULL);
    // The input is not needed after the call; a tool for memory would see it.
    free(data);
    json_comma = false;
    json_open('{');
    json_key("pinned");
    pinned(article);
    json_key("views");
    views(article);
    json_close('}');
    putchar('\n');
    round_trip(article);
    nutgraf_article_free(article);
  }
  return 0;
}
