"""What texts mean: the plans of whole sentences, of the sample, and of what is typed later."""

from pathlib import Path

from kognilang.language.reading import read
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.kinds import Kind
from kognilang.meaning.plandata import from_data, to_data
from kognilang.meaning.understanding import Known, understand
from kognilang.settings import load_settings
from kognilang.text.source import Source
from tests.growth import assert_grows

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "accounts-payable"
ORDERS = 'Read the spreadsheet "o.xlsx" as the orders.\n'


def steps(found, kind):
    assert found.problems == []
    return [one for one in found.plan.instructions if isinstance(one, kind)]


def sample():
    path = SAMPLE / "pay-invoices.kog"
    source = Source(path.name, path.read_text(encoding="utf-8"), path)
    return understand(read(source), source, Library.load(SAMPLE), load_settings(SAMPLE))


def test_the_sample_is_understood_whole():
    found = sample()
    assert found.problems == []
    assert found.inputs == {}
    lanes = [one for one in found.plan.instructions if isinstance(one, p.Lanes)]
    assert [one.item for one in lanes] == ["document", "invoice"]
    effects = {
        one.skill: one.effect for one in found.plan.instructions if isinstance(one, p.CallSkill)
    }
    assert effects == {
        "tables.read_sheet": "read",
        "databases.read_table": "read",
        "files.thing_exists": "read",
        "tables.read_spreadsheet": "read",
        "files.pdfs_in": "read",
        "documents.read_from": "read",
        "files.write_file": "write",
        "tables.add_row": "write",
        "ledgers.post": "write",
        "mail.send_email": "write",
    }


def test_the_same_text_gives_the_same_bytes():
    one, other = sample(), sample()
    assert to_data(one.plan) == to_data(other.plan)
    assert from_data(to_data(one.plan)) == one.plan


def test_a_declared_kind_is_handed_to_the_skill_that_reads_by_it(understood):
    found = understood(
        "An invoice has a number (text) and lines.\nA line has a price (money).\n"
        'Read the invoice from the document "a.pdf".\nSay "{the invoice\'s number}".\n'
    )
    [call] = steps(found, p.CallSkill)
    assert call.result == "invoice"
    schema = call.args[0][1]
    assert isinstance(schema, p.Const)
    assert schema.value.fields == (("number", "text", False), ("lines", "line", True))
    assert schema.value.others["line"].fields == (("price", "money", False),)


def test_adjectives_over_a_collection_are_filters(understood):
    found = understood(
        ORDERS + "An order is overdue if its due date is before today.\n"
        'For each overdue order:\n    Say "{the order\'s number}".\n'
    )
    [begin] = steps(found, p.LoopBegin)
    assert begin.collection == p.FilterBy(p.NameRead("orders"), p.Apply(0, (p.ItemRead(),)))


def test_the_plural_possessive_names_the_field_of_each(understood):
    [said] = steps(understood(ORDERS + "Say the total of the orders' quantities."), p.SayIt)
    read_field = p.FieldRead(p.NameRead("orders"), "quantity")
    assert said.value == p.Operation("total of", (read_field,))


def test_one_of_a_collection_is_picked_by_a_description(understood):
    found = understood(ORDERS + "Let the order be the order whose id is 7.")
    [setting] = steps(found, p.Set)
    assert isinstance(setting.value, p.PickOne)
    assert setting.value.wanted == "the order whose id is 7"


def test_what_reads_runs_before_its_sentence(understood):
    found = understood('If the file "a" exists and the file "b" exists, say "x".')
    kinds = [type(one).__name__ for one in found.plan.instructions]
    assert kinds == ["CallSkill", "CallSkill", "Branch", "SayIt", "End"]
    assert [one.sentence for one in found.plan.instructions[:3]] == [0, 0, 0]


def test_a_condition_that_reads_is_read_again_each_round(understood):
    found = understood('While the file "a" exists:\n    Say "x".')
    assert found.problems == []
    check, call, branch, _, jump, _ = found.plan.instructions
    assert isinstance(check, p.LoopCheck)
    assert isinstance(call, p.CallSkill)
    assert isinstance(branch, p.Branch)
    assert isinstance(jump, p.Jump)
    assert jump.to == 0
    assert branch.otherwise == 5


def test_a_loops_item_that_hides_a_name_gets_one_of_its_own(understood):
    found = understood(
        ORDERS + 'The order is "x".\nFor each order in the orders:\n    Show the order.\n'
        "Show the order."
    )
    shown = steps(found, p.ShowIt)
    [following] = steps(found, p.LoopNext)
    assert following.item.startswith("order~")
    assert shown[0].value == p.NameRead(following.item)
    assert shown[1].value == p.NameRead("order")


def test_decisions_and_values_of_the_file_are_called(understood):
    found = understood(
        ORDERS + "For each order in the orders:\n"
        '    If the order needs approval, say "{the shipping fee for the order}".\n\n'
        "To decide whether an order needs approval:\n"
        "    Return yes.\n\n"
        "To work out the shipping fee for an order:\n"
        "    Return the order's total times 2.\n"
    )
    assert [one.procedure for one in steps(found, p.Call)] == [0, 1]
    assert [one.pure for one in found.plan.procedures] == [True, True]


def test_inside_a_filter_a_pure_value_is_worked_out_for_each(understood):
    found = understood(
        ORDERS + "Let the dear be the orders whose total is less than the shipping fee for the"
        " order.\nShow the dear.\n\n"
        "To work out the shipping fee for an order:\n    Return the order's total times 2.\n"
    )
    [setting] = steps(found, p.Set)
    assert isinstance(setting.value, p.FilterBy)
    assert isinstance(setting.value.condition, p.Comparison)
    assert setting.value.condition.right == p.Apply(0, (p.ItemRead(),))


def test_inside_a_filter_nobody_is_asked(understood):
    found = understood(
        ORDERS + "Let the dear be the orders whose total is less than the shipping fee for the"
        " order.\nShow the dear.\n\n"
        "To work out the shipping fee for an order:\n"
        '    Ask "What is it?" as the fee.\n    Return the fee plus the order\'s tax.\n'
    )
    assert [one.name for one in found.problems] == ["steps-in-a-filter"]


def test_only_nouns_that_the_body_speaks_of_are_parameters(understood):
    found = understood(
        'Send a reminder to "Ann".\n\nTo send a reminder to a customer:\n    Show the customer.\n'
    )
    [call] = steps(found, p.Call)
    assert call.args == (p.Const("Ann"),)


def test_headers_that_differ_by_noun_are_told_apart_by_the_things_name(understood):
    found = understood(
        "Approve the late order.\nApprove the first invoice of the year.\n\n"
        "To approve an invoice:\n    Show the invoice.\n\n"
        "To approve an order:\n    Show the order.\n"
    )
    assert [one.procedure for one in found.plan.instructions if isinstance(one, p.Call)][:1] == [1]


def test_an_early_skip_leaves_the_inner_loop(understood):
    found = understood(
        ORDERS + "For each order in the orders:\n    For each line in the order's lines:\n"
        "        Skip this order.\n"
    )
    [leave] = steps(found, p.LoopLeave)
    at = found.plan.instructions.index(leave)
    assert leave.end == at + 1
    outer = next(i for i, one in enumerate(found.plan.instructions) if isinstance(one, p.LoopNext))
    assert found.plan.instructions[at + 1] == p.Jump(outer, sentence=leave.sentence)


def test_inputs_are_names_that_nothing_sets(understood):
    found = understood("Say the rate.\nThe total is the price.\n")
    assert found.problems == []
    assert found.plan.inputs == ("rate", "price")


def test_every_jump_stays_in_the_plan():
    plan = sample().plan
    for one in plan.instructions:
        for member in ("to", "otherwise", "end"):
            target = getattr(one, member, 0)
            assert 0 <= target <= len(plan.instructions)


# -- what is typed later ------------------------------------------------------------------


def test_names_and_procedures_of_before_are_known(understood):
    first = understood(
        "The rate is 5.\nCreate a list called the orders.\n\nTo greet a person:\n"
        '    Say "Hello {the person}".\n'
    )
    known = Known.of(first.plan, first.names, base="abc")
    later = understood('Greet "Ann".\nSay the rate.\nFor each order in the orders, show the order.',
                       known)  # fmt: skip
    [call] = steps(later, p.Call)
    assert call.procedure == 0
    assert later.plan.base == "abc"
    assert later.plan.procedures[0].home == "abc"
    assert later.inputs == {}


def test_new_procedures_come_after_those_of_before(understood):
    first = understood('To greet a person:\n    Say "{the person}".\n')
    known = Known.of(first.plan, base="abc")
    later = understood('Part.\n\nTo part:\n    Greet "Ann".\n', known)
    assert [one.procedure for one in steps(later, p.Call)] == [1, 0]
    assert [one.home for one in later.plan.procedures] == ["abc", ""]


def test_an_answers_sentences_may_try_again(understood):
    known = Known.of(None, {"invoice": Kind("record", "invoice")}, in_answer=True)
    found = understood('Set the invoice\'s PO number to "NONE". Try again.', known)
    setting, again, _ = found.plan.instructions
    assert setting == p.SetField(
        p.NameRead("invoice"), "po number", p.Const("NONE"), sentence=setting.sentence
    )
    assert isinstance(again, p.Resume)
    assert again.how == "again"


def test_ten_thousand_sentences_take_linear_time(understood, library, settings):
    def work(count):
        text = "".join(
            f'Let the net be the order\'s total minus {i}.\nMove the file "{i}" to "b".\n'
            for i in range(count // 2)
        )
        source = Source("t", text)
        reading = read(source)

        def understood():
            assert understand(reading, source, library, settings).problems == []

        return understood

    assert_grows(work(500), work(2000), most=12)
