"""Values of fields as they are typed."""

import re

from yaml import MarkedYAMLError

from argmap.authoring.refusals import UnfitRequestError
from argmap.files.yaml.document import SyntaxFaultError, Value
from argmap.files.yaml.strict_yaml import read_document

_SEMICOLON = re.compile(r";(?![^{]*\})")


def list_of_names(value: str) -> Value:
    """Read names with semicolons between them: as they are printed, or in parts as YAML has them.

    Args:
        value: ``Lee, Ann; {organization: Town Council}``.

    Raises:
        UnfitRequestError: a comma may stand between two names.
    """
    if value.startswith("["):
        return yaml_value(value)
    return [one_name(part.strip()) for part in _SEMICOLON.split(value) if part.strip()]


def one_name(value: str) -> Value:
    """Read a name as it is printed, or in parts as YAML has them.

    Args:
        value: ``Lee, Ann`` or ``{family: Lee, given: Ann}``.

    Raises:
        UnfitRequestError: it may be one name or several.
    """
    if value.startswith("{"):
        return yaml_value(value)
    parts = value.split(",")
    if len(parts) > 1 and all(len(part.split()) > 1 for part in parts):
        raise UnfitRequestError(
            f"`{value}` may be one name or several. Put semicolons between several, "
            "or write one as `{family: …, given: …}`."
        )
    return value


def yaml_value(value: str) -> Value:
    """Read a value as a file of the map would have it.

    Args:
        value: ``{family: Lee, given: Ann}``.

    Raises:
        UnfitRequestError: it is not YAML.
    """
    try:
        document = read_document(f"people: {value}\n", "")
    except SyntaxFaultError as error:
        raise UnfitRequestError(f"`{value}` is not YAML: {error.fault.message}.") from error
    except MarkedYAMLError as error:
        raise UnfitRequestError(f"`{value}` is not YAML: {error.problem}.") from error
    if document.faults:
        raise UnfitRequestError(f"`{value}` is not YAML: {document.faults[0].message}.")
    return document.sections["people"]
