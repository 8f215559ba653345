"""The rules for the steps that the grammar reads."""

from __future__ import annotations

from kognilang.language.making.spanned import Kids, over
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Change,
    Constant,
    Fail,
    Name,
    Nothing,
    Return,
    Save,
    Say,
    Setting,
    Show,
    Step,
    Stop,
    Tell,
)


class Steps:
    """The rules for the steps that the grammar reads."""

    def setting(self, kids: Kids) -> Step:
        return Setting(kids[1], kids[3], kids[0].value, span=over(kids))

    def setting_is(self, kids: Kids) -> Step:
        if kids[1].value:
            raise NotParsed("not-a-step", kids[1].span, {})
        return Setting(kids[0], kids[2], "is", span=over(kids))

    def setting_blank(self, kids: Kids) -> Step:
        if kids[1].value[1]:
            # The number is not blank: nothing is set by that.
            raise NotParsed("comparison-is-no-step", kids[1].span, {})
        nothing = Nothing(span=kids[1].span)
        return Setting(kids[0], nothing, "is", span=over(kids))

    def constant_is(self, kids: Kids) -> Step:
        name = kids[0].name if type(kids[0]) is Name else ""
        if not name:
            raise NotParsed("constant-needs-a-name", kids[0].span, {})
        return Constant(name, kids[2], span=over(kids))

    def change_target_last(self, kids: Kids) -> Step:
        return Change(kids[0].value, kids[3], kids[1], span=over(kids))

    def change_target_first(self, kids: Kids) -> Step:
        return Change(kids[0].value, kids[1], kids[3], span=over(kids))

    def call(self, kids: Kids) -> Step:
        return Setting(kids[3].value, kids[1], "call", span=over(kids))

    def tell(self, kids: Kids) -> Step:
        return Tell(kids[1], kids[3], span=over(kids))

    def save(self, kids: Kids) -> Step:
        return Save(kids[1], kids[3] if len(kids) > 2 else None, span=over(kids))

    def say(self, kids: Kids) -> Step:
        return Say(kids[1], span=over(kids))

    def show(self, kids: Kids) -> Step:
        return Show(kids[1], span=over(kids))

    def return_value(self, kids: Kids) -> Step:
        return Return(kids[1], span=over(kids))

    def fail(self, kids: Kids) -> Step:
        return Fail(kids[1], span=over(kids))

    def stop_because(self, kids: Kids) -> Step:
        return Stop(kids[1], span=over(kids))
