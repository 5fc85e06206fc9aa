/** Read off pymongo 4.20.0 by scripts/knowledge/api.py. */
export const pymongo = `
module pymongo
class AsyncMongoClient
  property .topology_description.TopologyDescription: topology_description
  property set[tuple[str, int | None]]: nodes
  property .client_options.ClientOptions: options
  -> tuple[tuple[tuple[str, int | None], ...], str | None, str | None, str]: eq_props
  -> .asynchronous.database.AsyncDatabase: __getitem__ get_default_database get_database
  -> .asynchronous.client_session.AsyncClientSession: start_session
class IndexModel
  property dict: document
class MongoClient
  -> .synchronous.change_stream.ChangeStream: watch
  property .topology_description.TopologyDescription: topology_description
  property set[tuple[str, int | None]]: nodes secondaries arbiters
  property .client_options.ClientOptions: options
  -> tuple[tuple[tuple[str, int | None], ...], str | None, str | None, str]: eq_props
  -> .synchronous.database.Database: __getitem__ get_default_database get_database
  -> .synchronous.client_session.ClientSession: start_session
  -> .MongoClient: __enter__
  property tuple[str, int] | None: address primary
  -> dict: server_info
  -> .synchronous.command_cursor.CommandCursor: list_databases
  -> list[str]: list_database_names
  -> .results.ClientBulkWriteResult: bulk_write
class WriteConcern
  property dict: document
-> str: get_version_string
module pymongo.change_stream_shared
class _AgnosticChangeStream
  property dict | None: resume_token
classes(.change_stream_shared._AgnosticChangeStream): _AgnosticCollectionChangeStream _AgnosticDatabaseChangeStream
module pymongo.client_options
class ClientOptions
  property .pool_options.PoolOptions: pool_options
  property .read_preferences._ServerMode: read_preference
  property str | None: replica_set_name
  property .WriteConcern: write_concern
  property .read_concern.ReadConcern: read_concern
  property .encryption_options.AutoEncryptionOpts | None: auto_encryption_opts
  property list[.monitoring._EventListeners]: event_listeners
  property str: server_monitoring_mode
module pymongo.cursor_shared
class _AgnosticCommandCursorBase(.cursor_shared._AgnosticCursorBase)
  -> self: batch_size
class _AgnosticCursor(.cursor_shared._AgnosticCursorBase)
  -> self: clone remove_option allow_disk_use limit batch_size skip max_time_ms max_await_time_ms max_scan max min sort hint comment where collation
class _AgnosticCursorBase
  property .asynchronous.client_session.AsyncClientSession | .synchronous.client_session.ClientSession | None: session
  property tuple[str, int | None] | None: address
module pymongo.response
class Response
  property .message._OpMsg: data
  property tuple[str, int | None]: address
  property datetime.timedelta | None: duration
module pymongo.server_selectors
class Selection
  -> .server_selectors.Selection: from_topology_description with_server_descriptions
  -> .server_description.ServerDescription | None: secondary_with_max_last_write_date
  property .server_selectors.Selection: primary_selection
  -> .server_description.ServerDescription: __getitem__
module pymongo.settings_shared
class _BaseTopologySettings
  property str | None: replica_set_name fqdn srv_allowed_hosts_suffix
  property .pool_options.PoolOptions: pool_options
  property str: srv_service_name server_monitoring_mode
  -> dict: get_server_descriptions
module pymongo.synchronous.change_stream
class ChangeStream(.change_stream_shared._AgnosticChangeStream)
  -> .synchronous.change_stream.ChangeStream: __iter__ __enter__
classes(.synchronous.change_stream.ChangeStream, .change_stream_shared._AgnosticCollectionChangeStream): CollectionChangeStream
classes(.synchronous.change_stream.ChangeStream, .change_stream_shared._AgnosticDatabaseChangeStream): DatabaseChangeStream
module pymongo.synchronous.collection
class Collection
  -> .synchronous.collection.Collection: __getitem__
  property str: full_name name
  property .synchronous.database.Database: database
  -> .synchronous.change_stream.CollectionChangeStream: watch
  -> .results.BulkWriteResult: bulk_write
  -> .results.InsertOneResult: insert_one
  -> .results.InsertManyResult: insert_many
  -> .results.UpdateResult: replace_one update_one update_many
  -> .results.DeleteResult: delete_one delete_many
  -> .synchronous.cursor.Cursor: find
  -> .synchronous.cursor.RawBatchCursor: find_raw_batches aggregate_raw_batches
  -> list[str]: create_indexes create_search_indexes
  -> str: create_index create_search_index
  -> .synchronous.command_cursor.CommandCursor: list_indexes list_search_indexes aggregate
  -> dict: index_information options rename
  -> list: distinct
module pymongo.synchronous.command_cursor
class CommandCursor(.cursor_shared._AgnosticCommandCursorBase, .synchronous.cursor_base._CursorBase)
  -> .synchronous.command_cursor.CommandCursor: __enter__
module pymongo.synchronous.cursor
class Cursor(.cursor_shared._AgnosticCursor, .synchronous.cursor_base._CursorBase)
  property .synchronous.collection.Collection: collection
  -> .synchronous.cursor.Cursor: add_option rewind __iter__ __enter__
  -> list: distinct
classes(.synchronous.cursor.Cursor): RawBatchCursor
module pymongo.synchronous.cursor_base
class _CursorBase(.cursor_shared._AgnosticCursorBase)
  property .synchronous.client_session.ClientSession | None: session
  -> list: to_list
module pymongo.synchronous.database
class Database
  property .MongoClient: client
  property str: name
  -> .synchronous.collection.Collection: __getitem__ get_collection create_collection
  -> .synchronous.change_stream.DatabaseChangeStream: watch
  -> .synchronous.command_cursor.CommandCursor: aggregate cursor_command list_collections
  -> list[str]: list_collection_names
  -> dict: drop_collection validate_collection
module pymongo.synchronous.mongo_client
class _ClientCheckout
  -> .synchronous.pool.Connection: __enter__
  -> .synchronous.mongo_client._ClientCheckout: for_existing_conn
class _ClientReadCheckout(.synchronous.mongo_client._ClientCheckout)
  -> tuple[.synchronous.pool.Connection, .read_preferences._ServerMode]: __enter__
module pymongo.synchronous.server
class Server
  property .server_description.ServerDescription: description
  property .synchronous.pool.Pool: pool
module pymongo.synchronous.settings
classes(.settings_shared._BaseTopologySettings): TopologySettings
module pymongo.synchronous.topology
class Topology(.topology_shared._AgnosticTopologyBase)
  -> list[.synchronous.server.Server]: select_servers
  -> .synchronous.server.Server: select_server select_server_by_address
  -> tuple[str, int | None] | None: get_primary
  -> set[tuple[str, int | None]]: get_secondaries get_arbiters
module pymongo.topology_shared
class _AgnosticTopologyBase
  -> dict | None: max_cluster_time
  -> list[.server_description.ServerDescription]: data_bearing_servers
  property .topology_description.TopologyDescription: description
  -> list[.client_session_shared._ServerSession]: pop_all_sessions
  -> .client_session_shared._ServerSession: get_server_session
  -> tuple[tuple[tuple[str, int | None], ...], str | None, str | None, str]: eq_props
`;
