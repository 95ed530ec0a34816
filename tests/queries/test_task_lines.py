"""Task lines: the records are those that obsidian-tasks' own code reads from these lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.queries.tasks.line import INVALID, parse_line
from prep.queries.tasks.settings import Settings, read_settings

# format, line, what differs from a bare "- [ ]" line; None: no task
LINES: list[tuple[str, str, dict[str, object] | None]] = [('emoji', '- [ ] Call Ann 📅 2026-03-01', {'description': 'Call Ann', 'due': '2026-03-01'}),
 ('emoji',
  '* [x] Call Ann ⏫ 📅2026-03-01 ✅ 2026-02-27',
  {'description': 'Call Ann',
   'done': '2026-02-27',
   'due': '2026-03-01',
   'marker': '*',
   'priority': 'high',
   'status': 'x:DONE'}),
 ('emoji',
  '1) [-] Old plan ❌ 2026-02-01',
  {'cancelled': '2026-02-01',
   'description': 'Old plan',
   'marker': '1)',
   'status': '-:CANCELLED'}),
 ('emoji',
  '> - [/] quoted 🛫 2026-01-05 ⏳️ 2026-01-07',
  {'description': 'quoted',
   'indentation': '> ',
   'scheduled': '2026-01-07',
   'start': '2026-01-05',
   'status': '/:IN_PROGRESS'}),
 ('emoji', '- [?] unknown mark', {'description': 'unknown mark', 'status': '?:TODO'}),
 ('emoji',
  '- [X] capital is unknown',
  {'description': 'capital is unknown', 'status': 'X:TODO'}),
 ('emoji',
  '- [ ] text after 📅 2026-03-01 the date',
  {'description': 'text after 📅 2026-03-01 the date'}),
 ('emoji',
  '- [ ] two dates 📅 2026-03-01 📅 2026-03-02',
  {'description': 'two dates', 'due': '2026-03-01'}),
 ('emoji',
  '- [ ] no such day 📅 2026-02-30',
  {'description': 'no such day', 'due': 'Invalid date'}),
 ('emoji', '- [ ] short date 📅 2026-3-1', {'description': 'short date 📅 2026-3-1'}),
 ('emoji',
  '- [ ] tags #a 📅 2026-03-01 #b/c #12',
  {'description': 'tags #a #b/c #12', 'due': '2026-03-01', 'tags': ['#a', '#b/c', '#12']}),
 ('emoji',
  '- [ ] 🔁 every weekday when done ⏳ 2026-03-01',
  {'recurrence': 'every weekday when done', 'scheduled': '2026-03-01'}),
 ('emoji',
  '- [ ] bad rule 🔁 sometimes 📅 2026-03-01',
  {'description': 'bad rule', 'due': '2026-03-01'}),
 ('emoji',
  '- [ ] rule without its day 🔁 every day 📅 2026-02-31',
  {'description': 'rule without its day', 'due': 'Invalid date'}),
 ('emoji',
  '- [ ] 🔁 every 3 months on the 2nd last friday',
  {'recurrence': 'every 3 months on the 2nd last Friday'}),
 ('emoji',
  '- [ ] 🔁 every jan and jul on the 1st',
  {'recurrence': 'every January and July on the 1st'}),
 ('emoji',
  '- [ ] ids 🆔 a-1 ⛔ b_2, c3',
  {'depends_on': ['b_2', 'c3'], 'description': 'ids', 'id': 'a-1'}),
 ('emoji', '- [ ] ends 🏁 Delete', {'description': 'ends', 'on_completion': 'delete'}),
 ('emoji', '- [ ] ends 🏁 other', {'description': 'ends'}),
 ('emoji', '- [ ] [due:: 2026-03-01]', {'description': '[due:: 2026-03-01]'}),
 ('emoji', '- [ ] link ^b-1', {'block_link': ' ^b-1', 'description': 'link'}),
 ('emoji', '- [ ] 📅 2026-03-01 ^b-1 ', {'block_link': ' ^b-1', 'due': '2026-03-01'}),
 ('emoji', '- [ ]no blank', {'description': 'no blank'}),
 ('emoji', '- [ ]', {}),
 ('emoji', '-  [ ] two blanks', {'description': 'two blanks'}),
 ('emoji', '- [  ] wide', None),
 ('emoji', 'a [ ] none', None),
 ('emoji', '- [ ] priorities 🔺 🔽', {'description': 'priorities', 'priority': 'highest'}),
 ('emoji',
  '- [ ] a #tag, and #more.',
  {'description': 'a #tag, and #more.', 'tags': ['#tag', '#more']}),
 ('dataview',
  '- [ ] Call Ann [due:: 2026-03-01]',
  {'description': 'Call Ann', 'due': '2026-03-01'}),
 ('dataview',
  '- [x] Call Ann (completion:: 2026-02-27)  [priority:: highest]',
  {'description': 'Call Ann', 'done': '2026-02-27', 'priority': 'highest', 'status': 'x:DONE'}),
 ('dataview', '- [ ] mixed [due:: 2026-03-01)', {'description': 'mixed [due:: 2026-03-01)'}),
 ('dataview',
  '- [ ] [start::2026-01-01] #t [scheduled:: 2026-01-02],',
  {'description': '#t', 'scheduled': '2026-01-02', 'start': '2026-01-01', 'tags': ['#t']}),
 ('dataview',
  '- [ ] [repeat:: every month on the last]',
  {'recurrence': 'every month on the last'}),
 ('dataview',
  ('- [ ] [cancelled:: 2026-01-01] [created:: 2026-01-02] [id:: x] [dependsOn:: y, z] '
  '[onCompletion:: keep]'),
  {'cancelled': '2026-01-01',
   'created': '2026-01-02',
   'depends_on': ['y', 'z'],
   'id': 'x',
   'on_completion': 'keep'}),
 ('dataview',
  '- [ ] emoji do not count 📅 2026-03-01',
  {'description': 'emoji do not count 📅 2026-03-01'}),
 ('dataview', '- [ ] [Due:: 2026-03-01]', {'description': '[Due:: 2026-03-01]'})]  # fmt: skip

_BARE = parse_line("- [ ]", Settings())


@pytest.mark.parametrize(("form", "line", "expected"), LINES)
def test_line(form: str, line: str, expected: dict[str, object] | None) -> None:
    settings = Settings(format="dataview" if form == "dataview" else "emoji")
    found = parse_line(line, settings)
    assert _BARE is not None
    if expected is None:
        assert found is None
        return
    assert found is not None
    bare = _BARE._asdict()
    changed: dict[str, object] = {
        name: list(value) if name in {"tags", "depends_on"} else value
        for name, value in found._asdict().items()
        if value != bare[name]
    }
    if "status" in changed:
        changed["status"] = f"{found.status.symbol}:{found.status.type}"
    assert changed == expected


def test_the_global_filter_makes_tasks() -> None:
    settings = Settings(global_filter="#do")
    assert parse_line("- [ ] call", settings) is None
    found = parse_line("- [ ] call #do #now 📅 2026-01-01", settings)
    assert found is not None
    assert (found.description, found.tags, found.due) == ("call #do #now", ("#now",), "2026-01-01")


def test_a_task_without_days_takes_the_files_as_scheduled() -> None:
    found = parse_line("- [ ] call", Settings(), "2026-01-02")
    assert found is not None
    assert (found.scheduled, found.scheduled_inferred) == ("2026-01-02", True)
    dated = parse_line("- [ ] call 🛫 2026-01-01", Settings(), "2026-01-02")
    assert dated is not None
    assert (dated.scheduled, dated.scheduled_inferred) == (None, False)


def test_statuses_of_the_settings_file() -> None:
    data = {
        "globalFilter": "#t",
        "taskFormat": "dataview",
        "useFilenameAsScheduledDate": True,
        "presets": {"mine": "not done"},
        "statusSettings": {
            "coreStatuses": [{"symbol": " ", "name": "Open", "type": "TODO"}],
            "customStatuses": [
                {"symbol": "X", "name": "Really", "type": "DONE"},
                {"symbol": "?", "name": "Asked", "type": "NO_SUCH_TYPE"},
                {"symbol": "X", "name": "Twice", "type": "TODO"},
                {"symbol": "", "name": "Empty"},
                "not a mapping",
            ],
        },
    }
    settings = read_settings(data)
    assert [(s.symbol, s.name, s.type) for s in settings.statuses] == [
        (" ", "Open", "TODO"),
        ("X", "Really", "DONE"),
        ("?", "Asked", "TODO"),
    ]
    assert settings.status("X").done
    assert settings.status("x").name == "Unknown"
    assert settings[1:] == ("#t", "dataview", True, (("mine", "not done"),))


@pytest.mark.parametrize(
    "data", [{}, {"statusSettings": None}, {"statusSettings": {"coreStatuses": 3}}]
)
def test_settings_of_any_shape_are_read(data: dict[str, object]) -> None:
    assert read_settings(data) == Settings()


@given(st.text(alphabet=st.sampled_from("- [x]>#a:📅🔁🆔⛔🏁2026-01 ,()^every"), max_size=60))
def test_any_line_is_read(line: str) -> None:
    for form in ("emoji", "dataview"):
        found = parse_line(
            f"- [ ] {line}", Settings(format="dataview" if form == "dataview" else "emoji")
        )
        if found is not None and found.due not in {None, INVALID}:
            assert len(str(found.due)) == 10
