// Reads a file, a page of HTML by its name or else a plain-text dump, and prints the article that it holds: title, authors,
// date, and the sections with their paragraphs.
//
//   cargo build --release -p nutgraf-c
//   cc -Iinclude examples/c/article.c target/release/libnutgraf_c.a -lpthread -ldl -lm -o article
//   ./article tests/corpus/wire-story/input.txt

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nutgraf.h"

static void line(const char *label, nutgraf_str text) {
  if (text.len > 0) printf("%s%.*s\n", label, (int)text.len, text.data);
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) return fprintf(stderr, "usage: article FILE\n"), 2;
  static char dump[1 << 20];
  const size_t len = fread(dump, 1, sizeof dump, file);
  fclose(file);

  nutgraf_article *article = NULL;
  const nutgraf_status status = strstr(argv[1], ".html") != NULL ? nutgraf_from_html(dump, len, NULL, &article)
                                                                 : nutgraf_from_text(dump, len, NULL, &article);
  if (status != NUTGRAF_STATUS_OK) {
    line("error: ", nutgraf_status_message(status));
    return 1;
  }
  line("Title: ", nutgraf_article_title(article));
  for (size_t i = 0; i < nutgraf_article_author_count(article); i++) line("By: ", nutgraf_article_author(article, i));
  line("Published: ", nutgraf_article_date_published(article));

  size_t count;
  const nutgraf_str text = nutgraf_article_text(article);
  const nutgraf_paragraph *paragraphs = nutgraf_article_paragraphs(article, NULL);
  const nutgraf_section *sections = nutgraf_article_sections(article, &count);
  for (size_t i = 0; i < count; i++) {
    line("\n# ", nutgraf_article_segment_text(article, sections[i].heading));  // Empty where there is no heading.
    for (size_t p = sections[i].paragraphs.start; p < sections[i].paragraphs.end; p++) {
      const nutgraf_span range = paragraphs[p].text;
      line("\n", (nutgraf_str){text.data + range.start, range.end - range.start});
    }
  }
  nutgraf_article_free(article);  // And with it all that it lent.
  return 0;
}
