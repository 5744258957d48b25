// Splits archives: for each pair of a format and a file, the articles as JSON, one a line, and an empty line. The file is
// pushed in chunks of so many bytes as the first argument says.

#include "common.h"
#include "nutgraf.h"

static void take(nutgraf_splitter *splitter) {
  for (;;) {
    nutgraf_string message = {NULL, 0}, json = {NULL, 0};
    nutgraf_article *article = (nutgraf_article *)&article;
    CHECK(nutgraf_splitter_next(splitter, &message, &article) == NUTGRAF_STATUS_OK && message.data == NULL);
    if (article == NULL) return;
    CHECK(nutgraf_article_render(article, NUTGRAF_FORMAT_JSON, NULL, &json) == NUTGRAF_STATUS_OK);
    printf("%.*s\n", (int)json.len, json.data);
    nutgraf_string_free(&json);
    nutgraf_article_free(article);
  }
}

int main(int argc, char **argv) {
  CHECK(argc >= 2);
  const size_t chunk = strtoul(argv[1], NULL, 10);
  for (int i = 2; i + 1 < argc; i += 2) {
    nutgraf_options options;
    CHECK(nutgraf_options_init(&options, sizeof options) == NUTGRAF_STATUS_OK);
    options.format = (uint32_t)strtoul(argv[i], NULL, 10);
    nutgraf_splitter *splitter = NULL;
    CHECK(nutgraf_splitter_new(&options, &splitter) == NUTGRAF_STATUS_OK && splitter != NULL);
    size_t len;
    char *data = read_file(argv[i + 1], &len);
    for (size_t at = 0; at < len; at += chunk) {
      CHECK(nutgraf_splitter_push(splitter, data + at, len - at < chunk ? len - at : chunk) == NUTGRAF_STATUS_OK);
      take(splitter);
    }
    free(data);
    CHECK(nutgraf_splitter_finish(splitter) == NUTGRAF_STATUS_OK);
    take(splitter);
    CHECK(nutgraf_splitter_push(splitter, "late", 4) == NUTGRAF_STATUS_OK);
    take(splitter);
    nutgraf_splitter_free(splitter);
    putchar('\n');
  }
  return 0;
}
