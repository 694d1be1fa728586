// The files of the import format, as text. Rows come out in the order in which they were made, so that
// the same seed gives the same bytes.

import type { MembershipRecord, Person, World } from './world.ts';

export function writeFiles(world: World): Map<string, string> {
  return new Map([
    ['units.csv', units(world)],
    ['unit_relations.csv', relations(world)],
    ['lineage.csv', lineage(world)],
    ['people.csv', people(world)],
    ['memberships.csv', memberships(world)],
    ['posts.csv', posts(world)],
    ['tenures.csv', tenures(world)],
    ['meetings.csv', meetings(world)],
    ['attendance.csv', attendance(world)],
    ['guests.csv', guests(world)],
    ['agenda.csv', agenda(world)],
    ['documents.csv', documents(world)],
    ['tasks.csv', tasks(world)],
    ['shortcomings.csv', shortcomings(world)],
    ['shortcoming_proofs.csv', shortcomingProofs(world)],
    ['petitions.csv', petitions(world)],
    ['ratings.csv', ratings(world)],
    ['oversight_regulations.csv', regulations(world)],
    ['oversight.csv', followed(world)],
    ['visits.csv', visits(world)],
    ['reports.csv', reports(world)],
  ]);
}

type Cell = string | number;

function units(world: World): string {
  const head = 'ref,name,short_name,kind,type,rank,code,party_parent,territory_parent,government_parent,front_parent,from,to,population,households,area_km2,own_office,decision,note';
  return table(head, [...world.units.values()].flat().map((unit) => [
    unit.ref, unit.name, unit.shortName, unit.kind, unit.type, unit.rank, unit.code,
    unit.partyParent, unit.territoryParent, unit.governmentParent, unit.frontParent, unit.from, unit.to,
    unit.population, unit.households, unit.area, unit.ownOffice, unit.decision, unit.note,
  ]));
}

function relations(world: World): string {
  return table('unit,relation,other,from,to,decision', world.relations.map((row) => [
    row.unit, row.relation, row.other, row.from, row.to, row.decision,
  ]));
}

function lineage(world: World): string {
  return table('predecessor,successor,on,share,decision', world.lineage.map((row) => [
    row.predecessor, row.successor, row.on, row.share, row.decision,
  ]));
}

function people(world: World): string {
  const head = 'ref,full_name,sex,birth,phone,email,citizen_no,membership_no,education,qualification,political_theory,generated';
  return table(head, world.people.map((person) => [
    person.ref, person.name, person.sex, person.birth, person.phone, person.email, person.citizenNo,
    isMember(world, person) ? person.membershipNo : '', person.education, person.qualification, person.politicalTheory, 'yes',
  ]));
}

/** Only members have a number of membership. */
function isMember(world: World, person: Person): boolean {
  return (world.memberships.get(person)?.length ?? 0) > 0;
}

function memberships(world: World): string {
  const head = 'person,record,cell,from,to,admitted_on,recognised_on,in_reason,out_reason,end_reason,place,with_leave,contact,contacted_on,contact_due_on,assigned_work,decision';
  return table(head, [...world.memberships.values()].map(inOrder).flatMap((rows) => rows.map((row, index) => {
    const { admittedOn, recognisedOn } = row.person;
    return [
      row.person.ref, row.record, row.cell, row.from, row.to,
      // The days of admission and recognition stand once, on the person's first row.
      index === 0 ? admittedOn : '', index === 0 ? recognisedOn : '',
      row.inReason, row.outReason, row.endReason, row.place, row.withLeave, row.contact, row.contactedOn, row.contactDueOn, row.assignedWork, row.decision,
    ];
  })));
}

/** A life in the Party from its first placement to its end. */
function inOrder(rows: readonly MembershipRecord[]): MembershipRecord[] {
  const kinds = ['placement', 'temporary', 'exemption', 'away', 'end'];
  const key = (row: MembershipRecord): string => `${row.from} ${kinds.indexOf(row.record)}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function posts(world: World): string {
  return table('ref,unit,kind,title,seats,from,to', [...world.posts.values()].map((post) => [
    post.ref, post.unit, post.kind, post.title, post.seats, post.from, post.to,
  ]));
}

function tenures(world: World): string {
  return table('person,post,from,to,how,end_reason,decision', world.tenures.map((row) => [
    row.person.ref, row.post, row.from, row.to, row.how, row.endReason, row.decision,
  ]));
}

function meetings(world: World): string {
  return table('ref,unit,kind,extended,on,starts,ends,place,topic,series,minutes_adopted_on,score', world.meetings.map((row) => [
    row.ref, row.unit, row.kind, row.extended ? 'yes' : '', row.on, row.starts, row.ends, row.place, row.topic, row.series, row.adoptedOn, row.score,
  ]));
}

function attendance(world: World): string {
  return table('meeting,person,mark,reason', world.meetings.flatMap(({ ref, exceptions }) => exceptions.map(({ person, mark, reason }) => [ref, person.ref, mark, reason])));
}

function guests(world: World): string {
  return table('meeting,name,role,person,present', world.meetings.flatMap(({ ref, guests: invited }) => invited.map(({ name, role, person, present }) => [ref, name, role, person.ref, present ? 'yes' : 'no'])));
}

function agenda(world: World): string {
  return table('meeting,position,title', world.meetings.flatMap(({ ref, agenda: points }) => points.map((title, index) => [ref, index + 1, title])));
}

function documents(world: World): string {
  const head = 'unit,symbol,issuer,term,summary,issued_on,valid_to,review_due_on,regulates,carries_out,carries_out_unit,signer,signer_post';
  return table(head, world.documents.map((row) => [
    row.unit, row.symbol, row.issuer, row.term, row.summary, row.on, row.to, row.reviewDueOn, row.regulates,
    row.carriesOut.map(({ symbol }) => symbol).join('; '), row.carriesOut.map(({ unit }) => unit).join('; '), row.signer, row.signerPost,
  ]));
}

function tasks(world: World): string {
  return table('unit,title,given_on,asked_by,due_on,owner,detail,state,settled_on,note,document', world.tasks.map((row) => [
    row.unit, row.title, row.givenOn, row.askedBy, row.dueOn, row.owner, row.detail, row.state, row.settledOn, row.note, row.document,
  ]));
}

function shortcomings(world: World): string {
  const head = 'unit,ref,raised_by,found_in,found_on,source,topic,what,cause,measure,due_on,reported_on,result,confirmed_on';
  return table(head, world.shortcomings.map((row) => [
    row.unit, row.ref, row.raisedBy, row.foundIn, row.foundOn, row.source, row.topic, row.what, row.cause, row.measure, row.dueOn, row.reportedOn, row.result, row.confirmedOn,
  ]));
}

function petitions(world: World): string {
  const head = 'unit,ref,source,topic,text,people_behind,raised_on,body,outside,routed_on,moves,answered_on,outcome,answer,planned_on,reopened_on,reason,confirmed_on';
  return table(head, world.petitions.map((row) => [
    row.unit, row.ref, row.source, row.topic, row.text, row.people, row.raisedOn, row.body, row.outside, row.routedOn, row.moves, row.answeredOn, row.outcome, row.answer, row.plannedOn, row.reopenedOn, row.reason, row.confirmedOn,
  ]));
}

function shortcomingProofs(world: World): string {
  const head = 'unit,shortcoming,figure,title,measured_in,target,before_from,before_to,after_from,after_to,before,before_when,before_source,after,after_when,after_source';
  return table(head, world.shortcomings.flatMap(({ unit, ref, proofs }) => proofs.map((proof) => 'figure' in proof
    ? [unit, ref, proof.figure, '', '', proof.target, ...proof.before, ...proof.after, '', '', '', '', '', '']
    : [unit, ref, '', proof.title, proof.measuredIn, proof.target, '', '', '', '', '', '', '', proof.after, proof.when, proof.source])));
}

function ratings(world: World): string {
  return table('unit,person,year,level,points,document,decided_on', world.ratings.map((row) => [row.unit, '', row.year, row.level, '', row.document, row.decidedOn]));
}

function regulations(world: World): string {
  const head = 'unit,title,tier,follows,from,to,most_units,visits_per_quarter,cell_meetings_per_year,committee_meetings_per_year,report_every_months';
  return table(head, world.regulations.map((row) => [row.unit, row.title, row.tier, row.follows, row.from, row.to, row.mostUnits, row.visits, row.cellMeetings, row.committeeMeetings, row.months]));
}

function visits(world: World): string {
  const head = 'unit,ref,person,on,kind,met,spot,topic,heard,advice,promise,promise_due,promise_kept_on';
  return table(head, world.visits.map((row) => [row.unit, row.ref, row.person.ref, row.on, row.kind, row.met, row.place, row.topic, row.heard, row.advice, row.promise, row.promiseDue, row.promiseKeptOn]));
}

function reports(world: World): string {
  return table('unit,person,from,to,handed_on,done,difficulties,proposals,read_on,comment', world.reports.map((row) => [row.unit, row.person.ref, row.from, row.to, row.handedOn, row.done, row.difficulties, row.proposals, row.readOn, row.comment]));
}

function followed(world: World): string {
  return table('unit,regulation,followed,person,tier,decision,from,to,end_reason', world.followed.map((row) => [row.unit, row.regulation, row.followed, row.person.ref, row.tier, row.decision, row.from, row.to, row.endReason]));
}

function table(head: string, rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows.map((row) => row.map(quote).join(','))].join('\n') + '\n';
}

function quote(value: Cell): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
