/** Directives as they are typed: an empty one is left out, one at least is needed. */
export interface Directive {
  /** Of the row in the form. */
  readonly key: string;
  readonly title: string;
  readonly dueOn: string | undefined;
}

export function emptyDirective(title = ''): Directive {
  return { key: crypto.randomUUID(), title, dueOn: undefined };
}

export function faultsOfDirectives(directives: readonly Directive[]): readonly 'none'[] {
  return directives.some(({ title }) => title.trim() !== '') ? [] : ['none'];
}
