/**
 * Builds the add-in into dist/: one page for pane, ribbon commands and custom functions (a shared runtime).
 *   --env origin=https://host/path   the place it will be served from (default https://localhost:3000)
 *   --env officejs=URL               another Office.js, e.g. Microsoft's CDN (default: the copy in dist/office-js)
 *   --env testfonts                  carries a Chinese font, for browsers on machines that have none
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import { tsImport } from "tsx/esm/api";
import webpack from "webpack";

const DEV_ORIGIN = "https://localhost:3000";
const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** The part of @microsoft/office-js that Excel on Windows, Mac and the web asks for: 4 MB of its 87. Other languages fall back to en-us. */
const OFFICE_JS_FILES = [
  "office.js",
  "excel-web-16.00.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs_agave.js",
];

const TEST_FONTS = [400, 600].map(
  (weight) => `@fontsource/noto-sans-sc/chinese-simplified-${weight}.css`
);

export default async (env, argv) => {
  const origin = checkedOrigin(env.origin ?? DEV_ORIGIN);
  const isProduction = argv.mode === "production";
  const toOrigin = (content) => content.toString().replaceAll(DEV_ORIGIN, origin);
  const common = {
    context: root,
    target: ["web", "es2020"],
    devtool: isProduction ? false : "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [{ test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2020" } }],
    },
    optimization: {
      minimizer: [
        // A tenth smaller than esbuild's output, and three times faster than terser.
        new MinimizerPlugin({
          test: /\.js$/,
          exclude: /^office-js\//, // Redistributed unmodified, as its licence asks.
          minify: MinimizerPlugin.swcMinify,
          terserOptions: { compress: { passes: 2 }, format: { comments: false } },
          extractComments: false, // NOTICES.txt has the licences.
        }),
        new EsbuildPlugin({ target: "es2020", css: true, include: /\.css$/ }),
      ],
    },
    performance: { hints: false },
    stats: "errors-warnings",
  };
  const output = { path: path.join(root, "dist"), publicPath: "auto" };
  const pane = {
    ...common,
    name: "pane",
    entry: {
      taskpane: [...(env.testfonts ? TEST_FONTS : []), "./src/taskpane/index.tsx"],
      // The ribbon works on the pane's own session: same runtime, same module instances.
      commands: { import: "./src/commands/commands.ts", dependOn: "taskpane" },
    },
    output: {
      ...output,
      clean: { keep: ofFunctions },
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      cssFilename: "[name].[contenthash:8].css",
      assetModuleFilename: "fonts/[name].[contenthash:8][ext]",
    },
    experiments: { css: true },
    plugins: [
      new webpack.DefinePlugin({ ZONE_CHECK_VERSION: JSON.stringify(version) }),
      new NoticesPlugin(),
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        chunks: ["taskpane", "commands"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
        minify: false,
        templateParameters: {
          officejs: env.officejs ?? "office-js/office.js",
          policy: contentSecurityPolicy(env.officejs),
        },
      }),
      new CopyPlugin({
        patterns: [
          { from: "manifest.xml", transform: toOrigin },
          { from: "src/taskpane/fabric-config.js" },
          { from: "src/taskpane/help*.html", to: "[name][ext]", transform: toOrigin },
          // Samples belong to the workbench, drawings of the icons to the tools.
          {
            from: "assets",
            to: "assets",
            globOptions: { ignore: ["**/samples/**", "**/*.{json,svg,md}"] },
          },
          { from: "assets/*.json", transform: toOrigin },
          ...(env.officejs ? [] : officeJsFiles()),
        ],
      }),
    ],
    devServer: {
      host: "localhost",
      port: 3000,
      static: false,
      hot: false,
      liveReload: true,
      headers: { "Access-Control-Allow-Origin": "*" },
      client: { overlay: false },
      server: await devServerCertificate(env.WEBPACK_SERVE),
    },
  };
  // Stands alone, since a host without a shared runtime loads it by itself. It is compiled alone as well: two runtimes of
  // one compilation on one page would take each other's chunks for their own.
  const functions = {
    ...common,
    name: "functions",
    entry: { functions: "./src/functions/functions.ts" },
    output: {
      ...output,
      uniqueName: "zone-check-functions",
      clean: { keep: (file) => !ofFunctions(file) },
      filename: "functions.js",
      chunkFilename: "function-chunk-[id].[contenthash:8].js",
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({
        output: "functions.json",
        input: "./src/functions/functions.ts",
      }),
      new MetadataPlugin({ toOrigin }),
    ],
  };
  return [pane, functions];
};

/** Whether a built file is the functions' own: each of the two compilations clears away its own alone. */
function ofFunctions(file) {
  return /^(?:functions\.|function-chunk-)/.test(file);
}

function checkedOrigin(text) {
  const url = new URL(text);
  if (url.protocol !== "https:")
    throw new Error(`--env origin must start with https:// (Office loads nothing else): ${text}`);
  return text.replace(/\/+$/, "");
}

/** Nothing from elsewhere, nothing inline but the style elements Fabric and Office.js make. */
function contentSecurityPolicy(officejs) {
  const office = officejs ? ` ${new URL(officejs).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    `connect-src 'self'`,
    "font-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function officeJsFiles() {
  const from = path.join(root, "node_modules/@microsoft/office-js");
  return [
    ...OFFICE_JS_FILES.map((file) => ({
      from: path.join(from, "dist", file),
      to: `office-js/${file}`,
    })),
    { from: path.join(from, "LICENSE.md"), to: "office-js/LICENSE.md" },
  ];
}

/** The licence texts of what the bundles hold. */
class NoticesPlugin {
  apply(compiler) {
    const { RawSource } = webpack.sources;
    compiler.hooks.thisCompilation.tap("NoticesPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "NoticesPlugin", stage }, () => {
        compilation.emitAsset("NOTICES.txt", new RawSource(notices(compilation.modules)));
      });
    });
  }
}

/** The English function metadata, and the metadata's links. */
class MetadataPlugin {
  constructor(options) {
    this.options = options;
  }
  apply(compiler) {
    const { RawSource } = webpack.sources;
    compiler.hooks.thisCompilation.tap("MetadataPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "MetadataPlugin", stage }, async () => {
        const metadata = compilation.getAsset("functions.json");
        if (metadata === undefined) return; // The metadata plugin has told its errors.
        const { completeMetadata, localiseMetadata } = await tsImport(
          "./src/tools/localise-metadata.ts",
          import.meta.url
        );
        const chinese = this.options.toOrigin(metadata.source.source());
        compilation.updateAsset("functions.json", new RawSource(completeMetadata(chinese)));
        compilation.emitAsset("functions.en-US.json", new RawSource(localiseMetadata(chinese)));
      });
    });
  }
}

/** One licence text per package that has a module in the bundles. */
function notices(modules) {
  const folders = new Set();
  for (const module of modules) {
    const match = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module.resource ?? "");
    if (match !== null) folders.add(match[0]);
  }
  return [...folders]
    .sort()
    .map((folder) => {
      const about = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
      return `${about.name} ${about.version} (${about.license})\n\n${licenceText(folder)}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenceText(folder) {
  for (const name of ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "license"]) {
    try {
      return readFileSync(path.join(folder, name), "utf8").trim();
    } catch {
      // The next usual name.
    }
  }
  return "";
}

async function devServerCertificate(isServing) {
  // On Linux the package can make certificates but not have browsers trust them.
  if (!isServing || process.platform === "linux") return "https";
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return { type: "https", options: await getHttpsServerOptions() };
}
