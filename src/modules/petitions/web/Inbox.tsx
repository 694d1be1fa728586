/** What waits for one's office: its parts with their counts, the first due on top, several taken up at once. */
import { useMemo, useState } from 'react';
import { call, useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { useRemembered } from '../../../ui/remembered.ts';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { UNIT_PARAM } from '../../membership/web/UnitFilter.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { petitionContract } from '../petition.contract.ts';
import { bodyKinds } from '../petition.kinds.ts';
import { inboxNames, inboxParts, type InboxPart } from '../petition.inbox.ts';
import { usePetitionRecording } from './petition.recording.ts';
import { petitionHref } from './petition.words.ts';
import { usePetitionColumns } from './petitions.columns.tsx';
import { params, partAsked } from './petitions.filters.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

export function Inbox() {
  const { t, number } = useText();
  const { bodyId, isOwn, choose } = useInboxBody();
  const [value, setPart] = useAddressValue(params.part);
  const part = partAsked(value);
  const inbox = useProcedure(petitionContract.inbox, bodyId ? { bodyId } : {});
  const body = inbox.data?.body;
  const picker = <BodyPicker body={body} onChoose={choose} />;
  if (inbox.error) {
    return (
      <>
        {picker}
        <ProblemNotice problem={inbox.error} onRetry={() => void inbox.refetch()} />
        {/* One that may no longer be read has no name in the picker that could be emptied. */}
        {!isOwn && <Act kind="quiet" onPress={() => choose(undefined)}>{t(texts.inboxOwn)}</Act>}
      </>
    );
  }
  const options = inboxParts.map((one) => ({ value: one, label: `${t(inboxNames[one])}${inbox.data ? ` · ${number(inbox.data.counts[one] ?? 0)}` : ''}` }));
  return (
    <>
      {picker}
      {body && <p className={classes.soft}>{t(texts.inboxOf, { body: body.name })}</p>}
      <div className={classes.filters} data-screen-only><ChoiceChips label={t(texts.parts)} isLabelHidden value={part} options={options} onChoose={(one) => setPart(one === 'open' ? undefined : one)} /></div>
      {body && <Waiting key={`${body.id} ${part}`} bodyId={body.id} part={part} />}
    </>
  );
}

interface BodyPickerProps {
  readonly body: { readonly id: string; readonly name: string } | null | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Emptied, it leads back to one's own office. */
function BodyPicker({ body, onChoose }: BodyPickerProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const value = useMemo(() => (body ? { id: body.id, label: body.name } : undefined), [body]);
  return <div className={classes.find} data-screen-only><div className={classes.picker}><Lookup label={t(texts.inboxBody)} value={value} onChange={(choice) => onChoose(choice?.id)} search={(q) => searchUnits(q, { asOf: today, kind: bodyKinds })} /></div></div>;
}

/** The one in the address, else the one last chosen here by this account, else where the account is at home. */
function useInboxBody() {
  const { account, home } = useSession();
  const key = `petitions.body.${account.id}`;
  const [asked, ask] = useAddressValue(UNIT_PARAM, 'push');
  const [last, keep] = useRemembered<string>(key, '');
  const choose = (id: string | undefined) => {
    keep(id ?? '');
    ask(id);
  };
  const bodyId = asked ?? (last || home?.unitId);
  return { bodyId, isOwn: bodyId === home?.unitId, choose };
}

function Waiting({ bodyId, part }: { readonly bodyId: string; readonly part: InboxPart }) {
  const { t, number } = useText();
  const columns = usePetitionColumns({ isInbox: true });
  const { rows, more, error, retry } = useRows(petitionContract.list, { bodyId, inbox: part, limit: 50 });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { busy, problem, record } = usePetitionRecording<{ accepted: number; passedOver: number }>({ onDone: () => setChosen(new Set()) });
  const accept = () => record(() => call(petitionContract.accept, { ids: [...chosen] }), { told: ({ accepted, passedOver }) => t(passedOver > 0 ? texts.acceptedSome : texts.accepted, { count: number(accepted), over: number(passedOver) }) });
  const selection = { chosen, onChange: setChosen, acts: <Act kind="main" busy={busy} onPress={() => void accept()}>{t(texts.accept)}</Act> };
  return (
    <>
      {(error ?? problem) && <ProblemNotice problem={error ?? problem} {...(error ? { onRetry: retry } : {})} />}
      {!(error && !rows) && (
        <DataTable label={t(texts.inboxTab)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.text} rowHref={(row) => petitionHref(row.id)} selection={selection} empty={<EmptyState title={t(texts.emptyInbox)} why={t(texts.emptyInboxWhy)} />} />
      )}
    </>
  );
}
