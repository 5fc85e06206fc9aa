_ = str.upper

a = [1, 2]
low = min(a)
high = max(a)
middle = (low + high) / 2
span = high - low
print(_("first"), middle, span)
print(low)

b = [3, 9]
lowest = min(b)
highest = max(b)
center = (lowest + highest) / 2
width = highest - lowest
print(_("second"), center, width)
print(highest)

print(_("done"), middle, lowest)
