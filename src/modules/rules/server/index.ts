/** What other modules may use of rules. */
export { findRule, findRuleValues, getRule, workingCalendar, type RuleInForce } from './rule.reads.ts';
export { paperOf } from '../rule.ts';
export { ruleRefusals } from './rule.refusals.ts';
export { ruleRoutes } from './rule.routes.ts';
