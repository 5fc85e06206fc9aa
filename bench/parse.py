"""CPython's side of parse.ts: ast.parse over the files named on standard input, decoded and in memory beforehand.

For every line `go` that follows the blank line it parses all of them once and prints the seconds that took.
"""
import ast
import gc
import sys
import time
import warnings

warnings.simplefilter("ignore")

texts = []
for line in sys.stdin:
    if line == "\n":
        break
    with open(line.rstrip("\n"), encoding="utf-8", newline="") as file:
        texts.append(file.read())
print("ready", flush=True)
for line in sys.stdin:
    gc.collect()
    start = time.perf_counter()
    for text in texts:
        ast.parse(text)
    print(time.perf_counter() - start, flush=True)
