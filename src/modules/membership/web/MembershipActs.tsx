/** The acts of membership that fit the person on the day: the likeliest as a button, the rest in a menu. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { day as asDay } from '../../../platform/day.ts';
import { useText } from '../../../ui/language.tsx';
import { membershipActs } from './membership.acts.ts';
import { MembershipActSheet } from './MembershipActSheet.tsx';
import { fittingActs, type MembershipActId, type Spells } from './membership.state.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';

interface MembershipActsProps {
  readonly person: Spells & { readonly id: string; readonly fullName: string };
  readonly on: string;
}

export function MembershipActs({ person, on }: MembershipActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<MembershipActId>();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="filled" color="accent" rightSection={<IconChevronDown size={18} aria-hidden />}>{t(texts.acts)}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {fittingActs(person, asDay(on)).map((id) => <Menu.Item key={id} onClick={() => setOpen(id)}>{t(membershipActs[id].label)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {open && <MembershipActSheet key={open} actId={open} person={person} onClose={() => setOpen(undefined)} />}
    </>
  );
}
