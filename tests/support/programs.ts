import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program of this name is installed; Debian keeps servers where only root looks. */
export function programPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

export function onPath(name: string): boolean {
  return programPath(name) !== undefined;
}

/** Installs what a harness's own `package.json` names, when that is not yet done. Tells whether it is there. */
export function installBeside(folder: string): boolean {
  if (existsSync(join(folder, "node_modules"))) return true;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const install = ["install", "--prefix", folder, "--ignore-scripts", "--no-package-lock"];
  return spawnSync(npm, install, { stdio: "inherit" }).status === 0;
}
