/** The review as it is written: each point that was suggested with its answer, each section with what it asks. Saved when one wishes, handed in whole. */
import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { stateNames } from '../../shortcomings/shortcoming.kinds.ts';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { draftOf, isSame, keepDraft, keptDraft, prefilled, type ReviewDraft } from './review.draft.ts';
import { pageTexts as texts } from './review.page.messages.ts';
import { useReviewRecording } from './review.recording.ts';
import type { WholeReview } from './review.words.ts';
import classes from './reviews.module.css';

interface WritingFormProps {
  readonly review: WholeReview;
  readonly send: (draft: ReviewDraft, isSubmitted: boolean) => Promise<unknown>;
}

export function WritingForm({ review, send }: WritingFormProps) {
  const { t, number } = useText();
  const saved = draftOf(review);
  const [draft, setDraft] = useState<ReviewDraft>(() => keptDraft(review.id) ?? (review.state === 'due' ? prefilled(saved, factLines(review.facts, { t, number })) : saved));
  const { busy, problem, record } = useReviewRecording<unknown>();
  const isUnsaved = !isSame(draft, saved);
  useEffect(() => keepDraft(review.id, isUnsaved ? draft : undefined), [review.id, isUnsaved, draft]);
  const typeText = (code: string, text: string) => setDraft((before) => ({ ...before, texts: { ...before.texts, [code]: text } }));
  const typeAnswer = (id: string, text: string) => setDraft((before) => ({ ...before, answers: { ...before.answers, [id]: text } }));
  const save = (isSubmitted: boolean) => record(() => send(draft, isSubmitted), { told: t(isSubmitted ? texts.submitted : texts.saved) });
  return (
    <div className={classes.writing}>
      {review.suggestions.length > 0 && (
        <Section title={t(texts.suggested, { unit: review.openedBy.name })}>
          {review.suggestions.map(({ id, text }) => (
            <div key={id} className={classes.point}>
              <p className={classes.pointText}>{text}</p>
              <Textarea label={t(texts.answer)} value={draft.answers[id] ?? ''} onChange={(event) => typeAnswer(id, event.currentTarget.value)} maxLength={5000} autosize minRows={2} />
            </div>
          ))}
        </Section>
      )}
      {review.sections.map(({ code, title, prompt, isNeeded }) => (
        <Textarea key={code} label={isNeeded ? t(texts.needed, { title: t(title) }) : t(title)} description={t(prompt)} value={draft.texts[code] ?? ''} onChange={(event) => typeText(code, event.currentTarget.value)} maxLength={20_000} autosize minRows={4} />
      ))}
      {isUnsaved && <p className={classes.soft} role="status">{t(texts.unsaved)}</p>}
      {problem && <ProblemNotice problem={problem} />}
      <div className={classes.acts} data-screen-only>
        <Act kind="main" busy={busy} onPress={() => void save(true)}>{t(texts.submit)}</Act>
        <Act busy={busy} onPress={() => void save(false)}>{t(texts.save)}</Act>
      </div>
    </div>
  );
}

/** Of what there is nothing to count no line is written. */
function factLines({ tasks, attendance, shortcomings }: WholeReview['facts'], { t, number }: Pick<Writing, 't' | 'number'>) {
  const { done, doneLate, late, open } = tasks;
  return {
    tasks: done + doneLate + late + open === 0 ? '' : t(texts.tasksLine, { counted: t(texts.tasksSay, { done: number(done), doneLate: number(doneLate), late: number(late), open: number(open) }) }),
    conduct: attendance === null ? '' : t(texts.attendanceLine, { came: number(attendance.came), expected: number(attendance.expected) }),
    earlier: shortcomings.map(({ what, state }) => `${what} (${t(stateNames[state])})`),
  };
}
