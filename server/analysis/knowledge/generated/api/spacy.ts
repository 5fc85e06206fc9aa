/** Read off spacy 3.8.18 by scripts/knowledge/api.py. */
export const spacy = `
module spacy
class ConfigSchema
  property .ConfigSchemaTraining: training
  property .ConfigSchemaNlp: nlp
  property .ConfigSchemaPretrain | .schemas.ConfigSchemaPretrainEmpty: pretraining
  property dict: components corpora
  property .ConfigSchemaInit: initialize
class ConfigSchemaInit
  property .lookups.Lookups | None: lookups
  property dict: tokenizer components
class ConfigSchemaNlp
  property list: pipeline disabled
class ConfigSchemaPretrain
  property str: component layer
class ConfigSchemaTraining
  property dict: score_weights
  property list[str]: frozen_components annotating_components
class Example
  property .tokens.Doc: x y predicted reference
  -> .Example: copy from_dict
  property .training.Alignment: alignment
  -> list[.tokens.Span]: get_aligned_spans_x2y get_aligned_spans_y2x get_matching_ents
  -> tuple[list[.tokens.Span], list[str]]: get_aligned_ents_and_ner
  -> list[str]: get_aligned_ner
  -> dict: to_dict
  -> list[.Example]: split_sents
  property str: text
class Language
  property str | None: lang
  property dict: meta pipe_factories pipe_labels
  property list[str]: disabled factory_names component_names pipe_names
  property list[tuple[str, unknown]]: components pipeline
  -> str: get_factory_name
  -> .language.FactoryMeta: get_factory_meta get_pipe_meta
  -> dict | None: analyze_pipes
  -> tuple[unknown, str]: create_pipe_from_source
  -> tuple[str, unknown]: remove_pipe
  -> .tokens.Doc: __call__ make_doc
  -> .language.DisabledPipes: disable_pipes select_pipes
  -> dict: rehearse evaluate
  -> iterator[.tokens.Doc] | iterator[tuple[.tokens.Doc, unknown]]: pipe
  -> .Language: from_config from_disk from_bytes
  -> bytes: to_bytes
class Vocab
  property dict: cfg writing_system
  property .lookups.Lookups: lookups
  property .strings.StringStore: strings
  property str: lang
  -> iterator[.lexeme.Lexeme]: __iter__
  -> .lexeme.Lexeme: __getitem__
  -> dict: prune_vectors
  -> .Vocab: from_disk from_bytes
  -> bytes: to_bytes
class registry
  -> list[str]: get_registry_names
  -> dict: find
-> .Language: blank load
-> str | dict: info
module spacy.displacy
class DependencyRenderer
  -> str: render render_svg render_word render_arrow get_arc get_arrowhead
  -> dict: get_levels
class EntityRenderer
  -> str: render render_ents
class SpanRenderer
  -> str: render render_spans
-> list: app
-> dict: get_doc_settings parse_deps parse_ents parse_spans
-> str: render
module spacy.language
class BaseDefaults
  property dict: tokenizer_exceptions syntax_iterators lex_attr_getters
  property set[str]: stop_words
class DisabledPipes
  -> self: __enter__
class FactoryMeta
  property str: factory
  property dict | None: default_config default_score_weights
  property iterator[str]: assigns requires scores
module spacy.lexeme
class Lexeme
  property str: lower_ norm_ shape_ prefix_ suffix_ lang_ orth_ text
module spacy.matcher
class DependencyMatcher
  property .Vocab: vocab
  -> tuple[unknown, list[list[dict]]]: get
  -> list[tuple[int, list[int]]]: __call__
class Matcher
  -> tuple[unknown, list[list[dict]]]: get
  -> iterator[tuple[tuple[.tokens.Doc, unknown], unknown]] | iterator[tuple[.tokens.Doc, unknown]] | iterator[.tokens.Doc]: pipe
  __call__(...) -> list[tuple[int, int, int]] ? as_spans=True list[.tokens.Span]
class PhraseMatcher
  __call__(...) -> list[tuple[int, int, int]] ? as_spans=True list[.tokens.Span]
module spacy.strings
class StringStore
  -> int | str: __getitem__
  -> str: as_string
  -> iterator[str]: __iter__
  -> .strings.StringStore: from_disk from_bytes
  -> bytes: to_bytes
module spacy.tokens
class Doc
  property .Vocab: vocab
  property .tokens._dict_proxies.SpanGroups: spans
  property dict: cats user_hooks user_token_hooks user_span_hooks user_data
  property ndarray: tensor
  -> tuple[unknown, unknown, unknown, unknown]: get_extension remove_extension
  -> .tokens.Token | .tokens.Span: __getitem__
  -> iterator[.tokens.Token]: __iter__
  property .tokens.Doc: doc
  -> .tokens.Span | None: char_span
  property str: text text_with_ws lang_
  property iterator[.tokens.Span]: noun_chunks sents
  -> dict: count_by to_dict to_json
  -> .tokens.Doc: from_array from_docs copy from_disk from_bytes from_dict from_json
  -> ndarray: to_array
  -> bytes: to_bytes
  -> .tokens._retokenize.Retokenizer: retokenize
class DocBin
  -> iterator[.tokens.Doc]: get_docs
  -> bytes: to_bytes
  -> .tokens.DocBin: from_bytes from_disk
class MorphAnalysis
  -> .tokens.MorphAnalysis: from_id
  -> iterator[str]: __iter__
  -> list[str]: get
  -> str: to_json
  -> dict: to_dict
class Span
  property str: ent_id_ label_ kb_id_ id_ text text_with_ws orth_ lemma_
  -> tuple[unknown, unknown, unknown, unknown]: get_extension remove_extension
  -> .tokens.Token | .tokens.Span: __getitem__
  -> iterator[.tokens.Token]: __iter__
  -> .tokens.Doc: as_doc
  property .tokens.Doc: doc
  property .Vocab: vocab
  property .tokens.Span: sent
  property tuple[.tokens.Span]: ents
  property iterator[.tokens.Span]: noun_chunks
  property .tokens.Token: root
  -> .tokens.Span: char_span
  property tuple[.tokens.Token]: conjuncts
  property iterator[.tokens.Token]: lefts rights subtree
class SpanGroup
  property str: name
  property dict: attrs
  property .tokens.Doc: doc
  -> iterator[.tokens.Span]: __iter__
  -> .tokens.Span: __getitem__
  -> bytes: to_bytes
  -> .tokens.SpanGroup: from_bytes copy
class Token
  property .tokens.Doc: doc
  property .Vocab: vocab
  property .tokens.MorphAnalysis: morph
  property .tokens.Token: head left_edge right_edge
  property str: ent_type_ ent_id_ ent_kb_id_ norm_ lemma_ pos_ tag_ dep_ text text_with_ws ent_iob_ whitespace_ orth_ lower_ shape_ prefix_ suffix_ lang_
  -> tuple[unknown, unknown, unknown, unknown]: get_extension remove_extension
  -> .tokens.Token: nbor
  property .lexeme.Lexeme: lex
  property .tokens.Span: sent
  property iterator[.tokens.Token]: lefts rights children subtree ancestors
  property tuple[.tokens.Token]: conjuncts
  -> tuple[str]: iob_strings
module spacy.tokens._dict_proxies
class SpanGroups(collections.UserDict)
  -> .tokens._dict_proxies.SpanGroups: copy from_bytes
  -> bytes: to_bytes
module spacy.tokens._retokenize
class Retokenizer
  -> .tokens._retokenize.Retokenizer: __enter__
module spacy.tokens.underscore
class Underscore
  property dict: doc_extensions span_extensions token_extensions
  -> tuple[dict, dict, dict]: get_state
module spacy.util
class DummyTokenizer
  -> bytes: to_bytes
  -> .util.DummyTokenizer: from_bytes from_disk
classes(): ENV_VARS
-> dict: combine_score_weights dict_to_dot dot_to_dict expand_exc from_dict get_model_meta get_sourced_components load_meta packages_distributions to_dict update_exc
-> str: escape_html get_base_version get_minor_version_range get_object_name minify_html
-> list[.tokens.Span]: filter_chain_spans filter_spans
-> str | None: find_matching_language get_minor_version get_model_lower_version get_package_version
-> pathlib.Path: from_disk get_module_path get_package_path to_disk
-> list[str]: get_arg_names get_installed_models split_command
-> tuple[list[str], list[bool]]: get_words_and_spaces
-> dict | list: load_language_data
-> .Language: load_model load_model_from_config load_model_from_init_py load_model_from_package load_model_from_path
-> iterator[pathlib.Path]: make_tempdir working_dir
-> tuple[int, int]: normalize_slice
-> tuple[unknown, ...]: resolve_dot_names
-> tuple[str, str]: split_requirement
-> bytes: to_bytes
-> iterator[tuple[list[str], unknown]]: walk_dict
module spacy.vocab
-> .Vocab: create_vocab unpickle_vocab
`;
