/** Something is typed, and meanwhile another device has recorded the same otherwise: it is shown, and a person says which is kept. */
import type { ReactNode } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { heldTexts as texts } from './meeting.held.messages.ts';

interface OtherStandsProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What is typed may then be saved over it. */
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

export function OtherStands({ title, children, onKeepMine, onTakeTheirs }: OtherStandsProps) {
  const { t } = useText();
  return <Notice tone="warn" title={title} acts={<><Act onPress={onKeepMine}>{t(texts.keepMine)}</Act><Act onPress={onTakeTheirs}>{t(texts.takeTheirs)}</Act></>}>{children}</Notice>;
}
