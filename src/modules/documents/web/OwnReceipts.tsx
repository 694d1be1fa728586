/** What a recipient is asked first: to say that the document has arrived. */
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { documentContract } from '../document.contract.ts';
import { pageTexts as texts } from './document.page.messages.ts';
import { useDocumentRecording } from './document.recording.ts';
import { openReceipts, type Receipt } from './own.receipts.ts';
import type { WholeDocument } from './document.words.ts';
import classes from './documents.module.css';

export function OwnReceipts({ document, isMain }: { readonly document: WholeDocument; readonly isMain: boolean }) {
  const { t, day, number } = useText();
  const { open, areMore } = openReceipts(document.recipients.own);
  const [first] = open;
  if (!first || document.void) return null;
  if (areMore || open.length > 1) return <Notice tone="warn" title={areMore ? t(texts.sentToMany) : t(texts.sentToUnits, { count: number(open.length) })}>{t(texts.pleaseConfirm)}</Notice>;
  return (
    <Notice tone="warn" title={t(texts.sentToYou, { unit: first.unit.name, day: day(first.sentOn) })} acts={<ConfirmReceipt documentId={document.id} receipt={first} isMain={isMain} />}>
      {t(texts.pleaseConfirm)}
    </Notice>
  );
}

interface ConfirmProps {
  readonly documentId: string;
  readonly receipt: Receipt;
  readonly isMain?: boolean;
}

export function ConfirmReceipt({ documentId: id, receipt: { unit }, isMain = false }: ConfirmProps) {
  const { t } = useText();
  const { busy, problem, record } = useDocumentRecording();
  const confirm = () => record(() => call(documentContract.confirm, { id, unitId: unit.id }), { told: t(texts.confirmDone, { unit: unit.name }) });
  return (
    <span className={classes.confirm} data-screen-only>
      <Act kind={isMain ? 'main' : 'plain'} busy={busy} onPress={() => void confirm()} aria-label={t(texts.confirmFor, { unit: unit.name })}>{t(texts.confirm)}</Act>
      {problem && <ProblemNotice problem={problem} />}
    </span>
  );
}
