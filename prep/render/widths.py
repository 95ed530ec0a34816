"""How wide words are, near enough to share out a table's columns and to size a diagram's boxes."""

from __future__ import annotations

from functools import lru_cache

from prep.patterns import lazy

# Thousandths of an em of Calibri's characters from space to tilde, measured on Carlito, its twin.
_ASCII = (
    "226 326 401 498 507 715 682 221 303 303 498 498 250 306 252 386 507 507 507 507 507 507 507 "
    "507 507 507 268 268 498 498 498 463 894 579 544 533 615 488 459 631 623 252 319 520 420 855 "
    "646 662 517 673 543 459 487 642 567 890 519 487 468 307 386 307 498 498 291 479 525 423 525 "
    "498 305 471 525 229 239 455 229 799 525 527 525 525 349 391 335 525 452 715 433 453 395 314 "
    "460 314 498"
)
_WIDTHS = {chr(code): int(width) / 1000 for code, width in enumerate(_ASCII.split(), 32)}
_OTHERS = {"“": 0.418, "”": 0.418, "‘": 0.25, "’": 0.25, "—": 0.905, "…": 0.69, "·": 0.252}
_LOWER, _UPPER, _FULL = 0.51, 0.62, 1.0
_EAST_ASIAN = lazy("[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
_UNBROKEN = lazy(r"[^\s\u200b]+")
# Longer words may be broken where Word does it: after a hyphen or a slash, not within a date.
_LONG = 12
_BREAK = lazy(r"(?<=[^\W\d]-)|(?<=[/\u2013\u2014])(?!/)")


@lru_cache(maxsize=1024)
def _char(char: str) -> float:
    known = _WIDTHS.get(char) or _OTHERS.get(char)
    if known:
        return known
    if _EAST_ASIAN.match(char) or ord(char) > 0x1F000:
        return _FULL
    return _UPPER if char.isupper() or "\u0590" <= char <= "\u08ff" else _LOWER


def ems(text: str) -> float:
    """Width of a line of text in ems of its font size."""
    return sum(map(_char, text))


def longest_word(text: str) -> float:
    """Width in ems of the longest stretch that no line should end in; CJK ends anywhere."""
    words = _UNBROKEN.findall(_EAST_ASIAN.sub(" ", text))
    pieces = (piece for word in words for piece in _pieces(word))
    return max(map(ems, pieces), default=_FULL if text else 0.0)


def _pieces(word: str) -> list[str]:
    return _BREAK.split(word) if len(word) > _LONG else [word]
