"""What each rule and each terminal of the grammar does to the value that is read: the code of each effect.

Every rule and every terminal is declared here, so that a change of the grammar cannot change the reader unnoticed.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from grammar.compiler.compile_error import CompileError

# A scalar is read as a file only in a text with a key that has "@=", which most texts do not have.
_FILE_REFERENCE = """
    if any_file_key and value.startswith(FILE_PREFIXES):
        if strict and reads_file != last_key_reads_file:
            return None
        if last_key_reads_file:
            value = content(match, {whole}, value)
"""

_WORD = (
    r"""
    value = match[{whole}].rstrip()
    if "\\" in value:
        value = match[{whole}].replace("\\,", ",").rstrip()
"""
    + _FILE_REFERENCE
)

_QUOTED = (
    r"""
    value = match[{group}]
    if "\\" in value:
        value = value.replace(QUOTE, UNESCAPED).replace("\\\\", "\\")
"""
    + _FILE_REFERENCE
)


class Effect(Enum):
    """What happens to the value when a terminal is taken in or a rule is complete: its meaning and its code.

    In the code `match` is the match of the scan, `{whole}` the group of the terminal and `{group}` the group within it.
    `container` is the dict or list that is being filled, `key` the key of the current pair, `value` the current value
    and `items` a list without brackets. `reads_file` says whether the key before the value has "@=",
    `last_key_reads_file` whether the last key of the text so far has it. `{resume}` is the state after the bracket is
    closed. To return None is to reject the text, and the transitions then tell what is wrong.
    """

    def __init__(self, meaning: str, code: str) -> None:
        self.meaning = meaning
        self.code = code

    KEY = (
        "A key starts a pair.",
        """
        key = match[{group}]
        reads_file = last_key_reads_file = False
        """,
    )
    FILE_KEY = (
        'A key with "@=" starts a pair whose value can be a file reference.',
        """
        key = match[{group}]
        reads_file = last_key_reads_file = any_file_key = True
        """,
    )
    WORD = ("A bare word is the value.", _WORD)
    SINGLE_QUOTED = ("A text in single quotes is the value.", _QUOTED.replace("QUOTE, UNESCAPED", r'''"\\'", "'"'''))
    DOUBLE_QUOTED = ("A text in double quotes is the value.", _QUOTED.replace("QUOTE, UNESCAPED", r"""'\\"', '"'"""))
    EMPTY_VALUE = ("The value is empty.", 'value = ""')
    START_COMMA_LIST = ("The value is the first element of a list without brackets.", "items = [value]")
    ADD_ELEMENT = (
        "The value is a further element of a list without brackets.",
        """
        items.append(value)
        value = items
        """,
    )
    ADD_PAIR = (
        "The pair is complete. A key that is there already is an error outside brackets, and a loss inside.",
        """
        if key in container and (strict or not stack):
            return None
        container[key] = value
        """,
    )
    ADD_ITEM = ("The value is an item of a list in brackets.", "container.append(value)")
    OPEN_LIST = (
        "A bracket opens a list.",
        """
        stack.append((container, key, reads_file, {resume}))
        if len(stack) > DEEPEST:
            return None
        container = []
        """,
    )
    OPEN_MAP = (
        "A brace opens a map.",
        """
        stack.append((container, key, reads_file, {resume}))
        if len(stack) > DEEPEST or (reads_file and strict):
            return None
        container = {{}}
        """,
    )
    CLOSE = (
        "The bracket or brace closes, and its list or map is the value.",
        """
        value = container
        container, key, reads_file, state = stack.pop()
        """,
    )
    DROP_TEXT = (
        "The AWS CLI loses a text.",
        """
        if strict:
            return None
        """,
    )
    END = ("The text ends.", "return container")


OPENING = frozenset({Effect.OPEN_LIST, Effect.OPEN_MAP})

# None: the rule or terminal itself does nothing to the value.
RULES: dict[str, Effect | None] = {
    "text": None,
    "pair": Effect.ADD_PAIR,
    "outer_key": None,
    "_skipped": None,
    "comma_list": None,
    "first_element": Effect.START_COMMA_LIST,
    "_next_element": Effect.ADD_ELEMENT,
    "outer_scalar": None,
    "element": None,
    "outer_list": None,
    "outer_map": None,
    "list": None,
    "_item_comma": Effect.ADD_ITEM,
    "_last_item": Effect.ADD_ITEM,
    "item": None,
    "map": None,
    "_member_comma": None,
    "member": Effect.ADD_PAIR,
    "empty_member": Effect.ADD_PAIR,
    "inner_key": None,
    "empty": Effect.EMPTY_VALUE,
}
TERMINALS: dict[str, Effect | None] = {
    "KEY": Effect.KEY,
    "FILE_KEY": Effect.FILE_KEY,
    "WORD": Effect.WORD,
    "ELEMENT": Effect.WORD,
    "SINGLE_QUOTED": Effect.SINGLE_QUOTED,
    "DOUBLE_QUOTED": Effect.DOUBLE_QUOTED,
    "_LIST_COMMA": None,
    "DROPPED": Effect.DROP_TEXT,
    "_SECOND_COMMA": None,
    "_PAIR_COMMA": None,
    "_COMMA": None,
    "_OPEN_LIST": Effect.OPEN_LIST,
    "_CLOSE_LIST": Effect.CLOSE,
    "_OPEN_MAP": Effect.OPEN_MAP,
    "_CLOSE_MAP": Effect.CLOSE,
    "$END": Effect.END,
}


def check_declared(rules: Collection[str], terminals: Collection[str]) -> None:
    """Compare the rules and terminals of a grammar with what is declared here.

    Raises:
        CompileError: A rule or terminal is not declared, or one that is declared does not exist.
    """
    problems = [
        *_differences("rule", rules, RULES),
        *_differences("terminal", terminals, TERMINALS),
    ]
    if problems:
        raise CompileError("\n".join(problems))


def _differences(kind: str, found: Collection[str], declared: Collection[str]) -> list[str]:
    where = "grammar/compiler/effects.py"
    return [
        *(f"the {kind} {name} has no effect declared: add it to {where}" for name in sorted({*found} - {*declared})),
        *(
            f"the {kind} {name} is not in the grammar: remove it from {where}"
            for name in sorted({*declared} - {*found})
        ),
    ]
