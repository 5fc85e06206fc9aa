from feature_store.names import CUSTOMERS, USAGE
from frogml.core.feature_store.offline.feature_set_features import FeatureSetFeatures
from frogml.feature_store.offline import OfflineClientV2
from sklearn.ensemble import GradientBoostingClassifier

WANTED = {
    CUSTOMERS: ["plan", "tenure_days", "city"],
    USAGE: ["calls", "minutes", "longest"],
    "call-graph": ["degree", "page_rank"],
    "raw-calls": ["seconds", "anything"],
}


def fetch(population, names):
    client = OfflineClientV2()
    return client.get_feature_values(features=[FeatureSetFeatures(view, features) for view, features in names.items()], population=population)


def train(population):
    frame = fetch(population, WANTED)
    model = GradientBoostingClassifier(random_state=0)
    return model.fit(frame[[f"{USAGE}.minutes", f"{CUSTOMERS}.tenure_days"]], population["left"])
