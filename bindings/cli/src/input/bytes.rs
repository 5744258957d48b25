//! Bytes of a file, decompressed where they are compressed, past damage where there is some.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;
use zstd::stream::read::Decoder as ZstdDecoder;

/// Bytes of a member that are kept to look for the next one in, should it turn out to be damaged.
const KEPT: usize = 16 << 20;

const GZIP: &[u8] = &[0x1F, 0x8B, 0x08];
const ZSTD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];

/// The first bytes of a frame of Zstandard that is to be skipped, behind one from 0x50 to 0x5F (RFC 8878, 3.1.2): tables
/// of where frames begin, dictionaries. Its length stands in the next four.
const SKIPPED: &[u8] = &[0x2A, 0x4D, 0x18];

/// A reader into which bytes can be put back.
#[derive(Debug)]
pub(crate) struct PutBack<R> {
    inner: R,
    back: Vec<u8>,
    at: usize,
}

impl<R: BufRead> PutBack<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self { inner, back: Vec::new(), at: 0 }
    }

    /// What comes next, `bytes` of it or less where it ends before.
    pub(crate) fn peek(&mut self, bytes: usize) -> io::Result<&[u8]> {
        while self.back.len() - self.at < bytes {
            let buffer = self.inner.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            let missing = bytes - (self.back.len() - self.at);
            let taken = buffer.len().min(missing);
            self.back.extend_from_slice(&buffer[..taken]);
            self.inner.consume(taken);
        }
        Ok(&self.back[self.at..][..bytes.min(self.back.len() - self.at)])
    }

    pub(crate) fn put_back(&mut self, bytes: &[u8]) {
        let rest = self.back.split_off(self.at);
        self.back.clear();
        self.back.extend_from_slice(bytes);
        self.back.extend_from_slice(&rest);
        self.at = 0;
    }

    /// A line with its line feed, the first `most` bytes of it where it is longer; empty at the end.
    pub(crate) fn line(&mut self, most: usize) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        loop {
            let buffer = self.fill_buf()?;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let length = end.map_or(buffer.len(), |end| end + 1);
            line.extend_from_slice(&buffer[..length.min(most - line.len())]);
            self.consume(length);
            if end.is_some() || length == 0 {
                return Ok(line);
            }
        }
    }
}

impl<R: BufRead> Read for PutBack<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(out)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for PutBack<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at < self.back.len() { Ok(&self.back[self.at..]) } else { self.inner.fill_buf() }
    }

    fn consume(&mut self, bytes: usize) {
        if self.at < self.back.len() {
            self.at += bytes;
            if self.at == self.back.len() {
                self.back.clear();
                self.at = 0;
            }
        } else {
            self.inner.consume(bytes);
        }
    }
}

/// A reader that keeps what is read of it.
struct Keeping<R> {
    inner: PutBack<R>,
    kept: Vec<u8>,
}

impl<R: BufRead> Read for Keeping<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(out)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Keeping<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        if let Ok(buffer) = self.inner.fill_buf() {
            let room = KEPT.saturating_sub(self.kept.len());
            self.kept.extend_from_slice(&buffer[..bytes.min(room).min(buffer.len())]);
        }
        self.inner.consume(bytes);
    }
}

/// The members of a gzip file, or the frames of a Zstandard file, one after the other: crawls have one for each record. One
/// that is damaged is an error of `read`, after which the next member is read.
pub(crate) struct Members<R: BufRead> {
    state: State<R>,
}

enum State<R: BufRead> {
    Between(PutBack<R>),
    Gzip(GzDecoder<Keeping<R>>),
    Zstd(ZstdDecoder<'static, Keeping<R>>),
    Lost(PutBack<R>),
    Ended,
}

/// Whether bytes begin as a compressed file does.
pub(crate) fn is_compressed(start: &[u8]) -> bool {
    start.starts_with(GZIP) || start.starts_with(ZSTD) || is_skipped(start)
}

fn is_skipped(start: &[u8]) -> bool {
    matches!(start, [0x50..=0x5F, rest @ ..] if rest.starts_with(SKIPPED))
}

impl<R: BufRead> Members<R> {
    pub(crate) fn new(input: PutBack<R>) -> Self {
        Self { state: State::Between(input) }
    }
}

/// Goes on behind a damaged member: in what was read of it, another may have begun.
fn lost<R: BufRead>(mut keeping: Keeping<R>) -> State<R> {
    // Without its first byte it is not found again.
    keeping.inner.put_back(keeping.kept.get(1..).unwrap_or_default());
    State::Lost(keeping.inner)
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let result = match &mut self.state {
                State::Gzip(decoder) => decoder.read(out),
                State::Zstd(decoder) => decoder.read(out),
                _ => Ok(0),
            };
            if out.is_empty() || matches!(result, Ok(1..)) {
                return result;
            }
            // A member has ended, well or not, or none has begun.
            self.state = match std::mem::replace(&mut self.state, State::Ended) {
                State::Gzip(decoder) if result.is_err() => lost(decoder.into_inner()),
                State::Zstd(decoder) if result.is_err() => lost(decoder.finish()),
                State::Gzip(decoder) => State::Between(decoder.into_inner().inner),
                State::Zstd(decoder) => State::Between(decoder.finish().inner),
                State::Between(mut input) => match input.peek(ZSTD.len())? {
                    [] => return Ok(0),
                    start if start.starts_with(GZIP) => {
                        State::Gzip(GzDecoder::new(Keeping { inner: input, kept: Vec::new() }))
                    }
                    start if start.starts_with(ZSTD) => {
                        let keeping = Keeping { inner: input, kept: Vec::new() };
                        State::Zstd(ZstdDecoder::with_buffer(keeping)?.single_frame())
                    }
                    start if is_skipped(start) => {
                        let length = match input.peek(8)? {
                            &[_, _, _, _, a, b, c, d] => 8 + u64::from(u32::from_le_bytes([a, b, c, d])),
                            start => start.len() as u64,
                        };
                        io::copy(&mut (&mut input).take(length), &mut io::sink())?;
                        State::Between(input)
                    }
                    // What is padded with zeros has ended.
                    start if start.iter().all(|&byte| byte == 0) => return Ok(0),
                    _ => {
                        self.state = State::Lost(input);
                        return Err(io::Error::new(
                            io::ErrorKind::InvalidData,
                            "no compressed data where some should be",
                        ));
                    }
                },
                State::Lost(mut input) => loop {
                    let start = input.peek(ZSTD.len())?;
                    if start.is_empty() || is_compressed(start) {
                        break State::Between(input);
                    }
                    input.consume(1);
                },
                State::Ended => return Ok(0),
            };
            result?;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read, Write};

    use super::{Members, PutBack};

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(text.as_bytes()).expect("memory");
        encoder.finish().expect("memory")
    }

    /// What is read, with `!` for an error.
    fn read(bytes: &[u8]) -> String {
        let mut members = Members::new(PutBack::new(BufReader::with_capacity(7, bytes)));
        let (mut text, mut buffer) = (String::new(), [0; 1000]);
        loop {
            match members.read(&mut buffer) {
                Ok(0) => return text,
                Ok(read) => text += &String::from_utf8_lossy(&buffer[..read]),
                Err(_) => text.push('!'),
            }
        }
    }

    #[test]
    fn members_are_read_one_after_the_other() {
        let zstd = |text: &str| zstd::encode_all(text.as_bytes(), 3).expect("memory");
        assert_eq!(read(&[gzip("one "), gzip("two "), gzip("")].concat()), "one two ");
        assert_eq!(read(&[zstd("one "), zstd("two")].concat()), "one two");
        assert_eq!(read(&[gzip("one "), vec![0; 9]].concat()), "one ");
        assert_eq!(read(b""), "");
    }

    #[test]
    fn behind_a_damaged_member_the_next_is_read() {
        let noise: String =
            (0..2000_u32).map(|n| char::from(b'a' + (n.wrapping_mul(2_654_435_761) >> 27) as u8 % 26)).collect();
        let (first, second, third) = (gzip(&noise), gzip("second "), gzip("third"));
        for cut in [first.len() / 4, first.len() / 2, first.len() - 9, first.len() - 1] {
            let text = read(&[&first[..cut], &second, &third].concat());
            assert!(text.ends_with("second third") && text.contains('!'), "{cut}: {text}");
        }
        let mut changed = first.clone();
        changed[first.len() / 2] ^= 0x55;
        assert!(read(&[&changed[..], &second].concat()).ends_with("!second "));
        assert!(read(&[&second[..], b"garbage", &third].concat()).ends_with("second !third"));
        assert!(read(&[&second[..], &third[..10]].concat()).ends_with('!'));
    }
}
