"""``argmap completion``."""

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    r"""Print a completion script for bash, zsh or fish.

    It completes commands and options, and the ids, people, sources and tags of the map at hand.

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
        click.echo(maker(cli, {}, "argmap", "_ARGMAP_COMPLETE").source())
