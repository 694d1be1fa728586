/** From which day of this month cells without a regular meeting stand in the list; undefined once they do. Pure. */
export function remindingDay({ today, dueDay }: { readonly today: string; readonly dueDay: number }): string | undefined {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = `${today.slice(0, 8)}${String(Math.min(dueDay, lastOfMonth)).padStart(2, '0')}`;
  return today < day ? day : undefined;
}
