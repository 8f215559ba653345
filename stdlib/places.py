"""Where a file or folder that a sentence names lies, and what to say when it is not there."""

from __future__ import annotations

from pathlib import Path

from kognilang import File, Folder, Here, Problematic, Settings, nearest


def located(here: Here, place: File | Folder | Path | str | None, writing: bool = False) -> Path:
    """Return the path of what a sentence names; relative ones start at the procedure's folder.

    Raises Problematic when it lies outside of the folders that the workspace allows.
    """
    if isinstance(place, File | Folder):
        place = place.path
    name = "" if place is None else str(place)
    if not name.strip() or "\0" in name:
        raise Problematic("The name of the file is blank.", "missing-file")
    return here.path(name, writing)


def present(here: Here, place: File | Folder | Path | str, what: str = "file") -> Path:
    """Return the path of a file that must be there.

    Raises Problematic `missing-file`, naming the one in its folder that is spelled most like it.
    """
    path = located(here, place)
    try:
        if path.is_file():
            return path
        if path.is_dir():
            raise Problematic(f'"{path.name}" is a folder, not a {what}.', "missing-file")
    except OSError as fault:
        raise unreadable(path, fault) from None
    raise missing(here, path, what)


def missing(here: Here, path: Path, what: str) -> Problematic:
    """Return the problem that a file or folder is not there, with those that may be meant."""
    folder = path.parent
    names: list[str] = []
    if folder.is_dir():
        names = sorted(
            entry.name
            for entry in folder.iterdir()
            if not entry.name.startswith(".") and entry.is_dir() == (what == "folder")
        )
    near = nearest(path.name, names) if names else ""
    alike = _alike(path, names, near)
    message = f'There is no {what} "{path.name}" in the folder "{folder.name}".'
    if not folder.is_dir():
        message = f'There is no {what} "{path.name}": its folder "{folder}" is not there either.'
    if near:
        message += f' There is "{near}".'
    return Problematic(
        message,
        "missing-file",
        values=[("looked for", str(path))],
        candidates=[_spelled(here, folder / name) for name in alike],
    )


OFFERED = 5
"""So many files are offered for one that is not there."""


def _alike(path: Path, names: list[str], near: str) -> list[str]:
    """Return the names that may be meant by one that is not there: those spelled alike, then, if
    they are few, all with its ending."""
    from difflib import get_close_matches

    low = {name.casefold(): name for name in names}
    close = get_close_matches(path.name.casefold(), list(low), n=OFFERED, cutoff=0.5)
    found = dict.fromkeys([*([near] if near else []), *(low[one] for one in close)])
    same = [name for name in names if path.suffix and name.casefold().endswith(path.suffix.lower())]
    if len(same) <= OFFERED:
        found.update(dict.fromkeys(same))
    return list(found)[:OFFERED]


def _spelled(here: Here, path: Path) -> str:
    """Return a path as a sentence of the procedure names it."""
    folder = Path(here.folder)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def unreadable(path: Path, fault: OSError) -> Problematic:
    """Return the problem that the machine refuses a file or folder."""
    why = (fault.strerror or str(fault) or "unknown reason").lower()
    return Problematic(
        f'"{path.name}" cannot be opened: {why}.', "unreadable", values=[("file", str(path))]
    )


def settings_of(here: Here) -> Settings:
    """Return the settings by which cells and amounts in files are read."""
    own = getattr(here, "settings", None)
    if isinstance(own, Settings):
        return own
    return Settings(
        here.workspace,
        currency=str(here.setting("currency", "") or "").upper(),
        date_order=str(here.setting("date order", "") or ""),
        time_zone=str(here.setting("time zone", "") or ""),
    )
