// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Policy as PolicyParent, PolicyFact as PolicyFactParent, FactTeller as FactTellerParent, Equivalence as EquivalenceParent, EquivalenceTerm as EquivalenceTermParent, LifeEvent as LifeEventParent, DocumentType as DocumentTypeParent, Context } from '../../subgraphs/policies/parents.ts';
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
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** 12-digit administrative division code (行政区划代码, GB/T 2260 extended), e.g. 330381000000 瑞安市. */
  RegionCode: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** Policies that may be offered unasked in a region today, its own and those of the regions above (政策清单), in order of code. */
  readonly policies: PolicyConnection;
  /** One policy that may be offered today; null: there is none of this code. */
  readonly policy: Maybe<Policy>;
  /**
   * What may be taken in place of something on a day (等效、替代): a drug that fell off the list or is restricted, a document. `situation` says what the rows depend on;
   * what it leaves open is in `dependsOn`. A row that nobody has approved is never among them.
   */
  readonly equivalents: ReadonlyArray<Equivalence>;
};


export type QueryPoliciesArgs = {
  region: Scalars['RegionCode']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPolicyArgs = {
  code: Scalars['ID']['input'];
};


export type QueryEquivalentsArgs = {
  scope: EquivalenceScope;
  of: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  situation?: InputMaybe<ReadonlyArray<SituationAnswerInput>>;
};

export type LifeEvent = {
  readonly code: Scalars['ID']['output'];
  readonly region: Scalars['RegionCode']['output'];
  /** Policies that lead to it in this region (相关政策). */
  readonly policies: ReadonlyArray<Policy>;
};

export type DocumentType = {
  readonly code: Scalars['ID']['output'];
  /** Document types that may be taken in place of it on a day (等效材料). */
  readonly equivalents: ReadonlyArray<Equivalence>;
};


export type DocumentTypeEquivalentsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  situation?: InputMaybe<ReadonlyArray<SituationAnswerInput>>;
};

/** Something that may be offered to people who did not ask for it (免申即享、政策找人). */
export type Policy = {
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Region whose policy it is; it is offered in those below as well. */
  readonly region: Scalars['RegionCode']['output'];
  /** By what it is offered (政策依据). */
  readonly legalBasis: LegalBasis;
  readonly validFrom: Scalars['Date']['output'];
  /** Last day on which it is offered (截止日期); null: open. */
  readonly lastDay: Maybe<Scalars['Date']['output']>;
  /** What there is to have (政策内容). */
  readonly benefit: Scalars['String']['output'];
  /** What it pays, in fen (分); null: nothing, or no fixed amount. */
  readonly amountFen: Maybe<Scalars['Int']['output']>;
  /** What has to be known of whom it is for (所需情形), and who knows it: nobody else is asked, and least of all the citizen. */
  readonly facts: ReadonlyArray<PolicyFact>;
  /** For whom it is (适用条件), over the facts. */
  readonly condition: Scalars['JSON']['output'];
  /** The event that it leads to (所引一件事); null: it leads to a matter. */
  readonly event: Maybe<LifeEvent>;
  /** The matter that it leads to (所引事项); null: it leads to an event. */
  readonly matter: Maybe<Matter>;
};


/** Something that may be offered to people who did not ask for it (免申即享、政策找人). */
export type PolicyNameArgs = {
  language?: InputMaybe<Language>;
};


/** Something that may be offered to people who did not ask for it (免申即享、政策找人). */
export type PolicyBenefitArgs = {
  language?: InputMaybe<Language>;
};

/** A question, and who answers it in place of the citizen, the first who can (情形及知情方). */
export type PolicyFact = {
  readonly question: Question;
  readonly knownBy: ReadonlyArray<FactTeller>;
};

/** Who knows something of somebody (知情方). */
export type FactTeller = {
  readonly place: FactPlace;
  /** Of the vault and of sources: in which document it stands. */
  readonly documentType: Maybe<DocumentType>;
  /** Of a source: which one. */
  readonly source: Maybe<Source>;
};

/** Where something is known of somebody: 登录身份, 本人证照库, 数据来源. */
export type FactPlace =
  | 'IDENTITY'
  | 'VAULT'
  | 'SOURCE';

/** That one thing may be taken in place of another (等效、替代): never the other way round, nor on to a third. */
export type Equivalence = {
  readonly code: Scalars['ID']['output'];
  readonly scope: EquivalenceScope;
  readonly from: EquivalenceTerm;
  readonly to: EquivalenceTerm;
  /** Where it holds (适用条件); null: everywhere. */
  readonly condition: Maybe<Scalars['JSON']['output']>;
  /** Questions that `situation` leaves open and on which it depends; empty: it certainly holds. */
  readonly dependsOn: ReadonlyArray<Question>;
  readonly legalBasis: LegalBasis;
  /** Who answers for it (批准单位). */
  readonly approvedBy: Scalars['String']['output'];
  readonly approvedOn: Scalars['Date']['output'];
  readonly validFrom: Scalars['Date']['output'];
  /** Last day on which it holds (截止日期); null: open. */
  readonly lastDay: Maybe<Scalars['Date']['output']>;
  readonly provenance: Provenance;
};


/** That one thing may be taken in place of another (等效、替代): never the other way round, nor on to a third. */
export type EquivalenceApprovedByArgs = {
  language?: InputMaybe<Language>;
};

/** One side of an equivalence (等效项). */
export type EquivalenceTerm = {
  readonly code: Scalars['ID']['output'];
  /** Null where documentType tells it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Its class (类别): only what is of the same one stands in. Null: it is of none. */
  readonly group: Maybe<Scalars['ID']['output']>;
  /** Of a document type. */
  readonly documentType: Maybe<DocumentType>;
};


/** One side of an equivalence (等效项). */
export type EquivalenceTermNameArgs = {
  language?: InputMaybe<Language>;
};

/** In which field something stands for something else: 药品, 材料. */
export type EquivalenceScope =
  | 'DRUG'
  | 'DOCUMENT_TYPE';

export type PolicyConnection = {
  readonly nodes: ReadonlyArray<Policy>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** Something that is known of whoever asks (情形): of the institution, say, not of a person. */
export type SituationAnswerInput = {
  /** Maximum (上限): 200 characters (字符). */
  readonly question: Scalars['ID']['input'];
  /** Maximum (上限): 200000 characters (字符), 5000 values (值), 12 levels (层). */
  readonly value: Scalars['JSON']['input'];
};

/** Language of a text (语言). */
export type Language =
  | 'ZH'
  | 'EN';

export type Matter = {
  readonly code: Scalars['ID']['output'];
};

export type Question = {
  readonly code: Scalars['ID']['output'];
};

export type Source = {
  readonly code: Scalars['ID']['output'];
};

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

/** How sure a row is: from a source, made to fit what a source says in sum, background knowledge (有据, 推定, 常识). */
export type Provenance =
  | 'SOURCED'
  | 'RECONSTRUCTED'
  | 'BACKGROUND';



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
  LifeEvent: LifeEvent;
  DocumentType: DocumentType;
  Policy: Policy;
  Matter: Matter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  LifeEvent:
    ( { __typename: 'LifeEvent' }
    & GraphQLRecursivePick<FederationTypes['LifeEvent'], {"code":true,"region":true}> );
  DocumentType:
    ( { __typename: 'DocumentType' }
    & GraphQLRecursivePick<FederationTypes['DocumentType'], {"code":true}> );
  Policy:
    ( { __typename: 'Policy' }
    & GraphQLRecursivePick<FederationTypes['Policy'], {"code":true}> );
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  LifeEvent: ResolverTypeWrapper<LifeEventParent>;
  DocumentType: ResolverTypeWrapper<DocumentTypeParent>;
  Policy: ResolverTypeWrapper<PolicyParent>;
  PolicyFact: ResolverTypeWrapper<PolicyFactParent>;
  FactTeller: ResolverTypeWrapper<FactTellerParent>;
  FactPlace: FactPlace;
  Equivalence: ResolverTypeWrapper<EquivalenceParent>;
  EquivalenceTerm: ResolverTypeWrapper<EquivalenceTermParent>;
  EquivalenceScope: EquivalenceScope;
  PolicyConnection: ResolverTypeWrapper<Omit<PolicyConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Policy']> }>;
  SituationAnswerInput: SituationAnswerInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  Language: Language;
  Matter: ResolverTypeWrapper<Matter>;
  Question: ResolverTypeWrapper<Question>;
  Source: ResolverTypeWrapper<Source>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  Provenance: Provenance;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  LifeEvent: LifeEventParent;
  DocumentType: DocumentTypeParent;
  Policy: PolicyParent;
  PolicyFact: PolicyFactParent;
  FactTeller: FactTellerParent;
  Equivalence: EquivalenceParent;
  EquivalenceTerm: EquivalenceTermParent;
  PolicyConnection: Omit<PolicyConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Policy']> };
  SituationAnswerInput: SituationAnswerInput;
  Date: Scalars['Date']['output'];
  JSON: Scalars['JSON']['output'];
  RegionCode: Scalars['RegionCode']['output'];
  Matter: Matter | FederationReferenceTypes['Matter'];
  Question: Question;
  Source: Source;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  LegalBasis: LegalBasis;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  policies?: Resolver<ResolversTypes['PolicyConnection'], ParentType, ContextType, RequireFields<QueryPoliciesArgs, 'region' | 'first'>>;
  policy?: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType, RequireFields<QueryPolicyArgs, 'code'>>;
  equivalents?: Resolver<ReadonlyArray<ResolversTypes['Equivalence']>, ParentType, ContextType, RequireFields<QueryEquivalentsArgs, 'scope' | 'of' | 'situation'>>;
};

export type LifeEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeEvent'] = ResolversParentTypes['LifeEvent'], FederationReferenceType extends FederationReferenceTypes['LifeEvent'] = FederationReferenceTypes['LifeEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LifeEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  policies?: Resolver<ReadonlyArray<ResolversTypes['Policy']>, ParentType, ContextType>;
};

export type DocumentTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentType'] = ResolversParentTypes['DocumentType'], FederationReferenceType extends FederationReferenceTypes['DocumentType'] = FederationReferenceTypes['DocumentType']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DocumentType']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  equivalents?: Resolver<ReadonlyArray<ResolversTypes['Equivalence']>, ParentType, ContextType, RequireFields<DocumentTypeEquivalentsArgs, 'situation'>>;
};

export type PolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Policy'] = ResolversParentTypes['Policy'], FederationReferenceType extends FederationReferenceTypes['Policy'] = FederationReferenceTypes['Policy']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Policy']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PolicyNameArgs, 'language'>>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  benefit?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PolicyBenefitArgs, 'language'>>;
  amountFen?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['PolicyFact']>, ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['LifeEvent']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
};

export type PolicyFactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyFact'] = ResolversParentTypes['PolicyFact']> = {
  question?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
  knownBy?: Resolver<ReadonlyArray<ResolversTypes['FactTeller']>, ParentType, ContextType>;
};

export type FactTellerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactTeller'] = ResolversParentTypes['FactTeller']> = {
  place?: Resolver<ResolversTypes['FactPlace'], ParentType, ContextType>;
  documentType?: Resolver<Maybe<ResolversTypes['DocumentType']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type EquivalenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Equivalence'] = ResolversParentTypes['Equivalence']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['EquivalenceScope'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['EquivalenceTerm'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['EquivalenceTerm'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dependsOn?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  approvedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EquivalenceApprovedByArgs, 'language'>>;
  approvedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
};

export type EquivalenceTermResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquivalenceTerm'] = ResolversParentTypes['EquivalenceTerm']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<EquivalenceTermNameArgs, 'language'>>;
  group?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  documentType?: Resolver<Maybe<ResolversTypes['DocumentType']>, ParentType, ContextType>;
};

export type PolicyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicyConnection'] = ResolversParentTypes['PolicyConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Policy']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  LifeEvent?: LifeEventResolvers<ContextType>;
  DocumentType?: DocumentTypeResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  PolicyFact?: PolicyFactResolvers<ContextType>;
  FactTeller?: FactTellerResolvers<ContextType>;
  Equivalence?: EquivalenceResolvers<ContextType>;
  EquivalenceTerm?: EquivalenceTermResolvers<ContextType>;
  PolicyConnection?: PolicyConnectionResolvers<ContextType>;
  Date?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
  Matter?: MatterResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
};

