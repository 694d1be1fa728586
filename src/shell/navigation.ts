/** The places of the frame, in their order. One is shown when its page exists and the account holds its verb. */
import {
  IconBellRinging, IconBuildingCommunity, IconCalendarUser, IconChartBar, IconChecklist, IconClipboardText, IconDeviceMobileUp, IconFileImport, IconFiles, IconFileText, IconGavel, IconHistory, IconHome, IconKey, IconListCheck, IconMapPin, IconMedal, IconMessageReport, IconPlane,
  IconRoute, IconScale, IconUserCheck, IconUserCog, IconUserEdit, IconUserExclamation, IconUserStar, IconUsers, IconUsersGroup, IconZoomExclamation, type TablerIcon,
} from '@tabler/icons-react';
import type { Text } from '../platform/contract.ts';
import type { PageRoute } from './page.ts';
import { shellMessages } from './shell.messages.ts';
import { syncMessages } from './sync.messages.ts';

export interface Place {
  readonly to: string;
  readonly label: Text;
  /** Where the label has no room: by the thumb. */
  readonly short?: Text;
  readonly icon: TablerIcon;
  readonly needs?: string;
  /** Where pages of this place have addresses of their own: `/don-vi/…` belongs to `/to-chuc`. */
  readonly within?: string;
  /** Concerns the person who is signed in: shown only where the account is somebody's. */
  readonly isOwn?: boolean;
  /** Opens on a prepared phone without signal. */
  readonly isCarried?: boolean;
  /** Stands apart, below the daily places. */
  readonly isOffice?: boolean;
}

const PLACES: readonly Place[] = [
  { to: '/', label: shellMessages.home, icon: IconHome, isCarried: true },
  { to: '/viec', label: shellMessages.tasks, icon: IconListCheck, isCarried: true },
  { to: '/can-quan-tam', label: shellMessages.attention, short: shellMessages.attentionShort, icon: IconBellRinging, isCarried: true },
  { to: '/to-chuc', label: shellMessages.units, icon: IconBuildingCommunity, within: '/don-vi' },
  { to: '/con-nguoi', label: shellMessages.people, short: shellMessages.peopleShort, icon: IconUsers },
  { to: '/di-xa', label: shellMessages.away, icon: IconPlane, isCarried: true },
  { to: '/chuc-vu', label: shellMessages.posts, icon: IconUserStar },
  { to: '/truong-thon', label: shellMessages.heads, icon: IconUserCheck },
  { to: '/sinh-hoat', label: shellMessages.meetings, icon: IconUsersGroup, isCarried: true },
  { to: '/buoi-hop-cua-toi', label: shellMessages.ownMeetings, icon: IconCalendarUser, isOwn: true },
  { to: '/van-ban', label: shellMessages.documents, icon: IconFiles },
  { to: '/kiem-diem', label: shellMessages.reviews, icon: IconClipboardText },
  { to: '/kiem-diem-cua-toi', label: shellMessages.ownReviews, icon: IconUserEdit, isOwn: true },
  { to: '/han-che', label: shellMessages.shortcomings, icon: IconZoomExclamation },
  { to: '/han-che-cua-toi', label: shellMessages.ownShortcomings, icon: IconUserExclamation, isOwn: true },
  { to: '/xep-loai', label: shellMessages.ratings, icon: IconMedal },
  { to: '/xep-loai-cua-toi', label: shellMessages.ownRatings, icon: IconMedal, isOwn: true },
  { to: '/nghi-quyet', label: shellMessages.resolutions, icon: IconChecklist },
  { to: '/bam-co-so', label: shellMessages.oversight, icon: IconRoute },
  { to: '/bam-co-so/tham', label: shellMessages.visits, icon: IconMapPin, isCarried: true },
  { to: '/danh-gia-cua-toi', label: shellMessages.ownEvaluations, icon: IconUserStar, isOwn: true },
  { to: '/kien-nghi', label: shellMessages.petitions, icon: IconMessageReport, isCarried: true },
  { to: '/so-lieu', label: shellMessages.figures, icon: IconChartBar },
  { to: '/truong-hop', label: shellMessages.cases, icon: IconScale },
  { to: '/bao-cao', label: shellMessages.reports, icon: IconFileText },
  { to: '/nhap-du-lieu', label: shellMessages.imports, icon: IconFileImport, isOffice: true },
  { to: '/nhan-tep', label: syncMessages.deliver, icon: IconDeviceMobileUp, needs: 'import.run', isOffice: true },
  { to: '/nhat-ky', label: shellMessages.events, icon: IconHistory, isOffice: true },
  { to: '/tai-khoan', label: shellMessages.accounts, icon: IconUserCog, isOffice: true },
  { to: '/phan-quyen', label: shellMessages.roles, icon: IconKey, isOffice: true },
  { to: '/quy-dinh', label: shellMessages.rules, icon: IconGavel, isOffice: true },
];

/** A place without a verb of its own asks for that of its page. */
export function placesFor({ routes, mayVisit, isPerson }: { routes: readonly Pick<PageRoute, 'path' | 'needs'>[]; mayVisit: readonly string[]; isPerson: boolean }): readonly Place[] {
  return PLACES.filter((place) => {
    const page = routes.find((route) => route.path === place.to);
    const needs = place.needs ?? page?.needs;
    return page !== undefined && (isPerson || !place.isOwn) && (needs === undefined || mayVisit.includes(needs));
  });
}

/** What a cell does every week comes first by the thumb; whoever has less of it gets the first of what there is. */
const DAILY = ['/viec', '/sinh-hoat', '/to-chuc'];

/** And one more of whoever does this there: the first that he may. */
const OWN_WORK = [{ to: '/kien-nghi', verb: 'petition.confirm' }, { to: '/bam-co-so/tham', verb: 'visit.record' }];

export function placesByThumb(places: readonly Place[], mayVisit: readonly string[] = []): { near: readonly Place[]; far: readonly Place[] } {
  const daily = DAILY.flatMap((to) => places.find((place) => place.to === to) ?? []);
  const usual = [...daily, ...places.filter((place) => !daily.includes(place))].slice(0, DAILY.length);
  const own = OWN_WORK.flatMap(({ to, verb }) => (mayVisit.includes(verb) ? (places.find((place) => place.to === to) ?? []) : [])).slice(0, 1);
  const near = [...usual, ...own.filter((place) => !usual.includes(place))];
  return { near, far: places.filter((place) => !near.includes(place)) };
}

/** Without a connection only what a prepared and opened phone carries can be shown. */
export function needsNetwork({ isCarried = false }: Pick<Place, 'isCarried'>, { isReachable, isPhoneOpen }: { isReachable: boolean; isPhoneOpen: boolean }): boolean {
  return !isReachable && !(isCarried && isPhoneOpen);
}

/** Whether the account holds the verb of the page with just this path; an address that is no page of its own is open. */
export function mayOpen(href: string, { routes, mayVisit }: { routes: readonly Pick<PageRoute, 'path' | 'needs'>[]; mayVisit: readonly string[] }): boolean {
  const needs = routes.find(({ path }) => path === href.split(/[?#]/, 1)[0])?.needs;
  return needs === undefined || mayVisit.includes(needs);
}

/** The place that an address belongs to: the longest that begins it. */
export function activePlace(places: readonly Place[], path: string): Place | undefined {
  return places
    .filter((place) => path === place.to || [place.to, place.within].some((begin) => begin !== undefined && begin !== '/' && path.startsWith(`${begin}/`)))
    .toSorted((one, other) => other.to.length - one.to.length)[0];
}
