"""A brief to its markdown page, by the templates; the only door to jinja2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from prep.model.brief import Brief, Entry, Section, Source
from prep.problems import PrepError
from prep.render.escape import escape, plain_link
from prep.render.numbering import number
from prep.render.stamp import stamp

if TYPE_CHECKING:
    from jinja2 import Environment

TOLD_STATES = ("overdue", "carried", "proposed_closed", "proposed_answered")
WRITTEN = ("Went 1–4", "Story", "Score", "Evidence", "Not assessed", "")
"""Columns that are filled in by hand: an empty cell of theirs is a field in Word."""
SHORT_ROLE = 9
"""Words of a role that still fit below a title; a longer one is told in the profile."""
SUBTITLE = ("role", "relationship")
COMPOSED = "°"
"""Marks a line that the tool composed; the page's last line says so."""


def render(brief: Brief, folders: Sequence[Path], cache_folder: Path | None = None) -> str:
    """The markdown page of ``brief``.

    Args:
        brief: what to print.
        folders: where templates are looked up, one's own first.
        cache_folder: where compiled templates may be kept; None keeps none.

    Raises:
        PrepError: a template is missing or wrong; the sentence names its file and line.
    """
    import jinja2

    name = f"{brief.kind}.md.j2"
    environment = _environment(folders, cache_folder)
    try:
        sections = {section.key: section for section in brief.sections}
        template = environment.get_template(name)
        text = template.render(brief=brief, page=Page(brief), sections=sections)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
    except jinja2.TemplateNotFound as error:
        raise PrepError(
            f"template {error.name} is missing; prep init copies those of the package"
        ) from error
    except jinja2.TemplateSyntaxError as error:
        raise PrepError(
            f"{error.filename or error.name}:{error.lineno}: {error.message}"
        ) from error
    except jinja2.TemplateError as error:
        raise PrepError(f"{_place(error, name)}: {error.message}") from error


def _environment(folders: Sequence[Path], cache_folder: Path | None) -> Environment:
    from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    cache = None
    if cache_folder is not None:
        cache_folder.mkdir(parents=True, exist_ok=True)
        cache = FileSystemBytecodeCache(str(cache_folder))
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=False,  # the page is markdown: note text goes through our own escape
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=cache,
    )
    environment.filters["md"] = escape
    environment.filters["yaml"] = _yaml
    return environment


class Page:
    """What a template may call."""

    def __init__(self, brief: Brief) -> None:
        self._numbers = number(brief)
        self.tree = _tree(brief)
        self.sources = [(n, _reference(source)) for source, n in self._numbers.items()]
        self.composed = COMPOSED
        self.stamp = stamp(brief)

    def notes(self, sources: Sequence[Source]) -> str:
        """The footnote marks of ``sources``."""
        return "".join(f"[^{self._numbers[s]}]" for s in dict.fromkeys(sources))

    def said(self, entry: Entry) -> str:
        """The entry's words: quoted where they are the note's own, else marked as composed."""
        text = escape(entry.text)
        return f"“{text}”" if entry.quote else f"{text} {COMPOSED}"

    def more(self, brief: Brief) -> str:
        """The command that shows what the caps left out; "" where they left nothing out."""
        cut = [section for section in brief.sections if section.more]
        return max(cut, key=lambda s: s.more + len(s.entries)).more_where if cut else ""

    def subtitle(self, brief: Brief, profile: Section | None) -> str:
        """Account, role and relationship in one line, each with its notes; "" when unknown."""
        entries = profile.entries if profile else ()
        shown = [f"**{escape(brief.subject.account)}**"] if brief.subject.account else []
        for name in SUBTITLE:
            entry = next((e for e in entries if e.rule == f"profile.{name}"), None)
            if entry:
                first = re.split(r"[;\n]", entry.text)[0]
                if len(first.split()) <= SHORT_ROLE:
                    shown.append(f"{escape(first)}{self.notes(entry.sources)}")
        return " · ".join(shown)

    def label(self, entry: Entry) -> str:
        """The bold words that lead a line, or nothing."""
        colon = "" if entry.label.endswith(("?", "!", ".")) else ":"
        return f"**{escape(entry.label)}{colon}** " if entry.label else ""

    def marks(self, entry: Entry) -> str:
        """What follows an entry's words in emphasis: when due, its state, why now."""
        state = entry.state if entry.state in TOLD_STATES else ""
        found = [f"due {entry.due}" if entry.due else "", state.replace("_", " "), entry.why]
        text = " · ".join(dict.fromkeys(part for part in found if part))
        return f" _{escape(text)}_" if text else ""

    def tables(self, entries: Sequence[Entry]) -> list[tuple[list[str], list[Entry]]]:
        """Runs of entries with the same columns, as (column names, entries); no names: a list."""
        runs: list[tuple[list[str], list[Entry]]] = []
        for entry in entries:
            names = [name for name, _ in entry.columns]
            if not runs or runs[-1][0] != names:
                runs.append((names, []))
            runs[-1][1].append(entry)
        return runs

    def cells(self, entry: Entry) -> list[str]:
        """The cells of a row; the first one carries the entry's footnotes."""
        found = [_cell(value, entry, first=not n) for n, (_, value) in enumerate(entry.columns)]
        for n, (name, value) in enumerate(entry.columns):
            if not value and name in WRITTEN:
                found[n] = f"<!-- answer: {name or 'answer'} -->"
        at = 1 if found and found[0] in ("☐", "") and len(found) > 1 else 0
        found[at] += self.notes(entry.sources)
        return found

    def is_reason(self, entry: Entry) -> bool:
        """Whether a child only explains why its row is there."""
        return entry.label in ("because", "or")

    def grouped(self, entries: Sequence[Entry]) -> list[tuple[str, str, list[Entry]]]:
        """Entries of one note together, as (title, day, entries), ordered by the first of each."""
        groups: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            groups.setdefault((entry.label, entry.date or "undated"), []).append(entry)
        return [(label, day, found) for (label, day), found in groups.items()]


def _cell(value: str, entry: Entry, *, first: bool) -> str:
    """A cell of a sheet's row: struck out where the notes answer, marked where from the bank."""
    text = escape(value)
    if not first:
        return text
    if entry.state == "answered":
        text = f"~~{text}~~"
    return f"{text} \\[bank\\]" if entry.label == "bank" else text


def _reference(source: Source) -> str:
    place = (
        f"line {source.line}"
        if source.line == source.end_line
        else f"lines {source.line}–{source.end_line}"
    )
    return f"{plain_link(source.path, source.heading)}, {place}"


def _tree(brief: Brief) -> list[tuple[str, str, str, str]]:
    """Edges as (id above, name above, id below, name below) for a Mermaid graph."""
    ids: dict[str, str] = {}
    for edge in brief.tree:
        for name in (edge.above, edge.below):
            ids.setdefault(name, f"n{len(ids) + 1}")
    clean = {name: name.replace('"', "'") for name in ids}
    return [(ids[e.above], clean[e.above], ids[e.below], clean[e.below]) for e in brief.tree]


def _yaml(value: str) -> str:
    """A scalar for front matter, always in double quotes."""
    import json

    return json.dumps(value, ensure_ascii=False)


def _place(error: Exception, name: str) -> str:
    """The template's file and line in which ``error`` was raised."""
    trace, place = error.__traceback__, name
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
