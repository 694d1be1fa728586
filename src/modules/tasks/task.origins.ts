/** From what a task comes. A module whose things oblige somebody adds its kind here, where it is read to `server/origin.reads.ts`. Pure. */
import type { Text } from '../../platform/contract.ts';
import type { Id } from '../../platform/ids.ts';

export const originKinds = ['meeting', 'clause', 'shortcoming', 'document', 'review', 'petition', 'visit', 'unit'] as const;
export type OriginKind = (typeof originKinds)[number];

export interface Origin {
  readonly kind: OriginKind;
  readonly id: Id<OriginKind>;
}

interface OriginWords {
  readonly name: Text;
  /** Its page; without one it is told and not led to. */
  readonly href?: string;
}

export const originWords: Readonly<Record<OriginKind, OriginWords>> = {
  meeting: { name: { vi: 'Buổi họp', en: 'Meeting' }, href: '/sinh-hoat/{id}' },
  clause: { name: { vi: 'Nội dung của văn bản', en: 'Clause of a document' } },
  shortcoming: { name: { vi: 'Hạn chế, khuyết điểm', en: 'Shortcoming' }, href: '/han-che/{id}' },
  document: { name: { vi: 'Văn bản', en: 'Document' }, href: '/van-ban/{id}' },
  review: { name: { vi: 'Kiểm điểm', en: 'Review' } },
  petition: { name: { vi: 'Kiến nghị', en: 'Petition' }, href: '/kien-nghi/{id}' },
  visit: { name: { vi: 'Chuyến đi cơ sở', en: 'Visit' }, href: '/bam-co-so/tham/{id}' },
  /** Given without anything else: by that unit. */
  unit: { name: { vi: 'Giao trực tiếp', en: 'Given directly' } },
};

export function originHref({ kind, id }: Origin): string | undefined {
  return originWords[kind].href?.replace('{id}', id);
}
