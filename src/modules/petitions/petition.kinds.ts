/** The words that petitions are told in: where they come from, how far they have come, what was answered. Pure. */
import type { Text } from '../../platform/contract.ts';

export const sources = ['unit', 'meeting', 'visit', 'resident'] as const;
export type Source = (typeof sources)[number];

export const sourceNames: Readonly<Record<Source, Text>> = {
  unit: { vi: 'Đơn vị kiến nghị', en: 'The unit itself' },
  meeting: { vi: 'Tại cuộc họp', en: 'A meeting' },
  visit: { vi: 'Cán bộ đi cơ sở', en: 'A cadre’s visit' },
  resident: { vi: 'Người dân', en: 'A resident' },
};

/** How a resident brought it. */
export const channels = ['person', 'paper', 'phone'] as const;
export type Channel = (typeof channels)[number];

export const channelNames: Readonly<Record<Channel, Text>> = {
  person: { vi: 'Trực tiếp', en: 'In person' },
  paper: { vi: 'Bằng văn bản', en: 'On paper' },
  phone: { vi: 'Qua điện thoại', en: 'By phone' },
};

export const states = ['received', 'routed', 'accepted', 'answered', 'reopened', 'confirmed', 'withdrawn'] as const;
export type State = (typeof states)[number];

/** As told to whoever holds a slip as well: what was only written down has been taken up by nobody. */
export const stateNames: Readonly<Record<State, Text>> = {
  received: { vi: 'Đã ghi, chờ tiếp nhận', en: 'Recorded, waiting to be taken up' },
  routed: { vi: 'Chờ nhận xử lý', en: 'Waits to be taken up' },
  accepted: { vi: 'Đang xử lý', en: 'Taken up' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  reopened: { vi: 'Đề nghị giải quyết lại', en: 'Reopened' },
  confirmed: { vi: 'Cơ sở đã xác nhận', en: 'Confirmed by the place' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const outcomes = ['settled', 'planned', 'impossible'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeNames: Readonly<Record<Outcome, Text>> = {
  settled: { vi: 'Đã giải quyết', en: 'Settled' },
  planned: { vi: 'Sẽ giải quyết, có thời hạn', en: 'Planned, with a date' },
  impossible: { vi: 'Không giải quyết được, có lý do', en: 'Not possible, with the reason' },
};

export const stepKinds = ['raised', 'corrected', 'routed', 'accepted', 'refused', 'answered', 'confirmed', 'reopened', 'withdrawn', 'grouped', 'ungrouped', 'takenBack'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Levels at which a body decides, the nearest to the place first. */
export const levels = ['commune', 'district', 'province', 'central'] as const;
export type Level = (typeof levels)[number];

export const levelNames: Readonly<Record<Level, Text>> = {
  commune: { vi: 'Cấp xã', en: 'Commune' },
  district: { vi: 'Cấp huyện', en: 'District' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  central: { vi: 'Trung ương', en: 'Central' },
};

/** Kinds of unit that receive, pass on and answer petitions. A department of a government stands in no tree: it is named in words beside its government. */
export const bodyKinds = ['central', 'provincial_party', 'district_party', 'commune_party', 'grassroots_party', 'party_board', 'peoples_committee', 'peoples_council', 'front_committee', 'mass_organisation'] as const;
export type BodyKind = (typeof bodyKinds)[number];
