/** The log: what happened within one's reach, latest first. */
import { useRows } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { useKnownAccounts } from '../../../access/web/known.accounts.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import { eventContract } from '../event.contract.ts';
import { eventMessages } from '../event.messages.ts';
import { eventsWeb as texts } from './events.web.messages.ts';
import { useEventFilters } from './event.filters.ts';
import { eventDetail, eventTitle, type LoggedEvent } from './event.sentences.ts';
import { EventFilters } from './EventFilters.tsx';
import { VerifyLog } from './VerifyLog.tsx';
import classes from './events.module.css';

export function EventsPage() {
  const { t } = useText();
  // Only who keeps the system, and reaches no unit, may have the whole chain recomputed.
  const keepsSystem = useMayVisit('account.manage');
  const { rows, more, error, retry } = useRows(eventContract.list, { ...useEventFilters(), limit: 50 });
  const columns = useColumns();
  return (
    <>
      <PageHead title={t(eventMessages.title)} description={t(texts.about)} acts={<PrintButton />} />
      {keepsSystem && <VerifyLog />}
      <EventFilters />
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable
          label={t(eventMessages.title)} columns={columns} rows={rows} more={more} rowId={(row) => `${row.home}.${row.seq}`} rowName={(row) => eventTitle(row.type, { t })}
          empty={<EmptyState title={t(texts.emptyTitle)} why={t(eventMessages.empty)} />}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<LoggedEvent>[] {
  const { t, moment, number } = useText();
  return [
    { id: 'what', title: t(texts.what), priority: 1, cell: (row) => <What event={row} /> },
    { id: 'when', title: t(texts.when), priority: 2, width: '10rem', cell: (row) => moment(row.at) },
    { id: 'who', title: t(texts.who), priority: 2, cell: (row) => <Who event={row} /> },
    { id: 'where', title: t(texts.where), priority: 2, cell: (row) => <Where event={row} /> },
    { id: 'number', title: t(texts.number), priority: 3, hidden: true, align: 'end', cell: (row) => `${row.home} / ${number(row.seq)}` },
    { id: 'request', title: t(texts.request), priority: 3, hidden: true, cell: (row) => <span className={classes.mono}>{row.requestId ?? '–'}</span> },
  ];
}

function What({ event }: { readonly event: LoggedEvent }) {
  const writing = useText();
  const reads = useMayVisit('person.read');
  const known = useKnownAccounts();
  const detail = eventDetail(event, { ...writing, accountName: (id) => known?.get(id) });
  return (
    <>
      <span className={classes.title}>{eventTitle(event.type, writing)}</span>
      {detail && <span className={classes.detail}>{detail}</span>}
      {event.personId && reads && <span className={classes.detail}><PageLink href={`/con-nguoi/${event.personId}`}>{event.personName ?? writing.t(texts.person)}</PageLink></span>}
    </>
  );
}

/** Whoever signs in is known only by having done so: the event has no doer yet, but it is about the account. */
function Who({ event }: { readonly event: LoggedEvent }) {
  const { t } = useText();
  const known = useKnownAccounts();
  if (event.actor) return event.actor.displayName || t(texts.bySystem);
  const own = event.type === 'account.signedIn' && event.subjectId ? known?.get(event.subjectId) : undefined;
  return own ?? t(texts.notSignedIn);
}

function Where({ event }: { readonly event: LoggedEvent }) {
  const reads = useMayVisit('unit.read');
  if (!event.unit) return '–';
  return reads ? <PageLink href={unitHref(event.unit.id)}>{event.unit.name}</PageLink> : event.unit.name;
}
