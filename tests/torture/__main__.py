"""`python -m torture` (`make torture`): every drill, one after the other, and a report; 1 if anything was found."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from torture.drills import DRILLS
from torture.report import Plan


def main() -> int:
    """Run what was asked for, and print the report."""
    given = _arguments()
    folder = Path(tempfile.mkdtemp(prefix="torture-", dir=given.folder))
    plan = Plan(folder, given.queries, given.requests, given.rounds, given.seed, given.minutes, given.examples)
    try:
        reports = [DRILLS[name](plan) for name in given.only or DRILLS]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for report in reports:
        sys.stdout.write("\n".join(report.lines()) + "\n\n")
    return 1 if any(report.findings for report in reports) else 0


def _arguments() -> argparse.Namespace:
    plan = Plan(Path())
    parser = argparse.ArgumentParser(prog="torture", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"drills, of {', '.join(DRILLS)}; by default all")
    parser.add_argument("--queries", type=int, default=plan.queries, help="queries at random")
    parser.add_argument("--requests", type=int, default=plan.requests, help="requests of the soak")
    parser.add_argument("--examples", type=int, default=plan.examples, help="of each operation of the API")
    parser.add_argument("--rounds", type=int, default=plan.rounds, help="of each drill that kills or damages")
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument("--minutes", type=float, default=plan.minutes, help="after which a flood ends, done or not")
    parser.add_argument("--folder", type=Path, default=None, help="where to work, by default the temporary folder")
    given = parser.parse_args()
    unknown = set(given.only) - set(DRILLS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}. There are: {', '.join(DRILLS)}")
    return given


if __name__ == "__main__":
    sys.exit(main())
