rate = 2
values = [1, 2, 3]
scaled = [value * rate for value in values]
low = min(scaled)
high = max(scaled)
span = high - low
center = low + span / 2
print("before", center)
rate = 5
numbers = [4, 5, 6]
grown = [number * rate for number in numbers]
lowest = min(grown)
highest = max(grown)
width = highest - lowest
middle = lowest + width / 2
print("after", middle)
print(rate, span, width)
