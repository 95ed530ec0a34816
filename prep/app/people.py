"""The use case: who is known, how a name resolves, who may be one and the same."""

from __future__ import annotations

from prep.app.session import Session
from prep.app.subject import match_name, resolve
from prep.model.naming import Located
from prep.names import fold

SHOWN_FORMS = 12


def known(session: Session) -> str:
    """People and accounts, a line each with where they are declared."""
    rows: dict[tuple[str, str], Located] = {}
    for located in session.index.declared():
        naming = located.naming
        if naming.kind in ("person", "account"):
            rows.setdefault((naming.kind, naming.key), located)
    lines = [
        f"{kind}: {found.naming.name} ({found.path}:{found.naming.line})"
        for (kind, _), found in sorted(rows.items())
    ]
    return "\n".join(lines) or "nobody is known yet: the vault holds no people or accounts"


def explained(session: Session, name: str) -> str:
    """How ``name`` resolves: the rung that decided, or the candidates.

    Raises:
        PrepError: nobody, or several; as ``prep brief`` would say it.
    """
    match = match_name(session, name)
    subject = resolve(session, name)
    lines = [f"{subject.name} ({subject.kind}): {match.rung}, {match.why}"]
    if subject.path:
        lines.append(f"note: {subject.path}")
    if subject.account:
        lines.append(f"account: {subject.account}")
    for label, values in (
        ("also written", subject.forms), ("addresses", subject.emails),
        ("handles", subject.handles), ("people", subject.people),
    ):  # fmt: skip
        shown = [value for value in values if fold(value) != fold(subject.name)][:SHOWN_FORMS]
        if shown:
            lines.append(f"{label}: {', '.join(shown)}")
    for form in list(dict.fromkeys(form for _, form in subject.local))[:SHOWN_FORMS]:
        where = [path for path, other in subject.local if other == form]
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        lines.append(f"in {where[0]}{more} only: {form}")
    lines += [f"perhaps also: {c.name} ({c.why})" for c in match.candidates]
    return "\n".join(lines)


def duplicates(session: Session) -> str:
    """Proposed merges with their evidence; nothing is written."""
    from prep import identity

    found = identity.duplicates(session.index, session.overrides)
    lines = [f"{row.a} = {row.b}? {row.why}" for row in found]
    lines.append(
        f"{len(found)} proposals; to accept one write it under same: in "
        f"{session.settings.config.overrides}"
    )
    return "\n".join(lines)
