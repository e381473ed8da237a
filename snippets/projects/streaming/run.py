"""Runs the stream until everything is read: `python3 run.py`. Runs its tests: `python3 run.py test`.

The first time it makes `.venv` with the packages of requirements.txt. What else is given goes to the job:
`python3 run.py --follow "10 seconds"`. `python3 run.py produce --broker localhost:9092` fills a topic.
"""

import sys

from environment import ROOT, need_java, python_with, run


def main(arguments: list[str]) -> None:
    need_java(17)
    python = python_with("requirements.txt")
    settings = {"SPARK_CONF_DIR": str(ROOT / "conf"), "PYSPARK_PYTHON": python}
    if arguments[:1] == ["test"]:
        run(python, "python", "-m", "pytest", *arguments[1:], **settings)
    elif arguments[:1] == ["produce"]:
        run(python, "python", "produce.py", *arguments[1:], **settings)
    else:
        run(python, "python", "main.py", *arguments, **settings)


if __name__ == "__main__":
    main(sys.argv[1:])
