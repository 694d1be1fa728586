/** Paper is white: while a page is printed, it stands in the light look, whatever the reader's is. */
const SCHEME = 'data-mantine-color-scheme';

/** Hears of the printer's dialog, and of a page shown as printed. Gives back how to stop hearing. */
export function watchPrinting(act: (isPrinting: boolean) => void): () => void {
  const paper = matchMedia('print');
  const before = () => act(true);
  const after = () => act(false);
  const change = () => act(paper.matches);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  paper.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    paper.removeEventListener('change', change);
  };
}

/** Begun before anything is drawn, so that what is drawn for the printer finds the light colours. */
export function printInLight(root: HTMLElement): () => void {
  let own: string | null | undefined;
  return watchPrinting((isPrinting) => {
    if (isPrinting && own === undefined) {
      own = root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, 'light');
    } else if (!isPrinting && own !== undefined) {
      if (own !== null) root.setAttribute(SCHEME, own);
      own = undefined;
    }
  });
}
