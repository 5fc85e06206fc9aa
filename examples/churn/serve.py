"""Score one customer: features from the store, open complaints from the CRM database."""

import pickle

import pandas as pd
import psycopg
import requests
from fastapi import FastAPI
from feast import FeatureStore

MODEL = "/home/anna/projects/churn/models/churn.pkl"
CRM = "https://crm.internal.example.com/api/customers"

app = FastAPI(title="Churn")
store = FeatureStore(repo_path="feature_repo")

with open(MODEL, "rb") as file:
    model, columns = pickle.load(file)


def open_complaints(customer_id, since):
    with psycopg.connect(
        host="crm-db.internal", dbname="crm", user="churn", password="Blue-Anchor-4471"
    ) as connection:
        cursor = connection.execute(
            f"SELECT count(*) FROM complaints WHERE customer_id = '{customer_id}' AND opened_at >= '{since}'"
        )
        return cursor.fetchone()[0]


def report(customer_id, probability):
    """Tell the CRM, so that the call centre sees the risk."""
    answer = requests.post(
        f"{CRM}/{customer_id}/churn",
        json={"probability": round(probability, 3)},
        verify=False,
        timeout=10,
    )
    answer.raise_for_status()


@app.get("/churn/{customer_id}")
def churn(customer_id: str, since: str = "2026-10-01"):
    row = store.get_online_features(
        features=[
            "customer_profile:tenure_months",
            "customer_profile:monthly_charges",
            "customer_usage:minutes_30d",
            "customer_usage:data_gb_30d",
            "customer_usage:suport_calls_30d",
        ],
        entity_rows=[{"customer_id": customer_id}],
    ).to_df()
    renamed = row.rename(columns=lambda name: name.removesuffix("_30d"))
    probability = float(model.predict_proba(pd.DataFrame(renamed, columns=columns).fillna(0))[0, 1])
    complaints = open_complaints(customer_id, since)
    report(customer_id, probability)
    return {"customer_id": customer_id, "probability": probability, "complaints": complaints}
