"""Downloads source distributions without building them: fetch.py FOLDER NAME==VERSION ...

`pip download --no-binary :all:` would run each project's build to learn its metadata, and most of the
large ones then want compilers. So pip's own finder and session are used (with the index and the
certificates this machine configured for pip), and the archive is only stored. A name without a version
takes the newest one that has a source distribution. Prints the file name, one a line.
"""

import sys
from pathlib import Path

from pip._internal.commands import create_command
from pip._vendor.packaging.requirements import Requirement


def main(folder: str, wanted: list[str]) -> int:
    command = create_command("download")
    options, _ = command.parse_args(["--no-deps", "--no-binary", ":all:", *wanted])
    missing = 0
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session, ignore_requires_python=True)
        for text in wanted:
            requirement = Requirement(text)
            found = finder.find_best_candidate(requirement.name, requirement.specifier).best_candidate
            if found is None:
                print(f"no source distribution of {text}", file=sys.stderr)
                missing += 1
                continue
            target = Path(folder, found.link.filename)
            if not target.exists():
                answer = session.get(found.link.url_without_fragment, headers={"Accept-Encoding": "identity"})
                answer.raise_for_status()
                partial = target.with_suffix(".part")
                partial.write_bytes(answer.content)
                partial.rename(target)
            print(target.name, flush=True)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
