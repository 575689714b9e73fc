"""The commands: in which part of the help they stand, and one line on each.

The lines are here and not only in the commands, so that the overview imports none of them.
"""

from typing import Final

SECTIONS: Final = {
    "Ask": {
        "show": "Show a person, claim, rebuttal, source or tag.",
        "unanswered": "List the claims nobody challenged and the challenges nobody answered.",
        "dropped": "List what was passed over: unanswered, though who owes the reply spoke again.",
        "list": "List the statements of the map.",
        "tree": "Show claims with their challenges and replies as a tree.",
        "search": "Search titles, texts, quotes and notes.",
        "path": "Show how two statements bear on each other.",
        "stats": "Count what the map holds.",
    },
    "Write": {
        "init": "Begin a map in a folder.",
        "add": "Add a claim, rebuttal, reason, person or source.",
        "set": "Set fields of a record, or take them out.",
        "edit": "Open a record in your editor.",
        "rename": "Give something another id, wherever it stands.",
        "mv": "Move records to another file of the map.",
        "fmt": "Write the files of a map in one style.",
        "rm": "Take something out of the map.",
    },
    "Draw": {
        "render": "Draw the map: SVG, PNG, PDF, HTML, DOT or Mermaid.",
    },
    "Work together": {
        "diff": "Tell what has changed in a map, and what it means for the debate.",
        "log": "Tell when challenges were raised and answered, and how long they have been open.",
        "merge": "Merge two changed versions of a file, as a merge driver of git.",
    },
    "Compare": {
        "compare": "Compare maps with a key, and write feedback on each.",
        "agree": "Tell how far the makers of several maps agree.",
    },
    "Exchange": {
        "import": "Make a map from files of another program.",
        "export": "Write the map in the format of another program.",
    },
    "Corpora": {
        "index": "Bring maps too many or too large for memory into a store.",
    },
    "Compute": {
        "status": "Show what is in, out or undecided once every reply is weighed.",
        "why": "Explain a status as a dialogue.",
        "strength": "Compute how strong each statement is, between 0 and 1.",
        "solve": "Solve abstract argumentation problems (ICCMA).",
    },
    "Live": {
        "serve": "Show the map in the browser, following its files.",
        "watch": "Run a command again after each change of the map.",
        "lsp": "Serve an editor: findings, completion, renaming, quick fixes.",
        "mcp": "Serve a map to an assistant: query, check and change it.",
    },
    "Check": {
        "check": "Report what is wrong or doubtful in a map, with file:line:col.",
        "explain": "Explain the rules of check.",
        "review": "Accept the wording that rebuttals attack, to notice when it changes.",
        "schema": "Print the JSON Schema of the YAML files.",
        "completion": "Print a completion script for bash, zsh or fish.",
    },
}

COMMANDS: Final = {name: line for section in SECTIONS.values() for name, line in section.items()}

MODULES: Final = {"import": "import_"}
"""The modules of commands whose name is a word of Python's; all others are named after their command."""
