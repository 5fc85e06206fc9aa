PREFIX = "fraud"
CARDS = f"{PREFIX}-cards"
TRANSACTIONS = "fraud-transactions"
CUSTOMERS = "fraud-customers"
