import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = ".cache/made";
const DIGEST_BYTES = 32;

/** SHA-256 of some bytes or text. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash("sha256").update(data).digest();
}

/**
 * Bytes that are dear to make and depend on nothing but the inputs, kept from one build to the next. `inputs` are the
 * source's bytes and every setting. An entry begins with the digest of its content: a damaged one is made again.
 */
export async function cached(
  inputs: readonly (string | Uint8Array)[],
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const key = sha256(Buffer.concat(inputs.map((input) => sha256(input)))).toString("hex");
  const path = join(FOLDER, key);
  const entry = await readFile(path).catch(() => null);
  if (entry !== null) {
    const content = entry.subarray(DIGEST_BYTES);
    if (sha256(content).equals(entry.subarray(0, DIGEST_BYTES))) return content;
  }
  const made = await make();
  await mkdir(FOLDER, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, Buffer.concat([sha256(made), made]));
  await rename(draft, path);
  return made;
}
