"""Terms, dates and habits of a language."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from argmap.csl.content import Quotes
from argmap.csl.xml_source import NAMESPACE, XML_LANG, local_name, parse_xml, read_data

_BUNDLED: Final = {
    "en": ("en-US", "en-GB"),
    "de": ("de-DE",),
    "fr": ("fr-FR",),
    "es": ("es-ES",),
    "ru": ("ru-RU",),
    "zh": ("zh-CN",),
    "pt": ("pt-BR",),
    "it": ("it-IT",),
    "pl": ("pl-PL",),
    "tr": ("tr-TR",),
    "ar": ("ar",),
    "ja": ("ja-JP",),
    "ko": ("ko-KR",),
}
"""The locales in the package, by language; the first one stands for those that are missing."""

_FALLBACK_FORMS: Final = {
    "verb-short": ("verb-short", "verb", "long"),
    "verb": ("verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}


class _Term(NamedTuple):
    single: str
    multiple: str
    gender: str


class _Layer:
    """One ``locale`` element, read when it is asked."""

    __slots__ = ("_element", "_ordinals", "_terms", "dates", "options")

    def __init__(self, element: Element) -> None:
        self._element = element
        self._terms: dict[tuple[str, str], _Term] | None = None
        self.dates: dict[str, Element] = {}
        self.options: dict[str, str] = {}
        self._ordinals: dict[tuple[str, str], tuple[str, str]] = {}
        for child in element:
            name = local_name(child)
            if name == "date":
                self.dates[child.get("form", "text")] = child
            elif name == "style-options":
                self.options.update(child.attrib)

    @property
    def terms(self) -> dict[tuple[str, str], _Term]:
        """The terms, by name and form."""
        if self._terms is None:
            self._terms = {}
            for element in self._element.iter(NAMESPACE + "term"):
                self._read_term(element, self._terms)
        return self._terms

    @property
    def ordinals(self) -> dict[tuple[str, str], tuple[str, str]]:
        """The endings of ordinals and what they match, by name and gender."""
        self.terms  # noqa: B018 — they are read together
        return self._ordinals

    def _read_term(self, element: Element, terms: dict[tuple[str, str], _Term]) -> None:
        name = element.get("name", "")
        single = multiple = element.text or ""
        for child in element:
            if local_name(child) == "single":
                single = child.text or ""
            elif local_name(child) == "multiple":
                multiple = child.text or ""
        gender_form = element.get("gender-form", "")
        if name == "ordinal" or name.startswith("ordinal-"):
            self._ordinals[name, gender_form] = (single, element.get("match", ""))
        form = element.get("form", "long")
        if gender_form:
            terms[f"{name}/{gender_form}", form] = _Term(single, multiple, "")
            terms.setdefault((name, form), _Term(single, multiple, element.get("gender", "")))
        else:
            terms[name, form] = _Term(single, multiple, element.get("gender", ""))


class Locale:
    """The terms of a language, with those of the style before them.

    Args:
        language: the language's tag.
        layers: what is asked first, first.
    """

    __slots__ = ("_cache", "_layers", "_ordinal_layer", "language", "quotes")

    def __init__(self, language: str, layers: Iterable[_Layer]) -> None:
        self.language = language
        self._layers = list(layers)
        self._cache: dict[tuple[str, str, bool, str], str | None] = {}
        self._ordinal_layer: _Layer | None = None
        self.quotes = Quotes(
            self.term("open-quote") or "\u201c",
            self.term("close-quote") or "\u201d",
            self.term("open-inner-quote") or "\u2018",
            self.term("close-inner-quote") or "\u2019",
            self.option("punctuation-in-quote"),
        )

    def option(self, name: str) -> bool:
        """Tell whether an option of the style is on."""
        return next((layer.options[name] for layer in self._layers if name in layer.options), "") == "true"

    def date(self, form: str) -> Element | None:
        """Give how a date of a form is written."""
        return next((layer.dates[form] for layer in self._layers if form in layer.dates), None)

    def term(self, name: str, form: str = "long", *, plural: bool = False, gender: str = "") -> str | None:
        """Give a term.

        Args:
            name: which one.
            form: long, short, verb, verb-short or symbol; what lacks is taken from the next longer one.
            plural: whether there are several.
            gender: which of the forms for genders is wanted.

        Returns:
            The term; None when no locale has it.
        """
        key = (name, form, plural, gender)
        if key not in self._cache:
            self._cache[key] = self._find(name, form, plural, gender)
        return self._cache[key]

    def _find(self, name: str, form: str, plural: bool, gender: str) -> str | None:  # noqa: FBT001
        for try_form in _FALLBACK_FORMS.get(form, ("long",)):
            for layer in self._layers:
                terms = layer.terms
                found = (terms.get((f"{name}/{gender}", try_form)) if gender else None) or terms.get(
                    (name, try_form)
                )
                if found:
                    return found.multiple if plural else found.single
        return None

    def gender(self, name: str) -> str:
        """Give a noun's gender, or nothing."""
        for layer in self._layers:
            found = layer.terms.get((name, "long"))
            if found and found.gender:
                return found.gender
        return ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """Write a number with its ordinal ending.

        Args:
            number: the number.
            gender: the gender of what is counted.
        """
        if self._ordinal_layer is None:
            self._ordinal_layer = next((layer for layer in self._layers if layer.ordinals), self._layers[-1])
        ordinals = self._ordinal_layer.ordinals
        digits = f"{number:02d}"[-2:]
        for name, matches in (
            (f"ordinal-{number:02d}", ("whole-number", "last-two-digits", "last-digit", "")),
            (f"ordinal-{digits}", ("last-two-digits", "")),
            (f"ordinal-0{digits[-1]}", ("last-digit", "")),
        ):
            for key in ((name, gender), (name, "")):
                found = ordinals.get(key)
                if found and self._matches(name, found[1], matches, number):
                    return f"{number}{found[0]}"
        default = ordinals.get(("ordinal", gender)) or ordinals.get(("ordinal", ""))
        return f"{number}{default[0]}" if default else str(number)

    @staticmethod
    def _matches(name: str, match: str, allowed: tuple[str, ...], number: int) -> bool:
        if match:
            return match in allowed
        # Without a word about it, 0 to 9 match the last digit, and 10 to 99 the last two.
        value = int(name.rpartition("-")[2])
        return number % 10 == value if value < 10 else number % 100 == value  # noqa: PLR2004

    def long_ordinal(self, number: int, gender: str = "") -> str:
        """Write an ordinal from one to ten as a word, others with their ending."""
        if 1 <= number <= 10:  # noqa: PLR2004 — the terms that there are
            found = self.term(f"long-ordinal-{number:02d}", gender=gender)
            if found:
                return found
        return self.ordinal(number, gender)


@lru_cache(maxsize=16)
def _bundled_layer(tag: str) -> _Layer:
    return _Layer(parse_xml(read_data("locales", f"locales-{tag}.xml")))


class _EnglishLayer(_Layer):
    """What English says, read only when the language itself is silent."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(Element("locale"))

    @property
    def terms(self) -> dict[tuple[str, str], _Term]:
        """The terms, by name and form."""
        return _bundled_layer("en-US").terms


def bundled_tag(language: str) -> str:
    """Name the locale of the package that comes nearest to a language.

    Args:
        language: a tag such as ``de-AT``.
    """
    wanted = language.replace("_", "-").lower()
    tags = _BUNDLED.get(wanted.partition("-")[0], ("en-US",))
    return next((tag for tag in tags if tag.lower() == wanted), tags[0])


def make_locale(language: str, overrides: Iterable[Element]) -> Locale:
    """Put the locale of a language together.

    Args:
        language: the language's tag.
        overrides: the ``locale`` elements of the style.
    """
    tag = bundled_tag(language)
    wanted = language.lower()
    base = wanted.partition("-")[0]
    exact: list[_Layer] = []
    dialect: list[_Layer] = []
    general: list[_Layer] = []
    for element in overrides:
        its = (element.get(XML_LANG) or "").lower()
        if not its:
            general.append(_Layer(element))
        elif its in {wanted, tag.lower()}:
            exact.append(_Layer(element))
        elif its == base:
            dialect.append(_Layer(element))
    layers = [*exact, *dialect, *general, _bundled_layer(tag)]
    if tag != "en-US":
        layers.append(_EnglishLayer())
    return Locale(language, layers)
