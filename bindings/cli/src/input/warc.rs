//! Records of WARC files (ISO 28500), and of the WET files that are made of them.

use std::io::{self, BufRead, Read};

use flate2::read::{GzDecoder, ZlibDecoder};
use nutgraf_batch::{Content, Document};

use super::bytes::PutBack;
use super::failed;

/// Bytes of a line of a header that are looked at, and lines of a header.
const LINE: usize = 64 << 10;
const LINES: usize = 1000;

/// Bytes that the header of an answer of HTTP may have beside its page.
const HTTP_HEADER: u64 = 1 << 20;

/// Bytes that are read a second time in search of records that a wrong length has swallowed, in all; a file that is nothing
/// but wrong lengths would be read again and again.
const AGAIN: usize = 256 << 20;

/// The pages and texts in a WARC file: answers of HTTP that brought one, resources and conversions. What is damaged is told
/// once, and the next record is read.
pub(crate) struct Warc<R> {
    input: PutBack<R>,
    /// Most bytes of a page.
    most: u64,
    /// Whether the start of the next record is to be looked for.
    lost: bool,
    /// Bytes that were put back.
    again: usize,
    ended: bool,
}

impl<R: BufRead> Warc<R> {
    pub(crate) fn new(input: PutBack<R>, most: u64) -> Self {
        Self { input, most, lost: false, again: 0, ended: false }
    }

    /// The next record of any kind; none at the end.
    fn record(&mut self) -> Result<Option<Record>, Damage> {
        let version = loop {
            let line = self.input.line(LINE)?;
            if line.is_empty() {
                return Ok(None);
            }
            if line.starts_with(b"WARC/") {
                break line;
            }
            if !self.lost && !line.trim_ascii().is_empty() {
                self.lost = true;
                return Err(Damage::new("no record begins where one should"));
            }
        };
        self.lost = false;
        let mut record = Record { header: version, ..Record::default() };
        let mut length = None;
        for _ in 0..LINES {
            let line = self.input.line(LINE)?;
            record.header.extend_from_slice(&line);
            if line.trim_ascii().is_empty() {
                break;
            }
            let Some((name, value)) = field(&line) else { continue };
            match name.to_ascii_lowercase().as_str() {
                "warc-type" => record.kind = value,
                "warc-target-uri" => record.url = Some(value.trim_matches(['<', '>']).to_owned()),
                "content-type" => record.content_type = Some(value),
                "content-length" => length = value.parse::<u64>().ok(),
                _ => {}
            }
        }
        let damage = |message: &str| Damage { url: record.url.clone(), message: message.to_owned() };
        let Some(length) = length else {
            self.lost = true;
            return Err(damage("its Content-Length is missing or no number"));
        };
        let wanted = matches!(record.kind.as_str(), "response" | "resource" | "conversion");
        let most = self.most.saturating_add(HTTP_HEADER);
        let too_long = length > most;
        let mut block = Vec::new();
        let mut rest = (&mut self.input).take(length);
        let read = match (wanted, too_long) {
            (true, false) => rest.read_to_end(&mut block).map(|read| read as u64),
            (true, true) => io::copy(&mut rest, &mut io::sink()),
            (false, _) => self.skip(length),
        };
        let url = record.url.clone();
        let of_url = |error: io::Error| Damage { url: url.clone(), message: error.to_string() };
        if read.map_err(of_url)? < length {
            // A length that is wrong may have swallowed others.
            self.look_in(&block);
            return Err(damage("it breaks off: it is shorter than its Content-Length"));
        }
        // Two line ends follow, and then the next record; that a compressed record is damaged shows at its very end.
        let mut parted = self.input.line(LINE).map_err(of_url)?;
        if !parted.trim_ascii().is_empty() {
            self.input.put_back(&parted);
            self.look_in(&block);
            return Err(damage("its length is not its Content-Length"));
        }
        parted.clear();
        self.input.peek(3).map_err(of_url)?;
        if wanted && too_long {
            return Err(damage(&format!("it has {length} bytes and the limit is {most}: raise --max-bytes")));
        }
        record.block = block;
        Ok(Some(record))
    }

    /// Passes over the content of a record that is none of ours, up to where it ends or the next record begins: a request or
    /// a note holds no others, so that its length is wrong then. How many bytes that were.
    fn skip(&mut self, length: u64) -> io::Result<u64> {
        const NEXT: &[u8] = b"\n\r\nWARC/";
        let mut skipped = 0;
        while skipped < length {
            let most = usize::try_from(length - skipped).unwrap_or(LINE).min(LINE);
            let bytes = self.input.peek(most)?;
            let (taken, ended) = match bytes.windows(NEXT.len()).position(|bytes| bytes == NEXT) {
                Some(at) => (at + 1, true),
                // The start of the next one may be cut.
                None if bytes.len() == LINE => (LINE - NEXT.len(), false),
                None => (bytes.len(), bytes.len() < most),
            };
            self.input.consume(taken);
            skipped += taken as u64;
            if ended {
                break;
            }
        }
        Ok(skipped)
    }

    /// Reads again what was taken for the content of a damaged record, if others begin in it.
    fn look_in(&mut self, block: &[u8]) {
        self.lost = true;
        let found = block.windows(6).position(|bytes| bytes == b"\nWARC/");
        if let Some(at) = found.filter(|_| self.again < AGAIN) {
            self.again += block.len() - at;
            self.input.put_back(&block[at + 1..]);
        }
    }
}

impl<R: BufRead> Iterator for Warc<R> {
    type Item = Document<'static>;

    fn next(&mut self) -> Option<Document<'static>> {
        while !self.ended {
            let record = match self.record() {
                Ok(Some(record)) => record,
                Ok(None) => {
                    self.ended = true;
                    break;
                }
                Err(damage) => return Some(Document { url: damage.url.map(Into::into), ..failed(damage.message) }),
            };
            let Record { header, kind, url, content_type, block } = record;
            let url = url.map(Into::into);
            let page = match kind.as_str() {
                "conversion" => return Some(Document::from(Ok(Content::Conversion([header, block].concat())))),
                "resource" => Ok(Some((block, content_type))),
                // What a look-up of a name answers is no page.
                "response" if content_type.as_deref().is_none_or(is_http) => answer(block, self.most),
                _ => continue,
            };
            match page {
                Ok(Some((page, kind))) if is_text(kind.as_deref(), &page) => {
                    let content_type = kind.map(Into::into);
                    return Some(Document { content: Ok(Content::Bytes(page.into())), url, content_type });
                }
                // No page, or one of another type.
                Ok(_) => {}
                Err(message) => return Some(Document { url, ..failed(message) }),
            }
        }
        None
    }
}

#[derive(Debug, Default)]
struct Record {
    header: Vec<u8>,
    kind: String,
    url: Option<String>,
    content_type: Option<String>,
    block: Vec<u8>,
}

/// What is wrong with a record.
struct Damage {
    url: Option<String>,
    message: String,
}

impl Damage {
    fn new(message: impl ToString) -> Self {
        Self { url: None, message: message.to_string() }
    }
}

impl From<io::Error> for Damage {
    fn from(error: io::Error) -> Self {
        Self::new(error)
    }
}

/// A field of a header.
fn field(line: &[u8]) -> Option<(&str, String)> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let name = std::str::from_utf8(&line[..colon]).ok()?.trim();
    Some((name, String::from_utf8_lossy(&line[colon + 1..]).trim().to_owned()))
}

/// Whether something is a page or a text: by its type, or where none is given by holding no byte that no text has.
fn is_text(content_type: Option<&str>, bytes: &[u8]) -> bool {
    let essence = content_type.map(|kind| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    match essence.as_deref() {
        Some("text/html" | "application/xhtml+xml" | "text/plain" | "text/markdown") => true,
        None | Some("" | "application/octet-stream" | "unknown/unknown") => {
            !bytes[..bytes.len().min(1024)].iter().any(|&byte| byte < 9 || (14..27).contains(&byte))
        }
        Some(_) => false,
    }
}

fn is_http(content_type: &str) -> bool {
    content_type.trim_start().to_ascii_lowercase().starts_with("application/http")
}

/// A page, and its `Content-Type`.
type Page = (Vec<u8>, Option<String>);

/// The page in an answer of HTTP, with its type; none where the answer is no page (a redirect, an error, a picture).
fn answer(block: Vec<u8>, most: u64) -> Result<Option<Page>, String> {
    let mut input = PutBack::new(&block[..]);
    let mut line = || input.line(LINE).unwrap_or_default();
    let status = line();
    let status = String::from_utf8_lossy(&status);
    let Some(code) = status.strip_prefix("HTTP/").and_then(|rest| rest.split_ascii_whitespace().nth(1)) else {
        return Err("its answer is no answer of HTTP".into());
    };
    if !code.starts_with('2') {
        return Ok(None);
    }
    let (mut content_type, mut encodings, mut chunked) = (None, Vec::new(), false);
    loop {
        let line = line();
        if line.trim_ascii().is_empty() {
            break;
        }
        let Some((name, value)) = field(&line) else { continue };
        match name.to_ascii_lowercase().as_str() {
            "content-type" => content_type = Some(value),
            "content-encoding" => encodings.extend(value.split(',').map(|name| name.trim().to_ascii_lowercase())),
            "transfer-encoding" => chunked = value.to_ascii_lowercase().contains("chunked"),
            _ => {}
        }
    }
    if !is_text(content_type.as_deref(), b"") {
        return Ok(None);
    }
    let mut page = Vec::new();
    // What is read of memory cannot fail.
    let _ = input.read_to_end(&mut page);
    if chunked {
        page = joined(&page).unwrap_or(page);
    }
    for encoding in encodings.iter().rev() {
        page = decoded(encoding, page, most)?;
    }
    Ok(Some((page, content_type)))
}

/// A body without the marks of its chunks; none where it has none, as many crawlers take them off and leave the header.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let (mut page, mut rest) = (Vec::with_capacity(body.len()), body);
    loop {
        let end = rest.iter().take(LINE).position(|&byte| byte == b'\n')?;
        let size = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = &rest[end + 1..];
        page.extend_from_slice(&rest[..size.min(rest.len())]);
        if size == 0 || size >= rest.len() {
            return Some(page);
        }
        rest = rest[size..].strip_prefix(b"\r\n").or_else(|| rest[size..].strip_prefix(b"\n"))?;
    }
}

/// Undoes a Content-Encoding, up to so many bytes; crawlers leave the header of what they have decoded, too.
fn decoded(encoding: &str, body: Vec<u8>, most: u64) -> Result<Vec<u8>, String> {
    /// Bytes that a body may have, however well it was compressed.
    const MOST: u64 = 1 << 30;
    let most = most.min(MOST);
    let mut page = Vec::new();
    let read = match encoding {
        "gzip" | "x-gzip" if body.starts_with(&[0x1F, 0x8B]) => {
            GzDecoder::new(&body[..]).take(most + 1).read_to_end(&mut page)
        }
        "deflate" if body.first().is_some_and(|first| first & 0x0F == 8) => {
            ZlibDecoder::new(&body[..]).take(most + 1).read_to_end(&mut page)
        }
        "br" if std::str::from_utf8(&body).is_err() => {
            brotli_decompressor::Decompressor::new(&body[..], 4096).take(most + 1).read_to_end(&mut page)
        }
        "zstd" if body.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) => zstd::stream::read::Decoder::new(&body[..])
            .and_then(|decoder| decoder.take(most + 1).read_to_end(&mut page)),
        _ => return Ok(body),
    };
    match read {
        Ok(_) if page.len() as u64 > most => Err(format!("it has more than {most} bytes when decoded, the limit")),
        Ok(_) => Ok(page),
        Err(error) => Err(format!("its Content-Encoding {encoding} is damaged: {error}")),
    }
}
