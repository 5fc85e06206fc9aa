from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

with open("notes.txt") as handle:
    documents = handle.readlines()

vectorizer = TfidfVectorizer(min_df=2)
weights = vectorizer.fit_transform(documents)
svd = TruncatedSVD(n_components=2, random_state=0)
topics = svd.fit_transform(weights)
words = vectorizer.get_feature_names_out()
strongest = sorted(zip(abs(svd.components_[0]), words), reverse=True)[:3]
print([word for _, word in strongest])
print(topics.shape, round(float(svd.explained_variance_ratio_.sum()), 3))
