"""Content controls: check boxes of tasks, and room for answers."""

from __future__ import annotations

from prep.markdown.tree import Answer
from prep.render.docx.ledger import Ledger
from prep.render.docx.runs import Format, Runs
from prep.render.docx.xml import attribute

_BOXES = ("☐", "☒")
_FONT = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
_STATES = (
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
)
# Word shows it while the control is empty, and takes it away at the first key.
_PROMPT = "Write your answer here"
# What the style "Answer" gives by itself.
_STYLED_LINES = 3


def check_box(ledger: Ledger, *, done: bool, label: str) -> str:
    """A box that can be clicked; ``label`` names it to a screen reader."""
    name = attribute(label[:60].strip()) or "Task"
    return (
        f'<w:sdt><w:sdtPr><w:rPr>{_FONT}</w:rPr><w:alias w:val="{name}"/>'
        f'<w:id w:val="{ledger.number("control")}"/><w14:checkbox><w14:checked '
        f'w14:val="{int(done)}"/>{_STATES}</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        f"{_FONT}</w:rPr><w:t>{_BOXES[done]}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def answer(block: Answer, ppr: str, ledger: Ledger, runs: Runs) -> str:
    """A control as high as the fence was; what was written there already is kept."""
    number = ledger.number("control")
    name = attribute(block.label) or f"Answer {number}"
    empty = "" if block.text else "<w:showingPlcHdr/>"
    words = block.text or _PROMPT
    missing = max(block.lines - words.count("\n") - _STYLED_LINES, 0)
    form = Format() if block.text else Format(style="Placeholder Text")
    room = "<w:r><w:br/></w:r>" * missing
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="answer-{number}"/>'
        f'<w:id w:val="{number}"/>{empty}</w:sdtPr><w:sdtContent><w:p>{ppr}'
        f"{runs.words(words, form)}{room}</w:p></w:sdtContent></w:sdt>"
    )
