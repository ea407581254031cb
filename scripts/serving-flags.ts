/**
 * What Node is started with wherever requests are answered. What is made for a request lives as long as the request does; with Node's own
 * 16 MiB for young objects those of many requests at once are moved to where only a slow collection finds them. Costs up to 192 MiB.
 */
export const servingFlags: ReadonlyArray<string> = ['--max-semi-space-size=64'];
