/** Feature groups of SageMaker read from code: boto3, both SDKs, and what leaves a group open. */
import { describe, expect, test } from "vitest";
import { findingsIn, viewsOf } from "./projects.ts";

const create = `import boto3

client = boto3.client("sagemaker")
client.create_feature_group(
    FeatureGroupName="users", RecordIdentifierFeatureName="id", EventTimeFeatureName="at",
    FeatureDefinitions=[{"FeatureName": "id", "FeatureType": "String"}, {"FeatureName": "at", "FeatureType": "String"}, {"FeatureName": "age", "FeatureType": "Integral"}],
)
`;
const group = `from sagemaker.feature_store.feature_definition import FeatureDefinition, FeatureTypeEnum, StringFeatureDefinition
from sagemaker.feature_store.feature_group import FeatureGroup

`;

describe("boto3", () => {
  test("a group that is created, and what is asked of it by clients that are not told apart", async () => {
    expect(await viewsOf({ "a.py": create })).toEqual(["users: age | id at"]);
    const asked = (call: string): Promise<readonly string[]> => findingsIn({ "a.py": create, "b.py": `def ask(runtime):\n    return runtime.${call}\n` });
    expect(await asked('get_record(FeatureGroupName="users", FeatureNames=["agee"])')).toEqual(['b.py: unknown-feature: "users" has no feature "agee" (did you mean "age"?)']);
    expect(await asked('batch_get_record(Identifiers=[{"FeatureGroupName": "users", "FeatureNames": ["id", "agee"]}])')).toEqual(['b.py: unknown-feature: "users" has no feature "agee" (did you mean "age"?)']);
    expect(await asked('put_record(FeatureGroupName="users", Record=[{"FeatureName": "id", "ValueAsString": "7"}, {"FeatureName": "agee", "ValueAsString": "ages"}])'))
      .toEqual(['b.py: unknown-feature: "users" has no feature "agee" (did you mean "age"?)']);
    expect(await asked('put_record(FeatureGroupName="users", Record=[{"FeatureName": name, "ValueAsString": "7"} for name in ("id", "age", "agee")])'))
      .toEqual(['b.py: unknown-feature: "users" has no feature "agee" (did you mean "age"?)']);
    expect(await asked('put_record(FeatureGroupName="users", Record=[{"FeatureName": name, "ValueAsString": str(value)} for name, value in row.items()])')).toEqual([]);
    expect(await asked('get_record(FeatureGroupName="user", FeatureNames=["age"])')).toEqual([]);
    expect(await asked('get_record("users", ["agee"])')).toEqual([]);
  });

  test.each([
    ["added by name", 'client.update_feature_group(FeatureGroupName="users", FeatureAdditions=[{"FeatureName": "city", "FeatureType": "String"}])', "users: age city | id at"],
    ["added, and not known", 'client.update_feature_group(FeatureGroupName="users", FeatureAdditions=more)', "users: age ... | id at"],
    ["added to a group that is not known", 'client.update_feature_group(FeatureGroupName=input(), FeatureAdditions=[{"FeatureName": "city", "FeatureType": "String"}])', "users: age ... | id at"],
    ["nothing added", 'client.update_feature_group(FeatureGroupName="users", OnlineStoreConfig={})', "users: age | id at"],
  ])("features that are %s", async (_what, call, expected) => {
    expect(await viewsOf({ "a.py": create, "b.py": `import boto3\n\nclient = boto3.client("sagemaker")\n${call}\n` })).toEqual([expected]);
  });

  test("definitions that are not known whole", async () => {
    expect(await viewsOf({ "a.py": create.replace("FeatureDefinitions=[", "FeatureDefinitions=[*more, "), "b.py": create.replace('"users"', '"items"').replace('"age"', "input()") }))
      .toEqual(["users:  ... | id at", "items:  ... | id at"]);
  });
});

describe("the SDK", () => {
  test("records of several groups, in both generations", async () => {
    const unknown = 'b.py: unknown-feature: "users" has no feature "agee" (did you mean "age"?)';
    expect(await findingsIn({ "a.py": create, "b.py": `from sagemaker.feature_store.feature_store import FeatureStore
from sagemaker.feature_store.inputs import Identifier

FeatureStore(session).batch_get_record([Identifier("users", ["7"], ["age", "agee"]), Identifier("others", ["7"], ["x"])])
` })).toEqual([unknown]);
    expect(await findingsIn({ "a.py": create, "b.py": `from sagemaker.core.resources import FeatureGroup
from sagemaker.core.shapes import BatchGetRecordIdentifier

users = FeatureGroup.get("users")
users.batch_get_record(identifiers=[BatchGetRecordIdentifier(feature_group_name=users, record_identifiers_value_as_string=["7"], feature_names=["agee"])])
` })).toEqual([unknown]);
  });

  test("an object that only holds the name is no definition", async () => {
    expect(await viewsOf({ "a.py": `${group}FeatureGroup(name="users", sagemaker_session=session).get_record("7", ["age"])\n` })).toEqual([]);
  });

  test("definitions in the constructor are whole, unless others are set or loaded", async () => {
    const made = (more: string): string => `${group}
users = FeatureGroup("users", session, [StringFeatureDefinition("id"), FeatureDefinition("age", FeatureTypeEnum.INTEGRAL)])
${more}
users.create(s3_uri=False, record_identifier_name="id", event_time_feature_name="at")
`;
    expect(await viewsOf({ "a.py": made("") })).toEqual(["users: age | id at"]);
    expect(await viewsOf({ "a.py": made("users.feature_definitions = read()") })).toEqual(["users: age ... | id at"]);
    expect(await viewsOf({ "a.py": made("users.load_feature_definitions(data_frame=read())") })).toEqual(["users: age ... | id at"]);
  });

  test("groups that a function makes for its callers, each with its own frame", async () => {
    expect(await viewsOf({ "a.py": `import pandas as pd
${group}
def make(name, frame):
    made = FeatureGroup(name=name, sagemaker_session=session)
    made.load_feature_definitions(data_frame=frame)
    made.create(s3_uri=False, record_identifier_name="id", event_time_feature_name="at")


make("users", pd.DataFrame({"id": [1], "at": [1.0], "age": [2]}))
` })).toEqual(["users: age ... | id at"]);
  });
});
