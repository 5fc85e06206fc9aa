from feast import FeatureService
from teams import branches
from teams.loyalty import *

views = [points_week, points_month] + [getattr(branches, "sales")]
loyalty = FeatureService(name="loyalty", features=[each for each in (points_week, points_month)], owner=TEAM_OWNER)
branch = FeatureService(name="branch", features=[branches.opening[["opens_at"]], branches.sales])
