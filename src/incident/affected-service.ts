import { describedEnum } from '../kernel/enum';

export const AffectedServiceStatus = describedEnum(
  'AffectedServiceStatus',
  'How a service of the operator stands. Any status may follow any other.',
  {
    OPERATIONAL: 'It works.',
    DEGRADED: 'It works in part.',
    DOWN: 'It does not work.',
    RESTORED: 'It works again.',
  },
);
export type AffectedServiceStatus = keyof typeof AffectedServiceStatus;
