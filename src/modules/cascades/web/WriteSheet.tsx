/** Writes many clauses at once: lines are pasted, what was read of each is shown and put right, then all are recorded together. */
import { Select, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import { clauseKindNames, clauseKinds, type ClauseKind } from '../cascade.kinds.ts';
import { readClauseLines } from '../clause.lines.ts';
import type { Wording } from '../clause.ts';
import { demandsOf } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import classes from './cascades.module.css';

export function WriteSheet({ documentId, firstNumber, onClose }: { readonly documentId: string; readonly firstNumber: number; readonly onClose: () => void }) {
  const { t, number } = useText();
  const [typed, setTyped] = useState('');
  const [kinds, setKinds] = useState<Readonly<Record<string, ClauseKind>>>({});
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<{ readonly ids: string[] }>({ onDone: onClose });
  const read = useMemo(() => readClauseLines(typed, firstNumber).map((wording) => withKind(wording, kinds[wording.wording])), [typed, firstNumber, kinds]);
  const submit = async () => {
    setChecked(true);
    if (read.length === 0) return;
    await record(() => call(cascadeContract.write, { documentId, clauses: read.map((wording) => ({ ...wording })) }), { told: ({ ids }) => t(texts.written, { count: number(ids.length) }), undo: ({ ids }) => call(cascadeContract.remove, { documentId, ids }) });
  };
  return (
    <ActSheet title={t(texts.writeTitle)} verb={t(texts.save)} intro={t(texts.writeIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.lines)} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autosize minRows={6} maxRows={14} maxLength={60_000} required error={isChecked && read.length === 0 ? t(texts.linesMissing) : undefined} />
      {read.length > 0 && (
        <div>
          <p className={classes.plain} role="status">{t(texts.read, { count: number(read.length) })}</p>
          <ol className={classes.clauses}>{read.map((wording, at) => <li key={`${at} ${wording.wording}`} className={classes.clause}><ReadLine wording={wording} onKind={(kind) => setKinds({ ...kinds, [wording.wording]: kind })} /></li>)}</ol>
        </div>
      )}
    </ActSheet>
  );
}

/** A number that was read is kept where it is an indicator alone; one that was not read makes none. */
function withKind(wording: Wording, kind: ClauseKind | undefined): Wording {
  if (kind === undefined || kind === wording.kind || kind === 'indicator') return wording;
  return { ...wording, kind, target: null, measure: null, toward: null };
}

function ReadLine({ wording, onKind }: { readonly wording: Wording; readonly onKind: (kind: ClauseKind) => void }) {
  const writing = useText();
  const { t } = writing;
  const choices = clauseKinds.filter((kind) => kind !== 'indicator' || wording.kind === 'indicator');
  return (
    <>
      <span className={classes.label}>{wording.label}</span>
      <div className={classes.words}>
        <p className={classes.plain}>{wording.wording}</p>
        <span className={classes.small}>{demandsOf(wording, writing)}</span>
        <Select aria-label={`${t(texts.kind)}: ${wording.label}`} value={wording.kind} allowDeselect={false} data={choices.map((value) => ({ value, label: t(clauseKindNames[value]) }))} onChange={(chosen) => { const kind = clauseKinds.find((one) => one === chosen); if (kind) onKind(kind); }} />
      </div>
    </>
  );
}
