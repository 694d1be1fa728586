/** What lies around a meeting: the other sittings on its topic, and the heads who may be invited to it. */
import { z } from 'zod';
import { query } from '../../platform/contract.ts';
import { postKinds } from '../posts/post.kinds.ts';
import { guestRoles } from './meeting.kinds.ts';
import { meetingId, meetingItem, named, personId } from './meeting.shapes.ts';

export const meetingAroundContract = {
  sittings: query({
    name: 'meetings.sittings',
    path: '/api/meetings/:id/sittings',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    output: z.object({ items: z.array(meetingItem) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Các buổi khác cùng chuyên đề, cùng văn bản học tập', en: 'The other sittings on the same topic' },
  }),
  heads: query({
    name: 'meetings.heads',
    path: '/api/meetings/:id/heads',
    verb: 'meeting.read',
    input: z.strictObject({ id: meetingId }),
    /** Who leads in the villages that the cell leads, and is not on its roll; `role` as which he is invited. */
    output: z.object({ items: z.array(z.object({ personId, fullName: z.string(), post: z.enum(postKinds.map(({ code }) => code)), place: named, role: z.enum(guestRoles) })) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Trưởng thôn, tổ trưởng, trưởng ban Mặt trận, đoàn thể ở nơi chi bộ lãnh đạo', en: 'Heads of the villages that the cell leads, and of the Front and mass organisations there' },
  }),
};
