"""German date words."""

from __future__ import annotations

from prep.dates.lexicon import Lexicon, Turn, stems

_TURNS: tuple[tuple[str, Turn], ...] = (
    ("dies", "this"), ("nächst", "next"), ("folgend", "next"), ("kommend", "coming"),
    ("letzt", "last"), ("vorig", "last"), ("vergangen", "past"),
)  # fmt: skip
_ORDINALS = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte"

GERMAN = Lexicon(
    months=stems(
        "januar/jänner/jan februar/feb märz/mär/mrz april/apr mai juni/jun juli/jul august/aug"
        " september/sept/sep oktober/okt november/nov dezember/dez"
    ),
    weekdays=stems(
        "montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa"
        " sonntag/so",
        start=0,
    ),
    doubtful=frozenset({"mo", "di", "mi", "do", "fr", "sa", "so"}),
    names=frozenset({"mo", "di", "mi", "do", "fr", "sa", "so"}),
    numbers={
        **stems("ein/eine/einem/einer/einen zwei drei vier fünf sechs sieben acht neun zehn"),
        "elf": 11, "zwölf": 12, "vierzehn": 14,
    },
    ordinals={
        form: number
        for stem, number in stems(_ORDINALS).items()
        for form in (stem, f"{stem}n", f"{stem}r", f"{stem}s")
    },
    ordinal_mark=r"\.",
    relative={
        "vorgestern": -2, "gestern": -1, "gestern abend": -1, "heute": 0, "heute abend": 0,
        "heute früh": 0, "heute morgen": 0, "heute nachmittag": 0, "morgen früh": 1, "morgen": 1,
        "übermorgen": 2,
    },
    units={
        "minute": "minute", "minuten": "minute", "stunde": "hour", "stunden": "hour",
        "tag": "day", "tage": "day", "tagen": "day", "tages": "day", "werktag": "workday",
        "werktage": "workday", "werktagen": "workday", "wochenende": "weekend", "woche": "week",
        "wochen": "week", "monat": "month", "monats": "month", "monate": "month",
        "monaten": "month", "quartal": "quarter", "quartals": "quarter", "quartale": "quarter",
        "quartalen": "quarter", "jahr": "year", "jahres": "year", "jahre": "year",
        "jahren": "year",
    },
    turns={
        f"{stem}{ending}": turn
        for stem, turn in _TURNS
        for ending in ("e", "en", "em", "er", "es")
    },
    edges={"ende": "end", "anfang": "start", "beginn": "start", "mitte": "mid"},
    ends={
        "ende des tages": "day", "feierabend": "day", "monatsende": "month",
        "quartalsende": "quarter", "jahresende": "year",
    },
    holidays={
        "neujahr": "01-01", "heiligabend": "12-24", "weihnachten": "12-25", "silvester": "12-31",
        "karfreitag": "easter-2", "ostern": "easter+0", "ostermontag": "easter+1",
        "pfingsten": "easter+49", "pfingstmontag": "easter+50",
    },
    spelled_year="neunzehnhundert|zweitausend",
    article="der|den|dem|des|die|das",
    of="im|des|in|vom",
    beside="im|in|am|den|dem|der",
    within=r"(?:in|binnen|innerhalb(?:\s+von)?)(?:\s+den)?(?:\s+nächsten)?\s+{span}",
    ago=r"vor\s+{span}",
    hence=r"{span}\s+später",
    after_next=r"(?:übernächste|übernächsten|übernächster|übernächstes)\s+{unit}",
    after="nach|ab",
    before="vor",
    through="-|–|—|bis|bis zum",
    conjunction="und",
    between="zwischen",
    quarter="quartal",
    week_number="kw|kalenderwoche",
    week_of=r"woche\s+(?:vom|ab)|kw\s+ab",
    last="letzte|letzten|letzter|letztes",
    part_of_day="früh|morgen|vormittag|mittag|nachmittag|abend",
    vouching=(
        "am|bis|bis zum|bis zur|vor|vor dem|nach|nach dem|seit|ab|im|in|vom|von|zum|fällig|"
        "fällig am|spätestens|zwischen|anfang|mitte|ende"
    ),
    dating="am|bis|bis zum|vor dem|seit dem|ab dem|spätestens|spätestens am|fällig am|zum",
    following="um|mit|und|oder|in|an|bei|für|wenn|dann|aber|weil|per|bis|vor|nach|ist|war|wird",
    every="jeden|jede|jedes|jeder|pro",
    due=(
        "bis|bis zum|bis zur|bis ende|vor|vor dem|fällig|fällig am|spätestens|spätestens am|"
        "deadline|frist"
    ),
    when="in|binnen|am|zum|ab",
    gone="seit|seit dem|nach|nach dem",
)  # fmt: skip
