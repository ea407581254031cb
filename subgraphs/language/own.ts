/** What an object that came from outside holds itself under a name: never what every object inherits (`constructor`, `__proto__`). */
export function own<T>(of: Readonly<Record<string, T>> | null | undefined, name: string): T | undefined {
  return of != null && Object.hasOwn(of, name) ? of[name] : undefined;
}
