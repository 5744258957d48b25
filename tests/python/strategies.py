"""Dumps that hypothesis makes: pieces of real ones among anything."""

from hypothesis import strategies as st

from golden import pages, texts

LINES = sorted({line for text in texts() for line in text.splitlines()})

PIECES = [
    "",
    " ",
    "> ",
    "- ",
    "* * *",
    "1. ",
    "\t",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\x00",
    "\x1b[0m",
    "𝄞",
    "e\u0301",
    "🇩🇪👩‍👩‍👧",
    "العربية",
    "日本語の文章です。",
    "ไทย",
    "By Jane Roe",
    "3 MINS READMar 23, 2020 | 10:00 GMT",
    "© 2024 Example Press. All rights reserved.",
    "https://example.org/a?b=c&d",
    "<script>alert(1)</script>",
    "a | b | c",
    "name\tvotes\tshare",
    "```",
    "# Heading",
    "=====",
    "con-",
    "Iranian-",
    "[1] A note.",
]

TAGS = [
    "<p>",
    "</p>",
    "<div hidden>",
    '<div hidden id="S:0">',
    '<template id="B:0"></template>',
    "</div>",
    "<br>",
    "<h1>",
    "</h1>",
    "<ul><li>",
    "<ol start=7>",
    "</ul>",
    "<blockquote>",
    "</blockquote>",
    "<table><tr><td colspan=2>",
    "<th>",
    "</table>",
    "<pre>\n  ",
    "</pre>",
    '<a href="/a?b=c&amp;d">',
    "</a>",
    "<em>",
    "</em>",
    "<img src=a.png alt='a boat'>",
    "<nav>",
    "</nav>",
    "<textarea>",
    "<script>",
    "</script>",
    "<!-- a comment -->",
    "<svg><text>",
    "</svg>",
    "<a href='",
    "&nbsp;",
    "&#x1F600;",
    "&copy",
    "&",
    "<",
]

# No lone surrogates: they are no text.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
LINE = st.lists(st.sampled_from(PIECES) | st.sampled_from(LINES) | ANY_TEXT, max_size=3).map("".join)
BREAK = st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n", "\r", " \n"])
PAGE = st.lists(st.sampled_from(TAGS) | LINE, max_size=40).map("".join) | st.sampled_from(
    [page.decode("latin-1") for page in pages()]
)
DUMP = st.lists(st.tuples(LINE, BREAK), max_size=25).map(lambda lines: "".join(a + b for a, b in lines))
