/** Whether it is an address of a PostgreSQL that the driver can take: what is percent-encoded in it decodes, and numbers are numbers. */
export function isPostgres(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return false;
  // Whoever names no number would wait for ever, or be told in the driver's words.
  const numbers = ['connect_timeout', 'statement_timeout'].map((name) => url.searchParams.get(name) ?? '1');
  return numbers.every((each) => /^\d{1,9}$/.test(each)) && [url.username, url.password, url.pathname].every(isEncoded);
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
