/** Offers to put the app on the home screen where the browser can; on Apple's devices says how. Nothing where it stands there already. */
import { useState, useSyncExternalStore } from 'react';
import { installation } from '../../shell/installation.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { prepareTexts as texts } from './sync.prepare.messages.ts';

export function InstallOffer() {
  const { t } = useText();
  const offer = useSyncExternalStore(installation.subscribe, installation.offer);
  const [isBusy, setBusy] = useState(false);
  if (isInstalled()) return null;
  if (!offer) return isApple() ? <Notice title={t(texts.install)}>{t(texts.installApple)}</Notice> : null;
  const install = async () => {
    setBusy(true);
    await offer().finally(() => setBusy(false));
  };
  return <Notice title={t(texts.install)} acts={<Act busy={isBusy} onPress={() => void install()}>{t(texts.install)}</Act>}>{t(texts.installWhy)}</Notice>;
}

function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}

function isApple(): boolean {
  return /iPhone|iPad/.test(navigator.userAgent);
}
