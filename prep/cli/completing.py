"""Names completed by the shell, from the index.

A name is offered as one word ("ines-calloway"): shells hand a name with a blank over as two, and
a folded name resolves like the name itself.
"""

from __future__ import annotations

import click

from prep.cli.request import Request
from prep.names import fold
from prep.problems import PrepError

MOST = 40


def names(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Known people and accounts whose folded name begins with what was typed so far."""
    above = ctx.parent.params if ctx.parent else {}
    request = Request(
        above.get("config"),
        above.get("vaults") or (),
        above.get("as_of"),
        quiet=True,
        verbose=False,
    )
    try:
        session = request.session()
    except PrepError:
        return []
    sought = fold(incomplete.replace("-", " "))
    kinds = ("person", "account")
    found = (
        located.naming.key
        for located in session.index.declared()
        if located.naming.kind in kinds and located.naming.key.startswith(sought)
    )
    return sorted({key.replace(" ", "-") for key in found})[:MOST]
