/** One row: who or what and where, since when and how long there is, the act that settles it, and putting it off. */
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import { useSnoozing } from './attention.recording.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';
import { subjectHref, whoOf, type AlertWords, type AttentionItem } from './attention.words.ts';
import classes from './attention.module.css';

interface AttentionRowProps {
  readonly item: AttentionItem;
  readonly words: AlertWords;
  readonly onSnooze: () => void;
}

export function AttentionRow({ item, words, onSnooze }: AttentionRowProps) {
  const writing = useText();
  return (
    <li className={classes.row}>
      <div>
        <strong><PageLink href={subjectHref(item)}>{whoOf(item, writing)}</PageLink></strong>
        <Around item={item} words={words} />
        <Missed meetings={item.meetings} />
      </div>
      <div><Standing item={item} /></div>
      <RowActs item={item} words={words} onSnooze={onSnooze} />
    </li>
  );
}

/** "Chi bộ thôn 1 · từ 03/10/2026 · 2 tháng trong năm". */
function Around({ item: { unit, subject, since, amount }, words }: Pick<AttentionRowProps, 'item' | 'words'>) {
  const { t, day, number } = useText();
  const opensUnits = useMayVisit('unit.read');
  const when = [t(texts.sinceDay, { day: day(since) }), words.amount && amount !== null && t(words.amount, { amount: number(amount) })].filter(Boolean).join(' · ');
  if (subject.kind === 'unit') return <span className={classes.soft}>{when}</span>;
  return <span className={classes.soft}>{opensUnits ? <PageLink href={unitHref(unit.id)}>{unit.name}</PageLink> : unit.name}{` · ${when}`}</span>;
}

/** "Vắng sinh hoạt thường kỳ các ngày: 03/09/2026, 03/10/2026". */
function Missed({ meetings }: Pick<AttentionItem, 'meetings'>) {
  const { t, day } = useText();
  const opens = useMayVisit('meeting.read');
  return [...Map.groupBy(meetings, ({ kind }) => kind)].map(([kind, missed]) => (
    <span key={kind} className={classes.soft}>
      {t(texts.missed, { kind: lowered(t(kindNames[kind])) })}{' '}
      {missed.map(({ id, on }, at) => <span key={id}>{at > 0 && ', '}{opens ? <PageLink href={`/sinh-hoat/${id}`}>{day(on)}</PageLink> : day(on)}</span>)}
    </span>
  ));
}

function lowered(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

function Standing({ item: { dueOn, snooze } }: Pick<AttentionRowProps, 'item'>) {
  const { t, day } = useText();
  const { today } = useAsOf();
  if (snooze) return <><StatusMark status="silent" label={t(texts.untilDay, { day: day(snooze.until) })} /><span className={classes.soft}>{[snooze.reason, snooze.by].filter(Boolean).join(' · ')}</span></>;
  if (dueOn === null) return null;
  const isLate = dueOn < today;
  return <StatusMark status={isLate ? 'late' : 'due-soon'} label={t(isLate ? texts.lateDue : texts.dueOn, { day: day(dueOn) })} />;
}

function RowActs({ item, words, onSnooze }: AttentionRowProps) {
  const writing = useText();
  const { t } = writing;
  const { resume, busy, problem } = useSnoozing(item);
  const mayPutOff = item.may.includes('attention.snooze');
  const who = whoOf(item, writing);
  const named = (label: string) => `${label}: ${who}`;
  return (
    <div className={classes.acts} data-screen-only>
      <Act href={item.href} aria-label={named(t(words.act))}>{t(words.act)}</Act>
      {mayPutOff && !item.snooze && <Act kind="quiet" aria-label={named(t(texts.snooze))} onPress={onSnooze}>{t(texts.snooze)}</Act>}
      {mayPutOff && item.snooze && <Act kind="quiet" busy={busy} aria-label={named(t(texts.resume))} onPress={() => void resume()}>{t(texts.resume)}</Act>}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
