/** Read off matplotlib 3.11.2 by scripts/knowledge/api.py. */
export const matplotlib = `
module matplotlib
class RcParams
  property dict: validate
  -> iterator[str]: __iter__
  -> .RcParams: find_all copy
get_backend(...) -> str ? auto_select=False str | None
property .cm.ColormapRegistry: bivar_colormaps colormaps multivar_colormaps
property .colors.ColorSequenceRegistry: color_sequences
property dict: defaultParams
-> str: get_cachedir get_configdir get_data_path matplotlib_fname
property .RcParams: rcParams rcParamsDefault rcParamsOrig
-> .RcParams: rc_params rc_params_from_file
alias _api.deprecation = matplotlib
alias artist.get = .artist.getp
alias axes.Subplot = .axes.Axes
alias backends.registry = .pyplot
alias cm._colormaps = .colormaps
alias cm._multivar_colormaps = .multivar_colormaps
alias cm._bivar_colormaps = .bivar_colormaps
alias colorbar.ColorbarBase = .colorbar.Colorbar
alias colors._color_sequences = .color_sequences
alias colors.hex2color = .colors.to_rgb
alias colors.rgb2hex = .colors.to_hex
alias projections = .axes
alias pyplot.Subplot = .axes.Axes
aliases pyplot = matplotlib: color_sequences colormaps get_backend interactive rcParams rcParamsDefault rcParamsOrig
aliases pyplot = .artist: Artist
aliases pyplot = .axes: Axes
aliases pyplot = .axis: Tick
aliases pyplot = .collections: Collection EventCollection FillBetweenPolyCollection LineCollection PathCollection PolyCollection QuadMesh
aliases pyplot = .colorbar: Colorbar
aliases pyplot = .colors: Colormap Normalize
aliases pyplot = .container: BarContainer ErrorbarContainer PieContainer StemContainer
aliases pyplot = .figure: Figure FigureBase SubFigure figaspect
aliases pyplot = .gridspec: GridSpec SubplotSpec
aliases pyplot = .image: AxesImage FigureImage
aliases pyplot = .legend: Legend
aliases pyplot = .lines: AxLine Line2D
aliases pyplot = .patches: Arrow Circle FancyArrow Polygon Rectangle StepPatch
aliases pyplot = .text: Annotation Text
aliases pyplot = .ticker: AutoLocator FixedFormatter FixedLocator FormatStrFormatter Formatter FuncFormatter IndexLocator LinearLocator Locator LogFormatter LogFormatterExponent LogFormatterMathtext LogLocator MaxNLocator MultipleLocator NullFormatter NullLocator ScalarFormatter TickHelper
module matplotlib.artist
class Artist
  property .transforms.BboxBase | None: clipbox
  property .figure.Figure | .figure.SubFigure: figure
  property .axes._base._AxesBase | None: axes
  -> .transforms.Bbox: get_window_extent
  -> .transforms.Bbox | None: get_tightbbox get_clip_box
  -> .transforms.Transform: get_transform
  -> list[.artist.Artist]: get_children
  -> tuple[bool, dict]: contains
  -> str | None: get_url get_gid
  -> tuple[float, float, float] | None: get_sketch_params
  -> list[.patheffects.AbstractPathEffect]: get_path_effects
  -> tuple[None, None] | tuple[.path.Path, .transforms.Transform]: get_transformed_clip_path_and_affine
  property .artist._XYPair: sticky_edges
  -> dict: properties
  -> list: update set
  -> list[.artist.Artist] | list: findobj
  -> str: format_cursor_data
  get_figure(...) -> .figure.Figure | .figure.SubFigure | None ? root=True .figure.Figure | None
class ArtistInspector
  property dict: aliasd
  -> dict: get_aliases properties
  -> str | None: get_valid_values
  -> list[str]: get_setters pprint_getters
  -> str: aliased_name aliased_name_rest
  -> list[str] | str: pprint_setters pprint_setters_rest
class _XYPair
  property list[float]: x y
-> str: kwdoc
-> list | None: setp
module matplotlib.axes
class Axes(.axes._base._AxesBase)
  property .legend.Legend | None: legend_
  -> str: get_title
  -> .text.Text: set_title text
  -> tuple[list[.artist.Artist], list]: get_legend_handles_labels
  -> .legend.Legend: legend
  -> .axes.Axes: inset_axes
  -> .inset.InsetIndicator: indicate_inset indicate_inset_zoom
  -> .axes._secondary_axes.SecondaryAxis: secondary_xaxis secondary_yaxis
  -> .text.Annotation: annotate
  -> .lines.Line2D: axhline axvline ecdf
  -> .lines.AxLine: axline
  -> .patches.Rectangle: axhspan axvspan
  -> .collections.LineCollection: hlines vlines
  -> .collections.EventCollection: eventplot
  -> list[.lines.Line2D]: plot loglog semilogx semilogy step
  -> tuple[ndarray, ndarray, .collections.LineCollection | .lines.Line2D, .lines.Line2D | None]: acorr xcorr
  -> .container.BarContainer: bar barh
  -> list[.text.Annotation]: bar_label
  -> .collections.PolyCollection: broken_barh hexbin
  -> list[.container.BarContainer]: grouped_bar
  -> .container.StemContainer: stem
  -> .container.PieContainer: pie
  -> list[.text.Text]: pie_label clabel
  -> .container.ErrorbarContainer: errorbar
  -> dict: boxplot bxp violinplot violin
  -> .collections.PathCollection: scatter
  -> .patches.FancyArrow: arrow
  -> .quiver.QuiverKey: quiverkey
  -> .quiver.Quiver: quiver
  -> .quiver.Barbs: barbs
  -> list[.patches.Polygon]: fill
  -> .collections.FillBetweenPolyCollection: fill_between fill_betweenx
  -> .image.AxesImage: imshow spy matshow
  -> .collections.Collection: pcolor
  -> .collections.QuadMesh: pcolormesh
  -> .image.AxesImage | .image.PcolorImage | .collections.QuadMesh: pcolorfast
  -> .contour.QuadContourSet: contour contourf
  -> .patches.StepPatch: stairs
  -> tuple[ndarray, ndarray, ndarray, .collections.QuadMesh]: hist2d
  -> tuple[ndarray, ndarray] | tuple[ndarray, ndarray, .lines.Line2D]: psd csd
  -> tuple[ndarray, ndarray, .lines.Line2D]: magnitude_spectrum angle_spectrum phase_spectrum
  -> tuple[ndarray, ndarray]: cohere
  -> tuple[ndarray, ndarray, ndarray, .image.AxesImage]: specgram
module matplotlib.axes._base
class _AxesBase(.artist.Artist)
  property str: name
  property .patches.Patch: patch
  property .spines.Spines: spines
  property .axis.XAxis: xaxis
  property .axis.YAxis: yaxis
  property .transforms.Bbox: bbox dataLim viewLim
  property .transforms.Transform: transAxes transScale transLimits transData
  property list[.container.Container]: containers
  property .cbook.CallbackRegistry: callbacks
  property list[.axes._base._AxesBase]: child_axes
  property .legend.Legend | None: legend_
  property .text.Text: title
  -> .gridspec.SubplotSpec | None: get_subplotspec
  -> .gridspec.GridSpec | None: get_gridspec
  -> .transforms.Transform: get_xaxis_transform get_yaxis_transform
  -> tuple[.transforms.Transform, str, str]: get_xaxis_text1_transform get_xaxis_text2_transform get_yaxis_text1_transform get_yaxis_text2_transform
  -> .transforms.Bbox: get_position
  -> float | str: get_aspect
  -> str: get_adjustable get_xlabel get_ylabel format_xdata format_ydata format_coord get_xscale get_yscale
  -> str | tuple[float, float]: get_anchor
  -> tuple[float, float, float, float]: axis
  -> .legend.Legend | None: get_legend
  -> list[.image.AxesImage]: get_images
  -> list[.lines.Line2D]: get_lines get_xgridlines get_xticklines get_ygridlines get_yticklines
  -> .axis.XAxis: get_xaxis
  -> .axis.YAxis: get_yaxis
  -> .artist.Artist: add_artist
  -> .axes._base._AxesBase: add_child_axes
  -> .collections.Collection: add_collection
  -> .image.AxesImage: add_image
  -> .lines.Line2D: add_line
  -> .patches.Patch: add_patch
  -> .table.Table: add_table
  -> .container.Container: add_container
  -> tuple[float, float] | None: margins
  -> bool | str: get_axisbelow get_forward_navigation_events
  -> .text.Text: set_xlabel set_ylabel
  -> tuple[float, float]: get_xbound get_xlim set_xlim get_ybound get_ylim set_ylim
  -> str | None: get_navigate_mode
  -> list[.artist.Artist]: get_children get_default_bbox_extra_artists
  -> .transforms.Bbox | None: get_tightbbox
  -> .axes.Axes: twinx twiny
  -> .cbook.GrouperView: get_shared_x_axes get_shared_y_axes
  -> ndarray: get_xticks get_yticks
  -> list[.axis.Tick]: set_xticks set_yticks
  -> list[.text.Text]: get_xmajorticklabels get_xminorticklabels get_xticklabels set_xticklabels get_ymajorticklabels get_yminorticklabels get_yticklabels set_yticklabels
module matplotlib.axes._secondary_axes
class SecondaryAxis(.axes._base._AxesBase)
  -> list[.axis.Tick]: set_xticks set_yticks set_ticks
module matplotlib.axis
class Axis(.artist.Artist)
  property .axes.Axes: axes
  property .axis.Ticker: major minor
  property .cbook.CallbackRegistry: callbacks
  property .text.Text: label offsetText
  property .axis._LazyTickList: majorTicks minorTicks
  -> .transforms.Transform: get_transform
  -> str: get_scale get_label_text get_label_position
  -> tuple[float, float]: limit_range_for_scale get_view_interval get_data_interval
  -> list[.artist.Artist]: get_children
  -> dict: get_tick_params
  -> .transforms.Bbox | None: get_tightbbox
  -> list[.lines.Line2D]: get_gridlines get_majorticklines get_minorticklines get_ticklines
  -> .text.Text: get_label get_offset_text set_label_text
  -> list[.text.Text]: get_majorticklabels get_minorticklabels get_ticklabels set_ticklabels
  -> ndarray: get_majorticklocs get_minorticklocs get_ticklocs get_ticks_direction
  -> .ticker.Locator: get_major_locator get_minor_locator
  -> .ticker.Formatter: get_major_formatter get_minor_formatter
  -> list[.axis.Tick]: get_major_ticks get_minor_ticks set_ticks
  -> .units.ConversionInterface | None: get_converter
class Tick(.artist.Artist)
  property .axes.Axes: axes
  property .lines.Line2D: tick1line tick2line gridline
  property .text.Text: label1 label2
  -> str: get_tickdir
  -> list[.artist.Artist]: get_children
  -> numpy.typing.ArrayLike: get_view_interval
class Ticker
  property .ticker.Locator | None: locator
  property .ticker.Formatter | None: formatter
class XAxis(.axis.Axis)
  property str: axis_name label_position
  -> str: get_ticks_position
class XTick(.axis.Tick)
  -> ndarray: get_view_interval
class YAxis(.axis.Axis)
  property str: axis_name label_position
  -> str: get_ticks_position
class YTick(.axis.Tick)
  -> ndarray: get_view_interval
module matplotlib.collections
class Collection
  -> .transforms.Transform: get_offset_transform
  -> .transforms.Bbox: get_datalim
  -> str: get_hatch
  -> numpy.typing.ArrayLike: get_offsets
  -> str | None: get_capstyle get_joinstyle
  -> ndarray: get_antialiased
class EllipseCollection(.collections.Collection)
  -> numpy.typing.ArrayLike: get_widths get_heights get_angles
class EventCollection(.collections.LineCollection)
  -> list[float]: get_positions
  -> str: get_orientation
class FillBetweenPolyCollection(.collections.PolyCollection)
  -> .transforms.Bbox: get_datalim
class LineCollection(.collections.Collection)
  -> list[ndarray]: get_segments
class PathCollection(.collections._CollectionWithSizes)
  -> tuple[list[.lines.Line2D], list[str]]: legend_elements
class QuadMesh(.collections._MeshData, .collections.Collection)
  -> list[.path.Path]: get_paths
  -> .transforms.Bbox: get_datalim
class TriMesh(.collections.Collection)
  -> list[.path.Path]: get_paths convert_mesh_to_paths
class _CollectionWithSizes(.collections.Collection)
  -> ndarray: get_sizes
class _MeshData
  -> numpy.typing.ArrayLike: get_coordinates
classes(.collections.RegularPolyCollection): AsteriskPolygonCollection StarPolygonCollection
classes(.collections._CollectionWithSizes): CircleCollection PolyCollection RegularPolyCollection
classes(.collections.Collection): PatchCollection
classes(.collections._MeshData, .collections.PolyCollection): PolyQuadMesh
module matplotlib.colorbar
class Colorbar
  property .cm.ScalarMappable | .colorizer.ColorizingArtist: mappable
  property .axes.Axes: ax
  property .colors.Colormap: cmap
  property .colors.Normalize: norm
  property str: extend spacing orientation ticklocation
  property None | .collections.QuadMesh: solids
  property list[.patches.Patch]: solids_patches
  property list[.collections.LineCollection]: lines
  property .colorbar._ColorbarSpine: outline
  property .collections.LineCollection: dividers
  property .axis.Axis: long_axis
  property .ticker.Locator: locator minorlocator
  property .ticker.Formatter: formatter minorformatter
  -> ndarray: get_ticks
class _ColorbarSpine
  -> .transforms.Bbox: get_window_extent
-> tuple[.axes.Axes, dict]: make_axes make_axes_gridspec
module matplotlib.colors
class BivarColormap
  property str: name shape
  -> ndarray | tuple[float, float, float, float]: __call__
  property ndarray: lut
  property tuple[float, float]: origin
  -> .colors.BivarColormap: copy resampled transposed reversed
  -> .colors.Colormap: __getitem__
  -> ndarray: get_bad get_outside
  -> .colors.MultivarColormap: with_extremes
class BoundaryNorm(.colors.Normalize)
  property ndarray: boundaries
  property str: extend
class ColorConverter
  property .colors._ColorMapping: colors
  property dict: cache
  -> tuple[float, float, float]: to_rgb
  -> tuple[float, float, float, float]: to_rgba
  -> ndarray: to_rgba_array
class ColorSequenceRegistry
  -> list: __getitem__
  -> iterator[str]: __iter__
class Colormap
  property str: name
  -> ndarray | tuple[float, float, float, float]: __call__
  -> ndarray: get_bad get_under get_over
  -> .colors.Colormap: with_extremes with_alpha resampled reversed copy
class LightSource
  property ndarray: direction
  -> ndarray: hillshade shade_normals shade shade_rgb blend_soft_light blend_overlay
  -> numpy.typing.ArrayLike: blend_hsv
class LinearSegmentedColormap(.colors.Colormap)
  -> .colors.LinearSegmentedColormap: from_list resampled reversed
class ListedColormap(.colors.Colormap)
  -> .colors.ListedColormap: resampled reversed
class MultiNorm(.colors.Norm)
  property tuple[.colors.Normalize, ...]: norms
  property tuple[float | None, ...]: vmin vmax
  property tuple[bool, ...]: clip
  -> tuple[ndarray, ...] | tuple[float, ...] | tuple: __call__
  -> tuple: inverse
class MultivarColormap
  property str: name combination_mode
  -> ndarray | tuple[float, float, float, float]: __call__
  -> .colors.MultivarColormap: copy resampled with_extremes
  -> .colors.Colormap: __getitem__
  -> iterator[.colors.Colormap]: __iter__
  -> ndarray: get_bad
class Norm
  property .cbook.CallbackRegistry: callbacks
  property float | tuple[float] | None: vmin vmax
  property bool | tuple[bool]: clip
  -> numpy.typing.ArrayLike: __call__
class Normalize(.colors.Norm)
  -> tuple[numpy.ma.MaskedArray, bool]: process_value
  -> float | numpy.ma.MaskedArray | numpy.typing.ArrayLike: __call__ inverse
class _ColorMapping
  property dict: cache
classes(.colors.Normalize): AsinhNorm CenteredNorm FuncNorm LogNorm NoNorm PowerNorm SymLogNorm TwoSlopeNorm
classes(.colors.BivarColormap): BivarColormapFromImage SegmentedBivarColormap
property dict: BASE_COLORS CSS4_COLORS TABLEAU_COLORS XKCD_COLORS cnames
property .colors.ColorConverter: colorConverter
-> tuple[.colors.ListedColormap, .colors.BoundaryNorm]: from_levels_and_colors
-> .colors._ColorMapping: get_named_colors_mapping
property re.Pattern: hexColorPattern
-> ndarray: hsv_to_rgb rgb_to_hsv to_rgba_array
-> str: to_hex
-> tuple[float, float, float]: to_rgb
-> tuple[float, float, float, float]: to_rgba
module matplotlib.container
class BarContainer(.container.Container)
  property list[.patches.Rectangle]: patches
  property None | .container.ErrorbarContainer: errorbar
  property None | numpy.typing.ArrayLike: datavalues
  property None | str: orientation
  property list[float]: bottoms tops position_centers
class Container
  -> list[.artist.Artist]: get_children
  -> str | None: get_label
class ErrorbarContainer(.container.Container)
  property tuple[.lines.Line2D, tuple[.lines.Line2D, ...], tuple[.collections.LineCollection, ...]]: lines
class PieContainer(.container.Container)
  property list[.patches.Wedge]: wedges
  property list[list[.text.Text]]: texts
  property ndarray: values fracs
class StemContainer(.container.Container)
  property .lines.Line2D: markerline baseline
  property .collections.LineCollection: stemlines
module matplotlib.figure
class Figure(.figure.FigureBase)
  property .transforms.Bbox: bbox_inches
  property .transforms.Affine2D: dpi_scale_trans
  property .transforms.BboxBase: bbox figbbox
  property .transforms.Transform: transFigure transSubfigure
  property .patches.Rectangle: patch
  property .gridspec.SubplotParams: subplotpars
  property .backend_bases.FigureCanvasBase: canvas
  property .figure.Figure: figure
  -> .layout_engine.LayoutEngine | None: get_layout_engine
  property int | str: number
  property list[.axes.Axes]: axes
  -> list[.axes.Axes]: get_axes
  -> tuple[float, float, float, float]: get_constrained_layout_pads
  -> .image.FigureImage: figimage
  -> ndarray: get_size_inches
  -> list[tuple[int, int]]: ginput
  -> None | bool: waitforbuttonpress
class FigureBase(.artist.Artist)
  property list[.artist.Artist]: artists
  property list[.lines.Line2D]: lines
  property list[.patches.Patch]: patches
  property list[.text.Text]: texts
  property list[.image._ImageBase]: images
  property list[.legend.Legend]: legends
  property list[.figure.SubFigure]: subfigs
  -> list[.artist.Artist]: get_children get_default_bbox_extra_artists
  -> tuple[bool, dict]: contains
  -> .text.Text: suptitle supxlabel supylabel text
  -> str: get_suptitle get_supxlabel get_supylabel
  -> .artist.Artist: add_artist
  -> .axes.Axes: add_axes sca gca
  -> .legend.Legend: legend
  -> .colorbar.Colorbar: colorbar
  -> .gridspec.GridSpec: add_gridspec
  -> .figure.SubFigure: add_subfigure
  -> .transforms.Bbox: get_tightbbox
  -> dict: subplot_mosaic
  get_figure(...) -> .figure.Figure | .figure.SubFigure ? root=True .figure.Figure
  subplots(...) -> unknown ? squeeze=False ndarray
  subfigures(...) -> ndarray | .figure.SubFigure ? squeeze=False ndarray
class SubFigure(.figure.FigureBase)
  property .gridspec.SubplotParams: subplotpars
  property .transforms.Affine2D: dpi_scale_trans
  property .transforms.Transform: transFigure transSubfigure
  property .transforms.Bbox: bbox_relative
  property .transforms.BboxBase: figbbox bbox
  property .patches.Rectangle: patch
  property .figure.Figure: figure
  property .backend_bases.FigureCanvasBase: canvas
  -> tuple[float, float, float, float]: get_constrained_layout_pads
  -> .layout_engine.LayoutEngine: get_layout_engine
  property list[.axes.Axes]: axes
  -> list[.axes.Axes]: get_axes
-> ndarray: figaspect
module matplotlib.gridspec
class GridSpec(.gridspec.GridSpecBase)
  property .figure.Figure | None: figure
  -> list[str]: locally_modified_subplot_params
class GridSpecBase
  -> tuple[int, int]: get_geometry
  -> .gridspec.SubplotParams: get_subplot_params
  -> .gridspec.SubplotSpec: new_subplotspec __getitem__
  -> numpy.typing.ArrayLike: get_width_ratios get_height_ratios
  -> tuple[ndarray, ndarray, ndarray, ndarray]: get_grid_positions
  subplots(...) -> ndarray | .axes.Axes ? squeeze=False ndarray
class GridSpecFromSubplotSpec(.gridspec.GridSpecBase)
  property .figure.Figure | None: figure
  -> .gridspec.SubplotSpec: get_topmost_subplotspec
class SubplotParams
  -> dict: to_dict
class SubplotSpec
  -> .gridspec.GridSpecBase: get_gridspec
  -> tuple[int, int, int, int]: get_geometry
  property builtins.range: rowspan colspan
  -> .transforms.Bbox: get_position
  -> .gridspec.SubplotSpec: get_topmost_subplotspec
  -> .gridspec.GridSpecFromSubplotSpec: subgridspec
module matplotlib.image
class AxesImage(.image._ImageBase)
  -> .transforms.Bbox: get_window_extent
  -> tuple[ndarray, float, float, .transforms.Affine2D]: make_image
  -> tuple[float, float, float, float]: get_extent
  -> None | float: get_cursor_data
class BboxImage(.image._ImageBase)
  property .transforms.BboxBase: bbox
  -> .transforms.Bbox: get_window_extent
class FigureImage(.image._ImageBase)
  property .figure.Figure: figure
  -> tuple[float, float, float, float]: get_extent
class _ImageBase
  property str: origin
  property .axes.Axes: axes
  -> tuple[int, int]: get_size
  -> tuple[ndarray, float, float, .transforms.Affine2D]: make_image
  -> tuple[int, int, int]: get_shape
  -> str: get_interpolation get_interpolation_stage
classes(.image.AxesImage): NonUniformImage PcolorImage
-> tuple[ndarray, float, float]: composite_images
-> ndarray: imread pil_to_array
-> .figure.Figure: thumbnail
module matplotlib.legend
class DraggableLegend
  property .legend.Legend: legend
class Legend(.artist.Artist)
  property dict: codes
  property .font_manager.FontProperties: prop
  property list[.text.Text]: texts
  property list[.artist.Artist | None]: legend_handles
  property .axes.Axes: axes
  property .axes.Axes | .figure.Figure: parent
  property .patches.FancyBboxPatch: legendPatch
  -> tuple[bool, dict]: contains
  -> dict: get_default_handler_map get_legend_handler_map
  -> .legend_handler.HandlerBase | None: get_legend_handler
  -> list[.artist.Artist]: get_children
  -> .patches.Rectangle: get_frame
  -> list[.lines.Line2D]: get_lines
  -> list[.patches.Patch]: get_patches
  -> list[.text.Text]: get_texts
  -> str: get_alignment
  -> .text.Text: get_title
  -> .transforms.BboxBase: get_bbox_to_anchor
  -> .legend.DraggableLegend | None: set_draggable
module matplotlib.lines
class AxLine(.lines.Line2D)
  -> tuple[float, float] | None: get_xy1 get_xy2
class Line2D(.artist.Artist)
  property dict: lineStyles drawStyles markers
  property list[str]: drawStyleKeys
  property tuple[str, ...]: filled_markers fillStyles
  -> tuple[bool, dict]: contains
  -> str: get_fillstyle get_drawstyle get_dash_joinstyle get_solid_joinstyle get_dash_capstyle get_solid_capstyle
  -> .transforms.Bbox: get_bbox
  -> str | tuple[float, unknown]: get_linestyle
  -> tuple[numpy.typing.ArrayLike, numpy.typing.ArrayLike]: get_data
  -> numpy.typing.ArrayLike: get_xdata get_ydata get_xydata
  -> .path.Path: get_path
class VertexSelector
  property .axes.Axes: axes
  property .lines.Line2D: line
  property set[int]: ind
  property .backend_bases.FigureCanvasBase: canvas
property dict: drawStyles lineMarkers lineStyles
-> numpy.typing.ArrayLike: segment_hits
module matplotlib.patches
class Annulus(.patches.Patch)
  -> tuple[float, float]: get_center get_radii
class ConnectionPatch(.patches.FancyArrowPatch)
  property tuple[float, float]: xy1 xy2
  property str | .transforms.Transform: coords1
  property str | .transforms.Transform | None: coords2
  property .axes.Axes | None: axesA axesB
class Ellipse(.patches.Patch)
  -> ndarray: get_corners
  -> list[tuple[float, float]]: get_vertices get_co_vertices
class FancyArrowPatch(.patches.Patch)
  property .patches.Patch: patchA patchB
  -> .patches.ConnectionStyle: get_connectionstyle
  -> .patches.ArrowStyle: get_arrowstyle
class FancyBboxPatch(.patches.Patch)
  -> .patches.BoxStyle: get_boxstyle
  -> .transforms.Bbox: get_bbox
class Patch(.artist.Artist)
  -> numpy.typing.ArrayLike: get_verts
  -> tuple[bool, dict]: contains
  -> ndarray: contains_points
  -> .transforms.Bbox: get_extents
  -> .transforms.Transform: get_transform get_data_transform get_patch_transform
  -> str | tuple[float, unknown]: get_linestyle
  -> str: get_capstyle get_joinstyle get_hatch
  -> .path.Path: get_path
class Polygon(.patches.Patch)
  -> ndarray: get_xy
class Rectangle(.patches.Patch)
  property str | tuple[float, float]: rotation_point
  -> tuple[float, float]: get_xy
  -> ndarray: get_corners get_center
  -> .transforms.Bbox: get_bbox
class RegularPolygon(.patches.Patch)
  property tuple[float, float]: xy
class Shadow(.patches.Patch)
  property .patches.Patch: patch
class StepPatch(.patches.PathPatch)
  property str: orientation
  -> tuple[ndarray, ndarray, float]: get_data
class Wedge(.patches.Patch)
  property tuple[float, float]: center
class _Style
  -> dict: get_styles
  -> str: pprint_styles
classes(.patches.Ellipse): Arc Circle
classes(.patches.Patch): Arrow PathPatch
classes(.patches._Style): ArrowStyle BoxStyle ConnectionStyle
classes(.patches.RegularPolygon): CirclePolygon
classes(.patches.Polygon): FancyArrow
module matplotlib.pyplot
subplots(...) -> tuple[.figure.Figure, .axes.Axes] | tuple[.figure.Figure, unknown] ? squeeze=False tuple[.figure.Figure, ndarray]
-> tuple[ndarray, ndarray, .collections.LineCollection | .lines.Line2D, .lines.Line2D | None]: acorr xcorr
-> tuple[ndarray, ndarray, .lines.Line2D]: angle_spectrum magnitude_spectrum phase_spectrum
-> .text.Annotation: annotate
-> .patches.FancyArrow: arrow
-> .axes.Axes: axes gca subplot2grid
-> .lines.Line2D: axhline axvline ecdf
-> .patches.Rectangle: axhspan axvspan
-> tuple[float, float, float, float]: axis
-> .lines.AxLine: axline
-> .container.BarContainer: bar barh
-> list[.text.Annotation]: bar_label
-> .quiver.Barbs: barbs
-> dict: boxplot violinplot
-> .collections.PolyCollection: broken_barh hexbin
-> list[.text.Text]: clabel pie_label
-> tuple[ndarray, ndarray]: cohere
-> .colorbar.Colorbar: colorbar
-> .contour.QuadContourSet: contour contourf
-> tuple[ndarray, ndarray] | tuple[ndarray, ndarray, .lines.Line2D]: csd psd
-> .container.ErrorbarContainer: errorbar
-> .collections.EventCollection: eventplot
-> .image.FigureImage: figimage
-> .legend.Legend: figlegend legend
-> .text.Text: figtext suptitle text title xlabel ylabel
-> .figure.Figure: figure gcf
-> list[.patches.Polygon]: fill
-> .collections.FillBetweenPolyCollection: fill_between fill_betweenx
-> list[.artist.Artist]: findobj
-> .colorizer.ColorizingArtist | None: gci
-> .colors.Colormap: get_cmap
-> .backend_bases.FigureManagerBase | None: get_current_fig_manager
-> list: get_figlabels
-> list[int]: get_fignums
-> list[str]: get_plot_commands
-> list[tuple[int, int]]: ginput
-> list[.container.BarContainer]: grouped_bar
-> tuple[ndarray, ndarray, ndarray, .collections.QuadMesh]: hist2d
-> .collections.LineCollection: hlines vlines
-> ndarray: imread
-> .image.AxesImage: imshow matshow spy
-> list[.lines.Line2D]: loglog plot polar semilogx semilogy step
-> tuple[float, float] | None: margins
-> .collections.Collection: pcolor
-> .collections.QuadMesh: pcolormesh
-> .container.PieContainer: pie
-> .quiver.Quiver: quiver
-> .quiver.QuiverKey: quiverkey
-> tuple[list[.lines.Line2D], list[.text.Text]]: rgrids thetagrids
-> .collections.PathCollection: scatter
-> tuple[ndarray, ndarray, ndarray, .image.AxesImage]: specgram
-> .patches.StepPatch: stairs
-> .container.StemContainer: stem
-> tuple[.figure.Figure, dict]: subplot_mosaic
-> .widgets.SubplotTool | None: subplot_tool
-> .axes._base._AxesBase: twinx twiny
-> None | bool: waitforbuttonpress
-> tuple[float, float]: xlim ylim
-> tuple[list[.axis.Tick] | ndarray, list[.text.Text]]: xticks yticks
module matplotlib.stackplot
-> list[.collections.PolyCollection]: stackplot
module matplotlib.style
property dict: library
module matplotlib.style.core
property str: BASE_LIBRARY_PATH STYLE_EXTENSION
property dict: library
module matplotlib.text
class Annotation(.text.Text, .text._AnnotationBase)
  property dict | None: arrowprops
  property .patches.FancyArrowPatch | None: arrow_patch
  property tuple[float, float]: xyann
  -> .transforms.Bbox: get_window_extent
class OffsetFrom
  -> str: get_unit
  -> .transforms.Transform: __call__
class Text(.artist.Artist)
  -> list: update
  -> str: get_rotation_mode get_fontname get_fontstyle get_fontvariant get_horizontalalignment get_text get_verticalalignment get_math_fontfamily
  -> None | .patches.FancyBboxPatch: get_bbox_patch
  -> .font_manager.FontProperties: get_fontproperties
  -> list[str]: get_fontfamily
  -> tuple[str, ...] | None: get_fontfeatures
  -> float | str: get_fontsize
  -> int | str: get_fontweight get_stretch
  -> tuple[float, float]: get_unitless_position get_position
  -> .transforms.Bbox: get_window_extent
  -> str | float: get_linespacing
  -> str | tuple[tuple[str, int, int], ...] | None: get_language
class _AnnotationBase
  property tuple[float, float]: xy
  -> .offsetbox.DraggableAnnotation | None: draggable
module matplotlib.ticker
class EngFormatter(.ticker.ScalarFormatter)
  property dict: ENG_PREFIXES
  property str: unit sep
  -> str: format_eng
class FixedFormatter(.ticker.Formatter)
  property str: offset_string
class FormatStrFormatter(.ticker.Formatter)
  property str: fmt
class Formatter
  property list[float]: locs
  -> str: __call__ format_data format_data_short get_offset fix_minus
  -> list[str]: format_ticks
class FuncFormatter(.ticker.Formatter)
  property str: offset_string
class LinearLocator(.ticker.Locator)
  property dict: presets
class Locator
  -> tuple[float, float]: nonsingular view_limits
class LogFormatter(.ticker.Formatter)
  property tuple[float, float]: minor_thresholds
  -> str: format_data format_data_short
class LogitFormatter(.ticker.Formatter)
  -> str: format_data_short
class MaxNLocator(.ticker.Locator)
  property dict: default_params
  -> tuple[float, float]: view_limits
class MultipleLocator(.ticker.Locator)
  -> tuple[float, float]: view_limits
class PercentFormatter(.ticker.Formatter)
  -> str: format_pct
  property str: symbol
class ScalarFormatter(.ticker.Formatter)
  property str: format
  -> str: format_data_short format_data
class StrMethodFormatter(.ticker.Formatter)
  property str: fmt
class _DummyAxis
  -> tuple[float, float]: get_view_interval get_data_interval
classes(.ticker.Locator): AsinhLocator AutoMinorLocator FixedLocator IndexLocator LogLocator NullLocator SymmetricalLogLocator
classes(.ticker.MaxNLocator): AutoLocator LogitLocator
classes(.ticker.LogFormatter): LogFormatterExponent LogFormatterMathtext
classes(.ticker.LogFormatterMathtext): LogFormatterSciNotation
classes(.ticker.Formatter): NullFormatter
`;
