"""The rules, one set a file, and the written table of them.

A rule takes a line and its page and gives the claims it finds. The table says which lines a rule
needs to see at all: those with a phrase of these cue groups, one of these marks, under one of these
kinds of section, or of this kind of block (``heads``: beginning with a deed; ``plain``: no item;
``names``: with one of the note's people).
Everything else is never looked at twice.

``also``: of each of these groups, or groups joined by ``|``, a phrase must stand in the line too.
``only`` and ``unless`` name how a line must or must not stand (``net.STANDING``): a rule is never
shown another, and need not look at it.
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
    german,
    moves,
    owned,
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
    also: tuple[str, ...] = ()
    marks: str = ""
    sections: tuple[str, ...] = ()
    rows: bool = False
    heads: bool = False
    plain: bool = False
    names: bool = False
    only: str = ""
    unless: str = ""


_PLAN = "quoted planned boilerplate"
_AIM_LABELS = ("|".join(f"{kind}_label" for kind in aims.KINDS),)

RULES: tuple[Rule, ...] = (
    Rule(("action.marked",), action.marked, words=("action_label",)),
    Rule(("action.table",), action.table_row, rows=True),
    Rule(
        ("action.listed",), action.listed_item, sections=("action",), only="item", unless="quoted"
    ),
    Rule(
        ("action.given", "action.item"), action.given, words=("given",), unless="quoted boilerplate"
    ),
    Rule(
        ("action.arrow", "action.bracket", "action.dash", "action.handle"),
        owned.assigned,
        marks=">→➔])@–—-/|",
        unless="quoted planned boilerplate speech",
    ),
    Rule(
        ("action.named",),
        owned.named,
        words=("given",),
        marks=":",
        names=True,
        unless="quoted planned boilerplate",
    ),
    Rule(
        ("action.told",),
        action.told,
        heads=True,
        only="paragraph minutes",
        unless="quoted boilerplate speech label",
    ),
    Rule(
        ("action.noted",),
        action.noted,
        plain=True,
        only="paragraph spoken",
        unless="quoted boilerplate speech label",
    ),
    Rule(("promise.first",), promise.first_person, words=("will", "ought", "wish"), unless=_PLAN),
    Rule(("promise.we",), promise.we, also=("will",), words=("us",), unless=_PLAN),
    Rule(("promise.third",), promise.third_person, words=("will", "ought"), unless=_PLAN),
    Rule(
        ("promise.told",),
        pledge.told,
        words=("told_verb", "said_yes"),
        unless="quoted planned speech",
    ),
    Rule(
        ("promise.present",),
        german.present,
        words=("present_first", "present_we", "present_third"),
        unless=_PLAN,
    ),
    Rule(
        ("promise.expected",),
        pledge.expected,
        also=("expects",),
        words=("from_us",),
        unless="quoted planned speech",
    ),
    Rule(
        ("promise.dated",),
        pledge.dated,
        words=("person_deed", "person_deeds"),
        unless=_PLAN + " speech",
    ),
    Rule(("promise.owed",), pledge.owed, words=("owed",), unless="quoted planned speech"),
    Rule(("promise.made",), pledge.made, words=("promised", "owes"), unless="quoted planned"),
    Rule(("promise.offered",), promise.offered, words=("offer",), unless=_PLAN),
    Rule(("promise.asked",), pledge.asked_of_me, words=("asked_of_me",), unless="quoted speech"),
    Rule(("promise.agent",), pledge.by_agent, also=("by",), words=("will_be",), unless=_PLAN),
    Rule(("promise.passive",), reminder.passive, words=("passive",), unless="quoted boilerplate"),
    Rule(("promise.jotted",), reminder.jotted, heads=True, unless="quoted planned speech label"),
    Rule(("question.mark",), question.marked, marks="?", unless="quoted boilerplate"),
    Rule(
        ("question.label", "question.listed"),
        question.labelled,
        words=("question_label",),
        sections=("question", "ask"),
        unless="quoted",
    ),
    Rule(("question.jotted",), question.jotted, words=("wh", "aux"), unless="quoted speech label"),
    Rule(
        ("question.aloud",),
        question.asked_aloud,
        also=("asked_subject",),
        words=("wh", "aux"),
        only="speech",
        unless="quoted planned",
    ),
    Rule(
        ("question.awaited",),
        question.awaited,
        also=("waits",),
        words=("awaited",),
        unless="quoted planned",
    ),
    Rule(("question.request",), question.request, words=("asked_for",), unless="quoted speech"),
    Rule(
        ("question.reported",),
        question.reported,
        words=("asked", "asked_verb"),
        unless="quoted speech",
    ),
    Rule(
        ("question.open",),
        question.left_open,
        words=("open_cue", "open_weak", "tabled", "left_open", "find_out", "find_out_last"),
        unless=_PLAN,
    ),
    Rule(("action.ticked",), decision.ticked_action, marks="✅✔☑"),
    Rule(("decision.tick",), decision.ticked, marks="✅✔☑"),
    Rule(("decision.marked",), decision.marked, words=("decision_label",)),
    Rule(("decision.proposed",), decision.proposed, words=("proposal_label",)),
    Rule(
        ("decision.listed",),
        decision.listed,
        sections=("decision",),
        only="item",
        unless="quoted speech",
    ),
    Rule(("decision.told",), decision.told, words=("decided",), unless=_PLAN),
    Rule(("status.label",), status.labelled, words=("status_label",), only="label"),
    Rule(("status.told",), status.told, words=("stands",), unless=_PLAN),
    Rule(
        ("caution.label", "caution.listed"),
        caution.labelled,
        words=("caution_label",),
        sections=("caution",),
        unless="quoted",
    ),
    Rule(("caution.sign",), caution.marked, marks=caution.SIGNS, unless="quoted planned"),
    Rule(("caution.not",), german.forbidden, words=("negated",), unless=_PLAN),
    Rule(("caution.told",), caution.told, words=("caution",), unless=_PLAN),
    Rule(("caution.no",), caution.forbids, words=("forbidding",), unless="quoted planned"),
    Rule(("stance.told",), caution.stance, words=("stance",), unless=_PLAN),
    Rule(
        ("stance.view",),
        caution.view,
        words=("view_first",),
        only="speech",
        unless="quoted planned",
    ),
    Rule(
        ("said.fact", "said.preference"),
        caution.said,
        words=("view_verb", "report_verb"),
        only="minutes",
        unless="quoted planned speech",
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
        also=_AIM_LABELS,
        marks=":",
        only="label",
        unless="quoted",
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
        only="item",
        unless="quoted label",
    ),
    Rule(
        ("priority.told", "criterion.told", "goal.told", "reason.told"),
        aims.told,
        words=("priority", "criterion", "goal", "reason"),
        unless=_PLAN,
    ),
    Rule(
        ("preference.wants", "priority.wants", "goal.wants"),
        aims.wants,
        words=("wants",),
        unless="quoted planned spoken label",
    ),
    Rule(
        ("criterion.required",),
        aims.required,
        words=("required",),
        only="item",
        unless="quoted planned speech spoken",
    ),
    Rule(
        ("vocabulary.called",), aims.called, words=("called",), marks='"“', unless="quoted speech"
    ),
    Rule(("vocabulary.equals",), aims.vocabulary, marks="=", unless="quoted"),
    Rule(("role.bracket",), people.role_list, words=("people_label",), only="label"),
    Rule(("role.told",), people.role_told, words=("role_noun",), unless="quoted boilerplate"),
    Rule(("personal.introduced",), people.introduced, sections=("intro",), only="speech"),
    Rule(("role.holder",), people.holder, words=("holder_label",), only="label", unless="speech"),
    Rule(
        ("role.authority",), people.authority, words=("authority",), unless="quoted speech minutes"
    ),
    Rule(("role.field",), people.role_field, words=("role_label",)),
    Rule(
        ("relation.reports_to",),
        moves.rungs,
        words=("boss_of", "reports_to", "above"),
        unless="quoted",
    ),
    Rule(
        ("relation.replaced", "relation.left"),
        moves.moves,
        words=("replaced", "took_over", "left"),
        unless="quoted boilerplate",
    ),
    Rule(("relation.reports_to",), moves.labelled, words=("reports_label",), only="label"),
    Rule(("relation.employer",), moves.employers, words=("joined",), unless="quoted boilerplate"),
    Rule(("personal.told",), people.personal, words=("personal",), unless=_PLAN),
    Rule(("report.delivered",), record.delivered, words=("delivered",), unless=_PLAN),
    Rule(
        ("fact.figure", "fact.label"),
        record.figure,
        marks="0123456789",
        words=("fact_label",),
        unless=_PLAN + " speech",
    ),
    Rule(
        ("point.ask", "point.listed", "point.tag"),
        record.talking_point,
        words=("point_tag", "ask_person"),
        sections=("point",),
        unless="quoted speech",
    ),
    Rule(
        ("event.label", "event.told"),
        record.event,
        words=("event_label", "event", "planned_for", "dated_for"),
        unless="quoted boilerplate",
    ),
    Rule(
        ("summary.section",),
        record.summary,
        sections=("summary",),
        only="paragraph",
        unless="quoted speech label",
    ),
    Rule(("fact.listed",), record.key_fact, sections=("fact",), only="item", unless="quoted"),
)


def rule_of(id_: str) -> Rule | None:
    """The rule that gives claims of this id (``clip.`` before it: the same on a clipping)."""
    bare = id_.removeprefix("clip.")
    return next((rule for rule in RULES if bare in rule.ids), None)
