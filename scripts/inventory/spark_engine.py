"""Asks a running Spark what it can do: its SQL functions and its configuration keys. Only its jars and a Java are needed."""

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from py4j.java_gateway import GatewayParameters, JavaGateway
from py4j.protocol import Py4JError

# what Spark's own launcher opens for Java 17
_OPEN = ["java.base/" + name for name in (
    "java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio", "java.util",
    "java.util.concurrent", "java.util.concurrent.atomic", "jdk.internal.ref", "sun.nio.ch", "sun.nio.cs",
    "sun.security.action", "sun.util.calendar",
)]
# objects that declare configuration keys when they are loaded
_DECLARES = re.compile(
    r"org/apache/spark/(internal/config/\w+\$|deploy/k8s/Config\$|deploy/yarn/config/package\$|sql/hive/HiveUtils\$|"
    r"sql/connect/config/Connect\$|sql/internal/(SQLConf|StaticSQLConf)\$|sql/avro/\w*Conf\w*\$)\.class"
)


def ask(jars):
    """`jars`: a folder. Answers {"functions": …, "configuration": …}."""
    with tempfile.TemporaryDirectory() as folder:
        work = str(Path(folder).resolve())
        opened = [word for name in _OPEN for word in ("--add-opens", f"{name}=ALL-UNNAMED")]
        options = ["-Xmx1g", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC", f"-Djava.io.tmpdir={work}"]
        command = ["java", *opened, *options, "-cp", f"{jars}/*", "py4j.GatewayServer", "--die-on-broken-pipe", "0"]
        # the same name and place on every machine: both stand in defaults
        environment = {**os.environ, "SPARK_LOCAL_HOSTNAME": "localhost", "SPARK_LOCAL_IP": "127.0.0.1"}
        for name in ("SPARK_HOME", "SPARK_CONF_DIR", "HADOOP_CONF_DIR"):
            environment.pop(name, None)
        child = subprocess.Popen(
            command, cwd=work, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            settings = GatewayParameters(port=int(child.stdout.readline()), auto_convert=True, enable_memory_management=False)
            return _Spark(JavaGateway(gateway_parameters=settings), jars, work).answers()
        finally:
            child.kill()
            child.wait()


class _Spark:
    def __init__(self, gateway, jars, work):
        self.gateway, self.jvm, self.jars = gateway, gateway.jvm, jars
        self.work = work
        sql = self.jvm.org.apache.spark.sql
        builder = (sql.classic.SparkSession if self._is_split() else sql.SparkSession).builder()
        settings = {"spark.ui.enabled": "false", "spark.sql.warehouse.dir": work}
        for key, value in settings.items():
            builder = builder.config(key, value)
        self.session = builder.appName("inventory").master("local[1]").getOrCreate()

    def _is_split(self):
        """Since 4.0 the session that runs here is `org.apache.spark.sql.classic.SparkSession`."""
        try:
            return self.jvm.java.lang.Class.forName("org.apache.spark.sql.classic.SparkSession") is not None
        except Py4JError:
            return False

    def answers(self):
        return {"functions": self._functions(), "configuration": self._configuration()}

    def _rows(self, query):
        rows = self.session.sql(query).collectAsList()
        return [[rows.get(index).get(column) for column in range(rows.get(index).length())] for index in range(rows.size())]

    def _functions(self):
        found = {}
        for (name,) in self._rows("SHOW SYSTEM FUNCTIONS"):
            text = "\n".join(row[0] for row in self._rows(f"DESCRIBE FUNCTION EXTENDED `{name}`"))
            found[name] = _function(name, text)
        catalog = self.session.sessionState().catalog()
        identifier = self.jvm.org.apache.spark.sql.catalyst.FunctionIdentifier
        for name, entry in found.items():
            try:
                info = catalog.lookupFunctionInfo(identifier(name))
            except Py4JError:  # `case`, `<>` and the like are syntax, and in no registry
                continue
            group = info.getGroup().removesuffix("_funcs")
            entry.update({"group": group} if group else {})
        return found

    def _configuration(self):
        load = self.jvm.java.lang.Class.forName
        for name in self._declaring():
            try:
                load(name)
            except Py4JError:
                print(f"{name} cannot be loaded", file=sys.stderr)
        found = {}
        for entry in self._entries(load("org.apache.spark.internal.config.ConfigEntry$"), "knownConfigs"):
            if not entry.key().startswith("spark.testing."):
                found[entry.key()] = self._entry(entry)
        conf = self.session.conf()
        for key, _, _, version in self._rows("SET -v"):
            found.setdefault(key, {})["version"] = version
        for key, entry in found.items():
            if conf.isModifiable(key):
                entry["runtime"] = True
        for key in ("spark.app.name", "spark.master"):  # set by the builder, declared by nobody
            found.setdefault(key, {})
        return found

    def _declaring(self):
        for jar in sorted(Path(self.jars).glob("spark-*.jar")):
            for name in sorted(zipfile.ZipFile(jar).namelist()):
                if _DECLARES.fullmatch(name):
                    yield name.removesuffix(".class").replace("/", ".")

    def _entries(self, owner, name):
        field = next(field for field in owner.getDeclaredFields() if name in field.getName())
        field.setAccessible(True)
        return list(field.get(owner.getField("MODULE$").get(None)).values())

    def _entry(self, entry):
        default = str(entry.defaultValueString() or "<undefined>").replace(f"file:{self.work}/", "").replace(self.work, "{java.io.tmpdir}")
        known = default != "<undefined>" and entry.key() != "spark.sql.session.timeZone"  # that of the machine
        found = {**({"version": entry.version()} if entry.version() else {}), **({"default": " ".join(default.split())} if known else {})}
        alternatives = entry.alternatives()
        older = [alternatives.apply(index) for index in range(alternatives.size())]
        # internal: not in the documentation, and yet people set some of them
        return {**found, **({"alternatives": older} if older else {}), **({} if entry.isPublic() else {"internal": True})}


def _function(name, text):
    """The facts in the answer to DESCRIBE FUNCTION EXTENDED: since, deprecated, the forms in which it is called."""
    found = {}
    since = re.search(r"^\s*Since: (\S+)", text, re.M)
    if since:
        found["since"] = since[1]
    deprecated = re.search(r"^\s*Deprecated:\s*\n?(.*)", text, re.M)
    if deprecated:
        version = re.search(r"(?:since|in) (\d+(?:\.\d+)*)", text[deprecated.start() :])
        use = re.search(r"[Uu]se (?:the )?`?(\w+)", text[deprecated.start() :])
        found["deprecated"] = {**({"version": version[1]} if version else {}), **({"use": use[1]} if use else {})}
    usage = text.partition("Usage:")[2].partition("Extended Usage:")[0]
    # up to the dash stands how it is called; what follows is a sentence
    lines = re.findall(r"^\s*(\S.*?)\s+(?:-\s+[A-Z`]|Returns\b)", usage, re.M)
    forms = [line for line in lines if name.lower() in line.lower() and len(line) < 200]
    if forms:
        found["forms"] = list(dict.fromkeys(" ".join(form.split()) for form in forms))
    if not re.match(r"\w", name):
        found["operator"] = True
    return found
