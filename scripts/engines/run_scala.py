"""Spark in Scala: compiled by the compiler that PySpark's jars carry, with deprecations as errors, and run in one JVM.

A snippet is a piece of a program in which `spark` stands, as in a notebook or in spark-shell. Each becomes an object
of its own: its classes, objects and imports go to the top of it, the rest into a method.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pyspark
from harness import CheckFailed, Snippet, drive, read_snippet
from run_spark import write_defaults

HOME = Path(pyspark.__file__).parent
JARS = f"{HOME}/jars/*"
SOURCES, CLASSES = (Path(os.environ["ENGINES_WORK"], name) for name in ("sources", "classes"))
TOP = re.compile(r"(?:final |sealed |abstract )*(?:case )?(?:class|object|trait|import)\b")
RUNNER = """\
package snippets

import org.apache.spark.sql.SparkSession

object Runner {
  def main(args: Array[String]): Unit = Iterator.continually(Console.in.readLine()).takeWhile(_ != null).foreach { name =>
    val session = SparkSession.builder().getOrCreate().newSession()
    session.conf.set("spark.sql.shuffle.partitions", "2")
    session.conf.set("spark.sql.session.timeZone", "UTC")
    SparkSession.setActiveSession(session)
    SparkSession.setDefaultSession(session)
    try {
      Class.forName(s"snippets.$name.Run").getMethod("run", classOf[SparkSession]).invoke(null, session)
      println("@@ok")
    } catch {
      case error: Throwable =>
        val cause = Option(error.getCause).getOrElse(error)
        cause.printStackTrace()
        println(s"@@failed $cause".replace('\\n', ' '))
    }
  }
}
"""


def package(snippet: Snippet) -> str:
    return snippet.id.replace("-", "_")


def as_object(snippet: Snippet) -> str:
    top, body = [], []
    for block in blocks("".join(cell.text for cell in snippet.cells)):
        if TOP.match(block) and not block.startswith("import spark."):
            top.append(block)
        if not TOP.match(block) or block.startswith("import"):
            body.append(block)
    return (
        f"package snippets.{package(snippet)}\n\nimport org.apache.spark.sql.SparkSession\n\nobject Run {{\n"
        + "".join(top) + "def run(spark: SparkSession): Unit = {\n" + "".join(body) + "}\n}\n"
    )


def blocks(text: str) -> list[str]:
    """Statements with the lines that belong to them: what is indented, closes a bracket, or is empty."""
    found: list[str] = []
    for line in text.splitlines(keepends=True):
        if found and re.match(r"[ \t})\]\r\n]", line):
            found[-1] += line
        else:
            found.append(line)
    return found


def compile_all(snippets: list[Snippet]) -> dict[str, str]:
    """Compiles together, and one by one only where that fails. Answers the errors by snippet."""
    for folder in (SOURCES, CLASSES):
        folder.mkdir(parents=True)
    runner = SOURCES / "Runner.scala"
    runner.write_text(RUNNER)
    files = {snippet.id: SOURCES / f"{package(snippet)}.scala" for snippet in snippets}
    for snippet in snippets:
        files[snippet.id].write_text(as_object(snippet))
    if not scalac([runner, *files.values()]):
        return {}
    scalac([runner])
    return {name: errors for name, file in files.items() if (errors := scalac([file]))}


def scalac(files: list[Path]) -> str:
    options = ["-deprecation", "-feature", "-Werror", "-d", str(CLASSES), "-cp", f"{CLASSES}:{classpath()}"]
    done = subprocess.run(
        ["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-cp", JARS, "scala.tools.nsc.Main", *options, *map(str, files)],
        capture_output=True, text=True, check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


def classpath() -> str:
    return ":".join(str(jar) for jar in (HOME / "jars").glob("*.jar"))


class Runner:
    def __init__(self, errors: dict[str, str]):
        self.errors = errors
        self.process = None

    def run(self, snippet: Snippet) -> dict:
        if snippet.id in self.errors:
            raise CheckFailed(self.errors[snippet.id])
        if self.process is None:
            self.process = self.start()
        self.process.stdin.write(package(snippet) + "\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith("@@ok"):
                return {"versions": {"spark": pyspark.__version__, "scala": scala_version()}}
            if line.startswith("@@failed"):
                raise CheckFailed(line.removeprefix("@@failed ").strip())
            print(line, end="", flush=True)
        raise CheckFailed("the JVM ended")

    def start(self) -> subprocess.Popen:
        return subprocess.Popen(
            [
                f"{HOME}/bin/spark-submit", "--master", "local[2]", "--driver-class-path", str(CLASSES),
                "--class", "snippets.Runner", "spark-internal",
            ],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )

    def stop(self) -> None:
        if self.process:
            self.process.stdin.close()
            self.process.wait(30)


def scala_version() -> str:
    return next((HOME / "jars").glob("scala-library-*.jar")).stem.removeprefix("scala-library-")


def write_logging() -> None:
    folder = Path(os.environ["SPARK_CONF_DIR"])
    (folder / "log4j2.properties").write_text(
        "rootLogger.level = warn\nrootLogger.appenderRef.stderr.ref = stderr\n"
        "appender.stderr.type = Console\nappender.stderr.name = stderr\nappender.stderr.target = SYSTEM_ERR\n"
        "appender.stderr.layout.type = PatternLayout\nappender.stderr.layout.pattern = %p %c{1}: %m%n%ex\n"
    )


if __name__ == "__main__":
    os.environ["SPARK_HOME"] = str(HOME)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    write_defaults()
    write_logging()
    runner = Runner(compile_all([read_snippet(file) for file in sys.argv[1:]]))
    try:
        drive(sys.argv[1:], runner.run, {"java": os.environ["ENGINES_JAVA"]})
    finally:
        runner.stop()
