// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist/", "out/", "build/", "node_modules/", ".cache/", "examples/", "test/**/repos/", "test/**/samples/"]),
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // Numbers read as themselves in a message.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => session.close(uri)` for a callback whose result nobody reads.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true }],
      // Unused parameters: the compiler reports them, with `_` for those that must stand.
      "@typescript-eslint/no-unused-vars": "off",
      // `[...text]` is how to count code points, which columns of the command line are made of.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
    },
  },
  {
    // Lexer and parser index typed arrays within bounds that they keep; a fallback value in the hottest loops costs time and lies.
    files: ["server/analysis/syntax/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // Test doubles answer at once where the real thing would wait.
      "@typescript-eslint/require-await": "off",
      // Tests take rules and facts apart and put them together otherwise; none of their functions uses `this`.
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
