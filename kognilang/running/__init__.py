"""Doing it: the machine that runs a plan, its heap, its lanes and its effects."""
