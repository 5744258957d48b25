// nutgraf for C++17: RAII and ranges over nutgraf.h, header only.
//
//   nutgraf::article article = nutgraf::from_text(dump);
//   for (nutgraf::segment s : article.segments()) std::cout << nutgraf::name(s.kind()) << ": " << s.text() << '\n';
//
// Ownership. An article owns its memory and can be moved, not copied. Every std::string_view, view (segment, fact, …) and
// range is lent by it: it stays valid when the article is moved, and ends with it. Renderings are std::string.
//
// Errors. What can fail throws nutgraf::error, a std::runtime_error with a status: reading and rendering. Views do not
// throw; an absent string is empty. For code without exceptions there is nutgraf.h.
//
// Threads, offsets and enum values of later versions are as the head of nutgraf.h says.

#ifndef NUTGRAF_HPP
#define NUTGRAF_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "nutgraf.h"

namespace nutgraf {

// Lends a string of the library.
inline std::string_view view(nutgraf_str text) noexcept { return {text.data, text.len}; }

// Why a call failed.
class error : public std::runtime_error {
 public:
  error(nutgraf_status status, const std::string &message) : std::runtime_error(message), status_(status) {}

  nutgraf_status status() const noexcept { return status_; }

 private:
  nutgraf_status status_;
};

// Options for reading; see nutgraf_options. What is empty or 0 stands for its default.
struct options {
  std::string_view url{};
  std::string_view content_type{};
  std::string_view encoding{};
  std::string_view language{};
  std::string_view reference_date{};
  nutgraf_focus focus = NUTGRAF_FOCUS_BALANCED;
  // Kinds that the body text is made of; an empty list is an empty body.
  std::optional<std::vector<nutgraf_kind>> body_kinds{};
  std::uint64_t max_bytes = 0;
  // Form of an archive, for a splitter.
  nutgraf_archive_format format = NUTGRAF_ARCHIVE_FORMAT_AUTO;
};

// Names of enum values, in snake_case; that of a number of a later version is "other" or empty.
inline std::string_view name(nutgraf_role value) noexcept { return view(nutgraf_role_name(value)); }
inline std::string_view name(nutgraf_kind value) noexcept { return view(nutgraf_kind_name(value)); }
inline std::string_view name(nutgraf_mark_kind value) noexcept { return view(nutgraf_mark_kind_name(value)); }
inline std::string_view name(nutgraf_field value) noexcept { return view(nutgraf_field_name(value)); }
inline std::string_view name(nutgraf_origin value) noexcept { return view(nutgraf_origin_name(value)); }
inline std::string_view name(nutgraf_warning_kind value) noexcept { return view(nutgraf_warning_kind_name(value)); }
inline std::string_view name(nutgraf_evidence value) noexcept { return view(nutgraf_evidence_name(value)); }
inline std::string_view name(nutgraf_access_status value) noexcept { return view(nutgraf_access_status_name(value)); }
inline std::string_view name(nutgraf_focus value) noexcept { return view(nutgraf_focus_name(value)); }
inline std::string_view name(nutgraf_archive_format value) noexcept {
  return view(nutgraf_archive_format_name(value));
}
inline std::string_view name(nutgraf_format value) noexcept { return view(nutgraf_format_name(value)); }
inline std::string_view name(nutgraf_offset_unit value) noexcept { return view(nutgraf_offset_unit_name(value)); }

// What was seen, as a sentence for people.
inline std::string_view description(nutgraf_evidence value) noexcept {
  return view(nutgraf_evidence_description(value));
}

// Whether a span is a place at all.
inline bool is_none(nutgraf_span span) noexcept { return span.start == NUTGRAF_NONE; }

// An array of the library, lent.
template <class T>
class array {
 public:
  array(const T *data, std::size_t size) noexcept : data_(data), size_(size) {}

  const T *begin() const noexcept { return data_; }
  const T *end() const noexcept { return data_ + size_; }
  const T *data() const noexcept { return data_; }
  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  const T &operator[](std::size_t index) const noexcept { return data_[index]; }

 private:
  const T *data_;
  std::size_t size_;
};

// Views from index `begin` to `end` of one article's array. With `Nested`, a view's descendants are stepped over.
template <class View, bool Nested = false>
class range {
 public:
  class iterator {
   public:
    // Of C++17 and of C++20, which asks for no reference to what is made on the way.
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = View;
    using difference_type = std::ptrdiff_t;
    using pointer = const View *;
    using reference = View;

    iterator() noexcept = default;
    iterator(const nutgraf_article *article, std::uint32_t index) noexcept : article_(article), index_(index) {}

    View operator*() const noexcept { return View(article_, index_); }
    iterator &operator++() noexcept {
      if constexpr (Nested) {
        index_ = View(article_, index_).record().end;
      } else {
        ++index_;
      }
      return *this;
    }
    iterator operator++(int) noexcept {
      iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const iterator &a, const iterator &b) noexcept { return a.index_ == b.index_; }
    friend bool operator!=(const iterator &a, const iterator &b) noexcept { return a.index_ != b.index_; }

   private:
    const nutgraf_article *article_ = nullptr;
    std::uint32_t index_ = 0;
  };

  range(const nutgraf_article *article, std::size_t begin, std::size_t end) noexcept
      : article_(article), begin_(static_cast<std::uint32_t>(begin)), end_(static_cast<std::uint32_t>(end)) {}

  iterator begin() const noexcept { return {article_, begin_}; }
  iterator end() const noexcept { return {article_, end_}; }
  bool empty() const noexcept { return begin_ == end_; }

  // Number of views; of a nested range it is counted.
  std::size_t size() const noexcept {
    if constexpr (Nested) {
      return static_cast<std::size_t>(std::distance(begin(), end()));
    } else {
      return end_ - begin_;
    }
  }

  // The view at a position below `size()`. Not for a nested range.
  View operator[](std::size_t position) const noexcept {
    static_assert(!Nested, "a nested range is walked");
    return View(article_, begin_ + static_cast<std::uint32_t>(position));
  }

 private:
  const nutgraf_article *article_;
  std::uint32_t begin_, end_;
};

namespace detail {

template <class T>
array<T> records(const nutgraf_article *article, const T *(*get)(const nutgraf_article *, std::size_t *)) noexcept {
  std::size_t count = 0;
  const T *data = get(article, &count);
  return {data, count};
}

// An element of an article's array, with its article.
template <class Record, const Record *(*Get)(const nutgraf_article *, std::size_t *)>
class element {
 public:
  element(const nutgraf_article *article, std::uint32_t index) noexcept : article_(article), index_(index) {}

  // The raw record.
  const Record &record() const noexcept { return Get(article_, nullptr)[index_]; }
  // Its index in the article's array.
  std::uint32_t index() const noexcept { return index_; }

 protected:
  std::string_view pooled(nutgraf_span range) const noexcept { return view(nutgraf_article_str(article_, range)); }
  std::string_view body(nutgraf_span range) const noexcept {
    return view(nutgraf_article_text(article_)).substr(range.start, range.end - range.start);
  }

  const nutgraf_article *article_;
  std::uint32_t index_;
};

// What `get(T *, capacity)` makes, of as much memory as it needs.
template <class T, class Get>
std::vector<T> made(Get get) {
  std::vector<T> all(get(nullptr, 0));
  get(all.data(), all.size());
  return all;
}

}  // namespace detail

// The sentences of a text of one paragraph. `language` is a BCP 47 tag; without one it is told from the text.
inline std::vector<std::string_view> split_sentences(std::string_view text, std::string_view language = {}) {
  std::vector<std::string_view> sentences;
  const auto split = [&](nutgraf_span *out, std::size_t capacity) {
    return nutgraf_split_sentences(text.data(), text.size(), {language.data(), language.size()}, out, capacity);
  };
  for (const nutgraf_span span : detail::made<nutgraf_span>(split)) {
    sentences.push_back(text.substr(span.start, span.end - span.start));
  }
  return sentences;
}

// A stretch of the document: what it is, where it is, and why.
class segment : public detail::element<nutgraf_segment, nutgraf_article_segments> {
 public:
  using element::element;

  nutgraf_kind kind() const noexcept { return record().kind; }
  nutgraf_role role() const noexcept { return record().role; }
  // Level of a heading, 2 to 6; 0 on all else.
  std::uint32_t level() const noexcept { return record().level; }
  // Where it stands in the document, in bytes.
  nutgraf_span span() const noexcept { return record().span; }
  // Where it came from in the input.
  nutgraf_span source() const noexcept { return record().source; }
  float confidence() const noexcept { return record().confidence; }
  // Clean text; empty for a container.
  std::string_view text() const noexcept { return view(nutgraf_article_segment_text(article_, index_)); }
  // The strongest evidence as a sentence for people.
  std::string_view reason() const noexcept { return view(nutgraf_article_segment_reason(article_, index_)); }
  // All evidence, the strongest first.
  array<nutgraf_reason> reasons() const noexcept {
    const nutgraf_span own = record().reasons;
    return {nutgraf_article_reasons(article_, nullptr) + own.start, own.end - own.start};
  }
  // The segments directly inside it.
  range<segment, true> children() const noexcept { return {article_, index_ + std::size_t{1}, record().end}; }
  // The segment that it goes on with after an interruption.
  std::optional<segment> continues() const noexcept {
    const std::uint32_t before = record().continues;
    return before == NUTGRAF_NONE ? std::nullopt : std::optional<segment>(segment(article_, before));
  }
  bool is_container() const noexcept { return nutgraf_kind_is_container(record().kind); }
  bool is_ordered() const noexcept { return (record().flags & NUTGRAF_SEGMENT_ORDERED) != 0; }
  bool is_header() const noexcept { return (record().flags & NUTGRAF_SEGMENT_HEADER) != 0; }
  std::string_view code_language() const noexcept { return pooled(record().code_language); }
  // Where bytes `start` to `end` of its text stand in the document.
  std::vector<nutgraf_span> locate(std::size_t start, std::size_t end) const {
    return detail::made<nutgraf_span>([&](nutgraf_span *out, std::size_t capacity) {
      return nutgraf_article_segment_locate(article_, index_, start, end, out, capacity);
    });
  }
};

// Inline structure over the document.
class mark : public detail::element<nutgraf_mark, nutgraf_article_marks> {
 public:
  using element::element;

  nutgraf_mark_kind kind() const noexcept { return record().kind; }
  nutgraf_span span() const noexcept { return record().span; }
  nutgraf_span source() const noexcept { return record().source; }
  std::string_view target() const noexcept { return pooled(record().target); }
  std::string_view alt() const noexcept { return pooled(record().alt); }
};

// One piece of metadata.
class fact : public detail::element<nutgraf_fact, nutgraf_article_facts> {
 public:
  using element::element;

  nutgraf_field field() const noexcept { return record().field; }
  // Facts with one subject describe one thing.
  std::uint32_t subject() const noexcept { return record().subject; }
  // As written.
  std::string_view text() const noexcept { return pooled(record().text); }
  // Normalised.
  std::string_view value() const noexcept { return pooled(record().value); }
  // Where it stands in the document, which may be nowhere.
  nutgraf_span span() const noexcept { return record().span; }
  nutgraf_span source() const noexcept { return record().source; }
  nutgraf_origin origin() const noexcept { return record().origin; }
  float confidence() const noexcept { return record().confidence; }
};

// Something that the caller may want to know.
class warning : public detail::element<nutgraf_warning, nutgraf_article_warnings> {
 public:
  using element::element;

  nutgraf_warning_kind kind() const noexcept { return record().kind; }
  nutgraf_span span() const noexcept { return record().span; }
  std::string_view message() const noexcept { return pooled(record().message); }
};

// A word of the body.
class word : public detail::element<nutgraf_word, nutgraf_article_words> {
 public:
  using element::element;

  std::string_view text() const noexcept { return body(record().text); }
  nutgraf_span span() const noexcept { return record().span; }
};

// A sentence of the body.
class sentence : public detail::element<nutgraf_sentence, nutgraf_article_sentences> {
 public:
  using element::element;

  std::string_view text() const noexcept { return body(record().text); }
  nutgraf_span span() const noexcept { return record().span; }
  // The (first) segment that it stands in.
  nutgraf::segment segment() const noexcept { return {article_, record().segment}; }
};

// A paragraph of the body.
class paragraph : public detail::element<nutgraf_paragraph, nutgraf_article_paragraphs> {
 public:
  using element::element;

  std::string_view text() const noexcept { return body(record().text); }
  nutgraf_span span() const noexcept { return record().span; }
  // Its (first) segment.
  nutgraf::segment segment() const noexcept { return {article_, record().segment}; }
  range<sentence> sentences() const noexcept {
    const nutgraf_span own = record().text;
    const auto all = detail::records(article_, nutgraf_article_sentences);
    const auto before = [](const nutgraf_sentence &s, std::uint32_t start) { return s.text.start < start; };
    const auto first = std::lower_bound(all.begin(), all.end(), own.start, before);
    const auto last = std::lower_bound(first, all.end(), own.end, before);
    return {article_, static_cast<std::size_t>(first - all.begin()), static_cast<std::size_t>(last - all.begin())};
  }
};

// A heading with what follows.
class section : public detail::element<nutgraf_section, nutgraf_article_sections> {
 public:
  using element::element;

  // None for what stands before the first heading, and for an entry of a live blog that has only its time.
  std::optional<segment> heading() const noexcept {
    const std::uint32_t heading = record().heading;
    return heading == NUTGRAF_NONE ? std::nullopt : std::optional<segment>(segment(article_, heading));
  }
  std::uint32_t level() const noexcept { return record().level; }
  // Its own paragraphs, without those of the sections inside it.
  range<paragraph> paragraphs() const noexcept {
    return {article_, record().paragraphs.start, record().paragraphs.end};
  }
  // Segments from its heading to the next one; boilerplate in between lies inside.
  range<segment> segments() const noexcept { return {article_, record().segments.start, record().segments.end}; }
  // The sections directly inside it.
  range<section, true> sections() const noexcept { return {article_, index_ + std::size_t{1}, record().end}; }
};

// An article; made by from_text, from_html and from_json.
class article {
 public:
  // Takes over an article of the C interface, which must not be NULL.
  explicit article(nutgraf_article *handle) noexcept : handle_(handle) {}

  // The handle for the C interface; the article keeps owning it.
  const nutgraf_article *get() const noexcept { return handle_.get(); }

  std::string_view title() const noexcept { return view(nutgraf_article_title(get())); }
  std::vector<std::string_view> authors() const {
    std::vector<std::string_view> names;
    const std::size_t count = nutgraf_article_author_count(get());
    for (std::size_t index = 0; index < count; ++index) names.push_back(view(nutgraf_article_author(get(), index)));
    return names;
  }
  // ISO 8601 at the precision of the source.
  std::string_view date_published() const noexcept { return view(nutgraf_article_date_published(get())); }
  std::string_view date_modified() const noexcept { return view(nutgraf_article_date_modified(get())); }
  std::string_view publisher() const noexcept { return view(nutgraf_article_publisher(get())); }
  std::string_view language() const noexcept { return view(nutgraf_article_language(get())); }
  std::string_view page_type() const noexcept { return view(nutgraf_article_page_type(get())); }
  // Value of the best fact of a field.
  std::string_view value(nutgraf_field field) const noexcept { return view(nutgraf_article_value(get(), field)); }
  // What the publisher declares; none where nothing is declared.
  std::optional<bool> is_accessible_for_free() const noexcept {
    const nutgraf_answer answer = nutgraf_article_is_accessible_for_free(get());
    return answer == NUTGRAF_ANSWER_UNKNOWN ? std::nullopt : std::optional<bool>(answer == NUTGRAF_ANSWER_YES);
  }
  nutgraf_access_status access_status() const noexcept { return nutgraf_article_access_status(get()); }
  float confidence() const noexcept { return nutgraf_article_confidence(get()); }

  // The text that spans index, and a part of it.
  std::string_view document() const noexcept { return view(nutgraf_article_document(get())); }
  std::string_view document(nutgraf_span span) const noexcept {
    return is_none(span) ? std::string_view() : document().substr(span.start, span.end - span.start);
  }
  nutgraf_offset_unit source_unit() const noexcept { return nutgraf_article_source_unit(get()); }
  range<segment> segments() const noexcept { return all<segment>(nutgraf_article_segments); }
  // The segments that lie in no other.
  range<segment, true> top_segments() const noexcept { return {get(), 0, segments().size()}; }
  range<mark> marks() const noexcept { return all<mark>(nutgraf_article_marks); }
  range<fact> facts() const noexcept { return all<fact>(nutgraf_article_facts); }
  // The facts of one field, best first.
  range<fact> facts_of(nutgraf_field field) const noexcept {
    std::size_t count = 0;
    const nutgraf_fact *first = nutgraf_article_facts_of(get(), field, &count);
    if (count == 0) return {get(), 0, 0};
    const auto start = static_cast<std::size_t>(first - nutgraf_article_facts(get(), nullptr));
    return {get(), start, start + count};
  }
  range<warning> warnings() const noexcept { return all<warning>(nutgraf_article_warnings); }

  // The body, and where bytes `start` to `end` of it stand in the document.
  std::string_view text() const noexcept { return view(nutgraf_article_text(get())); }
  std::vector<nutgraf_span> locate(std::size_t start, std::size_t end) const {
    return detail::made<nutgraf_span>([&](nutgraf_span *out, std::size_t capacity) {
      return nutgraf_article_locate(get(), start, end, out, capacity);
    });
  }
  // The links, images and tables of the body.
  std::vector<mark> links() const { return chosen<mark>(nutgraf_article_links); }
  std::vector<mark> images() const { return chosen<mark>(nutgraf_article_images); }
  std::vector<segment> tables() const { return chosen<segment>(nutgraf_article_tables); }
  range<section> sections() const noexcept { return all<section>(nutgraf_article_sections); }
  // The sections that lie in no other.
  range<section, true> top_sections() const noexcept { return {get(), 0, sections().size()}; }
  range<paragraph> paragraphs() const noexcept { return all<paragraph>(nutgraf_article_paragraphs); }
  range<sentence> sentences() const noexcept { return all<sentence>(nutgraf_article_sentences); }
  range<word> words() const noexcept { return all<word>(nutgraf_article_words); }
  std::size_t word_count() const noexcept { return nutgraf_article_word_count(get()); }
  // In whole seconds.
  std::uint32_t reading_time() const noexcept { return nutgraf_article_reading_time(get()); }

  // An offset into the document in another unit.
  std::size_t convert_offset(std::size_t offset, nutgraf_offset_unit from, nutgraf_offset_unit to) const {
    std::size_t out = 0;
    check(nutgraf_article_convert_offset(get(), offset, from, to, &out));
    return out;
  }

  std::string to_text() const { return render(NUTGRAF_FORMAT_TEXT); }
  std::string to_markdown() const { return render(NUTGRAF_FORMAT_MARKDOWN); }
  std::string to_html() const { return render(NUTGRAF_FORMAT_HTML); }
  // Offsets into the document are in code points.
  std::string to_jsonld() const { return render(NUTGRAF_FORMAT_JSONLD); }
  std::string to_ninjs() const { return render(NUTGRAF_FORMAT_NINJS); }
  std::string to_tei() const { return render(NUTGRAF_FORMAT_TEI); }
  // Offsets into the document are in `unit`.
  std::string to_json(nutgraf_offset_unit unit = NUTGRAF_OFFSET_UNIT_BYTE) const {
    return render(NUTGRAF_FORMAT_JSON, unit);
  }
  std::string render(nutgraf_format format, nutgraf_offset_unit unit = NUTGRAF_OFFSET_UNIT_BYTE) const {
    nutgraf_render_options options;
    check(nutgraf_render_options_init(&options, sizeof options));
    options.offset_unit = unit;
    nutgraf_string out;
    check(nutgraf_article_render(get(), format, &options, &out));
    const std::unique_ptr<nutgraf_string, string_free> guard(&out);
    return {out.data, out.len};
  }

 private:
  struct article_free {
    void operator()(nutgraf_article *handle) const noexcept { nutgraf_article_free(handle); }
  };
  struct string_free {
    void operator()(nutgraf_string *string) const noexcept { nutgraf_string_free(string); }
  };

  template <class View, class T>
  range<View> all(const T *(*get_records)(const nutgraf_article *, std::size_t *)) const noexcept {
    return {get(), 0, detail::records(get(), get_records).size()};
  }

  template <class View>
  std::vector<View> chosen(std::size_t (*get_indices)(const nutgraf_article *, std::uint32_t *, std::size_t)) const {
    const auto indices = detail::made<std::uint32_t>(
        [&](std::uint32_t *out, std::size_t capacity) { return get_indices(get(), out, capacity); });
    std::vector<View> views;
    for (const std::uint32_t index : indices) views.emplace_back(get(), index);
    return views;
  }

  static void check(nutgraf_status status) {
    if (status != NUTGRAF_STATUS_OK) throw error(status, std::string(view(nutgraf_status_message(status))));
  }

  std::unique_ptr<nutgraf_article, article_free> handle_;
};

namespace detail {

// Throws what a call says when it failed; frees its message.
inline void check(nutgraf_status status, nutgraf_string &message) {
  if (status == NUTGRAF_STATUS_OK) return;
  struct free_message {
    nutgraf_string &message;
    ~free_message() { nutgraf_string_free(&message); }
  } guard{message};
  throw error(status, message.len != 0 ? std::string(message.data, message.len)
                                       : std::string(view(nutgraf_status_message(status))));
}

// Calls `make(const nutgraf_options *, T **)` with options; throws when it fails.
template <class T, class Make>
T *with_options(const options &options, Make make) {
  const auto text = [](std::string_view value) {
    return value.empty() ? nutgraf_str{nullptr, 0} : nutgraf_str{value.data(), value.size()};
  };
  static const std::uint32_t no_kinds[1] = {};
  std::vector<std::uint32_t> kinds;
  nutgraf_string message = {nullptr, 0};
  nutgraf_options raw;
  check(nutgraf_options_init(&raw, sizeof raw), message);
  raw.message = &message;
  raw.url = text(options.url);
  raw.content_type = text(options.content_type);
  raw.encoding = text(options.encoding);
  raw.language = text(options.language);
  raw.reference_date = text(options.reference_date);
  raw.focus = options.focus;
  raw.format = options.format;
  raw.max_bytes = options.max_bytes;
  if (options.body_kinds) {
    kinds.assign(options.body_kinds->begin(), options.body_kinds->end());
    raw.body_kinds = kinds.empty() ? no_kinds : kinds.data();
    raw.body_kind_count = kinds.size();
  }
  T *handle = nullptr;
  check(make(&raw, &handle), message);
  return handle;
}

using reader = nutgraf_status (*)(const char *, std::size_t, const nutgraf_options *, nutgraf_article **);

inline article read(reader read, std::string_view input, const options &options) {
  return article(with_options<nutgraf_article>(options, [&](const nutgraf_options *raw, nutgraf_article **out) {
    return read(input.data(), input.size(), raw, out);
  }));
}

}  // namespace detail

// Reads an article from plain text of any encoding. Any bytes, even none, give an article; throws for options that
// cannot be and for an input over the limit.
inline article from_text(std::string_view input, const options &options = {}) {
  return detail::read(nutgraf_from_text, input, options);
}

// Reads an article from a page of HTML; otherwise as from_text.
inline article from_html(std::string_view page, const options &options = {}) {
  return detail::read(nutgraf_from_html, page, options);
}

// Reads back what article::to_json wrote; throws for a text that is not that.
inline article from_json(std::string_view json) { return detail::read(nutgraf_from_json, json, {}); }

// Splits an archive that comes in chunks into its articles; see nutgraf_splitter_new. It can be moved, not copied.
//
//   nutgraf::splitter splitter;
//   while (more(chunk)) {
//     splitter.push(chunk);
//     while (std::optional<nutgraf::article> article = splitter.next()) use(*article);
//   }
//   splitter.finish();
//   while (std::optional<nutgraf::article> article = splitter.next()) use(*article);
class splitter {
 public:
  // Throws for options that cannot be.
  explicit splitter(const options &options = {})
      : handle_(detail::with_options<nutgraf_splitter>(options, nutgraf_splitter_new)) {}

  void push(std::string_view chunk) {
    nutgraf_string message = {nullptr, 0};
    detail::check(nutgraf_splitter_push(handle_.get(), chunk.data(), chunk.size()), message);
  }

  void finish() {
    nutgraf_string message = {nullptr, 0};
    detail::check(nutgraf_splitter_finish(handle_.get()), message);
  }

  // The next article: none when that takes more of the archive, or after finish when that was all. Throws for a record
  // over the limit; the next call gives what is behind it.
  std::optional<article> next() {
    nutgraf_string message = {nullptr, 0};
    nutgraf_article *found = nullptr;
    detail::check(nutgraf_splitter_next(handle_.get(), &message, &found), message);
    return found == nullptr ? std::nullopt : std::optional<article>(article(found));
  }

 private:
  struct splitter_free {
    void operator()(nutgraf_splitter *splitter) const noexcept { nutgraf_splitter_free(splitter); }
  };

  std::unique_ptr<nutgraf_splitter, splitter_free> handle_;
};

// The version of the library.
inline std::string_view version() noexcept { return view(nutgraf_version()); }

}  // namespace nutgraf

#endif  // NUTGRAF_HPP
