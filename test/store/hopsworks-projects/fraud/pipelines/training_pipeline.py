import hopsworks
from xgboost import XGBClassifier

from pipelines.names import TRANSACTIONS, VIEW, WINDOWS

fs = hopsworks.login().get_feature_store()

trans_fg = fs.get_feature_group(TRANSACTIONS, version=1)
window_fg = fs.get_feature_group(name=WINDOWS, version=1)
newer_fg = fs.get_feature_group(TRANSACTIONS, version=2)
shared_fg = fs.get_feature_group("merchants", version=1)

query = (
    trans_fg.select(["fraud_label", "category", "amount", "Age_At_Transaction", "datetime", "cc_num", "loc_delta"])
    .join(window_fg.select_except(["cc_num"]))
    .join(fs.get_feature_group("profiles", version=2).select(["sex", "age", "city_name", "nickname"]), prefix="profile_")
    .join(shared_fg.select(["rating"]), on=["merchant_id"])
    .join(newer_fg.select(["something_new"]))
)
selected = trans_fg.select_all().filter(trans_fg.amount > 1).read()
unpinned = fs.get_feature_group(TRANSACTIONS).select(["whatever"])
amount = trans_fg.get_feature("amount")

feature_view = fs.get_or_create_feature_view(name=VIEW, version=1, query=query, labels=["fraud_label"], description="To find fraud")
X_train, X_test, y_train, y_test = feature_view.train_test_split(test_size=0.2)
model = XGBClassifier(random_state=0)
model.fit(X_train, y_train)
