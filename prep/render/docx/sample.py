"""The document that ``prep init --reference-doc`` writes: a sample of every style, explained."""

from __future__ import annotations

from prep.render.docx.writer import document
from prep.render.options import DocxOptions

_CALLOUTS = "\n".join(
    f"> [!{kind}] Callout {look}\n> Styles *Callout {look} Title* and *Callout {look}*.\n>\n"
    f"> - A list in it keeps the box's style.\n>   - *Callout {look} Nested*\n"
    for kind, look in (
        ("note", "Note"),
        ("tip", "Tip"),
        ("important", "Important"),
        ("warning", "Warning"),
        ("caution", "Caution"),
    )
)

SAMPLE = f"""---
title: Reference document
subject: The styles of prep's Word files
subtitle: Change the styles, keep their names, and pass the file by --reference-doc
---

Every paragraph below is in a named style of Word. Change a style (Home, Styles, Modify), save the \
file, and give it to `prep` by `--reference-doc`. What the file says is not used: its styles, its \
page size and margins, its headers and footers are. A style that is missing is added again, and \
yours wins where both are there. This paragraph is *Body Text*; the lines above are *Title* and \
*Subtitle*.

# Heading 1

## Heading 2 with `Verbatim Char`

### Heading 3

#### Heading 4

##### Heading 5

###### Heading 6

Words can be *Emphasis*, **Strong**, ***Strong Emphasis***, `Verbatim Text` or a \
[Hyperlink](https://example.org/ "A tip is shown on hover"). A source is a footnote.[^1] A picture \
that is missing is named in the style *Missing*: ![like this](missing.png)

[^1]: *footnote text*; its number is *footnote reference*. [Links](https://example.org/) work.

- *List Bullet*
- an item with others below it
  - a second level
    - a third level; the last item of a list is *List Bullet Last*

* *List Bullet Spaced*: a list with a blank line between its items

  *List Continue*: a second paragraph of an item

* its second item

1. *List Number*
2. an item with others below it
   1. a second level
      1. a third level

1) *List Number Spaced*

2) an item with code below it

   ```
   Code in an item
   ```

- [ ] *Task List*, with a box that can be clicked
- [x] a task that is done

* [ ] *Task List Spaced*

* [x] with a blank line between

> *Quote*
>
> > *Quote 2*, and so on to *Quote 5*

```python
def source_code() -> str:
    return "Source Code"
```

{_CALLOUTS}

Definition Term
: *Definition*

| Brief Table | Right |
|---|---:|
| Cells are in *Table Text* | 1 |
| The first row repeats on each page | 2 |

Table: *Table Caption*

The small paragraph after a table or a box is *Gap*. A line across the page has no style:

---

A diagram or a picture is in *Figure*:

```tree
Figure
  One below
  Another below
```

![A picture that is missing](missing.png)

Figure: *caption*

Room for an answer is in *Answer*, with the prompt in *Placeholder Text*:

```answer Answer


```
"""


def reference_document() -> bytes:
    """A Word document with our styles, to be changed by hand."""
    return document(SAMPLE, DocxOptions())
