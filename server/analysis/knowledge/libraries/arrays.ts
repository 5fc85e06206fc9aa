/** Images, sound and plots. */
export const scipy = `
module scipy
io.arff.loadarff(f: read-path) !read
io.netcdf_file(filename: path, mode, ...) !read
misc.imread(name: read-path, ...) -> numpy.ndarray !read
misc.imsave(name: write-path, arr, ...) -> None !write
-> numpy.ndarray: misc.imresize misc.imrotate misc.imfilter misc.bytescale misc.fromimage misc.face misc.ascent misc.lena
misc.toimage(arr, ...) -> PIL.Image.Image
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
