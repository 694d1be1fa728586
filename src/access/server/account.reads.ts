/** The list of accounts for those who keep them. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { rows } from '../../platform/db/database.ts';
import { pageOf, readCursor } from '../../platform/db/paging.ts';
import type { Id } from '../../platform/ids.ts';
import { foldVietnamese } from '../../platform/text/fold.ts';
import type { accountContract } from '../account.contract.ts';
import { stateOf } from '../account.ts';
import { takeAnywhere } from '../reach.ts';
import { isRole, type RoleCode } from '../roles.ts';
import { liveAssignments } from './assignment.live.ts';

interface AccountRow {
  readonly id: Id<'account'>;
  readonly name: string;
  readonly display_name: string;
  readonly person_id: Id<'person'> | null;
  readonly must_change_password: boolean;
  readonly disabled_at: Date | null;
  readonly codes: boolean;
  readonly sample: boolean;
  readonly created_at: Date;
  readonly seen_at: Date | null;
  readonly roles: string[];
}

const stateIs = {
  active: sql`c.disabled_at is null and not c.must_change_password`,
  waiting: sql`c.disabled_at is null and c.must_change_password`,
  disabled: sql`c.disabled_at is not null`,
};

const key = z.tuple([z.string()]);

export async function listAccounts(ctx: Ctx, input: z.output<typeof accountContract.list.input>) {
  takeAnywhere(ctx, 'account.manage');
  const after = readCursor(input.cursor, key);
  const found = await rows(ctx.db, sql<AccountRow>`
    select c.id, c.name, c.display_name, c.person_id, c.must_change_password, c.disabled_at,
      c.totp_sealed is not null and c.totp_last_step is not null as codes, c.sample, c.created_at,
      (select max(s.seen_at) from sessions s where s.account_id = c.id) as seen_at,
      array(select distinct (select b.role from assignments b where b.id = live.id) from ${liveAssignments(ctx.today, sql`a.account_id = c.id`)} live order by 1) as roles
    from accounts c
    where ${after ? sql`c.name > ${after[0]}` : sql`true`} and ${input.state ? stateIs[input.state] : sql`true`} and ${textMatches(input.text)}
    order by c.name limit ${input.limit + 1}`);
  return pageOf(found, { limit: input.limit, key: (row) => [row.name], item: toAccount });
}

/** Who can sign in to the sample, in the order in which they were made. Asks no access: for the command line. */
export async function listSampleAccounts({ db }: Pick<Ctx, 'db'>): Promise<{ name: string; role: RoleCode }[]> {
  const found = await rows(db, sql<{ name: string; role: string }>`select c.name, a.role from accounts c join assignments a on a.account_id = c.id
    where c.sample and c.disabled_at is null and a.revoked_at is null group by c.name, a.role, c.id order by c.id`);
  return found.flatMap(({ name, role }) => (isRole(role) ? [{ name, role }] : []));
}

/** Accounts are few (some thousands): names are compared as typed and without diacritics. */
function textMatches(text: string | undefined) {
  if (!text) return sql`true`;
  const folded = foldVietnamese(text);
  return sql`(position(${folded} in c.name) > 0 or position(${text.toLowerCase()} in lower(c.display_name)) > 0)`;
}

function toAccount(row: AccountRow) {
  return {
    id: row.id, name: row.name, displayName: row.display_name, personId: row.person_id,
    state: stateOf({ disabledAt: row.disabled_at, mustChangePassword: row.must_change_password }),
    codes: row.codes, sample: row.sample, createdAt: row.created_at.toISOString(), seenAt: row.seen_at?.toISOString() ?? null, roles: row.roles,
  };
}
