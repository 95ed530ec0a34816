"""A settings file's text to checked values, and the schema that they are checked by.

Unknown keys and wrong values are refused in one sentence that names the file, the line and the
nearest known key. The one door to msgspec.
"""

from __future__ import annotations

import dataclasses
import re
import typing
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import msgspec

from prep.config.settings import Config, Limits, Private, Told
from prep.config.text import load_yaml
from prep.problems import UsageError

GROUPS: tuple[Any, ...] = (Private, Limits)
"""Settings that hold settings of their own."""


def checked(path: Path, text: str) -> dict[str, Any]:
    """The values of a settings file, as they stand in it.

    Raises:
        UsageError: it is not YAML, or holds an unknown key or wrong value.
    """
    values = _parsed(path, text)
    try:
        msgspec.convert(values, struct(Config))
    except msgspec.ValidationError as error:
        raise UsageError(_explained(path, text, str(error))) from error
    return values


def schema() -> bytes:
    """The JSON schema of ``config.yaml``, for completion in an editor."""
    made = msgspec.json.schema(struct(Config))
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


@cache
def struct(declared: type) -> type[msgspec.Struct]:
    """What msgspec checks settings by: the declared fields with what is told of them."""
    hints = typing.get_type_hints(declared, include_extras=True)
    fields = [
        (one.name, _kind(hints[one.name]), _default(one)) for one in dataclasses.fields(declared)
    ]
    return msgspec.defstruct(
        declared.__name__, fields, frozen=True, forbid_unknown_fields=True,
        namespace={"__doc__": declared.__doc__},
    )  # fmt: skip


def _kind(hint: Any) -> Any:
    if hint in GROUPS:
        return struct(hint)
    told = next(one for one in hint.__metadata__ if isinstance(one, Told))
    return Annotated[hint.__origin__, msgspec.Meta(description=told.description, ge=told.least)]


def _default(one: dataclasses.Field[Any]) -> Any:
    if one.default_factory is dataclasses.MISSING:
        return one.default
    factory: Any = one.default_factory
    return msgspec.field(default_factory=struct(factory) if factory in GROUPS else factory)


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import yaml

    try:
        values = load_yaml(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise UsageError(
            f"{path}:{line}: is not valid YAML; put a value that holds a colon in quotes"
        ) from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise UsageError(f"{path}:1: is not a list of settings; write lines such as vault: ~/Notes")
    if isinstance(values.get("me"), str):
        values["me"] = [values["me"]]
    return values


def _explained(path: Path, text: str, message: str) -> str:
    import difflib

    unknown = re.search(r"unknown field `([^`]+)`(?: - at `\$\.?([^`]*)`)?", message)
    if unknown:
        key, parent = unknown.group(1), unknown.group(2) or ""
        known = _keys(parent)
        near = difflib.get_close_matches(key, known, 1, 0.5)
        remedy = f"did you mean {near[0]}?" if near else f"known are: {', '.join(known)}"
        return f"{path}:{_line_of(text, key)}: unknown setting {key}; {remedy}"
    where = re.search(r" - at `\$\.?([^`]*)`", message)
    place = where.group(1) if where else ""
    key = re.split(r"[.\[]", place)[-1] if "[" not in place else place.split("[")[0].split(".")[-1]
    plain = re.sub(r" - at `.*", "", message).replace("`", "")
    return f"{path}:{_line_of(text, key)}: {place or 'the file'}: {plain[0].lower()}{plain[1:]}"


def _keys(parent: str) -> list[str]:
    every = struct(Config)
    if parent:
        every = next(f.type for f in msgspec.structs.fields(every) if f.name == parent)
    return [field.encode_name for field in msgspec.structs.fields(every)]


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(rf"(^|[\s{{,]){re.escape(key)}\s*:", line):
            return number
    return 1
