/** What a person decides about what was refused: on the phone that made it, or at a computer that was never prepared. */
import { waitingWords as attentionWords } from '../../modules/attention/web/attention.waiting.ts';
import { waitingWords as meetingWords } from '../../modules/meetings/web/meeting.waiting.ts';
import { waitingWords as memberWords } from '../../modules/membership/web/membership.waiting.ts';
import { newId } from '../../platform/ids.ts';
import { allConflicts } from '../../records.ts';
import type { OutboxCommand } from '../outbox.ts';
import type { Told } from '../web/waiting.words.ts';
import { oneOf, type Chance, type Line, type TestDevice } from './two.phones.world.ts';

const decisions = { ...meetingWords.decisions, ...memberWords.decisions, ...attentionWords.decisions };
/** Words are not looked at here. */
const told = { t: ({ vi }: { vi: string }) => vi, day: String, moment: String, number: String, names: new Map(), language: 'vi' } as unknown as Told;

export function isConflict(code: string): boolean {
  return allConflicts.some((source) => source.code === code);
}

interface Refused {
  readonly command: OutboxCommand;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** As the card of the two sides offers it: the input that is sent again, undefined where it is given up. */
function decided({ command, code, data }: Refused, chance: Chance): object | undefined {
  const decision = decisions[code]?.(command, data, told);
  if (decision?.is !== 'sides') return undefined;
  const kept = chance() < 0.6 ? decision.keepMine ?? decision.keepTheirs : decision.keepTheirs;
  return kept as object | undefined;
}

/** @returns whether there was anything to decide */
export async function decideHere(device: TestDevice, chance: Chance): Promise<boolean> {
  const refused = oneOf(chance, device.entries().filter(({ standing }) => standing.is === 'refused'));
  if (refused?.standing.is !== 'refused') return false;
  const { command, standing: { refusal } } = refused;
  const input = decided({ command, code: refusal.code, data: refusal.data ?? {} }, chance);
  await device.phone().settle(command.id, input ? { give: 'again', input } : { give: 'up' });
  device.settled.add(command.id);
  return true;
}

/** @returns what came of it: undefined where there was nothing to decide */
export async function decideAtOffice({ settled, anew }: TestDevice, { office, chance }: { readonly office: Line; readonly chance: Chance }): Promise<'kept' | 'anew' | 'refused' | undefined> {
  const { items } = (await (await office.reach('/api/sync/conflicts', {})).json()) as { items: readonly (OutboxCommand & Omit<Refused, 'command'>)[] };
  const item = oneOf(chance, items);
  if (!item) return undefined;
  const input = decided({ command: item, code: item.code, data: item.data }, chance);
  const again = input ? { id: newId(0), input } : null;
  const reply = await office.reach(`/api/sync/conflicts/${item.id}/settle`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ again }) });
  const isAnew = reply.status !== 200 && isConflict(((await reply.json()) as { problem: { code: string } }).problem.code);
  if (isAnew && again) anew.add(again.id);
  if (reply.status === 200 || isAnew) settled.add(item.id);
  return reply.status === 200 ? 'kept' : isAnew ? 'anew' : 'refused';
}
