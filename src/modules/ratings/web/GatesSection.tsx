/** The conditions of each level, with what is known of them; told by shape and word. */
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { factNames } from '../rating.gates.ts';
import { boundWords, gateMarks, gateStates, levelName, measureWords, type WholeRating } from './rating.words.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import classes from './ratings.module.css';

export function GatesSection({ rating }: { readonly rating: WholeRating }) {
  const { t } = useText();
  const { frame, seasonId } = rating;
  if (!frame || !seasonId) return null;
  const shown = frame.levels.filter(({ code }) => rating.gates.some(({ level }) => level === code));
  return (
    <Section title={t(texts.gates)} description={shown.length > 0 ? t(texts.gatesWhy) : t(texts.noGates)}>
      {shown.map(({ code, least }) => (
        <div key={code}>
          <h3 className={classes.subTitle}>{t(levelName(frame, code))}{least !== null && <span className={classes.small}>{t(texts.atLeast, { bound: `${least} ${t(texts.points).toLocaleLowerCase('vi')}` })}</span>}</h3>
          <ul className={classes.list}>
            {rating.gates.filter(({ level }) => level === code).map((gate) => <li key={gate.fact}><GateRow frame={frame} gate={gate} /></li>)}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function GateRow({ frame, gate }: { readonly frame: NonNullable<WholeRating['frame']>; readonly gate: WholeRating['gates'][number] }) {
  const writing = useText();
  const { t } = writing;
  const declared = frame.gates.find(({ fact, levels }) => fact === gate.fact && levels.includes(gate.level));
  return (
    <div className={classes.row}>
      <span className={classes.rowWords}>
        {t(factNames[gate.fact])}
        <span className={classes.small}>{declared && boundWords(declared, writing)}{declared?.onFail === 'reason' && ` (${t(texts.unsure)})`}{gate.state !== 'unknown' && `: ${measureWords(gate.fact, gate, writing)}`}</span>
      </span>
      <StatusMark status={gateMarks[gate.state]} label={t(gateStates[gate.state])} />
    </div>
  );
}
