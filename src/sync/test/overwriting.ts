/**
 * What two phones have set without seeing each other, told from the commands alone that the server took, in their order: whatever
 * stands somewhere is set anew only by who saw it, or sends the same. Knows no rule of the modules, so that it can blame them.
 */
import { canonicalJson } from '../../platform/canonical.ts';
import type { OutboxCommand } from '../outbox.ts';

interface Change {
  /** What is set, beginning with what it is a part of. */
  readonly thing: string;
  readonly seen: unknown;
  readonly sent: unknown;
}

type Input = Readonly<Record<string, unknown>>;

/** Every setting of a thing over another's that its sender had not seen. */
export function overwrittenIn(taken: Iterable<OutboxCommand>): string[] {
  const stands = new Map<string, string>();
  const faults: string[] = [];
  for (const { id, procedure, input } of taken) {
    const given = input as Input; // as it was sent
    for (const { thing, seen, sent } of changesOf(procedure, given)) {
      const now = stands.get(thing);
      if (now !== undefined && now !== canonicalJson(seen) && now !== canonicalJson(sent)) faults.push(`${procedure} ${id} over ${now} at ${thing}, having seen ${canonicalJson(seen)}`);
      stands.set(thing, canonicalJson(sent));
    }
    for (const whole of unknownAfter(procedure, given)) for (const thing of stands.keys()) if (thing.startsWith(whole)) stands.delete(thing);
  }
  return faults;
}

function changesOf(procedure: string, input: Input): Change[] {
  const { id, personId, seen } = input;
  switch (procedure) {
    case 'meetings.mark': return (input['marks'] as Input[]).map((one) => ({ thing: `mark ${id} ${one['personId']}`, seen: one['seen'], sent: { mark: one['mark'], reason: one['reason'] ?? null } }));
    case 'meetings.put': return [pieceOf(seen, (input['piece'] as { item: { id: string } }).item)];
    case 'meetings.remove': return [{ ...pieceOf(seen, null), thing: `piece ${input['itemId']}` }];
    case 'meetings.score': return [{ thing: `score ${id}`, seen, sent: input['points'] }];
    case 'meetings.postpone': return [{ thing: `day ${id}`, seen, sent: input['on'] }];
    case 'meetings.writeMinutes': return [{ thing: `minutes ${id}`, seen, sent: { text: input['text'], isStale: false } }];
    case 'meetings.answer': return [{ thing: `answer ${id} ${personId}`, seen, sent: { answer: input['answer'], reason: input['reason'], decision: input['decision'] } }];
    case 'meetings.change': return ['kind', 'place', 'starts'].map((name) => ({ thing: `plan ${id} ${name}`, seen: (seen as Input | undefined)?.[name], sent: input[name] })).filter((one) => canonicalJson(one.seen) !== canonicalJson(one.sent));
    case 'meetings.adopt': return [{ thing: `minutes ${id}`, seen, sent: input['text'] === undefined ? seen : { text: input['text'], isStale: false } }];
    case 'meetings.appoint': return [{ thing: `official ${id} ${input['role']}`, seen, sent: input['who'] }];
    case 'attention.snooze': return [{ thing: putOff(input), seen, sent: { until: input['until'], reason: input['reason'] } }];
    case 'attention.resume': return [{ thing: putOff(input), seen, sent: null }];
    case 'membership.keepContact': return [{ thing: `contact ${personId}`, seen, sent: { contactedOn: input['on'], contactDueOn: input['dueOn'], assignedWork: input['work'] } }];
    default: return [];
  }
}

function pieceOf(seen: unknown, item: { readonly id: string } | null): Change {
  return { thing: `piece ${item?.id}`, seen: (seen as { item: unknown } | null | undefined)?.item ?? null, sent: item };
}

function putOff({ subjectId, alert, unitId }: Input): string {
  return `put off ${subjectId} ${alert} ${unitId}`;
}

/** Other acts that set these things as well: what stands there then is not told by the command. */
function unknownAfter(procedure: string, input: Input): string[] {
  const { id, personId } = input;
  switch (procedure) {
    case 'meetings.open': case 'meetings.unopen': return [`mark ${id}`, `day ${id}`, `plan ${id}`, `official ${id}`];
    case 'meetings.postpone': return [`answer ${id}`];
    case 'meetings.reopen': return [`minutes ${id}`];
    case 'membership.goAway': case 'membership.comeBack': return [`contact ${personId}`, `put off ${personId}`];
    // What nobody puts off any more is in nobody's way.
    case 'attention.resume': return [putOff(input)];
    default: return [];
  }
}
