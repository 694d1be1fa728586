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
import { Timeline } from '../../../ui/Timeline.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { ruleContract } from '../rule.contract.ts';
import { ruleKinds, type RuleKey } from '../rule.keys.ts';
import { ruleMessages } from '../rule.messages.ts';
import { EndRuleSheet } from './EndRuleSheet.tsx';
import { paperOf } from '../rule.ts';
import { isRuleKey, scopeName, valueInWords } from './rule.words.ts';
import { rulesTitles } from './rules.titles.messages.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';
import classes from './rules.module.css';

type Entry = z.output<(typeof ruleContract)['ofKey']['output']>['items'][number];

export function RulePage() {
  const { t } = useText();
  const key = usePathPart('key');
  if (!isRuleKey(key)) return <EmptyState title={t(rulesTitles.ruleTitle)} why={t(texts.noneWhy)} />;
  return <RuleOverTime ruleKey={key} />;
}

function RuleOverTime({ ruleKey }: { readonly ruleKey: RuleKey }) {
  const { t } = useText();
  const { rows, more, error, retry } = useRows(ruleContract.ofKey, { key: ruleKey, limit: 50 });
  const [ending, setEnding] = useState<Entry>();
  const columns = useColumns(rows?.some(mayEnd) ? setEnding : undefined);
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

function mayEnd({ maySet, scope, period }: Entry): boolean {
  return maySet && scope !== null && period.to === null;
}

function useColumns(onEnd: ((entry: Entry) => void) | undefined): readonly Column<Entry>[] {
  const writing = useText();
  const { t, period } = writing;
  return [
    { id: 'since', title: t(texts.since), priority: 1, cell: (row) => period(row.period) },
    { id: 'value', title: t(texts.value), priority: 2, cell: (row) => <strong>{valueInWords(row, writing)}</strong> },
    { id: 'scope', title: t(texts.scope), priority: 2, cell: (row) => scopeName(row, writing) },
    { id: 'document', title: t(texts.document), priority: 2, cell: (row) => <>{paperOf(row)}<span className={classes.soft}>{t(ruleMessages[row.confidence])}</span></> },
    ...(onEnd ? [{ id: 'act', title: t(texts.acts), priority: 2 as const, width: '9rem', cell: (row: Entry) => mayEnd(row) && <span data-screen-only><Act kind="quiet" onPress={() => onEnd(row)}>{t(texts.endValue)}</Act></span> }] : []),
  ];
}

function RuleLog({ ruleKey }: { readonly ruleKey: RuleKey }) {
  const { t, moment } = useText();
  const { rows, more, error, retry } = useRows(ruleContract.acts, { key: ruleKey, limit: 50 });
  const undoing = useAct(ruleContract.undo);
  const offer = useUndo();
  const undo = async (actId: string) => {
    const done = await undoing.mutateAsync({ actId }).catch(() => undefined);
    if (done) offer({ text: t(texts.undone) });
  };
  return (
    <Section title={t(texts.log)}>
      {(error ?? undoing.error) && <ProblemNotice problem={error ?? undoing.error} onRetry={retry} />}
      {rows?.length === 0 && <p className={classes.soft}>{t(texts.logEmpty)}</p>}
      {rows && rows.length > 0 && (
        <Timeline
          label={t(texts.log)}
          entries={rows.map((act) => ({
            id: act.id, when: moment(act.recordedAt), tone: act.undoneAt ? 'correction' as const : 'change' as const,
            title: <>{t(act.kind === 'set' ? texts.logSet : texts.logEnded)} · {act.scope?.name ?? t(texts.country)}</>,
            detail: <>{[act.recordedBy, act.reason, act.undoneAt && t(texts.undone)].filter(Boolean).join(' · ')}{act.mayUndo && <div className={classes.act} data-screen-only><Act kind="quiet" busy={undoing.isPending} onPress={() => void undo(act.id)}>{t(texts.undo)}</Act></div>}</>,
          }))}
        />
      )}
      {more && <Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Section>
  );
}
