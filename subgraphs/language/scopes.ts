// Generated from schema/scopes.yaml by "npm run compose": change it there.

/** What a scope lets staff do. */
export const scopes = {
} as const;

/** The same of scopes that are for one thing each: `code:name`. */
export const namedScopes = {
  'cases': { zh: '办理该机构的诉求', en: 'handle the appeals that a unit beside the departments has' },
} as const;
