/** What is known of a task; what was left empty is not shown. */
import { useMayVisit } from '../../../shell/session.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { unitHref } from '../../units/web/unit.words.ts';
import type { TaskRecord } from '../task.record.ts';
import { OriginLink } from './OriginLink.tsx';
import { pageTexts as texts } from './task.page.messages.ts';
import { ownerWords, taskHref } from './task.words.ts';
import { tasksWeb } from './tasks.web.messages.ts';

/** With what it was before it was moved. */
function dueWords({ dueOn, formerDues = [] }: TaskRecord, { t, day }: Writing) {
  if (!dueOn && formerDues.length === 0) return null;
  const former = formerDues.map((one) => t(texts.formerDue, { due: one.dueOn ? day(one.dueOn) : t(texts.noDue), day: day(one.heldTo) }));
  return <>{dueOn ? day(dueOn) : t(texts.noDue)}{former.map((text) => <span key={text}><br />{text}</span>)}</>;
}

export function TaskFacts({ task }: { readonly task: TaskRecord }) {
  const writing = useText();
  const { t, day, number } = writing;
  const opensUnits = useMayVisit('unit.read');
  const { unit, askedBy, partners, recurrence, rules, veryLateFrom, namedOwner } = task;
  const veryLate = rules.find(({ key }) => key === 'task.veryLateWorkingDays');
  const linked = ({ id, name }: TaskRecord['unit']) => (opensUnits ? <PageLink href={unitHref(id)}>{name}</PageLink> : name);
  const facts = [
    { label: t(tasksWeb.owner), value: <>{ownerWords(task, writing)}{namedOwner && <><br />{t(texts.instead, { name: namedOwner })}</>}</> },
    { label: t(tasksWeb.unit), value: linked(unit) },
    { label: t(texts.asker), value: askedBy.id === unit.id ? null : linked(askedBy) },
    { label: t(tasksWeb.origin), value: <OriginLink origin={task.origin} /> },
    { label: t(texts.whole), value: task.whole && (task.whole.title === null ? t(texts.wholeUnread) : <PageLink href={taskHref(task.whole.id)}>{task.whole.title}</PageLink>) },
    { label: t(tasksWeb.due), value: dueWords(task, writing) },
    { label: t(texts.veryLateFrom), value: veryLateFrom && <>{day(veryLateFrom)}{veryLate && <><br />{veryLate.paper === null ? t(texts.afterDays, { days: number(veryLate.value) }) : t(texts.byRule, { days: number(veryLate.value), paper: veryLate.paper })}</>}</> },
    { label: t(texts.partners), value: partners.length > 0 ? partners.map(({ name }) => name).join(', ') : null },
    { label: t(texts.recurs), value: recurrence && t(recurrence.every === 'monthly' ? texts.monthlyUntil : texts.quarterlyUntil, { day: day(recurrence.until) }) },
    { label: t(texts.weight), value: task.whole ? number(task.weight) : null },
  ];
  return <Section title={t(texts.facts)}><Facts facts={facts.filter(({ value }) => value !== null && value !== '')} /></Section>;
}
