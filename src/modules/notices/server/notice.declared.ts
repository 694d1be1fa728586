/** All that people are told of, gathered from the modules that own the subjects. A new module adds a line. */
import { attentionNotices } from '../../attention/server/index.ts';
import { cascadeNotices } from '../../cascades/server/index.ts';
import { documentNotices } from '../../documents/server/index.ts';
import { meetingNotices } from '../../meetings/server/index.ts';
import { membershipNotices } from '../../membership/server/index.ts';
import { petitionNotices } from '../../petitions/server/index.ts';
import { taskNotices } from '../../tasks/server/index.ts';
import type { NoticeSource } from './notice.source.ts';

export const noticeSources: readonly NoticeSource[] = [meetingNotices, taskNotices, membershipNotices, documentNotices, cascadeNotices, petitionNotices, attentionNotices];
