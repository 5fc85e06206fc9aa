/** Read off gensim 4.4.0 by scripts/knowledge/api.py. */
export const gensim = `
module gensim
alias corpora.bleicorpus = .corpora
alias corpora.dictionary = .corpora
alias corpora.hashdictionary = .corpora
alias corpora.indexedcorpus = .corpora
alias corpora.lowcorpus = .corpora
alias corpora.malletcorpus = .corpora
alias corpora.mmcorpus = .corpora
alias corpora.opinosiscorpus = .corpora
alias corpora.svmlightcorpus = .corpora
alias corpora.textcorpus = .corpora
aliases corpora.ucicorpus = .corpora: UciCorpus
alias corpora.wikicorpus = .corpora
alias downloader.base_dir = .downloader.BASE_DIR
alias matutils.dense2vec = .matutils.full2sparse
alias models.atmodel = .models
aliases models.bm25model = .models: AtireBM25Model LuceneBM25Model OkapiBM25Model
alias models.coherencemodel = .models
aliases models.doc2vec = .models: Doc2Vec
alias models.ensemblelda = .models
aliases models.fasttext = .models: FastText
alias models.hdpmodel = .models
alias models.keyedvectors.Word2VecKeyedVectors = .models.KeyedVectors
alias models.keyedvectors.Doc2VecKeyedVectors = .models.KeyedVectors
alias models.keyedvectors.EuclideanKeyedVectors = .models.KeyedVectors
alias models.keyedvectors.Vocab = .models.keyedvectors.CompatVocab
aliases models.keyedvectors = .models: KeyedVectors
aliases models.ldamodel = .models: LdaModel
alias models.ldamulticore = .models
alias models.ldaseqmodel = .models
alias models.logentropy_model = .models
aliases models.lsimodel = .models: LsiModel
alias models.nmf = .models
alias models.normmodel = .models
alias models.phrases.Phraser = .models.phrases.FrozenPhrases
aliases models.phrases = .models: Phrases
alias models.rpmodel = .models
alias models.tfidfmodel = .models
aliases models.translation_matrix = .models: BackMappingTranslationMatrix TranslationMatrix
aliases models.word2vec = .models: Word2Vec
alias similarities.docsim = .similarities
alias similarities.levenshtein = .similarities
alias similarities.termsim = .similarities
alias utils.to_utf8 = .utils.any2utf8
alias utils.to_unicode = .utils.any2unicode
alias utils.grouper = .utils.chunkize_serial
module gensim.corpora
class BleiCorpus(.corpora.IndexedCorpus)
  -> list: line2doc save_corpus docbyoffset
class Dictionary
  property dict: token2id cfs dfs
  -> str: __getitem__
  -> list: keys doc2idx
  -> .corpora.Dictionary: from_documents
  -> list[tuple[str, int]]: most_common
class HashDictionary
  -> .corpora.HashDictionary: from_documents
class IndexedCorpus
  -> tuple[list, .utils.SlicedCorpus]: __getitem__
class LowCorpus(.corpora.IndexedCorpus)
  -> list: line2doc docbyoffset
class MalletCorpus(.corpora.LowCorpus)
  -> list: line2doc docbyoffset
class SvmLightCorpus(.corpora.IndexedCorpus)
  -> list: save_corpus
  -> tuple: docbyoffset
  -> str: doc2line
classes(.corpora.IndexedCorpus): MmCorpus UciCorpus
module gensim.downloader
-> dict: info
-> tuple[unknown, unknown, str]: load
module gensim.interfaces
class TransformedCorpus
  -> list: __getitem__
module gensim.matutils
class Sparse2Corpus
  -> list: __getitem__
-> list: any2sparse full2sparse full2sparse_clipped ret_normalized_vec scipy2sparse
-> ndarray: argsort corpus2dense dirichlet_expectation sparse2full zeros_aligned
-> tuple[ndarray, float]: unitvec
module gensim.models
class AuthorTopicModel(.models.LdaModel)
  -> list: get_new_author_topics get_author_topics
class BackMappingTranslationMatrix
  -> ndarray: train infer_vector
class CoherenceModel
  -> list: compare_models compare_model_topics
class Doc2Vec(.models.Word2Vec)
  -> ndarray: infer_vector __getitem__
  -> dict: estimate_memory
class EnsembleLda
  -> .models.LdaModel: generate_gensim_representation
class HdpModel(.models.basemodel.BaseTopicModel)
  property ndarray: lda_alpha lda_beta m_Elogbeta m_timestamp m_var_sticks m_varphi_ss
  property list: m_r
  -> ndarray: inference get_topics
class KeyedVectors
  -> ndarray: __getitem__ get_vector get_mean_vector get_normed_vectors cosine_similarities n_similarity
  -> list: closer_than rank_by_centrality
  -> str: doesnt_match
  -> tuple[float, unknown]: evaluate_word_analogies
  -> tuple[tuple, tuple, float]: evaluate_word_pairs
  -> .models.KeyedVectors: vectors_for_all
class LdaModel(.models.basemodel.BaseTopicModel)
  -> ndarray: do_estep update_alpha update_eta log_perplexity get_topics
  -> list: show_topics show_topic get_topic_terms top_topics get_term_topics __getitem__
  -> tuple[list, list, list]: get_document_topics
  -> tuple[ndarray, ndarray]: diff
class LdaSeqModel
  -> list: print_topic_times print_topics print_topic doc_topics dtm_coherence __getitem__
  -> tuple[list, ndarray, list, ndarray, list[str]]: dtm_vis
class LogEntropyModel
  -> list: __getitem__
class LsiModel(.models.basemodel.BaseTopicModel)
  -> tuple[list, .matutils.Dense2Corpus]: __getitem__
  -> ndarray: get_topics
  -> list: show_topic
  -> tuple[list, list]: show_topics
class Nmf(.models.basemodel.BaseTopicModel)
  -> ndarray: get_topics
  -> list: show_topics show_topic get_topic_terms top_topics get_term_topics get_document_topics
class NormModel
  -> list: normalize __getitem__
class Phrases(.models.phrases._PhrasesTransformation)
  -> .models.phrases.FrozenPhrases: freeze
  -> dict: export_phrases
class RpModel
  -> tuple[list, .interfaces.TransformedCorpus]: __getitem__
class TfidfModel
  -> tuple[list, .interfaces.TransformedCorpus]: __getitem__
class TranslationMatrix
  -> .models.translation_matrix.Space: apply_transmat
class Word2Vec
  -> dict: estimate_memory
  -> list: predict_output_word
classes(.models.bm25model.BM25ABC): AtireBM25Model LuceneBM25Model OkapiBM25Model
classes(.models.Word2Vec): FastText
classes(.models.LdaModel): LdaMulticore
module gensim.models.basemodel
class BaseTopicModel
  -> str: print_topic
  -> list: print_topics
  -> ndarray: get_topics
module gensim.models.bm25model
class BM25ABC
  -> dict: precompute_idfs
  -> ndarray: get_term_weights
module gensim.models.fasttext
class FastTextKeyedVectors(.models.KeyedVectors)
  -> .models.fasttext.FastTextKeyedVectors: load
  -> ndarray: get_vector get_sentence_vector
-> .models.fasttext.FastTextKeyedVectors: load_facebook_vectors
module gensim.models.ldamodel
class LdaState
  -> ndarray: get_lambda get_Elogbeta
  -> .models.ldamodel.LdaState: load
-> ndarray: update_dir_prior
module gensim.models.lsimodel
class Projection
  -> .models.lsimodel.Projection: empty_like
-> ndarray: ascarray asfarray
module gensim.models.phrases
class _PhrasesTransformation
  -> dict: find_phrases
classes(.models.phrases._PhrasesTransformation): FrozenPhrases
module gensim.models.tfidfmodel
-> dict: precompute_idfs
-> tuple[str, str, str, str]: resolve_weights
-> tuple[ndarray, float]: smartirs_normalize
module gensim.models.translation_matrix
class Space
  -> .models.translation_matrix.Space: build
module gensim.parsing.preprocessing
-> str: lower_to_unicode
-> list[str]: remove_short_tokens remove_stopword_tokens split_on_space
module gensim.utils
class FakeDict
  -> str: __getitem__
  -> list: keys
-> str: any2unicode any2utf8 deaccent get_my_ip randfname safe_unichr smart_extension
-> .utils.FakeDict: dict_from_corpus
-> list: flatten mock_data mock_data_row sample_dict toptexts
-> tuple[bool, unknown]: is_corpus
-> dict: merge_counts revdict
-> list[str]: simple_preprocess
-> ndarray: strided_windows
`;
