/** The list of a season as the annex of its decision: drawn whole, apart from the table on screen, which draws only what is in sight. */
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { ratingContract } from '../rating.contract.ts';
import { exclusionNames } from '../rating.kinds.ts';
import { levelName, subjectName, type RatingItem, type Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

interface Annex {
  readonly whole: readonly RatingItem[] | undefined;
  readonly isFetching: boolean;
  readonly problem: unknown;
  readonly print: () => Promise<void>;
}

export function useAnnex({ id }: Pick<Season, 'id'>): Annex {
  const [whole, setWhole] = useState<readonly RatingItem[]>();
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    if (!whole) return undefined;
    const finish = () => setWhole(undefined);
    window.addEventListener('afterprint', finish, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', finish);
  }, [whole]);
  const print = async () => {
    setFetching(true);
    setProblem(undefined);
    await fetchWhole(id).then(setWhole, setProblem);
    setFetching(false);
  };
  return { whole, isFetching, problem, print };
}

async function fetchWhole(seasonId: Season['id']): Promise<readonly RatingItem[]> {
  const rows: RatingItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(ratingContract.list, { seasonId, state: ['decided', 'excluded'], limit: 500, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

export function AnnexAct({ annex }: { readonly annex: Annex }) {
  const { t } = useText();
  return (
    <>
      <Act kind="quiet" icon={<IconPrinter size={20} aria-hidden />} busy={annex.isFetching} onPress={() => void annex.print()}>{t(texts.print)}</Act>
      {annex.problem !== undefined && <ProblemNotice problem={annex.problem} />}
    </>
  );
}

export function AnnexPaper({ season, rows }: { readonly season: Season; readonly rows: readonly RatingItem[] }) {
  const { t, number } = useText();
  const documents = [...new Set(rows.flatMap(({ decision }) => decision?.document ?? []))];
  const frameOf = ({ kind }: RatingItem) => season.frames.find((one) => one.kind === kind)?.frame;
  return (
    <article className={classes.paper}>
      <p>{season.unit.name}</p>
      <h1 className={classes.paperTitle}>{t(texts.annex, { year: String(season.year) })}</h1>
      {documents.length > 0 && <p>{t(texts.annexOf, { documents: documents.join(', ') })}</p>}
      <table className={classes.paperTable}>
        <thead><tr>{[texts.ordinal, texts.subject, texts.points, texts.level].map((title) => <th key={title.vi}>{t(title)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <td>{number(at + 1)}</td>
              <td>{subjectName(row)}{row.person && `, ${row.unit.name}`}</td>
              <td>{row.decision?.points === null || !row.decision ? '' : number(row.decision.points)}</td>
              <td>{row.decision ? t(levelName(frameOf(row), row.decision.level)) : row.exclusion && t(texts.excluded, { why: t(exclusionNames[row.exclusion.why]).toLocaleLowerCase('vi') })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
