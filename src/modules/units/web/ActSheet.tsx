/** The frame of every form that records an act on a unit: words, fields, what went wrong, and the undo afterwards. */
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import type { Procedure } from '../../../platform/contract.ts';
import { call, useAct } from '../../../shell/api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { isShownProblem, ProblemNotice, useProblemText } from '../../../ui/ProblemNotice.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { unitContract } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import classes from './units.module.css';

/** Figures, posts and people follow from where units stand. */
const TOUCHED = ['figures', 'posts', 'people', 'membership'] as const;

export interface ActSheetProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly problem: unknown;
  readonly busy: boolean;
  /** Where the act has a word of its own: "Giải thể" rather than "Ghi". */
  readonly submit?: string;
  /** Says what went wrong where the server's sentence alone won't do. */
  readonly refusal?: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ActSheet({ title, about, problem, busy, submit, refusal, onSubmit, onClose, children }: ActSheetProps) {
  const { t } = useText();
  return (
    <Sheet title={title} opened onClose={onClose}>
      <form className={classes.form} noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
        <p className={classes.soft}>{about}</p>
        {children}
        {refusal ?? (problem !== null && problem !== undefined && <ProblemNotice problem={problem} />)}
        <div className={classes.formActs}>
          <Act kind="main" submit busy={busy}>{submit ?? t(unitTexts.save)}</Act>
          <Act onPress={onClose}>{t(unitTexts.cancel)}</Act>
        </div>
      </form>
    </Sheet>
  );
}

/** Sends the act; when it is done, closes the form, says so and offers Hoàn tác. */
export function useRecording<I extends z.ZodType, O extends z.ZodType<{ actId: string }>>(
  procedure: Procedure<I, O>,
  { done, onClose }: { done: string; onClose: () => void },
) {
  const act = useAct(procedure, { touches: TOUCHED });
  const offer = useUndo();
  const client = useQueryClient();
  const record = (input: z.input<I>) => act.mutate(input, {
    onSuccess: ({ actId }) => {
      onClose();
      offer({
        text: done,
        undo: async () => {
          await call(unitContract.undo, { actId });
          await client.invalidateQueries();
        },
      });
    },
  });
  return { record, problem: act.error, busy: act.isPending };
}

/** What stands under a field: what was missing here, or the server's sentence, where that is about it. */
export function useFaults(problem: unknown) {
  const refused = useProblemText();
  const { t } = useText();
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const faultOf = (field: string): string | undefined => {
    if (missing[field]) return missing[field];
    return namedFields(problem).includes(field) ? (isShownProblem(problem) && problem.kind === 'invalid' ? t(uiMessages.fieldUnfit) : refused(problem)) : undefined;
  };
  return { faultOf, setMissing };
}

const fieldOfCode: Readonly<Record<string, string>> = {
  'unit.notThere': 'on', 'unit.changedLater': 'on', 'unit.overlap': 'on', 'unit.foundedTooLate': 'foundedOn', 'unit.endsBeforeFounding': 'foundedOn',
  'unit.nameMissing': 'name', 'unit.typeUnknown': 'type', 'unit.cycle': 'parent', 'unit.parentNotThere': 'parent', 'unit.outOfReach': 'parent', 'unit.ownParent': 'parent',
  'unit.sameParent': 'parent', 'unit.noParent': 'parent', 'unit.ownRelation': 'other', 'unit.relatedAlready': 'other', 'unit.notRelated': 'on',
};

function namedFields(problem: unknown): readonly string[] {
  if (!isShownProblem(problem)) return [];
  const { field, fields } = problem.data;
  const several = Array.isArray(fields) ? fields.map((one: unknown) => (typeof one === 'object' && one !== null && 'field' in one ? one.field : one)) : [];
  // `facts.name` is the field `name`.
  const named = [field, ...several].filter((name) => typeof name === 'string').map((name) => name.split('.').at(-1) ?? name);
  return [...named, fieldOfCode[problem.code] ?? ''];
}
