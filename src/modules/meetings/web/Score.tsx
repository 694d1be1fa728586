/** The score by the frame of the province: points by criterion, their sum, the level that follows. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { levelOf } from '../meeting.parts.ts';
import { Cited } from './Cited.tsx';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { heldTexts } from './meeting.held.messages.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { OtherStands } from './OtherStands.tsx';
import { levelNames } from '../meeting.kinds.ts';
import { ruleOf, type WholeMeeting } from './meeting.words.ts';
import { ScoreBeside } from './ScoreBeside.tsx';
import classes from './meetings.module.css';

type Points = Readonly<Record<string, number>>;

export function Score({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const { meeting, mayRecord } = live;
  const mayScore = mayRecord && (meeting.state === 'open' || meeting.state === 'closed');
  if (!isScored(meeting)) return null;
  return (
    <Section title={t(texts.score)} {...(meeting.frame.criteria.length > 0 ? { description: t(texts.scoreBy, { document: meeting.frame.document }) } : {})}>
      {meeting.frame.criteria.length === 0 && <p className={classes.soft}>{t(texts.noFrame)}</p>}
      {meeting.frame.criteria.length > 0 && (mayScore ? <ScoreForm live={live} /> : <ScoreWords meeting={meeting} />)}
    </Section>
  );
}

/** Frames are for meetings of the cell itself. */
export function isScored({ kind, score }: WholeMeeting): boolean {
  return score !== null || kind === 'regular' || kind === 'thematic';
}

function ScoreForm({ live }: { readonly live: LiveMeeting }) {
  const { meeting } = live;
  const { note, isSending } = useNoting(live);
  const { t, number, language } = useText();
  const { criteria } = meeting.frame;
  const given = meeting.score?.points ?? {};
  // With the points that stood there when typing began: somebody else's newer ones are not written over.
  const [typed, setTyped] = useState<{ readonly points: Points; readonly seen: Points | null }>();
  const points = typed?.points ?? given;
  const total = Object.values(points).reduce((sum, one) => sum + one, 0);
  const isChanged = criteria.some(({ code }) => points[code] !== given[code]);
  const { id } = meeting;
  const stands = meeting.score?.points ?? null;
  const save = async () => {
    const done = await note({
      send: () => call(meetingContract.score, { id, points, seen: typed ? typed.seen : stands }), told: t(texts.scored, { total: number(total) }),
      ...(stands ? { undo: () => call(meetingContract.score, { id, points: stands, seen: points }) } : {}),
    });
    if (done) setTyped(undefined);
  };
  const write = (change: (before: Points) => Points) => setTyped((before) => ({ points: change(before?.points ?? given), seen: before ? before.seen : stands }));
  const type = (code: string, value: string | number) => write(({ [code]: _before, ...others }) => (value === '' ? others : { ...others, [code]: Number(value) }));
  return (
    <>
      <ul className={classes.list}>
        {criteria.map(({ code, most, vi, en }) => (
          <li key={code}>
            <label className={classes.score}>
              <span className={classes.rowWords}>{language === 'vi' ? vi : en}<span className={classes.small}>{t(texts.scoreOf, { most: number(most) })}</span><ScoreBeside meeting={meeting} criterion={{ code, most }} points={points[code]} /></span>
              <NumberInput className={classes.points ?? ''} value={points[code] ?? ''} onChange={(value) => type(code, value)} min={0} max={most} hideControls inputMode="decimal" decimalSeparator={language === 'vi' ? ',' : '.'} />
            </label>
          </li>
        ))}
      </ul>
      {typed && isOther(typed, stands) && <OtherStands title={t(heldTexts.otherScore, { total: number(meeting.score?.total ?? 0) })} onKeepMine={() => setTyped({ ...typed, seen: stands })} onTakeTheirs={() => setTyped(undefined)} />}
      {Object.keys(points).length > 0 && <TotalLine meeting={meeting} total={total} />}
      <div className={classes.scoreActs} data-screen-only>
        <Act busy={isSending} disabled={!isChanged} onPress={() => void save()}>{t(texts.saveScore)}</Act>
        <Act kind="quiet" onPress={() => write(() => Object.fromEntries(criteria.map(({ code, most }) => [code, most])))}>{t(texts.fillMost)}</Act>
      </div>
    </>
  );
}

/** Another device has scored it since, and not alike. */
function isOther({ points, seen }: { readonly points: Points; readonly seen: Points | null }, stands: Points | null): boolean {
  const text = (given: Points | null) => JSON.stringify(Object.entries(given ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(stands) !== text(seen) && text(stands) !== text(points);
}

function ScoreWords({ meeting }: { readonly meeting: WholeMeeting }) {
  const { t, number, language } = useText();
  if (!meeting.score) return <p className={classes.soft}>{t(texts.scoreNone)}</p>;
  const { points, total } = meeting.score;
  return (
    <>
      <ul className={classes.list}>
        {meeting.frame.criteria.map(({ code, most, vi, en }) => <li key={code}><div className={classes.row}><span className={classes.rowWords}>{language === 'vi' ? vi : en}<ScoreBeside meeting={meeting} criterion={{ code, most }} points={points[code]} /></span><strong>{number(points[code] ?? 0)}/{number(most)}</strong></div></li>)}
      </ul>
      <TotalLine meeting={meeting} total={total} />
    </>
  );
}

function TotalLine({ meeting, total }: { readonly meeting: WholeMeeting; readonly total: number }) {
  const { t, number } = useText();
  const most = meeting.frame.criteria.reduce((sum, one) => sum + one.most, 0);
  const [good, fair, average] = ['good', 'fair', 'average'].map((level) => ruleOf(meeting, `meeting.score.${level}`));
  const level = good && fair && average ? levelOf(total, { good: good.value, fair: fair.value, average: average.value }) : undefined;
  const reached = [good, fair, average].find((rule) => rule !== undefined && total >= rule.value);
  return (
    <p className={classes.total}>
      <strong>{t(texts.total, { total: number(total), most: number(most) })}{level && `. ${t(texts.level, { level: t(levelNames[level]) })}`}</strong>
      <span className={classes.small}><Cited citation={reached} /></span>
    </p>
  );
}
