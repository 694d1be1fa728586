/** Which home an account has, and the places that it may go to from there. Pure. */
import type { Text } from '../../../platform/contract.ts';
import { homeWeb } from '../home.web.messages.ts';

export type HomeKind = 'officer' | 'member' | 'keeper' | 'nobody';

export function homeFor({ mayVisit, isPerson }: { mayVisit: readonly string[]; isPerson: boolean }): HomeKind {
  if (mayVisit.includes('unit.read')) return 'officer';
  if (mayVisit.includes('account.manage')) return 'keeper';
  return isPerson && mayVisit.includes('self.read') ? 'member' : 'nobody';
}

export interface HomePlace {
  readonly to: string;
  readonly needs: string;
  readonly label: Text;
  readonly why: Text;
  /** Opens on a prepared phone without signal. */
  readonly isCarried?: boolean;
}

const PLACES: readonly HomePlace[] = [
  { to: '/sinh-hoat', needs: 'meeting.read', label: homeWeb.toMeetings, why: homeWeb.toMeetingsWhy, isCarried: true },
  { to: '/viec', needs: 'task.read', label: homeWeb.toTasks, why: homeWeb.toTasksWhy, isCarried: true },
  { to: '/can-quan-tam', needs: 'attention.read', label: homeWeb.toAttention, why: homeWeb.toAttentionWhy, isCarried: true },
  { to: '/di-xa', needs: 'member.read', label: homeWeb.toAway, why: homeWeb.toAwayWhy, isCarried: true },
  { to: '/van-ban', needs: 'document.read', label: homeWeb.toDocuments, why: homeWeb.toDocumentsWhy },
  { to: '/to-chuc', needs: 'unit.read', label: homeWeb.toUnits, why: homeWeb.toUnitsWhy },
  { to: '/con-nguoi', needs: 'person.read', label: homeWeb.toPeople, why: homeWeb.toPeopleWhy },
  { to: '/chuc-vu', needs: 'post.read', label: homeWeb.toPosts, why: homeWeb.toPostsWhy },
  { to: '/truong-thon', needs: 'post.read', label: homeWeb.toHeads, why: homeWeb.toHeadsWhy },
  { to: '/so-lieu', needs: 'figure.read', label: homeWeb.toFigures, why: homeWeb.toFiguresWhy },
  { to: '/truong-hop', needs: 'figure.read', label: homeWeb.toCases, why: homeWeb.toCasesWhy },
  { to: '/nhap-du-lieu', needs: 'import.run', label: homeWeb.toImport, why: homeWeb.toImportWhy },
  { to: '/nhat-ky', needs: 'event.read', label: homeWeb.toEvents, why: homeWeb.toEventsWhy },
  { to: '/tai-khoan', needs: 'account.manage', label: homeWeb.toAccounts, why: homeWeb.toAccountsWhy },
  { to: '/buoi-hop-cua-toi', needs: 'self.answer', label: homeWeb.toOwnMeetings, why: homeWeb.toOwnMeetingsWhy },
  { to: '/ho-so-cua-toi', needs: 'self.read', label: homeWeb.toOwn, why: homeWeb.toOwnWhy },
];

/** The own record is only there for the account of a person. */
export function homePlaces({ mayVisit, isPerson }: { mayVisit: readonly string[]; isPerson: boolean }): readonly HomePlace[] {
  return PLACES.filter(({ needs }) => mayVisit.includes(needs) && (!needs.startsWith('self.') || isPerson));
}

/** The same day a month before; the last of that month where it is shorter. */
export function monthBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 2;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return [String(Math.floor(index / 12)).padStart(4, '0'), String((index % 12) + 1).padStart(2, '0'), String(Math.min(date, last)).padStart(2, '0')].join('-');
}
