import postgres from 'postgres';

/**
 * Connections with nothing of ours but how long one may take to open: 5 s, or what the address names (`?connect_timeout=`, in seconds; `statement_timeout`,
 * in milliseconds, the driver takes from there by itself).
 */
export function connect(
  url: string,
  options: postgres.Options<Record<string, postgres.PostgresType>> = {},
): postgres.Sql {
  const patience = /[?&]connect_timeout=/.test(url) ? {} : { connect_timeout: 5 };
  return postgres(url, { onnotice: () => {}, ...patience, ...options });
}
