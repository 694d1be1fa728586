/** What needs attention, on a phone without signal. */
import { dayIn } from '../../../platform/day.ts';
import type { OfflineModule } from '../../../sync/phone/phone.ts';
import { shaped } from '../../../sync/phone/pages.ts';
import { attentionContract } from '../attention.contract.ts';
import { attentionActs, attentionAnswers, attentionStands } from '../attention.offline.ts';

const shapes = new Map(Object.values(attentionContract).map(({ name, input }) => [name, input]));

export const attentionOffline: OfflineModule = {
  answers: attentionAnswers,
  acts: attentionActs,
  complete: (procedure, input) => (procedure in attentionActs ? shaped(shapes.get(procedure), input) : undefined),
  stands: (command, replica) => attentionStands(command, replica, dayIn(new Date())),
  about: (procedure, input: { readonly unitId: string }) => (procedure in attentionActs ? { type: 'attention', id: input.unitId } : undefined),
};
