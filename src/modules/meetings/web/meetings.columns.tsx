/** The columns of a list of meetings; on a phone the day names the card. */
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { levelNames } from '../meeting.kinds.ts';
import { attendanceInWords, kindInWords, standingOf, whenInWords, type MeetingItem } from './meeting.words.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';
import classes from './meetings.module.css';

export function useMeetingColumns({ isHeld, hasOneUnit }: { readonly isHeld: boolean; readonly hasOneUnit: boolean }): readonly Column<MeetingItem>[] {
  const writing = useText();
  const { t } = writing;
  const { today } = useAsOf();
  const held: readonly Column<MeetingItem>[] = [
    { id: 'attendance', title: t(texts.attendance), priority: 2, align: 'end', width: '7rem', cell: (row) => attendanceInWords(row, writing) },
    { id: 'level', title: t(texts.level), priority: 2, width: '8rem', cell: (row) => (row.level ? t(levelNames[row.level]) : '–') },
  ];
  return [
    { id: 'when', title: t(texts.when), priority: 1, width: '17.5rem', cell: (row) => whenInWords(row, writing) },
    { id: 'unit', title: t(texts.unit), priority: hasOneUnit ? 3 : 2, hidden: hasOneUnit, cell: (row) => row.unit.name },
    { id: 'kind', title: t(texts.kind), priority: 2, cell: (row) => <>{kindInWords(row, writing)}{row.topic && <span className={classes.small}>{row.topic}</span>}</> },
    { id: 'state', title: t(texts.state), priority: 2, width: '14rem', cell: (row) => { const { status, label } = standingOf(row, today); return <StatusMark status={status} label={t(label)} />; } },
    ...(isHeld ? held : []),
    ...(isHeld ? [] : [{ id: 'place', title: t(texts.place), priority: 3 as const, cell: (row: MeetingItem) => row.place ?? '–' }]),
  ];
}
