/** Thematic meetings of months ahead: one a quarter (42-HD/BTCTW of 28/10/2025), with a topic to begin with. Pure. */
export interface ThematicMonth {
  /** "2027-02". */
  readonly month: string;
  readonly topic: string;
}

/** What cells take up most; the secretary changes what does not fit. */
export const usualTopics = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Phát huy vai trò nêu gương của cán bộ, đảng viên',
  'Xây dựng chi bộ bốn tốt, nâng cao chất lượng sinh hoạt chi bộ',
  'Bồi dưỡng quần chúng ưu tú, tạo nguồn kết nạp đảng viên',
  'Xây dựng đời sống văn hóa, bảo vệ môi trường ở khu dân cư',
  'Chuyển đổi số trong cộng đồng dân cư',
] as const;

/** One for each quarter that the months touch and that has none yet: its middle month, or the nearest that is among them. */
export function proposeThematic({ months, taken }: { readonly months: readonly string[]; readonly taken: readonly string[] }): ThematicMonth[] {
  const isTaken = new Set(taken.map(quarterOf));
  const quarters = Map.groupBy(months, quarterOf);
  const chosen = [...quarters].filter(([quarter]) => !isTaken.has(quarter)).map(([, own]) => own.find((month) => Number(month.slice(5)) % 3 === 2) ?? own[0]!);
  return chosen.map((month) => ({ month, topic: usualTopics[(Number(quarterOf(month).slice(5)) - 1) % usualTopics.length]! }));
}

/** The months from one on, "2027-01" and so forth. */
export function monthsFrom(first: string, count: number): string[] {
  const [year, month] = first.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7));
}

/** "2027-1" for its first three months. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}
