"""The command group: a written table of commands, each in a file of its own, imported when used."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from prep.cli.request import Request

COMMANDS = {
    "brief": ("brief", "A pre-call brief on a person, an account or a topic."),
    "interview": ("interview", "An interview question sheet."),
    "agenda": ("agenda", "What is coming up, and a brief for each meeting."),
    "export": ("export", "Any markdown file to Word or HTML."),
    "verify": ("verify", "Does each line of an earlier brief still stand in the notes?"),
    "diff": ("diff", "What is new, closed or changed between two briefs."),
    "why": ("why", "Why a line is in the brief: rule, score, rivals."),
    "who": ("who", "People and accounts known, and how a name resolves."),
    "tasks": ("tasks", "Open tasks and commitments, all dialects."),
    "query": ("query", "A Dataview or Tasks query, evaluated over the vault."),
    "check": ("check", "What in the notes could not be read or trusted."),
    "practice": ("practice", "Practise for an interview."),
    "review": ("review", "Measure a recorded interview."),
    "debrief": ("debrief", "After the meeting: close what was open, into the notes."),
    "index": ("index", "State of the index; rebuild it."),
    "init": ("init", "config.yaml and templates to make one's own."),
}


class Commands(click.Group):
    """Looks its commands up in ``COMMANDS``; the help is made from that table alone."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module, when there is one by that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"prep.cli.{COMMANDS[cmd_name][0]}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101 (a slip of ours, not of the user's)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--config", type=click.Path(path_type=Path), help="Settings file to use.")
@click.option(
    "--vault",
    "vaults",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of notes; may be given more than once.",
)
@click.option("--as-of", metavar="DATE", help="The day that stands in for today (YYYY-MM-DD).")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the result.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is read, and every problem.")
@click.version_option(
    package_name=None, version=importlib.import_module("prep").__version__, prog_name="prep"
)
@click.pass_context
def group(
    ctx: click.Context, config: Path | None, vaults: tuple[Path, ...], as_of: str | None,
    quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """One page before every meeting, from your own notes, traced to the line.

    \b
    prep brief "Jane Doe"                 a brief on a person
    prep brief "Jane Doe" -f docx --open  the same in Word
    prep interview "Jane Doe"             a question sheet
    prep agenda                           what is coming up today
    """
    ctx.obj = Request(config, vaults, as_of, quiet, verbose)
    if ctx.invoked_subcommand is None:
        agenda = group.get_command(ctx, "agenda")
        if agenda is not None:
            ctx.invoke(agenda, day="next")
