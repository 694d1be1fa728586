/** Drafts a change set from the rows of a file; nothing is drafted while a row has an error. */
import type { Ctx } from '../../../platform/context.ts';
import { homeOf, nationalHome } from '../../../platform/ids.ts';
import type { FileFinding } from '../file/file.findings.ts';
import type { ItemRow } from '../file/items.sheet.ts';
import type { ReorganisationDraft, ReorganisationId } from '../reorganisation.ts';
import { itemsOfRows } from './item.file.ts';
import { draftReorganisation } from './reorganisation.commands.ts';
import { insertItems } from './reorganisation.store.ts';

export interface DraftedFromFile {
  readonly id: ReorganisationId | undefined;
  readonly findings: readonly FileFinding[];
}

type FromRows = Omit<ReorganisationDraft, 'items'> & {
  readonly rows: readonly ItemRow[];
  /** Errors of rows that could not even be read. */
  readonly brokenRows: number;
};

export async function draftFromRows(ctx: Ctx, { rows, brokenRows, ...head }: FromRows): Promise<DraftedFromFile> {
  const { items, findings } = await itemsOfRows(ctx, { rows, effectiveOn: head.effectiveOn, home: head.unitId === null ? nationalHome : homeOf(head.unitId) });
  if (findings.length > 0 || brokenRows > 0) return { id: undefined, findings };
  const id = await draftReorganisation(ctx, { ...head, items: [] });
  await insertItems(ctx, id, items);
  return { id, findings };
}
