const KEY = 'cellule:sound';

export function isSoundWanted(): boolean {
  return localStorage.getItem(KEY) === 'on';
}

export function wantSound(isWanted: boolean): void {
  localStorage.setItem(KEY, isWanted ? 'on' : 'off');
}

/** For who wants it, in a page that was touched already: before that, browsers let none be heard. */
export function announceBySound(): void {
  if (isSoundWanted() && navigator.userActivation.hasBeenActive) beep();
}

/** Two short tones, made here: no file to load. */
function beep(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.value = 0.15;
  volume.connect(audio.destination);
  for (const [start, frequency] of [
    [0, 660],
    [0.2, 880],
  ] as const) {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(audio.currentTime + start);
    tone.stop(audio.currentTime + start + 0.15);
  }
  setTimeout(() => void audio.close(), 1000);
}
