"""Tasks query blocks: the answers are those of obsidian-tasks' own code, on Monday 5 May 2025."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep import queries
from prep.queries import Bunch, Hit, QueryError, Settings

WORK = """- [ ] Send the **plan** to Ann #work 📅 2025-05-20 ⏫
- [x] Call Ann ✅ 2025-05-04
- [-] Dropped ❌ 2025-05-01
- [/] Half done ⏳ 2025-05-05 🆔 a1
- [ ] Waits for it ⛔ a1 🔼
- [ ] _Soon_ 🛫 2025-05-07 📅 2025-05-08 🔁 every week on Monday
- [ ] No such day 📅 2025-02-30
\t- [ ] Below task 10 #home
- [ ] Below task 9 ➕ 2025-04-01 🔽

## Later

> - [ ] In a quote 📅 2025-05-05
- [?] Proposed #work/next 📅 2025-04-28 🔺"""
OTHER = """- [ ] Other note 📅 2025-05-05
- [ ] ask Ann

# Ideas

- [ ] Ask Bea 🛫 2025-06-01"""

# query, tasks as the file's first letter and the line; under headings where the query groups
ANSWERS: list[tuple[str, object]] = [('not done', ['W4', 'W14', 'O1', 'W13', 'W1', 'W6', 'W5', 'W7', 'O2', 'W8', 'W9', 'O6']),
 ('done', ['W2', 'W3']),
 ('not done\nsort by due',
  ['W7', 'W14', 'O1', 'W13', 'W6', 'W1', 'W4', 'W5', 'O2', 'W8', 'W9', 'O6']),
 ('due today', ['O1', 'W13']),
 ('due before tomorrow', ['W14', 'O1', 'W13']),
 ('due this week', ['O1', 'W13', 'W6']),
 ('due in or before this week', ['W14', 'O1', 'W13', 'W6']),
 ('due after 2025-05-08', ['W1']),
 ('due on or after 2025-05-08', ['W1', 'W6']),
 ('due 2025-05-01 2025-05-08', ['O1', 'W13', 'W6']),
 ('due in 2025-W19', ['O1', 'W13', 'W6']),
 ('due in two weeks', []),
 ('due date is invalid', ['W7']),
 ('has due date', ['W14', 'O1', 'W13', 'W1', 'W6', 'W7']),
 ('no due date\nnot done', ['W4', 'W5', 'O2', 'W8', 'W9', 'O6']),
 ('starts before today',
  ['W4', 'W14', 'O1', 'W13', 'W1', 'W5', 'W7', 'O2', 'W8', 'W9', 'W2', 'W3']),
 ('starts after 2025-05-07',
  ['W4', 'W14', 'O1', 'W13', 'W1', 'W5', 'W7', 'O2', 'W8', 'W9', 'O6', 'W2', 'W3']),
 ('happens today', ['W4', 'O1', 'W13']),
 ('no happens date', ['W5', 'O2', 'W8', 'W9', 'W2', 'W3']),
 ('done yesterday', ['W2']),
 ('cancelled before today', ['W3']),
 ('created after last month', []),
 ('scheduled today', ['W4']),
 ('priority is high', ['W1']),
 ('priority above medium', ['W14', 'W1']),
 ('priority not none', ['W14', 'W1', 'W5', 'W9']),
 ('description includes ann', ['W1', 'O2', 'W2']),
 ('description does not include ANN\nnot done',
  ['W4', 'W14', 'O1', 'W13', 'W6', 'W5', 'W7', 'W8', 'W9', 'O6']),
 ('description regex matches /^Ask/', ['O6']),
 ('description regex matches /^ask/i', ['O2', 'O6']),
 ('path includes other', ['O1', 'O2', 'O6']),
 ('filename includes .md\nheading includes later', ['W14', 'W13']),
 ('folder includes /',
  ['W4', 'W14', 'O1', 'W13', 'W1', 'W6', 'W5', 'W7', 'O2', 'W8', 'W9', 'O6', 'W2', 'W3']),
 ('root does not include Work', ['O1', 'O2', 'O6']),
 ('tags include work', ['W14', 'W1']),
 ('tag does not include #work',
  ['W4', 'O1', 'W13', 'W6', 'W5', 'W7', 'O2', 'W8', 'W9', 'O6', 'W2', 'W3']),
 ('has tags', ['W14', 'W1', 'W8']),
 ('no tags\ndone', ['W2', 'W3']),
 ('status.type is IN_PROGRESS', ['W4']),
 ('status.type is not todo', ['W4', 'W2', 'W3']),
 ('status.name includes unknown', ['W14']),
 ('is recurring', ['W6']),
 ('recurrence includes monday', ['W6']),
 ('is blocked', ['W5']),
 ('is blocking', ['W4']),
 ('has id', ['W4']),
 ('id includes a', ['W4']),
 ('has depends on', ['W5']),
 ('exclude sub-items\nheading includes later', ['W14', 'W13']),
 ('(due today) OR (tags include work)', ['W14', 'O1', 'W13', 'W1']),
 ('NOT (not done)', ['W2', 'W3']),
 ('[done] OR [is blocked]', ['W5', 'W2', 'W3']),
 ('"done" XOR "status.type is CANCELLED"', ['W2']),
 ('(due today) AND NOT (path includes Other)', ['W13']),
 ('((due today) OR (done)) AND (path includes Work)', ['W13', 'W2', 'W3']),
 ('(done)OR(is blocked)', ['W5', 'W2', 'W3']),
 ('sort by description\nnot done',
  ['O2', 'O6', 'W9', 'W8', 'W4', 'W13', 'W7', 'O1', 'W14', 'W1', 'W6', 'W5']),
 ('sort by priority reverse\nlimit 3', ['W9', 'W4', 'O1']),
 ('sort by happens\nlimit to 4 tasks', ['W14', 'W4', 'O1', 'W13']),
 ('sort by tag\nhas tags', ['W8', 'W1', 'W14']),
 ('sort by status\nlimit 2', ['W4', 'W14']),
 ('sort by urgency reverse\nlimit 2', ['O6', 'W9']),
 ('sort by heading\nsort by filename reverse\nlimit 4', ['W4', 'W1', 'W6', 'W5']),
 ('group by status.type\nlimit 6',
  [('%%1%%IN_PROGRESS', ['W4']), ('%%2%%TODO', ['W14', 'O1', 'W13', 'W1', 'W6'])]),
 ('group by due\nhas due date',
  [('%%0%% Invalid due date', ['W7']),
   ('2025-04-28 Monday', ['W14']),
   ('2025-05-05 Monday', ['O1', 'W13']),
   ('2025-05-08 Thursday', ['W6']),
   ('2025-05-20 Tuesday', ['W1'])]),
 ('group by tags\nhas tags', [('#home', ['W8']), ('#work', ['W1']), ('#work/next', ['W14'])]),
 ('group by priority reverse\nlimit groups 1',
  [('%%4%%Low priority', ['W9']),
   ('%%3%%Normal priority', ['W4']),
   ('%%2%%Medium priority', ['W5']),
   ('%%1%%High priority', ['W1']),
   ('%%0%%Highest priority', ['W14'])]),
 ('group by filename\ngroup by heading\nnot done\nlimit 5',
  [('[[Other]]/(No heading)', ['O1']),
   ('[[Tasks]]/(No heading)', ['W4', 'W1']),
   ('[[Tasks]]/Later', ['W14', 'W13'])]),
 ('group by folder\nhas id', [('Work/', ['W4'])]),
 ('view columns by root\nhas id', [('Work/', ['W4'])]),
 ('short mode\nhide due date\nshow tree\nexplain\n# words\nhas id', ['W4']),
 ('not done \\\n  \nhas id', ['W4']),
 ('path includes {{query.file.filename}}\nhas id', ['W4']),
 ('path includes {{query.file.folder}}\nhas id', ['W4'])]  # fmt: skip


def ask(text: str, *, origin: bool = True, settings: Settings | None = None) -> queries.Result:
    work = queries.page("Work/Tasks.md", WORK, {"project": "Alpha", "team": ["Ann", "Bea"]})
    pages = [work, queries.page("Other.md", OTHER, {})]
    return queries.run(
        text, language="tasks", pages=pages, this=work if origin else None, as_of="2025-05-05",
        settings=settings,
    )  # fmt: skip


def at(hit: Hit) -> str:
    return f"{hit.place.path[0]}{hit.place.line}"


def groups(rows: Sequence[Bunch | Hit], above: str = "") -> Iterator[tuple[str, list[str]]]:
    for row in rows:
        assert isinstance(row, Bunch)
        heading = f"{above}/{row.key}" if above else str(row.key)
        if isinstance(row.rows[0], Bunch):
            yield from groups(row.rows, heading)
        else:
            yield heading, [at(hit) for hit in row.rows if isinstance(hit, Hit)]


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_answer(text: str, expected: object) -> None:
    result = ask(text)
    if result.tasks and isinstance(result.tasks[0], Bunch):
        assert list(groups(result.tasks)) == expected
    else:
        assert [at(hit) for hit in result.hits] == expected


REFUSED: list[str] = ['foo bar',
 'due',
 'due someday',
 'due before <% tp %>',
 'status.type is OPEN',
 'priority is urgent',
 'description includes',
 'description regex matches ann',
 'description regex matches /(/',
 'description regex matches /(a+)+$/',
 '(done) AND (foo)',
 '(done) AND',
 '(done) and (done)',
 '(done] OR (done)',
 'hide everything',
 'view grid',
 'sort by mood',
 'group by due today',
 'limit many',
 '{{query.file.size}}',
 'preset mine',
 'path includes {{oops']  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_refused_as_upstream_refuses_it(text: str) -> None:
    with pytest.raises(QueryError) as refused:
        ask(f"not done\n\n{text}")
    assert refused.value.line == 3
    assert str(refused.value).startswith("query 3:1: ")


@pytest.mark.parametrize(
    "text",
    ["filter by function task.isDone", "sort by function task.due", "group by function task.path"],
)
def test_javascript_is_not_supported(text: str) -> None:
    with pytest.raises(QueryError, match="not supported: it runs JavaScript"):
        ask(text)


def test_placeholders_need_a_note() -> None:
    with pytest.raises(QueryError, match="--from"):
        ask("path includes {{query.file.path}}", origin=False)


def test_properties_of_the_note() -> None:
    assert ask("description includes {{query.file.property('project')}}").hits == ()
    found = ask("description includes {{query.file.property('team')}}")
    assert found.hits == ()
    assert [at(hit) for hit in ask("path includes {{query.file.root}}\nhas id").hits] == ["W4"]
    assert [at(hit) for hit in ask("has id {{! words }}").hits] == ["W4"]
    with pytest.raises(QueryError, match="no property 'nope'"):
        ask("path includes {{query.file.property('nope')}}")


def test_presets_of_the_settings() -> None:
    settings = Settings(presets=(("mine", "done\npath includes {{query.file.filename}}"),))
    assert [at(hit) for hit in ask("preset mine", settings=settings).hits] == ["W2", "W3"]


def test_custom_statuses_and_the_global_filter() -> None:
    settings = queries.read_settings(
        {
            "globalFilter": "#work",
            "statusSettings": {
                "customStatuses": [{"symbol": "?", "name": "Asked", "type": "DONE"}]
            },
        }
    )
    assert [at(hit) for hit in ask("done", settings=settings).hits] == ["W14"]
    assert [at(hit) for hit in ask("status.name includes ask", settings=settings).hits] == ["W14"]
    assert ask("description includes work", settings=settings).hits == ()


def test_random_is_the_same_all_day() -> None:
    found = [at(hit) for hit in ask("sort by random").hits]
    assert found == [at(hit) for hit in ask("sort by random").hits]
    assert found != [at(hit) for hit in ask("sort by random reverse").hits]


def test_rows_as_json() -> None:
    assert queries.encode(ask("has id")) == [
        {
            "path": "Work/Tasks.md",
            "line": 4,
            "text": "Half done ⏳ 2025-05-05 🆔 a1",
            "status": "/",
        }
    ]


_WORDS = st.sampled_from(
    ["not done", "due", "before", "today", "(", ")", "AND", "OR", "NOT", "[", "]", '"', "path",
     "includes", "a", "regex matches", "/a+/", "sort by", "group by", "tags", "reverse", "\n", "\\",
     "limit", "3", "{{", "}}", "priority is", "high", "hide", "view", "#"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_any_words_are_answered_or_refused(text: str) -> None:
    with suppress(QueryError):
        ask(text)
