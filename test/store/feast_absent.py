"""Stand-ins for the clients of clouds and clusters, so that Feast's own classes for their sources can be imported without them.

BigQuerySource, SparkSource and their like are Feast's, and so is everything that a definition says. But the modules that hold them
import the client that would fetch the rows (boto3, pyspark: hundreds of megabytes, and a server behind them). Definitions never ask it
for anything. `stand_in()` lets an import of such a package that is not installed succeed: each of its names is an empty class. Whatever
would really use one fails, so no answer of the oracle can come from here.
"""

import importlib.abc
import importlib.machinery
import sys
import types

CLIENTS = (
    "boto3", "botocore", "clickhouse_connect", "couchbase", "couchbase_columnar", "cryptography", "google.api_core", "google.auth",
    "google.cloud", "ibis", "pyspark", "ray", "regex", "snowflake", "trino",
)  # fmt: skip


class Absent(type):
    """The type of a name of an absent package: may be named in annotations, and in base classes."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(name, (), {})

    def __getitem__(cls, _):
        return cls

    def __call__(cls, *_, **__):
        raise RuntimeError(f"{cls.__name__} belongs to a package that is not installed")


class AbsentModule(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        # Caught and raised by name.
        base = Exception if name.endswith(("Error", "Exception", "NotFound")) else None
        made = type(name, (base,), {}) if base else Absent(name, (), {"__module__": self.__name__})
        setattr(self, name, made)
        return made


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(each + ".") for each in CLIENTS):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return AbsentModule(spec.name)

    def exec_module(self, module):
        pass


def stand_in():
    """After all others, so that what is installed is what is imported."""
    sys.meta_path.append(Finder())
