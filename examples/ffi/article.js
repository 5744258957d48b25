// Prints the article in a dump through the C interface, with koffi: npm install koffi && node article.js dump.txt

const fs = require('node:fs');
const koffi = require('koffi');

const BOILERPLATE = 2; // NUTGRAF_ROLE_BOILERPLATE

const library = koffi.load('libnutgraf.so.1');
koffi.opaque('nutgraf_article');
koffi.struct('nutgraf_str', { data: 'const void *', len: 'size_t' });
const Segment = koffi.struct('nutgraf_segment', { kind: 'uint32_t', role: 'uint32_t', rest: koffi.array('uint32_t', 18) });

const text = (str) => koffi.decode(str.data, 'char', Number(str.len));
const strings = (declaration) => {
  const call = library.func(declaration);
  return (...args) => text(call(...args));
};

const fromText = library.func(
  'uint32_t nutgraf_from_text(const void *data, size_t len, const void *options, _Out_ nutgraf_article **out)');
const free = library.func('void nutgraf_article_free(nutgraf_article *article)');
const statusMessage = strings('nutgraf_str nutgraf_status_message(uint32_t status)');
const kindName = strings('nutgraf_str nutgraf_kind_name(uint32_t kind)');
const title = strings('nutgraf_str nutgraf_article_title(const nutgraf_article *article)');
const authorCount = library.func('size_t nutgraf_article_author_count(const nutgraf_article *article)');
const author = strings('nutgraf_str nutgraf_article_author(const nutgraf_article *article, size_t index)');
const datePublished = strings('nutgraf_str nutgraf_article_date_published(const nutgraf_article *article)');
const body = strings('nutgraf_str nutgraf_article_text(const nutgraf_article *article)');
const segments = library.func('const void *nutgraf_article_segments(const nutgraf_article *article, _Out_ size_t *count)');
const segmentText = strings('nutgraf_str nutgraf_article_segment_text(const nutgraf_article *article, size_t index)');
const segmentReason = strings('nutgraf_str nutgraf_article_segment_reason(const nutgraf_article *article, size_t index)');

const dump = fs.readFileSync(process.argv[2]);
const out = [null];
const status = fromText(dump, dump.length, null, out);
if (status !== 0) throw new Error(statusMessage(status));
const article = out[0];
console.log(title(article));
for (let i = 0; i < authorCount(article); i++) console.log(`By ${author(article, i)}`);
console.log(`Published ${datePublished(article)}\n\n${body(article)}`);
const count = [0];
const all = koffi.decode(segments(article, count), Segment, Number(count[0]));
all.forEach((segment, index) => {
  const dropped = segmentText(article, index);
  if (segment.role !== BOILERPLATE || dropped === '') return;
  console.log(`\nLeft out: ${dropped}\nAs: ${kindName(segment.kind)}\nWhy: ${segmentReason(article, index)}`);
});
free(article); // All that was read from it is a copy by now.
