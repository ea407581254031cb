import type { Resolvers } from '../../schema/generated/supervision.ts';
import { availabilityQueries, availabilityResolvers } from './views/availability.ts';

export const resolvers: Resolvers = {
  Query: { ...availabilityQueries },
  ...availabilityResolvers,
};
