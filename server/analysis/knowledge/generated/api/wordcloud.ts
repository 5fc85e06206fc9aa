/** Read off wordcloud 1.9.6 by scripts/knowledge/api.py. */
export const wordcloud = `
module wordcloud
class WordCloud
  property dict: words_
  property list: layout_
  -> self: fit_words generate_from_frequencies generate_from_text generate recolor to_file
  -> tuple[dict, unknown]: process_text
  -> ndarray: to_array
  -> str: to_svg
alias color_from_image = wordcloud
aliases wordcloud = wordcloud: WordCloud get_single_color_func random_color_func
module wordcloud.tokenization
-> tuple[dict, dict]: process_tokens
module wordcloud.wordcloud
classes(): colormap_color_func
`;
