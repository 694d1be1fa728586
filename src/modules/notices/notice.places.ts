/** Where the thing that a notice is about is opened. Pure. */
import type { NoticeKind } from './notice.ts';

interface About {
  readonly facts: { readonly opens?: boolean | undefined };
  readonly subjectId: string;
}

/** Null where the reader has no page of it: the notice itself then says all. */
export function hrefOf(kind: NoticeKind, { facts: { opens = false }, subjectId }: About): string | null {
  switch (kind) {
    case 'meeting.called':
    case 'meeting.postponed':
    case 'meeting.cancelled':
      return opens ? `/sinh-hoat/${subjectId}` : '/buoi-hop-cua-toi';
    case 'meeting.leaveAsked':
      return opens ? `/sinh-hoat/${subjectId}` : null;
    case 'task.given':
    case 'task.reported':
    case 'task.givenBack':
      return opens ? `/viec/${subjectId}` : null;
    case 'member.announced':
      return opens ? `/con-nguoi/${subjectId}` : null;
    case 'document.sent':
    case 'document.passedDown':
      return opens ? `/van-ban/${subjectId}` : null;
    case 'petition.came':
    case 'petition.answered':
      return opens ? `/kien-nghi/${subjectId}` : null;
    case 'attention.new':
      return '/can-quan-tam';
  }
}
