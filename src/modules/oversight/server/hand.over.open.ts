/** What of tasks and shortcomings is open at a unit, for the hand-over file. */
import { mayDo } from '../../../access/reach.ts';
import { day } from '../../../platform/day.ts';
import { isOpen } from '../../shortcomings/shortcoming.ts';
import { foundOf } from '../../shortcomings/server/index.ts';
import { openTasksOf } from '../../tasks/server/index.ts';
import { mostHandedOver, type HandOverPart } from '../hand.over.ts';

/** Those without a day. */
const lastOfAll = '9999-12-31';

export const openTasks: HandOverPart = {
  code: 'tasks',
  title: { vi: 'Nhiệm vụ, lời hứa đang thực hiện', en: 'Tasks and promises under way' },
  empty: { vi: 'Không có nhiệm vụ đang thực hiện.', en: 'No task is under way.' },
  read: async (ctx, { bodyIds }) => {
    const found = [];
    for (const bodyId of bodyIds) if (await mayDo(ctx, 'task.read', bodyId)) found.push(...(await openTasksOf(ctx, bodyId, { today: ctx.today, limit: mostHandedOver })));
    return found.toSorted((one, other) => (one.dueOn ?? lastOfAll).localeCompare(other.dueOn ?? lastOfAll)).map(({ id, title, owner, dueOn, isLate }) => ({ text: owner ? `${title} (${owner})` : title, on: null, dueOn, isLate, href: `/viec/${id}` }));
  },
};

export const openShortcomings: HandOverPart = {
  code: 'shortcomings',
  title: { vi: 'Hạn chế, khuyết điểm chưa khắc phục xong', en: 'Open shortcomings' },
  empty: { vi: 'Không có hạn chế, khuyết điểm chưa khắc phục.', en: 'No shortcoming is open.' },
  read: async (ctx, { unitId }) => {
    if (!(await mayDo(ctx, 'shortcoming.read', unitId))) return [];
    const found = await foundOf(ctx, { unitId, personId: null, from: ctx.today, to: ctx.today, most: mostHandedOver });
    return found.filter(isOpen).map(({ id, what, foundOn }) => ({ text: what, on: day(foundOn), dueOn: null, isLate: false, href: `/han-che/${id}` }));
  },
};
