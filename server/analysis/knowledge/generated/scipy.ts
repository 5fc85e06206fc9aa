/** Read off scipy 1.18.1 by scripts/knowledge/signatures.py. */
export const scipy = `
module scipy
io.loadmat(file_name, mdict, appendmat, *, spmatrix, **kwargs)
io.savemat(file_name, mdict, appendmat, format, long_field_names, do_compression, oned_as)
io.wavfile.read(filename, mmap)
io.mmwrite(target, a, comment, field, precision, symmetry)
io.readsav(file_name, idict, python_dict, uncompressed_file_name, verbose)
sparse.save_npz(file, matrix, compressed)
stats.boxcox(x, lmbda, alpha, optimizer, *, nan_policy)
stats.zscore(a, axis, ddof, nan_policy)
stats.chi2_contingency(observed, correction, lambda_, *, method)
stats.mode(a, axis, nan_policy, keepdims)
stats.probplot(x, sparams, dist, fit, plot, rvalue)
class stats.rv_continuous
  pdf(x, *args, **kwds)
  cdf(x, *args, **kwds)
  sf(x, *args, **kwds)
  logpdf(x, *args, **kwds)
  ppf(q, *args, **kwds)
  isf(q, *args, **kwds)
  rvs(*args, **kwds)
class stats.rv_discrete
  pmf(k, *args, **kwds)
  cdf(k, *args, **kwds)
  rvs(*args, **kwargs)
  ppf(q, *args, **kwds)
class stats._distn_infrastructure.rv_continuous_frozen
  rvs(size, random_state)
`;
