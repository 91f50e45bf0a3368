import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Permission } from '../api/generated';
import type { IncidentData } from '../incident/use-incident';
import { stalestMs } from '../incident/use-picture';
import { useSignedIn } from '../session/context';
import { AskedPermissions } from './asked-permissions';
import { useTarget } from './target';

interface Writing extends ReturnType<typeof useTarget> {
  readonly incident: IncidentData;
  readonly asked: AskedPermissions;
  readonly may: (permission: Permission) => boolean;
  /** What the viewer may do to the incident has become less while it was open. */
  readonly isLess: boolean;
  /** It is known that nothing may be written. */
  readonly isReader: boolean;
  /** How often it was asked what may be done. */
  readonly round: number;
  readonly askAgain: () => void;
  /** The form that went away with what was typed in it. */
  readonly unsent: Unsent | null;
  readonly setUnsent: (unsent: Unsent | null) => void;
}

interface Unsent {
  /** Of its draft. */
  readonly name: string;
  /** Without the thing that it was about, which may be one that the viewer sees no more. */
  readonly kind: string;
}

export const WritingContext = createContext<Writing | undefined>(undefined);

interface Props {
  readonly incident: IncidentData;
  /** The hour of the last sign of life. */
  readonly asOf: unknown;
  readonly children: ReactNode;
}

export function WritingProvider({ incident, asOf, children }: Props) {
  const apollo = useApolloClient();
  const asked = useMemo(() => new AskedPermissions(apollo), [apollo]);
  const [round, askAgain] = useReducer((before: number) => before + 1, 0);
  const permissions = usePermissions({ incident, asked, round }, { id: incident.id, version: 0 });
  const may = useMemo(() => mayAmong(permissions, incident), [permissions, incident]);
  const isLess = useLess(permissions);
  const isReader = permissions !== null && !permissions.includes('ENTRY_WRITE');
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  useWhenBack(askAgain);
  useNowAndThen(asOf, askAgain);
  const aiming = useTarget(incident.id);
  const writing = useMemo(
    () => ({ incident, asked, may, isLess, isReader, round, askAgain, unsent, setUnsent, ...aiming }),
    [incident, asked, may, isLess, isReader, round, unsent, aiming],
  );
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
  ...(['MARKING_WIDEN', 'MARKING_NARROW', 'STAKEHOLDER_REVISE'] as const),
]);

/**
 * What may be done to a thing of the incident; nothing until that is known, so that nothing is offered in vain. Asked again
 * when the viewer's standing changes, and when the thing does.
 */
export function useMay(id: string, version = 0): (permission: Permission) => boolean {
  const writing = useWriting();
  const permissions = usePermissions(writing, { id, version });
  return useMemo(() => mayAmong(permissions, writing.incident), [permissions, writing.incident]);
}

/** For what was refused although it was offered; outside of an incident nothing hangs on it. */
export function useAskAgain(): () => void {
  return useContext(WritingContext)?.askAgain ?? nothing;
}

function nothing(): void {}

function mayAmong(permissions: readonly Permission[] | null, { status }: IncidentData) {
  const isOpen = status !== 'CLOSED';
  return (permission: Permission) =>
    (permissions?.includes(permission) ?? false) && (isOpen || afterClosing.has(permission));
}

function usePermissions(
  { incident, asked, round }: Pick<Writing, 'incident' | 'asked' | 'round'>,
  { id, version }: { readonly id: string; readonly version: number },
): readonly Permission[] | null {
  const { viewer } = useSignedIn();
  const [permissions, setPermissions] = useState<readonly Permission[] | null>(null);
  const own = incident.involvements.find(({ stakeholder }) => stakeholder?.id === viewer.stakeholder?.id);
  const standing = `${own?.id} ${own?.access} ${version} ${round}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was answered holds for this standing.
  useEffect(() => {
    let isWanted = true;
    const take = (answer: readonly Permission[]) => isWanted && setPermissions(answer);
    void asked.on(id).then(take, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [asked, id, standing]);
  return permissions;
}

/** Less than the most that there was. */
function useLess(permissions: readonly Permission[] | null): boolean {
  const had = useRef<ReadonlySet<Permission>>(new Set());
  // Who has joined may not join again.
  const lasting = (permissions ?? []).filter((permission) => permission !== 'INCIDENT_JOIN');
  had.current = new Set([...had.current, ...lasting]);
  return permissions !== null && lasting.length < had.current.size;
}

/** The rights of a person change without a word in the journal: whoever comes back to the page finds what holds now. */
function useWhenBack(askAgain: () => void): void {
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && askAgain();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [askAgain]);
}

/** And whoever stays finds it a little later. */
function useNowAndThen(asOf: unknown, askAgain: () => void): void {
  const askedAt = useRef(Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each sign of life.
  useEffect(() => {
    if (Date.now() - askedAt.current <= stalestMs) return;
    askedAt.current = Date.now();
    askAgain();
  }, [asOf, askAgain]);
}
