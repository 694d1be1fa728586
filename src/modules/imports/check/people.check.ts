/** People: nobody twice. A citizen number belongs to one person; equal name and birth only make one look again. */
import { exactKey } from '../../../platform/text/fold.ts';
import type { PersonRow } from '../format/sheets.ts';
import type { CheckContext } from './context.ts';
import { complain, rowsOf } from './context.ts';

export function checkPeople(context: CheckContext): void {
  const byNumber = new Map<string, PersonRow>();
  const byNameAndBirth = new Map<string, PersonRow>();
  for (const person of rowsOf(context, 'people')) {
    const { row, citizen_no: number } = person;
    const same = number === null ? undefined : firstOf(byNumber, number, person);
    if (same !== undefined) complain(context, { sheet: 'people', row, column: 'citizen_no', code: 'person.citizen_no_twice', data: { other: same.row } });
    const alike = person.birth === null ? undefined : firstOf(byNameAndBirth, `${exactKey(person.full_name)} ${person.birth}`, person);
    // The same ref twice has its own finding.
    if (alike !== undefined && alike.ref !== person.ref) {
      complain(context, { severity: 'warning', sheet: 'people', row, column: 'full_name', code: 'person.alike', value: person.full_name, data: { other: alike.row } });
    }
  }
}

/** The person who came first under the key, if it isn't this one. */
function firstOf(index: Map<string, PersonRow>, key: string, person: PersonRow): PersonRow | undefined {
  const first = index.get(key);
  if (first === undefined) index.set(key, person);
  return first;
}
