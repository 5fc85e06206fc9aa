import io

with open("notes.txt") as source:
    text = source.read()

buffer = io.StringIO(text)
longest = 0
lines = 0
while line := buffer.readline():
    lines += 1
    if (length := len(line)) > longest:
        longest = length
        print("longer:", length)
print(f"{lines} lines, longest {longest}")
