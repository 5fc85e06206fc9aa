/** Read off textblob 0.20.1 by scripts/knowledge/api.py. */
export const textblob = `
module textblob
class Blobber
  -> .TextBlob: __call__
class Sentence(.blob.BaseBlob)
  property dict: dict
class TextBlob(.blob.BaseBlob)
  property .WordList: words
  property list: raw_sentences serialized
class Word
  -> .Word: singularize pluralize correct
  -> list: define
module textblob.blob
class BaseBlob
  property .WordList: words tokens noun_phrases
  -> .WordList: tokenize split
  property list: pos_tags
`;
