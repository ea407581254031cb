// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Matter as MatterParent, AvailabilityAudit as AvailabilityAuditParent, AvailabilityItem as AvailabilityItemParent, AvailabilityReason as AvailabilityReasonParent, Context } from '../../subgraphs/supervision/parents.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Calendar date, ISO 8601 (日期). */
  Date: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** What an authority has online on a day and what not (网上办理率), by default today; null: nothing is published of it. */
  readonly availability: Maybe<AvailabilityAudit>;
};


export type QueryAvailabilityArgs = {
  authority: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
};

export type Matter = {
  readonly code: Scalars['ID']['output'];
  /** Whether it can be done online today (网上可办情况); null: nobody publishes that of it. */
  readonly availability: Maybe<AvailabilityItem>;
};

/** What an authority has online and what not (网上办理率), counted from what is published item by item. */
export type AvailabilityAudit = {
  readonly authority: Department;
  readonly asOf: Scalars['Date']['output'];
  /** All items (业务总数). */
  readonly total: Scalars['Int']['output'];
  /** Need not be online, by law (依法豁免). */
  readonly exempt: ReadonlyArray<AvailabilityItem>;
  /** Those that are not exempt: of them `online` and `rate` are a share (应上线数). */
  readonly countable: Scalars['Int']['output'];
  readonly online: Scalars['Int']['output'];
  /** Not online, among them what is exempted by nothing but a word (未上线). */
  readonly offline: ReadonlyArray<AvailabilityItem>;
  /** Offline items by reason, the most frequent first (未上线原因). */
  readonly offlineByReason: ReadonlyArray<AvailabilityReason>;
  /** Percent of the countable, to a tenth; null where none is countable (网上办理率). */
  readonly rate: Maybe<Scalars['Float']['output']>;
};

/** Something that an authority does for people (业务模块). */
export type AvailabilityItem = {
  /** Within its authority. */
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly state: AvailabilityState;
  /** Null: it is no matter of the catalogue. */
  readonly matter: Maybe<Matter>;
  /** Why it is exempt or offline (原因); null: it is online, or nobody says why not. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** Since when it is online, or should have been; null: nobody says. */
  readonly since: Maybe<Scalars['Date']['output']>;
  /** The day by which it is promised (承诺上线日). */
  readonly promised: Maybe<Scalars['Date']['output']>;
  /** It is offline, and that day is over (逾期未上线). */
  readonly overdue: Scalars['Boolean']['output'];
  /** By which law it is exempt (豁免依据); null: by none, and then it is not. */
  readonly legalBasis: Maybe<LegalBasis>;
};


/** Something that an authority does for people (业务模块). */
export type AvailabilityItemNameArgs = {
  language?: InputMaybe<Language>;
};


/** Something that an authority does for people (业务模块). */
export type AvailabilityItemReasonArgs = {
  language?: InputMaybe<Language>;
};

/** 已上线, 未上线, 依法豁免. */
export type AvailabilityState =
  | 'ONLINE'
  | 'OFFLINE'
  | 'EXEMPT';

/** Items that are offline for one reason (未上线原因); null: nobody says why. */
export type AvailabilityReason = {
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly count: Scalars['Int']['output'];
};


/** Items that are offline for one reason (未上线原因); null: nobody says why. */
export type AvailabilityReasonReasonArgs = {
  language?: InputMaybe<Language>;
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

export type Department = {
  readonly code: Scalars['ID']['output'];
};

/** A law, regulation or document (设定依据). */
export type LegalBasis = {
  readonly title: Scalars['String']['output'];
  readonly article: Maybe<Scalars['String']['output']>;
  readonly documentNumber: Maybe<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Matter: Matter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Matter: ResolverTypeWrapper<MatterParent>;
  AvailabilityAudit: ResolverTypeWrapper<AvailabilityAuditParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AvailabilityItem: ResolverTypeWrapper<AvailabilityItemParent>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AvailabilityState: AvailabilityState;
  AvailabilityReason: ResolverTypeWrapper<AvailabilityReasonParent>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Language: Language;
  Department: ResolverTypeWrapper<Department>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Matter: MatterParent;
  AvailabilityAudit: AvailabilityAuditParent;
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  AvailabilityItem: AvailabilityItemParent;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  AvailabilityReason: AvailabilityReasonParent;
  Date: Scalars['Date']['output'];
  Department: Department;
  LegalBasis: LegalBasis;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityAudit']>, ParentType, ContextType, RequireFields<QueryAvailabilityArgs, 'authority'>>;
};

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityItem']>, ParentType, ContextType>;
};

export type AvailabilityAuditResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityAudit'] = ResolversParentTypes['AvailabilityAudit']> = {
  authority?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exempt?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityItem']>, ParentType, ContextType>;
  countable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offline?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityItem']>, ParentType, ContextType>;
  offlineByReason?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityReason']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type AvailabilityItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityItem'] = ResolversParentTypes['AvailabilityItem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AvailabilityItemNameArgs, 'language'>>;
  state?: Resolver<ResolversTypes['AvailabilityState'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AvailabilityItemReasonArgs, 'language'>>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  promised?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
};

export type AvailabilityReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityReason'] = ResolversParentTypes['AvailabilityReason']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AvailabilityReasonReasonArgs, 'language'>>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Matter?: MatterResolvers<ContextType>;
  AvailabilityAudit?: AvailabilityAuditResolvers<ContextType>;
  AvailabilityItem?: AvailabilityItemResolvers<ContextType>;
  AvailabilityReason?: AvailabilityReasonResolvers<ContextType>;
  Date?: GraphQLScalarType;
  Department?: DepartmentResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
};

