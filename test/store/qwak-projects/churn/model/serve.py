import sys

from feature_store.names import USAGE
from frogml.feature_store.online.client import OnlineClient
from frogml.sdk.model.schema import ModelSchema
from frogml.sdk.model.schema_entities import FeatureStoreInput

schema = ModelSchema(
    inputs=[
        FeatureStoreInput(name=USAGE + ".minutes"),
        FeatureStoreInput(name="{}.{}".format(USAGE, "calls")),
        FeatureStoreInput(name=f"churn-customers.{sys.argv[1]}"),
        FeatureStoreInput(name="churn-customers.*"),
    ]
)


def answer(keys):
    return OnlineClient().get_feature_values(schema, keys)["churn-usage.minutes"]
