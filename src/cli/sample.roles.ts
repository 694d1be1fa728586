/** Acts of the sample as somebody of one committee does them. */
import { roles, type RoleCode } from '../access/roles.ts';
import type { Ctx } from '../platform/context.ts';
import { homeOf, newId, type Id } from '../platform/ids.ts';

/** Who holds the whole installation is at home at no committee: of people only those of the very place enter anything. */
export function asRoleAt(ctx: Ctx, role: RoleCode, unitId: Id<'unit'>): Ctx {
  const { code, verbs } = roles[role];
  return { ...ctx, actor: ctx.actor && { ...ctx.actor, grants: [{ id: newId<'assignment'>(homeOf(unitId)), role: code, verbs: new Set(verbs), unitId, reach: 'subtree' }] } };
}
