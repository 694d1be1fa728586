/**
 * Settings given on the command line at every start, so that neither postgresql.conf nor ALTER SYSTEM can
 * weaken what protects the data. Memory and the like may be changed by the caller; `firm` may not.
 */
import { existsSync, statfsSync } from 'node:fs';

export type Settings = Readonly<Record<string, string>>;

export interface Listening {
  readonly socketDir: string;
  readonly port: number;
  /** Loopback instead of a socket, for Windows. */
  readonly loopback?: boolean;
}

const adjustable: Settings = {
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
};

const durable: Settings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

/** No personal data in the log: statements, parameters, details (“Key (…)=(…)”) and error texts, which quote values, stay out. */
const discreet: Settings = {
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** A week of logs, one file a day, each overwritten a week later. */
const rotated: Settings = {
  logging_collector: 'on',
  log_destination: 'stderr',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_file_mode: '0600',
  log_timezone: 'UTC',
};

export function settingArguments(options: { listening: Listening; logDir: string; changed?: Settings }): string[] {
  const all = {
    ...adjustable,
    dynamic_shared_memory_type: sharedMemoryType(),
    ...options.changed,
    ...durable,
    ...discreet,
    ...rotated,
    ...listeningSettings(options.listening),
    log_directory: options.logDir,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function listeningSettings({ socketDir, port, loopback }: Listening): Settings {
  if (loopback) return { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  return {
    listen_addresses: '',
    port: String(port),
    // Quoted, as commas and blanks would separate several directories.
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  };
}

/** Containers often have a /dev/shm of 64 MB, too small for parallel queries. */
function sharedMemoryType(): string {
  if (process.platform === 'win32') return 'windows';
  if (process.platform !== 'linux') return 'posix';
  if (!existsSync('/dev/shm')) return 'mmap';
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize >= 256 * 1024 * 1024 ? 'posix' : 'mmap';
}
