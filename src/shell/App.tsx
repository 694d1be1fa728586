/** Everything that holds around the pages: look, language, answers, messages, addresses. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { verbs } from '../access/verbs.ts';
import type { Language } from '../platform/messages.ts';
import { LanguageProvider } from '../ui/language.tsx';
import { LongPaste } from '../ui/LongPaste.tsx';
import { ProblemSentences } from '../ui/ProblemNotice.tsx';
import { useRemembered } from '../ui/remembered.ts';
import { printInLight } from '../ui/printing.ts';
import { theme } from '../ui/theme.ts';
import { UndoProvider } from '../ui/UndoToast.tsx';
import { createConnection } from './connection.ts';
import { onContact } from './contact.ts';
import { ConnectionContext } from './Banners.tsx';
// Listens from the start: the browser offers once.
import './installation.ts';
import { useFreshFromPhone } from './fromPhone.ts';
import { LockFirst } from './LockFirst.tsx';
import { problemTexts, problemWords } from './modules.ts';
import { findPhone } from './offline.ts';
import { createQueryClient } from './queryClient.ts';
import { createAppRouter } from './routes.tsx';

const words = { ...problemWords, ...verbs };

export function App() {
  const [{ client, connection, router }] = useState(startUp);
  const [language, choose] = useRemembered<Language>('ngon-ngu', 'vi');
  useFreshFromPhone(client);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageProvider language={language} choose={choose}>
        <QueryClientProvider client={client}>
          <ConnectionContext value={connection}>
            <ProblemSentences sentences={problemTexts} words={words}>
              <LongPaste />
              <UndoProvider>
                <LockFirst router={router}><RouterProvider router={router} /></LockFirst>
              </UndoProvider>
            </ProblemSentences>
          </ConnectionContext>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function startUp() {
  printInLight(document.documentElement);
  const connection = createConnection(window);
  onContact(connection.report);
  const client = createQueryClient();
  const router = createAppRouter(client);
  router.subscribe('onResolved', () => void findPhone().then((phone) => phone?.look()));
  return { connection, client, router };
}
