/** One regulation on a day: how far it is carried out, and its board in four views. */
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { kindName } from '../../units/unit.kinds.ts';
import { oversightContract } from '../oversight.contract.ts';
import { tierNames } from '../oversight.kinds.ts';
import { BoardTable } from './BoardTable.tsx';
import { CadresTable } from './CadresTable.tsx';
import { GapsTable } from './GapsTable.tsx';
import { useOversightRecording } from './oversight.recording.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { dutiesInWords, params, periodInWords, type WholeRegulation } from './oversight.words.ts';
import { Proposals } from './Proposals.tsx';
import { RegulationSheet } from './RegulationSheet.tsx';
import classes from './oversight.module.css';

export function RegulationBoard({ id }: { readonly id: string }) {
  const { t } = useText();
  const { day: on } = useAsOf();
  const { data, error, refetch } = useProcedure(oversightContract.regulation, { id, on }, { keepPrevious: true });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const mayAssign = data.may.includes('assign');
  const asked = { regulationId: id, on };
  return (
    <>
      <Head regulation={data} />
      <Tabs
        label={t(texts.regulation)}
        tabs={[
          { id: 'don-vi', label: t(texts.byUnit), count: String(data.covered), content: () => <BoardTable asked={asked} mayAssign={mayAssign} /> },
          { id: 'can-bo', label: t(texts.byCadre), count: String(data.cadres), content: () => <CadresTable asked={asked} /> },
          ...(mayAssign ? [{ id: 'trong', label: t(texts.gapsNow), count: String(data.uncovered), content: () => <Proposals regulation={data} on={on} /> }] : []),
          { id: 'khoang-trong', label: t(texts.gapsOver), content: () => <GapsTable regulationId={id} /> },
        ]}
      />
    </>
  );
}

function Head({ regulation }: { readonly regulation: WholeRegulation }) {
  const { t, day, language } = useText();
  const [isChanging, setChanging] = useState(false);
  const [, choose] = useAddressValue(params.regulation);
  const readsFigures = useMayVisit('figure.read');
  const { record } = useOversightRecording();
  const { id, version, title, unit, period, kinds, covered, uncovered, cadres, quota, duties, may } = regulation;
  const drop = () => record(() => call(oversightContract.dropRegulation, { id, version }), { told: t(texts.dropped) }).then(() => choose(undefined));
  const acts = may.includes('assign') && (
    <>
      <Act onPress={() => setChanging(true)}>{t(texts.changeRegulation)}</Act>
      {may.includes('drop') && <ConfirmAct label={t(texts.dropRegulation)} title={t(texts.dropRegulation)} consequence={t(texts.dropConsequence, { title })} confirm={t(texts.dropRegulation)} onConfirm={drop} />}
    </>
  );
  return (
    <Section title={title} description={`${unit.name} · ${periodInWords(period, { t, day })} · ${kinds.map((kind) => kindName(kind, language)).join(', ')}`} acts={acts}>
      <div className={classes.facts}>
        <Facts facts={[
          { label: t(texts.covered), value: t(texts.coveredOf, { count: String(covered - uncovered), all: String(covered) }) },
          { label: t(texts.uncovered), value: readsFigures && uncovered > 0 ? <strong>{uncovered}</strong> : uncovered },
          { label: t(texts.cadres), value: cadres },
          { label: t(texts.quota), value: quota === null ? '–' : t(texts.quotaUnits, { count: String(quota) }) },
        ]} />
        <details>
          <summary className={classes.open}>{t(texts.duties)}</summary>
          <ul className={classes.duties}>{duties.map(({ tier, ...owed }) => <li key={tier}><strong>{t(tierNames[tier])}</strong>: {dutiesInWords(owed, { t })}</li>)}</ul>
        </details>
      </div>
      {isChanging && <RegulationSheet regulation={regulation} onClose={() => setChanging(false)} />}
    </Section>
  );
}
