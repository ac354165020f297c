"""YAML, by PyYAML (an extra), with every plain value taken as the text that it is.

YAML 1.1 takes `off` and `NO` for false and `12:30` for 750; in a document about hours none of that is ever meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clinic_hours.errors import DocumentSyntaxError, MissingExtraError
from clinic_hours.files.document import DEEPEST, Document, Path

try:
    import yaml
except ImportError:
    raise MissingExtraError("YAML", "yaml") from None


def parse(text: str) -> Document:
    """Read a YAML document, a mapping; anchors and a key that stands twice are errors."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise DocumentSyntaxError(f"this is not YAML: {error.problem or error.context}", line) from None
    except yaml.YAMLError as error:
        raise DocumentSyntaxError(f"this is not YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(root, yaml.MappingNode):
        raise DocumentSyntaxError("the document is not a mapping; write it as lines such as 'name: Riverside'", 1)
    places: dict[Path, int] = {}
    return Document(text, _data(root, text, (), places), places)


def write(data: Mapping[str, Any]) -> str:
    """Write plain data as YAML."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


class _Loader(yaml.SafeLoader):
    """A loader that stops at anchors, which can make a small text a huge document, and at a depth that nobody means."""

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            told = "'*' repeats what stands elsewhere, which is not read here; write it out"
            raise DocumentSyntaxError(told, self.line + 1)
        if self.depth > DEEPEST:
            raise DocumentSyntaxError(f"the document is nested more than {DEEPEST} levels deep")
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


class _Dumper(yaml.SafeDumper):
    """A dumper that writes a text of several lines as one, and indents lists."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def _text(dumper: Any, text: str) -> Any:
    lines = "|" if "\n" in text else None
    style = (
        lines if text.replace("\n", "").isprintable() else '"'
    )  # which alone writes other breaks so that they are read back
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _data(node: yaml.Node, text: str, path: Path, places: dict[Path, int]) -> Any:
    places[path] = node.start_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("'", '"'):
            places[path] += 1
        elif node.style in ("|", ">"):
            start = text.find("\n", node.start_mark.index) + 1
            places[path] = next((at for at in range(start, len(text)) if text[at] != " "), len(text))
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_data(item, text, (*path, number), places) for number, item in enumerate(node.value)]
    made: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise DocumentSyntaxError("a key is a text", key.start_mark.line + 1)
        if key.value in made:
            raise DocumentSyntaxError(f"the key {key.value!r} stands twice; leave one of them", key.start_mark.line + 1)
        made[key.value] = _data(value, text, (*path, key.value), places)
    return made
