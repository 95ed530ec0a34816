"""Names as text: folding, splitting, nicknames, spelling variants. No clock, no file but a table.

``fold`` is the key by which every name is compared and stored. ``read_name`` takes a name apart as
an attendance list, an invitation or an address writes it. ``compare`` says whether two written
names may be one person's, and on what evidence. What folds a name is at hand at once, the rest when
it is used.
"""

from typing import TYPE_CHECKING

from prep.doors import doors
from prep.names.fold import fold, squash, tokens

if TYPE_CHECKING:
    from prep.names.initials import fits_initials, is_initials, short_forms
    from prep.names.nicknames import is_known_first_name, nickname_of, related_first_names
    from prep.names.organisation import account_key, domain_of, is_public_domain, same_account
    from prep.names.slips import slips_of
    from prep.names.variants import Likeness, compare, compare_words
    from prep.names.written import Written, looks_like_name, read_name, split_names

__all__ = [
    "Likeness",
    "Written",
    "account_key",
    "compare",
    "compare_words",
    "domain_of",
    "fits_initials",
    "fold",
    "is_initials",
    "is_known_first_name",
    "is_public_domain",
    "looks_like_name",
    "nickname_of",
    "read_name",
    "related_first_names",
    "same_account",
    "short_forms",
    "slips_of",
    "split_names",
    "squash",
    "tokens",
]

_MODULES = {
    "Likeness": "variants",
    "Written": "written",
    "account_key": "organisation",
    "compare": "variants",
    "compare_words": "variants",
    "domain_of": "organisation",
    "fits_initials": "initials",
    "is_initials": "initials",
    "is_known_first_name": "nicknames",
    "is_public_domain": "organisation",
    "looks_like_name": "written",
    "nickname_of": "nicknames",
    "read_name": "written",
    "related_first_names": "nicknames",
    "same_account": "organisation",
    "short_forms": "initials",
    "slips_of": "slips",
    "split_names": "written",
}
__getattr__ = doors(__name__, _MODULES)
