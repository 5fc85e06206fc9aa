/** Read off dask 2026.8.0 by scripts/knowledge/signatures.py. */
export const dask = `
module dask
dataframe.read_csv(urlpath, blocksize, lineterminator, compression, sample, sample_rows, enforce, assume_missing, storage_options, include_path_column, **kwargs)
dataframe.read_parquet(path, columns, filters, categories, index, storage_options, dtype_backend, calculate_divisions, ignore_metadata_file, metadata_task_size, split_row_groups, blocksize, aggregate_files, parquet_file_extension, filesystem, engine, arrow_to_pandas, **kwargs)
dataframe.read_json(url_path, orient, lines, storage_options, blocksize, sample, encoding, errors, compression, meta, engine, include_path_column, path_converter, **kwargs)
dataframe.read_hdf(pattern, key, start, stop, columns, chunksize, sorted_index, lock, mode)
class dataframe.DataFrame
  to_csv(filename, **kwargs)
  to_parquet(path, **kwargs)
  compute(**kwargs)
`;
