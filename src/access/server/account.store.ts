/** The only writer of accounts. */
import type { Selectable } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { nationalHome, newId, type Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import type { AccountsTable } from './access.tables.ts';

export interface StoredAccount {
  readonly id: Id<'account'>;
  readonly name: string;
  readonly displayName: string;
  readonly personId: Id<'person'> | null;
  readonly passwordHash: string | null;
  readonly secretSealed: Buffer | null;
  readonly lastStep: number | null;
  readonly mustChangePassword: boolean;
  readonly disabledAt: Date | null;
  readonly sample: boolean;
}

export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly personId?: Id<'person'> | undefined;
  readonly sample?: boolean;
}

export async function findAccountByName(ctx: Ctx, name: string): Promise<StoredAccount | undefined> {
  const row = await ctx.db.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst();
  return row && fromRow(row);
}

/** Takes the row's lock: what is decided on it stays true until the act ends. */
export async function lockAccount(ctx: Ctx, id: Id<'account'>): Promise<StoredAccount> {
  const row = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return fromRow(row);
}

export async function saveNewAccount(ctx: Ctx, account: NewAccount): Promise<Id<'account'>> {
  const id = newId<'account'>(nationalHome);
  await ctx.db.insertInto('accounts').values({
    id, name: account.name, display_name: account.displayName, person_id: account.personId ?? null, password_hash: account.passwordHash,
    totp_sealed: null, totp_last_step: null, must_change_password: account.mustChangePassword, disabled_at: null,
    sample: account.sample ?? false, created_at: ctx.now, version: 1,
  }).execute();
  return id;
}

type Change = Partial<Pick<StoredAccount, 'personId' | 'passwordHash' | 'secretSealed' | 'lastStep' | 'mustChangePassword' | 'disabledAt'>>;

const columns = {
  personId: 'person_id', passwordHash: 'password_hash', secretSealed: 'totp_sealed', lastStep: 'totp_last_step',
  mustChangePassword: 'must_change_password', disabledAt: 'disabled_at',
} as const;

export async function saveAccount(ctx: Ctx, id: Id<'account'>, change: Change): Promise<void> {
  const named = Object.entries(change).map(([key, value]) => [columns[key as keyof Change], value]);
  await ctx.db.updateTable('accounts').set((is) => ({ ...Object.fromEntries(named), version: is('version', '+', 1) })).where('id', '=', id).execute();
}

/** Marks the step as used; false where this code or a later one was used before. */
export async function useStep(ctx: Ctx, id: Id<'account'>, step: number): Promise<boolean> {
  const result = await ctx.db.updateTable('accounts').set({ totp_last_step: step })
    .where('id', '=', id).where((is) => is.or([is('totp_last_step', 'is', null), is('totp_last_step', '<', step)])).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteSampleAccount(ctx: Ctx, name: string): Promise<void> {
  await ctx.db.deleteFrom('accounts').where('name', '=', name).where('sample', '=', true).execute();
}

function fromRow(row: Selectable<AccountsTable>): StoredAccount {
  return {
    id: row.id as Id<'account'>, name: row.name, displayName: row.display_name, personId: row.person_id as Id<'person'> | null,
    passwordHash: row.password_hash, secretSealed: row.totp_sealed, lastStep: row.totp_last_step, mustChangePassword: row.must_change_password,
    disabledAt: row.disabled_at, sample: row.sample,
  };
}
