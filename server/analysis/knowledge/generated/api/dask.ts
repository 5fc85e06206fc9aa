/** Read off dask 2026.8.0 by scripts/knowledge/api.py. */
export const dask = `
module dask
class Expr
  property list: operands
  -> self: finalize_compute
  -> list: dependencies
  -> .Expr: optimize fuse simplify lower_completely substitute substitute_parameters
  -> iterator[.Expr]: walk find_operations
class HLGExpr(.Expr)
  -> .HLGExpr: from_collection
  -> ._expr.HLGFinalizeCompute: finalize_compute
classes(.Expr): LLGExpr SingletonExpr
-> dict: get_annotations
module dask._expr
class HLGFinalizeCompute(.HLGExpr)
  property .highlevelgraph.HighLevelGraph: hlg
module dask.array
class Array
  property tuple[float, ...]: shape chunksize
  property .utils.IndexCallable: vindex
  property .array.core.BlockView: blocks
  property self: A
  -> .array.Array: copy
  -> ndarray: to_delayed
classes(): gufunc
-> .array.Array: coarsen diagonal eye from_delayed from_npy_stack reshape_blockwise shuffle
-> .array.ufunc.ufunc: frompyfunc
-> .array.Array | tuple[.array.Array, unknown]: linspace
module dask.array.core
class BlockView
  -> .array.Array: __getitem__
  property tuple[int, ...]: shape
  -> list[.array.Array]: ravel
module dask.array.ufunc
classes(): ufunc
module dask.bag
class Bag
  -> .bag.Bag | .bag.Item: reduction
  -> list: to_delayed
  -> .bag.Bag: accumulate
class Item
  -> .bag.Item: from_delayed apply
  -> .delayed.Delayed: to_delayed
-> .bag.Bag: concat from_delayed from_sequence from_url
module dask.highlevelgraph
class HighLevelGraph
  property dict: layers dependencies key_dependencies dependents
  -> .highlevelgraph.HighLevelGraph: from_collections copy merge cull cull_layers
  -> iterator[str | float | tuple[str | float | tuple[unknown, ...], ...]]: __iter__
  -> dict: to_dict get_all_dependencies
  -> set[str | float | tuple[str | float | tuple[unknown, ...], ...]]: get_all_external_keys
module dask.task_spec
class Alias(.task_spec.GraphNode)
  property str | float | tuple[str | float | tuple[unknown, ...], ...]: target
  -> .task_spec.Alias: copy
  -> .task_spec.GraphNode: substitute
class GraphNode
  property str | float | tuple[str | float | tuple[unknown, ...], ...]: key
  -> .task_spec.Alias: ref
  property builtins.frozenset: dependencies
  -> .task_spec.GraphNode: substitute fuse
class Task(.task_spec.GraphNode)
  property tuple: args
  property dict: kwargs
  -> .task_spec.Task: substitute
`;
