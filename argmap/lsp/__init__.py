"""The language server: a map in an editor, with the rules and the words of the commands."""
