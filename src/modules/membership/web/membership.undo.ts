/**
 * Takes back an act of membership. What brought somebody into the reader's reach may have been just that act: the page
 * then can't be shown any more, and the reader is led back to the list rather than to a page that is not found.
 */
import { ApiProblem, call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { personContract } from '../../people/person.contract.ts';
import { membershipContract } from '../membership.contract.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';

export interface MembershipUndo {
  readonly undo: (actId: string) => Promise<void>;
  readonly busy: boolean;
  readonly problem: unknown;
}

export function useMembershipUndo({ id, fullName }: { readonly id: string; readonly fullName: string }): MembershipUndo {
  const { t } = useText();
  const recording = useRecording<{ readonly actId: string }>();
  const offer = useUndo();
  const go = useGo();
  const undo = async (actId: string) => {
    let isGone = false;
    await recording.mutateAsync(async () => {
      const undone = await call(membershipContract.undo, { actId });
      isGone = await isOutOfReach(id);
      // Before the page is fetched afresh.
      if (isGone) go('/con-nguoi');
      return undone;
    });
    offer({ text: isGone ? t(texts.undoneAway, { name: fullName }) : t(uiMessages.undone) });
  };
  return { undo, busy: recording.isPending, problem: recording.error };
}

/** Whoever has other acts standing is still somewhere; only of others the page itself is asked, which counts as opening it. */
async function isOutOfReach(id: string): Promise<boolean> {
  const { items } = await call(membershipContract.acts, { personId: id });
  if (items.some(({ undoneAt }) => undoneAt === null)) return false;
  return call(personContract.person, { id }).then(() => false, (error: unknown) => error instanceof ApiProblem && error.kind === 'not_found');
}
