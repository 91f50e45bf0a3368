import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Permission, PermissionsOnDocument } from '../api/generated';
import type { IncidentData } from '../incident/incident-page';
import { useSignedIn } from '../session/context';

/** What an entry is written in answer to. */
export interface Target {
  readonly kind: 'reply' | 'correction';
  readonly entryId: string;
  readonly number: number;
}

interface Writing {
  readonly incident: IncidentData;
  readonly may: (permission: Permission) => boolean;
  readonly target: Target | null;
  readonly aim: (target: Target | null) => void;
}

const WritingContext = createContext<Writing | undefined>(undefined);

interface Props {
  readonly incident: IncidentData;
  readonly children: ReactNode;
}

export function WritingProvider({ incident, children }: Props) {
  const may = useMayIn(incident, incident.id);
  const [target, aim] = useState<Target | null>(null);
  const writing = useMemo(() => ({ incident, may, target, aim }), [incident, may, target]);
  return <WritingContext value={writing}>{children}</WritingContext>;
}

export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error('Nothing can be written here.');
  return writing;
}

/** A closed incident takes words, and parties that join and leave; all else waits until it is reopened. */
const afterClosing: ReadonlySet<Permission> = new Set([
  ...(['ENTRY_WRITE', 'STATEMENT_DRAFT', 'STATEMENT_DRAFT_CHANGE', 'STATEMENT_PUBLISH', 'INCIDENT_REOPEN'] as const),
  ...(['STAKEHOLDER_INVOLVE', 'STAKEHOLDER_RELEASE', 'INVOLVEMENT_CHANGE', 'INCIDENT_JOIN'] as const),
  ...(['MARKING_WIDEN', 'MARKING_NARROW'] as const),
]);

/** What may be done to a thing of the incident; nothing until that is known, so that nothing is offered in vain. */
export function useMay(id: string): (permission: Permission) => boolean {
  const { incident } = useWriting();
  return useMayIn(incident, id);
}

function useMayIn(incident: IncidentData, id: string): (permission: Permission) => boolean {
  const { viewer } = useSignedIn();
  const { data, refetch } = useQuery(PermissionsOnDocument, { variables: { id }, fetchPolicy: 'no-cache' });
  const own = incident.involvements.find(({ stakeholder }) => stakeholder?.id === viewer.stakeholder?.id);
  const standing = own ? `${own.id} ${own.access}` : '';
  const asked = useRef(standing);
  useEffect(() => {
    if (asked.current === standing) return;
    asked.current = standing;
    void refetch().catch(() => undefined);
  }, [standing, refetch]);
  const permissions = data?.viewer.permissions;
  const isClosed = incident.status === 'CLOSED';
  return useMemo(
    () => (permission) => (permissions?.includes(permission) ?? false) && (!isClosed || afterClosing.has(permission)),
    [permissions, isClosed],
  );
}
