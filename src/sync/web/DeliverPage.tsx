/** At the office: the file of a device without signal, brought by whoever has a connection; what came of it. */
import { useRef, useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { useAct } from '../../shell/api.ts';
import { Act } from '../../ui/Act.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemNotice, useProblemText } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { syncContract } from '../sync.contract.ts';
import { deliverTexts as texts } from './sync.deliver.messages.ts';
import { syncTitles } from './sync.titles.messages.ts';
import { waitingTexts } from './sync.waiting.messages.ts';
import { wordsOf } from './waiting.words.ts';
import classes from './sync.module.css';

type Outcome = z.output<(typeof syncContract)['deliver']['output']>;

const MOST_BYTES = 40 * 1024 * 1024;

export function DeliverPage() {
  const { t } = useText();
  const deliver = useAct(syncContract.deliver, { touches: ['meetings', 'tasks', 'membership', 'attention', 'figures', 'events'] });
  return (
    <>
      <PageHead title={t(syncTitles.deliverTitle)} description={t(texts.about)} />
      <div className={classes.narrow}>
        {deliver.data
          ? <OutcomeOf outcome={deliver.data} onAnother={deliver.reset} />
          : <FileForm onSend={(base64) => deliver.mutate({ base64 })} isBusy={deliver.isPending} problem={deliver.error} />}
      </div>
    </>
  );
}

function FileForm({ onSend, isBusy, problem }: { readonly onSend: (base64: string) => void; readonly isBusy: boolean; readonly problem: Error | null }) {
  const { t } = useText();
  const [file, setFile] = useState<File>();
  const picker = useRef<HTMLInputElement>(null);
  const isTooLarge = file !== undefined && file.size > MOST_BYTES;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file && !isTooLarge) onSend(await base64Of(file));
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <input
        ref={picker} type="file" accept=".satcoso" className={classes.picker} tabIndex={-1} aria-hidden
        onChange={(event) => { setFile(event.currentTarget.files?.[0] ?? file); event.currentTarget.value = ''; }}
      />
      <div className={classes.file}>
        <Act kind={file ? 'plain' : 'main'} disabled={isBusy} onPress={() => picker.current?.click()}>{t(file ? texts.chooseOther : texts.choose)}</Act>
        {file && <span role="status">{file.name}</span>}
      </div>
      {isTooLarge && <p role="alert" className={classes.fault}>{t(texts.tooLarge)}</p>}
      {problem && <ProblemNotice problem={problem} />}
      {file && !isTooLarge && <div><Act kind="main" submit busy={isBusy}>{t(texts.deliver)}</Act></div>}
    </form>
  );
}

function OutcomeOf({ outcome, onAnother }: { readonly outcome: Outcome; readonly onAnother: () => void }) {
  const { t, number } = useText();
  const count = (value: number) => t(texts.count, { count: number(value) });
  const isClean = outcome.refused.length === 0;
  return (
    <>
      <Notice tone={isClean ? 'success' : 'warn'} title={t(texts.outcome)} acts={<Act onPress={onAnother}>{t(texts.another)}</Act>}>{t(isClean ? texts.nothingRefused : texts.refusedWhy)}</Notice>
      <Facts
        facts={[
          { label: t(texts.owner), value: outcome.owner }, { label: t(texts.device), value: outcome.deviceName },
          { label: t(texts.done), value: count(outcome.done) }, { label: t(texts.already), value: count(outcome.already) }, { label: t(texts.refused), value: count(outcome.refused.length) },
        ]}
      />
      {!isClean && <Section title={t(texts.refusedTitle)}><Refused refused={outcome.refused} /></Section>}
    </>
  );
}

/** The courier is not told what the acts were about. */
function Refused({ refused }: { readonly refused: Outcome['refused'] }) {
  const writing = useText();
  const { t } = writing;
  const sentenceOf = useProblemText();
  return (
    <DataTable
      label={t(texts.refusedTitle)} rows={refused} rowId={(row) => row.commandId} rowName={(row) => row.procedure}
      columns={[
        { id: 'what', title: t(texts.what), priority: 1, cell: (row) => wordsOf(row.procedure, [], { ...writing, names: new Map() }) ?? t(waitingTexts.otherAct) },
        { id: 'why', title: t(texts.why), priority: 2, cell: (row) => sentenceOf({ code: row.code, kind: 'conflict', data: row.data }) },
      ]}
    />
  );
}

function base64Of(file: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => fail(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });
}
