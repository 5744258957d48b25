// The same as articles.c in C++17, through nutgraf.hpp.
//   c++ -std=c++17 articles.cpp $(pkg-config --cflags --libs nutgraf) -o articles && ./articles page.html dump.txt
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "nutgraf.hpp"

static void line(std::string_view label, std::string_view text) {
  if (!text.empty()) std::cout << label << text << '\n';
}

static void print(const nutgraf::article &article) {
  line("", article.title());
  for (std::string_view author : article.authors()) line("By ", author);
  line("Published ", article.date_published());
  line("\n", article.text());
  for (nutgraf::segment segment : article.segments()) {
    if (segment.role() != NUTGRAF_ROLE_BOILERPLATE || segment.text().empty()) continue;
    line("\nLeft out: ", segment.text());
    line("As: ", nutgraf::name(segment.kind()));
    line("Why: ", segment.reason());
  }
}

static void print_page(std::istream &file) {
  const std::string page(std::istreambuf_iterator<char>(file), {});
  print(nutgraf::from_html(page));
}

static void print_texts(std::istream &file) {
  nutgraf::splitter splitter;
  for (std::string chunk(1 << 16, '\0'); file;) {
    file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    splitter.push({chunk.data(), static_cast<std::size_t>(file.gcount())});
    if (!file) splitter.finish();
    while (std::optional<nutgraf::article> article = splitter.next()) print(*article);
  }
}

int main(int argc, char **argv) {
  int failures = 0;
  for (int i = 1; i < argc; ++i) {  // One that fails stops no other.
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) return std::cerr << argv[i] << ": cannot be read\n", 2;
    try {
      std::string_view(argv[i]).find(".html") != std::string_view::npos ? print_page(file) : print_texts(file);
    } catch (const nutgraf::error &error) {
      std::cerr << argv[i] << ": " << error.what() << '\n';
      ++failures;
    }
  }
  return failures > 0;
}
