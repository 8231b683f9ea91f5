"""The reader of texts. Generated from the grammar by grammar/build.py. Do not edit."""

# ruff: noqa
# fmt: off
# mypy: ignore-errors

from __future__ import annotations

import re

from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from shorthand.syntax.raw import Raw

    Content: TypeAlias = Callable[[re.Match[str], int, str], str | bytes]

# The states, each with a text that leads to it. They are compared by identity, which is the fastest.

START = 0  # nothing, or "Key=a," where another pair follows
AFTER_KEY = 1  # Key=
AFTER_SCALAR = 2  # Key=a
AFTER_SKIPPED = 3  # the "Key=a," of Key=a,,Other=b
BEFORE_ELEMENT = 4  # the "Key=a," of Key=a,b
IN_LIST = 5  # Key=[ and Key=[a,
AFTER_BRACKETS = 6  # Key=[a] and Key={A=b}
IN_MAP = 7  # Key={ and Key={A=b,
AFTER_ELEMENT = 8  # Key=a,b
AFTER_ITEM = 9  # Key=[a
AFTER_MEMBER_KEY = 10  # Key={A=
AFTER_MEMBER = 11  # Key={A=b
AFTER_MEMBER_BRACKETS = 12  # Key={A=[b]

# The regular expressions of the terminals and of their parts, under the names that they have in the grammar.

_SPACE = '[ \t\n\r\x0b\x0c]*+'
_KEY_CHARACTERS = '[A-Za-z0-9_.#\\/:-]*+'
_BACKSLASH = '\\\\,?+'
_WORD_START = '[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff]'
_WORD_CHARACTERS = '[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+'
_ELEMENT_START = '(?![\x00- =\\[{])'
_ELEMENT_CHARACTERS = '[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++'
_IN_SINGLE_QUOTES = "(?:[^'\\\\]*+(?:\\\\[']?+[^'\\\\]*+)*+(?=')|(?s:.*(?=')))"
_IN_DOUBLE_QUOTES = '(?:[^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))'
_WHOLE_SINGLE_QUOTED = "(?>'" + _IN_SINGLE_QUOTES + "')"
_WHOLE_DOUBLE_QUOTED = '(?>"' + _IN_DOUBLE_QUOTES + '")'
_LOST_CHARACTERS = _ELEMENT_CHARACTERS + '|\\\\(?!,)'
_LOST_WORD = (
    _ELEMENT_START + '(?:' + _LOST_CHARACTERS + '|\\\\,(?=(?:' + _LOST_CHARACTERS + ')*+\\\\,))*+\\\\(?=,)'
)
_LOST_SINGLE_QUOTED_CHARACTERS = "[^,'\\\\]++|\\\\[']?+|,(?![^,']*+')"
_LOST_SINGLE_QUOTED = (
    "'(?:" + _LOST_SINGLE_QUOTED_CHARACTERS + '|,(?=(?:' + _LOST_SINGLE_QUOTED_CHARACTERS + ')*+,))*+(?=,)'
)
_LOST_DOUBLE_QUOTED_CHARACTERS = '[^,"\\\\]++|\\\\["]?+|,(?![^,"]*+")'
_LOST_DOUBLE_QUOTED = (
    '"(?:' + _LOST_DOUBLE_QUOTED_CHARACTERS + '|,(?=(?:' + _LOST_DOUBLE_QUOTED_CHARACTERS + ')*+,))*+(?=,)'
)
KEY = '(' + _KEY_CHARACTERS + ')' + _SPACE + '=' + _SPACE
FILE_KEY = '(' + _KEY_CHARACTERS + ')' + _SPACE + '@' + _SPACE + '=' + _SPACE
WORD = (
    '(?:' + _BACKSLASH + '|' + _WORD_START + ')' + _WORD_CHARACTERS + '(?:' + _BACKSLASH + _WORD_CHARACTERS
    + ')*+'
)
ELEMENT = _ELEMENT_START + '(?:' + _ELEMENT_CHARACTERS + '|' + _BACKSLASH + ')++'
SINGLE_QUOTED = "(?>'(" + _IN_SINGLE_QUOTES + ")')" + _SPACE
DOUBLE_QUOTED = '(?>"(' + _IN_DOUBLE_QUOTES + ')")' + _SPACE
_LIST_COMMA = (
    ',' + _SPACE + '(?=(?:' + ELEMENT + '|' + _WHOLE_SINGLE_QUOTED + '|' + _WHOLE_DOUBLE_QUOTED + ')' + _SPACE
    + '(?:,|\\Z))'
)
DROPPED = ',' + _SPACE + '(?:' + _LOST_WORD + '|' + _LOST_SINGLE_QUOTED + '|' + _LOST_DOUBLE_QUOTED + ')'
_SECOND_COMMA = ',' + _SPACE + '(?=,)'
_PAIR_COMMA = _SPACE + ',' + _SPACE
_COMMA = _SPACE + ',' + _SPACE
_OPEN_LIST = '\\[' + _SPACE
_CLOSE_LIST = _SPACE + '\\]'
_OPEN_MAP = '\\{' + _SPACE
_CLOSE_MAP = _SPACE + '\\}'
END = '\\Z'

# The scans: what finds the next terminals in each state.


def _lazy(name, pattern):
    """Return a scan that compiles its pattern when it is first used, because most texts need few of the scans."""
    def scan(text, position):
        compiled = globals()[name] = re.compile(pattern).match
        return compiled(text, position)
    return scan


scan_start = _lazy("scan_start", (
    f"({KEY})(?:({_OPEN_LIST})|({_OPEN_MAP})|({WORD})(?:({END})|)|)"
    f"|({FILE_KEY})"
))
scan_after_key = _lazy("scan_after_key", (
    f"({_LIST_COMMA})"
    f"|({DROPPED})"
    f"|({_SECOND_COMMA})"
    f"|({_PAIR_COMMA})"
    f"|({WORD})"
    f"|({DOUBLE_QUOTED})"
    f"|({SINGLE_QUOTED})"
    f"|({_OPEN_LIST})"
    f"|({_OPEN_MAP})"
    f"|({END})"
))
scan_after_scalar = _lazy("scan_after_scalar", (
    f"({_PAIR_COMMA})(?:({KEY})(?:({_OPEN_LIST})|({_OPEN_MAP})|({WORD})(?:({END})|)|))"
    f"|({_LIST_COMMA})(?:({ELEMENT})(?:({END})|)|)"
    f"|({DROPPED})"
    f"|({_SECOND_COMMA})"
    f"|({_PAIR_COMMA})"
    f"|({END})"
))
scan_after_skipped = _lazy("scan_after_skipped", (
    f"({_PAIR_COMMA})(?:({KEY})(?:({_OPEN_LIST})|({_OPEN_MAP})|({WORD})(?:({END})|)|))"
    f"|({_PAIR_COMMA})"
    f"|({END})"
))
scan_before_element = _lazy("scan_before_element", (
    f"({DOUBLE_QUOTED})"
    f"|({SINGLE_QUOTED})"
    f"|({ELEMENT})"
))
scan_in_list = _lazy("scan_in_list", (
    f"({_COMMA})"
    f"|({_CLOSE_LIST})"
    f"|({WORD})(?:({_CLOSE_LIST})|({_COMMA})|)"
    f"|({DOUBLE_QUOTED})"
    f"|({SINGLE_QUOTED})"
    f"|({_OPEN_LIST})"
    f"|({_OPEN_MAP})"
))
scan_after_brackets = _lazy("scan_after_brackets", (
    f"({_PAIR_COMMA})(?:({KEY})(?:({_OPEN_LIST})|({_OPEN_MAP})|({WORD})(?:({END})|)|))"
    f"|({_PAIR_COMMA})"
    f"|({END})"
))
scan_in_map = _lazy("scan_in_map", (
    f"({KEY})(?:({_OPEN_LIST})|({_OPEN_MAP})|({WORD})(?:({_CLOSE_MAP})|({_COMMA})|)|)"
    f"|({_CLOSE_MAP})"
    f"|({FILE_KEY})"
))
scan_after_element = _lazy("scan_after_element", (
    f"({_PAIR_COMMA})(?:({KEY})(?:({_OPEN_LIST})|({_OPEN_MAP})|({WORD})(?:({END})|)|))"
    f"|({_LIST_COMMA})(?:({ELEMENT})(?:({END})|)|)"
    f"|({DROPPED})"
    f"|({_SECOND_COMMA})"
    f"|({_PAIR_COMMA})"
    f"|({END})"
))
scan_after_item = _lazy("scan_after_item", (
    f"({_COMMA})(?:({_OPEN_MAP})|)"
    f"|({_CLOSE_LIST})"
))
scan_after_member_key = _lazy("scan_after_member_key", (
    f"({_COMMA})"
    f"|({WORD})(?:({_COMMA})|)"
    f"|({DOUBLE_QUOTED})"
    f"|({SINGLE_QUOTED})"
    f"|({_OPEN_LIST})"
    f"|({_OPEN_MAP})"
))
scan_after_member = _lazy("scan_after_member", (
    f"({_COMMA})"
    f"|({_CLOSE_MAP})"
))
scan_after_member_brackets = _lazy("scan_after_member_brackets", (
    f"({_COMMA})"
    f"|({_CLOSE_MAP})"
))


def run(text: str, strict: bool, content: Content | None) -> dict[str, Raw] | None:
    """Return the raw value of `text`, or None for a text that is wrong or, when strict, would lose something.

    In each state the scan finds the next terminals, and the last group of its match tells which they are: each
    condition on `group` has the terminal in its comment.

    Args:
        text: The text.
        strict: Whether a loss is an error.
        content: Returns what a file reference refers to, for the match of a terminal, the group of the reference as
            written and the reference without quotes. None for a text without "@", which has no file references.
    """
    position = 0
    state = START
    container, stack = {}, []
    any_file_key = False
    while True:
        while state is START:
            match = scan_start(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 6:  # KEY
                key = match[2]
                reads_file = last_key_reads_file = False
                if group >= 5:  # WORD
                    value = match[5].rstrip()
                    if "\\" in value:
                        value = match[5].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 5, value)
                    if group >= 6:  # $END
                        if key in container and (strict or not stack):
                            return None
                        container[key] = value
                        return container
                    else:
                        state = AFTER_SCALAR
                elif group >= 4:  # _OPEN_MAP
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST or (reads_file and strict):
                        return None
                    container = {}
                    state = IN_MAP
                elif group >= 3:  # _OPEN_LIST
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST:
                        return None
                    container = []
                    state = IN_LIST
                else:
                    state = AFTER_KEY
            elif group <= 8:  # FILE_KEY
                key = match[8]
                reads_file = last_key_reads_file = any_file_key = True
                state = AFTER_KEY
        while state is AFTER_KEY:
            match = scan_after_key(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 1:  # _LIST_COMMA
                value = ""
                items = [value]
                state = BEFORE_ELEMENT
            elif group <= 2:  # DROPPED
                value = ""
                if strict:
                    return None
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_SKIPPED
            elif group <= 3:  # _SECOND_COMMA
                value = ""
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_SKIPPED
            elif group <= 4:  # _PAIR_COMMA
                value = ""
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = START
            elif group <= 5:  # WORD
                value = match[5].rstrip()
                if "\\" in value:
                    value = match[5].replace("\\,", ",").rstrip()
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 5, value)
                state = AFTER_SCALAR
            elif group <= 7:  # DOUBLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 6, value)
                state = AFTER_SCALAR
            elif group <= 9:  # SINGLE_QUOTED
                value = match[9]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 8, value)
                state = AFTER_SCALAR
            elif group <= 10:  # _OPEN_LIST
                stack.append((container, key, reads_file, AFTER_BRACKETS))
                if len(stack) > DEEPEST:
                    return None
                container = []
                state = IN_LIST
            elif group <= 11:  # _OPEN_MAP
                stack.append((container, key, reads_file, AFTER_BRACKETS))
                if len(stack) > DEEPEST or (reads_file and strict):
                    return None
                container = {}
                state = IN_MAP
            elif group <= 12:  # $END
                value = ""
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                return container
        while state is AFTER_SCALAR:
            match = scan_after_scalar(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 7:  # _PAIR_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                key = match[3]
                reads_file = last_key_reads_file = False
                if group >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 6, value)
                    if group >= 7:  # $END
                        if key in container and (strict or not stack):
                            return None
                        container[key] = value
                        return container
                    else:
                        pass  # AFTER_SCALAR again
                elif group >= 5:  # _OPEN_MAP
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST or (reads_file and strict):
                        return None
                    container = {}
                    state = IN_MAP
                elif group >= 4:  # _OPEN_LIST
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST:
                        return None
                    container = []
                    state = IN_LIST
                else:
                    state = AFTER_KEY
            elif group <= 10:  # _LIST_COMMA
                items = [value]
                if group >= 9:  # ELEMENT
                    value = match[9].rstrip()
                    if "\\" in value:
                        value = match[9].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 9, value)
                    items.append(value)
                    value = items
                    if group >= 10:  # $END
                        if key in container and (strict or not stack):
                            return None
                        container[key] = value
                        return container
                    else:
                        state = AFTER_ELEMENT
                else:
                    state = BEFORE_ELEMENT
            elif group <= 11:  # DROPPED
                if strict:
                    return None
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_SKIPPED
            elif group <= 12:  # _SECOND_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_SKIPPED
            elif group <= 13:  # _PAIR_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = START
            elif group <= 14:  # $END
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                return container
        while state is AFTER_SKIPPED:
            match = scan_after_skipped(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 7:  # _PAIR_COMMA
                key = match[3]
                reads_file = last_key_reads_file = False
                if group >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 6, value)
                    if group >= 7:  # $END
                        if key in container and (strict or not stack):
                            return None
                        container[key] = value
                        return container
                    else:
                        state = AFTER_SCALAR
                elif group >= 5:  # _OPEN_MAP
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST or (reads_file and strict):
                        return None
                    container = {}
                    state = IN_MAP
                elif group >= 4:  # _OPEN_LIST
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST:
                        return None
                    container = []
                    state = IN_LIST
                else:
                    state = AFTER_KEY
            elif group <= 8:  # _PAIR_COMMA
                state = START
            elif group <= 9:  # $END
                return container
        while state is BEFORE_ELEMENT:
            match = scan_before_element(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 2:  # DOUBLE_QUOTED
                value = match[2]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 1, value)
                items.append(value)
                value = items
                state = AFTER_ELEMENT
            elif group <= 4:  # SINGLE_QUOTED
                value = match[4]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 3, value)
                items.append(value)
                value = items
                state = AFTER_ELEMENT
            elif group <= 5:  # ELEMENT
                value = match[5].rstrip()
                if "\\" in value:
                    value = match[5].replace("\\,", ",").rstrip()
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 5, value)
                items.append(value)
                value = items
                state = AFTER_ELEMENT
        while state is IN_LIST:
            match = scan_in_list(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 1:  # _COMMA
                value = ""
                container.append(value)
            elif group <= 2:  # _CLOSE_LIST
                value = container
                container, key, reads_file, state = stack.pop()
            elif group <= 5:  # WORD
                value = match[3].rstrip()
                if "\\" in value:
                    value = match[3].replace("\\,", ",").rstrip()
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 3, value)
                if group >= 5:  # _COMMA
                    container.append(value)
                elif group >= 4:  # _CLOSE_LIST
                    container.append(value)
                    value = container
                    container, key, reads_file, state = stack.pop()
                else:
                    state = AFTER_ITEM
            elif group <= 7:  # DOUBLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 6, value)
                state = AFTER_ITEM
            elif group <= 9:  # SINGLE_QUOTED
                value = match[9]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 8, value)
                state = AFTER_ITEM
            elif group <= 10:  # _OPEN_LIST
                stack.append((container, key, reads_file, AFTER_ITEM))
                if len(stack) > DEEPEST:
                    return None
                container = []
            elif group <= 11:  # _OPEN_MAP
                stack.append((container, key, reads_file, AFTER_ITEM))
                if len(stack) > DEEPEST or (reads_file and strict):
                    return None
                container = {}
                state = IN_MAP
        while state is AFTER_BRACKETS:
            match = scan_after_brackets(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 7:  # _PAIR_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                key = match[3]
                reads_file = last_key_reads_file = False
                if group >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 6, value)
                    if group >= 7:  # $END
                        if key in container and (strict or not stack):
                            return None
                        container[key] = value
                        return container
                    else:
                        state = AFTER_SCALAR
                elif group >= 5:  # _OPEN_MAP
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST or (reads_file and strict):
                        return None
                    container = {}
                    state = IN_MAP
                elif group >= 4:  # _OPEN_LIST
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST:
                        return None
                    container = []
                    state = IN_LIST
                else:
                    state = AFTER_KEY
            elif group <= 8:  # _PAIR_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = START
            elif group <= 9:  # $END
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                return container
        while state is IN_MAP:
            match = scan_in_map(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 7:  # KEY
                key = match[2]
                reads_file = last_key_reads_file = False
                if group >= 5:  # WORD
                    value = match[5].rstrip()
                    if "\\" in value:
                        value = match[5].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 5, value)
                    if key in container and (strict or not stack):
                        return None
                    container[key] = value
                    if group >= 7:  # _COMMA
                        pass  # IN_MAP again
                    elif group >= 6:  # _CLOSE_MAP
                        value = container
                        container, key, reads_file, state = stack.pop()
                    else:
                        state = AFTER_MEMBER
                elif group >= 4:  # _OPEN_MAP
                    stack.append((container, key, reads_file, AFTER_MEMBER_BRACKETS))
                    if len(stack) > DEEPEST or (reads_file and strict):
                        return None
                    container = {}
                elif group >= 3:  # _OPEN_LIST
                    stack.append((container, key, reads_file, AFTER_MEMBER_BRACKETS))
                    if len(stack) > DEEPEST:
                        return None
                    container = []
                    state = IN_LIST
                else:
                    state = AFTER_MEMBER_KEY
            elif group <= 8:  # _CLOSE_MAP
                value = container
                container, key, reads_file, state = stack.pop()
            elif group <= 10:  # FILE_KEY
                key = match[10]
                reads_file = last_key_reads_file = any_file_key = True
                state = AFTER_MEMBER_KEY
        while state is AFTER_ELEMENT:
            match = scan_after_element(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 7:  # _PAIR_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                key = match[3]
                reads_file = last_key_reads_file = False
                if group >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 6, value)
                    if group >= 7:  # $END
                        if key in container and (strict or not stack):
                            return None
                        container[key] = value
                        return container
                    else:
                        state = AFTER_SCALAR
                elif group >= 5:  # _OPEN_MAP
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST or (reads_file and strict):
                        return None
                    container = {}
                    state = IN_MAP
                elif group >= 4:  # _OPEN_LIST
                    stack.append((container, key, reads_file, AFTER_BRACKETS))
                    if len(stack) > DEEPEST:
                        return None
                    container = []
                    state = IN_LIST
                else:
                    state = AFTER_KEY
            elif group <= 10:  # _LIST_COMMA
                if group >= 9:  # ELEMENT
                    value = match[9].rstrip()
                    if "\\" in value:
                        value = match[9].replace("\\,", ",").rstrip()
                    if any_file_key and value.startswith(FILE_PREFIXES):
                        if strict and reads_file != last_key_reads_file:
                            return None
                        if last_key_reads_file:
                            value = content(match, 9, value)
                    items.append(value)
                    value = items
                    if group >= 10:  # $END
                        if key in container and (strict or not stack):
                            return None
                        container[key] = value
                        return container
                    else:
                        pass  # AFTER_ELEMENT again
                else:
                    state = BEFORE_ELEMENT
            elif group <= 11:  # DROPPED
                if strict:
                    return None
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_SKIPPED
            elif group <= 12:  # _SECOND_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_SKIPPED
            elif group <= 13:  # _PAIR_COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = START
            elif group <= 14:  # $END
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                return container
        while state is AFTER_ITEM:
            match = scan_after_item(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 2:  # _COMMA
                container.append(value)
                if group >= 2:  # _OPEN_MAP
                    stack.append((container, key, reads_file, AFTER_ITEM))
                    if len(stack) > DEEPEST or (reads_file and strict):
                        return None
                    container = {}
                    state = IN_MAP
                else:
                    state = IN_LIST
            elif group <= 3:  # _CLOSE_LIST
                container.append(value)
                value = container
                container, key, reads_file, state = stack.pop()
        while state is AFTER_MEMBER_KEY:
            match = scan_after_member_key(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 1:  # _COMMA
                value = ""
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = IN_MAP
            elif group <= 3:  # WORD
                value = match[2].rstrip()
                if "\\" in value:
                    value = match[2].replace("\\,", ",").rstrip()
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 2, value)
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                if group >= 3:  # _COMMA
                    state = IN_MAP
                else:
                    state = AFTER_MEMBER
            elif group <= 5:  # DOUBLE_QUOTED
                value = match[5]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 4, value)
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_MEMBER
            elif group <= 7:  # SINGLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if any_file_key and value.startswith(FILE_PREFIXES):
                    if strict and reads_file != last_key_reads_file:
                        return None
                    if last_key_reads_file:
                        value = content(match, 6, value)
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = AFTER_MEMBER
            elif group <= 8:  # _OPEN_LIST
                stack.append((container, key, reads_file, AFTER_MEMBER_BRACKETS))
                if len(stack) > DEEPEST:
                    return None
                container = []
                state = IN_LIST
            elif group <= 9:  # _OPEN_MAP
                stack.append((container, key, reads_file, AFTER_MEMBER_BRACKETS))
                if len(stack) > DEEPEST or (reads_file and strict):
                    return None
                container = {}
                state = IN_MAP
        while state is AFTER_MEMBER:
            match = scan_after_member(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 1:  # _COMMA
                state = IN_MAP
            elif group <= 2:  # _CLOSE_MAP
                value = container
                container, key, reads_file, state = stack.pop()
        while state is AFTER_MEMBER_BRACKETS:
            match = scan_after_member_brackets(text, position)
            if match is None:
                return None
            position = match.end()
            group = match.lastindex
            if group <= 1:  # _COMMA
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                state = IN_MAP
            elif group <= 2:  # _CLOSE_MAP
                if key in container and (strict or not stack):
                    return None
                container[key] = value
                value = container
                container, key, reads_file, state = stack.pop()
