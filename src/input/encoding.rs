//! From bytes to text, and the way back from an offset of the text to the byte that it came from.

mod declared;

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_8};

use crate::error::{Error, Inner};
use crate::model::Span;
use crate::options::Reader;

/// Bytes that a guess at the encoding looks at, at most.
const DETECTION_PREFIX: usize = 64 * 1024;

/// What is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Plain text.
    Text,
    /// A page, which may declare its encoding.
    Html,
}

/// A decoded input.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// WHATWG name of the encoding.
    pub(crate) encoding: &'static str,
    pub(crate) source: SourceMap,
    /// Offset in the text of the first character that was put in place of bytes that are none, and their number.
    pub(crate) replaced: Option<(usize, usize)>,
}

/// Where each character of the text began in the input: between two steps, byte for byte.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceMap {
    /// (offset in the text, offset in the input), sorted.
    steps: Vec<(u32, u32)>,
}

impl SourceMap {
    pub(crate) fn from(bom: usize) -> Self {
        Self { steps: vec![(0, bom as u32)] }
    }

    pub(crate) fn step(&mut self, text: usize, input: usize) {
        let goes_on = self.steps.last().is_some_and(|&(t, i)| text as u32 - t == (input as u32).wrapping_sub(i));
        if !goes_on {
            self.steps.push((text as u32, input as u32));
        }
    }

    /// The range of the input that a range of the text came from.
    pub(crate) fn input(&self, span: Span) -> Span {
        Span { start: self.input_offset(span.start), end: self.input_offset(span.end) }
    }

    /// Offset in the input of an offset in the text, which lies on a character boundary.
    pub(crate) fn input_offset(&self, text: u32) -> u32 {
        match self.steps[..] {
            [] => text,
            [(_, input)] => input + text,
            _ => {
                let (from, input) = self.steps[self.within(text)];
                input + (text - from)
            }
        }
    }

    /// Offset in the text of the last character that began at an offset of the input or before it.
    pub(crate) fn text_offset(&self, input: u32) -> u32 {
        let step = self.steps.partition_point(|&(_, i)| i <= input).max(1) - 1;
        let Some(&(text, from)) = self.steps.get(step) else { return input };
        let most = self.steps.get(step + 1).map_or(u32::MAX, |&(next, _)| next);
        (text + input.saturating_sub(from)).min(most)
    }

    /// The same for the text from an offset on, up to another.
    pub(crate) fn part(&self, text: Range<usize>) -> Self {
        let (start, end) = (text.start as u32, text.end as u32);
        let first = (start, self.input_offset(start));
        let rest = self.steps[self.within(start)..].iter().skip(1).take_while(|&&(text, _)| text <= end);
        let steps = std::iter::once(first).chain(rest.copied().filter(|&(text, _)| text > start));
        Self { steps: steps.map(|(text, input)| (text - start, input)).collect() }
    }

    /// The same counted from where the text begins in the input.
    pub(crate) fn relative(mut self) -> Self {
        let start = self.steps.first().map_or(0, |&(_, input)| input);
        self.steps.iter_mut().for_each(|(_, input)| *input -= start);
        self
    }

    /// Forgets what came before an offset of the text, from which the text counts now.
    pub(crate) fn drain(&mut self, text: usize) {
        let first = (text as u32, self.input_offset(text as u32));
        self.steps.drain(..self.within(text as u32));
        self.steps[0] = first;
        self.steps.iter_mut().for_each(|(offset, _)| *offset -= text as u32);
    }

    /// Index of the step that an offset of the text lies behind.
    fn within(&self, text: u32) -> usize {
        self.steps.partition_point(|&(t, _)| t <= text).max(1) - 1
    }
}

/// Takes a byte order mark off text that is decoded already.
pub(crate) fn decoded(text: &str) -> Decoded<'_> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let source = SourceMap::from(text.len() - body.len());
    Decoded { text: Cow::Borrowed(body), encoding: UTF_8.name(), source, replaced: None }
}

/// Decodes bytes: by their byte order mark, the caller's `encoding`, the `charset` of the content type, what a page
/// declares, as UTF-8 where they are UTF-8, and else by what chardetng makes of a part of them.
pub(crate) fn decode<'a>(reader: &Reader, bytes: &'a [u8], form: Form) -> Result<Decoded<'a>, Error> {
    let declared = declared_by(reader)?;
    let (encoding, bom) = match Encoding::for_bom(bytes) {
        Some((encoding, bom)) => (Some(encoding), bom),
        None if form == Form::Html => (declared.or_else(|| declared::by_page(bytes)), 0),
        None => (declared, 0),
    };
    let body = &bytes[bom..];
    if encoding.is_none_or(|encoding| encoding == UTF_8)
        && let Ok(text) = std::str::from_utf8(body)
    {
        return Ok(Decoded {
            text: Cow::Borrowed(text),
            encoding: UTF_8.name(),
            source: SourceMap::from(bom),
            replaced: None,
        });
    }
    let encoding = encoding.unwrap_or_else(|| guess(&body[Encoding::ascii_valid_up_to(body)..]));
    let mut out = Text::new(bom);
    out.text.reserve(body.len() + if encoding == UTF_8 { 16 } else { body.len() / 2 });
    Decoder::new(encoding, bom).feed(body, true, &mut out);
    let replaced = out.replaced.first().map(|&first| (first as usize, out.replaced.len()));
    Ok(Decoded { text: Cow::Owned(out.text), encoding: encoding.name(), source: out.source, replaced })
}

/// The encoding that the options say.
pub(crate) fn declared_by(reader: &Reader) -> Result<Option<&'static Encoding>, Error> {
    Ok(match &reader.encoding {
        Some(label) => Some(Encoding::for_label(label.as_bytes()).ok_or_else(|| Inner::InvalidOption {
            name: "encoding",
            value: label.clone(),
            expected: "a label of the WHATWG Encoding Standard, such as utf-8 or windows-1252",
        })?),
        None => reader.content_type.as_deref().and_then(charset),
    })
}

/// The `charset` parameter of a content type.
fn charset(content_type: &str) -> Option<&'static Encoding> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let (_, label) = parameters.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Encoding::for_label(label.trim().trim_matches(['"', '\'']).as_bytes())
}

/// What bytes look like, of which the first is not ASCII: what is ASCII, such as the scripts and styles that a page begins
/// with, says nothing, and there may be much of it.
pub(crate) fn guess(bytes: &[u8]) -> &'static Encoding {
    let prefix = &bytes[..bytes.len().min(DETECTION_PREFIX)];
    // A text of which most bytes are UTF-8 is UTF-8 with a few broken ones.
    let (mut good, mut broken) = (0, 0);
    for chunk in prefix.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // A character that the end of the prefix cuts is not broken.
    if prefix.len() < bytes.len() && std::str::from_utf8(prefix).is_err_and(|error| error.error_len().is_none()) {
        broken -= 1;
    }
    if good > broken * 4 {
        return UTF_8;
    }
    // Bytes from 0xC0 on are the letters of the single-byte encodings of Europe. Where none stands, what stands are the
    // quotation marks, dashes and signs of windows-1252, and a guess at the language would be one.
    if prefix.iter().all(|&byte| byte < 0xC0) && !prefix.contains(&0x1B) {
        return encoding_rs::WINDOWS_1252;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(prefix, prefix.len() == bytes.len());
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// Text that bytes were decoded to.
#[derive(Debug, Default)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) source: SourceMap,
    /// Offsets in the text of the characters that were put in place of bytes that are none.
    pub(crate) replaced: Vec<u32>,
}

impl Text {
    /// The text of an input behind its byte order mark of so many bytes.
    pub(crate) fn new(bom: usize) -> Self {
        Self { text: String::new(), source: SourceMap::from(bom), replaced: Vec::new() }
    }

    fn count(&mut self, at: usize) {
        self.replaced.push(at as u32);
    }
}

impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoder").field("encoding", &self.encoding).field("at", &self.at).finish_non_exhaustive()
    }
}

/// Decodes bytes as they come.
pub(crate) struct Decoder {
    encoding: &'static Encoding,
    /// For what is not UTF-8: byte by byte where a byte is not ASCII, so that every character knows where it began.
    decoder: encoding_rs::Decoder,
    /// Of an encoding of single bytes, the characters of those that are not ASCII.
    table: Option<Box<[char; 128]>>,
    /// Bytes of a character of UTF-8 whose others are still to come.
    carry: Vec<u8>,
    /// Offset of the next byte in the input.
    at: usize,
    /// Where the sequence that the decoder is in began.
    began: usize,
}

impl Decoder {
    /// For bytes from an offset of the input on.
    pub(crate) fn new(encoding: &'static Encoding, at: usize) -> Self {
        let decoder = encoding.new_decoder_without_bom_handling();
        let table = encoding.is_single_byte().then(|| {
            let character = |byte: u8| encoding.decode_without_bom_handling(&[byte]).0.chars().next();
            Box::new(std::array::from_fn(|at| character(0x80 + at as u8).unwrap_or(char::REPLACEMENT_CHARACTER)))
        });
        Self { encoding, decoder, table, carry: Vec::new(), at, began: at }
    }

    /// WHATWG name of the encoding.
    pub(crate) fn name(&self) -> &'static str {
        self.encoding.name()
    }

    /// Decodes the next bytes, which may be the last.
    pub(crate) fn feed(&mut self, bytes: &[u8], last: bool, out: &mut Text) {
        if self.encoding != UTF_8 {
            return self.legacy(bytes, last, out);
        }
        if self.carry.is_empty() {
            return self.utf8(bytes, last, out);
        }
        let mut joined = std::mem::take(&mut self.carry);
        joined.extend_from_slice(bytes);
        self.utf8(&joined, last, out);
    }

    fn utf8(&mut self, mut bytes: &[u8], last: bool, out: &mut Text) {
        while !bytes.is_empty() {
            let (valid, invalid) = match std::str::from_utf8(bytes) {
                Ok(_) => (bytes.len(), 0),
                Err(error) => (error.valid_up_to(), error.error_len().unwrap_or(bytes.len() - error.valid_up_to())),
            };
            out.source.step(out.text.len(), self.at);
            out.text.push_str(std::str::from_utf8(&bytes[..valid]).unwrap_or_default());
            self.at += valid;
            bytes = &bytes[valid..];
            if invalid == 0 {
                break;
            }
            if !last && bytes.len() == invalid && std::str::from_utf8(bytes).is_err_and(|e| e.error_len().is_none()) {
                self.carry = bytes.to_vec();
                break;
            }
            out.count(out.text.len());
            out.source.step(out.text.len(), self.at);
            out.text.push(char::REPLACEMENT_CHARACTER);
            self.at += invalid;
            bytes = &bytes[invalid..];
        }
        if last {
            out.source.step(out.text.len(), self.at);
        }
    }

    fn legacy(&mut self, bytes: &[u8], last: bool, out: &mut Text) {
        let base = self.at;
        while self.at - base < bytes.len() {
            let at = self.at - base;
            if self.at == self.began && self.encoding.is_ascii_compatible() {
                let ascii = Encoding::ascii_valid_up_to(&bytes[at..]);
                if ascii > 0 {
                    out.source.step(out.text.len(), self.at);
                    out.text.push_str(std::str::from_utf8(&bytes[at..at + ascii]).unwrap_or_default());
                    self.at += ascii;
                    self.began = self.at;
                    continue;
                }
            }
            if let Some(table) = &self.table {
                let c = table[usize::from(bytes[at] & 0x7F)];
                if c == char::REPLACEMENT_CHARACTER {
                    out.count(out.text.len());
                }
                out.source.step(out.text.len(), self.at);
                out.text.push(c);
                self.at += 1;
                self.began = self.at;
                continue;
            }
            let before = out.text.len();
            let errors = self.decode(&bytes[at..=at], false, &mut out.text);
            self.at += 1;
            if out.text.len() > before {
                out.source.step(before, self.began);
                if errors {
                    out.count(before);
                    // What broke a sequence off is read again, and stands for itself.
                    let again = out.text.as_bytes()[before..].iter().rev().take_while(|byte| byte.is_ascii()).count();
                    out.source.step(out.text.len() - again, self.at - again);
                }
                self.began = self.at;
            }
        }
        if last {
            let before = out.text.len();
            if self.decode(&[], true, &mut out.text) {
                out.count(before);
                out.source.step(before, self.began);
            }
            out.source.step(out.text.len(), self.at);
        }
    }

    /// By way of a buffer: what decodes into a `String` touches all of its capacity.
    fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) -> bool {
        let mut buffer = [0; 32];
        let (_, _, written, errors) = self.decoder.decode_to_utf8(bytes, &mut buffer, last);
        text.push_str(std::str::from_utf8(&buffer[..written]).unwrap_or_default());
        errors
    }
}

#[cfg(test)]
#[path = "../../tests/html/encoding.rs"]
mod tests;
