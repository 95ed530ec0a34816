"""Whether an answer is enough to be judged at all; no praise and no grade for less.

Rivals of this tool gave points to "fine" and praised gibberish, and lost their users' trust by it.
"""

from __future__ import annotations

from prep.interview.terms import tokens

MIN_WORDS = 20
MIN_SECONDS = 10
_COMMON = frozenset(
    "the a an and or but to of in on at for with from by as is was are were be been it that this i "  # noqa: SIM905
    "we you he she they my our their me us them not no so then had have has did do which who what "
    "when because there about out up "
    "der die das und oder aber zu von im am auf für mit aus bei als ist war sind waren es ich wir "
    "sie er mein unser nicht kein so dann hatte haben hat den dem ein eine einen dass".split()
)
_LANGUAGES = frozenset({"en", "de"})


def too_little(text: str, seconds: float | None = None, language: str = "en") -> str:
    """Why nothing can be said of an answer, in words; "" when there is enough.

    Fewer than 20 words or 10 seconds is too short. A text of 20 words in which hardly one is a
    function word of its language (one in twenty; prose has eight) is not speech.
    """
    words = tokens(text)
    if len(words) < MIN_WORDS or (seconds is not None and seconds < MIN_SECONDS):
        return "too short to say anything"
    if language in _LANGUAGES and text.isascii():
        known = sum(word in _COMMON for word in words)
        if known < len(words) / 20 or len(set(words)) < len(words) / 10:
            return "no words known"
    return ""
