/** A self-rating or an appraisal as its receipt: each point with where it comes from, each number stated with its source. */
import { useText } from '../../../ui/language.tsx';
import { factNames, type FactCode } from '../rating.gates.ts';
import { wholeFrame } from '../rating.frame.ts';
import { isSame, levelName, measureWords, type WholeRating } from './rating.words.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import classes from './ratings.module.css';

type Assessment = NonNullable<WholeRating['self']>;

export function AssessmentWords({ rating, assessment, none }: { readonly rating: WholeRating; readonly assessment: Assessment | null; readonly none: string }) {
  const { t, day, number } = useText();
  if (!assessment) return <p className={classes.soft}>{none}</p>;
  const { level, on, by, total, note } = assessment;
  return (
    <>
      <p><strong>{t(levelName(rating.frame, level))}</strong><span className={classes.small}>{t(texts.onBy, { on: day(on), by: by ?? '' })}</span></p>
      {total !== null && (
        <>
          <ul className={classes.list}>{assessment.points.map((points) => <li key={points.criterion}><PointsRow rating={rating} assessment={assessment} points={points} /></li>)}</ul>
          <p className={classes.total}><strong>{t(texts.total, { total: number(total), whole: number(wholeFrame) })}</strong></p>
        </>
      )}
      <StatedRows assessment={assessment} />
      {note && <p>{note}</p>}
    </>
  );
}

function PointsRow({ rating, assessment, points }: { readonly rating: WholeRating; readonly assessment: Assessment; readonly points: Assessment['points'][number] }) {
  const writing = useText();
  const { t, number } = writing;
  const criterion = rating.frame?.criteria.find(({ code }) => code === points.criterion);
  const found = assessment.found.find(({ code }) => code === points.fact);
  const fact = found && `${factTitle(rating, found.code, writing.t)} ${measureWords(found.code, found, writing)}`;
  const source = [fact, points.proof].filter(Boolean).join('; ');
  return (
    <div className={classes.row}>
      <span className={classes.rowWords}>{criterion ? t(criterion) : points.criterion}<span className={classes.small}>{source ? t(texts.source, { source }) : t(texts.source, { source: t(texts.sourceBy) })}</span></span>
      <strong>{number(points.points)}{criterion && `/${number(criterion.most)}`}</strong>
    </div>
  );
}

/** Where the records say otherwise, both stand there. */
function StatedRows({ assessment }: { readonly assessment: Assessment }) {
  const writing = useText();
  const { t } = writing;
  if (assessment.stated.length === 0) return null;
  return (
    <>
      <h3 className={classes.subTitle}>{t(texts.stated)}</h3>
      <ul className={classes.list}>
        {assessment.stated.map((one) => {
          const known = assessment.found.find(({ code }) => code === one.code);
          return (
            <li key={one.code}>
              {t(factNames[one.code])}
              <span className={classes.small}>{t(texts.statedFrom, { measure: measureWords(one.code, one, writing), source: one.source })}{known && !isSame(known, one) && ` (${t(texts.differs, { measure: measureWords(one.code, known, writing) })})`}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function factTitle(rating: WholeRating, code: string, t: (text: { vi: string; en: string }) => string): string {
  return t(rating.facts.find((fact) => fact.code === code)?.title ?? factNames[code as FactCode] ?? { vi: code, en: code });
}
