/** Every number about documents of a small land by hand: issued, carrying out, regulations in force or missing, reviews due. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, computeFigure, recordsAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { enterDocument, takeDocumentOut } from '../server/document.commands.ts';

type DocumentId = Id<'document'>;
type Entering = Parameters<typeof enterDocument>[1];

const year = { from: day('2026-01-01'), on: day('2026-11-20') };

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let bare: Id<'unit'>;
let board: Ctx;
let office: Ctx;
let superior: DocumentId;
let regulations: DocumentId;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ Hạ', parent: commune });
  bare = await build.unit({ kind: 'cell', name: 'Chi bộ Thượng', parent: commune });
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]));
  await fillRegister();
});
afterAll(() => world.close());

async function fillRegister(): Promise<void> {
  superior = await enter({ unitId: province, number: 4, issuerCode: 'TU', issuedOn: '2025-12-01' });
  const received = await enter({ number: 9, issuerCode: 'HU', issuedOn: '2026-01-10', direction: 'received', receivedOn: day('2026-01-12') });
  const own = await enter({ number: 1, issuedOn: '2026-02-01', links: [carries(superior), carries(received)] });
  await enter({ number: 2, issuedOn: '2026-03-01', links: [carries(received)] });
  await enter({ number: 3, issuedOn: '2026-03-02', links: [carries(own)] });
  await enter({ type: 'KH', number: 1, issuedOn: '2026-04-01', links: [carries(superior)] });
  const mistaken = await enter({ number: 5, issuedOn: '2026-04-02', links: [carries(superior)] });
  await act(office, (ctx) => takeDocumentOut(ctx, { id: mistaken, reason: 'Ghi nhầm' }));
  const former = await enter({ type: 'QC', number: 1, issuedOn: '2026-01-15', regulates: 'working', reviewDueOn: day('2026-05-01') });
  regulations = await enter({ type: 'QC', number: 2, issuedOn: '2026-06-01', regulates: 'working', reviewDueOn: day('2026-12-20'), links: [{ kind: 'replaces', documentId: former }] });
  await enter({ unitId: cell, type: 'QC', number: 1, issuerCode: 'CB', issuedOn: '2026-01-20', regulates: 'working', validTo: day('2026-09-30') });
  await enter({ type: 'QC', number: 3, issuedOn: '2026-06-02', regulates: 'coordination' });
}

const carries = (documentId: DocumentId) => ({ kind: 'carriesOut' as const, documentId });

async function enter(given: Partial<Omit<Entering, 'issuedOn'>> & { issuedOn: string }): Promise<DocumentId> {
  const on = day(given.issuedOn);
  const whole: Entering = {
    unitId: commune, direction: 'issued', type: 'NQ', number: 1, issuerCode: 'ĐU', issuer: 'Đảng ủy', term: '2025-2030', summary: 'Về phát triển kinh tế', receivedOn: null, signer: null,
    validFrom: on, validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [], ...given, issuedOn: on,
  };
  return (await act(office, (ctx) => enterDocument(ctx, whole))).id;
}

async function value(figure: string, asked: { unit: Id<'unit'>; on?: string; filters?: Record<string, string[]> }) {
  const { value: { count, base } } = await computeFigure(board, { figure, unit: asked.unit, from: year.from, on: asked.on ? day(asked.on) : year.on, ...(asked.filters && { filters: asked.filters }) });
  return [count, base];
}

const parts = async (figure: string, by: string, on = year.on) => (await breakdownAnswer(board, { figure, unit: commune, from: year.from, on, by })).items.filter(({ count, base }) => count + (base ?? 0) > 0).map(({ code, count, base }) => [code, count, base]);

describe('documents issued', () => {
  test('count on their day with the unit that issued them; what was received, and what was taken out, does not', async () => {
    expect(await value('documents.issued', { unit: commune })).toEqual([8, null]);
    expect(await value('documents.issued', { unit: commune, on: '2026-02-28' })).toEqual([3, null]);
    expect(await parts('documents.issued', 'type')).toEqual([['NQ', 3, null], ['QC', 4, null], ['KH', 1, null]]);
    expect(await value('documents.issued', { unit: cell })).toEqual([1, null]);
  });

  test('are told by term, those of committees that count otherwise together', async () => {
    await enter({ unitId: bare, issuerCode: 'CB', number: 1, issuedOn: '2026-09-01', term: '2025-2027' });
    expect(await parts('documents.issued', 'term')).toEqual([['2025-2030', 8, null], ['other', 1, null]]);
  });

  test('carry out those of others once each, be they in the register of a superior or received; never those of the unit itself', async () => {
    expect(await value('documents.carryingOut', { unit: commune })).toEqual([3, null]);
    expect(await value('documents.carryingOut', { unit: commune, filters: { type: ['NQ'] } })).toEqual([2, null]);
    const { items } = await recordsAnswer(board, { figure: 'documents.carryingOut', unit: commune, ...year, set: 'count', limit: 10 });
    expect(items.map(({ values, links, id }) => [values['symbol'], values['day'], links['symbol'] === id])).toEqual([['01-KH/ĐU', '2026-04-01', true], ['02-NQ/ĐU', '2026-03-01', true], ['01-NQ/ĐU', '2026-02-01', true]]);
  });

  test('carry out nothing any more once the superior’s is void', async () => {
    const id = await enter({ unitId: province, number: 6, issuerCode: 'TU', issuedOn: '2026-05-01' });
    await enter({ number: 7, issuedOn: '2026-05-02', links: [carries(id)] });
    expect(await value('documents.carryingOut', { unit: commune })).toEqual([4, null]);
    await act(office, (ctx) => takeDocumentOut(ctx, { id, reason: 'Ghi nhầm' }));
    expect(await value('documents.carryingOut', { unit: commune })).toEqual([3, null]);
  });
});

describe('working regulations', () => {
  test.each([['2026-01-14', 0], ['2026-01-20', 2], ['2026-09-30', 2], ['2026-10-01', 1]])('on %s are in force in %i of three units', async (on, count) => {
    expect(await value('regulations.inForce', { unit: commune, on })).toEqual([count, 3]);
  });

  test('are missing where they were never issued or have ended, and told where their review is overdue', async () => {
    expect(await parts('regulations.inForce', 'standing', day('2026-05-31'))).toEqual([['inForce', 1, 1], ['reviewPast', 1, 1], ['none', 0, 1]]);
    expect(await parts('regulations.inForce', 'standing')).toEqual([['inForce', 1, 1], ['ended', 0, 1], ['none', 0, 1]]);
    const { items } = await recordsAnswer(board, { figure: 'regulations.inForce', unit: commune, on: year.on, set: 'rest', limit: 10 });
    expect(items.map(({ values, links }) => [values['unit'], links['unit'], values['symbol']])).toEqual([['Chi bộ Hạ', cell, '01-QC/CB'], ['Chi bộ Thượng', bare, null]]);
  });

  test('of co-ordination are asked of committees alone', async () => {
    expect(await value('regulations.coordination', { unit: commune })).toEqual([1, 1]);
    expect(await value('regulations.coordination', { unit: province })).toEqual([1, 2]);
    expect(await parts('regulations.coordination', 'kind')).toEqual([['commune_party', 1, 1]]);
  });
});

test('records of documents are for those alone who may read them', async () => {
  const actor = actorWith([{ role: 'board_officer', unitId: province }]);
  const without = { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'document.read')) })) };
  expect(await recordsAnswer(contextFor(world, without), { figure: 'documents.issued', unit: commune, ...year, set: 'count', limit: 10 })).toMatchObject({ total: 0, items: [] });
});

describe('a review', () => {
  const told = async (on: string) => {
    const ctx = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]), new Date(`${on}T03:00:00Z`));
    return (await listAttention(ctx, attentionContract.list.input.parse({ alert: 'document.reviewDue' }))).items;
  };

  test('is told from thirty days before it is due until it is settled, and leads to the document', async () => {
    expect(await told('2026-11-19')).toEqual([]);
    for (const on of ['2026-11-20', '2027-02-01']) {
      expect(await told(on)).toMatchObject([{ subject: { kind: 'document', id: regulations, name: '02-QC/ĐU' }, since: '2026-11-20', dueOn: '2026-12-20', citations: [], href: `/van-ban/${regulations}` }]);
    }
  });

  test('of what was replaced, has ended or is void is not told', async () => {
    const ended = await enter({ type: 'KH', number: 8, issuedOn: '2026-06-01', reviewDueOn: day('2026-11-25'), validTo: day('2026-11-21') });
    expect((await told('2026-11-21')).map(({ subject }) => subject.id)).toEqual([ended, regulations]);
    expect((await told('2026-11-22')).map(({ subject }) => subject.id)).toEqual([regulations]);
    await act(office, (ctx) => takeDocumentOut(ctx, { id: ended, reason: 'Thử' }));
    expect((await told('2026-11-21')).map(({ subject }) => subject.id)).toEqual([regulations]);
  });
});
