/** The board of case E: how many heads of villages and residential groups are members, and who is not yet. */
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Tabs, type Tab } from '../../../ui/Tabs.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { postContract } from '../post.contract.ts';
import { HeadsByCommune } from './HeadsByCommune.tsx';
import { HeadsShare } from './HeadsShare.tsx';
import { HeadsTable } from './HeadsTable.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

const TAB = 'the';
const MEMBER = { chua: 'false', co: 'true', 'tatCa': undefined } as const;
type TabId = keyof typeof MEMBER;

export function HeadsBoardPage() {
  const { t, number, day: writtenDay } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const tab = tabOf(useAddressValue(TAB)[0]);
  const member = MEMBER[tab];
  const { rows, more, first, error, retry } = useRows(postContract.heads, { asOf: day, ...(unitId ? { unitId } : {}), ...(member ? { member } : {}), limit: 50 });
  const communes = first?.communes;
  const sum = (field: 'members' | 'notMembers' | 'heads') => communes && number(communes.reduce((total, row) => total + row[field], 0));
  const table = () => <HeadsTable tab={tab} rows={rows} more={more} />;
  const tabs: readonly Tab[] = [
    { id: 'chua', label: t(texts.tabNot), ...countOf(sum('notMembers')), content: table },
    { id: 'co', label: t(texts.tabMembers), ...countOf(sum('members')), content: table },
    { id: 'tatCa', label: t(texts.tabAll), ...countOf(sum('heads')), content: table },
  ];
  return (
    <>
      <PageHead title={t(texts.headsTitle)} description={t(texts.headsAbout, { day: writtenDay(day) })} acts={<><Act href="/chuc-vu">{t(texts.toPosts)}</Act><PrintButton /></>} />
      <div className={classes.filters}><UnitFilter /></div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <>
          <HeadsByCommune communes={communes} />
          <Tabs label={t(texts.headsTitle)} tabs={tabs} param={TAB} />
          <HeadsShare unitId={unitId} />
        </>
      )}
    </>
  );
}

function tabOf(text: string | undefined): TabId {
  return text === 'co' || text === 'tatCa' ? text : 'chua';
}

function countOf(count: string | undefined): { count?: string } {
  return count === undefined ? {} : { count };
}
