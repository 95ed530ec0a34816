"""English date words."""

from __future__ import annotations

from prep.dates.lexicon import Lexicon, stems

_ONES = stems("first second third fourth fifth sixth seventh eighth ninth")
_ORDINALS = {
    **_ONES,
    **stems(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
        " nineteenth twentieth",
        start=10,
    ),
    **{f"twenty {word}": 20 + number for word, number in _ONES.items()},
    "thirtieth": 30,
    "thirty first": 31,
}
_NUMBERS = stems(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)

ENGLISH = Lexicon(
    months=stems(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
        " september/sept/sep october/oct november/nov december/dec"
    ),
    weekdays=stems(
        "monday/mon tuesday/tues/tue wednesday/weds/wed thursday/thurs/thur/thu friday/fri"
        " saturday/sat sunday/sun",
        start=0,
    ),
    doubtful=frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed"}),
    names=frozenset({"sun", "sat"}),
    numbers={
        "a": 1, "an": 1, "a couple of": 2, "a couple": 2, "couple of": 2, "couple": 2, **_NUMBERS,
        **{f"twenty {word}": 20 + number for word, number in _NUMBERS.items() if number < 10},
        "thirty": 30, "thirty one": 31, "forty": 40, "sixty": 60, "ninety": 90,
    },
    ordinals=_ORDINALS,
    ordinal_mark="st|nd|rd|th",
    relative={
        "the day before yesterday": -2, "day before yesterday": -2, "yesterday": -1,
        "last night": -1, "today": 0, "tonight": 0, "tonite": 0, "this morning": 0,
        "this afternoon": 0, "this evening": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1,
        "the day after tomorrow": 2, "day after tomorrow": 2,
    },
    units={
        "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
        "hour": "hour", "hours": "hour", "hrs": "hour",
        "day": "day", "days": "day", "business day": "workday", "business days": "workday",
        "working day": "workday", "working days": "workday", "workdays": "workday",
        "weekend": "weekend", "week": "week", "weeks": "week", "wk": "week", "wks": "week",
        "workweek": "week", "working week": "week", "fortnight": "fortnight",
        "fortnights": "fortnight", "month": "month", "months": "month", "quarter": "quarter",
        "quarters": "quarter", "qtr": "quarter", "year": "year", "years": "year", "yr": "year",
        "yrs": "year", "calendar year": "year",
    },
    turns={
        "this": "this", "the current": "this", "current": "this", "the same": "this",
        "next": "next", "the next": "next", "following": "next", "the following": "next",
        "this coming": "coming", "coming": "coming", "the coming": "coming",
        "this upcoming": "coming", "upcoming": "coming", "the upcoming": "coming",
        "last": "last", "the last": "last", "previous": "last", "the previous": "last",
        "this past": "past", "past": "past", "the past": "past",
    },
    edges={
        "end of": "end", "close of": "end", "beginning of": "start", "start of": "start",
        "early": "early", "early in": "early", "mid": "mid", "middle of": "mid", "late": "late",
        "late in": "late",
    },
    ends={
        # "at the end of the day" is most often no day at all
        "end of day": "day", "by the end of the day": "day", "end of today": "day",
        "eod": "day", "cob": "day", "eob": "day",
        "close of business": "day", "close of play": "day", "eow": "week", "eom": "month",
        "month end": "month", "eoq": "quarter", "quarter end": "quarter", "eoy": "year",
        "year end": "year",
    },
    holidays={
        "new year's day": "01-01", "new years day": "01-01", "valentine's day": "02-14",
        "halloween": "10-31", "christmas eve": "12-24", "christmas day": "12-25",
        "christmas": "12-25", "xmas": "12-25", "boxing day": "12-26", "new year's eve": "12-31",
        "new years eve": "12-31", "good friday": "easter-2", "easter sunday": "easter+0",
        "easter monday": "easter+1", "easter": "easter+0", "thanksgiving day": "4 3 11 0",
        "thanksgiving": "4 3 11 0", "black friday": "4 3 11 1", "labor day": "1 0 9 0",
    },
    spelled_year="seventeen|eighteen|nineteen|two thousand|twenty twenty",
    article="the",
    of="of|in",
    beside="of|in|on|for|at",
    within=r"(?:in|within)(?:\s+the)?(?:\s+next)?\s+{span}(?:['’]s?)?(?:\s+time)?",
    ago=r"{span}\s+(?:ago|back|earlier)",
    hence=r"{span}\s+(?:from\s+now|hence|from\s+today|later)",
    after_next=r"(?:the\s+)?{unit}\s+after\s+next",
    after="after|from|following|since",
    before="before|prior to|ahead of",
    through="-|–|—|to|thru|through|till|until",
    conjunction="and",
    between="between",
    quarter="quarter|qtr",
    week_number="week|wk|cw",
    week_of=r"(?:week|wk)\s+(?:of|commencing|beginning|starting)(?:\s+on)?|w/c|w/b",
    last="last|final",
    part_of_day=r"morning|afternoon|evening|night|lunchtime|noon|(?:at\s+)?\d{1,2}\s*[ap]m",
    vouching=(
        "on|by|in|before|after|until|till|since|from|due|due on|during|through|of|starting|"
        "starting on|beginning|as of|no later than|between|early|late|mid"
    ),
    dating="on|by|before|until|till|since|from|due|after|no later than|deadline",
    following=(
        "at|to|for|with|and|or|in|on|from|by|if|so|but|then|when|because|via|re|about|before|after|"
        "until|till|the|a|i|we|he|she|they|it|is|was|will|as|between|around|this|next|through"
    ),
    every="every|each|per|every other|every single|each and every",
    due=(
        "by|before|until|till|due|due on|due by|due date|due in|no later than|not later than|"
        "deadline|latest|eta"
    ),
    when="for|on|in|within|at",
    gone="since|from|after|as of",
)  # fmt: skip
