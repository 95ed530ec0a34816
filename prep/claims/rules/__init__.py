"""The rules, one set a file, and the written table of them.

A rule takes a line and its page and gives the claims it finds. The table says which lines a rule
needs to see at all: those with a phrase of these cue groups, one of these marks, under one of these
kinds of section, or of this kind of block (``heads``: beginning with a deed; ``plain``: no item).
Everything else is never looked at twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from prep.claims.line import Line
from prep.claims.page import Page
from prep.claims.rules import (
    action,
    aims,
    caution,
    decision,
    moves,
    people,
    pledge,
    promise,
    question,
    record,
    reminder,
    status,
)
from prep.model.claim import Claim


class Rule(NamedTuple):
    """A rule, the ids that its claims carry, and the lines it wants to see."""

    ids: tuple[str, ...]
    take: Callable[[Line, Page], Iterator[Claim]]
    words: tuple[str, ...] = ()
    marks: str = ""
    sections: tuple[str, ...] = ()
    rows: bool = False
    heads: bool = False
    plain: bool = False


RULES: tuple[Rule, ...] = (
    Rule(("action.marked",), action.marked, words=("action_label",)),
    Rule(("action.table",), action.table_row, rows=True),
    Rule(("action.listed",), action.listed_item, sections=("action",)),
    Rule(("action.given", "action.item"), action.given, words=("given",)),
    Rule(("action.told",), action.told, heads=True),
    Rule(("action.noted",), action.noted, plain=True),
    Rule(("promise.first",), promise.first_person, words=("will", "ought", "wish")),
    Rule(("promise.we",), promise.we, words=("us",)),
    Rule(("promise.third",), promise.third_person, words=("will", "ought")),
    Rule(("promise.told",), pledge.told, words=("told_verb", "said_yes")),
    Rule(("promise.expected",), pledge.expected, words=("from_us",)),
    Rule(("promise.dated",), pledge.dated, words=("person_deed", "person_deeds")),
    Rule(("promise.owed",), pledge.owed, words=("owed",)),
    Rule(("promise.made",), pledge.made, words=("promised", "owes")),
    Rule(("promise.offered",), promise.offered, words=("offer",)),
    Rule(("promise.asked",), pledge.asked_of_me, words=("asked_of_me",)),
    Rule(("promise.agent",), pledge.by_agent, words=("will_be",)),
    Rule(("promise.passive",), reminder.passive, words=("passive",)),
    Rule(("promise.jotted",), reminder.jotted, heads=True),
    Rule(("question.mark",), question.marked, marks="?"),
    Rule(
        (
            "question.label",
            "question.listed",
        ),
        question.labelled,
        words=("question_label",),
        sections=("question", "ask"),
    ),
    Rule(("question.jotted",), question.jotted, words=("wh", "aux")),
    Rule(("question.aloud",), question.asked_aloud, words=("wh", "aux")),
    Rule(("question.awaited",), question.awaited, words=("awaited",)),
    Rule(("question.request",), question.request, words=("asked_for",)),
    Rule(("question.reported",), question.reported, words=("asked", "asked_verb")),
    Rule(("question.open",), question.left_open, words=("open_cue", "open_weak", "tabled")),
    Rule(("action.ticked",), decision.ticked_action, marks="✅✔☑"),
    Rule(("decision.tick",), decision.ticked, marks="✅✔☑"),
    Rule(("decision.marked",), decision.marked, words=("decision_label",)),
    Rule(("decision.proposed",), decision.proposed, words=("proposal_label",)),
    Rule(("decision.listed",), decision.listed, sections=("decision",)),
    Rule(("decision.told",), decision.told, words=("decided",)),
    Rule(("status.label",), status.labelled, words=("status_label",)),
    Rule(("status.told",), status.told, words=("stands",)),
    Rule(
        (
            "caution.label",
            "caution.listed",
        ),
        caution.labelled,
        words=("caution_label",),
        sections=("caution",),
    ),
    Rule(("caution.told",), caution.told, words=("caution",)),
    Rule(("caution.no",), caution.forbids, words=("forbidding",)),
    Rule(("stance.told",), caution.stance, words=("stance",)),
    Rule(("stance.view",), caution.view, words=("view_first",)),
    Rule(
        (
            "said.fact",
            "said.preference",
        ),
        caution.said,
        words=("view_verb", "report_verb"),
    ),
    Rule(
        (
            "priority.label",
            "criterion.label",
            "goal.label",
            "reason.label",
            "preference.label",
            "personal.label",
        ),
        aims.labelled,
        marks=":",
    ),
    Rule(
        (
            "priority.listed",
            "criterion.listed",
            "goal.listed",
            "preference.listed",
            "personal.listed",
            "reason.listed",
        ),
        aims.listed,
        sections=("priority", "criterion", "goal", "personal", "preference"),
    ),
    Rule(
        (
            "priority.told",
            "criterion.told",
            "goal.told",
            "reason.told",
        ),
        aims.told,
        words=("priority", "criterion", "goal", "reason"),
    ),
    Rule(("preference.wants", "priority.wants", "goal.wants"), aims.wants, words=("wants",)),
    Rule(("criterion.required",), aims.required, words=("required",)),
    Rule(("vocabulary.called",), aims.called, words=("called",), marks='"“'),
    Rule(("vocabulary.equals",), aims.vocabulary, marks="="),
    Rule(("role.bracket",), people.role_list, words=("people_label",)),
    Rule(("role.told",), people.role_told, words=("role_noun",)),
    Rule(("personal.introduced",), people.introduced, sections=("intro",)),
    Rule(("role.holder",), people.holder, words=("holder_label",)),
    Rule(("role.authority",), people.authority, words=("authority",)),
    Rule(("role.field",), people.role_field, words=("role_label",)),
    Rule(("relation.reports_to",), moves.rungs, words=("boss_of", "reports_to", "above")),
    Rule(
        ("relation.replaced", "relation.left"), moves.moves, words=("replaced", "took_over", "left")
    ),
    Rule(("relation.reports_to",), moves.labelled, words=("reports_label",)),
    Rule(("relation.employer",), moves.employers, words=("joined",)),
    Rule(("personal.told",), people.personal, words=("personal",)),
    Rule(("report.delivered",), record.delivered, words=("delivered",)),
    Rule(
        (
            "fact.figure",
            "fact.label",
        ),
        record.figure,
        marks="0123456789",
        words=("fact_label",),
    ),
    Rule(
        (
            "point.ask",
            "point.listed",
            "point.tag",
        ),
        record.talking_point,
        words=("point_tag", "ask_person"),
        sections=("point",),
    ),
    Rule(
        (
            "event.label",
            "event.told",
        ),
        record.event,
        words=("event_label", "event", "planned_for", "dated_for"),
    ),
    Rule(("summary.section",), record.summary, sections=("summary",)),
    Rule(("fact.listed",), record.key_fact, sections=("fact",)),
)


def rule_of(id_: str) -> Rule | None:
    """The rule that gives claims of this id (``clip.`` before it: the same on a clipping)."""
    bare = id_.removeprefix("clip.")
    return next((rule for rule in RULES if bare in rule.ids), None)
