"""Train the churn model on the customers and their usage of the last months."""

import glob
import pickle

import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import classification_report, roc_auc_score
from sklearn.model_selection import train_test_split

DATA = "/home/anna/projects/churn/data"
NUMERIC = ["tenure_months", "monthly_charges", "minutes", "data_gb", "support_calls"]


def add_usage(customers, usage):
    """Average usage per customer, next to what the contract says."""
    average = usage.groupby("customer_id")[["minutes", "data_gb", "support_calls"]].mean()
    return customers.join(average, on="customer_id")


customers = pd.read_csv(f"{DATA}/customers.csv")
print(f"{len(customers)} customers, {customers['churned'].mean():.1%} churned")

# customers without a first contract in the system count as new
unknown_tenure = customers["tenure_months"] == np.nan
customers.loc[unknown_tenure, "tenure_months"] = 0

# one file a month
months = []
for file in glob.glob(f"{DATA}/usage/*.csv"):
    months.append(pd.read_csv(file))
usage = pd.concat(months, ignore_index=True)

table = add_usage(customers, usage)
features = pd.get_dummies(table[[*NUMERIC, "contract", "payment_method"]])
features = features.fillna(features.median())

X_train, X_test, y_train, y_test = train_test_split(
    features, table["churned"], test_size=0.25, stratify=table["churned"]
)

model = GradientBoostingClassifier(n_estimators=150, max_depth=3, subsample=0.8)
model.fit(X_train, y_train)

probability = model.predict_proba(X_test)[:, 1]
print(f"AUC {roc_auc_score(y_test, probability):.3f}")
print(classification_report(y_test, probability > 0.5, zero_division=0))

with open("/home/anna/projects/churn/models/churn.pkl", "wb") as file:
    pickle.dump((model, list(features.columns)), file)
