export interface StopOptions {
  /** started by a supervisor: without it there is nothing to work for */
  readonly supervised?: boolean;
}

/**
 * Resolves at the first Ctrl-C or SIGTERM, when the terminal is closed (SIGHUP), or when the supervisor is gone (its ipc channel closes).
 * A second Ctrl-C ends the process at once.
 */
export function untilStopped({ supervised = false }: StopOptions = {}): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (reason: string) => {
      if (asked && reason === 'SIGINT') process.exit(130);
      asked = true;
      resolve(reason);
    };
    process.on('SIGINT', () => stop('SIGINT'));
    process.on('SIGTERM', () => stop('SIGTERM'));
    process.on('SIGHUP', () => stop('SIGHUP'));
    process.on('disconnect', () => stop('supervisor gone'));
    // It may have died before anybody listened: the channel is closed then, and says so no second time.
    if (supervised && !process.connected) stop('supervisor gone');
    // Somebody who listens on the channel would keep this process alive after its work has ended.
    process.channel?.unref();
  });
}
