/** Read off sqlalchemy 2.1.9 by scripts/knowledge/signatures.py. */
export const sqlalchemy = `
module sqlalchemy
create_engine(url, **kwargs)
engine.create_engine(url, **kwargs)
ext.asyncio.create_async_engine(url, **kw)
orm.sessionmaker(bind, *, class_, autoflush, expire_on_commit, info, **kw)
orm.Session(bind, *, autoflush, future, expire_on_commit, autobegin, twophase, binds, enable_baked_queries, info, query_cls, autocommit, join_transaction_mode, close_resets_only, execution_options)
class Engine
  raw_connection()
  dispose(close)
class Connection
  execute(statement, parameters, *, execution_options)
  exec_driver_sql(statement, parameters, execution_options)
  scalar(statement, parameters, *, execution_options)
  scalars(statement, parameters, *, execution_options)
class orm.sessionmaker
  __call__(**local_kw)
class orm.Session
  execute(statement, params, *, execution_options, bind_arguments, _parent_execute_state, _add_event)
  scalar(statement, params, *, execution_options, bind_arguments, **kw)
  scalars(statement, params, *, execution_options, bind_arguments, **kw)
`;
