/** Votes by count. Whoever does not vote against or abstain is taken to be in favour until another number is typed. */
import { NumberInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { IconAct } from './IconAct.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { AddPiece, PieceForm } from './PieceForm.tsx';
import { pieceId, putting, removing } from './pieces.ts';
import classes from './meetings.module.css';

const MOST_VOTES = 10_000;

export function Votes({ live }: { readonly live: LiveMeeting }) {
  const { t, number } = useText();
  const { meeting, mayRecord, note } = live;
  const mayNote = mayRecord && meeting.state === 'open';
  return (
    <Section title={t(texts.votes)}>
      {meeting.votes.length === 0 && <p className={classes.soft}>{t(texts.votesEmpty)}</p>}
      {meeting.votes.length > 0 && (
        <ul className={classes.list}>
          {meeting.votes.map((vote) => (
            <li key={vote.id}>
              <div className={classes.row}>
                <span className={classes.rowWords}>{vote.question}<span className={classes.small}>{t(texts.voteResult, { inFavour: number(vote.inFavour), against: number(vote.against), abstained: number(vote.abstained) })}</span></span>
                {mayNote && <IconAct icon={IconX} label={`${t(texts.remove)}: ${vote.question}`} onPress={() => void note(removing(meeting, { part: 'votes', itemId: vote.id, told: t(texts.removed, { text: vote.question }) }))} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayNote && <AddPiece label={t(texts.addVote)} form={(close) => <VoteForm live={live} onClose={close} />} />}
    </Section>
  );
}

function VoteForm({ live: { meeting, note }, onClose }: { readonly live: LiveMeeting; readonly onClose: () => void }) {
  const { t, number } = useText();
  const voters = meeting.counts.fullPresent;
  const [question, setQuestion] = useState('');
  const [inFavour, setInFavour] = useState<number>();
  const [against, setAgainst] = useState(0);
  const [abstained, setAbstained] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const counted = inFavour ?? Math.max(0, voters - against - abstained);
  const submit = async () => {
    setChecked(true);
    if (!question.trim()) return;
    if (await note(putting(meeting, { part: 'votes', item: { id: pieceId(meeting), question: question.trim(), inFavour: counted, against, abstained } }))) onClose();
  };
  const field = { min: 0, max: MOST_VOTES, allowDecimal: false, inputMode: 'numeric' } as const;
  return (
    <PieceForm onSubmit={submit} onClose={onClose}>
      <TextInput label={t(texts.question)} value={question} onChange={(event) => setQuestion(event.currentTarget.value)} maxLength={300} withAsterisk autoFocus error={isChecked && !question.trim() ? t(texts.missing) : undefined} />
      <p className={classes.soft}>{t(texts.voters, { count: number(voters) })}</p>
      <div className={classes.pair}>
        <NumberInput label={t(texts.inFavour)} value={counted} onChange={(value) => setInFavour(Number(value) || 0)} {...field} />
        <NumberInput label={t(texts.against)} value={against} onChange={(value) => setAgainst(Number(value) || 0)} {...field} />
        <NumberInput label={t(texts.abstained)} value={abstained} onChange={(value) => setAbstained(Number(value) || 0)} {...field} />
      </div>
    </PieceForm>
  );
}
