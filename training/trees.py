"""Fits the trees of `src/label/weights.rs` and `src/label/text_weights.rs`: whether a unit of a page, or a line of a text, is of the
body, from the steps of its features.

    python training/trees.py COUNT pages FEATURES.jsonl… > src/label/weights.rs     trees from all pages
    python training/trees.py COUNT fold N FEATURES.jsonl… > src/label/weights.rs    trees from all pages but those of fold N

`training/features.py` makes such files. The trees are oblivious ones by CatBoost, boosted on soft labels; each unit is weighted
by its share of the page's gold text, so that every page counts the same. One thread and one seed: the same pages give the
same bytes.
"""

import json
import sys
import tempfile

import numpy as np
from catboost import CatBoost, Pool
from command import run

DEPTH = 6
SCALE = 1000
PARAMETERS = {
    "loss_function": "CrossEntropy",
    "depth": DEPTH,
    "learning_rate": 0.12,
    "l2_leaf_reg": 5,
    "rsm": 0.3,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.5,
    "border_count": 16,
    "random_seed": 1,
    "thread_count": 1,
    "allow_writing_files": False,
    "logging_level": "Silent",
}


def read(paths, without):
    steps, labels, weights = [], [], []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            next(file)
            for page in map(json.loads, file):
                if page["fold"] == without:
                    continue
                gold = max(30.0, page["gold"])
                for unit, words, share in page["units"]:
                    steps.append(np.array(unit + page["page"], dtype=np.float32))
                    labels.append(share)
                    weights.append(max(1, words) / gold * page["weight"])
    weights = np.array(weights)
    return np.stack(steps), np.array(labels), weights / weights.mean()


def trees(count, steps, labels, weights):
    model = CatBoost({**PARAMETERS, "iterations": count})
    model.fit(Pool(steps, labels, weight=weights))
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        model.save_model(file.name, format="json")
        model = json.load(file)
    scale, (bias,) = model["scale_and_bias"]
    for tree in model["oblivious_trees"]:
        questions = [(split["float_feature_index"], int(np.ceil(split["border"]))) for split in tree["splits"]]
        # A question that is never answered with yes, where a tree has fewer.
        leaves = list(tree["leaf_values"]) * 2 ** (DEPTH - len(questions))
        questions += [(0, 255)] * (DEPTH - len(questions))
        yield questions, [round(SCALE * scale * value) for value in leaves]
    yield round(SCALE * bias)


def write(count, steps, labels, weights):
    *all_trees, bias = trees(count, steps, labels, weights)
    print("//! Trees of the labeller. Written by `training/trees.py`; `training/README.md` says from which pages.")
    print()
    print("use super::trees::{Forest, Tree};")
    print()
    print(f"pub(super) static FOREST: Forest = Forest {{ bias: {bias}, trees: &TREES }};")
    print()
    print("#[rustfmt::skip]")
    print(f"static TREES: [Tree; {len(all_trees)}] = [")
    for questions, leaves in all_trees:
        asked = ", ".join(f"({feature}, {step})" for feature, step in questions)
        print(f"    Tree {{ questions: [{asked}], leaves: {leaves} }},")
    print("];")


if __name__ == "__main__":
    if not sys.argv[1:2] or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    count = int(sys.argv.pop(1))
    run(read, lambda *fitted: write(count, *fitted), __doc__)
