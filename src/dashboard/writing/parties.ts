interface Named {
  readonly name: string;
}

/** As one looks a name up in a list; those of the parties are French. */
export function byName(a: Named, b: Named): number {
  return a.name.localeCompare(b.name, 'fr');
}

/** Those that are involved, and that the viewer may see, by name. */
export function partiesOf<Party extends Named>(
  involvements: readonly { readonly stakeholder: Party | null }[],
): Party[] {
  return involvements.flatMap(({ stakeholder }) => stakeholder ?? []).sort(byName);
}
