import sys

try:
    import orjson as json
except ImportError:
    import json

if sys.version_info >= (3, 8):
    from functools import cached_property
else:
    cached_property = property


def load(path):
    import csv

    with open(path, newline="") as handle:
        return list(csv.DictReader(handle))


rows = load("customers.csv")

from operator import itemgetter

plans = sorted({itemgetter("plan")(row) for row in rows})
print(json.loads("[1]"), plans, cached_property.__name__)
