"""``argmap completion``."""

import click

from argmap.cli.shared.saying import print_text


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    r"""Print a completion script for bash, zsh or fish.

    It completes commands, options and files, and the ids, people, sources and tags of the map at hand.
    In zsh it belongs after compinit.

    \b
    Examples:
      argmap completion bash >> ~/.bashrc
      argmap completion zsh >> ~/.zshrc
      argmap completion fish > ~/.config/fish/completions/argmap.fish
    """
    from click.shell_completion import get_completion_class

    from argmap.cli.group import cli

    maker = get_completion_class(shell)
    if maker is not None:
        source = maker(cli, {}, "argmap", "_ARGMAP_COMPLETE").source()
        # A title may hold a comma, at which click's script for fish would end it.
        print_text(source.replace('string split ","', 'string split --max 1 ","') + "\n")
