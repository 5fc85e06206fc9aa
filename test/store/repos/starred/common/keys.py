from feast import Entity

shop = Entity(name="shop", join_keys=["shop_id"], description="A branch")
customer = Entity(name="customer", join_keys=["customer_id"])
_secret = Entity(name="secret", join_keys=["secret_id"])
