"""Split the words after a command's name into options, where some of the words are unknown."""

from __future__ import annotations

import re

from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.corrections import with_plain_hyphens
from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS, INPUT_JSON, INPUT_YAML, SKELETON
from shorthand.codec.token_kind import NEGATIVE_NUMBER
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.lint.arguments import Argument
from shorthand.lint.given_option import Given, Split
from shorthand.lint.names import command_of, documented_name, is_same_name, one_near
from shorthand.lint.problem import Problem, Replacement
from shorthand.shapes import List, resolved

_INPUTS = {INPUT_JSON, INPUT_YAML, SKELETON}
_NAME = re.compile(r"--[A-Za-z][A-Za-z0-9-]*")


class OptionSplitter:
    """Splits the words of one command."""

    def __init__(self, service: str, command: Command, version: int, *, is_complete: bool) -> None:
        self.service = service
        self.command = command
        self.version = version
        self.is_complete = is_complete
        self.names = {option.name: option for option in command.all_options()}
        self.names |= {option.negative: option for option in command.all_options() if option.negative}
        self.takes_positional = any(option.positional for option in command.all_options())
        self.split = Split(has_unknown=not is_complete)

    def read(self, arguments: list[Argument]) -> Split:
        """Return what the words are."""
        words = list(arguments)
        after_unknown = False
        while words:
            argument = words.pop(0)
            text = argument.text
            if text is None or (argument.starts_unknown and not self.takes_positional):
                self.split.has_unknown = after_unknown = True
            elif not self._is_option(argument):
                self._add_positional(argument, after_unknown)
            else:
                after_unknown = self._take_option(argument, words)
        return self.split

    def _is_option(self, argument: Argument) -> bool:
        """Return whether a word names an option, by the rules of the AWS CLI's command line."""
        text = argument.text
        if text is None or argument.starts_unknown or not text.startswith("-") or text == "-":
            return with_plain_hyphens([text or ""]) is not None
        name = text.partition("=")[0]
        if name in self.names or name in GLOBAL_OPTIONS:
            return True
        return not NEGATIVE_NUMBER.fullmatch(text) and " " not in text

    def _add_positional(self, argument: Argument, after_unknown: bool) -> None:
        self.split.positional.append(argument)
        if self.takes_positional or after_unknown or self.command.input_shape is None:
            return
        text = argument.text or ""
        hint = ""
        last = self.split.given[-1] if self.split.given else None
        if last and last.option.flag:
            hint = f"{last.name} takes no value"
        elif text.startswith(("\\", "^", "`")):
            hint = "end the line with a backslash that nothing follows"
        self._report(
            "SH109", f"{argument.word.shown!r} belongs to no option of {self.command.name}", argument, hint=hint
        )

    def _take_option(self, argument: Argument, words: list[Argument]) -> bool:
        """Read one option with its words. Return whether it is not known which words belong to it."""
        text = argument.text or ""
        if fixed := with_plain_hyphens([text]):
            name = fixed[0]
            self._report(
                "SH110", f"unexpected dash in {text!r}", argument, hint="type two hyphens", new=name, certain=True
            )
            self.split.has_unknown = True
            return True
        name, equals, _ = text.partition("=")
        if argument.is_touched(0, len(name) - 1) or not _NAME.fullmatch(name):
            self.split.has_unknown = True
            if not argument.stand_ins and not name.startswith("--") and len(name) == 2:
                self._unknown(name, argument)
            return True
        value = argument.after(len(name) + 1) if equals else None
        if name not in self.names and name not in GLOBAL_OPTIONS and name not in _INPUTS:
            found = self._abbreviated(name, argument)
            if found is None:
                self._unknown(name, argument)
                # Its words, if any, are those up to the next option.
                return True
            name = found
        if name in _INPUTS:
            self.split.has_unknown = True
            if value is None and words and not self._is_option(words[0]):
                words.pop(0)
            return False
        if name in self.command.hidden:
            self._check_name(name, argument)
        if name in self.names:
            self._add(name, argument, value, words)
            self.split.given[-1].following = words[0] if words else None
        elif GLOBAL_OPTIONS.get(name) and value is None:
            self._global_value(name, argument, words)
        return False

    def _global_value(self, name: str, argument: Argument, words: list[Argument]) -> None:
        if words and not self._is_option(words[0]):
            words.pop(0)
        elif not words and self.is_complete:
            self._report("SH108", f"{name} needs a value", argument)

    def _abbreviated(self, name: str, argument: Argument) -> str | None:
        every = [*self.names, *GLOBAL_OPTIONS, *self._inputs()]
        longer = [full for full in every if full.startswith(name)] if name[2:] else []
        if len(longer) != 1:
            return None
        self._report(
            "SH105",
            f"{name} abbreviates {longer[0]}",
            argument,
            hint=f"write {longer[0]}: a later version of the AWS CLI can have another option that begins so",
            new=longer[0],
            old=name,
            certain=True,
        )
        return longer[0]

    def _inputs(self) -> list[str]:
        """Return the options that give the whole input, as the version has them."""
        if self.command.input_shape is None:
            return []
        return sorted(_INPUTS if self.version > 1 else _INPUTS - {INPUT_YAML})

    def _check_name(self, name: str, argument: Argument) -> None:
        """Note that an option which the reference leaves out has another name there."""
        new = documented_name(self.command.hidden[name], self.command)
        if new is not None:
            message, hint = f"{name} is an older name of {new}", f"write {new}, as the reference does"
            self._report("SH111", message, argument, hint=hint, new=new, old=name, certain=True)

    def _unknown(self, name: str, argument: Argument) -> None:
        other = 3 - self.version
        command = command_of(self.service, self.command.name, other)
        also = {option.name: option for option in command.all_options()} if command else {}
        also |= {option.negative: option for option in command.all_options() if option.negative} if command else {}
        self.split.has_unknown = True
        if name in also:
            message = f"only version {other} of the AWS CLI has the option {name} of {self.command.name}"
            new = None if name == also[name].negative else documented_name(also[name], self.command)
            hint = f"write {new}" if new else ""
            self._report("SH104", message, argument, hint=hint, new=new, old=name, certain=True)
            return
        names = [option for option in [*self.names, *GLOBAL_OPTIONS, *self._inputs()] if option.startswith("--")]
        longer = [full for full in names if full.startswith(name)] if name[2:] else []
        hint = did_you_mean(name, names)
        near = one_near(name, names)
        if not hint and (longer or len(names) < 40):
            hint = f"expected one of {listed(longer or list(self.command.options))}"
        certain = bool(near and is_same_name(name, near))
        self._report(
            "SH103",
            f"{self.command.name} has no option {name}",
            argument,
            hint=hint,
            new=near,
            old=name,
            certain=certain,
        )

    def _add(self, name: str, argument: Argument, value: Argument | None, words: list[Argument]) -> None:
        option = self.names[name]
        given = Given(option, name, argument, [], value is not None)
        self.split.given.append(given)
        self._check_twice(option, name, argument)
        if option.flag:
            following = value or (words[0] if words else None)
            text = following.text.lower() if following and following.text and following.is_certain else ""
            if text in ("true", "false") and following:
                wanted = option.negative if text == "false" else option.name
                if value is None:
                    words.pop(0)
                self._flag_value(argument, following, name, wanted)
            elif value is not None:
                self._report("SH108", f"{name} takes no value", argument)
            return
        if value is not None:
            given.tokens = [value]
            return
        given.tokens = self._tokens(option, words)
        given.may_have_more = not words and not self.is_complete
        if not given.tokens and not _is_list(option) and not option.negative and (words or self.is_complete):
            shown = f", and {words[0].word.shown} follows" if words else ""
            hint = f"write a value that begins with a dash like this: {name}={words[0].word.shown}" if words else ""
            self._report("SH108", f"{name} needs a value{shown}", argument, hint=hint)

    def _check_twice(self, option: Option, name: str, argument: Argument) -> None:
        if self.command.input_shape is None or not any(known.option is option for known in self.split.given[:-1]):
            return
        if any(known.option is option and known.name != name for known in self.split.given[:-1]):
            message, hint = f"{option.name} and {option.negative} exclude each other", "remove one"
        else:
            message = f"{name} is given twice: the AWS CLI keeps only the last, and loses the one before"
            hint = f"write all values after one {name}" if _is_list(option) else "remove one"
        before = next(known for known in reversed(self.split.given[:-1]) if known.option is option)
        replacements: tuple[Replacement, ...] = ()
        own = [before.argument, *before.tokens]
        if all(one.is_as_typed for one in (*own, argument)) and before.following is not None:
            replacements = (Replacement(before.argument.word.start, before.following.word.start, ""),)
        start, end = argument.span(0, len(name))
        self.split.problems.append(Problem("SH106", message, start, end, hint, replacements))

    def _flag_value(self, argument: Argument, value: Argument, name: str, wanted: str | None) -> None:
        replacements: tuple[Replacement, ...] = ()
        if wanted and argument.is_as_typed and value.is_as_typed:
            replacements = (Replacement(argument.word.start, value.word.end, wanted),)
        problem = Problem(
            "SH108",
            f"{name} takes no value",
            *value.span(0, len(value.text or "")),
            hint=f"write {wanted} alone" if wanted else "remove the value",
            replacements=replacements,
            is_certain=bool(wanted),
        )
        self.split.problems.append(problem)

    def _tokens(self, option: Option, words: list[Argument]) -> list[Argument]:
        """Take the words that belong to an option."""
        tokens: list[Argument] = []
        most = len(words) if _is_list(option) else 1
        while words and len(tokens) < most and not self._is_option(words[0]):
            if tokens and words[0].text is None and words[0].word.splits and not _is_list(option):
                break
            tokens.append(words.pop(0))
            if tokens[-1].text is None and tokens[-1].word.splits:
                # It may hold further options.
                self.split.has_unknown = self.split.has_unknown or not tokens[-1].word.is_unquoted or len(tokens) > 1
        while not self.takes_positional and not _is_list(option) and words and tokens and self._is_certain(words[0]):
            tokens.append(words.pop(0))
        return tokens

    def _is_certain(self, argument: Argument) -> bool:
        return argument.text is not None and not argument.starts_unknown and not self._is_option(argument)

    def _report(
        self,
        code: str,
        message: str,
        argument: Argument,
        *,
        hint: str = "",
        new: str | None = None,
        old: str | None = None,
        certain: bool = False,
    ) -> None:
        """Note a problem with a word, or with its beginning `old`; `new` takes its place."""
        length = len(old) if old is not None else len(argument.text or "")
        start, end = argument.span(0, length)
        replacements = (Replacement(start, end, new),) if new and _is_plain(new) else ()
        self.split.problems.append(Problem(code, message, start, end, hint, replacements, certain))


def _is_list(option: Option) -> bool:
    return isinstance(resolved(option.shape), List)


def _is_plain(text: str) -> bool:
    """Return whether a text is the same with quotes of any kind around it and without."""
    return re.fullmatch(r"[A-Za-z0-9-]+", text) is not None
