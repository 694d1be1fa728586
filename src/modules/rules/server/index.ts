/** What other modules may use of rules. */
export { findRule, findRuleValues, getRule, workingCalendar, type RuleInForce } from './rule.reads.ts';
export { findRulesThrough, placedWithin } from './rule.through.ts';
export { paperOf } from '../rule.ts';
export { replaceSeries, takeSeriesBack, type SeriesChange } from './rule.bulk.ts';
export { lockSeries } from './rule.store.ts';
export { abilitiesAt, isSeen, listActs, maySet, scopeAbove, scopeColumns, scopeOf, takeReading, type ScopeRow } from './series.reads.ts';
export { homeOfScope, sameSeries, saveEntries } from './series.store.ts';
export { refusalOfOwn, takeScope as takeRuleScope } from './rule.commands.ts';
export { ruleRefusals } from './rule.refusals.ts';
export { ruleRoutes } from './rule.routes.ts';
