/** What all generators of numpy draw from, and the module itself: one number without a size, else an array. */
const distributions = `
normal(loc, scale, size)
uniform(low, high, size)
binomial(n, p, size)
poisson(lam, size)
exponential(scale, size)
beta(a, b, size)
gamma(shape, scale, size)
lognormal(mean, sigma, size)
laplace(loc, scale, size)
logistic(loc, scale, size)
geometric(p, size)
chisquare(df, size)
standard_t(df, size)
weibull(a, size)
pareto(a, size)
triangular(left, mode, right, size)
negative_binomial(n, p, size)
gumbel(loc, scale, size)
rayleigh(scale, size)
hypergeometric(ngood, nbad, nsample, size)
vonmises(mu, kappa, size)
standard_exponential(size)
standard_gamma(shape, size)
f(dfnum, dfden, size)
zipf(a, size)
wald(mean, scale, size)
`.trim().split("\n");

function drawn(before: string, after = ""): string {
  return distributions.map((each) => `${before}${each} -> ndarray ? size~None float${after}`).join("\n");
}

/** numpy: what is returned was compared with numpy 2.5 (test/knowledge). A scalar that may be of any kind of number is unknown. */
export const numpy = `
module numpy
-> ndarray: array asarray asanyarray ascontiguousarray asfortranarray zeros ones empty full zeros_like ones_like empty_like full_like eye identity arange linspace logspace geomspace diag diagflat tri
-> ndarray: tril triu vander concatenate vstack hstack dstack column_stack row_stack stack block ravel reshape transpose swapaxes moveaxis rollaxis expand_dims squeeze flip fliplr flipud rot90 roll tile repeat
-> ndarray: append insert delete resize trim_zeros pad atleast_1d atleast_2d atleast_3d broadcast_to copy argwhere flatnonzero argsort sort partition argpartition lexsort sort_complex msort take take_along_axis
-> ndarray: compress extract choose select piecewise outer kron tensordot cross correlate convolve cov corrcoef histogram_bin_edges bincount digitize interp diff ediff1d polyfit polyder polyint roots
-> ndarray: fromiter fromfunction fromstring frombuffer in1d isin intersect1d union1d setdiff1d setxor1d cumsum cumprod nancumsum nancumprod gradient hamming hanning blackman bartlett kaiser indices
-> ndarray: apply_along_axis apply_over_axes require mat asmatrix nan_to_num logical_and logical_or logical_xor packbits unpackbits matmul rint poly
absolute(x, ...) -> like(x)
abs(x, ...) -> like(x)
fabs(x, ...) -> like(x)
sqrt(x, ...) -> like(x)
exp(x, ...) -> like(x)
exp2(x, ...) -> like(x)
expm1(x, ...) -> like(x)
log(x, ...) -> like(x)
log2(x, ...) -> like(x)
log10(x, ...) -> like(x)
log1p(x, ...) -> like(x)
sin(x, ...) -> like(x)
cos(x, ...) -> like(x)
tan(x, ...) -> like(x)
arcsin(x, ...) -> like(x)
arccos(x, ...) -> like(x)
arctan(x, ...) -> like(x)
sinh(x, ...) -> like(x)
cosh(x, ...) -> like(x)
tanh(x, ...) -> like(x)
arcsinh(x, ...) -> like(x)
arccosh(x, ...) -> like(x)
arctanh(x, ...) -> like(x)
square(x, ...) -> like(x)
cbrt(x, ...) -> like(x)
reciprocal(x, ...) -> like(x)
sign(x, ...) -> like(x)
floor(x, ...) -> like(x)
ceil(x, ...) -> like(x)
trunc(x, ...) -> like(x)
rint(x, ...) -> like(x)
radians(x, ...) -> like(x)
degrees(x, ...) -> like(x)
deg2rad(x, ...) -> like(x)
rad2deg(x, ...) -> like(x)
negative(x, ...) -> like(x)
isnan(x, ...) -> like(x)
isinf(x, ...) -> like(x)
isfinite(x, ...) -> like(x)
logical_not(x, ...) -> like(x)
invert(x, ...) -> like(x)
sinc(x, ...) -> like(x)
power(x1, x2, ...) -> like(x1)
float_power(x1, x2, ...) -> like(x1)
add(x1, x2, ...) -> like(x1)
subtract(x1, x2, ...) -> like(x1)
multiply(x1, x2, ...) -> like(x1)
divide(x1, x2, ...) -> like(x1)
true_divide(x1, x2, ...) -> like(x1)
floor_divide(x1, x2, ...) -> like(x1)
mod(x1, x2, ...) -> like(x1)
fmod(x1, x2, ...) -> like(x1)
remainder(x1, x2, ...) -> like(x1)
maximum(x1, x2, ...) -> like(x1)
minimum(x1, x2, ...) -> like(x1)
fmax(x1, x2, ...) -> like(x1)
fmin(x1, x2, ...) -> like(x1)
arctan2(x1, x2, ...) -> like(x1)
hypot(x1, x2, ...) -> like(x1)
logaddexp(x1, x2, ...) -> like(x1)
equal(x1, x2, ...) -> like(x1)
not_equal(x1, x2, ...) -> like(x1)
less(x1, x2, ...) -> like(x1)
less_equal(x1, x2, ...) -> like(x1)
greater(x1, x2, ...) -> like(x1)
greater_equal(x1, x2, ...) -> like(x1)
around(a, ...) -> like(a)
round(a, ...) -> like(a)
round_(a, ...) -> like(a)
clip(a, ...) -> like(a)
fix(x, ...) -> like(x)
real(a, ...) -> like(a)
imag(a, ...) -> like(a)
conj(a, ...) -> like(a)
nan_to_num(x, ...) -> like(x)
mean(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
std(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
var(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
median(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanmean(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanstd(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanvar(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanmedian(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
average(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
ptp(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
sum(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
prod(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
max(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
min(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
amax(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
amin(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nansum(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanprod(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanmax(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanmin(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
percentile(a, q, axis, ...) -> .Element ? q:number&axis~None .float64 ? q:many ndarray ? axis=1 ndarray
quantile(a, q, axis, ...) -> .Element ? q:number&axis~None .float64 ? q:many ndarray ? axis=1 ndarray
nanpercentile(a, q, axis, ...) -> .Element ? q:number&axis~None .float64 ? q:many ndarray ? axis=1 ndarray
nanquantile(a, q, axis, ...) -> .Element ? q:number&axis~None .float64 ? q:many ndarray ? axis=1 ndarray
argmax(a, axis, ...) -> .Element ? axis~None .int64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
argmin(a, axis, ...) -> .Element ? axis~None .int64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanargmax(a, axis, ...) -> .Element ? axis~None .int64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
nanargmin(a, axis, ...) -> .Element ? axis~None .int64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
count_nonzero(a, axis, ...) -> .Element ? axis~None .int64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
dot(a, b, ...) -> unknown ? a:pandas.DataFrame unknown ? b:pandas.DataFrame unknown
where(condition, x, y) -> ndarray ? x~None tuple[ndarray, ...]
nonzero(a) -> tuple[ndarray, ...]
unique(ar, return_index, return_inverse, return_counts, axis, ...) -> ndarray ? return_index~False&return_inverse~False&return_counts~False ndarray ? return_index=True&return_inverse=True&return_counts=True tuple[ndarray, ndarray, ndarray, ndarray] ? return_index=True&return_counts=True tuple[ndarray, ndarray, ndarray] ? return_inverse=True&return_counts=True tuple[ndarray, ndarray, ndarray] ? return_index=True&return_inverse=True tuple[ndarray, ndarray, ndarray] ? return_counts=True tuple[ndarray, ndarray] ? return_inverse=True tuple[ndarray, ndarray] ? return_index=True tuple[ndarray, ndarray]
histogram(a, ...) -> tuple[ndarray, ndarray]
histogram2d(x, y, ...) -> tuple[ndarray, ndarray, ndarray]
meshgrid(*xi, ...) -> list[ndarray] | tuple[ndarray, ...]
array_split(ary, ...) -> list[ndarray]
split(ary, ...) -> list[ndarray]
hsplit(ary, ...) -> list[ndarray]
vsplit(ary, ...) -> list[ndarray]
broadcast_arrays(*args, ...) -> tuple[ndarray, ...]
unravel_index(indices, shape, ...) -> tuple[ndarray, ...]
triu_indices(n, ...) -> tuple[ndarray, ndarray]
tril_indices(n, ...) -> tuple[ndarray, ndarray]
triu_indices_from(arr, ...) -> tuple[ndarray, ndarray]
tril_indices_from(arr, ...) -> tuple[ndarray, ndarray]
ix_(*args) -> tuple[ndarray, ...]
poly1d(c_or_r, ...) -> .poly1d
polyval(p, x) -> like(x)
vectorize(pyfunc, ...) -> .vectorize
finfo(dtype) -> .finfo
iinfo(type) -> .iinfo
dtype(...) -> .dtype
trapz(y, ...) -> .float64
trapezoid(y, ...) -> .float64
allclose(a, b, ...) -> bool
array_equal(a1, a2, ...) -> bool
isscalar(element) -> bool
isclose(a, b, ...) -> ndarray ? a:number&b:number bool
any(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None bool ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
all(a, axis, ...) -> .Element ? a:pandas.DataFrame Series ? axis~None bool ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
ndim(a) -> int
size(a, ...) -> int
shape(a) -> tuple[int, ...]
searchsorted(a, v, ...) -> ndarray ? v:number .int64
array2string(a, ...) -> str
array_repr(arr, ...) -> str
float64(x) -> like(x)
float32(x) -> like(x) ? x:number unknown
int64(x) -> .int64 ? x:many ndarray
int32(x) -> unknown ? x:many ndarray
datetime64(...) -> .datetime64
timedelta64(...) -> .timedelta64
ndenumerate(arr) -> iterator[tuple[builtins.tuple, unknown]]
ndindex(*shape) -> iterator[builtins.tuple]
load(file: read-path, mmap_mode, allow_pickle, ...) -> unknown !read
loadtxt(fname: read-path, ...) -> ndarray !read
genfromtxt(fname: read-path, ...) -> ndarray !read
recfromcsv(fname: read-path, ...) -> .recarray !read
fromfile(file: read-path, ...) -> ndarray !read
memmap(filename: path, ...) -> .memmap !read
save(file: write-path, arr, ...) -> None !write
savez(file: write-path, *args, ...) -> None !write
savez_compressed(file: write-path, *args, ...) -> None !write
savetxt(fname: write-path, X, ...) -> None !write
set_printoptions(...) -> None !configure
seterr(...) -> dict !configure
linalg.norm(x, ord, axis, ...) -> .Element ? axis~None .float64 ? axis=1 ndarray
linalg.det(a) -> .float64
linalg.matrix_rank(A, ...) -> .int64
linalg.cond(x, ...) -> .float64
linalg.eig(a) -> tuple[ndarray, ndarray]
linalg.eigh(a, ...) -> tuple[ndarray, ndarray]
linalg.qr(a, ...) -> tuple[ndarray, ndarray]
linalg.slogdet(a) -> tuple[.float64, .float64]
linalg.svd(a, full_matrices, compute_uv, ...) -> tuple[ndarray, ndarray, ndarray] ? compute_uv=False ndarray
linalg.lstsq(a, b, ...) -> tuple[ndarray, ndarray, .int64, ndarray]
-> ndarray: linalg.inv linalg.pinv linalg.solve linalg.eigvals linalg.eigvalsh linalg.cholesky linalg.matrix_power linalg.multi_dot linalg.tensorsolve
-> ndarray: fft.fft fft.ifft fft.fft2 fft.ifft2 fft.fftn fft.ifftn fft.rfft fft.irfft fft.fftfreq fft.rfftfreq fft.fftshift fft.ifftshift fft.rfft2
-> ndarray: polynomial.polynomial.polyfit polynomial.polynomial.polyval
-> None: testing.assert_array_equal testing.assert_almost_equal testing.assert_allclose testing.assert_equal
class generic hidden
  -> list: tolist
  -> ndarray: astype reshape ravel flatten
  T: ndarray
  shape: tuple[int, ...]
  dtype: .dtype
  property int: ndim size nbytes
  __sub__(other) -> unknown
class float64(builtins.float)
  astype(dtype, ...) -> unknown
  round(...) -> self
  item() -> float
  -> self: mean sum min max std var clip copy squeeze
  tolist() -> float
  reshape(...) -> ndarray
  dtype: .dtype
class int64(builtins.int)
  item() -> int
  astype(dtype, ...) -> unknown
  dtype: .dtype
class bool_
  item() -> bool
class datetime64
class timedelta64
  item() -> datetime.timedelta
class dtype
  property str: name kind str char
  property int: itemsize
class finfo
class iinfo
class vectorize
  __call__(*args) -> ndarray
class poly1d
  __call__(x) -> like(x)
  property ndarray: coeffs coef c roots r
  -> self: deriv integ
class recarray(.ndarray)
class matrix(.ndarray)
class memmap(.ndarray)
  flush() -> None
class ma.MaskedArray(.ndarray)
  -> ndarray: filled compressed
-> .ma.MaskedArray: ma.masked_array ma.masked_where ma.array ma.masked_invalid ma.masked_less ma.masked_greater ma.masked_equal ma.masked_inside
# What a subscript of an array or a sum along its first axis gives: an array of fewer dimensions, or a number, or whatever its cells hold.
class Element hidden complete
  -> .ndarray: reshape ravel flatten repeat argsort cumsum
  -> self: astype round clip conj view copy transpose squeeze swapaxes
  -> list: tolist
  -> unknown: sum prod max min ptp any all dot item
  mean(axis, ...) -> .Element ? axis~None .float64
  std(axis, ...) -> .Element ? axis~None .float64
  var(axis, ...) -> .Element ? axis~None .float64
  argmax(axis, ...) -> .Element ? axis~None .int64
  argmin(axis, ...) -> .Element ? axis~None .int64
  T: self
  shape: tuple[int, ...]
  dtype: .dtype
  property int: size ndim nbytes itemsize
  __getitem__(i, j, k) -> .Element ? i:slice .ndarray ? i:many .ndarray ? j:slice .ndarray ? k:slice .ndarray
  __iter__() -> iterator[.Element]
class ndarray complete
  tofile(fid: write-path, ...) -> None !write
  dump(file: write-path) -> None !write
  -> self: copy reshape ravel flatten astype transpose swapaxes squeeze repeat view clip round argsort take compress cumsum cumprod conj conjugate diagonal byteswap newbyteorder choose argpartition
  -> None: sort fill partition put resize setflags itemset
  -> list: tolist
  -> bytes: tobytes tostring
  -> unknown: item dot getfield
  nonzero() -> tuple[ndarray, ...]
  searchsorted(v, ...) -> ndarray ? v:number .int64
  mean(axis, ...) -> .Element ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  std(axis, ...) -> .Element ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  var(axis, ...) -> .Element ? axis~None .float64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  sum(axis, ...) -> .Element ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  prod(axis, ...) -> .Element ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  max(axis, ...) -> .Element ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  min(axis, ...) -> .Element ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  ptp(axis, ...) -> .Element ? axis~None unknown ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  trace(...) -> unknown
  argmax(axis, ...) -> .Element ? axis~None .int64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  argmin(axis, ...) -> .Element ? axis~None .int64 ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  any(axis, ...) -> .Element ? axis~None .bool_ ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  all(axis, ...) -> .Element ? axis~None .bool_ ? axis=1 ndarray ? axis=2 ndarray ? keepdims=True ndarray
  property self: T real imag
  property ndarray: base
  flat: .ndarray
  shape: tuple[int, ...]
  dtype: .dtype
  property int: size ndim nbytes itemsize
  property tuple: strides
  flags
  -> bytes: dumps
  -> unknown: ctypes data device mT to_device
  __iter__() -> iterator[.Element]
  __getitem__(i, j, k, l) -> .Element ? i:slice .ndarray ? i:many .ndarray ? i:text unknown ? j:slice .ndarray ? j:many .ndarray ? k:slice .ndarray ? k:many .ndarray ? l:slice .ndarray
  __matmul__(other) -> ndarray
random.seed(seed) -> None !seed
random.set_state(state) -> None !seed
random.get_state(...) -> tuple
random.rand(d0, d1, d2, d3) -> float ? d0 ndarray !random
random.randn(d0, d1, d2, d3) -> float ? d0 ndarray !random
random.bytes(length) -> bytes !random
random.shuffle(x: mutated) -> None !random
random.permutation(x) -> ndarray !random
random.choice(a, size, replace, p) -> ndarray ? size~None unknown !random
random.multivariate_normal(mean, cov, size, ...) -> ndarray !random
random.dirichlet(alpha, size) -> ndarray !random
random.multinomial(n, pvals, size) -> ndarray !random
random.randint(low, high, size, dtype) -> ndarray ? size~None int !random
random.random_integers(low, high, size) -> ndarray ? size~None int !random
random.default_rng(seed: seed) -> .random.Generator !random
random.RandomState(seed: seed) -> .random.RandomState !random
random.SeedSequence(entropy: seed, ...) -> .random.SeedSequence !random
random.random(size) -> ndarray ? size~None float !random
random.random_sample(size) -> ndarray ? size~None float !random
random.ranf(size) -> ndarray ? size~None float !random
random.sample(size) -> ndarray ? size~None float !random
${drawn("random.", " !random")}
random.standard_normal(size) -> ndarray ? size~None float !random
class random.Generator
  shuffle(x: mutated, axis) -> None
  choice(a, size, replace, p, axis, shuffle) -> ndarray ? size~None unknown
  integers(low, high, size, dtype, endpoint) -> ndarray ? size~None .int64
  -> ndarray: permutation permuted multivariate_normal dirichlet multinomial
  bytes(length) -> bytes
  spawn(n_children) -> list[self]
  random(size, dtype, out) -> ndarray ? size~None float
${drawn("  ")}
  standard_normal(size, dtype, out) -> ndarray ? size~None float
class random.RandomState
  seed(seed) -> None !seed
  shuffle(x: mutated) -> None
  choice(a, size, replace, p) -> ndarray ? size~None unknown
  randint(low, high, size, dtype) -> ndarray ? size~None int
  randn(d0, d1, d2, d3) -> float ? d0 ndarray
  rand(d0, d1, d2, d3) -> float ? d0 ndarray
  -> ndarray: permutation multivariate_normal dirichlet multinomial
  bytes(length) -> bytes
  random(size) -> ndarray ? size~None float
  random_sample(size) -> ndarray ? size~None float
${drawn("  ")}
  standard_normal(size) -> ndarray ? size~None float
class random.SeedSequence
  spawn(n_children) -> list[.random.SeedSequence]
  generate_state(n_words, dtype) -> ndarray
alias random.mtrand = .random
alias random._generator = .random
alias core.fromnumeric = numpy
alias core.multiarray = numpy
alias core.numeric = numpy
alias core.function_base = numpy
alias core.shape_base = numpy
alias core.umath = numpy
alias _core.fromnumeric = numpy
alias _core.multiarray = numpy
alias _core.numeric = numpy
alias lib.function_base = numpy
alias lib.npyio = numpy
alias lib.shape_base = numpy
alias lib.arraysetops = numpy
alias lib.twodim_base = numpy
alias linalg.linalg = .linalg
alias fft.fftpack = .fft
alias float_ = .float64
alias double = .float64
alias int_ = .int64
alias bool8 = .bool_
`;
