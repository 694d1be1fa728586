/** Units that nobody follows, each with who might: taken one by one, then assigned together by one decision. */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { postInWords } from '../oversight.layout.ts';
import { boardContract } from '../board.contract.ts';
import { AssignSheet, type Pair } from './AssignSheet.tsx';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import type { ProposalRow, WholeRegulation } from './oversight.words.ts';
import classes from './oversight.module.css';

type Taken = Readonly<Record<string, Pair>>;

export function Proposals({ regulation, on }: { readonly regulation: WholeRegulation; readonly on: string }) {
  const { t } = useText();
  const { data, error, refetch } = useProcedure(boardContract.proposals, { regulationId: regulation.id, on });
  const [taken, setTaken] = useState<Taken>({});
  // Once they are recorded the proposals are asked for afresh, without these: the sheet keeps what it was opened with.
  const [assigning, setAssigning] = useState<readonly Pair[]>();
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <LineSkeletons count={4} />;
  if (data.items.length === 0) return <EmptyState title={t(texts.allCovered)} why={t(texts.allCoveredWhy)} />;
  const pairs = data.items.flatMap(({ unit }) => taken[unit.id] ?? []);
  const take = (unitId: string, pair: Pair | undefined) => setTaken(({ [unitId]: _before, ...others }) => (pair ? { ...others, [unitId]: pair } : others));
  const takeAll = () => setTaken(Object.fromEntries(data.items.flatMap((row) => (row.candidates[0] ? [[row.unit.id, pairOf(row, row.candidates[0])]] : []))));
  return (
    <>
      <p className={classes.soft}>{t(texts.proposalsAbout)}</p>
      <div className={classes.tools} data-screen-only><Act onPress={takeAll}>{t(texts.takeAll)}</Act></div>
      <ul className={classes.proposals}>{data.items.map((row) => <Proposal key={row.unit.id} row={row} taken={taken[row.unit.id]} onTake={(pair) => take(row.unit.id, pair)} regulation={regulation} />)}</ul>
      {pairs.length > 0 && <div className={classes.bar} data-screen-only><Act kind="main" onPress={() => setAssigning(pairs)}>{t(texts.assignChosen, { count: String(pairs.length) })}</Act></div>}
      {assigning && <AssignSheet regulationId={regulation.id} pairs={assigning} onClose={() => setAssigning(undefined)} onDone={() => setTaken({})} />}
    </>
  );
}

function pairOf({ unit }: ProposalRow, { person, tier }: ProposalRow['candidates'][number]): Pair {
  return { unit, person: { id: person.id, label: person.name }, tier };
}

const OTHER = 'khac';

function Proposal({ row, taken, onTake, regulation }: { readonly row: ProposalRow; readonly taken: Pair | undefined; readonly onTake: (pair: Pair | undefined) => void; readonly regulation: WholeRegulation }) {
  const { t, day } = useText();
  const [isOther, setOther] = useState(false);
  const proposed = row.candidates.find(({ person }) => person.id === taken?.person?.id);
  const choose = (value: string) => {
    const candidate = row.candidates.find(({ person }) => person.id === value);
    setOther(value === OTHER);
    onTake(candidate && pairOf(row, candidate));
  };
  const chooseOther = (person: LookupChoice | undefined) => onTake(person && { unit: row.unit, person, tier: regulation.duties[0]!.tier });
  return (
    <li className={classes.proposal} data-chosen={taken !== undefined || undefined}>
      <div className={classes.proposalHead}>
        <span className={classes.proposalName}>{row.unit.name}</span>
        <span className={classes.soft}>{[row.area && (row.area.isFormer ? `${row.area.name} (${t(texts.formerArea)})` : row.area.name), row.uncoveredSince && t(texts.nobodySince, { day: day(row.uncoveredSince) })].filter(Boolean).join(' · ')}</span>
      </div>
      {row.candidates.length === 0 && <p className={classes.soft}>{t(texts.nobodyFree)}</p>}
      <Radio.Group value={isOther ? OTHER : (proposed?.person.id ?? '')} onChange={choose} aria-label={row.unit.name}>
        {row.candidates.map(({ person, post, load, near }) => (
          <Radio
            key={person.id} value={person.id} size="md" mt="xs" label={person.name}
            description={[post && postInWords(post), t(texts.loadNow, { count: String(load) }), near && t(texts.near, { area: near.name })].filter(Boolean).join(' · ')}
          />
        ))}
        <Radio value={OTHER} size="md" mt="xs" label={t(texts.someoneElse)} />
      </Radio.Group>
      {isOther && <div className={classes.lookup}><Lookup label={t(texts.cadre)} value={taken?.person} onChange={chooseOther} search={searchPeople} {...(taken?.person?.hint ? { description: taken.person.hint } : {})} /></div>}
    </li>
  );
}
