/** What of petitions is open at a unit, for the hand-over file of who follows it. */
import { petitionItem } from '../petition.shapes.ts';
import { mostHandedOver, type HandOverPart } from '../../oversight/hand.over.ts';
import { openPetitionsOf } from './petition.reads.ts';

export const openPetitions: HandOverPart = {
  code: 'petitions',
  title: { vi: 'Kiến nghị, đề xuất chưa giải quyết xong', en: 'Open petitions' },
  empty: { vi: 'Không có kiến nghị chưa giải quyết.', en: 'No petition is open.' },
  read: async (ctx, { unitId }) => {
    const found = petitionItem.array().parse(await openPetitionsOf(ctx, { unitIds: [unitId], most: mostHandedOver }));
    return found.map(({ id, text, body, outside, raisedOn, dueOn, isLate }) => ({ text: `${text} (${outside ?? body.name})`, on: raisedOn, dueOn, isLate, href: `/kien-nghi/${id}` }));
  },
};
