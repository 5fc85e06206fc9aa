/** Services over the network: HTTP clients, clouds, hubs, messaging. */
const verbs = (prefix: string, isUnbound: boolean): string =>
  ["get", "post", "put", "patch", "delete", "head", "options"]
    .map((verb) => `${prefix}${verb}(url: url, params, *, data, json, headers: headers, cookies, files, auth: auth, timeout: timeout, allow_redirects, proxies, stream, verify: verify, cert, ...) -> .Response !network !read`)
    .concat(`${prefix}request(method, url: url, params, data, headers: headers, cookies, files, auth: auth, timeout: timeout, allow_redirects, proxies, hooks, stream, verify: verify, cert, json) -> .Response !network !read`)
    .join("\n") + (isUnbound ? "" : "\n");

export const requests = `
module requests
${verbs("", true)}
Session() -> .Session
session() -> .Session
auth.HTTPBasicAuth(username: user, password: password) -> .auth.HTTPBasicAuth
auth.HTTPDigestAuth(username: user, password: password) -> .auth.HTTPDigestAuth
class Session
${verbs("  ", false)}
  mount(prefix, adapter) !configure
  close()
class Response
  json(...)
  raise_for_status()
  text: builtins.str
  content: builtins.bytes
  status_code: builtins.int
  headers
  url
  ok: builtins.bool
class auth.HTTPBasicAuth
class auth.HTTPDigestAuth
alias api.get = .get
alias sessions.Session = .Session
alias models.Response = .Response
alias packages.urllib3.disable_warnings = urllib3.disable_warnings
`;

const httpxVerbs = (prefix: string): string =>
  ["get", "post", "put", "patch", "delete", "head", "options"]
    .map((verb) => `${prefix}${verb}(url: url, *, headers: headers, auth: auth, timeout: timeout, verify: verify, ...) -> .Response !network !read`)
    .concat(`${prefix}request(method, url: url, *, headers: headers, auth: auth, timeout: timeout, verify: verify, ...) -> .Response !network !read`)
    .join("\n");

export const httpx = `
module httpx
${httpxVerbs("")}
stream(method, url: url, *, headers: headers, auth: auth, timeout: timeout, verify: verify, ...) !network !read
Client(*, auth: auth, headers: headers, verify: verify, timeout: timeout, base_url: url, ...) -> .Client
AsyncClient(*, auth: auth, headers: headers, verify: verify, timeout: timeout, base_url: url, ...) -> .AsyncClient
BasicAuth(username: user, password: password) -> .BasicAuth
class Client
${httpxVerbs("  ")}
class AsyncClient(.Client)
class Response
  json(...)
  raise_for_status()
  text: builtins.str
  content: builtins.bytes
`;

export const urllib3 = `
module urllib3
PoolManager(num_pools, headers: headers, *, cert_reqs: verify, **connection_pool_kw) -> .PoolManager
HTTPSConnectionPool(host: host, port: port, *, cert_reqs: verify, ...) -> .HTTPSConnectionPool
disable_warnings(category) !configure
class PoolManager
  request(method, url: url, ..., headers: headers) !network !read
class HTTPSConnectionPool
`;

export const aiohttp = `
module aiohttp
ClientSession(base_url: url, *, connector, headers: headers, auth: auth, ...) -> .ClientSession
TCPConnector(*, verify_ssl: verify, ssl: verify, ssl_context: tls-context, ...) -> .TCPConnector
BasicAuth(login: user, password: password, ...) -> .BasicAuth
request(method, url: url, *, headers: headers, auth: auth, ssl: verify, verify_ssl: verify, ...) !network
class TCPConnector
class ClientSession
  get(url: url, *, headers: headers, auth: auth, ssl: verify, verify_ssl: verify, ssl_context: tls-context, ...) !network
  post(url: url, *, headers: headers, auth: auth, ssl: verify, verify_ssl: verify, ssl_context: tls-context, ...) !network
  put(url: url, *, headers: headers, auth: auth, ssl: verify, verify_ssl: verify, ssl_context: tls-context, ...) !network
  delete(url: url, *, headers: headers, auth: auth, ssl: verify, verify_ssl: verify, ssl_context: tls-context, ...) !network
  request(method, url: url, *, headers: headers, auth: auth, ssl: verify, verify_ssl: verify, ssl_context: tls-context, ...) !network
`;

export const websockets = `
module websockets
connect(uri: url, *, ssl: tls-context, ...) !connect
`;

export const boto3 = `
module boto3
client(service_name, region_name, api_version, use_ssl: verify, verify: verify, endpoint_url: url, aws_access_key_id: key-id, aws_secret_access_key: token, aws_session_token: token, config) !connect
resource(service_name, region_name, api_version, use_ssl: verify, verify: verify, endpoint_url: url, aws_access_key_id: key-id, aws_secret_access_key: token, aws_session_token: token, config) !connect
Session(aws_access_key_id: key-id, aws_secret_access_key: token, aws_session_token: token, region_name, ...) -> .session.Session
session.Session(aws_access_key_id: key-id, aws_secret_access_key: token, aws_session_token: token, region_name, ...) -> .session.Session
setup_default_session(*, aws_access_key_id: key-id, aws_secret_access_key: token, aws_session_token: token, ...) !configure
class session.Session
  client(service_name, region_name, api_version, use_ssl: verify, verify: verify, endpoint_url: url, aws_access_key_id: key-id, aws_secret_access_key: token, aws_session_token: token, config) !connect
  resource(service_name, region_name, api_version, use_ssl: verify, verify: verify, endpoint_url: url, aws_access_key_id: key-id, aws_secret_access_key: token, aws_session_token: token, config) !connect
`;

export const sagemaker = `
module sagemaker
class feature_store.feature_group.FeatureGroup
  athena_query() -> .feature_store.feature_group.AthenaQuery
  -> unknown: create describe update get_record load_feature_definitions ingest delete put_record
class feature_store.feature_group.AthenaQuery
  as_dataframe(...) -> pandas.DataFrame !read
class feature_store.feature_store.FeatureStore
  create_dataset(...) -> .feature_store.dataset_builder.DatasetBuilder
  -> unknown: batch_get_record list_feature_groups search
class feature_store.dataset_builder.DatasetBuilder
  to_dataframe() -> tuple[pandas.DataFrame, str] !read
  to_csv_file() -> tuple[str, str]
class core.resources.FeatureGroup
  create(...) -> .core.resources.FeatureGroup
  get(...) -> .core.resources.FeatureGroup
  -> unknown: get_record update put_record batch_get_record
class mlops.feature_store.dataset_builder.DatasetBuilder
  create(...) -> .mlops.feature_store.dataset_builder.DatasetBuilder
  to_dataframe() -> tuple[pandas.DataFrame, str] !read
  to_csv_file() -> tuple[str, str]
alias mlops.feature_store.FeatureGroup = .core.resources.FeatureGroup
alias mlops.feature_store.DatasetBuilder = .mlops.feature_store.dataset_builder.DatasetBuilder
`;

export const hopsworks = `
module hopsworks
login(*, api_key_value: token, api_key_file: read-path, ...) -> .project.Project !connect
class project.Project
  get_feature_store(name) -> hsfs.feature_store.FeatureStore
`;

export const hsfs = `
module hsfs
connection(*, api_key_value: token, api_key_file: read-path, ...) -> .connection.Connection !connect
class connection.Connection
  get_feature_store(name) -> .feature_store.FeatureStore
class feature_store.FeatureStore
  -> .feature_group.FeatureGroup: get_feature_group get_external_feature_group create_feature_group get_or_create_feature_group get_or_create_spine_group create_external_feature_group create_on_demand_feature_group
  -> .feature_view.FeatureView: get_feature_view create_feature_view get_or_create_feature_view
  -> unknown: get_feature_groups get_feature_views get_storage_connector get_transformation_function create_transformation_function
  sql(query: sql, ...) -> pandas.DataFrame !read
class feature_group.FeatureGroup
  -> .constructor.query.Query: select select_all select_features select_except filter as_of
  read(...) -> pandas.DataFrame !read
  get_feature(name) -> .feature.Feature
  insert(...) -> unknown !write
  save(...) -> unknown !write
  -> unknown: compute_statistics get_statistics show delete update_features append_features
class constructor.query.Query
  read(...) -> pandas.DataFrame !read
  -> unknown: show to_string
class feature_view.FeatureView
  training_data(...) -> tuple[pandas.DataFrame, pandas.DataFrame] !read
  get_training_data(...) -> tuple[pandas.DataFrame, pandas.DataFrame] !read
  train_test_split(...) -> tuple[pandas.DataFrame, pandas.DataFrame, pandas.DataFrame, pandas.DataFrame] !read
  get_train_test_split(...) -> tuple[pandas.DataFrame, pandas.DataFrame, pandas.DataFrame, pandas.DataFrame] !read
  get_batch_data(...) -> pandas.DataFrame !read
  -> unknown: get_feature_vector get_feature_vectors create_training_data create_train_test_split train_validation_test_split get_train_validation_test_split init_serving init_batch_scoring find_neighbors
`;

export const s3fs = `
module s3fs
S3FileSystem(anon, endpoint_url: url, key: key-id, secret: token, token: token, ...) -> .S3FileSystem !connect
class S3FileSystem
  open(path: path, mode, ...) -> io.TextIOWrapper !read
  ls(path: read-path, ...) !read
  glob(path: read-path, ...) !read
  put(lpath: read-path, rpath: write-path, ...) !write
  get(rpath: read-path, lpath: write-path, ...) !read !write
`;

export const gcsfs = `
module gcsfs
GCSFileSystem(project, access, token, ...) -> .GCSFileSystem !connect
class GCSFileSystem
  open(path: path, mode, ...) -> io.TextIOWrapper !read
  ls(path: read-path, ...) !read
  glob(path: read-path, ...) !read
  put(lpath: read-path, rpath: write-path, ...) !write
  get(rpath: read-path, lpath: write-path, ...) !read !write
`;

export const adlfs = `
module adlfs
AzureBlobFileSystem(account_name, account_key: token, connection_string: token, credential: token, sas_token: token, request_session, socket_timeout, blocksize, client_id, client_secret: token, ...) -> .AzureBlobFileSystem !connect
class AzureBlobFileSystem
  open(path: path, mode, ...) -> io.TextIOWrapper !read
  ls(path: read-path, ...) !read
  glob(path: read-path, ...) !read
  put(lpath: read-path, rpath: write-path, ...) !write
  get(rpath: read-path, lpath: write-path, ...) !read !write
`;

export const fsspec = `
module fsspec
open(urlpath: path, mode, ...) -> io.TextIOWrapper !read
open_files(urlpath: path, mode, ...) !read
get_mapper(url: path, ...) !read
filesystem(protocol, *, key: key-id, secret: token, token: token, account_key: token, ...) !connect
`;

export const azure = `
module azure
storage.blob.BlobServiceClient(account_url: url, credential: token, ...) -> .storage.blob.BlobServiceClient !connect
storage.blob.BlobServiceClient.from_connection_string(conn_str: token, credential: token, ...) -> .storage.blob.BlobServiceClient !connect
identity.ClientSecretCredential(tenant_id, client_id, client_secret: token, ...) -> .identity.ClientSecretCredential
core.credentials.AzureKeyCredential(key: token) -> .core.credentials.AzureKeyCredential
class storage.blob.BlobServiceClient
class identity.ClientSecretCredential
class core.credentials.AzureKeyCredential
`;

export const openai = `
module openai
OpenAI(*, api_key: token, organization, base_url: url, ...) -> .OpenAI !connect
AsyncOpenAI(*, api_key: token, organization, base_url: url, ...) -> .AsyncOpenAI !connect
AzureOpenAI(*, api_key: token, azure_endpoint: url, azure_ad_token: token, ...) -> .AzureOpenAI !connect
class OpenAI
class AsyncOpenAI
class AzureOpenAI
`;

export const anthropic = `
module anthropic
Anthropic(*, api_key: token, auth_token: token, ...) -> .Anthropic !connect
AsyncAnthropic(*, api_key: token, auth_token: token, ...) -> .AsyncAnthropic !connect
class Anthropic
class AsyncAnthropic
`;

export const cohere = `
module cohere
Client(api_key: token, ...) -> .Client !connect
class Client
`;

export const langchain = `
module langchain_openai
ChatOpenAI(*, api_key: token, openai_api_key: token, ...) -> .ChatOpenAI
OpenAIEmbeddings(*, api_key: token, openai_api_key: token, ...) -> .OpenAIEmbeddings
`;

export const pinecone = `
module pinecone
Pinecone(api_key: token, ...) -> .Pinecone !connect
init(api_key: token, ...) !configure
class Pinecone
`;

export const huggingface = `
module huggingface_hub
login(token: token, ...) !configure !network
HfApi(endpoint, token: token, ...) -> .HfApi
hf_hub_download(repo_id, filename, *, token: token, local_dir: write-path, cache_dir: write-path, ...) -> builtins.str !network
snapshot_download(repo_id, *, token: token, local_dir: write-path, cache_dir: write-path, ...) -> builtins.str !network
InferenceClient(model, *, token: token, api_key: token, ...) -> .InferenceClient
class HfApi
class InferenceClient
`;

export const wandb = `
module wandb
login(anonymous, key: token, ...) !configure !network
init(...) -> .Run !network
log(data, ...) !network
class Run
`;

export const comet = `
module comet_ml
Experiment(api_key: token, ...) -> .Experiment !connect
init(api_key: token, ...) !configure
class Experiment
`;

export const neptune = `
module neptune
init_run(*, api_token: token, ...) -> .Run !connect
init(*, api_token: token, ...) !connect
class Run
`;

export const kaggle = `
module kaggle
api.authenticate() !network
`;

export const tweepy = `
module tweepy
OAuthHandler(consumer_key: token, consumer_secret: token, ...) -> .OAuthHandler
OAuth1UserHandler(consumer_key: token, consumer_secret: token, access_token: token, access_token_secret: token, ...) -> .OAuth1UserHandler
Client(bearer_token: token, consumer_key: token, consumer_secret: token, access_token: token, access_token_secret: token, ...) -> .Client
class OAuthHandler
  set_access_token(key: token, secret: token)
class OAuth1UserHandler
class Client
`;

export const slack = `
module slack_sdk
WebClient(token: token, ...) -> .WebClient !connect
class WebClient
`;

export const twilio = `
module twilio
rest.Client(username: user, password: password, ...) -> .rest.Client !connect
class rest.Client
`;

export const github = `
module github
Github(login_or_token: token, password: password, ...) -> .Github !connect
Auth.Token(token: token) -> .Auth.Token
class Github
`;

export const paramiko = `
module paramiko
SSHClient() -> .SSHClient
class SSHClient
  connect(hostname: host, port: port, username: user, password: password, pkey, key_filename: read-path, timeout: timeout, *, passphrase: password, ...) !connect
  exec_command(command, ...) !shell
`;

export const pika = `
module pika
PlainCredentials(username: user, password: password, ...) -> .PlainCredentials
URLParameters(url: connection-url) -> .URLParameters
class PlainCredentials
`;

export const kafka = `
module kafka
KafkaProducer(*, bootstrap_servers: host, sasl_plain_username: user, sasl_plain_password: password, ...) -> .KafkaProducer !connect
KafkaConsumer(*topics, bootstrap_servers: host, sasl_plain_username: user, sasl_plain_password: password, ...) -> .KafkaConsumer !connect
class KafkaProducer
class KafkaConsumer
`;

export const jwt = `
module jwt
encode(payload, key: token, algorithm, ...) -> builtins.str
decode(jwt, key: token, algorithms, ...)
`;

export const simple_salesforce = `
module simple_salesforce
Salesforce(username: user, password: password, security_token: token, ...) -> .Salesforce !connect
class Salesforce
`;

export const hvac = `
module hvac
Client(url: url, token: token, cert, verify: verify, ...) -> .Client !connect
class Client
`;

export const faker = `
module faker
Faker(...) -> .Faker
class Faker
  seed(seed) !seed
  seed_instance(seed) !seed
`;
