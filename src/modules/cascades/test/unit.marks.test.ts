/** What is kept beside the units that are asked says what counting their answers says, on every day and whatever was done in between. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { enterDocument } from '../../documents/server/document.commands.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { answerClauses, giveTasks, measureClause, settleClause, takeAnswersBack } from '../server/answer.commands.ts';
import { openCascade } from '../server/cascade.commands.ts';
import { changeOneClause, orderAllClauses, writeClauses } from '../server/clause.commands.ts';
import { clausesOf } from '../server/clause.store.ts';
import { readRadar } from '../server/radar.reads.ts';
import { marksOn, markSome } from '../server/unit.marks.ts';

let world: World;
let province: Id<'unit'>;
let communes: Id<'unit'>[];
let board: Ctx;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party' });
  communes = [await build.unit({ kind: 'commune_party', parent: province }), await build.unit({ kind: 'commune_party', parent: province }), await build.unit({ kind: 'commune_party', parent: province })];
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
});
afterAll(() => world.close());

const days = ['2026-05-31', '2026-09-30', '2026-11-01', '2026-11-19', '2026-11-20', '2026-11-21', '2027-01-15'].map(day);
const dues = [null, ...days];

let numbers = 0;

/** A resolution with four clauses, passed down to all communes in April. */
async function passedDown(): Promise<Id<'document'>> {
  const { id } = await act(board, (ctx) => enterDocument(ctx, {
    unitId: province, direction: 'issued', type: 'NQ', number: (numbers += 1), issuerCode: 'TU', issuer: 'Cấp ủy', term: '2025-2030', summary: 'Về phát triển', issuedOn: day('2026-03-01'), receivedOn: null, signer: null, validFrom: day('2026-03-01'), validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [],
  }));
  const clause = { label: '1', wording: 'Nội dung', forWhom: null } as const;
  await act(board, (ctx) => writeClauses(ctx, { documentId: id, clauses: dues.slice(0, 4).map((dueOn, at) => (at % 2 ? { ...clause, kind: 'task', target: null, measure: null, toward: null, dueOn } : { ...clause, kind: 'indicator', target: 97, measure: '%', toward: 'atLeast', dueOn })) }));
  await act(board, (ctx) => openCascade(ctx, cascadeContract.open.input.parse({ documentId: id, kinds: ['commune_party'], on: '2026-04-01', deadlines: [{ step: 'answered', dueOn: '2026-10-31' }] })));
  return id;
}

interface Draw {
  readonly document: Id<'document'>;
  readonly unitId: Id<'unit'>;
  readonly at: number;
  readonly day: (typeof days)[number];
  readonly due: (typeof dues)[number];
}

const acts: Record<string, (draw: Draw) => Promise<unknown>> = {
  answer: async ({ document, unitId, at, day: on, due }) => {
    const clause = (await clausesOf(board, document))[at]!;
    const version = (await versionOf(document, unitId, clause.id)) ?? 0;
    const how = at === 3 ? { kind: 'notApplicable', reason: 'Không có' } : { kind: 'takenUp', reason: 'Giao văn phòng', dueOn: due };
    await act(board, (ctx) => answerClauses(ctx, cascadeContract.answer.input.parse({ documentId: document, unitId, clauses: [{ id: clause.id, clauseVersion: clause.version, version }], answeredOn: on, ...how })));
  },
  takeBack: async ({ document, unitId, at }) => act(board, async (ctx) => takeAnswersBack(ctx, { documentId: document, unitId, clauseIds: [(await clausesOf(ctx, document))[at]!.id] })),
  settle: async ({ document, unitId, at, day: doneOn }) => {
    const clauseId = (await clausesOf(board, document))[at]!.id;
    await act(board, async (ctx) => settleClause(ctx, { documentId: document, unitId, clauseId, version: (await versionOf(document, unitId, clauseId)) ?? 0, doneOn }));
  },
  measure: async ({ document, unitId, at, day: on }) => act(board, async (ctx) => measureClause(ctx, { documentId: document, unitId, clauseId: (await clausesOf(ctx, document))[at]!.id, on, value: 90, source: null })),
  give: async ({ document, unitId, at, due }) => {
    const clauseId = (await clausesOf(board, document))[at]!.id;
    const { ids } = await act(board, (ctx) => giveTasks(ctx, cascadeContract.giveTasks.input.parse({ documentId: document, unitId, clauseId, tasks: [{ title: 'Rà soát', dueOn: '2026-12-01' }] })));
    await sql`update tasks set due_on = ${due} where id = any(${ids}::uuid[])`.execute(world.owner.db);
  },
  redate: async ({ document, at, due }) => {
    const { id, version, kind, label, wording, target, measure, toward, forWhom } = (await clausesOf(board, document))[at]!;
    await act(board, (ctx) => changeOneClause(ctx, { id, version, reason: 'Lùi thời hạn', kind, label, wording, target, measure, toward, forWhom, dueOn: due }));
  },
  order: async ({ document }) => act(board, async (ctx) => orderAllClauses(ctx, { documentId: document, ids: (await clausesOf(ctx, document)).map(({ id }) => id).toReversed() })),
  job: async ({ document }) => markSome(world.db, document, board.today),
};

async function versionOf(document: Id<'document'>, unitId: Id<'unit'>, clauseId: Id<'clause'>): Promise<number | undefined> {
  return (await sql<{ version: number }>`select version from answers where document_id = ${document} and unit_id = ${unitId} and clause_id = ${clauseId}`.execute(world.owner.db)).rows[0]?.version;
}

const drawn = fc.record({ act: fc.constantFrom(...Object.keys(acts), 'answer', 'answer'), unit: fc.nat(2), at: fc.nat(3), day: fc.constantFrom(...days), due: fc.constantFrom(...dues) });

test('the radar says the same of every day with what is kept and without', async () => {
  let held = 0;
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 8, maxLength: 16 }), async (list) => {
      const document = await passedDown();
      for (const { act: name, unit, ...draw } of list) {
        const refused = await acts[name]!({ ...draw, document, unitId: communes[unit]! }).then(() => undefined, (error: { code?: string }) => error.code);
        expect(refused === undefined || /^(cascades|tasks|platform)\./.test(refused), String(refused)).toBe(true);
        done += refused === undefined ? 1 : 0;
      }
      const radar = async () => Promise.all(days.map(async (on) => (await readRadar(board, { documentId: document, on })).rows));
      const kept = await radar();
      for (const on of days) held += (await marksOn(board, { documentId: document, unitIds: communes, on })).size;
      await sql`update cascade_units set marks = null, marked_clauses = null, marked_from = null, marked_to = null where document_id = ${document}`.execute(world.owner.db);
      expect(kept).toEqual(await radar());
      for (let marked = 1; marked > 0;) marked = await markSome(world.db, document, board.today);
      expect(await radar()).toEqual(kept);
    }),
    { numRuns: 15, endOnFailure: true },
  );
  // Or nothing was tried.
  expect(done).toBeGreaterThan(5);
  expect(held).toBeGreaterThan(0);
}, 120_000);

test('a day that passes, a clause that is changed and an answer that is taken back leave nothing kept that holds no more', async () => {
  const document = await passedDown();
  const on = board.today;
  const held = async (at = on) => (await marksOn(board, { documentId: document, unitIds: communes, on: at })).get(communes[0]!);
  const draw = { document, unitId: communes[0]!, at: 0, day: day('2026-09-30'), due: day('2026-11-21') };
  await acts['answer']!(draw);
  expect([await held(), await held(day('2026-11-21')), await held(day('2026-11-22')), await held(day('2026-09-29'))]).toEqual(['3---', '3---', undefined, undefined]);
  await acts['redate']!({ ...draw, at: 1, due: null });
  expect(await held()).toBeUndefined();
  expect(await markSome(world.db, document, on)).toBe(1);
  expect(await held()).toBe('3---');
  await acts['takeBack']!(draw);
  expect([await held(), (await readRadar(board, { documentId: document })).rows.map(({ marks }) => marks?.[0])]).toEqual([undefined, ['0', '0', '0']]);
});
