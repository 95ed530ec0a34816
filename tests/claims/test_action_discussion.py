"""What is said on an action below it is no action of its own."""

from __future__ import annotations

from pathlib import Path

from prep import claims, notes
from prep.config import load_yaml

CUES = Path(__file__).parents[2] / "templates" / "cues" / "en.yaml"

DOC = """
# Minutes of 3 March 2026

## Actions

**ACTION 4:** Milo to ask for the hall

* Status: no news yet
* The hall has two doors and a stage.
* Ines confirms that the stage is small.
* Ines to measure the stage
"""


def test_the_discussion_of_an_action_is_no_list_of_actions() -> None:
    note = notes.read("2026-03-03.md", DOC.encode())
    cues = claims.cues_from([load_yaml(CUES.read_text("utf-8"))])
    found = [c.text for c in claims.extract(note, cues) if c.kind == "commitment"]
    assert found == ["Milo to ask for the hall", "Ines to measure the stage"]
