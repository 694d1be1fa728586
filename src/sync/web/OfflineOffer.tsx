/** On the pages of meetings and of visits and beside one's own tasks, to whoever works there: this device could do it without signal. Goes for good when it is not wanted. */
import { IconX } from '@tabler/icons-react';
import { UnstyledButton } from '@mantine/core';
import { usePhoneState } from '../../shell/offline.ts';
import { useMayVisit } from '../../shell/session.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { prepareTexts as texts } from './sync.prepare.messages.ts';
import classes from './sync.module.css';

export function OfflineOffer() {
  const { t } = useText();
  const mayRecord = useMayVisit('task.report');
  const state = usePhoneState();
  const [isUnwanted, setUnwanted] = useRemembered<boolean>('khong-nhac-chuan-bi', false);
  if (!mayRecord || state?.is !== 'off' || isUnwanted) return null;
  return (
    <aside className={classes.offer} aria-label={t(texts.offer)} data-screen-only>
      <p className={classes.offerWords}><strong>{t(texts.offer)}</strong> <span className={classes.offerWhy}>{t(texts.offerWhy)}</span></p>
      <Act kind="quiet" href="/khong-can-mang">{t(texts.offerOpen)}</Act>
      <UnstyledButton className={classes.offerLater ?? ''} aria-label={t(texts.offerLater)} title={t(texts.offerLater)} onClick={() => setUnwanted(true)}><IconX size={20} aria-hidden /></UnstyledButton>
    </aside>
  );
}
