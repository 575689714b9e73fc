"""Values of fields as they are typed on a command line."""

import re
from typing import TYPE_CHECKING

from argmap.cli.shared.context import usage

if TYPE_CHECKING:
    from argmap.files.yaml.document import Value

_SEMICOLON = re.compile(r";(?![^{]*\})")


def list_of_names(value: str) -> "Value":
    """Read names with semicolons between them: as they are printed, or in parts as YAML has them.

    Leaves with 2 where a comma may stand between two names.

    Args:
        value: ``Lee, Ann; {organization: Town Council}``.
    """
    if value.startswith("["):
        return yaml_value(value)
    return [one_name(part.strip()) for part in _SEMICOLON.split(value) if part.strip()]


def one_name(value: str) -> "Value":
    """Read a name as it is printed, or in parts as YAML has them.

    Args:
        value: ``Lee, Ann`` or ``{family: Lee, given: Ann}``.
    """
    if value.startswith("{"):
        return yaml_value(value)
    parts = value.split(",")
    if len(parts) > 1 and all(len(part.split()) > 1 for part in parts):
        usage(
            f"`{value}` may be one name or several. Put semicolons between several, "
            "or write one as `{family: …, given: …}`."
        )
    return value


def yaml_value(value: str) -> "Value":
    """Read a value as a file of the map would have it; leave with 2 where it is not YAML.

    Args:
        value: ``{family: Lee, given: Ann}``.
    """
    from yaml import MarkedYAMLError

    from argmap.files.yaml.document import SyntaxFaultError
    from argmap.files.yaml.strict_yaml import read_document

    try:
        document = read_document(f"people: {value}\n", "")
    except SyntaxFaultError as error:
        usage(f"`{value}` is not YAML: {error.fault.message}.")
    except MarkedYAMLError as error:
        usage(f"`{value}` is not YAML: {error.problem}.")
    if document.faults:
        usage(f"`{value}` is not YAML: {document.faults[0].message}.")
    return document.sections["people"]
