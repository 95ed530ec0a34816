"""The sixteen acceptance cases of the specification."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from prep.interview import Bank, Material, RoleText, sheet
from prep.interview.bank import BankFile, build
from prep.interview.competence import Lexicon
from prep.interview.expected import Known
from prep.interview.gleaning import glean
from prep.interview.interviewer import Card, choose, compare, set_hash
from prep.interview.linter import lint
from prep.interview.matching import Shelf, assign
from prep.interview.measures import MEASURES, Asked
from prep.interview.practice.grading import grade_ticked, grade_typed
from prep.interview.practice.schedule import next_pass
from prep.interview.review import review
from prep.interview.stories import stories
from prep.interview.talk import see
from prep.interview.terms import tokens
from prep.interview.transcript import decode, parse
from prep.interview.wording import filler_sounds, filler_words
from prep.model.brief import Brief, Entry, Section, Source
from prep.model.naming import Subject
from prep.problems import PrepError

Make = Callable[..., Material]
JOHN = Subject("John Hart", "person", None, "Acme", first=("John",))

NOTE = """# john hart call

Background on me:
- ran the harbour office for 9 years
- "Why did you leave the ferry company?"
- management style - listening first
- my fear is that nobody has budget

questions:
john what is ur plan
"""
STORY = """# Stories

## Story: The ferry timetable
shows: deliver
S: The timetable was late by 6 weeks and the captains threatened to quit.
T: I owned it, with one clerk and no budget.
A: I cut the two dead routes, told the captains the same day and drew the rest by hand in a week.
R: It ran from the 1st of May; 12 complaints came instead of 300.
Lesson: begin with the routes that nobody will miss.
"""


def _sheet(material: list[Material], bank: Bank, **wishes: str) -> Brief:
    return sheet(JOHN, material, bank=bank, as_of="2026-02-03", side="candidate", **wishes)  # type: ignore[arg-type]


def _section(brief: Brief, key: str) -> Section:
    return next(section for section in brief.sections if section.key == key)


def _cells(entry: Entry) -> dict[str, str]:
    return dict(entry.columns)


def test_01_the_same_notes_give_the_same_sheet(material: Make, bank: Bank) -> None:
    notes = [material(NOTE), material(STORY, "Stories/ferry.md", bears=False)]
    assert _sheet(notes, bank) == _sheet(notes, bank)
    assert repr(_sheet(notes, bank)) == repr(_sheet(list(notes), bank))


@pytest.mark.parametrize(
    ("title", "answer", "why"),
    [
        ("one word", "fine", "too short to say anything"),
        ("gibberish", "qwer zxcv asdf hjkl " * 8, "no words known"),
        ("one word said again", "fine " * 40, "no words known"),
    ],
)
def test_02_too_little_gets_neither_grade_nor_praise(title: str, answer: str, why: str) -> None:
    graded = grade_typed(answer, None, 4)
    assert (graded.grade, graded.why) == ("", why), title


def test_02_a_spoken_answer_of_five_seconds_is_not_graded() -> None:
    assert grade_ticked(("situation", "action", "result", "task"), 5.0, 4).grade == ""


PROSE = (
    "To err is human, and the document says likely what her father meant: I like it. "
    "The number of members in summer was higher than the year before, and every officer "
    "of the harbour remembers the terrible winter. You know the river better than the charter. "
) * 5


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (PROSE, 0),
        ("To err is human", 0),
        ("I like it", 0),
        ("likely", 0),
        ("document", 0),
        ("um,like, you know,", 3),
        ("It was like, wow, and we, you know, left", 2),
        ("Well, I mean it. You see the sea, like a mirror.", 0),
    ],
)
def test_03_fillers(text: str, count: int) -> None:
    assert filler_sounds(text) + (filler_words(text) or 0) == count


def test_04_a_known_first_name_addresses_the_question(material: Make) -> None:
    items = glean([material(NOTE)], ["John Hart"])
    asked = [i.question for i in items if i.question and i.question.to]
    assert [(q.direction, q.to, q.words) for q in asked] == [
        ("i_ask", "John Hart", "what is ur plan")
    ]


def test_05_a_quoted_line_is_the_first_row_verbatim(material: Make, bank: Bank) -> None:
    row = _section(_sheet([material(NOTE)], bank), "they_may_ask").entries[0]
    assert row.text == "Why did you leave the ferry company?"
    assert row.quote
    assert row.sources[0].text == '- "Why did you leave the ferry company?"'


def test_06_a_label_with_a_value_is_a_claim_without_proof(material: Make, bank: Bank) -> None:
    (row,) = _section(_sheet([material(NOTE)], bank), "unproven_claims").entries
    assert row.text == "management style: listening first"
    assert row.state == "no proof yet"


def test_07_a_number_that_stands_only_in_the_story_says_so(material: Make, bank: Bank) -> None:
    notes = [
        material("- 300 complaints last year", "Daily/2026-01-01.md"),
        material(STORY, "Stories/ferry.md", bears=False),
    ]
    brief = _sheet(notes, bank)
    (story,) = _section(brief, "stories").entries
    assert "12 (only here)" in _cells(story)["Only here"]
    assert "300" not in _cells(story)["Only here"]


TALK = """WEBVTT

00:00:01.000 --> 00:00:05.000
<v Ines Roth>Tell me about a time when a plan fell apart.</v>

00:00:07.000 --> 00:01:17.000
<v Nora Lind>In 2024 our ferry timetable was late by six weeks. I owned it. I cut two dead routes,
told the captains the same day and drew the rest by hand. In the end it ran from the first of May
and complaints dropped from 300 to 12.</v>
"""


@pytest.mark.parametrize(
    ("title", "text", "me"),
    [
        ("no speakers", TALK.replace("<v Ines Roth>", "").replace("<v Nora Lind>", ""), "Nora"),
        ("not in the room", TALK, "Ola"),
        ("swapped", TALK, "Ines Roth"),
    ],
)
def test_08_missing_or_swapped_speakers_are_asked_for(
    title: str, text: str, me: str, bank: Bank
) -> None:
    with pytest.raises(PrepError, match=r"--me|names no speakers"):
        review(text, me=(me,), bank=bank)


@pytest.mark.parametrize(
    ("title", "data", "expected"),
    [
        (
            "two voices in a cue, an entity, BOM and CRLF",
            (
                b"\xef\xbb\xbfWEBVTT\r\n\r\n00:01.000 --> 00:04.000\r\n"
                b"<v Ines>Fish &amp; chips?</v> <v Nora>Yes.</v>\r\n"
            ),
            [("Ines", "Fish & chips?"), ("Nora", "Yes.")],
        ),
        (
            "SRT under the name .vtt, without blank lines",
            (
                b"1\n00:00:01,000 --> 00:00:02,000\nInes: Why?\n2\n00:00:03,000 --> 00:00:04,000\n"
                b"Nora: Because.\n"
            ),
            [("Ines", "Why?"), ("Nora", "Because.")],
        ),
    ],
)
def test_09_odd_files(title: str, data: bytes, expected: list[tuple[str, str]]) -> None:
    assert [(cue.speaker, cue.text) for cue in parse(decode(data)).cues] == expected


def test_10_without_times_the_pace_is_not_measurable(bank: Bank) -> None:
    text = (
        "Ines: Tell me about a plan that fell apart.\nNora: I cut two routes and told everyone.\n"
    )
    talk = see(parse(text), "Nora")
    asked = Asked(talk, talk.answers[0], bank)
    pace = next(m for m in MEASURES if m.key == "pace").run(asked)
    assert (pace.level, pace.words) == ("not measurable", "not measurable: the file has no times")


def test_11_a_story_told_here_before_drops_a_level(material: Make, words: Lexicon) -> None:
    told = STORY + "used: 2026-01-10 Acme round 1\n"
    question = [("Tell me about a deadline you nearly missed.", ("deliver",))]
    fits = {
        text: assign(question, Shelf(stories([material(text)]), words), "Acme")[0]
        for text in (STORY, told)
    }
    assert fits[STORY].fit == "strong"
    assert fits[told].fit == "workable"
    assert fits[told].note == "told here on 2026-01-10"


@pytest.mark.parametrize(
    ("question", "rules"),
    [
        ("Don't you think that it works?", {"leading"}),
        ("Do you like the harbour?", {"closed"}),
        ("What did you do and how did they take it?", {"double"}),
        ("Would you buy it?", {"hypothetical"}),
        ("How many golf balls fit into a bus?", {"brain-teaser"}),
        ("What " + "word " * 31 + "?", {"long"}),
        ("How old are you?", {"age"}),
        ("Who looks after your children?", {"family"}),
        ("What are your plans after maternity leave?", {"pregnancy"}),
        ("Which church do you go to?", {"religion"}),
        ("Where are you originally from?", {"origin"}),
        ("How many sick days did you take?", {"disability"}),
        ("Why did you join a union?", {"union"}),
        ("What was your last salary?", {"salary history"}),
        ("When did the line last stop? Start from the moment you noticed.", set()),
        ("What did you rule out?", set()),
        ("How did the retrial of the pump go?", set()),
    ],
)
def test_12_the_linter_on_each_class(question: str, rules: set[str]) -> None:
    assert {found.rule for found in lint(question)} == rules
    assert all(found.hint for found in lint(question))


def test_13_a_changed_set_of_questions_is_flagged(bank: Bank, words: Lexicon) -> None:
    plain = Known((), (), bank, words)
    role = plain._replace(role_text="Strategy and vision for the market of the next years")
    one, other = set_hash(choose(plain)), set_hash(choose(role))
    assert one == set_hash(choose(plain))
    assert one != other
    source = Source("Cards/a.md", 1, 1, "x")
    cards = [Card("A", one, (("Delivery", "4"),)), Card("B", other, (("Delivery", "2"),))]
    assert compare(cards, source)[0].rule == "compare.sets_differ"
    assert [e.rule for e in compare([cards[0], cards[0]], source)] == ["compare.row"]


def test_13_filled_cards_are_compared_on_the_sheet(material: Make, bank: Bank) -> None:
    card = "# {}\n\n- Question set: set {}\n\n| Competency | Score | Evidence |\n|---|---|---|\n| Delivery | 4 | saw it |\n"
    notes = [
        material(card.format("Ada", "0123abcd"), "Cards/Ada.md"),
        material(card.format("Bo", "89abcdef"), "Cards/Bo.md"),
    ]
    brief = sheet(JOHN, notes, bank=bank, as_of="2026-02-03", side="interviewer")
    first, row = _section(brief, "scorecard").entries[:2]
    assert first.rule == "compare.sets_differ"
    assert _cells(row) == {"Competency": "Delivery", "Ada": "4", "Bo": "4"}


@pytest.mark.parametrize("days", [2, 3, 7, 14, 30, 90])
@pytest.mark.parametrize("first", ["again", "hard", "good", "easy"])
def test_14_the_eve_has_a_pass_and_nothing_comes_after(days: int, first: str) -> None:
    start = date(2026, 3, 1)
    interview = str(start + timedelta(days=days))
    passes = [(str(start), first)]
    while (day := next_pass(passes, interview)) is not None:  # type: ignore[arg-type]
        assert day > passes[-1][0]
        passes.append((day, "good"))
    assert passes[-1][0] == str(start + timedelta(days=days - 1))


def test_15_without_notes_the_bank_gives_a_sheet_marked_so(bank: Bank) -> None:
    brief = _sheet([], bank)
    rows = [e for key in ("they_may_ask", "ask_them") for e in _section(brief, key).entries]
    assert len(rows) > 8
    assert {row.label for row in rows} == {"bank"}
    assert all(source.path.startswith("templates/questions/") for r in rows for source in r.sources)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Cyrillic", "Расскажите о трудном решении", ("расскажите", "о", "трудном", "решении")),
        ("Devanagari", "कठिन निर्णय", ("कठिन", "निर्णय")),
        ("German", "Größe zählt", ("größe", "zählt")),
        ("decomposed", "Gro\u0308ße", ("gro\u0308ße",)),
    ],
)
def test_16_scripts_tokenise(title: str, text: str, expected: tuple[str, ...]) -> None:
    assert tokens(text) == expected


def test_16_german_um_is_no_filler() -> None:
    assert filler_sounds("Um fünf Uhr ging er um das Haus", "de") == 0
    assert filler_sounds("Ähm, das war, äh, gut", "de") == 2


def test_the_role_text_weighs_what_it_names(material: Make, bank: Bank) -> None:
    text = "You will negotiate with suppliers and win over sceptics.\nYou persuade and negotiate."
    role = RoleText(text, Source("Roles/buyer.md", 1, 2, text))
    brief = sheet(JOHN, [material(NOTE)], bank=bank, as_of="2026-02-03", role_text=role,
                  side="candidate")  # fmt: skip
    row = next(
        e for e in _section(brief, "they_may_ask").entries if _cells(e)["Tests"] == "Influence"
    )
    assert "named in the role" in row.why
    assert "Roles/buyer.md" in {source.path for source in row.sources}


def test_a_bank_of_ones_own_replaces_a_competency(bank: Bank) -> None:
    text = 'competencies:\n  deliver:\n    P: ["What did you ship?"]\n'
    mine = BankFile("own.yaml", text, {"competencies": {"deliver": {"P": ["What did you ship?"]}}})
    built = build([mine])
    assert built.competencies[0].questions[0].source == Source(
        "own.yaml", 3, 3, '    P: ["What did you ship?"]'
    )
