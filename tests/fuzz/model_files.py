"""Strategies for model files that are damaged or crafted."""

from __future__ import annotations

import json
import zlib
from typing import Any

from hypothesis import strategies as st

from tests.fuzz.inputs import Strategy


def _model_file(header: Any, block: bytes, *, deflated: bool) -> bytes:
    body = zlib.compress(block) if deflated else block
    return json.dumps(header).encode() + b"\n" + body


_BLOCK_LINES: Strategy[Any] = st.sampled_from(
    [
        *(
            ["make"],
            ["make", "make"],
            [],
            {},
            None,
            1,
            "string",
            "nothing",
            ["structure"],
            ["list", "L", 0],
            ["list", "L", 99],
        ),
        *(
            ["structure", "S", {"K": 3}, ["K"]],
            ["structure", "S", {"K": -1}, 1],
            ["map", "M", 0, 0],
            ["enum", "a", "b"],
            ["enum"],
        ),
        *(
            {"input": 3, "options": ["name"]},
            {"options": []},
            {"input": 4, "options": [{"name": "x"}]},
            {"input": None},
        ),
        *(
            {"input": 2, "options": [{"name": "x", "member": "K", "bare": 1}]},
            {"input": 1e9, "options": [1]},
            [[]],
            ["make", 1],
        ),
        *({"input": 5, "options": ["k"]}, ["structure", "S", {"K": 4}, []], ["structure", 1, [], {}], ["list", "L", 3]),
    ]
)
_BLOCKS: Strategy[bytes] = st.lists(_BLOCK_LINES, max_size=6).map(
    lambda lines: "\n".join(map(json.dumps, lines)).encode()
) | st.binary(max_size=20)
_HEADERS: Strategy[Any] = st.one_of(
    st.builds(
        lambda offset, length: {"format": 1, "awscli": "1", "services": {"s": [offset, length]}},
        st.sampled_from([0, 0, 0, 1, -1, 10**9, "x", None, 1.5]),
        st.sampled_from([10_000, 10_000, 10_000, 5, 0, -1, 10**30, "x"]),
    ),
    st.sampled_from(
        [
            {"format": 1, "awscli": "1", "services": {"s": [0]}},
            {"format": 1, "awscli": "1", "services": {"s": 1}},
            {"format": 1, "awscli": "1", "services": ["s"]},
            {"format": 1, "awscli": 1, "services": {"s": [0, 10]}},
            {"format": 2},
            {"format": 1, "awscli": None, "services": None},
            [],
            None,
        ]
    ),
)
MODEL_FILES: Strategy[bytes] = st.builds(_model_file, _HEADERS, _BLOCKS, deflated=st.booleans()) | st.binary(
    max_size=40
)
