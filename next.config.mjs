/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino"],
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: "11mb" } },
  devIndicators: false,
};
