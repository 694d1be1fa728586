/**
 * What a report has found: each line in all, in each committee that is followed and of each cadre, with the records behind every
 * number; which of them reach the share of the rule. Records are those of the figure; here they are only divided. Pure.
 */
import type { Text } from '../../platform/contract.ts';
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import type { LinkTarget } from '../../figures/figure.ts';
import type { LineCode } from './report.lines.ts';

export interface Count {
  readonly count: number;
  /** Null of a plain number. */
  readonly base: number | null;
}

/** A record behind a number, without words of it: day, place and what it is one of are enough to find it. */
export interface FoundRecord {
  readonly id: string;
  readonly unitId: Id<'unit'>;
  readonly unit: string;
  readonly on: Day | null;
  /** Counted, or only of the base. */
  readonly isCounted: boolean;
  /** Of a bucket: "Sinh hoạt chi bộ". */
  readonly marks: readonly Text[];
  readonly link: { readonly to: LinkTarget; readonly id: string } | null;
  /** Who is told of it, where the record says whom. */
  readonly personId: Id<'person'> | null;
}

export interface FoundLine {
  readonly code: LineCode;
  readonly title: Text;
  readonly figure: string;
  readonly total: Count;
  /** From which share on it goes well, with the paper of the rule. */
  readonly threshold: { readonly share: number; readonly paper: string | null } | null;
  readonly records: readonly FoundRecord[];
}

/** Who followed which unit, and when within the time. */
export interface Following {
  readonly personId: Id<'person'>;
  readonly person: string;
  readonly unitId: Id<'unit'>;
  readonly unit: string;
  readonly from: Day;
  readonly to: Day;
}

/** A cadre follows more units at the end of the time than his regulation, or the rule, allows. */
export interface OverQuota {
  readonly units: number;
  readonly most: number;
}

export interface Row<Key extends string> {
  readonly id: Id<Key>;
  readonly name: string;
  /** Of a committee who followed it; of a cadre which units. */
  readonly beside: readonly string[];
  readonly cells: readonly Count[];
  /** Of a cadre; not told by reports issued before it was counted. */
  readonly over?: OverQuota | null | undefined;
}

export interface Topic extends Count {
  readonly code: string;
  readonly label: Text;
}

export interface Findings {
  readonly unit: string;
  /** Directly above. */
  readonly parent: string | null;
  readonly from: Day;
  readonly to: Day;
  /** On which it was counted. */
  readonly countedOn: Day;
  /** Plain numbers of the whole: cadres, units followed, units that nobody follows. */
  readonly facts: readonly (Count & { readonly figure: string; readonly title: Text })[];
  readonly lines: readonly Omit<FoundLine, 'records'>[];
  readonly committees: readonly Row<'unit'>[];
  readonly cadres: readonly Row<'person'>[];
  readonly topics: readonly Topic[];
  readonly uncovered: readonly { readonly id: Id<'unit'>; readonly name: string; /** From which day on nobody followed it. */ readonly since?: Day | null | undefined }[];
}

/** A record at a unit below counts for the followed unit nearest above it. */
export type FollowedAbove = ReadonlyMap<Id<'unit'>, Id<'unit'>>;

interface Divided {
  readonly lines: readonly FoundLine[];
  readonly following: readonly Following[];
  readonly above: FollowedAbove;
}

export function committeesOf({ lines, following, above }: Divided): Row<'unit'>[] {
  const perLine = lines.map(({ records, total }) => tally(records, total, (record) => [above.get(record.unitId)]));
  return [...Map.groupBy(following, ({ unitId }) => unitId)].map(([id, ones]) => ({ id, name: ones[0]!.unit, beside: distinct(ones.map(({ person }) => person)), cells: perLine.map((of) => of(id)) }));
}

export function cadresOf({ lines, following, above }: Divided): Row<'person'>[] {
  const perLine = lines.map(({ records, total }) => tally(records, total, (record) => peopleOf(record, { following, above })));
  return [...Map.groupBy(following, ({ personId }) => personId)].map(([id, ones]) => ({ id, name: ones[0]!.person, beside: distinct(ones.map(({ unit }) => unit)), cells: perLine.map((of) => of(id)) }));
}

/** Whom the record names; else whoever followed its place on its day. */
export function peopleOf({ personId, unitId, on }: FoundRecord, { following, above }: Pick<Divided, 'following' | 'above'>): Id<'person'>[] {
  if (personId !== null) return [personId];
  const followed = above.get(unitId);
  return distinct(following.filter((one) => one.unitId === followed && (on === null || (one.from <= on && on <= one.to))).map((one) => one.personId));
}

/** Null where there was nothing to reach. */
export function reaches({ count, base }: Count, threshold: FoundLine['threshold']): boolean | null {
  return threshold === null || base === null || base === 0 ? null : count / base >= threshold.share;
}

/** Rows that reach the share of a line, and those that do not; where there was nothing to reach in neither. */
export function judged<Key extends string>(rows: readonly Row<Key>[], at: number, threshold: FoundLine['threshold']): { readonly well: readonly Row<Key>[]; readonly short: readonly Row<Key>[] } {
  const of = (wanted: boolean) => rows.filter(({ cells }) => reaches(cells[at]!, threshold) === wanted);
  return { well: of(true), short: of(false) };
}

function tally<Key extends string>(records: readonly FoundRecord[], total: Count, keysOf: (record: FoundRecord) => readonly (Id<Key> | undefined)[]): (key: Id<Key>) => Count {
  const counts = new Map<Id<Key>, { count: number; base: number }>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      if (key === undefined) continue;
      const known = counts.get(key) ?? { count: 0, base: 0 };
      counts.set(key, { count: known.count + (record.isCounted ? 1 : 0), base: known.base + 1 });
    }
  }
  return (key) => {
    const { count, base } = counts.get(key) ?? { count: 0, base: 0 };
    return { count, base: total.base === null ? null : base };
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
