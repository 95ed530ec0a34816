"""A page on the terminal: no front matter, no stamp, sources by raised numbers."""

from __future__ import annotations

from prep.cli.showing import readable

PAGE = """---
title: "Brief: Mia"
---

# Mia

> [!summary] In one minute
> - **Contact:** none[^1]

```mermaid
graph TD
  a["A"] --> b["B"]
```

- “said [x] *so*” _12 days_[^12][^1]

[^1]: [[Note#Head]], line 3
[^12]: [[Other]], lines 4–5

%%prep.stamp/1 {"kind":"brief"}%%
"""


def test_a_page_is_made_readable() -> None:
    body, sources = readable(PAGE)
    assert body.startswith("# Mia\n\n> **In one minute**\n>\n> - **Contact:** none¹")
    assert "mermaid" not in body
    assert "stamp" not in body
    assert "title:" not in body
    assert "*12 days*¹² ¹" in body
    assert sources == ["¹ Note › Head, line 3", "¹² Other, lines 4–5"]
