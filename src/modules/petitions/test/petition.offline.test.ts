/** A petition recorded on a phone without signal: shown at once, the same on the server afterwards, and who asked carried nowhere. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../../../../test/world/world.ts';
import { day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { OutboxCommand } from '../../../sync/outbox.ts';
import { carriedOf, layOver } from '../../../sync/phone/replica.ts';
import { petitionContract } from '../petition.contract.ts';
import { answerPetition, recordPetition } from '../server/petition.commands.ts';
import { petitionSource, topicSource } from '../server/petition.sync.ts';
import { petitionOffline } from '../web/petition.offline.module.ts';
import { answered, doing, openPetitionWorld, record, whole, type PetitionWorld } from './petition.world.ts';

const now = { today: day('2026-11-20'), clock: '09:00' };
const name = 'Thạch Thị Sáng';
let it: PetitionWorld;
beforeAll(async () => { it = await openPetitionWorld(); });
afterAll(() => it.world.close());

async function pulled(ctx = it.secretary, units: readonly Id<'unit'>[] = [it.cell]) {
  const unit = { type: 'unit' as const, id: it.cell, version: '1', body: { id: it.cell, name: 'Chi bộ ấp 3', kind: 'cell', parent: 'Đảng bộ xã' } };
  const records = [];
  for (const { type, records: found } of [petitionSource, topicSource]) for (const { id, body } of await found(ctx, units)) records.push({ type, id, version: '1', body: JSON.parse(JSON.stringify(body)) as unknown });
  return [unit, ...records];
}

function commandOf(input: object): OutboxCommand {
  const made = petitionOffline.complete!('petitions.record', input as never);
  return { id: newId(0), procedure: 'petitions.record', input: made, at: '2026-11-20T03:00:00Z', about: petitionOffline.about('petitions.record', made as never)! };
}

const given = () => ({ unitId: it.cell, source: 'resident', topic: 'streetLighting', text: 'Lắp đèn đường đoạn qua chùa', raisedOn: '2026-11-20', isDenunciation: false, petitioner: { name, contact: '0900 000 000', channel: 'person' } });

test('is listed at once as received, and found the same on the server', async () => {
  const command = commandOf(given());
  const laid = layOver({ carried: carriedOf(await pulled()), entries: [{ command, standing: { is: 'waiting' }, seq: 1 }], modules: [petitionOffline] });
  const listed = petitionOffline.answers['petitions.list']!({ unitId: it.cell } as never, laid, now) as { items: { id: string; state: string; topicName: { vi: string } }[] };
  expect(listed.items).toMatchObject([{ state: 'received', topicName: { vi: 'Điện chiếu sáng công cộng' }, body: { name: '' }, isLate: false }]);
  expect(JSON.stringify([...laid.all('petition'), ...listed.items])).not.toContain(name);
  const { id } = await act(it.secretary, (ctx) => recordPetition(ctx, petitionContract.record.input.parse(command.input)));
  expect(id).toBe(listed.items[0]!.id);
  expect(await whole(it.secretary, id)).toMatchObject({ text: 'Lắp đèn đường đoạn qua chùa', hasPetitioner: true, channel: 'person' });
  expect(JSON.stringify(await pulled())).not.toContain(name);
});

test('whatever the account may record is carried for it, of other units nothing', async () => {
  const own = await record(it.office, { unitId: it.beside, text: 'Nạo vét kênh', topic: 'fieldIrrigation' });
  expect((await petitionSource.records(it.office, [])).map(({ id }) => id)).toContain(own);
  expect(await petitionSource.records(it.stranger, [it.beside])).toEqual([]);
  expect(await topicSource.records(it.member, [])).toEqual([]);
});

test('what the server refuses is refused on the phone: a denunciation, a name where nobody asked, a day to come', () => {
  const laid = layOver({ carried: carriedOf([]), entries: [], modules: [petitionOffline] });
  const refused = (change: object) => { try { laid.judge(commandOf({ ...given(), ...change })); } catch (error) { return (error as { code?: string }).code; } return 'done'; };
  expect(refused({ isDenunciation: true })).toBe('petitions.denunciation');
  expect(refused({ source: 'unit' })).toBe('petitions.onlyOfResidents');
  expect(refused({ raisedOn: '2026-11-21' })).toBe('petitions.inFuture');
  expect(refused({})).toBe('done');
});

test('what waits to be confirmed is told on a phone as by the server: answered for good where one sits, not what is planned, nor what one answered oneself', async () => {
  const id = await record(it.secretary, { unitId: it.cell, text: 'Sửa cầu ván ấp 3', topic: 'ruralRoads' });
  const waiting = async (ctx = it.secretary, units = [it.cell]) => (petitionOffline.answers['petitions.list']!({ toConfirm: 'yes' } as never, layOver({ carried: carriedOf(await pulled(ctx, units)), entries: [], modules: [petitionOffline] }), now) as { items: { id: string }[] }).items.map((one) => one.id);
  await answered(it, id, 'planned');
  expect(await waiting()).toEqual([]);
  await doing(it.office, answerPetition, id, { outcome: 'settled', text: 'Đã thay ván', plannedOn: null, group: true });
  expect(await waiting()).toEqual([id]);
  expect(await waiting(it.office, [it.cell])).toEqual([]);
  const own = await record(it.office, { unitId: it.party, text: 'Sửa mái trụ sở', topic: 'publicBuildings' });
  await answered(it, own);
  expect([await waiting(it.office, [it.party]), await waiting(it.sibling, [it.party])]).toEqual([[], [own]]);
});

test('what waits for a body is asked of the server', () => {
  const laid = layOver({ carried: carriedOf([]), entries: [], modules: [petitionOffline] });
  expect(petitionOffline.answers['petitions.list']!({ bodyId: it.party, inbox: 'open' } as never, laid, now)).toBeUndefined();
});
