// Scripts keep to the language and the library of the oldest browsers in .browserslistrc. What is newer than ES2021 is
// refused by name, also as a method of a value whose type no linter knows (`aggressive`), and so are the regular
// expressions that Safari 15 cannot read.
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";
import globals from "globals";

export default [
  compat.configs["flat/recommended"],
  es.configs["flat/restrict-to-es2021"],
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.browser, edition: "readonly" } },
    settings: {
      "es-x": { aggressive: true },
      polyfills: ["trustedTypes", "ClipboardItem"], // the scripts do without where they are not
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "es-x/no-regexp-lookbehind-assertions": "error",
      "no-undef": "error",
      "no-unused-vars": "error",
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  { files: ["**/service-worker.js"], languageOptions: { globals: { ...globals.serviceworker, EDITION: "readonly" } } },
  { ignores: ["**/vendor/**"] },
];
