"""How the laws are tried: in CI always the same examples, elsewhere new ones each time; and what
of the shell's environment no test depends on."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

# A machine that is slow, or busy, is no fault of the law.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
IN_CI = bool(os.environ.get("CI"))
settings.load_profile("ci" if IN_CI else "here")
if IN_CI and hasattr(providers, "_get_local_constants"):
    # Hypothesis draws constants of the modules that are imported, too: which those are depends on
    # which tests a process has had before.
    providers._get_local_constants = lambda: providers._local_constants

for name in ("COLUMNS", "LINES", "NO_COLOR"):
    # The tests say themselves how wide and how plain a terminal is.
    os.environ.pop(name, None)
