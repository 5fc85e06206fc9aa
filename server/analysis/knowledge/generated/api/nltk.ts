/** Read off nltk 3.10.4 by scripts/knowledge/api.py. */
export const nltk = `
module nltk
class AbstractLazySequence
  -> .LazyConcatenation: __add__ __mul__
class AlignedSent
  -> .AlignedSent: invert
class Alignment
  -> .Alignment: fromstring invert
class Assignment
  -> self: add
class Boxer
  -> list: interpret_multi_sents
class BrillTaggerTrainer
  -> .BrillTagger: train
class CfgReadingCommand
  -> list: parse_to_readings
class ChunkScore
  -> list: missed incorrect correct guessed
class Cistem
  -> str: replace_to replace_back stem
  -> tuple[str, str]: segment
class ClassifierI
  -> list: classify_many prob_classify_many
class ConditionalFreqDist(collections.defaultdict)
  -> list: conditions
class ConditionalProbDistI
  -> list: conditions
class CoreNLPDependencyParser
  -> .DependencyGraph: make_tree
class CrossValidationProbDist
  -> set: samples
class DRS(.DrtExpression, .Expression)
  -> .DRS | self: replace
  -> .DRS: eliminate_equality
class DecisionTreeClassifier(.ClassifierI)
  -> list: labels
  -> .DecisionTreeClassifier: leaf stump binary_stump
class DependencyGraph
  -> list: load
  -> .Tree: tree
class DiscourseTester
  -> list: expand_threads
class DrtExpression
  -> .sem.drt.DrtApplicationExpression: applyto
  -> .sem.drt.DrtOrExpression: __or__
  -> .sem.drt.DrtConcatenation: __add__
  -> .sem.drt.DrtEqualityExpression: make_EqualityExpression
class DrtGlueReadingCommand
  -> list: process_thread
class Expression
  -> .ApplicationExpression: applyto
  -> .sem.logic.AndExpression: __and__
  -> .sem.logic.OrExpression: __or__
  -> dict: typecheck
class FeatStructReader
  -> tuple[int, unknown]: read_int_value
  -> tuple[.Variable, unknown]: read_var_value
class FreqDist(collections.Counter)
  -> list: hapaxes
class HiddenMarkovModelTrainer
  -> .HiddenMarkovModelTagger: train_supervised
class HunposTagger(.TaggerI)
  -> self: __enter__
class IBMModel
  -> .translate.ibm_model.AlignmentInfo: best_model2_alignment
class IBMModel5(.IBMModel)
  -> set: prune
class LegalitySyllableTokenizer(.tokenize.api.TokenizerI)
  -> set: find_legal_onsets
class MaxentClassifier(.ClassifierI)
  -> .DictionaryProbDist: prob_classify
class Maxent_NE_Chunker(.chunk.named_entity.NEChunkParser)
  property str: save_dir
  -> str: save_params
class MultiClassifierI
  -> list: classify_many prob_classify_many
class MultiParentedTree(.tree.parented.AbstractParentedTree)
  -> list: parents left_siblings right_siblings roots parent_indices treepositions
class NLTKWordTokenizer(.tokenize.api.TokenizerI)
  -> list[str]: tokenize
  -> iterator[tuple[int, int]]: span_tokenize
class NaiveBayesClassifier(.ClassifierI)
  -> .DictionaryProbDist: prob_classify
class ParserI
  -> list: parse_all
class PerceptronTagger(.TaggerI)
  -> tuple[unknown, unknown, list]: encode_json_obj
class PositiveNaiveBayesClassifier(.NaiveBayesClassifier)
  -> .PositiveNaiveBayesClassifier: train
class ProbabilisticNonprojectiveParser
  -> list: original_best_arc
class PunktSentenceTokenizer(.tokenize.api.TokenizerI)
  -> list[str]: tokenize sentences_from_text
  -> iterator[dict]: debug_decisions
  -> iterator[tuple[int, int]]: span_tokenize
  -> iterator[str]: sentences_from_text_legacy
  -> iterator[.tokenize.punkt.PunktToken]: sentences_from_tokens
  -> str: dump
class PunktTokenizer(.PunktSentenceTokenizer)
  property str: save_dir
  -> str: save_params
class RangeFeature
  -> tuple[tuple[int, int], unknown]: read_value
class RegexpTagger(.SequentialBackoffTagger)
  -> tuple[list, unknown]: encode_json_obj
class SequentialBackoffTagger(.TaggerI)
  -> list: tag
class SklearnClassifier(.ClassifierI)
  -> list: classify_many prob_classify_many labels
  -> self: train
class SteppingRecursiveDescentParser(.RecursiveDescentParser)
  -> list: expandable_productions untried_expandable_productions
class TaggerI
  -> list: tag_sents
  -> dict: recall precision f_measure
class TnT(.TaggerI)
  -> list: tagdata
class Tree
  -> .Tree: flatten
class TreebankWordDetokenizer(.tokenize.api.TokenizerI)
  -> str: tokenize detokenize
class TreebankWordTokenizer(.tokenize.api.TokenizerI)
  -> list[str]: tokenize
  -> iterator[tuple[int, int]]: span_tokenize
class TrigramCollocationFinder(.collocations.AbstractCollocationFinder)
  -> .BigramCollocationFinder: bigram_finder
class TweetTokenizer(.tokenize.api.TokenizerI)
  -> list[str]: tokenize
class Valuation
  property set: domain
class WekaClassifier(.ClassifierI)
  -> .DictionaryProbDist: parse_weka_distribution
  -> list: parse_weka_output
  -> .WekaClassifier: train
class WordNetLemmatizer
  -> str: lemmatize
classes(.ContextTagger): AffixTagger NgramTagger
classes(.Expression): ApplicationExpression
classes(.collocations.AbstractCollocationFinder): BigramCollocationFinder QuadgramCollocationFinder
classes(.NgramTagger): BigramTagger TrigramTagger UnigramTagger
classes(.RegexpTokenizer): BlanklineTokenizer WhitespaceTokenizer WordPunctTokenizer
classes(.ParserI): BllipParser BottomUpProbabilisticChartParser ChartParser ChunkParserI MaltParser RecursiveDescentParser ShiftReduceParser TransitionParser ViterbiParser
classes(.ChartParser): BottomUpChartParser BottomUpLeftCornerChartParser FeatureChartParser IncrementalChartParser LeftCornerChartParser SteppingChartParser TopDownChartParser
classes(.TaggerI): BrillTagger CRFTagger HiddenMarkovModelTagger Senna StanfordTagger
classes(): CFG
classes(.ClassifierBasedTagger): ClassifierBasedPOSTagger
classes(.SequentialBackoffTagger, .tag.api.FeaturesetTaggerI): ClassifierBasedTagger
classes(.ConditionalProbDistI): ConditionalProbDist DictionaryConditionalProbDist
classes(.SequentialBackoffTagger): ContextTagger DefaultTagger
classes(.IncrementalChartParser): EarleyChartParser IncrementalBottomUpChartParser IncrementalBottomUpLeftCornerChartParser IncrementalLeftCornerChartParser IncrementalTopDownChartParser
classes(.FeatureChartParser): FeatureBottomUpChartParser FeatureBottomUpLeftCornerChartParser FeatureTopDownChartParser
classes(.FeatureIncrementalChartParser): FeatureEarleyChartParser FeatureIncrementalBottomUpChartParser FeatureIncrementalBottomUpLeftCornerChartParser FeatureIncrementalTopDownChartParser
classes(.IncrementalChartParser, .FeatureChartParser): FeatureIncrementalChartParser
classes(.IBMModel): IBMModel1 IBMModel2 IBMModel3 IBMModel4
classes(.ImmutableTree, .MultiParentedTree): ImmutableMultiParentedTree
classes(.ImmutableTree, .ParentedTree): ImmutableParentedTree
classes(.ImmutableTree): ImmutableProbabilisticTree
classes(.Tree): ImmutableTree ProbabilisticTree
classes(collections.defaultdict): Index
classes(.BottomUpProbabilisticChartParser): InsideChartParser LongestChartParser RandomChartParser UnsortedChartParser
classes(.AbstractLazySequence): LazyConcatenation LazyIteratorList LazyMap LazySubsequence
classes(.LazyZip): LazyEnumerate
classes(.LazyMap): LazyZip
classes(.tokenize.api.TokenizerI): LineTokenizer MWETokenizer RegexpTokenizer ReppTokenizer SExprTokenizer StanfordSegmenter SyllableTokenizer TextTilingTokenizer ToktokTokenizer
classes(.CFG): PCFG
classes(.tree.parented.AbstractParentedTree): ParentedTree
classes(.ChunkParserI): RegexpChunkParser RegexpParser
classes(.Senna): SennaChunkTagger SennaNERTagger SennaTagger
classes(.tokenize.api.StringTokenizer): SpaceTokenizer TabTokenizer
classes(.StanfordTagger): StanfordNERTagger StanfordPOSTagger
classes(.ShiftReduceParser): SteppingShiftReduceParser
-> .LazyMap: apply_features
-> list[list[float]]: corpus_lepor
-> list: evaluate_sents extract_rels interpret_sents nonterminals pos_tag_sents unique_list untag word_tokenize
-> .PCFG: induce_pcfg
-> .Maxent_NE_Chunker: ne_chunker
-> .Valuation: read_valuation
module nltk.chunk.named_entity
classes(.ChunkParserI): NEChunkParser
module nltk.collocations
class AbstractCollocationFinder
  -> list: nbest
module nltk.corpus
class BCP47CorpusReader
  -> dict: wiki_dict subdiv_dict
class CHILDESCorpusReader
  -> .LazyConcatenation | list: words tagged_words sents tagged_sents
  -> .LazyMap | list: corpus participants age MLU
class CMUDictCorpusReader
  -> list: words
  -> dict: dict
class ConllCorpusReader
  -> .LazyConcatenation: words tagged_words chunked_words iob_words
  -> .LazyMap: sents tagged_sents chunked_sents parsed_sents srl_spans iob_sents
class CrubadanCorpusReader
  -> list: langs
class DependencyCorpusReader
  -> list: parsed_sents
class FramenetCorpusReader
  -> .corpus.reader.framenet.PrettyList: frames_by_lemma fes frame_relations fe_relations semtypes
  -> .corpus.reader.framenet.PrettyLazyMap | .corpus.reader.framenet.PrettyList: frames
  -> dict: frame_ids_and_names lu_ids_and_names
  -> .corpus.reader.framenet.PrettyLazyMap: docs
  -> .corpus.reader.framenet.PrettyLazyIteratorList: exemplars ft_sents
class IPIPANCorpusReader
  -> list: categories
class MWAPPDBCorpusReader(.corpus.WordListCorpusReader)
  -> list: entries
class NKJPCorpusReader
  -> list: get_paths fileids
class NPSChatCorpusReader
  -> .LazyConcatenation: words tagged_words
class NombankCorpusReader
  -> .corpus.reader.util.StreamBackedCorpusView: instances lines nouns
  -> .LazyConcatenation: rolesets
class NonbreakingPrefixesCorpusReader(.corpus.WordListCorpusReader)
  -> list: words
class PanLexLiteCorpusReader
  -> list: meanings
class PanlexSwadeshCorpusReader(.corpus.WordListCorpusReader)
  -> str: license
  -> list: words_by_lang words_by_iso639 entries
class PropbankCorpusReader
  -> .corpus.reader.util.StreamBackedCorpusView: instances lines verbs
  -> .LazyConcatenation: rolesets
class SentiWordNetCorpusReader
  -> None | .corpus.SentiSynset: senti_synset
class StopwordsExtension
  property str: fileid base
  property builtins.frozenset: additions
class SwadeshCorpusReader(.corpus.WordListCorpusReader)
  -> list: entries
class SwitchboardCorpusReader
  -> .corpus.reader.util.StreamBackedCorpusView: words tagged_words turns tagged_turns discourses tagged_discourses
class TimitCorpusReader
  -> str: utterance
  -> list: spkrutteranceids sent_times
class ToolboxCorpusReader
  -> list: words
class TwitterCorpusReader
  -> list: tokenized
class UnicharsCorpusReader(.corpus.WordListCorpusReader)
  -> list: chars
class WordListCorpusReader
  -> list: words
class WordNetCorpusReader
  -> str: ss2of
  -> list: langs synonyms
classes(.corpus.ConllCorpusReader): ConllChunkCorpusReader
classes(.corpus.WordListCorpusReader): OpinionLexiconCorpusReader StopwordsCorpusReader
classes(.corpus.reader.util.StreamBackedCorpusView): TEICorpusView
property .corpus.PlaintextCorpusReader: abc genesis gutenberg inaugural state_union treebank_raw udhr2 webtext
property .corpus.AlpinoCorpusReader: alpino
property .corpus.BCP47CorpusReader: bcp47
property .corpus.CategorizedTaggedCorpusReader: brown masc_tagged
property .corpus.BracketParseCorpusReader: cess_cat cess_esp floresta treebank
property .corpus.CMUDictCorpusReader: cmudict
property .corpus.ComparativeSentencesCorpusReader: comparative_sentences
property .corpus.AlignedCorpusReader: comtrans
property .corpus.ConllChunkCorpusReader: conll2000 conll2002
property .corpus.DependencyCorpusReader: conll2007 dependency_treebank
property .corpus.CrubadanCorpusReader: crubadan
property .corpus.WordNetCorpusReader: english_wordnet wordnet wordnet2021 wordnet2022 wordnet31
property .corpus.CorpusReader: extended_omw
property .corpus.FramenetCorpusReader: framenet framenet15
property .corpus.WordListCorpusReader: gazetteers names words
property .corpus.IEERCorpusReader: ieer
property .corpus.IndianCorpusReader: indian
property .corpus.ChasenCorpusReader: jeita
property .corpus.KNBCorpusReader: knbc
property .corpus.LinThesaurusCorpusReader: lin_thesaurus
property .corpus.MacMorphoCorpusReader: mac_morpho
property .corpus.PortugueseCategorizedPlaintextCorpusReader: machado
property .corpus.CategorizedPlaintextCorpusReader: movie_reviews reuters
property .corpus.MTECorpusReader: multext_east
property .corpus.NombankCorpusReader: nombank nombank_ptb
property .corpus.NonbreakingPrefixesCorpusReader: nonbreaking_prefixes
property .corpus.NPSChatCorpusReader: nps_chat
property .corpus.OpinionLexiconCorpusReader: opinion_lexicon
property .corpus.UnicharsCorpusReader: perluniprops
property .corpus.PPAttachmentCorpusReader: ppattach
property .corpus.ReviewsCorpusReader: product_reviews_1 product_reviews_2
property .corpus.PropbankCorpusReader: propbank propbank_ptb
property .corpus.ProsConsCorpusReader: pros_cons
property .corpus.CategorizedBracketParseCorpusReader: ptb
property .corpus.StringCategoryCorpusReader: qc
property .corpus.RTECorpusReader: rte
property .corpus.SemcorCorpusReader: semcor
property .corpus.SensevalCorpusReader: senseval
property .corpus.CategorizedSentencesCorpusReader: sentence_polarity subjectivity
property .corpus.SentiWordNetCorpusReader: sentiwordnet
property .corpus.XMLCorpusReader: shakespeare
property .corpus.SinicaTreebankCorpusReader: sinica_treebank
property .corpus.StopwordsCorpusReader: stopwords
property .corpus.SwadeshCorpusReader: swadesh
property .corpus.PanlexSwadeshCorpusReader: swadesh110 swadesh207
property .corpus.SwitchboardCorpusReader: switchboard
-> list: tagged_treebank_para_block_reader
property .corpus.TimitCorpusReader: timit
property .corpus.TimitTaggedCorpusReader: timit_tagged
property .corpus.ToolboxCorpusReader: toolbox
property .corpus.ChunkedCorpusReader: treebank_chunk
property .corpus.TwitterCorpusReader: twitter_samples
property .corpus.UdhrCorpusReader: udhr
property .corpus.ConllCorpusReader: universal_treebanks
property .corpus.VerbnetCorpusReader: verbnet
property .corpus.WordNetICCorpusReader: wordnet_ic
module nltk.corpus.reader.framenet
classes(.LazyIteratorList): PrettyLazyIteratorList
classes(.LazyMap): PrettyLazyMap
module nltk.corpus.reader.ipipan
classes(.corpus.reader.util.StreamBackedCorpusView): IPIPANCorpusView
module nltk.corpus.reader.nkjp
class NKJPCorpus_Header_View(.corpus.reader.xmldocs.XMLCorpusView)
  -> dict: handle_elt
class NKJPCorpus_Text_View(.corpus.reader.xmldocs.XMLCorpusView)
  -> list: read_block
classes(.corpus.reader.xmldocs.XMLCorpusView): NKJPCorpus_Morph_View NKJPCorpus_Segmentation_View
module nltk.corpus.reader.util
class StreamBackedCorpusView(.AbstractLazySequence)
  -> self: __enter__
module nltk.corpus.reader.wordnet
class Synset
  -> list: common_hypernyms
module nltk.corpus.reader.xmldocs
class XMLCorpusView(.corpus.reader.util.StreamBackedCorpusView)
  -> list: read_block
module nltk.data
class FileSystemPathPointer
  -> .data.FileSystemPathPointer: join
class ZipFilePathPointer
  -> .data.ZipFilePathPointer: join
classes(.data.FileSystemPathPointer): GzipFileSystemPathPointer
module nltk.internals
class ElementWrapper
  -> .internals.ElementWrapper: __getitem__ makeelement
  -> list: getchildren findall
module nltk.tag.api
classes(.TaggerI): FeaturesetTaggerI
module nltk.tokenize.api
class TokenizerI
  -> list[str]: tokenize
  -> iterator[tuple[int, int]]: span_tokenize
  -> list[list[str]]: tokenize_sents
  -> iterator[list[tuple[int, int]]]: span_tokenize_sents
classes(.tokenize.api.TokenizerI): StringTokenizer
module nltk.tokenize.punkt
class PunktToken
  property str: first_case
module nltk.tree.parented
classes(.Tree): AbstractParentedTree
`;
