/** Where one person holds two posts: commune by commune; a chosen commune shows its villages one by one. */
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { postContract } from '../post.contract.ts';
import { UnifiedCommunes } from './UnifiedCommunes.tsx';
import { UnifiedVillages } from './UnifiedVillages.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

const COMMUNES_AT_ONCE = 30;
/** So few communes show their villages at once; of more, one is chosen. */
const VILLAGES_FOR = 3;

export function UnifiedBoardPage() {
  const { t, day: writtenDay } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const { rows, more, error, retry } = useRows(postContract.unified, { asOf: day, ...(unitId ? { unitId } : {}), limit: COMMUNES_AT_ONCE });
  const withVillages = rows && rows.length <= VILLAGES_FOR ? rows.filter((row) => row.villages.length > 0) : [];
  return (
    <>
      <PageHead title={t(texts.unifiedTitle)} description={t(texts.unifiedAbout, { day: writtenDay(day) })} acts={<><Act href="/chuc-vu">{t(texts.toPosts)}</Act><PrintButton /></>} />
      <div className={classes.filters}><UnitFilter /></div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <UnifiedCommunes rows={rows} more={more} empty={<EmptyState title={t(texts.unifiedEmpty)} why={t(texts.unifiedEmptyWhy)} />} />}
      {withVillages.map((row) => (
        <Section key={row.commune.id} title={t(texts.villagesOf, { commune: row.commune.name })}>
          <UnifiedVillages villages={row.villages} label={t(texts.villagesTable, { commune: row.commune.name })} />
        </Section>
      ))}
    </>
  );
}
