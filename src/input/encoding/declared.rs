//! The encoding that a page declares (13.2.3.2 of the WHATWG HTML standard).

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use memchr::{memchr, memmem};

use super::DETECTION_PREFIX;
use crate::input::html::names::Name;
use crate::input::html::scanner::{Attributes, Content, Says, Scanner, Step, Token, attribute, is_space};

/// Bytes of the prescan.
const PRESCAN: usize = 1024;

/// The encoding that a page declares: what the prescan finds and else, as a parser would change to it when it comes
/// there, what a `meta` further on says.
pub(super) fn by_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let prefix = |length: usize| &bytes[..bytes.len().min(length)];
    prescan(prefix(PRESCAN)).or_else(|| by_xml(prefix(PRESCAN))).or_else(|| by_tags(prefix(DETECTION_PREFIX)))
}

/// Prescans bytes. It knows tags and comments, but neither scripts nor what they hold.
fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"<\0?\0x\0") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\0<\0?\0x") {
        return Some(UTF_16BE);
    }
    let mut at = 0;
    loop {
        at += memchr(b'<', &bytes[at..])?;
        let rest = &bytes[at + 1..];
        let (is_end, name) = rest.strip_prefix(b"/").map_or((false, rest), |name| (true, name));
        match name {
            // The dashes may be those of the end as well.
            _ if rest.starts_with(b"!--") => at += memmem::find(&bytes[at + 2..], b"-->")? + 5,
            [b'a'..=b'z' | b'A'..=b'Z', ..] => {
                let is_meta = !is_end && is_meta(name);
                let ends = |&byte: &u8| is_space(byte) || byte == b'>' || is_meta && byte == b'/';
                let from = bytes.len() - name.len();
                let mut attributes = Attributes { bytes, at: from + name.iter().position(ends)? };
                let mut meta = Meta::default();
                loop {
                    match attributes.step() {
                        Step::Attribute { name, value } => meta.add(&bytes[name.range()], &bytes[value.range()]),
                        Step::End { .. } => break,
                        Step::EndOfFile => return None,
                    }
                }
                if is_meta && let Some(encoding) = meta.encoding() {
                    return Some(encoding);
                }
                at = attributes.at;
            }
            _ if is_end || matches!(rest, [b'!' | b'?', ..]) => at += memchr(b'>', rest)? + 2,
            _ => at += 1,
        }
    }
}

fn is_meta(tag: &[u8]) -> bool {
    tag.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"meta"))
        && tag.get(4).is_some_and(|&byte| is_space(byte) || byte == b'/')
}

/// What an XML declaration at the begin of a page says.
fn by_xml(bytes: &[u8]) -> Option<&'static Encoding> {
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let declaration = &declaration[..memchr(b'>', declaration)?];
    let rest = &declaration[memmem::find(declaration, b"encoding")? + 8..];
    let rest = behind_space(rest).strip_prefix(b"=")?;
    let (quote, rest) = behind_space(rest).split_first()?;
    let label = &rest[..memchr(*quote, rest).filter(|_| matches!(quote, b'"' | b'\''))?];
    if label.iter().any(|&byte| byte <= b' ') {
        return None;
    }
    Encoding::for_label(label).map(ascii_compatible)
}

fn behind_space(text: &[u8]) -> &[u8] {
    &text[text.iter().position(|&byte| byte > b' ').unwrap_or(text.len())..]
}

/// What the first `meta` says that a parser comes to.
fn by_tags(bytes: &[u8]) -> Option<&'static Encoding> {
    let page = String::from_utf8_lossy(bytes);
    let mut scanner = Scanner::new(&page);
    loop {
        match scanner.next(false) {
            Token::Start(tag) if tag.name == Name::Meta && tag.says.has(Says::ANYTHING) => {
                let value = |name| attribute(&page, tag.span, name);
                let (charset, http_equiv, content) = (value("charset"), value("http-equiv"), value("content"));
                let bytes = |value| Option::as_deref(value).map(str::as_bytes);
                let meta = Meta { charset: bytes(&charset), http_equiv: bytes(&http_equiv), content: bytes(&content) };
                if let Some(encoding) = meta.encoding() {
                    return Some(encoding);
                }
            }
            Token::Start(tag) => scanner.set_content(Content::of(tag.name), tag.name),
            Token::EndOfFile => return None,
            _ => {}
        }
    }
}

/// The attributes of a `meta` that may declare an encoding.
#[derive(Default)]
struct Meta<'p> {
    charset: Option<&'p [u8]>,
    http_equiv: Option<&'p [u8]>,
    content: Option<&'p [u8]>,
}

impl<'p> Meta<'p> {
    /// The first of a name counts.
    fn add(&mut self, name: &[u8], value: &'p [u8]) {
        let attributes: [(&[u8], _); 3] =
            [(b"charset", &mut self.charset), (b"http-equiv", &mut self.http_equiv), (b"content", &mut self.content)];
        for (known, attribute) in attributes {
            if name.eq_ignore_ascii_case(known) {
                attribute.get_or_insert(value);
            }
        }
    }

    fn encoding(&self) -> Option<&'static Encoding> {
        let encoding = match self.charset {
            Some(label) => Encoding::for_label(label)?,
            None => {
                self.http_equiv.filter(|value| value.eq_ignore_ascii_case(b"content-type"))?;
                by_content(self.content?)?
            }
        };
        Some(if encoding == X_USER_DEFINED { WINDOWS_1252 } else { ascii_compatible(encoding) })
    }
}

/// Bytes in which `<meta` or `<?xml` stands are not UTF-16, whatever they say.
fn ascii_compatible(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == UTF_16BE || encoding == UTF_16LE { UTF_8 } else { encoding }
}

/// The `charset` in the `content` of a `meta`.
fn by_content(mut content: &[u8]) -> Option<&'static Encoding> {
    loop {
        let found = content.windows(7).position(|word| word.eq_ignore_ascii_case(b"charset"))?;
        content = content[found + 7..].trim_ascii_start();
        let Some(label) = content.strip_prefix(b"=") else { continue };
        let label = label.trim_ascii_start();
        let end = match label {
            [quote @ (b'"' | b'\''), rest @ ..] => return Encoding::for_label(&rest[..memchr(*quote, rest)?]),
            _ => label.iter().position(|&byte| is_space(byte) || byte == b';').unwrap_or(label.len()),
        };
        return Encoding::for_label(&label[..end]);
    }
}
