"""The names of languages in entries, and their BCP 47 tags."""

from typing import Final

_BABEL: Final = {
    "english": "en",
    "american": "en-US",
    "british": "en-GB",
    "canadian": "en-CA",
    "australian": "en-AU",
    "newzealand": "en-NZ",
    "ngerman": "de",
    "naustrian": "de-AT",
    "nswissgerman": "de-CH",
    "french": "fr",
    "canadien": "fr-CA",
    "spanish": "es",
    "catalan": "ca",
    "basque": "eu",
    "galician": "gl",
    "portuguese": "pt",
    "brazilian": "pt-BR",
    "italian": "it",
    "latin": "la",
    "romanian": "ro",
    "dutch": "nl",
    "afrikaans": "af",
    "danish": "da",
    "norsk": "nb",
    "nynorsk": "nn",
    "swedish": "sv",
    "finnish": "fi",
    "icelandic": "is",
    "estonian": "et",
    "latvian": "lv",
    "lithuanian": "lt",
    "polish": "pl",
    "czech": "cs",
    "slovak": "sk",
    "slovene": "sl",
    "croatian": "hr",
    "serbian": "sr",
    "bosnian": "bs",
    "macedonian": "mk",
    "bulgarian": "bg",
    "russian": "ru",
    "ukrainian": "uk",
    "belarusian": "be",
    "greek": "el",
    "hungarian": "hu",
    "turkish": "tr",
    "arabic": "ar",
    "hebrew": "he",
    "persian": "fa",
    "hindi": "hi",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "vietnamese": "vi",
    "thai": "th",
    "indonesian": "id",
    "georgian": "ka",
    "armenian": "hy",
    "irish": "ga",
    "welsh": "cy",
    "albanian": "sq",
}
"""The first name of a language is the one that is written."""

_OTHERS: Final = {
    "usenglish": "en-US",
    "ukenglish": "en-GB",
    "german": "de",
    "austrian": "de-AT",
    "swissgerman": "de-CH",
    "francais": "fr",
    "français": "fr",
    "deutsch": "de",
    "español": "es",
    "italiano": "it",
    "norwegian": "no",
    "slovenian": "sl",
    "farsi": "fa",
    "brazil": "pt-BR",
    "magyar": "hu",
    "eng": "en",
    "ger": "de",
    "deu": "de",
    "fre": "fr",
    "fra": "fr",
    "rus": "ru",
    "spa": "es",
    "ita": "it",
}
_TAGS: Final = {**_OTHERS, **_BABEL}
_NAMES: Final = {tag.casefold(): name for name, tag in reversed(_BABEL.items())}


def language_tag(name: str) -> str:
    """Give the tag of a language; the name itself where it is a tag or not known.

    Args:
        name: as babel calls it, in English, or a tag.
    """
    return _TAGS.get(name.casefold().strip(), name)


def babel_name(tag: str) -> str:
    """Give babel's name of a language; the tag itself where that is not known."""
    name = _NAMES.get(tag.casefold(), tag)
    return name if language_tag(name) == tag else tag
