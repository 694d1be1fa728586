/** What was recorded on this device and is not on the server: what a person must decide first, then what is sent by itself. */
import { IconCloudCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNow } from '../../shell/now.ts';
import { useMayVisit } from '../../shell/session.ts';
import { Act } from '../../ui/Act.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { daysCarried, isOverdue } from '../device.ts';
import type { Phone, PhoneState } from '../phone/phone.ts';
import { ElsewhereCard } from './ElsewhereCard.tsx';
import { RefusedCard } from './RefusedCard.tsx';
import { SaveFile } from './SaveFile.tsx';
import { syncTitles } from './sync.titles.messages.ts';
import { waitingTexts as texts } from './sync.waiting.messages.ts';
import { dangerOf, waitingOf, type Danger } from './waiting.ts';
import { useElsewhere } from './useElsewhere.ts';
import { usePhone } from './usePhone.ts';
import { WaitingCard } from './WaitingCard.tsx';
import classes from './sync.module.css';

type OpenState = Extract<PhoneState, { is: 'open' }>;

export function WaitingPage() {
  const { t } = useText();
  const { phone, state } = usePhone();
  const mayPrepare = useMayVisit('task.report');
  const { items, settle } = useElsewhere(state);
  const hasElsewhere = items.length > 0;
  return (
    <>
      <PageHead title={t(syncTitles.waitingTitle)} description={t(texts.about)} />
      <div className={classes.waiting}>
        {hasElsewhere && (
          <Section title={t(texts.elsewhere)} description={t(texts.elsewhereAbout)}>
            <div className={classes.cards}>{items.map((item) => <ElsewhereCard key={item.command.id} item={item} settle={(decision) => settle(item, decision)} />)}</div>
          </Section>
        )}
        {phone && state?.is === 'open'
          ? <OfThisDevice phone={phone} state={state} hasElsewhere={hasElsewhere} />
          : !hasElsewhere && <EmptyState title={t(texts.off)} why={t(texts.offWhy)} act={mayPrepare && <Act href="/khong-can-mang">{t(texts.offAct)}</Act>} />}
      </div>
    </>
  );
}

function OfThisDevice({ phone, state, hasElsewhere }: { readonly phone: Phone; readonly state: OpenState; readonly hasElsewhere: boolean }) {
  const { t, moment, number } = useText();
  const now = useNow();
  const { groups, refused, count, since } = waitingOf(state.entries);
  const danger = dangerOf({ since: since ?? refused[0]?.command.at, isPersistent: state.isPersistent, now });
  const isNothing = count === 0 && refused.length === 0;
  useLearnSettled(phone, refused.length > 0);
  return (
    <div className={classes.waiting}>
      {isOverdue(state.pulledAt, now) && <Notice tone="warn" title={t(texts.overdueTitle, { days: number(daysCarried) })}>{t(texts.overdueWhy)}</Notice>}
      {danger && <DangerNotice danger={danger} />}
      {state.isSignedOut && <Notice tone="warn" title={t(texts.signedOut)} acts={<Act href="/dang-nhap?den=%2Fcho-gui">{t(texts.signIn)}</Act>}>{t(texts.signedOutWhy)}</Notice>}
      {isNothing && !hasElsewhere && <EmptyState title={t(texts.none)} why={t(texts.noneWhy)} icon={<IconCloudCheck size={40} stroke={1.5} />} />}
      {refused.length > 0 && (
        <Section title={t(texts.decide)} description={t(texts.decideAbout)}>
          <div className={classes.cards}>{refused.map((entry) => <RefusedCard key={entry.command.id} phone={phone} entry={entry} entries={state.entries} />)}</div>
        </Section>
      )}
      {count > 0 && (
        <Section title={t(texts.waiting)} acts={<SendNow phone={phone} isSending={state.isSending} />}>
          <div className={classes.cards}>{groups.map((group) => <WaitingCard key={group.about.id} phone={phone} group={group} />)}</div>
        </Section>
      )}
      {state.pulledAt !== null && <p className={classes.soft}>{t(texts.pulledAt, { moment: moment(new Date(state.pulledAt).toISOString()) })}</p>}
      {!isNothing && <Section title={t(texts.fileTitle)} description={t(texts.fileAbout)}><SaveFile phone={phone} /></Section>}
    </div>
  );
}

/** What was settled on another device is not asked for here once more. */
function useLearnSettled(phone: Phone, hasRefused: boolean): void {
  useEffect(() => { if (hasRefused) void phone.sync().catch(() => undefined); }, [phone, hasRefused]);
}

function DangerNotice({ danger }: { readonly danger: Danger }) {
  const { t, number } = useText();
  return danger.is === 'old'
    ? <Notice tone="warn" title={t(texts.oldTitle, { days: number(danger.days) })}>{t(texts.oldWhy)}</Notice>
    : <Notice tone="warn" title={t(texts.fleetingTitle)}>{t(texts.fleetingWhy)}</Notice>;
}

/** What could not be sent stays; the page says so instead of calling it a mistake. */
function SendNow({ phone, isSending }: { readonly phone: Phone; readonly isSending: boolean }) {
  const { t } = useText();
  const tell = useUndo();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await phone.sync().catch(() => undefined).finally(() => setBusy(false));
    const after = phone.state();
    const left = after.is === 'open' ? waitingOf(after.entries).count : 0;
    tell({ text: t(left === 0 ? texts.sent : texts.notSent) });
  };
  return <Act kind="main" busy={isBusy || isSending} onPress={() => void send()}>{t(texts.sendNow)}</Act>;
}
