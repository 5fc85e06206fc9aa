"""What `from module import *` binds, read off by doing it.

    .cache/python/bin/python scripts/knowledge/star_names.py

writes server/analysis/knowledge/generated/star-names.ts. Modules that are not installed are left out.
"""

from __future__ import annotations

import importlib.metadata
import sys
import warnings
from pathlib import Path

STANDARD = """
cmath collections collections.abc contextlib ctypes dataclasses datetime decimal enum fractions functools glob itertools json logging math
operator os os.path pathlib random re socket statistics string struct subprocess threading time tkinter tkinter.ttk turtle types typing
""".split()
INSTALLED = """
numpy numpy.linalg numpy.random numpy.fft pandas matplotlib.pyplot pylab scipy.stats scipy.optimize scipy.integrate scipy.linalg
scipy.signal scipy.special scipy.spatial scipy.interpolate scipy.ndimage scipy.sparse scipy.cluster.hierarchy
sklearn.cluster sklearn.compose sklearn.datasets sklearn.decomposition sklearn.ensemble sklearn.feature_extraction.text sklearn.feature_selection
sklearn.impute sklearn.linear_model sklearn.metrics sklearn.model_selection sklearn.naive_bayes sklearn.neighbors sklearn.pipeline
sklearn.preprocessing sklearn.svm sklearn.tree statsmodels.api statsmodels.formula.api sqlalchemy pydantic
feast feast.types
""".split()
TARGET = Path(__file__).parents[2] / "server/analysis/knowledge/generated/star-names.ts"


def names_of(module: str) -> list[str]:
    """Names that the star binds, sorted."""
    namespace: dict[str, object] = {}
    exec(f"from {module} import *", namespace)  # noqa: S102
    return sorted(name for name in namespace if name != "__builtins__")


def main() -> None:
    warnings.simplefilter("ignore")
    lines = []
    for module in STANDARD + INSTALLED:
        try:
            names = names_of(module)
        except ImportError:
            continue
        lines.append(f"{module}: {' '.join(names)}")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("numpy", "pandas", "matplotlib", "scipy", "scikit-learn", "statsmodels", "feast"))
    python = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    TARGET.write_text(f"/** Read off {python}, {versions} by scripts/knowledge/star_names.py. */\nexport const starNames = `\n" + "\n".join(lines) + "\n`;\n")


if __name__ == "__main__":
    main()
