/** The columns of a season; on a phone the subject names the card. */
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { exclusionNames, type Level } from '../rating.kinds.ts';
import { levelName, stateMarks, stateNames, subjectName, type RatingItem, type Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

export function useRatingColumns(season: Season): readonly Column<RatingItem>[] {
  const { t } = useText();
  const frameOf = ({ kind }: RatingItem) => season.frames.find((one) => one.kind === kind)?.frame;
  const words = useLevelWords();
  return [
    { id: 'subject', title: t(texts.subject), priority: 1, cell: (row) => <>{subjectName(row)}{row.person && <span className={classes.small}>{row.unit.name}</span>}</> },
    { id: 'self', title: t(texts.self), priority: 2, width: '11rem', cell: (row) => words({ frame: frameOf(row), level: row.self, points: row.selfPoints }) },
    { id: 'appraisal', title: t(texts.appraisal), priority: 2, width: '11rem', cell: (row) => words({ frame: frameOf(row), level: row.appraisal, points: row.appraisalPoints }) },
    { id: 'gates', title: t(texts.gates), priority: 2, width: '11rem', cell: (row) => <GatesMark row={row} /> },
    { id: 'decision', title: t(texts.decision), priority: 2, width: '13rem', cell: (row) => <DecisionCell row={row} words={row.decision ? words({ frame: frameOf(row), level: row.decision.level, points: row.decision.points }) : ''} /> },
    { id: 'group', title: t(texts.group), priority: 3, hidden: true, cell: ({ group }) => season.groups.find(({ code }) => code === group)?.name ?? '' },
  ];
}

interface Rated {
  readonly frame: Season['frames'][number]['frame'] | undefined;
  readonly level: Level | null;
  readonly points: number | null;
}

export function useLevelWords(): (rated: Rated) => string {
  const { t, number } = useText();
  return ({ frame, level, points }) => {
    if (!level) return t(texts.none);
    const name = t(levelName(frame, level));
    return points === null ? name : t(texts.withPoints, { level: name, points: number(points) });
  };
}

function DecisionCell({ row, words }: { readonly row: RatingItem; readonly words: string }) {
  const { t } = useText();
  if (row.exclusion) return <StatusMark status="silent" label={t(texts.excluded, { why: t(exclusionNames[row.exclusion.why]).toLocaleLowerCase('vi') })} />;
  if (row.decision) return <><StatusMark status="done" label={words} /><span className={classes.small}>{row.decision.document}</span></>;
  return <StatusMark status={stateMarks[row.state]} label={t(stateNames[row.state])} />;
}

/** Of the level decided, or else proposed, or else the subject's own. */
function GatesMark({ row }: { readonly row: RatingItem }) {
  const { t, number } = useText();
  const counted = (state: string) => row.gates.filter((gate) => gate.state === state).length;
  if (row.gates.length === 0) return <span className={classes.soft}>{row.self || row.appraisal || row.decision ? t(texts.gatesNone) : t(texts.none)}</span>;
  const [failed, unknown] = [counted('failed'), counted('unknown')];
  if (failed > 0) return <StatusMark status="late" label={t(texts.gatesFailed, { count: number(failed) })} />;
  return unknown > 0 ? <StatusMark status="silent" label={t(texts.gatesUnknown, { count: number(unknown) })} /> : <StatusMark status="done" label={t(texts.gatesMet, { count: number(row.gates.length) })} />;
}
