/** The review as it is written: each point that was suggested with its answer, each section with what it asks. Saved when one wishes, handed in whole. */
import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem, moduleOf } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { stateNames } from '../../shortcomings/shortcoming.kinds.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { draftOf, isSame, keepDraft, keptDraft, missingIn, prefilled, upToDate, type ReviewDraft } from './review.draft.ts';
import { pageTexts as texts } from './review.page.messages.ts';
import { useReviewRecording } from './review.recording.ts';
import { byBody, type WholeReview } from './review.words.ts';
import classes from './reviews.module.css';

interface WritingFormProps {
  readonly review: WholeReview;
  readonly send: (draft: ReviewDraft, isSubmitted: boolean) => Promise<unknown>;
}

export function WritingForm({ review, send }: WritingFormProps) {
  const { t, number } = useText();
  const saved = draftOf(review);
  const [typed, setTyped] = useState<ReviewDraft>(() => keptDraft(review.id) ?? (review.state === 'due' ? prefilled(saved, factLines(review.facts, { t, number })) : saved));
  const draft = upToDate(typed, saved);
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { busy, problem, record } = useReviewRecording<unknown>();
  const news = useNews(review, problem);
  const isUnsaved = !isSame(draft, saved);
  const kept = JSON.stringify(draft);
  useEffect(() => keepDraft(review.id, isUnsaved ? (JSON.parse(kept) as ReviewDraft) : undefined), [review.id, isUnsaved, kept]);
  const typeText = (code: string, text: string) => setTyped({ ...draft, texts: { ...draft.texts, [code]: text } });
  const typeAnswer = (id: string, text: string) => setTyped({ ...draft, answers: { ...draft.answers, [id]: text } });
  const save = (isSubmitted: boolean) => record(() => send(draft, isSubmitted), { told: t(isSubmitted ? texts.submitted : texts.saved) });
  const submit = async () => {
    setChecked(true);
    if (missingIn(draft, review).length === 0) return save(true);
    // Marked first, then led to.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const missing = isChecked ? missingIn(draft, review) : [];
  return (
    <div className={classes.writing} ref={form}>
      {news && <Notice tone="warn" title={t(news === 'points' ? texts.newPoints : texts.changedMeanwhile)}>{t(news === 'points' ? texts.newPointsSay : texts.changedSay)}</Notice>}
      {byBody(review.suggestions).map(({ body, points }) => (
        <Section key={body.id} title={t(texts.suggested, { unit: body.name })}>
          {points.map(({ id, text }) => (
            <div key={id} className={classes.point}>
              <p className={classes.pointText}>{text}</p>
              <Textarea label={t(texts.answer)} value={draft.answers[id] ?? ''} onChange={(event) => typeAnswer(id, event.currentTarget.value)} maxLength={5000} autosize minRows={2} error={missing.includes(id) && t(texts.answerMissing)} />
            </div>
          ))}
        </Section>
      ))}
      {review.sections.map(({ code, title, prompt, isNeeded }) => (
        <Textarea key={code} label={isNeeded ? t(texts.needed, { title: t(title) }) : t(title)} description={t(prompt)} value={draft.texts[code] ?? ''} onChange={(event) => typeText(code, event.currentTarget.value)} maxLength={20_000} autosize minRows={4} error={missing.includes(code) && t(texts.sectionMissing)} />
      ))}
      {isUnsaved && <p className={classes.soft} role="status">{t(texts.unsaved)}</p>}
      {problem && !isStale(problem) && <ProblemNotice problem={problem} />}
      <div className={classes.acts} data-screen-only>
        <Act kind="main" busy={busy} onPress={() => void submit()}>{t(texts.submit)}</Act>
        <Act busy={busy} onPress={() => void save(false)}>{t(texts.save)}</Act>
      </div>
    </div>
  );
}

/** What somebody else did meanwhile is asked for at once when the server refuses what was written before it. */
function useNews({ suggestions }: WholeReview, problem: unknown): 'points' | 'other' | undefined {
  const client = useQueryClient();
  const [known] = useState(() => suggestions.map(({ id }) => id));
  const wasRefused = isStale(problem);
  useEffect(() => {
    if (wasRefused) void client.invalidateQueries({ predicate: ({ queryKey }) => moduleOf(String(queryKey[0])) === 'reviews' });
  }, [wasRefused, client]);
  if (suggestions.some(({ id, answer }) => !known.includes(id) && answer === '')) return 'points';
  return wasRefused ? 'other' : undefined;
}

function isStale(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'platform.stale';
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
