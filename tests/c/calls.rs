//! Calls of the C interface in any order, with any arguments that its contract allows, as bytes say them. Views are
//! called from several threads at once, which all have to see the same.

use std::ffi::c_char;
use std::mem::size_of;
use std::ptr::{null, null_mut};

use nutgraf::model::Span;
use nutgraf_c::*;

const THREADS: usize = 3;
const SLOTS: usize = 3;

/// Inputs that bytes at random would not come to.
const INPUTS: [&str; 5] = [
    "As Rivers Rise, a Town Looks Up\n\nBy Jane Roe\n\nMar 23, 2020 | 10:00 GMT\n\nThe river came over its bank at four \
     in the morning, and by five the main street was under water. Naïve 🦀 say no.\n\nSign up for our newsletter\n",
    "<nav><a href=/>Home</a></nav><h1>A Town</h1><ul><li>one<li>two</ul><table><tr><th>a<td>b</table><p>The river \
     <a href=/r>came over</a> its bank at <em>four</em>.<img src=x alt=y><pre>code</pre>",
    "==> a <==\nA line.\n\n==> b <==\nA second line, which goes on.\n",
    "From jane@example.org Tue Jan 11 10:15:00 2011\nFrom: Jane Roe <jane@example.org>\nSubject: The river\n\nIt rose.\n",
    "",
];

/// Runs what the bytes say.
pub(crate) fn run(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let mut slots: [Slot; SLOTS] = Default::default();
    let mut views = Vec::new();
    while !bytes.0.is_empty() {
        let call = bytes.byte();
        if call >= 128 {
            views.push(View::of(&mut bytes));
            continue;
        }
        look(&slots, &views);
        views.clear();
        let slot = &mut slots[usize::from(bytes.byte()) % SLOTS];
        // SAFETY: pointers are NULL or to what lives for the call, and of the length that is said.
        unsafe { slot.change(call, &mut bytes) };
    }
    look(&slots, &views);
}

/// Calls views from several threads, each beginning with another one.
fn look(slots: &[Slot; SLOTS], views: &[View]) {
    if views.is_empty() {
        return;
    }
    let articles = slots.each_ref().map(|slot| Shared(slot.article));
    let seen: Vec<Vec<u64>> = std::thread::scope(|scope| {
        let look = |first: usize| {
            let articles = &articles;
            let order = (0..views.len()).map(move |at| (at + first) % views.len());
            // SAFETY: the articles live, and none is freed, until all threads have ended.
            let mut seen: Vec<(usize, u64)> =
                order.map(|at| (at, unsafe { views[at].call(articles[views[at].slot].0) })).collect();
            seen.sort_unstable();
            seen.into_iter().map(|(_, digest)| digest).collect()
        };
        let threads: Vec<_> = (1..THREADS).map(|thread| scope.spawn(move || look(thread * 7))).collect();
        let mut all = vec![look(0)];
        all.extend(threads.into_iter().map(|thread| thread.join().expect("no view panics")));
        all
    });
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "all threads see the same");
}

#[derive(Clone, Copy)]
struct Shared(*const nutgraf_article);

// SAFETY: the contract of the header: an article may be used from any number of threads.
unsafe impl Sync for Shared {}

/// An article and a splitter, of which each may be none.
struct Slot {
    article: *mut nutgraf_article,
    splitter: *mut nutgraf_splitter,
}

impl Default for Slot {
    fn default() -> Self {
        Self { article: null_mut(), splitter: null_mut() }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        // SAFETY: each is NULL or of the library, and freed here alone.
        unsafe {
            nutgraf_article_free(self.article);
            nutgraf_splitter_free(self.splitter);
        }
    }
}

impl Slot {
    unsafe fn change(&mut self, call: u8, bytes: &mut Bytes<'_>) {
        unsafe {
            let mut message = nutgraf_string { data: null_mut(), len: 0 };
            match call % 8 {
                0..=2 => {
                    nutgraf_article_free(self.article);
                    let read = [nutgraf_from_text, nutgraf_from_html, nutgraf_from_json][usize::from(call % 3)];
                    let (data, len) = bytes.input();
                    let status = bytes.options(&mut message, |options| read(data, len, options, &mut self.article));
                    is_known(status);
                    assert_eq!(status == nutgraf_status::Ok, !self.article.is_null());
                }
                3 => {
                    nutgraf_splitter_free(self.splitter);
                    let status =
                        bytes.options(&mut message, |options| nutgraf_splitter_new(options, &mut self.splitter));
                    is_known(status);
                    assert_eq!(status == nutgraf_status::Ok, !self.splitter.is_null());
                }
                4 => {
                    let (data, len) = bytes.input();
                    is_known(nutgraf_splitter_push(self.splitter, data, len));
                }
                5 => is_known(nutgraf_splitter_finish(self.splitter)),
                6 => {
                    nutgraf_article_free(self.article);
                    is_known(nutgraf_splitter_next(self.splitter, &mut message, &mut self.article));
                }
                _ => {
                    // Through JSON and back it is the same.
                    let (mut json, mut again) = (none(), none());
                    let render =
                        |article, out| nutgraf_article_render(article, nutgraf::Format::Json as u32, null(), out);
                    if render(self.article, &mut json) == nutgraf_status::Ok {
                        nutgraf_article_free(self.article);
                        is_known(nutgraf_from_json(json.data, json.len, null(), &mut self.article));
                        assert_eq!(render(self.article, &mut again), nutgraf_status::Ok);
                        assert!(owned(&json) == owned(&again));
                    }
                    nutgraf_string_free(&mut json);
                    nutgraf_string_free(&mut again);
                }
            }
            nutgraf_string_free(&mut message);
            nutgraf_string_free(&mut message);
        }
    }
}

/// A call that changes nothing, with its arguments.
struct View {
    slot: usize,
    which: u8,
    numbers: [usize; 2],
    small: [u32; 2],
    capacity: usize,
}

impl View {
    fn of(bytes: &mut Bytes<'_>) -> Self {
        Self {
            slot: usize::from(bytes.byte()) % SLOTS,
            which: bytes.byte(),
            numbers: [bytes.number(), bytes.number()],
            small: [bytes.number() as u32, bytes.number() as u32],
            capacity: usize::from(bytes.byte() % 9),
        }
    }

    /// What it gives, as one number.
    unsafe fn call(&self, a: *const nutgraf_article) -> u64 {
        let ([n, m], [s, t]) = (self.numbers, self.small);
        let mut spans = [Span::NONE; 8];
        let mut indices = [0; 8];
        let room = self.capacity.min(8);
        unsafe {
            match self.which % 24 {
                0 => text(nutgraf_article_title(a)) + nutgraf_article_author_count(a) as u64,
                1 => text(nutgraf_article_author(a, n)),
                2 => text(nutgraf_article_date_published(a)) + text(nutgraf_article_date_modified(a)),
                3 => text(nutgraf_article_publisher(a)) + text(nutgraf_article_language(a)),
                4 => text(nutgraf_article_page_type(a)) + text(nutgraf_article_value(a, s)),
                5 => nutgraf_article_is_accessible_for_free(a) as u64 + nutgraf_article_access_status(a) as u64,
                6 => u64::from(nutgraf_article_confidence(a).to_bits()) + nutgraf_article_source_unit(a) as u64,
                7 => text(nutgraf_article_document(a)) + text(nutgraf_article_text(a)),
                8 => {
                    array(|count| nutgraf_article_segments(a, count)) + array(|count| nutgraf_article_reasons(a, count))
                }
                9 => array(|count| nutgraf_article_marks(a, count)) + array(|count| nutgraf_article_warnings(a, count)),
                10 => {
                    array(|count| nutgraf_article_facts(a, count))
                        + array(|count| nutgraf_article_facts_of(a, s, count))
                }
                11 => text(nutgraf_article_str(a, Span { start: s, end: t })),
                12 => text(nutgraf_article_segment_text(a, n)) + text(nutgraf_article_segment_reason(a, n)),
                13 => {
                    array(|count| nutgraf_article_sections(a, count))
                        + array(|count| nutgraf_article_paragraphs(a, count))
                }
                14 => array(|count| nutgraf_article_sentences(a, count)),
                15 => array(|count| nutgraf_article_words(a, count)) + nutgraf_article_word_count(a) as u64,
                16 => u64::from(nutgraf_article_reading_time(a)),
                17 => {
                    let marks =
                        nutgraf_article_links(a, indices.as_mut_ptr(), room) + nutgraf_article_images(a, null_mut(), n);
                    let tables = nutgraf_article_tables(a, indices.as_mut_ptr(), room);
                    digest(&indices) + (marks + tables) as u64
                }
                18 => nutgraf_article_locate(a, n, m, spans.as_mut_ptr(), room) as u64 + digest(&spans),
                19 => {
                    let index = s as usize;
                    nutgraf_article_segment_locate(a, index, n, m, spans.as_mut_ptr(), room) as u64 + digest(&spans)
                }
                20 => {
                    let mut out = 0;
                    is_known(nutgraf_article_convert_offset(a, n, s % 5, t % 5, &mut out));
                    out as u64
                }
                21 => {
                    let mut out = none();
                    let mut options = nutgraf_render_options { size: 0, offset_unit: 0, reserved: [0; 5] };
                    is_known(nutgraf_render_options_init(&mut options, size_of::<nutgraf_render_options>()));
                    options.offset_unit = t % 4;
                    let status = nutgraf_article_render(a, s % 9, if n % 2 == 0 { null() } else { &options }, &mut out);
                    is_known(status);
                    assert_eq!(status == nutgraf_status::Ok, !out.data.is_null());
                    let sum = digest(owned(&out));
                    nutgraf_string_free(&mut out);
                    sum
                }
                22 => {
                    let input = INPUTS[n % INPUTS.len()];
                    let language = nutgraf_str { data: "de".as_ptr().cast(), len: m % 3 };
                    let data = input.as_ptr().cast();
                    nutgraf_split_sentences(data, input.len(), language, spans.as_mut_ptr(), room) as u64
                        + digest(&spans)
                }
                _ => {
                    [
                        nutgraf_role_name(s),
                        nutgraf_kind_name(s),
                        nutgraf_mark_kind_name(s),
                        nutgraf_field_name(s),
                        nutgraf_origin_name(s),
                        nutgraf_warning_kind_name(s),
                        nutgraf_evidence_name(s),
                        nutgraf_access_status_name(s),
                        nutgraf_focus_name(s),
                        nutgraf_archive_format_name(s),
                        nutgraf_format_name(s),
                        nutgraf_offset_unit_name(s),
                        nutgraf_evidence_description(s),
                        nutgraf_status_message(s),
                    ]
                    .into_iter()
                    .map(|name| text(name))
                    .sum::<u64>()
                        + u64::from(nutgraf_kind_is_container(s))
                }
            }
        }
    }
}

fn none() -> nutgraf_string {
    nutgraf_string { data: null_mut(), len: 0 }
}

/// A status that the library explains.
fn is_known(status: nutgraf_status) {
    assert!(nutgraf_status_message(status as u32).len > 0);
    assert!(status != nutgraf_status::Panic, "a panic was caught");
}

unsafe fn owned(string: &nutgraf_string) -> &[u8] {
    if string.data.is_null() {
        return &[];
    }
    unsafe { std::slice::from_raw_parts(string.data.cast(), string.len) }
}

/// A lent string is UTF-8 and never NULL.
unsafe fn text(string: nutgraf_str) -> u64 {
    assert!(!string.data.is_null());
    let bytes: &[u8] = unsafe { std::slice::from_raw_parts(string.data.cast(), string.len) };
    assert!(std::str::from_utf8(bytes).is_ok());
    digest(bytes)
}

/// A lent array is aligned and never NULL, and its count may go nowhere.
unsafe fn array<T>(get: impl Fn(*mut usize) -> *const T) -> u64 {
    let mut count = usize::MAX;
    let data = get(&mut count);
    assert!(!data.is_null() && data.is_aligned() && data == get(null_mut()));
    digest(unsafe { std::slice::from_raw_parts(data, count) })
}

/// FNV-1a of the bytes of plain structs without padding.
fn digest<T>(all: &[T]) -> u64 {
    // SAFETY: any initialised memory is bytes.
    let bytes = unsafe { std::slice::from_raw_parts(all.as_ptr().cast::<u8>(), size_of_val(all)) };
    bytes
        .iter()
        .fold(14_695_981_039_346_656_037, |sum: u64, &byte| (sum ^ u64::from(byte)).wrapping_mul(1_099_511_628_211))
        >> 8
}

/// Bytes that decide.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// A small number, most of the time, or one at an edge.
    fn number(&mut self) -> usize {
        match self.byte() {
            255 => usize::MAX,
            254 => usize::MAX / 2,
            253 => u32::MAX as usize,
            252 => (u32::MAX as usize) + 1,
            251 => 100 + usize::from(self.byte()),
            byte @ 240.. => 100 * usize::from(byte - 239),
            byte => byte.into(),
        }
    }

    /// Bytes of these themselves, an input of ours, or NULL and 0.
    fn input(&mut self) -> (*const c_char, usize) {
        let input: &[u8] = match self.byte() {
            255 => return (null(), 0),
            byte @ 128.. => INPUTS[usize::from(byte) % INPUTS.len()].as_bytes(),
            byte => {
                let (own, rest) = self.0.split_at(usize::from(byte).min(self.0.len()));
                self.0 = rest;
                own
            }
        };
        (input.as_ptr().cast(), input.len())
    }

    fn string(&mut self) -> nutgraf_str {
        match self.byte() {
            0..=127 => nutgraf_str { data: null(), len: 0 },
            byte @ 128..=200 => {
                let known = ["en", "utf-8", "text/html; charset=big5", "2024-05-03", "https://example.org/a", ""];
                let known = known[usize::from(byte) % known.len()];
                nutgraf_str { data: known.as_ptr().cast(), len: known.len() }
            }
            _ => {
                let (data, len) = self.input();
                nutgraf_str { data, len }
            }
        }
    }

    /// Calls with NULL or with options, of which any may be what it cannot be.
    unsafe fn options(
        &mut self,
        message: *mut nutgraf_string,
        call: impl FnOnce(*const nutgraf_options) -> nutgraf_status,
    ) -> nutgraf_status {
        if self.byte() < 128 {
            return call(null());
        }
        // Memory of a later version of the struct, of which this one knows the first part.
        #[repr(C)]
        struct Later(nutgraf_options, [u64; 4]);
        let mut memory = std::mem::MaybeUninit::<Later>::uninit();
        let size = [size_of::<nutgraf_options>(), size_of::<Later>()][usize::from(self.byte()) % 2];
        let kinds = [self.number() as u32, 101, 100];
        unsafe {
            let options: *mut nutgraf_options = memory.as_mut_ptr().cast();
            is_known(nutgraf_options_init(options, size));
            let o = &mut *options;
            o.message = message;
            o.url = self.string();
            o.content_type = self.string();
            o.encoding = self.string();
            o.language = self.string();
            o.reference_date = self.string();
            match self.byte() {
                0..=127 => {}
                byte => (o.body_kinds, o.body_kind_count) = (kinds.as_ptr(), usize::from(byte) % 4),
            }
            o.max_bytes = u64::from(self.byte()) * 3;
            o.focus = u32::from(self.byte() % 4);
            o.format = u32::from(self.byte() % 11);
            o.reserved[5] = u32::from(self.byte() == 255);
            if self.byte() == 255 {
                // A size that is of no version.
                o.size = self.number().min(size);
            }
            call(options)
        }
    }
}
