/** One report: what was counted, each number opening to its records, what people wrote, and what can be done with it. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useMayVisit } from '../../../shell/session.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { DownloadMenu } from '../../../ui/DownloadMenu.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { isShownProblem, ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { reportContract } from '../report.contract.ts';
import { RecordsSheet, type AskedRecords } from './RecordsSheet.tsx';
import { reportHref, type WholeReport } from './report.words.ts';
import { DropDraft, ReportActs } from './ReportActs.tsx';
import { ReportFindings } from './ReportFindings.tsx';
import { State } from './ReportsPage.tsx';
import { reportsTitles } from './reports.titles.messages.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';
import { Written } from './Written.tsx';
import classes from './reports.module.css';

export function ReportPage() {
  const { t } = useText();
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(reportContract.report, { id });
  if (error) return <><ProblemNotice problem={error} onRetry={() => void refetch()} />{isShownProblem(error) && error.code.startsWith('reports.') && <DropAlone id={id} />}<p><PageLink href="/bao-cao">{t(texts.backToList)}</PageLink></p></>;
  return data ? <WholePage key={id} report={data} /> : <PageSkeleton />;
}

function WholePage({ report }: { readonly report: WholeReport }) {
  const { t, day, language } = useText();
  const [opened, setOpened] = useState<AskedRecords>();
  const { id, title, unit, from, to, findings, hash, state } = report;
  const files = [{ label: t(texts.word), href: requestOf(reportContract.word, { id }).url }, { label: t(texts.excel), href: requestOf(reportContract.excel, { id }).url }];
  return (
    <>
      <PagePath steps={[{ label: t(reportsTitles.reports), href: '/bao-cao' }, { label: title }]} />
      <PageHead
        kicker={`${unit.name} · ${t(texts.periodOf, { from: day(from), to: day(to) })}`} title={title} description={`${t(texts.countedOn, { day: day(findings.countedOn) })}. ${state === 'draft' ? t(texts.isLive) : ''}`}
        marks={<State report={report} />} acts={<><ReportActs report={report} /><DownloadMenu key={language} label={t(texts.download)} downloads={files} /></>}
      />
      <Replacing report={report} />
      <Signed report={report} />
      <ReportFindings findings={findings} onOpen={setOpened} />
      <Written report={report} />
      {hash && <p className={classes.mark}><strong>{t(texts.mark)}:</strong> <code>{hash}</code><span className={classes.note}>{t(texts.markHint)}</span></p>}
      {opened && <RecordsSheet reportId={id} asked={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** Of a draft that cannot be counted any more, and so not be opened. */
function DropAlone({ id }: { readonly id: string }) {
  const { t } = useText();
  return useMayVisit('report.draft') ? <><p>{t(texts.dropUnopened)}</p><DropDraft id={id} /></> : null;
}

function Signed({ report: { numbering, signer } }: { readonly report: WholeReport }) {
  const { t } = useText();
  const facts = [
    ...(numbering ? [{ label: t(texts.numbered), value: <PageLink href={`/van-ban/${numbering.documentId}`}>{numbering.symbol}</PageLink> }] : []),
    ...(signer ? [{ label: t(texts.signedBy), value: [signer.name, signer.post].filter(Boolean).join(', ') }] : []),
  ];
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}

function Replacing({ report: { replaces, replacedBy } }: { readonly report: WholeReport }) {
  const { t, day } = useText();
  return (
    <>
      {replaces?.issuedOn && <Notice title={t(texts.replaces, { day: day(replaces.issuedOn) })} acts={<Act href={reportHref(replaces.id)}>{t(texts.openOther)}</Act>} />}
      {replacedBy && <Notice tone="warn" title={t(replacedBy.isIssued ? texts.replacedBy : texts.replacedByDraft)} acts={<Act href={reportHref(replacedBy.id)}>{t(texts.openOther)}</Act>} />}
    </>
  );
}
