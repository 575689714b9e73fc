"""Apache Spark as the engine: in a process of its own on this machine, or on a cluster."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
from py4j.java_gateway import JavaGateway
from py4j.protocol import Py4JError
from pyspark import SparkConf, SparkContext
from pyspark.errors import PySparkException
from pyspark.java_gateway import launch_gateway
from pyspark.sql import SparkSession

from argmap.corpus.batches import ROWS_IN_BATCH, batches
from argmap.corpus.engine import EngineError, Row

_OLDEST_JAVA: Final = 17
_SECONDS_TO_END: Final = 30
# Where Java has ended, nothing answers any more at its port.
_FAILURES: Final = (PySparkException, Py4JError, OSError)
_PROBES: Final = 64

_SQL_TYPES: Final = {"bigint": "BIGINT", "string": "VARCHAR", "boolean": "BOOLEAN"}
_TYPES: Final = {pa.int64(): "BIGINT", pa.string(): "STRING", pa.bool_(): "BOOLEAN"}

_SETTINGS: Final = {
    "spark.app.name": "argmap",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.ansi.enabled": "true",
    # Two quotes inside a text are one, as everywhere else.
    "spark.sql.legacy.consecutiveStringLiterals.enabled": "false",
    # A folder of Parquet files holds nothing else.
    "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs": "false",
    "spark.hadoop.fs.file.impl": "org.apache.hadoop.fs.RawLocalFileSystem",
}


class SparkEngine:
    """Spark with a scratch folder, which the caller removes.

    Each table that is kept is a folder of Parquet files in the scratch folder. On a cluster, every machine
    must see that folder and the store under the same path, on a shared file system. What else Spark should
    know stands where Spark looks for it, in ``spark-defaults.conf`` under ``SPARK_CONF_DIR``.

    Args:
        folder: the scratch folder.
        memory_limit: how much memory Spark may use in this machine's own process, such as ``2GB``; without it
            Spark decides.
        master: the cluster, such as ``spark://host:7077``; ``local[*]`` is this machine with all its cores.

    Raises:
        EngineError: Spark cannot be started: Java is missing or too old, nobody answers at the master, or
            Spark runs in this process already.
    """

    name = "spark"
    in_process = False

    def __init__(self, folder: Path, memory_limit: str | None = None, master: str = "local[*]") -> None:
        self._folder = folder.absolute()
        self._numbers = count(1)
        self._kept: dict[str, Path] = {}
        settings = {
            **_SETTINGS,
            "spark.master": master,
            "spark.local.dir": str(self._folder),
            "spark.sql.warehouse.dir": str(self._folder / "warehouse"),
        }
        if master.startswith("local"):
            # Nothing outside this machine has to reach it.
            settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        if memory_limit:
            settings["spark.driver.memory"] = memory_limit.strip().rstrip("Bb")
        self._session = _started(settings, self._folder / "spark.log")
        if not master.startswith("local"):
            self._check_that_scratch_is_shared()

    def open_files(self, table: str, files: Sequence[str]) -> None:
        """See `Engine.open_files`."""
        try:
            columns = ", ".join(f"{one.name} {_TYPES[one.type]}" for one in pq.read_schema(files[0]))
        except (OSError, pa.ArrowException, KeyError) as error:
            raise EngineError(f"{files[0]} cannot be read: {error}") from error
        paths = map(_pattern, files)
        try:
            self._session.read.schema(columns).parquet(*paths).createOrReplaceTempView(table)
        except _FAILURES as error:
            raise EngineError(_words(error)) from error

    def columns(self, table: str) -> list[tuple[str, str]]:
        """See `Engine.columns`."""
        return [(str(name), _SQL_TYPES.get(kind, kind)) for name, kind in self._session.table(table).dtypes]

    def keep(self, table: str, select: str) -> int:
        """See `Engine.keep`."""
        folder = self._folder / f"{table}-{next(self._numbers)}"
        try:
            frame = self._session.sql(select)
            frame.write.parquet(str(folder))
            kept = self._session.read.schema(frame.schema).parquet(_pattern(str(folder)))
            kept.createOrReplaceTempView(table)
            rows = sum(pq.read_metadata(file).num_rows for file in folder.glob("*.parquet"))
        except (*_FAILURES, pa.ArrowException) as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise EngineError(_words(error)) from error
        self._replace(table, folder)
        return rows

    def view(self, table: str, select: str) -> None:
        """See `Engine.view`."""
        self._run(f"CREATE OR REPLACE TEMPORARY VIEW {table} AS {select}")
        self._replace(table, None)

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
        """See `Engine.load`."""
        folder = self._folder / f"{table}-{next(self._numbers)}"
        schema = pa.schema([pa.field(column, pa.int64()) for column in columns])
        try:
            folder.mkdir()
            with pq.ParquetWriter(folder / "part.parquet", schema) as writer:
                for batch in batches(rows, ROWS_IN_BATCH):
                    data = [pa.array(column, pa.int64()) for column in zip(*batch, strict=True)]
                    writer.write_table(pa.table(data, schema=schema))
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise EngineError(_words(error)) from error
        self.open_files(table, [str(folder / "part.parquet")])
        self._replace(table, folder)

    def save(self, table: str, folder: Path) -> None:
        """See `Engine.save`."""
        try:
            self._session.sql(f"SELECT * FROM {table} ORDER BY 1").write.parquet(str(folder.absolute()))
        except _FAILURES as error:
            raise EngineError(_words(error)) from error

    def rows(self, select: str) -> list[Row]:
        """See `Engine.rows`."""
        return [tuple(row) for row in self._run(select)]

    def forget(self, *tables: str) -> None:
        """See `Engine.forget`."""
        for table in tables:
            self._session.catalog.dropTempView(table)
            self._replace(table, None)

    def close(self) -> None:
        """See `Engine.close`."""
        with suppress(*_FAILURES):
            self._session.stop()
        _end_java()

    def _check_that_scratch_is_shared(self) -> None:
        """Let all machines write into the scratch folder, and see that everything has come here.

        Raises:
            EngineError: something is missing; tables would lose rows and nobody would notice.
        """
        folder = self._folder / "shared"
        try:
            self._session.range(0, _PROBES, 1, _PROBES).write.parquet(str(folder))
            found = sum(pq.read_metadata(file).num_rows for file in folder.glob("*.parquet"))
        except (*_FAILURES, pa.ArrowException) as error:
            self.close()
            raise EngineError(_words(error)) from error
        shutil.rmtree(folder, ignore_errors=True)
        if found != _PROBES:
            self.close()
            raise EngineError(
                f"The machines of the cluster do not all see {self._folder}. "
                "Set TMPDIR to a folder on a file system that they share."
            )

    def _run(self, sql: str) -> list[Row]:
        try:
            return [tuple(row) for row in self._session.sql(sql).collect()]
        except _FAILURES as error:
            raise EngineError(_words(error)) from error

    def _replace(self, table: str, folder: Path | None) -> None:
        """Remember where a table is kept, and remove what it was before."""
        if old := self._kept.pop(table, None):
            shutil.rmtree(old, ignore_errors=True)
        if folder:
            self._kept[table] = folder


def _started(settings: dict[str, str], log: Path) -> SparkSession:
    """Start Java with Spark in it; what it prints goes into a file."""
    if SparkContext._active_spark_context is not None:  # noqa: SLF001 — Spark would only say so in a traceback
        raise EngineError("Spark runs in this process already, and it can do so once only.")
    conf = SparkConf().setAll(list(settings.items()))
    try:
        with log.open("wb") as printed:
            # It has no types.
            launch: Callable[..., JavaGateway] = launch_gateway
            gateway = launch(conf, {"stdout": printed, "stderr": printed})
    except (PySparkException, OSError) as error:
        raise EngineError(_why_no_java() or f"Spark does not start: {_words(error)}") from error
    try:
        return SparkSession(SparkContext(conf=conf, gateway=gateway))
    except _FAILURES as error:
        _end_java()
        why = _last_told(log) or _words(error)
        raise EngineError(f"Spark does not start with {settings['spark.master']}: {why}") from error


def _last_told(log: Path) -> str | None:
    """Give the last error in what Spark has printed."""
    told = re.findall(r" ERROR \w+: (.+)", log.read_text(encoding="utf-8", errors="replace"))
    return str(told[-1]) if told else None


def _end_java() -> None:
    """End the process of Java, so that nothing writes into the scratch folder any more."""
    # Spark keeps it for another session, and offers no other way to end it.
    gateway = SparkContext._gateway  # noqa: SLF001 — see above
    SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001 — see above
    if gateway is None:
        return
    with suppress(Py4JError, OSError):
        gateway.shutdown()
    process: subprocess.Popen[bytes] = gateway.proc
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _why_no_java() -> str | None:
    """Tell what is wrong with Java, if that is why Spark does not start."""
    home = os.environ.get("JAVA_HOME")
    program = str(Path(home, "bin", "java")) if home else "java"
    wanted = f"Spark needs Java {_OLDEST_JAVA} or newer"
    try:
        command = [program, "-version"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stderr  # noqa: S603 — Java
    except (OSError, subprocess.CalledProcessError):
        where = f"{program}, which JAVA_HOME names, does not run" if home else "there is no program java"
        return f"{wanted}, and {where}. Install it, or answer with DuckDB."
    # Up to Java 8, the version 8 is called 1.8.
    found = re.search(r'version "(?:1\.)?(\d+)', told)
    if found and int(found[1]) < _OLDEST_JAVA:
        return f"{wanted}, and {program} is Java {found[1]}. Install a newer one, or answer with DuckDB."
    return None


def _pattern(path: str) -> str:
    """Write a path so that Spark, which takes paths for patterns, finds this one."""
    return re.sub(r"([\\\[\]{}*?])", r"\\\1", path)


def _words(error: Exception) -> str:
    """Give the innermost reason that Spark tells, in one line, without names of classes and conditions."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    reasons = [line for line in lines if line.startswith((": ", "Caused by: "))]
    line = (reasons or lines)[-1 if reasons else 0]
    line = re.sub(r"^(?:Caused by)?: (?:[\w$]+\.)+[\w$]+(?:: |$)", "", line) or line
    return re.sub(r"^\[[A-Z_.0-9]+\] |\s+SQLSTATE: .*$", "", line)
