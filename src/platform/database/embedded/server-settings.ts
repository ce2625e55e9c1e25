/** The port names the socket file; nothing listens on it. */
export const PORT = 5432

/** The owner of the database; the app steps down from it into its unprivileged roles. */
export const OWNER = 'stek'

/** The database in which everything is. */
export const DATABASE = 'stek'

const durable = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // A plain fsync on a Mac stops at the drive's own cache.
  ...(process.platform === 'darwin' ? { wal_sync_method: 'fsync_writethrough' } : {}),
}

/** App and database together stay below 300 MB: few processes, no parallel plans, no replication. */
const small = {
  shared_buffers: '32MB',
  max_connections: '40',
  work_mem: '4MB',
  maintenance_work_mem: '16MB',
  effective_cache_size: '256MB',
  huge_pages: 'off',
  io_method: 'sync',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_logical_replication_workers: '0',
  autovacuum_worker_slots: '2',
  autovacuum_max_workers: '2',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  jit: 'off',
  random_page_cost: '1.1',
}

/**
 * What people typed never lands in the log: no statements, no parameters, and no messages about failed statements, because
 * "invalid input syntax" and "duplicate key" repeat the value. Left over: starting, stopping, recovering, and why it could not.
 */
const quiet = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_connections: '',
  log_disconnections: 'off',
  log_lock_waits: 'off',
  log_autovacuum_min_duration: '-1',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

/** The words after `postgres` on its command line: no network, one private socket, durable, small, quiet. */
export function serverWords(dataArgument: string, socketFolder: string): string[] {
  const settings = {
    ...durable,
    ...small,
    ...quiet,
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  }
  return ['-D', dataArgument, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
