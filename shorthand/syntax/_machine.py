"""The machine that reads a text. Generated from the grammar by grammar/build.py; not to be edited."""

# ruff: noqa
# fmt: off
# mypy: ignore-errors

import re

from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES


def run(text, strict, content):
    """The raw value of `text`; None for one that is wrong, or in the strict reading would lose something.

    `content(match, reference)` gives what a file reference stands for.
    """
    at = state = 0
    inside, stack = {}, []
    flagged = False
    while True:

        if state == 0:
            match = scan_0(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # KEY
                key, value = match[2], ""
                reads = last = False
                state = 1
            elif found == 3:  # FILE_KEY
                key, value = match[4], ""
                reads = last = flagged = True
                state = 1
        if state == 1:
            match = scan_1(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 5:  # WORD
                value = match[0].rstrip()
                if "\\" in value:
                    value = match[0].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                state = 2
            elif found == 1:  # _LIST_COMMA
                items = [value]
                state = 4
            elif found == 2:  # DROPPED
                if strict:
                    return None
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found == 3:  # _SECOND_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found == 4:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found == 6:  # DOUBLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                state = 2
            elif found == 8:  # SINGLE_QUOTED
                value = match[9]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                state = 2
            elif found == 10:  # _OPEN_LIST
                stack.append((inside, key, reads, 6))
                if len(stack) > DEEPEST:
                    return None
                inside = []
                state = 5
            elif found == 11:  # _OPEN_MAP
                stack.append((inside, key, reads, 6))
                if len(stack) > DEEPEST or (reads and strict):
                    return None
                inside = {}
                state = 7
            elif found == 12:  # $END
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        if state == 2:
            match = scan_2(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # _LIST_COMMA
                items = [value]
                state = 4
            elif found == 2:  # DROPPED
                if strict:
                    return None
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found == 3:  # _SECOND_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found == 4:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found == 5:  # $END
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        if state == 3:
            match = scan_3(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # _PAIR_COMMA
                state = 0
            elif found == 2:  # $END
                return inside
        if state == 4:
            match = scan_4(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # ELEMENT
                value = match[0].rstrip()
                if "\\" in value:
                    value = match[0].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                items.append(value)
                value = items
                state = 8
            elif found == 2:  # DOUBLE_QUOTED
                value = match[3]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                items.append(value)
                value = items
                state = 8
            elif found == 4:  # SINGLE_QUOTED
                value = match[5]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                items.append(value)
                value = items
                state = 8
        if state == 5:
            match = scan_5(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 3:  # WORD
                value = match[0].rstrip()
                if "\\" in value:
                    value = match[0].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                state = 9
            elif found == 1:  # _COMMA
                inside.append("")
            elif found == 2:  # _CLOSE_LIST
                value = inside
                inside, key, reads, state = stack.pop()
            elif found == 4:  # DOUBLE_QUOTED
                value = match[5]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                state = 9
            elif found == 6:  # SINGLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                state = 9
            elif found == 8:  # _OPEN_LIST
                stack.append((inside, key, reads, 9))
                if len(stack) > DEEPEST:
                    return None
                inside = []
            elif found == 9:  # _OPEN_MAP
                stack.append((inside, key, reads, 9))
                if len(stack) > DEEPEST or (reads and strict):
                    return None
                inside = {}
                state = 7
        if state == 6:
            match = scan_6(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found == 2:  # $END
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        if state == 7:
            match = scan_7(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # KEY
                key, value = match[2], ""
                reads = last = False
                state = 10
            elif found == 3:  # _CLOSE_MAP
                value = inside
                inside, key, reads, state = stack.pop()
            elif found == 4:  # FILE_KEY
                key, value = match[5], ""
                reads = last = flagged = True
                state = 10
        if state == 8:
            match = scan_8(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # _LIST_COMMA
                state = 4
            elif found == 2:  # DROPPED
                if strict:
                    return None
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found == 3:  # _SECOND_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found == 4:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found == 5:  # $END
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        if state == 9:
            match = scan_9(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # _COMMA
                inside.append(value)
                state = 5
            elif found == 2:  # _CLOSE_LIST
                inside.append(value)
                value = inside
                inside, key, reads, state = stack.pop()
        if state == 10:
            match = scan_10(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 2:  # WORD
                value = match[0].rstrip()
                if "\\" in value:
                    value = match[0].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 11
            elif found == 1:  # _COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 7
            elif found == 3:  # DOUBLE_QUOTED
                value = match[4]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 11
            elif found == 5:  # SINGLE_QUOTED
                value = match[6]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, value)
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 11
            elif found == 7:  # _OPEN_LIST
                stack.append((inside, key, reads, 12))
                if len(stack) > DEEPEST:
                    return None
                inside = []
                state = 5
            elif found == 8:  # _OPEN_MAP
                stack.append((inside, key, reads, 12))
                if len(stack) > DEEPEST or (reads and strict):
                    return None
                inside = {}
                state = 7
        if state == 11:
            match = scan_11(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # _COMMA
                state = 7
            elif found == 2:  # _CLOSE_MAP
                value = inside
                inside, key, reads, state = stack.pop()
        if state == 12:
            match = scan_12(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found == 1:  # _COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 7
            elif found == 2:  # _CLOSE_MAP
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                value = inside
                inside, key, reads, state = stack.pop()


PATTERNS = (
    '(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)|(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+@[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)',
    '(,[ \t\n\r\x0b\x0c]*+(?=(?:(?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+)*+|(?>\'(?:[^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')|(?>"(?:[^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))"))[ \t\n\r\x0b\x0c]*+(?:,|\\Z)))|(,[ \t\n\r\x0b\x0c]*+(?:(?=[^\x00- "\',=\\[{\U00010000-\U0010ffff])(?=[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+\\\\)(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]|\\\\,?)*\\\\(?=,)|\'(?:[^\'\\\\]|\\\\[\']?)*(?=,[^,\']*\')|"(?:[^"\\\\]|\\\\["]?)*(?=,[^,"]*")))|(,[ \t\n\r\x0b\x0c]*+(?=,))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)|((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)|(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '(,[ \t\n\r\x0b\x0c]*+(?=(?:(?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+)*+|(?>\'(?:[^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')|(?>"(?:[^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))"))[ \t\n\r\x0b\x0c]*+(?:,|\\Z)))|(,[ \t\n\r\x0b\x0c]*+(?:(?=[^\x00- "\',=\\[{\U00010000-\U0010ffff])(?=[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+\\\\)(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]|\\\\,?)*\\\\(?=,)|\'(?:[^\'\\\\]|\\\\[\']?)*(?=,[^,\']*\')|"(?:[^"\\\\]|\\\\["]?)*(?=,[^,"]*")))|(,[ \t\n\r\x0b\x0c]*+(?=,))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+)*+)|((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|([ \t\n\r\x0b\x0c]*+\\])|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)|((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)|(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)|([ \t\n\r\x0b\x0c]*+\\})|(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+@[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)',
    '(,[ \t\n\r\x0b\x0c]*+(?=(?:(?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+)*+|(?>\'(?:[^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')|(?>"(?:[^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))"))[ \t\n\r\x0b\x0c]*+(?:,|\\Z)))|(,[ \t\n\r\x0b\x0c]*+(?:(?=[^\x00- "\',=\\[{\U00010000-\U0010ffff])(?=[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]*+\\\\)(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]|\\\\,?)*\\\\(?=,)|\'(?:[^\'\\\\]|\\\\[\']?)*(?=,[^,\']*\')|"(?:[^"\\\\]|\\\\["]?)*(?=,[^,"]*")))|(,[ \t\n\r\x0b\x0c]*+(?=,))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|([ \t\n\r\x0b\x0c]*+\\])',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)|((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)|(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|([ \t\n\r\x0b\x0c]*+\\})',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|([ \t\n\r\x0b\x0c]*+\\})',
)


def first_scan(number):
    """What stands in for a state's scan until it is first used: most texts meet few of the states."""
    def scan(text, at):
        compiled = globals()[f"scan_{number}"] = re.compile(PATTERNS[number]).match
        return compiled(text, at)
    return scan


scan_0, scan_1, scan_2, scan_3, scan_4, scan_5, scan_6, scan_7, scan_8, scan_9, scan_10, scan_11, scan_12 = map(first_scan, range(len(PATTERNS)))
