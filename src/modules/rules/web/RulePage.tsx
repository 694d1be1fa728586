/** One rule over time: its values in the country and of units within reach, and what was recorded about it. */
import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useRows } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { ruleContract } from '../rule.contract.ts';
import { ruleKinds, type RuleKey } from '../rule.keys.ts';
import { paperOf } from '../rule.ts';
import { EndRuleSheet } from './EndRuleSheet.tsx';
import { isRuleKey, valueInWords } from './rule.words.ts';
import { rulesTitles } from './rules.titles.messages.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';
import { useSeriesColumns } from './series.columns.tsx';
import { SeriesLog } from './SeriesLog.tsx';

type Entry = z.output<(typeof ruleContract)['ofKey']['output']>['items'][number];

export function RulePage() {
  const { t } = useText();
  const key = usePathPart('key');
  if (!isRuleKey(key)) return <EmptyState title={t(rulesTitles.ruleTitle)} why={t(texts.noneWhy)} />;
  return <RuleOverTime ruleKey={key} />;
}

function RuleOverTime({ ruleKey }: { readonly ruleKey: RuleKey }) {
  const writing = useText();
  const { t } = writing;
  const { rows, more, error, retry } = useRows(ruleContract.ofKey, { key: ruleKey, limit: 50 });
  const [ending, setEnding] = useState<Entry>();
  const value: Column<Entry> = { id: 'value', title: t(texts.value), priority: 2, cell: (row) => <strong>{valueInWords(row, writing)}</strong> };
  const columns = useSeriesColumns({ rows, own: [value], paper: paperOf, onEnd: setEnding });
  return (
    <>
      <PageHead title={t(ruleKinds[ruleKey].title)} acts={<Act href="/quy-dinh">{t(rulesTitles.rulesTitle)}</Act>} />
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <Section title={t(texts.history)}>
          <DataTable label={t(texts.history)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} empty={<EmptyState title={t(texts.none)} why={t(texts.noneWhy)} />} />
        </Section>
      )}
      <RuleLog ruleKey={ruleKey} />
      {ending && <EndRuleSheet entry={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function RuleLog({ ruleKey }: { readonly ruleKey: RuleKey }) {
  return <SeriesLog acts={useRows(ruleContract.acts, { key: ruleKey, limit: 50 })} undoing={useAct(ruleContract.undo)} empty={texts.logEmpty} setting={texts.setValue} />;
}
