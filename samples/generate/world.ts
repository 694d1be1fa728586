// What the generator builds up: the rows of the files, held by type until they are written.
// Units, posts and people are entered through the functions of their own files, never pushed from a place.

export type UnitVersion = {
  ref: string;
  name: string;
  shortName: string;
  kind: string;
  type: string;
  rank: string;
  code: string;
  partyParent: string;
  territoryParent: string;
  governmentParent: string;
  frontParent: string;
  from: string;
  to: string;
  population: number | '';
  households: number | '';
  area: number | '';
  ownOffice: '' | 'yes' | 'no';
  decision: string;
  note: string;
};

export type UnitRelation = {
  unit: string;
  relation: 'leads' | 'belongs_to' | 'governs';
  other: string;
  from: string;
  to: string;
  decision: string;
};

export type Lineage = {
  predecessor: string;
  successor: string;
  on: string;
  share: 'whole' | 'part';
  decision: string;
};

export type Person = {
  ref: string;
  name: string;
  sex: 'male' | 'female';
  birth: string;
  phone: string;
  email: string;
  citizenNo: string;
  membershipNo: string;
  education: string;
  qualification: string;
  politicalTheory: string;
  /** Empty while the person is not a member of the Party. */
  admittedOn: string;
  recognisedOn: string;
};

export type MembershipRecord = {
  person: Person;
  record: 'placement' | 'temporary' | 'exemption' | 'away' | 'end';
  cell: string;
  from: string;
  to: string;
  inReason: '' | 'admission' | 'transfer_in' | 'internal' | 'initial';
  outReason: '' | 'transfer_out' | 'internal' | 'end';
  endReason: '' | 'transferred_out' | 'removed' | 'let_go' | 'expelled' | 'died';
  place: string;
  withLeave: '' | 'yes' | 'no';
  contact: string;
  contactedOn: string;
  contactDueOn: string;
  assignedWork: string;
  decision: string;
};

export type Post = {
  ref: string;
  unit: string;
  kind: string;
  title: string;
  seats: number;
  from: string;
  to: string;
};

export type Tenure = {
  person: Person;
  post: string;
  from: string;
  to: string;
  how: 'elected' | 'appointed' | 'acting';
  endReason: string;
  decision: string;
};

/** Who was expected and is not named was present. */
export type Exception = {
  person: Person;
  mark: 'present' | 'online' | 'excused' | 'absent';
  reason: '' | 'duty' | 'study' | 'away' | 'personal' | 'other';
};

export type Guest = {
  person: Person;
  name: string;
  role: 'head' | 'mass_head' | 'assigned' | 'superior' | 'other';
  present: boolean;
};

export type Meeting = {
  ref: string;
  unit: string;
  kind: 'regular' | 'thematic' | 'study';
  extended: boolean;
  on: string;
  starts: string;
  ends: string;
  place: string;
  topic: string;
  /** Ref of the first sitting on the topic. */
  series: string;
  /** Empty while the minutes are not adopted. */
  adoptedOn: string;
  score: number | '';
  exceptions: readonly Exception[];
  guests: readonly Guest[];
  agenda: readonly string[];
};

export type IssuedDocument = {
  unit: string;
  type: 'NQ' | 'CT' | 'QC' | 'KH' | 'CTr' | 'TB';
  number: number;
  symbol: string;
  issuer: string;
  term: string;
  summary: string;
  on: string;
  /** Empty: no end is set. */
  to: string;
  reviewDueOn: string;
  regulates: '' | 'working' | 'coordination';
  carriesOut: readonly { unit: string; symbol: string }[];
  signer: string;
  signerPost: string;
};

/** What a unit was given to do. */
export type GivenTask = {
  unit: string;
  askedBy: string;
  title: string;
  detail: string;
  givenOn: string;
  dueOn: string;
  /** Ref of a person; empty where nobody alone answers. */
  owner: string;
  state: 'open' | 'done' | 'dropped';
  settledOn: string;
  note: string;
  /** Symbol in the register of the unit that asked. */
  document: string;
};

export type NotedShortcoming = {
  unit: string;
  ref: string;
  raisedBy: string;
  foundIn: 'review' | 'suggestion';
  foundOn: string;
  source: string;
  topic: string;
  what: string;
  cause: string;
  measure: string;
  dueOn: string;
  reportedOn: string;
  result: string;
  confirmedOn: string;
  proofs: readonly ShortcomingProof[];
};

/** A figure of the system before and after, or a number that the press printed. */
export type ShortcomingProof =
  | { figure: string; target: number; before: readonly [string, string]; after: readonly [string, string] }
  | { title: string; measuredIn: string; target: number | ''; after: number; when: string; source: string };

export type RatedYear = {
  unit: string;
  year: number;
  level: 'exemplary' | 'excellent' | 'good' | 'fulfilled' | 'notFulfilled';
  document: string;
  decidedOn: string;
};

/** What one tier of cadres owes under a regulation of oversight. */
export type RegulatedTier = {
  unit: string;
  title: string;
  tier: 'standingBoard' | 'committee' | 'head' | 'deputy' | 'other';
  follows: string;
  from: string;
  to: string;
  mostUnits: number | '';
  visits: number | '';
  cellMeetings: number | '';
  committeeMeetings: number | '';
  months: number | '';
};

export type FollowedUnit = {
  /** Whose regulation it is. */
  unit: string;
  regulation: string;
  followed: string;
  person: Person;
  tier: RegulatedTier['tier'];
  decision: string;
  from: string;
  to: string;
  endReason: '' | 'transferred' | 'retired' | 'leftPost' | 'reorganised' | 'regulationEnded';
};

export type RaisedPetition = {
  unit: string;
  ref: string;
  source: 'unit' | 'meeting' | 'visit' | 'resident';
  topic: string;
  text: string;
  people: number | '';
  raisedOn: string;
  body: string;
  outside: string;
  routedOn: string;
  moves: number | '';
  answeredOn: string;
  outcome: '' | 'settled' | 'planned' | 'impossible';
  answer: string;
  plannedOn: string;
  reopenedOn: string;
  reason: string;
  confirmedOn: string;
};

export type Visit = {
  unit: string;
  ref: string;
  person: Person;
  on: string;
  kind: 'cellMeeting' | 'committeeMeeting' | 'residentsMeeting' | 'field' | 'household';
  met: string;
  place: string;
  topic: string;
  heard: string;
  advice: string;
  promise: string;
  promiseDue: string;
  promiseKeptOn: string;
};

export type CadreReport = {
  unit: string;
  person: Person;
  from: string;
  to: string;
  handedOn: string;
  done: string;
  difficulties: string;
  proposals: string;
  readOn: string;
  comment: string;
};

export type World = {
  units: Map<string, UnitVersion[]>;
  relations: UnitRelation[];
  lineage: Lineage[];
  people: Person[];
  memberships: Map<Person, MembershipRecord[]>;
  posts: Map<string, Post>;
  tenures: Tenure[];
  meetings: Meeting[];
  documents: IssuedDocument[];
  shortcomings: NotedShortcoming[];
  petitions: RaisedPetition[];
  tasks: GivenTask[];
  ratings: RatedYear[];
  regulations: RegulatedTier[];
  followed: FollowedUnit[];
  visits: Visit[];
  reports: CadreReport[];
};

export function createWorld(): World {
  return {
    units: new Map(),
    relations: [],
    lineage: [],
    people: [],
    memberships: new Map(),
    posts: new Map(),
    tenures: [],
    meetings: [],
    documents: [],
    shortcomings: [],
    petitions: [],
    tasks: [],
    ratings: [],
    regulations: [],
    followed: [],
    visits: [],
    reports: [],
  };
}
