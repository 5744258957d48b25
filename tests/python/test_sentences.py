"""The golden sentences (tests/sentences.jsonl), as tests/sentences.rs has them."""

import json
from typing import Any

import pytest

import nutgraf
from golden import ROOT

CASES = [json.loads(line) for line in (ROOT / "tests" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}-{case['about']}")
def test_every_case_comes_apart(case: dict[str, Any]) -> None:
    text = case.get("text", " ".join(case["sentences"]))
    assert nutgraf.split_sentences(text, case["language"]) == case["sentences"]


def test_the_language_may_be_left_out() -> None:
    assert nutgraf.split_sentences("Dr. Roe came. She left.") == ["Dr. Roe came.", "She left."]
    assert nutgraf.split_sentences("Πού πας; Εδώ.", language="el") == ["Πού πας;", "Εδώ."]
    assert nutgraf.split_sentences("") == []
