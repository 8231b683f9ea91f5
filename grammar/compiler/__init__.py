"""The compiler of `shorthand.lark`, one module for each stage.

1. `lark_table`: lark reads the grammar and gives its LALR(1) table and the regular expression of each terminal.
2. `effects`: what each rule and each terminal does to the value. A rule or terminal that is not declared is an error.
3. `automaton`: the table becomes states and transitions. A state is what lark's parser has on its stack since the last
   open bracket. Without brackets the language is regular, so the states are few, and the reductions that a terminal
   brings about are known in each of them.
4. `minimal`: states that behave alike become one.
5. `state_names`: each state gets its declared name.
6. `terminal_patterns`: the regular expressions of the terminals as Python constants.
7. `scans`: for each state the regular expression that finds the next terminals, several at once where they often
   follow one another.
8. `reader_module` writes `_compiled_reader.py`, the automaton as code that reads a text. `transitions_module` writes
   `_transitions.py`, the automaton as data for errors, explanations and completion.

`command` runs the stages. The numbers in lark's table depend on the hash seed. The states here are numbered breadth
first over sorted terminals, so that the modules have the same bytes on every machine.
"""
