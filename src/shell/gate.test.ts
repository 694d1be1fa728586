import { QueryClient } from '@tanstack/react-query';
import { isRedirect } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { ApiProblem } from './api.ts';
import { signInAddress, turnAway } from './gate.ts';
import type { Session } from './session.shape.ts';

const session = (mustChangePassword: boolean) => ({ account: { mustChangePassword } }) as Session;

function clientThat(answers: () => Promise<Session>): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return Object.assign(client, { ensureQueryData: () => answers() });
}

async function destination(answers: () => Promise<Session>, href: string): Promise<unknown> {
  const thrown: unknown = await turnAway(clientThat(answers), { href, pathname: href.split('?')[0] ?? '' }).catch((reason: unknown) => reason);
  return isRedirect(thrown) ? { to: thrown.options.to, search: thrown.options.search } : thrown;
}

const refusal = (kind: 'unauthenticated' | 'offline') => () => Promise.reject(new ApiProblem({ code: 'x', kind, data: {}, requestId: undefined }));

test('a stranger is led to sign in, and from there back', async () => {
  expect(await destination(refusal('unauthenticated'), '/to-chuc?ngay=2022-08-09')).toEqual({ to: '/dang-nhap', search: { den: '/to-chuc?ngay=2022-08-09' } });
  expect(await destination(refusal('unauthenticated'), '/')).toEqual({ to: '/dang-nhap', search: {} });
  expect(signInAddress('/to-chuc')).toBe('/dang-nhap?den=%2Fto-chuc');
});

test('whoever has a password given by somebody else changes it first, on the only page that opens', async () => {
  expect(await destination(async () => session(true), '/to-chuc')).toEqual({ to: '/tai-khoan-cua-toi', search: undefined });
  expect(await destination(async () => session(true), '/tai-khoan-cua-toi')).toBeUndefined();
});

test('everybody else passes, also where the server can’t be reached just now', async () => {
  expect(await destination(async () => session(false), '/to-chuc')).toBeUndefined();
  expect(await destination(refusal('offline'), '/to-chuc')).toBeUndefined();
});
