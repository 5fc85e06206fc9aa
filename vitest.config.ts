/** Two projects: `unit`, and `protocol` for tests that talk to the server over a real connection. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/lsp/**"] } },
      { test: { name: "protocol", include: ["test/lsp/**/*.test.ts"] } },
    ],
  },
});
