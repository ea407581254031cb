/** Whole numbers from one to another, both of them included; null: open on that side. */
export interface WholeRange {
  readonly least: number | null;
  readonly most: number | null;
}
export type PhotoBackground = 'WHITE' | 'BLUE' | 'RED';
/** What a photograph has to be (照片要求). Null: anything. */
export interface PhotoFacts {
  /** In pixels. */
  readonly width: WholeRange | null;
  readonly height: WholeRange | null;
  readonly background: PhotoBackground | null;
  /** Size of the file in KiB (1024 bytes). */
  readonly kib: WholeRange | null;
  readonly printWidthMm: WholeRange | null;
  readonly printHeightMm: WholeRange | null;
}
export type PhotoFact = keyof PhotoFacts;
/** As it was found to be, in pixels, as it is looked at. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

const ranges = ['width', 'height', 'kib', 'printWidthMm', 'printHeightMm'] as const;

/** The facts of which no photograph has both, in the order in which they are told; empty: one photograph may do for both. */
export function apartIn(one: PhotoFacts | null, other: PhotoFacts | null): ReadonlyArray<PhotoFact> {
  if (one === null || other === null) return [];
  const [background, another] = [one.background, other.background];
  const apart: PhotoFact[] = ranges.filter((fact) => isEmpty(overlap(one[fact], other[fact])));
  return background !== null && another !== null && background !== another ? [...apart, 'background'] : apart;
}

/**
 * What one photograph for both has to be. Supposes that there can be one (`apartIn`). Of several, each two of which can be one, all can: what each
 * fact leaves open is an interval, or one thing.
 */
export function bothOf(one: PhotoFacts | null, other: PhotoFacts | null): PhotoFacts | null {
  if (one === null || other === null) return one ?? other;
  return {
    width: overlap(one.width, other.width),
    height: overlap(one.height, other.height),
    background: one.background ?? other.background,
    kib: overlap(one.kib, other.kib),
    printWidthMm: overlap(one.printWidthMm, other.printWidthMm),
    printHeightMm: overlap(one.printHeightMm, other.printHeightMm),
  };
}

/** Whether every photograph that is as the first says is as the second says too. */
export function isWithin(narrow: PhotoFacts | null, wide: PhotoFacts | null): boolean {
  if (wide === null) return true;
  if (wide.background !== null && narrow?.background !== wide.background) return false;
  return ranges.every((fact) => {
    const [inner, outer] = [narrow?.[fact] ?? open, wide[fact] ?? open];
    return (
      (outer.least === null || (inner.least !== null && inner.least >= outer.least)) &&
      (outer.most === null || (inner.most !== null && inner.most <= outer.most))
    );
  });
}

export function isInRange(value: number, range: WholeRange | null): boolean {
  return (range?.least ?? value) <= value && value <= (range?.most ?? value);
}

/** Equal for equal facts, short, and fit for an id: `358x441,white,14-20KiB`. */
export function photoKey({ width, height, background, kib, printWidthMm, printHeightMm }: PhotoFacts): string {
  const pair = (one: WholeRange | null, other: WholeRange | null): string | null =>
    one === null && other === null ? null : `${span(one)}x${span(other)}`;
  const printed = pair(printWidthMm, printHeightMm);
  const parts = [
    pair(width, height),
    background?.toLowerCase() ?? null,
    kib && `${span(kib)}KiB`,
    printed && `${printed}mm`,
  ];
  return parts.filter((part) => part !== null).join(',');
}

const open: WholeRange = { least: null, most: null };

function span(range: WholeRange | null): string {
  const { least, most } = range ?? open;
  if (least === most) return least === null ? '*' : String(least);
  return `${least ?? ''}-${most ?? ''}`;
}

function overlap(one: WholeRange | null, other: WholeRange | null): WholeRange | null {
  if (one === null || other === null) return one ?? other;
  return {
    least: one.least === null || other.least === null ? (one.least ?? other.least) : Math.max(one.least, other.least),
    most: one.most === null || other.most === null ? (one.most ?? other.most) : Math.min(one.most, other.most),
  };
}

const isEmpty = (range: WholeRange | null): boolean =>
  range !== null && range.least !== null && range.most !== null && range.least > range.most;
