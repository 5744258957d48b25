// Reads each file named so many times as the first argument says, with its body text and the text of its segments.
// Prints the microseconds of the processor that this took, and the bytes that it saw.

#include <time.h>

#include "../c/common.h"
#include "nutgraf.h"

static size_t look(const char *data, size_t len, bool page) {
  nutgraf_article *article;
  CHECK((page ? nutgraf_from_html : nutgraf_from_text)(data, len, NULL, &article) == NUTGRAF_STATUS_OK);
  size_t seen = nutgraf_article_text(article).len + nutgraf_article_title(article).len, count;
  nutgraf_article_segments(article, &count);
  for (size_t i = 0; i < count; i++) seen += nutgraf_article_segment_text(article, i).len;
  nutgraf_article_free(article);
  return seen;
}

int main(int argc, char **argv) {
  CHECK(argc > 2);
  const int passes = atoi(argv[1]), files = argc - 2;
  char **data = calloc((size_t)files, sizeof *data);
  size_t *lens = calloc((size_t)files, sizeof *lens), seen = 0;
  CHECK(data != NULL && lens != NULL);
  for (int i = 0; i < files; i++) data[i] = read_file(argv[i + 2], &lens[i]);
  for (int i = 0; i < files; i++) look(data[i], lens[i], is_page(argv[i + 2]));  // What is made once is made.
  const clock_t start = clock();
  for (int pass = 0; pass < passes; pass++) {
    for (int i = 0; i < files; i++) seen += look(data[i], lens[i], is_page(argv[i + 2]));
  }
  printf("%ld %zu\n", (long)(clock() - start), seen);
  for (int i = 0; i < files; i++) free(data[i]);
  free(lens);
  free(data);
  return 0;
}
