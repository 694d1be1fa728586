/** A sentence cut at its marks, so that links can stand where names do. Pure. */
export type Piece = { readonly text: string; readonly mark?: undefined } | { readonly mark: string };

export function pieces(sentence: string): readonly Piece[] {
  return sentence
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? { mark: part.slice(1, -1) } : { text: part }));
}
