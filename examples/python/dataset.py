"""Growth that was reached, region by region, from a data package:

    npx zhibiao export dataset zhibiao-data
    python examples/python/dataset.py zhibiao-data
"""

import json
import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
paths = [one["path"] for one in package["resources"] if one["name"].startswith("figures-")]
figures = pd.concat([pd.read_parquet(folder / path) for path in paths], ignore_index=True)

gdp = figures[
    (figures.code == "gdp")
    & (figures.measure == "growth")
    & (figures.kind == "actual")
    & (figures.year == figures.year_to)
    & figures["from"].isna()
    & figures.scope.isna()
    & figures.basis.isna()
]
print(gdp.pivot_table(index="region", columns="year", values="value", aggfunc="first").to_string())
print(package["citation"])
