from ai.chronon.group_by import GroupBy

from sources.events import users

v1 = GroupBy(sources=[users], keys=["user_id"], aggregations=None, online=True)
