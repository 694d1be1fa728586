/** Preparing this device for work without signal; once it is, how it stands and what may be done about it. */
import { useCallback, useState } from 'react';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { DeviceStanding } from './DeviceStanding.tsx';
import { InstallOffer } from './InstallOffer.tsx';
import { PrepareForm } from './PrepareForm.tsx';
import { PrepareProgress } from './PrepareProgress.tsx';
import { PrepareReady } from './PrepareReady.tsx';
import { usePhone } from './usePhone.ts';
import { prepareTexts as texts } from './sync.prepare.messages.ts';
import { syncTitles } from './sync.titles.messages.ts';
import classes from './sync.module.css';

export function PreparePage() {
  const { t } = useText();
  const { phone, state } = usePhone();
  const [isNew, setNew] = useState(false);
  const noteBegun = useCallback(() => setNew(true), []);
  const isComing = state?.is === 'open' && state.firstFetch !== undefined;
  return (
    <>
      <PageHead title={t(syncTitles.prepareTitle)} description={t(texts.about)} />
      <div className={classes.narrow}>
        {isComing && phone && <PrepareProgress phone={phone} state={state} fetch={state.firstFetch} onBegun={noteBegun} />}
        {state?.is === 'open' && !isComing && isNew && <PrepareReady />}
        {state?.is === 'open' && !isComing && phone && <><DeviceStanding phone={phone} state={state} /><InstallOffer /></>}
        {state?.is === 'off' && !canPrepare() && <Notice tone="warn" title={t(texts.unable)}>{t(texts.unableWhy)}</Notice>}
        {state?.is === 'off' && canPrepare() && <><What /><PrepareForm /></>}
      </div>
    </>
  );
}

/** What it does, in three lines. */
function What() {
  const { t } = useText();
  return <ul className={classes.what}>{[texts.carries, texts.works, texts.sealed].map((line) => <li key={line.vi}>{t(line)}</li>)}</ul>;
}

/** Keys and stored records need a safe address and a browser that has them. */
function canPrepare(): boolean {
  return globalThis.isSecureContext && typeof indexedDB === 'object' && typeof crypto.subtle === 'object';
}
