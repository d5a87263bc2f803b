/** What anybody may read without being known: files that are built, or prepared from what was published. */
export const PUBLIC_FILES: RegExp[] = [
  /^\/icon\.svg$/,
  /^\/s\/plain\.css$/,
  /^\/_next\/static\//,
  /^\/robots\.txt$/,
  /^\/status(?:\/|$)/,
  /^\/api\/v2\//,
];
