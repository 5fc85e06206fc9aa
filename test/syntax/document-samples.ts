/** Texts with every kind of boundary: one per dialect of Python files. */
export const script = `#!/usr/bin/env python
"""A script.

# %% is no marker in a string
"""
import os
import pandas as pd; import numpy as np

# where data lives
DATA = "/data"


@decorated(
    1,
)
class Model:
    rate = 0.1

    def fit(self, x):
        if x:
            return x
        # a comment in the body
        return f"{x!r:>{10}} and {'nested'}"
    # a comment after the body


if os.name == "nt":
    pass
elif DATA:
    x = [
        1,
        2,
    ]
else:
    x = None

try:
    y = x + \\
        1
except (ValueError, TypeError) as error:
    raise
finally:
    del x

for i in range(3): print(i)
else:
    z = '''text
    # COMMAND ----------
'''
match y:
    case [1, *rest]:
        pass
async def g():
    async with a as b: yield b
lambda: (yield)
# the end
`.replace("# %% is", "#%time is");

export const cellScript = `# A header
# %% Load
import pandas as pd
df = pd.read_csv("a.csv")

# %% [markdown]
# # Title
# Some text

# %% [markdown]
# What is imported below runs.

import numpy as np

# %%
%%time
total = sum(range(10))

# %%
%matplotlib inline
!pip install x
files = !ls

def f():
    a = 1
# %%
    return a

#%%Untitled
# %%time
s = """
# %%
"""
# In[3]:
  indented = 1
  more = 2
# %% [raw]
anything (
# %%
last = f(1,
  2)
`;

export const databricks = `# Databricks notebook source
import pandas as pd
x = 1

# COMMAND ----------

# MAGIC %sql
# MAGIC SELECT *
# MAGIC FROM t

# COMMAND ----------

# DBTITLE 1,About
# MAGIC %md
# MAGIC # Title

# COMMAND ----------

# MAGIC %pip install x
# MAGIC %run ./setup

# COMMAND ----------

df = spark.table("t")
# MAGIC not a magic
display(df)
`;
