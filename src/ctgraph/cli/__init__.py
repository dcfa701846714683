"""The command line: one verb a function, argument parsing and printing only.

Data goes to standard output, messages to standard error. Exit codes: 0 done · 1 not done, or violations found ·
2 wrong usage or unreadable input · 3 done in part, with a list of what is missing.
"""

from __future__ import annotations

import gc
import sys

from ctgraph.cli.app import app
from ctgraph.cli.console import complain
from ctgraph.errors import CtgraphError, InputError, QueryError, UsageError


def main() -> None:
    """Run the command line; every error of ours becomes one message and an exit code."""
    # Reading makes many small objects that live to the end; looking for cycles among them costs a sixth of the time.
    gc.set_threshold(50_000, 20, 100)
    try:
        app(prog_name="ctgraph")
    except CtgraphError as error:
        complain(str(error))
        sys.exit(exit_code(error))
    except BrokenPipeError:
        # The reader of our output has seen enough (`ctgraph ask … | head`).
        sys.stderr.close()
        sys.exit(0)


def exit_code(error: CtgraphError) -> int:
    """2 for what the caller can put right in the call, 1 for the rest."""
    return 2 if isinstance(error, UsageError | InputError | QueryError) else 1
