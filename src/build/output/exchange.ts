import { getSystemErrorMap } from "node:util";

/** Makes two paths trade places in one step. Throws an error with `code` and `syscall`, as `node:fs` does. */
export type Exchange = (one: string, other: string) => void;

/** From the systems' headers: `<linux/fcntl.h>`, `<linux/fs.h>` and Apple's `<stdio.h>`. */
const AT_FDCWD = -100;
const RENAME_EXCHANGE = 2;
const RENAME_SWAP = 2;

/**
 * The system's own exchange of two paths: `renameat2(2)` on Linux, `renamex_np(2)` on macOS; null elsewhere.
 * `node:fs` has only `rename`, which cannot put one full folder in place of another.
 */
export async function systemExchange(): Promise<Exchange | null> {
  const bound = await bind().catch(() => null);
  if (bound === null) return null;
  return (one, other) => {
    if (bound.call(one, other) !== 0)
      throw systemError(bound.errno(), { syscall: "exchange", path: one, dest: other });
  };
}

/**
 * Waits until all that was written on a folder's file system is on the disk: `syncfs(2)` on Linux, one call for any number of files,
 * where `fsync` takes milliseconds for each. Null elsewhere. Gives an error as {@link Exchange} does.
 */
export async function systemFlush(): Promise<((descriptor: number) => void) | null> {
  const bound = await bind().catch(() => null);
  if (bound === null || bound.syncfs === null) return null;
  const { syncfs, errno } = bound;
  return (descriptor) => {
    if (syncfs(descriptor) !== 0) throw systemError(errno(), { syscall: "syncfs" });
  };
}

function systemError(
  number: number,
  details: { readonly syscall: string; readonly [detail: string]: string },
): Error {
  const errno = -number;
  const [code, words] = getSystemErrorMap().get(errno) ?? [`E${number}`, "unknown error"];
  return Object.assign(new Error(`${code}: ${words}, ${details.syscall}`), { code, errno, ...details });
}

async function bind() {
  const { default: koffi } = await import("koffi");
  const system = koffi.load(null);
  const errno = () => koffi.errno();
  if (process.platform === "darwin") {
    const swap = system.func("int renamex_np(const char *from, const char *to, unsigned int flags)");
    const call = (one: string, other: string): unknown => swap(one, other, RENAME_SWAP);
    return { errno, call, syncfs: null };
  }
  const rename = system.func("int renameat2(int, const char *from, int, const char *to, unsigned int flags)");
  const call = (one: string, other: string): unknown =>
    rename(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
  const flush = system.func("int syncfs(int fd)");
  return { errno, call, syncfs: (descriptor: number): unknown => flush(descriptor) };
}
