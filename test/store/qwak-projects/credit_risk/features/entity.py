from qwak.feature_store.entities.entity import Entity

user = Entity(name="user", description="A person who applies for credit")
