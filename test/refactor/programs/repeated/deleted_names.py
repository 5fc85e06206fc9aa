import numpy as np

left = np.arange(6.0)
scratch = left * 2
left_sum = scratch.sum()
left_mean = scratch.mean()
del scratch
left_ratio = left_sum / left_mean
print("left", left_ratio)

right = np.arange(8.0)
scratch = right * 3
right_sum = scratch.sum()
right_mean = scratch.mean()
del scratch
right_ratio = right_sum / right_mean
print("right", right_ratio)

print("scratch" in globals(), left_sum + right_sum)
