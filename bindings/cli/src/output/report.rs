//! One page of HTML for all articles, which takes nothing from elsewhere and can run nothing.

use std::io::{self, Write};

const BEGIN: &str = "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">
<title>nutgraf: what is kept, what is left out, and why</title>
<style>body{margin:2em auto;max-width:62em;padding:0 1em;font:14px/1.5 system-ui,sans-serif}h1{font-size:1em;opacity:.75}</style>
</head>
<body>
<main>
";

pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    out.write_all(BEGIN.as_bytes())
}

pub(super) fn heading(out: &mut impl Write, name: &str) -> io::Result<()> {
    let name = name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    writeln!(out, "<h1>{name}</h1>")
}

pub(super) fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"</main>\n</body>\n</html>\n")
}
