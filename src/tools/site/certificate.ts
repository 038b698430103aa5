import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs";

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Whether the user's machine was told to trust it (npx office-addin-dev-certs install). */
  readonly isTrusted: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * A certificate for localhost. The developer certificate of Office add-ins is used where it was installed;
 * otherwise one is made in `folder`, which the browser will ask about once. Nothing is put into a trust store here.
 */
export async function localCertificate(folder: string, now: Date): Promise<Certificate> {
  const installed = join(homedir(), ".office-addin-dev-certs");
  const trusted = readPair(installed, now);
  if (trusted !== undefined) return { ...trusted, isTrusted: true };
  const made = readPair(folder, now);
  if (made !== undefined) return { ...made, isTrusted: false };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [ca, cert, key] = [
    join(folder, "ca.crt"),
    join(folder, "localhost.crt"),
    join(folder, "localhost.key"),
  ];
  await generateCertificates(ca, cert, key, 30, ["localhost", "127.0.0.1"]);
  return { cert: readFileSync(cert), key: readFileSync(key), isTrusted: false };
}

function readPair(folder: string, now: Date): { cert: Buffer; key: Buffer } | undefined {
  const [cert, key] = [join(folder, "localhost.crt"), join(folder, "localhost.key")];
  if (!existsSync(cert) || !existsSync(key)) return undefined;
  const bytes = readFileSync(cert);
  const validTo = Date.parse(new X509Certificate(bytes).validTo);
  if (validTo - now.getTime() < DAY) return undefined;
  return { cert: bytes, key: readFileSync(key) };
}
