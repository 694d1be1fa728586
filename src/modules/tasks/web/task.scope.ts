/** Whose tasks the page shows, as the address says: all within reach, one's own, those given to others, those one co-operates in; of one origin, owner or post. */
import { useAskedUnit } from '../../../figures/web/useAskedUnit.ts';
import { useSession } from '../../../shell/session.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { originKinds, originWords } from '../task.origins.ts';
import type { Asked } from './task.tabs.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';

export const SCOPE_PARAM = 'cua';
const ORIGIN_PARAM = 'nguon';
const OWNER_PARAM = 'phuTrach';
const POST_PARAM = 'chucDanh';

export const scopes = ['toi', 'giao', 'phoi-hop'] as const;
type Scope = (typeof scopes)[number];

const scopeNames = { toi: texts.scopeOwn, giao: texts.scopeGiven, 'phoi-hop': texts.scopePartner } as const;

export interface TaskScope {
  readonly asked: Pick<Asked, 'unitId' | 'askedBy' | 'partner' | 'ownerId' | 'ownerPostId' | 'originKind'>;
  /** The unit whose tasks are given, or who answers for which. */
  readonly unitId: string | undefined;
}

export function useTaskScope(): TaskScope {
  const { person } = useSession();
  const filtered = useUnitFilter();
  const { id: unitId } = useAskedUnit();
  const [scope] = useAddressValue(SCOPE_PARAM);
  const [origin] = useAddressValue(ORIGIN_PARAM);
  const [ownerId] = useAddressValue(OWNER_PARAM);
  const [ownerPostId] = useAddressValue(POST_PARAM);
  const kind = originKinds.find((one) => one === origin);
  return { asked: { ...placeOf({ scope: scopes.find((one) => one === scope), filtered, unitId, me: person?.id }), ...(ownerId ? { ownerId } : {}), ...(ownerPostId ? { ownerPostId } : {}), ...(kind ? { originKind: kind } : {}) }, unitId: filtered ?? unitId };
}

interface Places {
  readonly scope: Scope | undefined;
  readonly filtered: string | undefined;
  readonly unitId: string | undefined;
  readonly me: string | undefined;
}

function placeOf({ scope, filtered, unitId, me }: Places): TaskScope['asked'] {
  const under = filtered ? { unitId: filtered } : {};
  if (scope === 'toi' && me) return { ...under, ownerId: me };
  if (scope === 'giao' && unitId) return { askedBy: filtered ?? unitId };
  if (scope === 'phoi-hop' && unitId) return { partner: filtered ?? unitId };
  return under;
}

export function useScopeFilters() {
  const { t } = useText();
  const { person } = useSession();
  const offered = scopes.filter((scope) => scope !== 'toi' || person);
  return [
    { param: SCOPE_PARAM, label: t(texts.scope), single: true, choices: offered.map((id) => ({ id, label: t(scopeNames[id]) })) },
    { param: ORIGIN_PARAM, label: t(texts.origin), single: true, choices: originKinds.map((id) => ({ id, label: t(originWords[id].name) })) },
  ];
}

/** The list narrowed to what one post or person answers for. */
export function answerableHref({ ownerId, ownerPostId, unitId }: { readonly ownerId: string | undefined; readonly ownerPostId: string | undefined; readonly unitId: string }): string {
  const who = ownerPostId ? `${POST_PARAM}=${ownerPostId}` : ownerId ? `${OWNER_PARAM}=${ownerId}` : undefined;
  return `/viec?donVi=${unitId}${who ? `&${who}` : ''}`;
}

export const whoParams = [OWNER_PARAM, POST_PARAM] as const;
