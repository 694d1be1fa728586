/** How many characters more a field would have with what is pasted than it takes; none where it has no limit. */
export function tooMany(field: { readonly value: string; readonly maxLength: number; readonly selectionStart: number | null; readonly selectionEnd: number | null }, pasted: string): number {
  if (field.maxLength < 0) return 0;
  const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  // A field counts a line's end as one character, whatever the system writes.
  return Math.max(0, field.value.length - replaced + pasted.replaceAll('\r\n', '\n').length - field.maxLength);
}
