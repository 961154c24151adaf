/** The name or address that a URL leads to, as URLs spell it: without the brackets of an IPv6 address and the dot that ends a full name. */
export const hostOf = ({ hostname }: URL): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
