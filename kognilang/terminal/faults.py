"""When something goes wrong: the expected faults worded, the unexpected kept in a file."""

from __future__ import annotations

from pathlib import Path

from kognilang.terminal import exits
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen


def tell(fault: Exception, screen: Screen) -> int:
    """Tell of a fault that ended the command and return its exit code."""
    if isinstance(fault, Refusal):
        screen.fail(fault.message, fault.hints)
        return fault.code
    from kognilang.problems.problem import TextRefused

    if isinstance(fault, TextRefused):
        from kognilang.terminal.problems import refuse

        refuse(fault.problems, screen)
        return exits.REFUSED
    from kognilang.settings import BadSettings

    if isinstance(fault, BadSettings):
        screen.fail(str(fault))
        return exits.REFUSED
    if type(fault).__name__ == "ModelFault":
        screen.fail(str(fault), ("kog run FILE --no-model   does without the model",))
        return exits.FAILED
    from kognilang.journal.records import Busy, LostLease, StoreFault

    if isinstance(fault, StoreFault):
        screen.fail(str(fault))
        return exits.FAILED
    if isinstance(fault, Busy):
        screen.fail(str(fault), ("kog runs   shows where the runs stand",))
        return exits.PARKED
    if isinstance(fault, LostLease):
        screen.fail(
            "Another worker has taken this run over, so this one stopped. Nothing is lost.",
            ("kog runs   shows where the runs stand",),
        )
        return exits.PARKED
    if type(fault) is LookupError:
        # The session's word for a run that there is not; its subclasses are faults of our own.
        screen.fail(str(fault), ("kog runs   lists the runs",))
        return exits.REFUSED
    if isinstance(fault, OSError) and fault.filename and fault.strerror:
        screen.fail(f'"{fault.filename}": {fault.strerror}.')
        return exits.FAILED
    return _unexpected(fault, screen)


def _unexpected(fault: Exception, screen: Screen) -> int:
    """Keep the details in a file and say in one line where they are."""
    kept = _keep(fault)
    where = f"The details are in {kept}." if kept else "The details could not be written anywhere."
    summary = " ".join(str(fault).split())[:200]
    name = type(fault).__name__
    screen.fail(
        f"A fault in KogniLang itself ({name}{': ' + summary if summary else ''}). {where}",
        ("Runs go on from their last step: kog runs, then kog resume RUN.",),
    )
    return exits.FAILED


def _keep(fault: Exception) -> Path | None:
    import tempfile
    import traceback
    from datetime import datetime

    from kognilang.terminal.places import state_folder

    name = f"fault-{datetime.now():%Y%m%d-%H%M%S}.txt"
    details = "".join(traceback.format_exception(fault))
    for temporary in (False, True):
        try:
            # On a full disk there is no folder for temporary files either.
            folder = Path(tempfile.gettempdir()) if temporary else state_folder() / "faults"
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(details, encoding="utf-8")
        except OSError:
            continue
        return path
    return None
