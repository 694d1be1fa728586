/** What a unit that is asked is asked first on the page of the document: to answer, by when. */
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import { askedHref, bodyWords, type Clauses } from './cascade.words.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';

type Duty = Clauses['own'][number];

/** More than these stand on the radar. */
const MOST_DUTIES = 3;

/** Of units for which the reader may answer. */
export function useAnswerDuties(documentId: string, { enabled }: { readonly enabled: boolean }): readonly Duty[] {
  const { data } = useProcedure(cascadeContract.clauses, { documentId }, { enabled });
  const open = (data?.own ?? []).filter(({ toAnswer, mayAnswer }) => mayAnswer && toAnswer > 0);
  return !data || data.may.length > 0 || open.length > MOST_DUTIES ? [] : open;
}

export function AnswerDuty({ documentId, issuer, duty: { id, toAnswer, dueOn, ...body } }: { readonly documentId: string; readonly issuer: string; readonly duty: Duty }) {
  const { t, day, number } = useText();
  const unit = bodyWords(body, { t });
  const act = <Act kind="main" href={askedHref(documentId, id)}>{dueOn ? t(texts.answerBy, { day: day(dueOn) }) : t(texts.answerNow)}</Act>;
  return <Notice tone="warn" title={t(texts.askedBy, { issuer, unit })} acts={act}>{t(texts.toAnswer, { count: number(toAnswer) })}</Notice>;
}
