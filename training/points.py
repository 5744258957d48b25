"""Fits the points that `src/label/points.rs` holds: what each step of each feature of a unit of a page is worth.

    python training/points.py pages FEATURES.jsonl… > src/label/points.rs     points from all pages
    python training/points.py fold N FEATURES.jsonl… > src/label/points.rs    points from all pages but those of fold N

A line of FEATURES.jsonl is a page: `{"fold", "weight", "units": [[steps, words, share of its words that the gold text has], …]}`;
the first line has the names of the features with the number of their steps. `training/features.py` makes such files.

It is a logistic regression over the steps with an L2 penalty, on soft labels, each unit weighted by its share of the page's
gold text, so that every page counts the same. It is solved by Newton's method in double precision without any random number:
the same pages give the same bytes. The points of each feature are centred, so that a reader sees at once what speaks for a
unit and what against it, and rounded to hundredths of a natural logarithm of the odds.
"""

import json
import sys

import numpy as np

CHUNK = 16384
TYPES = ["article", "forum", "product", "listing", "documentation", "service"]
# A collection of a shop is a list of its products.
LISTS = {"collection": "listing"}


def read(paths, without):
    names = None
    units, pages = ([], [], []), ([], [], [])
    for path in paths:
        with open(path, encoding="utf-8") as file:
            names = json.loads(next(file))
            for page in map(json.loads, file):
                if page["fold"] == without or not page["units"]:
                    continue
                pages[0].append(page["page"])
                pages[1].append(LISTS.get(page["type"], page["type"]))
                pages[2].append(1.0)
                gold = max(30.0, page["gold"])
                for unit, words, share in page["units"]:
                    units[0].append(unit)
                    units[1].append(share)
                    units[2].append(max(1, words) / gold * page["weight"])
    arrays = [[np.array(part) for part in group] for group in (units, pages)]
    return names, *arrays


def fit(names, steps, labels, weights, weight, penalty):
    offsets = np.cumsum([0] + [count for _, count in names])
    columns = steps + offsets[:-1]
    size = offsets[-1]
    weights = weights / weights.mean() * weight
    points = np.zeros(size + 1)
    for _ in range(25):
        gradient, hessian = np.zeros(size + 1), np.zeros((size + 1, size + 1))
        for first in range(0, len(steps), CHUNK):
            rows = slice(first, first + CHUNK)
            design = np.zeros((len(columns[rows]), size + 1))
            np.put_along_axis(design, columns[rows], 1, axis=1)
            design[:, size] = 1
            chance = 1 / (1 + np.exp(-design @ points))
            gradient += design.T @ (weights[rows] * (labels[rows] - chance))
            hessian += design.T @ (design * (weights[rows] * chance * (1 - chance))[:, None])
        gradient[:size] -= penalty * points[:size]
        hessian[np.arange(size), np.arange(size)] += penalty
        step = np.linalg.solve(hessian, gradient)
        points += step
        if np.abs(step).max() < 1e-4:
            break
    intercept = points[size]
    for start, end in zip(offsets, offsets[1:]):
        share = np.bincount(columns.ravel(), np.repeat(weights, columns.shape[1]), size)[start:end]
        mean = (points[start:end] * share).sum() / share.sum()
        points[start:end] -= mean
        intercept += mean
    return offsets, points, intercept


def rows(names, offsets, points, indent):
    for (name, _), start, end in zip(names, offsets, offsets[1:]):
        print(f"{indent}&[{', '.join(str(round(100 * value)) for value in points[start:end])}], // {name}")


def write(names, units, pages):
    print("//! What each step of a feature is worth, in hundredths of the natural logarithm of the odds that a unit is of the body.")
    print("//! Written by `training/points.py`; `training/README.md` says from which pages.")
    print()
    offsets, points, intercept = fit(names[0], *units, weight=0.1, penalty=6)
    print("/// What a unit has before anything is known of it.")
    print(f"pub(super) const INTERCEPT: i16 = {round(100 * intercept)};")
    print()
    print("/// The points of all features of a unit, in their order, step by step.")
    print("#[rustfmt::skip]")
    print(f"pub(super) static POINTS: [&[i16]; {len(names[0])}] = [")
    rows(names[0], offsets, points, "    ")
    print("];")
    print()
    print("/// The points of a page for each type: what it has before anything is known of it, and those of all its features.")
    print("#[rustfmt::skip]")
    print(f"pub(super) static PAGE_TYPE_POINTS: [(i16, [&[i16]; {len(names[1])}]); {len(TYPES)}] = [")
    steps, types, weights = pages
    for kind in TYPES:
        offsets, points, intercept = fit(names[1], steps, (types == kind).astype(float), weights, weight=1.0, penalty=8.0)
        print(f"    // {kind}")
        print(f"    ({round(100 * intercept)}, [")
        rows(names[1], offsets, points, "        ")
        print("    ]),")
    print("];")


if __name__ == "__main__":
    if sys.argv[1:2] == ["pages"]:
        write(*read(sys.argv[2:], None))
    elif sys.argv[1:2] == ["fold"]:
        write(*read(sys.argv[3:], int(sys.argv[2])))
    else:
        sys.exit(__doc__)
