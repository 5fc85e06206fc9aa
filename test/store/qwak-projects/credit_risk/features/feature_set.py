from datetime import datetime

from qwak.feature_store.feature_sets import batch
from qwak.feature_store.feature_sets.execution_spec import ClusterTemplate
from qwak.feature_store.feature_sets.read_policies import ReadPolicy
from qwak.feature_store.feature_sets.transformations import SparkSqlTransformation

FEATURE_SET = "user-credit-risk"


@batch.feature_set(
    name=FEATURE_SET,
    entity="user",
    data_sources={"credit_applications": ReadPolicy.NewOnly},
    timestamp_column_name="date_created",
)
@batch.metadata(
    owner="Ada",
    display_name="Credit risk of a user",
    description="What is known of a user's applications",
)
@batch.scheduling(cron_expression="0 0 * * *")
@batch.backfill(start_date=datetime(2020, 1, 1))
@batch.execution_specification(cluster_template=ClusterTemplate.SMALL)
def user_credit_risk():
    return SparkSqlTransformation(
        sql="""
        WITH latest AS (
            SELECT user_id AS user, age, sex, job, housing, saving_account, checking_account,
                   credit_amount, duration, purpose, date_created,
                   row_number() OVER (PARTITION BY user_id ORDER BY date_created DESC) AS rank_of_day
            FROM credit_applications
        )
        SELECT
            user,
            age,
            sex,
            job,
            housing,
            saving_account,
            checking_account,
            credit_amount,
            duration,
            credit_amount / duration AS monthly_rate,
            CASE WHEN purpose = 'car' THEN 1 ELSE 0 END AS is_car,
            date_created
        FROM latest
        WHERE rank_of_day = 1
        """
    )
