/** Where one person holds two posts: commune by commune, village by village. */
import type { z } from 'zod';
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { postContract } from '../post.contract.ts';
import { People, UnifiedMark } from './UnifiedMark.tsx';
import { UnifiedVillages } from './UnifiedVillages.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

type CommuneRow = z.output<typeof postContract.unified.output>['items'][number];

const COMMUNES_AT_ONCE = 15;

export function UnifiedBoardPage() {
  const { t, day: writtenDay } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const { rows, more, error, retry } = useRows(postContract.unified, { asOf: day, ...(unitId ? { unitId } : {}), limit: COMMUNES_AT_ONCE });
  return (
    <>
      <PageHead title={t(texts.unifiedTitle)} description={t(texts.unifiedAbout, { day: writtenDay(day) })} acts={<><Act href="/chuc-vu">{t(texts.toPosts)}</Act><PrintButton /></>} />
      <div className={classes.filters}><UnitFilter /></div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!rows && !error && <LineSkeletons count={8} />}
      {rows?.length === 0 && <EmptyState title={t(texts.unifiedEmpty)} why={t(texts.unifiedEmptyWhy)} />}
      <div className={classes.board}>
        {rows?.map((row) => <CommuneCard key={row.commune.id} row={row} isAlone={rows.length === 1} />)}
      </div>
      {more && <p style={{ textAlign: 'center', padding: '1rem' }} data-screen-only><Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act></p>}
    </>
  );
}

function CommuneCard({ row, isAlone }: { readonly row: CommuneRow; readonly isAlone: boolean }) {
  const { t, share, number } = useText();
  const { villages, secretaryIsHead, deputyIsFrontHead } = row.summary;
  const ofVillages = (count: number) => {
    const { percent, ratio } = share({ count, base: villages });
    return `${t(texts.ofVillages, { ratio })} (${percent})`;
  };
  return (
    <Card title={row.commune.name} acts={<PageLink href={`/to-chuc/${row.commune.id}`}>{t(texts.unit)}</PageLink>}>
      <dl className={classes.pairs}>
        <div>
          <dt>{t(texts.secretaryIsChair)}</dt>
          <dd>
            <UnifiedMark isUnified={row.secretaryIsChair} ones={row.secretaries} others={row.chairs} />
            <div>{t(texts.secretary)}: <People people={row.secretaries} /></div>
            <div>{t(texts.chair)}: <People people={row.chairs} /></div>
          </dd>
        </div>
        <div><dt>{t(texts.secretaryIsHead)}</dt><dd>{ofVillages(secretaryIsHead)}</dd></div>
        <div><dt>{t(texts.deputyIsFrontHead)}</dt><dd>{ofVillages(deputyIsFrontHead)}</dd></div>
      </dl>
      {villages === 0 ? <p className={classes.soft}>{t(texts.noVillages)}</p> : (
        <details className={classes.details} open={isAlone}>
          <summary>{t(texts.showVillages, { count: number(villages) })}</summary>
          <UnifiedVillages villages={row.villages} label={`${t(texts.unifiedTitle)}: ${row.commune.name}`} />
        </details>
      )}
    </Card>
  );
}
