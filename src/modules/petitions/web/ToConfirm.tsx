/** What was answered and waits for the reader to say that it is so: on top of what his place asks for. */
import { useRows } from '../../../shell/api.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../petition.contract.ts';
import { petitionHref } from './petition.words.ts';
import { usePetitionColumns } from './petitions.columns.tsx';
import { petitionsWeb as texts } from './petitions.web.messages.ts';

/** A cell has fewer; where there are more, no count is told. */
const FIRST = 50;

export function ToConfirm() {
  const { t, number } = useText();
  const columns = usePetitionColumns({ isInbox: false });
  const { rows, more, error, retry } = useRows(petitionContract.list, { toConfirm: 'yes', limit: FIRST });
  // Nothing said would read as nothing to do.
  if (error && !rows) return <ProblemNotice problem={error} onRetry={retry} />;
  if (!rows || rows.length === 0) return null;
  const title = more ? t(texts.waitsForYouMany, { count: number(rows.length) }) : t(texts.waitsForYou, { count: number(rows.length) });
  return (
    <Section title={title} description={t(texts.waitsForYouWhy)}>
      <DataTable label={title} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.text} rowHref={(row) => petitionHref(row.id)} />
    </Section>
  );
}
