import contextlib
import os


@contextlib.contextmanager
def working_in(folder):
    before = os.getcwd()
    os.makedirs(folder, exist_ok=True)
    os.chdir(folder)
    try:
        yield before
    finally:
        os.chdir(before)


class Recorder:
    def __init__(self):
        self.events = []

    def __enter__(self):
        self.events.append("enter")
        return self

    def __exit__(self, kind, value, trace):
        name = kind.__name__ if kind else None
        self.events.append(name)
        return kind is KeyError


with working_in("inner") as outside:
    with open("note.txt", "w") as note:
        note.write("inside")
    here = os.path.basename(os.getcwd())
print(here, os.path.exists("inner/note.txt"), outside == os.getcwd())
recorder = Recorder()
with recorder as active:
    active.events.append("work")
    lookup = {}
    lookup["missing"]
print(recorder.events)
value = "old"
with contextlib.suppress(ZeroDivisionError):
    ratio = 1 / 0
    value = "new"
print(value)
with contextlib.ExitStack() as stack:
    handles = [stack.enter_context(open(f"f{number}", "w")) for number in range(3)]
    for number, handle in enumerate(handles):
        handle.write(str(number))
print(all(handle.closed for handle in handles))
