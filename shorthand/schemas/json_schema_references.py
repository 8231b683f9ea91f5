"""Follow the references in a JSON Schema document: `$ref`, `$dynamicRef`, `$id`, anchors and JSON pointers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from shorthand.errors import ShorthandTypeError

_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
# The values of these keywords are data, so a "$ref" in them is no reference.
_DATA = {"const", "enum", "default", "example", "examples"}
# The drafts in which everything beside a $ref is ignored.
_OLD_DRAFTS = ("draft-03", "draft-04", "draft-05", "draft-06", "draft-07")


DECISIVE = {
    "type",
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "propertyNames",
    "items",
    "additionalItems",
    "prefixItems",
    "anyOf",
    "oneOf",
    "enum",
    "const",
    "format",
    "contentEncoding",
    "discriminator",
}
"""The keywords that decide the shape of a value, besides references and `allOf`."""


class Part(NamedTuple):
    """A schema inside a document.

    Attributes:
        node: The schema: an object, or True or False.
        pointer: The JSON pointer that leads to it, for errors.
    """

    node: Any
    pointer: str

    def at(self, *steps: str | int) -> Part:
        """Return the schema that the steps lead to, which must exist."""
        node, pointer = self.node, self.pointer
        for step in steps:
            node, pointer = node[step], f"{pointer}/{escaped(step)}"
        return Part(node, pointer)


class References:
    """The references of one schema document. A reference to another document is an error.

    Args:
        root: The whole document.
    """

    def __init__(self, root: object) -> None:
        self._root = Part(root, "#")
        draft = root.get("$schema") if isinstance(root, Mapping) else ""
        self._ignores_siblings = isinstance(draft, str) and any(name in draft for name in _OLD_DRAFTS)
        self._index: _Index | None = None

    def flattened(self, parts: Iterable[Part]) -> list[Part]:
        """Return the schemas that a value of all `parts` must satisfy, with references and `allOf` followed.

        Each schema is returned once, after what its own `$ref` and `allOf` name. Schemas without a keyword that decides
        a shape are left out.

        Raises:
            ShorthandTypeError: A reference leads nowhere, or a part is not a schema.
        """
        found: list[Part] = []
        seen: set[int] = set()
        entered: set[int] = set()
        pending = [(part, False) for part in reversed(list(parts))]
        while pending:
            part, is_done = pending.pop()
            if is_done:
                entered.discard(id(part.node))
                if not self._is_only_a_reference(part) and not DECISIVE.isdisjoint(part.node):
                    found.append(part)
                continue
            if id(part.node) in entered:
                raise malformed("the schema refers to nothing but itself", part.pointer)
            if part.node is True or id(part.node) in seen:
                continue
            if not isinstance(part.node, Mapping):
                raise malformed("a schema is an object or true", part.pointer)
            seen.add(id(part.node))
            entered.add(id(part.node))
            pending.append((part, True))
            if "allOf" in part.node and not self._is_only_a_reference(part):
                count = len(array(part.node["allOf"], f"{part.pointer}/allOf"))
                pending += [(part.at("allOf", index), False) for index in reversed(range(count))]
            pending += [(self._target(part, word), False) for word in _REFERENCES if word in part.node]
        return found

    def _is_only_a_reference(self, part: Part) -> bool:
        """Return whether everything in a schema but its reference is ignored, as in older drafts."""
        return self._ignores_siblings and not part.node.keys().isdisjoint(_REFERENCES)

    def _target(self, part: Part, word: str) -> Part:
        """Return the schema that a reference leads to."""
        reference, pointer = part.node[word], f"{part.pointer}/{word}"
        if not isinstance(reference, str):
            raise malformed("a reference is a string", pointer)
        index = self._indexed()
        base = index.bases.get(id(part.node), "")
        uri, _, fragment = _resolve(base, reference, pointer).partition("#")
        if uri not in index.resources:
            raise malformed(f"{reference!r} refers to another document", pointer)
        if not fragment or fragment.startswith("/"):
            return self._at_pointer(index.resources[uri], reference, fragment, pointer)
        if (uri, fragment) not in index.anchors:
            raise malformed(f"{reference!r} refers to nothing in this schema", pointer)
        root_uri = index.bases.get(id(self._root.node), "")
        if word == "$dynamicRef" and {(uri, fragment), (root_uri, fragment)} <= index.dynamic:
            # The outermost resource that declares the anchor wins, and the outermost one is the document.
            uri = root_uri
        return index.anchors[uri, fragment]

    def _indexed(self) -> _Index:
        if self._index is None:
            self._index = _Index(self._root)
        return self._index

    def _at_pointer(self, start: Part, reference: str, fragment: str, pointer: str) -> Part:
        part = start
        for step in fragment.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(part.node, Mapping) and key in part.node:
                part = part.at(key)
            elif isinstance(part.node, list) and key.isdecimal() and len(key) < 10 and int(key) < len(part.node):
                part = part.at(int(key))
            else:
                raise malformed(f"{reference!r} refers to nothing in this schema", pointer)
        return part


class _Index:
    """Where a document declares `$id` and anchors.

    Attributes:
        resources: The schema that each URI identifies; "" is the document.
        anchors: The schema with each anchor, by the URI of its resource and its name.
        dynamic: Which of the anchors are dynamic.
        bases: The URI of the resource that contains each schema with a reference, by the schema's identity.
    """

    def __init__(self, root: Part) -> None:
        self.resources: dict[str, Part] = {"": root}
        self.anchors: dict[tuple[str, str], Part] = {}
        self.dynamic: set[tuple[str, str]] = set()
        self.bases: dict[int, str] = {}
        seen: set[int] = set()
        pending: list[tuple[Part, str]] = [(root, "")]
        while pending:
            part, base = pending.pop()
            if id(part.node) in seen:
                continue
            seen.add(id(part.node))
            if isinstance(part.node, list):
                pending += [(part.at(index), base) for index in range(len(part.node)) if _holds(part.node[index])]
            elif isinstance(part.node, Mapping):
                base = self._declare(part, base)
                pending += [
                    (part.at(key), base)
                    for key, value in part.node.items()
                    if isinstance(key, str) and key not in _DATA and _holds(value)
                ]

    def _declare(self, part: Part, base: str) -> str:
        """Record what a schema declares, and return the URI of the resource that it belongs to."""
        node = part.node
        identifier = node.get("$id", node.get("id"))
        if isinstance(identifier, str):
            uri, _, fragment = _resolve(base, identifier, part.pointer).partition("#")
            if fragment:  # how older drafts declare an anchor
                self.anchors.setdefault((uri, fragment), part)
            else:
                base = uri
                self.resources.setdefault(uri, part)
        for word in ("$anchor", "$dynamicAnchor"):
            name = node.get(word)
            if isinstance(name, str):
                self.anchors.setdefault((base, name), part)
                if word == "$dynamicAnchor":
                    self.dynamic.add((base, name))
        self.bases[id(node)] = base
        return base


def _holds(value: object) -> bool:
    return isinstance(value, (Mapping, list))


def _resolve(base: str, reference: str, pointer: str) -> str:
    """Return the absolute form of a reference, its fragment unquoted."""
    from urllib.parse import unquote, urljoin  # 5 ms to import, for schemas with references only

    if reference.startswith("#"):  # urljoin drops the base where it does not know the scheme, such as urn:
        return f"{base}#{unquote(reference[1:])}"
    try:
        uri, _, fragment = urljoin(base, reference).partition("#")
    except ValueError:
        raise malformed(f"{reference!r} is not a URI", pointer) from None
    return f"{uri}#{unquote(fragment)}"


def escaped(step: str | int) -> str:
    """Write one step of a JSON pointer.

    >>> escaped("a/b")
    'a~1b'
    """
    return str(step).replace("~", "~0").replace("/", "~1")


def array(node: object, pointer: str) -> list[Any]:
    """Return a node that must be an array."""
    if not isinstance(node, list):
        raise malformed("expected an array", pointer)
    return node


def malformed(reason: str, pointer: str) -> ShorthandTypeError:
    """Make the error for a schema that is malformed, or that has no shape."""
    return ShorthandTypeError(reason, path=pointer)
