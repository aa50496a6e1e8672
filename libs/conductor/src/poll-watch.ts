// A poll lasts a minute; Temporal remembers a poller for minutes after its worker has gone.
const POLLED_WITHIN_MS = 70_000;

/**
 * Judges whether somebody polls, from the newest poll that Temporal tells of. Its clock and this process's may differ by
 * minutes: they are compared only where nothing else is known, at a first look or after a long pause.
 */
export class PollWatch {
  private newest = 0;
  private looked = -Infinity;
  private advanced = -Infinity;

  constructor(
    private readonly wall: () => number = () => Date.now(),
    private readonly monotonic: () => number = () => performance.now(),
  ) {}

  /** `newest`: when the last poll began, in milliseconds of Temporal's clock; 0 when it tells of none. */
  isFresh(newest: number): boolean {
    const now = this.monotonic();
    const wasWatched = now - this.looked < POLLED_WITHIN_MS;
    this.looked = now;
    // A Temporal that was started anew knows of nobody, and then of polls that may seem older than those it has forgotten.
    if (newest === 0) this.advanced = -Infinity;
    else if (newest !== this.newest && (wasWatched || newest > this.wall() - POLLED_WITHIN_MS)) {
      this.advanced = now;
    }
    this.newest = newest;
    return now - this.advanced < POLLED_WITHIN_MS;
  }
}
