/**
 * The sample for trying things out: the places of the five cases through the importer, what the press printed about
 * them, and one account per role. Its import source is marked; as long as that stands, every page says so, and
 * everything entered in the installation is for trying out and goes when the sample is taken out.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { sampleAccounts } from '../../../access/server/index.ts';
import type { RoleCode } from '../../../access/roles.ts';
import { printedAs } from '../../../figures/figures.contract.ts';
import type { Ctx } from '../../../platform/context.ts';
import { daySchema } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { applyImport, type ImportProgress } from '../../imports/server/index.ts';
import { passSampleDown } from './sample.cascades.ts';
import type { SamplePlaces } from './sample.months.ts';

export const sampleFolder = join(import.meta.dirname, '../../../../samples/cases');
const sourceName = 'samples/cases';

const text = z.strictObject({ vi: z.string(), en: z.string() });
const printed = z.strictObject({ count: z.number(), base: z.number().optional(), show: z.enum(['number', 'of', 'percent']), as: printedAs.optional() });
const filter = z.record(z.string(), z.array(z.string())).default({});
const casesSchema = z.array(
  z.strictObject({
    id: z.string(),
    case: z.string(),
    figure: z.string(),
    unit: z.string(),
    /** First day of the period of a flow. */
    from: daySchema.optional(),
    asOf: daySchema,
    source: text,
    title: text,
    printed,
    filter,
    parts: z.array(z.strictObject({ id: z.string(), title: text, filter, printed })).default([]),
    names: z.array(z.string()).optional(),
  }),
);

/** Where the sample's accounts work, that of the province first in the one that holds the others: refs of units. */
const places = {
  provinces: ['phu-tho.party', 'hue.party', 'can-tho.party', 'dong-thap.party'],
  commune: 'phu-tho.song-lo.party',
  wide: 'can-tho.party',
};

export interface LoadedSample {
  readonly accounts: readonly { readonly name: string; readonly role: RoleCode }[];
}

export async function isSampleLoaded(ctx: Pick<Ctx, 'db'>): Promise<boolean> {
  const found = await rows(ctx.db, sql<{ loaded: boolean }>`select exists (select from import_sources where sample) as loaded`);
  return found[0]?.loaded ?? false;
}

/** Call within an act: import, printed values and accounts stand or fall together. */
export async function loadSample(ctx: Ctx, given: { password: string; onProgress?: (progress: ImportProgress) => void }): Promise<LoadedSample> {
  await applyImport(ctx, { source: sourceName, from: { path: sampleFolder }, fileName: sourceName, sample: true, onProgress: given.onProgress });
  await passSampleDown(ctx, { folder: sampleFolder, unitOf: (ref) => unitOf(ctx, ref) });
  await printCases(ctx);
  return { accounts: await makeAccounts(ctx, given.password) };
}

async function printCases(ctx: Ctx): Promise<void> {
  const cases = casesSchema.parse(JSON.parse(await readFile(join(sampleFolder, 'cases.json'), 'utf8')));
  for (const { parts, ...whole } of cases) {
    await printCase(ctx, whole);
    for (const part of parts) await printCase(ctx, { ...whole, names: undefined, ...part });
  }
}

type Printing = Omit<z.infer<typeof casesSchema>[number], 'parts'>;

async function printCase(ctx: Ctx, given: Printing): Promise<void> {
  const unitId = await unitOf(ctx, given.unit);
  const named = given.names ? await Promise.all(given.names.map((ref) => unitOf(ctx, ref))) : null;
  const filters = Object.fromEntries(Object.entries(given.filter).map(([dimension, codes]) => [dimension, codes.toSorted()]));
  await sql`insert into printed_values (id, figure, unit_id, from_day, as_of, filters, count, base, printed_as, source, case_id, title, named_units, recorded_at)
    values (${newId(homeOf(unitId))}, ${given.figure}, ${unitId}, ${given.from ?? null}, ${given.asOf}, ${JSON.stringify(filters)}, ${given.printed.count},
      ${given.printed.base ?? null}, ${given.printed.as ?? null}, ${given.source.vi}, ${given.id}, ${JSON.stringify(given.title)}, ${named}::uuid[], ${ctx.now})`.execute(ctx.db);
}

async function makeAccounts(ctx: Ctx, password: string): Promise<LoadedSample['accounts']> {
  const { communeId, cellId, memberId } = await findSamplePlaces(ctx);
  const provinceUnitIds = await Promise.all(places.provinces.map((ref) => unitOf(ctx, ref)));
  return sampleAccounts(ctx, { provinceUnitIds, communeUnitId: communeId, cellUnitId: cellId, personId: memberId, cadre: await sampleCadre(ctx), password });
}

/** Who follows three communes today in the province with many, and by whose regulation. */
export async function sampleCadre(ctx: Ctx) {
  const [found] = await rows(ctx.db, sql<{ personId: Id<'person'>; unitIds: Id<'unit'>[]; regulatedBy: Id<'unit'>; months: number }>`
    select a.person_id as "personId", array_agg(a.unit_id order by a.unit_id) as "unitIds", min(r.unit_id::text)::uuid as "regulatedBy", coalesce(min((select d.report_every_months from oversight_duties d where d.home_id = a.home_id and d.regulation_id = a.regulation_id and d.tier = a.tier)), 3)::int as months from oversight_assignments a join oversight_regulations r on r.home_id = a.home_id and r.id = a.regulation_id
    where r.unit_id = ${await unitOf(ctx, places.wide)} and a.valid @> ${ctx.today}::date group by a.person_id having count(*) = 3 order by a.person_id limit 1`);
  return found;
}

/** The largest village cell of the commune today, and members of it who hold no post. */
export async function findSamplePlaces(ctx: Ctx): Promise<SamplePlaces> {
  const communeId = await unitOf(ctx, places.commune);
  const found = await rows(ctx.db, sql<{ cell_id: Id<'unit'>; people: Id<'person'>[] }>`
    select p.cell_id, array_agg(p.person_id order by exists (select from tenures t where t.person_id = p.person_id), exists (select from away_spells a where a.person_id = p.person_id and a.valid @> ${ctx.today}::date), p.person_id) as people
    from placements p join unit_closure c on c.hierarchy = 'party' and c.ancestor_id = ${communeId} and c.descendant_id = p.cell_id and c.valid @> ${ctx.today}::date
    join unit_versions v on v.unit_id = p.cell_id and v.valid @> ${ctx.today}::date and v.type = 'residential'
    where p.kind = 'official' and p.valid @> ${ctx.today}::date group by p.cell_id order by count(*) desc, p.cell_id limit 1`);
  const [memberId, leavingId] = found[0]?.people ?? [];
  if (!found[0] || !memberId || !leavingId) throw new Error('the sample has no two members in a village cell of its commune');
  return { communeId, provinceId: await unitOf(ctx, places.provinces[0]!), wideId: await unitOf(ctx, places.wide), cellId: found[0].cell_id, memberId, leavingId };
}

async function unitOf(ctx: Ctx, ref: string): Promise<Id<'unit'>> {
  const found = await rows(ctx.db, sql<{ entity_id: Id<'unit'> }>`
    select r.entity_id from import_refs r join import_sources s on s.id = r.source_id where s.name = ${sourceName} and r.sheet = 'units' and r.ref = ${ref}`);
  if (!found[0]) throw new Error(`the sample has no unit ${ref}`);
  return found[0].entity_id;
}
