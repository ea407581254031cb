import type { GraphQLFormattedError } from 'graphql';
import type { Path } from './values.ts';

/** A path's steps, by the step that leads on; an error stands at its end. */
interface Node {
  isEnd: boolean;
  readonly next: Map<string | number, Node>;
}

/** Where errors are told. */
export class Told {
  readonly #root: Node = { isEnd: false, next: new Map() };

  constructor(errors: ReadonlyArray<GraphQLFormattedError>) {
    for (const { path } of errors) if (path) this.add(path);
  }

  add(path: Path): void {
    let node = this.#root;
    for (const step of path) {
      let next = node.next.get(step);
      if (!next) {
        next = { isEnd: false, next: new Map() };
        node.next.set(step, next);
      }
      node = next;
    }
    node.isEnd = true;
  }

  /** Whether one stands at, above or below a place: null climbs from where it may not stand. */
  covers(path: Path): boolean {
    let node = this.#root;
    for (const step of path) {
      if (node.isEnd) return true;
      const next = node.next.get(step);
      if (!next) return false;
      node = next;
    }
    return node.isEnd || node.next.size > 0;
  }
}
