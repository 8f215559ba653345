"""Work that makes many objects and no cycles: the collector waits until it is done.

A text's tree and plan are millions of small objects that all stay. To look through them again
and again for cycles would take half the time of a long file, and more of it the longer it is.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the cyclic collector still, as a context or a decorator; what is not needed any
    more is freed all the same, since references are counted."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
