import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { join } from "node:path";
import sirv from "sirv";
import type { Certificate } from "./certificate.ts";

/** The origin written in the sources; the site says its own instead. */
export const SOURCE_ORIGIN = "https://localhost:3000";

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

export interface SiteFolders {
  /** The built add-in. */
  readonly addin: string;
  /** The built workbench page. */
  readonly workbench: string;
  readonly samples: string;
}

/** The add-in's own policy stands in its pages; frame-ancestors only counts as a header. */
const ADDIN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'self'",
].join("; ");

const WORKBENCH_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
].join("; ");

/** Files that carry the add-in's address and are served with the site's own. */
const ADDRESSED =
  /^\/(?:manifest\.xml|functions(?:\.[\w-]+)?\.json|assets\/shortcuts[\w.-]*\.json|shortcuts[\w.-]*\.json)$/;

/** Serves the add-in at / and the workbench at /workbench/ on https://localhost:port (the next free one from there on). */
export async function serveSite(
  folders: SiteFolders,
  certificate: Certificate,
  port: number
): Promise<Site> {
  const options = { dev: true, etag: true };
  const addin = sirv(folders.addin, options);
  const workbench = sirv(folders.workbench, options);
  const samples = sirv(folders.samples, options);
  let origin = "";

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(request.url ?? "/", "https://localhost").pathname;
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    const missing = (): void => {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/plain; charset=utf-8");
      response.end("没有这个文件 · No such file\n");
    };
    if (path === "/") {
      response.writeHead(302, { Location: "/workbench/" }).end();
      return;
    }
    if (path === "/workbench") {
      response.writeHead(302, { Location: "/workbench/" }).end();
      return;
    }
    if (path.startsWith("/workbench/")) {
      response.setHeader("Content-Security-Policy", WORKBENCH_POLICY);
      const inSamples = path.startsWith("/workbench/samples/");
      request.url = path.slice(inSamples ? "/workbench/samples".length : "/workbench".length);
      (inSamples ? samples : workbench)(request, response, missing);
      return;
    }
    response.setHeader("Content-Security-Policy", ADDIN_POLICY);
    if (ADDRESSED.test(path)) {
      sendAddressed(join(folders.addin, path), origin, response, missing);
      return;
    }
    addin(request, response, missing);
  };

  const server = createServer({ cert: certificate.cert, key: certificate.key }, handle);
  const boundPort = await listen(server, port);
  origin = `https://localhost:${boundPort}`;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function sendAddressed(
  file: string,
  origin: string,
  response: ServerResponse,
  missing: () => void
): void {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    missing();
    return;
  }
  response.setHeader(
    "Content-Type",
    file.endsWith(".xml") ? "text/xml; charset=utf-8" : "application/json"
  );
  response.end(text.replaceAll(SOURCE_ORIGIN, origin));
}

const PORTS_TRIED = 20;

function listen(server: ReturnType<typeof createServer>, first: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let port = first;
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && port < first + PORTS_TRIED)
        server.listen(++port, "localhost");
      else reject(error);
    });
    server.on("listening", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
    server.listen(port, "localhost");
  });
}
