import type { Catalogue } from '../catalogue.ts';
import type { PublishedIntakePoint } from '../published-desk.ts';

/** Each code with the place where it hangs; references hold where the files were checked. */
export function linkIntakePoints({
  intakePoints,
}: Pick<Catalogue, 'intakePoints'>): ReadonlyArray<PublishedIntakePoint> {
  const places = new Map(
    intakePoints.flatMap(({ value }) => value.places.map((place) => [place.code, place] as const)),
  );
  return intakePoints.flatMap(({ value }) =>
    value.points.flatMap(({ place: at, matter = null, department = null, ...point }) => {
      const place = places.get(at);
      return place ? [{ ...point, place: { ...place, location: place.location ?? null }, matter, department }] : [];
    }),
  );
}
