"""Stories in every tolerated form, proposals from daily notes, ticks, and matching."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from prep.interview import Material, ticks
from prep.interview.competence import Lexicon
from prep.interview.debrief import with_uses
from prep.interview.matching import Shelf, assign
from prep.interview.proposals import propose
from prep.interview.stories import stories
from prep.interview.terms import content, stem

Make = Callable[..., Material]
DATA = Path(__file__).parent / "data"

STAR = """## Story: Ferry
S: late by 6 weeks
T: I owned it
A: cut two routes; told the captains
R: ran on time
"""
FORMS = {
    "letters": STAR,
    "words, bold": """## STAR - Ferry
**Situation:** late by 6 weeks
- **Task**: I owned it
* Action - cut two routes; told the captains
RESULT: ran on time
""",
    "CAR and PAR words": """### Story Ferry
Context: late by 6 weeks
Problem: I owned it
What I did: cut two routes; told the captains
Outcome: ran on time
""",
    "sub-headings": """## Story: Ferry
### Situation
late by 6 weeks
### Challenge
I owned it
### Actions
- cut two routes;
- told the captains
### Impact
ran on time
""",
    "callout": """> [!story] Ferry
> S: late by 6 weeks
> T: I owned it
> A: cut two routes; told the captains
> R: ran on time
""",
    "two columns": """## Story: Ferry

| | |
|---|---|
| Situation | late by 6 weeks |
| Task | I owned it |
| Action | cut two routes; told the captains |
| Result | ran on time |
""",
    "a row a story": """| Title | Situation | Task | Action | Result |
|---|---|---|---|---|
| Ferry | late by 6 weeks | I owned it | cut two routes; told the captains | ran on time |
""",
    "front matter": """---
type: story
situation: late by 6 weeks
task: I owned it
action: cut two routes; told the captains
result: ran on time
---
# Ferry
""",
    "front matter and letters": "---\ntype: story\nshows: [deliver]\n---\n" + STAR,
    "tag": STAR.replace("Story: Ferry", "Ferry #story"),
    "order": """## Story: Ferry
R: ran on time
A: cut two routes; told the captains
T: I owned it
S: late by 6 weeks
""",
}


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str, material: Make) -> None:
    (story,) = stories([material(FORMS[form], "Notes/ferry.md")])
    assert story.title == "Ferry"
    assert {part: story.of(part) for part in ("situation", "task", "action", "result")} == {
        "situation": "late by 6 weeks", "task": "I owned it",
        "action": "cut two routes; told the captains", "result": "ran on time",
    }  # fmt: skip


def test_prose_in_a_folder_of_stories_gets_its_roles(material: Make) -> None:
    text = (
        "# Ferry\nIn 2024 the timetable was late. My job was to get it out. I cut two routes and "
        "told everyone. In the end it ran on time.\n"
    )
    (story,) = stories([material(text, "Stories/ferry.md")])
    assert story.of("task").startswith("My job")
    assert story.of("result").startswith("In the end")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# History of the port\nThe port was built in 1900.\n", "Notes/port.md"),
        ("## Story: nothing yet\n", "Notes/x.md"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "Notes/x.md"),
    ],
)
def test_no_story(text: str, path: str, material: Make) -> None:
    assert stories([material(text, path)]) == ()


def test_tags_uses_and_lessons_are_read(material: Make) -> None:
    text = STAR + "Lesson: ask first\nshows: deliver, conflict\nused: 2026-01-10 Acme round 1\n"
    (story,) = stories([material(text)])
    assert story.shows == "deliver, conflict"
    assert story.used == (("2026-01-10", "Acme round 1"),)
    assert story.of("lesson") == "ask first"


def test_tags_in_front_matter_are_those_of_the_notes_one_story(material: Make) -> None:
    text = "---\ntype: story\nshows: [deliver, adapt]\n---\n" + STAR
    (story,) = stories([material(text, "Stories/ferry.md")])
    assert story.shows == "deliver, adapt"


def test_a_debrief_counts_as_a_use(material: Make) -> None:
    debrief = (
        '---\ndate: 2026-03-01\ntype: meeting\nattendees:\n  - "[[Ines Roth]]"\n---\n'
        '# Ines\n\n## They asked\n\n- "Why?"\n- went: ok · story: ferry\n'
    )
    told = with_uses(stories([material(STAR)]), [material(debrief, "Meetings/2026-03-01 Ines.md")])
    assert [day for day, _ in told[0].used] == ["2026-03-01"]
    assert "Ines Roth" in told[0].used[0][1]


PROPOSED = """# 2026-02-02

**Winter timetable**

- the timetable project began in autumn
- in the past every skipper drew his own, and it broke in fog
- the ask was that every boat leaves on the hour
- our goal is to collect the tide tables from all pilots

shopping
- cut the berth fees by 12 % and nobody left
- milk
"""


def test_stretches_of_a_day_are_proposed(material: Make) -> None:
    first, second = propose([material(PROPOSED)])
    assert first.proposed
    assert first.title == "timetable project"
    assert first.of("situation").startswith("in the past")
    assert first.of("task").startswith("the ask")
    assert first.of("action").startswith("our goal")
    assert first.of("result") == ""
    assert second.title == "cut the berth fees by 12 % and …"


def test_written_stories_are_not_proposed_again(material: Make) -> None:
    text = STAR.replace("A: cut", "A: I ran the ferry project and cut")
    assert propose([material(text)]) == ()


def test_a_proposed_story_is_a_stretch_at_best(material: Make, words: Lexicon) -> None:
    shelf = Shelf(propose([material(PROPOSED)]), words)
    match = assign([("Tell me about a project you ran to a timetable.", ("deliver",))], shelf)[0]
    assert match.fit == "stretch"


def test_ticks(material: Make) -> None:
    (story,) = stories([material(STAR)])
    assert ticks.missing(story) == ("number", "stakes", "lesson", "length")
    assert ticks.count(story) == 4
    assert [ticks.advice(story, name) for name in ("number", "lesson")] == [
        "a number, or who noticed", "what you learnt",
    ]  # fmt: skip


def test_a_story_told_too_often_is_said_to_be(material: Make) -> None:
    used = "".join(f"used: 2026-01-{n:02} Acme\n" for n in range(1, 6))
    (often,) = stories([material(STAR + used)])
    (rarely,) = stories([material(STAR)])
    assert ticks.worn(often) == "told 5 times: take another"
    assert ticks.worn(rarely) == ""


def test_no_story_is_given_twice(material: Make, words: Lexicon) -> None:
    found = stories([material((DATA / "matching-stories.md").read_text("utf-8"))])
    asked = [(c.questions[0].text, (c.key,)) for c in words._bank.competencies if c.needs_story]
    matched = assign(asked, Shelf(found, words))
    given = [m.best.story.title for m in matched if m.best]
    assert len(given) == len(set(given)) == len(asked)
    assert all(m.best.reason for m in matched if m.best)


def test_ties_go_by_title(material: Make, words: Lexicon) -> None:
    text = STAR.replace("Ferry", "B") + "\n" + STAR.replace("Ferry", "A")
    shelf = Shelf(stories([material(text)]), words)
    assert [s.story.title for s in shelf.rank("routes and captains", ())] == ["A", "B"]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Tell me about a disagreement with a colleague.", "handle_conflict"),
        ("Tell me about a deadline that you nearly missed.", "deliver"),
        ("What is your biggest mistake?", "learn_from_failure"),
        ("Why us? (tests: conflict)", "handle_conflict"),
    ],
)
def test_what_a_question_tests(question: str, key: str, words: Lexicon) -> None:
    assert words.rank(question)[0].key == key


@pytest.mark.parametrize(
    ("tags", "keys"),
    [
        ("deliver, win_support", ("deliver", "win_support")),
        ("#deliver; Handling conflict", ("deliver", "handle_conflict")),
        ("conflict", ("handle_conflict",)),
        ("zebra", ()),
    ],
)
def test_tags_as_people_write_them(tags: str, keys: tuple[str, ...], words: Lexicon) -> None:
    assert words.tags(tags) == keys


def test_stems_follow_the_script() -> None:
    assert stem("решения") == stem("решение")
    assert stem("decisions") == stem("decision")
    assert content("Tell me about a time when I cut routes") == ("cut", "rout")
