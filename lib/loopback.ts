/** True for a host that names this machine to itself. */
export const isLoopbackName = (host: string) =>
  ["127.0.0.1", "localhost", "::1", "[::1]"].includes(host);
