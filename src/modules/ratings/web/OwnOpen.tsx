/** One's own ratings in seasons under way: what one said of oneself, and the way to say it. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ratingContract } from '../rating.contract.ts';
import { aboutNames } from '../rating.kinds.ts';
import { AssessmentWords } from './AssessmentWords.tsx';
import { AssessSheet } from './AssessSheet.tsx';
import type { WholeRating } from './rating.words.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import classes from './ratings.module.css';

export function OwnOpen() {
  const { t } = useText();
  const { data, error, refetch } = useProcedure(ratingContract.ownOpen, {});
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return <Section title={t(texts.ownOpen)}>{data.items.map((rating) => <OwnRating key={rating.id} rating={rating} />)}</Section>;
}

function OwnRating({ rating }: { readonly rating: WholeRating }) {
  const { t } = useText();
  const [isRating, setRating] = useState(false);
  const { year, about, unit, self, may } = rating;
  return (
    <div className={classes.line}>
      <h3 className={classes.subTitle}>{t(texts.yearOf, { year: String(year) })} · {t(aboutNames[about])}<span className={classes.small}>{unit.name}</span></h3>
      <AssessmentWords rating={rating} assessment={self} none={t(texts.selfNone)} />
      {may.includes('rating.rateOwn') ? <div><Act kind={self ? 'plain' : 'main'} onPress={() => setRating(true)}>{t(self ? texts.changeOwn : texts.rateOwn)}</Act></div> : <p className={classes.soft}>{t(texts.ownClosed)}</p>}
      {isRating && <AssessSheet rating={rating} as="own" onClose={() => setRating(false)} />}
    </div>
  );
}
