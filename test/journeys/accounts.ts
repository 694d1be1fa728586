/** Accounts beside those of the sample, for a journey that needs somebody of its own; and what a journey asks of the API. */
import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { phone, signIn, visit } from './browser.ts';

export interface Account {
  readonly name: string;
  readonly password: string;
}

/** Made by whoever keeps the accounts; the first password is changed at once. */
export async function giveAccount(browser: Browser, given: { readonly name: string; readonly displayName: string; readonly personId?: string }): Promise<Account> {
  const keeper = await visit(browser, phone);
  await signIn(keeper, 'quantri');
  const { password: first } = await send<{ password: string }>(keeper.page, '/api/accounts', given);
  const password = `nắng sớm trên đồng ${given.name}`;
  await signIn(keeper, given.name, first);
  await send(keeper.page, '/api/session/password', { current: first, next: password });
  await keeper.context.close();
  return { name: given.name, password };
}

export async function send<Answer = unknown>({ request }: Page, path: string, data: object): Promise<Answer> {
  const reply = await request.post(path, { headers: { origin: inject('site') }, data });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Answer;
}

export async function read<Answer = unknown>(request: APIRequestContext, path: string): Promise<Answer> {
  const reply = await request.get(path);
  expect(reply.ok(), `${path}: ${reply.status()}`).toBe(true);
  return (await reply.json()) as Answer;
}
