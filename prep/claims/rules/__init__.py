"""The rules, one set a file, and the written table of them.

A rule takes a line and its page and gives the claims it finds. The table says which lines a rule
needs to see at all: those with a word of these cue groups, one of these marks, under one of these
kinds of section, or of this kind of block (``heads``: beginning with a deed; ``plain``: no item). Everything else is never looked at twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from prep.claims.page import Line, Page
from prep.claims.rules import action, aims, caution, decision, people, promise, question, record, status
from prep.model.claim import Claim


class Rule(NamedTuple):
    """A rule and the lines it wants to see."""

    take: Callable[[Line, Page], Iterator[Claim]]
    words: tuple[str, ...] = ()
    marks: str = ""
    sections: tuple[str, ...] = ()
    rows: bool = False
    heads: bool = False
    plain: bool = False


RULES: tuple[Rule, ...] = (
    Rule(action.marked, words=("action_label",)),
    Rule(action.table_row, rows=True),
    Rule(action.listed_item, sections=("action",)),
    Rule(action.given, words=("will", "to")),
    Rule(action.given_item, words=("will", "to")),
    Rule(action.told, heads=True),
    Rule(action.noted, plain=True),
    Rule(promise.first_person, words=("will", "ought", "bare_turn")),
    Rule(promise.we, words=("us",)),
    Rule(promise.third_person, words=("will", "ought", "owed")),
    Rule(promise.offered, words=("offer",)),
    Rule(promise.asked_of_me, words=("asked_of_me",)),
    Rule(promise.passive, words=("passive",)),
    Rule(promise.jotted, heads=True),
    Rule(question.marked, marks="?"),
    Rule(question.labelled, words=("question_label",), sections=("question", "ask")),
    Rule(question.jotted, words=("wh",)),
    Rule(question.asked_aloud, words=("wh", "aux")),
    Rule(question.awaited, words=("awaited",)),
    Rule(question.reported, words=("asked",)),
    Rule(question.left_open, words=("open_cue", "tabled")),
    Rule(decision.ticked, marks="✅✔☑"),
    Rule(decision.marked, words=("decision_label",)),
    Rule(decision.proposed, words=("proposal_label",)),
    Rule(decision.listed, sections=("decision",)),
    Rule(decision.told, words=("decided",)),
    Rule(status.labelled, words=("status_label",)),
    Rule(status.told, words=("stands",)),
    Rule(caution.labelled, words=("caution_label",), sections=("caution",)),
    Rule(caution.told, words=("caution",)),
    Rule(caution.stance, words=("stance",)),
    Rule(caution.view, words=("view_first",)),
    Rule(caution.said, words=("view_verb", "report_verb")),
    Rule(aims.labelled, marks=":"),
    Rule(aims.listed, sections=("priority", "criterion", "goal", "personal", "preference")),
    Rule(aims.told, words=("priority", "criterion", "goal", "reason")),
    Rule(aims.vocabulary, marks="="),
    Rule(people.role_list, words=("people_label",)),
    Rule(people.role_told, words=("role_noun",)),
    Rule(people.introduced, sections=("intro",)),
    Rule(people.role_field, words=("role_label",)),
    Rule(people.rungs, words=("boss_of", "reports_to", "manages")),
    Rule(people.moves, words=("replaced", "left", "joined")),
    Rule(people.personal, words=("personal",)),
    Rule(record.delivered, words=("delivered",)),
    Rule(record.figure, marks="0123456789", words=("fact_label",)),
    Rule(record.talking_point, words=("point_tag", "ask_person"), sections=("point",)),
    Rule(record.event, words=("event_label", "event")),
    Rule(record.summary, sections=("summary",)),
    Rule(record.key_fact, sections=("fact",)),
)
