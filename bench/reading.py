"""How well reading and linking fit the annotated sets: precision, recall and F1 by kind, with 95 % intervals.

    python bench/reading.py [--part development] [--errors 5] [--kinds date person] [--write]

Two sets of composed papers lie in tests/annotated: `development`, which the rules were written with, and `held-out`,
whose sentences are others. Papers written afresh lie beside them (`mended`, `aside`; later rounds, such as
`mended-4` and `aside-4`, are read by their names alone). Each composed sentence is used
several times with other names and numbers, so an interval is drawn by sentence: a thousand seeded draws of the
sentences, with replacement. Beside the reading stand regexes as one would write them first, and nllegalcit where it is
installed. Real papers, marked by hand or by their own XML, are asked for too, where the shared material is at hand.
`--write` puts the tables in docs/reading.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from annotated import fresh, naive, others  # noqa: E402  # the sets lie with the tests
from annotated.composing import PARTS, stored  # noqa: E402  # as above
from annotated.figures import KINDS, Reader, errors, evaluate  # noqa: E402  # as above
from annotated.report import PAGE, page, table  # noqa: E402  # as above


def main() -> None:
    """Run what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=(*PARTS, *fresh.PARTS, *fresh.LATER), help="this one only")
    parser.add_argument("--kinds", nargs="*", choices=KINDS, default=KINDS)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N differences of each kind")
    parser.add_argument("--write", action="store_true", help="write the tables to docs/reading.md")
    options = parser.parse_args()
    reader = Reader()
    if not others.at_hand():
        print(others.ABSENT, file=sys.stderr)
    if options.write:
        PAGE.write_text(page(reader), encoding="utf-8")
        return
    for part in (options.part,) if options.part else (*PARTS, *fresh.PARTS):
        papers = stored(part) if part in PARTS else fresh.unseen(part)
        print(f"{part}: {len(papers)} papers")
        print(table(evaluate(papers, reader.read), options.kinds, beside=evaluate(papers, naive.read)))
        for kind in options.kinds if options.errors else ():
            for line in errors(papers, reader.read, kind)[: options.errors]:
                print(line)


if __name__ == "__main__":
    main()
