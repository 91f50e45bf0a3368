import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Permission, PermissionsOnDocument } from '../api/generated';
import type { IncidentData } from '../incident/incident-page';

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
  const may = useMay(incident.id);
  const [target, aim] = useState<Target | null>(null);
  const writing = useMemo(() => ({ incident, may, target, aim }), [incident, may, target]);
  return <WritingContext value={writing}>{children}</WritingContext>;
}

export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error('Nothing can be written here.');
  return writing;
}

/** What may be done to a thing; nothing until that is known, so that nothing is offered in vain. */
export function useMay(id: string): (permission: Permission) => boolean {
  const { data } = useQuery(PermissionsOnDocument, { variables: { id }, fetchPolicy: 'no-cache' });
  const permissions = data?.viewer.permissions;
  return useMemo(() => (permission) => permissions?.includes(permission) ?? false, [permissions]);
}
