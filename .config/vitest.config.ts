import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const ignored = ["**/node_modules/**", ".next/**", "e2e/**"];

/** Two projects: `unit`, and `db` for what needs a real PostGIS (lib/testing/test-database.ts). */
export default defineConfig({
  root,
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    testTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    setupFiles: ["lib/testing/quiet-console.ts"],
    env: {
      AUTH_SECRET: "a secret that only the tests know, of no other use",
      APP_URL: "http://localhost:3000",
      MAIL_FROM: "Cup of Sugar <noreply@example.org>",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...ignored, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: ["lib/testing/test-database.ts"],
          fileParallelism: false,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
