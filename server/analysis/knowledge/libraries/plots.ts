/**
 * Plots. Most of what matplotlib and seaborn return is generated; here is what depends on arguments, and that they only draw.
 *
 * `plt.subplots(2, 3)` gives an array of Axes. Two classes that only these stubs have tell a row of them from a grid, so that
 * `axes[0, 1].plot()` and `for ax in axes.flat` keep their type; their methods go by numpy.ndarray's name.
 */
export const matplotlib = `
module matplotlib
image.imread(fname: read-path, ...) -> ndarray !read
image.imsave(fname: write-path, arr, ...) -> None !write
backends.backend_pdf.PdfPages(filename: write-path, ...) -> .backends.backend_pdf.PdfPages !write !open
class backends.backend_pdf.PdfPages
  __enter__() -> self
  savefig(figure, ...) -> None !write
  close() -> None
class animation.Animation
  save(filename: write-path, ...) -> None !write
  to_html5_video(...) -> str
  to_jshtml(...) -> str
classes(.animation.Animation): animation.FuncAnimation animation.ArtistAnimation
use(backend, ...) -> None !configure
rc(...) -> None !configure
rcParams: .RcParams
class RcParams(builtins.dict)
rcParams.update(...) -> None !configure
class axes.AxesArray(numpy.ndarray) hidden
  __getitem__(i, j) -> .axes.Axes ? i:slice self
  __iter__() -> iterator[.axes.Axes]
  -> self: ravel flatten reshape copy
  property self: flat T
  tolist() -> list[.axes.Axes]
class axes.AxesGrid(numpy.ndarray) hidden
  __getitem__(i, j) -> .axes.AxesArray ? i:slice&j:slice self ? i:slice&j .axes.AxesArray ? j:slice .axes.AxesArray ? j .axes.Axes ? i:slice self
  __iter__() -> iterator[.axes.AxesArray]
  -> .axes.AxesArray: ravel flatten reshape
  -> self: transpose copy
  flat: .axes.AxesArray
  T: self
pyplot.subplots(nrows, ncols, *, sharex, sharey, squeeze, ...) -> tuple[.figure.Figure, .axes.AxesGrid] ? squeeze=False tuple[.figure.Figure, .axes.AxesGrid] ? nrows~1&ncols~1 tuple[.figure.Figure, .axes.Axes] ? nrows~1 tuple[.figure.Figure, .axes.AxesArray] ? ncols~1 tuple[.figure.Figure, .axes.AxesArray] !plot
pyplot.subplot(*args, **kwargs) -> .axes.Axes !plot
pyplot.subplot_mosaic(mosaic, ...) -> tuple[.figure.Figure, dict] !plot
pyplot.axes(...) -> .axes.Axes !plot
pyplot.savefig(fname: write-path, ...) -> None !write
pyplot.imsave(fname: write-path, arr, ...) -> None !write
pyplot.imread(fname: read-path, ...) -> ndarray !read
pyplot.figure(...) -> .figure.Figure !plot
pyplot.gcf() -> .figure.Figure
pyplot.gca(...) -> .axes.Axes
pyplot.hist(x, ...) -> tuple[ndarray, ndarray, .container.BarContainer] !plot
pyplot.pie(x, explode, labels, colors, autopct, ...) -> tuple[list[.patches.Wedge], list[.text.Text]] ? autopct tuple[list[.patches.Wedge], list[.text.Text], list[.text.Text]] !plot
pyplot.get_cmap(name, ...) -> .colors.Colormap
pyplot.xticks(...) -> tuple[ndarray, list[.text.Text]] !plot
pyplot.yticks(...) -> tuple[ndarray, list[.text.Text]] !plot
pyplot.legend(...) -> .legend.Legend !plot
!plot: pyplot.plot pyplot.scatter pyplot.bar pyplot.barh pyplot.boxplot pyplot.violinplot pyplot.imshow pyplot.contour pyplot.contourf pyplot.colorbar pyplot.title pyplot.suptitle
!plot: pyplot.xlabel pyplot.ylabel pyplot.text pyplot.annotate pyplot.axhline pyplot.axvline pyplot.axvspan pyplot.axhspan pyplot.errorbar pyplot.fill_between pyplot.stem pyplot.step
!plot: pyplot.matshow pyplot.hexbin pyplot.hist2d pyplot.stackplot pyplot.semilogx pyplot.semilogy pyplot.loglog pyplot.pcolormesh pyplot.quiver pyplot.hlines pyplot.vlines pyplot.table
-> None !plot: pyplot.show pyplot.tight_layout pyplot.grid pyplot.close pyplot.draw pyplot.pause pyplot.subplots_adjust pyplot.clf pyplot.cla pyplot.tick_params pyplot.margins pyplot.ion pyplot.ioff
pyplot.rcParams: .RcParams
-> None !configure: pyplot.rc pyplot.rcdefaults pyplot.switch_backend style.use rcdefaults
alias pyplot.style = .style
class figure.Figure
  savefig(fname: write-path, ...) -> None !write
  add_subplot(*args, **kwargs) -> .axes.Axes !plot
  add_axes(*args, **kwargs) -> .axes.Axes !plot
  subplots(nrows, ncols, *, sharex, sharey, squeeze, ...) -> .axes.AxesGrid ? squeeze=False .axes.AxesGrid ? nrows~1&ncols~1 .axes.Axes ? nrows~1 .axes.AxesArray ? ncols~1 .axes.AxesArray !plot
  gca(...) -> .axes.Axes
  -> .text.Text !plot: suptitle text supxlabel supylabel
  colorbar(mappable, ...) -> .colorbar.Colorbar !plot
  legend(...) -> .legend.Legend !plot
  autofmt_xdate(...) -> None !plot
  -> None !plot: tight_layout subplots_adjust show set_size_inches set_figwidth set_figheight set_dpi clear clf
  axes: list[.axes.Axes]
class axes.Axes
  property .figure.Figure: figure
  hist(x, ...) -> tuple[ndarray, ndarray, .container.BarContainer] !plot
  boxplot(x, ...) -> dict !plot
  violinplot(dataset, ...) -> dict !plot
  pie(x, explode, labels, colors, autopct, ...) -> tuple[list[.patches.Wedge], list[.text.Text]] ? autopct tuple[list[.patches.Wedge], list[.text.Text], list[.text.Text]] !plot
  twinx(...) -> .axes.Axes
  twiny(...) -> .axes.Axes
  get_figure(...) -> .figure.Figure
  get_legend() -> .legend.Legend
  legend_: .legend.Legend
  -> list[.text.Text]: get_xticklabels get_yticklabels set_xticklabels set_yticklabels
  -> ndarray: get_xticks get_yticks
  get_legend_handles_labels(...) -> tuple[list[.artist.Artist], list[str]]
  -> .text.Text !plot: set_title set_xlabel set_ylabel text
  annotate(text, ...) -> .text.Annotation !plot
  patches: list[.patches.Rectangle]
  lines: list[.lines.Line2D]
  texts: list[.text.Text]
  title: .text.Text
  !plot: plot scatter bar barh imshow contour contourf axhline axvline axvspan axhspan errorbar fill_between stem step hexbin hist2d matshow pcolormesh stackplot
  -> None !plot: grid set_axis_off set_axis_on set_axisbelow tick_params invert_xaxis invert_yaxis margins autoscale clear cla set_aspect set_facecolor set_xscale set_yscale
class container.BarContainer
  patches: list[.patches.Rectangle]
  __iter__() -> iterator[.patches.Rectangle]
  __getitem__(key) -> .patches.Rectangle
class text.Text
class legend.Legend
  get_texts() -> list[.text.Text]
  get_title() -> .text.Text
  set_title(title, ...) -> None !plot
class spines.Spines
  __getitem__(key) -> .spines.Spine ? key:many .spines.SpinesProxy
class spines.SpinesProxy
class spines.Spine(.patches.Patch)
class axis.Axis
  label: .text.Text
class gridspec.GridSpec
  __getitem__(key) -> .gridspec.SubplotSpec
class gridspec.SubplotSpec
class colors.Colormap
  __call__(X, ...) -> unknown
cm.get_cmap(name, ...) -> .colors.Colormap
alias axes._subplots.AxesSubplot = .axes.Axes
alias axes._axes.Axes = .axes.Axes
alias pylab = .pyplot
`;

export const pylab = `
module pylab
alias pyplot = matplotlib.pyplot
alias subplots = matplotlib.pyplot.subplots
alias figure = matplotlib.pyplot.figure
`;

export const seaborn = `
module seaborn
load_dataset(name, ...) -> DataFrame !read !network
-> matplotlib.axes.Axes !plot: distplot tsplot kdeplot boxplot violinplot boxenplot lvplot stripplot swarmplot barplot countplot pointplot regplot residplot heatmap scatterplot lineplot histplot rugplot ecdfplot
-> .FacetGrid !plot: factorplot catplot relplot lmplot displot
jointplot(...) -> .JointGrid !plot
pairplot(...) -> .PairGrid !plot
clustermap(...) -> .matrix.ClusterGrid !plot
-> None !configure: set set_theme set_style set_context set_palette set_color_codes reset_defaults reset_orig
-> None !plot: despine move_legend palplot
color_palette(...) -> list
class axisgrid.Grid
  map(func, ...) -> self !plot
  savefig(fname: write-path, ...) -> None !write
  -> self !plot: set add_legend tick_params
  property matplotlib.figure.Figure: fig figure
  legend: matplotlib.legend.Legend
class FacetGrid(.axisgrid.Grid)
  axes: matplotlib.axes.AxesGrid
  ax: matplotlib.axes.Axes
class PairGrid(.axisgrid.Grid)
  axes: matplotlib.axes.AxesGrid
class JointGrid
  annotate(func, ...) -> self
  savefig(fname: write-path, ...) -> None !write
  property matplotlib.figure.Figure: fig figure
class matrix.ClusterGrid(.axisgrid.Grid)
  ax_heatmap: matplotlib.axes.Axes
alias axisgrid.FacetGrid = .FacetGrid
alias axisgrid.PairGrid = .PairGrid
alias axisgrid.JointGrid = .JointGrid
class objects.Plot
  -> self !plot: add facet pair scale share limit label layout theme on plot
  save(loc: write-path, ...) -> self !write
  show(...) -> None !plot
alias distributions = seaborn
alias categorical = seaborn
alias regression = seaborn
alias relational = seaborn
alias rcmod = seaborn
`;

export const plotly = `
module plotly
-> .graph_objects.Figure !plot: express.scatter express.line express.bar express.area express.histogram express.box express.violin express.strip express.pie express.sunburst express.treemap
-> .graph_objects.Figure !plot: express.funnel express.funnel_area express.density_heatmap express.density_contour express.imshow express.scatter_3d express.line_3d express.scatter_matrix
-> .graph_objects.Figure !plot: express.parallel_coordinates express.parallel_categories express.choropleth express.choropleth_mapbox express.scatter_geo express.line_geo express.scatter_mapbox
-> .graph_objects.Figure !plot: express.line_mapbox express.density_mapbox express.density_map express.scatter_map express.line_map express.choropleth_map express.scatter_polar express.line_polar
-> .graph_objects.Figure !plot: express.bar_polar express.scatter_ternary express.line_ternary express.timeline express.icicle express.ecdf express.bar_map
-> .graph_objects.Figure !plot: subplots.make_subplots tools.make_subplots figure_factory.create_distplot figure_factory.create_table figure_factory.create_annotated_heatmap figure_factory.create_gantt
-> .graph_objects.Figure !plot: figure_factory.create_dendrogram figure_factory.create_scatterplotmatrix figure_factory.create_choropleth figure_factory.create_2d_density figure_factory.create_violin
-> DataFrame: express.data.iris express.data.tips express.data.gapminder express.data.election express.data.wind express.data.stocks express.data.medals_wide express.data.medals_long express.data.carshare
-> None !plot: offline.iplot offline.init_notebook_mode io.show
offline.plot(figure_or_data, ...) -> str !plot
io.write_html(fig, file: write-path, ...) -> None !write
io.write_image(fig, file: write-path, ...) -> None !write
io.to_html(fig, ...) -> str
io.to_json(fig, ...) -> str
class basedatatypes.BaseFigure
  -> self !plot: update_layout update_traces update_xaxes update_yaxes add_trace add_traces add_annotation add_shape add_hline add_vline add_hrect add_vrect add_layout_image for_each_trace update_annotations
  -> self !plot: update_coloraxes update_geos update_mapboxes update_polars update_scenes update_shapes update for_each_xaxis for_each_yaxis for_each_annotation set_subplots update_layout_images
  -> self !plot: add_scatter add_bar add_histogram add_box add_heatmap add_pie add_scatter3d add_scattergeo add_choropleth add_violin add_surface add_candlestick add_contour add_indicator add_table
  append_trace(trace, row, col) -> None !plot
  show(...) -> None !plot
  write_html(file: write-path, ...) -> None !write
  write_image(file: write-path, ...) -> None !write
  write_json(file: write-path, ...) -> None !write
  -> str: to_html to_json
  -> bytes: to_image
  to_dict() -> dict
  data: tuple
  layout: .graph_objects.Layout
  __getitem__(key) -> unknown ? key=layout .graph_objects.Layout ? key=data tuple
class graph_objects.Figure(.basedatatypes.BaseFigure)
class graph_objects.FigureWidget(.basedatatypes.BaseFigure)
class graph_objects.Layout
  update(...) -> self
classes(): graph_objects.Scatter graph_objects.Bar graph_objects.Histogram graph_objects.Box graph_objects.Heatmap graph_objects.Pie graph_objects.Scatter3d graph_objects.Choropleth graph_objects.Surface
alias graph_objs = .graph_objects
alias graph_objs._figure = .graph_objects
alias graph_objects._figure = .graph_objects
alias express._chart_types = .express
-> unknown !plot !network: plotly.iplot plotly.create_animations
plotly.plot(figure_or_data, ...) -> str !plot !network
plotly.sign_in(username: user, api_key: token, ...)
tools.set_credentials_file(username: user, api_key: token, ...)
plotly.image.save_as(figure_or_data, filename: write-path, ...) -> None !write !network
alias offline.offline = .offline
`;

/** What plotly.plotly was later moved to. */
export const chart_studio = `
module chart_studio
-> unknown !plot !network: plotly.iplot
plotly.plot(figure_or_data, ...) -> str !plot !network
plotly.sign_in(username: user, api_key: token, ...)
tools.set_credentials_file(username: user, api_key: token, ...)
`;

export const basemap = `
module mpl_toolkits
class basemap.Basemap
  __call__(x, y, ...) -> tuple[unknown, unknown]
`;

export const plotly_express = `
module plotly_express
`;

export const wordcloud = `
module wordcloud
class WordCloud
  -> self !plot: generate generate_from_text generate_from_frequencies fit_words recolor
  to_file(filename: write-path) -> self !write
  -> ndarray: to_array
  to_image() -> PIL.Image.Image
  process_text(text) -> dict
  words_: dict
`;

export const missingno = `
module missingno
-> matplotlib.axes.Axes !plot: matrix bar heatmap dendrogram
`;

export const altair = `
module altair
class Chart
  -> self !plot: mark_bar mark_line mark_point mark_circle mark_area mark_rect mark_text mark_tick mark_boxplot mark_rule mark_square mark_geoshape mark_arc encode properties interactive
  -> self: transform_filter transform_aggregate transform_calculate transform_fold transform_window transform_bin transform_timeunit add_params add_selection configure_axis configure_view facet repeat
  save(fp: write-path, ...) -> None !write
`;

export const bokeh = `
module bokeh
plotting.figure(...) -> .plotting.figure !plot
-> None !plot: io.show plotting.show io.output_notebook plotting.output_notebook io.curdoc
plotting.output_file(filename: write-path, ...) -> None !write
class plotting.figure
`;

export const folium = `
module folium
class Map
  add_child(child, ...) -> self
  save(outfile: write-path, ...) -> None !write
class Marker
  add_to(parent, ...) -> self
class CircleMarker(.Marker)
class Choropleth(.Marker)
class plugins.HeatMap(.Marker)
class plugins.MarkerCluster(.Marker)
`;
