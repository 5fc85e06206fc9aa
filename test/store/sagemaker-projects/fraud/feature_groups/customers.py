"""The SDK infers the schema from a frame."""
import pandas as pd
import sagemaker
from sagemaker.feature_store.feature_group import FeatureGroup

from feature_groups.names import CUSTOMERS

session = sagemaker.Session()
customers = pd.read_csv("customers.csv", usecols=["customer_id", "age", "city_code", "event_time"])
group = FeatureGroup(name=CUSTOMERS, sagemaker_session=session)
group.load_feature_definitions(data_frame=customers)
group.create(
    s3_uri=f"s3://{session.default_bucket()}/features",
    record_identifier_name="customer_id",
    event_time_feature_name="event_time",
    role_arn=sagemaker.get_execution_role(),
    enable_online_store=True,
    description="Who holds the cards",
)
group.ingest(data_frame=customers, max_workers=3, wait=True)
