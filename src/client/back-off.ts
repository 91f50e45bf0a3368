/** Seconds: half a second, then twice as long each time up to half a minute; by chance more or less, so that not all come back at once. */
export function backOff(failures: number): number {
  return Math.min(30, 2 ** (failures - 2)) * (0.5 + Math.random());
}
