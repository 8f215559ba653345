"""The syntax tree: what a file says, before anyone decides what it means here.

Nodes are compared by what they say: spans never take part. Nothing changes a node
after the parser has made it. Names are kept as canonical words (lower case, single
spaces, straight apostrophes), texts as they were written.

Three families: expressions (`Expr`), conditions (`Cond`), steps (`Step`); then the
definitions and the file that holds them all. What cannot be decided without the
scope and the phrases (is `the invoice total` one name? which skill is `Archive …`?)
stays open in `Name`, `Phrase` and `Bare`, and is settled in `kognilang.meaning`.
"""

# ruff: noqa: F403 - the tree is one vocabulary, read as `tree.Name`, `tree.If` and so on.
from kognilang.language.tree.conditions import *
from kognilang.language.tree.definitions import *
from kognilang.language.tree.expressions import *
from kognilang.language.tree.nodes import *
from kognilang.language.tree.steps import *
