/**
 * What a figure is: a declaration of the things counted, of what puts one of them into the base and into the count,
 * and of how they are divided. Everything else (value, breakdowns, series, comparison, records, the check of printed
 * values) follows from it in `server/`; no other code computes a number.
 *
 * SQL of a declaration refers to:
 * - `scope s`: the units asked about, one row for each point in time, within the caller's reach:
 *   point, from_day, day, unit_id, child_id, valid (when the unit stood in the asked subtree; needed by flows only),
 *   may_be_heir (whether it may have taken over a unit at which subjects lie: see `heirs.ts`);
 * - `x`: the rows of the subject (see `Subject.rows`);
 * - `person`, `unit`: the person and the unit of `x` on `x.day`, where a part says that it needs them (`with`).
 */
import type { RawBuilder } from 'kysely';
import type { Verb } from '../access/verbs.ts';
import type { Hierarchy } from '../modules/units/unit.kinds.ts';
import type { Text } from '../platform/contract.ts';

export type Sql = RawBuilder<unknown>;
export type Join = 'person' | 'unit';

export interface Subject {
  readonly id: string;
  /** The tree in which a subject belongs to a unit; `own`: that of the asked unit; `all`: all four together. */
  readonly hierarchy: Hierarchy | 'own' | 'all';
  /** Units that stand under the asked one, itself left out. */
  readonly withoutRoot?: true;
  /** Why none is kept of it, in words; its figures are always counted live. */
  readonly keepsNoRollup?: string;
  /** Rows (unit_id): the only units at which it can lie, where these are few however much stands under the asked one. Then each of them is looked up, instead of all. */
  readonly foundAt?: Sql;
  /** What was laid on a unit that was merged whole counts with its heir from then on (`bodiesOnDay`, `bodiesInPeriod`): never kept of both. */
  readonly withHeirs?: true;
  /** Of an event: so many days before it the unit is looked for (who left yesterday was in the unit of yesterday). */
  readonly placedDaysBefore?: 1;
  /**
   * A select from `scope s` that gives one row for each subject: point, day (the day on which it is judged), child_id,
   * unit_id, id (text, the same for the same subject on every day), home_id and person_id where it is about a person.
   */
  readonly rows: Sql;
  /**
   * With what a subject comes to count otherwise from some day on: its person, or its unit with what is related to it and
   * who holds posts there. Then only what turned is counted from day to day (`rollups/turned.sql.ts`), else all each day.
   */
  readonly turnsWith?: 'person' | 'unit';
  /**
   * It looks at meetings of its unit, a state at those of so many days before: marks of meetings concern it and nothing else,
   * those of people do not (`rollups/marks.ts`). What looks at absences looks at meetings and at who missed other ones. In the
   * same way at other records that lie on its unit; a state mostly at all since they were laid on it (`allDaysAfter`).
   */
  readonly looksAt?: { readonly what: 'meetings' | 'absences' | RecordKind; readonly daysBack: number };
  /**
   * Flows are kept by the day on which something happened; these, of which most groups have some on most days, by its month.
   * Kept are then periods of whole months, the last up to today at least: nothing may lie after today.
   */
  readonly keptBy?: 'month';
  /**
   * Of a flow kept by month: the rows of one subject follow each other, wherever they are, and only the last of the asked
   * period counts. They have two columns more: `superseded_on`, the day of the next, null where there is none yet, and
   * `asked_to`, the last day asked about (`s.day`). So each counts in one place alone, and places add up.
   */
  readonly isLastAlone?: true;
  /** What one must be allowed to do to see the records behind the number. */
  readonly verb: Verb;
  /** What is counted is nobody's business but of the units that stand in `heldBy`: only who is assigned there sees records, and numbers of fewer than `fewPeople`. */
  readonly confidential?: { readonly heldBy: readonly [column: string, ...columns: string[]] };
  /** Order of the records. */
  readonly sort: Part;
  readonly columns: readonly Column[];
}

/** Records of which a change is told by `markRecords`: which subjects look at them. Of documents regulations are told apart, for they count on all days since. */
export const recordKinds = ['petitions', 'tasks', 'documents', 'regulations', 'cascades'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** More days than any that are kept lie after another. */
export const allDaysAfter = 40_000;

/**
 * Out of a number of fewer people one may tell who is meant (Law 91/2025/QH15 on personal data, sensitive data). No document sets it:
 * offices of statistics take 3 to 10, and in a cell people know each other.
 */
export const fewPeople = 10;

/** What has a page of its own. */
export type LinkTarget = 'person' | 'unit' | 'meeting' | 'document' | 'task' | 'shortcoming' | 'petition' | 'visit';

/** An expression over `x` and the joins it names. */
export interface Part {
  readonly of: Sql;
  readonly with?: readonly Join[];
}

export interface Column extends Part {
  readonly id: string;
  readonly title: Text;
  readonly kind: 'text' | 'day' | 'number';
  readonly link?: { readonly to: LinkTarget; readonly of: Sql };
}

export interface Bucket {
  readonly code: string;
  readonly label: Text;
}

/** Divides the subjects: each falls into one bucket, those of which nothing is known into `unknown`. */
export interface Partition extends Part {
  readonly kind: 'partition';
  readonly id: string;
  readonly title: Text;
  readonly buckets: readonly Bucket[];
  /** Where the passing of years alone puts a subject into another bucket. */
  readonly passing?: Passing;
}

/** So many years after a birth, the beginning of a membership or that of a tenure. */
export interface Passing {
  readonly since: 'birth' | 'admission' | 'post';
  readonly years: readonly number[];
}

/** Marks that a subject may bear several of, or none; they never add up to the value. */
export interface Overlap {
  readonly kind: 'overlap';
  readonly id: string;
  readonly title: Text;
  readonly buckets: readonly (Bucket & { readonly where: Sql })[];
  readonly with?: readonly Join[];
}

export type Dimension = Partition | Overlap;

export interface Condition {
  readonly where: Sql;
  readonly with?: readonly Join[];
}

/** Whole numbers over `x`, never null: how much a subject counts for in the base and in the count. */
export interface Weights {
  readonly base: Sql;
  readonly count: Sql;
}

/**
 * Whole numbers of what is counted, of each subject one or none (null), by a text: how often each comes up is kept beside the counts.
 * So medians, which do not add up, are told of any place. Of subjects that are nobody's business (`confidential`) there is none.
 */
export interface Histogram {
  readonly by: Sql;
  readonly of: Readonly<Record<string, Sql>>;
}

export interface Figure {
  readonly id: string;
  /** `state`: as of a day. `flow`: what happened from a day to a day. */
  readonly kind: 'state' | 'flow';
  readonly subject: Subject;
  readonly title: Text;
  readonly explanation: Text;
  /** What is counted or, for a share, what the base is: "trưởng thôn, tổ trưởng tổ dân phố đang giữ chức". */
  readonly words: Text;
  /** Only for shares: what puts a subject into the base; everything where no condition is given. */
  readonly base?: Partial<Condition>;
  /** Where the base is only what was recorded: the figure that counts all of which it might be. Its dimensions are the same. */
  readonly recordedOf?: string;
  /** All of the base ought to be counted: what is looked for are those that are not. */
  readonly aimsAtAll?: true;
  /** What puts a subject of the base into the count; everything where nothing is said. */
  readonly count?: Condition;
  /**
   * The same subjects summed up by unit, for questions that tell them apart by nothing but where they are: rows as those of the
   * subject, with `of_base` and `of_count`. They must add up to what the subjects do.
   */
  readonly summed?: Sql;
  /** Each subject counts so much instead of one; the records stay the list of subjects. */
  readonly weights?: Weights;
  readonly dimensions: readonly Dimension[];
  readonly histogram?: Histogram;
  /** Keys of the rules by which it is counted: when one is set, it is counted anew. */
  readonly rules?: readonly string[];
}

export type Filters = Readonly<Record<string, readonly string[]>>;

export const unknownBucket: Bucket = { code: 'unknown', label: { vi: 'Chưa rõ', en: 'Not known' } };

export function isShare(figure: Figure): boolean {
  return figure.base !== undefined;
}

export function bucketsOf(dimension: Dimension): readonly Bucket[] {
  return dimension.kind === 'partition' ? [...dimension.buckets, unknownBucket] : dimension.buckets;
}
