//! From bytes to text, and the way back from an offset of the text to the byte that it came from.

mod declared;

use std::borrow::Cow;

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
#[derive(Debug, Default)]
pub(crate) struct SourceMap {
    /// (offset in the text, offset in the input), sorted.
    steps: Vec<(u32, u32)>,
}

impl SourceMap {
    fn from(bom: usize) -> Self {
        Self { steps: vec![(0, bom as u32)] }
    }

    fn step(&mut self, text: usize, input: usize) {
        let goes_on = self.steps.last().is_some_and(|&(t, i)| text as u32 - t == input as u32 - i);
        if !goes_on {
            self.steps.push((text as u32, input as u32));
        }
    }

    /// The range of the input that a range of the text came from.
    pub(crate) fn input(&self, span: Span) -> Span {
        Span { start: self.input_offset(span.start), end: self.input_offset(span.end) }
    }

    /// Offset in the input of an offset in the text, which lies on a character boundary.
    fn input_offset(&self, text: u32) -> u32 {
        match self.steps[..] {
            [] => text,
            [(_, input)] => input + text,
            _ => {
                let (from, input) = self.steps[self.steps.partition_point(|&(t, _)| t <= text).max(1) - 1];
                input + (text - from)
            }
        }
    }
}

/// Takes a byte order mark off text that is decoded already.
pub(crate) fn decoded(text: &str) -> Decoded<'_> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let source = SourceMap::from(text.len() - body.len());
    Decoded { text: Cow::Borrowed(body), encoding: UTF_8.name(), source, replaced: None }
}

/// Decodes bytes: by their byte order mark, the caller's `encoding`, the `charset` of the content type, what a page
/// declares, as UTF-8 where they are UTF-8, and else by what chardetng makes of a prefix.
pub(crate) fn decode<'a>(reader: &Reader, bytes: &'a [u8], form: Form) -> Result<Decoded<'a>, Error> {
    let declared = match &reader.encoding {
        Some(label) => Some(Encoding::for_label(label.as_bytes()).ok_or_else(|| Inner::InvalidOption {
            name: "encoding",
            value: label.clone(),
            expected: "a label of the WHATWG Encoding Standard, such as utf-8 or windows-1252",
        })?),
        None => reader.content_type.as_deref().and_then(charset),
    };
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
    let encoding = encoding.unwrap_or_else(|| match form {
        Form::Text => guess(body),
        // The scripts and styles that a page begins with say nothing, and there may be much of them.
        Form::Html => guess(&body[Encoding::ascii_valid_up_to(body)..]),
    });
    Ok(if encoding == UTF_8 { decode_utf8(body, bom) } else { decode_legacy(encoding, body, bom) })
}

/// The `charset` parameter of a content type.
fn charset(content_type: &str) -> Option<&'static Encoding> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let (_, label) = parameters.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Encoding::for_label(label.trim().trim_matches(['"', '\'']).as_bytes())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let prefix = &bytes[..bytes.len().min(DETECTION_PREFIX)];
    // A text of which most bytes are UTF-8 is UTF-8 with a few broken ones.
    let (mut good, mut broken) = (0, 0);
    for chunk in prefix.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
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

fn decode_utf8(bytes: &[u8], bom: usize) -> Decoded<'static> {
    let mut text = String::with_capacity(bytes.len() + 16);
    let (mut source, mut replaced, mut at) = (SourceMap::from(bom), None, 0);
    for chunk in bytes.utf8_chunks() {
        source.step(text.len(), bom + at);
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            count(&mut replaced, text.len());
            source.step(text.len(), bom + at);
            text.push(char::REPLACEMENT_CHARACTER);
            at += chunk.invalid().len();
        }
    }
    source.step(text.len(), bom + at);
    Decoded { text: Cow::Owned(text), encoding: UTF_8.name(), source, replaced }
}

fn count(replaced: &mut Option<(usize, usize)>, at: usize) {
    replaced.get_or_insert((at, 0)).1 += 1;
}

/// Decodes byte by byte where a byte is not ASCII, so that every character knows where it began.
fn decode_legacy(encoding: &'static Encoding, bytes: &[u8], bom: usize) -> Decoded<'static> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut source, mut replaced) = (SourceMap::from(bom), None);
    // By way of a buffer: what decodes into a `String` touches all of its capacity.
    let mut feed = |bytes: &[u8], text: &mut String, last| {
        let mut buffer = [0; 32];
        let (_, _, written, errors) = decoder.decode_to_utf8(bytes, &mut buffer, last);
        text.push_str(std::str::from_utf8(&buffer[..written]).unwrap_or_default());
        errors
    };
    // Where the sequence that the decoder is in began.
    let (mut at, mut began) = (0, 0);
    while at < bytes.len() {
        if at == began && encoding.is_ascii_compatible() {
            let ascii = Encoding::ascii_valid_up_to(&bytes[at..]);
            if ascii > 0 {
                source.step(text.len(), bom + at);
                text.push_str(std::str::from_utf8(&bytes[at..at + ascii]).unwrap_or_default());
                at += ascii;
                began = at;
                continue;
            }
        }
        let before = text.len();
        let errors = feed(&bytes[at..=at], &mut text, false);
        at += 1;
        if text.len() > before {
            source.step(before, bom + began);
            if errors {
                count(&mut replaced, before);
                // What broke a sequence off is read again, and stands for itself.
                let again = text.as_bytes()[before..].iter().rev().take_while(|byte| byte.is_ascii()).count();
                source.step(text.len() - again, bom + at - again);
            }
            began = at;
        }
    }
    let before = text.len();
    let errors = feed(&[], &mut text, true);
    if errors {
        count(&mut replaced, before);
        source.step(before, bom + began);
    }
    source.step(text.len(), bom + at);
    Decoded { text: Cow::Owned(text), encoding: encoding.name(), source, replaced }
}

#[cfg(test)]
#[path = "../../tests/html/encoding.rs"]
mod tests;
