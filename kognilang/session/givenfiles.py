"""The files that an example gives, laid beside the real ones: what is read is theirs first."""

from __future__ import annotations

from pathlib import Path

from kognilang.dataclass import dataclass, field
from kognilang.language import tree
from kognilang.meaning.givenfiles import GivenFile


@dataclass(slots=True)
class Laid:
    """Given files in a folder of their own; `places` says for a real path where to read instead."""

    root: Path
    places: dict[Path, Path] = field(default_factory=dict)

    def read_from(self, path: Path) -> Path:
        """Return where a path is read from."""
        return self.places.get(path, path)


def laid(given: list[GivenFile], folder: Path, root: Path) -> Laid:
    """Write the given files below `root`; `folder` is the procedure's, where their names start.

    A folder in which a file is given has its real files too, unless it is given as empty.
    """
    found = Laid(root.resolve())
    empty = {(folder / one.name).resolve() for one in given if one.folder}
    for one in given:
        real = (folder / one.name).resolve()
        mirror = found.root / real.relative_to(real.anchor)
        if one.folder:
            mirror.mkdir(parents=True, exist_ok=True)
            found.places[real] = mirror
            continue
        _mirrored(found, real.parent, mirror.parent, empty)
        if mirror.is_symlink():
            mirror.unlink()
        if one.content is not None:
            if mirror.suffix.lower() in (".xlsx", ".xlsm") and not isinstance(one.content, str):
                from kognilang.session.givenworkbook import workbook

                mirror.write_bytes(workbook([[_cell(cell) for cell in row] for row in one.content]))
            else:
                mirror.write_text(_text(one), encoding="utf-8", newline="")
        found.places[real] = mirror
    return found


def _mirrored(found: Laid, real: Path, mirror: Path, empty: set[Path]) -> None:
    """Make the folder that stands for a real one, with its files in it by link."""
    if real in found.places and mirror.is_dir():
        return
    mirror.mkdir(parents=True, exist_ok=True)
    found.places[real] = mirror
    if real in empty or not real.is_dir():
        return
    for own in real.iterdir():
        beside = mirror / own.name
        if own.is_file() and not beside.exists():
            beside.symlink_to(own)


def _text(one: GivenFile) -> str:
    if isinstance(one.content, str):
        return one.content
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    for row in one.content or ():
        writer.writerow([_cell(cell) for cell in row])
    return out.getvalue()


def _cell(cell: tree.Expr | str) -> str:
    """Return a cell as it is written."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, tree.Nothing):
        return ""
    if isinstance(cell, tree.Text):
        return "".join(part for part in cell.parts if isinstance(part, str))
    from kognilang.language.printing.values import value

    return value(cell)
