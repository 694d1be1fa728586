/**
 * Who asks. The bench has accounts of its own in the installation, made and given their roles by the same acts as at
 * the console; each run sets new passwords.
 */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { accountContract } from '../src/access/account.contract.ts';
import { assignmentContract } from '../src/access/assignment.contract.ts';
import type { RoleCode } from '../src/access/roles.ts';
import { Problem } from '../src/platform/problem.ts';
import { perform } from '../src/cli/perform.ts';
import type { Installation } from './installation.ts';
import { askFor } from './load.ts';
import type { Places } from './places.ts';
import type { Server } from './server.ts';

export interface Caller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One that can also sign in by the form. */
export interface Account extends Caller {
  readonly password: string;
}

export interface Callers {
  /** With everything in reach. */
  readonly top: Caller;
  readonly province: Caller;
  readonly commune: Caller;
  readonly cell: Caller;
  /** Without any role. */
  readonly newcomer: Caller;
}

interface Wanted {
  readonly name: string;
  readonly role?: RoleCode;
  readonly unit?: string;
}

/** The sessions live in the database: they serve every server of this installation. */
export async function signIn(installation: Installation, server: Server, places: Places): Promise<Callers> {
  const as = (wanted: Wanted): Promise<Caller> => enter(installation, server, wanted);
  return {
    top: await as({ name: 'bench.top', role: 'board_officer', unit: places.top.id }),
    province: await as({ name: 'bench.province', role: 'board_officer', unit: places.province.id }),
    commune: await as({ name: 'bench.commune', role: 'office_officer', unit: places.commune.id }),
    cell: await as({ name: 'bench.cell', role: 'cell_secretary', unit: places.cell.id }),
    newcomer: await as({ name: 'bench.newcomer' }),
  };
}

export async function enter(installation: Installation, server: Server, wanted: Wanted): Promise<Account> {
  const password = await ensureAccount(installation, wanted.name);
  if (wanted.role && wanted.unit) await ensureRole(installation, { name: wanted.name, role: wanted.role, unit: wanted.unit });
  const response = await fetch(`${server.origin}/api/session/sign-in`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: wanted.name, password }),
  });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${wanted.name} could not sign in: ${response.status} ${body}`);
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const caller = { name: wanted.name, password: randomBytes(18).toString('base64url'), headers: { cookie } };
  // A first password opens nothing but its own change.
  await askFor(server.origin, '/api/session/password', { caller, post: { current: password, next: caller.password } });
  return caller;
}

async function ensureAccount({ context }: Installation, name: string): Promise<string> {
  const { items } = await perform(context(), accountContract.list, { text: name, limit: 500 });
  const known = items.find((account) => account.name === name);
  if (known) return (await perform(context(), accountContract.resetPassword, { id: known.id })).password;
  return (await perform(context(), accountContract.create, { name, displayName: name })).password;
}

async function ensureRole({ context }: Installation, { name, role, unit }: { name: string; role: RoleCode; unit: string }): Promise<void> {
  const ctx = context();
  const input = { account: name, role, unitId: unit, reach: 'subtree', from: ctx.today, to: null } as z.input<typeof assignmentContract.grant.input>;
  await perform(ctx, assignmentContract.grant, input).catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === 'access.assignedAlready')) throw error;
  });
}
