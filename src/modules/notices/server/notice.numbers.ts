/** Numbers of notices for `/metrics`: what waits, what fails, what was given up. No labels that name anybody. */
import { sql } from 'kysely';
import { rows } from '../../../platform/db/database.ts';
import type { CommonNumber } from '../../../platform/metrics.ts';

export const noticeNumbers: readonly CommonNumber[] = [
  {
    name: 'satcoso_notice_events_behind',
    help: 'Events of the log that were not yet looked through for notices',
    labels: [],
    read: (db) => rows(db, sql<{ value: number }>`select coalesce(sum(c.head_seq - coalesce(p.seq, 0)), 0)::bigint as value from event_chains c left join notice_progress p on p.home_id = c.home_id`),
  },
  {
    name: 'satcoso_notice_events_passed_over',
    help: 'Events of the log of which nobody was told because that failed again and again',
    labels: [],
    read: (db) => rows(db, sql<{ value: number }>`select coalesce(sum(passed_over), 0)::bigint as value from notice_progress`),
  },
  {
    name: 'satcoso_notice_messages',
    help: 'Ways of telling accounts outside the app: with a message that waits, one that failed and is tried again, one that was given up',
    labels: ['way', 'state'],
    read: (db) => rows(db, sql<{ way: string; state: string; value: number }>`
      select k.way, s.state, count(w.id) as value from (values ('mail'), ('push')) k (way) cross join (values ('waiting'), ('failing'), ('given_up')) s (state)
      left join notice_ways w on w.kind = k.way and case s.state when 'waiting' then w.due_at is not null when 'failing' then w.due_at is not null and w.fault is not null else w.gave_up_at is not null end
      group by k.way, s.state order by k.way, s.state`),
  },
];
