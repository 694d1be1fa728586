/** What happened to the unit, with its papers; and, apart from it, what was recorded and what of that was a correction. */
import { useAct, useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { LineSkeletons, Patiently } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { unitContract, type UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { PostLogOfUnit } from '../../posts/web/PostLog.tsx';
import { KinLinks } from './UnitState.tsx';
import { ledgerOf, type LedgerEntry, type Recorded } from './unit.ledger.ts';
import { storyOf, type FactName, type FactValue, type StoryDay, type StoryEvent } from './unit.story.ts';
import { isUnitKind, kindName, typeName } from '../unit.kinds.ts';
import { UnitName } from './UnitName.tsx';
import classes from './units.module.css';

export function UnitHistory({ unit }: { readonly unit: UnitPage }) {
  const { t } = useText();
  const { data, error, refetch } = useProcedure(unitContract.history, { id: unit.id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Patiently><LineSkeletons count={5} /></Patiently>;
  return (
    <>
      <Section title={t(unitTexts.world)} description={t(unitTexts.worldAbout)}>
        <World days={storyOf(data.versions, unit)} unit={unit} />
      </Section>
      <Section title={t(unitTexts.ledger)} description={t(data.acts.length > 0 ? unitTexts.ledgerAbout : unitTexts.ledgerNone)}>
        <Ledger entries={ledgerOf(data)} unit={unit} />
      </Section>
      {unit.may.includes('post.read') && <PostLogOfUnit unitId={unit.id} />}
    </>
  );
}

function World({ days, unit }: { readonly days: readonly StoryDay[]; readonly unit: UnitPage }) {
  const writing = useText();
  const { t, day } = writing;
  return (
    <Timeline
      label={t(unitTexts.world)}
      entries={days.map(({ on, decisions, events }) => ({
        id: on,
        when: day(on),
        title: events.map((event, index) => <div key={index}>{eventWords(event, { unit, writing })}</div>),
        detail: decisions.length > 0 ? decisions.map((decision) => t(unitTexts.decisionIs, { decision })).join(' · ') : t(unitTexts.noDecision),
      }))}
    />
  );
}

function eventWords(event: StoryEvent, { unit, writing }: { unit: UnitPage; writing: Writing }) {
  const { t } = writing;
  switch (event.kind) {
    case 'founded':
      return t(unitTexts['event.founded'], { name: event.name });
    case 'renamed':
      return t(unitTexts['event.renamed'], { before: event.before, after: event.after });
    case 'fact':
      return t(unitTexts['event.fact'], { fact: t(factTexts[event.fact]), before: factWords(event.fact, event.before, { unit, writing }), after: factWords(event.fact, event.after, { unit, writing }) });
    case 'moved':
      return <>{t(unitTexts['event.under'])} <UnitName unit={event.parent} /></>;
    case 'ended':
      return t(unitTexts['event.ended']);
    case 'from':
    case 'continues':
      return <>{t(event.kind === 'from' ? unitTexts.predecessors : unitTexts.successors)}: <KinLinks kin={event.kin} /></>;
  }
}

const factTexts = {
  shortName: unitTexts.shortName, kind: unitTexts.kind, type: unitTexts.type, rank: unitTexts.rank, code: unitTexts.code,
  population: unitTexts.population, households: unitTexts.households, areaKm2: unitTexts.area, ownOffice: unitTexts.ownOffice,
} as const;

function factWords(fact: FactName, value: FactValue, { unit, writing }: { unit: UnitPage; writing: Writing }): string {
  const { t, number, language } = writing;
  if (value === null || value === undefined) return t(unitTexts.nothing);
  if (typeof value === 'boolean') return t(value ? unitTexts.yes : unitTexts.no);
  if (typeof value === 'number') return number(value);
  if (fact === 'kind' && isUnitKind(value)) return kindName(value, language);
  return (fact === 'type' && typeName(unit.kind, value, language)) || value;
}

function Ledger({ entries, unit }: { readonly entries: readonly LedgerEntry[]; readonly unit: UnitPage }) {
  const { t, day } = useText();
  return (
    <Timeline
      label={t(unitTexts.ledger)}
      entries={entries.map((entry) => ({
        id: entry.act.id,
        when: day(entry.act.on),
        tone: entry.act.kind === 'undo' ? 'correction' : entry.act.nature,
        title: <LedgerTitle entry={entry} unit={unit} />,
        detail: <RecordedDetail act={entry.act} mayUndo={unit.may.includes('unit.manage')} />,
      }))}
    />
  );
}

function LedgerTitle({ entry: { act, undoes, isUndone, changed }, unit }: { readonly entry: LedgerEntry; readonly unit: UnitPage }) {
  const writing = useText();
  const { t, day } = writing;
  if (act.kind === 'undo') return undoes ? t(unitTexts['act.undoOf'], { what: t(actText(undoes.kind)), day: day(undoes.on) }) : t(unitTexts['act.undo']);
  return (
    <>
      <span className={classes.mark} data-nature={act.nature}>{t(act.nature === 'correction' ? unitTexts.correctionMark : unitTexts.changeMark)}</span> {t(actText(act.kind))}
      {isUndone && <span className={classes.soft}> {t(unitTexts.undoneToo)}</span>}
      {changed.map((event, index) => <div key={index}>{eventWords(event, { unit, writing })}</div>)}
    </>
  );
}

function RecordedDetail({ act, mayUndo }: { readonly act: Recorded; readonly mayUndo: boolean }) {
  const { t, moment } = useText();
  const undo = useAct(unitContract.undo, { touches: ['posts', 'figures', 'people'] });
  const who = act.recordedBy;
  return (
    <>
      {act.reason && <div>{t(unitTexts.reasonIs, { reason: act.reason })}</div>}
      {act.decision && act.kind !== 'undo' && <div>{t(unitTexts.decisionIs, { decision: act.decision })}</div>}
      <div>{who ? t(unitTexts.recorded, { moment: moment(act.recordedAt), who }) : t(unitTexts.recordedAlone, { moment: moment(act.recordedAt) })}</div>
      {undo.error && <ProblemNotice problem={undo.error} />}
      {act.undoable && mayUndo && act.kind !== 'found' && <Act kind="quiet" busy={undo.isPending} onPress={() => undo.mutate({ actId: act.id })}>{t(unitTexts.undo)}</Act>}
    </>
  );
}

/** A kind that this version has no words for is shown as a plain change. */
function actText(kind: string) {
  const texts: Readonly<Record<string, { vi: string; en: string }>> = unitTexts;
  return texts[`act.${kind}`] ?? unitTexts['act.change'];
}
