import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Permission } from '../api/generated';
import type { IncidentData } from '../incident/incident-page';
import { useSignedIn } from '../session/context';
import { AskedPermissions } from './asked-permissions';
import { useTarget } from './target';

interface Writing extends ReturnType<typeof useTarget> {
  readonly incident: IncidentData;
  readonly asked: AskedPermissions;
  readonly may: (permission: Permission) => boolean;
}

const WritingContext = createContext<Writing | undefined>(undefined);

interface Props {
  readonly incident: IncidentData;
  readonly children: ReactNode;
}

export function WritingProvider({ incident, children }: Props) {
  const apollo = useApolloClient();
  const asked = useMemo(() => new AskedPermissions(apollo), [apollo]);
  const may = useMayIn(incident, asked, { id: incident.id, version: 0 });
  const aiming = useTarget(incident.id);
  const writing = useMemo(() => ({ incident, asked, may, ...aiming }), [incident, asked, may, aiming]);
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

/**
 * What may be done to a thing of the incident; nothing until that is known, so that nothing is offered in vain. Asked again
 * when the viewer's standing changes, and when the thing does.
 */
export function useMay(id: string, version = 0): (permission: Permission) => boolean {
  const { incident, asked } = useWriting();
  return useMayIn(incident, asked, { id, version });
}

function useMayIn(
  incident: IncidentData,
  asked: AskedPermissions,
  { id, version }: { readonly id: string; readonly version: number },
): (permission: Permission) => boolean {
  const { viewer } = useSignedIn();
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  const own = incident.involvements.find(({ stakeholder }) => stakeholder?.id === viewer.stakeholder?.id);
  const standing = `${own?.id} ${own?.access} ${version}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was answered holds for this standing.
  useEffect(() => {
    let isWanted = true;
    const take = (answer: readonly Permission[]) => isWanted && setPermissions(answer);
    void asked.on(id).then(take, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [asked, id, standing]);
  const isClosed = incident.status === 'CLOSED';
  return useMemo(
    () => (permission) => permissions.includes(permission) && (!isClosed || afterClosing.has(permission)),
    [permissions, isClosed],
  );
}
