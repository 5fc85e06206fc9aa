import hsfs

from pipelines.names import VIEW


class Predict:
    def __init__(self):
        connection = hsfs.connection()
        self.fs = connection.get_feature_store()
        self.view = self.fs.get_feature_view(VIEW, 1)
        self.view.init_serving(training_dataset_version=1)

    def predict(self, inputs):
        vector = self.view.get_feature_vector(entry={"cc_num": inputs[0]}, passed_features={"amount": inputs[1]})
        return [vector]


def latest(fs, names):
    return fs.get_feature_group("transactions", version=1).select(names)
