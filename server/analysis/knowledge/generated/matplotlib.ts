/** Read off matplotlib 3.11.2 by scripts/knowledge/signatures.py. */
export const matplotlib = `
module matplotlib
use(backend, *, force)
rc(group, **kwargs)
rcParams.update(other, **kwds)
pyplot.savefig(fname, **kwargs)
pyplot.imsave(fname, arr, **kwargs)
pyplot.imread(fname, format)
pyplot.figure(num, figsize, dpi, *, facecolor, edgecolor, frameon, FigureClass, clear, **kwargs)
pyplot.subplots(nrows, ncols, *, sharex, sharey, squeeze, width_ratios, height_ratios, subplot_kw, gridspec_kw, **fig_kw)
pyplot.plot(*args, scalex, scaley, data, **kwargs)
pyplot.show(*args, **kwargs)
pyplot.title(label, fontdict, loc, pad, *, y, **kwargs)
pyplot.legend(*args, **kwargs)
pyplot.scatter(x, y, s, c, *, marker, cmap, norm, vmin, vmax, alpha, linewidths, edgecolors, colorizer, plotnonfinite, data, **kwargs)
pyplot.hist(x, bins, *, range, density, weights, cumulative, bottom, histtype, align, orientation, rwidth, log, color, label, stacked, data, **kwargs)
pyplot.bar(x, height, width, bottom, *, align, data, **kwargs)
pyplot.imshow(X, cmap, norm, *, aspect, interpolation, alpha, vmin, vmax, colorizer, origin, extent, interpolation_stage, filternorm, filterrad, resample, url, data, **kwargs)
image.imread(fname, format)
image.imsave(fname, arr, vmin, vmax, cmap, format, origin, dpi, *, metadata, pil_kwargs)
class figure.Figure
  savefig(fname, *, transparent, **kwargs)
`;
