"""Organisations as text: legal suffixes, domains."""

from __future__ import annotations

from functools import lru_cache

from prep.names.fold import tokens

_FORMS = """gmbh ag kg kgaa se ug ohg inc incorporated ltd limited llc llp lp plc corp corporation
co company sa sas sarl spa srl bv nv ab as asa oy oyj aps kk pty pte gk sl sro zrt kft doo"""
_LEGAL = frozenset(_FORMS.split())
"""Legal forms that stand at the end of a company's name and say nothing about which one it is."""

_PROVIDERS = """gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com
ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net web.de proton.me protonmail.com pm.me
fastmail.com mail.com zoho.com posteo.de mailbox.org qq.com 163.com yandex.ru mail.ru hey.com"""
_PUBLIC = frozenset(_PROVIDERS.split())
"""Domains of mail providers: an address there says nothing about an employer."""


@lru_cache(maxsize=16384)
def account_key(name: str) -> str:
    """The key of an organisation: folded, legal forms at its end and a leading ``the`` cut off.

    ``Nordlicht GmbH & Co. KG`` and ``Nordlicht`` are one; ``Elson Capital`` and ``Cast Capital``
    are two. What is nothing but legal forms stays whole.
    """
    words = [w for w in tokens(name) if w != "and"]
    cut = len(words)
    while cut > 1 and words[cut - 1] in _LEGAL:
        cut -= 1
    start = 1 if words[:1] == ["the"] and cut > 1 else 0
    return " ".join(words[start:cut])


def same_account(a: str, b: str) -> bool:
    """Are two written organisations one, legal forms aside? Never on a shared word."""
    key = account_key(a)
    return bool(key) and (
        key == account_key(b) or key.replace(" ", "") == account_key(b).replace(" ", "")
    )


def domain_of(address: str) -> str:
    """The organisation's part of an e-mail address: ``lab.nordlicht.de`` of ``x@lab.Nordlicht.de``.

    "" without an ``@``, and for mail providers.
    """
    domain = address.rpartition("@")[2].casefold().strip(" .>")
    return "" if "@" not in address or domain in _PUBLIC else domain


def is_public_domain(domain: str) -> bool:
    """Is it a mail provider's domain?"""
    return domain.casefold() in _PUBLIC
