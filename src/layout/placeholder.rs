//! What a text browser writes where it can show nothing: buttons, frames, pictures without a text.

/// Endings of the names of pictures.
const PICTURES: [&str; 8] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"];

/// Bytes of the placeholders that a line begins with, and of the white space behind them.
pub(super) fn leading(text: &str) -> usize {
    let mut at = 0;
    while let Some(length) = placeholder(&text[at..]) {
        let rest = &text[at + length..];
        at += length + rest.len() - rest.trim_start().len();
    }
    at
}

/// Bytes of the placeholder that a text begins with.
fn placeholder(text: &str) -> Option<usize> {
    match text.as_bytes().first()? {
        b'(' => text.starts_with("(BUTTON)").then_some("(BUTTON)".len()),
        b'I' => is_frame(text).then_some(text.len()),
        b'[' if text.starts_with("[INS: :INS]") => Some("[INS: :INS]".len()),
        b'[' if text.starts_with("[IMG]") => Some("[IMG]".len()),
        b'[' => {
            // The name of a file holds no blank.
            let end = text.bytes().take_while(|byte| !byte.is_ascii_whitespace()).position(|byte| byte == b']')?;
            is_picture(&text[1..end]).then_some(end + 1)
        }
        _ => None,
    }
}

/// `photo.jpg`, `photo.webp?v=17`
fn is_picture(name: &str) -> bool {
    let name = name.split('?').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a line stands for a frame; its address fills the line, and the ones below where the wrapper broke it.
pub(super) fn is_frame(line: &str) -> bool {
    line.starts_with("IFRAME:")
}

/// Whether a line goes on with the address of a frame, which the wrapper broke.
pub(super) fn is_address(text: &str) -> bool {
    text.contains(['/', '=', '&', '%']) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn placeholders_end_where_text_begins() {
        for (line, text) in [
            ("(BUTTON) Menu", "Menu"),
            ("(BUTTON) (BUTTON)", ""),
            ("[logo.png] News", "News"),
            ("[team.webp?v=17]", ""),
            ("[INS: :INS]", ""),
            ("IFRAME: https://example.org/player", ""),
            ("[1] See above", "[1] See above"),
            ("[two words.png]", "[two words.png]"),
            ("(BUTTONS) are parts", "(BUTTONS) are parts"),
            ("IFRAMEs are frames", "IFRAMEs are frames"),
        ] {
            assert_eq!(&line[leading(line)..], text, "{line}");
        }
    }
}
