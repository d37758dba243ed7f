/** Chooses the wording of a network: how young people are addressed is its own. */
export function addressed(wording: 'tu' | 'vous'): (informal: string, formal: string) => string {
  return (informal, formal) => (wording === 'tu' ? informal : formal);
}
