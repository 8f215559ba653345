"""Exit codes: what a command's number tells the shell."""

FINISHED = 0
"""Done: the run finished, or the command did what was asked."""
FAILED = 1
"""The run ended as failed or was cancelled, or a fault kept the command from its work."""
REFUSED = 2
"""The text was not understood, or the command was not used as it should be."""
PARKED = 3
"""The run waits for a person or a time."""
INTERRUPTED = 130
"""Ctrl-C: the run is parked where it was."""


def of_status(status: str) -> int:
    """Return the exit code for a run of this status."""
    return {"finished": FINISHED, "failed": FAILED, "cancelled": FAILED}.get(status, PARKED)
