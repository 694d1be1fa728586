/** The filters of the list of people between the address and the server. Pure. */
import type { z } from 'zod';
import { postKinds } from '../../posts/post.kinds.ts';
import { memberMarks, memberStatuses, type personContract } from '../person.contract.ts';
import { sexes } from '../person.ts';

export const params = { search: 'tim', status: 'dangVien', mark: 'ghiChu', sex: 'gioiTinh', post: 'chucVu', age: 'tuoi' } as const;

/** The usual bands; any other `from-to` in the address is understood as well. */
export const ageBands = ['-29', '30-39', '40-49', '50-59', '60-'] as const;

export type PeopleAsked = Omit<z.input<typeof personContract.list.input>, 'cursor' | 'limit'>;

interface Address {
  readonly search: string | undefined;
  readonly unitId: string | undefined;
  readonly values: (param: string) => readonly string[];
  readonly asOf: string;
}

/** What the address asks for; words that mean nothing are passed over. */
export function peopleAsked({ search, unitId, values, asOf }: Address): PeopleAsked {
  const status = known(values(params.status), memberStatuses);
  const mark = known(values(params.mark), memberMarks);
  const post = known(values(params.post), postKinds.map(({ code }) => code));
  const [sex] = known(values(params.sex), sexes);
  return {
    asOf,
    ...(search ? { q: search } : {}),
    ...(unitId ? { unitId } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(mark.length > 0 ? { mark } : {}),
    ...(post.length > 0 ? { post } : {}),
    ...(sex ? { sex } : {}),
    ...agesOf(values(params.age)[0]),
  };
}

export function isNarrowed(asked: PeopleAsked): boolean {
  return Object.keys(asked).length > 1;
}

export function agesOf(band: string | undefined): { ageFrom?: number; ageTo?: number } {
  const parts = /^(\d{1,3})?-(\d{1,3})?$/.exec(band ?? '');
  const [, from, to] = parts ?? [];
  return { ...(from ? { ageFrom: Number(from) } : {}), ...(to ? { ageTo: Number(to) } : {}) };
}

function known<T extends string>(values: readonly string[], all: readonly T[]): T[] {
  return all.filter((one) => values.includes(one));
}
