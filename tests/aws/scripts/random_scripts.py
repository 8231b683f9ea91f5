"""Random scripts of assignments, conditions, loops and functions. The program `p` in them shows the values."""

from __future__ import annotations

import random

_NAMES = ["A", "B", "C"]
_VALUES = ["x", "'a b'", '"k=v,w"', "''", "$A", '"$B-y"', "${C}z", '" c "', "$(echo s)", "{a,b}", "7", "'*'", "~"]
_ELEMENTS = ["x", "'a b'", "$A", '"$B"', "--y", "''", "k=v"]
_USES = ["$A", '"$A"', '"${B}"', "x${C}y", '"${L[@]}"', "${L[@]}", '"<${L[@]}>"', "${L[1]}", "$L", '"${L[*]}"']
_USES += ['"${A:-d}"', "${B-d}", "{$A,b}", "lit", '"$C$A"', "${#L[@]}", "${M[@]}"]


class RandomScript:
    """Writes one script, often one without anything that makes variables uncertain.

    Each call of `p` has a number of its own as its first word.
    """

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.is_calm = chance.random() < 0.6
        self.calls = 0
        self.functions = 0
        self.lines: list[str] = []

    def text(self) -> str:
        if self.is_calm:
            self.lines += ["A=x", "B='a b'", 'C="k=v,$B"', "L=(--y 'a b' \"$A\")", "M=()"]
        self._statements(self.chance.randrange(4, 14), 0, in_function=False)
        return "\n".join(self.lines) + "\n"

    def _statements(self, count: int, depth: int, *, in_function: bool) -> None:
        for _ in range(count):
            self._statement(depth, in_function=in_function)

    def _statement(self, depth: int, *, in_function: bool) -> None:
        kind = self.chance.random()
        if kind < 0.36:
            self.lines.append(self._assignment(in_function=in_function))
        elif kind < (0.9 if self.is_calm else 0.72) or depth > 2:
            self.calls += 1
            uses = " ".join(self.chance.choices(_USES, k=self.chance.randrange(1, 4)))
            before = self.chance.choice(["", "", "", "", "A=env ", "true && ", "false || "])
            self.lines.append(f"{before}p {self.calls} {uses}")
        else:
            self._compound(depth, in_function=in_function)

    def _assignment(self, *, in_function: bool) -> str:
        chance = self.chance
        kind = chance.random()
        name = chance.choice(_NAMES)
        if kind < 0.25:
            elements = " ".join(chance.choices(_ELEMENTS, k=chance.randrange(4)))
            sign = chance.choice(["=", "=", "+="])
            declared = chance.choice(["", "local "]) if in_function else ""
            return f"{declared}{chance.choice('LM')}{sign}({elements})"
        value = chance.choice(_VALUES)
        if kind < 0.33:
            return f"{name}+={value}"
        if kind < 0.45 and in_function:
            return f"local {name}={value}"
        if kind < 0.55:
            return chance.choice([f"export {name}={value}", f"declare {name}={value}", f"export {name}"])
        if kind < 0.68 and not self.is_calm:
            return chance.choice(
                [
                    f"read -r {name} <<< r",
                    f"unset {name}",
                    f"printf -v {name} q",
                    f": ${{{name}:=d}}",
                    f"eval {name}=e",
                    f"(( {name} = 3 ))",
                    f"{name}=1 true",
                    f"{name}=p | cat",
                    f"true && {name}=t",
                    f"IFS=,; {name}={value}; unset IFS" if chance.random() < 0.2 else f"{name}={value}",
                    f'{name}=$(cat <<\'END\'\n{{"a": "b c"}}\n\nEND\n)',
                ]
            )
        return f"{name}={value}"

    def _compound(self, depth: int, *, in_function: bool) -> None:
        opening, closing = self.chance.choice(
            [
                ("if true; then", "fi"),
                ("if false; then", "fi"),
                (f"for {self.chance.choice(_NAMES)} in 1 'a b'; do", "done"),
                ("for i in 1 2; do", "done"),
                ("(", ")"),
                ("{", "}"),
                ("case x in x)", ";; esac"),
                ("function", ""),
                ("function", ""),
            ]
        )
        count = self.chance.randrange(1, 5)
        if opening != "function":
            self.lines.append(opening)
            self._statements(count, depth + 1, in_function=in_function)
            self.lines.append(closing)
            return
        self.functions += 1
        name = f"f{self.functions}"
        self.lines.append(f"{name}() {{")
        self._statements(count, depth + 1, in_function=True)
        self.lines.append("}")
        self.lines += [name] * self.chance.randrange(3)


def script(seed: int) -> str:
    """Return the script of a seed."""
    return RandomScript(random.Random(seed)).text()
