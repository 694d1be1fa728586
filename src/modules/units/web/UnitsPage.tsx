/** The organisation explorer: four hierarchies, each as a tree (a list to drill down on a phone), with search and filter. */
import { useMediaQuery } from '@mantine/hooks';
import { useAsOf } from '../../../shell/asOf.ts';
import { useAddressValue, useAddressValues } from '../../../ui/address.ts';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { AddressSearchBox } from '../../../ui/SearchBox.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { hierarchies, type Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { FoundUnits } from './FoundUnits.tsx';
import { kindsOf } from './unit.words.ts';
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
  const [kinds] = useAddressValues('loai');
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const here = kindsOf(hierarchy);
  const chosen = here.filter(({ code }) => kinds.includes(code)).map(({ code }) => code);
  const isSearch = Boolean(wanted) || chosen.length > 0;
  return (
    <>
      <div className={classes.tools}>
        <AddressSearchBox label={t(unitTexts.findUnit)} />
        <FilterChips filters={[{ param: 'loai', label: t(unitTexts.kind), choices: here.map((kind) => ({ id: kind.code, label: kind[language] })) }]} />
      </div>
      {isSearch
        ? <FoundUnits text={wanted ?? ''} kinds={chosen} hierarchy={hierarchy} />
        : isPhone ? <UnitDrill hierarchy={hierarchy} /> : <UnitTree key={day} hierarchy={hierarchy} day={day} />}
    </>
  );
}
