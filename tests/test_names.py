"""Names as text. Every name here is invented."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from prep.names import (
    Written,
    account_key,
    compare,
    domain_of,
    fits_initials,
    fold,
    is_initials,
    looks_like_name,
    nickname_of,
    read_name,
    related_first_names,
    same_account,
    short_forms,
    slips_of,
    split_names,
    squash,
)
from prep.names.variants import _same_but, slips_between

FOLDS = [
    ("case", "NORA Lind", "nora lind"),
    ("accents", "Zoë Çelik", "zoe celik"),
    ("letters that do not come apart", "Łukasz Bøgh-Æsir", "lukasz bogh aesir"),
    ("sharp s", "Jörn Weiß", "jorn weiss"),
    ("apostrophes of every kind", "Aoife O’Dell D'Arc", "aoife odell darc"),
    ("hyphens and dots part words", "A.-M. van-Ek", "a m van ek"),
    ("another script", "李伟", "liwei"),
    ("greek", "Νόρα", "nora"),
    ("a handle", "@nora-l", "nora l"),
    ("an address keeps its shape", "Nora.Lind@Example.org", "nora.lind@example.org"),
    ("nothing but marks", " -- ", ""),
]


@pytest.mark.parametrize(("title", "text", "key"), FOLDS, ids=[f[0] for f in FOLDS])
def test_fold(title: str, text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(max_size=40))
def test_fold_is_total_and_settles(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=20))
def test_fold_does_not_see_how_accents_are_stored(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(unicodedata.normalize("NFD", composed)) == fold(composed)


WRITTEN = [
    ("a turned name with a title", "Brand, Sara (VP Sales)", Written("Sara Brand", role="VP Sales")),
    ("a turned name with a particle", "van der Ek, Jan", Written("Jan van der Ek")),
    ("a handle and an employer", "Bo Ek @boek (Nordlicht)", Written("Bo Ek", handle="boek", org="Nordlicht")),
    ("employer and role", "Bo Ek (Nordlicht/engineer)", Written("Bo Ek", org="Nordlicht", role="engineer")),
    ("a name and its address", "Bo Ek <bo@ek.example>", Written("Bo Ek", email="bo@ek.example")),
    ("an address that holds a name", "bo.ek@ek.example", Written("Bo Ek", email="bo.ek@ek.example")),
    ("an address that holds none", "b2@ek.example", Written("b2@ek.example", email="b2@ek.example")),
    ("via a mailing list", "Bo Ek via Founders", Written("Bo Ek")),
    ("a role suffix", "quinn-tech-lead", Written("quinn")),
    ("a speaker suffix", "quinn-speaker-1", Written("quinn")),
    ("a title and a degree", "Dr. Bo Ek, PhD", Written("Bo Ek")),
    ("a college after the comma", "Bo Ek, Stony College", Written("Bo Ek", org="Stony College")),
    ("a link and a remark", "[Bo Ek](https://ek.example) - 10' late", Written("Bo Ek", remark="10' late")),
    ("a forge's link gives a handle", "[Bo Ek](https://github.com/boek/)", Written("Bo Ek", handle="boek")),
    ("initials in a bracket", "Bo Ek (BEK)", Written("Bo Ek", short="BEK")),
    ("a lone name before a full one", "Axo (Alma Birk)", Written("Alma Birk", aliases=("Axo",))),
    ("a nickname inside", "Robert (Rob) Hill", Written("Robert Hill", aliases=("Rob",))),
    ("also known as", "Axo aka Alma Birk", Written("Alma Birk", aliases=("Axo",))),
    ("two names of one", "Axo // Alma Birk", Written("Alma Birk", aliases=("Axo",))),
    ("a wiki link", "[[People/Bo Ek|Bo]]", Written("Bo Ek", aliases=("Bo",))),
    ("a lower-case bracket is a handle", "Bo Ek (boek2)", Written("Bo Ek", handle="boek2")),
    ("a pronoun is none", "Bo Ek (they/them)", Written("Bo Ek", remark="they/them")),
    ("a bare handle", "@boek", Written("boek", handle="boek")),
    ("nothing", "", Written("")),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "written"), WRITTEN, ids=[w[0] for w in WRITTEN])
def test_read_name(title: str, text: str, written: Written) -> None:
    assert read_name(text) == written


@given(st.text(max_size=60))
def test_read_name_takes_any_text(text: str) -> None:
    assert isinstance(read_name(text).name, str)


LIKE = [
    ("Bo Ek", "bo ek", "same"),
    ("Dr. Bo Ek", "Bo Ek", "same"),
    ("Ek, Bo", "Bo Ek", "same"),
    ("Nora Lind", "Lind Nora", "turned"),
    ("YangSong Lu", "Yang Song Lu", "spacing"),
    ("Luis Pardo", "Luis Fernan Pardo Roa", "nested"),
    ("Mark Weller", "Mark S. Weller", "nested"),
    ("J. S. Weller", "Joshua S. Weller", "initial"),
    ("Rita Mahdi H.", "Rita Mahdi Hezar", "nested"),
    ("Rita H.", "Rita Hezar", "initial"),
    ("Josh Weller", "Joshua Weller", "nickname"),
    ("Leo Weller", "Leonardo Weller", "nickname"),
    ("Samira Hussan", "Samira Hussain", "spelling"),
    ("Danuel Rosental", "Daniel Rosental", "spelling"),
    ("Nora", "Nora Lind", "first_name"),
    ("Chris Kim", "Chris Kimball", "none"),
    ("Ann Birk", "Joanna Birk", "none"),
    ("Mark E. Weller", "Mark S. Weller", "none"),
    ("Tim Weller", "Tom Weller", "none"),
    ("Eric Weller", "Erica Weller", "none"),
    ("Nora Lind", "Nora Holm", "none"),
    ("", "Nora Lind", "none"),
]


@pytest.mark.parametrize(("a", "b", "kind"), LIKE)
def test_compare(a: str, b: str, kind: str) -> None:
    assert compare(a, b).kind == kind
    assert compare(b, a).kind == kind


@pytest.mark.parametrize(
    ("form", "verdict"),
    [("NL", True), ("eP", True), ("MdJ", True), ("J.S.", True), ("N", True), ("Tim", False), ("ep", False),
     ("NORDLICHT", False), ("", False)],
)  # fmt: skip
def test_is_initials(form: str, verdict: bool) -> None:
    assert is_initials(form) is verdict


def test_short_forms_of_a_double_given_name() -> None:
    assert short_forms("Anne-Marie Colbert") == {"amc", "am", "ac", "a"}


@pytest.mark.parametrize(
    ("short", "full", "verdict"),
    [("DMC", "Dana Cole", True), ("SHK", "Sara Huck", True), ("BEL", "Ada Belk", True),
     ("IBM", "Dana Cole", False), ("", "Dana Cole", False)],
)  # fmt: skip
def test_fits_initials(short: str, full: str, verdict: bool) -> None:
    assert fits_initials(short, full) is verdict


def test_nicknames_are_the_direct_pair_only() -> None:
    assert nickname_of("steve", "stephen")
    assert not nickname_of("liz", "beth")
    assert not nickname_of("nora", "nora")


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [("Nordlicht GmbH & Co. KG", "Nordlicht", True), ("The Vela Corporation", "Vela Inc.", True),
     ("DataWorks", "Data Works", True), ("Elson Capital", "Cast Capital", False), ("", "Inc.", False)],
)  # fmt: skip
def test_same_account(a: str, b: str, verdict: bool) -> None:
    assert same_account(a, b) is verdict


def test_a_name_of_nothing_but_legal_forms_stays() -> None:
    assert account_key("SE AG") == "se"


@pytest.mark.parametrize(
    ("address", "domain"),
    [("a@Lab.Nordlicht.de", "lab.nordlicht.de"), ("a@gmail.com", ""), ("nobody", "")],
)
def test_domain_of(address: str, domain: str) -> None:
    assert domain_of(address) == domain


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("Nora Lind", True), ("Jan van der Ek", True), ("nora", False), ("The quick brown fox jumps over", False),
     ("Q3 2025", False), ("", False)],
)  # fmt: skip
def test_looks_like_name(text: str, verdict: bool) -> None:
    assert looks_like_name(text) is verdict


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee (Vela, Rome), Bo Ek and Cy Dunn", ("Ann Lee (Vela, Rome)", "Bo Ek", "Cy Dunn")),
        ("Brand, Sara; Ek, Bo", ("Brand, Sara", "Ek, Bo")),
        ("Bo & Cy", ("Bo", "Cy")),
        ("", ()),
    ],
)
def test_split_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


def test_squash_meets_across_blanks() -> None:
    assert squash("Song Yang") == squash("SongYang")


def test_slips_keep_the_first_and_the_last_letter_and_bring_in_no_other() -> None:
    slips = slips_of("virginia", tuple)
    assert {"viriginia", "virgnia", "vriginia"} <= set(slips)
    assert all(s[0] == "v" and s[-1] == "a" and set(s) <= set("virginia") for s in slips)
    assert "katerina" not in slips_of("katarina", tuple)
    assert slips_of("maria", tuple) == ()


def test_a_slip_that_is_a_given_name_is_none() -> None:
    assert "christina" not in slips_of("christiana", tuple)


def test_the_nicknames_are_those_of_the_package() -> None:
    """The table is read without the package's code, and says the same."""
    from nicknames import NickNamer, name_triplets

    theirs = NickNamer()
    every = {name for triplet in name_triplets() for name in (triplet.name1, triplet.name2)}
    assert len(every) > 1_000
    for name in every:
        assert related_first_names(name) == theirs.nicknames_of(name) | theirs.canonicals_of(name)


LETTERS = st.text("abcd", max_size=12)


@given(LETTERS, LETTERS, st.integers(1, 2))
def test_slips_are_counted_as_the_library_counts_them(one: str, other: str, allowed: int) -> None:
    slips = OSA.distance(one, other)
    assert slips_between(one, other) == slips
    assert slips > allowed or _same_but(one, other, allowed)
