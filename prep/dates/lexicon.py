"""The words that dates are written with, a table a language: English and German.

Every key is in lower case. What is spelled alike but is an ordinary word too (``may``, ``march``,
``sun``) stands in ``doubtful`` and counts only in company: beside a figure, or after a preposition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A language's date words. Regular expressions where word order differs, tables elsewhere.

    Two are never equal, so that what is compiled from one can be cached by it.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    doubtful: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_mark: str
    relative: Mapping[str, int]
    units: Mapping[str, str]
    turns: Mapping[str, str]
    definite: str
    of: str
    within: str
    ago: str
    hence: str
    edges: Mapping[str, str]
    ends: Mapping[str, str]
    quarter: str
    week_number: str
    week_of: str
    after: str
    before: str
    through: str
    prepositions: str
    followers: str
    every: str
    due: str
    triggers: tuple[str, ...]


def _stems(names: str, *, from_zero: bool = False) -> dict[str, int]:
    """``"a/b c"`` -> ``{"a": 1, "b": 1, "c": 2}``."""
    return {
        form: number
        for number, forms in enumerate(names.split(), start=0 if from_zero else 1)
        for form in forms.split("/")
    }


_EN_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_EN_ORDINALS = (
    *_EN_ONES,
    *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth".split(),
    *"eighteenth nineteenth twentieth".split(),
    *(f"twenty {one}" for one in _EN_ONES),
    "thirtieth",
    "thirty first",
)

ENGLISH = Lexicon(
    months=_stems(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
        " september/sept/sep october/oct november/nov december/dec"
    ),
    weekdays=_stems(
        "monday/mon tuesday/tues/tue wednesday/weds/wed thursday/thurs/thur/thu friday/fri"
        " saturday/sat sunday/sun",
        from_zero=True,
    ),
    doubtful=frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "dec", "second"}),
    numbers={
        "a couple of": 2, "a couple": 2, "couple": 2, "couple of": 2, "a": 1, "an": 1, "another": 1,
        **_stems(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen twenty"
        ),
        "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
    },  # fmt: skip
    ordinals={word: number for number, word in enumerate(_EN_ORDINALS, start=1)},
    ordinal_mark="st|nd|rd|th",
    relative={
        "the day before yesterday": -2, "day before yesterday": -2, "yesterday": -1,
        "last night": -1, "today": 0, "tonight": 0, "tonite": 0, "this morning": 0,
        "this afternoon": 0, "this evening": 0, "end of day": 0, "end of the day": 0, "eod": 0,
        "cob": 0, "close of business": 0, "close of play": 0, "eob": 0, "tomorrow": 1,
        "tmrw": 1, "tmr": 1, "tomorow": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
    },  # fmt: skip
    units={
        "day": "day", "days": "day", "business day": "workday", "business days": "workday",
        "working day": "workday", "working days": "workday", "workdays": "workday",
        "week": "week", "weeks": "week", "wk": "week", "wks": "week", "fortnight": "fortnight",
        "fortnights": "fortnight", "month": "month", "months": "month", "mo": "month",
        "quarter": "quarter", "quarters": "quarter", "qtr": "quarter",
        "year": "year", "years": "year", "yr": "year", "yrs": "year",
    },  # fmt: skip
    turns={
        "this": "this", "current": "this", "the current": "this", "this current": "this",
        "next": "next", "the next": "next", "following": "next", "the following": "next",
        "this coming": "coming", "coming": "coming", "the coming": "coming",
        "upcoming": "coming", "this upcoming": "coming", "the upcoming": "coming",
        "last": "last", "the last": "last", "previous": "last", "the previous": "last",
        "past": "past", "this past": "past", "the past": "past",
    },  # fmt: skip
    definite="the",
    of="of|in",
    within=r"(?:in|within)(?: the)?(?: next)? {n} {unit}(?:['’]s?)?(?: time)?",
    ago=r"{n} {unit} (?:ago|back|earlier)",
    hence=r"{n} {unit} (?:from now|hence|from today|later)",
    edges={
        "end of": "end", "the end of": "end", "beginning of": "start", "start of": "start",
        "the beginning of": "start", "the start of": "start", "early": "early", "early in": "early",
        "mid": "mid", "middle of": "mid", "the middle of": "mid", "late": "late", "late in": "late",
        "later": "late", "first week of": "first", "last week of": "week",
        "the first week of": "first", "the last week of": "week",
    },  # fmt: skip
    ends={"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"},
    quarter="quarter|qtr",
    week_number="week|wk|cw",
    week_of=r"(?:the )?(?:week|wk) (?:of|commencing|beginning|starting)(?: on)?|w/c|wc|w/b",
    after="after|from|following",
    before="before|prior to|ahead of",
    through="-|–|—|to|thru|through|till|until|and",
    prepositions=(
        "on|by|in|before|after|until|til|till|since|from|due|due on|during|through|for|around|of|"
        "starting|no later than|as of|between|and|to"
    ),
    followers=(
        "at|to|for|with|and|or|in|on|from|by|if|so|but|then|when|because|via|re|about|before|after|"
        "until|till|the|a|i|we|he|she|they|it|is|was|will|as|we'll|i'll|between|around|this|next"
    ),
    every="every|each|per|any|every other|every single",
    due=(
        "by|before|until|til|till|due|due on|due by|due date|due in|no later than|not later than|"
        "deadline|latest|by the|eta|for|on|in|within|at"
    ),
    triggers=(
        "day", "week", "wk", "month", "quarter", "qtr", "year", "tomorrow", "tmr", "night",
        "eo", "cob", "close of", "morning", "evening", "afternoon", "w/c", "mon", "tue", "wed",
        "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
        "oct", "nov", "dec",
    ),
)  # fmt: skip

_DE_ORDINALS = (
    "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften"
)

GERMAN = Lexicon(
    months=_stems(
        "januar/jänner/jan februar/feb märz/mär/mrz april/apr mai juni/jun juli/jul august/aug"
        " september/sept/sep oktober/okt november/nov dezember/dez"
    ),
    weekdays=_stems(
        "montags/montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa"
        " sonntag/so",
        from_zero=True,
    ),
    doubtful=frozenset({"mai", "mo", "di", "mi", "do", "fr", "sa", "so"}),
    numbers={
        **_stems(
            "ein/eine/einem/einer/einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
        ),
        "vierzehn": 14,
    },
    ordinals=_stems(_DE_ORDINALS),
    ordinal_mark=r"\.",
    relative={
        "vorgestern": -2, "gestern": -1, "heute": 0, "heute abend": 0, "feierabend": 0,
        "ende des tages": 0, "morgen früh": 1, "übermorgen": 2, "morgen": 1,
    },  # fmt: skip
    units={
        "tag": "day", "tage": "day", "tagen": "day", "werktag": "workday", "werktagen": "workday",
        "werktage": "workday", "woche": "week", "wochen": "week", "monat": "month",
        "monats": "month", "monate": "month", "monaten": "month", "quartal": "quarter",
        "quartals": "quarter", "quartalen": "quarter", "jahr": "year", "jahres": "year",
        "jahre": "year", "jahren": "year",
    },  # fmt: skip
    turns={
        form: turn
        for turn, stem in (
            ("this", "dies"), ("next", "nächst"), ("coming", "kommend"), ("last", "letzt"),
            ("last", "vorig"), ("last", "vergangen"), ("next", "folgend"),
        )
        for form in (*(f"{stem}{end}" for end in ("e", "en", "em", "er", "es")),)
    },  # fmt: skip
    definite="der|den|dem|des|die|das",
    of="im|des|in|vom",
    within=r"(?:in|innerhalb von|binnen|innerhalb) {n} {unit}",
    ago=r"vor {n} {unit}",
    hence=r"heute in {n} {unit}",
    edges={
        "ende": "end", "ende des": "end", "ende der": "end", "am ende des": "end",
        "anfang": "start", "anfang des": "start", "beginn": "start", "anfang der": "start",
        "mitte": "mid", "mitte des": "mid", "mitte der": "mid",
    },  # fmt: skip
    ends={"wochenende": "week", "monatsende": "month", "quartalsende": "quarter",
          "jahresende": "year"},  # fmt: skip
    quarter="quartal",
    week_number="kw|kalenderwoche",
    week_of=r"woche (?:vom|ab)",
    after="nach|ab",
    before="vor",
    through="-|–|—|bis|und|bis zum",
    prepositions=(
        "am|bis|bis zum|vor|vor dem|nach|nach dem|seit|ab|im|in|vom|von|zum|fällig|fällig am|für|"
        "spätestens|und|der|den|dem"
    ),
    followers="um|mit|und|oder|in|an|bei|für|wenn|dann|aber|weil|per|bis|vor|nach|ist|war|wird",
    every="jeden|jede|jedes|jeder|pro",
    due="bis|bis zum|bis zur|vor|fällig|fällig am|spätestens|deadline|frist|in|binnen|am|zum|ab",
    triggers=(
        "tag", "woche", "monat", "quartal", "jahr", "morgen", "gestern", "heute", "abend",
        "mittwoch", "kw", "jan", "feb", "mär", "mrz", "apr", "mai", "jun", "jul", "aug", "sep",
        "okt", "nov", "dez", "mo", "di", "mi", "do", "fr", "sa", "so",
    ),
)  # fmt: skip

LEXICONS: Mapping[str, Lexicon] = {"en": ENGLISH, "de": GERMAN}


def lexicon(language: str) -> Lexicon:
    """The words of a language by its two letters; English where a note names none of ours."""
    return LEXICONS.get(language[:2].lower(), ENGLISH)
