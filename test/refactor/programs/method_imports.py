import pandas as pd


class Report:
    def __init__(self, path):
        import os

        self.name = os.path.basename(path)
        self.frame = pd.read_csv(path)

    def as_json(self):
        """One object."""
        import json

        return json.dumps({"name": self.name, "rows": len(self.frame)})

    def as_lines(self):
        from itertools import islice
        from textwrap import shorten

        rows = islice(self.frame.itertuples(index=False), 3)
        return [shorten(str(row), 60) for row in rows]


report = Report("customers.csv")
print(report.as_json())
print("\n".join(report.as_lines()))
