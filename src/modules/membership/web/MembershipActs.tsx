/**
 * The acts of membership that fit the person on the day, in a menu. Who has one cell only can send nobody to another:
 * the menu then says who does.
 */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { day as asDay, holdsOn } from '../../../platform/day.ts';
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { membershipActs } from './membership.acts.ts';
import { MembershipActSheet } from './MembershipActSheet.tsx';
import { cellOn, fittingActs, intoOtherCell, type MembershipActId, type Spells } from './membership.state.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';
import classes from './MembershipActs.module.css';

interface MembershipActsProps {
  readonly person: Spells & { readonly id: string; readonly fullName: string };
  readonly on: string;
}

export function MembershipActs({ person, on }: MembershipActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<MembershipActId>();
  const fitting = fittingActs(person, asDay(on));
  const own = cellOn(person, asDay(on));
  const away = person.awaySpells.find(({ period }) => holdsOn(period, asDay(on)));
  const cells = useProcedure(unitContract.list, { kind: ['cell'], asOf: on, limit: 2 }, { enabled: own !== undefined });
  // Until it is known, all is offered.
  const hasOtherCell = cells.data?.items.some(({ id }) => id !== own?.cell.id) ?? true;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="filled" color="accent" rightSection={<IconChevronDown size={18} aria-hidden />}>{t(texts.acts)}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {fitting.filter((id) => hasOtherCell || !intoOtherCell.includes(id)).map((id) => <Menu.Item key={id} onClick={() => setOpen(id)}>{t(membershipActs[id].label)}</Menu.Item>)}
          {!hasOtherCell && fitting.some((id) => intoOtherCell.includes(id)) && <Menu.Label className={classes.elsewhere ?? ''}>{t(texts.elsewhere)}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {open && <MembershipActSheet key={open} actId={open} person={person} away={away && { ...away, since: away.period.from }} onClose={() => setOpen(undefined)} />}
    </>
  );
}
