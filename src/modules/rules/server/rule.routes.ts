/** Binds the contract of rules to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { ruleContract } from '../rule.contract.ts';
import { end, removeHoliday, set, setHoliday, undo } from './rule.commands.ts';
import { listActsOfKey, listHolidays, listOfKey, listRules } from './rule.reads.ts';

export const ruleRoutes = [
  bind(ruleContract.list, listRules),
  bind(ruleContract.ofKey, listOfKey),
  bind(ruleContract.acts, listActsOfKey),
  bind(ruleContract.set, set),
  bind(ruleContract.end, end),
  bind(ruleContract.undo, undo),
  bind(ruleContract.holidays, listHolidays),
  bind(ruleContract.setHoliday, setHoliday),
  bind(ruleContract.removeHoliday, removeHoliday),
];
