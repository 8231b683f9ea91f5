"""The machine as data. Generated from the grammar by grammar/build.py; not to be edited.

For each state its moves, in the order in which its scan tries their terminals, by the number of the terminal's group:
(terminal, effects, the state that follows, the state to resume in once the bracket that opens here is closed or -1).
"""

# ruff: noqa
# fmt: off

MOVES: tuple[dict[int, tuple[str, tuple[str, ...], int, int]], ...] = (
    {  # 0
        1: ("KEY", ("key",), 1, -1),
        3: ("FILE_KEY", ("file_key",), 1, -1),
    },
    {  # 1
        1: ("_LIST_COMMA", ("begin",), 4, -1),
        2: ("DROPPED", ("dropped", "store",), 3, -1),
        3: ("_SECOND_COMMA", ("store",), 3, -1),
        4: ("_PAIR_COMMA", ("store",), 0, -1),
        5: ("WORD", ("word",), 2, -1),
        6: ("DOUBLE_QUOTED", ("double",), 2, -1),
        8: ("SINGLE_QUOTED", ("single",), 2, -1),
        10: ("_OPEN_LIST", ("open_list",), 5, 6),
        11: ("_OPEN_MAP", ("open_map",), 7, 6),
        12: ("$END", ("store", "end",), 0, -1),
    },
    {  # 2
        1: ("_LIST_COMMA", ("begin",), 4, -1),
        2: ("DROPPED", ("dropped", "store",), 3, -1),
        3: ("_SECOND_COMMA", ("store",), 3, -1),
        4: ("_PAIR_COMMA", ("store",), 0, -1),
        5: ("$END", ("store", "end",), 0, -1),
    },
    {  # 3
        1: ("_PAIR_COMMA", (), 0, -1),
        2: ("$END", ("end",), 0, -1),
    },
    {  # 4
        1: ("ELEMENT", ("word", "add",), 8, -1),
        2: ("DOUBLE_QUOTED", ("double", "add",), 8, -1),
        4: ("SINGLE_QUOTED", ("single", "add",), 8, -1),
    },
    {  # 5
        1: ("_COMMA", ("append_empty",), 5, -1),
        2: ("_CLOSE_LIST", ("close",), 0, -1),
        3: ("WORD", ("word",), 9, -1),
        4: ("DOUBLE_QUOTED", ("double",), 9, -1),
        6: ("SINGLE_QUOTED", ("single",), 9, -1),
        8: ("_OPEN_LIST", ("open_list",), 5, 9),
        9: ("_OPEN_MAP", ("open_map",), 7, 9),
    },
    {  # 6
        1: ("_PAIR_COMMA", ("store",), 0, -1),
        2: ("$END", ("store", "end",), 0, -1),
    },
    {  # 7
        1: ("KEY", ("key",), 10, -1),
        3: ("_CLOSE_MAP", ("close",), 0, -1),
        4: ("FILE_KEY", ("file_key",), 10, -1),
    },
    {  # 8
        1: ("_LIST_COMMA", (), 4, -1),
        2: ("DROPPED", ("dropped", "store",), 3, -1),
        3: ("_SECOND_COMMA", ("store",), 3, -1),
        4: ("_PAIR_COMMA", ("store",), 0, -1),
        5: ("$END", ("store", "end",), 0, -1),
    },
    {  # 9
        1: ("_COMMA", ("append",), 5, -1),
        2: ("_CLOSE_LIST", ("append", "close",), 0, -1),
    },
    {  # 10
        1: ("_COMMA", ("store",), 7, -1),
        2: ("WORD", ("word", "store",), 11, -1),
        3: ("DOUBLE_QUOTED", ("double", "store",), 11, -1),
        5: ("SINGLE_QUOTED", ("single", "store",), 11, -1),
        7: ("_OPEN_LIST", ("open_list",), 5, 12),
        8: ("_OPEN_MAP", ("open_map",), 7, 12),
    },
    {  # 11
        1: ("_COMMA", (), 7, -1),
        2: ("_CLOSE_MAP", ("close",), 0, -1),
    },
    {  # 12
        1: ("_COMMA", ("store",), 7, -1),
        2: ("_CLOSE_MAP", ("store", "close",), 0, -1),
    },
)
