/** What other devices of the account sent and nobody has settled, and settling it from here. */
import { useQueryClient } from '@tanstack/react-query';
import { nationalHome, newId } from '../../platform/ids.ts';
import { call, procedureQuery, useProcedure } from '../../shell/api.ts';
import { findPhone } from '../../shell/offline.ts';
import { useMayVisit } from '../../shell/session.ts';
import { elsewhereOf } from '../../shell/syncStanding.ts';
import type { OutboxCommand } from '../outbox.ts';
import type { PhoneState } from '../phone/phone.ts';
import { syncContract } from '../sync.contract.ts';
import { sendDecision } from './settling.ts';
import type { Decision } from './TwoSides.tsx';

export interface ElsewhereItem {
  readonly command: OutboxCommand;
  readonly refusal: { readonly code: string; readonly data: Readonly<Record<string, unknown>> };
}

const conflictsQuery = procedureQuery(syncContract.conflicts, {});

export function useElsewhere(state: PhoneState | undefined) {
  const client = useQueryClient();
  const asked = useProcedure(syncContract.conflicts, {}, { enabled: useMayVisit('meeting.record') });
  const all = asked.data?.items ?? [];
  const open = new Set(elsewhereOf(all.map(({ id }) => id), state));
  const items = all.filter(({ id }) => open.has(id)).map(({ code, data, ...command }): ElsewhereItem => ({ command, refusal: { code, data } }));
  const settle = ({ command: { id, input } }: ElsewhereItem, decision: Decision) => {
    const again = decision.give === 'again' ? { id: newId(nationalHome), input: (decision.input ?? input) as Record<string, unknown> } : null; // as the command's contract took it
    return sendDecision({ againId: again?.id, send: () => call(syncContract.settle, { commandId: id, again }), listed: askAfresh });
  };
  const askAfresh = async () => {
    await client.invalidateQueries();
    void findPhone().then((phone) => (phone?.state().is === 'open' ? phone.sync() : undefined)).catch(() => undefined);
    return client.getQueryData(conflictsQuery.queryKey)?.items ?? [];
  };
  return { items, settle };
}
