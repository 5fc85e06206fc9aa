/**
 * Calls that hand a text to the shell, and what makes a value safe there.
 *
 * | call                                         | its command is read by a shell        |
 * |----------------------------------------------|---------------------------------------|
 * | os.system, os.popen, subprocess.getoutput    | always                                |
 * | subprocess.run, call, check_output, Popen    | with shell=True                       |
 *
 * Source: docs.python.org/3/library/subprocess.html, os.html.
 */

export interface ShellCall {
  readonly parameter: string;
  readonly when: "always" | "shell=True";
}

export const shellCalls: ReadonlyMap<string, ShellCall> = new Map<string, ShellCall>([
  ["os.system", { parameter: "command", when: "always" }],
  ["os.popen", { parameter: "cmd", when: "always" }],
  ["subprocess.getoutput", { parameter: "cmd", when: "always" }],
  ["subprocess.getstatusoutput", { parameter: "cmd", when: "always" }],
  ["asyncio.create_subprocess_shell", { parameter: "cmd", when: "always" }],
  ["subprocess.run", { parameter: "args", when: "shell=True" }],
  ["subprocess.call", { parameter: "args", when: "shell=True" }],
  ["subprocess.check_call", { parameter: "args", when: "shell=True" }],
  ["subprocess.check_output", { parameter: "args", when: "shell=True" }],
  ["subprocess.Popen", { parameter: "args", when: "shell=True" }],
]);

/** Their result is one word to the shell. */
export const quoting: ReadonlySet<string> = new Set(["shlex.quote", "shlex.join", "pipes.quote", "subprocess.list2cmdline"]);

/** What only a shell knows: there is no program of that name, or it would do nothing on its own. */
export const shellBuiltins: ReadonlySet<string> = new Set([
  ".", ":", "alias", "bg", "break", "cd", "command", "continue", "declare", "eval", "exec", "exit", "export", "fg", "for", "function", "hash", "history", "if",
  "jobs", "let", "local", "popd", "pushd", "read", "readonly", "return", "set", "shift", "shopt", "source", "time", "times", "trap", "type", "ulimit",
  "umask", "unalias", "unset", "until", "wait", "while", "case", "conda", "module",
  // Of Windows' cmd.
  "call", "cls", "copy", "del", "dir", "md", "mklink", "move", "rd", "ren", "start", "erase",
]);
