/** Loads `samples/cases` through the importer, with one account for each role to look at it. All of it is marked as sample. */
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { isRole, roles } from '../access/roles.ts';
import { sampleAccounts, type SamplePlaces } from '../access/server/index.ts';
import { applyImport } from '../modules/imports/server/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Text } from '../platform/contract.ts';
import { firstRow, rows } from '../platform/db/database.ts';
import type { Id } from '../platform/ids.ts';
import { progressOf } from './import.ts';
import { inAct } from './perform.ts';
import type { Terminal } from './terminal.ts';

const folder = join(import.meta.dirname, '../../samples/cases');
const source = 'samples/cases';

/** Where the sample's accounts stand: a province and one of its communes, in case E. */
const province = 'phu-tho.party';
const commune = 'phu-tho.song-lo.party';

export async function loadSample({ context, data }: { context: () => Ctx; data: string }, terminal: Terminal): Promise<void> {
  terminal.note(terminal.t('start.loading'));
  const password = newSamplePassword();
  await inAct(context(), async (ctx) => {
    await applyImport(ctx, { source, from: { path: folder }, fileName: 'samples/cases', sample: true, onProgress: progressOf(terminal) });
    await sampleAccounts(ctx, { ...(await findPlaces(ctx)), password });
  });
  await writeFile(passwordFile(data), `${password}\n`, { mode: 0o600 });
}

/** Kept beside the data, as whoever tries the sample should not have to remember it. */
export async function readSamplePassword(data: string): Promise<string | undefined> {
  return readFile(passwordFile(data), 'utf8').then((text) => text.trim(), () => undefined);
}

export async function sampleAccountsOf(ctx: Ctx): Promise<{ name: string; role: Text }[]> {
  const found = await rows(ctx.db, sql<{ name: string; role: string }>`select c.name, a.role from accounts c join assignments a on a.account_id = c.id
    where c.sample and c.disabled_at is null and a.revoked_at is null order by c.created_at, c.id`);
  return found.flatMap(({ name, role }) => (isRole(role) ? [{ name, role: roles[role].name }] : []));
}

async function findPlaces(ctx: Ctx): Promise<Omit<SamplePlaces, 'password'>> {
  const row = await firstRow(ctx.db, sql<{ province: Id<'unit'>; commune: Id<'unit'>; cell: Id<'unit'>; person: Id<'person'> }>`
    with units as (select r.ref, r.entity_id as id from import_refs r join import_sources s on s.id = r.source_id where s.name = ${source} and r.sheet = 'units')
    select province.id as province, commune.id as commune, cell.id as cell, p.person_id as person
    from units province, units commune, unit_closure c
    join unit_versions v on v.unit_id = c.descendant_id and v.kind = 'cell' and v.type = 'residential' and v.valid @> ${ctx.today}::date
    join units cell on cell.id = c.descendant_id
    join placements p on p.cell_id = cell.id and p.valid @> ${ctx.today}::date
    where province.ref = ${province} and commune.ref = ${commune} and c.hierarchy = 'party' and c.ancestor_id = commune.id and c.valid @> ${ctx.today}::date
    order by cell.ref, p.person_id limit 1`);
  if (!row) throw new Error(`the sample lacks a cell with members under ${commune}`);
  return { provinceUnitId: row.province, communeUnitId: row.commune, cellUnitId: row.cell, personId: row.person };
}

/** Easy to read out and to type; only for made-up data on one's own machine. */
function newSamplePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

function passwordFile(data: string): string {
  return join(data, 'sample.password');
}
