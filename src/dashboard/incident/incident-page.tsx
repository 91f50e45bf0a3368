import { AbsentIncident } from './absent-incident';
import { IncidentLive } from './incident-live';
import { useIncident } from './use-incident';

export function IncidentPage({ reference }: { readonly reference: string }) {
  const { incident, ...absent } = useIncident(reference);
  if (incident) return <IncidentLive incident={incident} lookAgain={absent.lookAgain} />;
  return <AbsentIncident reference={reference} {...absent} />;
}
