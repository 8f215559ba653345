"""The plan: what the machine runs, a flat list of instructions and the expressions in them.

Everything here is plain data. `to_data` and `from_data` (`kognilang.meaning.plandata`)
write it as versioned JSON and read it back; a run keeps the plan that it was started
with. Expressions have no effects: a noun or decision that reads through a skill, and
every call of a procedure with steps, is an instruction before its sentence, whose
result is a name beginning with `~`.

Names are canonical words (`purchase order number`). A name beginning with `~` was made
by the planner. Where a loop's item hides an outer name, the planner has renamed it
(`order~2`), so that one dictionary a frame is enough.
"""

# ruff: noqa: F403 - the plan is one vocabulary, read as `p.Const`, `p.Set` and so on.
from kognilang.meaning.plan.expressions import *
from kognilang.meaning.plan.instructions import *
from kognilang.meaning.plan.whole import *
