/** The clauses of a document in their order, by when each step is due; written, changed and passed down by who keeps the register. */
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { documentHref } from '../../documents/web/document.words.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { stepNames } from '../cascade.kinds.ts';
import { passedDownWords, radarHref, type Clauses } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesTitles } from './cascades.titles.messages.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import { ClauseList } from './ClauseList.tsx';
import { DeadlinesSheet, OpenSheet } from './OpenSheet.tsx';
import { WriteSheet } from './WriteSheet.tsx';

export function ClausesPage() {
  const documentId = usePathPart('id');
  const { data, error, refetch } = useProcedure(cascadeContract.clauses, { documentId });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <WholePage clauses={data} /> : <PageSkeleton />;
}

function WholePage({ clauses }: { readonly clauses: Clauses }) {
  const { t } = useText();
  const [open, setOpen] = useState<'write' | 'open' | 'deadlines'>();
  const { document, items, cascade } = clauses;
  const mayRecord = clauses.may.includes('document.record');
  const close = () => setOpen(undefined);
  const write = mayRecord && !document.isSecret && <Act kind={items.length === 0 ? 'main' : 'plain'} onPress={() => setOpen('write')}>{t(texts.write)}</Act>;
  return (
    <>
      <PagePath steps={[{ label: t(cascadesTitles.cascades), href: '/nghi-quyet' }, { label: document.symbol, href: documentHref(document.id) }, { label: t(cascadesTitles.clauses) }]} />
      <PageHead
        kicker={document.unit.name} title={t(texts.clausesTitle, { symbol: document.symbol })} description={document.summary}
        acts={(
          <>
            {mayRecord && items.length > 0 && <Act kind={cascade ? 'plain' : 'main'} onPress={() => setOpen('open')}>{t(cascade ? texts.openMore : texts.open)}</Act>}
            {items.length > 0 && write}
            {cascade && <Act href={radarHref(document.id)}>{t(texts.openRadar)}</Act>}
            <PrintButton />
          </>
        )}
      />
      <Section title={t(texts.clauses)}>
        {items.length === 0 ? <EmptyState title={t(texts.noClauses)} why={t(texts.noClausesHint)} act={write} /> : <ClauseList clauses={clauses} mayRecord={mayRecord} />}
      </Section>
      {cascade && <Life clauses={clauses} mayRecord={mayRecord} onSet={() => setOpen('deadlines')} />}
      {open === 'write' && <WriteSheet documentId={document.id} firstNumber={items.length + 1} onClose={close} />}
      {open === 'open' && <OpenSheet clauses={clauses} onClose={close} />}
      {open === 'deadlines' && cascade && <DeadlinesSheet clauses={clauses} onClose={close} />}
    </>
  );
}

function Life({ clauses, mayRecord, onSet }: { readonly clauses: Clauses; readonly mayRecord: boolean; readonly onSet: () => void }) {
  const writing = useText();
  const { t, day } = writing;
  const { document, cascade } = clauses;
  if (!cascade) return null;
  const facts = [
    { label: t(texts.openedOn), value: passedDownWords(clauses, writing) },
    ...cascade.deadlines.map(({ step, dueOn, byRule }) => ({ label: t(stepNames[step]), value: [day(dueOn), byRule && t(texts.byRule)].filter(Boolean).join(', ') })),
  ];
  return <Section title={t(texts.life)} acts={mayRecord && <><Act onPress={onSet}>{t(texts.changeDeadlines)}</Act>{cascade.toRelease > 0 && <Release documentId={document.id} count={cascade.toRelease} />}</>}><Facts facts={facts} /></Section>;
}

function Release({ documentId, count }: { readonly documentId: string; readonly count: number }) {
  const { t, number } = useText();
  const { problem, record } = useCascadeRecording<{ readonly released: number }>();
  const release = () => record(() => call(cascadeContract.release, { documentId, allUntouched: true }), { told: ({ released }) => t(texts.released, { count: number(released) }) });
  return <>{problem && <ProblemNotice problem={problem} />}<ConfirmAct label={t(texts.releaseAll, { count: number(count) })} title={t(texts.releaseTitle)} consequence={t(texts.releaseConsequence, { count: number(count) })} afterwards={t(texts.releaseAfter)} confirm={t(texts.release)} onConfirm={release} /></>;
}
