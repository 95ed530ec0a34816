"""One tree for every format: each word of the page stands in Word and in HTML."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from prep.render.docx import DocxOptions, check, document
from prep.render.html import page
from prep.render.options import PageOptions
from tests.render.docx_reading import part

_WORD = re.compile(r"[^\W\d_]+")
_INLINE = re.compile(r"</?(?:a|code|em|strong|s|su[bp]|mark|span)\b[^>]*>")
_ASIDE = re.compile(r'<span class="source".*?</span>|<a class="back".*?</a>', re.DOTALL)

LINE = st.sampled_from(
    [
        "plain words",
        "**bold** *slanted* `code` ~~gone~~ ==marked==",
        "a [link](http://a.b) and [[Note|label]]",
        "cited[^1][^2] and again[^1]",
        "שלום and 日本 and 👩‍💻 together",
        "H<sub>two</sub>O ends so:",
    ]
)


def listed(mark: str, items: list[str]) -> str:
    indent = " " * len(mark)
    return "\n".join(mark + item.replace("\n", f"\n{indent}") for item in items)


def quoted(head: str, blocks: list[str]) -> str:
    return "\n".join(f"> {line}" for line in (head + "\n\n".join(blocks)).split("\n"))


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(listed, st.sampled_from(["- ", "1. ", "- [ ] ", "- [/] "]), some),
        st.builds(quoted, st.sampled_from(["", "[!tip] title\n", "[!bug]-\n"]), some),
        st.builds("term\n: {}\n\n  {}".format, LINE, LINE),
        st.builds("| {} | |\n|---|--:|\n| {} | cell |".format, LINE, LINE),
        st.builds("## {}".format, LINE),
        st.builds("```\n{}\n```".format, LINE),
    )


PAGES = st.lists(st.recursive(LINE, nested, max_leaves=8), min_size=1, max_size=4)


def words_of_html(markdown: str) -> Counter[str]:
    html = page(markdown, PageOptions()).split("<main>")[1]
    shown = re.sub("<[^>]*>", " ", _INLINE.sub("", _ASIDE.sub("", html)))
    return Counter(_WORD.findall(unescape(shown)))


def words_of_word(data: bytes) -> Counter[str]:
    xml = part(data, "word/document.xml") + part(data, "word/footnotes.xml")
    bare = re.sub(r"<w:(instrText|sdtPr)\b.*?</w:\1>", "", xml, flags=re.DOTALL)
    apart = re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", bare)
    return Counter(_WORD.findall(unescape(re.sub("<[^>]*>", "", apart))))


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_what_stands_in_one_stands_in_the_other(blocks: list[str]) -> None:
    """The heading over the sources is HTML's own; the numbers of notes are no words."""
    markdown = "\n\n".join(
        [*blocks, "The end.", "[^1]: a *source*\n\n    - with a list", "[^2]: another"]
    )
    data = document(markdown, DocxOptions())
    assert check(data) == ()
    in_html = words_of_html(markdown)
    del in_html["Sources"]
    assert in_html == words_of_word(data)
