"""HTML: one file, escaped, the same words as Word."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.render.html import page
from prep.render.options import PageOptions
from tests.render.docx_reading import HARD, PICTURES

VOID = {"br", "hr", "img", "input", "meta"}


class Tags(HTMLParser):
    """Checks that every tag that opens closes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == []
    return tags


def main_of(markdown: str) -> str:
    """What stands between the tags of ``main``."""
    html = page(markdown, PageOptions())
    read(html)
    return html.split("<main>\n")[1].split("</main>")[0].strip()


CASES = (
    ("heading", "## A b", '<h2 id="a-b">A b</h2>'),
    ("escaped", "a <b & `<c>`", '<p dir="auto">a &lt;b &amp; <code>&lt;c&gt;</code></p>'),
    ("HTML is words", '<p onclick="x">a</p>', '<p dir="auto">a</p>'),
    ("tag with a meaning", "H<sub>2</sub>", '<p dir="auto">H<sub>2</sub></p>'),
    ("link", "[a](http://b.c?d=1&e=2 'f')", '<p dir="auto"><a href="http://b.c?d=1&amp;e=2" title="f">a</a></p>'),
    ("dangerous link", "[a](javascript:x)", '<p dir="auto">[a](javascript:x)</p>'),
    ("dead link", "[a](#none)", '<p dir="auto">a</p>'),
    ("wikilink", "[[A|b]]", '<p dir="auto">b</p>'),
    ("tight list", "- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>"),
    ("start", "3. a", '<ol start="3">\n<li>a\n</li>\n</ol>'),
    ("task", "- [x] a", '<ul>\n<li class="task"><input type="checkbox" aria-label="a" checked> a\n</li>\n</ul>'),
    ("task under way", "- [/] a", '<ul>\n<li class="task"><input type="checkbox" aria-label="a"> (in progress) a\n</li>\n</ul>'),
    ("code", "```py\n<a>\n```", '<pre><code class="language-py">&lt;a&gt;\n</code></pre>'),
    ("missing picture", "![a](b.png)", '<p dir="auto"><span class="missing">[Picture: a]</span></p>'),
    ("callout", "> [!tip] a\n> b", '<aside class="callout tip">\n<p class="callout-title">Tip: a</p>\n<p dir="auto">b</p>\n</aside>'),
    ("answer", "```answer A\nb\n```", '<textarea class="answer" rows="2" aria-label="A" placeholder="Write your answer here">b</textarea>'),
    ("blank", "a <!-- answer: B -->", '<p dir="auto">a <input class="blank" aria-label="B" placeholder="Write here"></p>'),
    ("definition", "a\n: b", '<dl>\n<dt>a</dt>\n<dd><p dir="auto">b</p>\n</dd>\n</dl>'),
    ("rule", "***", "<hr>"),
    ("title of the front matter", "---\ntitle: <A>\n---\nb", '<p class="title">&lt;A&gt;</p>\n<p dir="auto">b</p>'),
    (
        "rows named by their first cell",
        "| | |\n|-|-|\n| a | b |",
        '<table class="pairs">\n<tbody>\n<tr><th scope="row" dir="auto">a</th><td dir="auto">b</td></tr>\n</tbody>\n</table>',
    ),
)  # fmt: skip


@pytest.mark.parametrize(("title", "markdown", "expected"), CASES, ids=[row[0] for row in CASES])
def test_block(title: str, markdown: str, expected: str) -> None:
    assert main_of(markdown) == expected


def test_a_citation_carries_its_source_and_leads_to_it_and_back() -> None:
    html = page("a[^1] b[^1]\n\n# Where from\n\n[^1]: *c* [[D]]", PageOptions())
    tags = read(html)
    ids = [attributes["id"] for _, attributes in tags.seen if "id" in attributes]
    goals = [a["href"] for name, a in tags.seen if name == "a"]
    assert goals == ["#fn-1", "#fn-1", "#fnref-1-1", "#fnref-1-2"]
    assert {goal.removeprefix("#") for goal in goals if goal} <= set(ids)
    assert html.count('role="note">c D</span>') == 2
    assert "<h2>Where from</h2>" in html


def test_the_hard_page_is_one_file() -> None:
    html = page(HARD.read_text(encoding="utf-8"), PageOptions(images=PICTURES.get))
    tags = read(html)
    names = {name for name, _ in tags.seen}
    assert not names & {"script", "link", "iframe", "object", "embed", "base", "form"}
    loaded = [a.get("src") or "" for name, a in tags.seen if name == "img"]
    assert len(loaded) == 3
    assert all(source.startswith("data:image/png;base64,") for source in loaded)
    assert not re.search(r"url\(|@import", html)
    assert not [name for _, a in tags.seen for name in a if name.startswith("on")]


def test_ids_are_unique() -> None:
    tags = read(page(HARD.read_text(encoding="utf-8"), PageOptions()))
    ids = [attributes["id"] for _, attributes in tags.seen if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_properties() -> None:
    html = page("a", PageOptions(title="<t>", author='"n"', language="de"))
    assert "<title>&lt;t&gt;</title>" in html
    assert '<meta name="author" content="&quot;n&quot;">' in html
    assert '<html lang="de">' in html


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab1 .-*_`[]()!|#>~=^:\n\\<&'\"/\x00\ud800", max_size=60))
def test_any_text_is_a_page_of_sound_tags(markdown: str) -> None:
    assert "script" not in {name for name, _ in read(page(markdown, PageOptions())).seen}
