import { getSystemErrorMap } from "node:util";
import { once } from "../format/once.ts";

/** What the system can do and `node:fs` cannot. Each throws an error with `code` and `syscall`, as `node:fs` does. */
export interface SystemCalls {
  /**
   * Makes two paths trade places in one step: `renameat2(2)` on Linux, `renamex_np(2)` on macOS. `node:fs` has only `rename`, which
   * cannot put one full folder in place of another.
   */
  readonly exchange: (one: string, other: string) => void;
  /**
   * Waits until all that was written on the file system of an open folder is on the disk: `syncfs(2)`, one call for any number of files,
   * where `fsync` takes milliseconds for each. Null but on Linux.
   */
  readonly flush: ((descriptor: number) => void) | null;
}

/** From the systems' headers: `<linux/fcntl.h>`, `<linux/fs.h>` and Apple's `<stdio.h>`. */
const AT_FDCWD = -100;
const RENAME_EXCHANGE = 2;
const RENAME_SWAP = 2;

/** This system's; null where it has none of them. */
export const systemCalls = once((): Promise<SystemCalls | null> => bind().catch(() => null));

async function bind(): Promise<SystemCalls> {
  const { default: koffi } = await import("koffi");
  const system = koffi.load(null);
  const confirm = (answer: unknown, syscall: string, paths: object) => {
    if (answer !== 0) throw systemError(koffi.errno(), syscall, paths);
  };
  if (process.platform === "darwin") {
    const swap = system.func("int renamex_np(const char *from, const char *to, unsigned int flags)");
    const exchange = (path: string, dest: string) =>
      confirm(swap(path, dest, RENAME_SWAP), "exchange", { path, dest });
    return { exchange, flush: null };
  }
  const rename = system.func("int renameat2(int, const char *from, int, const char *to, unsigned int flags)");
  const syncfs = system.func("int syncfs(int fd)");
  return {
    exchange: (path, dest) =>
      confirm(rename(AT_FDCWD, path, AT_FDCWD, dest, RENAME_EXCHANGE), "exchange", { path, dest }),
    flush: (descriptor) => confirm(syncfs(descriptor), "syncfs", {}),
  };
}

function systemError(number: number, syscall: string, paths: object): Error {
  const errno = -number;
  const [code, words] = getSystemErrorMap().get(errno) ?? [`E${number}`, "unknown error"];
  return Object.assign(new Error(`${code}: ${words}, ${syscall}`), { code, errno, syscall, ...paths });
}
