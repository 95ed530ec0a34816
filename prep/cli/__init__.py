"""Arguments in, text out, exit codes. Commands are imported when they are called."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from prep.cli.group import group
from prep.problems import PrepError

INTERRUPTED = 130
SWEEP = 100_000
"""New objects after which Python looks for dead cycles: a brief makes few, and ends soon."""


def run() -> None:
    """A process of its own for one command line: ``main``, then the end of the process at once.

    Files and the index are closed by then. Taking the heap apart object by object, as Python
    does when it ends by itself, was a seventh of a run.
    """
    gc.set_threshold(SWEEP)
    try:
        main()
    except SystemExit as stop:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError, ValueError):  # whoever read it has gone: nobody to tell
                stream.flush()
        os._exit(int(stop.code or 0))


def main() -> None:
    """Run the command line; the one place where an error becomes an exit code."""
    import click

    try:
        code = group.main(prog_name="prep", standalone_mode=False)
    except PrepError as error:
        click.echo(f"prep: {error}", err=True)
        code = error.exit_code
    except click.exceptions.Abort:
        click.echo("prep: interrupted", err=True)
        code = INTERRUPTED
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    sys.exit(code if isinstance(code, int) else 0)
