/** Files that systems leave in folders that somebody has looked at. */
const SYSTEMS = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/;

/** Files that editing programs keep beside one that is open: Vim's, Emacs's and their like's. */
const EDITORS = /^\..+\.sw[a-p]$|~$|^\.#|^#.+#$/;

/** Whether a file is a system's own mark on a folder. */
export function isSystemLitter(name: string): boolean {
  return SYSTEMS.test(name);
}

/** Whether a file beside the sources is none of them, but what a system or an editing program has left: nobody reads it. */
export function isLitter(name: string): boolean {
  return SYSTEMS.test(name) || EDITORS.test(name);
}
