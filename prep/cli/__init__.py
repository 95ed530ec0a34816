"""Arguments in, text out, exit codes. Commands are imported when they are called."""

from __future__ import annotations

import sys

from prep.cli.group import group
from prep.problems import PrepError

INTERRUPTED = 130


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
