/** How far the first fetch of this device has come, part by part; that the line broke or the server failed, and that it goes on where it stopped. */
import { useEffect, useState } from 'react';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import type { FirstFetch, Phone, PhoneState } from '../phone/phone.ts';
import { partsOf, shareOf } from './prepare.parts.ts';
import { prepareTexts as texts } from './sync.prepare.messages.ts';
import { waitingOf } from './waiting.ts';
import classes from './Prepare.module.css';

interface PrepareProgressProps {
  readonly phone: Phone;
  readonly state: Extract<PhoneState, { is: 'open' }>;
  readonly fetch: FirstFetch;
  readonly onBegun: () => void;
}

export function PrepareProgress({ phone, state, fetch, onBegun }: PrepareProgressProps) {
  const { t, number } = useText();
  useEffect(onBegun, [onBegun]);
  const { parts, standing, isResumed } = fetch;
  const isRunning = standing.is === 'running' && !state.isSignedOut;
  const title = t(isRunning && isResumed ? texts.resumed : texts.coming);
  const { count, refused } = waitingOf(state.entries);
  return (
    <section className={classes.coming} aria-label={t(texts.coming)} aria-busy={isRunning}>
      <p role="status"><strong>{title}</strong>{parts && ` · ${t(texts.come, { done: number(parts.done), of: number(parts.of) })}`}</p>
      <progress className={classes.bar} max={1} value={shareOf(fetch)} aria-label={title} />
      <Parts fetch={fetch} />
      <Held state={state} standing={standing} />
      <div className={classes.acts}>
        {!isRunning && !state.isSignedOut && <GoOn phone={phone} />}
        {/* What was recorded here before must not go with what is only fetched. */}
        {count + refused.length === 0 && <Cancel phone={phone} />}
      </div>
    </section>
  );
}

function Parts({ fetch }: { readonly fetch: FirstFetch }) {
  const { t, number } = useText();
  return (
    <ul className={classes.parts}>
      {partsOf(fetch).map(({ type, count, all }) => (
        <li key={type} className={classes.part}>
          <span>{t(texts[`part.${type}`])}</span>
          <span className={classes.count}>{all === undefined ? number(count) : t(texts.partOf, { count: number(count), all: number(all) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Why nothing comes for now. */
function Held({ state, standing }: Pick<PrepareProgressProps, 'state'> & Pick<FirstFetch, 'standing'>) {
  const { t } = useText();
  if (state.isSignedOut) return <Notice tone="warn" title={t(texts.signedOut)} acts={<Act kind="main" href="/dang-nhap?den=%2Fkhong-can-mang">{t(texts.signIn)}</Act>}>{t(texts.signedOutWhy)}</Notice>;
  if (standing.is === 'running') return null;
  if (standing.is === 'failed') return <ProblemNotice problem={standing.problem} />;
  return standing.isOffline
    ? <Notice tone="warn" title={t(texts.waits)}>{t(texts.waitsWhy)}</Notice>
    : <Notice tone="warn" title={t(texts.triedAgain)}>{t(texts.triedAgainWhy)}</Notice>;
}

/** Whether the line is there again shows by what comes; that it is not is said by the notice above. */
function GoOn({ phone }: Pick<PrepareProgressProps, 'phone'>) {
  const { t } = useText();
  return <Act kind="main" onPress={() => void phone.sync().catch(() => undefined)}>{t(texts.goOn)}</Act>;
}

function Cancel({ phone }: Pick<PrepareProgressProps, 'phone'>) {
  const { t } = useText();
  const [isBusy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    await phone.wipe().finally(() => setBusy(false));
  };
  return <Act busy={isBusy} onPress={() => void cancel()}>{t(texts.cancel)}</Act>;
}
