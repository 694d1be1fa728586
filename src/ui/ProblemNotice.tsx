/** Renders a refusal or failure as a sentence that says what to do. Module sentences come through the context, by code. */
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Text } from '../platform/contract.ts';
import type { ProblemTexts } from '../platform/problem.ts';
import { Act } from './Act.tsx';
import { useText } from './language.tsx';
import { Notice } from './Notice.tsx';
import { uiMessages } from './ui.messages.ts';

export interface ShownProblem {
  readonly code: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly requestId?: string | undefined;
}

/** Words for codes that come as parameters of a sentence, such as a verb. */
export type CodeWords = Readonly<Record<string, Text>>;

/** What is not expected of a working system: only that carries an id to report. */
const UNEXPECTED = 'unexpected';
const KIND_TITLES: Readonly<Record<string, Text>> = {
  unauthenticated: uiMessages.unauthenticatedTitle,
  forbidden: uiMessages.forbiddenTitle,
  not_found: uiMessages.notFoundTitle,
  stale: uiMessages.staleTitle,
  too_many: uiMessages.tooManyTitle,
  offline: uiMessages.offlineTitle,
  [UNEXPECTED]: uiMessages.unexpectedTitle,
};
/** Asking again for what was refused would only be refused again. */
const HELPED_BY_RETRY: readonly string[] = ['offline', 'stale', UNEXPECTED];

const SentencesContext = createContext<{ readonly sentences: ProblemTexts; readonly words: CodeWords }>({ sentences: {}, words: {} });

const KIND_SENTENCES: Readonly<Record<string, Text>> = {
  invalid: uiMessages.invalid,
  unauthenticated: uiMessages.unauthenticated,
  forbidden: uiMessages.forbidden,
  not_found: uiMessages.notFound,
  conflict: uiMessages.conflict,
  stale: uiMessages.stale,
  too_many: uiMessages.tooMany,
  offline: uiMessages.offline,
};

export function ProblemSentences({ sentences, words, children }: { readonly sentences: ProblemTexts; readonly words: CodeWords; readonly children: ReactNode }) {
  const known = useMemo(() => ({ sentences, words }), [sentences, words]);
  return <SentencesContext value={known}>{children}</SentencesContext>;
}

/** The sentence alone, e.g. under a field. */
export function useProblemText(): (problem: unknown) => string {
  const { t, day } = useText();
  const { sentences, words } = useContext(SentencesContext);
  const written = (text: string) => (ISO_DAY.test(text) ? day(text) : Object.hasOwn(words, text) ? t(words[text]!) : text);
  return (problem) => {
    if (!isShownProblem(problem)) return t(uiMessages.unexpectedUnnumbered);
    const sentence = sentences[problem.code] ?? KIND_SENTENCES[problem.kind] ?? (problem.requestId ? uiMessages.unexpected : uiMessages.unexpectedUnnumbered);
    return t(sentence, paramsOf(problem.data, written));
  };
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface ProblemNoticeProps {
  readonly problem: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

export function ProblemNotice({ problem, title, onRetry }: ProblemNoticeProps) {
  const { t } = useText();
  const sentenceOf = useProblemText();
  const kind = isShownProblem(problem) ? problem.kind : UNEXPECTED;
  const requestId = isShownProblem(problem) && kind === UNEXPECTED ? problem.requestId : undefined;
  return (
    <Notice tone="error" title={title ?? t(KIND_TITLES[kind] ?? uiMessages.notDoneTitle)} acts={onRetry && HELPED_BY_RETRY.includes(kind) && <Act onPress={onRetry}>{t(uiMessages.tryAgain)}</Act>}>
      <p>{sentenceOf(problem)}</p>
      {requestId && <p style={{ color: 'var(--ink-soft)', fontSize: '0.9375rem' }}>{t(uiMessages.requestId, { id: requestId })}</p>}
    </Notice>
  );
}

export function isShownProblem(value: unknown): value is ShownProblem {
  return typeof value === 'object' && value !== null && 'code' in value && 'kind' in value && 'data' in value;
}

/** Days and codes of the wire are written as the reader writes them. */
function paramsOf(data: ShownProblem['data'], written: (text: string) => string): Record<string, string | number> {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string') params[name] = written(value);
    else if (typeof value === 'number') params[name] = value;
  }
  return params;
}
