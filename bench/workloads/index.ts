/** All workloads, in the order in which they run: what reads first, what changes the data last. */
import type { Workload } from '../bench.ts';
import { documents } from './documents.ts';
import { cascade } from './cascade.ts';
import { exports } from './export.ts';
import { figures } from './figures.ts';
import { imports } from './import.ts';
import { list } from './list.ts';
import { meetings } from './meetings.ts';
import { oversight } from './oversight.ts';
import { page } from './page.ts';
import { peer } from './peer.ts';
import { petitions } from './petitions.ts';
import { phone } from './phone.ts';
import { reads } from './reads.ts';
import { reorganisation } from './reorganisation.ts';
import { rights } from './rights.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { subtree } from './subtree.ts';
import { unitPage } from './unit.page.ts';

export const workloads: readonly Workload[] = [list, search, documents, figures, subtree, unitPage, cascade, petitions, reads, exports, rights, start, page, phone, peer, imports, oversight, meetings, reorganisation];
