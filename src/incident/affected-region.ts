import { describedEnum } from '../kernel/enum';

export const AffectedRegionStatus = describedEnum(
  'AffectedRegionStatus',
  'How an incident stands in one region. Any status may follow any other.',
  {
    SUSPECTED: 'It may be affected.',
    AFFECTED: 'It is affected.',
    RECOVERING: 'It is affected less and less.',
    RESTORED: 'It is as it was before.',
    CLEARED: 'It turned out not to be affected.',
  },
);
export type AffectedRegionStatus = keyof typeof AffectedRegionStatus;
