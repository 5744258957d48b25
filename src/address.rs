//! Addresses of links and images: resolved against the page's, and told apart by what opening them could do.
//!
//! A relative reference is resolved as RFC 3986, section 5.2, says, with the leniencies of the WHATWG URL Standard that
//! pages depend on (white space in it, backslashes for slashes). An absolute one stays as it is written: nothing here is
//! opened, so host names need no IDNA, whose tables a parser of whole URLs would bring along.

use std::borrow::Cow;

use crate::bytes;

/// The most bytes that an address has to which others are relative; what is longer is none.
const LONGEST_BASE: usize = 2048;

/// What relative references of a page are relative to: an absolute address with an authority.
#[derive(Clone, Debug)]
pub(crate) struct Base(String);

impl Base {
    /// An address that others can be relative to.
    pub(crate) fn new(address: &str) -> Option<Self> {
        let address = tidy(address);
        let rest = &address[scheme(&address)?.len()..];
        let usable = rest.len() > "://".len() && rest.starts_with("://") && address.len() <= LONGEST_BASE;
        usable.then(|| Self(address.into_owned()))
    }

    /// What the references of a page are relative to, by its address and by what it says (`<base href>`), which can itself
    /// be relative.
    pub(crate) fn of_page(url: Option<&str>, base: Option<&str>) -> Option<Self> {
        let page = url.and_then(Self::new);
        let said =
            base.and_then(|base| page.as_ref().map_or_else(|| Self::new(base), |page| Self::new(&page.resolve(base))));
        said.or(page)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address that a reference stands for on a page with this base.
    pub(crate) fn resolve(&self, reference: &str) -> String {
        let reference = tidy(reference);
        if scheme(&reference).is_some() {
            return reference.into_owned();
        }
        let (path, tail) = split_tail(&reference);
        let path = path.replace('\\', "/");
        let (base, query) = split_tail(&self.0);
        let authority = base.find("://").map_or(0, |at| at + "://".len());
        let origin = base[authority..].find(['/', '\\']).map_or(base.len(), |at| authority + at);
        if path.starts_with("//") {
            return format!("{}{path}{tail}", &base[..authority - "//".len()]);
        }
        if path.is_empty() {
            let query = if tail.starts_with('?') { "" } else { query.split('#').next().unwrap_or_default() };
            return format!("{base}{query}{tail}");
        }
        let folder = match base[origin..].rfind(['/', '\\']) {
            Some(slash) if !path.starts_with('/') => &base[origin..=origin + slash],
            _ if path.starts_with('/') => "",
            _ => "/",
        };
        format!("{}{}{tail}", &base[..origin], without_dots(&format!("{folder}{path}")))
    }
}

/// The path of an address, and its query and fragment.
fn split_tail(address: &str) -> (&str, &str) {
    address.split_at(address.find(['?', '#']).unwrap_or(address.len()))
}

/// A path without its `.` and `..` (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(part) = rest.next() {
        let dots = matches!(part, "." | "..");
        if part == ".." {
            parts.pop();
        } else if !dots {
            parts.push(part);
        }
        // What a dot stands for is a folder.
        if dots && rest.peek().is_none() {
            parts.push("");
        }
    }
    format!("/{}", parts.join("/"))
}

/// An address without what every browser leaves out of it: controls and spaces at its ends, tabs and line ends anywhere.
/// Other controls go too, as no address has them.
pub(crate) fn tidy(address: &str) -> Cow<'_, str> {
    // Their first bytes; most addresses have none of these.
    let may_hold = bytes::any(address.as_bytes(), |byte| (byte < b' ') | (byte == 0x7F) | (byte == 0xC2));
    if may_hold && address.contains(char::is_control) {
        // First of all, as spaces can stand behind one.
        let shown: String = address.chars().filter(|c| !c.is_control()).collect();
        return Cow::Owned(shown.trim().to_owned());
    }
    Cow::Borrowed(address.trim())
}

/// Whether a text begins as addresses of pages do, whole or from their root.
pub(crate) fn begins_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://") || text.starts_with('/')
}

/// The host of an address without `www.`.
pub(crate) fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// The scheme of a tidy address; none of a relative one.
fn scheme(address: &str) -> Option<&str> {
    let end = address.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')))?;
    let named = address.starts_with(|c: char| c.is_ascii_alphabetic()) && address[end..].starts_with(':');
    named.then_some(&address[..end])
}

/// A tidy address as a URI reference (RFC 3986, 4.1): what cannot stand in one is percent-encoded, as UTF-8 where it is no
/// ASCII, and a relative one is not to be taken for one with a scheme.
pub(crate) fn reference(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let scheme = scheme(address).map_or("", |scheme| &address[..=scheme.len()]);
    let mut rest = &address[scheme.len()..];
    out.push_str(scheme);
    if let Some(behind) = rest.strip_prefix("//") {
        let end = behind.find(['/', '?', '#', '\\']).unwrap_or(behind.len());
        out.push_str("//");
        push_authority(&behind[..end], &mut out);
        rest = &behind[end..];
    } else if scheme.is_empty() && rest.starts_with('@')
        || scheme.is_empty() && rest.split(['/', '?', '#']).next().is_some_and(|segment| segment.contains(':'))
    {
        // 4.2; and JSON-LD takes what begins with the sign for a keyword.
        out.push_str("./");
    }
    let fragment = rest.find('#').unwrap_or(rest.len());
    push_encoded(&rest[..fragment], ":@/?", &mut out);
    if let Some(fragment) = rest[fragment..].strip_prefix('#') {
        out.push('#');
        push_encoded(fragment, ":@/?", &mut out);
    }
    out
}

/// User, host and port (RFC 3986, 3.2).
fn push_authority(authority: &str, out: &mut String) {
    let (user, place) = authority.rsplit_once('@').map_or((None, authority), |(user, place)| (Some(user), place));
    if let Some(user) = user {
        push_encoded(user, ":", out);
        out.push('@');
    }
    let is_port = |port: &str| port.bytes().all(|b| b.is_ascii_digit());
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if is_port(port) => (host, Some(port)),
        _ => (place, None),
    };
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) if address.parse::<std::net::Ipv6Addr>().is_ok() => out.push_str(host),
        _ => push_encoded(host, "", out),
    }
    if let Some(port) = port {
        out.push(':');
        out.push_str(port);
    }
}

/// Percent-encodes what is none of the unreserved characters, sub-delimiters and `also`. Escapes that are there stay.
fn push_encoded(text: &str, also: &str, out: &mut String) {
    for (at, byte) in text.bytes().enumerate() {
        let is_hex = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
        let stands = byte.is_ascii_alphanumeric()
            || b"-._~!$&'()*+,;=".contains(&byte)
            || also.as_bytes().contains(&byte)
            || byte == b'%' && is_hex(at + 1) && is_hex(at + 2);
        if stands {
            out.push(char::from(byte));
        } else {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)])));
        }
    }
}

/// Whether a tidy address says with its scheme where it leads, wherever it stands.
pub(crate) fn is_absolute(address: &str) -> bool {
    scheme(address).is_some()
}

/// Whether following a link to a tidy address opens a page, a letter or a call, and runs nothing.
pub(crate) fn is_safe_link(address: &str) -> bool {
    scheme(address).is_some_and(|scheme| is_one_of(scheme, &["mailto", "tel"])) || is_safe_image(address)
}

/// Whether an image at a tidy address is fetched as the page was.
pub(crate) fn is_safe_image(address: &str) -> bool {
    scheme(address).is_none_or(|scheme| is_one_of(scheme, &["http", "https"]) && has_host(&address[scheme.len()..]))
}

/// Whether what follows a scheme names a host: templates leave `https://` and `http://:0` behind.
fn has_host(rest: &str) -> bool {
    let Some(authority) = rest.strip_prefix("://").and_then(|rest| rest.split(['/', '?', '#', '\\']).next()) else {
        return false;
    };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let (host, port) = host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']')).unwrap_or((host, ""));
    let is_forbidden = |c: char| c.is_whitespace() || "<>^|%:\"{}`".contains(c);
    let is_name = !host.is_empty() && !host.contains(is_forbidden);
    (is_name || host.starts_with('[') && host.ends_with(']'))
        && port.len() <= 5
        && port.bytes().all(|b| b.is_ascii_digit())
}

fn is_one_of(scheme: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|other| scheme.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::{Base, is_safe_image, is_safe_link, reference, tidy};

    /// RFC 3986, 5.4.1 and 5.4.2, and what browsers make of the rest.
    #[test]
    fn references_are_resolved() {
        let base = Base::new("http://a/b/c/d;p?q").expect("a base");
        for (reference, address) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/../h", "http://a/b/c/h"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
            (" \n/g\t", "http://a/g"),
            ("\\g\\h", "http://a/g/h"),
            ("/a\nb", "http://a/ab"),
            ("mailto:a@b.c", "mailto:a@b.c"),
            ("/2024/10:30", "http://a/2024/10:30"),
        ] {
            assert_eq!(base.resolve(reference), address, "{reference:?}");
        }
        let bare = Base::new("https://example.com#top").expect("a base");
        assert_eq!(bare.resolve("x/y"), "https://example.com/x/y");
        assert_eq!(bare.resolve("#s"), "https://example.com#s");
        for none in ["", "example.com/a", "/a", "mailto:a@b.c", "about:blank", "data:text/html,a", "http://"] {
            assert!(Base::new(none).is_none(), "{none}");
        }
    }

    #[test]
    fn what_could_run_is_told() {
        for bad in
            ["javascript:a", "JavaScript:a", " java\nscript:a", "\u{80} javascript:a", "data:text/html,a", "vbscript:a"]
        {
            assert!(!is_safe_link(&tidy(bad)) && !is_safe_image(&tidy(bad)), "{bad:?}");
        }
        for good in
            ["https://a/b", "HTTP://a", "/a:b", "a/b", "?javascript:a", "#a", "", "1:2", "mailto:a@b.c", "tel:+1"]
        {
            assert!(is_safe_link(&tidy(good)), "{good:?}");
        }
        for nowhere in
            ["https://", "http:?a", "http://:0/a", "https:///a", "http://a b/", "http://{{host}}/", "http://a:b/"]
        {
            assert!(!is_safe_link(nowhere) && !is_safe_image(nowhere), "{nowhere:?}");
        }
        for somewhere in ["http://a:80/", "http://[::1]:80/", "http://a@b/", "https://é.example", "http://[::1]"] {
            assert!(is_safe_image(somewhere), "{somewhere:?}");
        }
        assert!(!is_safe_image("mailto:a@b.c") && is_safe_image("//a/b.png"));
    }

    #[test]
    fn an_address_of_any_signs_is_a_reference() {
        for (address, expected) in [
            ("https://example.com/a_(b)?c=d&e#f", "https://example.com/a_(b)?c=d&e#f"),
            ("https://é.example/ü b?[x]#a#b", "https://%C3%A9.example/%C3%BC%20b?%5Bx%5D#a%23b"),
            ("http://[::1]:80/", "http://[::1]:80/"),
            ("http://[v]/", "http://%5Bv%5D/"),
            ("//a@b@c:x/", "//a%40b@c%3Ax/"),
            ("/100%/50%25", "/100%25/50%25"),
            ("a.png", "a.png"),
            ("1:2", "./1:2"),
            ("_:b", "./_:b"),
            ("@id", "./@id"),
            ("mailto:a@b.c", "mailto:a@b.c"),
            ("", ""),
        ] {
            assert_eq!(reference(address), expected);
        }
    }
}
