// What the test programs share: reading a file, checking, writing JSON to stdout. C11 and C++17.

#ifndef COMMON_H
#define COMMON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Ends the program with the place when a condition does not hold.
#define CHECK(condition)                                                           \
  do {                                                                             \
    if (!(condition)) {                                                            \
      fprintf(stderr, "%s:%d: CHECK(%s) failed\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                                     \
    }                                                                              \
  } while (0)

// A whole file; the caller frees it.
static inline char *read_file(const char *path, size_t *len) {
  FILE *file = fopen(path, "rb");
  CHECK(file != NULL);
  CHECK(fseek(file, 0, SEEK_END) == 0);
  const long size = ftell(file);
  CHECK(size >= 0);
  rewind(file);
  // One byte more, as malloc(0) may be NULL.
  char *data = (char *)malloc((size_t)size + 1);
  CHECK(data != NULL && fread(data, 1, (size_t)size, file) == (size_t)size);
  fclose(file);
  *len = (size_t)size;
  return data;
}

// Whether a file of the corpus is a page of HTML, by its name.
static inline bool is_page(const char *path) {
  const size_t len = strlen(path);
  return len >= 5 && strcmp(path + len - 5, ".html") == 0;
}

// Whether the next value needs a comma before it. The programs write from one thread.
static bool json_comma = false;

static inline void json_separate(void) {
  if (json_comma) putchar(',');
  json_comma = true;
}

// Opens an object or array: '{' or '['.
static inline void json_open(char bracket) {
  json_separate();
  putchar(bracket);
  json_comma = false;
}

static inline void json_close(char bracket) {
  putchar(bracket);
  json_comma = true;
}

static inline void json_text(const char *data, size_t len) {
  json_separate();
  putchar('"');
  for (size_t i = 0; i < len; i++) {
    const unsigned char c = (unsigned char)data[i];
    if (c == '"' || c == '\\') {
      printf("\\%c", c);
    } else if (c < 0x20) {
      printf("\\u%04x", c);
    } else {
      putchar(c);
    }
  }
  putchar('"');
}

static inline void json_key(const char *key) {
  json_text(key, strlen(key));
  putchar(':');
  json_comma = false;
}

static inline void json_count(uint64_t number) {
  json_separate();
  printf("%llu", (unsigned long long)number);
}

// The bits of a float, so that nothing is lost on the way.
static inline void json_float(float number) {
  uint32_t bits;
  memcpy(&bits, &number, sizeof bits);
  json_count(bits);
}

static inline void json_bool(bool value) {
  json_separate();
  fputs(value ? "true" : "false", stdout);
}

static inline void json_null(void) {
  json_separate();
  fputs("null", stdout);
}

#endif
