"""German notes are heard by their labels, headings, boxes, questions and cautions."""

from __future__ import annotations

import pytest
import yaml

from prep import notes
from prep.claims import Cues, cues_from, extract
from prep.resources import template_folder


@pytest.fixture(scope="module")
def german() -> Cues:
    folder = template_folder() / "cues"
    return cues_from(
        [yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8")) for name in ("en", "de")]
    )


HEARD = [
    ("AKTION: Nora schickt den Entwurf", "commitment"),
    ("## Nächste Schritte\n- Milo: Raum buchen", "commitment"),
    ("- [ ] Entwurf an Ines schicken", "commitment"),
    ("Entscheidung: Der Pilot beginnt im März", "decision"),
    ("## Beschlüsse\n- ✅ Milo leitet den Pilot", "decision"),
    ("Wir haben beschlossen, im März zu beginnen", "decision"),
    ("Wer unterschreibt den Vertrag?", "open_question"),
    ("## Offene Fragen\n- wer den Vertrag unterschreibt", "open_question"),
    ("Status: Pilot auf Eis; der Vertrag wartet auf Ines", "status"),
    ("Bitte nicht die alte Firma erwähnen", "sensitivity"),
    ("Risiko: niemand kennt das alte Modell", "sensitivity"),
    ("Ziel: eine Stunde Vorwarnung", "goal"),
    ("Erfolgskriterien: eine Stunde Vorwarnung; keine Fehlalarme", "criterion"),
    ("Nächster Termin: 14. Januar 2026", "event"),
]
SILENT = [
    "Entscheidung: keine",
    "Offene Frage: keine",
    "## Tagesordnung\n- Zahlen ansehen",
    "Der Raum ist schön.",
]


@pytest.mark.parametrize(("body", "kind"), HEARD, ids=[b[:30] for b, _ in HEARD])
def test_is_heard(body: str, kind: str, german: Cues) -> None:
    note = notes.read("Konten/Nordwind.md", f"# Nordwind\n\n{body}\n".encode())
    assert kind in {c.kind for c in extract(note, german)}


@pytest.mark.parametrize("body", SILENT)
def test_states_nothing(body: str, german: Cues) -> None:
    note = notes.read("Konten/Nordwind.md", f"# Nordwind\n\n{body}\n".encode())
    assert [c.rule for c in extract(note, german) if not c.planned] == []
