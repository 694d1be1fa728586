/** Accounts made at the console: the first administrator of an installation, and one account per role for the sample. */
import { addYears } from '../../platform/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/events.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import { accountNamePattern, passwordFault } from '../account.ts';
import type { ReachKind } from '../assignment.ts';
import { roles, type RoleCode } from '../roles.ts';
import { deleteSampleAccount, saveNewAccount } from './account.store.ts';
import { saveNewAssignment } from './assignment.store.ts';
import { hashPassword, newPassword } from './passwords.ts';

/**
 * Answers the password, which is kept nowhere. One that was generated must be changed at the first sign-in.
 * Call within an act (one transaction, events flushed after it).
 */
export async function createFirstAdministrator(ctx: Ctx, given: { name: string; password?: string }): Promise<{ name: string; password: string }> {
  if (!accountNamePattern.test(given.name)) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'name', message: accountNamePattern.source }] } });
  const fault = given.password === undefined ? undefined : passwordFault(given.password, given.name);
  if (fault) throw new Problem(fault);
  const password = given.password ?? newPassword();
  const accountId = await saveNewAccount(ctx, {
    name: given.name, displayName: roles.system_administrator.name.vi, passwordHash: await hashPassword(password), mustChangePassword: given.password === undefined,
  });
  await assign(ctx, { accountId, role: 'system_administrator', reach: 'none' });
  record(ctx, { type: 'account.created', subjectId: accountId });
  return { name: given.name, password };
}

export interface SamplePlaces {
  /** Provinces, commune and cell of the sample, and a member of that cell. */
  readonly provinceUnitIds: readonly Id<'unit'>[];
  readonly communeUnitId: Id<'unit'>;
  readonly cellUnitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  /** Who follows units, and which; nobody where the data have none. */
  readonly cadre?: { readonly personId: Id<'person'>; readonly unitIds: readonly Id<'unit'>[] } | undefined;
  readonly password: string;
}

interface SampleAccount {
  readonly name: string;
  readonly role: RoleCode;
  readonly reach: ReachKind;
  readonly unitIds?: readonly Id<'unit'>[];
  readonly personId?: Id<'person'>;
}

/** Answers what to print. Loading the sample again replaces its accounts; a real account of the same name is refused. */
export async function sampleAccounts(ctx: Ctx, places: SamplePlaces): Promise<{ name: string; role: RoleCode }[]> {
  const passwordHash = await hashPassword(places.password);
  const accounts: readonly SampleAccount[] = [
    { name: 'quantri', role: 'system_administrator', reach: 'none' },
    { name: 'tinh', role: 'board_officer', reach: 'subtree', unitIds: places.provinceUnitIds },
    { name: 'xa', role: 'office_officer', reach: 'subtree', unitIds: [places.communeUnitId] },
    { name: 'chibo', role: 'cell_secretary', reach: 'subtree', unitIds: [places.cellUnitId] },
    ...(places.cadre ? [{ name: 'canbo', role: 'assigned_cadre', reach: 'subtree', ...places.cadre } as const] : []),
    { name: 'dangvien', role: 'member', reach: 'none', personId: places.personId },
  ];
  for (const account of accounts) await createSample(ctx, account, passwordHash);
  return accounts.map(({ name, role }) => ({ name, role }));
}

async function createSample(ctx: Ctx, account: SampleAccount, passwordHash: string): Promise<void> {
  await deleteSampleAccount(ctx, account.name);
  const { name, role, reach, unitIds, personId } = account;
  const accountId = await saveNewAccount(ctx, { name, displayName: roles[role].name.vi, passwordHash, mustChangePassword: false, personId, sample: true });
  for (const unitId of unitIds ?? [undefined]) await assign(ctx, { accountId, role, reach, unitId });
  record(ctx, { type: 'account.created', subjectId: accountId, data: { sample: true } });
}

/** From a year back: a clock that is set right later must not shut out the only administrator. */
async function assign(ctx: Ctx, given: { accountId: Id<'account'>; role: RoleCode; reach: ReachKind; unitId?: Id<'unit'> | undefined }): Promise<void> {
  await saveNewAssignment(ctx, { ...given, unitId: given.unitId, period: { from: addYears(ctx.today, -1), to: null }, onBehalfOf: undefined });
}
