"""Recurrence rules: the words are those that obsidian-tasks gives back, "" for no rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.queries.tasks.recurrence import canonical_rule

RULES: list[tuple[str, str]] = [('every day', 'every day'),
 ('every 2 days at 5 and 6', 'every 2 days at 5 and 6'),
 ('EVERY day when done', 'every day when done'),
 ('every weekday', 'every weekday'),
 ('every weekdays', 'every weekday'),
 ('every 2 weekdays', 'every 2 weeks on weekdays'),
 ('every week', 'every week'),
 ('every 3 weeks', 'every 3 weeks'),
 ('every week on Monday', 'every week on Monday'),
 ('every 2 weeks on tue, thu', 'every 2 weeks on Tuesday, Thursday'),
 ('every week on weekdays', 'every weekday'),
 ('every week on monday, tuesday, wednesday, thursday, friday, saturday, sunday', 'every day'),
 ('every monday', 'every week on Monday'),
 ('every sun and mon', 'every week on Monday, Sunday'),
 ('every friday on the 13th', 'every week on Friday the 13th'),
 ('every monday, foo', ''),
 ('every month', 'every month'),
 ('every 2 months on the last', 'every 2 months on the last'),
 ('every month on the 1st, 15th and 2nd last', 'every month on the 1st, 15th and 2nd last'),
 ('every month on the third friday', 'every month on the 3rd Friday'),
 ('every month on the last monday and 2nd tuesday',
  'every month on the last Monday and 2nd Tuesday'),
 ('every month on weekdays', 'every month on weekdays'),
 ('every month in january', 'every January'),
 ('every year', 'every year'),
 ('every 2 years', 'every 2 years'),
 ('every january', 'every January'),
 ('every jan and jul on the 4th', 'every January and July on the 4th'),
 ('every february on the 2nd last day', 'every February on the 2nd last'),
 ('every year on january 1st', 'every January'),
 ('every year in week 3, 5', 'every year in weeks 3 and 5'),
 ('every hour', 'every hour'),
 ('every 12 hours', 'every 12 hours'),
 ('every 2 minutes', 'every 2 minutes'),
 ('every day for 3 times', 'every day for 3 times'),
 ('every week on monday until January 5 2027', 'every week on Monday until January 5, 2027'),
 ('every day until soon', ''),
 ('every', ''),
 ('every foo', ''),
 ('daily', ''),
 ('every 2', ''),
 ('every day for', ''),
 ('every month on the 400th', ''),
 ('every day and more words', 'every day'),
 ('every month on the 21st', 'every month on the 21st'),
 ('every 3 months on the 2nd last friday', 'every 3 months on the 2nd last Friday'),
 ('every month on monday the 3rd', 'every month on Monday the 3rd'),
 ('every week in march on monday', 'every week in March on Monday')]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RULES)
def test_rule(text: str, expected: str) -> None:
    assert canonical_rule(text) == expected


_WORDS = st.sampled_from(
    ["every", "day", "week", "months", "on", "the", "1st", "last", "friday", "jan", "at", "5", "and",
     ",", "for", "3", "until", "when done", "weekday", "year", "second"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=8).map(" ".join))
def test_any_words_are_a_rule_or_none(text: str) -> None:
    rule = canonical_rule(f"every {text}")
    assert rule == "" or rule.startswith("every ")
    assert canonical_rule(text) == "" or text.lower().lstrip().startswith("every")
