/** The notice to be handed over, shown as it will be printed. */
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { day as asDay } from '../../../platform/day.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { pageTexts as texts } from './meeting.page.messages.ts';
import type { WholeMeeting } from './meeting.words.ts';
import { NoticePrint } from './NoticePrint.tsx';
import classes from './meetings.module.css';

export function PrintNotice({ meeting }: { readonly meeting: WholeMeeting }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Act icon={<IconPrinter size={20} aria-hidden />} onPress={() => setOpen(true)}>{t(texts.notice)}</Act>
      {isOpen && (
        <Sheet title={t(texts.printNotice)} opened onClose={() => setOpen(false)}>
          <div className={classes.addRow}><PrintButton /></div>
          <NoticePrint unit={meeting.unit.name} parent={meeting.parent} meeting={meeting} agenda={meeting.agenda} issuedOn={asDay(today)} />
        </Sheet>
      )}
    </>
  );
}
