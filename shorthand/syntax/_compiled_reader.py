"""The machine that reads a text. Generated from the grammar by grammar/build.py; not to be edited."""

# ruff: noqa
# fmt: off
# mypy: ignore-errors

import re

from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES


def run(text, strict, content):
    """The raw value of `text`; None for one that is wrong, or in the strict reading would lose something.

    `content(match, group, reference)` gives what a file reference stands for.
    """
    at = state = 0
    inside, stack = {}, []
    flagged = False
    while True:

        while state == 0:
            match = scan_0(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 6:  # KEY
                key = match[2]
                reads = last = False
                if found >= 5:  # WORD
                    value = match[5].rstrip()
                    if "\\" in value:
                        value = match[5].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 5, value)
                    if found >= 6:  # $END
                        if key in inside and (strict or not stack):
                            return None
                        inside[key] = value
                        return inside
                    else:
                        state = 2
                elif found >= 4:  # _OPEN_MAP
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST or (reads and strict):
                        return None
                    inside = {}
                    state = 7
                elif found >= 3:  # _OPEN_LIST
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST:
                        return None
                    inside = []
                    state = 5
                else:
                    state = 1
            elif found <= 8:  # FILE_KEY
                key = match[8]
                reads = last = flagged = True
                state = 1
        while state == 1:
            match = scan_1(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 1:  # _LIST_COMMA
                value = ""
                items = [value]
                state = 4
            elif found <= 2:  # DROPPED
                value = ""
                if strict:
                    return None
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found <= 3:  # _SECOND_COMMA
                value = ""
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found <= 4:  # _PAIR_COMMA
                value = ""
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found <= 5:  # WORD
                value = match[5].rstrip()
                if "\\" in value:
                    value = match[5].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 5, value)
                state = 2
            elif found <= 7:  # DOUBLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 6, value)
                state = 2
            elif found <= 9:  # SINGLE_QUOTED
                value = match[9]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 8, value)
                state = 2
            elif found <= 10:  # _OPEN_LIST
                stack.append((inside, key, reads, 6))
                if len(stack) > DEEPEST:
                    return None
                inside = []
                state = 5
            elif found <= 11:  # _OPEN_MAP
                stack.append((inside, key, reads, 6))
                if len(stack) > DEEPEST or (reads and strict):
                    return None
                inside = {}
                state = 7
            elif found <= 12:  # $END
                value = ""
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        while state == 2:
            match = scan_2(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 7:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                key = match[3]
                reads = last = False
                if found >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 6, value)
                    if found >= 7:  # $END
                        if key in inside and (strict or not stack):
                            return None
                        inside[key] = value
                        return inside
                    else:
                        pass
                elif found >= 5:  # _OPEN_MAP
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST or (reads and strict):
                        return None
                    inside = {}
                    state = 7
                elif found >= 4:  # _OPEN_LIST
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST:
                        return None
                    inside = []
                    state = 5
                else:
                    state = 1
            elif found <= 10:  # _LIST_COMMA
                items = [value]
                if found >= 9:  # ELEMENT
                    value = match[9].rstrip()
                    if "\\" in value:
                        value = match[9].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 9, value)
                    items.append(value)
                    value = items
                    if found >= 10:  # $END
                        if key in inside and (strict or not stack):
                            return None
                        inside[key] = value
                        return inside
                    else:
                        state = 8
                else:
                    state = 4
            elif found <= 11:  # DROPPED
                if strict:
                    return None
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found <= 12:  # _SECOND_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found <= 13:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found <= 14:  # $END
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        while state == 3:
            match = scan_3(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 7:  # _PAIR_COMMA
                key = match[3]
                reads = last = False
                if found >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 6, value)
                    if found >= 7:  # $END
                        if key in inside and (strict or not stack):
                            return None
                        inside[key] = value
                        return inside
                    else:
                        state = 2
                elif found >= 5:  # _OPEN_MAP
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST or (reads and strict):
                        return None
                    inside = {}
                    state = 7
                elif found >= 4:  # _OPEN_LIST
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST:
                        return None
                    inside = []
                    state = 5
                else:
                    state = 1
            elif found <= 8:  # _PAIR_COMMA
                state = 0
            elif found <= 9:  # $END
                return inside
        while state == 4:
            match = scan_4(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 2:  # DOUBLE_QUOTED
                value = match[2]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 1, value)
                items.append(value)
                value = items
                state = 8
            elif found <= 4:  # SINGLE_QUOTED
                value = match[4]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 3, value)
                items.append(value)
                value = items
                state = 8
            elif found <= 5:  # ELEMENT
                value = match[5].rstrip()
                if "\\" in value:
                    value = match[5].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 5, value)
                items.append(value)
                value = items
                state = 8
        while state == 5:
            match = scan_5(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 1:  # _COMMA
                value = ""
                inside.append(value)
            elif found <= 2:  # _CLOSE_LIST
                value = inside
                inside, key, reads, state = stack.pop()
            elif found <= 5:  # WORD
                value = match[3].rstrip()
                if "\\" in value:
                    value = match[3].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 3, value)
                if found >= 5:  # _COMMA
                    inside.append(value)
                elif found >= 4:  # _CLOSE_LIST
                    inside.append(value)
                    value = inside
                    inside, key, reads, state = stack.pop()
                else:
                    state = 9
            elif found <= 7:  # DOUBLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 6, value)
                state = 9
            elif found <= 9:  # SINGLE_QUOTED
                value = match[9]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 8, value)
                state = 9
            elif found <= 10:  # _OPEN_LIST
                stack.append((inside, key, reads, 9))
                if len(stack) > DEEPEST:
                    return None
                inside = []
            elif found <= 11:  # _OPEN_MAP
                stack.append((inside, key, reads, 9))
                if len(stack) > DEEPEST or (reads and strict):
                    return None
                inside = {}
                state = 7
        while state == 6:
            match = scan_6(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 7:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                key = match[3]
                reads = last = False
                if found >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 6, value)
                    if found >= 7:  # $END
                        if key in inside and (strict or not stack):
                            return None
                        inside[key] = value
                        return inside
                    else:
                        state = 2
                elif found >= 5:  # _OPEN_MAP
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST or (reads and strict):
                        return None
                    inside = {}
                    state = 7
                elif found >= 4:  # _OPEN_LIST
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST:
                        return None
                    inside = []
                    state = 5
                else:
                    state = 1
            elif found <= 8:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found <= 9:  # $END
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        while state == 7:
            match = scan_7(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 7:  # KEY
                key = match[2]
                reads = last = False
                if found >= 5:  # WORD
                    value = match[5].rstrip()
                    if "\\" in value:
                        value = match[5].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 5, value)
                    if key in inside and (strict or not stack):
                        return None
                    inside[key] = value
                    if found >= 7:  # _COMMA
                        pass
                    elif found >= 6:  # _CLOSE_MAP
                        value = inside
                        inside, key, reads, state = stack.pop()
                    else:
                        state = 11
                elif found >= 4:  # _OPEN_MAP
                    stack.append((inside, key, reads, 12))
                    if len(stack) > DEEPEST or (reads and strict):
                        return None
                    inside = {}
                elif found >= 3:  # _OPEN_LIST
                    stack.append((inside, key, reads, 12))
                    if len(stack) > DEEPEST:
                        return None
                    inside = []
                    state = 5
                else:
                    state = 10
            elif found <= 8:  # _CLOSE_MAP
                value = inside
                inside, key, reads, state = stack.pop()
            elif found <= 10:  # FILE_KEY
                key = match[10]
                reads = last = flagged = True
                state = 10
        while state == 8:
            match = scan_8(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 7:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                key = match[3]
                reads = last = False
                if found >= 6:  # WORD
                    value = match[6].rstrip()
                    if "\\" in value:
                        value = match[6].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 6, value)
                    if found >= 7:  # $END
                        if key in inside and (strict or not stack):
                            return None
                        inside[key] = value
                        return inside
                    else:
                        state = 2
                elif found >= 5:  # _OPEN_MAP
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST or (reads and strict):
                        return None
                    inside = {}
                    state = 7
                elif found >= 4:  # _OPEN_LIST
                    stack.append((inside, key, reads, 6))
                    if len(stack) > DEEPEST:
                        return None
                    inside = []
                    state = 5
                else:
                    state = 1
            elif found <= 10:  # _LIST_COMMA
                if found >= 9:  # ELEMENT
                    value = match[9].rstrip()
                    if "\\" in value:
                        value = match[9].replace("\\,", ",").rstrip()
                    if flagged and value.startswith(FILE_PREFIXES):
                        if strict and reads != last:
                            return None
                        if last:
                            value = content(match, 9, value)
                    items.append(value)
                    value = items
                    if found >= 10:  # $END
                        if key in inside and (strict or not stack):
                            return None
                        inside[key] = value
                        return inside
                    else:
                        pass
                else:
                    state = 4
            elif found <= 11:  # DROPPED
                if strict:
                    return None
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found <= 12:  # _SECOND_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 3
            elif found <= 13:  # _PAIR_COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 0
            elif found <= 14:  # $END
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                return inside
        while state == 9:
            match = scan_9(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 2:  # _COMMA
                inside.append(value)
                if found >= 2:  # _OPEN_MAP
                    stack.append((inside, key, reads, 9))
                    if len(stack) > DEEPEST or (reads and strict):
                        return None
                    inside = {}
                    state = 7
                else:
                    state = 5
            elif found <= 3:  # _CLOSE_LIST
                inside.append(value)
                value = inside
                inside, key, reads, state = stack.pop()
        while state == 10:
            match = scan_10(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 1:  # _COMMA
                value = ""
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 7
            elif found <= 3:  # WORD
                value = match[2].rstrip()
                if "\\" in value:
                    value = match[2].replace("\\,", ",").rstrip()
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 2, value)
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                if found >= 3:  # _COMMA
                    state = 7
                else:
                    state = 11
            elif found <= 5:  # DOUBLE_QUOTED
                value = match[5]
                if "\\" in value:
                    value = value.replace('\\"', '"').replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 4, value)
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 11
            elif found <= 7:  # SINGLE_QUOTED
                value = match[7]
                if "\\" in value:
                    value = value.replace("\\'", "'").replace("\\\\", "\\")
                if flagged and value.startswith(FILE_PREFIXES):
                    if strict and reads != last:
                        return None
                    if last:
                        value = content(match, 6, value)
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 11
            elif found <= 8:  # _OPEN_LIST
                stack.append((inside, key, reads, 12))
                if len(stack) > DEEPEST:
                    return None
                inside = []
                state = 5
            elif found <= 9:  # _OPEN_MAP
                stack.append((inside, key, reads, 12))
                if len(stack) > DEEPEST or (reads and strict):
                    return None
                inside = {}
                state = 7
        while state == 11:
            match = scan_11(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 1:  # _COMMA
                state = 7
            elif found <= 2:  # _CLOSE_MAP
                value = inside
                inside, key, reads, state = stack.pop()
        while state == 12:
            match = scan_12(text, at)
            if match is None:
                return None
            at = match.end()
            found = match.lastindex
            if found <= 1:  # _COMMA
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                state = 7
            elif found <= 2:  # _CLOSE_MAP
                if key in inside and (strict or not stack):
                    return None
                inside[key] = value
                value = inside
                inside, key, reads, state = stack.pop()


PATTERNS = (
    '(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)(?:(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:(\\Z)|)|)|(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+@[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)',
    '(,[ \t\n\r\x0b\x0c]*+(?=(?:(?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\,?+)++|(?>\'(?:[^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')|(?>"(?:[^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))"))[ \t\n\r\x0b\x0c]*+(?:,|\\Z)))|(,[ \t\n\r\x0b\x0c]*+(?:(?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\(?!,)|\\\\,(?=(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\(?!,))*+\\\\,))*+\\\\(?=,)|\'(?:[^,\'\\\\]++|\\\\[\']?+|,(?![^,\']*+\')|,(?=(?:[^,\'\\\\]++|\\\\[\']?+|,(?![^,\']*+\'))*+,))*+(?=,)|"(?:[^,"\\\\]++|\\\\["]?+|,(?![^,"]*+")|,(?=(?:[^,"\\\\]++|\\\\["]?+|,(?![^,"]*+"))*+,))*+(?=,)))|(,[ \t\n\r\x0b\x0c]*+(?=,))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)|((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)|(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)(?:(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)(?:(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:(\\Z)|)|))|(,[ \t\n\r\x0b\x0c]*+(?=(?:(?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\,?+)++|(?>\'(?:[^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')|(?>"(?:[^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))"))[ \t\n\r\x0b\x0c]*+(?:,|\\Z)))(?:((?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\,?+)++)(?:(\\Z)|)|)|(,[ \t\n\r\x0b\x0c]*+(?:(?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\(?!,)|\\\\,(?=(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\(?!,))*+\\\\,))*+\\\\(?=,)|\'(?:[^,\'\\\\]++|\\\\[\']?+|,(?![^,\']*+\')|,(?=(?:[^,\'\\\\]++|\\\\[\']?+|,(?![^,\']*+\'))*+,))*+(?=,)|"(?:[^,"\\\\]++|\\\\["]?+|,(?![^,"]*+")|,(?=(?:[^,"\\\\]++|\\\\["]?+|,(?![^,"]*+"))*+,))*+(?=,)))|(,[ \t\n\r\x0b\x0c]*+(?=,))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)(?:(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)(?:(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:(\\Z)|)|))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)|((?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\,?+)++)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|([ \t\n\r\x0b\x0c]*+\\])|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:([ \t\n\r\x0b\x0c]*+\\])|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|)|((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)|(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)(?:(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)(?:(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:(\\Z)|)|))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)(?:(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:([ \t\n\r\x0b\x0c]*+\\})|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|)|)|([ \t\n\r\x0b\x0c]*+\\})|(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+@[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)(?:(([A-Za-z0-9_.#\\/:-]*+)[ \t\n\r\x0b\x0c]*+=[ \t\n\r\x0b\x0c]*+)(?:(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:(\\Z)|)|))|(,[ \t\n\r\x0b\x0c]*+(?=(?:(?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\,?+)++|(?>\'(?:[^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')|(?>"(?:[^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))"))[ \t\n\r\x0b\x0c]*+(?:,|\\Z)))(?:((?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\,?+)++)(?:(\\Z)|)|)|(,[ \t\n\r\x0b\x0c]*+(?:(?![\x00- =\\[{])(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\(?!,)|\\\\,(?=(?:[^\x00-\x08\x0e-\x1b"\',=\\\\\U00010000-\U0010ffff]++|\\\\(?!,))*+\\\\,))*+\\\\(?=,)|\'(?:[^,\'\\\\]++|\\\\[\']?+|,(?![^,\']*+\')|,(?=(?:[^,\'\\\\]++|\\\\[\']?+|,(?![^,\']*+\'))*+,))*+(?=,)|"(?:[^,"\\\\]++|\\\\["]?+|,(?![^,"]*+")|,(?=(?:[^,"\\\\]++|\\\\["]?+|,(?![^,"]*+"))*+,))*+(?=,)))|(,[ \t\n\r\x0b\x0c]*+(?=,))|([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|(\\Z)',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)(?:(\\{[ \t\n\r\x0b\x0c]*+)|)|([ \t\n\r\x0b\x0c]*+\\])',
    '([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|((?:\\\\,?+|[^\x00- "\',=\\[{\\\\\U00010000-\U0010ffff])[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+(?:\\\\,?+[^\x00-\x08\x0e-\x1b"\',\\]}\\\\\U00010000-\U0010ffff]*+)*+)(?:([ \t\n\r\x0b\x0c]*+,[ \t\n\r\x0b\x0c]*+)|)|((?>"([^"\\\\]*+(?:\\\\["]?+[^"\\\\]*+)*+(?=")|(?s:.*(?=")))")[ \t\n\r\x0b\x0c]*+)|((?>\'([^\'\\\\]*+(?:\\\\[\']?+[^\'\\\\]*+)*+(?=\')|(?s:.*(?=\')))\')[ \t\n\r\x0b\x0c]*+)|(\\[[ \t\n\r\x0b\x0c]*+)|(\\{[ \t\n\r\x0b\x0c]*+)',
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
