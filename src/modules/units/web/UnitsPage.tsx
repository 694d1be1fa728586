/** The organisation explorer: four hierarchies, each as a tree (a list to drill down on a phone), with search and filter. */
import { useMediaQuery } from '@mantine/hooks';
import { useAsOf } from '../../../shell/asOf.ts';
import { requestOf } from '../../../shell/request.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { useAddressValue, useAddressValues } from '../../../ui/address.ts';
import { DownloadMenu } from '../../../ui/DownloadMenu.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { AddressSearchBox } from '../../../ui/SearchBox.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { unitContract } from '../unit.contract.ts';
import { hierarchies, type Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { FoundUnits } from './FoundUnits.tsx';
import { kindsOf } from './unit.words.ts';
import { unitsAsked, type UnitsAsked } from './units.asked.ts';
import { UnitDrill } from './UnitDrill.tsx';
import { UnitTree } from './UnitTree.tsx';
import classes from './units.module.css';

export function UnitsPage() {
  const { t, language } = useText();
  const tabs = hierarchies.map((hierarchy) => ({
    id: hierarchy.code, label: hierarchy[language], content: () => <Explorer key={hierarchy.code} hierarchy={hierarchy.code} />,
  }));
  return (
    <>
      <PageHead title={t(unitTexts.explorerTitle)} />
      <Tabs label={t(unitTexts.hierarchies)} param="he" tabs={tabs} />
    </>
  );
}

function Explorer({ hierarchy }: { readonly hierarchy: Hierarchy }) {
  const { t, language } = useText();
  const { day } = useAsOf();
  const [wanted] = useAddressValue('tim');
  const [everywhere] = useAddressValue('moi');
  const [kinds] = useAddressValues('loai');
  const mayExport = useMayVisit('record.export');
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const here = kindsOf(hierarchy);
  const chosen = here.filter(({ code }) => kinds.includes(code)).map(({ code }) => code);
  const isSearch = Boolean(wanted) || chosen.length > 0;
  return (
    <>
      <div className={classes.tools}>
        <AddressSearchBox label={t(unitTexts.findUnit)} />
        <FilterChips filters={[{ param: 'loai', label: t(unitTexts.kind), choices: here.map((kind) => ({ id: kind.code, label: kind[language] })) }]} />
        {mayExport && <UnitsExport asked={unitsAsked({ text: wanted ?? '', kinds: chosen, hierarchy, everywhere: Boolean(wanted && everywhere) }, day)} />}
      </div>
      {isSearch
        ? <FoundUnits text={wanted ?? ''} kinds={chosen} hierarchy={hierarchy} />
        : isPhone ? <UnitDrill hierarchy={hierarchy} /> : <UnitTree key={day} hierarchy={hierarchy} day={day} />}
    </>
  );
}

/** The units of the hierarchy, or those found: a list, whatever shape they have on screen. */
function UnitsExport({ asked }: { readonly asked: UnitsAsked }) {
  const { t, language } = useText();
  const href = (format: 'csv' | 'xlsx') => requestOf(unitContract.export, { ...asked, format, language }).url;
  return <DownloadMenu label={t(unitTexts.exportList)} downloads={[{ label: t(unitTexts.excel), href: href('xlsx') }, { label: t(unitTexts.csv), href: href('csv') }]} />;
}
