"""A gate never says no where what stands behind it would say yes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep import notes
from prep.claims import guards, uses
from prep.claims.cues import _HEADING
from prep.claims.net import bits_of, net, open_to, standing
from prep.claims.page import Page
from prep.claims.parties import listed, subject_before
from prep.claims.phrases import words_of
from prep.claims.rules import RULES, action, moves, people, pledge, question, reminder, status
from tests.claims.claims_vault import english

LEXICON = net(english()).lexicon
GROUPS = tuple(name for name in LEXICON.of if "|" not in name)
CUE_WORDS = tuple(dict.fromkeys(
    word for name in GROUPS for phrase in english().group(name) for word in (phrase.strip("*"), *phrase.split())
))  # fmt: skip
NEEDING = (
    (moves._JOINED, "joined"), (moves._LEFT, "left"), (moves._ABOVE, "above"),
    (moves._TOOK_OVER, "replaced|took_over"), (moves.POSSESSIVE, "boss_of"),
    (pledge._BY_AGENT, "will_be by"), (pledge._EXPECTED, "expects from_us"),
    (question._AWAITED, "waits awaited"), (question._LOOSELY, "asked_verb"),
    (reminder._PASSIVE, "passive"), (people._AS, "role_noun"), (people._IS, "role_noun"),
)  # fmt: skip

SECTIONS = tuple(name for name in english()._groups if name.startswith("section_"))
PHRASES = tuple(dict.fromkeys(p for name in SECTIONS for p in english().group(name)))
HEADINGS = st.lists(
    st.one_of(
        st.sampled_from(PHRASES).flatmap(lambda p: st.sampled_from([p, p.title(), p.upper()])),
        st.sampled_from(["for", "of", "Nora", "1.", "12", "(", ":", "–", "→", "✅", "#", "_x", "ſ", "'s"]),
    ),
    max_size=4,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(HEADINGS, st.sampled_from([" ", "", "-", "  "]))
def test_first_words_of_headings(words: list[str], joint: str) -> None:
    text = joint.join(words)
    cues = english()
    kinds = [n for n in SECTIONS if cues.compile(_HEADING.format(n)).match(text)]
    assert list(cues.headings(text)) == [n.removeprefix("section_") for n in kinds]


WORDS = st.lists(
    st.one_of(
        st.sampled_from(CUE_WORDS),
        st.sampled_from(["Nora", "I", "“", "”", '"', "·", "→", "ß", "İ", "ſ", "'", "’", ",", ";", "_", "*", "re-open it"]),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(WORDS, st.sampled_from([" ", " ", "", "-", "’"]), st.data())
def test_a_line_heard(words: list[str], joint: str, data: st.DataObject) -> None:
    """What a line tells of its parts is what the groups find in them, one by one."""
    line = " ".join(joint.join(words).split())
    heard = LEXICON.hear(line)
    ends = [n for n in range(len(line) + 1) if not "".join(line[max(0, n - 1) : n + 1]).isalnum()]
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(ends or [0])] * 2)))
    part = guards.outside_quotes(line[start:end])
    for group in GROUPS:
        found = english().find(group)
        assert heard.first(group, part) == found.search(part), group
        assert heard.every(group, part) == found.every(part), group
        assert heard.may(group) or not found.may(words_of(part)), group


@given(WORDS, st.sampled_from(["None", "’", "„a b«"]))
def test_guards_of_a_line(words: list[str], more: str) -> None:
    line = " ".join([*words, more])
    heard = LEXICON.hear(line)
    for guard in (guards.is_hypothetical, guards.is_negated, guards.is_past):
        assert guard(line, heard) == guard(line, english()), guard


@pytest.mark.parametrize(("template", "needs"), NEEDING, ids=[n for _, n in NEEDING])
@given(words=WORDS)
def test_needs(template: str, needs: str, words: list[str]) -> None:
    """A pattern finds nothing in a line without a phrase of the groups that it needs."""
    line = " ".join(words)
    cue = english().compile(template, *needs.split())
    assert bool(LEXICON.hear(line).search(cue, line)) == bool(cue.search(line))


@settings(max_examples=300, deadline=None)
@given(WORDS, st.sampled_from([" ", "-", ""]))
def test_first_words(words: list[str], joint: str) -> None:
    """A text that a pattern of a group matches at its head may open with that group."""
    line = joint.join(words)
    for group in ("action_label", "deed", "messy_start", "status_label|decision_label"):
        if english().compile(rf"^{{{group}}}").match(line):
            assert english().may_open(group, line), group


@given(WORDS, st.sampled_from(["<name>", "[date]", "{{x}}", "_so ..._", "*so?*", "${a}", "[a b]."]))
def test_hints(words: list[str], hint: str) -> None:
    for text in (" ".join(words), hint, " ".join([*words, hint])):
        italic = guards._ITALIC_HINT.match(text) and text.rstrip("_*").endswith(("...", "…", "?"))
        assert guards.is_hint(text) == bool(guards._PLACEHOLDER.search(text) or italic)


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_overheard(before: list[str], words: list[str], after: list[str]) -> None:
    """What is taken over from a longer text finds what the part itself tells."""
    part, text = " ".join(words), " ".join([*before, *words, *after])
    page = Page(notes.read("a.md", b"a"), LEXICON)
    page.overhear(part, text)
    for group in GROUPS:
        assert page.hear(part).first(group, part) == english().find(group).search(part), group


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(["ok", "so", "of course", "-", ",", "–", "NL", '"', "ſo", "well,"]),
        max_size=4,
    )
)
def test_openers(words: list[str]) -> None:
    before = " ".join(words)
    opens = not before or not english().blank("opener", before).strip(" ,.;-–")
    heard = LEXICON.hear(before)
    assert (not before or uses._only_opens(before, heard, english())) == opens


NAMED = st.lists(
    st.sampled_from(["Nora", "milo", "Lind", "and", "or", "de", "the", "I", "we", "has", "eP", "@x", "board,", "a/b", "NL"]),
    min_size=1,
    max_size=4,
)  # fmt: skip
MINUTES = (
    b"# Call\n\n## Attendees\n- Nora Lind (NL)\n- milo brandt\n- the board\n\n* NL: a\n* NL: b\n\n"
)


@settings(max_examples=500, deadline=None)
@given(NAMED)
def test_subjects(names: list[str]) -> None:
    who = " ".join(names).strip(",")
    page = Page(notes.read("a.md", MINUTES), LEXICON)
    known = all(name.casefold() in page.people for name in listed(who).split(", "))
    if subject_before(who, page.cues) == who or known:
        assert action._may_be_subject(who, page)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.sampled_from(["", "* NL: ", "- ", "Goal: ", "NL: "]))
def test_words_besides(words: list[str], head: str) -> None:
    """A rule that needs another phrase besides says nothing of a line without one."""
    wants = net(english())
    page = Page(notes.read("a.md", MINUTES + (head + " ".join(words)).encode()), LEXICON)
    for index in range(len(page.note.blocks)):
        for line in page.lines(index):
            lacking = wants.lacking(page.hear(line.text)) & open_to(standing(line, page))
            for bit in bits_of(lacking):
                assert not list(RULES[bit].take(line, page)), RULES[bit].ids


@given(st.text(alphabet="ab(); \n", max_size=12))
def test_parts(text: str) -> None:
    """A text without a semicolon is its own one part, as the pattern would tell."""
    cut = [part.strip() for part in status._PART.split(text) if part.strip()]
    assert ";" in text or list(status.parts(text)) == cut
