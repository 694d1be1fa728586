/** What is being given, while it is filled in. Pure. */
import type { z } from 'zod';
import type { Text } from '../../platform/contract.ts';
import type { assignmentContract } from '../assignment.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';

export type GivenRole = z.output<typeof assignmentContract.roles.output>['items'][number];
type Gift = z.input<typeof assignmentContract.grant.input>;
type ReachKind = GivenRole['reaches'][number];

export interface GiftDraft {
  readonly account: string;
  readonly role: string | undefined;
  readonly unit: { readonly id: string; readonly label: string } | undefined;
  readonly reach: ReachKind | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export type GiftField = 'account' | 'role' | 'unitId' | 'reach' | 'from' | 'to';

export function emptyGift({ account, unit, from }: Pick<GiftDraft, 'account' | 'unit' | 'from'>): GiftDraft {
  return { account, role: undefined, unit, reach: undefined, from, to: undefined };
}

/** A cell without subordinates is all there is to reach: the narrower words are offered until others are chosen. */
export function withUsualReach(draft: GiftDraft, { role, isAlone }: { role: GivenRole | undefined; isAlone: boolean }): GiftDraft {
  return isAlone && draft.reach === undefined && role?.reaches.includes('unit') ? { ...draft, reach: 'unit' } : draft;
}

/** A role with one reach only needs no choosing. */
export function reachOf(draft: GiftDraft, role: GivenRole): ReachKind | undefined {
  return role.reaches.length === 1 ? role.reaches[0] : draft.reach;
}

export function giftFaults(draft: GiftDraft, { role, isName }: { role: GivenRole | undefined; isName: (name: string) => boolean }): Partial<Record<GiftField, Text>> {
  const reach = role && reachOf(draft, role);
  return {
    ...(isName(accountOf(draft)) ? {} : { account: texts.accountNameFault }),
    ...(role ? {} : { role: texts.grantRoleMissing }),
    ...(role && !reach ? { reach: texts.grantReachMissing } : {}),
    ...(role && !role.reaches.includes('none') && !draft.unit ? { unitId: texts.grantUnitMissing } : {}),
    ...(draft.from ? {} : { from: texts.grantFromMissing }),
  };
}

/** As the contract wants it: a role without a place goes without the unit that was in view. */
export function giftOf(draft: GiftDraft, role: GivenRole): Gift | undefined {
  const reach = reachOf(draft, role);
  if (!reach || !draft.from || (reach !== 'none' && !draft.unit)) return undefined;
  const unitId = reach === 'none' ? undefined : draft.unit?.id;
  return { account: accountOf(draft), role: role.code, reach, from: draft.from, to: draft.to ?? null, ...(unitId ? { unitId } : {}) };
}

function accountOf({ account }: GiftDraft): string {
  return account.trim().toLowerCase();
}
