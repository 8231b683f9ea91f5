"""The grammars, as files for lark, and the compiler of `shorthand.lark`."""
