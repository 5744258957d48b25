#!/usr/bin/env bash
# Reads every labelled page with weights that saw no page of its site: target/training/SET.found.jsonl, for tests/eval/compare.py.
#
#     NUTGRAF_DATA=FOLDER make folds
#
# The weights of a fold are built into a copy of the sources.
set -euo pipefail
python=.tools/training/bin/python
tree=target/training/tree
rm -rf "$tree" target/training/*.found.jsonl
mkdir -p "$tree"
git ls-files -z src tests bindings examples schema Cargo.toml Cargo.lock | xargs -0 cp --parents -t "$tree"
features=()
for set in "$@"; do
    features+=("target/training/$set.jsonl")
done
for fold in 0 1 2 3; do
    for file in trees:weights points:points; do
        OMP_NUM_THREADS=1 "$python" "training/${file%:*}.py" fold "$fold" "${features[@]}" > "$tree/src/label/${file#*:}.rs"
    done
    # The program counts, not its speed.
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_TARGET_DIR=target/training/build \
        cargo build --release --locked --manifest-path "$tree/Cargo.toml" --example extract
    for set in "$@"; do
        "$python" training/pages.py "$NUTGRAF_DATA/$set" "$fold" \
            | target/training/build/release/examples/extract >> "target/training/$set.found.jsonl"
    done
done
