"""Whose a line is, what it asks and what it warns of, by its form: one table a kind."""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from prep import notes
from prep.claims import Cues, cues_from, direction, extract
from prep.model.claim import Claim
from prep.model.naming import Subject
from prep.resources import template_folder

OWNER = ("Nils Roth",)
ADA = Subject("Ada Berg", "person", None, "", forms=("Ada Berg",), first=("Ada",))
HEAD = "---\nattendees: [Ada Berg, Nils Roth]\ndate: 2026-03-10\nlanguage: {}\n---\n# Import review\n\n"
STATED = ("commitment", "open_question", "sensitivity")


@cache
def cues(language: str) -> Cues:
    folder = template_folder() / "cues"
    names = dict.fromkeys(("en", language))
    return cues_from([yaml.safe_load((folder / f"{n}.yaml").read_text("utf-8")) for n in names])


def heard(line: str, language: str = "en") -> list[Claim]:
    text = HEAD.format(language) + line.replace(" / ", "\n") + "\n"
    return list(extract(notes.read("Meetings/2026-03-10 Import.md", text.encode()), cues(language)))


def sides(line: str, language: str) -> set[tuple[str, str | None]]:
    found = [c for c in heard(line, language) if c.kind == "commitment"]
    return {(direction(c, OWNER, ADA), c.due) for c in found}


MINE, THEIRS, NOBODY = "mine", "theirs", "unclear"
OWED = [
    # behind the thing
    ("import plan -> me, by 20 Mar", "en", MINE, "2026-03-20"),
    ("import plan => me", "en", MINE, None),
    ("- cutover list → Ada", "en", THEIRS, None),
    ("- cutover list -> ada, friday", "en", THEIRS, "2026-03-13"),
    ("* draft the import plan (me, 20 March)", "en", MINE, "2026-03-20"),
    ("* draft the import plan (20 March, me)", "en", MINE, "2026-03-20"),
    ("* confirm the sizes (Ada)", "en", THEIRS, None),
    ("* confirm the sizes [Ada]", "en", THEIRS, None),
    ("- confirm the sizes @ada", "en", THEIRS, None),
    ("- confirm the sizes (Nils, Tom)", "en", MINE, None),
    ("- sizes of the tables | me", "en", MINE, None),
    ("Importplan -> ich, bis 20.3.", "de", MINE, "2026-03-20"),
    ("- Größen bestätigen (Ada)", "de", THEIRS, None),
    # before it
    ("- Ada: confirm the sizes", "en", THEIRS, None),
    ("- [Ada] confirm the sizes", "en", THEIRS, None),
    ("- @ada confirm the sizes", "en", THEIRS, None),
    ("- [ ] Ada: confirm the sizes", "en", THEIRS, None),
    ("- [ ] draft the import plan 📅 2026-03-20", "en", MINE, "2026-03-20"),
    ("me: send her the mapping", "en", MINE, None),
    ("- Nils: send her the mapping", "en", MINE, None),
    ("- Ada: Größen bestätigen", "de", THEIRS, None),
    ("ich: Zuordnung schicken", "de", MINE, None),
    # before any verb
    ("- Ada to rework the sizes", "en", THEIRS, None),
    ("- Ada to pair with Tom on the mapping", "en", THEIRS, None),
    ("- Ada will iterate on the mapping", "en", THEIRS, None),
    ("- Ada is going to dry-run the cutover", "en", THEIRS, None),
    ("- sizes - Ada to follow up", "en", THEIRS, None),
    ("- sizes are off; Ada to remeasure them", "en", THEIRS, None),
    ("- ada gets back on the sizes", "en", THEIRS, None),
    ("- ada will get us the export", "en", THEIRS, None),
    ("- Ada following up on the licence", "en", THEIRS, None),
    ("- Nils will rebase the branch", "en", MINE, None),
    ("- Ada soll das Budget klären", "de", THEIRS, None),
    ("- Ada schickt uns die Größen", "de", THEIRS, None),
    ("- Ada liefert die Größen bis Freitag", "de", THEIRS, "2026-03-13"),
    # in one's own words
    ("told her I'd check the sizes", "en", MINE, None),
    ("I said I'd send her the mapping", "en", MINE, None),
    ("asked about sizes -> told her I'd check", "en", MINE, None),
    ("I'm to send the mapping tonight", "en", MINE, "2026-03-10"),
    ("I owe him an answer", "en", MINE, None),
    ("we'll share the mapping", "en", MINE, None),
    ("she'll bring the sizes", "en", THEIRS, None),
    ("they need to send us the sizes", "en", THEIRS, None),
    ("ich kläre das mit dem Einkauf bis Freitag", "de", MINE, "2026-03-13"),
    ("das Protokoll verschicke ich morgen", "de", MINE, "2026-03-11"),
    ("ich werde die Größen prüfen", "de", MINE, None),
    ("wir liefern bis Freitag", "de", MINE, "2026-03-13"),
    ("sie meldet sich bis Freitag", "de", THEIRS, "2026-03-13"),
    # a table
    ("| What | Who | By | / |---|---|---| / | import plan | Nils | 20 March |", "en", MINE, "2026-03-20"),
    ("| Aufgabe | Wer | Bis | / |---|---|---| / | Größen | ich | 20.3.2026 |", "de", MINE, "2026-03-20"),
]  # fmt: skip
NOT_OWED = [
    ("call with Ada yesterday, she agrees", "en"),
    ("email from Ada about the sizes", "en"),
    ("met Ada, she agrees to the sizes", "en"),
    ("Ada agrees", "en"),
    ("Ada sent the sizes", "en"),
    ("sent the sizes (me)", "en"),
    ("Ada presented the mapping last week", "en"),
    ("Ada runs the Hamburg office", "en"),
    ("Ada asks Tom if the pilot slips", "en"),
    ("new head of data (Ada's old boss)", "en"),
    ("monolith -> services", "en"),
    ("Status: red -> amber", "en"),
    ("Access to staging was slow", "en"),
    ("start date TBC", "en"),
    ("pilot start in May - open", "en"),
    ("does the import run at night? (Ada)", "en"),
    ("If Ada is back, Nils to rework the sizes", "en"),
    ("Ada might rework the sizes", "en"),
    ("Ada will not rework the sizes", "en"),
    ("I thought I'd ask her", "en"),
    ("Ada leitet seit Mai den Einkauf", "de"),
    ("ich denke das auch", "de"),
    ("gestern mit Ada telefoniert, sie stimmt zu", "de"),
    ("Vertrag unterschrieben", "de"),
    ("Größen sind offen", "de"),
]
ASKED = [
    ("She asked whether the import can start in May", "en", "She"),
    ("asked who signs", "en", "they"),
    ("asked her whether she signs", "en", "I"),
    ("Ada wondered if we could host it", "en", "Ada"),
    ("import start in May - open", "en", ""),
    ("import start (open)", "en", ""),
    ("start date TBC", "en", ""),
    ("Open: import start in May", "en", ""),
    ("import start in may possible?", "en", ""),
    ("need to ask product about the sizes", "en", ""),
    ("to clarify: who signs", "en", ""),
    ("unclear who signs", "en", ""),
    ("Start im Mai - offen", "de", ""),
    ("offen: Start im Mai", "de", ""),
    ("sie fragt, ob wir im Mai starten", "de", "sie"),
    ("Ada wollte wissen, wann wir starten", "de", "Ada"),
    ("unklar, wer unterschreibt", "de", ""),
    ("noch zu klären: wer unterschreibt", "de", ""),
    ("müssen noch den Start klären", "de", ""),
]
WARNED = [
    ("Don't mention Falke in front of her boss", "en"),
    ("⚠️ no word about Falke to her boss", "en"),
    ("🚫 prices before the board is in", "en"),
    ("falke = touchy, keep quiet", "en"),
    ("NB Falke is a sore point", "en"),
    ("Avoid: Falke", "en"),
    ("careful with Falke", "en"),
    ("keep quiet until Monday", "en"),
    ("don't pile on about the outage", "en"),
    ("Falke nicht erwähnen", "de"),
    ("bloß nicht den Umzug ansprechen", "de"),
    ("Falke ist heikel", "de"),
    ("Vorsicht mit Falke", "de"),
]


@pytest.mark.parametrize(("line", "language", "side", "due"), OWED, ids=[o[0] for o in OWED])
def test_whose_it_is(line: str, language: str, side: str, due: str | None) -> None:
    assert sides(line, language) == {(side, due)}, heard(line, language)


@pytest.mark.parametrize(("line", "language"), NOT_OWED, ids=[n[0] for n in NOT_OWED])
def test_no_promise(line: str, language: str) -> None:
    assert [c.rule for c in heard(line, language) if c.kind == "commitment"] == []


@pytest.mark.parametrize(("line", "language", "party"), ASKED, ids=[a[0] for a in ASKED])
def test_a_question(line: str, language: str, party: str) -> None:
    found = [(c.kind, c.party) for c in heard(line, language) if c.kind in STATED]
    assert found == [("open_question", party)]


@pytest.mark.parametrize(("line", "language"), WARNED, ids=[w[0] for w in WARNED])
def test_a_caution(line: str, language: str) -> None:
    assert [c.kind for c in heard(line, language) if c.kind in STATED] == ["sensitivity"]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("asked if she can go -> told her I'd check the sizes", "answered"),
        ("who signs? -> the board", "answered"),
        ("who signs? -> Ada to find out", "open"),
        ("who signs? -> me", "open"),
    ],
)
def test_an_arrow_answers_unless_it_names_an_owner(line: str, state: str) -> None:
    assert {c.state for c in heard(line) if c.kind == "open_question"} == {state}


@pytest.mark.parametrize(
    ("me", "party", "side"),
    [
        (("Nils Roth",), "Nils Roth", MINE),
        (("Nils Roth",), "nils", MINE),
        (("Nils Roth",), "NR", MINE),
        (("Nils Roth",), "@nils", MINE),
        (("Nils Roth",), "ich", MINE),
        (("Nils Roth",), "Ada", THEIRS),
        (("Nils Roth",), "", NOBODY),
        (("Ada Roth",), "Ada", THEIRS),
    ],
)
def test_the_owner_by_any_name_of_theirs(me: tuple[str, ...], party: str, side: str) -> None:
    claim = Claim("commitment", "send it", 1, 1, 0, 0, "rule", party=party)
    assert direction(claim, me, ADA) == side
