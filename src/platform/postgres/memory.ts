/**
 * How the embedded PostgreSQL divides the memory it is given. The usual rules of thumb: a quarter for its own pages, three
 * quarters assumed to hold files (its own pages and those the system keeps), little for each sort, as many may run at once.
 */
import { totalmem } from 'node:os';
import type { Settings } from './settings.ts';

const leastUsual = 1024;
const mostUsual = 16 * 1024;

/** Megabytes. A quarter of the machine's, or of what its container allows. */
export function usualMemory(machine = machineMemory()): number {
  return Math.round(clamp(machine / 4, leastUsual, mostUsual));
}

/** `connections`: as many as the server's processes may open; commands and the server's own come on top. */
export function memorySettings({ megabytes, connections }: { megabytes: number; connections: number }): Settings {
  return {
    shared_buffers: size(clamp(megabytes / 4, 64, 16 * 1024)),
    effective_cache_size: size((megabytes * 3) / 4),
    work_mem: size(clamp(megabytes / 64, 4, 64)),
    maintenance_work_mem: size(clamp(megabytes / 8, 64, 2048)),
    // Fewer checkpoints in large imports; disk is given back afterwards.
    max_wal_size: size(clamp(megabytes * 2, 2048, 16 * 1024)),
    max_connections: String(Math.max(100, connections + 40)),
  };
}

function machineMemory(): number {
  const allowed = process.constrainedMemory();
  const whole = totalmem();
  return (allowed > 0 && allowed < whole ? allowed : whole) / 1024 / 1024;
}

function size(megabytes: number): string {
  return `${Math.round(megabytes)}MB`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
