/**
 * Roles: named sets of verbs. An administrator keeps the system and sees no Party data by itself;
 * the others see what lies in the reach of their assignment.
 */
import type { Text } from '../platform/contract.ts';
import type { Verb } from './verbs.ts';

export interface Role {
  readonly code: RoleCode;
  readonly name: Text;
  readonly verbs: readonly Verb[];
  /** `none`: held without a unit. */
  readonly reaches: readonly ('none' | 'unit' | 'children' | 'subtree')[];
}

export type RoleCode = 'system_administrator' | 'board_officer' | 'office_officer' | 'cell_secretary' | 'assigned_cadre' | 'member';

const reading = ['unit.read', 'person.read', 'member.read', 'post.read', 'figure.read', 'meeting.read', 'task.read', 'document.read', 'shortcoming.read', 'rating.read', 'personalRating.read', 'review.read', 'oversight.read', 'visit.read', 'petition.read', 'attention.read', 'rule.read', 'self.answer', 'self.review', 'self.read'] as const satisfies Verb[];
const recording = ['person.contact', 'person.record', 'member.record', 'post.record', 'meeting.record', 'task.record', 'task.report', 'document.record', 'shortcoming.record', 'review.record', 'rating.record', 'personalRating.record', 'visit.record', 'petition.record', 'petition.confirm', 'petition.handle', 'attention.snooze', 'record.export'] as const satisfies Verb[];
const keeping = ['unit.manage', 'unit.correct', 'figure.print', 'import.run', 'rule.set', 'report.read', 'report.draft', 'report.issue', 'rating.decide', 'personalRating.decide', 'oversight.assign', 'oversight.evaluate', 'assignment.read', 'assignment.grant'] as const satisfies Verb[];

export const roles: Readonly<Record<RoleCode, Role>> = {
  system_administrator: {
    code: 'system_administrator',
    name: { vi: 'Quản trị hệ thống', en: 'System administrator' },
    verbs: ['unit.find', 'rule.read', 'rule.set', 'account.manage', 'assignment.read', 'assignment.grant', 'assignment.appoint', 'event.read'],
    reaches: ['none'],
  },
  board_officer: {
    code: 'board_officer',
    name: { vi: 'Cán bộ ban đảng cấp tỉnh', en: 'Provincial board officer' },
    verbs: [...reading, ...recording, ...keeping, 'reorganisation.draft', 'reorganisation.apply', 'event.read'],
    reaches: ['subtree'],
  },
  office_officer: {
    code: 'office_officer',
    name: { vi: 'Cán bộ văn phòng đảng ủy xã', en: 'Commune office officer' },
    verbs: [...reading, ...recording, ...keeping],
    reaches: ['subtree'],
  },
  cell_secretary: {
    code: 'cell_secretary',
    name: { vi: 'Bí thư chi bộ', en: 'Cell secretary' },
    verbs: [...reading, 'person.contact', 'member.record', 'meeting.record', 'task.record', 'task.report', 'document.record', 'shortcoming.record', 'rating.record', 'personalRating.record', 'review.record', 'petition.record', 'petition.confirm', 'attention.snooze'],
    reaches: ['unit', 'subtree'],
  },
  assigned_cadre: {
    code: 'assigned_cadre',
    name: { vi: 'Cán bộ được phân công theo dõi', en: 'Assigned cadre' },
    verbs: ['unit.read', 'post.read', 'figure.read', 'meeting.read', 'task.read', 'task.report', 'document.read', 'shortcoming.read', 'attention.read', 'rule.read', 'oversight.read', 'visit.read', 'visit.record', 'petition.read', 'petition.record', 'self.answer', 'self.review', 'self.read'],
    reaches: ['unit', 'subtree'],
  },
  member: {
    code: 'member',
    name: { vi: 'Đảng viên', en: 'Member' },
    verbs: ['task.report', 'self.answer', 'self.review', 'self.read'],
    reaches: ['none'],
  },
};

export function isRole(code: string): code is RoleCode {
  return code in roles;
}
