"""Public names of a package, imported when they are first used, so that the command line starts fast."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inspect import Signature


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Make the `__getattr__` of a package (PEP 562).

    Args:
        package: its name.
        homes: public names to the modules that define them.
    """

    def find(name: str) -> object:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(home), name)
        # Where a package inside has that name as well, it is in its place from now on; see `make_callable`.
        return vars(sys.modules[package]).get(name, found)

    return find


def make_callable(package: str, home: str) -> None:
    """Let a package be called, for a public function of the same name: importing it hides the function.

    Args:
        package: its name, whose last part is that of the function.
        home: the module that defines the function, imported at the first call.
    """
    module = sys.modules[package]
    module.__class__ = _CallablePackage
    vars(module)["_called"] = (home, package.rpartition(".")[2])


class _CallablePackage(ModuleType):
    """A package that passes calls on; its signature is that of the function."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 — the function has the types
        return _function_of(self)(*args, **kwargs)

    @property
    def __signature__(self) -> "Signature":
        from inspect import signature

        return signature(_function_of(self))


def _function_of(package: ModuleType) -> Callable[..., Any]:
    home, name = vars(package)["_called"]
    function: Callable[..., Any] = getattr(import_module(home), name)
    return function
