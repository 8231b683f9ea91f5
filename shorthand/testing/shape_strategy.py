"""The hypothesis strategy that generates shapes."""

from __future__ import annotations

from hypothesis import strategies as st

from shorthand import shapes as shape_kinds
from shorthand.shapes import Shape

_NAMES = st.text("abcdeABCDE", min_size=1, max_size=4)


def shapes() -> st.SearchStrategy[Shape]:
    """Generate shapes of an option, of every kind, including recursive ones."""
    scalars: st.SearchStrategy[Shape] = st.sampled_from(
        [
            shape_kinds.String(),
            shape_kinds.String(("a", "B c")),
            shape_kinds.Integer(),
            shape_kinds.Long(),
            shape_kinds.Float(),
            shape_kinds.Double(),
            shape_kinds.Boolean(),
            shape_kinds.Timestamp(),
            shape_kinds.Blob(),
        ]
    )
    return st.recursive(scalars | st.just(shape_kinds.Document()), _holding, max_leaves=6)


def _holding(part: st.SearchStrategy[Shape]) -> st.SearchStrategy[Shape]:
    members = st.dictionaries(_NAMES, part, min_size=1, max_size=4)
    keys: st.SearchStrategy[Shape] = st.sampled_from([shape_kinds.String(), shape_kinds.String(("a", "b"))])
    return st.one_of(
        st.builds(shape_kinds.List, part),
        st.builds(shape_kinds.Map, keys, part),
        members.flatmap(_structures),
        st.builds(_recursive, members),
    )


def _structures(members: dict[str, Shape]) -> st.SearchStrategy[Shape]:
    required = st.lists(st.sampled_from(list(members)), unique=True).map(tuple)
    return st.builds(shape_kinds.Structure, st.just(members), required) | st.just(
        shape_kinds.Structure(members, union=True)
    )


def _recursive(members: dict[str, Shape]) -> Shape:
    """Return a structure that contains a list of itself, as an expression does."""
    whole: Shape = shape_kinds.Structure(
        {**members, "Within": shape_kinds.List(shape_kinds.Ref("Recursive", lambda: whole))}, name="Recursive"
    )
    return whole
