// One article, read by ten threads at once: all see the same, which is what one thread sees of another article.

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "common.h"
#include "nutgraf.h"

enum { THREADS = 10 };

static atomic_int waiting;

static void add(uint64_t *digest, const void *data, size_t len) {
  for (size_t i = 0; i < len; i++) *digest = (*digest ^ ((const unsigned char *)data)[i]) * UINT64_C(1099511628211);
}

static void add_str(uint64_t *digest, nutgraf_str text) { add(digest, text.data, text.len); }

// A digest (FNV-1a) of what the lazily computed views say.
static uint64_t digest(const nutgraf_article *article) {
  uint64_t sum = UINT64_C(14695981039346656037);
  size_t count;
  const nutgraf_word *words = nutgraf_article_words(article, &count);
  add(&sum, words, count * sizeof *words);
  const nutgraf_sentence *sentences = nutgraf_article_sentences(article, &count);
  add(&sum, sentences, count * sizeof *sentences);
  const nutgraf_section *sections = nutgraf_article_sections(article, &count);
  add(&sum, sections, count * sizeof *sections);
  add_str(&sum, nutgraf_article_text(article));
  add_str(&sum, nutgraf_article_title(article));
  nutgraf_article_segments(article, &count);
  for (size_t i = 0; i < count; i++) add_str(&sum, nutgraf_article_segment_text(article, i));
  const size_t end = nutgraf_article_document(article).len;
  for (size_t i = 0; i <= end; i += 7) {
    size_t out;
    CHECK(nutgraf_article_convert_offset(article, i, NUTGRAF_OFFSET_UNIT_BYTE, NUTGRAF_OFFSET_UNIT_UTF16, &out) ==
          NUTGRAF_STATUS_OK);
    add(&sum, &out, sizeof out);
  }
  for (uint32_t format = NUTGRAF_FORMAT_TEXT; format <= NUTGRAF_FORMAT_TEI; format++) {
    nutgraf_string out;
    CHECK(nutgraf_article_render(article, format, NULL, &out) == NUTGRAF_STATUS_OK);
    add(&sum, out.data, out.len);
    nutgraf_string_free(&out);
  }
  return sum;
}

typedef nutgraf_status (*reader)(const char *, size_t, const nutgraf_options *, nutgraf_article **);

struct job {
  const nutgraf_article *article;
  uint64_t digest;
};

static void *run(void *argument) {
  struct job *job = argument;
  // All begin together, so that they meet in what is computed at the first call.
  atomic_fetch_add(&waiting, 1);
  while (atomic_load(&waiting) < THREADS) sched_yield();
  job->digest = digest(job->article);
  return NULL;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    size_t len;
    char *data = read_file(argv[i], &len);
    nutgraf_article *alone = NULL, *shared = NULL;
    const reader read = is_page(argv[i]) ? nutgraf_from_html : nutgraf_from_text;
    CHECK(read(data, len, NULL, &alone) == NUTGRAF_STATUS_OK);
    CHECK(read(data, len, NULL, &shared) == NUTGRAF_STATUS_OK);
    free(data);
    pthread_t threads[THREADS];
    struct job jobs[THREADS];
    atomic_store(&waiting, 0);
    for (int t = 0; t < THREADS; t++) {
      jobs[t] = (struct job){shared, 0};
      CHECK(pthread_create(&threads[t], NULL, run, &jobs[t]) == 0);
    }
    for (int t = 0; t < THREADS; t++) CHECK(pthread_join(threads[t], NULL) == 0);
    const uint64_t expected = digest(alone);
    for (int t = 0; t < THREADS; t++) CHECK(jobs[t].digest == expected);
    nutgraf_article_free(alone);
    nutgraf_article_free(shared);
  }
  return 0;
}
