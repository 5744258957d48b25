"""Several threads read articles at once, and one article is read by several."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import nutgraf
from golden import texts

DUMP = "\n\n".join(texts())


def test_other_threads_run_while_an_article_is_read() -> None:
    size = 1
    while True:
        dump = DUMP * size
        start = time.perf_counter()
        nutgraf.from_text(dump)
        if time.perf_counter() - start > 0.3:
            break
        size *= 2
    ticks = 0
    reading = threading.Event()

    def read() -> None:
        reading.set()
        nutgraf.from_text(dump)

    thread = threading.Thread(target=read)
    thread.start()
    reading.wait()
    while thread.is_alive():
        ticks += 1
        time.sleep(0.002)
    # Were the GIL held, this thread would have slept from the first tick to the end.
    assert ticks > 10


def test_threads_read_the_same_article_from_the_same_dump() -> None:
    expected = nutgraf.from_text(DUMP)
    with ThreadPoolExecutor(8) as pool:
        for article in pool.map(nutgraf.from_text, [DUMP] * 16):
            assert article == expected


def test_threads_share_an_article() -> None:
    article = nutgraf.from_text(DUMP)
    barrier = threading.Barrier(8)

    def use(index: int) -> tuple[object, ...]:
        barrier.wait()
        # What is computed at the first call is computed by whoever comes first.
        return (
            article.word_count,
            article.text,
            [s.text for s in article.segments],
            len(article.sentences),
            article.to_markdown(),
            article.to_html(),
            article.to_json(),
            article.to_jsonld(),
            article.to_ninjs(),
            article.to_tei(),
            article.segments[index].start >= 0,
        )

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(use, range(8)))
    assert all(result == results[0] for result in results)


def test_an_iterator_can_be_shared() -> None:
    article = nutgraf.from_text("word " * 20_000)
    iterator = iter(article.words)
    with ThreadPoolExecutor(4) as pool:
        parts = list(pool.map(lambda _: [word.text_start for word in iterator], range(4)))
    assert sorted(start for part in parts for start in part) == [word.text_start for word in article.words]
