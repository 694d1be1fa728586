/**
 * Those of the same name and birth as the one about to be recorded: their records, and the way on where it is somebody else.
 * A record opens beside the form, which keeps what was typed.
 */
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';
import { recordedAlready } from '../person.contract.ts';
import { birthText } from './birth.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

interface TwinsProps {
  readonly problem: unknown;
  readonly busy: boolean;
  readonly onRecord: () => void;
}

export function Twins({ problem, busy, onRecord }: TwinsProps) {
  const { t } = useText();
  const told = isShownProblem(problem) && problem.code === 'people.recordedAlready' ? recordedAlready.safeParse(problem.data).data : undefined;
  if (!told) return null;
  return (
    <>
      <ul className={classes.lines}>
        {told.people.map(({ id, fullName, birth, unit }) => (
          <li key={id}><a href={`/con-nguoi/${id}`} target="_blank" rel="noreferrer">{fullName}</a>{[birth && t(texts.born, { birth: birthText(birth) }), unit].filter(Boolean).map((word) => ` · ${word}`)}</li>
        ))}
      </ul>
      <Act busy={busy} onPress={onRecord}>{t(texts.addAnother)}</Act>
    </>
  );
}
