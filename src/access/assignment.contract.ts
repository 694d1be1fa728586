/** Who holds which role where, from when to when, and giving or taking it back. */
import { z } from 'zod';
import { act, query } from '../platform/contract.ts';
import { daySchema } from '../platform/day.ts';
import { pageSize } from '../platform/http/query.schema.ts';
import { idSchema } from '../platform/ids.ts';
import { unitNameSchema } from './access.contract.ts';
import { accountNamePattern } from './account.ts';

const reachKind = z.enum(['none', 'unit', 'children', 'subtree']);
const roleCode = z.enum(['system_administrator', 'board_officer', 'office_officer', 'cell_secretary', 'assigned_cadre', 'member']);
const text = z.object({ vi: z.string(), en: z.string() });

export const assignmentSchema = z.object({
  id: idSchema<'assignment'>(),
  account: z.object({ id: idSchema<'account'>(), name: z.string(), displayName: z.string() }),
  role: z.string(),
  unit: unitNameSchema.nullable(),
  reach: reachKind,
  from: daySchema,
  to: daySchema.nullable(),
  grantedBy: z.string().nullable(),
  onBehalfOf: idSchema<'assignment'>().nullable(),
  grantedAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  /** Holds today: in its period, not taken back, its unit exists, and what it stems from holds as well. */
  live: z.boolean(),
  may: z.array(z.enum(['revoke'])),
});

const listAssignments = query({
  name: 'assignments.list',
  path: '/api/assignments',
  input: z.strictObject({
    accountId: idSchema<'account'>().optional(),
    unitId: idSchema<'unit'>().optional(),
    show: z.enum(['live', 'all']).default('live'),
    cursor: z.string().max(400).optional(),
    limit: pageSize,
  }),
  output: z.object({ items: z.array(assignmentSchema), next: z.string().nullable() }),
  verb: 'assignment.read',
  summary: { vi: 'Phân quyền của một tài khoản hoặc tại một đơn vị', en: 'Assignments of an account or at a unit' },
});

const listRoles = query({
  name: 'assignments.roles',
  path: '/api/assignments/roles',
  input: z.strictObject({ unitId: idSchema<'unit'>().optional() }),
  output: z.object({
    items: z.array(z.object({ code: roleCode, name: text, verbs: z.array(z.object({ code: z.string(), name: text })), reaches: z.array(reachKind), /** The caller may give it (at that unit). */ mayGive: z.boolean() })),
  }),
  verb: 'assignment.read',
  summary: { vi: 'Các vai trò và quyền của từng vai trò', en: 'The roles and what each may do' },
});

const grantAssignment = act({
  name: 'assignments.grant',
  path: '/api/assignments',
  input: z.strictObject({
    /** The account by its name, as it is typed to sign in. */
    account: z.string().trim().toLowerCase().regex(accountNamePattern),
    role: roleCode,
    unitId: idSchema<'unit'>().optional(),
    reach: reachKind,
    from: daySchema,
    to: daySchema.nullable(),
  }),
  output: z.object({ id: idSchema<'assignment'>() }),
  verb: 'assignment.grant',
  problems: [
    'platform.notFound', 'access.accountUnknown', 'access.notToOneself', 'access.periodBackwards', 'access.reachNotOfRole', 'access.unitWithReach', 'access.unitGone',
    'access.beyondVerbs', 'access.beyondReach', 'access.beyondPeriod', 'access.personNotYours', 'access.assignedAlready',
  ],
  summary: { vi: 'Phân quyền', en: 'Give a role' },
});

const revokeAssignment = act({
  name: 'assignments.revoke',
  path: '/api/assignments/:id/revoke',
  input: z.strictObject({ id: idSchema<'assignment'>() }),
  output: z.object({ /** Assignments that ended, those given on behalf of it included. */ ended: z.number().int() }),
  verb: 'assignment.grant',
  problems: ['platform.notFound', 'access.notYoursToRevoke', 'access.lastAdministrator', 'access.revokedAlready'],
  summary: { vi: 'Thu hồi phân quyền', en: 'Take a role back' },
});

export const assignmentContract = {
  list: listAssignments,
  roles: listRoles,
  grant: grantAssignment,
  revoke: revokeAssignment,
} as const;
