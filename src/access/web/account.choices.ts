/**
 * Accounts to choose from. Those who keep accounts find any of them; an officer finds those that hold a role within reach,
 * which are the only ones he may ask about.
 */
import type { z } from 'zod';
import { call } from '../../shell/api.ts';
import { foldVietnamese } from '../../platform/text/fold.ts';
import type { LookupChoice } from '../../ui/Lookup.tsx';
import { accountContract, type accountSchema } from '../account.contract.ts';
import { assignmentContract } from '../assignment.contract.ts';

export type Account = z.output<typeof accountSchema>;

const MOST = 12;
const PAGE = 500;

export async function searchAccounts(text: string, { keepsAccounts }: { keepsAccounts: boolean }): Promise<readonly LookupChoice[]> {
  if (!keepsAccounts) return (await accountsInReach()).filter((choice) => isAbout(choice, text)).slice(0, MOST);
  const { items } = await call(accountContract.list, { ...(text ? { text } : {}), limit: MOST });
  return items.map(choiceOf);
}

/** By its exact name. The list matches parts of names, so pages are turned until it comes. */
export async function findAccount(name: string): Promise<Account | null> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: readonly Account[]; next: string | null } = await call(accountContract.list, { text: name, limit: PAGE, ...(cursor ? { cursor } : {}) });
    const found = page.items.find((account) => account.name === name);
    if (found) return found;
    cursor = page.next;
  }
  return null;
}

/** Who one may know by name, as choices: for filters that show an account by its id. */
export async function knownAccounts({ keepsAccounts }: { keepsAccounts: boolean }): Promise<readonly LookupChoice[]> {
  if (!keepsAccounts) return accountsInReach();
  return (await allPages((cursor) => call(accountContract.list, { limit: PAGE, ...cursor }))).map(choiceOf);
}

async function accountsInReach(): Promise<readonly LookupChoice[]> {
  const assignments = await allPages((cursor) => call(assignmentContract.list, { show: 'all', limit: PAGE, ...cursor }));
  return [...new Map(assignments.map(({ account }) => [account.id, choiceOf(account)])).values()];
}

async function allPages<Row>(ask: (cursor: { cursor?: string }) => Promise<{ items: readonly Row[]; next: string | null }>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: readonly Row[]; next: string | null } = await ask(cursor ? { cursor } : {});
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

function choiceOf({ id, name, displayName }: { id: string; name: string; displayName: string }): LookupChoice {
  return { id, label: displayName, hint: name };
}

function isAbout({ label, hint }: LookupChoice, text: string): boolean {
  const wanted = foldVietnamese(text);
  return foldVietnamese(label).includes(wanted) || foldVietnamese(hint ?? '').includes(wanted);
}
