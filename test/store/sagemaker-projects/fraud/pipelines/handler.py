"""Serves from the online store."""
import os

import boto3

from feature_groups.names import CARDS, TRANSACTIONS

runtime = boto3.Session().client(service_name="sagemaker-featurestore-runtime")
FEATURES = ["avg_amt_last_1w", "num_trans_last_1w"]


def card(number):
    response = runtime.get_record(FeatureGroupName=CARDS, RecordIdentifierValueAsString=str(number), FeatureNames=FEATURES)
    return {each["FeatureName"]: each["ValueAsString"] for each in response["Record"]}


def both(number, tid):
    return runtime.batch_get_record(
        Identifiers=[
            {"FeatureGroupName": CARDS, "RecordIdentifiersValueAsString": [str(number)], "FeatureNames": ["avg_amt_last_1w", "cc_num"]},
            {"FeatureGroupName": TRANSACTIONS, "RecordIdentifiersValueAsString": [tid]},
            {"FeatureGroupName": os.environ["GROUP"], "RecordIdentifiersValueAsString": [tid], "FeatureNames": ["score"]},
        ]
    )


def store(tid, amount, time):
    record = [{"FeatureName": "tid", "ValueAsString": tid}, {"FeatureName": "amount", "ValueAsString": str(amount)}, {"FeatureName": "event_time", "ValueAsString": str(time)}]
    runtime.put_record(FeatureGroupName=TRANSACTIONS, Record=record)
    return runtime.get_record(FeatureGroupName=os.environ["GROUP"], RecordIdentifierValueAsString=tid, FeatureNames=["whatever"])
