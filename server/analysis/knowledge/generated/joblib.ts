/** Read off joblib 1.6.0 by scripts/knowledge/signatures.py. */
export const joblib = `
module joblib
load(filename, mmap_mode, ensure_native_byte_order)
Memory(location, backend, mmap_mode, compress, verbose, backend_options)
Parallel(n_jobs, backend, return_as, verbose, timeout, pre_dispatch, batch_size, temp_folder, max_nbytes, mmap_mode, prefer, require, **backend_kwargs)
class Memory
  cache(func, ignore, verbose, mmap_mode, cache_validation_callback)
`;
