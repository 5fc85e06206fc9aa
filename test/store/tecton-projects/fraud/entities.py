from tecton import Entity
from tecton.types import Field, String

user = Entity(name="user", description="A holder of an account", join_keys=[Field("user_id", String)], owner="risk@bank.example")
merchant = Entity(name="merchant", join_keys=[Field("merchant", String)])
