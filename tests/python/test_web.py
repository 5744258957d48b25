"""The page that `make web` builds, in a browser: it shows everybody what the module finds, and nothing leaves it."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

import nutgraf
from browser import CHROMIUM, CONTRAST, FLAGS
from golden import ROOT, pages

FILE = ROOT / "target" / "web" / "nutgraf.html"
DUMP = (ROOT / "examples" / "dump.txt").read_text(encoding="utf-8")
PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert FILE.exists(), f"there is no {FILE}: run `make web`"
    assert CHROMIUM, "there is no chromium: run `make tools`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """The page on a phone; in the end it must have asked for nothing, and nothing must have gone wrong."""
    page = browser.new_page(viewport=PHONE)
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(FILE.as_uri())
    yield page
    assert asked == [FILE.as_uri()]
    assert wrong == []
    page.close()


def paste(page: Page, text: str) -> None:
    page.get_by_label("Text or HTML").fill(text)
    page.get_by_role("button", name="Read").click()
    page.get_by_role("status").get_by_text("Read in").wait_for()


def same(page: Page, article: nutgraf.Article) -> bool:
    """Whether it is the report that the module in Python writes."""
    normal = "html => Object.assign(document.createElement('div'), { innerHTML: html }).innerHTML"
    shown = page.locator("#report").inner_html().replace(' tabindex="0"', "")
    return bool(shown == page.evaluate(normal, article._repr_html_()))


def facts(page: Page) -> list[list[str]]:
    rows = page.locator("tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def test_it_shows_what_is_kept_what_is_not_and_why(page: Page) -> None:
    paste(page, DUMP)
    article = nutgraf.from_text(DUMP)
    assert same(page, article)
    found = [(name.replace(" ", "_"), value) for name, value, *_ in facts(page)]
    assert found == [(str(fact.field), fact.value) for fact in article.facts]
    author = next(row for row in facts(page) if row[0] == "author name")
    line = DUMP[: DUMP.index("Tilda Okafor")].count("\n") + 1
    assert f"line {line}: “Tilda Okafor”" in author[2]


def test_a_page_is_read_as_such_and_can_run_nothing(page: Page) -> None:
    hostile = "<img src=https://example.org/x onerror=document.title='ran'><script>document.title='ran'</script>"
    title = page.title()
    paste(
        page,
        f"<!doctype html><h1>{hostile.replace('<', '&lt;')}</h1>{hostile}<p>{hostile}{'The river rose. ' * 20}",
    )
    assert "document.title='ran'" in page.locator("#report header").inner_text()
    assert page.locator("#report img, #report script").count() == 0
    page.evaluate("new Promise(resolve => setTimeout(resolve, 100))")
    assert page.title() == title


def test_nothing_can_leave_it(browser: Browser) -> None:
    page = browser.new_page()
    page.goto(FILE.as_uri())
    blocked = page.evaluate("""async () => {
        const ways = {
            fetch: () => fetch("https://example.org/"),
            beacon: async () => { if (!navigator.sendBeacon("https://example.org/", "x")) throw 0 },
            picture: () => new Promise((resolve, reject) =>
                Object.assign(new Image(), { onload: resolve, onerror: reject, src: "https://example.org/x.png" })),
            form: () => new Promise((resolve, reject) => {
                addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
                    if (effectiveDirective === "form-action") reject();
                });
                const form = Object.assign(document.createElement("form"), { action: "https://example.org/" });
                document.body.append(form);
                form.submit();
            }),
        };
        const violations = [];
        addEventListener("securitypolicyviolation", event => violations.push(event.effectiveDirective));
        for (const way of Object.values(ways)) await way().catch(() => {});
        await new Promise(resolve => setTimeout(resolve, 100));
        return violations;
    }""")
    assert set(blocked) == {"connect-src", "img-src", "form-action"}
    page.close()


def test_files_are_opened_and_dropped(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(
        "<meta charset=windows-1252><h1>Cafés Close Early</h1><p>By nine the square was dark.".encode("cp1252")
    )
    page.get_by_label("or open a file").set_input_files(file)
    page.get_by_role("status").get_by_text("Read in").wait_for()
    assert page.locator("#report header strong").inner_text() == "Cafés Close Early"
    page.evaluate("""() => {
        const data = new DataTransfer();
        const text = "A Town Looks Up\\n\\nThe river came over its bank at four in the morning.";
        data.items.add(new File([text], "dump.txt"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }""")
    page.locator("#report header strong").get_by_text("A Town Looks Up").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    paste(page, DUMP)
    found = page.evaluate(
        "([colour]) => {"
        + CONTRAST
        + """
        const texts = [...document.querySelectorAll("body *:not(style, script)")].filter(
            element => [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
        const canvas = document.body.appendChild(document.createElement("i"));
        canvas.style.color = "Canvas";
        const page = parse(getComputedStyle(canvas).color).slice(0, 3);
        canvas.remove();
        return {
            page, texts: texts.length, contrast: Math.min(...texts.map(element => contrast(element, page))),
            overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
    }""",
        [scheme],
    )
    assert (sum(found["page"]) < 3 * 128) == (scheme == "dark")
    assert found["texts"] > 100
    # What the guidelines on accessible content (WCAG 2.2, AA) ask for.
    assert found["contrast"] >= 4.5
    assert found["overflow"] == 0


def test_keys_are_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.insert_text(DUMP)
    # The three ways to read it are one stop.
    for key in ["Tab", "Tab", "Enter"]:
        page.keyboard.press(key)
    page.get_by_role("status").get_by_text("Read in").wait_for()
    why = page.locator("#why")
    before = why.inner_text()
    # Past the file and the link to the facts.
    for _ in range(3):
        page.keyboard.press("Tab")
    assert why.inner_text() != before
    assert why.inner_text().startswith("boilerplate: ")
    names = page.evaluate(
        "[...document.querySelectorAll('input, textarea, button')]"
        ".filter(element => !element.labels.length && !element.textContent).length"
    )
    assert names == 0


def test_what_does_not_read_as_anything_is_an_article_too(page: Page) -> None:
    paste(page, "")
    assert "0 segments" in page.get_by_role("status").inner_text()
    # Half a surrogate pair.
    page.evaluate("document.getElementById('input').value = 'It rained. \\ud800'")
    page.get_by_role("button", name="Read").click()
    page.locator("#report").get_by_text("It rained.").wait_for()


def test_pages_come_out_as_elsewhere(page: Page) -> None:
    for source in sorted(pages(), key=len)[-3:]:
        text = source.decode()
        page.get_by_role("radio", name="a page").check()
        paste(page, text)
        assert same(page, nutgraf.from_html(text))


def test_it_is_small() -> None:
    assert len(gzip.compress(FILE.read_bytes())) < 2_000_000
