/** In which order and under which heading the figures stand. A figure that nobody placed stands under its last heading. */
import type { Text } from '../../platform/contract.ts';
import type { FigureItem } from '../figures.contract.ts';
import { figuresWeb } from './figures.web.messages.ts';

const GROUPS: readonly { readonly id: string; readonly title: Text; readonly holds: (id: string) => boolean }[] = [
  { id: 'members', title: figuresWeb.groupMembers, holds: (id) => id.startsWith('members') },
  { id: 'meetings', title: figuresWeb.groupMeetings, holds: (id) => /^(meetings|cells\.(met|recording))/.test(id) },
  { id: 'cells', title: figuresWeb.groupCells, holds: (id) => id.startsWith('cells') },
  { id: 'heads', title: figuresWeb.groupHeads, holds: (id) => id.startsWith('heads') || id === 'villages.secretaryIsHead' },
  { id: 'posts', title: figuresWeb.groupPosts, holds: (id) => /^(secretaries|posts|holders)|deputyIsFrontHead$|secretaryIsChair$/.test(id) },
  { id: 'units', title: figuresWeb.groupUnits, holds: (id) => /^(units|villages|communes)/.test(id) },
  { id: 'documents', title: figuresWeb.groupDocuments, holds: (id) => /^(documents|regulations|cascades|clauses|targets)\./.test(id) },
  { id: 'tasks', title: figuresWeb.groupTasks, holds: (id) => id.startsWith('tasks.') },
  { id: 'ratings', title: figuresWeb.groupRatings, holds: (id) => /^(shortcomings|reviews|ratings)\./.test(id) },
  { id: 'petitions', title: figuresWeb.groupPetitions, holds: (id) => id.startsWith('petitions.') },
  { id: 'oversight', title: figuresWeb.groupOversight, holds: (id) => id.startsWith('oversight.') },
  { id: 'visits', title: figuresWeb.groupVisits, holds: (id) => id.startsWith('visits.') },
  { id: 'other', title: figuresWeb.groupOther, holds: () => true },
];

export interface FigureGroup<Item extends Pick<FigureItem, 'id'> = FigureItem> {
  readonly id: string;
  readonly title: Text;
  readonly figures: readonly Item[];
}

export function grouped<Item extends Pick<FigureItem, 'id'>>(figures: readonly Item[]): readonly FigureGroup<Item>[] {
  const byGroup = Map.groupBy(figures, ({ id }) => GROUPS.find((group) => group.holds(id)));
  return GROUPS.flatMap((group) => {
    const members = byGroup.get(group);
    return members ? [{ id: group.id, title: group.title, figures: members }] : [];
  });
}
