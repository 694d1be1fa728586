/** How the memory of the machine becomes settings of the embedded database. */
import { expect, test } from 'vitest';
import { memorySettings, usualMemory } from '../memory.ts';

test('a quarter of the machine’s memory is usual: an old office computer keeps most of it, a large server is not emptied', () => {
  expect([2048, 4096, 16 * 1024, 256 * 1024].map((machine) => usualMemory(machine))).toEqual([1024, 1024, 4096, 16 * 1024]);
});

test('what one connection sorts with, times the connections, stays below the memory given', () => {
  for (const megabytes of [256, 1024, 4096, 64 * 1024]) {
    const settings = memorySettings({ megabytes, connections: 20 });
    const shared = Number.parseInt(settings['shared_buffers']!, 10);
    expect(shared + 20 * Number.parseInt(settings['work_mem']!, 10)).toBeLessThanOrEqual(megabytes);
    expect(Number.parseInt(settings['effective_cache_size']!, 10)).toBeGreaterThan(shared);
  }
});

test('as many connections are allowed as all processes may open, and some for commands beside them', () => {
  expect(memorySettings({ megabytes: 1024, connections: 10 })['max_connections']).toBe('100');
  expect(Number(memorySettings({ megabytes: 1024, connections: 160 })['max_connections'])).toBeGreaterThan(160);
});
