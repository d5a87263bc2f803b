/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "nodemailer", "pino", "yjs"],
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: "11mb" } },
  devIndicators: false,
  headers: async () => [
    {
      source: "/s/:path*",
      headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }],
    },
    {
      source: "/s/:token",
      headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
    },
  ],
};
