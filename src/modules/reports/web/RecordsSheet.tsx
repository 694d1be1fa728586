/** The records behind a number, page by page; those that are not counted are told apart. */
import { useRows } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { linkHref } from '../../../figures/web/RecordTable.tsx';
import { reportContract } from '../report.contract.ts';
import type { LineCode } from '../report.lines.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';
import type { Line } from './report.words.ts';
import classes from './reports.module.css';

export interface AskedRecords {
  readonly line: LineCode;
  readonly title: Line['title'];
  readonly name: string;
  /** Some of the records are not counted. */
  readonly isShare: boolean;
  /** A committee or a cadre; else the whole. */
  readonly of?: string;
}

export function RecordsSheet({ reportId, asked: { line, title, name, isShare, of }, onClose }: { readonly reportId: string; readonly asked: AskedRecords; readonly onClose: () => void }) {
  const { t, day } = useText();
  const { rows, more, error, retry } = useRows(reportContract.records, { id: reportId, line, ...(of ? { of } : {}), limit: 50 });
  return (
    <Sheet title={t(texts.records, { line: t(title), name })} opened onClose={onClose}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !rows && <LineSkeletons count={4} />}
      {rows?.length === 0 && <p className={classes.soft}>{t(texts.recordsNone)}</p>}
      <ul className={classes.lines}>
        {rows?.map(({ id, unit, cadre, on, day: dayTitle, isCounted, marks, link }) => (
          <li key={id} className={classes.record}>
            <span className={classes.words}>{[cadre, on && `${dayTitle ? `${t(dayTitle)} ` : ''}${day(on)}`, unit.name].filter(Boolean).join(' · ')}<span className={classes.note}>{marks.map((mark) => t(mark)).join(' · ')}</span></span>
            {isShare && <StatusMark status={isCounted ? 'done' : 'late'} label={t(isCounted ? texts.counted : texts.notCounted)} />}
            {link && <PageLink href={linkHref(link.to, link.id)}>{t(texts.openRecord)}</PageLink>}
          </li>
        ))}
      </ul>
      {more && <Act kind="quiet" onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Sheet>
  );
}
