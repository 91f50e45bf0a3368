/** By what other graphs name a thing of this one: its id, or what people call it by. */
export const keysOfTypes = {
  Incident: ['id', 'reference'],
  Stakeholder: ['id', 'code'],
  Region: ['id', 'code', 'isoCode'],
  Action: ['id'],
  JournalEntry: ['id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Federated = keyof typeof keysOfTypes;

export function isFederated(type: unknown): type is Federated {
  return typeof type === 'string' && Object.hasOwn(keysOfTypes, type);
}
