/** Arrays, images, sound and plots. */
export const numpy = `
module numpy
load(file: read-path, mmap_mode, allow_pickle, ...) !read
loadtxt(fname: read-path, ...) -> .ndarray !read
genfromtxt(fname: read-path, ...) -> .ndarray !read
recfromcsv(fname: read-path, ...) !read
fromfile(file: read-path, ...) -> .ndarray !read
memmap(filename: path, ...) -> .memmap !read
save(file: write-path, arr, ...) !write
savez(file: write-path, *args, ...) !write
savez_compressed(file: write-path, *args, ...) !write
savetxt(fname: write-path, X, ...) !write
array(object, ...) -> .ndarray
asarray(a, ...) -> .ndarray
zeros(shape, ...) -> .ndarray
ones(shape, ...) -> .ndarray
empty(shape, ...) -> .ndarray
full(shape, fill_value, ...) -> .ndarray
zeros_like(a, ...) -> .ndarray
ones_like(a, ...) -> .ndarray
eye(N, ...) -> .ndarray
arange(...) -> .ndarray
linspace(start, stop, ...) -> .ndarray
concatenate(arrays, ...) -> .ndarray
vstack(tup, ...) -> .ndarray
hstack(tup, ...) -> .ndarray
column_stack(tup) -> .ndarray
stack(arrays, ...) -> .ndarray
ravel(a, ...) -> .ndarray
reshape(a, ...) -> .ndarray
set_printoptions(...) !configure
seterr(...) !configure
class ndarray
  tofile(fid: write-path, ...) !write
  dump(file: write-path) !write
  copy(...) -> self
  reshape(...) -> self
  ravel(...) -> self
  flatten(...) -> self
  astype(...) -> self
  transpose(...) -> self
  T: self
  shape
  dtype
  size: builtins.int
  ndim: builtins.int
  tolist() -> builtins.list
class memmap(.ndarray)
random.seed(seed) !seed
random.set_state(state) !seed
random.rand(...) -> .ndarray !random
random.randn(...) -> .ndarray !random
random.randint(low, high, size, dtype) !random
random.random(size) !random
random.random_sample(size) !random
random.ranf(size) !random
random.sample(size) !random
random.random_integers(low, high, size) !random
random.choice(a, size, replace, p) !random
random.shuffle(x: mutated) !random
random.permutation(x) -> .ndarray !random
random.normal(loc, scale, size) !random
random.uniform(low, high, size) !random
random.standard_normal(size) !random
random.binomial(n, p, size) !random
random.poisson(lam, size) !random
random.exponential(scale, size) !random
random.beta(a, b, size) !random
random.gamma(shape, scale, size) !random
random.lognormal(mean, sigma, size) !random
random.multivariate_normal(mean, cov, size, ...) -> .ndarray !random
random.multinomial(n, pvals, size) !random
random.dirichlet(alpha, size) !random
random.laplace(loc, scale, size) !random
random.logistic(loc, scale, size) !random
random.geometric(p, size) !random
random.chisquare(df, size) !random
random.standard_t(df, size) !random
random.weibull(a, size) !random
random.pareto(a, size) !random
random.triangular(left, mode, right, size) !random
random.bytes(length) -> builtins.bytes !random
random.default_rng(seed: seed) -> .random.Generator !random
random.RandomState(seed: seed) -> .random.RandomState !random
random.SeedSequence(entropy: seed, ...) -> .random.SeedSequence !random
class random.Generator
  shuffle(x: mutated, axis)
  choice(a, size, replace, p, axis, shuffle)
  normal(loc, scale, size)
  integers(low, high, size, dtype, endpoint)
  random(size, dtype, out)
  permutation(x, axis) -> .ndarray
class random.RandomState
  seed(seed) !seed
  shuffle(x: mutated)
  choice(a, size, replace, p)
  randn(...)
  rand(...)
  permutation(x) -> .ndarray
alias random.mtrand.RandomState = .random.RandomState
`;

export const scipy = `
module scipy
io.loadmat(file_name: read-path, ...) -> builtins.dict !read
io.savemat(file_name: write-path, mdict, ...) !write
io.wavfile.read(filename: read-path, ...) !read
io.wavfile.write(filename: write-path, rate, data) !write
io.mmread(source: read-path) !read
io.mmwrite(target: write-path, a, ...) !write
io.readsav(file_name: read-path, ...) !read
sparse.load_npz(file: read-path) !read
sparse.save_npz(file: write-path, matrix, ...) !write
`;

export const h5py = `
module h5py
File(name: path, mode, ...) -> .File !read
class File
  create_dataset(name, ...) !write
  close()
`;

export const matplotlib = `
module matplotlib
use(backend, ...) !configure
rc(...) !configure
rcParams.update(...) !configure
pyplot.savefig(fname: write-path, ...) !write
pyplot.imsave(fname: write-path, arr, ...) !write
pyplot.imread(fname: read-path, ...) -> numpy.ndarray !read
pyplot.figure(...) -> .figure.Figure !plot
pyplot.subplots(...) !plot
pyplot.plot(...) !plot
pyplot.show(...) !plot
pyplot.title(...) !plot
pyplot.legend(...) !plot
pyplot.scatter(...) !plot
pyplot.hist(...) !plot
pyplot.bar(...) !plot
pyplot.imshow(...) !plot
image.imread(fname: read-path, ...) -> numpy.ndarray !read
image.imsave(fname: write-path, arr, ...) !write
class figure.Figure
  savefig(fname: write-path, ...) !write
`;

export const seaborn = `
module seaborn
load_dataset(name, ...) -> pandas.DataFrame !read
set(...) !configure
set_theme(...) !configure
set_style(...) !configure
set_palette(...) !configure
`;

export const plotly = `
module plotly
io.write_image(fig, file: write-path, ...) !write
io.write_html(fig, file: write-path, ...) !write
class graph_objects.Figure
  write_image(file: write-path, ...) !write
  write_html(file: write-path, ...) !write
  show(...) !plot
alias graph_objs.Figure = .graph_objects.Figure
`;

export const PIL = `
module PIL
Image.open(fp: read-path, mode, formats) -> .Image.Image !read
Image.new(mode, size, color) -> .Image.Image
Image.fromarray(obj, mode) -> .Image.Image
ImageFont.truetype(font: read-path, ...) -> .ImageFont.FreeTypeFont !read
class Image.Image
  save(fp: write-path, format, ...) !write
  resize(...) -> self
  convert(...) -> self
  crop(...) -> self
  rotate(...) -> self
`;

export const cv2 = `
module cv2
imread(filename: read-path, flags) -> numpy.ndarray !read
imreadmulti(filename: read-path, ...) !read
imwrite(filename: write-path, img, params) !write
VideoCapture(filename: read-path, ...) -> .VideoCapture !read
VideoWriter(filename: write-path, ...) -> .VideoWriter !write
CascadeClassifier(filename: read-path) -> .CascadeClassifier !read
dnn.readNet(model: read-path, config: read-path, framework) !read
dnn.readNetFromCaffe(prototxt: read-path, caffeModel: read-path) !read
dnn.readNetFromTensorflow(model: read-path, config: read-path) !read
dnn.readNetFromONNX(onnxFile: read-path) !read
setRNGSeed(seed) !seed
class VideoCapture
class VideoWriter
class CascadeClassifier
`;

export const imageio = `
module imageio
imread(uri: read-path, ...) !read
mimread(uri: read-path, ...) !read
get_reader(uri: read-path, ...) !read
imwrite(uri: write-path, im, ...) !write
imsave(uri: write-path, im, ...) !write
mimsave(uri: write-path, ims, ...) !write
mimwrite(uri: write-path, ims, ...) !write
get_writer(uri: write-path, ...) !write
v2.imread(uri: read-path, ...) !read
v2.imwrite(uri: write-path, im, ...) !write
v2.mimsave(uri: write-path, ims, ...) !write
v3.imread(uri: read-path, ...) !read
v3.imwrite(uri: write-path, image, ...) !write
`;

export const skimage = `
module skimage
io.imread(fname: read-path, ...) -> numpy.ndarray !read
io.imsave(fname: write-path, arr, ...) !write
io.imread_collection(load_pattern: read-path, ...) !read
io.ImageCollection(load_pattern: read-path, ...) !read
util.random_noise(image, mode, rng: seed, ...) -> numpy.ndarray !random
`;

export const librosa = `
module librosa
load(path: read-path, ...) -> tuple[numpy.ndarray, builtins.float] !read
stream(path: read-path, ...) !read
get_duration(*, y, sr, path: read-path, ...) -> builtins.float !read
`;

export const soundfile = `
module soundfile
read(file: read-path, ...) !read
write(file: write-path, data, samplerate, ...) !write
SoundFile(file: path, mode, ...) -> .SoundFile !read
info(file: read-path, ...) !read
class SoundFile
`;
