/** To whom a document was sent and who has it: all of them for whoever keeps the register, a recipient sees its own units. */
import { IconSend } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { call, useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useRecording } from '../../../shell/recording.ts';
import { Act } from '../../../ui/Act.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { unitContract, type UnitPage } from '../../units/unit.contract.ts';
import { documentContract } from '../document.contract.ts';
import { pageTexts as texts } from './document.page.messages.ts';
import type { WholeDocument } from './document.words.ts';
import type { Receipt } from './own.receipts.ts';
import { ConfirmReceipt } from './OwnReceipts.tsx';
import { SendSheet } from './SendSheet.tsx';
import classes from './documents.module.css';

interface RecipientsProps {
  readonly document: WholeDocument;
  readonly mayRecord: boolean;
}

export function Recipients({ document, mayRecord }: RecipientsProps) {
  if (mayRecord) return <KeptRecipients document={document} />;
  return document.recipients.sent + document.recipients.own.length > 0 && <ReadRecipients document={document} />;
}

function KeptRecipients({ document }: { readonly document: WholeDocument }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [isSending, setSending] = useState(false);
  const unit = useProcedure(unitContract.unit, { id: document.unit.id, asOf: today });
  const maySend = !document.void && unit.data !== undefined && hasPartyBelow(unit.data);
  const { sent, toRecall } = document.recipients;
  // A cell has nobody to send it to.
  if (sent === 0 && !maySend) return null;
  return (
    <Section title={t(texts.recipients)} acts={maySend && <Act icon={<IconSend size={20} aria-hidden />} onPress={() => setSending(true)}>{t(texts.send)}</Act>}>
      <Counts document={document} />
      {sent > 0 && <RecipientList documentId={document.id} />}
      {toRecall > 1 && <Recall documentId={document.id} open={toRecall} />}
      {isSending && unit.data && <SendSheet document={document} unit={unit.data} onClose={() => setSending(false)} />}
    </Section>
  );
}

function hasPartyBelow({ childKinds }: UnitPage): boolean {
  return childKinds.some(({ hierarchy, count }) => hierarchy === 'party' && count > 0);
}

function Counts({ document: { recipients } }: { readonly document: WholeDocument }) {
  const { t, number } = useText();
  const { sent, taken } = recipients;
  return <p className={sent === 0 ? classes.soft : classes.count}>{sent === 0 ? t(texts.notSent) : t(texts.sentCount, { sent: number(sent), taken: number(taken) })}</p>;
}

function RecipientList({ documentId: id }: { readonly documentId: string }) {
  const { t } = useText();
  const { rows, more, error, retry } = useRows(documentContract.recipients, { id, limit: 20 });
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !rows && <LineSkeletons count={4} />}
      {rows && <ul className={classes.list}>{rows.map((row) => <li key={row.unit.id}><RecipientRow receipt={row} act={row.mayRecall && <Recall documentId={id} from={row.unit} />} /></li>)}</ul>}
      {more && <div className={classes.allMore} data-screen-only><Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act></div>}
    </>
  );
}

type RecallProps = { readonly documentId: string } & ({ readonly from: Receipt['unit']; readonly open?: never } | { readonly open: number; readonly from?: never });

/** From one unit, or from all that have not confirmed. */
function Recall({ documentId: id, from, open }: RecallProps) {
  const { t, number } = useText();
  const { mutateAsync } = useRecording<unknown>(['documents', 'events']);
  const recall = () => mutateAsync(() => call(documentContract.recall, { id, ...(from ? { unitIds: [from.id] } : { allOpen: true as const }) }));
  const count = number(open ?? 1);
  const consequence = from ? t(texts.recallConsequence, { unit: from.name }) : t(texts.recallAllConsequence, { count });
  return (
    <span data-screen-only>
      <ConfirmAct label={from ? t(texts.recall) : t(texts.recallAll, { count })} title={t(texts.recallTitle)} consequence={consequence} confirm={t(texts.recall)} onConfirm={recall} />
    </span>
  );
}

function ReadRecipients({ document }: { readonly document: WholeDocument }) {
  const { t } = useText();
  const { sent, own } = document.recipients;
  const mayConfirm = (receipt: Receipt) => own.length > 1 && receipt.takenOn === null && receipt.mayTake && !document.void;
  return (
    <Section title={t(texts.recipients)}>
      {sent > 0 && <Counts document={document} />}
      {own.length > 0 && <ul className={classes.list}>{own.map((receipt) => <li key={receipt.unit.id}><RecipientRow receipt={receipt} act={mayConfirm(receipt) && <ConfirmReceipt documentId={document.id} receipt={receipt} />} /></li>)}</ul>}
    </Section>
  );
}

function RecipientRow({ receipt, act }: { readonly receipt: Pick<Receipt, 'unit' | 'sentOn' | 'takenOn'>; readonly act?: ReactNode }) {
  const { t, day } = useText();
  const { unit, sentOn, takenOn } = receipt;
  return (
    <div className={classes.row}>
      <span className={classes.rowWords}>{unit.name}<span className={classes.small}>{t(texts.sentOn, { day: day(sentOn) })}</span></span>
      {takenOn === null ? <StatusMark status="silent" label={t(texts.notTaken)} /> : <StatusMark status="done" label={t(texts.takenOn, { day: day(takenOn) })} />}
      {act}
    </div>
  );
}
