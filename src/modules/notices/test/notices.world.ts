/** A commune with two cells and their accounts; a mail server and push servers that only write down what they are given. */
import pino from 'pino';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { contextFor, openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { giveAccount, giveRole, type GivenAccount } from '../../../access/test/access.world.ts';
import { findAccountActor } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { dayIn } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { noticeContract } from '../notice.contract.ts';
import { deliverDue } from '../server/delivery.ts';
import { tellOfAttention } from '../server/notice.attention.ts';
import type { NoticeJobCtx } from '../server/notice.context.ts';
import { countUnread, listNotices } from '../server/notice.reads.ts';
import { tellOfEvents } from '../server/notice.tell.ts';
import { Undelivered, type Mail, type Outside } from '../server/outside.ts';

export const start = new Date('2026-11-20T03:00:00Z');

export type Who = 'secretary' | 'member' | 'assigned' | 'office' | 'outsider' | 'otherSecretary';

export interface NoticeWorld {
  readonly world: World;
  readonly build: Build;
  readonly commune: Id<'unit'>;
  readonly cell: Id<'unit'>;
  readonly otherCell: Id<'unit'>;
  readonly people: Readonly<Record<'secretary' | 'member' | 'withoutAccount' | 'outsider', Id<'person'>>>;
  readonly accounts: Readonly<Record<Who, GivenAccount>>;
}

export async function openNoticeWorld(): Promise<NoticeWorld> {
  const world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Thượng', parent: province });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Đông', parent: commune });
  const otherCell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Tây', parent: commune });
  const placed = async (name: string, unit: Id<'unit'>) => {
    const person = await build.person({ name });
    await build.member(person, unit);
    return person;
  };
  const people = {
    secretary: await placed('Bí Thư Đông', cell), member: await placed('Đảng Viên Đông', cell), withoutAccount: await placed('Không Tài Khoản', cell), outsider: await placed('Người Bên Tây', otherCell),
  };
  const committeeMember = await placed('Cấp Ủy Viên', otherCell);
  await build.derive();
  const accounts = {
    secretary: await giveAccount(world, { personId: people.secretary }), member: await giveAccount(world, { personId: people.member }), assigned: await giveAccount(world, { personId: committeeMember }),
    office: await giveAccount(world), outsider: await giveAccount(world, { personId: people.outsider }), otherSecretary: await giveAccount(world),
  };
  await giveRole(world, accounts.secretary, { role: 'cell_secretary', unitId: cell });
  for (const who of [accounts.secretary, accounts.member, accounts.assigned, accounts.outsider]) await giveRole(world, who, { role: 'member' });
  await giveRole(world, accounts.assigned, { role: 'cell_secretary', unitId: cell, reach: 'unit' });
  await giveRole(world, accounts.office, { role: 'office_officer', unitId: commune });
  await giveRole(world, accounts.otherSecretary, { role: 'cell_secretary', unitId: otherCell });
  return { world, build, commune, cell, otherCell, people, accounts };
}

export async function as({ world, accounts }: NoticeWorld, who: Who, now = start): Promise<Ctx> {
  const actor = await findAccountActor({ db: world.db, today: dayIn(now) }, accounts[who].id);
  return { ...contextFor(world, actor, now), sends: { mail: true, push: true } };
}

export function jobAt({ world }: NoticeWorld, now = start): NoticeJobCtx {
  return { db: world.db, keys: testKeys, log: pino({ level: 'silent' }), now, today: dayIn(now), stopping: new AbortController().signal };
}

export const tell = (at: NoticeWorld, now?: Date) => tellOfEvents(jobAt(at, now));
export const tellAttention = (at: NoticeWorld, now?: Date) => tellOfAttention(jobAt(at, now));
export const deliver = (at: NoticeWorld, outside: Outside, now?: Date) => deliverDue(jobAt(at, now), outside);

export async function inbox(at: NoticeWorld, who: Who, now?: Date) {
  return (await listNotices(await as(at, who, now), noticeContract.list.input.parse({}))).items;
}

export async function kindsOf(at: NoticeWorld, who: Who, now?: Date): Promise<string[]> {
  return (await inbox(at, who, now)).map(({ kind }) => kind);
}

export async function unread(at: NoticeWorld, who: Who): Promise<number> {
  return (await countUnread(await as(at, who))).count;
}

export interface FakeOutside extends Required<Pick<Outside, 'sendMail' | 'sendPush'>> {
  readonly origin: string;
  readonly mails: Mail[];
  readonly pushes: { subscription: string; payload: string }[];
  /** What the servers answer from now on; nothing where they take what they get. */
  fails: Undelivered | undefined;
}

export function fakeOutside(): FakeOutside {
  const outside: FakeOutside = {
    origin: 'https://satcoso.tinh.example', mails: [], pushes: [], fails: undefined,
    sendMail: async (mail) => {
      if (outside.fails) throw outside.fails;
      outside.mails.push(mail);
    },
    sendPush: async (subscription, payload) => {
      if (outside.fails) throw outside.fails;
      outside.pushes.push({ subscription, payload });
    },
  };
  return outside;
}

export { Undelivered };
