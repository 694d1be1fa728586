/** The first words of a report, out of the facts of its period: in Vietnamese, as it is read. What is written on is the cadre's. Pure. */
import { doneAt, reportSections, type PlaceFacts, type ReportSection, type ReportTexts } from './report.ts';
import { visitKindNames, visitKinds } from './visit.kinds.ts';

export function draftOf(facts: readonly PlaceFacts[]): ReportTexts {
  return {
    done: facts.map(doneInWords).join('\n'),
    situation: facts.filter(({ heard }) => heard.length > 0).map(({ unit, heard }) => `${unit}: ${heard.join('; ')}.`).join('\n'),
    difficulties: facts.flatMap(behindAt).join('\n'),
    proposals: facts.filter(({ petitions }) => petitions.raised > 0).map(({ unit, petitions }) => `${unit}: đã chuyển ${petitions.raised} kiến nghị, ${petitions.answered} kiến nghị đã được trả lời.`).join('\n'),
    plan: facts.filter(({ promises }) => promises.open > 0).map(({ unit, promises }) => `${unit}: hoàn thành ${promises.open} việc đã hứa còn lại.`).join('\n'),
  };
}

const blank = '…';
const endsInBlank = new RegExp(`:\\s*${blank}[\\s.;]*$`, 'mu');

/** Where a line still ends in a blank that the draft left to the cadre. */
export function sectionsWithBlanks(texts: ReportTexts): ReportSection[] {
  return reportSections.filter((section) => endsInBlank.test(texts[section]));
}

function doneInWords({ unit, visits, promises }: PlaceFacts): string {
  const kinds = visitKinds.filter((kind) => (visits[kind] ?? 0) > 0).map((kind) => `${lowered(visitKindNames[kind].vi)} ${visits[kind]} lần`);
  const kept = promises.due > 0 ? ` Việc đã hứa đến hạn: ${promises.due}, đã làm đúng hạn: ${promises.kept}.` : '';
  return kinds.length === 0 ? `${unit}: trong kỳ chưa đến được.${kept}` : `${unit}: ${kinds.join(', ')}.${kept}`;
}

function behindAt({ unit, isMet, owed, ...place }: PlaceFacts): string[] {
  if (isMet) return [];
  const done = doneAt(place);
  const missing = [
    lacking(owed.visits, done.visits, 'lần đi cơ sở'), lacking(owed.cellMeetings, done.cellMeetings, 'lần dự sinh hoạt chi bộ'), lacking(owed.committeeMeetings, done.committeeMeetings, 'lần dự họp cấp ủy'),
  ].filter((one) => one !== undefined);
  return [`${unit}: còn thiếu ${missing.join(', ')} so với quy chế; lý do: ${blank}`];
}

function lacking(owed: number | null, done: number, what: string): string | undefined {
  return owed !== null && done < owed ? `${owed - done} ${what}` : undefined;
}

function lowered(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}
