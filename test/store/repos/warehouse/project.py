from feast import Project
from feast.feature_view import FeatureView
from feast.permissions.action import AuthzedAction
from feast.permissions.permission import Permission
from feast.permissions.policy import RoleBasedPolicy

project = Project(name="warehouse", description="Tables of many warehouses", tags={"tier": "1"}, owner="data@acme.example")
readers = Permission(name="readers", types=[FeatureView], policy=RoleBasedPolicy(roles=["reader"]), actions=[AuthzedAction.DESCRIBE])
