"""Families of hostile texts: each function takes a size and returns a text of about that many characters."""

from __future__ import annotations

from collections.abc import Callable

from shorthand import shapes

SHAPE: shapes.Shape = shapes.Structure(
    {
        "a": shapes.Ref("Any", lambda: SHAPE),
        "S": shapes.List(
            shapes.Structure({"n": shapes.Integer(), "name": shapes.String()}, required=("name",), name="Item")
        ),
        "L": shapes.List(shapes.String()),
        "M": shapes.Map(shapes.String(), shapes.String()),
        "I": shapes.List(shapes.Integer()),
        "F": shapes.Double(),
        "B": shapes.Boolean(),
        "Enum": shapes.String(enum=("one", "two")),
        "K": shapes.String(),
    },
    name="Any",
)
OPTION = shapes.List(SHAPE)


Make = Callable[[int], str]


def repeated(part: str, before: str = "", after: str = "") -> Make:
    """Return a family of texts that repeat one part."""
    return lambda size: before + part * max(1, size // len(part)) + after


def numbered(part: str, before: str = "", after: str = "", separator: str = ",") -> Make:
    """Return a family of texts that repeat one part with a number in it, in place of `#`."""
    step = len(part) + len(separator) + 4

    def make(size: int) -> str:
        return before + separator.join(part.replace("#", str(number)) for number in range(size // step)) + after

    return make


def nested(opening: str, closing: str, depth: int, inner: str = "") -> str:
    """Return brackets within brackets."""
    return opening * depth + inner + closing * depth


SHORTHAND: dict[str, Make] = {
    # White space.
    "a word": repeated("x", "a="),
    "spaces": repeated(" ", "a=", "b"),
    "spaces alone": repeated(" "),
    "spaces at the end": repeated(" ", "a=b"),
    "spaces before an equals sign": repeated(" ", "a", "=b"),
    "spaces before a bracket": repeated(" ", "a=[b", "]"),
    "tabs and newlines": repeated("\t\n", "a=b,", "c=d"),
    "words and spaces": repeated("b ", "a="),
    "white space of Unicode": repeated("\u2003\u3000\xa0", "a="),
    "lines": repeated("a\n", "a="),
    "spaces after commas": repeated(",  ", "a=b"),
    "spaces around items": repeated("b , ", "a=[", "b]"),
    # Backslashes and quotes.
    "backslashes": repeated("\\", "a="),
    "escaped commas": repeated("\\,", "a="),
    "escaped commas and words": repeated("b\\,", "a="),
    "a quoted value": repeated("b,", "a='", "'"),
    "a single quote that stays open": repeated("b,", "a='"),
    "a double quote that stays open": repeated("b, ", 'a="'),
    "escaped quotes": repeated("\\'", "a='", "'"),
    "escaped quotes that stay open": repeated('\\"', 'a="'),
    "backslashes in quotes": repeated("\\\\", "a='", "'"),
    "quotes of both kinds": repeated("\"'"),
    "quotes inside words": repeated("it's ", "a="),
    "quoted items": repeated("'b',", "a=", "'c'"),
    "quotes around pairs": repeated('"a=b",'),
    "words after quotes": repeated("'b'c", "a="),
    # Commas, equals signs and pairs.
    "commas": repeated(",", "a="),
    "commas alone": repeated(","),
    "a list of items": repeated("b,", "a=", "c"),
    "pairs": numbered("k#=b"),
    "one pair again and again": repeated("a=b,", after="c=d"),
    "empty pairs": numbered("k#="),
    "equals signs": repeated("="),
    "equals signs in a value": repeated("=b", "a="),
    "file flags": numbered("k#@=b"),
    "at signs": repeated("@=", "a"),
    "pairs after spaces": numbered("k#=b", separator=" "),
    "pairs after semicolons": numbered("k#=b", separator=";"),
    "pairs with colons": numbered("k#:b"),
    "arrows": repeated("a->b,"),
    "a long key": repeated("k", after="=b"),
    "a dotted key": repeated("k.", after="k=b"),
    "dropped text": numbered("k#=b,c\\"),
    # Brackets.
    "brackets": repeated("[", "a="),
    "braces": repeated("a={"),
    "closing brackets": repeated("]}", "a="),
    "a list in brackets": repeated("b,", "a=[", "c]"),
    "a list that stays open": repeated("b,", "a=["),
    "a list of maps": repeated("{b=c},", "a=[", "{b=c}]"),
    "a list of maps that stays open": repeated("{b=c},", "a=["),
    "maps without commas": repeated("{b=c} ", "a=[", "]"),
    "a map": numbered("k#=b", "a={", "}"),
    "a map that stays open": numbered("k#=b", "a={"),
    "one key again in a map": repeated("b=c,", "a={", "d=e}"),
    "empty lists": repeated("[],", "a=[", "[]]"),
    "commas in a list": repeated(",", "a=[", "]"),
    "deep lists": repeated(nested("[", "]", 150) + ",", "a=[", "b]"),
    "deep maps": repeated(nested("a={", "}", 150, "b=c") + ",", "a=[", "b]"),
    "deep lists with an unknown key": lambda size: (
        f"a={nested('[', ']', 150, ','.join(['b'] * (size // 2)))},unknown=1"
    ),
    "a list in braces": repeated("b,", "a={", "c}"),
    "pairs in a list": repeated("b=c,", "a=[", "b=c]"),
    # Values.
    "digits": repeated("1", "F="),
    "digits and a letter": repeated("1", "F=", "x"),
    "digits and points": repeated("1.", "F="),
    "digits and commas": repeated("111,", "F=", "111"),
    "exponents": repeated("1e", "F="),
    "signs": repeated("+-", "F=", "1"),
    "numbers with units": repeated("1GB ", "F="),
    "truths": repeated("yes,", "B=", "no"),
    "wrong numbers": repeated("x,", "I=", "x"),
    "wrong numbers in brackets": repeated("x,", "I=[", "x]"),
    "wrong structures": repeated("b,", "S=", "b"),
    "structures that lack a member": repeated("{n=1},", "S=[", "{n=1}]"),
    "unknown members": numbered("unknown#=1"),
    "unknown members inside": numbered("{unknown#=1}", "S=[", "]"),
    "nearly known members": numbered("Enum=x#,enum=b"),
    "file references": repeated("file://f,", "a=[", "b]"),
    "file references that leak": repeated("{b@=x},file://f,", "a=[", "b]"),
    # Characters.
    "control characters": repeated("\x00\x1b\x07\x7f", "a="),
    "combining marks": repeated("\u0301", "a=b"),
    "marks of direction": repeated("\u202e\u200b\ufeff", "a="),
    "wide characters": repeated("😀語", "a="),
    "lone surrogates": repeated("\ud800", "a="),
    # Other languages.
    "shell variables": repeated("${b}$(c)`d`", "a="),
    "Python": repeated("{'a': 'b', 'c': None}, ", "[", "]"),
    "YAML": numbered("- k#: b", separator="\n"),
    "HTML": repeated("<a ", "a="),
    "options": numbered("--k# b", "a=b ", separator=" "),
}

JSON: dict[str, Make] = {
    "a JSON string": repeated("b", '{"a": "', '"}'),
    "JSON escapes": repeated("\\\\\\u0041", '{"a": "', '"}'),
    "a JSON string that stays open": repeated("b\\\\", '{"a": "'),
    "JSON numbers": repeated("1,", '{"I": [', "1]}"),
    "a long JSON number": repeated("1", '{"F": ', ".0}"),
    "a JSON number with a letter": repeated("1", '{"F": ', "x}"),
    "wrong JSON numbers": repeated('"x",', '{"I": [', '"x"]}'),
    "JSON objects": numbered('"k#": {}', '{"a": {', "}}"),
    "a JSON key again and again": repeated('"b": 1, ', '{"a": {', '"c": 2}}'),
    "unknown JSON members": numbered('"unknown#": 1', "{", "}"),
    "JSON arrays": repeated("[", ""),
    "JSON objects that stay open": repeated('{"a":'),
    "JSON white space": repeated(" \n", "{", "}"),
    "JSON commas": repeated(",", '{"I": [', "]}"),
    "JSON without commas": repeated('{"n": 1} ', '{"S": [', "]}"),
    "JSON with NaN": repeated("NaN,", '{"I": [', "1]}"),
    "JSON with comments": repeated("/* b */", "{", "}"),
    "JSON nulls": repeated("null,", '{"I": [', "null]}"),
    "JSON floats for integers": repeated("1.5,", '{"I": [', "1.5]}"),
    "JSON objects that lack a member": repeated('{"n": 1},', '{"S": [', '{"n": 1}]}'),
}

LINES: dict[str, Make] = {
    "words of a line": repeated("b ", "aws ec2 create-tags "),
    "escapes in a line": repeated("\\b", "aws "),
    "a quoted word of a line": repeated("b ", "aws '", "'"),
    "a double-quoted word of a line": repeated('\\"', 'aws "', '"'),
    "quotes of a line": repeated("'a'\"b\"", "aws "),
    "a quote of a line that stays open": repeated("\\b", 'aws "'),
    "dollar quotes of a line": repeated("$'\\n'", "aws "),
    "dollar quotes that stay open": repeated("\\n", "aws $'"),
    "dollar signs of a line": repeated("$", "aws "),
    "line continuations": repeated("\\\n", "aws ", "ec2"),
    "carets at the ends of lines": repeated(" ^\n", "aws", " ec2"),
    "spaces of a line": repeated(" ", "aws", "ec2"),
    "comments of a line": repeated("# b\n", "aws\n"),
    "angle brackets of a line": repeated("<b>", "aws "),
    "open angle brackets of a line": repeated("<b", "aws "),
    "options of a line": numbered("--tags Key=k#", "aws ec2 create-tags ", separator=" "),
    "unknown options of a line": numbered("--unknown#", "aws ec2 create-tags ", separator=" "),
    "values of one option of a line": numbered("Key=k#", "aws ec2 create-tags --resources i-1 --tags ", separator=" "),
    "wrong values of one option of a line": numbered("Kye=k#", "aws ec2 create-tags --tags ", separator=" "),
}

_HEAD = "Synopsis\n\n  make-job\n[--job-config <value>]\n\nOptions\n\n--job-config (structure)\n\n"

PAGES: dict[str, Make] = {
    "spaces in a synopsis": repeated(" ", "Synopsis\n\n  make-job\n", "\nOptions\n"),
    "brackets in a synopsis": repeated("[ ", "Synopsis\n\n  make-job\n", "\nOptions\n"),
    "options of a synopsis": numbered("[--option# <value>]", "Synopsis\n", "\nOptions\n", separator="\n"),
    "headings": numbered("--option# (string)", _HEAD, separator="\n"),
    "headings of one option": repeated("--job-config (string)\n", _HEAD),
    "spaces before headings": repeated(" ", _HEAD, "--x"),
    "bars in headings": repeated("| --no-x ", _HEAD + "--job-config "),
    "lines of spaces": repeated("   \n", _HEAD),
    "newlines": repeated("\n", _HEAD),
    "possible values": repeated("  o value\n", _HEAD + "Possible values:\n"),
    "the JSON Syntax": numbered('"K#": "string"', _HEAD + "JSON Syntax:\n\n  {", "}"),
    "a deep JSON Syntax": repeated('{"K": ', _HEAD + "JSON Syntax:\n\n"),
    "the JSON Syntax that stays open": repeated('["string", ', _HEAD + "JSON Syntax:\n\n"),
    "an enum of the JSON Syntax": repeated('"b"|', _HEAD + 'JSON Syntax:\n\n  {"K": ', '"c"}'),
    "the Shorthand Syntax": numbered("K#=string", _HEAD + "Shorthand Syntax:\n\n  "),
    "a deep Shorthand Syntax": repeated("K={", _HEAD + "Shorthand Syntax:\n\n"),
    "a list of the Shorthand Syntax": repeated("string,", _HEAD + "Shorthand Syntax:\n\n  K="),
    "members": numbered("K# -> (string)", _HEAD, separator="\n"),
    "words": repeated("word ", _HEAD),
    "HTML tags": repeated("<a ", "<html><body>"),
    "angle brackets": repeated("<", "<html><body>"),
    "open tags": repeated("<div>", "<html><body>"),
    "closing tags": repeated("</div>", "<html><body>"),
    "comments": repeated("<!-- ", "<html><body>"),
    "closed comments": repeated("<!-- b -->", "<html><body>"),
    "declarations": repeated("<!", "<html><body>"),
    "entities": repeated("&amp", "<html><body>"),
    "ampersands": repeated("&", "<html><body>"),
    "attributes": repeated(" b='c'", "<html><body><p", ">"),
    "a script": repeated("</", "<html><script>"),
    "preformatted spaces": repeated(" ", "<html><pre>"),
    "spaces in HTML": repeated(" ", "<html><body>", "b"),
    "backspaces of a terminal": repeated("b\bb"),
    "escape sequences of a terminal": repeated("\x1b[1m"),
}
