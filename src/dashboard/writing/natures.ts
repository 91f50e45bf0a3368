import type { IncidentNature } from '../api/generated';

export const natures: readonly IncidentNature[] = [
  ...(['CYBERATTACK', 'TECHNICAL_FAILURE', 'SUPPLY', 'HEALTH', 'NATURAL_HAZARD', 'OTHER'] as const),
];
