import configparser
import os
from dataclasses import dataclass, field
from pathlib import Path

DEFAULTS = {"host": "localhost", "port": "5432"}


@dataclass
class Settings:
    host: str
    port: int
    tags: list = field(default_factory=list)

    def url(self):
        scheme = "postgres"
        address = f"{self.host}:{self.port}"
        return f"{scheme}://{address}"


def load(path):
    parser = configparser.ConfigParser()
    parser.read_dict({"database": DEFAULTS})
    if path.exists():
        parser.read(path)
        found = True
    else:
        found = False
    section = parser["database"]
    host = section["host"]
    port = section.getint("port")
    tags = [tag.strip() for tag in section.get("tags", "").split(",") if tag.strip()]
    return Settings(host, port, tags), found


path = Path("settings.ini")
first, was_there = load(path)
print(first, was_there)
path.write_text("[database]\nport = 99\ntags = a, b\n")
second, was_there = load(path)
print(second.url(), was_there)
os.environ["DB_HOST"] = "db.example"
if "DB_HOST" in os.environ:
    second.host = os.environ["DB_HOST"]
    second.tags.append("environment")
print(second)
del os.environ["DB_HOST"]
