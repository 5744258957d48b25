// The same as archive.c, through nutgraf.hpp.

#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "common.h"
#include "nutgraf.hpp"

static void take(nutgraf::splitter &splitter) {
  while (std::optional<nutgraf::article> article = splitter.next()) std::printf("%s\n", article->to_json().c_str());
}

int main(int argc, char **argv) {
  CHECK(argc >= 2);
  const size_t chunk = strtoul(argv[1], NULL, 10);
  for (int i = 2; i + 1 < argc; i += 2) {
    nutgraf::options options;
    options.format = static_cast<nutgraf_archive_format>(strtoul(argv[i], NULL, 10));
    nutgraf::splitter first(options);
    nutgraf::splitter splitter = std::move(first);
    size_t len;
    char *data = read_file(argv[i + 1], &len);
    for (size_t at = 0; at < len; at += chunk) {
      splitter.push({data + at, len - at < chunk ? len - at : chunk});
      take(splitter);
    }
    free(data);
    splitter.finish();
    take(splitter);
    std::putchar('\n');
  }
  nutgraf::options options;
  options.language = "no tag";
  try {
    nutgraf::splitter none(options);
    CHECK(false);
  } catch (const nutgraf::error &error) {
    CHECK(error.status() == NUTGRAF_STATUS_INVALID_OPTION);
  }
  return 0;
}
