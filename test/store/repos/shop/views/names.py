ORDERS = "customer_orders"
VISITS = "customer_visits"
WINDOWS = [7, 30]
