"""Input that nobody would write: an article comes of it, or an error that says what was wrong."""

import array
import random
import time
from collections.abc import Callable
from typing import Any

import pytest

import nutgraf


@pytest.mark.parametrize(
    "page",
    [
        "",
        b"",
        " \n",
        "\ufeff",
        "\x00" * 5,
        b"\xff\xfe",
        "<p>",
        "<!-- a comment -->",
        "<p hidden>Nothing</p>",
        "<a href='",
    ],
)
def test_a_page_of_nothing_gives_an_empty_article(page: str | bytes) -> None:
    article = nutgraf.from_html(page)
    assert article.text == article.to_text() == article.to_markdown() == article.to_html() == ""
    assert len(article.segments) == 0


def test_nested_pages() -> None:
    for tag in ("<div>", "<ul><li>", "<b>", "<table><td>"):
        assert nutgraf.from_html(tag * 10_000 + "The river.").document == "The river.\n"


@pytest.mark.parametrize(
    "dump", ["", b"", " ", "\n\n\r\n\t \u00a0\u2003", "\ufeff", "\x00" * 5, b"\xef\xbb\xbf", b"\xff\xfe"]
)
def test_nothing_gives_an_empty_article(dump: str | bytes) -> None:
    article = nutgraf.from_text(dump)
    assert article.text == article.to_text() == article.to_markdown() == article.to_html() == ""
    assert (article.title, article.authors, article.word_count) == (None, [], 0)
    assert len(article.paragraphs) == len(article.sections) == len(article.words) == 0


def timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("name", "dump"),
    [
        ("one line of letters", "a" * 10_000_000),
        ("one line of words", "lorem ipsum dolor. " * 526_316),
        ("one line beyond ASCII", "日本語。" * 833_334),
        ("a million lines of one character", "x\n" * 1_000_000),
        ("a million lines of one character and blank ones", "x\n\n" * 1_000_000),
        ("bullets", "- \n" * 1_000_000),
        ("quotes", ">" * 100_000 + "a\n" * 1_000),
    ],
)
def test_large_dumps(name: str, dump: str) -> None:
    del name

    def work() -> None:
        article = nutgraf.from_text(dump)
        assert len(article.document) == len(dump)
        assert article.text or article.segments
        assert article.segments[-1].end <= len(dump)
        article._repr_html_()
        article.to_markdown()
        article.to_html()

    # A debug build on a busy machine: what is looked for is a time that grows with the square of the input.
    assert timed(work) < 60


def test_views_of_many_segments_are_cheap() -> None:
    article = nutgraf.from_text("x\n\n" * 300_000)
    assert timed(lambda: [article.segments[i] for i in range(0, len(article.segments), 3)]) < 10
    assert timed(lambda: [article.segments for _ in range(10_000)]) < 5


def test_binary() -> None:
    data = random.Random(7).randbytes(300_000)
    article = nutgraf.from_text(data)
    assert len(article.document) > 0
    assert all(0 <= s.source[0] <= s.source[1] <= len(data) for s in article.segments)
    for start in (b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08"):
        nutgraf.from_text(start + data[:2000])


def test_lone_surrogates() -> None:
    for dump in ("\ud800", "A line with \udfff in it.", "x" * 100_000 + "\udc80"):
        with pytest.raises(UnicodeEncodeError, match="surrogates not allowed") as caught:
            nutgraf.from_text(dump)
        assert isinstance(caught.value, ValueError)
        with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
            nutgraf.from_html(dump)
        assert nutgraf.from_text(dump.encode(errors="replace")).document.endswith(("?", "it."))
    with pytest.raises(UnicodeEncodeError):
        nutgraf.from_text("", url="\ud800")
    with pytest.raises(UnicodeEncodeError):
        nutgraf.from_json("\ud800")


@pytest.mark.parametrize(("dump", "name"), [(None, "NoneType"), (1, "int"), (["a"], "list"), (object(), "object")])
def test_what_is_no_dump(dump: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"must be str or a bytes-like object, not {name}"):
        nutgraf.from_text(dump)
    with pytest.raises(TypeError, match=f"must be str or a bytes-like object, not {name}"):
        nutgraf.from_html(dump)


def test_buffers() -> None:
    data = "Ein Satz über Flüsse.\n".encode()
    expected = nutgraf.from_text(data)
    for same in (bytearray(data), memoryview(data), array.array("B", data), memoryview(data * 2)[: len(data)]):
        assert nutgraf.from_text(same) == expected
    every_second = memoryview(bytes(b for pair in zip(data, data, strict=True) for b in pair))[::2]
    assert nutgraf.from_text(every_second) == expected
    changed = bytearray(data)
    article = nutgraf.from_text(changed)
    changed[:] = b"x" * len(data)
    assert article == expected


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"focus": "sharp"}, nutgraf.Error, 'option `focus` cannot be "sharp": precision, balanced or recall'),
        ({"focus": 1}, TypeError, "argument 'focus': a str is expected, not (int|bytes)"),
        ({"language": "not a tag"}, nutgraf.Error, "option `language`"),
        ({"language": 1}, TypeError, "argument 'language': a str is expected, not (int|bytes)"),
        ({"reference_date": "yesterday"}, nutgraf.Error, "option `reference_date`"),
        ({"reference_date": "2024-05"}, nutgraf.Error, "a day in ISO 8601"),
        ({"reference_date": 20240503}, TypeError, "reference_date.*int"),
        ({"encoding": "no-such"}, nutgraf.Error, "option `encoding`.*WHATWG"),
        ({"encoding": b"utf-8"}, TypeError, "argument 'encoding': a str is expected, not (int|bytes)"),
        ({"url": 1}, TypeError, "argument 'url': a str is expected, not (int|bytes)"),
        ({"content_type": 1}, TypeError, "argument 'content_type': a str is expected, not (int|bytes)"),
        ({"body_kinds": ["paragraf"]}, ValueError, 'option `body_kinds` cannot hold "paragraf"'),
        ({"body_kinds": "paragraph"}, TypeError, "body_kinds.*not one str"),
        ({"body_kinds": [1]}, TypeError, "body_kinds.*not int"),
        ({"body_kinds": 1}, TypeError, "body_kinds.*not int"),
        ({"max_bytes": -1}, ValueError, "option `max_bytes` cannot be -1"),
        ({"max_bytes": -(10**30)}, ValueError, "option `max_bytes`"),
        ({"max_bytes": "1"}, TypeError, "max_bytes.*int.*not str"),
        ({"max_bytes": 1.5}, TypeError, "max_bytes.*int.*not float"),
        ({"max_bytes": 3}, nutgraf.Error, "the input has 5 bytes and the limit is 3"),
        ({"colour": "red"}, TypeError, "colour"),
    ],
)
def test_options_that_cannot_be(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        nutgraf.from_text(b"Text.", **options)
    with pytest.raises(error, match=message):
        nutgraf.from_html(b"Text.", **options)


def test_none_stands_for_the_default() -> None:
    names = ("url", "content_type", "encoding", "language", "reference_date", "focus", "body_kinds", "max_bytes")
    options: dict[str, Any] = dict.fromkeys(names)
    assert nutgraf.from_text("Text.", **options) == nutgraf.from_text("Text.")
    with pytest.raises(TypeError, match="colour"):
        nutgraf.from_html("Text.", colour=None)  # type: ignore[call-arg]


def test_options_are_keywords() -> None:
    with pytest.raises(TypeError, match="positional"):
        nutgraf.from_text("", "https://example.org/")  # type: ignore[call-arg]


def test_errors_say_what_they_are() -> None:
    with pytest.raises(nutgraf.Error) as caught:
        nutgraf.from_text("äöü", max_bytes=5)
    assert isinstance(caught.value, ValueError)
    assert (caught.value.kind, caught.value.offset) == ("too_large", 5)
    with pytest.raises(nutgraf.Error) as caught:
        nutgraf.from_text("", focus="sharp")  # type: ignore[arg-type]
    assert (caught.value.kind, caught.value.offset) == ("invalid_option", None)
    with pytest.raises(nutgraf.Error) as caught:
        nutgraf.from_json("{]")
    assert (caught.value.kind, caught.value.offset) == ("invalid_json", 1)


def test_what_is_no_json_of_an_article() -> None:
    good = nutgraf.from_text("A title\n\nA sentence stands here, and it is long enough to be one.").to_json()
    for bad in (
        "",
        "null",
        "[]",
        "{}",
        good[:-1],
        good.replace('"schema":1', '"schema":99'),
        good.replace('"document":"', '"document":"x', 1)[: len(good) // 2],
        good.replace('"role":"body"', '"role":"hero"'),
        good.replace('"span":[', '"span":[9'),
        "[" * 100_000,
    ):
        with pytest.raises(nutgraf.Error, match="not the JSON of an article"):
            nutgraf.from_json(bad)
    with pytest.raises(UnicodeDecodeError):
        nutgraf.from_json(b"\xff")
    with pytest.raises(TypeError, match="NoneType"):
        nutgraf.from_json(None)  # type: ignore[arg-type]
