import pandas as pd
import qwak
from catboost import CatBoostClassifier
from qwak.feature_store.offline import OfflineClientV2
from qwak.feature_store.offline.feature_set_features import FeatureSetFeatures
from qwak.model.base import QwakModel
from qwak.model.schema import ExplicitFeature, InferenceOutput, ModelSchema
from qwak.model.schema_entities import Entity, FeatureStoreInput
from sklearn.model_selection import train_test_split

from features.feature_set import FEATURE_SET

FEATURES = ["job", "credit_amount", "duration", "age", "sex", "monthly_rate"]


class CreditRisk(QwakModel):
    def __init__(self):
        self.model = CatBoostClassifier(iterations=100, random_seed=7)

    def build(self):
        wanted = FeatureSetFeatures(feature_set_name=FEATURE_SET, feature_names=FEATURES)
        frame = OfflineClientV2().get_feature_range_values(
            features=wanted,
            start_date=pd.Timestamp("2021-01-01").to_pydatetime(),
            end_date=pd.Timestamp("2021-06-01").to_pydatetime(),
        )
        labels = (frame[f"{FEATURE_SET}.credit_amount"] > 5000).astype(int)
        rows, _, target, _ = train_test_split(frame, labels, test_size=0.25, random_state=7)
        self.model.fit(rows[[f"{FEATURE_SET}.{name}" for name in FEATURES]], target)

    def schema(self):
        user = Entity(name="user", type=str)
        return ModelSchema(
            entities=[user],
            inputs=[
                FeatureStoreInput(entity=user, name=f"{FEATURE_SET}.job"),
                FeatureStoreInput(entity=user, name=f"{FEATURE_SET}.credit_amount"),
                FeatureStoreInput(entity=user, name=f"{FEATURE_SET}.duration"),
                FeatureStoreInput(entity=user, name=f"{FEATURE_SET}.age"),
                FeatureStoreInput(entity=user, name=f"{FEATURE_SET}.sex"),
                FeatureStoreInput(entity=user, name=f"{FEATURE_SET}.monthly_rate"),
            ],
            outputs=[InferenceOutput(name="score", type=float)],
        )

    @qwak.api(feature_extraction=True)
    def predict(self, frame, extracted):
        score = self.model.predict_proba(extracted[[f"{FEATURE_SET}.{name}" for name in FEATURES]])[:, 1]
        return pd.DataFrame({"score": score})
