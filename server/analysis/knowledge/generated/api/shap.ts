/** Read off shap 0.54.1 by scripts/knowledge/api.py. */
export const shap = `
module shap
class AdditiveExplainer(.Explainer)
  -> dict: explain_row
class CoalitionExplainer(.Explainer)
  property tuple[int, ...] | None: input_shape
  property dict: partition_tree masks_dict
  property .explainers._coalition.Node: root
  property list[tuple[str, tuple[unknown, ...], float]]: combinations_list
  property list[ndarray]: masks masks_list unique_masks
  property list[tuple[unknown, ...] | str]: keys
  property list[tuple[str, ndarray, float]]: mask_permutations
  property set[tuple[bool, ...]]: unique_masks_set
  -> dict: explain_row
class Cohorts
  property dict: cohorts
  -> .Cohorts: __getitem__ __call__
class DeepExplainer(.Explainer)
  -> .Explanation: __call__
class ExactExplainer(.Explainer)
  property .models.Model: model
  -> dict: explain_row
class Explainer
  property list[str] | None: output_names
  property list[str] | list[list[str]] | None: feature_names
  -> .Explanation | list[.Explanation]: __call__
  -> dict: explain_row
  -> .Explainer | dict: load
class Explanation
  -> .Explanation: __getitem__ __add__ __sub__ __mul__ __truediv__ mean max min sum percentile sample hstack
  property tuple[int, ...]: shape
  property .Explanation: abs identity argsort flip
  -> ndarray: hclust
  -> .Cohorts: cohorts
class GradientExplainer(.Explainer)
  property ndarray | None: features
  property .explainers._gradient._TFGradient | .explainers._gradient._PyTorchGradient: explainer
  -> .Explanation: __call__
  -> ndarray | list[ndarray] | tuple[unknown, ...]: shap_values
class KernelExplainer(.Explainer)
  property list[str]: data_feature_names
  property .utils._legacy.DenseData | .utils._legacy.SparseData: data
  property numpy.vectorize: linkfv
  property ndarray: fnull varyingInds fx maskMatrix kernelWeights y ey lastMask synth_data_index
  property float | ndarray: expected_value
  property ndarray | list: varyingFeatureGroups
  property str | float | bool: l1_reg
  property ndarray | scipy.sparse.lil_matrix: synth_data
  -> .Explanation: __call__
  -> ndarray: shap_values explain varying_groups
  -> tuple[ndarray, ndarray]: solve
class LinearExplainer(.Explainer)
  property str: feature_perturbation
  property ndarray: mean cov valid_inds avg_proj mean_transformed x_transform
  property float | ndarray: expected_value
  -> dict: explain_row
  -> ndarray: shap_values
class PartitionExplainer(.Explainer)
  property tuple[int, ...] | None: input_shape
  property ndarray: values dvalues
  -> .Explanation | list[.Explanation]: __call__
  -> dict: explain_row
  -> tuple[unknown, ndarray]: owen owen3
class PermutationExplainer(.Explainer)
  -> .Explanation | list[.Explanation]: __call__
  -> dict: explain_row
class SamplingExplainer(.KernelExplainer)
  -> .Explanation: __call__
  -> ndarray: explain
  -> tuple[ndarray, ndarray]: sampling_estimate
class TreeExplainer(.Explainer)
  property ndarray | None: data data_missing
  property str: feature_perturbation model_output
  property .explainers._tree.TreeEnsemble: model
  property list[str]: data_feature_names
  -> .Explanation: __call__
  -> ndarray: shap_values shap_interaction_values
-> ndarray: approximate_interactions
-> str: getjs
-> .utils._legacy.DenseData: kmeans
-> .plots._decision.DecisionPlotResult | None: multioutput_decision_plot
module shap.explainers._coalition
class Node
  property str: key
  property list[.explainers._coalition.Node]: child
  property dict | list[tuple[str, ...]]: permutations
  property list[float]: weights
module shap.explainers._gradient
class _PyTorchGradient(.Explainer)
  property list: model_inputs data gradients
  -> list[ndarray]: gradient
  -> ndarray | list[ndarray] | tuple[unknown, ...]: shap_values
class _TFGradient(.Explainer)
  property list: model_inputs gradients
  property list[ndarray]: data
  -> ndarray | list[ndarray] | tuple[unknown, ...]: shap_values
module shap.explainers._tree
class SingleTree
  property ndarray: children_left children_right children_default features thresholds threshold_types values node_sample_weight
class TreeEnsemble
  property str: model_type
  property list[.explainers._tree.SingleTree] | None: trees
  property str | None: model_output objective tree_output
  property ndarray | None: data data_missing cat_feature_indices
  property ndarray: children_left children_right children_default features thresholds threshold_types values node_sample_weight num_nodes
  -> str: get_transform
  -> ndarray | float: predict
module shap.models
class Model
  -> ndarray: __call__
  load(...) -> .models.Model ? instantiate=False dict
module shap.plots
-> .plots._decision.DecisionPlotResult | None: decision
`;
