// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Delegation as DelegationParent, Readiness as ReadinessParent, DelegatedMonth as DelegatedMonthParent, Department as DepartmentParent, Problem as ProblemParent, Matter as MatterParent, AvailabilityAudit as AvailabilityAuditParent, AvailabilityItem as AvailabilityItemParent, AvailabilityReason as AvailabilityReasonParent, Context } from '../../subgraphs/supervision/parents.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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
  /** Powers that are handed down (权力下放), the earliest first; of a department those that it hands down or takes over. */
  readonly delegationBoard: DelegationConnection;
  /** How a matter is handed down; null: it is not. */
  readonly delegation: Maybe<Delegation>;
  /** Of these matters, those that are handed down and activated, for whoever files with departments. */
  readonly activatedDelegations: ReadonlyArray<ActivatedDelegation>;
};


export type QueryAvailabilityArgs = {
  authority: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryDelegationBoardArgs = {
  department?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDelegationArgs = {
  matter: Scalars['ID']['input'];
};


export type QueryActivatedDelegationsArgs = {
  matters: ReadonlyArray<Scalars['ID']['input']>;
};

export type Mutation = {
  /**
   * Staff of either department, scope `delegations`: show that whoever takes a power over is ready (就绪证明): how many were trained or posted, windows, systems, and
   * what shows it. What is shown later of the same stands in its place, and both stay written down.
   */
  readonly recordReadiness: DelegationPayload;
  /** Staff of whoever hands it down, scope `delegations`: let it begin on its day (确认启用). Refused until all of training, staff, windows and system is shown. */
  readonly activateDelegation: DelegationPayload;
};


export type MutationRecordReadinessArgs = {
  input: RecordReadinessInput;
};


export type MutationActivateDelegationArgs = {
  input: ActivateDelegationInput;
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

export type Department = {
  readonly code: Scalars['ID']['output'];
  /** Powers that it hands down or takes over (下放与承接事项). */
  readonly delegations: DelegationConnection;
};


export type DepartmentDelegationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A power that one department hands down to another (权力下放). */
export type Delegation = {
  readonly matter: Matter;
  /** Who hands it down, and looks after it (下放部门). */
  readonly from: Department;
  /** Who takes it over (承接部门). */
  readonly to: Department;
  readonly effectiveOn: Scalars['Date']['output'];
  readonly legalBasis: LegalBasis;
  readonly status: DelegationStatus;
  /** When whoever hands it down said that the other is ready; null: nobody did. */
  readonly activatedOn: Maybe<Scalars['Date']['output']>;
  /** From this day on what is lodged goes to `to`; null: to `from`, for it is not activated (起始日). */
  readonly beginsOn: Maybe<Scalars['Date']['output']>;
  /** What is shown, of each kind the latest (就绪情况). */
  readonly readiness: ReadonlyArray<Readiness>;
  /** What is not shown yet (未就绪). */
  readonly missing: ReadonlyArray<ReadinessKind>;
  /** What came of the filings of its first month, for whoever handed it down has to look; null: it has not begun (首月质量). */
  readonly firstMonth: Maybe<DelegatedMonth>;
};

/** 未到生效日, 已到生效日而未就绪, 已确认启用, 已承接. NOT_READY: what is lodged stays with whoever owns it. */
export type DelegationStatus =
  | 'PLANNED'
  | 'NOT_READY'
  | 'ACTIVATED'
  | 'IN_FORCE';

/** 人员培训, 人员到位, 窗口设置, 系统开通. */
export type ReadinessKind =
  | 'TRAINING'
  | 'STAFF'
  | 'WINDOWS'
  | 'SYSTEM';

/** That whoever takes a power over has something (就绪情况). */
export type Readiness = {
  readonly kind: ReadinessKind;
  /** People trained or posted, windows, systems. */
  readonly count: Scalars['Int']['output'];
  /** What shows it; for staff, null for others (证明材料). */
  readonly evidence: Maybe<Scalars['String']['output']>;
  readonly on: Scalars['Date']['output'];
  /** Who recorded it. */
  readonly by: Department;
};

/** Filings that were lodged in a power's first month (首月办件). */
export type DelegatedMonth = {
  readonly from: Scalars['Date']['output'];
  /** The day after its last. */
  readonly until: Scalars['Date']['output'];
  readonly lodged: Scalars['Int']['output'];
  /** Of those lodged: approved or refused. */
  readonly decided: Scalars['Int']['output'];
  /** Of the decided. */
  readonly refused: Scalars['Int']['output'];
  /** Of the decided: something had to be put right first (经补正). */
  readonly corrected: Scalars['Int']['output'];
  /** Of the decided: refused or corrected. */
  readonly faulty: Scalars['Int']['output'];
  /** Percent `faulty` of `decided`, to a tenth; null of none (差错率). */
  readonly errorRate: Maybe<Scalars['Float']['output']>;
};

/** A page of powers that are handed down; both counts are of all of them. */
export type DelegationConnection = {
  readonly nodes: ReadonlyArray<Delegation>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
  readonly inForce: Scalars['Int']['output'];
  readonly notReady: Scalars['Int']['output'];
};

/** Either a delegation or what is wrong. */
export type DelegationPayload = {
  readonly delegation: Maybe<Delegation>;
  readonly problems: ReadonlyArray<Problem>;
};

export type ActivatedDelegation = {
  readonly matter: Scalars['ID']['output'];
  readonly to: Scalars['ID']['output'];
  readonly effectiveOn: Scalars['Date']['output'];
  readonly activatedOn: Scalars['Date']['output'];
};

/** `count`: at least 1. `on`: by default today, and no day to come. */
export type RecordReadinessInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
  readonly readiness: ReadinessKind;
  readonly count: Scalars['Int']['input'];
  /** Maximum (上限): 1000 characters (字符). */
  readonly evidence: Scalars['String']['input'];
  /** Maximum (上限): 10 characters (字符). */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
};

/** Nothing is activated that is not ready. */
export type ActivateDelegationInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly matter: Scalars['ID']['input'];
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

/** One page of a list (分页). */
export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** A law, regulation or document (设定依据). */
export type LegalBasis = {
  readonly title: Scalars['String']['output'];
  readonly article: Maybe<Scalars['String']['output']>;
  readonly documentNumber: Maybe<Scalars['String']['output']>;
};

/** A refusal the caller can act on: all of them at once, each pointing at its field or material. */
export type Problem = {
  readonly code: Scalars['ID']['output'];
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  readonly material: Maybe<Scalars['ID']['output']>;
};


/** A refusal the caller can act on: all of them at once, each pointing at its field or material. */
export type ProblemMessageArgs = {
  language?: InputMaybe<Language>;
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
  Department: Department;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Matter: ResolverTypeWrapper<MatterParent>;
  AvailabilityAudit: ResolverTypeWrapper<AvailabilityAuditParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AvailabilityItem: ResolverTypeWrapper<AvailabilityItemParent>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AvailabilityState: AvailabilityState;
  AvailabilityReason: ResolverTypeWrapper<AvailabilityReasonParent>;
  Department: ResolverTypeWrapper<DepartmentParent>;
  Delegation: ResolverTypeWrapper<DelegationParent>;
  DelegationStatus: DelegationStatus;
  ReadinessKind: ReadinessKind;
  Readiness: ResolverTypeWrapper<ReadinessParent>;
  DelegatedMonth: ResolverTypeWrapper<DelegatedMonthParent>;
  DelegationConnection: ResolverTypeWrapper<Omit<DelegationConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Delegation']> }>;
  DelegationPayload: ResolverTypeWrapper<Omit<DelegationPayload, 'delegation' | 'problems'> & { delegation?: Maybe<ResolversTypes['Delegation']>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  ActivatedDelegation: ResolverTypeWrapper<ActivatedDelegation>;
  RecordReadinessInput: RecordReadinessInput;
  ActivateDelegationInput: ActivateDelegationInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Language: Language;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  Problem: ResolverTypeWrapper<ProblemParent>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  Matter: MatterParent;
  AvailabilityAudit: AvailabilityAuditParent;
  Float: Scalars['Float']['output'];
  AvailabilityItem: AvailabilityItemParent;
  Boolean: Scalars['Boolean']['output'];
  AvailabilityReason: AvailabilityReasonParent;
  Department: DepartmentParent;
  Delegation: DelegationParent;
  Readiness: ReadinessParent;
  DelegatedMonth: DelegatedMonthParent;
  DelegationConnection: Omit<DelegationConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Delegation']> };
  DelegationPayload: Omit<DelegationPayload, 'delegation' | 'problems'> & { delegation?: Maybe<ResolversParentTypes['Delegation']>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  ActivatedDelegation: ActivatedDelegation;
  RecordReadinessInput: RecordReadinessInput;
  ActivateDelegationInput: ActivateDelegationInput;
  Date: Scalars['Date']['output'];
  PageInfo: PageInfo;
  LegalBasis: LegalBasis;
  Problem: ProblemParent;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityAudit']>, ParentType, ContextType, RequireFields<QueryAvailabilityArgs, 'authority'>>;
  delegationBoard?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, RequireFields<QueryDelegationBoardArgs, 'first'>>;
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType, RequireFields<QueryDelegationArgs, 'matter'>>;
  activatedDelegations?: Resolver<ReadonlyArray<ResolversTypes['ActivatedDelegation']>, ParentType, ContextType, RequireFields<QueryActivatedDelegationsArgs, 'matters'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordReadiness?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationRecordReadinessArgs, 'input'>>;
  activateDelegation?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationActivateDelegationArgs, 'input'>>;
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

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, RequireFields<DepartmentDelegationsArgs, 'first'>>;
};

export type DelegationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  matter?: Resolver<ResolversTypes['Matter'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  effectiveOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DelegationStatus'], ParentType, ContextType>;
  activatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  beginsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  readiness?: Resolver<ReadonlyArray<ResolversTypes['Readiness']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['ReadinessKind']>, ParentType, ContextType>;
  firstMonth?: Resolver<Maybe<ResolversTypes['DelegatedMonth']>, ParentType, ContextType>;
};

export type ReadinessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Readiness'] = ResolversParentTypes['Readiness']> = {
  kind?: Resolver<ResolversTypes['ReadinessKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type DelegatedMonthResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DelegatedMonth'] = ResolversParentTypes['DelegatedMonth']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lodged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  corrected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faulty?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DelegationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DelegationConnection'] = ResolversParentTypes['DelegationConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delegation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notReady?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DelegationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DelegationPayload'] = ResolversParentTypes['DelegationPayload']> = {
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ActivatedDelegationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivatedDelegation'] = ResolversParentTypes['ActivatedDelegation']> = {
  matter?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  effectiveOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  activatedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProblemMessageArgs, 'language'>>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Matter?: MatterResolvers<ContextType>;
  AvailabilityAudit?: AvailabilityAuditResolvers<ContextType>;
  AvailabilityItem?: AvailabilityItemResolvers<ContextType>;
  AvailabilityReason?: AvailabilityReasonResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  Readiness?: ReadinessResolvers<ContextType>;
  DelegatedMonth?: DelegatedMonthResolvers<ContextType>;
  DelegationConnection?: DelegationConnectionResolvers<ContextType>;
  DelegationPayload?: DelegationPayloadResolvers<ContextType>;
  ActivatedDelegation?: ActivatedDelegationResolvers<ContextType>;
  Date?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
};

