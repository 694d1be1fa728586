/**
 * The lists that a dry run fills: findings, what becomes of units named, units that follow, lineage, relations, members,
 * tenures, posts of new units, posts with more holders than seats, who is put into a post.
 */
export const outcomeLists = ['finding', 'unit', 'place', 'lineage', 'relation', 'member', 'tenure', 'post', 'seat', 'appointment'] as const;
export type OutcomeList = (typeof outcomeLists)[number];
