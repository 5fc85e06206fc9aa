/**
 * Neural networks: keras (also as tensorflow.keras), tensorflow, what is not generated of torch, transformers. Named as users write
 * them: `keras.models.Sequential`, `tensorflow.keras.models.Sequential`.
 */
const layers = (
  "Dense Conv1D Conv2D Conv3D SeparableConv2D DepthwiseConv2D Conv2DTranspose MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D GlobalAveragePooling1D " +
  "GlobalAveragePooling2D GlobalMaxPooling1D GlobalMaxPooling2D MaxPool2D MaxPool1D AvgPool2D Convolution2D UpSampling1D UpSampling2D ZeroPadding2D Cropping2D Flatten Dropout SpatialDropout1D " +
  "SpatialDropout2D AlphaDropout GaussianNoise GaussianDropout BatchNormalization LayerNormalization Activation LeakyReLU PReLU ELU ReLU Softmax Embedding LSTM GRU SimpleRNN CuDNNLSTM CuDNNGRU " +
  "Bidirectional TimeDistributed RNN LSTMCell Reshape Permute RepeatVector Lambda Masking Concatenate Add Multiply Average Subtract Dot Maximum Minimum InputLayer Attention MultiHeadAttention " +
  "Normalization Rescaling Resizing RandomFlip RandomRotation RandomZoom TextVectorization StringLookup IntegerLookup CategoryEncoding Discretization Hashing Layer"
).split(" ");

export const keras = `
module keras
models.load_model(filepath: read-path, custom_objects, compile, safe_mode) -> .models.Model !read !deserialize
saving.load_model(filepath: read-path, custom_objects, compile, safe_mode) -> .models.Model !read !deserialize
models.save_model(model, filepath: write-path, ...) -> None !write
saving.save_model(model, filepath: write-path, ...) -> None !write
models.model_from_json(json_string, ...) -> .models.Model
models.clone_model(model, ...) -> .models.Model
utils.image_dataset_from_directory(directory: read-path, labels, label_mode, class_names, color_mode, batch_size, image_size, shuffle, seed: seed, ...) -> tensorflow.data.Dataset !read
utils.text_dataset_from_directory(directory: read-path, ...) -> tensorflow.data.Dataset !read
preprocessing.image_dataset_from_directory(directory: read-path, ...) -> tensorflow.data.Dataset !read
utils.set_random_seed(seed) -> None !seed
utils.to_categorical(x, num_classes, ...) -> ndarray
utils.np_utils.to_categorical(y, num_classes, ...) -> ndarray
utils.normalize(x, ...) -> ndarray
utils.plot_model(model, to_file: write-path, ...) !write !plot
utils.vis_utils.plot_model(model, to_file: write-path, ...) !write !plot
preprocessing.image.load_img(path: read-path, ...) -> PIL.Image.Image !read
utils.load_img(path: read-path, ...) -> PIL.Image.Image !read
-> ndarray: preprocessing.image.img_to_array utils.img_to_array preprocessing.sequence.pad_sequences utils.pad_sequences
-> PIL.Image.Image: preprocessing.image.array_to_img utils.array_to_img
-> list[str]: preprocessing.text.text_to_word_sequence
utils.get_file(fname, origin: url, untar, md5_hash, file_hash, cache_subdir, hash_algorithm, extract, archive_format, cache_dir: path, ...) -> str !network
callbacks.ModelCheckpoint(filepath: write-path, ...) -> .callbacks.ModelCheckpoint
callbacks.CSVLogger(filename: write-path, ...) -> .callbacks.CSVLogger
callbacks.TensorBoard(log_dir: write-path, ...) -> .callbacks.TensorBoard
-> tuple[tuple[ndarray, ndarray], tuple[ndarray, ndarray]] !read !network: datasets.mnist.load_data datasets.fashion_mnist.load_data datasets.cifar10.load_data datasets.cifar100.load_data
-> tuple[tuple[ndarray, ndarray], tuple[ndarray, ndarray]] !read !network: datasets.imdb.load_data datasets.boston_housing.load_data datasets.reuters.load_data datasets.california_housing.load_data
datasets.imdb.get_word_index(...) -> dict !read !network
-> .KerasTensor: Input layers.Input layers.concatenate layers.add layers.multiply layers.average layers.dot layers.maximum layers.subtract
${["VGG16", "VGG19", "ResNet50", "ResNet101", "ResNet152", "ResNet50V2", "ResNet101V2", "InceptionV3", "InceptionResNetV2", "Xception", "MobileNet", "MobileNetV2", "MobileNetV3Small", "MobileNetV3Large", "DenseNet121", "DenseNet169", "DenseNet201", "NASNetMobile", "NASNetLarge", ...Array.from({ length: 8 }, (_, at) => `EfficientNetB${at}`)].map((name) => `applications.${name}(include_top, weights, ...) -> .models.Model`).join("\n")}
class KerasTensor
  shape: tuple
class models.Model
  fit(x, y, ...) -> .callbacks.History !fit
  fit_generator(generator, ...) -> .callbacks.History !fit
  predict(x, ...) -> ndarray !predict
  predict_generator(generator, ...) -> ndarray !predict
  predict_classes(x, ...) -> ndarray !predict
  predict_proba(x, ...) -> ndarray !predict
  predict_on_batch(x) -> ndarray !predict
  evaluate(x, y, ...) -> unknown !score
  evaluate_generator(generator, ...) -> unknown !score
  train_on_batch(x, y, ...) -> unknown !fit
  save(filepath: write-path, ...) -> None !write
  save_weights(filepath: write-path, ...) -> None !write
  load_weights(filepath: read-path, ...) -> None !read
  export(filepath: write-path, ...) -> None !write
  -> None: compile add pop build set_weights reset_states
  summary(...) -> None !print
  get_layer(name, index) -> .layers.Layer
  get_weights() -> list[ndarray]
  to_json(...) -> str
  get_config() -> dict
  __call__(inputs, ...) -> .KerasTensor
  layers: list[.layers.Layer]
  property .KerasTensor: input output
  history: .callbacks.History
  optimizer: .optimizers.Optimizer
  trainable: bool
  name: str
class models.Sequential(.models.Model)
class callbacks.Callback
class callbacks.History(.callbacks.Callback)
  history: dict
  epoch: list[int]
  params: dict
classes(.callbacks.Callback): callbacks.ModelCheckpoint callbacks.EarlyStopping callbacks.ReduceLROnPlateau callbacks.TensorBoard callbacks.CSVLogger callbacks.LearningRateScheduler callbacks.LambdaCallback
class layers.Layer
  __call__(inputs, ...) -> .KerasTensor
  get_weights() -> list[ndarray]
  get_config() -> dict
  set_weights(weights) -> None
  property .KerasTensor: input output
  property str: name
  property bool: trainable
classes(.layers.Layer): ${layers.filter((name) => name !== "Layer").map((name) => `layers.${name}`).join(" ")}
class optimizers.Optimizer
classes(.optimizers.Optimizer): optimizers.Adam optimizers.SGD optimizers.RMSprop optimizers.Adagrad optimizers.Adadelta optimizers.Adamax optimizers.Nadam optimizers.AdamW optimizers.Ftrl
class preprocessing.image.ImageDataGenerator
  flow_from_directory(directory: read-path, ...) -> .preprocessing.image.DirectoryIterator !read
  flow(x, y, ...) -> .preprocessing.image.NumpyArrayIterator
  flow_from_dataframe(dataframe, directory: read-path, ...) -> .preprocessing.image.DataFrameIterator !read
  fit(x, ...) -> None !fit
class preprocessing.image.Iterator
  next() -> tuple[ndarray, ndarray]
  reset() -> None
  __iter__() -> iterator[tuple[ndarray, ndarray]]
  __getitem__(key) -> tuple[ndarray, ndarray]
  class_indices: dict
  property ndarray: classes labels
  filenames: list[str]
  property int: samples n batch_size num_classes
classes(.preprocessing.image.Iterator): preprocessing.image.DirectoryIterator preprocessing.image.NumpyArrayIterator preprocessing.image.DataFrameIterator
class preprocessing.text.Tokenizer
  -> None: fit_on_texts fit_on_sequences
  texts_to_sequences(texts) -> list
  -> list[str]: sequences_to_texts
  -> ndarray: texts_to_matrix sequences_to_matrix
  to_json(...) -> str
  property dict: word_index index_word word_counts word_docs
classes(): utils.Sequence metrics.AUC losses.BinaryCrossentropy regularizers.L2
alias Model = .models.Model
alias Sequential = .models.Sequential
alias engine.sequential.Sequential = .models.Sequential
alias engine.training.Model = .models.Model
alias engine.topology.Layer = .layers.Layer
alias engine.base_layer.Layer = .layers.Layer
alias engine.Layer = .layers.Layer
alias src.models.Model = .models.Model
alias src.models.model.Model = .models.Model
alias src.models.sequential.Sequential = .models.Sequential
alias src.models.functional.Functional = .models.Model
alias layers.core = .layers
alias layers.convolutional = .layers
alias layers.pooling = .layers
alias layers.recurrent = .layers
alias layers.normalization = .layers
alias layers.embeddings = .layers
alias layers.merge = .layers
alias layers.advanced_activations = .layers
alias layers.noise = .layers
alias layers.wrappers = .layers
alias layers.local = .layers
alias applications.vgg16.VGG16 = .applications.VGG16
alias applications.vgg19.VGG19 = .applications.VGG19
alias applications.resnet50.ResNet50 = .applications.ResNet50
alias applications.resnet.ResNet50 = .applications.ResNet50
alias applications.inception_v3.InceptionV3 = .applications.InceptionV3
alias applications.xception.Xception = .applications.Xception
alias applications.mobilenet_v2.MobileNetV2 = .applications.MobileNetV2
alias applications.densenet.DenseNet121 = .applications.DenseNet121
alias legacy.preprocessing = .preprocessing
alias api = keras
alias _tf_keras.keras = keras
`;

const tensorOperations = (
  "abs add add_n cast ceil clip_by_value concat constant convert_to_tensor cos cumsum divide equal exp expand_dims eye fill floor gather gather_nd greater greater_equal identity less less_equal " +
  "linspace log logical_and logical_not logical_or matmul maximum minimum multiply negative norm not_equal one_hot ones ones_like pad pow range reduce_all reduce_any reduce_max reduce_mean " +
  "reduce_min reduce_prod reduce_sum repeat reshape reverse round scatter_nd shape sigmoid sign sin size slice sort split_v sqrt square squeeze stack stop_gradient strings.join subtract tanh " +
  "tensordot tile transpose truediv where zeros zeros_like argmax argmin argsort boolean_mask random_normal random_uniform reduce_logsumexp to_float to_int32 placeholder truncated_normal " +
  "math.argmax math.reduce_mean math.reduce_sum math.log math.exp math.sqrt math.square math.abs math.add math.multiply math.subtract math.divide math.maximum math.minimum math.sigmoid math.tanh " +
  "math.reduce_max math.reduce_min math.reduce_std math.confusion_matrix math.equal math.pow math.round math.greater math.cos math.sin linalg.matmul linalg.inv linalg.norm linalg.diag " +
  "nn.relu nn.softmax nn.sigmoid nn.tanh nn.dropout nn.conv2d nn.max_pool nn.bias_add nn.l2_loss nn.embedding_lookup nn.softmax_cross_entropy_with_logits nn.sigmoid_cross_entropy_with_logits " +
  "nn.sparse_softmax_cross_entropy_with_logits nn.leaky_relu nn.elu nn.max_pool2d nn.avg_pool nn.moments nn.l2_normalize nn.log_softmax nn.softmax_cross_entropy_with_logits_v2 " +
  "image.resize image.decode_jpeg image.decode_png image.decode_image image.convert_image_dtype image.random_flip_left_right image.random_flip_up_down image.random_brightness image.random_contrast " +
  "image.resize_with_pad image.rgb_to_grayscale image.per_image_standardization image.random_crop image.central_crop image.adjust_brightness image.flip_left_right image.rot90 image.random_saturation " +
  "strings.split strings.regex_replace strings.lower strings.length io.decode_raw io.decode_jpeg io.decode_png io.decode_image one_hot_v1"
).split(" ").filter((name) => !/_v$|_v1$/u.test(name));

export const tensorflow = `
module tensorflow
mirror keras = keras
alias python.keras = .keras
alias _api.v2.v2 = tensorflow
alias python.data.ops.dataset_ops = .data
alias python.framework.ops = tensorflow
alias estimator.inputs = .compat.v1.estimator.inputs
-> .Tensor: ${tensorOperations.join(" ")}
-> list[.Tensor]: split unstack meshgrid
saved_model.load(export_dir: read-path, ...) -> unknown !read !deserialize
saved_model.save(obj, export_dir: write-path, ...) -> None !write
data.TFRecordDataset(filenames: read-path, ...) -> .data.TFRecordDataset !read
data.TextLineDataset(filenames: read-path, ...) -> .data.TextLineDataset !read
data.experimental.make_csv_dataset(file_pattern: read-path, ...) -> .data.Dataset !read
-> .data.Dataset: data.Dataset.from_tensor_slices data.Dataset.from_tensors data.Dataset.from_generator data.Dataset.range data.Dataset.list_files data.Dataset.zip
io.TFRecordWriter(path: write-path, ...) -> .io.TFRecordWriter !write !open
io.read_file(filename: read-path) -> .Tensor !read
io.write_file(filename: write-path, contents) -> None !write
io.gfile.GFile(name: path, mode) -> io.TextIOWrapper !read !open
io.gfile.glob(pattern: read-path) -> list[str] !read
io.gfile.makedirs(path: write-path) -> None !write
io.gfile.listdir(path: read-path) -> list[str] !read
io.gfile.exists(path: read-path) -> bool
gfile.Open(name: path, mode) -> io.TextIOWrapper !read !open
data.Dataset.list_files(file_pattern: read-path, ...) -> .data.Dataset !read
data.Dataset.load(path: read-path, ...) -> .data.Dataset !read
train.Saver.save(sess, save_path: write-path, ...) -> str !write
train.Saver.restore(sess, save_path: read-path) -> None !read
train.Checkpoint.save(file_prefix: write-path, ...) -> str !write
train.Checkpoint.write(file_prefix: write-path, ...) -> str !write
train.Checkpoint.restore(save_path: read-path, ...) !read
train.Checkpoint.read(save_path: read-path, ...) !read
summary.FileWriter(logdir: write-path, ...) -> .summary.FileWriter !write
io.parse_single_example(serialized, features, ...) -> dict
train.Checkpoint(...) -> .train.Checkpoint
train.load_checkpoint(ckpt_dir_or_file: read-path) !read
train.latest_checkpoint(checkpoint_dir: read-path, ...) -> str !read
summary.create_file_writer(logdir: write-path, ...) !write
lite.Interpreter(model_path: read-path, ...) -> .lite.Interpreter !read
random.set_seed(seed) -> None !seed
random.normal(shape, mean, stddev, dtype, seed: seed, name) -> .Tensor !random
random.uniform(shape, minval, maxval, dtype, seed: seed, name) -> .Tensor !random
random.shuffle(value, seed: seed, name) -> .Tensor !random
set_random_seed(seed) -> None !seed
compat.v1.set_random_seed(seed) -> None !seed
Variable(initial_value, ...) -> .Variable
GradientTape(...) -> .GradientTape
config.list_physical_devices(device_type) -> list
config.experimental.list_physical_devices(device_type) -> list
distribute.get_strategy() -> .distribute.Strategy
test.gpu_device_name() -> str
class Tensor
  numpy() -> ndarray
  shape: .TensorShape
  dtype: .DType
  get_shape() -> .TensorShape
  eval(...) -> ndarray
  __getitem__(key) -> .Tensor
  __iter__() -> iterator[.Tensor]
  __matmul__(other) -> .Tensor
class TensorShape
  as_list() -> list[int]
class DType
class Variable(.Tensor)
  -> self: assign assign_add assign_sub
class GradientTape
  __enter__() -> self
  gradient(target, sources, ...) -> unknown
class Session
  __enter__() -> self
  run(fetches, ...) -> unknown
  close() -> None
classes(.Session): InteractiveSession compat.v1.Session compat.v1.InteractiveSession
class distribute.Strategy
  scope() -> iterator[unknown]
class distribute.MirroredStrategy(.distribute.Strategy)
class distribute.TPUStrategy(.distribute.Strategy)
class data.Dataset
  save(path: write-path, ...) -> None !write
  map(map_func, ...) -> .data.Dataset !calls map_func(.Tensor, .Tensor)
  -> .data.Dataset: batch map filter shuffle repeat take skip cache prefetch interleave flat_map zip concatenate padded_batch unbatch enumerate window with_options apply shard ignore_errors
  -> iterator[unknown]: as_numpy_iterator make_one_shot_iterator
  element_spec
  class_names: list[str]
class data.TFRecordDataset(.data.Dataset)
class data.TextLineDataset(.data.Dataset)
class io.TFRecordWriter
  __enter__() -> self
  write(record) -> None !write
  close() -> None
`;

export const tensorflow_hub = `
module tensorflow_hub
load(handle, ...) -> unknown !network !read
KerasLayer(handle, ...) -> .KerasLayer !network
class KerasLayer(keras.layers.Layer)
`;

/** Functions of torch that give a tensor whatever they are called with, as its own stubs say. */
const tensorFunctions = (
  "abs absolute acos acosh add addcdiv addcmul addmm addmv addr all amax amin angle any arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmin argsort argwhere " +
  "as_strided as_tensor asarray asin asinh atan atan2 atanh avg_pool1d baddbmm bartlett_window batch_norm bilinear binary_cross_entropy_with_logits bincount binomial bitwise_and " +
  "bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor blackman_window bmm broadcast_to bucketize ceil celu channel_shuffle cholesky_solve clamp clamp_max " +
  "clamp_min clip clone column_stack combinations complex concat concatenate conj conj_physical constant_pad_nd conv1d conv2d conv3d conv_transpose1d conv_transpose2d " +
  "conv_transpose3d copysign corrcoef cos cosh cosine_embedding_loss cosine_similarity count_nonzero cov cross ctc_loss cumprod cumsum cumulative_trapezoid deg2rad det detach diag " +
  "diag_embed diagflat diagonal diff digamma dist div divide dot dropout dstack embedding empty empty_like eq erf erfc erfinv exp exp2 expm1 eye fill fix flatten flip fliplr " +
  "flipud float_power floor floor_divide fmax fmin fmod frac frombuffer full full_like gather gcd ge ger greater greater_equal grid_sampler grid_sampler_2d grid_sampler_3d " +
  "group_norm gru_cell gt hamming_window hann_window hardshrink heaviside histc hstack hypot i0 imag index_add index_fill index_put index_reduce index_select inner instance_norm " +
  "inverse isclose isfinite isin isinf isnan isneginf isposinf isreal istft kaiser_window kl_div kron layer_norm lcm ldexp le lerp less less_equal lgamma linspace log log10 log1p " +
  "log2 log_softmax logaddexp logaddexp2 logcumsumexp logdet logical_and logical_not logical_or logical_xor logit logspace logsumexp lt margin_ranking_loss masked_fill " +
  "masked_scatter masked_select matrix_exp matrix_power max_pool1d max_pool2d max_pool3d maximum mean minimum mm moveaxis movedim msort mul multiply mv nan_to_num nanmean " +
  "nanquantile nansum narrow ne neg negative nextafter not_equal ones_like outer pairwise_distance pdist permute pinverse pixel_shuffle pixel_unshuffle poisson polar positive pow " +
  "prelu prod quantile rad2deg randint_like range ravel real reciprocal relu remainder renorm repeat_interleave reshape rms_norm roll rot90 round row_stack rrelu rsqrt rsub " +
  "scatter scatter_add scatter_reduce searchsorted select selu sgn sigmoid sign signbit sin sinc sinh softmax sqrt square squeeze std sub subtract sum swapaxes swapdims t take " +
  "take_along_dim tan tanh threshold tile trace transpose trapezoid trapz tril tril_indices triplet_margin_loss triu triu_indices true_divide trunc unflatten unsqueeze vander var " +
  "vdot view_as_complex view_as_real vstack xlogy zeros_like"
);

export const torch = `
module torch
argmax(input, dim, ...) -> .Tensor
-> .Tensor: ${tensorFunctions}
cat(tensors, dim, ...) -> .Tensor
max(input, dim, ...) -> .Tensor ? dim:torch.Tensor .Tensor ? dim tuple[.Tensor, .Tensor]
min(input, dim, ...) -> .Tensor ? dim:torch.Tensor .Tensor ? dim tuple[.Tensor, .Tensor]
-> tuple[.Tensor, .Tensor]: sort topk median mode kthvalue
device(type, index) -> .device
no_grad() -> .no_grad
-> list[.Tensor]: split chunk unbind
class device
  type: str
class Tensor
  max(dim, ...) -> .Tensor ? dim tuple[.Tensor, .Tensor]
  min(dim, ...) -> .Tensor ? dim tuple[.Tensor, .Tensor]
  -> tuple[.Tensor, .Tensor]: topk sort median mode kthvalue
  numpy(...) -> ndarray
  item() -> unknown
  tolist() -> list
  size(dim) -> tuple[int, ...] ? dim int
  backward(...) -> None
  shape: tuple[int, ...]
  property .Tensor: data grad T real imag
  property .device: device
  __getitem__(key) -> .Tensor
  __iter__() -> iterator[.Tensor]
  __matmul__(other) -> .Tensor
  -> .Tensor: to cuda cpu float long int double half bool view reshape permute transpose squeeze unsqueeze contiguous clone detach flatten sum mean std var argmax argmin softmax log_softmax sigmoid tanh
  -> .Tensor: exp log sqrt pow abs clamp expand repeat eq ne gt lt ge le masked_fill index_select gather scatter_ add sub mul div matmul mm bmm t type type_as norm cumsum sort_ round requires_grad_
class nn.Module
  __call__(*args, **kwargs) -> .Tensor
  parameters(recurse) -> iterator[.nn.Parameter]
  named_parameters(...) -> iterator[tuple[str, .nn.Parameter]]
  children() -> iterator[.nn.Module]
  modules() -> iterator[.nn.Module]
  -> self: float half double apply requires_grad_
  zero_grad(...) -> None
class nn.Parameter(.Tensor)
class nn.Sequential
  __call__(input) -> .Tensor
  __getitem__(key) -> .nn.Module
  __iter__() -> iterator[.nn.Module]
class nn.Linear
  property .nn.Parameter: weight bias
class nn.Conv1d
  property .nn.Parameter: weight bias
class nn.Conv2d
  property .nn.Parameter: weight bias
class nn.Conv3d
  property .nn.Parameter: weight bias
class nn.ConvTranspose2d
  property .nn.Parameter: weight bias
class nn.modules.batchnorm._BatchNorm
  property .nn.Parameter: weight bias
class nn.LayerNorm
  property .nn.Parameter: weight bias
class nn.GroupNorm
  property .nn.Parameter: weight bias
class nn.Embedding
  weight: .nn.Parameter
class nn.LSTM(.nn.Module)
  __call__(input, hx) -> tuple[.Tensor, tuple[.Tensor, .Tensor]]
class nn.GRU(.nn.Module)
  __call__(input, hx) -> tuple[.Tensor, .Tensor]
class nn.RNN(.nn.Module)
  __call__(input, hx) -> tuple[.Tensor, .Tensor]
class nn.MultiheadAttention(.nn.Module)
  __call__(query, key, value, ...) -> tuple[.Tensor, .Tensor]
class optim.Optimizer
  -> None: step zero_grad add_param_group load_state_dict
  state_dict() -> dict
  param_groups: list[dict]
class utils.data.Batch complete
  __iter__() -> iterator[.Tensor]
  __getitem__(key) -> .Tensor
class utils.data.DataLoader
  __iter__() -> iterator[.utils.data.Batch]
  dataset: unknown
`;

const automatic = "AutoTokenizer AutoConfig AutoFeatureExtractor AutoProcessor AutoImageProcessor".split(" ");
const pretrained = (
  "AutoModel AutoModelForSequenceClassification AutoModelForCausalLM AutoModelForSeq2SeqLM AutoModelForQuestionAnswering AutoModelForTokenClassification AutoModelForMaskedLM BertModel " +
  "BertForSequenceClassification BertForMaskedLM BertForQuestionAnswering BertForTokenClassification RobertaModel RobertaForSequenceClassification DistilBertModel DistilBertForSequenceClassification " +
  "GPT2LMHeadModel GPT2Model T5ForConditionalGeneration T5Model XLNetForSequenceClassification AlbertForSequenceClassification ElectraForSequenceClassification DebertaV2ForSequenceClassification " +
  "BartForConditionalGeneration TFBertModel TFAutoModel TFDistilBertModel TFRobertaModel TFBertForSequenceClassification TFAutoModelForSequenceClassification XLMRobertaModel ViTForImageClassification ViTModel"
).split(" ");
/** Those of tensorflow give its tensors. */
const isOfTensorflow = (name: string): boolean => name.startsWith("TF");
const tokenizers = "BertTokenizer BertTokenizerFast RobertaTokenizer RobertaTokenizerFast DistilBertTokenizer DistilBertTokenizerFast GPT2Tokenizer GPT2TokenizerFast T5Tokenizer T5TokenizerFast XLNetTokenizer AlbertTokenizer XLMRobertaTokenizer".split(" ");

export const transformers = `
module transformers
${pretrained.map((name) => `class ${name}(${isOfTensorflow(name) ? ".TFPreTrainedModel" : ".PreTrainedModel"})\n  from_pretrained(pretrained_model_name_or_path: path, ..., token: token) -> .${name} !read !network`).join("\n")}
${tokenizers.map((name) => `class ${name}(.PreTrainedTokenizerBase)\n  from_pretrained(pretrained_model_name_or_path: path, ..., token: token) -> .${name} !read !network`).join("\n")}
${automatic.map((name) => `class ${name}\n  from_pretrained(pretrained_model_name_or_path: path, ..., token: token) -> ${name === "AutoTokenizer" ? ".PreTrainedTokenizerFast" : name === "AutoConfig" ? ".PretrainedConfig" : "unknown"} !read !network`).join("\n")}
class PreTrainedModel(torch.nn.Module)
  # With return_dict=False it is a tuple, which has the same elements and no attributes.
  __call__(*args, **kwargs) -> .utils.generic.ModelOutput
  save_pretrained(save_directory: write-path, ...) -> None !write
  push_to_hub(repo_id, ..., token: token) !network
  generate(...) -> torch.Tensor !predict
  config: .PretrainedConfig
class TFPreTrainedModel(keras.models.Model)
  __call__(*args, **kwargs) -> unknown
  save_pretrained(save_directory: write-path, ...) -> None !write
  config: .PretrainedConfig
class PretrainedConfig
class PreTrainedTokenizerBase
  save_pretrained(save_directory: write-path, ...) !write
  __call__(text, ..., return_tensors) -> .BatchEncoding ? return_tensors=pt .TensorEncoding
  encode_plus(text, ..., return_tensors) -> .BatchEncoding ? return_tensors=pt .TensorEncoding
  batch_encode_plus(batch_text_or_text_pairs, ..., return_tensors) -> .BatchEncoding ? return_tensors=pt .TensorEncoding
  -> .BatchEncoding: pad prepare_for_model
  encode(text, ..., return_tensors) -> list[int] ? return_tensors=pt torch.Tensor ? return_tensors=None list[int] ? return_tensors unknown
  convert_ids_to_tokens(ids, ...) -> list[str] ? ids:number str
  convert_tokens_to_ids(tokens, ...) -> list[int] ? tokens:text int
  -> list[str]: tokenize batch_decode
  decode(token_ids, ...) -> str
  vocab_size: int
class PreTrainedTokenizerFast(.PreTrainedTokenizerBase)
class utils.generic.ModelOutput(builtins.dict)
  property torch.Tensor: loss logits last_hidden_state pooler_output start_logits end_logits
  __getitem__(key) -> torch.Tensor
  __iter__() -> iterator[unknown]
class TensorEncoding(.BatchEncoding) hidden
  to(device) -> self
  __getitem__(key) -> torch.Tensor
  property torch.Tensor: input_ids attention_mask token_type_ids
class BatchEncoding(builtins.dict)
  to(device) -> self
  __getitem__(key) -> unknown
class Trainer
  train(...) -> unknown !fit
  evaluate(...) -> dict !score
  predict(test_dataset, ...) -> unknown !predict
  save_model(output_dir: write-path) -> None !write
class TrainingArguments
pipeline(task, model, ..., token: token) -> .Pipeline !read !network
class Pipeline
  __call__(inputs, ...) -> list
get_linear_schedule_with_warmup(optimizer, ...) -> torch.optim.lr_scheduler.LambdaLR
`;

export const sentence_transformers = `
module sentence_transformers
class SentenceTransformer
  encode(sentences, ...) -> ndarray !predict
`;
