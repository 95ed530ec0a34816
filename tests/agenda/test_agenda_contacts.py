"""Contacts as phones, Outlook, Apple and Google write them; all people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.agenda import Contact, contacts


def cards(*lines: str) -> tuple[Contact, ...]:
    found, problems = contacts("people.vcf", "\r\n".join(lines).encode())
    assert problems == ()
    return found


def card(*lines: str) -> Contact:
    (found,) = cards("BEGIN:VCARD", *lines, "END:VCARD")
    return found


FORMS = [
    ("3.0, apple: groups, types, escapes",
     ["VERSION:3.0", "N:Vik;Ola;;;", "FN:Ola Vik", "item1.EMAIL;type=INTERNET;type=pref:Ola@Nordlys.example",
      "ORG:Nordlys\\, Ltd;Sales", "TITLE:VP\\; Sales", "NICKNAME:Olli,Viken"],
     ("Ola Vik", ("ola@nordlys.example",), ("Vik, Ola", "Olli", "Viken"), "Nordlys, Ltd", "VP; Sales")),
    ("4.0: value types, quoted parameters",
     ["VERSION:4.0", "FN:Ola Vik", 'EMAIL;TYPE="work,home";PREF=1:ola@n.example', "NICKNAME:Olli"],
     ("Ola Vik", ("ola@n.example",), ("Olli",), "", "")),
    ("2.1, outlook: quoted-printable over two lines",
     ["VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8rlie;J=C3=B8=", "rgen", "FN;ENCODING=QUOTED-PRINTABLE:J=C3=B8rgen S=C3=B8rlie",
      "EMAIL;PREF;INTERNET:js@n.example"],
     ("Jørgen Sørlie", ("js@n.example",), ("Sørlie, Jørgen",), "", "")),
    ("2.1 in another alphabet's bytes", ["FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F8rgen S"],
     ("Jørgen S", (), (), "", "")),
    ("folded", ["FN:Ola Maxi", " milian Vik", "EMAIL:o@n.example"],
     ("Ola Maximilian Vik", ("o@n.example",), (), "", "")),
    ("shown turned", ["FN:Vik, Ola", "N:Vik;Ola"], ("Ola Vik", (), ("Vik, Ola",), "", "")),
    ("parts only", ["N:Vik;Ola;Maria;Dr.;"], ("Ola Vik", (), ("Vik, Ola",), "", "")),
    ("an address only", ["EMAIL:o@n.example", "EMAIL:O@n.example", "FN:o@n.example"],
     ("", ("o@n.example",), (), "", "")),
    ("a photo is passed over", ["FN:Ola Vik", "PHOTO;ENCODING=b;TYPE=JPEG:AAAA", " FN:BBBB"],
     ("Ola Vik", (), (), "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [pytest.param(*f[1:], id=f[0]) for f in FORMS])
def test_a_card(
    lines: list[str], expected: tuple[str, tuple[str, ...], tuple[str, ...], str, str]
) -> None:
    assert card(*lines)[:5] == expected


@pytest.mark.parametrize("mark", ["X-ABShowAs:COMPANY", "KIND:org"])
def test_a_company(mark: str) -> None:
    found = card("FN:Nordlys", "ORG:Nordlys AS", mark)
    assert (found.name, found.is_company) == ("Nordlys AS", True)


def test_several_cards_and_where_they_stand() -> None:
    found = cards("BEGIN:VCARD", "FN:A B", "END:VCARD", "", "BEGIN:VCARD", "FN:C D", "END:VCARD")
    assert [(one.name, one.line, one.end_line) for one in found] == [("A B", 1, 3), ("C D", 5, 7)]


def test_a_card_without_a_name_is_a_problem() -> None:
    found, problems = contacts(
        "people.vcf", b"BEGIN:VCARD\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:A B\nEND:VCARD"
    )
    assert [one.name for one in found] == ["A B"]
    assert [(one.path, one.line) for one in problems] == [("people.vcf", 1)]


def test_no_contacts_at_all() -> None:
    assert contacts("people.vcf", b"hello")[1][0].line == 0
    assert contacts("people.vcf", b"") == ((), ())


@given(st.one_of(
    st.binary(max_size=80),
    st.lists(st.sampled_from(
        ["BEGIN:VCARD", "END:VCARD", "FN:A", "N:;;", "N;ENCODING=QUOTED-PRINTABLE:=", "=C3", " x", "EMAIL:@", "ORG:;", "X"]
    ), max_size=9).map(lambda lines: "\n".join(lines).encode()),
))  # fmt: skip
def test_no_bytes_raise(data: bytes) -> None:
    found, _ = contacts("people.vcf", data)
    assert all(one.name or one.emails for one in found)
