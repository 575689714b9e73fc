import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from argmap.cli.shared.output import Known, choose_destination
from tests.running import Outcome, run_command

STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "mermaid": b"---\ntitle"}

Run = Callable[..., Outcome]
UNRAISABLE = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""The time may be up within a finaliser, which swallows the error; it is raised again a second later."""


@pytest.mark.parametrize("form", STARTS)
def test_the_ending_decides_the_format(run: Run, form: str, tmp_path: Path) -> None:
    ending = {"mermaid": "mmd"}.get(form, form)
    outcome = run("render", "-o", f"picture.{ending}")
    assert (outcome.exit_code, outcome.output) == (0, "")
    assert (tmp_path / f"picture.{ending}").read_bytes().startswith(STARTS[form])


@pytest.mark.parametrize("form", ["svg", "dot", "mermaid"])
def test_a_pipe_gets_the_same_bytes_as_a_file(run: Run, form: str, tmp_path: Path) -> None:
    run("render", f"--{form}", "-o", "file.any")
    assert run("render", f"--{form}").stdout.encode() == (tmp_path / "file.any").read_bytes()
    assert run("render", f"--{form}", "-o", "-").stdout.encode() == (tmp_path / "file.any").read_bytes()


def test_the_svg_says_what_it_is(run: Run) -> None:
    svg = run("render").stdout
    assert "<title " in svg
    assert "Should Market Street be closed to cars?</title>" in svg
    assert 'id="ada-close"' in svg
    assert "Without cars the air in the street becomes cleaner." in svg


def test_a_terminal_gets_a_file_instead_of_a_picture(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.cli.shared.output._is_terminal", lambda: True)
    outcome = run("render", "--png")
    assert (outcome.stdout, outcome.stderr) == ("", "argmap: argmap.png written\n")
    assert (tmp_path / "argmap.png").read_bytes().startswith(STARTS["png"])
    assert run("render", "--dot").stdout.startswith("digraph")
    refused = run("render", "--pdf", "-o", "-")
    assert refused.exit_code == 2
    assert "PDF is not for a terminal" in refused.stderr


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pictures.svg").mkdir()
    outcome = run("render", "-o", "pictures.svg")
    assert outcome.exit_code == 2
    assert "is a folder" in outcome.stderr


@UNRAISABLE
def test_a_failed_drawing_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.svg").write_text("old", encoding="utf-8")
    outcome = run("render", "-o", "old.svg", "--timeout", "0.01")
    assert outcome.exit_code == 2
    assert "not drawn within 0.01 s" in outcome.stderr
    assert [path.name for path in tmp_path.iterdir() if "old" in path.name] == ["old.svg"]
    assert (tmp_path / "old.svg").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(shutil.which("dot") is not None, reason="there is a native Graphviz here")
def test_a_missing_engine_is_named(run: Run) -> None:
    outcome = run("render", "--engine", "native")
    assert outcome.exit_code == 2
    assert "no `dot` on the PATH" in outcome.stderr


def test_a_huge_image_is_refused(run: Run) -> None:
    outcome = run("render", "--png", "--scale", "500")
    assert outcome.exit_code == 2
    assert "choose another scale" in outcome.stderr


def test_mermaid_says_what_to_do_about_its_limits(tmp_path: Path) -> None:
    claims = "".join(f"  - {{id: c{n}, text: t, because: [a, b]}}\n" for n in range(300))
    map_file = tmp_path / "large.yaml"
    map_file.write_text(
        f"claims:\n  - {{id: a, text: t}}\n  - {{id: b, text: t}}\n{claims}", encoding="utf-8"
    )
    outcome = run_command(["render", "--mermaid", "--map", str(map_file)])
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert "at most 500 lines" in outcome.stderr
    assert "--focus" in outcome.stderr


def test_who_ran_out_of_time_hears_what_is_quicker(run: Run) -> None:
    outcome = run("render", "--svg", "--timeout", "0.01")
    assert outcome.exit_code == 2
    assert outcome.stderr == (
        "argmap: not drawn within 0.01 s: --focus, --by or --tag draws a part, "
        "--svg --view flow quickly all that is disputed, and --timeout allows more\n"
    )


@pytest.mark.parametrize(
    "busy",
    [
        "cli.render.load",
        "render.service.view_of",
        "render.service.shown_to_plan",
        "render.draw.finished",
        "render.pdf.pdf",
    ],
)
@UNRAISABLE
def test_the_time_is_that_of_the_whole_command(run: Run, monkeypatch: pytest.MonkeyPatch, busy: str) -> None:
    """Whatever it is busy with; an endless loop has to end."""

    def endless(*_: object, **__: object) -> None:
        while True:
            pass

    monkeypatch.setattr(f"argmap.{busy}", endless)
    outcome = run("render", "--pdf", "-o", "-", "--timeout", "0.5")
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("argmap: not drawn within 0.5 s: ")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interrupted_drawing_leaves_the_old_file(tmp_path: Path) -> None:
    claims = "".join(f"  - {{id: c{n}, text: t}}\n" for n in range(1, 1600))
    (tmp_path / "large.yaml").write_text(f"claims:\n  - {{id: c0, text: t}}\n{claims}", encoding="utf-8")
    (tmp_path / "old.svg").write_text("old", encoding="utf-8")
    program = "from argmap.cli.group import cli; cli()"
    command = [sys.executable, "-c", program, "--map", "large.yaml", "render", "-o", "old.svg"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=tmp_path, text=True) as running:
        assert running.stderr
        assert running.stderr.readline() == (
            "argmap: 1,600 statements take a while; --focus, --by or --tag draws a part, "
            "--svg --view flow quickly all that is disputed\n"
        )
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
    assert running.returncode == 130
    assert rest == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["large.yaml", "old.svg"]
    assert (tmp_path / "old.svg").read_text(encoding="utf-8") == "old"


def test_an_empty_map_is_nothing_to_draw(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("claims: []\n", encoding="utf-8")
    outcome = run_command(["render", "--map", str(tmp_path / "empty.yaml")])
    assert outcome.exit_code == 1
    assert outcome.stderr == "argmap: nothing to draw: the map holds no statements\n"


def test_text_formats_need_neither_graphviz_nor_images(run: Run) -> None:
    run("render", "--dot")
    program = (
        "import sys; from argmap.cli.group import cli\n"
        "try: cli(['render', '--dot'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'fpdf', 'graphviz', 'networkx', 'resvg_py', 'rich'}.intersection(sys.modules)))"
    )
    environment = {**os.environ, "ARGMAP_MAP": "debate.yaml"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment)
    assert done.stdout.splitlines()[-1] == b"[]"


KNOWN = Known({".svg": "svg", ".txt": "txt"}, "svg", frozenset({"txt"}))


def test_destinations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.cli.shared.output._is_terminal", lambda: False)
    assert choose_destination((), None, KNOWN) == ("svg", None, False)
    assert choose_destination(("txt",), "-", KNOWN) == ("txt", None, False)
    assert choose_destination(("txt",), "a.b", KNOWN) == ("txt", Path("a.b"), False)
    assert choose_destination((), "A.SVG", KNOWN) == ("svg", Path("A.SVG"), False)
    monkeypatch.setattr("argmap.cli.shared.output._is_terminal", lambda: True)
    assert choose_destination((), None, KNOWN) == ("svg", Path("argmap.svg"), True)
    assert choose_destination(("txt",), None, KNOWN) == ("txt", None, False)


@pytest.mark.parametrize("form", ["svg", "dot", "mermaid"])
def test_a_theme_changes_colours(run: Run, form: str) -> None:
    plain, dark = run("render", f"--{form}"), run("render", f"--{form}", "--theme", "dark")
    assert (dark.exit_code, dark.stderr) == (0, "")
    assert "#ececec" in dark.stdout
    assert "#ececec" not in plain.stdout
    assert run("render", f"--{form}", "--theme", "default").stdout == plain.stdout


def test_the_settings_name_the_theme_and_the_command_line_goes_before_them(run: Run, tmp_path: Path) -> None:
    run("render", "--dot")
    (tmp_path / "argmap.toml").write_text(
        '[render]\ntheme = "house"\n[render.themes.house]\nbased-on = "dark"\nink = "#fefefe"\n',
        encoding="utf-8",
    )
    assert "#fefefe" in run("render", "--dot").stdout
    assert "#fefefe" not in run("render", "--dot", "--theme", "dark").stdout
    assert run("render", "--html").exit_code == 0


def test_a_faint_theme_is_drawn_with_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('[render.themes.pale]\nsupport = "#dddddd"\n', encoding="utf-8")
    outcome = run("render", "--dot", "--theme", "pale")
    assert outcome.exit_code == 0
    assert outcome.stderr == "argmap: theme pale: support has a contrast of 1.4, 3 can be seen by most\n"


def test_wrong_themes_are_refused(run: Run, tmp_path: Path) -> None:
    unknown = run("render", "--dot", "--theme", "grayscale")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert "there is no theme grayscale; did you mean `greyscale`?" in unknown.stderr
    (tmp_path / "argmap.toml").write_text('[render.themes.mine]\npaper = "white"\n', encoding="utf-8")
    wrong = run("render", "--dot")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "argmap.toml:2:1: C901 `white` is not a colour" in wrong.stderr


@pytest.mark.parametrize("page", ["a4", "letter", "slide", "A4"])
def test_a_pdf_is_fitted_to_paper(run: Run, tmp_path: Path, page: str) -> None:
    outcome = run("render", "-o", "page.pdf", "--page", page)
    assert (outcome.exit_code, outcome.output) == (0, "")
    only = PdfReader(tmp_path / "page.pdf").pages[0]
    sides = sorted(round(float(side)) for side in (only.mediabox.width, only.mediabox.height))
    assert sides == {"letter": [612, 792], "slide": [540, 960]}.get(page, [595, 842])


@pytest.mark.parametrize("form", ["html", "dot", "mermaid"])
def test_only_pictures_are_fitted_to_paper(run: Run, form: str) -> None:
    outcome = run("render", f"--{form}", "--page", "a4")
    assert outcome.exit_code == 2
    assert f"--page means nothing for --{form}; it goes with --svg, --png and --pdf." in outcome.stderr


@pytest.mark.parametrize("form", ["html", "mermaid"])
@pytest.mark.parametrize("option", [("--colour-by", "tag"), ("--no-title",), ("--no-legend",)])
def test_colours_and_captions_are_of_drawings(run: Run, form: str, option: tuple[str, ...]) -> None:
    outcome = run("render", f"--{form}", *option)
    assert outcome.exit_code == 2
    meant = "it goes with --svg, --png, --pdf, --tikz and --dot."
    assert f"{option[0]} means nothing for --{form}; {meant}" in outcome.stderr


@pytest.mark.parametrize("view", ["people", "flow", "overview"])
def test_some_views_have_colours_of_their_own(run: Run, view: str) -> None:
    outcome = run("render", "--svg", "--view", view, "--color-by", "source")
    assert outcome.exit_code == 2
    assert f"--colour-by means nothing for --view {view}." in outcome.stderr


def test_several_sheets_are_several_files(run: Run, tmp_path: Path) -> None:
    outcome = run("render", "--page", "slide", "-o", "print.svg")
    files = sorted(path.name for path in tmp_path.glob("print*"))
    assert outcome.exit_code == 0
    assert outcome.output == f"argmap: {len(files)} sheets written, {files[0]} to {files[-1]}\n"
    assert files == [f"print-{page}.svg" for page in range(1, len(files) + 1)]
    piped = run("render", "--page", "slide", "--svg")
    assert (piped.exit_code, piped.stdout) == (2, "")
    assert f"this needs {len(files)} sheets of paper: name a file with -o" in piped.stderr
