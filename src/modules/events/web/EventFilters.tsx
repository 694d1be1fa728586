/** The filters of the log: kind, exact type, who did it, unit, person, days. */
import { useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { useMayVisit } from '../../../shell/session.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { searchAccounts } from '../../../access/web/account.choices.ts';
import { useKnownAccounts } from '../../../access/web/known.accounts.ts';
import { Chosen, PlaceFilter } from '../../../access/web/place.tsx';
import { eventGroups, eventsWeb as texts } from './events.web.messages.ts';
import { params, typesOf, useEventFilters } from './event.filters.ts';
import { eventTitle } from './event.sentences.ts';
import classes from './events.module.css';

const groups = Object.keys(eventGroups) as (keyof typeof eventGroups)[];

export function EventFilters() {
  const { t } = useText();
  const [group] = useAddressValue(params.group);
  // A phone's first screen is for what happened; the fields open on a touch, and at once where something is filtered.
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const { actorId, unitId, from, to } = useEventFilters();
  const [isOpen, setOpen] = useState([actorId, unitId, from, to].some(Boolean));
  const types = group ? typesOf(group) : [];
  const ofGroup = types.length > 1 ? [{ param: params.type, label: t(texts.type), single: true, choices: types.map((id) => ({ id, label: eventTitle(id, { t }) })) }] : [];
  return (
    <div className={classes.filters} role="group" aria-label={t(texts.filter)} data-screen-only>
      {isPhone && !isOpen && <Act wide icon={<IconFilter size={18} aria-hidden />} onPress={() => setOpen(true)}>{t(texts.filter)}</Act>}
      {(!isPhone || isOpen) && (
        <>
          <ActorFilter />
          <PlaceFilter label={t(texts.unit)} />
          <DayFilter param={params.from} label={t(texts.from)} />
          <DayFilter param={params.to} label={t(texts.to)} />
        </>
      )}
      <div className={classes.chips}>
        <FilterChips filters={[{ param: params.group, label: t(texts.group), single: true, choices: groups.map((id) => ({ id, label: t(eventGroups[id]) })) }, ...ofGroup]} />
        <PersonFilter />
      </div>
    </div>
  );
}

function ActorFilter() {
  const { t } = useText();
  const keepsAccounts = useMayVisit('account.manage');
  const [id, choose] = useAddressValue(params.actor, 'push');
  const known = useKnownAccounts();
  if (id) return <Chosen label={t(texts.who)} name={known?.get(id) ?? '…'} remove={t(texts.removeActor)} onRemove={() => choose(undefined)} />;
  return <div className={classes.field}><Lookup label={t(texts.actor)} value={undefined} onChange={(choice) => choose(choice?.id)} search={(text) => searchAccounts(text, { keepsAccounts })} /></div>;
}

/** Set by a link from a person's page only. */
function PersonFilter() {
  const { t } = useText();
  const [id, choose] = useAddressValue(params.person, 'push');
  return id ? <Chosen label={t(texts.about1)} name={t(texts.chosenPerson)} remove={t(texts.removePerson)} onRemove={() => choose(undefined)} /> : null;
}

function DayFilter({ param, label }: { readonly param: string; readonly label: string }) {
  const [day, choose] = useAddressValue(param);
  return <div className={classes.day}><DayInput label={label} value={day} onChange={choose} description="" /></div>;
}
