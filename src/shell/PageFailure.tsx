/** Pages that can't be shown: unknown, not one's own, broken. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Act } from '../ui/Act.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useText } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { isShownProblem, ProblemNotice } from '../ui/ProblemNotice.tsx';
import { uiMessages } from '../ui/ui.messages.ts';
import { CodeMissing } from './page.ts';
import { shellMessages } from './shell.messages.ts';

export function NotFoundPage() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t(shellMessages.notFoundTitle)} />
      <EmptyState title={t(shellMessages.notFoundWhy)} act={<Act href="/">{t(shellMessages.toHome)}</Act>} />
    </>
  );
}

export function ForbiddenPage() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t(shellMessages.forbiddenTitle)} />
      <EmptyState title={t(shellMessages.forbiddenWhy)} act={<Act href="/">{t(shellMessages.toHome)}</Act>} />
    </>
  );
}

/** A page that failed while it was drawn. What the server refused has its own sentence and the id of the request. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useText();
  useEffect(() => {
    if (!isShownProblem(error)) console.error(error);
  }, [error]);
  if (isMissingCode(error)) return <PageNotFetched error={error} reset={reset} />;
  return (
    <>
      <PageHead title={t(shellMessages.errorTitle)} />
      <ProblemNotice problem={error} onRetry={reset} />
    </>
  );
}

/** Stays in the app, so that what is open and what was fetched are not lost with the connection. */
function PageNotFetched({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const { t } = useText();
  const [isBusy, setBusy] = useState(false);
  // On a later visit, or with the connection back, nobody need press for it.
  useEffect(() => {
    const mend = () => { if (error instanceof CodeMissing) void error.fetchAgain().then((hasCome) => hasCome && reset()); };
    mend();
    addEventListener('online', mend);
    return () => removeEventListener('online', mend);
  }, [error, reset]);
  const retry = async () => {
    setBusy(true);
    if (error instanceof CodeMissing && (await error.fetchAgain())) reset();
    // The server answers and the code is still missing: a newer version has replaced it.
    else if (await isServerThere()) location.reload();
    setBusy(false);
  };
  return (
    <>
      <PageHead title={t(shellMessages.errorTitle)} />
      <Notice tone="error" title={t(shellMessages.connectionLost)} acts={<Act busy={isBusy} onPress={() => void retry()}>{t(uiMessages.tryAgain)}</Act>} />
    </>
  );
}

function isMissingCode(error: unknown): error is Error {
  return error instanceof CodeMissing || (error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message));
}

async function isServerThere(): Promise<boolean> {
  return fetch('/healthz', { cache: 'no-store' }).then((answer) => answer.ok, () => false);
}
