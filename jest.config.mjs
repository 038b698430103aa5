/** Unit and contract tests. Browser tests have a runner of their own (npm run test:e2e). */
const transform = {
  "^.+\\.tsx?$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "classic" } },
      },
      module: { type: "commonjs" },
    },
  ],
};
const shared = {
  transform,
  // Fabric's /lib/ is ESM; jest runs CommonJS.
  moduleNameMapper: {
    "^office-ui-fabric-react/lib/(.*)$": "office-ui-fabric-react/lib-commonjs/$1",
    "^@uifabric/([a-z-]+)/lib/(.*)$": "@uifabric/$1/lib-commonjs/$2",
    "\\.css$": "<rootDir>/test/support/empty-style.cjs",
  },
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/", "<rootDir>/test/bench/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/build/"],
};

export default {
  projects: [
    {
      ...shared,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "dom",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/**/*.test.tsx"],
    },
  ],
  coverageProvider: "v8",
  collectCoverageFrom: ["src/core/**/*.ts"],
};
