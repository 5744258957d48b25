// Prints the articles in files: *.html is a page, and any other a text that holds one article or many.
//   cc articles.c $(pkg-config --cflags --libs nutgraf) -o articles && ./articles page.html dump.txt
#include <stdio.h>
#include <string.h>

#include "nutgraf.h"

static void line(const char *label, nutgraf_str text) {
  if (text.len > 0) printf("%s%.*s\n", label, (int)text.len, text.data);
}

static void print(nutgraf_article *article) {  // Takes it over.
  line("", nutgraf_article_title(article));
  for (size_t i = 0; i < nutgraf_article_author_count(article); i++) line("By ", nutgraf_article_author(article, i));
  line("Published ", nutgraf_article_date_published(article));
  line("\n", nutgraf_article_text(article));
  size_t count;
  const nutgraf_segment *segments = nutgraf_article_segments(article, &count);
  for (size_t i = 0; i < count; i++) {
    const nutgraf_str text = nutgraf_article_segment_text(article, i);
    if (segments[i].role != NUTGRAF_ROLE_BOILERPLATE || text.len == 0) continue;
    line("\nLeft out: ", text);
    line("As: ", nutgraf_kind_name(segments[i].kind));
    line("Why: ", nutgraf_article_segment_reason(article, i));
  }
  nutgraf_article_free(article);  // And with it every string that it lent.
}

static nutgraf_status print_page(FILE *file, const nutgraf_options *options) {
  static char page[1 << 24];
  nutgraf_article *article;
  const nutgraf_status status = nutgraf_from_html(page, fread(page, 1, sizeof page, file), options, &article);
  if (status == NUTGRAF_STATUS_OK) print(article);
  return status;
}

static nutgraf_status print_texts(FILE *file, const nutgraf_options *options) {
  nutgraf_splitter *splitter;
  nutgraf_status status = nutgraf_splitter_new(options, &splitter);
  for (size_t len = 1; len > 0 && status == NUTGRAF_STATUS_OK;) {
    static char chunk[1 << 16];
    len = fread(chunk, 1, sizeof chunk, file);
    status = len > 0 ? nutgraf_splitter_push(splitter, chunk, len) : nutgraf_splitter_finish(splitter);
    for (nutgraf_article *article = NULL; status == NUTGRAF_STATUS_OK; print(article)) {
      status = nutgraf_splitter_next(splitter, options->message, &article);
      if (article == NULL) break;  // It takes more of the file, or that was all.
    }
  }
  nutgraf_splitter_free(splitter);
  return status;
}

int main(int argc, char **argv) {
  nutgraf_string message = {NULL, 0};
  nutgraf_options options;
  nutgraf_options_init(&options, sizeof options);
  options.message = &message;
  int failures = 0;
  for (int i = 1; i < argc; i++) {  // One that fails stops no other.
    FILE *file = fopen(argv[i], "rb");
    if (file == NULL) return perror(argv[i]), 2;
    if ((strstr(argv[i], ".html") != NULL ? print_page : print_texts)(file, &options) != NUTGRAF_STATUS_OK) {
      fprintf(stderr, "%s: %.*s\n", argv[i], (int)message.len, message.len > 0 ? message.data : "");
      nutgraf_string_free(&message);
      failures++;
    }
    fclose(file);
  }
  return failures > 0;
}
