#!/usr/bin/env bash
# Fits the three files that are learned, into a folder: to all pages, or to all but those of a fold.
#
#     FEATURES="FILES of pages" TEXT_FEATURES="FILES of texts" bash training/fit.sh FOLDER (pages | fold N)
set -euo pipefail
python=.tools/training/bin/python
folder=$1
shift
export OMP_NUM_THREADS=1
# shellcheck disable=SC2086
{
    "$python" training/trees.py 200 "$@" $FEATURES > "$folder/weights.rs"
    "$python" training/trees.py 100 "$@" $TEXT_FEATURES > "$folder/text_weights.rs"
    "$python" training/points.py "$@" $FEATURES > "$folder/points.rs"
}
