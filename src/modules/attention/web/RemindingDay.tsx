/** An empty list early in the month does not mean that all cells have met: from which day those that have not will stand in it. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { ruleContract } from '../../rules/rule.contract.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';
import classes from './attention.module.css';
import { remindingDay } from './reminding.day.ts';

/** By the rule of the unit chosen, else of that where the account is at home; nothing is said while it is not known. */
export function RemindingDay({ unitId }: { readonly unitId: string | undefined }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  const { home } = useSession();
  const mayRead = useMayVisit('rule.read');
  const unit = unitId ?? home?.unitId;
  const { data } = useProcedure(ruleContract.list, { asOf: today, ...(unit ? { unitId: unit } : {}) }, { enabled: mayRead });
  const dueDay = data?.items.find(({ key }) => key === 'meeting.regular.dueDay')?.value;
  const from = dueDay === undefined ? undefined : remindingDay({ today, dueDay });
  return from === undefined ? null : <p className={classes.reminding}>{t(texts.remindingDay, { day: day(from) })}</p>;
}
