"""One option of a Python type: words to instances, instances to shorthand, help and candidates."""

import dataclasses
import datetime
import decimal
import enum
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest

import shorthand
from shorthand.integrations.option_type import OptionType
from shorthand.testing.generator import Fuzzer
from tests.integrations.declarations import Colour, Disk, Limits, Point, Tag


class Mode(enum.StrEnum):
    FAST = "fast"


@pytest.mark.parametrize(
    ("declared", "tokens", "instance"),
    [
        (list[Tag], ["Key=a,Value=1", "Key=b"], [Tag("a", "1"), Tag("b")]),
        (list[Tag], ['[{"Key": "a"}, {"Key": "b"}]'], [Tag("a"), Tag("b")]),
        (tuple[Tag, ...], ["Key=a"], (Tag("a"),)),
        (Disk, ["Size=1,Mounts=/a,/b"], Disk(1, "ssd", ["/a", "/b"])),
        (Disk, ['{"Size": 1}'], Disk(1)),
        (Point | None, ["X=1.5"], Point(1.5)),
        (Limits, ["Count=1,Colour=red"], {"Count": 1, "Colour": Colour.RED}),
        (list[Colour], ["red", "deep blue"], [Colour.RED, Colour.DEEP_BLUE]),
        (set[int], ["1", "2"], {1, 2}),
        (dict[str, Point], ["a={X=1},b={X=2,Y=3}"], {"a": Point(1.0), "b": Point(2.0, 3.0)}),
        (int, ["1"], 1),
    ],
)
def test_tokens_make_instances_and_instances_tokens(declared: Any, tokens: list[str], instance: Any) -> None:
    option = OptionType(declared)
    assert option.loads(tokens) == instance
    assert option.loads(option.adapter.dumps_option(instance)) == instance


FAULTS = {
    "an unknown value": (
        list[Disk],
        ["Size=1", "Size=1,Kind=HDD"],
        """\
[1].Kind: unknown value 'HDD'
  at line 1, column 13:
    Size=1,Kind=HDD
                ^~~
  expected: ssd, hdd
  hint: did you mean hdd?
  try: Size=1,Kind=hdd""",
    ),
    "an unknown word": (
        Colour,
        ["Deep blu"],
        """\
unknown value 'Deep blu'
  at line 1, column 1:
    Deep blu
    ^~~~~~~~
  expected: red, deep blue
  hint: did you mean deep blue?
  try: deep blue""",
    ),
    "two at once": (
        list[Disk],
        ["Size=1,Kind=hd", "Size=1", "Size=1,Kind=sd"],
        """\
[0].Kind: unknown value 'hd'
  at line 1, column 13:
    Size=1,Kind=hd
                ^~
  expected: ssd, hdd
  hint: did you mean hdd?
  try: Size=1,Kind=hdd
[2].Kind: unknown value 'sd'
  at line 1, column 13:
    Size=1,Kind=sd
                ^~
  expected: ssd, hdd
  hint: did you mean ssd?
  try: Size=1,Kind=ssd""",
    ),
    "the same in JSON": (
        list[Disk],
        ['[{"Size": 1, "Kind": "xyz"}]'],
        """\
[0].Kind: unknown value 'xyz'
  at line 1, column 22:
    [{"Size": 1, "Kind": "xyz"}]
                         ^~~~~
  expected: ssd, hdd""",
    ),
    "a slip in JSON, of several words": (
        list[Disk],
        ['{"Size": 1}', '{"Kind": "hd", "Size": 1}'],
        """\
[1].Kind: unknown value 'hd'
  at line 1, column 10:
    {"Kind": "hd", "Size": 1}
             ^~~~
  expected: ssd, hdd
  hint: did you mean hdd?
  try: {"Kind": "hdd", "Size": 1}""",
    ),
}


@pytest.mark.parametrize(("declared", "tokens", "message"), FAULTS.values(), ids=list(FAULTS))
def test_a_fault_of_the_type_is_shown_in_the_text(declared: Any, tokens: list[str], message: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        OptionType(declared).loads(tokens)
    assert str(caught.value).startswith(message)
    if caught.value.fix is not None:
        OptionType(declared).loads([caught.value.fix])


@pytest.mark.parametrize(
    ("declared", "given", "instance"),
    [
        (list[Tag], "Key=a 'Key=b c'", [Tag("a"), Tag("b c")]),
        (list[Tag], ["Key=a", "Key=b"], [Tag("a"), Tag("b")]),
        (list[Tag], ("Key=a", "Key=b"), [Tag("a"), Tag("b")]),
        (list[Tag], [{"Key": "a"}], [Tag("a")]),
        (list[Tag], [Tag("a")], [Tag("a")]),
        (list[Tag], (Tag("a"),), [Tag("a")]),
        (list[Tag], [], []),
        (list[Tag], None, None),
        (Tag, "Key=a b", Tag("a b")),
        (Tag, {"Key": "a"}, Tag("a")),
        (int, 7, 7),
        (int, "7", 7),
        (decimal.Decimal, 1.5, decimal.Decimal("1.5")),
        (decimal.Decimal, decimal.Decimal(1), decimal.Decimal(1)),
        (bool, True, True),
        (Mode, Mode.FAST, Mode.FAST),
        (list[Mode], [Mode.FAST], [Mode.FAST]),
        (dict[str, int], "a=1,b=2", {"a": 1, "b": 2}),
        (dict[str, int], {"a": 1}, {"a": 1}),
    ],
)
def test_a_configuration_may_hold_text_words_json_or_instances(declared: Any, given: Any, instance: Any) -> None:
    assert OptionType(declared).from_configuration(given) == instance


@pytest.mark.parametrize(
    ("declared", "occurrences", "instance"),
    [
        (list[Tag], [["Key=a"], ["Key=b", "Key=c"]], [Tag("a"), Tag("b"), Tag("c")]),
        (list[Tag], [['[{"Key": "a"}]'], ["Key=b"]], [Tag("a"), Tag("b")]),
        (list[Tag], [["Key=a"], []], [Tag("a")]),
        (set[int], [["1"], ["2", "1"]], {1, 2}),
        (dict[str, str], [["a=b"], ["c=d,e=f"]], {"a": "b", "c": "d", "e": "f"}),
        (dict[str, str], [['{"a": "b"}'], ["c=d"]], {"a": "b", "c": "d"}),
    ],
)
def test_repetitions_add_items_to_a_list_and_keys_to_a_map(
    declared: Any, occurrences: list[list[str]], instance: Any
) -> None:
    assert OptionType(declared).loads(*occurrences) == instance


@pytest.mark.parametrize(
    ("declared", "occurrences", "reason"),
    [
        (dict[str, str], [["a=b"], ["c=d,a=e"]], "duplicate key 'a'"),
        (Tag, [["Key=a"], ["Value=b"]], "expected one value, got 2"),
        (int, [["1"], ["2"], ["3"]], "expected one value, got 3"),
        (list[Tag], [["Key=a"], ["Kez=b"]], "unknown member 'Kez'"),
    ],
)
def test_a_repetition_that_would_lose_a_value_is_an_error(
    declared: Any, occurrences: list[list[str]], reason: str
) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        OptionType(declared).loads(*occurrences)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("declared", "text", "tokens"),
    [
        (list[Tag], "Key=a,Value='b c' Key=d", ["Key=a,Value=b c", "Key=d"]),
        (list[Tag], ' [{"Key": "a b"}]', [' [{"Key": "a b"}]']),
        (list[Tag], "file://a b", ["file://a b"]),
        (list[Tag], "Key='a", ["Key='a"]),
        (Tag, "Key=a b,Value='c d'", ["Key=a b,Value='c d'"]),
    ],
)
def test_one_string_holds_several_words_where_a_list_is_wanted(declared: Any, text: str, tokens: list[str]) -> None:
    assert OptionType(declared).split(text) == tokens


@pytest.mark.parametrize(
    ("declared", "instance", "shown"),
    [
        (list[Tag], [Tag("a", "x"), Tag("b")], "Key=a,Value=x Key=b"),
        (list[Tag], [Tag("a b")], "'Key=a b'"),
        (list[Tag], [], "[]"),
        (list[Colour], [Colour.DEEP_BLUE], "'deep blue'"),
        (Point, Point(1, 2), "X=1,Y=2"),
        (Tag, "Key=a", "Key=a"),
        (Tag, 1, "1"),
    ],
)
def test_a_default_is_shown_as_people_would_type_it(declared: Any, instance: Any, shown: str) -> None:
    assert OptionType(declared).shown(instance) == shown


@pytest.mark.parametrize(
    ("declared", "metavar", "written"),
    [
        (list[Tag], "Key=string,Value=string", "Also JSON."),
        (dict[str, list[Disk]], "KeyName1=…,KeyName2=…", "Also JSON."),
        (
            dict[str, Disk],
            "DISK",
            (
                "Written as KeyName1={Size=integer,Kind=string,Mounts=[string,string]},"
                "KeyName2={Size=integer,Kind=string,Mounts=[string,string]} or JSON."
            ),
        ),
        (Colour, "COLOUR", "Written as red|deep blue."),
        (list[int], "integer", ""),
        (bool, "true|false", ""),
        (Any, "JSON", ""),
    ],
)
def test_help_says_how_it_is_written(declared: Any, metavar: str, written: str) -> None:
    option = OptionType(declared)
    assert (option.metavar, option.written(option.metavar)) == (metavar, written)


def test_a_file_is_read_where_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "tags.json").write_text('[{"Key": "a"}]')
    token = f"file://{tmp_path}/tags.json"
    assert OptionType(list[Tag], shorthand.files.local).loads([token]) == [Tag("a")]
    with pytest.raises(shorthand.FileReferenceError):
        OptionType(list[Tag]).loads([token])
    found = OptionType(list[Tag], shorthand.files.local).candidates(f"file://{tmp_path}/ta")
    assert [candidate.word for candidate in found] == [token]
    assert OptionType(list[Tag]).candidates(f"file://{tmp_path}/ta") == []


@pytest.mark.parametrize(
    ("declared", "word", "words"),
    [
        (list[Tag], "", ["Key=", "Value="]),
        (list[Tag], "Key=a,V", ["Key=a,Value="]),
        (Disk, "Size=1,Kind=", ["Size=1,Kind=ssd", "Size=1,Kind=hdd"]),
        (Colour, "de", ["deep blue"]),
        (dict[str, Point], "home", ["home={X=", "home={Y="]),
        (Tag, '{"Key"', []),
        (Tag, "Nothing=", []),
    ],
)
def test_a_word_completes_to_keys_and_values(declared: Any, word: str, words: list[str]) -> None:
    assert [candidate.word for candidate in OptionType(declared).candidates(word)] == words


@dataclasses.dataclass
class Everything:
    n: int
    data: bytes = b""
    price: decimal.Decimal = decimal.Decimal(0)
    when: datetime.datetime | None = None
    limits: dict[Colour, float] = dataclasses.field(default_factory=dict)
    points: tuple[Point, ...] = ()
    within: "list[Everything]" = dataclasses.field(default_factory=list)


def test_any_text_gives_an_instance_that_round_trips_or_a_documented_error() -> None:
    option = OptionType(list[Everything], shorthand.files.local)
    fuzzer = Fuzzer(option.shape, 1)
    made = 0
    for _ in range(300):
        for text in (fuzzer.valid()[0], fuzzer.broken()):
            option.candidates(text[: len(text) // 2])
            try:
                instance = option.loads([text])
            except shorthand.ShorthandError as error:
                if error.fix is not None:
                    option.loads([error.fix])
                continue
            assert option.loads(option.adapter.dumps_option(instance)) == instance
            made += 1
    assert made > 50


def test_a_fix_reads_as_the_type_too() -> None:
    class Strict(NamedTuple):
        n: int
        when: datetime.date

    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        OptionType(Strict).loads(["n=1,whem=yesterday"])
    # The shape alone would be content with `when=yesterday`.
    assert caught.value.fix is None


@dataclasses.dataclass
class Described:
    size: int
    """How large, in GB."""
    kind: Literal["ssd", "hdd"] = "ssd"
    tags: list[Tag] = dataclasses.field(default_factory=list)


def test_help_describes_the_members() -> None:
    assert OptionType(list[Described]).help("Its disks", "DISK") == (
        "Its disks. Written as size=integer,kind=string,tags=[{Key=string,Value=string},{Key=string,Value=string}] or"
        " JSON. Members: size (integer, required): How large, in GB; kind (ssd|hdd, default ssd); tags (list of"
        " structure) [Key (string, required); Value (string)]. Example: size=1"
    )


def test_the_help_of_one_option_has_a_line_for_each_member() -> None:
    assert (
        OptionType(list[Described], shorthand.files.local).full_help("--disks", "Its disks.")
        == """\
--disks size=integer,kind=string,tags=[{Key=string,Value=string},{Key=string,Value=string}] ...

Its disks.

Members:
  size  integer, required. How large, in GB.
  kind  ssd|hdd, default ssd
  tags  list of structure
        Key    string, required
        Value  string

Examples:
  --disks size=1
  --disks '[{"size":1}]'
  --disks file://NAME"""
    )


def test_a_secret_is_not_shown() -> None:
    pydantic = pytest.importorskip("pydantic")
    assert OptionType(pydantic.SecretStr).shown(pydantic.SecretStr("hidden")) == "**********"


def _itself() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


def test_a_configuration_that_contains_itself_is_an_error() -> None:
    for value in (_itself(), {"a": _itself()}):
        with pytest.raises(shorthand.ShorthandError):
            OptionType(list[Tag]).from_configuration(value)


def test_a_default_without_a_text_is_described() -> None:
    assert OptionType(Tag).shown(10**5000) == "a number of many digits"
    assert OptionType(Tag).shown({10**5000: 1}) == "a map"
