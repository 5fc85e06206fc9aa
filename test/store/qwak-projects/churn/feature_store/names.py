CUSTOMERS = "churn-customers"
USAGE = "churn-usage"
