/** The sealed file of what waits, for whoever can carry it to a connection. */
import { IconFileDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsOf } from '../../shell/asOf.ts';
import { Act } from '../../ui/Act.tsx';
import { saveFile } from '../../ui/DownloadMenu.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Phone } from '../phone/phone.ts';
import { waitingTexts as texts } from './sync.waiting.messages.ts';

export function SaveFile({ phone }: { readonly phone: Phone }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const save = async () => {
    setBusy(true);
    setFailed(false);
    try {
      saveFile({ name: `${t(texts.fileName)}-${today}.satcoso`, content: await phone.file() });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {hasFailed && <Notice tone="error">{t(texts.fileFailed)}</Notice>}
      <Act busy={isBusy} icon={<IconFileDownload size={20} aria-hidden />} onPress={() => void save()}>{t(texts.file)}</Act>
    </>
  );
}
