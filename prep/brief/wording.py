"""Titles and fixed words of the documents, by language. One's own titles come from the settings."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: dict[str, dict[str, str]] = {
    "en": {
        "summary": "In one minute",
        "since_last": "Since last time",
        "commitments": "Promises",
        "tasks": "Open tasks",
        "open_questions": "Open questions",
        "talking_points": "Talking points",
        "sensitivities": "Handle with care",
        "decisions": "Decisions in force",
        "people": "People and who stands where",
        "profile": "Profile",
        "recent_context": "Recent context",
        "news": "Outside news",
        "gaps": "Before you rely on this",
        "they_may_ask": "They may ask you",
        "ask_them": "Ask them",
        "stories": "Your stories",
        "unproven_claims": "Claims without proof",
        "concerns": "Concerns and answers",
        "plan": "Practise first",
        "scorecard": "Scorecard",
        "sources": "Sources",
    },
    "de": {
        "summary": "In einer Minute",
        "since_last": "Seit dem letzten Mal",
        "commitments": "Zusagen",
        "tasks": "Offene Aufgaben",
        "open_questions": "Offene Fragen",
        "talking_points": "Gesprächspunkte",
        "sensitivities": "Mit Vorsicht",
        "decisions": "Geltende Entscheidungen",
        "people": "Personen und wer wo steht",
        "profile": "Profil",
        "recent_context": "Zuletzt",
        "news": "Von außen",
        "gaps": "Bevor Sie sich darauf verlassen",
        "they_may_ask": "Mögliche Fragen an Sie",
        "ask_them": "Ihre Fragen",
        "stories": "Ihre Geschichten",
        "unproven_claims": "Behauptungen ohne Beleg",
        "concerns": "Bedenken und Antworten",
        "plan": "Zuerst üben",
        "scorecard": "Bewertungsbogen",
        "sources": "Quellen",
    },
}
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "no_contact": "You have no recorded contact with {name}.",
        "last_contact": "Last contact {date}.",
        "long_ago": "Last contact {date}, over 90 days ago.",
        "heard": "Last heard of on {date} through {via}.",
        "heard_of": "Last heard of on {date}.",
        "contact": "Contact",
        "stands": "Where it stands",
        "care": "Handle with care",
        "ask": "Ask first",
        "owe": "You owe",
        "owed": "They owe",
    },
    "de": {
        "no_contact": "Kein Kontakt mit {name} verzeichnet.",
        "last_contact": "Letzter Kontakt {date}.",
        "long_ago": "Letzter Kontakt {date}, über 90 Tage her.",
        "heard": "Zuletzt erwähnt am {date} durch {via}.",
        "heard_of": "Zuletzt erwähnt am {date}.",
        "contact": "Kontakt",
        "stands": "Stand",
        "care": "Mit Vorsicht",
        "ask": "Zuerst fragen",
        "owe": "Sie schulden",
        "owed": "Man schuldet Ihnen",
    },
}


def title(key: str, language: str, own: Mapping[str, str]) -> str:
    """The heading of a section: one's own, or the language's."""
    return own.get(key) or TITLES.get(language, TITLES["en"]).get(key, key)


def words(key: str, language: str, **values: str) -> str:
    """A fixed phrase of the language with its values put in."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
