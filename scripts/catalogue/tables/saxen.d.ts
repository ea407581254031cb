/** What is used of it; it brings no types of its own. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', take: (name: string, attributes: () => unknown) => void): void;
    parse(text: string): void;
  }
}
