/** Of an entry, beside what keeps the journal in order. */
const standardFields = `recordedAt kind category text subjectId marking { label }
        author { personName stakeholderName } changes { field old new }`;

/** The subscription that `followJournal` sends, to be registered where a server runs registered documents only. */
export function journalDocument({ fields = standardFields, checksContent = false } = {}): string {
  return `subscription FollowJournal($incidents: [ID!], $after: [JournalPositionInput!]) {
  journal(incidents: $incidents, after: $after) {
    __typename
    ... on JournalBatch {
      lines {
        __typename
        ... on JournalEntry {
          id number contentHash chainHash${checksContent ? ' canonicalContent' : ''}
          ${fields}
        }
        ... on SealedEntry { number contentHash chainHash }
      }
      head { incidentId number chainHash }
      caughtUp
      asOf
    }
    ... on JournalHeartbeat { asOf heads { incidentId number chainHash } }
    ... on JournalEnded { incidentId endReason: reason }
    ... on JournalReset { incidentId resetReason: reason head { incidentId number chainHash } }
  }
}`;
}
