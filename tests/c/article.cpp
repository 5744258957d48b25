// The same as article.c, through nutgraf.hpp.

#include "nutgraf.hpp"

#if __cplusplus >= 202002L
#include <ranges>
#endif
#include <type_traits>
#include <utility>

#include "common.h"

static_assert(std::is_nothrow_move_constructible_v<nutgraf::article> && !std::is_copy_constructible_v<nutgraf::article>);
static_assert(std::is_base_of_v<std::runtime_error, nutgraf::error>);

namespace {

// Fields that the corpus pins; those of `true` have many values. As FIELDS in tests/golden/mod.rs.
const std::pair<nutgraf_field, bool> FIELDS[] = {
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

void put(std::string_view text) { json_text(text.data(), text.size()); }
void put(std::uint32_t number) { json_count(number); }
void put(float number) { json_float(number); }
void put(nutgraf_span span) {
  put(span.start);
  put(span.end);
}

// Values as one array.
template <class... Values>
void row(const Values &...values) {
  json_open('[');
  (put(values), ...);
  json_close(']');
}

template <class Value>
void member(const char *key, const Value &value) {
  json_key(key);
  put(value);
}

// A range as an array under a key, one row for each view.
template <class Range, class Row>
void rows(const char *key, const Range &range, Row one) {
  json_key(key);
  json_open('[');
  std::size_t count = 0;
  for (auto view : range) {
    one(view);
    count++;
  }
  CHECK(count == range.size() && range.empty() == (count == 0));
  json_close(']');
}

void places(const std::vector<nutgraf_span> &spans) {
  json_open('[');
  for (nutgraf_span span : spans) row(span);
  json_close(']');
}

template <class Range>
void pinned_segments(const Range &range) {
  json_open('[');
  for (nutgraf::segment s : range) {
    if (s.kind() == NUTGRAF_KIND_LAYOUT) continue;
    const nutgraf_segment &raw = s.record();
    json_open('{');
    member("role", nutgraf::name(s.role()));
    member("kind", nutgraf::name(s.kind()));
    if (s.level() != 0) member("level", s.level());
    if (s.is_ordered()) {
      json_key("ordered");
      json_bool(true);
      if (raw.list_start != 1) member("start", raw.list_start);
    }
    if (raw.column_span > 1) member("columns", raw.column_span);
    if (raw.row_span > 1) member("rows", raw.row_span);
    if (s.is_header()) {
      json_key("header");
      json_bool(true);
    }
    if (!s.code_language().empty()) member("language", s.code_language());
    if (s.is_container()) {
      json_key("children");
      pinned_segments(s.children());
    } else {
      member("text", s.text());
    }
    json_close('}');
  }
  json_close(']');
}

void pinned(const nutgraf::article &article) {
  json_open('{');
  json_key("title");
  if (article.title().empty()) {
    json_null();
  } else {
    put(article.title());
  }
  json_key("facts");
  json_open('{');
  for (auto [field, many] : FIELDS) {
    const auto facts = article.facts_of(field);
    // Rivals are below, and places that agree say one thing.
    if (facts.empty() || facts[0].confidence() < 0.5f) continue;
    CHECK(facts[0].value() == article.value(field));
    json_key(std::string(nutgraf::name(field)).c_str());
    json_open('[');
    for (std::size_t i = 0; i < (many ? facts.size() : 1); i++) {
      const bool is_rival = facts[i].confidence() < 0.5f;
      const bool is_again = i > 0 && facts[i].subject() != 0 && facts[i].subject() == facts[i - 1].subject();
      if (!is_rival && !is_again) put(facts[i].value());
    }
    json_close(']');
  }
  json_close('}');
  json_key("access");
  json_open('{');
  const std::optional<bool> free = article.is_accessible_for_free();
  member("is_accessible_for_free", std::string_view(free ? *free ? "true" : "false" : "unknown"));
  member("status", nutgraf::name(article.access_status()));
  json_close('}');
  json_key("segments");
  pinned_segments(article.top_segments());
  json_key("marks");
  json_open('[');
  for (nutgraf::mark m : article.marks()) {
    if (m.kind() == NUTGRAF_MARK_KIND_LAYOUT || m.kind() == NUTGRAF_MARK_KIND_LINE_BREAK) continue;
    json_open('{');
    member("kind", nutgraf::name(m.kind()));
    member("text", article.document(m.span()));
    if (!m.target().empty()) member("target", m.target());
    if (!m.alt().empty()) member("alt", m.alt());
    json_close('}');
  }
  json_close(']');
  json_close('}');
}

template <class View>
void indices(const char *key, const std::vector<View> &views) {
  json_key(key);
  json_open('[');
  for (std::size_t i = 0; i < views.size() && i < 64; i++) json_count(views[i].index());
  json_close(']');
}

void views(const nutgraf::article &article) {
  using namespace nutgraf;
  json_open('{');
  json_key("authors");
  json_open('[');
  for (std::string_view author : article.authors()) put(author);
  json_close(']');
  member("date_published", article.date_published());
  member("date_modified", article.date_modified());
  member("publisher", article.publisher());
  member("language", article.language());
  member("page_type", article.page_type());
  member("encoding", article.value(NUTGRAF_FIELD_ENCODING));
  member("document", article.document());
  member("text", article.text());
  member("source_unit", name(article.source_unit()));
  member("confidence", article.confidence());
  member("word_count", static_cast<std::uint32_t>(article.word_count()));
  member("reading_time", article.reading_time());
  rows("segments", article.segments(), [](segment s) {
    const nutgraf_segment &raw = s.record();
    json_open('[');
    put(raw.end);
    put(s.span());
    put(s.source());
    put(s.continues() ? s.continues()->index() : NUTGRAF_NONE);
    put(s.confidence());
    put((s.is_ordered() ? 1u : 0u) + (s.is_header() ? 2u : 0u));
    put(raw.list_start);
    put(raw.column_span);
    put(raw.row_span);
    put(s.code_language());
    put(s.reason());
    for (nutgraf_reason reason : s.reasons()) {
      put(name(reason.evidence));
      put(description(reason.evidence));
      put(reason.weight);
    }
    std::vector<nutgraf_span> located = s.locate(0, s.text().size());
    if (located.size() > 64) located.resize(64);
    places(located);
    json_close(']');
  });
  rows("marks", article.marks(), [](mark m) { row(name(m.kind()), m.span(), m.source(), m.target(), m.alt()); });
  indices("links", article.links());
  indices("images", article.images());
  indices("tables", article.tables());
  rows("facts", article.facts(), [](fact f) {
    row(name(f.field()), f.subject(), f.text(), f.value(), f.span(), f.source(), name(f.origin()), f.confidence());
  });
  rows("warnings", article.warnings(), [](warning w) { row(name(w.kind()), w.span(), w.message()); });
  rows("sections", article.sections(), [](section s) {
    const nutgraf_section &raw = s.record();
    row(s.heading() ? s.heading()->index() : NUTGRAF_NONE, s.level(), raw.end, raw.segments, raw.paragraphs);
  });
  rows("paragraphs", article.paragraphs(), [](paragraph p) { row(p.segment().index(), p.text(), p.span()); });
  rows("sentences", article.sentences(), [](sentence s) { row(s.segment().index(), s.text(), s.span()); });
  rows("words", article.words(), [](word w) { row(w.text(), w.span()); });
  json_key("located");
  places(article.locate(0, SIZE_MAX));
  json_key("lengths");
  json_open('[');
  for (nutgraf_offset_unit unit :
       {NUTGRAF_OFFSET_UNIT_BYTE, NUTGRAF_OFFSET_UNIT_CODE_POINT, NUTGRAF_OFFSET_UNIT_UTF16}) {
    const std::size_t length = article.convert_offset(article.document().size(), NUTGRAF_OFFSET_UNIT_BYTE, unit);
    json_count(length);
  }
  json_close(']');
  member("plain", article.to_text());
  member("markdown", article.to_markdown());
  member("html", article.to_html());
  member("jsonld", article.to_jsonld());
  member("ninjs", article.to_ninjs());
  member("tei", article.to_tei());
  member("json", article.to_json(NUTGRAF_OFFSET_UNIT_UTF16));
  json_close('}');
}

// The views over views agree with the flat ones.
void nested_views(const nutgraf::article &article) {
  std::size_t sections = 0, paragraphs = 0;
  const auto walk = [&](const auto &self, auto range) -> void {
    for (nutgraf::section section : range) {
      sections++;
      for (nutgraf::paragraph paragraph : section.paragraphs()) {
        paragraphs++;
        std::size_t at = 0;
        for (nutgraf::sentence sentence : paragraph.sentences()) {
          at = paragraph.text().find(sentence.text(), at);
          CHECK(at != std::string_view::npos);
        }
      }
      if (section.heading()) {
        CHECK(section.heading()->kind() == NUTGRAF_KIND_HEADING);
        // Before the heading of a live blog's entry stands its time.
        const auto own = section.segments();
        CHECK(own[0].index() <= section.heading()->index());
        CHECK(section.heading()->index() < own[0].index() + own.size());
      }
      self(self, section.sections());
    }
  };
  walk(walk, article.top_sections());
  CHECK(sections == article.sections().size());
  CHECK(paragraphs == article.paragraphs().size());
  for (nutgraf::fact fact : article.facts()) CHECK(article.document(fact.span()).size() <= article.document().size());
}

template <class Call>
nutgraf_status thrown(Call call, std::string_view says) {
  try {
    call();
  } catch (const nutgraf::error &error) {
    CHECK(std::string_view(error.what()).find(says) != std::string_view::npos);
    return error.status();
  }
  return NUTGRAF_STATUS_OK;
}

void errors_and_options() {
  using nutgraf::from_text;
  nutgraf::options options;
  options.max_bytes = 3;
  CHECK(thrown([&] { from_text("four", options); }, "max_bytes") == NUTGRAF_STATUS_TOO_LARGE);
  options = {};
  options.language = "not a tag";
  CHECK(thrown([&] { from_text("text", options); }, "language") == NUTGRAF_STATUS_INVALID_OPTION);
  CHECK(thrown([] { nutgraf::from_json("{}"); }, "JSON") == NUTGRAF_STATUS_INVALID_JSON);
  const nutgraf::article empty = from_text("");
  CHECK(empty.segments().empty() && empty.text().empty() && empty.title().empty());
  CHECK(thrown([&] { empty.render(static_cast<nutgraf_format>(99)); }, "out of range") ==
        NUTGRAF_STATUS_INVALID_ARGUMENT);
  options = {};
  options.language = "de";
  options.url = "https://example.org/a";
  options.focus = NUTGRAF_FOCUS_RECALL;
  options.body_kinds.emplace();
  const nutgraf::article bodiless = from_text("Ein Titel\n\nEin Satz, der hier steht und endet.\n", options);
  CHECK(bodiless.language() == "de" && bodiless.text().empty() && !bodiless.segments().empty());
  CHECK(!nutgraf::version().empty());
  const std::vector<std::string_view> sentences = nutgraf::split_sentences("Dr. Roe came. She left.", "en");
  CHECK(sentences.size() == 2 && sentences[0] == "Dr. Roe came." && sentences[1] == "She left.");
  // A number of a later version is "other".
  CHECK(nutgraf::name(static_cast<nutgraf_kind>(99999)) == "other");
  CHECK(nutgraf::name(static_cast<nutgraf_role>(99999)).empty());
}

// What was moved from is empty, and frees nothing a second time.
void moves() {
  nutgraf::article first = nutgraf::from_text("A Title\n\nThe river came over its bank at four in the morning, he said.\n");
  nutgraf::article second = std::move(first);
  CHECK(!second.text().empty() && first.get() == nullptr);
  CHECK(first.text().empty() && first.title().empty() && first.authors().empty() && first.segments().empty());
  CHECK(first.links().empty() && first.locate(0, 9).empty() && first.top_sections().empty());
  CHECK(thrown([&] { first.to_json(); }, "NULL") == NUTGRAF_STATUS_NULL_POINTER);
  first = std::move(second);
  first = nutgraf::from_text("");
  CHECK(first.get() != nullptr && second.get() == nullptr);
  nutgraf::splitter splitter;
  nutgraf::splitter other = std::move(splitter);
  CHECK(thrown([&] { splitter.push("x"); }, "NULL") == NUTGRAF_STATUS_NULL_POINTER);
  CHECK(thrown([&] { splitter.next(); }, "NULL") == NUTGRAF_STATUS_NULL_POINTER);
  other.push("one");
  other.finish();
  CHECK(other.next() && !other.next());
}

#if __cplusplus >= 202002L
// Ranges of the standard, and its views over them.
static_assert(std::ranges::forward_range<nutgraf::range<nutgraf::segment>>);
static_assert(std::ranges::sized_range<nutgraf::range<nutgraf::segment>>);
static_assert(std::ranges::contiguous_range<nutgraf::array<nutgraf_reason>>);
void standard_ranges() {
  const nutgraf::article article =
      nutgraf::from_html("<nav><a href=/>Home</a></nav><h1>A</h1><p>The river rose at four, he said.");
  const auto is_body = [](nutgraf::segment segment) { return segment.role() == NUTGRAF_ROLE_BODY; };
  for (nutgraf::segment segment : article.segments() | std::views::filter(is_body)) {
    CHECK(segment.kind() == NUTGRAF_KIND_PARAGRAPH);
  }
  CHECK(std::ranges::count_if(article.segments(), is_body) == 1);
}
#else
void standard_ranges() {}
#endif

}  // namespace

int main(int argc, char **argv) {
  errors_and_options();
  moves();
  standard_ranges();
  for (int i = 1; i < argc; i++) {
    std::size_t len;
    char *data = read_file(argv[i], &len);
    nutgraf::article first = is_page(argv[i]) ? nutgraf::from_html({data, len}) : nutgraf::from_text({data, len});
    std::free(data);
    const std::string_view title = first.title();
    const nutgraf::article article = std::move(first);
    // What was lent before the move is still there.
    CHECK(title.data() == article.title().data());
    json_comma = false;
    json_open('{');
    json_key("pinned");
    pinned(article);
    json_key("views");
    views(article);
    json_close('}');
    putchar('\n');
    nested_views(article);
    CHECK(nutgraf::from_json(article.to_json()).to_json() == article.to_json());
  }
  return 0;
}
