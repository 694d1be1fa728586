/** The reader's own choices and acts, offered in the account menu of a desk and the sheet of a phone. */
import { useMantineColorScheme } from '@mantine/core';
import { useLanguage, useText } from '../ui/language.tsx';
import type { ChoiceProps } from './Choice.tsx';
import { OWN_ACCOUNT_PATH } from './gate.ts';
import { pageRoutes } from './modules.ts';
import { useSession, useSignOut } from './session.ts';
import { noticeMessages } from './notice.messages.ts';
import { shellMessages } from './shell.messages.ts';
import { syncMessages } from './sync.messages.ts';

const OWN_RECORD_PATH = '/ho-so-cua-toi';
const WAYS_PATH = '/cach-nhan-thong-bao';
const PREPARE_PATH = '/khong-can-mang';

export function useLanguageChoice(): ChoiceProps {
  const { t } = useText();
  const { language, choose } = useLanguage();
  return {
    label: t(shellMessages.language), value: language,
    options: [{ value: 'vi', label: t(shellMessages.vietnamese) }, { value: 'en', label: t(shellMessages.english) }],
    onChoose: (value) => choose(value === 'en' ? 'en' : 'vi'),
  };
}

export function useLookChoice(): ChoiceProps {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return {
    label: t(shellMessages.appearance), value: colorScheme,
    options: (['light', 'dark', 'auto'] as const).map((look) => ({ value: look, label: t(shellMessages[look]) })),
    onChoose: (value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto'),
  };
}

/** Links only to pages that exist. */
export function useAccountActs() {
  const { t } = useText();
  const { person, mayVisit } = useSession();
  const signOut = useSignOut();
  const hasPage = (path: string) => pageRoutes.some((page) => page.path === path);
  const links = [
    ...(person && hasPage(OWN_RECORD_PATH) ? [{ href: OWN_RECORD_PATH, label: t(shellMessages.myRecord) }] : []),
    ...(hasPage(OWN_ACCOUNT_PATH) ? [{ href: OWN_ACCOUNT_PATH, label: t(shellMessages.account) }] : []),
    ...(hasPage(WAYS_PATH) ? [{ href: WAYS_PATH, label: t(noticeMessages.ways) }] : []),
    ...(hasPage(PREPARE_PATH) && mayVisit.includes('meeting.record') ? [{ href: PREPARE_PATH, label: t(syncMessages.prepare) }] : []),
  ];
  return { links, signOut };
}
