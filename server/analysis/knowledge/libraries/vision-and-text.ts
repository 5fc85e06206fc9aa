/** Images and language: what is not generated, because the library's own annotations leave it open. */
const arrays = (
  "imdecode cvtColor resize GaussianBlur medianBlur bilateralFilter blur boxFilter Canny Laplacian Sobel Scharr adaptiveThreshold dilate erode morphologyEx warpAffine warpPerspective flip rotate " +
  "getRotationMatrix2D getPerspectiveTransform getAffineTransform bitwise_and bitwise_or bitwise_not bitwise_xor addWeighted add subtract absdiff multiply divide equalizeHist filter2D copyMakeBorder " +
  "getStructuringElement calcHist normalize drawContours rectangle circle line putText polylines fillPoly ellipse inRange merge hconcat vconcat transpose convertScaleAbs pyrDown pyrUp remap LUT " +
  "approxPolyDP boxPoints distanceTransform matchTemplate cornerHarris goodFeaturesToTrack HoughLines HoughLinesP HoughCircles applyColorMap drawKeypoints drawMatches undistort convexHull HuMoments"
).split(" ");

export const cv2 = `
module cv2
imread(filename: read-path, flags) -> ndarray !read
imwrite(filename: write-path, img, params) -> bool !write
VideoCapture(filename: read-path, ...) -> .VideoCapture !read !open
VideoWriter(filename: write-path, ...) -> .VideoWriter !write !open
imencode(ext, img, ...) -> tuple[bool, ndarray]
threshold(src, thresh, maxval, type, ...) -> tuple[float, ndarray]
-> ndarray: ${arrays.join(" ")}
split(m, ...) -> tuple[ndarray, ...]
findContours(image, mode, method, ...) -> tuple[tuple[ndarray, ...], ndarray]
connectedComponents(image, ...) -> tuple[int, ndarray]
connectedComponentsWithStats(image, ...) -> tuple[int, ndarray, ndarray, ndarray]
minMaxLoc(src, mask) -> tuple[float, float, tuple[int, int], tuple[int, int]]
boundingRect(array) -> tuple[int, int, int, int]
contourArea(contour, oriented) -> float
arcLength(curve, closed) -> float
moments(array, ...) -> dict
-> None !plot: imshow destroyAllWindows namedWindow destroyWindow
waitKey(delay) -> int
createCLAHE(...) -> .CLAHE
CascadeClassifier(filename: read-path) -> .CascadeClassifier !read
-> .SIFT: SIFT_create
-> .ORB: ORB_create
SimpleBlobDetector_create(...) -> .SimpleBlobDetector
countNonZero(src) -> int
class SIFT
  detectAndCompute(image, mask, ...) -> tuple[tuple, ndarray]
class ORB
  detectAndCompute(image, mask, ...) -> tuple[tuple, ndarray]
class CLAHE
  apply(src, ...) -> ndarray
class CascadeClassifier
  detectMultiScale(image, ...) -> ndarray
class VideoCapture
  read(image) -> tuple[bool, ndarray] !read
  isOpened() -> bool
  get(propId) -> float
  release() -> None
class VideoWriter
  write(image) -> None !write
  release() -> None
classes(): SIFT ORB BFMatcher
dnn.readNet(model: read-path, ...) -> .dnn.Net !read
class dnn.Net
`;

export const PIL = `
module PIL
Image.open(fp: read-path, ...) -> .Image.Image !read !open
Image.fromarray(obj, ...) -> .Image.Image
Image.new(mode, size, ...) -> .Image.Image
Image.merge(mode, bands) -> .Image.Image
Image.blend(im1, im2, alpha) -> .Image.Image
Image.alpha_composite(im1, im2) -> .Image.Image
ImageFont.truetype(font: read-path, ...) -> .ImageFont.FreeTypeFont !read
ImageDraw.Draw(im, mode) -> .ImageDraw.ImageDraw
class Image.Image
  save(fp: write-path, ...) -> None !write
  -> .Image.Image: resize crop rotate transpose convert copy filter point quantize transform effect_spread reduce getchannel
  -> None: paste thumbnail show close putpixel putalpha
  split() -> tuple[.Image.Image, ...]
  __enter__() -> self
  property int: width height
  size: tuple[int, int]
  property str: mode format
class ImageFont.FreeTypeFont
class ImageDraw.ImageDraw
`;

export const skimage = `
module skimage
feature.hog(image, orientations, pixels_per_cell, cells_per_block, block_norm, visualize, ...) -> ndarray ? visualize=True tuple[ndarray, ndarray]
-> ndarray: feature.canny feature.local_binary_pattern feature.graycomatrix feature.greycomatrix feature.graycoprops feature.greycoprops exposure.equalize_adapthist segmentation.clear_border segmentation.slic
-> ndarray: segmentation.watershed segmentation.felzenszwalb segmentation.mark_boundaries segmentation.find_boundaries segmentation.chan_vese morphology.watershed morphology.label morphology.skeletonize
-> ndarray: morphology.remove_small_objects morphology.remove_small_holes morphology.disk morphology.square morphology.closing morphology.opening morphology.erosion morphology.dilation morphology.white_tophat
-> ndarray: morphology.binary_erosion morphology.binary_dilation morphology.binary_opening morphology.binary_closing morphology.convex_hull_image filters.median filters.threshold_local filters.sobel_h filters.sobel_v
-> ndarray: color.rgb2hsv color.rgb2lab color.hsv2rgb color.lab2rgb color.gray2rgb color.rgba2rgb util.img_as_ubyte util.img_as_float util.img_as_float32 util.invert util.random_noise img_as_ubyte img_as_float img_as_uint
-> ndarray: transform.resize transform.rescale transform.rotate transform.warp transform.swirl transform.radon transform.iradon restoration.denoise_bilateral restoration.denoise_nl_means restoration.denoise_tv_chambolle
-> ndarray: data.astronaut data.camera data.coins data.coffee data.moon data.page data.chelsea data.rocket data.cat data.horse data.checkerboard
measure.label(label_image, background, return_num, ...) -> ndarray ? return_num=True tuple[ndarray, int]
measure.regionprops(label_image, ...) -> list[.measure._regionprops.RegionProperties]
measure.regionprops_table(label_image, ...) -> dict
`;

export const nltk = `
module nltk
download(...) -> bool !network
-> list[str]: word_tokenize sent_tokenize wordpunct_tokenize tokenize.word_tokenize tokenize.sent_tokenize tokenize.wordpunct_tokenize tokenize.regexp_tokenize tokenize.casual_tokenize regexp_tokenize
-> list[tuple[str, str]]: pos_tag tag.pos_tag
-> iterator[builtins.tuple]: bigrams trigrams ngrams util.ngrams everygrams
FreqDist(samples) -> .FreqDist
corpus.stopwords: .corpus.reader.wordlist.WordListCorpusReader
corpus.words: .corpus.reader.wordlist.WordListCorpusReader
class corpus.reader.wordlist.WordListCorpusReader
  -> list[str]: words fileids raw
corpus.stopwords.words(fileids, ...) -> list[str]
corpus.wordnet.synsets(lemma, ...) -> list[.corpus.reader.wordnet.Synset]
class corpus.reader.wordnet.Synset
class FreqDist(collections.Counter)
  plot(...) -> matplotlib.axes.Axes !plot
  tabulate(...) -> None !print
  hapaxes() -> list
  most_common(n) -> list[tuple[str, int]]
  -> unknown: max freq N B
${["stem.PorterStemmer", "stem.SnowballStemmer", "stem.LancasterStemmer", "stem.porter.PorterStemmer", "stem.snowball.SnowballStemmer"].map((name) => `class ${name}\n  stem(word, ...) -> str`).join("\n")}
class stem.WordNetLemmatizer
  lemmatize(word, pos) -> str
class collocations.BigramCollocationFinder(.collocations.AbstractCollocationFinder)
  from_words(words, ...) -> .BigramCollocationFinder
class collocations.TrigramCollocationFinder(.collocations.AbstractCollocationFinder)
  from_words(words, ...) -> .TrigramCollocationFinder
aliases collocations = nltk: BigramCollocationFinder TrigramCollocationFinder
BigramCollocationFinder.from_words(words, ...) -> .BigramCollocationFinder
TrigramCollocationFinder.from_words(words, ...) -> .TrigramCollocationFinder
class sentiment.vader.SentimentIntensityAnalyzer
  polarity_scores(text) -> dict
class tokenize.RegexpTokenizer
  tokenize(text) -> list[str]
class tokenize.TweetTokenizer
  tokenize(text) -> list[str]
class tokenize.TreebankWordTokenizer
  tokenize(text) -> list[str]
class probability.FreqDist(.FreqDist)
alias stem.wordnet.WordNetLemmatizer = .stem.WordNetLemmatizer
alias PorterStemmer = .stem.PorterStemmer
alias SnowballStemmer = .stem.SnowballStemmer
alias WordNetLemmatizer = .stem.WordNetLemmatizer
alias RegexpTokenizer = .tokenize.RegexpTokenizer
alias stem.porter.PorterStemmer = .stem.PorterStemmer
alias stem.snowball.SnowballStemmer = .stem.SnowballStemmer
alias sentiment.SentimentIntensityAnalyzer = .sentiment.vader.SentimentIntensityAnalyzer
alias probability.FreqDist = .FreqDist
`;

export const spacy = `
module spacy
load(name: read-path, ...) -> .language.Language !read
blank(name, ...) -> .language.Language
displacy.render(docs, ...) -> str !plot
class language.Language
  __call__(text, ...) -> .tokens.Doc
  pipe(texts, ...) -> iterator[.tokens.Doc]
  make_doc(text) -> .tokens.Doc
  add_pipe(factory_name, ...) -> unknown ? factory_name=entity_ruler .pipeline.EntityRuler ? factory_name=sentencizer .pipeline.Sentencizer
  vocab: .vocab.Vocab
class tokens.Doc
  __iter__() -> iterator[.tokens.Token]
  __getitem__(key) -> .tokens.Token ? key:slice .tokens.Span
  ents: tuple[.tokens.Span, ...]
  sents: iterator[.tokens.Span]
  noun_chunks: iterator[.tokens.Span]
  text: str
  vector: ndarray
  similarity(other) -> float
class tokens.Token
  property str: text lemma_ pos_ tag_ dep_ ent_type_ shape_ lower_ norm_
  property bool: is_stop is_punct is_alpha is_digit is_space like_num
  vector: ndarray
  head: .tokens.Token
  children: iterator[.tokens.Token]
class tokens.Span
  __iter__() -> iterator[.tokens.Token]
  property str: text label_ lemma_
  root: .tokens.Token
`;

export const bs4 = `
module bs4
class element.Tag
  -> .element.Tag: find select_one find_next find_previous find_parent find_next_sibling find_previous_sibling
  -> list[.element.Tag]: find_all findAll select find_next_siblings find_parents
  -> str: get_text getText prettify
  get(key, default) -> str
  __getitem__(key) -> str
  property str: text name string
  attrs: dict
  property .element.Tag: parent next_sibling previous_sibling
  children: iterator[.element.Tag]
class BeautifulSoup(.element.Tag)
alias Tag = .element.Tag
`;

export const tqdm = `
module tqdm
tqdm(iterable, ...) -> .tqdm
notebook.tqdm(iterable, ...) -> .tqdm
auto.tqdm(iterable, ...) -> .tqdm
tqdm_notebook(iterable, ...) -> .tqdm
trange(n, ...) -> iterator[int]
notebook.trange(n, ...) -> iterator[int]
auto.trange(n, ...) -> iterator[int]
tqdm.pandas(...) -> None !configure
class tqdm
  -> None: update close set_postfix set_description write
  n: int
  __enter__() -> self
`;

export const textblob = `
module textblob
class TextBlob
  property list[str]: words sentences
  sentiment: .Sentiment
  tags: list[tuple[str, str]]
  -> self: correct translate
class Sentiment
  property float: polarity subjectivity
`;

export const IPython = `
module IPython
-> None !print: display.display display.clear_output core.display.display
get_ipython() -> .core.interactiveshell.InteractiveShell
display.Image(data: read-path, ...) -> .display.Image !read
classes(): display.HTML display.Markdown display.Image display.Video display.Audio display.SVG display.IFrame core.interactiveshell.InteractiveShell
alias core.display = .display
`;

export const networkx = `
module networkx
-> None !plot: draw draw_networkx draw_networkx_labels draw_networkx_edge_labels draw_circular draw_spring draw_kamada_kawai draw_shell draw_random draw_spectral
draw_networkx_nodes(G, pos, ...) -> matplotlib.collections.PathCollection !plot
-> dict: spring_layout circular_layout kamada_kawai_layout shell_layout random_layout spectral_layout planar_layout spiral_layout
-> dict: degree_centrality betweenness_centrality closeness_centrality eigenvector_centrality pagerank katz_centrality clustering get_node_attributes get_edge_attributes
read_edgelist(path: read-path, ...) -> .Graph !read
read_gml(path: read-path, ...) -> .Graph !read
from_pandas_edgelist(df, ...) -> .Graph
from_pandas_adjacency(df, ...) -> .Graph
write_gml(G, path: write-path, ...) -> None !write
to_pandas_edgelist(G, ...) -> DataFrame
to_numpy_array(G, ...) -> ndarray
class Graph
  -> None: add_node add_edge add_nodes_from add_edges_from remove_node remove_edge add_weighted_edges_from remove_nodes_from remove_edges_from clear
  -> .Graph: copy subgraph to_undirected
`;
