/** Generated stubs by the top-level module they describe. Written by scripts/knowledge/signatures.py. */
import { dask } from "./dask.ts";
import { duckdb } from "./duckdb.ts";
import { joblib } from "./joblib.ts";
import { matplotlib } from "./matplotlib.ts";
import { numpy } from "./numpy.ts";
import { pandas } from "./pandas.ts";
import { pyarrow } from "./pyarrow.ts";
import { requests } from "./requests.ts";
import { scipy } from "./scipy.ts";
import { sklearn } from "./sklearn.ts";
import { sqlalchemy } from "./sqlalchemy.ts";

export const generated: Readonly<Record<string, string>> = { dask, duckdb, joblib, matplotlib, numpy, pandas, pyarrow, requests, scipy, sklearn, sqlalchemy };
