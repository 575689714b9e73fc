"""The short names of signs in Argdown: ``.A.`` and ``:A:`` for ∀, and so on."""

from typing import Final

_LOGIC: Final = {
    "A": "∀",
    "E": "∃",
    "O": "\N{MATHEMATICAL SANS-SERIF BOLD CAPITAL O}",
    "P": "\N{MATHEMATICAL SANS-SERIF BOLD CAPITAL P}",
    "->": "→",
    "<->": "↔",
    "~": "¬",
    "^": "∧",
    "v": "\N{LOGICAL OR}",
    "v_": "⊻",
    "<>": "◇",
    "[]": "◻",
}
_FACES: Final = {
    "happy": "😀",
    "smile": "☺",
    "smiley": "☺",
    "laugh": "😆",
    "lol": "😆",
    "rofl": "🤣",
    "joy": "😂",
    "heart": "❤",
    "?": "❓",
    "question": "❓",
    "love": "😍",
    "wink": "😉",
    "shush": "🤫",
    "meh": "😐",
    "eye-roll": "🙄",
    "sad": "😢",
    "disappointed": "😞",
    "scream": "😱",
    "+1": "👍",
    "up": "👍",
    "-1": "👎",
    "down": "👎",
    "think": "🤔",
    "star": "⭐",
    "y": "✔",
    "agree": "✔",
    "n": "❌",
    "disagree": "❌",
}

SIGNS: Final = {f"{mark}{name}{mark}": sign for name, sign in (_LOGIC | _FACES).items() for mark in ".:"}
"""Short name, with its dots or colons, to sign."""
