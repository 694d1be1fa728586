/** One's own account. Until a password given by somebody else is changed, that form stands here alone. */
import { useRows } from '../../shell/api.ts';
import { accountParts } from '../../shell/modules.ts';
import { useMayVisit, useSession } from '../../shell/session.ts';
import { useGo } from '../../ui/address.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { accessContract } from '../access.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { CodesSection } from './CodesSection.tsx';
import { OwnSessions } from './OwnSessions.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Viewers } from './Viewers.tsx';

export function OwnAccountPage() {
  const { t } = useText();
  const { account } = useSession();
  const seesSelf = useMayVisit('self.read');
  const go = useGo();
  if (account.mustChangePassword) {
    return (
      <>
        <PageHead title={t(texts.ownTitle)} description={`${account.displayName} · ${account.name}`} />
        <Notice tone="warn" title={t(texts.mustChange)}>{t(texts.mustChangeWhy)}</Notice>
        <Section title={t(texts.changePassword)} description={t(texts.passwordAbout)}><PasswordForm name={account.name} onDone={() => go('/')} /></Section>
      </>
    );
  }
  return (
    <>
      <PageHead title={t(texts.ownTitle)} kicker={`${account.displayName} · ${account.name}`} description={t(texts.ownAbout)} />
      <Section title={t(texts.password)} description={t(texts.passwordAbout)}><PasswordForm name={account.name} /></Section>
      <CodesSection isOn={account.codes} />
      <OwnSessions />
      {accountParts.map((Part, place) => <Part key={place} />)}
      {seesSelf && <OwnViewers />}
    </>
  );
}

function OwnViewers() {
  const { t } = useText();
  const { person } = useSession();
  return (
    <Section title={t(texts.seesMe)} description={t(texts.seesMeAbout)}>
      {person ? <ViewersOfMe name={person.name} /> : <EmptyState title={t(texts.noPerson)} why={t(texts.noPersonWhy)} />}
    </Section>
  );
}

function ViewersOfMe({ name }: { readonly name: string }) {
  return <Viewers {...useRows(accessContract.whoSeesMe, { limit: 20 })} end={name} />;
}
