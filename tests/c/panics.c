// A panic inside comes back as a status, and the library works on after it.

#include "common.h"
#include "nutgraf.h"

// Of panic_entry.rs: they panic where other functions do their work.
nutgraf_status nutgraf_test_panic(void);
size_t nutgraf_test_panic_in_accessor(void);

int main(void) {
  for (int i = 0; i < 3; i++) {
    CHECK(nutgraf_test_panic() == NUTGRAF_STATUS_PANIC);
    CHECK(nutgraf_test_panic_in_accessor() == 0);
    nutgraf_article *article = NULL;
    CHECK(nutgraf_from_text("A line.", 7, NULL, &article) == NUTGRAF_STATUS_OK);
    CHECK(nutgraf_article_document(article).len == 7);
    nutgraf_article_free(article);
  }
  return 0;
}
