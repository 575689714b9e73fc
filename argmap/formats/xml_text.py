"""XML files read event by event: no entities, no external files, and a line for everything."""

from collections.abc import Callable
from xml.parsers import expat

from argmap.formats.base import FormatError, fault

Place = tuple[int, int]


def read_xml(
    data: bytes,
    file: str,
    start: Callable[[str, dict[str, str], Place], None],
    text: Callable[[str], None],
    end: Callable[[str], None],
) -> None:
    """Read an XML file and hand over what stands in it, in its order.

    A document type may be named, but neither it nor anything else outside the file is fetched, and a file
    that declares entities is refused: an argument graph needs none, an attack on the reader does.

    Args:
        data: what the file holds.
        file: its name.
        start: takes the name of each element, its attributes, and its line and column.
        text: takes each piece of text.
        end: takes the name of each element that ends.

    Raises:
        FormatError: the file is no well-formed XML, or declares entities.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    # Parameter entities are never read, so that no document type can bring others in.
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def place() -> Place:
        return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def refuse_entity(name: str, *_: object) -> None:
        hint = "write the text out instead"
        raise FormatError(
            fault(file, place(), f"the entity `{name}` is declared, which is not allowed", hint)
        )

    parser.EntityDeclHandler = refuse_entity
    parser.StartElementHandler = lambda name, attributes: start(name, attributes, place())
    parser.CharacterDataHandler = text
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)  # noqa: FBT003 — expat takes it by position
    except expat.ExpatError as error:
        what = "the file is empty" if not data.strip() else f"this is no XML: {expat.ErrorString(error.code)}"
        raise FormatError(fault(file, (error.lineno, error.offset + 1), what)) from None
