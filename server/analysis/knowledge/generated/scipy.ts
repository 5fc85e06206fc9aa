/** Read off scipy 1.18.1 by scripts/knowledge/signatures.py. */
export const scipy = `
module scipy
io.loadmat(file_name, mdict, appendmat, *, spmatrix, **kwargs)
io.savemat(file_name, mdict, appendmat, format, long_field_names, do_compression, oned_as)
io.wavfile.read(filename, mmap)
io.mmwrite(target, a, comment, field, precision, symmetry)
io.readsav(file_name, idict, python_dict, uncompressed_file_name, verbose)
sparse.save_npz(file, matrix, compressed)
`;
