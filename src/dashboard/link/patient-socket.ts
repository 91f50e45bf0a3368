/** How long a socket that is left has to open. */
const opensWithinMs = 5_000;

/**
 * The browser's WebSocket as it stands now, but for one thing: a browser complains of a socket that is closed before it is
 * open, so one that is left so early is closed afterwards, unless it takes too long.
 */
export function patientSocket(): typeof WebSocket {
  return class extends WebSocket {
    private readonly since = performance.now();

    override close(code?: number, reason?: string): void {
      const close = () => super.close(code, reason);
      const patience = opensWithinMs - (performance.now() - this.since);
      if (this.readyState === WebSocket.CONNECTING && patience > 0) {
        // Nothing is said any more by who has left.
        this.onopen = null;
        this.addEventListener('open', close);
        setTimeout(close, patience);
      } else {
        close();
      }
    }
  };
}
