from enum import Enum


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    FAILED = "failed"

    def is_final(self):
        final = {State.FAILED}
        return self in final


TRANSITIONS = {
    (State.IDLE, "start"): State.RUNNING,
    (State.RUNNING, "stop"): State.IDLE,
    (State.RUNNING, "error"): State.FAILED,
}


def run(events):
    state = State.IDLE
    trace = [state]
    ignored = 0
    for event in events:
        key = (state, event)
        if key not in TRANSITIONS:
            ignored += 1
            continue
        state = TRANSITIONS[key]
        trace.append(state)
        if state.is_final():
            break
    else:
        trace.append(None)
    names = [each.value if each else "-" for each in trace]
    return names, ignored


for events in (["start", "stop"], ["start", "jump", "error", "start"]):
    names, ignored = run(events)
    line = " > ".join(names)
    print(line, ignored)
