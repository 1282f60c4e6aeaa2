/** A path of this desk: `//` and `/\` begin another host's address, and a browser drops control characters first. */
export const LOCAL_PATH = /^\/(?![/\\])\P{Cc}*$/u
