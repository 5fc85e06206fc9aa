"""Which files Feast would import: JSON [{files, ignore}] in, for each the list of paths that `feast apply` reads, or {"error": name}."""

import json
import sys
import tempfile
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
sys.dont_write_bytecode = True

from feast.repo_operations import get_repo_files  # noqa: E402


def chosen(files, ignore):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for path in files:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).touch()
        (root / ".feastignore").write_text(ignore)
        try:
            return [each.relative_to(root).as_posix() for each in get_repo_files(root)]
        except Exception as error:  # a pattern that Python refuses: Feast fails with it
            return {"error": type(error).__name__}


def main():
    print(json.dumps([chosen(each["files"], each["ignore"]) for each in json.load(sys.stdin)]))


if __name__ == "__main__":
    main()
