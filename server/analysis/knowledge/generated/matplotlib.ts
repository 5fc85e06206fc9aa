/** Read off matplotlib 3.11.2 by scripts/knowledge/signatures.py. */
export const matplotlib = `
module matplotlib
use(backend, *, force)
rc(group, **kwargs)
rcParams.update(other, **kwds)
pyplot.subplots(nrows, ncols, *, sharex, sharey, squeeze, width_ratios, height_ratios, subplot_kw, gridspec_kw, **fig_kw)
pyplot.subplot_mosaic(mosaic, *, sharex, sharey, width_ratios, height_ratios, empty_sentinel, subplot_kw, gridspec_kw, per_subplot_kw, **fig_kw)
pyplot.axes(arg, **kwargs)
pyplot.savefig(fname, **kwargs)
pyplot.imsave(fname, arr, **kwargs)
pyplot.imread(fname, format)
pyplot.figure(num, figsize, dpi, *, facecolor, edgecolor, frameon, FigureClass, clear, **kwargs)
pyplot.gca()
pyplot.hist(x, bins, *, range, density, weights, cumulative, bottom, histtype, align, orientation, rwidth, log, color, label, stacked, data, **kwargs)
pyplot.pie(x, *, explode, labels, colors, autopct, pctdistance, shadow, labeldistance, startangle, radius, counterclock, wedgeprops, textprops, center, frame, rotatelabels, normalize, hatch, data)
pyplot.get_cmap(name, lut)
pyplot.xticks(ticks, labels, *, minor, **kwargs)
pyplot.yticks(ticks, labels, *, minor, **kwargs)
pyplot.legend(*args, **kwargs)
class figure.Figure
  savefig(fname, *, transparent, **kwargs)
  subplots(nrows, ncols, *, sharex, sharey, squeeze, width_ratios, height_ratios, subplot_kw, gridspec_kw)
  gca()
  colorbar(mappable, cax, ax, use_gridspec, **kwargs)
  legend(*args, **kwargs)
  autofmt_xdate(bottom, rotation, ha, which)
class axes.Axes
  hist(x, bins, *, range, density, weights, cumulative, bottom, histtype, align, orientation, rwidth, log, color, label, stacked, data, **kwargs)
  boxplot(x, *, notch, sym, vert, orientation, whis, positions, widths, patch_artist, bootstrap, usermedians, conf_intervals, meanline, showmeans, showcaps, showbox, showfliers, boxprops, tick_labels, flierprops, medianprops, meanprops, capprops, whiskerprops, manage_ticks, autorange, zorder, capwidths, label, data)
  violinplot(dataset, positions, *, vert, orientation, widths, showmeans, showextrema, showmedians, quantiles, points, bw_method, side, facecolor, linecolor, data)
  pie(x, *, explode, labels, colors, autopct, pctdistance, shadow, labeldistance, startangle, radius, counterclock, wedgeprops, textprops, center, frame, rotatelabels, normalize, hatch, data)
  twinx(axes_class, *, delta_zorder, **kwargs)
  twiny(axes_class, *, delta_zorder, **kwargs)
  get_figure(root)
  get_legend_handles_labels(legend_handler_map)
  annotate(text, xy, xytext, xycoords, textcoords, arrowprops, annotation_clip, **kwargs)
class legend.Legend
  set_title(title, prop)
class colors.Colormap
  __call__(X, alpha, bytes)
`;
