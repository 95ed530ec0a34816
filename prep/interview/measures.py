"""The sixteen measures of a talk, with their thresholds and where each threshold comes from.

A measure says what was seen, never what somebody is, and there is no total: features of the words
explain a ninth of the overall impression (Muralidhar & Gatica-Perez 2018, R² = 0.11).
"""

from __future__ import annotations

from prep.interview import of_answers, of_talks
from prep.interview.measured import Asked, Measure, Measured
from prep.interview.of_answers import is_past

__all__ = ["MEASURES", "Asked", "Measure", "Measured", "is_past"]

MEASURES = (
    Measure("length", "Answer length", "answer", "60–120 s; note 30–60 or 120–180; flag outside",
            "convention of interview guides and recorded-interview tools; no experiment found",
            of_answers.answer_length),
    Measure("pace", "Pace", "answer", "100–165 words a minute; flag under 90 or over 190",
            "Microsoft Speaker Coach", of_answers.pace),
    Measure("sounds", "Filler sounds", "talk", "up to 5 a minute; flag from 10",
            "Laske & DiGennaro Reed 2024: 0, 2, 5 and 12 a minute compared",
            of_talks.filler_sounds),
    Measure("fillers", "Filler words", "talk", "up to 5 a minute; flag from 10",
            "as filler sounds; “like” apart after Russell 2008", of_talks.filler_words),
    Measure("crutch", "Phrase that comes back", "talk", "fewer than 3 times; flag from 5",
            "interview-coach rubric", of_talks.crutch),
    Measure("hedging", "Hedging", "talk", "up to 1.5 in a hundred words; flag over 3",
            "our own cut; direction after Hosman 1989", of_talks.hedging),
    Measure("story", "Is it a story?", "answer", "a story, where the question asks for the past",
            "Bangerter, Corvalan & Cavin 2014", of_answers.story),
    Measure("star", "Situation, task, action, result", "answer",
            "action largest, situation up to 30 %, a result found",
            "Bangerter 2014: situations crowd out results", of_answers.star_cover),
    Measure("specifics", "Specifics", "answer", "a number, day or name in the result",
            "interview-coach rubric, levels 3 to 4", of_answers.specifics),
    Measure("own", "I and we", "answer", "I in half of the cases; flag under 30 %",
            "NIH guide; against it Naim 2015, where raters preferred “we”", of_answers.own_part),
    Measure("answers", "Meets the question", "answer", "shares its competency or two words",
            "our own; weak, so never “no”", of_answers.on_question),
    Measure("share", "Talk share", "talk",
            "candidate 50–70 %, interviewer 20–30 %, discovery up to 40 %",
            "vendors' figures (miniti, highmatch, Gong)", of_talks.talk_share),
    Measure("turn", "Longest turn", "talk", "under 120 s; flag over 180", "interview-coach rubric",
            of_talks.longest_turn),
    Measure("asked", "Questions I asked", "talk", "three or more as candidate", "convention",
            of_talks.questions_asked),
    Measure("pause", "Pause before answering", "answer", "no threshold",
            "Zandan: two or three seconds are fine", of_answers.pause),
    Measure("first", "First answer", "answer", "no threshold", "Naim 2015",
            of_answers.first_answer),
)  # fmt: skip
