/** A commune whose officer brings in meetings by files, a neighbour that he does not reach, and a cell with five members for every test. */
import { sql } from 'kysely';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld } from '../../../../test/world/world.ts';
import type { Id } from '../../../platform/ids.ts';
import { getMeeting } from '../../meetings/server/meeting.page.ts';
import { applyImport, checkImport, type ImportRequest } from '../server/index.ts';

export type Sheets = Readonly<Record<string, string>>;

export const meetings = (...rows: string[]) => `ref,unit,kind,extended,on,starts,ends,place,mode,topic,series,minutes_adopted_on,score\n${rows.join('\n')}\n`;
export const march = 'm3,cb,regular,,2026-03-03,19:30,21:10,Nhà văn hóa,,,,2026-03-05,92';
export const countsOf = (tables: readonly { readonly table: string }[]) => tables.find(({ table }) => table === 'meetings');

export async function openMeetingImports() {
  const world = await openWorld();
  const build = buildIn(world, 0);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  await build.derive();
  const officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  const colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
  let source = 0;

  /** The fourth member is exempt, the fifth works away with leave. */
  function cell(): Record<string, string> {
    const people = ['an', 'binh', 'cuong', 'dung', 'em'];
    return {
      units: `ref,name,kind,type,party_parent,from\ncb,Chi bộ thôn ${source},cell,residential,id:${commune},2015-01-01\n`,
      people: `ref,full_name\n${people.map((ref) => `${ref},Nguyễn Văn ${ref}`).join('\n')}\n`,
      memberships: `person,record,cell,from,to,admitted_on,recognised_on,with_leave\n${people.map((ref) => `${ref},placement,cb,2016-01-01,,2010-01-01,${ref === 'cuong' ? '' : '2011-01-01'},\n`).join('')}dung,exemption,,2026-01-01,,,,\nem,away,,2026-01-01,,,,yes\n`,
    };
  }

  function held(changes: Sheets = {}): Record<string, string> {
    return {
      ...cell(),
      meetings: meetings(march),
      attendance: 'meeting,person,mark,reason\nm3,binh,excused,duty\nm3,cuong,absent,\nm3,dung,present,\n',
      guests: 'meeting,name,role,person,present\nm3,Trưởng thôn,head,,\nm3,Khách vắng,other,,không\n',
      agenda: 'meeting,position,title,done\nm3,2,Phương hướng,không\nm3,1,Đánh giá tháng trước,\n',
      ...changes,
    };
  }

  function files(sheets: Sheets, name = `nguồn ${source}`): ImportRequest {
    const from = { files: Object.entries(sheets).map(([sheet, text]) => ({ name: `${sheet}.csv`, bytes: new TextEncoder().encode(text) })) };
    return { source: name, from, fileName: 'thử.csv' };
  }

  const apply = (sheets: Sheets, ctx = officer) => act(ctx, (inside) => applyImport(inside, files(sheets)));
  const check = (sheets: Sheets, ctx = officer) => act(ctx, (inside) => checkImport(inside, files(sheets)));

  async function told(sheets: Sheets, ctx = officer): Promise<unknown[]> {
    return (await check(sheets, ctx)).findings.map(({ severity, code, sheet, row, column }) => [...(severity === 'warning' ? ['warning'] : []), code, sheet, row, column]);
  }

  async function idOf(sheet: string, ref: string): Promise<Id<'meeting'>> {
    const { rows } = await sql<{ id: Id<'meeting'> }>`select r.entity_id as id from import_refs r join import_sources s on s.id = r.source_id where s.name = ${`nguồn ${source}`} and r.sheet = ${sheet} and r.ref = ${ref}`.execute(world.owner.db);
    return rows[0]!.id;
  }

  const read = async (ref = 'm3') => getMeeting(officer, { id: await idOf('meetings', ref) });

  async function left(): Promise<number[]> {
    const tables = ['meetings', 'meeting_books', 'attendances', 'meeting_guests', 'people', 'units'];
    return Promise.all(tables.map(async (table) => (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(world.owner.db)).rows[0]!.count));
  }

  return {
    build, other, officer, colleague, cell, held, files, apply, check, told, idOf, read, left,
    /** Every test is a source of its own, with a cell of its own. */
    nextSource: () => { source += 1; },
    close: () => world.close(),
  };
}
