import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announceBySound, isSoundWanted, wantSound } from './sound';

/** Whether new incidents are announced by a sound too, on this device. */
export function SoundSwitch() {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(isSoundWanted);
  const change = () => {
    wantSound(!isWanted);
    setWanted(!isWanted);
    announceBySound();
  };
  return (
    <button
      {...{ type: 'button', className: 'quiet small', 'aria-pressed': isWanted, 'aria-label': t('session.soundOn') }}
      onClick={change}
    >
      {t('session.sound')} {isWanted ? '●' : '○'}
    </button>
  );
}
