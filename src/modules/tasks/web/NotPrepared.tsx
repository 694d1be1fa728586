/** Beside a refusal for want of signal, on a device that was not prepared: where that is done, for the next time. */
import { usePhoneState } from '../../../shell/offline.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';
import { pageTexts as texts } from './task.page.messages.ts';

export function NotPrepared({ problem }: { readonly problem: unknown }) {
  const { t } = useText();
  const state = usePhoneState();
  if (state?.is !== 'off' || !isShownProblem(problem) || problem.kind !== 'offline') return null;
  return <p>{t(texts.notPrepared)} <PageLink href="/khong-can-mang">{t(texts.prepare)}</PageLink></p>;
}
