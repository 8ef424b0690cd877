export const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host's name or address, as in a URL, means this machine. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.has(hostname);
