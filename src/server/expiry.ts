const maxTimer = 2 ** 31 - 1;

/** Acts at that instant, however far away it is; returns what calls it off. */
export function when(instant: Date, act: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const ms = Math.max(0, instant.getTime() - Date.now());
    timer = setTimeout(ms > maxTimer ? wait : act, Math.min(ms, maxTimer)).unref();
  };
  wait();
  return () => clearTimeout(timer);
}
