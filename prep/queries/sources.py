"""Which pages a FROM names (Dataview's ``data-index/resolver.ts``), in the order it names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from prep.queries import tree
from prep.queries.errors import QueryError
from prep.queries.vault import Vault

OWN_FOLDER = (
    "FROM this.file.folder is not Dataview, which shows an error there; "
    "it was read as the folder of the note that holds the query"
)


class Chosen(NamedTuple):
    """Paths of pages in order, and what has to be said about how they were chosen."""

    paths: dict[str, None]
    warnings: tuple[str, ...] = ()


def choose(source: tree.Source, vault: Vault, origin: str) -> Chosen:
    """Give the pages that ``source`` names, seen from the note at the path ``origin`` ("": none).

    Raises:
        QueryError: a source that is not supported, or that Dataview cannot resolve either.
    """
    return _RULES[type(source)](source, vault, origin)


def _folder(source: tree.Folder, vault: Vault, _origin: str) -> Chosen:
    path = source.path.strip("/") if source.path == "/" else source.path
    inside = [each for each in vault.pages if not path or each.startswith(f"{path}/")]
    alone = [each for each in (path, f"{path}.md") if each in vault.pages]
    return Chosen(dict.fromkeys(inside or alone[:1]))


def _tag(source: tree.Tag, vault: Vault, _origin: str) -> Chosen:
    return Chosen(dict.fromkeys(vault.tagged(source.tag)))


def _linked(source: tree.Linked, vault: Vault, origin: str) -> Chosen:
    path = vault.resolve(source.path, origin)
    if path is None:
        return Chosen(dict.fromkeys(vault.linking_to(source.path)))
    if source.outgoing:
        return Chosen(dict.fromkeys(vault.linked_from(path)))
    return Chosen(dict.fromkeys(vault.linking_to(path)))


def _own_folder(_source: tree.OwnFolder, vault: Vault, origin: str) -> Chosen:
    if not origin:
        raise QueryError("this.file.folder needs the note that holds the query: give --from NOTE")
    folder = tree.Folder(origin.rpartition("/")[0])
    return Chosen(_folder(folder, vault, origin).paths, (OWN_FOLDER,))


def _csv(_source: tree.Csv, _vault: Vault, _origin: str) -> Chosen:
    raise QueryError("csv() is not supported: the answer would be about a file that is no note")


def _except(source: tree.Except, vault: Vault, origin: str) -> Chosen:
    left_out = choose(source.source, vault, origin)
    paths = dict.fromkeys(path for path in vault.pages if path not in left_out.paths)
    return Chosen(paths, left_out.warnings)


def _both(source: tree.Both, vault: Vault, origin: str) -> Chosen:
    left, right = choose(source.left, vault, origin), choose(source.right, vault, origin)
    warnings = tuple(dict.fromkeys(left.warnings + right.warnings))
    if source.operator == "&":
        return Chosen(dict.fromkeys(p for p in right.paths if p in left.paths), warnings)
    return Chosen({**left.paths, **right.paths}, warnings)


_RULES: dict[type[tree.Source], Callable[..., Chosen]] = {
    tree.Folder: _folder,
    tree.Tag: _tag,
    tree.Linked: _linked,
    tree.OwnFolder: _own_folder,
    tree.Csv: _csv,
    tree.Except: _except,
    tree.Both: _both,
}
