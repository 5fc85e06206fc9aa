"""Facts that our tables repeat, read off the installed Feast: prints one JSON object.

Messages: full name -> JSON name of a field -> {number, type, repeated, message, enum}. Enums: full name -> number -> name. Names that
feature_store.yaml may use. With configurations (a JSON list of texts) on standard input, also Feast's verdict on each: null, or the error.
"""

import json
import os
import sys
import warnings

warnings.simplefilter("ignore")

from google.protobuf import duration_pb2, timestamp_pb2  # noqa: E402,F401

import yaml  # noqa: E402
from feast import repo_config  # noqa: E402
from feast.protos.feast.core import FeatureViewVersion_pb2, LabelView_pb2, Registry_pb2  # noqa: E402,F401
from feast.value_type import ValueType  # noqa: E402

messages = {}
enums = {"ValueType": {each.value: each.name for each in ValueType}}


def add(descriptor):
    if descriptor.full_name in messages:
        return
    fields = messages[descriptor.full_name] = {}
    for field in descriptor.fields:
        fields[field.json_name] = {
            "number": field.number,
            "type": field.type,
            "repeated": field.is_repeated,
            "message": field.message_type and field.message_type.full_name,
            "enum": field.enum_type and field.enum_type.full_name,
        }
        if field.message_type:
            add(field.message_type)
        if field.enum_type:
            enums[field.enum_type.full_name] = {each.number: each.name for each in field.enum_type.values}


add(Registry_pb2.DESCRIPTOR.message_types_by_name["Registry"])


def verdict(text):
    try:
        config = repo_config.RepoConfig(**yaml.safe_load(os.path.expandvars(text)))
        config.registry, config.online_store, config.offline_store
        return None
    except (ImportError, repo_config.FeastConfigError) as error:
        # A class that is not installed here: the name was accepted.
        return None if isinstance(error, ImportError) or "extras" in str(error) else str(error)
    except Exception as error:
        name = type(error).__name__
        return None if name in ("FeastExtrasDependencyImportError", "FeastModuleImportError") else f"{name}: {error}"


configurations = json.load(sys.stdin)
print(
    json.dumps(
        {
            "messages": messages,
            "enums": enums,
            "registryTypes": sorted(repo_config.REGISTRY_CLASS_FOR_TYPE),
            "onlineStores": sorted(name for name in repo_config.ONLINE_STORE_CLASS_FOR_TYPE if not name.startswith("feast.")),
            "offlineStores": sorted(repo_config.OFFLINE_STORE_CLASS_FOR_TYPE),
            "authTypes": sorted(repo_config.ALLOWED_AUTH_TYPES),
            "verdicts": [verdict(each) for each in configurations],
        }
    )
)
