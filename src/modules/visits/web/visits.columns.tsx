/** The columns of the list of visits; on a phone the place names the card. */
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { heardTopicNames, visitKindNames } from '../visit.kinds.ts';
import type { VisitItem } from '../visit.record.ts';
import { agreementMarks } from './visit.words.ts';
import { agreementWords } from './agreement.messages.ts';
import { visitsWeb as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

export function useVisitColumns(): readonly Column<VisitItem>[] {
  const { t, day } = useText();
  return [
    { id: 'unit', title: t(texts.unit), priority: 1, cell: (row) => <>{row.unit.name}{row.place && <span className={classes.small}>{row.place}</span>}</> },
    { id: 'on', title: t(texts.on), priority: 2, width: '8rem', cell: (row) => day(row.on) },
    { id: 'person', title: t(texts.person), priority: 2, width: '12rem', cell: (row) => row.person.name },
    { id: 'kind', title: t(texts.kind), priority: 2, width: '12rem', cell: (row) => t(visitKindNames[row.kind]) },
    { id: 'heard', title: t(texts.heard), priority: 3, cell: (row) => row.topics.map((topic) => t(heardTopicNames[topic])).join(', ') || '–' },
    { id: 'agreement', title: t(texts.agreement), priority: 2, width: '12rem', cell: (row) => (row.isWithdrawn ? t(texts.withdrawn) : row.agreement === 'noMeeting' ? '–' : <StatusMark status={agreementMarks[row.agreement]} label={t(agreementWords[row.agreement])} />) },
  ];
}
