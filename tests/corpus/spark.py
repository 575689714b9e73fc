"""Spark for tests: whether it can run here, and a cluster on this machine."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

HAS_JAVA = shutil.which("java") is not None

# Starting takes longer than the little work that there is.
_SETTINGS = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.executor.memory": "512m",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "2",
}
_SECONDS_TO_START = 120


def settings_for_little(folder: Path) -> Path:
    """Write settings for little work, and give the folder that SPARK_CONF_DIR is to name."""
    folder.mkdir()
    lines = (f"{name} {value}\n" for name, value in _SETTINGS.items())
    (folder / "spark-defaults.conf").write_text("".join(lines), encoding="utf-8")
    return folder


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[str]:
    """Start a master and workers on the loopback, give the master's URL, and end them.

    Args:
        folder: an empty folder for what they write and print.
        workers: how many workers.
    """
    with ExitStack() as stack:
        deploy = "org.apache.spark.deploy"
        master = stack.enter_context(
            _running(folder / "master", f"{deploy}.master.Master", "--port", "0", "--webui-port", "0")
        )
        url = f"spark://127.0.0.1:{_told(master, 'Starting Spark master at spark://127.0.0.1:')}"
        for number in range(workers):
            own = folder / f"worker-{number}"
            room = ("--cores", "1", "--memory", "600m", "--work-dir", str(own))
            log = stack.enter_context(
                _running(own, f"{deploy}.worker.Worker", "--webui-port", "0", *room, url)
            )
            _told(log, "Successfully registered with master ")
        yield url


@contextmanager
def _running(folder: Path, *command: str) -> Iterator[Path]:
    """Run a class of Spark, give the file into which it prints, and end it."""
    import pyspark

    folder.mkdir(parents=True)
    log = folder / "log"
    program = Path(pyspark.__file__).parent / "bin" / "spark-class"
    surroundings = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m"}
    with log.open("wb") as printed:
        process = subprocess.Popen(
            [str(program), command[0], "--host", "127.0.0.1", *command[1:]],
            stdout=printed,
            stderr=printed,
            env=surroundings,
        )
    try:
        yield log
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _told(log: Path, beginning: str) -> str:
    """Wait until something is printed, and give the word that follows."""
    for _ in range(_SECONDS_TO_START * 5):
        _, found, rest = log.read_text(encoding="utf-8", errors="replace").partition(beginning)
        if found and "\n" in rest:
            return rest.split()[0]
        time.sleep(0.2)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
