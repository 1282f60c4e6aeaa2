/** RFC 6266: the name in ASCII for old clients, and as it is for the others. */
export const attachment = (name: string) =>
  `attachment; filename="${name.replace(/[^\w. -]/gu, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`
