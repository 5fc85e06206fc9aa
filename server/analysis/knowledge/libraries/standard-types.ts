/**
 * Python's standard library: return types that annotations leave open. Texts stand where the annotation says "text or bytes, as the
 * argument is": bytes are told by the argument.
 */
export const builtins = `
module builtins
open(file: path, mode, buffering, encoding, errors, newline, closefd, opener) -> io.TextIOWrapper ? mode=rb io.BufferedReader ? mode=wb io.BufferedWriter ? mode=ab io.BufferedWriter !read !open
max(iterable, *others, key, default) -> element(iterable) ? others unknown !calls key(element(iterable))
min(iterable, *others, key, default) -> element(iterable) ? others unknown !calls key(element(iterable))
sum(iterable, start) -> unknown
abs(x) -> like(x)
round(number, ndigits) -> like(number) ? number:builtins.float&ndigits~None int ? number:builtins.float float ? number:builtins.int int ? number:builtins.bool int
map(function, iterable, *iterables) -> iterator[unknown] !calls function(element(iterable))
sorted(iterable, *, key, reverse) -> list[element(iterable)] !calls key(element(iterable))
filter(function, iterable) -> iterator[element(iterable)] !calls function(element(iterable))
divmod(x, y) -> tuple[unknown, unknown]
class str complete
  -> bool: isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper startswith endswith
  -> int: count find index rfind rindex
  -> str: capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title translate upper zfill
  -> list[str]: split rsplit splitlines
  -> tuple[str, str, str]: partition rpartition
  encode(encoding, errors) -> bytes
  maketrans(x, y, z) -> dict
  __getitem__(key) -> str
  __iter__() -> iterator[str]
  __mod__(value) -> str
class bytes
  __getitem__(key) -> int ? key:slice bytes
class list complete
  -> None: append extend insert remove reverse sort clear
  -> int: index count
  pop(index)
  __getitem__(key) -> unknown ? key:slice list
class tuple complete
  -> int: index count
  __getitem__(key) -> unknown ? key:slice tuple
class dict complete
  -> None: clear update
  pop(key, default)
  popitem()
  setdefault(key, default)
  __getitem__(key) -> unknown
  get(key, default) -> unknown
class set complete
  -> None: add clear difference_update discard intersection_update remove symmetric_difference_update update
  -> bool: isdisjoint issubset issuperset
  pop()
class NoneType complete
class slice
class range
class TextList(.list) hidden
  __getitem__(key) -> str ? key:slice self
  __iter__() -> iterator[str]
  copy() -> self
`;

export const re = `
module re
match(pattern, string, flags) -> .Match | None
search(pattern, string, flags) -> .Match | None
fullmatch(pattern, string, flags) -> .Match | None
sub(pattern, repl, string, count, flags) -> str ? string:builtins.bytes bytes
subn(pattern, repl, string, count, flags) -> tuple[str, int]
split(pattern, string, maxsplit, flags) -> list[str]
findall(pattern, string, flags) -> list
finditer(pattern, string, flags) -> iterator[.Match]
escape(pattern) -> str
compile(pattern, flags) -> .Pattern
class Pattern
  -> .Match | None: match search fullmatch
  sub(repl, string, count) -> str
  subn(repl, string, count) -> tuple[str, int]
  split(string, maxsplit) -> list[str]
  findall(string, ...) -> list
  finditer(string, ...) -> iterator[.Match]
  pattern: str
class Match
  group(*groups) -> str
  groups(default) -> tuple
  groupdict(default) -> dict
  __getitem__(key) -> str
  string: str
`;

export const collections = `
module collections
class Counter(builtins.dict)
  most_common(n) -> list[tuple[unknown, int]]
  elements() -> iterator[unknown]
  __getitem__(key) -> int
  copy() -> self
class OrderedDict(builtins.dict)
class defaultdict(builtins.dict)
class deque
  -> None: append appendleft extend extendleft clear rotate reverse remove insert
  copy() -> self
class ChainMap
namedtuple(typename, field_names, ...) -> unknown
`;

export const datetime = `
module datetime
class datetime(.date)
  __sub__(other) -> .timedelta ? other:datetime.timedelta .datetime
  __add__(other) -> .datetime
class date
  __sub__(other) -> .timedelta ? other:datetime.timedelta .date
  __add__(other) -> .date
class timedelta
  __sub__(other) -> .timedelta
  __add__(other) -> .timedelta ? other:datetime.datetime .datetime ? other:datetime.date .date
  __mul__(other) -> .timedelta
  __truediv__(other) -> .timedelta ? other:datetime.timedelta float
`;

export const random = `
module random
choice(seq) -> element(seq) !random
choices(population, weights, *, cum_weights, k) -> list[element(population)] !random
sample(population, k, *, counts) -> list[element(population)] !random
`;

export const copy = `
module copy
copy(x) -> argument(x)
deepcopy(x, memo) -> argument(x)
`;

export const itertools = `
module itertools
chain(*iterables) -> iterator[unknown]
chain.from_iterable(iterable) -> iterator[unknown]
combinations(iterable, r) -> iterator[builtins.tuple]
permutations(iterable, r) -> iterator[builtins.tuple]
product(*iterables, repeat) -> iterator[builtins.tuple]
zip_longest(*iterables, fillvalue) -> iterator[builtins.tuple]
islice(iterable, ...) -> iterator[element(iterable)]
cycle(iterable) -> iterator[element(iterable)]
takewhile(predicate, iterable) -> iterator[element(iterable)]
dropwhile(predicate, iterable) -> iterator[element(iterable)]
groupby(iterable, key) -> iterator[tuple[unknown, iterator[element(iterable)]]]
repeat(object, times) -> iterator[argument(object)]
count(start, step) -> iterator[int]
accumulate(iterable, ...) -> iterator[unknown]
starmap(function, iterable) -> iterator[unknown]
`;

export const functools = `
module functools
reduce(function, iterable, initial) -> unknown !calls function(element(iterable), element(iterable))
wraps(wrapped, ...) -> unknown
lru_cache(...) -> unknown
partial(func, *args, **keywords) -> .partial
class partial
  __call__(*args, **keywords) -> unknown
`;

export const os = `
module os
environ: .environ
class environ(builtins.dict)
  -> str: get pop
walk(top: read-path, topdown, onerror, followlinks) -> iterator[tuple[str, builtins.TextList, builtins.TextList]] !unordered !read
scandir(path: read-path) -> iterator[.DirEntry] !unordered !read
listdir(path: read-path) -> list[str] !unordered !read
path.split(p) -> tuple[str, str]
path.splitext(p) -> tuple[str, str]
-> str: path.relpath path.commonprefix path.commonpath getcwd strerror
class DirEntry
  property str: name path
`;

export const glob = `
module glob
glob(pathname: read-path, ...) -> list[str] !unordered !read
iglob(pathname: read-path, ...) -> iterator[str] !unordered !read
`;

export const csv = `
module csv
reader(csvfile, dialect, ...) -> iterator[builtins.TextList] !read
class DictReader
  __iter__() -> iterator[dict]
  fieldnames: list[str]
`;

export const xml = `
module xml
class etree.ElementTree.Element
  -> .etree.ElementTree.Element: find
  -> list[.etree.ElementTree.Element]: findall
  __iter__() -> iterator[.etree.ElementTree.Element]
  __getitem__(key) -> .etree.ElementTree.Element
  attrib: dict
class etree.ElementTree.ElementTree
  getroot() -> .etree.ElementTree.Element
`;

export const urllib = `
module urllib
-> str: parse.quote parse.unquote parse.urlencode parse.urljoin parse.quote_plus parse.unquote_plus
parse.urlparse(url, ...) -> .parse.ParseResult
class parse.ParseResult
  property str: scheme netloc path query fragment params
  geturl() -> str
class request.Request
`;

export const concurrency = `
module concurrent
class futures.ThreadPoolExecutor
  __enter__() -> self
  submit(fn, *args, **kwargs) -> .futures.Future
  map(func, *iterables, timeout) -> iterator[unknown]
class futures.ProcessPoolExecutor(.futures.ThreadPoolExecutor)
class futures.Future
  result(timeout) -> unknown
futures.as_completed(fs, timeout) -> iterator[.futures.Future]
alias futures.thread = .futures
alias futures.process = .futures
alias futures._base = .futures
`;

export const multiprocessing = `
module multiprocessing
Pool(processes, ...) -> .pool.Pool
cpu_count() -> int
class pool.Pool
  __enter__() -> self
  -> list: map starmap
  -> iterator[unknown]: imap imap_unordered
class Process
`;
