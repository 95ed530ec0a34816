"""An invented vault, and how tests ask it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from prep import queries
from prep.queries import Page, Result

VAULT: dict[str, tuple[dict[str, object], str]] = {
    "People/Mara Voss.md": (
        {"type": "person", "company": "Orbital", "due": "2031-01-01", "tags": ["crm/lead"]},
        ("# Mara Voss\n\n- [ ] Mara without a day\n- [ ] Mara with a day 📅 2025-06-01\n"
        "- role:: Buyer\n"),
    ),
    "People/Tom Reed.md": (
        {"type": "person", "company": "Delta", "aliases": "Tommy, TR", "rating": 4},
        "## Context\n\n- 2025-04-30: [[2025-04-30 Sync]] (via [[Mara Voss]])\n",
    ),
    "Daily/2025-05-05.md": (
        {},
        ("- [ ] Send plan to Mara 📅 2025-05-20\n"
        "- [x] Call Mara ✅ 2025-05-04\n"
        "- [-] Dropped with Mara\n"
        "- [ ] Parent of [[Mara Voss]]\n"
        "\t- [ ] child 📅 2025-05-01 #next/step\n"
        "\t- plain bullet\n"
        "\t\t- [X] grandchild Mara [due:: 2025-05-02]\n"
        "- [ ] Mara in words [due:: next Friday]\n"
        "- [?] two lines\n  with Mara [prio:: 2]\n"
        "> - [ ] quoted Mara 📅 2025-05-09\n"
        "\n```\n- [ ] code Mara\n```\n"),
    ),
    "Meetings/2025-04-30 Sync.md": (
        {"type": "meeting", "date": "2025-04-30", "attendees": ["[[Mara Voss]]", "Tom Reed"]},
        "## Actions\n\n- [ ] [[Mara Voss|Mara]] sends figures 📅 2025-05-15\n- [ ] @MaraVoss to confirm\n",
    ),
    "Projects/Alpha.md": (
        {"type": "project"},
        "owner:: [[Tom Reed]]\nDue Date:: 2025-06-01\n**Budget**:: 12\n\nSee [other](Beta.md). #next\n",
    ),
    "Projects/Beta.md": ({"type": "project", "company": "Delta"}, "**Owner**: nobody\n"),
}  # fmt: skip

Ask = Callable[..., Result]


@pytest.fixture
def pages() -> list[Page]:
    """The vault's pages, new for each test, in an order that is not that of their paths."""
    return [
        queries.page(path, _text(front, body), front)
        for path, (front, body) in sorted(VAULT.items(), reverse=True)
    ]


def _text(front: dict[str, object], body: str) -> str:
    return f"---\n{'x: y' * bool(front)}\n---\n{body}" if front else body


@pytest.fixture
def ask(pages: list[Page]) -> Ask:
    """Ask a query of the vault as of Monday 5 May 2025; ``origin`` is the note that holds it."""

    def run(text: str, *, language: str = "dataview", origin: str = "", **more: Any) -> Result:
        this = next((page for page in pages if page.path == origin), None)
        return queries.run(
            text, language=language, pages=pages, this=this, as_of="2025-05-05", **more
        )

    return run
