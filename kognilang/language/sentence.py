"""A sentence to its steps: the door to the forms of the language.

What begins with a verb that is no form of the language stays an action, whose words the
phrases will explain.
"""

from __future__ import annotations

from kognilang.language.steps import choosing, ending, looping, setting, telling
from kognilang.language.steps.dispatch import sentence_steps
from kognilang.language.steps.protocol import Block, Otherwise, join, joined

FORMS = (choosing, ending, looping, setting, telling)
"""The modules of the forms; importing them makes their first words known."""

__all__ = ["FORMS", "Block", "Otherwise", "join", "joined", "sentence_steps"]
