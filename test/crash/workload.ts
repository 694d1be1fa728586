/** What the crash test writes: a committee to write under, and small imports whose size is known. */
import { sql } from 'kysely';
import type { ImportRequest } from '../../src/modules/imports/server/index.ts';
import { rows, type Db } from '../../src/platform/db/database.ts';
import type { Ctx } from '../../src/platform/context.ts';
import type { Id } from '../../src/platform/ids.ts';
import { applyImport } from '../../src/modules/imports/server/index.ts';

export const peopleOfImport = 40;

/** The committee under which everything is recorded; entered by the first round. */
export async function startOf(db: Db, act: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>): Promise<Id<'unit'>> {
  const [known] = await rows(db, sql<{ id: Id<'unit'> }>`select unit_id as id from unit_versions where kind = 'provincial_party'`);
  if (known) return known.id;
  await act((ctx) => applyImport(ctx, request('gốc', { units: 'ref,name,kind,party_parent,from\ntw,Trung ương,central,,2000-01-01\ntinh,Đảng bộ tỉnh,provincial_party,tw,2000-01-01\n' })));
  return startOf(db, act);
}

export function workbook({ name, parent }: { name: string; parent: Id<'unit'> }): ImportRequest {
  const refs = Array.from({ length: peopleOfImport }, (_, index) => `p${index}`);
  return request(name, {
    units: `ref,name,kind,party_parent,from\ncb,Chi bộ nhập ${name},cell,id:${parent},2020-01-01\n`,
    people: `ref,full_name,birth\n${refs.map((ref) => `${ref},Nguyễn Văn ${ref},1980\n`).join('')}`,
    memberships: `person,record,cell,from,admitted_on,recognised_on,in_reason\n${refs.map((ref) => `${ref},placement,cb,2020-01-01,2010-01-01,2011-01-01,initial\n`).join('')}`,
  });
}

function request(name: string, sheets: Readonly<Record<string, string>>): ImportRequest {
  const files = Object.entries(sheets).map(([sheet, text]) => ({ name: `${sheet}.csv`, bytes: new TextEncoder().encode(text) }));
  return { source: `thử ${name}`, from: { files }, fileName: name };
}
