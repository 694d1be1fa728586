/** Pages that can't be shown: unknown, not one's own, broken. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Act } from '../ui/Act.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useText } from '../ui/language.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { isShownProblem, ProblemNotice } from '../ui/ProblemNotice.tsx';
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
  const isMissing = isMissingCode(error);
  return (
    <>
      <PageHead title={t(shellMessages.errorTitle)} />
      <ProblemNotice problem={isMissing ? OFFLINE : error} onRetry={isMissing ? () => location.reload() : reset} />
    </>
  );
}

const OFFLINE = { code: 'shell.offline', kind: 'offline', data: {} };

/** The page's code could not be fetched: no connection, or a newer version has replaced it. Loading anew mends both. */
function isMissingCode(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message);
}
