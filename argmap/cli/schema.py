"""``argmap schema``."""

import click

from argmap.cli.shared.context import print_json


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the YAML files, which editors use for completion and hover.

    \b
    Example:
      argmap schema > argmap.schema.json

    A first line in a file of a map tells the YAML language server where it is:
      # yaml-language-server: $schema=argmap.schema.json
    """
    from argmap.files.schema import build_schema

    print_json(build_schema())
