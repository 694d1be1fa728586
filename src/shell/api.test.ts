import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem, call, moduleOf } from './api.ts';

const unit = { name: 'units.get', method: 'GET', path: '/api/units/:id' } as const;

function serverSays(answer: () => Response | Promise<Response>) {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => answer());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

async function problemOf(): Promise<ApiProblem> {
  const thrown: unknown = await call(unit, { id: 'u1' }).catch((error: unknown) => error);
  if (!(thrown instanceof ApiProblem)) throw new Error('no problem was thrown');
  return thrown;
}

afterEach(() => vi.unstubAllGlobals());

test('an answer is handed on as it came', async () => {
  const fetched = serverSays(() => Response.json({ id: 'u1', name: 'Chi bộ thôn Đông' }));
  expect(await call(unit, { id: 'u1' })).toEqual({ id: 'u1', name: 'Chi bộ thôn Đông' });
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/units/u1');
});

test('a refusal is thrown with its code, kind, data and the id of the request', async () => {
  serverSays(() => Response.json({ problem: { code: 'units.overlap', kind: 'conflict', data: { from: '2022-08-09' } }, requestId: 'r-7' }, { status: 409 }));
  expect(await problemOf()).toMatchObject({ code: 'units.overlap', kind: 'conflict', data: { from: '2022-08-09' }, requestId: 'r-7' });
});

test('a server that can’t be reached is offline, not a fault', async () => {
  serverSays(() => Promise.reject(new TypeError('fetch failed')));
  expect((await problemOf()).kind).toBe('offline');
});

test('a proxy that answers for an absent server is offline too, its page is not shown', async () => {
  serverSays(() => new Response('<html>Bad gateway</html>', { status: 502 }));
  expect((await problemOf()).kind).toBe('offline');
  serverSays(() => new Response('<html>Oops</html>', { status: 500 }));
  expect((await problemOf()).kind).toBe('unexpected');
});

test('the module of a procedure is what stands before the dot', () => {
  expect(moduleOf('units.rename')).toBe('units');
});
