/** Machine learning: models, their files, their randomness. Which sklearn classes take random_state is generated. */
export const sklearn = `
module sklearn
datasets.load_svmlight_file(f: read-path, ...) !read
datasets.dump_svmlight_file(X, y, f: write-path, ...) !write
datasets.load_files(container_path: read-path, ...) !read
datasets.load_iris(...) !read
datasets.fetch_openml(name, ...) !read !network
externals.joblib.load(filename: read-path, mmap_mode) !read !deserialize
externals.joblib.dump(value, filename: write-path, compress, protocol) !write
model_selection.train_test_split(*arrays, test_size, train_size, random_state: seed, shuffle, stratify) !split !random
cross_validation.train_test_split(*arrays, test_size, train_size, random_state: seed, shuffle, stratify) !split !random
utils.shuffle(*arrays, random_state: seed, n_samples) !random
utils.resample(*arrays, replace, n_samples, random_state: seed, stratify, sample_weight) !random
pipeline.make_pipeline(*steps, ...) -> .pipeline.Pipeline
class base.BaseEstimator
  fit(X, y, ...) -> self !fit
  partial_fit(X, y, ...) -> self !fit
  set_params(...) -> self
  get_params(deep) -> builtins.dict
  fit_transform(X, y, ...) !fit
  fit_predict(X, y, ...) -> numpy.ndarray !fit
  transform(X)
  inverse_transform(X)
  predict(X) -> numpy.ndarray
  predict_proba(X) -> numpy.ndarray
  predict_log_proba(X) -> numpy.ndarray
  decision_function(X) -> numpy.ndarray
  score(X, y, sample_weight) -> builtins.float
class base.TransformerMixin
class base.ClassifierMixin
class base.RegressorMixin
class base.ClusterMixin
class pipeline.Pipeline(.base.BaseEstimator)
alias cross_validation.train_test_split = .model_selection.train_test_split
alias externals.joblib.load = joblib.load
alias externals.joblib.dump = joblib.dump
`;

export const joblib = `
module joblib
load(filename: read-path, mmap_mode, ...) !read !deserialize
dump(value, filename: write-path, compress, protocol) !write
Memory(location: write-path, ...) -> .Memory !configure
Parallel(n_jobs, ...) -> .Parallel
delayed(function)
class Memory
  cache(func, ...)
class Parallel
`;

export const dill = `
module dill
load(file, ...) !deserialize !read
loads(str, ...) !deserialize
dump(obj, file, ...) !write
load_session(filename: read-path, ...) !deserialize !read
load_module(filename: read-path, ...) !deserialize !read
dump_session(filename: write-path, ...) !write
`;

export const cloudpickle = `
module cloudpickle
load(file, ...) !deserialize !read
loads(data, ...) !deserialize
dump(obj, file, ...) !write
`;

export const jsonpickle = `
module jsonpickle
decode(string, ...) !deserialize
loads(string, ...) !deserialize
unpickler.decode(string, ...) !deserialize
`;

export const yaml = `
module yaml
load(stream, Loader) !deserialize !read
load_all(stream, Loader) !deserialize !read
full_load(stream) !deserialize !read
full_load_all(stream) !deserialize !read
unsafe_load(stream) !deserialize !read
unsafe_load_all(stream) !deserialize !read
safe_load(stream) !read
safe_load_all(stream) !read
dump(data, stream, ...) !write
safe_dump(data, stream, ...) !write
`;

export const torch = `
module torch
load(f: read-path, map_location, pickle_module, *, weights_only, mmap, ...) !read !deserialize
save(obj, f: write-path, ...) !write
jit.load(f: read-path, map_location, ...) !read
jit.save(m, f: write-path, ...) !write
hub.load(repo_or_dir, model, *args, source, trust_repo, ...) !network !read
hub.load_state_dict_from_url(url: url, model_dir: write-path, ...) !network !read
onnx.export(model, args, f: write-path, ...) !write
manual_seed(seed) -> .Generator !seed
seed() !seed
cuda.manual_seed(seed) !seed
cuda.manual_seed_all(seed) !seed
rand(*size, generator, ...) -> .Tensor !random
randn(*size, generator, ...) -> .Tensor !random
randint(low, high, size, *, generator, ...) -> .Tensor !random
randperm(n, *, generator, ...) -> .Tensor !random
rand_like(input, ...) -> .Tensor !random
randn_like(input, ...) -> .Tensor !random
normal(mean, std, *, generator, ...) -> .Tensor !random
bernoulli(input, *, generator) -> .Tensor !random
multinomial(input, num_samples, replacement, *, generator) -> .Tensor !random
tensor(data, ...) -> .Tensor
from_numpy(ndarray) -> .Tensor
zeros(*size, ...) -> .Tensor
ones(*size, ...) -> .Tensor
set_num_threads(int) !configure
set_default_dtype(d) !configure
utils.data.random_split(dataset, lengths, generator) !split !random
utils.data.DataLoader(dataset, batch_size, shuffle, sampler, batch_sampler, num_workers, collate_fn, pin_memory, drop_last, timeout, worker_init_fn, multiprocessing_context, generator, ...) -> .utils.data.DataLoader
utils.tensorboard.SummaryWriter(log_dir: write-path, ...) -> .utils.tensorboard.SummaryWriter !write
Generator(device) -> .Generator
class Tensor
class Generator
  manual_seed(seed) -> self !seed
class nn.Module
  load_state_dict(state_dict, ...)
  state_dict(...) -> builtins.dict
  to(...) -> self
  cuda(device) -> self
  cpu() -> self
  eval() -> self
  train(mode) -> self
  parameters(recurse)
class utils.data.DataLoader
class utils.data.Dataset
class utils.tensorboard.SummaryWriter
alias serialization.load = .load
alias serialization.save = .save
`;

export const torchvision = `
module torchvision
datasets.ImageFolder(root: read-path, ...) -> .datasets.ImageFolder !read
datasets.DatasetFolder(root: read-path, ...) -> .datasets.DatasetFolder !read
datasets.MNIST(root: path, ...) -> .datasets.MNIST !read
datasets.FashionMNIST(root: path, ...) -> .datasets.FashionMNIST !read
datasets.CIFAR10(root: path, ...) -> .datasets.CIFAR10 !read
datasets.CIFAR100(root: path, ...) -> .datasets.CIFAR100 !read
datasets.ImageNet(root: path, ...) -> .datasets.ImageNet !read
datasets.CocoDetection(root: read-path, annFile: read-path, ...) -> .datasets.CocoDetection !read
io.read_image(path: read-path, ...) -> torch.Tensor !read
utils.save_image(tensor, fp: write-path, ...) !write
`;

export const keras = `
module keras
models.load_model(filepath: read-path, custom_objects, compile, safe_mode) -> .Model !read !deserialize
saving.load_model(filepath: read-path, custom_objects, compile, safe_mode) -> .Model !read !deserialize
models.save_model(model, filepath: write-path, ...) !write
saving.save_model(model, filepath: write-path, ...) !write
utils.image_dataset_from_directory(directory: read-path, labels, label_mode, class_names, color_mode, batch_size, image_size, shuffle, seed: seed, ...) !read
utils.text_dataset_from_directory(directory: read-path, ...) !read
utils.set_random_seed(seed) !seed
preprocessing.image_dataset_from_directory(directory: read-path, ...) !read
preprocessing.image.load_img(path: read-path, ...) !read
utils.load_img(path: read-path, ...) !read
utils.get_file(fname, origin: url, ...) -> builtins.str !network
callbacks.ModelCheckpoint(filepath: write-path, ...) -> .callbacks.ModelCheckpoint
callbacks.CSVLogger(filename: write-path, ...) -> .callbacks.CSVLogger
callbacks.TensorBoard(log_dir: write-path, ...) -> .callbacks.TensorBoard
class Model
  fit(x, y, ...) !fit
  predict(x, ...) -> numpy.ndarray
  evaluate(x, y, ...)
  save(filepath: write-path, ...) !write
  save_weights(filepath: write-path, ...) !write
  load_weights(filepath: read-path, ...) !read
  export(filepath: write-path, ...) !write
  compile(...)
  summary(...) !print
class Sequential(.Model)
alias models.Model = .Model
alias models.Sequential = .Sequential
alias src.models.Model = .Model
class preprocessing.image.ImageDataGenerator
  flow_from_directory(directory: read-path, ...) !read
`;

export const tensorflow = `
module tensorflow
alias keras = keras
alias python.keras = keras
saved_model.load(export_dir: read-path, ...) !read !deserialize
saved_model.save(obj, export_dir: write-path, ...) !write
data.TFRecordDataset(filenames: read-path, ...) -> .data.TFRecordDataset !read
data.TextLineDataset(filenames: read-path, ...) -> .data.TextLineDataset !read
data.experimental.make_csv_dataset(file_pattern: read-path, ...) !read
io.TFRecordWriter(path: write-path, ...) -> .io.TFRecordWriter !write
io.read_file(filename: read-path) !read
io.write_file(filename: write-path, contents) !write
io.gfile.GFile(name: path, mode) -> io.TextIOWrapper !read
io.gfile.glob(pattern: read-path) !read
io.gfile.makedirs(path: write-path) !write
train.Checkpoint(...) -> .train.Checkpoint
train.load_checkpoint(ckpt_dir_or_file: read-path) !read
train.latest_checkpoint(checkpoint_dir: read-path, ...) !read
summary.create_file_writer(logdir: write-path, ...) !write
lite.Interpreter(model_path: read-path, ...) -> .lite.Interpreter !read
random.set_seed(seed) !seed
random.normal(shape, mean, stddev, dtype, seed: seed, name) -> .Tensor !random
random.uniform(shape, minval, maxval, dtype, seed: seed, name) -> .Tensor !random
random.shuffle(value, seed: seed, name) -> .Tensor !random
set_random_seed(seed) !seed
compat.v1.set_random_seed(seed) !seed
`;

export const xgboost = `
module xgboost
DMatrix(data: read-path, ...) -> .DMatrix
train(params, dtrain, ...) -> .Booster !fit
Booster(params, cache, model_file: read-path) -> .Booster
class DMatrix
class Booster
  load_model(fname: read-path) !read
  save_model(fname: write-path) !write
  dump_model(fout: write-path, ...) !write
class XGBModel(sklearn.base.BaseEstimator)
  load_model(fname: read-path) !read
  save_model(fname: write-path) !write
class XGBClassifier(.XGBModel)
class XGBRegressor(.XGBModel)
class XGBRanker(.XGBModel)
class XGBRFClassifier(.XGBModel)
class XGBRFRegressor(.XGBModel)
alias sklearn.XGBClassifier = .XGBClassifier
alias sklearn.XGBRegressor = .XGBRegressor
`;

export const lightgbm = `
module lightgbm
Dataset(data: read-path, ...) -> .Dataset
train(params, train_set, ...) -> .Booster !fit
Booster(params, train_set, model_file: read-path, model_str) -> .Booster
class Dataset
class Booster
  save_model(filename: write-path, ...) !write
class LGBMModel(sklearn.base.BaseEstimator)
class LGBMClassifier(.LGBMModel)
class LGBMRegressor(.LGBMModel)
class LGBMRanker(.LGBMModel)
alias sklearn.LGBMClassifier = .LGBMClassifier
alias sklearn.LGBMRegressor = .LGBMRegressor
`;

export const catboost = `
module catboost
Pool(data: read-path, ...) -> .Pool
class Pool
class CatBoost
  fit(X, y, ...) -> self !fit
  save_model(fname: write-path, ...) !write
  load_model(fname: read-path, ...) !read
class CatBoostClassifier(.CatBoost)
class CatBoostRegressor(.CatBoost)
`;

export const transformers = `
module transformers
set_seed(seed) !seed
pipeline(task, model, ..., token: token) !read
class PreTrainedModel
  save_pretrained(save_directory: write-path, ...) !write
  push_to_hub(repo_id, ..., token: token) !network
class PreTrainedTokenizerBase
  save_pretrained(save_directory: write-path, ...) !write
class Trainer
  train(...) !fit
  save_model(output_dir: write-path) !write
`;

export const datasets = `
module datasets
load_dataset(path: path, name, ..., token: token) !read
load_from_disk(dataset_path: read-path, ...) !read
`;

export const gensim = `
module gensim
models.KeyedVectors.load_word2vec_format(fname: read-path, ...) !read
models.KeyedVectors.load(fname: read-path, ...) !read !deserialize
models.Word2Vec.load(fname: read-path, ...) !read !deserialize
`;

export const mlflow = `
module mlflow
set_tracking_uri(uri: connection-url) !configure
set_experiment(experiment_name, ...) !configure
start_run(...) -> .ActiveRun !network
log_artifact(local_path: read-path, ...) !network
log_artifacts(local_dir: read-path, ...) !network
log_metric(key, value, ...) !network
log_param(key, value, ...) !network
sklearn.load_model(model_uri: read-path, ...) !read !deserialize
pyfunc.load_model(model_uri: read-path, ...) !read !deserialize
sklearn.save_model(sk_model, path: write-path, ...) !write
sklearn.log_model(sk_model, ...) !network
class ActiveRun
`;

export const onnxruntime = `
module onnxruntime
InferenceSession(path_or_bytes: read-path, ...) -> .InferenceSession !read
class InferenceSession
`;
