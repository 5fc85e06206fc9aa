/** Read off seaborn 0.13.2, types-seaborn 0.13.2.20261006 by scripts/knowledge/api.py. */
export const seaborn = `
module seaborn
class FacetGrid(.axisgrid.Grid)
  property DataFrame: data
  property list: row_names col_names
  property list | None: hue_names
  property dict: hue_kws axes_dict
  -> iterator[tuple[tuple[int, int, int], DataFrame]]: facet_data
  -> self: map map_dataframe despine set_axis_labels set_xlabels set_ylabels set_xticklabels set_yticklabels set_titles refline
  -> matplotlib.axes.Axes: facet_axis
  property ndarray: axes
  property matplotlib.axes.Axes: ax
class JointGrid(.axisgrid._BaseGrid)
  property matplotlib.axes.Axes: ax_joint ax_marg_x ax_marg_y
  property Series: x y hue
  -> self: plot plot_joint plot_marginals refline set_axis_labels
class PairGrid(.axisgrid.Grid)
  property list[str]: x_vars y_vars hue_names
  property ndarray: axes
  property DataFrame: data
  property list[str] | None: diag_vars
  property list[matplotlib.axes.Axes] | None: diag_axes
  property Series: hue_vals
  property dict: hue_kws
  property .palettes._ColorPalette: palette
  -> self: map map_lower map_upper map_offdiag map_diag
blend_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
choose_colorbrewer_palette(...) -> list[tuple[float, float, float]] ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
choose_cubehelix_palette(...) -> list[tuple[float, float, float]] ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
choose_dark_palette(...) -> list[tuple[float, float, float]] ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
choose_diverging_palette(...) -> list[tuple[float, float, float]] ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
choose_light_palette(...) -> list[tuple[float, float, float]] ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
color_palette(...) -> .palettes._ColorPalette ? as_cmap=True list[str] ? as_cmap=True matplotlib.colors.Colormap
cubehelix_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.ListedColormap
dark_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
diverging_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
hls_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.ListedColormap
husl_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.ListedColormap
light_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
mpl_palette(...) -> .palettes._ColorPalette ? as_cmap=True matplotlib.colors.LinearSegmentedColormap
-> .rcmod._AxesStyle: axes_style
-> matplotlib.axes.Axes: barplot boxenplot boxplot countplot distplot ecdfplot heatmap histplot kdeplot lineplot pointplot regplot residplot rugplot scatterplot stripplot swarmplot violinplot
-> .FacetGrid: catplot displot lmplot relplot
-> .matrix.ClusterGrid: clustermap
-> .palettes._ColorPalette: crayon_palette xkcd_palette
property dict: crayons xkcd_rgb
-> tuple[float, float, float]: desaturate saturate set_hls_values
-> str: get_data_home
-> list[str]: get_dataset_names
-> .JointGrid: jointplot
-> DataFrame: load_dataset
-> .PairGrid: pairplot
-> .rcmod._PlottingContext: plotting_context
aliases axisgrid = seaborn: FacetGrid JointGrid PairGrid jointplot pairplot
alias categorical = seaborn
alias colors = seaborn
alias colors.crayons = seaborn
alias colors.xkcd_rgb = seaborn
alias distributions = seaborn
aliases matrix = seaborn: clustermap heatmap
alias miscplot = seaborn
aliases palettes = seaborn: blend_palette color_palette crayon_palette cubehelix_palette dark_palette diverging_palette hls_palette husl_palette light_palette mpl_palette set_color_codes xkcd_palette
aliases rcmod = seaborn: axes_style plotting_context reset_defaults reset_orig set set_context set_palette set_style set_theme
alias regression = seaborn
alias relational = seaborn
alias utils = seaborn
alias widgets = seaborn
module seaborn.algorithms
-> ndarray: bootstrap
module seaborn.axisgrid
class Grid(.axisgrid._BaseGrid)
  -> self: tight_layout add_legend tick_params
  property matplotlib.legend.Legend | None: legend
class _BaseGrid
  -> self: set apply
  property matplotlib.figure.Figure: fig figure
module seaborn.matrix
class ClusterGrid(.axisgrid.Grid)
  property DataFrame: data data2d mask
  property list[list[tuple[float, float, float]]] | None: row_colors col_colors
  property list[str] | None: row_color_labels col_color_labels
  property matplotlib.gridspec.GridSpec: gs
  property matplotlib.axes.Axes: ax_row_dendrogram ax_col_dendrogram ax_heatmap
  property matplotlib.axes.Axes | None: ax_row_colors ax_col_colors ax_cbar cax
  property tuple[float, float, float, float] | None: cbar_pos
  property .matrix._DendrogramPlotter | None: dendrogram_row dendrogram_col
  -> DataFrame: format_data z_score standard_scale
  -> list[float]: dim_ratios
  -> tuple[ndarray, matplotlib.colors.ListedColormap]: color_list_to_matrix_and_cmap
  -> self: plot
class _DendrogramPlotter
  property ndarray: array linkage calculated_linkage
  property DataFrame: data
  property tuple[int, int]: shape
  property str: metric method ylabel xlabel
  property list[float] | ndarray: xticks yticks
  property list[str]: xticklabels yticklabels
  property list[list[float]]: dependent_coord independent_coord
  property list[int]: reordered_ind
  -> self: plot
module seaborn.palettes
class _ColorPalette
  -> self: __enter__
  -> .palettes._ColorPalette: as_hex
`;
