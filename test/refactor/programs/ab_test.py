import math

import numpy as np

# 1. Simulate
rng = np.random.default_rng(12)
control = rng.binomial(1, 0.10, size=1000)
variant = rng.binomial(1, 0.13, size=1000)

# 2. Estimate
p_control = control.mean()
p_variant = variant.mean()
pooled = (control.sum() + variant.sum()) / (len(control) + len(variant))
error = math.sqrt(pooled * (1 - pooled) * (1 / len(control) + 1 / len(variant)))
z = (p_variant - p_control) / error

# 3. Report
print(f"control {p_control:.3%} variant {p_variant:.3%}")
print(f"z = {z:+.3f}")
print("significant" if abs(z) > 1.96 else "not significant")
