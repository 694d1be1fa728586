/** Who may draft, read, apply and undo, and what nobody else gets to see, through the procedures themselves. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import { applyReorganisation } from '../server/index.ts';
import { apply, create, dryRun, putItems, removeItems } from '../server/reorganisation.commands.ts';
import { mostItemsServed } from '../server/reorganisation.lock.ts';
import { undo } from '../server/reorganisation.undo.ts';
import { getReorganisation, listItems, listOutcomes, listReorganisations } from '../server/reorganisation.reads.ts';
import type { ReorganisationId } from '../reorganisation.ts';
import { buildReformPlace, draftOf, factsOf, reformDay, stateOf, type ReformPlace } from './reform.world.ts';

let world: World;
let place: ReformPlace;
let officer: Ctx;
let stranger: Ctx;
let elsewhere: Id<'unit'>;
let id: ReorganisationId;

beforeAll(async () => {
  world = await openWorld();
  place = await buildReformPlace(world);
  const build = buildIn(world);
  elsewhere = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'board_officer', unitId: place.top }]));
  stranger = contextFor(world, actorWith([{ role: 'board_officer', unitId: elsewhere }]));
  ({ id } = await act(officer, (ctx) => create(ctx, { unitId: place.top, title: 'Nhập hai xã', decision: { number: '01/NQ', signedOn: null, issuer: null }, effectiveOn: reformDay })));
});
afterAll(() => world.close());

const head = { title: 'Nhập hai xã', decision: { number: '01/NQ', signedOn: null, issuer: null }, effectiveOn: reformDay };
const page = { limit: 50 };
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

test('items name new units by ref in any order, are paged, and are not taken from under others', async () => {
  const { items } = await act(officer, (ctx) => putItems(ctx, { id, items: [
    { kind: 'merge', unitIds: place.communes.slice(0, 2).map(({ party }) => party), intoId: 'xa-moi' },
    { kind: 'found', ref: 'xa-moi', facts: factsOf('commune_party', 'Đảng bộ xã mới'), parents: [{ hierarchy: 'party', parentId: place.district }] },
  ] }));
  expect(items.map(({ seq, ref }) => [seq, ref])).toEqual([[1, null], [2, 'xa-moi']]);
  const first = await listItems(officer, { id, limit: 1 });
  expect(first.items[0]?.item).toMatchObject({ kind: 'merge', intoId: items[1]!.unitId });
  expect((await listItems(officer, { id, limit: 1, cursor: first.next! })).items.map(({ seq }) => seq)).toEqual([2]);
  expect(await code(act(officer, (ctx) => removeItems(ctx, { id, seqs: [2] })))).toBe('reorganisations.refUsed');
  expect(await code(act(officer, (ctx) => putItems(ctx, { id, items: [{ kind: 'dissolve', unitId: 'khong-co' }] })))).toBe('reorganisations.unknownRef');
  expect(await code(act(officer, (ctx) => putItems(ctx, { id, items: [{ kind: 'found', ref: 'xa-moi', facts: factsOf('commune_party', 'Trùng'), parents: [] }] })))).toBe('reorganisations.refTwice');
});

test('another province does not learn that the change set exists', async () => {
  expect((await listReorganisations(stranger, page)).items).toEqual([]);
  const attempts: (() => Promise<unknown>)[] = [
    () => getReorganisation(stranger, { id }),
    () => listItems(stranger, { id, ...page }),
    () => listOutcomes(stranger, { id, list: 'unit', ...page }),
    () => act(stranger, (ctx) => dryRun(ctx, { id })),
    () => act(stranger, (ctx) => apply(ctx, { id })),
    () => act(stranger, (ctx) => putItems(ctx, { id, items: [{ kind: 'dissolve', unitId: elsewhere }] })),
    () => act(stranger, (ctx) => undo(ctx, { id })),
  ];
  for (const attempt of attempts) expect(await code(attempt())).toBe('platform.notFound');
});

test('what would take more memory than a server may is left to the command', async () => {
  const large = await act(officer, (ctx) => create(ctx, { unitId: place.top, ...head }));
  await sql`insert into reorganisation_items (reorganisation_id, seq, item) select ${large.id}, n, ${JSON.stringify({ kind: 'dissolve', unitId: place.district, heirId: null })}::jsonb from generate_series(1, ${mostItemsServed + 1}) n`.execute(world.owner.db);
  for (const verb of [dryRun, apply]) expect(await code(act(officer, (ctx) => verb(ctx, large)))).toBe('reorganisations.useCommand');
  await sql`update reorganisations set state = 'applied' where id = ${large.id}`.execute(world.owner.db);
  expect(await code(act(officer, (ctx) => undo(ctx, large)))).toBe('reorganisations.useCommand');
  await sql`delete from reorganisation_items where reorganisation_id = ${large.id}`.execute(world.owner.db);
  await sql`delete from reorganisations where id = ${large.id}`.execute(world.owner.db);
});

test('whoever keeps one commune reads nothing of change sets of the province, and may not draft', async () => {
  const commune = contextFor(world, actorWith([{ role: 'office_officer', unitId: place.communes[0]!.party }]));
  expect((await listReorganisations(commune, page)).items).toEqual([]);
  expect(await code(act(commune, (ctx) => create(ctx, { unitId: place.communes[0]!.party, ...head })))).toBe('platform.forbidden');
});

test('units beyond reach are errors of the dry run, named by id alone, and nothing is applied', async () => {
  const { id: other } = await act(officer, (ctx) => create(ctx, { unitId: place.top, ...head }));
  await act(officer, (ctx) => putItems(ctx, { id: other, items: [{ kind: 'change', unitId: elsewhere, facts: { name: 'Đổi tên người khác' } }] }));
  const { errors } = await act(officer, (ctx) => dryRun(ctx, { id: other }));
  expect(errors).toBe(1);
  expect((await listOutcomes(officer, { id: other, list: 'finding', ...page })).items).toMatchObject([{ outcome: 'unit.beyondReach', unit: { id: elsewhere, name: null } }]);
  expect((await listOutcomes(officer, { id: other, list: 'unit', ...page })).items).toEqual([]);
  expect(await code(act(officer, (ctx) => apply(ctx, { id: other })))).toBe('reorganisations.hasErrors');
});

test('the officer of the province dry-runs, reads every list, applies and undoes', async () => {
  const before = await stateOf(world);
  const { errors, counts } = await act(officer, (ctx) => dryRun(ctx, { id }));
  expect({ errors, follows: counts['place.follows'] }).toEqual({ errors: 0, follows: 4 });
  const follows = await listOutcomes(officer, { id, list: 'place', limit: 3 });
  expect(follows.items[0]).toMatchObject({ outcome: 'follows', aspect: 'party', to: { name: 'Đảng bộ xã mới' } });
  expect((await listOutcomes(officer, { id, list: 'place', limit: 3, cursor: follows.next! })).items).toHaveLength(1);
  await act(officer, (ctx) => apply(ctx, { id }));
  expect((await getReorganisation(officer, { id })).state).toBe('applied');
  expect(await code(act(officer, (ctx) => apply(ctx, { id })))).toBe('reorganisations.notDraft');
  await act(officer, (ctx) => undo(ctx, { id }));
  expect(await stateOf(world)).toEqual(before);
  expect(await code(act(officer, (ctx) => undo(ctx, { id })))).toBe('reorganisations.notApplied');
});

test('a change set of the installation is read and undone at the command line only', async () => {
  const operator = operatorOf(world);
  const { id: own } = await act(operator, (ctx) => applyReorganisation(ctx, draftOf(null, [{ kind: 'change', unitId: place.board, facts: { name: 'Ban Tổ chức' } }])));
  expect(await code(getReorganisation(officer, { id: own }))).toBe('platform.notFound');
  expect(await code(act(officer, (ctx) => undo(ctx, { id: own })))).toBe('platform.notFound');
  expect((await getReorganisation(operator, { id: own })).state).toBe('applied');
});
