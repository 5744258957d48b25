"""Fits the points that `src/label/points.rs` holds: what each step of each feature of a page is worth for each type of pages.

    python training/points.py pages FEATURES.jsonl… > src/label/points.rs     points from all pages
    python training/points.py fold N FEATURES.jsonl… > src/label/points.rs    points from all pages but those of fold N

A line of FEATURES.jsonl is a page: `{"fold", "type", "page": steps}`; the first line has the names of the features with the
number of their steps. `training/features.py` makes such files.

It is a logistic regression over the steps with an L2 penalty, for each type against all others. It is solved by Newton's
method in double precision without any random number: the same pages give the same bytes. The points of each feature are
centred, so that a reader sees at once what speaks for a type and what against it, and rounded to hundredths of a natural
logarithm of the odds.
"""

import json

import numpy as np
from command import run

PENALTY = 8.0
TYPES = ["article", "forum", "product", "listing", "documentation", "service"]
# A collection of a shop is a list of its products.
LISTS = {"collection": "listing"}


def read(paths, without):
    names, steps, types = None, [], []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            _, names = json.loads(next(file))
            for page in map(json.loads, file):
                if page["fold"] != without and page["units"]:
                    steps.append(page["page"])
                    types.append(LISTS.get(page["type"], page["type"]))
    return names, np.array(steps), np.array(types)


def fit(names, steps, labels):
    offsets = np.cumsum([0] + [count for _, count, *_ in names])
    columns = steps + offsets[:-1]
    size = offsets[-1]
    design = np.zeros((len(columns), size + 1))
    np.put_along_axis(design, columns, 1, axis=1)
    design[:, size] = 1
    points = np.zeros(size + 1)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-design @ points))
        gradient = design.T @ (labels - chance)
        hessian = design.T @ (design * (chance * (1 - chance))[:, None])
        gradient[:size] -= PENALTY * points[:size]
        hessian[np.arange(size), np.arange(size)] += PENALTY
        step = np.linalg.solve(hessian, gradient)
        points += step
        if np.abs(step).max() < 1e-4:
            break
    intercept = points[size]
    for start, end in zip(offsets, offsets[1:]):
        mean = np.bincount(columns.ravel(), minlength=size)[start:end] @ points[start:end] / len(columns)
        points[start:end] -= mean
        intercept += mean
    return offsets, points, intercept


def write(names, steps, types):
    print("//! What each step of a feature of a page is worth, in hundredths of the natural logarithm of the odds that it is of a type.")
    print("//! Written by `training/points.py`; `training/README.md` says from which pages.")
    print()
    print("/// The points of a page for each type: what it has before anything is known of it, and those of all its features.")
    print("#[rustfmt::skip]")
    print(f"pub(super) static PAGE_TYPE_POINTS: [(i16, [&[i16]; {len(names)}]); {len(TYPES)}] = [")
    for kind in TYPES:
        offsets, points, intercept = fit(names, steps, (types == kind).astype(float))
        print(f"    // {kind}")
        print(f"    ({round(100 * intercept)}, [")
        for (name, *_), start, end in zip(names, offsets, offsets[1:]):
            print(f"        &[{', '.join(str(round(100 * value)) for value in points[start:end])}], // {name}")
        print("    ]),")
    print("];")


if __name__ == "__main__":
    run(read, write, __doc__)
