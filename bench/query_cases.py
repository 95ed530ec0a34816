"""Run a file of query cases and count what passes: `python bench/query_cases.py CASES.json`.

The file holds inputs with the values that the plugins' own code gave for them, in the encoding of
`prep query -f json`; its sections are those of `_about`. Prints a line a section, `passed/total`,
and the ids of the cases that differ with both values. Exits 1 where any differs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from prep import queries
from prep.notes.frontmatter import front_values
from prep.queries import tree
from prep.queries.encoding import encode_value
from prep.queries.errors import QueryError, RowError
from prep.queries.evaluate import Context
from prep.queries.inline import item_tags
from prep.queries.inline_fields import full_line_field, inline_fields
from prep.queries.literals import canonical_key, header_for_link, read_value
from prep.queries.page import front_tags
from prep.queries.statement import parse, parse_field
from prep.queries.tasks.line import parse_line
from prep.queries.tasks.settings import Settings
from prep.queries.values import Link, Value

NOW = datetime(2025, 5, 5, 9)  # noqa: DTZ001 -- the clock of the cases, local time being UTC
TODAY = NOW.date().isoformat()


def main(path: str) -> int:
    data = json.loads(Path(path).read_text("utf-8"))
    failed = 0
    for section, run in SECTIONS.items():
        cases = data.get(section, ())
        wrong = [(case, got) for case in cases if not same((got := run(case, data)), case)]
        failed += len(wrong)
        print(f"{section}: {len(cases) - len(wrong)}/{len(cases)}")
        for case, got in wrong:
            print(f"  {case['id']}: {json.dumps(case, ensure_ascii=False)[:300]}")
            print(f"    got {json.dumps(got, ensure_ascii=False)[:300]}")
    return 1 if failed else 0


def same(got: object, case: Mapping[str, Any]) -> bool:
    """Compare values as they are; of errors, that there is one of that kind."""
    wanted = case["expect"]
    if isinstance(wanted, dict) and isinstance(got, dict):
        for kind in ("error", "parse_error", "eval_error"):
            if kind in wanted:
                return kind in got
    if "full_line" in case:
        wanted = [case["expect"], case["full_line"]]
    return bool(json.loads(json.dumps(got)) == wanted)


def task_line(case: Mapping[str, Any], _data: object) -> object:
    settings = Settings(global_filter=case.get("global_filter", ""), format=case["format"])
    task = parse_line(case["line"], settings, case.get("fallback_date"))
    if task is None:
        return None
    record = task._asdict()
    for name in ("block_link", "tags", "depends_on"):
        record[name] = list(record[name]) if name != "block_link" else record[name]
    status, marker = record.pop("status"), record.pop("marker")
    if "scheduled_inferred" not in (case["expect"] or {}):
        record.pop("scheduled_inferred")
    return record | {
        "list_marker": marker,
        "status_symbol": status.symbol,
        "status_type": status.type,
        "is_done": status.done,
    }


def expression(case: Mapping[str, Any], _data: object) -> object:
    try:
        node = parse_field(case["expr"], NOW)
    except QueryError as error:
        return {"parse_error": str(error)}
    row = {key: decoded(value) for key, value in (case.get("row") or {}).items()}
    try:
        return {"value": encode_value(Context(NOW).evaluate(node, row))}
    except RowError as error:
        return {"eval_error": str(error)}


def decoded(value: Any) -> Value:
    """Give a value of the cases' encoding; dates and links are what rows are given."""
    if isinstance(value, list):
        return [decoded(each) for each in value]
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return] # JSON's plain values
    if "$date" in value:
        return datetime.fromisoformat(value["$date"])
    if "$link" in value:
        link = value["$link"]
        return Link(link["path"], link["type"], link["subpath"], link["display"], link["embed"])
    return {key: decoded(each) for key, each in value.items()}


def inline_field(case: Mapping[str, Any], _data: object) -> object:
    found = [
        {
            "key": f.key,
            "raw": f.value,
            "value": encode_value(read_value(f.value)),
            "wrapping": f.wrapping,
        }
        for f in inline_fields(case["line"], emoji=case["include_task_emoji"])
    ]
    whole = full_line_field(case["line"])
    full = whole and {
        "key": whole.key,
        "canonical": canonical_key(whole.key),
        "raw": whole.value,
        "value": encode_value(read_value(whole.value)),
    }
    return [found, full]


def query_parse(case: Mapping[str, Any], _data: object) -> object:
    try:
        query = parse(case["query"], NOW)
    except QueryError as error:
        return {"parse_error": str(error)}
    header: dict[str, object] = {"type": query.kind}
    if query.kind != "task":
        header["showId"] = query.show_id
    if query.kind == "table":
        header["fields"] = [named(each) for each in query.columns]
    elif query.kind == "calendar":
        header["field"] = named(query.columns[0])
    elif query.columns:
        header["format"] = node(query.columns[0].expression)
    steps = [CLAUSES[type(clause)](clause) for clause in query.clauses]
    return {"header": header, "source": source(query.source), "operations": steps}


def named(each: tree.Named) -> object:
    return {"name": each.name, "field": node(each.expression)}


def node(each: tree.Expression) -> object:
    return NODES[type(each)](each)


NODES: dict[type[tree.Expression], Callable[[Any], object]] = {
    tree.Constant: lambda n: {"type": "literal", "value": encode_value(n.value)},
    tree.Variable: lambda n: {"type": "variable", "name": n.name},
    tree.ListOf: lambda n: {"type": "list", "values": [node(each) for each in n.items]},
    tree.ObjectOf: lambda n: {"type": "object", "values": {k: node(v) for k, v in n.entries}},
    tree.Binary: lambda n: {
        "type": "binaryop",
        "left": node(n.left),
        "op": n.operator,
        "right": node(n.right),
    },
    tree.Negated: lambda n: {"type": "negated", "child": node(n.child)},
    tree.Index: lambda n: {"type": "index", "object": node(n.target), "index": node(n.index)},
    tree.Call: lambda n: {
        "type": "function",
        "func": node(n.function),
        "arguments": [node(each) for each in n.arguments],
    },
    tree.Lambda: lambda n: {"type": "lambda", "arguments": list(n.names), "value": node(n.body)},
}
CLAUSES: dict[type[tree.Clause], Callable[[Any], object]] = {
    tree.Where: lambda c: {"type": "where", "clause": node(c.condition)},
    tree.Sort: lambda c: {
        "type": "sort",
        "fields": [
            {"field": node(key), "direction": "descending" if down else "ascending"}
            for key, down in c.keys
        ],
    },
    tree.Limit: lambda c: {"type": "limit", "amount": node(c.amount)},
    tree.Group: lambda c: {"type": "group", "field": named(c.by)},
    tree.Flatten: lambda c: {"type": "flatten", "field": named(c.by)},
}


def source(each: tree.Source) -> object:
    match each:
        case tree.Folder(path):
            return {"type": "folder", "folder": path}
        case tree.Tag(tag):
            return {"type": "tag", "tag": tag}
        case tree.Linked(path, outgoing):
            return {
                "type": "link",
                "file": path,
                "direction": "outgoing" if outgoing else "incoming",
            }
        case tree.Csv(path):
            return {"type": "csv", "path": path}
        case tree.Except(inner):
            return {"type": "negate", "child": source(inner)}
        case tree.Both(left, operator, right):
            return {
                "type": "binaryop",
                "left": source(left),
                "op": operator,
                "right": source(right),
            }
    return None


def pages_of(data: Mapping[str, Any], vault: str) -> list[queries.Page]:
    files = data["dataview_vaults"][vault].items()
    return [queries.page(path, text, front_values(text)[0]) for path, text in files]


def vault_query(case: Mapping[str, Any], data: Mapping[str, Any]) -> object:
    pages = pages_of(data, case["vault"])
    by_path = {page.path: page for page in pages}
    try:
        result = queries.run(
            case["query"], language="dataview", pages=pages, as_of=TODAY, now=NOW,
            this=by_path.get(case.get("origin_note", "")),
        )  # fmt: skip
    except QueryError as error:
        return {"parse_error" if "parse_error" in case["expect"] else "error": str(error)}
    if result.kind == "task":
        shown = queries.nested(result.tasks, by_path)
        return {"tasks": grouped(result.tasks, at), "rendered": grouped(shown, rendered)}
    if result.kind == "list":
        return {"list": [encode_value(line.values[0]) for line in result.lines]}
    rows = [[encode_value(value) for value in line.values] for line in result.lines]
    return {"names": list(result.names), "rows": rows}


def grouped(
    rows: Sequence[queries.Bunch | queries.Hit], show: Callable[[queries.Hit], object]
) -> list[object]:
    return [
        {"key": encode_value(row.key), "rows": grouped(row.rows, show)}
        if isinstance(row, queries.Bunch)
        else show(row)
        for row in rows
    ]


def at(hit: queries.Hit) -> str:
    return f"{hit.place.path}:{hit.place.line - 1}"  # the cases count lines from 0


def rendered(hit: queries.Hit) -> object:
    shown: dict[str, object] = {"at": at(hit), "text": hit.text}
    if hit.status is not None:
        shown["status"] = hit.status
    if hit.children:
        shown["children"] = [rendered(child) for child in hit.children]
    return shown


def misc(case: Mapping[str, Any], _data: object) -> object:
    kinds: dict[str, Callable[[Any], object]] = {
        "item_tags": item_tags,
        "canonical_key": canonical_key,
        "header_for_link": header_for_link,
        "frontmatter_tags": front_tags,
    }
    return kinds[case["kind"]](case["input"])


def tasks_query(case: Mapping[str, Any], data: Mapping[str, Any]) -> object:
    try:
        result = queries.run(
            case["query"], language="tasks", pages=pages_of(data, case["vault"]), this=None,
            as_of=TODAY,
        )  # fmt: skip
    except QueryError as error:
        return {"error": str(error)}
    return {"tasks": list(flat(result.tasks))}


def flat(rows: Sequence[queries.Bunch | queries.Hit]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, queries.Bunch):
            yield from flat(row.rows)
        else:
            yield at(row)


SECTIONS: dict[str, Callable[[Mapping[str, Any], Any], object]] = {
    "task_line_cases": task_line,
    "dataview_expressions": expression,
    "dataview_inline_fields": inline_field,
    "dataview_query_parse": query_parse,
    "dataview_vault_queries": vault_query,
    "dataview_misc": misc,
    "tasks_query_cases": tasks_query,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
