import { IconPrinter } from '@tabler/icons-react';
import { Act } from './Act.tsx';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';

export function PrintButton() {
  const { t } = useText();
  return <Act kind="quiet" icon={<IconPrinter size={18} aria-hidden />} onPress={() => window.print()}>{t(uiMessages.print)}</Act>;
}
