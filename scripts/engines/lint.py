"""Reads every snippet file and says what is wrong with it before anything runs."""

import sys

from harness import read_snippet

failed = False
for file in sys.argv[1:]:
    try:
        problems = read_snippet(file).problems
    except Exception as error:
        problems = [str(error)]
    for problem in problems:
        failed = True
        print(f"{file}: {problem}")
sys.exit(failed)
