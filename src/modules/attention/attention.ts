/**
 * What an alert is: a declaration of what is due or late by a rule, in the module that owns the subject. The list, its counts
 * and putting off follow from it in `server/`; nothing of an alert is stored. Pure.
 *
 * SQL of a declaration selects from `scope u`, one row for each unit asked about: unit_id, unit_kind, unit_name, today, and
 * `rules` (the values in force today at that unit, of the nearest scope), read by `ruleOf`.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../access/verbs.ts';
import type { Text } from '../../platform/contract.ts';
import type { RuleKey } from '../rules/rule.keys.ts';

type Sql = RawBuilder<unknown>;

export const alertSubjects = ['unit', 'person', 'meeting', 'document', 'task', 'shortcoming', 'petition', 'oversight'] as const;
export type AlertSubject = (typeof alertSubjects)[number];

/** Rows that several alerts divide among them, worked out once: a select like `Alert.rows`, which theirs join by its name. */
export interface SharedRows {
  readonly name: string;
  readonly verb: Verb;
  readonly rows: Sql;
}

export interface Alert {
  readonly id: string;
  readonly subject: AlertSubject;
  /** What one must be allowed to do at the unit to see the subject. */
  readonly verb: Verb;
  readonly title: Text;
  /** When it is told, and what puts it right. */
  readonly explanation: Text;
  /** The act that settles it; `{id}` in the address is the subject's, `{unit}` the unit's. */
  readonly act: { readonly label: Text; readonly href: string };
  /** Rules by which it is judged; each is cited with its paper. */
  readonly rules: readonly RuleKey[];
  /** What the number of a row counts, where it has one: "{amount} tháng". */
  readonly amount?: Text;
  /**
   * Rows: unit_id, subject_id, name (of a meeting the code of its kind, of a document its symbol, of a task what is to be done (a former unit's name before it), of a shortcoming or petition how it begins, of one who follows a unit his name; null for the unit itself),
   * since (the day from which it is so), due (the last day by rule, or null), amount (or null). At most one for each unit and
   * subject.
   */
  readonly rows: Sql;
  /** The same matter is told at units above as well; a list of several has it once. Rows have a further column `at_id` then: the unit where it is to be settled. */
  readonly toldAbove?: true;
  readonly from?: SharedRows;
  /** Rows have a further column `meetings` then: those that made the row, [{id, kind, on}]. Shown to whoever reads meetings. */
  readonly listsMeetings?: true;
}

/** The value in force today at the unit. */
export function ruleOf(key: RuleKey): Sql {
  return sql`(u.rules -> ${key}::text ->> 'value')::numeric`;
}

/** Where the act that settles a row is done. */
export function hrefOf({ act }: Pick<Alert, 'act'>, { subjectId, unitId }: { subjectId: string; unitId: string }): string {
  return act.href.replace('{id}', subjectId).replace('{unit}', unitId);
}
