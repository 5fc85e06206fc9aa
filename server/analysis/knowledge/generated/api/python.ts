/** Read off typeshed of typeshed-client 2.14.0 by scripts/knowledge/api.py. */
export const python = {
  _collections_abc: `
module _collections_abc
classes(typing.ItemsView): dict_items
classes(typing.KeysView): dict_keys
classes(typing.ValuesView): dict_values
`,
  _csv: `
module _csv
class Dialect
  property str: delimiter lineterminator
  property str | None: quotechar escapechar
  property bool: doublequote skipinitialspace strict
  property int: quoting
class Reader
  property int: line_num
  property _csv.Dialect: dialect
  -> self: __iter__
class Writer
  property _csv.Dialect: dialect
`,
  _hashlib: `
module _hashlib
class HASH
  property int: digest_size block_size
  property str: name
  -> self: copy
  -> bytes: digest
  -> str: hexdigest
class HASHXOF(_hashlib.HASH)
  -> bytes: digest
  -> str: hexdigest
`,
  _io: `
module _io
class _BufferedIOBase(_io._IOBase)
  -> io.RawIOBase: detach
  -> bytes: read read1
class _IOBase
  -> iterator[bytes]: __iter__
  -> self: __enter__
  -> list[bytes]: readlines
  -> bytes: readline
  property bool: closed
class _RawIOBase(_io._IOBase)
  -> bytes: readall
class _TextIOBase(_io._IOBase)
  property str: encoding
  property str | None: errors
  property str | tuple[str, ...] | None: newlines
  -> iterator[str]: __iter__
  -> str: readline read
  -> list[str]: readlines
`,
  _pickle: `
module _pickle
class PicklerMemoProxy
  -> dict: copy
class UnpicklerMemoProxy
  -> dict: copy
`,
  _random: `
module _random
class Random
  -> tuple[int, ...]: getstate
`,
  _sitebuiltins: `
module _sitebuiltins
class Quitter
  property str: name eof
class _Printer
  property int: MAXLINES
`,
  abc: `
module abc
classes(): ABC
`,
  argparse: `
module argparse
class Action(argparse._AttributeHolder)
  property str: dest
  property int | str | None: nargs
  property bool: required
  property str | None: help
  property str | tuple[str, ...] | None: metavar
  -> str: format_usage
class ArgumentError
  property str | None: argument_name
  property str: message
class ArgumentParser(argparse._AttributeHolder, argparse._ActionsContainer)
  property str: prog
  property str | None: usage epilog fromfile_prefix_chars
  property bool: add_help allow_abbrev exit_on_error suggest_on_error color
  -> argparse._SubParsersAction: add_subparsers
  -> str: format_usage format_help
  -> tuple[argparse.Namespace, list[str]] | tuple[unknown, list[str]]: parse_known_args parse_known_intermixed_args
  -> list[str]: convert_arg_line_to_args
class HelpFormatter
  -> str: format_help
class _ActionsContainer
  property str | None: description
  property str: prefix_chars conflict_handler
  -> argparse.Action: add_argument
  -> argparse._ArgumentGroup: add_argument_group
  -> argparse._MutuallyExclusiveGroup: add_mutually_exclusive_group
class _ArgumentGroup(argparse._ActionsContainer)
  property str | None: title
class _MutuallyExclusiveGroup(argparse._ArgumentGroup)
  property bool: required
class _SubParsersAction(argparse.Action)
  property dict: choices
classes(argparse.HelpFormatter): ArgumentDefaultsHelpFormatter MetavarTypeHelpFormatter RawDescriptionHelpFormatter
classes(argparse.Action): BooleanOptionalAction
classes(argparse.RawDescriptionHelpFormatter): RawTextHelpFormatter
`,
  base64: `
module base64
-> bytes: a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b64decode b64encode b85decode b85encode decodebytes encodebytes standard_b64decode standard_b64encode urlsafe_b64decode urlsafe_b64encode z85decode z85encode
`,
  builtins: `
module builtins
class AttributeError(builtins.Exception)
  property str | None: name
class BaseException
  property tuple[unknown, ...]: args
  -> self: with_traceback
class BaseExceptionGroup(builtins.BaseException)
  property str: message
  property tuple[unknown, ...]: exceptions
  -> tuple[unknown, unknown]: split
class BlockingIOError(builtins.OSError)
  property int: characters_written
class ExceptionGroup(builtins.BaseExceptionGroup, builtins.Exception)
  property tuple[unknown, ...]: exceptions
  -> tuple[unknown, unknown]: split
class ImportError(builtins.Exception)
  property str | None: name path name_from
  property str: msg
class NameError(builtins.Exception)
  property str | None: name
class OSError(builtins.Exception)
  property str | None: strerror
  property int: winerror
class SyntaxError(builtins.Exception)
  property str: msg
  property str | None: filename text
class SystemExit(builtins.BaseException)
  property str | int | None: code
class UnicodeDecodeError(builtins.UnicodeError)
  property str: encoding reason
  property bytes: object
  property int: start end
class UnicodeEncodeError(builtins.UnicodeError)
  property str: encoding object reason
  property int: start end
class UnicodeTranslateError(builtins.UnicodeError)
  property str: object reason
  property int: start end
class bool(builtins.int)
  -> bool | int: __and__ __or__
class bytearray(typing.MutableSequence)
  -> builtins.bytearray: capitalize center copy expandtabs join ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title translate upper zfill __add__ __mul__
  -> str: decode hex
  -> tuple[builtins.bytearray, builtins.bytearray, builtins.bytearray]: partition rpartition
  -> list[builtins.bytearray]: rsplit split splitlines
  -> bytes: take_bytes maketrans
  -> self: fromhex
  -> iterator[int]: __iter__
  -> int | builtins.bytearray: __getitem__
class bytes(sqlite3.Sequence)
  -> bytes: capitalize center expandtabs join ljust lower lstrip replace removeprefix removesuffix rjust rstrip strip swapcase title translate upper zfill maketrans __add__ __mul__
  -> str: decode hex
  -> tuple[bytes, bytes, bytes]: partition rpartition
  -> list[bytes]: rsplit split splitlines
  -> self: fromhex
  -> iterator[int]: __iter__
  -> int | bytes: __getitem__
class complex
  property float: real imag
  -> builtins.complex: conjugate __add__ __sub__ __mul__ __truediv__
  -> self: from_number
class dict(typing.MutableMapping)
  -> dict: copy fromkeys __or__
  -> _collections_abc.dict_keys: keys
  -> _collections_abc.dict_values: values
  -> _collections_abc.dict_items: items
class enumerate
  -> self: __iter__
class filter
  -> self: __iter__
class float
  -> tuple[int, int]: as_integer_ratio
  -> str: hex
  -> self: fromhex from_number
  property float: real imag
class frozendict(sqlite3.Mapping)
  -> _collections_abc.dict_keys: keys
  -> _collections_abc.dict_values: values
  -> _collections_abc.dict_items: items
class frozenset(typing.AbstractSet)
  -> set: copy difference intersection symmetric_difference union __and__ __or__ __sub__
class int
  -> tuple[int, int]: as_integer_ratio
  property int: real imag numerator denominator
  -> bytes: to_bytes
  -> self: from_bytes
class list(typing.MutableSequence)
  -> list: copy __add__ __mul__
class map
  -> self: __iter__
class memoryview(sqlite3.Sequence)
  property str: format
  property int: itemsize ndim nbytes
  property tuple[int, ...] | None: shape strides suboffsets
  property bool: readonly c_contiguous f_contiguous contiguous
  -> self: __enter__
  -> bytes: tobytes
  -> list[int]: tolist
  -> str: hex
class range(sqlite3.Sequence)
  property int: start stop step
  -> iterator[int]: __iter__
  -> int | builtins.range: __getitem__
class reversed
  -> self: __iter__
class set(typing.MutableSet)
  -> set: copy difference intersection symmetric_difference union __and__ __or__ __sub__
class slice
  -> tuple[int, int, int]: indices
class str(sqlite3.Sequence)
  -> self | str: capitalize casefold center expandtabs format join ljust lower lstrip replace removeprefix removesuffix rjust rstrip strip swapcase title upper zfill __add__ __getitem__ __mul__
  -> bytes: encode
  -> str: format_map translate
  -> tuple[self, self, self] | tuple[str, str, str]: partition rpartition
  -> list[self] | list[str]: rsplit split splitlines
  -> dict: maketrans
  -> iterator[self] | iterator[str]: __iter__
class tuple(sqlite3.Sequence)
  -> tuple[unknown, ...]: __add__ __mul__
class type
  -> list: mro
  -> types.UnionType | self: __or__
class zip
  -> self: __iter__
classes(builtins.Exception): ArithmeticError AssertionError BufferError EOFError LookupError MemoryError ReferenceError RuntimeError StopAsyncIteration StopIteration SystemError TypeError ValueError Warning
classes(builtins.ConnectionError): BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
classes(builtins.Warning): BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
classes(builtins.OSError): ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError
classes(builtins.BaseException): Exception GeneratorExit KeyboardInterrupt
classes(builtins.ArithmeticError): FloatingPointError OverflowError ZeroDivisionError
classes(builtins.ImportError): ImportCycleError ModuleNotFoundError
classes(builtins.SyntaxError): IndentationError
classes(builtins.LookupError): IndexError KeyError
classes(builtins.RuntimeError): NotImplementedError PythonFinalizationError RecursionError
classes(builtins.IndentationError): TabError
classes(builtins.NameError): UnboundLocalError
classes(builtins.ValueError): UnicodeError
classes(): classmethod function object property sentinel staticmethod super
property types.EllipsisType: Ellipsis
property types.NotImplementedType: NotImplemented
-> str: ascii bin chr format hex input oct repr
property _sitebuiltins._Printer: copyright credits license
-> list[str]: dir
property _sitebuiltins.Quitter: exit quit
-> dict: globals locals
property _sitebuiltins._Helper: help
-> list: sorted
`,
  bz2: `
module bz2
class BZ2Compressor
  -> bytes: compress flush
class BZ2Decompressor
  -> bytes: decompress
  property bool: eof needs_input
  property bytes: unused_data
class BZ2File(compression._common._streams.BaseStream, typing.IO)
  -> self: __enter__
  -> bytes: read read1 readline peek
  -> list[bytes]: readlines
-> bytes: compress decompress
-> bz2.BZ2File | io.TextIOWrapper: open
`,
  collections: `
module collections
class ChainMap(typing.MutableMapping)
  property list[dict]: maps
  -> self: new_child copy
  property self: parents
  -> collections.ChainMap: fromkeys
  -> self | collections.ChainMap: __or__
class Counter(builtins.dict)
  -> self: copy
  -> list[tuple[unknown, int]]: most_common
  -> collections.Counter: __add__ __sub__ __and__ __or__
class OrderedDict(builtins.dict)
  -> tuple[unknown, unknown]: popitem
  -> self: copy
  -> collections._odict_keys: keys
  -> collections._odict_items: items
  -> collections._odict_values: values
  -> collections.OrderedDict: fromkeys
  -> self | collections.OrderedDict: __or__
class UserDict(typing.MutableMapping)
  property dict: data
  -> self: copy
  -> collections.UserDict: fromkeys
  -> self | collections.UserDict: __or__
class UserList(typing.MutableSequence)
  property list: data
  -> self: __add__ __mul__ copy
class UserString(sqlite3.Sequence)
  property str: data
  -> self: __getitem__ __add__ __mul__ capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title translate upper zfill
  -> iterator[self]: __iter__
  -> bytes: encode
  -> str: format format_map join
  -> tuple[str, str, str]: partition rpartition
  -> list[str]: split rsplit splitlines
class defaultdict(builtins.dict)
  -> self: copy
  -> self | collections.defaultdict: __or__
class deque(typing.MutableSequence)
  -> self: copy __add__ __mul__
classes(_collections_abc.dict_items): _odict_items
classes(_collections_abc.dict_keys): _odict_keys
classes(_collections_abc.dict_values): _odict_values
`,
  compression: `
module compression._common._streams
classes(io.BufferedIOBase): BaseStream
`,
  concurrent: `
module concurrent.futures
class Executor
  -> concurrent.futures.Future: submit
  -> self: __enter__
class InterpreterPoolExecutor(concurrent.futures.ThreadPoolExecutor)
  -> tuple[unknown, unknown]: prepare_context
class ThreadPoolExecutor(concurrent.futures.Executor)
  -> tuple[unknown, unknown]: prepare_context
classes(concurrent.futures._base.Error): CancelledError InvalidStateError
classes(concurrent.futures.Executor): ProcessPoolExecutor
-> iterator[concurrent.futures.Future]: as_completed
-> concurrent.futures._base.DoneAndNotDoneFutures: wait
`,
  csv: `
module csv
class Dialect
  property str: delimiter lineterminator
  property str | None: quotechar escapechar
  property bool: doublequote skipinitialspace strict
  property int: quoting
class DictReader
  property _csv.Reader: reader
  property int: line_num
  -> self: __iter__
class DictWriter
  property str: extrasaction
  property _csv.Writer: writer
class Sniffer
  property list[str]: preferred
classes(csv.Dialect): excel unix_dialect
classes(csv.excel): excel_tab
-> _csv.Dialect: get_dialect
-> list[str]: list_dialects
-> _csv.Reader: reader
-> _csv.Writer: writer
`,
  datetime: `
module datetime
class _IsoCalendarDate(builtins.tuple)
  property int: year week weekday
class date
  property datetime.date: min max
  property datetime.timedelta: resolution
  -> self: fromtimestamp today fromordinal fromisoformat fromisocalendar strptime replace __add__
  property int: year month day
  -> str: ctime strftime isoformat
  -> time.struct_time: timetuple
  -> datetime._IsoCalendarDate: isocalendar
class datetime(datetime.date)
  property datetime.datetime: min max
  property int: hour minute second microsecond fold
  property datetime.tzinfo | None: tzinfo
  -> self: fromtimestamp utcfromtimestamp now utcnow combine fromisoformat replace astimezone strptime
  -> time.struct_time: utctimetuple
  -> datetime.date: date
  -> datetime.time: time timetz
  -> str: isoformat
  -> datetime.timedelta | None: utcoffset dst
  -> str | None: tzname
  -> datetime.timedelta | self: __sub__
class time
  property datetime.time: min max
  property datetime.timedelta: resolution
  property int: hour minute second microsecond fold
  property datetime.tzinfo | None: tzinfo
  -> str: isoformat strftime
  -> self: fromisoformat strptime replace
  -> datetime.timedelta | None: utcoffset dst
  -> str | None: tzname
class timedelta
  property datetime.timedelta: min max resolution
  property int: days seconds microseconds
  -> datetime.timedelta: __add__ __sub__ __mul__
  -> float | datetime.timedelta: __truediv__
class timezone(datetime.tzinfo)
  property datetime.timezone: utc min max
  -> str: tzname
  -> datetime.timedelta: utcoffset
class tzinfo
  -> str | None: tzname
  -> datetime.timedelta | None: utcoffset dst
  -> datetime.datetime: fromutc
property datetime.timezone: UTC
`,
  difflib: `
module difflib
class Differ
  -> iterator[str]: compare
class HtmlDiff
  -> str: make_file make_table
class Match(typing.NamedTuple)
  property int: a b size
class SequenceMatcher
  -> difflib.Match: find_longest_match
  -> list[difflib.Match]: get_matching_blocks
  -> list[tuple[str, int, int, int, int]]: get_opcodes
  -> iterator[list[tuple[str, int, int, int, int]]]: get_grouped_opcodes
-> iterator[str]: context_diff ndiff restore unified_diff
-> iterator[bytes]: diff_bytes
-> list[str] | list: get_close_matches
`,
  enum: `
module enum
class Enum
  -> str: name
class Flag(enum.Enum)
  -> str | None: name
  -> self: __or__ __and__
  -> iterator[self]: __iter__
class IntFlag(builtins.int, enum.ReprEnum, enum.Flag)
  -> self: __or__ __and__
classes(enum.Enum): ReprEnum
`,
  fnmatch: `
module fnmatch
-> list[str]: filter filterfalse
-> str: translate
`,
  fractions: `
module fractions
class Fraction(numbers.Rational)
  -> self: from_float from_decimal from_number
  -> fractions.Fraction: limit_denominator conjugate
  -> tuple[int, int]: as_integer_ratio
  property int: numerator denominator imag
  -> fractions.Fraction | float | builtins.complex: __add__ __sub__ __mul__ __truediv__
  property fractions.Fraction: real
`,
  functools: `
module functools
class _CacheInfo(typing.NamedTuple)
  property int: hits misses currsize
class _Wrapper
  -> functools._Wrapped: __call__
class _lru_cache_wrapper
  -> functools._CacheInfo: cache_info
class cached_property
  property str | None: attrname
class partial
  property tuple[unknown, ...]: args
  property dict: keywords
class partialmethod
  property tuple[unknown, ...]: args
  property dict: keywords
class singledispatchmethod
  property functools._SingleDispatchCallable: dispatcher
property functools._PlaceholderType: Placeholder
-> functools._lru_cache_wrapper: cache
-> functools._SingleDispatchCallable: singledispatch
-> functools._Wrapped: update_wrapper
-> functools._Wrapper: wraps
`,
  gc: `
module gc
property list: callbacks garbage
-> tuple[int, int, int]: get_count get_threshold
-> list: get_objects get_referents get_referrers
-> list[dict]: get_stats
`,
  getpass: `
module getpass
-> str: getpass getuser
`,
  glob: `
module glob
-> str: escape translate
-> list[str]: glob
-> iterator[str]: iglob
`,
  gzip: `
module gzip
class GzipFile(compression._common._streams.BaseStream)
  property io.FileIO | None: myfileobj
  property str: name filename
  property zlib._Compress: compress
  property int: crc
  -> bytes: read read1 peek readline
-> bytes: compress decompress
-> gzip.GzipFile | io.TextIOWrapper: open
`,
  hashlib: `
module hashlib
class blake2b
  property int: MAX_DIGEST_SIZE MAX_KEY_SIZE PERSON_SIZE SALT_SIZE block_size digest_size
  property str: name
  -> self: copy
  -> bytes: digest
  -> str: hexdigest
class blake2s
  property int: MAX_DIGEST_SIZE MAX_KEY_SIZE PERSON_SIZE SALT_SIZE block_size digest_size
  property str: name
  -> self: copy
  -> bytes: digest
  -> str: hexdigest
-> _hashlib.HASH: file_digest md5 new sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512
-> bytes: pbkdf2_hmac scrypt
-> _hashlib.HASHXOF: shake_128 shake_256
`,
  heapq: `
module heapq
-> list: nlargest nsmallest
`,
  html: `
module html
-> str: escape unescape
`,
  http: `
module http.client
class HTTPConnection
  property int: blocksize auto_open debuglevel default_port port
  property str: host
  -> http.client.HTTPResponse: getresponse
  -> http.client.HTTPMessage | None: get_proxy_response_headers
class HTTPMessage(email.message.Message)
  -> list[str]: getallmatchingheaders
class HTTPResponse(io.BufferedIOBase, typing.BinaryIO)
  property http.client.HTTPMessage: msg headers
  property int: version debuglevel status
  property io.BufferedReader: fp
  property bool: closed chunked will_close
  property str: reason url
  -> bytes: peek read read1 readline
  -> list[tuple[str, str]]: getheaders
  -> iterator[bytes]: __iter__
  -> self: __enter__
  -> http.client.HTTPMessage: info
  -> str: geturl
class IncompleteRead(http.client.HTTPException)
  property bytes: partial
classes(http.client.HTTPException): BadStatusLine ImproperConnectionState InvalidURL LineTooLong NotConnected UnimplementedFileMode UnknownProtocol UnknownTransferEncoding
classes(http.client.ImproperConnectionState): CannotSendHeader CannotSendRequest ResponseNotReady
classes(http.client.HTTPConnection): HTTPSConnection
classes(http.client.BadStatusLine): RemoteDisconnected
property dict: responses
`,
  io: `
module io
class BufferedRWPair(io.BufferedIOBase, _io._BufferedIOBase)
  -> bytes: peek
class BufferedRandom(io.BufferedIOBase, _io._BufferedIOBase, typing.BinaryIO)
  property str: mode
  property io.RawIOBase: raw
  -> bytes: peek
class BufferedReader(io.BufferedIOBase, _io._BufferedIOBase, typing.BinaryIO)
  -> bytes: peek
class BytesIO(io.BufferedIOBase, _io._BufferedIOBase, typing.BinaryIO)
  -> bytes: getvalue read1
  -> builtins.memoryview: getbuffer
  -> list[bytes]: readlines
class FileIO(io.RawIOBase, _io._RawIOBase, typing.BinaryIO)
  property str: mode
  property bool: closefd
class IncrementalNewlineDecoder
  -> str: decode
  property str | tuple[str, ...] | None: newlines
  -> tuple[bytes, int]: getstate
class StringIO(io.TextIOBase, _io._TextIOBase, typing.TextIO)
  -> str: getvalue
  property bool: line_buffering
class TextIOWrapper(io.TextIOBase, _io._TextIOBase, typing.TextIO)
  property bool: line_buffering write_through
  -> str: readline
classes(_io._BufferedIOBase, io.IOBase): BufferedIOBase
classes(io.BufferedIOBase, _io._BufferedIOBase, typing.BinaryIO): BufferedWriter
classes(_io._IOBase): IOBase
classes(_io._RawIOBase, io.IOBase): RawIOBase
classes(_io._TextIOBase, io.IOBase): TextIOBase
`,
  itertools: `
module itertools
class accumulate
  -> self: __iter__
class batched
  -> self: __iter__
class chain
  -> self: __iter__
  -> itertools.chain: from_iterable
class combinations
  -> self: __iter__
class combinations_with_replacement
  -> self: __iter__
class compress
  -> self: __iter__
class count
  -> self: __iter__
class cycle
  -> self: __iter__
class dropwhile
  -> self: __iter__
class filterfalse
  -> self: __iter__
class groupby
  -> self: __iter__
class islice
  -> self: __iter__
class pairwise
  -> self: __iter__
class permutations
  -> self: __iter__
class product
  -> self: __iter__
class repeat
  -> self: __iter__
class starmap
  -> self: __iter__
class takewhile
  -> self: __iter__
class zip_longest
  -> self: __iter__
-> tuple[unknown, ...]: tee
`,
  json: `
module json
class JSONDecodeError
  property str: msg doc
  property int: pos lineno colno
class JSONDecoder
  property bool: strict
  -> tuple[unknown, int]: raw_decode
class JSONEncoder
  property str: item_separator key_separator
  property bool: skipkeys ensure_ascii check_circular allow_nan sort_keys
  property int | str: indent
  -> str: encode
  -> iterator[str]: iterencode
-> str: dumps
`,
  locale: `
module locale
-> str: currency format format_string getencoding getpreferredencoding normalize setlocale str strxfrm
-> tuple[str | None, str | None]: getdefaultlocale getlocale
`,
  logging: `
module logging
class BufferingFormatter
  property logging.Formatter: linefmt
  -> str: formatHeader formatFooter format
class FileHandler(logging.StreamHandler)
  property str: baseFilename mode
  property str | None: encoding errors
  property bool: delay
  property io.TextIOWrapper | None: stream
class Filter
  property str: name
  property int: nlen
  -> bool | logging.LogRecord: filter
class Filterer
  property list: filters
  -> bool | logging.LogRecord: filter
class Formatter
  property str | None: datefmt default_msec_format
  property str: default_time_format
  -> str: format formatTime formatException formatMessage formatStack
class Handler(logging.Filterer)
  property int: level
  property logging.Formatter | None: formatter
  property threading.RLock | None: lock
  property str | None: name
  -> str: get_name format
class LogRecord
  property tuple[unknown, ...] | dict | None: args
  property str: asctime filename funcName levelname module message name pathname
  property float: created msecs relativeCreated
  property tuple[unknown, unknown, sqlite3.TracebackType | None] | tuple[None, None, None] | None: exc_info
  property str | None: exc_text processName stack_info threadName taskName
  property int: levelno lineno
  -> str: getMessage
class Logger(logging.Filterer)
  property str: name
  property int: level
  property logging.Logger | None: parent
  property bool: propagate disabled
  property list[logging.Handler]: handlers
  property logging.RootLogger: root
  property logging.Manager: manager
  -> self: getChild
  -> set[logging.Logger]: getChildren
  -> tuple[str, int, str, str | None]: findCaller
  -> logging.LogRecord: makeRecord
class LoggerAdapter
  property logging.Manager: manager
  property dict | None: extra
  property bool: merge_extra
  -> tuple[unknown, dict]: process
  property str: name
class Manager
  property logging.RootLogger: root
  property int: disable
  property bool: emittedNoHandlerWarning
  property dict: loggerDict
  -> logging.Logger: getLogger
class PercentStyle
  property str: default_format asctime_format asctime_search
  property re.Pattern: validation_pattern
  -> str: format
class StreamHandler(logging.Handler)
  property str: terminator
classes(logging.Handler): NullHandler
classes(logging.Logger): RootLogger
-> logging.Handler | None: getHandlerByName
-> set[str]: getHandlerNames
-> dict: getLevelNamesMapping
-> logging.Logger: getLogger
property logging.Handler | None: lastResort
-> logging.LogRecord: makeLogRecord
`,
  math: `
module math
-> tuple[float, int]: frexp
-> tuple[float, float]: modf
`,
  multiprocessing: `
module multiprocessing
classes(multiprocessing.ProcessError): AuthenticationError BufferTooShort TimeoutError
classes(multiprocessing.Queue): JoinableQueue
classes(multiprocessing.process.BaseProcess): Process
-> list[multiprocessing.process.BaseProcess]: active_children
-> multiprocessing.process.BaseProcess: current_process
-> multiprocessing.process.BaseProcess | None: parent_process
module multiprocessing.pool
class IMapIterator
  -> self: __iter__
class Pool
  -> multiprocessing.Process: Process
  -> multiprocessing.pool.ApplyResult: apply_async starmap_async
  -> list: map starmap
  -> multiprocessing.pool.MapResult: map_async
  -> multiprocessing.pool.IMapIterator: imap imap_unordered
  -> self: __enter__
classes(multiprocessing.pool.ApplyResult): MapResult
classes(multiprocessing.pool.Pool): ThreadPool
module multiprocessing.process
class BaseProcess
  property str: name
  property bool: daemon
  property bytes: authkey
  property int: sentinel
`,
  numbers: `
module numbers
class Real(numbers.Complex, numbers._RealLike)
  property int: imag
classes(numbers.Number, numbers._ComplexLike): Complex
classes(numbers.Real): Rational
classes(numbers._ComplexLike): _RealLike
`,
  operator: `
module operator
classes(): attrgetter itemgetter methodcaller
`,
  os: `
module os
class DirEntry
  property str: name path
  -> os.stat_result: stat
class _Environ(typing.MutableMapping)
  -> str: setdefault __getitem__
  -> dict: copy __or__
  -> iterator[str]: __iter__
class _ScandirIterator
  -> self: __iter__ __enter__
class _wrap_close
  -> self: __enter__
  -> iterator[str]: __iter__
  -> str: read readline
  -> list[str]: readlines
class sched_param(_typeshed.structseq, builtins.tuple)
  property int: sched_priority
class stat_result(_typeshed.structseq, builtins.tuple)
  property int: st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime_ns st_mtime_ns st_ctime_ns st_file_attributes st_reparse_tag st_birthtime_ns st_blocks st_blksize st_rdev st_gen st_flags
  property float: st_atime st_mtime st_ctime st_birthtime
class statvfs_result(_typeshed.structseq, builtins.tuple)
  property int: f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax f_fsid
class statx_result
  property int: stx_mask stx_blksize stx_attributes stx_attributes_mask stx_rdev_major stx_rdev_minor stx_rdev stx_dev_major stx_dev_minor stx_dev
class terminal_size(_typeshed.structseq, builtins.tuple)
  property int: columns lines
class times_result(_typeshed.structseq, builtins.tuple)
  property float: user system children_user children_system elapsed
class uname_result(_typeshed.structseq, builtins.tuple)
  property str: sysname nodename release version machine
class waitid_result(_typeshed.structseq, builtins.tuple)
  property int: si_pid si_uid si_signo si_status si_code
classes(abc.ABC): PathLike
property str: altsep linesep name
-> str | None: confstr device_encoding
property dict: confstr_names pathconf_names sysconf_names
-> str: ctermid fsdecode getcwd getlogin ptsname readlink strerror ttyname
property os._Environ: environ environb
-> tuple[int, int]: forkpty openpty pipe pipe2 timerfd_gettime_ns timerfd_settime_ns wait waitpid
-> bytes: fsencode getcwdb getrandom getxattr pread read urandom
-> str | bytes: fspath
-> os.stat_result: fstat lstat stat
-> os.statvfs_result: fstatvfs statvfs
-> iterator[tuple[str, list[str], list[str], int]] | iterator[tuple[bytes, list[bytes], list[bytes], int]]: fwalk
-> list[str]: get_exec_path listdrives listmounts listvolumes listxattr
-> os.terminal_size: get_terminal_size
-> list[int]: getgrouplist getgroups
-> tuple[float, float, float]: getloadavg
-> tuple[int, int, int]: getresgid getresuid
-> list[str] | list[bytes]: listdir
-> os._wrap_close: popen
-> os._ScandirIterator: scandir
-> set[int]: sched_getaffinity
-> os.sched_param: sched_getparam
-> os.statx_result: statx
-> tuple[float, float]: timerfd_gettime timerfd_settime
-> os.times_result: times
-> os.uname_result: uname
-> tuple[int, int, resource.struct_rusage]: wait3 wait4
-> os.waitid_result | None: waitid
-> iterator[tuple[str, list[str], list[str]]]: walk
`,
  pathlib: `
module pathlib
class Path(pathlib.PurePath)
  -> self: cwd from_uri readlink rename replace resolve home absolute expanduser
  -> os.stat_result: stat lstat
  -> str: read_text owner group as_uri
  -> iterator[self]: glob rglob iterdir
  -> bytes: read_bytes
  -> iterator[tuple[self, list[str], list[str]]]: walk
class PurePath(os.PathLike)
  property types.ModuleType: parser
  property tuple[str, ...]: parts
  property str: drive root anchor name suffix stem
  property list[str]: suffixes
  -> self: __truediv__ relative_to with_name with_stem with_suffix joinpath with_segments
  -> str: as_posix as_uri
  property self: parent
classes(pathlib.Path, pathlib.PurePosixPath): PosixPath
classes(pathlib.PurePath): PurePosixPath PureWindowsPath
classes(pathlib.Path, pathlib.PureWindowsPath): WindowsPath
`,
  pickle: `
module pickle
class PickleBuffer
  -> builtins.memoryview: raw
class Pickler
  property bool: fast bin
  property dict: dispatch_table
  property _pickle.PicklerMemoProxy: memo
class Unpickler
  property _pickle.UnpicklerMemoProxy: memo
classes(pickle.PickleError): PicklingError UnpicklingError
-> bytes: dumps
`,
  posixpath: `
module posixpath
-> str: abspath expanduser expandvars realpath
property str | None: altsep
-> str | bytes: commonpath join relpath
property str: curdir defpath devnull extsep pardir pathsep sep
-> tuple[str, str] | tuple[unknown, unknown]: split splitdrive splitext
-> tuple[unknown, unknown, unknown] | tuple[str, str, str]: splitroot
`,
  pprint: `
module pprint
class PrettyPrinter
  -> str: pformat
  -> tuple[str, bool, bool]: format
-> str: pformat saferepr
`,
  pyexpat: `
module pyexpat
class XMLParserType
  property int: buffer_size buffer_used ErrorByteIndex ErrorCode ErrorColumnNumber ErrorLineNumber CurrentByteIndex CurrentColumnNumber CurrentLineNumber
  property bool: buffer_text namespace_prefixes ordered_attributes specified_attributes
  -> str | None: GetBase
  -> bytes | None: GetInputContext
  -> pyexpat.XMLParserType: ExternalEntityParserCreate
  property dict: intern
`,
  queue: `
module queue
class LifoQueue(queue.Queue)
  property list: queue
class PriorityQueue(queue.Queue)
  property list: queue
class Queue
  property int: maxsize unfinished_tasks
  property threading.Lock: mutex
  property threading.Condition: not_empty not_full all_tasks_done
  property bool: is_shutdown
`,
  random: `
module random
class Random(_random.Random)
  property int: VERSION
  -> tuple[unknown, ...]: getstate
  -> bytes: randbytes
  -> list: choices sample
classes(random.Random): SystemRandom
`,
  re: `
module re
class Match
  property int: pos endpos
  property str | None: lastgroup
  property str: string
  property re.Pattern: re
  -> str | bytes: expand
  -> tuple[unknown, ...]: groups
  -> dict: groupdict
  -> tuple[int, int]: span
  property tuple[tuple[int, int], ...]: regs
class Pattern
  property int: flags groups
  property dict: groupindex
  property str: pattern
  -> re.Match | None: search match fullmatch
  -> list: split
  -> list | list[str]: findall
  -> iterator[re.Match]: finditer
  -> str | bytes: sub
  -> tuple[str, int] | tuple[bytes, int]: subn
class error
  property str: msg
  property str | bytes | None: pattern
  property int: lineno colno
classes(enum.IntFlag): RegexFlag
-> re.Pattern: compile template
-> str: escape
-> list: findall split
-> iterator[re.Match]: finditer
-> re.Match | None: fullmatch match prefixmatch search
-> str | bytes: sub
-> tuple[str, int] | tuple[bytes, int]: subn
`,
  resource: `
module resource
class struct_rusage(_typeshed.structseq, builtins.tuple)
  property float: ru_utime ru_stime
  property int: ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw
`,
  secrets: `
module secrets
-> bytes: token_bytes
-> str: token_hex token_urlsafe
`,
  shutil: `
module shutil
class _ntuple_diskusage(typing.NamedTuple)
  property int: total used free
classes(shutil.Error): SameFileError
-> shutil._ntuple_diskusage: disk_usage
-> list[tuple[str, str]]: get_archive_formats
-> os.terminal_size: get_terminal_size
-> list[tuple[str, list[str], str]]: get_unpack_formats
-> str: make_archive
`,
  sqlite3: `
module sqlite3
class Blob
  -> bytes: read
  -> self: __enter__
class Connection
  property str | None: isolation_level
  property bool: in_transaction
  property int: total_changes autocommit
  -> sqlite3.Blob: blobopen
  -> sqlite3.Cursor: execute executemany executescript
  -> iterator[str]: iterdump
  -> bytes: serialize
  -> sqlite3._Statement: __call__
  -> self: __enter__
class Cursor
  property int: arraysize rowcount
  property sqlite3.Connection: connection
  -> self: execute executemany __iter__
  -> sqlite3.Cursor: executescript
  -> list: fetchall fetchmany
class Error
  property int: sqlite_errorcode
  property str: sqlite_errorname
class Row(sqlite3.Sequence)
  -> list[str]: keys
class TracebackType
  property sqlite3.TracebackType | None: tb_next
  property types.FrameType: tb_frame
  property int: tb_lasti tb_lineno
classes(sqlite3.DatabaseError): DataError IntegrityError InternalError NotSupportedError OperationalError ProgrammingError
classes(sqlite3.Error): DatabaseError InterfaceError
classes(math.Iterable): Iterator
classes(typing.Collection): Mapping
classes(typing.Reversible, typing.Collection): Sequence
-> datetime.date: DateFromTicks
-> datetime.time: TimeFromTicks
-> datetime.datetime: TimestampFromTicks
property dict: adapters converters
property str: apilevel sqlite_version version
`,
  statistics: `
module statistics
class LinearRegression(typing.NamedTuple)
  property float: slope intercept
class NormalDist
  property float: mean median mode stdev variance
  -> self: from_samples
  -> list[float]: samples quantiles
  -> statistics.NormalDist: __add__ __sub__ __mul__ __truediv__
-> statistics.LinearRegression: linear_regression
-> list: multimode quantiles
`,
  string: `
module string
class Formatter
  -> str: format vformat
  -> iterator[tuple[unknown, unknown, unknown, unknown]]: parse
class Template
  property str: template delimiter idpattern
  property str | None: braceidpattern
  property re.RegexFlag | None: flags
  property re.Pattern: pattern
  -> str: substitute safe_substitute
  -> list[str]: get_identifiers
property str: ascii_letters printable
`,
  subprocess: `
module subprocess
class CalledProcessError(subprocess.SubprocessError)
  property int: returncode
class CompletedProcess
  property int: returncode
class Popen
  property int: pid
  property bool: universal_newlines
  -> tuple[str, str]: communicate
  -> self: __enter__
class STARTUPINFO
  property int: dwFlags wShowWindow
  property dict: lpAttributeList
  -> subprocess.STARTUPINFO: copy
class TimeoutExpired(subprocess.SubprocessError)
  property float: timeout
  property bytes | None: stdout stderr
check_output(...) -> unknown ? text=True str ? universal_newlines=True str
-> str: getoutput
-> tuple[int, str]: getstatusoutput
-> subprocess.CompletedProcess: run
`,
  tempfile: `
module tempfile
class SpooledTemporaryFile(typing.IO, io.IOBase)
  property str: encoding
  property str | tuple[str, ...] | None: newlines
  property str | None: errors
  -> self: __enter__
  -> str: read1 read readline
  -> io.RawIOBase: detach
  -> list[str]: readlines
  -> iterator[str]: __iter__
class TemporaryDirectory
  property str: name
  -> str: __enter__
class _TemporaryFileWrapper(typing.IO)
  property str: name
  property bool: delete closed
  -> self: __enter__
  -> iterator[str]: __iter__
  -> str: read readline
  -> list[str]: readlines
-> tempfile._TemporaryFileWrapper: NamedTemporaryFile
-> unknown: TemporaryFile
-> str: gettempdir gettempprefix mktemp
-> bytes: gettempdirb gettempprefixb
-> str | bytes: mkdtemp
-> tuple[int, str] | tuple[int, bytes]: mkstemp
property str | None: tempdir
`,
  textwrap: `
module textwrap
class TextWrapper
  property int: width tabsize uspace
  property str: initial_indent subsequent_indent placeholder whitespace_trans x
  property bool: expand_tabs replace_whitespace fix_sentence_endings drop_whitespace break_long_words break_on_hyphens
  property re.Pattern: sentence_end_re wordsep_re wordsep_simple_re
  property dict: unicode_whitespace_trans
  -> list[str]: wrap
  -> str: fill
-> str: dedent fill indent shorten
-> list[str]: wrap
`,
  threading: `
module threading
class Barrier
  property int: parties n_waiting
  property bool: broken
class ExceptHookArgs(_typeshed.structseq, builtins.tuple)
  property sqlite3.TracebackType | None: exc_traceback
  property threading.Thread | None: thread
class Thread
  property str: name
  property bool: daemon
  -> str: getName
class Timer(threading.Thread)
  property threading.Event: finished
  property float: interval
  property dict: kwargs
class serialize_iterator(sqlite3.Iterator)
  -> self: __iter__
classes(threading.Semaphore): BoundedSemaphore
classes(): local
-> tuple[unknown, ...]: concurrent_tee
-> threading.Thread: current_thread main_thread
-> list[threading.Thread]: enumerate
`,
  time: `
module time
class struct_time(_typeshed.structseq)
  property int: tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst tm_gmtoff
  property str: tm_zone
-> str: asctime ctime strftime
-> time.struct_time: gmtime localtime strptime
`,
  timeit: `
module timeit
class Timer
  -> list[float]: repeat
  -> tuple[int, float]: autorange
-> list[float]: repeat
`,
  traceback: `
module traceback
class FrameSummary
  property str: filename name
  property dict | None: locals
  property str | None: line
class StackSummary(builtins.list)
  -> traceback.StackSummary: extract from_list
  -> str: format_frame_summary
  -> list[str]: format
class TracebackException
  property list[traceback.TracebackException] | None: exceptions
  property traceback.StackSummary: stack
  property str: filename text msg exc_type_str
  property str | None: lineno end_lineno
  property int: offset
  -> self: from_exception
  -> iterator[str]: format format_exception_only
-> traceback.StackSummary: extract_stack extract_tb
-> str: format_exc
-> list[str]: format_exception format_exception_only format_list format_stack format_tb
-> iterator[tuple[types.FrameType, int]]: walk_stack walk_tb
`,
  unicodedata: `
module unicodedata
class UCD
  property str: unidata_version
  -> str: bidirectional category decomposition east_asian_width lookup normalize
-> str: bidirectional block category decomposition east_asian_width grapheme_cluster_break indic_conjunct_break lookup normalize
-> iterator[str]: iter_graphemes
property unicodedata.UCD: ucd_3_2_0
property str: unidata_version
`,
  urllib: `
module urllib.error
class HTTPError(urllib.error.URLError, urllib.response.addinfourl)
  property int: code
  property str: msg reason
  property email.message.Message: hdrs headers
class URLError
  property str: filename
module urllib.parse
class _NetlocResultMixinBase
  property str | None: username password hostname
class _ResultMixinBytes
  -> urllib.parse._ResultMixinStr: decode
class _ResultMixinStr
  -> urllib.parse._ResultMixinBytes: encode
classes(urllib.parse._DefragResultBase, urllib.parse._ResultMixinStr): DefragResult
classes(urllib.parse._DefragResultBase, urllib.parse._ResultMixinBytes): DefragResultBytes
classes(urllib.parse._ParseResultBase, urllib.parse._NetlocResultMixinStr): ParseResult
classes(urllib.parse._ParseResultBase, urllib.parse._NetlocResultMixinBytes): ParseResultBytes
classes(urllib.parse._SplitResultBase, urllib.parse._NetlocResultMixinStr): SplitResult
classes(urllib.parse._SplitResultBase, urllib.parse._NetlocResultMixinBytes): SplitResultBytes
classes(typing.NamedTuple): _DefragResultBase _ParseResultBase _SplitResultBase
classes(urllib.parse._NetlocResultMixinBase, urllib.parse._ResultMixinBytes): _NetlocResultMixinBytes
classes(urllib.parse._NetlocResultMixinBase, urllib.parse._ResultMixinStr): _NetlocResultMixinStr
urldefrag(...) -> urllib.parse.DefragResult | urllib.parse.DefragResultBytes ? missing_as_none=True urllib.parse.DefragResult ? missing_as_none=True urllib.parse.DefragResultBytes
urlparse(...) -> urllib.parse.ParseResult | urllib.parse.ParseResultBytes ? missing_as_none=True urllib.parse.ParseResult ? missing_as_none=True urllib.parse.ParseResultBytes
urlsplit(...) -> urllib.parse.SplitResult | urllib.parse.SplitResultBytes ? missing_as_none=True urllib.parse.SplitResult ? missing_as_none=True urllib.parse.SplitResultBytes
-> dict: parse_qs
-> list[tuple[str, str]]: parse_qsl
-> str: quote quote_from_bytes quote_plus unquote unquote_plus urlencode urljoin
-> bytes: unquote_to_bytes
-> bytes | str: urlunparse urlunsplit
module urllib.request
class AbstractBasicAuthHandler
  property re.Pattern: rx
  property urllib.request.HTTPPasswordMgr: passwd
  -> urllib.request.Request: http_request https_request
  -> http.client.HTTPResponse: http_response https_response
class AbstractDigestAuthHandler
  -> str: get_cnonce
  -> str | None: get_authorization get_entity_digest
  -> tuple[unknown, unknown]: get_algorithm_impls
class AbstractHTTPHandler(urllib.request.BaseHandler)
  -> urllib.request.Request: do_request_
  -> http.client.HTTPResponse: do_open
class BaseHandler
  property int: handler_order
  property urllib.request.OpenerDirector: parent
class DataHandler(urllib.request.BaseHandler)
  -> urllib.response.addinfourl: data_open
class FTPHandler(urllib.request.BaseHandler)
  -> urllib.response.addinfourl: ftp_open
  -> urllib.request.ftpwrapper: connect_ftp
class FancyURLopener(urllib.request.URLopener)
  -> tuple[str, str]: prompt_user_passwd get_user_passwd
  -> urllib.response.addinfourl: http_error_default
class FileHandler(urllib.request.BaseHandler)
  property tuple[str, ...] | None: names
  -> urllib.response.addinfourl: file_open open_local_file
  -> tuple[str, ...]: get_names
class HTTPBasicAuthHandler(urllib.request.AbstractBasicAuthHandler, urllib.request.BaseHandler)
  property str: auth_header
class HTTPCookieProcessor(urllib.request.BaseHandler)
  property http.cookiejar.CookieJar: cookiejar
  -> urllib.request.Request: http_request https_request
  -> http.client.HTTPResponse: http_response https_response
class HTTPDefaultErrorHandler(urllib.request.BaseHandler)
  -> urllib.error.HTTPError: http_error_default
class HTTPDigestAuthHandler(urllib.request.BaseHandler, urllib.request.AbstractDigestAuthHandler)
  property str: auth_header
class HTTPHandler(urllib.request.AbstractHTTPHandler)
  -> http.client.HTTPResponse: http_open
  -> urllib.request.Request: http_request
class HTTPPasswordMgr
  -> tuple[str | None, str | None]: find_user_password
  -> tuple[str, str]: reduce_uri
class HTTPPasswordMgrWithDefaultRealm(urllib.request.HTTPPasswordMgr)
  -> tuple[str | None, str | None]: find_user_password
class HTTPRedirectHandler(urllib.request.BaseHandler)
  property int: max_redirections max_repeats
  property str: inf_msg
  -> urllib.request.Request | None: redirect_request
class HTTPSHandler(urllib.request.AbstractHTTPHandler)
  -> http.client.HTTPResponse: https_open
  -> urllib.request.Request: https_request
class OpenerDirector
  property list[tuple[str, str]]: addheaders
class ProxyBasicAuthHandler(urllib.request.AbstractBasicAuthHandler, urllib.request.BaseHandler)
  property str: auth_header
class ProxyDigestAuthHandler(urllib.request.BaseHandler, urllib.request.AbstractDigestAuthHandler)
  property str: auth_header
class Request
  property str: type host origin_req_host selector full_url
  property dict: headers unredirected_hdrs
  property bool: unverifiable
  property str | None: method
  -> str: get_method get_full_url
  -> list[tuple[str, str]]: header_items
class URLopener
  property str: version
  -> tuple[str, email.message.Message | None]: retrieve
  -> urllib.response.addinfourl: open_data open_file open_ftp open_local_file
class ftpwrapper
  -> tuple[urllib.response.addclosehook, int | None]: retrfile
classes(urllib.request.FTPHandler): CacheFTPHandler
classes(urllib.request.BaseHandler): HTTPErrorProcessor ProxyHandler UnknownHandler
classes(urllib.request.HTTPPasswordMgrWithDefaultRealm): HTTPPasswordMgrWithPriorAuth
-> urllib.request.OpenerDirector: build_opener
-> dict: getproxies
-> str: pathname2url url2pathname
-> tuple[str, http.client.HTTPMessage]: urlretrieve
module urllib.response
class addclosehook(urllib.response.addbase)
  property tuple[unknown, ...]: hookargs
class addinfo(urllib.response.addbase)
  property email.message.Message: headers
  -> email.message.Message: info
class addinfourl(urllib.response.addinfo)
  property str: url
  -> str: geturl
  -> email.message.Message: info
classes(tempfile._TemporaryFileWrapper): addbase
`,
  uuid: `
module uuid
class UUID
  property uuid.SafeUUID: is_safe
  property int: int clock_seq clock_seq_hi_variant clock_seq_low node time time_hi_version time_low time_mid
  property bytes: bytes bytes_le
  property tuple[int, int, int, int, int, int]: fields
  property str: hex urn variant
classes(enum.Enum): SafeUUID
property uuid.UUID: MAX NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 NIL
property str: RESERVED_FUTURE RESERVED_MICROSOFT RESERVED_NCS RFC_4122
-> uuid.UUID: uuid1 uuid3 uuid4 uuid5 uuid6 uuid7 uuid8
`,
  xml: `
module xml.etree.ElementTree
class Element
  property dict: attrib
  property str | None: text tail
  -> xml.etree.ElementTree.Element | None: find
  -> list[xml.etree.ElementTree.Element]: findall
  -> iterator[xml.etree.ElementTree.Element]: iter __iter__
  -> None | iterator[xml.etree.ElementTree.Element]: iterfind
  -> iterator[str]: itertext
  -> _collections_abc.dict_keys: keys
  -> xml.etree.ElementTree.Element: makeelement
  -> xml.etree.ElementTree.Element | list[xml.etree.ElementTree.Element]: __getitem__
class ElementTree
  -> xml.etree.ElementTree.Element: parse
  -> iterator[xml.etree.ElementTree.Element]: iter
  -> xml.etree.ElementTree.Element | None: find
  -> list[xml.etree.ElementTree.Element]: findall
  -> None | iterator[xml.etree.ElementTree.Element]: iterfind
class ParseError
  property int: code
  property tuple[int, int]: position
class QName
  property str: text
class TreeBuilder
  property bool: insert_comments insert_pis
  -> xml.etree.ElementTree.Element: close start end comment pi
class XMLParser
  property pyexpat.XMLParserType: parser
  property dict: entity
  property str: version
-> xml.etree.ElementTree.Element: Comment ProcessingInstruction SubElement XML fromstringlist
property str: VERSION
-> tuple[xml.etree.ElementTree.Element, dict]: XMLID
-> str | None: canonicalize
-> xml.etree.ElementTree.ElementTree: parse
-> list[bytes] | list[str] | list: tostringlist
`,
  zipfile: `
module zipfile
class Path
  property zipfile._path.CompleteDirs: root
  property str: at name suffix stem
  property list[str]: suffixes
  -> iterator[self]: iterdir glob rglob
  -> str: read_text relative_to
  -> bytes: read_bytes
  -> zipfile.Path: joinpath __truediv__
class ZipFile
  property str | None: filename
  property int: debug start_dir compression
  property bytes: comment
  property list[zipfile.ZipInfo]: filelist
  property dict: NameToInfo
  property str: mode
  property bytes | None: pwd
  -> self: __enter__
  -> zipfile.ZipInfo: getinfo
  -> list[zipfile.ZipInfo]: infolist
  -> list[str]: namelist
  -> str: extract
  -> bytes: read
  -> str | None: testzip
class ZipInfo
  property str: filename orig_filename
  property tuple[int, int, int, int, int, int]: date_time
  property int: compress_type create_system create_version extract_version reserved flag_bits volume internal_attr external_attr header_offset CRC compress_size file_size
  property bytes: comment extra
  -> self: from_file
  -> bytes: FileHeader
classes(zipfile.ZipFile): PyZipFile
module zipfile._path
class CompleteDirs(zipfile._path.InitializedState, zipfile.ZipFile)
  -> str: resolve_dir
  -> zipfile._path.CompleteDirs | self: make
`,
  zlib: `
module zlib
class _Compress
  -> bytes: compress flush
  -> zlib._Compress: copy
`,
};
