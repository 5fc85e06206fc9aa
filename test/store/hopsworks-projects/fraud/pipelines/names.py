TRANSACTIONS = "transactions"
WINDOWS = "transactions_4h_aggs"
VIEW = "transactions_view"
