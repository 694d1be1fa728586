/** Who answers for how many tasks, by post and person: each opens the list. */
import { useProcedure } from '../../../shell/api.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import type { z } from 'zod';
import { taskContract } from '../task.contract.ts';
import { answerableHref, useTaskScope } from './task.scope.ts';
import { ownerWords } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';

type Row = z.output<(typeof taskContract)['answerable']['output']>['items'][number];

export function Answerable() {
  const writing = useText();
  const { t, number } = writing;
  const { unitId } = useTaskScope();
  const { data, error, refetch } = useProcedure(taskContract.answerable, { unitId: unitId ?? '' }, { enabled: unitId !== undefined });
  const count = (id: 'open' | 'late' | 'reported' | 'done', title: string): Column<Row> => ({ id, title, priority: 2, align: 'end', cell: (row) => number(row[id]) });
  const columns: readonly Column<Row>[] = [
    { id: 'who', title: t(texts.owner), priority: 1, cell: (row) => ownerWords(row, writing) },
    { id: 'unit', title: t(texts.unit), priority: 2, cell: (row) => row.unit.name },
    count('open', t(texts.open)), count('late', t(texts.late)), count('reported', t(texts.waiting)), count('done', t(texts.done)),
  ];
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      label={t(texts.answerable)} columns={columns} rows={data?.items} rowId={(row) => `${row.unit.id} ${row.post?.id} ${row.owner?.id}`} rowName={(row) => ownerWords(row, writing)}
      rowHref={(row) => answerableHref({ ownerId: row.owner?.id, ownerPostId: row.post?.id, unitId: row.unit.id })} empty={<EmptyState title={t(texts.openEmpty)} why={t(texts.emptyWhy)} />}
    />
  );
}
