import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["tests/{unit,integration}/**/*.test.{ts,tsx}"],
    env: { TZ: "UTC", LOG_LEVEL: "silent", BASE_URL: "http://127.0.0.1:3000" },
    setupFiles: ["tests/support/audit-keys.ts"],
    testTimeout: 60_000,
  },
});
