/** What has come of the first fetch, in the order in which it comes, and how much of the whole that is. Pure. */
import type { FirstFetch } from '../phone/phone.ts';
import type { RecordType } from '../record.ts';

const inOrder = ['unit', 'rules', 'roster', 'meeting', 'task', 'place', 'visit', 'away', 'attention', 'petition', 'topic'] as const satisfies readonly RecordType[];

export interface ComingPart {
  readonly type: (typeof inOrder)[number];
  readonly count: number;
  /** How many there are, of the part that is under way. */
  readonly all: number | undefined;
}

/** Those of which something has come, and the one under way. */
export function partsOf({ parts, came }: FirstFetch): readonly ComingPart[] {
  const listed = inOrder.map((type) => ({ type, count: came[type] ?? 0, all: parts?.at === type ? (came[type] ?? 0) + parts.left : undefined }));
  return listed.filter(({ count, all }) => count > 0 || all !== undefined);
}

/** Between 0 and 1; undefined before anything is known. Each part weighs the same: how many the later ones hold is not known yet. */
export function shareOf({ parts, came }: FirstFetch): number | undefined {
  if (!parts || parts.of === 0) return undefined;
  const count = parts.at === null ? 0 : (came[parts.at] ?? 0);
  const ofThis = count + parts.left;
  return (parts.done + (ofThis === 0 ? 0 : count / ofThis)) / parts.of;
}
