from .keys import *
from .settings import OWNER as TEAM_OWNER, WINDOWS

__all__ = ["shop", "customer", "TEAM_OWNER", "WINDOWS"]
