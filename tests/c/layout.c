// The layout of every struct that crosses the boundary, as this compiler sees it; the runner compares with Rust's.

#include "common.h"
#include "nutgraf.h"

#define SIZE(type) printf(#type " %zu %zu\n", sizeof(type), _Alignof(type))

int main(void) {
  SIZE(nutgraf_str);
  SIZE(nutgraf_string);
  SIZE(nutgraf_options);
  SIZE(nutgraf_render_options);
  SIZE(nutgraf_span);
  SIZE(nutgraf_segment);
  SIZE(nutgraf_reason);
  SIZE(nutgraf_mark);
  SIZE(nutgraf_fact);
  SIZE(nutgraf_warning);
  SIZE(nutgraf_section);
  SIZE(nutgraf_paragraph);
  SIZE(nutgraf_sentence);
  SIZE(nutgraf_word);
  SIZE(nutgraf_status);
  SIZE(nutgraf_kind);
  printf("offset max_bytes %zu\n", offsetof(nutgraf_options, max_bytes));
  printf("offset code_language %zu\n", offsetof(nutgraf_segment, code_language));
  return 0;
}
