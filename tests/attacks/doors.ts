/** Stands for the other departments: all are one implementation. */
export const department = 'tax';

/** Every route of every server. One that is missing here is not attacked, and one too many is gone. */
export const doors: Readonly<Record<string, ReadonlyArray<string>>> = {
  gateway: [
    ...['GET /graphql', 'POST /graphql', 'GET /livez', 'GET /readyz', 'GET /health'],
    ...['PUT /uploads/:ticket', 'PATCH /uploads/:ticket', 'GET /downloads/:link', 'GET /submissions/:id/events'],
    ...['POST /payments/call-back', 'POST /sandbox-payments/:id/:deed'],
  ],
  inner: [
    ...['GET /livez', 'GET /readyz', 'GET /health', 'GET /metrics', 'POST /internal/graphql'],
    'GET /internal/links/:link',
  ],
  catalogue: ['GET /livez', 'GET /readyz', 'POST /graphql'],
  journeys: [
    ...['GET /livez', 'GET /readyz', 'POST /graphql', 'GET /downloads/:link'],
    ...['PUT /uploads/:ticket', 'PATCH /uploads/:ticket'],
    ...['POST /payments/call-back', 'POST /sandbox-payments/:id/:deed'],
  ],
  licences: ['GET /livez', 'GET /readyz', 'POST /graphql'],
  appeals: ['GET /livez', 'GET /readyz', 'POST /graphql'],
  policies: ['GET /livez', 'GET /readyz', 'POST /graphql'],
  appointments: ['GET /livez', 'GET /readyz', 'POST /graphql'],
  supervision: ['GET /livez', 'GET /readyz', 'POST /graphql'],
  [department]: ['GET /livez', 'GET /readyz', 'POST /graphql'],
};
/** An address that leads into a route with a parameter. */
export const reachedBy: Readonly<Record<string, string>> = {
  '/uploads/:ticket': '/uploads/none',
  '/downloads/:link': '/downloads/none',
  '/internal/links/:link': '/internal/links/none',
  '/sandbox-payments/:id/:deed': '/sandbox-payments/none/pay',
  '/submissions/:id/events': '/submissions/none/events',
};
