/** The ways to plan and record meetings. On a phone the main one stands alone, so that the list is on the first screen; the others fold into one menu. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMayVisit } from '../../../shell/session.ts';
import { useNeedsNetwork } from '../../../shell/useNeedsNetwork.ts';
import { Act } from '../../../ui/Act.tsx';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';

const RECORD = '/sinh-hoat/ghi-lai';
const BOOK = '/sinh-hoat/so-nghi-quyet';

interface MeetingsActsProps {
  readonly onOpen: (sheet: 'plan' | 'months') => void;
}

export function MeetingsActs({ onOpen }: MeetingsActsProps) {
  const { t } = useText();
  const mayRecord = useMayVisit('meeting.record');
  const isPhone = useIsPhone();
  const needsNetwork = useNeedsNetwork();
  return (
    <>
      {mayRecord && <Act kind="main" onPress={() => onOpen('plan')}>{t(texts.plan)}</Act>}
      {isPhone ? <FoldedActs mayRecord={mayRecord} onOpen={onOpen} /> : (
        <>
          {mayRecord && <><Act onPress={() => onOpen('months')}>{t(texts.planMonths)}</Act><Act href={RECORD}>{t(texts.record)}</Act></>}
          {!needsNetwork({}) && <Act kind="quiet" href={BOOK}>{t(meetingsTitles.bookTitle)}</Act>}
          <PrintButton />
        </>
      )}
    </>
  );
}

function FoldedActs({ mayRecord, onOpen }: MeetingsActsProps & { readonly mayRecord: boolean }) {
  const { t } = useText();
  const go = useGo();
  const needsNetwork = useNeedsNetwork();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>{t(texts.moreActs)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayRecord && <Menu.Item onClick={() => onOpen('months')}>{t(texts.planMonths)}</Menu.Item>}
        {mayRecord && <Menu.Item onClick={() => go(RECORD)}>{t(texts.record)}</Menu.Item>}
        {!needsNetwork({}) && <Menu.Item onClick={() => go(BOOK)}>{t(meetingsTitles.bookTitle)}</Menu.Item>}
        <Menu.Item onClick={() => window.print()}>{t(uiMessages.print)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
