/** What holds at a unit on a day, by group, each value with its paper; and the way to set one. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { ruleContract } from '../rule.contract.ts';
import { ruleGroups, ruleKinds, type RuleGroup } from '../rule.keys.ts';
import { paperOf } from '../rule.ts';
import { scopeName, sourceInWords, valueInWords, type RuleItem } from './rule.words.ts';
import { SetRuleSheet } from './SetRuleSheet.tsx';
import { rulesTitles } from './rules.titles.messages.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';
import classes from './rules.module.css';

export function RulesPage() {
  const { t, day: writtenDay } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const readsUnits = useMayVisit('unit.read');
  const setsSome = useMayVisit('rule.set');
  const { data, error, refetch } = useProcedure(ruleContract.list, { asOf: day, ...(unitId ? { unitId } : {}) }, { keepPrevious: true });
  const [setting, setSetting] = useState<RuleItem>();
  const maySet = data?.may.includes('rule.set') && data.items.some(({ mayHaveOwn }) => mayHaveOwn) ? setSetting : undefined;
  return (
    <>
      <PageHead title={t(rulesTitles.rulesTitle)} description={t(texts.about, { day: writtenDay(day) })} acts={<><Act href="/quy-dinh/khung-diem">{t(texts.toFrames)}</Act><Act href="/quy-dinh/ngay-nghi">{t(texts.toHolidays)}</Act><PrintButton /></>} />
      {readsUnits && <div className={classes.filters}><UnitFilter /></div>}
      {readsUnits && !unitId && <p className={classes.soft}>{t(setsSome ? texts.chooseScope : texts.chooseUnit)}</p>}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!(error && !data) && (Object.keys(ruleGroups) as RuleGroup[]).map((group) => <Group key={group} group={group} rules={data?.items} onSet={maySet} />)}
      {setting && <SetRuleSheet rule={setting} unitId={unitId} onClose={() => setSetting(undefined)} />}
    </>
  );
}

interface GroupProps {
  readonly group: RuleGroup;
  readonly rules: readonly RuleItem[] | undefined;
  readonly onSet: ((rule: RuleItem) => void) | undefined;
}

function Group({ group, rules, onSet }: GroupProps) {
  const { t } = useText();
  const columns = useColumns(onSet);
  const own = rules?.filter(({ key }) => ruleKinds[key].group === group);
  return (
    <Section title={t(ruleGroups[group])}>
      <DataTable
        label={t(ruleGroups[group])} columns={columns} rows={own} rowId={(row) => row.key} rowName={(row) => t(ruleKinds[row.key].title)} rowHref={(row) => `/quy-dinh/${row.key}`}
        empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />}
      />
    </Section>
  );
}

function useColumns(onSet: GroupProps['onSet']): readonly Column<RuleItem>[] {
  const writing = useText();
  const { t, day } = writing;
  const act: Column<RuleItem>[] = onSet
    ? [{ id: 'act', title: t(texts.acts), priority: 2, width: '9rem', cell: (row) => (row.mayHaveOwn ? <span data-screen-only><Act kind="quiet" aria-label={`${t(texts.setValue)}: ${t(ruleKinds[row.key].title)}`} onPress={() => onSet(row)}>{t(texts.setValue)}</Act></span> : <span className={classes.soft}>{t(texts.notOwn)}</span>) }]
    : [];
  return [
    { id: 'rule', title: t(texts.rule), priority: 1, cell: (row) => <PageLink href={`/quy-dinh/${row.key}`}>{t(ruleKinds[row.key].title)}</PageLink> },
    { id: 'value', title: t(texts.value), priority: 2, width: '9rem', cell: (row) => <strong>{valueInWords(row, writing)}</strong> },
    { id: 'document', title: t(texts.document), priority: 2, cell: (row) => <>{paperOf(row)}<span className={classes.soft}>{sourceInWords(row, writing)}</span></> },
    { id: 'since', title: t(texts.since), priority: 3, width: '10.5rem', cell: (row) => t(texts.sinceDay, { day: day(row.period.from) }) },
    { id: 'scope', title: t(texts.scope), priority: 2, width: '10rem', cell: (row) => scopeName(row, writing) },
    ...act,
  ];
}
