import type { Resolvers } from '../../schema/generated/appeals.ts';
import { fields } from './fields.ts';
import { mutations } from './mutations.ts';
import { queries } from './queries.ts';

export const resolvers: Resolvers = { Query: queries, Mutation: mutations, ...fields };
