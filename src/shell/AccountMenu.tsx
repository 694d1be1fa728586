/** Who is signed in, and what is one's own: record, sessions, language, look, leaving. */
import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import classes from './AccountMenu.module.css';
import { Choice } from './Choice.tsx';
import { useAccountActs, useLanguageChoice, useLookChoice } from './preferences.ts';
import { useSession } from './session.ts';
import { shellMessages } from './shell.messages.ts';

export function AccountMenu() {
  const { t } = useText();
  const { account, person } = useSession();
  const [isOpen, setOpen] = useState(false);
  const name = person?.name ?? account.displayName;
  return (
    <Popover position="bottom-end" width={330} opened={isOpen} onChange={setOpen} trapFocus withinPortal returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.open ?? ''} onClick={() => setOpen(!isOpen)} aria-label={`${t(shellMessages.account)}: ${name}`}>
          <IconUserCircle size={22} stroke={1.75} aria-hidden />
          <span className={classes.name}>{name}</span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t(shellMessages.account)}>
        <AccountPanel onLeave={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function AccountPanel({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useText();
  const { account, person, home } = useSession();
  const acts = useAccountActs();
  return (
    <>
      <p className={classes.who}>{person?.name ?? account.displayName}</p>
      <p className={classes.where}>{home ? `${account.name} · ${home.name}` : account.name}</p>
      <div className={classes.links}>
        {acts.links.map((link) => <PageLink key={link.href} href={link.href} className={classes.link} onClick={onLeave}>{link.label}</PageLink>)}
        <button type="button" className={classes.link} onClick={() => void acts.signOut()}>{t(shellMessages.signOut)}</button>
      </div>
      <Choice {...useLanguageChoice()} />
      <Choice {...useLookChoice()} />
    </>
  );
}
