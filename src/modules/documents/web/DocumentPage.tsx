/** One document: whether it holds, what it is linked with, its files, who has received it. */
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { AnswerDuty, useAnswerDuties } from '../../cascades/web/AnswerDuty.tsx';
import { CascadeSection } from '../../cascades/web/CascadeSection.tsx';
import { documentContract } from '../document.contract.ts';
import { directionNames } from '../document.kinds.ts';
import { TasksOf } from '../../tasks/web/TasksOf.tsx';
import { DocumentActs, VoidNotice } from './DocumentActs.tsx';
import { DocumentFacts } from './DocumentFacts.tsx';
import { DocumentFiles } from './DocumentFiles.tsx';
import { standingMarks, standingNames, symbolInWords, titleOf, type WholeDocument } from './document.words.ts';
import { pageTexts } from './document.page.messages.ts';
import { documentsTitles } from './documents.titles.messages.ts';
import { OwnReceipts } from './OwnReceipts.tsx';
import { Recipients } from './Recipients.tsx';
import { RelatedDocuments } from './RelatedDocuments.tsx';
import classes from './documents.module.css';

export function DocumentPage() {
  const id = usePathPart('id');
  const { data: document, error, refetch } = useProcedure(documentContract.document, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!document) return <PageSkeleton />;
  return <WholePage key={id} document={document} />;
}

function WholePage({ document }: { readonly document: WholeDocument }) {
  const { t } = useText();
  const { standing, unit, summary, symbol, direction } = document;
  const mayRecord = document.may.includes('document.record');
  const isRecipient = !mayRecord && document.recipients.own.length > 0;
  const duties = useAnswerDuties(document.id, { enabled: isRecipient && !document.isSecret && !document.void });
  return (
    <>
      <PagePath steps={[{ label: t(documentsTitles.documents), href: '/van-ban' }, { label: symbolInWords(symbol, { t }) }]} />
      <PageHead kicker={isRecipient ? t(pageTexts.cameFrom, { unit: unit.name }) : `${unit.name} · ${t(directionNames[direction])}`} title={titleOf(document, { t })} description={summary} marks={<StatusMark status={standingMarks[standing]} label={t(standingNames[standing])} />} acts={<DocumentActs document={document} mayRecord={mayRecord} />} />
      <div className={classes.notices}>
        <VoidNotice document={document} mayRecord={mayRecord} />
        {duties.map((duty) => <AnswerDuty key={duty.id} documentId={document.id} issuer={unit.name} duty={duty} />)}
        {!mayRecord && <OwnReceipts document={document} isMain={duties.length === 0} />}
      </div>
      <div className={classes.columns}>
        <div className={classes.column}>
          <DocumentFiles document={document} mayRecord={mayRecord} />
          <DocumentFacts document={document} />
        </div>
        <div className={classes.column}>
          {!document.void && <CascadeSection documentId={document.id} isSecret={document.isSecret} />}
          <RelatedDocuments document={document} mayRecord={mayRecord} />
          <TasksOf origin={{ kind: 'document', id: document.id }} giver={mayRecord && !document.void && document.direction === 'issued' ? unit : undefined} />
          <Recipients document={document} mayRecord={mayRecord} />
        </div>
      </div>
    </>
  );
}
