"""What each family of features is worth: word F1 of the units by folds, with all features and with one family left out.

    python training/ablation.py COUNT FEATURES.jsonl…

COUNT and FEATURES are those of `training/trees.py`. A page's units are taken as `src/label/cut.rs` takes them, before any rule
looks at them; of the words taken those count as right that the label of their unit says. The same trees, seed and weights.
"""

import json
import sys

import numpy as np
from catboost import CatBoost, Pool
from pages import FOLDS
from trees import PARAMETERS, read

LEAST = 0.1


def pages(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            next(file)
            yield from map(json.loads, file)


def best(words, likely):
    """The units of the greatest F1 that is to be expected."""
    order = np.argsort(-likely, kind="stable")
    order = order[likely[order] >= LEAST]
    right, taken = np.cumsum((words * likely)[order]), np.cumsum(words[order])
    return order[: np.argmax(right / (taken + (words * likely).sum())) + 1] if len(order) else order


def score(all_pages, likely):
    """The mean F1 of the pages, each counted by its weight."""
    sums, at = np.zeros(2), 0
    for page in all_pages:
        units = page["units"]
        words = np.array([max(1, unit[1]) for unit in units], dtype=float)
        labels = np.array([unit[2] for unit in units])
        taken = best(words, likely[at : at + len(units)])
        at += len(units)
        right, total = (words * labels)[taken].sum(), words[taken].sum() + page["gold"]
        sums += page["weight"] * np.array([2 * right / max(1.0, total), 1])
    return sums[0] / sums[1]


def folds(count, steps, labels, weights, fold):
    likely = np.zeros(len(labels))
    for one in range(FOLDS):
        seen = fold != one
        model = CatBoost({**PARAMETERS, "iterations": count})
        model.fit(Pool(steps[seen], labels[seen], weight=weights[seen]))
        raw = model.predict(steps[~seen], prediction_type="RawFormulaVal")
        likely[~seen] = 1 / (1 + np.exp(-raw))
    return likely


def main(count, paths):
    with open(paths[0], encoding="utf-8") as file:
        of_units, of_pages = json.loads(next(file))
    families = [family for _, _, family in of_units] + ["page" for _ in of_pages]
    all_pages = [page for page in pages(paths) if page["units"]]
    fold = np.concatenate([np.full(len(page["units"]), page["fold"]) for page in all_pages])
    steps, labels, weights = read(paths, None)
    print("| left out | features | word F1 |\n|---|---|---|")
    whole = score(all_pages, folds(count, steps, labels, weights, fold))
    print(f"| nothing | {len(families)} | {whole:.4f} |", flush=True)
    for family in dict.fromkeys(families):
        kept = [at for at, one in enumerate(families) if one != family]
        value = score(all_pages, folds(count, steps[:, kept], labels, weights, fold))
        print(f"| {family} | {len(families) - len(kept)} | {value:.4f} ({value - whole:+.4f}) |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), sys.argv[2:])
