"""What kind of meeting is coming: by cue words and history; unknown is allowed."""

from __future__ import annotations

from prep.brief.evidence import Evidence, MeetingKind

CONTACT = ("attended", "spoke", "addressed")
RECURRING = 3
CUES: dict[MeetingKind, tuple[str, ...]] = {
    "interview": ("interview", "screening", "bewerbung"),
    "commercial": ("pricing", "renewal", "contract", "negotiation", "quote", "angebot", "vertrag"),
    "delivery": ("go-live", "rollout", "launch", "migration", "cutover", "delivery", "einführung"),
    "decision": ("decision", "steering", "board", "sign-off", "entscheidung"),
    "one-to-one": ("1:1", "1-1", "one on one", "one-to-one", "1on1"),
}


def kind(evidence: Evidence) -> MeetingKind:
    """From the title of the newest meeting with the subject and how many there were."""
    met = [n for n in evidence.notes if n.standing.presence in CONTACT]
    if not met:
        return "first"
    title = met[0].note.title.casefold()
    for found, cues in CUES.items():
        if any(cue in title for cue in cues):
            return found
    return "recurring" if len(met) >= RECURRING else "unknown"
