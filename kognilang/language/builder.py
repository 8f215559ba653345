"""Makes nodes of the tree while the parser reduces: one method for each rule of the grammar.

A predicate, a refinement and an ending are made before what they are said of is known to
them, so they are functions from it to the node.
"""

from __future__ import annotations

from kognilang.language.making.conditions import Conditions
from kognilang.language.making.steps import Steps
from kognilang.language.making.values import Values


class Builder(Values, Conditions, Steps):
    """The callbacks of the parser; Lark calls the method named like the rule or its alias."""
