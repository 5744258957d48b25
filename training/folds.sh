#!/usr/bin/env bash
# Reads every labelled page and text with weights that saw no page of its site: target/training/SET.found.jsonl and
# target/training/texts/SET/RENDERER.found.jsonl, for tests/eval/compare.py.
#
#     NUTGRAF_DATA=FOLDER make folds
#
# The weights of a fold are built into a copy of the sources.
set -euo pipefail
python=.tools/training/bin/python
tree=target/training/tree
read -ra sets <<< "$1"
read -ra texts <<< "$2"
rm -rf "$tree" target/training/*.found.jsonl target/training/texts/*/*.found.jsonl
mkdir -p "$tree"
git ls-files -z src tests bindings examples schema build.rs Cargo.toml Cargo.lock README.md | xargs -0 cp --parents -t "$tree"
extract() {
    target/training/build/release/examples/extract >> "target/training/$1.found.jsonl"
}
for fold in 0 1 2 3; do
    bash training/fit.sh "$tree/src/label" fold "$fold"
    # The program counts, not its speed.
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_TARGET_DIR=target/training/build \
        cargo build --release --locked --manifest-path "$tree/Cargo.toml" --example extract
    for set in "${sets[@]}"; do
        "$python" training/pages.py "$NUTGRAF_DATA/$set" "$fold" | extract "$set"
    done
    for text in "${texts[@]}"; do
        "$python" training/texts.py "$NUTGRAF_DATA" "${text%/*}" "${text#*/}" "$fold" | extract "texts/$text"
    done
done
