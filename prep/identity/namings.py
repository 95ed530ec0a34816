"""All names in one note, with what the very place declares of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from prep.identity.attendance import attendance
from prep.identity.cast import Cast
from prep.identity.labels import may_be_who
from prep.identity.mentions import UPPER, mentions
from prep.identity.units import Unit, units
from prep.model.naming import Naming, Place
from prep.model.note import Field, Note
from prep.names import Written, fold, is_initials, read_name

ACCOUNT_KEYS = frozenset(
    ["company", "org", "organization", "organisation", "organizations", "organisations", "employer",
     "account", "customer", "client", "work", "companyteam"]
)  # fmt: skip
PERSON_KEYS = frozenset(
    ["reportsto", "manager", "boss", "owner", "relatedpeople", "contact", "lead"]
)
PARENT_KEYS = frozenset(["parent", "parentcompany", "parentaccount", "partof", "ultimateparent"])
ACCOUNT_TAGS = frozenset(
    ["company", "account", "customer", "client", "org", "organisation", "organization"]
)
PERSON_TAGS = frozenset(["person", "people", "contact", "1on1", "with"])
NOT_TAGS = frozenset(["type", "status", "kind", "file"])
_FOUND_IN = re.compile(
    r"(?:^|/)(?:customers?|accounts?|clients?|companies|organi[sz]ations?)/([^/]+)/", re.IGNORECASE
)
_DAY = re.compile(r"^\W*(?:\d{4}-\d\d|\w{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-W\d\d)")
OWNERS = re.compile(
    rf"^[*_\s:]*((?:@?[{UPPER}a-z][\w'’.-]*(?: [{UPPER}][\w'’.-]*){{0,3}}"
    r"(?:\s*(?:,|and|&)\s*)?){1,4}?)"
    r"\s+(?:to|will|should|volunteer(?:s|ed) to|agreed to|takes?|is going to)\s"
)


def namings(note: Note) -> tuple[Naming, ...]:
    """The names that one note writes. A pure function of the note; each (key, place, episode) once.

    What only the file as a whole tells is settled here: initials and first names of speakers and
    owners carry in ``full`` the one attendee they mean; an account that a place gives as somebody's
    employer carries in ``full`` that person's name.
    """
    lines = list(units(note))
    found = [*_own(note), *_from_fields(note), *attendance(note), *_tags(note), *_links(note)]
    found = list(_unmixed(found, lines))
    listed = {n.line for n in found if n.place in ("attendee", "absent")}
    found += mentions(note, lines, listed)
    found += _episodes(note)
    cast = Cast(found)
    found += _speakers(note, lines, cast)
    found += _owners(note, lines, cast)
    return tuple(_once(found))


def _once(found: Iterable[Naming]) -> Iterator[Naming]:
    """The first of each name at each sort of place; attendance keeps what it says."""
    seen: set[tuple[str, str, int, str, str]] = set()
    for naming in found:
        mark = (naming.key, naming.place, naming.episode, naming.full, naming.role)
        if naming.key and mark not in seen:
            seen.add(mark)
            yield naming


def _unmixed(found: list[Naming], lines: list[Unit]) -> Iterator[Naming]:
    """``Bo Ek (XYB)``: a bracket is initials, not an employer, where the file has XYB speak."""
    speaks = {fold(u.label.who) for u in lines if u.label and u.label.colon}
    speaks |= {n.key for n in found if n.place == "alias" and n.kind == "person"}
    shorts = {s for s in speaks if len(s) <= 4}
    for naming in found:
        listed = naming.place in ("attendee", "participant", "absent")
        if naming.place == "field" and naming.full and naming.key in shorts:
            continue
        if listed and fold(naming.org) in shorts:
            yield naming._replace(org="")
            yield Naming(
                naming.org,
                fold(naming.org),
                "alias",
                naming.line,
                naming.episode,
                "person",
                naming.name,
            )
        else:
            yield naming


def _own(note: Note) -> Iterator[Naming]:
    """The note's own name and aliases, with the address and the employer that it gives."""
    if note.kind not in ("person", "account", "project"):
        return
    kind = {"person": "person", "account": "account", "project": "topic"}[note.kind]
    who = read_name(note.title) if kind == "person" else Written(note.title.lstrip("@!# "))
    told = {field.key: field for field in reversed(note.fields) if field.values}
    emails = [
        v for k in ("email", "emails", "emailaddress", "mail") if k in told for v in told[k].values
    ]
    org = _employer(note)
    handle = next((told[k].values[0] for k in ("github", "handle", "twitter") if k in told), "")
    yield Naming(
        who.name, fold(who.name), "note", 1, 0, kind,  # type: ignore[arg-type]  # one of the three above
        email=emails[0] if emails else who.email, handle=handle.lstrip("@"), org=org or who.org,
        role=", ".join(told["role"].values) if "role" in told else who.role,
    )  # fmt: skip
    for mail in emails[1:]:
        yield Naming(who.name, fold(who.name), "email", 1, 0, "person", email=mail)
    names = dict.fromkeys(
        (*note.aliases, *who.aliases, *([note.title] if note.title != who.name else []))
    )
    for alias in names:
        yield Naming(alias, fold(alias), "alias", 1, 0, kind, full=who.name)  # type: ignore[arg-type]


def _employer(note: Note) -> str:
    """The account that a note gives for itself: by field, else by tag."""
    for field in note.fields:
        if field.key in ACCOUNT_KEYS and field.values:
            return read_account(field.values[0])
    for tag in note.tags:
        head, slash, rest = tag.partition("/")
        if slash and head.lower() in ACCOUNT_TAGS:
            return rest.replace("-", " ").replace("_", " ")
    inside = _FOUND_IN.search(note.path)
    return inside[1] if inside else ""


def read_account(text: str) -> str:
    """The account of a field's value: a link's words, ``Organisation - X`` cut to X."""
    name = read_name(text).name if "[" in text else text.strip()
    return re.sub(r"^(?:Organi[sz]ation|Company|Account|Customer) - ", "", name).lstrip("@!# ")


def _from_fields(note: Note) -> Iterator[Naming]:
    person = read_name(note.title).name if note.kind == "person" else ""
    for field in note.fields:
        place: Place = "field"
        if field.key in ACCOUNT_KEYS or field.key in PARENT_KEYS:
            for value in field.values:
                name = read_account(value)
                if field.key in PARENT_KEYS:
                    whose, role = note.title, "parent"
                else:
                    whose, role = person, ""
                yield Naming(name, fold(name), place, field.line, 0, "account", whose, role=role)
        elif field.key in PERSON_KEYS:
            yield from _people_of(field)
    inside = _FOUND_IN.search(note.path)
    if inside and not inside[1].startswith("."):
        yield Naming(inside[1], fold(inside[1]), "field", 1, 0, "account", person)


def _people_of(field: Field) -> Iterator[Naming]:
    for value in field.values:
        who = read_name(value)
        if len(who.name.split()) <= 4 and any(c.isupper() for c in who.name):
            yield Naming(
                who.name, fold(who.name), "field", field.line, 0, "person",
                email=who.email, handle=who.handle, role=field.key,
            )  # fmt: skip


def _tags(note: Note) -> Iterator[Naming]:
    person = read_name(note.title).name if note.kind == "person" else ""
    for tag in note.tags:
        head, slash, rest = tag.partition("/")
        head = head.lower()
        if slash and head in ACCOUNT_TAGS:
            name = rest.replace("-", " ").replace("_", " ")
            yield Naming(name, fold(name), "tag", 1, 0, "account", person)
        elif slash and head in PERSON_TAGS:
            name = rest.replace("-", " ").replace("_", " ")
            yield Naming(name, fold(name), "tag", 1, 0, "person")
        elif head not in NOT_TAGS:
            yield Naming(f"#{tag}", fold(tag), "tag", 1, 0, "topic")


def _links(note: Note) -> Iterator[Naming]:
    for link in note.links:
        if not link.wiki or not link.target or _DAY.match(link.target):
            continue
        name = link.target.rpartition("/")[2].removesuffix(".md").lstrip("@!")
        if "." in name[-5:] and link.embed:
            continue
        yield Naming(name, fold(name), "link", link.line, 0)
        shown = link.display.strip()
        if shown and fold(shown) != fold(name) and len(shown) <= 40:
            yield Naming(shown, fold(shown), "alias", link.line, 0, full=name)


def _episodes(note: Note) -> Iterator[Naming]:
    for number, episode in enumerate(note.episodes):
        for name in episode.names:
            yield Naming(name, fold(name), "heading", episode.line, number, "person")


def _speakers(note: Note, lines: list[Unit], cast: Cast) -> Iterator[Naming]:
    """Those who speak: a known one, or a label of a person's shape that returns."""
    labels = [
        (u, u.label.who, u.label.colon) for u in lines
        if u.label and may_be_who(u.label.who) and not u.title
    ]  # fmt: skip
    times = Counter(fold(who) for _, who, colon in labels if colon)
    seen: set[str] = set()
    for unit, who, colon in labels:
        if who in seen:
            continue
        key = fold(who)
        meant = cast.who(who, speaking=True)
        returns = colon and times[key] > 1 and _personal(note, who)
        if not returns and (meant is None or not cast.members[meant.member].firm):
            continue
        seen.add(who)
        full = cast.members[meant.member].name if meant else ""
        yield Naming(
            who, key, "speaker", unit.line, note.blocks[unit.block].episode, "person",
            full=full if fold(full) != key else "",
        )  # fmt: skip


def _personal(note: Note, who: str) -> bool:
    """Is a label that nobody declared a person's? Only in minutes, only with a capital."""
    if note.kind not in ("meeting", "transcript", "daily"):
        return False
    return is_initials(who) or (who[0].isupper() and len(who.split()) <= 3)


def _owners(note: Note, lines: list[Unit], cast: Cast) -> Iterator[Naming]:
    for task in note.tasks:
        for owner in task.owners:
            who = read_name(owner)
            yield _owner(who, task.line, note.blocks[task.block].episode, cast)
    for unit in lines:
        if unit.act:
            for name in owners_of(unit.text):
                yield _owner(read_name(name), unit.line, note.blocks[unit.block].episode, cast)


def _owner(who: Written, line: int, episode: int, cast: Cast) -> Naming:
    meant = cast.who(who.name)
    full = cast.members[meant.member].name if meant and meant.certain else ""
    key = fold(who.name)
    return Naming(
        who.name, key, "owner", line, episode, "person",
        full=full if fold(full) != key else "", handle=who.handle,
    )  # fmt: skip


def owners_of(text: str) -> tuple[str, ...]:
    """Who owns an action line: ``ACTION 3: Bo and Cy to write`` gives Bo and Cy."""
    from prep.identity.labels import ACT

    act = ACT.match(text)
    found = OWNERS.match(text[act.end() :] if act else text)
    if not found:
        return ()
    names = re.split(r"\s*(?:,|\band\b|&)\s*", found[1].strip(" *_:"))
    return tuple(n for n in names if n and may_be_who(n))
