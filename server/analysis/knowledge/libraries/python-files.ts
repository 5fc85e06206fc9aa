/** Python's standard library: what finds, opens, reads, writes and packs files, and the formats that it knows. */
export const io = `
module io
open(file: path, mode, buffering, encoding, errors, newline, closefd, opener) -> .TextIOWrapper !read
class IOBase
  close()
  readlines(hint)
  __enter__() -> self
class TextIOWrapper(.IOBase)
  read(size) -> builtins.str
  readline(size) -> builtins.str
  readlines(hint) -> list[builtins.str]
  write(s)
  writelines(lines)
  seek(offset, whence)
class BytesIO(.IOBase)
  read(size) -> builtins.bytes
  getvalue() -> builtins.bytes
class StringIO(.IOBase)
  read(size) -> builtins.str
  getvalue() -> builtins.str
alias open = builtins.open
alias TextIO = .TextIOWrapper
`;

export const os = `
module os
listdir(path: read-path) -> list[builtins.str] !unordered !read
scandir(path: read-path) !unordered !read
walk(top: read-path, topdown, onerror, followlinks) !unordered !read
makedirs(name: write-path, mode, exist_ok) !write
mkdir(path: write-path, mode, *, dir_fd) !write
remove(path: write-path, *, dir_fd) !write
unlink(path: write-path, *, dir_fd) !write
rmdir(path: write-path, *, dir_fd) !write
removedirs(name: write-path) !write
rename(src: write-path, dst: write-path, *, src_dir_fd, dst_dir_fd) !write
replace(src: write-path, dst: write-path, *, src_dir_fd, dst_dir_fd) !write
symlink(src: path, dst: write-path, ...) !write
link(src: path, dst: write-path, ...) !write
chmod(path: write-path, mode, ...) !write
chdir(path: read-path) !configure
truncate(path: write-path, length) !write
open(path: path, flags, mode, ...) -> builtins.int !read
stat(path: read-path, ...) !read
getcwd() -> builtins.str
getpid() -> builtins.int
cpu_count() -> builtins.int
system(command) !shell
popen(cmd, mode, buffering) !shell
getenv(key, default)
putenv(key, value) !configure
urandom(size) -> builtins.bytes !random
_exit(status) !exit
abort() !exit
path.join(path, *paths) -> builtins.str
path.exists(path: read-path) -> builtins.bool !read
path.isfile(path: read-path) -> builtins.bool !read
path.isdir(path: read-path) -> builtins.bool !read
path.getsize(filename: read-path) -> builtins.int !read
path.getmtime(filename: read-path) -> builtins.float !read
path.basename(p) -> builtins.str
path.dirname(p) -> builtins.str
path.abspath(path) -> builtins.str
path.realpath(filename) -> builtins.str
path.expanduser(path) -> builtins.str
path.expandvars(path) -> builtins.str
path.normpath(path) -> builtins.str
path.relpath(path, start) -> builtins.str
path.split(p) -> tuple[builtins.str, builtins.str]
path.splitext(p) -> tuple[builtins.str, builtins.str]
environ.get(key, default)
environ.setdefault(key, default) !configure
environ.update(...) !configure
`;

export const posixpath = `
module posixpath
alias join = os.path.join
alias exists = os.path.exists
`;

export const pathlib = `
module pathlib
class PurePath
  joinpath(*pathsegments) -> self
  with_suffix(suffix) -> self
  with_name(name) -> self
  with_stem(stem) -> self
  relative_to(other, ...) -> self
  as_posix() -> builtins.str
  as_uri() -> builtins.str
  is_absolute() -> builtins.bool
  match(path_pattern, ...) -> builtins.bool
  parent: self
  parents: list[self]
  parts: list[builtins.str]
  name: builtins.str
  stem: builtins.str
  suffix: builtins.str
  suffixes: list[builtins.str]
  anchor: builtins.str
  drive: builtins.str
  root: builtins.str
class Path(.PurePath)
  home() -> .Path
  cwd() -> .Path
  open(mode, buffering, encoding, errors, newline) -> io.TextIOWrapper !read
  read_text(encoding, errors, newline) -> builtins.str !read
  read_bytes() -> builtins.bytes !read
  write_text(data, encoding, errors, newline) -> builtins.int !write
  write_bytes(data) -> builtins.int !write
  mkdir(mode, parents, exist_ok) !write
  rmdir() !write
  unlink(missing_ok) !write
  touch(mode, exist_ok) !write
  rename(target: write-path) -> self !write
  replace(target: write-path) -> self !write
  symlink_to(target: path, target_is_directory) !write
  chmod(mode, *, follow_symlinks) !write
  exists(*, follow_symlinks) -> builtins.bool !read
  is_file(*, follow_symlinks) -> builtins.bool !read
  is_dir(*, follow_symlinks) -> builtins.bool !read
  stat(*, follow_symlinks) !read
  iterdir() -> iterator[self] !unordered !read
  glob(pattern, ...) -> iterator[self] !unordered !read
  rglob(pattern, ...) -> iterator[self] !unordered !read
  walk(top_down, on_error, follow_symlinks) !unordered !read
  resolve(strict) -> self
  absolute() -> self
  expanduser() -> self
  samefile(other_path) -> builtins.bool
class PosixPath(.Path)
class WindowsPath(.Path)
class PurePosixPath(.PurePath)
class PureWindowsPath(.PurePath)
Path(*pathsegments) -> .Path
`;

export const glob = `
module glob
glob(pathname: read-path, *, root_dir: read-path, dir_fd, recursive, include_hidden) -> list[builtins.str] !unordered !read
iglob(pathname: read-path, *, root_dir: read-path, dir_fd, recursive, include_hidden) -> iterator[builtins.str] !unordered !read
escape(pathname) -> builtins.str
`;

export const shutil = `
module shutil
copy(src: read-path, dst: write-path, *, follow_symlinks) !read !write
copy2(src: read-path, dst: write-path, *, follow_symlinks) !read !write
copyfile(src: read-path, dst: write-path, *, follow_symlinks) !read !write
copytree(src: read-path, dst: write-path, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok) !read !write
move(src: write-path, dst: write-path, copy_function) !write
rmtree(path: write-path, ignore_errors, onerror, *, onexc, dir_fd) !write
make_archive(base_name: write-path, format, root_dir: read-path, base_dir, ...) !write
unpack_archive(filename: read-path, extract_dir: write-path, format, *, filter) !read !write
disk_usage(path: read-path) !read
`;

export const serialization = `
module pickle
load(file, *, fix_imports, encoding, errors, buffers) !deserialize !read
loads(data, *, fix_imports, encoding, errors, buffers) !deserialize
dump(obj, file, protocol, *, fix_imports, buffer_callback) !write
dumps(obj, protocol, *, fix_imports, buffer_callback) -> builtins.bytes
Unpickler(file, ...) -> .Unpickler
class Unpickler
  load() !deserialize !read
`;

export const marshal = `
module marshal
load(file) !deserialize !read
loads(bytes) !deserialize
`;

export const shelve = `
module shelve
open(filename: path, flag, protocol, writeback) !deserialize !read
`;

export const json = `
module json
load(fp, ...) !read
loads(s, ...)
dump(obj, fp, ...) !write
dumps(obj, ...) -> builtins.str
`;

export const csv = `
module csv
reader(csvfile, dialect, ...) !read
DictReader(f, fieldnames, ...) -> .DictReader !read
writer(csvfile, dialect, ...) -> .writer !write
DictWriter(f, fieldnames, ...) -> .DictWriter !write
class DictReader
class DictWriter
  writerow(rowdict) !write
  writerows(rowdicts) !write
  writeheader() !write
class writer
  writerow(row) !write
  writerows(rows) !write
`;

export const archives = `
module zipfile
ZipFile(file: path, mode, ...) -> .ZipFile !read
class ZipFile
  extractall(path: write-path, members, pwd) !write
  extract(member, path: write-path, pwd) !write
  open(name, mode, pwd, ...) -> io.BytesIO !read
  read(name, pwd) -> builtins.bytes !read
  write(filename: read-path, arcname, ...) !write
  namelist() -> list[builtins.str]
`;

export const tarfile = `
module tarfile
open(name: path, mode, fileobj, ...) -> .TarFile !read
TarFile(name: path, mode, ...) -> .TarFile !read
class TarFile
  open(name: path, mode, fileobj, ...) -> .TarFile !read
  extractall(path: write-path, members, *, numeric_owner, filter) !write
  extract(member, path: write-path, ...) !write
  add(name: read-path, ...) !write
`;

export const compression = `
module gzip
open(filename: path, mode, compresslevel, encoding, errors, newline) -> io.TextIOWrapper !read
GzipFile(filename: path, mode, ...) -> io.TextIOWrapper !read
`;

export const bz2 = `
module bz2
open(filename: path, mode, ...) -> io.TextIOWrapper !read
`;

export const lzma = `
module lzma
open(filename: path, mode, ...) -> io.TextIOWrapper !read
`;

export const codecs = `
module codecs
open(filename: path, mode, encoding, errors, buffering) -> io.TextIOWrapper !read
`;

export const tempfile = `
module tempfile
mkdtemp(suffix, prefix, dir) -> builtins.str !write
mkstemp(suffix, prefix, dir, text) -> tuple[builtins.int, builtins.str] !write
gettempdir() -> builtins.str
NamedTemporaryFile(...) -> io.TextIOWrapper !write
TemporaryDirectory(...) -> .TemporaryDirectory !write
class TemporaryDirectory
  __enter__() -> builtins.str
  name: builtins.str
`;

export const fileinput = `
module fileinput
input(files: read-path, ...) !read
`;

export const configparser = `
module configparser
class RawConfigParser
  read(filenames: read-path, encoding) !read
  get(section, option, ...)
class ConfigParser(.RawConfigParser)
`;
