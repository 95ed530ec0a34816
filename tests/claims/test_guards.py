"""A hundred lines that promise, ask or decide nothing, though they hold the words for it."""

from __future__ import annotations

import pytest
import yaml

from prep import notes
from prep.claims import Cues, cues_from, extract
from prep.resources import template_folder

HEAD = "# Weekly call\n\n## Attendees\n- Nora Lind (NL)\n- Milo Brandt (MB)\n\n## Topics\n\n* NL: hello\n* MB: welcome\n\n"
HELD = ("commitment", "decision", "open_question")

HYPOTHETICAL = """
I might send the deck next week
Milo might send the contract by Friday
We could ask Ines for the numbers
We could go with the second region
If they sign, I will send the keys
If we had the budget we would hire two people
I would send the deck if they asked
They would send us the contract if we paid
Maybe I will write to the board
Perhaps Milo will call them on Monday
* NL: I might review the draft
* NL: If Milo agrees, I will merge the draft
* MB: I could write the summary
* MB: I would write the summary, but I am away
* NL: Possibly we will schedule another call
In case the venue falls through, Milo will book the barn
Ideally Milo will send the contract
"""

NEGATED = """
I won't send the deck
I will not send the deck before the review
I can't send the deck this week
I don't plan to send the deck
We will not schedule another call
We won't share the numbers
Milo will not send the contract
Milo won't review the draft
They don't need to send us the contract
No need to send the deck
We have not agreed on the venue
We haven't agreed to the price
It was not agreed who pays
* NL: I can't take the action
* NL: I will never publish that
* MB: I cannot lead the group
* MB: I don't want to write the summary
Nobody agreed to the price
There is no decision on the venue
"""

PAST = """
I followed up with Milo yesterday
I sent the deck on Monday
I had to send the deck twice
I was going to send the deck but Milo did
I was supposed to call them in May
Milo sent the contract last week
Milo had promised to send the contract
They sent us the contract in June
We shared the numbers with the board
* NL: I submitted the form on Friday
* NL: I already wrote to the board
* MB: I talked to Ines about the venue
* MB: We met the board twice
Ines reviewed the draft before the call
We had planned to meet in May
They were supposed to send us the contract in May
"""

QUOTED = """
> I will send the deck by Friday
> Milo to send the contract
> We agreed to start in March
> Who pays for the venue?
"I will send the deck by Friday"
“We will go with the second region”
The sign says "we will answer within a day"
Their slogan is "I will be back"
> Decided to go with the second region
> Let's schedule a call
"""

PLANNED = """
## Agenda / - Who pays for the venue
## Agenda / - review the numbers
## Agenda / - reach out to the board
## Agenda / - I will show the plan
## Agenda / - we will go through the budget
## Questions to ask / - Milo will send the contract
## Proposed agenda / - decided to go with the barn
## Agenda / - need to find out who signs
"""

TEMPLATE = """
_Career history, expertise, interests, personal details shared..._
- [ ] {{Action item}}
ACTION: {{action}}
ACTION:
ACTION
TODO:
Decision:
Status:
Decisions: none
Open questions: none
- [ ] <task>
_What did they promise…_
**Next steps**:
"""

CHATTER = """
* NL: I will be there on Monday
* NL: I think that's fine
* NL: I agree with Milo
* NL: I will say that I like it
* NL: ok, I see
* MB: I would like to thank Ines
* MB: I will have to leave at four
* NL: Any objections?
* NL: That makes sense, right?
* NL: Can you hear me?
The cache will handle the load
The server will answer within a second
Data is to be found in the second drawer
Time to go
Ready to start
Access to the building is from the north
Answers to the first three are in the annex
Hard to say who it was
Happy to see everybody
"""

SETS = {
    "hypothetical": HYPOTHETICAL,
    "negated": NEGATED,
    "past": PAST,
    "quoted": QUOTED,
    "planned": PLANNED,
    "template": TEMPLATE,
    "chatter": CHATTER,
}
LINES = [(name, line) for name, lines in SETS.items() for line in lines.strip().split("\n")]


@pytest.fixture(scope="module")
def cues() -> Cues:
    return cues_from([yaml.safe_load((template_folder() / "cues" / "en.yaml").read_text("utf-8"))])


def test_there_are_a_hundred() -> None:
    assert len(LINES) >= 100


@pytest.mark.parametrize(("name", "line"), LINES)
def test_no_claim(name: str, line: str, cues: Cues) -> None:
    for path, head in (
        ("Meetings/2026-01-05 call.md", HEAD),
        ("Accounts/Northwind.md", "# Northwind\n\n"),
    ):
        if not head.startswith("# Weekly") and line.startswith("* "):
            continue
        text = head + line.replace(" / ", "\n") + "\n"
        claims = extract(notes.read(path, text.encode()), cues)
        said = [
            c for c in claims
            if c.kind in HELD and c.line > head.count("\n") and not c.planned and c.state == "open"
        ]  # fmt: skip
        assert not said, (name, path, [(c.rule, c.text) for c in said])
