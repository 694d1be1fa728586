/** Who may see a person (`nguoi`) or a unit (`donVi`), and why; asked for one account (`taiKhoan`) too. */
import { useState } from 'react';
import { useRows } from '../../shell/api.ts';
import { useMayVisit } from '../../shell/session.ts';
import { useAddressValue, useChangeAddress } from '../../ui/address.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../ui/Lookup.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { UNIT_PARAM } from '../../modules/membership/web/UnitFilter.tsx';
import { accessContract } from '../access.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { AssignmentSection } from './AssignmentSection.tsx';
import { ExplainSection } from './ExplainSection.tsx';
import { searchPeople } from './PersonChoice.tsx';
import { Chosen, PlaceFilter, usePlaceName } from './place.tsx';
import { Viewers } from './Viewers.tsx';
import classes from './access.module.css';

const PERSON = 'nguoi';

export function WhoSeesPage() {
  const { t } = useText();
  const [personId] = useAddressValue(PERSON);
  const [unitId] = useAddressValue(UNIT_PARAM);
  const [person, setPerson] = useState<LookupChoice>();
  const name = person?.id === personId ? person?.label : undefined;
  return (
    <>
      <PageHead title={t(texts.whoTitle)} description={t(texts.whoAbout)} />
      <div className={classes.filters}>
        {!unitId && <PersonField id={personId} name={name} onChoose={setPerson} />}
        {!personId && <PlaceFilter label={t(texts.whoUnit)} />}
      </div>
      {personId ? <PersonAnswer id={personId} name={name} /> : unitId ? <UnitAnswer id={unitId} /> : <EmptyState title={t(texts.whoChoose)} why={t(texts.whoChooseWhy)} />}
    </>
  );
}

interface PersonFieldProps {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly onChoose: (person: LookupChoice | undefined) => void;
}

function PersonField({ id, name, onChoose }: PersonFieldProps) {
  const { t } = useText();
  const reads = useMayVisit('person.read');
  const change = useChangeAddress('push');
  const choose = (person: LookupChoice | undefined) => {
    onChoose(person);
    change({ [PERSON]: person ? [person.id] : [] });
  };
  if (id) return <Chosen label={t(texts.whoPerson)} name={name ?? t(texts.chosenPerson)} remove={t(texts.removePerson)} onRemove={() => choose(undefined)} />;
  // A system administrator sees no people, so there is nobody to find.
  if (!reads) return null;
  return <div className={classes.lookup}><Lookup label={t(texts.whoPerson)} value={undefined} onChange={choose} search={searchPeople} /></div>;
}

function PersonAnswer({ id, name }: { readonly id: string; readonly name: string | undefined }) {
  const { t } = useText();
  const viewers = useRows(accessContract.whoSees, { personId: id, limit: 50 });
  const end = name ?? t(texts.thisPerson);
  return (
    <>
      <Section title={t(texts.whoViewers)} description={<PageLink href={`/con-nguoi/${id}`}>{t(texts.openPerson)}</PageLink>}>
        <Viewers {...viewers} end={end} />
      </Section>
      {!viewers.error && <ExplainSection seen={{ personId: id }} end={end} />}
    </>
  );
}

function UnitAnswer({ id }: { readonly id: string }) {
  const { t } = useText();
  const name = usePlaceName(id);
  return (
    <>
      <ExplainSection seen={{ unitId: id }} />
      <AssignmentSection unit={{ id, label: name }} title={t(texts.whoUnitAtIt)} mayGrant={false} />
      <p className={classes.soft}>{t(texts.whoUnitAtItHint)}</p>
    </>
  );
}
