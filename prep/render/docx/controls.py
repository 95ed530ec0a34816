"""Content controls: check boxes of tasks, and room for answers."""

from __future__ import annotations

from prep.markdown.tree import Answer
from prep.render.docx.ledger import Ledger
from prep.render.docx.xml import attribute

_BOXES = ("☐", "☒")
_FONT = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
_STATES = (
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
)
# Word shows it while the control is empty, and takes it away at the first key.
PROMPT = "Write your answer here"
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


def blank(ledger: Ledger, label: str, prompt: str) -> str:
    """A control in a line; ``prompt`` are the runs that show while it is empty."""
    number = ledger.number("control")
    name = attribute(label) or f"Answer {number}"
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="answer-{number}"/>'
        f'<w:id w:val="{number}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{prompt}'
        "</w:sdtContent></w:sdt>"
    )


def answer(block: Answer, ppr: str, ledger: Ledger, words: str) -> str:
    """A control as high as the fence was; ``words`` are the runs of its text or of the prompt."""
    number = ledger.number("control")
    name = attribute(block.label) or f"Answer {number}"
    empty = "" if block.text else "<w:showingPlcHdr/>"
    missing = max(block.lines - block.text.count("\n") - _STYLED_LINES, 0)
    room = "<w:r><w:br/></w:r>" * missing
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="answer-{number}"/>'
        f'<w:id w:val="{number}"/>{empty}</w:sdtPr><w:sdtContent><w:p>{ppr}'
        f"{words}{room}</w:p></w:sdtContent></w:sdt>"
    )
