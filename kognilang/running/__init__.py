"""Doing it: frames, evaluation, the machine, lanes, effects."""
