"""Checks the examples of Spark's configuration keys.

`spark.conf.set(…)` runs on a session and is read back. A line of `spark-defaults.conf` is read by Spark's own reader
and by the entry that declares its key; where nothing is missing here, a session starts with it and says it back.
"""

import os
import re
from pathlib import Path

from drive import Failed, drive
from run import write_defaults

# Objects that declare keys, and do so only when they are loaded.
DECLARING = (
    "org.apache.spark.internal.config.package$",
    "org.apache.spark.internal.config.UI$",
    "org.apache.spark.internal.config.History$",
    "org.apache.spark.internal.config.Kryo$",
    "org.apache.spark.internal.config.Network$",
    "org.apache.spark.internal.config.Status$",
    "org.apache.spark.sql.connect.config.Connect$",
    "org.apache.spark.sql.internal.SQLConf$",
    "org.apache.spark.sql.internal.StaticSQLConf$",
    "org.apache.spark.deploy.k8s.Config$",
    "org.apache.spark.deploy.yarn.config.package$",
)
# Stores, clusters and files that are not here; what a JVM takes only when it starts; secrets that a cluster makes.
MISSING = re.compile(
    r"s3a:|hdfs:|^spark\.(kubernetes|yarn|jars|archives|history|driver\.memory|authenticate|dynamicAllocation)\b"
)


# Keys that Spark reads by their names alone.
UNDECLARED = ("spark.app.name", "spark.master")
# What a key needs beside it to start.
BESIDE = {"spark.eventLog.enabled": {"spark.eventLog.dir": f"file:{os.environ['ENGINES_WORK']}"}}


def start(settings):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.config(map=settings).getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


class Settings:
    def __init__(self):
        self.spark = start({})
        self.jvm = self.spark._jvm
        for name in DECLARING:
            self.load(name)
        self.deprecated = self.deprecations()

    def load(self, name):
        loader = self.jvm.java.lang.Thread.currentThread().getContextClassLoader()
        return self.jvm.java.lang.Class.forName(name, True, loader)

    def deprecations(self):
        """Spark's two lists of deprecated keys; the core's can be had by reflection alone."""
        core = self.load("org.apache.spark.SparkConf$")
        field = core.getDeclaredField("deprecatedConfigs")
        field.setAccessible(True)
        module = core.getDeclaredField("MODULE$").get(None)
        return [field.get(module), self.jvm.org.apache.spark.sql.internal.SQLConf.deprecatedSQLConfigs()]

    def check(self, case):
        key, code = case["key"], case["example"]["code"].strip()
        if f'"{key}"' not in code and code.split()[0] != key:
            raise Failed(f"the example does not set {key}")
        self.deny_deprecated(key)
        return {"how": self.set(key, code) if code.startswith("spark.conf.set(") else self.read_line(key, code)}

    def deny_deprecated(self, key):
        if any(keys.contains(key) for keys in self.deprecated):
            raise Failed(f"{key} is deprecated")

    def set(self, key, code):
        spark = self.spark.newSession()
        exec(compile(code, "example", "exec"), {"spark": spark})
        given = re.search(r'", "(.*)"\)$', code)
        if given is None or spark.conf.get(key) != given[1]:
            raise Failed(f"{key} reads {spark.conf.get(key)}")
        return "executed"

    def read_line(self, key, code):
        file = Path(os.environ["ENGINES_WORK"], "line.conf")
        file.write_text(code + "\n")
        value = dict(self.read_file(str(file)))[key]
        self.parse(key, value)
        if MISSING.search(key) or MISSING.search(value):
            return "parsed"
        self.start(key, value)
        return "executed"

    def read_file(self, file):
        read = self.jvm.org.apache.spark.util.Utils.getPropertiesFromFile(file)
        pairs = self.jvm.scala.jdk.javaapi.CollectionConverters.asJava(read)
        return [(name, pairs[name]) for name in pairs]

    def parse(self, key, value):
        """By the key's own entry, which knows its type and what it accepts."""
        entry = self.jvm.org.apache.spark.internal.config.ConfigEntry.findEntry(key)
        if entry is not None:
            self.jvm.org.apache.spark.SparkConf(False).set(key, value).get(entry)
        elif key not in UNDECLARED:
            raise Failed(f"no part of Spark that is loaded declares {key}")

    def start(self, key, value):
        self.spark.stop()
        try:
            spark = start({key: value, **BESIDE.get(key, {})})
            spark.range(1).count()
            read = spark.sparkContext.getConf().get(key)
            spark.stop()
        finally:
            self.spark = start({})
        if not read.endswith(value):  # Spark puts options of its own before those of executors
            raise Failed(f"{key} reads {read}")


def main():
    write_defaults(os.environ["ENGINES_WORK"])
    import pyspark

    drive(Settings().check, f"pyspark {pyspark.__version__}")


if __name__ == "__main__":
    main()
