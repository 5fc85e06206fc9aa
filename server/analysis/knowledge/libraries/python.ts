/** Python's standard library: builtins, and what touches processes, networks, databases, randomness and TLS. Files: python-files.ts. */
export const builtins = `
module builtins
open(file: path, mode, buffering, encoding, errors, newline, closefd, opener) -> io.TextIOWrapper !read
print(*values, sep, end, file, flush) -> builtins.NoneType !print
exit(code) !exit
quit(code) !exit
input(prompt) -> builtins.str
eval(source, globals, locals)
exec(source, globals, locals)
type(...)
vars(object)
dir(object)
setattr(obj: mutated, name, value)
`;

export const sqlite3 = `
module sqlite3
connect(database: path, timeout, detect_types, isolation_level, check_same_thread, factory, cached_statements, uri, *, autocommit) -> .Connection !connect
class Connection
  cursor(factory) -> .Cursor
  execute(sql: sql, parameters: sql-parameters) -> .Cursor !execute
  executemany(sql: sql, parameters: sql-parameters) -> .Cursor !execute
  executescript(sql_script: sql) -> .Cursor !execute
  commit() !write
  rollback()
  close()
  backup(...) !write
class Cursor
  execute(sql: sql, parameters: sql-parameters) -> self !execute
  executemany(sql: sql, parameters: sql-parameters) -> self !execute
  executescript(sql_script: sql) -> self !execute
  fetchone() !read
  fetchall() !read
  fetchmany(size) !read
  close()
alias dbapi2.connect = .connect
`;

export const subprocess = `
module subprocess
run(args, ...) -> .CompletedProcess !shell
call(args, ...) -> builtins.int !shell
check_call(args, ...) -> builtins.int !shell
check_output(args, ...) !shell
getoutput(cmd, ...) -> builtins.str !shell
Popen(args, ...) -> .Popen !shell
class CompletedProcess
  property unknown: args stdout stderr
  returncode: builtins.int
  check_returncode() -> None
class Popen
  communicate(input, timeout)
  wait(timeout) -> builtins.int
`;

export const sys = `
module sys
exit(status) !exit
path.append(object) !configure
path.insert(index, object) !configure
setrecursionlimit(limit) !configure
stdout.write(s) !print
stderr.write(s) !print
`;

export const random = `
module random
seed(a, version) !seed
random() -> builtins.float !random
uniform(a, b) -> builtins.float !random
randint(a, b) -> builtins.int !random
randrange(start, stop, step) -> builtins.int !random
choice(seq) !random
choices(population, weights, *, cum_weights, k) !random
sample(population, k, *, counts) !random
shuffle(x: mutated) !random
gauss(mu, sigma) -> builtins.float !random
normalvariate(mu, sigma) -> builtins.float !random
betavariate(alpha, beta) -> builtins.float !random
expovariate(lambd) -> builtins.float !random
triangular(low, high, mode) -> builtins.float !random
getrandbits(k) -> builtins.int !random
Random(x: seed) -> .Random !random
class Random
  seed(a, version) !seed
  random() -> builtins.float
  choice(seq)
  shuffle(x: mutated)
  sample(population, k)
class SystemRandom(.Random)
`;

export const heapq = `
module heapq
heappush(heap: mutated, item)
heappop(heap: mutated)
heapify(x: mutated)
heapreplace(heap: mutated, item)
heappushpop(heap: mutated, item)
`;

export const bisect = `
module bisect
insort(a: mutated, x, ...)
insort_left(a: mutated, x, ...)
insort_right(a: mutated, x, ...)
bisect(a, x, ...) -> builtins.int
`;

export const ssl = `
module ssl
create_default_context(purpose, *, cafile, capath, cadata) -> .SSLContext
_create_unverified_context(...) -> .SSLContext
_create_default_https_context(...) -> .SSLContext
_create_stdlib_context(...) -> .SSLContext
wrap_socket(sock, ...)
class SSLContext
  load_verify_locations(cafile: read-path, capath: read-path, cadata)
  load_cert_chain(certfile: read-path, keyfile: read-path, password: password)
`;

export const urllib = `
module urllib
request.urlopen(url: url, data, timeout: timeout, *, context: tls-context) -> http.client.HTTPResponse !network !read
request.urlretrieve(url: url, filename: write-path, reporthook, data) !network !write
request.Request(url: url, data, headers: headers, ...) -> .request.Request
parse.quote(string, ...) -> builtins.str
parse.quote_plus(string, ...) -> builtins.str
parse.urlencode(query, ...) -> builtins.str
parse.urljoin(base, url, ...) -> builtins.str
class request.Request
`;

export const http = `
module http
client.HTTPSConnection(host: host, port: port, *, timeout: timeout, context: tls-context, ...) -> .client.HTTPSConnection
client.HTTPConnection(host: host, port: port, ...) -> .client.HTTPConnection
class client.HTTPResponse
  read(amt) -> builtins.bytes !read
class client.HTTPSConnection
  connect() !connect
  request(method, url, body, headers: headers) !network
class client.HTTPConnection
  connect() !connect
  request(method, url, body, headers: headers) !network
`;

export const smtplib = `
module smtplib
class SMTP
  login(user: user, password: password, ...) !network
  starttls(*, context: tls-context) !network
  sendmail(...) !network
  send_message(...) !network
class SMTP_SSL(.SMTP)
SMTP(host: host, port: port, ...) -> .SMTP !connect
SMTP_SSL(host: host, port: port, ...) -> .SMTP_SSL !connect
`;

export const ftplib = `
module ftplib
FTP(host: host, user: user, passwd: password, ...) -> .FTP !connect
FTP_TLS(host: host, user: user, passwd: password, ...) -> .FTP_TLS !connect
class FTP
  login(user: user, passwd: password, acct) !network
class FTP_TLS(.FTP)
`;

export const logging = `
module logging
basicConfig(*, filename: write-path, ...) !configure
getLogger(name) -> .Logger
FileHandler(filename: write-path, mode, encoding, delay, errors) -> .FileHandler !configure
StreamHandler(stream) -> .StreamHandler
handlers.RotatingFileHandler(filename: write-path, ...) -> .handlers.RotatingFileHandler !configure
handlers.TimedRotatingFileHandler(filename: write-path, ...) -> .handlers.TimedRotatingFileHandler !configure
debug(msg, ...) !print
info(msg, ...) !print
warning(msg, ...) !print
error(msg, ...) !print
exception(msg, ...) !print
critical(msg, ...) !print
class Logger
  debug(msg, ...) !print
  info(msg, ...) !print
  warning(msg, ...) !print
  error(msg, ...) !print
  exception(msg, ...) !print
  critical(msg, ...) !print
  log(level, msg, ...) !print
  setLevel(level) !configure
  addHandler(hdlr) !configure
class FileHandler
  setLevel(level) !configure
  setFormatter(fmt) !configure
class StreamHandler
  setLevel(level) !configure
  setFormatter(fmt) !configure
`;

export const argparse = `
module argparse
ArgumentParser(...) -> .ArgumentParser
class ArgumentParser
  add_argument(*name_or_flags, ...)
  add_subparsers(...)
  parse_args(args, namespace) -> .Namespace
class Namespace complete
`;

export const datetime = `
module datetime
datetime(year, month, day, hour, minute, second, microsecond, tzinfo, *, fold) -> .datetime
date(year, month, day) -> .date
timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks) -> .timedelta
class date
  today() -> .date
  strftime(format) -> builtins.str
  isoformat() -> builtins.str
class datetime(.date)
  now(tz) -> .datetime
  utcnow() -> .datetime
  today() -> .datetime
  strptime(date_string, format) -> .datetime
  fromisoformat(date_string) -> .datetime
  fromtimestamp(timestamp, tz) -> .datetime
  timestamp() -> builtins.float
class timedelta
  total_seconds() -> builtins.float
`;

export const time = `
module time
time() -> builtins.float
perf_counter() -> builtins.float
strftime(format, t) -> builtins.str
sleep(secs)
`;

/** Modules of which only one thing matters: their functions leave their arguments alone. */
export const harmless = [
  "abc", "ast", "asyncio", "base64", "calendar", "cmath", "collections", "colorsys", "concurrent", "contextlib", "contextvars", "copy", "dataclasses", "decimal",
  "difflib", "dis", "email", "enum", "errno", "filecmp", "fnmatch", "fractions", "functools", "gc", "getpass", "hashlib", "hmac", "html", "inspect", "ipaddress",
  "itertools", "importlib", "keyword", "linecache", "locale", "math", "mimetypes", "multiprocessing", "numbers", "operator", "platform", "pprint", "queue", "re",
  "secrets", "select", "signal", "socket", "stat", "statistics", "string", "struct", "textwrap", "threading", "timeit", "token", "tokenize", "traceback", "types",
  "typing", "unicodedata", "unittest", "uuid", "warnings", "weakref", "xml", "zlib", "zoneinfo",
];
