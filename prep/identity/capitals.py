"""Capitals in names, and the words that have one only for beginning a sentence."""

from __future__ import annotations

UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΩА-Я"
"""Capitals, as ranges. In Latin Extended both cases alternate, so all its letters count: to name
the capitals one by one would cost compiling time at each start."""
_STARTERS_WORDS = """the a an in on for if i we and but so to as at this that it is there when
what why how who not no yes would should could can will our my his her their its he she they you
your from of with by or then thanks thank hi hello ok okay great also just maybe perhaps please
let see once was are do does did has have had be been all any some each every both more most
other another next last first after before since while because although though however new old
now today tomorrow dear re per via about into over under action decision status note date
regarding including both monday tuesday wednesday thursday friday saturday sunday january
february march april may june july august september october november december meeting"""
STARTERS = frozenset(_STARTERS_WORDS.split())
"""Lower-case words that begin a sentence more often than a name."""
