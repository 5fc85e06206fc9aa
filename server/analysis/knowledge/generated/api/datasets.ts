/** Read off datasets 5.2.0 by scripts/knowledge/api.py. */
export const datasets = `
module datasets
class Array2D
  property tuple: shape
  property str: dtype
  property str | None: id
class Array3D
  property tuple: shape
  property str: dtype
  property str | None: id
class Array4D
  property tuple: shape
  property str: dtype
  property str | None: id
class Array5D
  property tuple: shape
  property str: dtype
  property str | None: id
class Audio
  property str | None: id
  property str: dtype
  -> dict: encode_example
class BioSequence
  property str: format dtype
  property str | None: id
  -> dict: encode_example
class BioStructure
  property str: format dtype
  property str | None: id
  -> dict: encode_example
class BuilderConfig
  property str: name
  property .Version | str | None: version
  property str | None: data_dir description
  property .data_files.DataFilesDict | .data_files.DataFilesPatternsDict | None: data_files
  -> str: create_config_id
class ClassLabel
  property list[str]: names
  property str | None: id
  property str: dtype
class Dataset(.arrow_dataset.DatasetInfoMixin, .search.IndexableMixin)
  property .Features: features
  -> .Dataset: from_file from_buffer from_pandas from_polars from_dict from_list from_csv from_generator from_json from_parquet from_text from_spark from_sql load_from_disk class_encode_column flatten cast cast_column remove_columns rename_column rename_columns select_columns map batch filter flatten_indices select skip repeat take sort shuffle shard add_column add_item align_labels_with_mapping
  -> self: __enter__ add_faiss_index add_elasticsearch_index
  property .table.Table: data
  property list[dict]: cache_files
  property list[str]: column_names
  property tuple[int, int]: shape
  -> list: unique to_list
  property dict: format
  -> dict | list: __getitem__
  -> .DatasetDict: train_test_split
  -> dict | iterator[dict]: to_dict
  -> DataFrame | iterator[DataFrame]: to_pandas
  -> polars.DataFrame | iterator[polars.DataFrame]: to_polars
  -> .IterableDataset: to_iterable_dataset
class DatasetBuilder
  -> dict: builder_configs
  -> .Dataset | .DatasetDict: as_dataset
  -> dict | .IterableDataset: as_streaming_dataset
class DatasetDict
  -> self: __enter__
  -> .Dataset: __getitem__
  property dict: data cache_files num_columns num_rows column_names shape
  -> .DatasetDict: flatten cast cast_column remove_columns rename_column rename_columns select_columns class_encode_column with_format with_transform map filter flatten_indices sort shuffle load_from_disk from_csv from_json from_parquet from_text align_labels_with_mapping
  -> dict: unique cleanup_cache_files
class DatasetInfo
  property str: description citation homepage license
  property .Features | None: features
  property .info.PostProcessedInfo | None: post_processed
  property .info.SupervisedKeysData | None: supervised_keys
  property str | None: builder_name dataset_name config_name
  property str | .Version | None: version
  property .SplitDict | None: splits
  property dict | None: download_checksums
  -> .DatasetInfo: from_directory from_dict copy
class DownloadConfig
  property str | pathlib.Path | None: cache_dir
  property dict | None: proxies
  property str | None: user_agent download_desc
  property str | bool | None: token
  property dict: storage_options
  -> .DownloadConfig: copy
class Features
  -> .Features: from_arrow_schema from_dict copy reorder_fields_as flatten
  -> list: encode_column
  -> dict: decode_example
class Image
  property str | None: mode id
  property str: dtype
  -> dict: encode_example
  -> PIL.Image.Image: decode_example
class IterableColumn
  -> .IterableColumn: __getitem__
class IterableDataset(.arrow_dataset.DatasetInfoMixin)
  property list[str] | None: column_names
  -> dict: state_dict
  -> .IterableColumn: __getitem__
  -> .IterableDataset: from_generator from_spark from_file from_pandas from_polars from_dict from_list from_csv from_json from_parquet from_text with_format map filter shuffle skip repeat take shard reshard add_column rename_column rename_columns remove_columns select_columns cast_column cast decode batch
  -> dict | iterator[dict]: to_dict
  -> list: to_list
  -> DataFrame | iterator[DataFrame]: to_pandas
  -> polars.DataFrame | iterator[polars.DataFrame]: to_polars
class IterableDatasetDict
  property dict: num_columns column_names
  -> .IterableDatasetDict: with_format map filter shuffle rename_column rename_columns remove_columns select_columns cast_column cast
class Json
  property str | None: id
class LargeList
  property str | None: id
class List
  property str | None: id
class Mesh
  property str | None: id
  property str: dtype
  -> dict: encode_example
class NamedSplit(.SplitBase)
  -> .splits.SplitReadInstruction: get_read_instruction
class Nifti
  property str | None: id
  property str: dtype
  -> dict: encode_example
  -> .features.nifti.Nifti1ImageWrapper: decode_example
class Pdf
  property str | None: id
  property str: dtype
  -> dict: encode_example
class ReadInstruction
  -> list: to_absolute
class SplitBase
  -> .splits._SplitMerged: __add__
class SplitGenerator
  property str: name
  property dict: gen_kwargs
  property .SplitInfo: split_info
class SplitInfo
  property str: name
  property list[int] | None: shard_lengths original_shard_lengths
  property str | None: dataset_name
class StreamingDownloadManager
  -> iterator[tuple]: iter_archive
  -> iterator[str]: iter_files
class SubSplitInfo
  property .arrow_reader.FileInstructions: instructions
class Translation
  property list[str]: languages
  property str | None: id
  property str: dtype
class TranslationVariableLanguages
  property list | None: languages
  property str | None: id
  property str: dtype
class Value
  property str: dtype
  property str | None: id
class Version
  property str: version_str
  property str | None: description
  property str | int | None: major minor patch
class Video
  property str: dimension_order seek_mode dtype
  property str | torch._C.device | None: device
  property str | None: id
classes(.DatasetBuilder): ArrowBasedBuilder GeneratorBasedBuilder
classes(.NamedSplit): NamedSplitAll
classes(tqdm.asyncio.tqdm_asyncio): tqdm
load_dataset(...) -> .DatasetDict | .Dataset ? streaming=True .IterableDatasetDict ? streaming=True .IterableDataset
-> .DatasetInfo: get_dataset_config_info
-> str | None: get_dataset_default_config_name
-> dict: get_dataset_infos
-> list: get_dataset_split_names
-> .DatasetBuilder: load_dataset_builder
-> .Dataset | .DatasetDict: load_from_disk
module datasets.arrow_dataset
class DatasetInfoMixin
  property str: builder_name citation config_name description
  property dict | None: download_checksums
  property .Features | None: features
  property str | None: homepage license
module datasets.arrow_reader
class FileInstructions
  property list[dict]: file_instructions
module datasets.data_files
class DataFilesDict
  -> .data_files.DataFilesDict: from_local_or_remote from_hf_repo from_patterns filter
class DataFilesPatternsDict
  -> .data_files.DataFilesPatternsDict: from_patterns filter_extensions
  -> .data_files.DataFilesDict: resolve
module datasets.info
class PostProcessedInfo
  property .Features | None: features
  property dict | None: resources_checksums
  -> .info.PostProcessedInfo: from_dict
class SupervisedKeysData
  property str: input output
module datasets.iterable_dataset
class ExamplesIterable(.iterable_dataset._BaseExamplesIterable)
  -> .iterable_dataset.ExamplesIterable: shuffle_data_sources shard_data_sources reshard_data_sources
class _BaseExamplesIterable
  -> iterator[tuple[unknown, dict]]: __iter__
  property .Features | None: features
  -> .iterable_dataset._BaseExamplesIterable: shuffle_data_sources shard_data_sources reshard_data_sources
  -> list[int]: split_shard_indices_by_worker
  -> dict: load_state_dict state_dict
module datasets.search
class BaseIndex
  -> .search.SearchResults: search
  -> .search.BatchedSearchResults: search_batch
  -> .search.BaseIndex: load
class BatchedNearestExamplesResults
  property list[list[float]]: total_scores
  property list[dict]: total_examples
class BatchedSearchResults
  property list[list[float]]: total_scores
  property list[list[int]]: total_indices
class IndexableMixin
  -> list[str]: list_indexes
  -> .search.BaseIndex: get_index
  -> .search.SearchResults: search
  -> .search.BatchedSearchResults: search_batch
  -> .search.NearestExamplesResults: get_nearest_examples
  -> .search.BatchedNearestExamplesResults: get_nearest_examples_batch
class NearestExamplesResults
  property list[float]: scores
  property dict: examples
class SearchResults
  property list[float]: scores
  property list[int]: indices
module datasets.splits
class SplitReadInstruction
  -> list: get_list_sliced_split_info
classes(.SplitBase): _SplitMerged _SubSplit
`;
