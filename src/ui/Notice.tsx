/** Something to know before going on. Told by shape, word and colour together. */
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from './language.tsx';
import classes from './Notice.module.css';
import { uiMessages } from './ui.messages.ts';

export type NoticeTone = 'info' | 'success' | 'warn' | 'error';

export interface NoticeProps {
  readonly tone?: NoticeTone;
  /** Without a title the tone's own word stands there. */
  readonly title?: string;
  readonly children?: ReactNode;
  readonly acts?: ReactNode;
}

const ICONS = { info: IconInfoCircle, success: IconCircleCheck, warn: IconAlertTriangle, error: IconAlertOctagon };
const WORDS = { info: uiMessages.note, success: uiMessages.success, warn: uiMessages.warning, error: uiMessages.error };

export function Notice({ tone = 'info', title, children, acts }: NoticeProps) {
  const { t } = useText();
  const Icon = ICONS[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'error' ? 'alert' : 'note'}>
      <Icon className={classes.icon} size={24} aria-hidden />
      <div className={classes.words}>
        <strong className={classes.title}>{title ?? t(WORDS[tone])}</strong>
        {children && <div>{children}</div>}
        {acts && <div className={classes.acts}>{acts}</div>}
      </div>
    </div>
  );
}
