/** After the first fetch: the app's own files are kept here too, and only then this device works without signal. */
import { useCallback, useEffect, useState } from 'react';
import { awaitWorker } from '../../shell/worker.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { prepareTexts as texts } from './sync.prepare.messages.ts';

type Keeping = 'coming' | 'here' | 'broken';

export function PrepareReady() {
  const { t } = useText();
  const { keeping, again } = useKeptApp();
  if (keeping === 'coming') return <p role="status">{t(texts.keeping)}</p>;
  if (keeping === 'broken') return <Notice tone="warn" title={t(texts.notKept)} acts={<Act kind="main" onPress={again}>{t(texts.goOn)}</Act>}>{t(texts.notKeptWhy)}</Notice>;
  return <Notice tone="success" title={t(texts.ready)} acts={<Act kind="main" href="/sinh-hoat">{t(texts.toMeetings)}</Act>}>{t(texts.readyWhy)}</Notice>;
}

function useKeptApp() {
  const [keeping, setKeeping] = useState<Keeping>('coming');
  const keep = useCallback(() => {
    setKeeping('coming');
    void awaitWorker().then(() => setKeeping('here'), () => setKeeping('broken'));
  }, []);
  useEffect(keep, [keep]);
  useEffect(() => {
    if (keeping !== 'broken') return undefined;
    addEventListener('online', keep);
    return () => removeEventListener('online', keep);
  }, [keeping, keep]);
  return { keeping, again: keep };
}
