/** Read off torch 2.15.0 by scripts/knowledge/api.py. */
export const torch = `
module torch
class BoolStorage
  -> ._C.dtype: dtype
class ByteStorage
  -> ._C.dtype: dtype
class CharStorage
  -> ._C.dtype: dtype
class DoubleStorage
  -> ._C.dtype: dtype
class FloatStorage
  -> ._C.dtype: dtype
class GradScaler
  -> dict: state_dict
class IntStorage
  -> ._C.dtype: dtype
class LongStorage
  -> ._C.dtype: dtype
class ShortStorage
  -> ._C.dtype: dtype
class SymFloat
  -> .SymFloat: __truediv__ conjugate
  -> tuple[int, int]: as_integer_ratio
  -> str: hex
class SymInt(._SymTypingMagicBitwise)
  -> .SymFloat: __truediv__
  -> tuple[.SymInt, int]: as_integer_ratio
  -> .SymInt: conjugate
class TypedStorage
  property ._C.dtype: dtype
  property str | None: filename
  -> self: fill_ copy_ cuda hpu to
  -> .storage._StorageBase | .TypedStorage | str: type
  -> list: tolist
class UntypedStorage
  property str | None: filename
class _SymTypingMagicBitwise
  -> self: __and__ __or__
class autocast
  -> self: __enter__
class inference_mode
  -> .inference_mode: clone
classes(.Tensor): BoolTensor ByteTensor CharTensor DoubleTensor FloatTensor IntTensor LongTensor ShortTensor
classes(._SymTypingMagicBitwise): SymBool
classes(._C.TensorBase): Tensor
classes(): enable_grad no_grad
-> tuple[.Tensor, ...]: chunk split unravel_index
-> ._C.device: get_default_device
-> str: get_float32_matmul_precision typename
-> .Tensor: get_rng_state matmul rand randn stack
-> tuple[.Tensor, .Tensor]: lobpcg
-> ._C.Generator: manual_seed
-> float | .SymFloat: sym_float
-> int | .SymInt: sym_fresh_size sym_int sym_sum
-> .SymInt | float | .SymFloat: sym_max sym_min
-> ._C.Generator | None: thread_safe_generator
module torch._C
class Event
  property ._C.device: device
  -> ._C.Event: from_ipc_handle
  -> bytes: ipc_handle
class Generator
  property ._C.device: device
  -> .Tensor: get_state
  -> ._C.Generator: set_state clone_state graphsafe_get_state graphsafe_set_state set_offset manual_seed
  -> tuple[.Tensor, .Tensor, .Tensor]: philox_state
class Size
  -> ._C.Size: __add__ __mul__
class Stream
  property ._C.device: device
  -> ._C.Event: record_event
  -> self: __enter__
class TensorBase
  property ._C.Size: shape
  property .Tensor: data real imag T H mT mH
  property ._C.device: device
  property ._C.dtype: dtype
  property ._C.dtype | None: grad_dtype
  property ._C.layout: layout
  property .autograd.graph.Node | None: grad_fn
  property .Tensor | None: grad
  -> .Tensor: __add__ __and__ __matmul__ __mul__ __or__ __sub__ __truediv__ abs abs_ absolute absolute_ acos acos_ acosh acosh_ add add_ addbmm addbmm_ addcdiv addcdiv_ addcmul addcmul_ addmm addmm_ addmv addmv_ addr addr_ adjoint all amax amin angle any apply_ arccos arccos_ arccosh arccosh_ arcsin arcsin_ arcsinh arcsinh_ arctan arctan2 arctan2_ arctan_ arctanh arctanh_ argmax argmin argsort argwhere as_strided as_strided_ as_strided_scatter asin asin_ asinh asinh_ atan atan2 atan2_ atan_ atanh atanh_ baddbmm baddbmm_ bernoulli bernoulli_ bfloat16 bincount bitwise_and bitwise_and_ bitwise_left_shift bitwise_left_shift_ bitwise_not bitwise_not_ bitwise_or bitwise_or_ bitwise_right_shift bitwise_right_shift_ bitwise_xor bitwise_xor_ bmm bool broadcast_to byte cauchy_ ccol_indices ceil ceil_ chalf char cholesky_inverse cholesky_solve clamp clamp_ clamp_max clamp_max_ clamp_min clamp_min_ clip clip_ clone coalesce col_indices conj conj_physical conj_physical_ contiguous copy_ copysign copysign_ corrcoef cos cos_ cosh cosh_ count_nonzero cov cpu cross crow_indices cuda cumprod cumprod_ cumsum cumsum_ deg2rad deg2rad_ dequantize det detach detach_ diag diag_embed diagflat diagonal diagonal_scatter diff digamma digamma_ dist div div_ divide divide_ dot double eq eq_ erf erf_ erfc erfc_ erfinv erfinv_ exp exp2 exp2_ exp_ expand expand_as expm1 expm1_ exponential_ fill_ fill_diagonal_ fix fix_ flatten flip fliplr flipud float float_power float_power_ floor floor_ floor_divide floor_divide_ fmax fmin fmod fmod_ frac frac_ gather gcd gcd_ ge ge_ geometric_ ger greater greater_ greater_equal greater_equal_ gt gt_ half hardshrink hash_tensor heaviside heaviside_ histc hypot hypot_ i0 i0_ igamma igamma_ igammac igammac_ index_add index_add_ index_copy index_copy_ index_fill index_fill_ index_put index_put_ index_reduce index_reduce_ index_select indices inner int int_repr inverse isclose isfinite isinf isnan isneginf isposinf isreal istft kron lcm lcm_ ldexp ldexp_ le le_ lerp lerp_ less less_ less_equal less_equal_ lgamma lgamma_ log log10 log10_ log1p log1p_ log2 log2_ log_ log_normal_ log_softmax logaddexp logaddexp2 logcumsumexp logdet logical_and logical_and_ logical_not logical_not_ logical_or logical_or_ logical_xor logical_xor_ logit logit_ logsumexp long lt lt_ lu_solve map2_ map_ masked_fill masked_fill_ masked_scatter masked_scatter_ masked_select matmul matrix_exp matrix_power maximum mean minimum mm moveaxis movedim msort mul mul_ multinomial multiply multiply_ mv mvlgamma mvlgamma_ nan_to_num nan_to_num_ nanmean nanquantile nansum narrow narrow_copy ne ne_ neg neg_ negative negative_ new_empty new_empty_strided new_full new_ones new_tensor new_zeros nextafter nextafter_ nonzero_static normal_ not_equal not_equal_ orgqr ormqr outer permute pin_memory pinverse polygamma polygamma_ positive pow pow_ prelu prod put put_ q_per_channel_scales q_per_channel_zero_points quantile rad2deg rad2deg_ random_ ravel reciprocal reciprocal_ relu relu_ remainder remainder_ renorm renorm_ repeat repeat_interleave requires_grad_ reshape reshape_as resize_ resize_as_ resize_as_sparse_ resolve_conj resolve_neg roll rot90 round round_ row_indices rsqrt rsqrt_ scatter scatter_ scatter_add scatter_add_ scatter_reduce scatter_reduce_ select select_scatter set_ sgn sgn_ short sigmoid sigmoid_ sign sign_ signbit sin sin_ sinc sinc_ sinh sinh_ slice_inverse slice_scatter smm softmax sparse_mask sparse_resize_ sparse_resize_and_clear_ sqrt sqrt_ square square_ squeeze squeeze_ sspaddmm std sub sub_ subtract subtract_ sum sum_to_size swapaxes swapaxes_ swapdims swapdims_ t t_ take take_along_dim tan tan_ tanh tanh_ tile to to_dense to_mkldnn to_padded_tensor to_sparse to_sparse_bsc to_sparse_bsr to_sparse_csc to_sparse_csr trace transpose transpose_ tril tril_ triu triu_ true_divide true_divide_ trunc trunc_ type_as unflatten unfold uniform_ unsqueeze unsqueeze_ values var vdot view view_as where xlogy xlogy_ xpu zero_
  -> .return_types.aminmax: aminmax
  -> tuple[.Tensor, ...]: chunk dsplit hsplit split_with_sizes tensor_split unbind unsafe_chunk unsafe_split unsafe_split_with_sizes vsplit
  -> .return_types.cummax: cummax
  -> .return_types.cummin: cummin
  -> .return_types.frexp: frexp
  -> .return_types.geqrf: geqrf
  -> .return_types.histogram: histogram
  -> float | bool: item
  -> .return_types.kthvalue: kthvalue
  -> .Tensor | .return_types.max: max
  -> .Tensor | .return_types.median: median
  -> .Tensor | .return_types.min: min
  -> .return_types.mode: mode
  -> .Tensor | .return_types.nanmedian: nanmedian
  -> self: new
  -> ndarray: numpy
  -> ._C.Size | int: size
  -> .return_types.slogdet: slogdet
  -> .return_types.sort: sort
  -> .UntypedStorage: untyped_storage
  -> int | .SymInt: storage_offset
  -> .types.Storage: storage_type
  -> tuple[int, ...] | int: stride
  -> .return_types.svd: svd
  -> list: tolist
  -> .return_types.topk: topk
  -> .return_types.triangular_solve: triangular_solve
  -> str | .Tensor: type
  nonzero(...) -> .Tensor ? as_tuple=True tuple[.Tensor, ...]
class _CUDAGraph
  -> list: pools
  -> .cuda.CUDAGraph: get_currently_capturing_graph
class _CudaEventBase(._C.Event)
  property ._C.device: device
  -> ._C._CudaEventBase: from_ipc_handle
  -> bytes: ipc_handle
class _CudaStreamBase(._C.Stream)
  property ._C.device: device
  -> tuple[int, int]: priority_range
class _FunctionBase
  property tuple[.Tensor]: saved_tensors
  property tuple[tuple[unknown, int], ...]: next_functions
  property tuple[bool]: needs_input_grad
  property dict: metadata
class _MemPool
  property tuple[int, int]: id
  property ._C._cuda_CUDAAllocator | None: allocator
class device
  property str: type
  -> self: __enter__
class dtype
  property str: abbr
  -> ._C.dtype: to_real to_complex
classes(.Tensor): _LegacyVariableBase
classes(): _cuda_CUDAAllocator layout
module torch.autograd
class enforce_grad_layout_policy
  -> .autograd.enforce_grad_layout_policy: clone
class set_grad_enabled
  -> .autograd.set_grad_enabled: clone
class set_multithreading_enabled
  -> .autograd.set_multithreading_enabled: clone
classes(.autograd.function._SingleLevelFunction): Function
classes(.autograd.Function): NestedIOFunction
classes(._C._LegacyVariableBase): Variable
classes(): detect_anomaly set_detect_anomaly
-> tuple[.Tensor, ...] | dict: grad
module torch.autograd.function
class FunctionCtx
  property tuple[._C.dtype | None, ...] | None: output_grad_dtypes
  property tuple[.Tensor | None, ...]: input_grad_buffers
classes(._C._FunctionBase, .autograd.function.FunctionCtx): _SingleLevelFunction
module torch.autograd.graph
class Node
  -> str: name
  property tuple[tuple[.autograd.graph.Node | None, int], ...]: next_functions
  -> dict: metadata
  -> .utils.hooks.RemovableHandle: register_hook register_prehook
module torch.cuda
class CUDAGraph(._C._CUDAGraph)
  -> .utils.hooks.RemovableHandle: register_capture_start_hook register_capture_end_hook register_post_instantiate_hook register_replay_start_hook register_replay_end_hook register_destroy_callback retain_object
  -> list: pools
  -> dict: get_graph_data
class GreenContext
  -> tuple[.cuda.GreenContext, ...]: split
  property .cuda.green_contexts.SMPartition: sm_partition
  -> .cuda.GreenContext: create
  -> .cuda.Stream: Stream
class MemPool(._C._MemPool)
  property tuple[int, int]: id
class StreamContext
  property .cuda.Stream | None: cur_stream
class graph
  property .cuda.Stream | None: default_capture_stream
classes(._C._CudaEventBase): Event
classes(.cuda.Stream): ExternalStream
classes(._C._CudaStreamBase): Stream
classes(): cudaStatus device
classes(.cuda.device): device_of
-> .cuda.Stream: current_stream default_stream get_stream_from_external
-> str: get_allocator_backend get_device_name get_gencode_flags list_gpu_processes memory_summary
-> list[str]: get_arch_list
-> tuple[int, int]: get_device_capability mem_get_info
-> .Tensor: get_rng_state
-> list[.Tensor]: get_rng_state_all
-> dict: host_memory_stats host_memory_stats_as_nested_dict memory_stats memory_stats_as_nested_dict
-> .cuda.StreamContext: stream
module torch.cuda.amp
classes(.GradScaler): GradScaler
classes(.autocast): autocast
module torch.cuda.green_contexts
class SMPartition
  -> .cuda.green_contexts.SMPartition: from_device
  -> tuple[tuple[.cuda.green_contexts.SMPartition, ...], .cuda.green_contexts.SMPartition | None]: split
module torch.nn
class AdaptiveLogSoftmaxWithLoss(.nn.Module)
  property list[int]: cutoffs
  property .nn.Linear: head
  property .nn.ModuleList: tail
  -> .Tensor: log_prob predict
class Bilinear(.nn.Module)
  property .Tensor: weight
class CircularPad1d(.nn.modules.padding._CircularPadNd)
  property tuple[int, int]: padding
class CircularPad2d(.nn.modules.padding._CircularPadNd)
  property tuple[int, int, int, int]: padding
class CircularPad3d(.nn.modules.padding._CircularPadNd)
  property tuple[int, int, int, int, int, int]: padding
class ConstantPad1d(.nn.modules.padding._ConstantPadNd)
  property tuple[int, int]: padding
class ConstantPad2d(.nn.modules.padding._ConstantPadNd)
  property tuple[int, int, int, int]: padding
class ConstantPad3d(.nn.modules.padding._ConstantPadNd)
  property tuple[int, int, int, int, int, int]: padding
class DataParallel(.nn.Module)
  -> list: replicate parallel_apply
class Embedding(.nn.Module)
  property .Tensor: weight
class EmbeddingBag(.nn.Module)
  property .Tensor: weight
  property str: mode
  -> .nn.EmbeddingBag: from_pretrained
class GELU(.nn.Module)
  property str: approximate
class LSTM(.nn.RNNBase)
  -> tuple[int, int, int]: get_expected_cell_size
  -> tuple[.Tensor, .Tensor]: permute_hidden
class LayerNorm(.nn.Module)
  property tuple[int, ...]: normalized_shape
class LazyLinear(.nn.Linear)
  property .nn.UninitializedParameter: weight bias
class Linear(.nn.Module)
  property .Tensor: weight
class LinearCrossEntropyLoss(.nn.modules.loss._WeightedLoss)
  property tuple[int, ...]: out_features
  property str: reduction
  property .nn.LinearCrossEntropyOptions | None: options
class LinearCrossEntropyOptions
  property str | None: chunking_method
  property str: acc_policy
  property ._C.dtype | None: acc_dtype
class Module
  -> .nn.Module: get_submodule
  -> .nn.Parameter: get_parameter
  -> .Tensor: get_buffer
  -> self: apply cuda ipu xpu mtia cpu type float double half bfloat16 to_empty to train eval requires_grad_ share_memory
  -> .utils.hooks.RemovableHandle: register_full_backward_pre_hook register_backward_hook register_full_backward_hook register_forward_pre_hook register_forward_hook
  -> .nn.modules.module._IncompatibleKeys: load_state_dict
  -> iterator[.nn.Parameter]: parameters
  -> iterator[tuple[str, .nn.Parameter]]: named_parameters
  -> iterator[.Tensor]: buffers
  -> iterator[tuple[str, .Tensor]]: named_buffers
  -> iterator[.nn.Module]: children modules
  -> iterator[tuple[str, .nn.Module]]: named_children
class ModuleDict(.nn.Module)
  -> iterator[str]: __iter__
  -> .nn.Module: pop
class ModuleList(.nn.Module)
  -> iterator[.nn.Module]: __iter__
  -> .nn.ModuleList: __add__
  -> self: append extend
  -> .nn.Module: pop
class MultiheadAttention(.nn.Module)
  property .Tensor | None: bias_k bias_v
  -> tuple[.Tensor | None, int | None]: merge_masks
class ParameterDict(.nn.Module)
  -> iterator[str]: __iter__
  -> .nn.ParameterDict: copy fromkeys __or__
  -> tuple[str, unknown]: popitem
  -> iterator[tuple[str, unknown]]: items
class ParameterList(.nn.Module)
  -> self: append extend
class RMSNorm(.nn.Module)
  property tuple[int, ...]: normalized_shape
class RNNBase(.nn.Module)
  property str: mode
  -> tuple[int, int, int]: get_expected_hidden_size
  property list[list[.nn.Parameter]]: all_weights
class RNNCell(.nn.RNNCellBase)
  property str: nonlinearity
class RNNCellBase(.nn.Module)
  property .Tensor: weight_ih weight_hh
class ReflectionPad1d(.nn.modules.padding._ReflectionPadNd)
  property tuple[int, int]: padding
class ReflectionPad2d(.nn.modules.padding._ReflectionPadNd)
  property tuple[int, int, int, int]: padding
class ReflectionPad3d(.nn.modules.padding._ReflectionPadNd)
  property tuple[int, int, int, int, int, int]: padding
class ReplicationPad1d(.nn.modules.padding._ReplicationPadNd)
  property tuple[int, int]: padding
class ReplicationPad2d(.nn.modules.padding._ReplicationPadNd)
  property tuple[int, int, int, int]: padding
class ReplicationPad3d(.nn.modules.padding._ReplicationPadNd)
  property tuple[int, int, int, int, int, int]: padding
class Sequential(.nn.Module)
  -> .nn.Sequential: __add__ __mul__
  -> .nn.Module: pop
  -> iterator[.nn.Module]: __iter__
  -> self: append insert extend
class Transformer(.nn.Module)
  -> .Tensor: generate_square_subsequent_mask
class Unflatten(.nn.Module)
  property ._C.Size | list[int] | tuple[int, ...]: unflattened_size
class Upsample(.nn.Module)
  property str: name mode
class ZeroPad1d(.nn.ConstantPad1d)
  property tuple[int, int]: padding
class ZeroPad2d(.nn.ConstantPad2d)
  property tuple[int, int, int, int]: padding
class ZeroPad3d(.nn.ConstantPad3d)
  property tuple[int, int, int, int, int, int]: padding
classes(.nn.modules.pooling._AdaptiveAvgPoolNd): AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d
classes(.nn.modules.pooling._AdaptiveMaxPoolNd): AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d
classes(.nn.modules.dropout._DropoutNd): AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout
classes(.nn.modules.pooling._AvgPoolNd): AvgPool1d AvgPool2d AvgPool3d
classes(.nn.modules.loss._WeightedLoss): BCELoss CrossEntropyLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss
classes(.nn.modules.loss._Loss): BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss MSELoss MarginRankingLoss MultiLabelMarginLoss PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss
classes(.nn.modules.batchnorm._BatchNorm): BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm
classes(.Tensor): Buffer Parameter UninitializedBuffer UninitializedParameter
classes(.nn.Module): CELU ChannelShuffle Container CosineSimilarity CrossMapLRN2d ELU Flatten Fold FractionalMaxPool2d FractionalMaxPool3d GLU GroupNorm Hardshrink Hardsigmoid Hardswish Hardtanh Identity LeakyReLU LocalResponseNorm LogSigmoid LogSoftmax Mish PReLU PairwiseDistance PixelShuffle PixelUnshuffle RReLU ReLU SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink Softsign Tanh Tanhshrink Threshold TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer Unfold
classes(.nn.modules.conv._ConvNd): Conv1d Conv2d Conv3d
classes(.nn.modules.conv._ConvTransposeNd): ConvTranspose1d ConvTranspose2d ConvTranspose3d
classes(.nn.RNNBase): GRU RNN
classes(.nn.RNNCellBase): GRUCell LSTMCell
classes(.nn.modules.instancenorm._InstanceNorm): InstanceNorm1d InstanceNorm2d InstanceNorm3d
classes(.nn.modules.pooling._LPPoolNd): LPPool1d LPPool2d LPPool3d
classes(.nn.modules.batchnorm._LazyNormBase, .nn.modules.batchnorm._BatchNorm): LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d
classes(.nn.modules.conv._LazyConvXdMixin, .nn.Conv1d): LazyConv1d
classes(.nn.modules.conv._LazyConvXdMixin, .nn.Conv2d): LazyConv2d
classes(.nn.modules.conv._LazyConvXdMixin, .nn.Conv3d): LazyConv3d
classes(.nn.modules.conv._LazyConvXdMixin, .nn.ConvTranspose1d): LazyConvTranspose1d
classes(.nn.modules.conv._LazyConvXdMixin, .nn.ConvTranspose2d): LazyConvTranspose2d
classes(.nn.modules.conv._LazyConvXdMixin, .nn.ConvTranspose3d): LazyConvTranspose3d
classes(.nn.modules.batchnorm._LazyNormBase, .nn.modules.instancenorm._InstanceNorm): LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d
classes(.nn.modules.pooling._MaxPoolNd): MaxPool1d MaxPool2d MaxPool3d
classes(.nn.modules.pooling._MaxUnpoolNd): MaxUnpool1d MaxUnpool2d MaxUnpool3d
classes(.nn.NLLLoss): NLLLoss2d
classes(.nn.Hardtanh): ReLU6
classes(.nn.Upsample): UpsamplingBilinear2d UpsamplingNearest2d
module torch.nn.functional
adaptive_max_pool1d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
adaptive_max_pool2d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
adaptive_max_pool3d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
fractional_max_pool2d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
fractional_max_pool3d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
max_pool1d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
max_pool2d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
max_pool3d(...) -> .Tensor ? return_indices=True tuple[.Tensor, .Tensor]
-> .Tensor: adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d affine_grid alpha_dropout avg_pool1d avg_pool2d avg_pool3d batch_norm bilinear binary_cross_entropy binary_cross_entropy_with_logits celu celu_ channel_shuffle conv1d conv2d conv3d conv_tbc conv_transpose1d conv_transpose2d conv_transpose3d cosine_embedding_loss cosine_similarity cross_entropy ctc_loss dropout dropout1d dropout2d dropout3d elu elu_ embedding embedding_bag feature_alpha_dropout fold gaussian_nll_loss gelu glu grid_sample group_norm grouped_mm gumbel_softmax hardshrink hardsigmoid hardswish hardtanh hardtanh_ hinge_embedding_loss huber_loss instance_norm interpolate kl_div l1_loss layer_norm leaky_relu leaky_relu_ linear linear_cross_entropy local_response_norm log_softmax logsigmoid lp_pool1d lp_pool2d lp_pool3d margin_ranking_loss max_unpool1d max_unpool2d max_unpool3d mish mse_loss multi_margin_loss multilabel_margin_loss multilabel_soft_margin_loss native_channel_shuffle nll_loss normalize one_hot pad pairwise_distance pdist pixel_shuffle pixel_unshuffle poisson_nll_loss prelu relu relu6 relu_ rms_norm rrelu rrelu_ scaled_addmm scaled_addmm_ scaled_dot_product_attention scaled_mm selu selu_ sigmoid silu smooth_l1_loss soft_margin_loss softmax softmin softplus softshrink softsign tanh tanhshrink threshold triplet_margin_loss triplet_margin_with_distance_loss unfold upsample upsample_bilinear upsample_nearest
-> tuple[.Tensor, .Tensor]: adaptive_max_pool1d_with_indices adaptive_max_pool2d_with_indices adaptive_max_pool3d_with_indices fractional_max_pool2d_with_indices fractional_max_pool3d_with_indices max_pool1d_with_indices max_pool2d_with_indices max_pool3d_with_indices
-> tuple[.Tensor, .Tensor | None]: multi_head_attention_forward
module torch.nn.init
-> .Tensor: constant_ dirac_ eye_ kaiming_normal_ kaiming_uniform_ normal_ ones_ orthogonal_ sparse_ trunc_normal_ uniform_ xavier_normal_ xavier_uniform_ zeros_
module torch.nn.modules.batchnorm
class _LazyNormBase(.nn.modules.batchnorm._NormBase)
  property .nn.UninitializedParameter: weight bias
classes(.nn.modules.batchnorm._NormBase): _BatchNorm
classes(.nn.Module): _NormBase
module torch.nn.modules.conv
class _ConvNd(.nn.Module)
  property tuple[int, ...]: kernel_size stride dilation output_padding
  property str | tuple[int, ...]: padding
  property str: padding_mode
  property .Tensor: weight
  property .Tensor | None: bias
class _LazyConvXdMixin
  property tuple[int, ...]: kernel_size
  property .nn.UninitializedParameter: weight bias
classes(.nn.modules.conv._ConvNd): _ConvTransposeNd
module torch.nn.modules.dropout
classes(.nn.Module): _DropoutNd
module torch.nn.modules.instancenorm
classes(.nn.modules.batchnorm._NormBase): _InstanceNorm
module torch.nn.modules.loss
class _Loss(.nn.Module)
  property str: reduction
classes(.nn.modules.loss._Loss): _WeightedLoss
module torch.nn.modules.padding
classes(.nn.Module): _CircularPadNd _ConstantPadNd _ReflectionPadNd _ReplicationPadNd
module torch.nn.modules.pooling
classes(.nn.Module): _AdaptiveAvgPoolNd _AdaptiveMaxPoolNd _AvgPoolNd _LPPoolNd _MaxPoolNd _MaxUnpoolNd
module torch.nn.utils
-> .Tensor: clip_grad_norm clip_grad_norm_ get_total_norm parameters_to_vector
-> tuple[.nn.Parameter, .nn.Parameter]: fuse_conv_bn_weights fuse_linear_bn_weights
module torch.nn.utils.rnn
class PackedSequence(.nn.utils.rnn.PackedSequence_)
  -> self: pin_memory to cuda cpu double float half long int short char byte
class PackedSequence_
  property .Tensor: data batch_sizes
  property .Tensor | None: sorted_indices unsorted_indices
-> .Tensor | None: invert_permutation
-> .nn.utils.rnn.PackedSequence: pack_padded_sequence pack_sequence
-> tuple[.Tensor, .Tensor]: pad_packed_sequence
-> .Tensor: pad_sequence
-> list[.Tensor]: unpack_sequence unpad_sequence
module torch.optim
class Optimizer
  -> .utils.hooks.RemovableHandle: register_step_pre_hook register_step_post_hook register_state_dict_pre_hook register_state_dict_post_hook register_load_state_dict_pre_hook register_load_state_dict_post_hook
  -> dict: state_dict
  -> None | float: step
classes(.optim.Optimizer): ASGD Adadelta Adafactor Adagrad Adam Adamax LBFGS Muon NAdam RAdam RMSprop Rprop SGD SparseAdam
classes(.optim.Adam): AdamW
module torch.optim.lr_scheduler
class ChainedScheduler(.optim.lr_scheduler.LRScheduler)
  -> dict: state_dict
class ConstantLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class CosineAnnealingLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class CosineAnnealingWarmRestarts(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class CyclicLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
  -> dict: state_dict
class ExponentialLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class LRScheduler
  -> dict: state_dict
  -> list[float | .Tensor]: get_last_lr get_lr
class LambdaLR(.optim.lr_scheduler.LRScheduler)
  -> dict: state_dict
  -> list[float | .Tensor]: get_lr
class LinearLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class MultiStepLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class MultiplicativeLR(.optim.lr_scheduler.LRScheduler)
  -> dict: state_dict
  -> list[float | .Tensor]: get_lr
class OneCycleLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class PolynomialLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
class SequentialLR(.optim.lr_scheduler.LRScheduler)
  -> dict: state_dict
class StepLR(.optim.lr_scheduler.LRScheduler)
  -> list[float | .Tensor]: get_lr
classes(.optim.lr_scheduler.LRScheduler): ReduceLROnPlateau
module torch.return_types
class aminmax
  property .Tensor: min max
class cummax
  property .Tensor: values indices
class cummin
  property .Tensor: values indices
class frexp
  property .Tensor: mantissa exponent
class geqrf
  property .Tensor: a tau
class histogram
  property .Tensor: hist bin_edges
class kthvalue
  property .Tensor: values indices
class max
  property .Tensor: values indices
class median
  property .Tensor: values indices
class min
  property .Tensor: values indices
class mode
  property .Tensor: values indices
class nanmedian
  property .Tensor: values indices
class slogdet
  property .Tensor: sign logabsdet
class sort
  property .Tensor: values indices
class svd
  property .Tensor: U S V
class topk
  property .Tensor: values indices
class triangular_solve
  property .Tensor: solution cloned_coefficient
module torch.utils.data
class BatchSampler
  -> iterator[list[int]]: __iter__
class ConcatDataset(.utils.data.Dataset)
  property list[.utils.data.Dataset]: datasets
  property list[int]: cumulative_sizes
class DataChunk
  property list: items
  -> str: as_str
class DataLoader
  property .utils.data.Dataset: dataset
  property str: pin_memory_device
  -> .utils.data.dataloader._BaseDataLoaderIter: __iter__
class Dataset
  -> .utils.data.ConcatDataset: __add__
class IterDataPipe(.utils.data.IterableDataset)
  property dict: functions
  -> .utils.data.IterDataPipe: batch collate concat filter groupby list_files map mux open_files read_from_stream routed_decode sharding_filter shuffle unbatch zip
  -> list[.utils.data.IterDataPipe]: demux fork
class IterableDataset(.utils.data.Dataset)
  -> .utils.data.ChainDataset: __add__
class MapDataPipe(.utils.data.Dataset)
  property dict: functions
  -> .utils.data.MapDataPipe: batch concat map zip
  -> .utils.data.IterDataPipe: shuffle
class RandomSampler
  -> iterator[int]: __iter__
class SequentialSampler
  -> iterator[int]: __iter__
class StackDataset(.utils.data.Dataset)
  property tuple | dict: datasets
class Subset(.utils.data.Dataset)
  property .utils.data.Dataset: dataset
class SubsetRandomSampler
  -> iterator[int]: __iter__
class TensorDataset(.utils.data.Dataset)
  property tuple[.Tensor, ...]: tensors
class WeightedRandomSampler
  property .Tensor: weights
  -> iterator[int]: __iter__
class functional_datapipe
  property str: name
class non_deterministic
  -> .utils.data.IterDataPipe: deterministic_wrapper_fn
classes(.utils.data.IterableDataset): ChainDataset
classes(.utils.data.IterDataPipe): DFIterDataPipe
classes(): guaranteed_datapipes_determinism runtime_validation_disabled
-> list[.utils.data.Subset]: random_split
module torch.utils.data.dataloader
class _BaseDataLoaderIter
  -> self: __iter__
`;
