from feast import FeatureService

from views.orders import customer_orders, product_orders
from views.visits import customer_visits as visits

recommender = FeatureService(name="recommender", features=[customer_orders, visits[["pages"]]])
stock = FeatureService(name="stock", features=[product_orders])
