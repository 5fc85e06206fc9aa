#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""
Shops by what they sell.

Run without arguments.
"""

# Standard library
import os

# Libraries
import pandas as pd

__version__ = "1.0"

# Where the data is
BASE = os.getcwd()
SALES = os.path.join(BASE, "sales.csv")

# Read it
sales = pd.read_csv(SALES)  # all of it

# Every shop
shops = sorted(sales["shop"].unique())

# And what it sells
for shop in shops:
    # one line each
    sold = sales.loc[sales["shop"] == shop, "sold"].sum()
    print(shop, sold)

# The end
print("version", __version__)
# nothing follows
