/** The people of the unit and of all under it: the first of them, and the way to the whole list with its filters. */
import type { z } from 'zod';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { personContract } from '../../people/person.contract.ts';
import { personTexts } from '../../people/person.messages.ts';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { postName } from '../../posts/web/post.words.ts';

type Person = z.output<typeof personContract.list.output>['items'][number];
type PeopleAsked = z.input<typeof personContract.count.input>;

const FIRST = 20;

/** A Party organisation has members; elsewhere people hold posts, members or not. */
export function UnitMembers({ unit, isParty }: { readonly unit: UnitPage; readonly isParty: boolean }) {
  const { t, number, day: written } = useText();
  const { day } = useAsOf();
  const asked: PeopleAsked = { unitId: unit.id, asOf: day, ...(isParty ? { status: ['full', 'probationary'] } : {}) };
  const { data, error, refetch } = useProcedure(personContract.list, { ...asked, limit: FIRST });
  const { data: count } = useProcedure(personContract.count, asked, { enabled: data !== undefined });
  const columns = useColumns(unit.kind === 'cell');
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const words = count && t(count.exact ? unitTexts.people : unitTexts.peopleOver, { count: number(count.atLeast) });
  const list = `/con-nguoi?donVi=${unit.id}${isParty ? '&dang-vien=full&dang-vien=probationary' : ''}`;
  return (
    <DataTable
      label={t(isParty ? unitTexts.membersHere : unitTexts.peopleHere)}
      columns={columns}
      rows={data?.items}
      rowId={({ id }) => id}
      rowName={({ fullName }) => fullName}
      rowHref={({ id }) => `/con-nguoi/${id}`}
      countText={words || undefined}
      tools={<Act href={list}>{t(isParty ? unitTexts.openMembers : unitTexts.openPeople)}</Act>}
      empty={<EmptyState title={t(unitTexts.noMembersTitle)} why={t(unitTexts.noMembersWhy, { day: written(day) })} importHref="/nhap-du-lieu" />}
    />
  );
}

/** In a cell all are of that cell: what they do there says more. */
function useColumns(isCell: boolean): readonly Column<Person>[] {
  const { t, language } = useText();
  return [
    { id: 'name', title: t(personTexts.fullName), cell: (person) => person.fullName, priority: 1 },
    { id: 'status', title: t(personTexts.status), cell: ({ status }) => t(personTexts[`status.${status}`]), priority: 2 },
    ...(isCell ? [] : [{ id: 'cell', title: t(personTexts.cell), cell: ({ cell }: Person) => cell?.name ?? '–', priority: 2 as const }]),
    { id: 'posts', title: t(personTexts.posts), cell: ({ posts }) => posts.map((post) => postName(post, language)).join('; ') || '–', priority: isCell ? 2 : 3 },
  ];
}
