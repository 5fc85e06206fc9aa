/** Read off pyarrow 26.0.1 by scripts/knowledge/signatures.py. */
export const pyarrow = `
module pyarrow
parquet.read_table(source, *, columns, use_threads, schema, use_pandas_metadata, read_dictionary, binary_type, list_type, memory_map, buffer_size, partitioning, filesystem, filters, ignore_prefixes, pre_buffer, coerce_int96_timestamp_unit, decryption_properties, thrift_string_size_limit, thrift_container_size_limit, schema_depth_limit, page_checksum_verification, arrow_extensions_enabled)
parquet.read_pandas(source, columns, **kwargs)
parquet.write_table(table, where, row_group_size, version, use_dictionary, compression, write_statistics, use_deprecated_int96_timestamps, coerce_timestamps, allow_truncated_timestamps, data_page_size, flavor, filesystem, compression_level, use_byte_stream_split, column_encoding, data_page_version, use_compliant_nested_type, encryption_properties, write_batch_size, dictionary_pagesize_limit, store_schema, write_page_index, write_page_checksum, sorting_columns, store_decimal_as_integer, write_time_adjusted_to_utc, max_rows_per_page, bloom_filter_options, use_content_defined_chunking, **kwargs)
parquet.ParquetFile(source, *, metadata, common_metadata, read_dictionary, binary_type, list_type, memory_map, buffer_size, pre_buffer, coerce_int96_timestamp_unit, decryption_properties, thrift_string_size_limit, thrift_container_size_limit, schema_depth_limit, filesystem, page_checksum_verification, arrow_extensions_enabled)
parquet.ParquetDataset(path_or_paths, filesystem, schema, *, filters, read_dictionary, binary_type, list_type, memory_map, buffer_size, partitioning, ignore_prefixes, pre_buffer, coerce_int96_timestamp_unit, decryption_properties, thrift_string_size_limit, thrift_container_size_limit, schema_depth_limit, page_checksum_verification, arrow_extensions_enabled)
parquet.write_to_dataset(table, root_path, partition_cols, filesystem, schema, partitioning, basename_template, use_threads, file_visitor, existing_data_behavior, **kwargs)
feather.read_feather(source, columns, use_threads, memory_map, **kwargs)
feather.read_table(source, columns, memory_map, use_threads)
feather.write_feather(df, dest, compression, compression_level, chunksize, version)
csv.read_csv(input_file, read_options, parse_options, convert_options, memory_pool)
csv.write_csv(data, output_file, write_options, memory_pool)
json.read_json(input_file, read_options, parse_options, memory_pool)
orc.read_table(source, columns, filesystem)
dataset.dataset(source, schema, format, filesystem, partitioning, partition_base_dir, exclude_invalid_files, ignore_prefixes)
dataset.write_dataset(data, base_dir, *, basename_template, format, partitioning, partitioning_flavor, schema, filesystem, file_options, use_threads, preserve_order, max_partitions, max_open_files, max_rows_per_file, min_rows_per_group, max_rows_per_group, file_visitor, existing_data_behavior, create_dir)
memory_map(path, mode)
class Table
  to_pandas(memory_pool, categories, strings_to_categorical, zero_copy_only, integer_object_nulls, date_as_object, timestamp_as_object, use_threads, deduplicate_objects, ignore_metadata, safe, split_blocks, self_destruct, maps_as_pydicts, types_mapper, coerce_temporal_nanoseconds)
`;
