/** A password given by somebody else, shown once: to copy, or to print on a slip that is handed over. */
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Act } from '../../ui/Act.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { accessWeb as texts } from './access.web.messages.ts';
import classes from './access.module.css';

interface PasswordSlipProps {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
  readonly onClose: () => void;
}

export function PasswordSlip({ name, displayName, password, onClose }: PasswordSlipProps) {
  const { t } = useText();
  const [isAsked, setAsked] = useState(false);
  const facts = [
    { label: t(texts.displayName), value: displayName },
    { label: t(texts.accountName), value: <span className={classes.mono}>{name}</span> },
    { label: t(texts.slipAddress), value: location.origin },
  ];
  return (
    // Closed by its own button only: a slip of the hand would lose the password.
    <Sheet title={t(texts.slipTitle)} opened onClose={() => setAsked(true)}>
      <div className={classes.slip}>
        <Notice tone={isAsked ? 'error' : 'warn'} title={t(isAsked ? texts.slipStillOpen : texts.slipOnce)}>{t(texts.slipOnceWhy)}</Notice>
        <Facts facts={facts} />
        <div>
          <span className={classes.soft}>{t(texts.slipPassword)}</span>
          <p className={`${classes.password} ${classes.mono}`}>{password}</p>
        </div>
        <div className={classes.acts}>
          <CopyAct text={password} />
          <Act icon={<IconPrinter size={18} aria-hidden />} onPress={() => window.print()}>{t(texts.printSlip)}</Act>
        </div>
        <Act kind="main" onPress={onClose}>{t(texts.slipDone)}</Act>
      </div>
      {createPortal(
        <div className={classes.paper}>
          <h1>{t(texts.slipTitle)} · Sát Cơ Sở</h1>
          <Facts facts={[...facts, { label: t(texts.slipPassword), value: <strong className={classes.mono}>{password}</strong> }]} />
          <p>{t(texts.slipMustChange)}</p>
        </div>,
        document.body,
      )}
    </Sheet>
  );
}

function CopyAct({ text }: { readonly text: string }) {
  const { t } = useText();
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  // Without a secure connection browsers have no clipboard at all.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <>
      <Act icon={<IconCopy size={18} aria-hidden />} onPress={() => void copy()}>{t(outcome === 'copied' ? texts.copied : texts.copyPassword)}</Act>
      <span role="status" className={outcome === 'failed' ? classes.soft : classes.hidden}>{outcome === 'failed' ? t(texts.copyFailed) : outcome === 'copied' ? t(texts.copied) : ''}</span>
    </>
  );
}
