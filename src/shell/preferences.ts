/** The reader's own choices and acts, offered in the account menu of a desk and the sheet of a phone. */
import { useMantineColorScheme } from '@mantine/core';
import { useLanguage, useText } from '../ui/language.tsx';
import type { ChoiceProps } from './Choice.tsx';
import { OWN_ACCOUNT_PATH } from './gate.ts';
import { pageRoutes } from './modules.ts';
import { useSession, useSignOut } from './session.ts';
import { shellMessages } from './shell.messages.ts';

const OWN_RECORD_PATH = '/ho-so-cua-toi';

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
  const { person } = useSession();
  const signOut = useSignOut();
  const hasPage = (path: string) => pageRoutes.some((page) => page.path === path);
  const links = [
    ...(person && hasPage(OWN_RECORD_PATH) ? [{ href: OWN_RECORD_PATH, label: t(shellMessages.myRecord) }] : []),
    ...(hasPage(OWN_ACCOUNT_PATH) ? [{ href: OWN_ACCOUNT_PATH, label: t(shellMessages.account) }] : []),
  ];
  return { links, signOut };
}
