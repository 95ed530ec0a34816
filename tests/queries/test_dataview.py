"""Dataview queries over the invented vault of ``conftest.py``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prep import queries
from prep.problems import PrepError
from prep.queries import Bunch, Hit, Page, Place, QueryError, Result

Ask = Callable[..., Result]

# title, query, (file's first letters, line) of the tasks
TASKS: list[tuple[str, str, list[str]]] = [
    ("cancelled is not completed", 'TASK FROM "Daily" WHERE !completed LIMIT 2', ["D1", "D3"]),
    ("capital X is completed", 'TASK WHERE completed AND contains(text, "Mara")', ["D2", "D7"]),
    ("checked takes any character", 'TASK FROM "Daily" WHERE !checked', ["D1", "D4", "D5", "D8", "D11"]),
    ("case counts in contains", 'TASK WHERE contains(text, "mara")', []),
    ("and does not in icontains", 'TASK WHERE icontains(text, "CHILD")', ["D5", "D7"]),
    ("a continuation line belongs to the task", 'TASK WHERE contains(text, "with Mara") AND !completed', ["D3", "D9"]),
    ("no due is before every day", 'TASK FROM "Daily" WHERE due < date(2025-05-03)', ["D2", "D3", "D4", "D5", "D7", "D9"]),
    ("null first, then days, then words", 'TASK FROM "Daily" WHERE !completed AND !parent SORT due', ["D3", "D4", "D9", "D11", "D1", "D8"]),
    ("descending turns that about", 'TASK FROM "Daily" WHERE !completed AND !parent SORT due DESC', ["D8", "D1", "D11", "D3", "D4", "D9"]),
    ("the page's due is inherited", 'TASK FROM "People" SORT due', ["P7", "P6"]),
    ("page fields by name", 'TASK WHERE company = "Orbital"', ["P6", "P7"]),
    ("own fields of a task", "TASK WHERE prio = 2", ["D9"]),
    ("tags of the task alone", 'TASK WHERE contains(tags, "#next/step")', ["D5"]),
    ("tags of the page", "TASK FROM #next", ["D1", "D2", "D3", "D4", "D5", "D7", "D8", "D9", "D11"]),
    ("links on the task's lines", "TASK WHERE contains(outlinks, [[Mara Voss]])", ["D4", "M6"]),
    ("code holds no tasks", 'TASK WHERE contains(text, "code")', []),
    ("sort by two keys", "TASK WHERE !completed AND parent = null SORT file.folder DESC, due DESC LIMIT 3", ["P6", "P7", "M6"]),
    ("limit before sort", 'TASK FROM "Daily" LIMIT 3 SORT text', ["D2", "D3", "D1"]),
    ("comments", "TASK // all\nFROM \"People\"\n// done", ["P6", "P7"]),
    ("any case", 'task from "People" where !Completed and contains(text, "with a") limit 1', ["P7"]),
]  # fmt: skip


def at(hit: Hit) -> str:
    return f"{hit.place.path[0]}{hit.place.line}"


@pytest.mark.parametrize(("title", "query", "expected"), TASKS)
def test_tasks(ask: Ask, title: str, query: str, expected: list[str]) -> None:
    assert [at(hit) for hit in ask(query).hits] == expected


# title, query, rows as JSON
ROWS: list[tuple[str, str, list[object]]] = [
    ("list of pages", "LIST WITHOUT ID file.name FROM [[Mara Voss]]", ["2025-05-05", "2025-04-30 Sync", "Tom Reed"]),
    ("a value beside the id", 'LIST type FROM "Projects/Beta"', [
        {"key": {"$link": {"path": "Projects/Beta.md", "type": "file", "subpath": None, "display": None, "embed": False}}, "value": "project"}]),
    ("headers", 'TABLE WITHOUT ID budget, due-date AS "Due", owner.rating FROM "Projects"', [
        {"budget": 12, "Due": {"$date": "2025-06-01"}, "owner.rating": 4},
        {"budget": None, "Due": None, "owner.rating": None}]),
    ("outgoing", "LIST WITHOUT ID file.name FROM outgoing([[2025-04-30 Sync]])", ["Mara Voss"]),
    ("a Markdown link links", "LIST WITHOUT ID file.name FROM [[Beta]]", ["Alpha"]),
    ("not in a folder", 'LIST WITHOUT ID file.name FROM -"People" AND -"Daily" AND !"Projects"', ["2025-04-30 Sync"]),
    ("sources join in the order named", 'LIST WITHOUT ID file.name FROM "Projects" OR "Meetings"', ["Alpha", "Beta", "2025-04-30 Sync"]),
    ("no such folder", 'LIST FROM "Nowhere"', []),
    ("tags are found from above, in any case", "LIST WITHOUT ID file.name FROM #CRM", ["Mara Voss"]),
    ("tags with those above", "LIST WITHOUT ID file.tags FROM #crm/lead", [["#crm/lead", "#crm"]]),
    ("groups", 'TABLE WITHOUT ID type AS t, length(rows) AS n GROUP BY type', [
        {"t": None, "n": 1}, {"t": "meeting", "n": 1}, {"t": "person", "n": 2}, {"t": "project", "n": 2}]),
    ("the group's name heads the table", 'TABLE rows.file.name AS names FROM "People" GROUP BY company AS firm', [
        {"firm": "Delta", "names": ["Tom Reed"]}, {"firm": "Orbital", "names": ["Mara Voss"]}]),
    ("flatten", "LIST WITHOUT ID a FROM \"Meetings\" FLATTEN attendees AS a WHERE typeof(a) = \"string\"", ["Tom Reed"]),
    ("aliases", 'LIST WITHOUT ID file.aliases FROM "People" WHERE file.aliases', [["Tommy", "TR"]]),
    ("the day of a file", 'LIST WITHOUT ID file.day WHERE file.day SORT file.day', [{"$date": "2025-04-30"}, {"$date": "2025-05-05"}]),
    ("a bullet's field is the page's", 'LIST WITHOUT ID role FROM "People" WHERE role', ["Buyer"]),
    ("tasks and lists", 'TABLE WITHOUT ID length(file.tasks) AS t, length(file.lists) AS l FROM "Daily"', [{"t": 9, "l": 10}]),
    ("a row whose expression fails is dropped", 'LIST WITHOUT ID file.name FROM "People" WHERE rating + 1 > 4', ["Tom Reed"]),
    ("the whole row", 'LIST WITHOUT ID row.company FROM "Projects" WHERE row["company"]', ["Delta"]),
    ("links into notes", 'LIST WITHOUT ID owner.company FROM "Projects/Alpha"', ["Delta"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "query", "expected"), ROWS)
def test_rows(ask: Ask, title: str, query: str, expected: list[object]) -> None:
    assert queries.encode(ask(query)) == expected


def test_task_rows_as_json(ask: Ask) -> None:
    query = 'TASK WHERE contains(text, "two lines")'
    assert queries.encode(ask(query)) == [
        {"path": "Daily/2025-05-05.md", "line": 9, "text": "two lines\nwith Mara [prio:: 2]", "status": "?"}
    ]  # fmt: skip


def test_parts_of_an_item(ask: Ask) -> None:
    found = ask('LIST WITHOUT ID t FROM "Daily" FLATTEN file.lists AS t WHERE t.line = 6')
    (item,) = queries.encode(found)
    assert isinstance(item, dict)
    link = {"$link": {"path": "Daily/2025-05-05.md", "type": "file", "subpath": None, "display": None, "embed": False}}  # fmt: skip
    assert item | {"subtasks": [], "header": link} == {
        "symbol": "-", "link": link, "section": link, "text": "grandchild Mara [due:: 2025-05-02]",
        "tags": [], "line": 6, "lineCount": 1, "list": 0, "outlinks": [],
        "path": "Daily/2025-05-05.md", "children": [], "task": True, "annotated": True,
        "position": {"start": {"line": 6, "col": 2}, "end": {"line": 6}}, "subtasks": [],
        "real": True, "header": link, "parent": 5, "status": "X", "checked": True,
        "completed": True, "fullyCompleted": True, "due": {"$date": "2025-05-02"},
    }  # fmt: skip


def test_a_task_is_done_with_all_below_it(ask: Ask) -> None:
    done = ask('TASK FROM "Daily" WHERE fullyCompleted')
    assert [at(hit) for hit in done.hits] == ["D2", "D7"]


def test_fields_cannot_take_the_names_of_parts() -> None:
    text = "- [ ] a [status:: z] [text:: t] [mood:: ok] ^b1\n"
    page = queries.page("N.md", text, {"status": "page", "kind": "note"})
    query = 'TASK WHERE status = " " AND mood = "ok" AND kind = "note" AND blockId = "b1"'
    found = queries.run(query, language="dataview", pages=[page], this=None, as_of="2025-05-05")
    assert len(found.hits) == 1


def test_this_is_the_note_that_holds_the_query(ask: Ask) -> None:
    found = ask("TASK WHERE contains(outlinks, this.file.link)", origin="People/Mara Voss.md")
    assert [at(hit) for hit in found.hits] == ["D4", "M6"]
    assert [at(hit) for hit in ask("TASK FROM [[]]", origin="People/Mara Voss.md").hits][:1] == [
        "D1"
    ]


def test_own_folder_is_read_with_a_warning(ask: Ask) -> None:
    found = ask("LIST WITHOUT ID file.name FROM this.file.folder", origin="People/Tom Reed.md")
    assert queries.encode(found) == ["Mara Voss", "Tom Reed"]
    assert "this.file.folder" in found.warnings[0]
    with pytest.raises(QueryError, match="--from"):
        ask("LIST FROM this.file.folder")


def test_groups_of_tasks_nest(ask: Ask) -> None:
    found = ask("TASK WHERE completed GROUP BY file.folder GROUP BY true AS all")
    (outer,) = found.tasks
    assert isinstance(outer, Bunch)
    (inner,) = outer.rows
    assert isinstance(inner, Bunch)
    assert (outer.key, inner.key, len(inner.rows)) == (True, "Daily", 2)


def test_flatten_takes_a_grouping_back(ask: Ask) -> None:
    found = ask("TASK WHERE completed GROUP BY text AS t FLATTEN rows AS t")
    assert [row.text for row in found.hits] == [
        "Call Mara ✅ 2025-05-04",
        "grandchild Mara [due:: 2025-05-02]",
    ]


def test_groups_that_flatten_leaves_are_shown_as_groups(ask: Ask) -> None:
    (bunch,) = ask("TASK WHERE prio GROUP BY prio FLATTEN 1 AS prio").tasks
    assert isinstance(bunch, Bunch)
    assert (bunch.key, [at(row) for row in bunch.rows if isinstance(row, Hit)]) == (2, ["D9"])


def test_nested_shows_all_below_a_match(ask: Ask, pages: list[Page]) -> None:
    found = ask('TASK WHERE contains(text, "Parent") OR contains(text, "child")')
    (root,) = queries.nested(found.tasks, {page.path: page for page in pages})
    assert isinstance(root, Hit)
    assert [child.text[:5] for child in root.children] == ["child", "plain"]
    assert [child.status for child in root.children[1].children] == ["X"]


def test_a_match_below_no_match_is_a_root(ask: Ask, pages: list[Page]) -> None:
    found = ask('TASK WHERE contains(text, "grandchild")')
    shown = queries.nested(found.tasks, {page.path: page for page in pages})
    assert [at(hit) for hit in shown if isinstance(hit, Hit)] == ["D7"]


def test_rows_carry_their_lines(ask: Ask) -> None:
    table = ask('TABLE item.text FROM "Daily" FLATTEN file.tasks AS item WHERE item.completed')
    assert [line.places for line in table.lines] == [
        (Place("Daily/2025-05-05.md", 2, 2),),
        (Place("Daily/2025-05-05.md", 7, 7),),
    ]
    grouped = ask('LIST rows.file.name FROM "People" GROUP BY type')
    assert grouped.lines[0].places == (
        Place("People/Mara Voss.md", 4, 4),
        Place("People/Tom Reed.md", 4, 4),
    )


# title, query, place, part of the sentence
REFUSED = [
    ("no query", "vehicle", "1:1", "TABLE, LIST or TASK"),
    ("nothing", "", "1:1", "ends too early"),
    ("a double equals", "TASK WHERE completed == false", "1:23", "an expression"),
    ("single quotes", "LIST WHERE a = 'b'", "1:16", "an expression"),
    ("in its second line", "LIST\nWHERE a >", "2:10", "ends too early"),
    ("a keyword as a field", "LIST WHERE limit > 1", "1:12", "an expression"),
    ("two blanks", "LIST GROUP  BY x", "1:6", "cannot read 'GROUP  BY x'"),
    ("an open bracket", "LIST WHERE (a", "1:14", "')'"),
    ("an empty clause", 'LIST FROM "a" SORT', "1:19", "white space"),
    ("a calendar", "CALENDAR file.day", "1:1", "not supported"),
    ("a csv", 'TABLE a FROM csv("x.csv")', "1:1", "not supported"),
    ("a second from", 'LIST FROM "People" FROM #a', "1:20", "one FROM"),
    ("no such function", "TASK WHERE foo(text)", "1:12", "foo"),
    ("all rows fail", "TASK WHERE true + 1", "1:6", "no implementation"),
    ("all rows of a list fail", "TABLE 1 + null", "1:1", "number + null"),
    ("a limit in words", 'LIST LIMIT "a"', "1:6", "number"),
    ("brackets that could be lambdas", "LIST " + "((e) => f(" * 12 + "]", "1:126", "an expression"),
    ("deep nesting", "LIST " + "(" * 500, "1:", "too deeply"),
]


@pytest.mark.parametrize(("title", "query", "place", "words"), REFUSED)
def test_refused_at_its_place(ask: Ask, title: str, query: str, place: str, words: str) -> None:
    with pytest.raises(QueryError) as refused:
        ask(query)
    assert str(refused.value).startswith(f"query {place}")
    assert words in str(refused.value)
    assert refused.value.exit_code == 1


def test_dataviewjs_is_refused(ask: Ask) -> None:
    with pytest.raises(QueryError, match="dataviewjs is not supported"):
        ask("dv.list()", language="dataviewjs")


def test_an_unknown_function_is_named_where_no_row_calls_it(ask: Ask) -> None:
    assert ask('LIST FROM "Nowhere" WHERE foo(1)').warnings == ("there is no function foo()",)


_WORDS = st.sampled_from(
    ["TASK", "LIST", "TABLE", "FROM", '"Daily"', "#next", "WHERE", "text", "due", "contains(",
     ")", '"Mara"', "and", "or", "!", "=", "<", "SORT", "DESC", "GROUP BY", "AS", "x", "FLATTEN",
     "LIMIT", "3", ",", "file.", "tasks", "[[", "]]", "(x) =>", "date(today)", "+", "\n", "//"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_any_words_are_answered_or_refused(ask: Ask, text: str) -> None:
    with suppress(PrepError):
        queries.encode(ask(text))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from([query for _, query, _ in TASKS]), st.sampled_from(["Mara", "child", "zzz"]))
def test_leaving_pages_out_by_their_text_changes_nothing(ask: Ask, query: str, word: str) -> None:
    """A condition that only the prefilter understands, and the same with nothing to filter by."""
    base = query.partition(" SORT")[0].partition(" LIMIT")[0].partition(" WHERE")[0].split("//")[0]
    quick = ask(f'{base} WHERE contains(text, "{word}") AND true')
    slow = ask(f'{base} WHERE true WHERE contains(text, "{word}")')
    assert quick.hits == slow.hits
