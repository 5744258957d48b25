"""What the fitting programs have in common: `pages FEATURES.jsonl…` fits to all pages, `fold N FEATURES.jsonl…` to all but those
of fold N."""

import sys


def run(read, write, usage):
    """`read` takes the paths and the fold that is left out, if any; `write` takes what it gives."""
    if sys.argv[1:2] == ["pages"]:
        write(*read(sys.argv[2:], None))
    elif sys.argv[1:2] == ["fold"]:
        write(*read(sys.argv[3:], int(sys.argv[2])))
    else:
        sys.exit(usage)
