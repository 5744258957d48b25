//! Questions to all bytes of a text at once, in loops that the compiler makes vector instructions of: none ends early, and
//! none has a rest that it goes through byte by byte.

/// The bytes of a vector.
const LANES: usize = 16;

/// Whether any byte is of a kind.
#[inline]
pub(crate) fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    any_of_both(bytes, bytes, |byte, _| is(byte))
}

/// Whether any byte is of a kind together with the one behind it, which is 0 behind the last.
#[inline]
pub(crate) fn any_pair(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> bool {
    let Some((&last, here)) = bytes.split_last() else { return false };
    is(last, 0) | any_of_both(here, &bytes[1..], is)
}

/// The number of bytes that are of a kind.
#[inline]
pub(crate) fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> u32 {
    // A count of so many takes one byte.
    let count = |part: &[u8]| part.iter().fold(0_u8, |count, &byte| count + u8::from(is(byte)));
    bytes.chunks(255).map(|part| u32::from(count(part))).sum()
}

/// The number of words: stretches between bytes of white space. White space that is not ASCII parts none.
pub(crate) fn words(bytes: &[u8]) -> usize {
    let is_blank = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    let Some((&first, behind)) = bytes.split_first() else { return 0 };
    let begin = |parts: (&[u8], &[u8])| {
        parts
            .0
            .iter()
            .zip(parts.1)
            .fold(0_u8, |count, (&before, &byte)| count + u8::from(is_blank(before) & !is_blank(byte)))
    };
    let pairs = bytes[..behind.len()].chunks(255).zip(behind.chunks(255));
    usize::from(!is_blank(first)) + pairs.map(|parts| usize::from(begin(parts))).sum::<usize>()
}

/// Whether any byte is of a kind together with the one at its place in another text of that length.
#[inline]
fn any_of_both(bytes: &[u8], others: &[u8], is: impl Fn(u8, u8) -> bool) -> bool {
    let any = |bytes: &[u8], others: &[u8]| {
        bytes.iter().zip(others).fold(false, |found, (&byte, &other)| found | is(byte, other))
    };
    let whole = bytes.len() - bytes.len() % LANES;
    match (bytes.last_chunk::<LANES>(), others.last_chunk::<LANES>()) {
        // The last bytes are asked once more with those before them.
        (Some(last), Some(last_other)) => any(&bytes[..whole], &others[..whole]) | any(last, last_other),
        _ => any(bytes, others),
    }
}

#[cfg(test)]
mod tests {
    use super::{any, any_pair, words};

    #[test]
    fn words_are_counted_as_they_are_split() {
        for text in
            ["", " ", "a", " a", "a ", "a b", " a\t\tb\r\nc ", "été à\x0Bb", &"ab c ".repeat(300), &"x".repeat(600)]
        {
            assert_eq!(words(text.as_bytes()), text.split_whitespace().count(), "{text:?}");
        }
    }

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        for length in 0..70 {
            let mut bytes = vec![b'a'; length];
            assert!(!any(&bytes, |byte| byte == b'b'));
            assert!(!any_pair(&bytes, |byte, next| byte == b'b' || byte == b'a' && next == b'b'));
            for at in 0..length {
                bytes[at] = b'b';
                assert!(any(&bytes, |byte| byte == b'b'));
                assert!(any_pair(&bytes, |byte, _| byte == b'b'));
                assert_eq!(any_pair(&bytes, |byte, next| byte == b'b' && next == b'a'), at + 1 < length);
                assert_eq!(any_pair(&bytes, |byte, next| byte == b'b' && next == 0), at + 1 == length);
                bytes[at] = b'a';
            }
        }
    }
}
