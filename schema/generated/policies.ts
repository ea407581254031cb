// Generated from the SDL by "npm run compose": a change here is lost at the next.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Offer as OfferParent, OfferReason as OfferReasonParent, OfferConsent as OfferConsentParent, Problem as ProblemParent, Policy as PolicyParent, PolicyFact as PolicyFactParent, FactTeller as FactTellerParent, Equivalence as EquivalenceParent, EquivalenceTerm as EquivalenceTermParent, LifeEvent as LifeEventParent, DocumentType as DocumentTypeParent, Context } from '../../subgraphs/policies/parents.ts';
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
  /** Instant, ISO 8601 (时间). */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** 12-digit administrative division code (行政区划代码, GB/T 2260 extended), e.g. 330381000000 瑞安市. */
  RegionCode: { input: string; output: string; }
  /** Whose document (当事人角色): CHILD MOTHER FATHER PARENTS GUARDIAN APPLICANT AGENT DECEASED HEIR LEGAL_REPRESENTATIVE ENTERPRISE PREMISES … Extensible by catalogue data. */
  PartyRole: { input: string; output: string; }
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
  readonly equivalents: Maybe<ReadonlyArray<Equivalence>>;
  /**
   * What the caller, a citizen, may have in a region without having asked for it (为您推荐), over what they agreed to have looked at and nothing else. Nobody is offered what
   * they have, what is being done for them, or what they refused. Without a consent to the vault there is nothing, for it could not be told what they have.
   */
  readonly proactiveOffers: OfferConnection;
  /** Everywhere that policies look, and whether the caller, a citizen, agreed to it (推送授权). */
  readonly offerConsents: ReadonlyArray<OfferConsent>;
  /** Everything that is held of what an account agreed to and refused, for the person whose it is. */
  readonly offersData: OfferDataConnection;
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


export type QueryProactiveOffersArgs = {
  region: Scalars['RegionCode']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOffersDataArgs = {
  account: Scalars['String']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** Agree that it is looked there for what one may be offered (同意查看). It stands until it is taken back, or its time is over (`lastDay`); all or none. */
  readonly agreeToOffers: OfferConsentsPayload;
  /** Take a consent back (撤回同意): from now on it is not looked there. */
  readonly withdrawOfferConsent: OfferConsentsPayload;
  /** Refuse an offer (不再推送): it is not made again. */
  readonly declineOffer: DeclineOfferPayload;
  /** Have everything erased that one agreed to and refused here (删除推送记录): nothing is looked at after that, and nothing is offered. Answers how many words of the caller went. */
  readonly forgetOffers: Scalars['Int']['output'];
};


export type MutationAgreeToOffersArgs = {
  input: OfferPlacesInput;
};


export type MutationWithdrawOfferConsentArgs = {
  input: OfferPlacesInput;
};


export type MutationDeclineOfferArgs = {
  input: DeclineOfferInput;
};

export type LifeEvent = {
  readonly code: Scalars['ID']['output'];
  readonly region: Scalars['RegionCode']['output'];
  /** Policies that lead to it in this region (相关政策). */
  readonly policies: Maybe<ReadonlyArray<Policy>>;
};

export type DocumentType = {
  readonly code: Scalars['ID']['output'];
  /** Document types that may be taken in place of it on a day (等效材料). */
  readonly equivalents: Maybe<ReadonlyArray<Equivalence>>;
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

/** What somebody may have without having asked for it (政策推送). */
export type Offer = {
  /** Names it to its holder for as long as it is made. */
  readonly id: Scalars['ID']['output'];
  readonly policy: Policy;
  /** Why it is offered, in a sentence (推送理由). */
  readonly why: Scalars['String']['output'];
  /** What it rests on, each with who told it (依据的情形). */
  readonly because: ReadonlyArray<OfferReason>;
  /** For whom it is, where that is somebody else than the caller (对象). */
  readonly about: Maybe<Scalars['String']['output']>;
  /** Last day on which it holds as things stand (截止日期); null: it does not end by itself. */
  readonly lastDay: Maybe<Scalars['Date']['output']>;
  /** The event that it leads to, in the region asked for: its plan takes what follows as it is. */
  readonly event: Maybe<LifeEvent>;
  readonly matter: Maybe<Matter>;
  /** Takes the place of `answers` of a plan. */
  readonly answers: ReadonlyArray<OfferAnswer>;
  /** Takes the place of `parties` of a plan; with `fromVault` what the vault has is planned with. */
  readonly parties: ReadonlyArray<OfferParty>;
  /** Takes the place of `facts` of a plan. */
  readonly facts: ReadonlyArray<OfferField>;
};


/** What somebody may have without having asked for it (政策推送). */
export type OfferWhyArgs = {
  language?: InputMaybe<Language>;
};

/** Something that an offer rests on, and who told it (依据的情形). */
export type OfferReason = {
  readonly question: Question;
  readonly value: Scalars['JSON']['output'];
  readonly knownBy: FactTeller;
  /** Of the vault: by which licence. */
  readonly licence: Maybe<Licence>;
};

/** An answer that an offer rests on, as a plan takes it. */
export type OfferAnswer = {
  readonly question: Scalars['ID']['output'];
  readonly value: Scalars['JSON']['output'];
};

/** Somebody whom an offer is about, as a plan takes them. */
export type OfferParty = {
  readonly id: Scalars['ID']['output'];
  readonly roles: ReadonlyArray<Scalars['PartyRole']['output']>;
  readonly name: Maybe<Scalars['String']['output']>;
};

/** A field of the form that is known already, as a plan takes it. */
export type OfferField = {
  readonly party: Scalars['ID']['output'];
  readonly field: Scalars['ID']['output'];
  readonly value: Scalars['JSON']['output'];
};

export type OfferConnection = {
  readonly nodes: ReadonlyArray<Offer>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
  /** Sources that did not say what they were asked (未答复的数据来源): what rests on them is not offered for now. */
  readonly notAnswering: ReadonlyArray<Source>;
};

/** Whether it may be looked somewhere for what somebody may be offered (推送授权). */
export type OfferConsent = {
  readonly place: FactPlace;
  readonly source: Maybe<Source>;
  /** To what one agrees (授权文本): as it was agreed to, or as it is now. */
  readonly text: Scalars['String']['output'];
  /** Null: it is not agreed to. */
  readonly agreedAt: Maybe<Scalars['DateTime']['output']>;
  /** Last day on which it stands; null: it is not agreed to. */
  readonly lastDay: Maybe<Scalars['Date']['output']>;
  /** What looks there (所涉政策). */
  readonly policies: ReadonlyArray<Policy>;
};


/** Whether it may be looked somewhere for what somebody may be offered (推送授权). */
export type OfferConsentTextArgs = {
  language?: InputMaybe<Language>;
};

export type OfferConsentsPayload = {
  readonly consents: Maybe<ReadonlyArray<OfferConsent>>;
  readonly problems: ReadonlyArray<Problem>;
};

/** `declined`: the id of the offer; null where a problem tells why not. */
export type DeclineOfferPayload = {
  readonly declined: Maybe<Scalars['ID']['output']>;
  readonly problems: ReadonlyArray<Problem>;
};

export type OfferDataConnection = {
  readonly nodes: ReadonlyArray<Scalars['JSON']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
  readonly totalCount: Scalars['Int']['output'];
};

export type Licence = {
  readonly id: Scalars['ID']['output'];
};

export type OfferPlacesInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 100 items (项). */
  readonly places: ReadonlyArray<OfferPlaceInput>;
};

/** `source`: of a SOURCE which one. */
export type OfferPlaceInput = {
  readonly place: FactPlace;
  /** Maximum (上限): 200 characters (字符). */
  readonly source?: InputMaybe<Scalars['ID']['input']>;
};

export type DeclineOfferInput = {
  /** Maximum (上限): 255 characters (字符). */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Maximum (上限): 200 characters (字符). */
  readonly offer: Scalars['ID']['input'];
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
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
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
  Offer: ResolverTypeWrapper<OfferParent>;
  OfferReason: ResolverTypeWrapper<OfferReasonParent>;
  OfferAnswer: ResolverTypeWrapper<OfferAnswer>;
  OfferParty: ResolverTypeWrapper<OfferParty>;
  OfferField: ResolverTypeWrapper<OfferField>;
  OfferConnection: ResolverTypeWrapper<Omit<OfferConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Offer']> }>;
  OfferConsent: ResolverTypeWrapper<OfferConsentParent>;
  OfferConsentsPayload: ResolverTypeWrapper<Omit<OfferConsentsPayload, 'consents' | 'problems'> & { consents?: Maybe<ReadonlyArray<ResolversTypes['OfferConsent']>>, problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  DeclineOfferPayload: ResolverTypeWrapper<Omit<DeclineOfferPayload, 'problems'> & { problems: ReadonlyArray<ResolversTypes['Problem']> }>;
  OfferDataConnection: ResolverTypeWrapper<OfferDataConnection>;
  Licence: ResolverTypeWrapper<Licence>;
  OfferPlacesInput: OfferPlacesInput;
  OfferPlaceInput: OfferPlaceInput;
  DeclineOfferInput: DeclineOfferInput;
  SituationAnswerInput: SituationAnswerInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  PartyRole: ResolverTypeWrapper<Scalars['PartyRole']['output']>;
  Language: Language;
  Matter: ResolverTypeWrapper<Matter>;
  Question: ResolverTypeWrapper<Question>;
  Source: ResolverTypeWrapper<Source>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  Provenance: Provenance;
  Problem: ResolverTypeWrapper<ProblemParent>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  LifeEvent: LifeEventParent;
  DocumentType: DocumentTypeParent;
  Policy: PolicyParent;
  PolicyFact: PolicyFactParent;
  FactTeller: FactTellerParent;
  Equivalence: EquivalenceParent;
  EquivalenceTerm: EquivalenceTermParent;
  PolicyConnection: Omit<PolicyConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Policy']> };
  Offer: OfferParent;
  OfferReason: OfferReasonParent;
  OfferAnswer: OfferAnswer;
  OfferParty: OfferParty;
  OfferField: OfferField;
  OfferConnection: Omit<OfferConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Offer']> };
  OfferConsent: OfferConsentParent;
  OfferConsentsPayload: Omit<OfferConsentsPayload, 'consents' | 'problems'> & { consents?: Maybe<ReadonlyArray<ResolversParentTypes['OfferConsent']>>, problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  DeclineOfferPayload: Omit<DeclineOfferPayload, 'problems'> & { problems: ReadonlyArray<ResolversParentTypes['Problem']> };
  OfferDataConnection: OfferDataConnection;
  Licence: Licence;
  OfferPlacesInput: OfferPlacesInput;
  OfferPlaceInput: OfferPlaceInput;
  DeclineOfferInput: DeclineOfferInput;
  SituationAnswerInput: SituationAnswerInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  RegionCode: Scalars['RegionCode']['output'];
  PartyRole: Scalars['PartyRole']['output'];
  Matter: Matter | FederationReferenceTypes['Matter'];
  Question: Question;
  Source: Source;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  LegalBasis: LegalBasis;
  Problem: ProblemParent;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  policies?: Resolver<ResolversTypes['PolicyConnection'], ParentType, ContextType, RequireFields<QueryPoliciesArgs, 'region' | 'first'>>;
  policy?: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType, RequireFields<QueryPolicyArgs, 'code'>>;
  equivalents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Equivalence']>>, ParentType, ContextType, RequireFields<QueryEquivalentsArgs, 'scope' | 'of' | 'situation'>>;
  proactiveOffers?: Resolver<ResolversTypes['OfferConnection'], ParentType, ContextType, RequireFields<QueryProactiveOffersArgs, 'region' | 'first'>>;
  offerConsents?: Resolver<ReadonlyArray<ResolversTypes['OfferConsent']>, ParentType, ContextType>;
  offersData?: Resolver<ResolversTypes['OfferDataConnection'], ParentType, ContextType, RequireFields<QueryOffersDataArgs, 'account' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  agreeToOffers?: Resolver<ResolversTypes['OfferConsentsPayload'], ParentType, ContextType, RequireFields<MutationAgreeToOffersArgs, 'input'>>;
  withdrawOfferConsent?: Resolver<ResolversTypes['OfferConsentsPayload'], ParentType, ContextType, RequireFields<MutationWithdrawOfferConsentArgs, 'input'>>;
  declineOffer?: Resolver<ResolversTypes['DeclineOfferPayload'], ParentType, ContextType, RequireFields<MutationDeclineOfferArgs, 'input'>>;
  forgetOffers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LifeEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeEvent'] = ResolversParentTypes['LifeEvent'], FederationReferenceType extends FederationReferenceTypes['LifeEvent'] = FederationReferenceTypes['LifeEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LifeEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  policies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Policy']>>, ParentType, ContextType>;
};

export type DocumentTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentType'] = ResolversParentTypes['DocumentType'], FederationReferenceType extends FederationReferenceTypes['DocumentType'] = FederationReferenceTypes['DocumentType']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DocumentType']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  equivalents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Equivalence']>>, ParentType, ContextType, RequireFields<DocumentTypeEquivalentsArgs, 'situation'>>;
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

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<OfferWhyArgs, 'language'>>;
  because?: Resolver<ReadonlyArray<ResolversTypes['OfferReason']>, ParentType, ContextType>;
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['LifeEvent']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['OfferAnswer']>, ParentType, ContextType>;
  parties?: Resolver<ReadonlyArray<ResolversTypes['OfferParty']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['OfferField']>, ParentType, ContextType>;
};

export type OfferReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferReason'] = ResolversParentTypes['OfferReason']> = {
  question?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  knownBy?: Resolver<ResolversTypes['FactTeller'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['Licence']>, ParentType, ContextType>;
};

export type OfferAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferAnswer'] = ResolversParentTypes['OfferAnswer']> = {
  question?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type OfferPartyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferParty'] = ResolversParentTypes['OfferParty']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['PartyRole']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OfferFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferField'] = ResolversParentTypes['OfferField']> = {
  party?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type OfferConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferConnection'] = ResolversParentTypes['OfferConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Offer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notAnswering?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type OfferConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferConsent'] = ResolversParentTypes['OfferConsent']> = {
  place?: Resolver<ResolversTypes['FactPlace'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<OfferConsentTextArgs, 'language'>>;
  agreedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  policies?: Resolver<ReadonlyArray<ResolversTypes['Policy']>, ParentType, ContextType>;
};

export type OfferConsentsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferConsentsPayload'] = ResolversParentTypes['OfferConsentsPayload']> = {
  consents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OfferConsent']>>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type DeclineOfferPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeclineOfferPayload'] = ResolversParentTypes['DeclineOfferPayload']> = {
  declined?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type OfferDataConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferDataConnection'] = ResolversParentTypes['OfferDataConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['JSON']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LicenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Licence'] = ResolversParentTypes['Licence']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export interface PartyRoleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartyRole'], any> {
  name: 'PartyRole';
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

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProblemMessageArgs, 'language'>>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  LifeEvent?: LifeEventResolvers<ContextType>;
  DocumentType?: DocumentTypeResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  PolicyFact?: PolicyFactResolvers<ContextType>;
  FactTeller?: FactTellerResolvers<ContextType>;
  Equivalence?: EquivalenceResolvers<ContextType>;
  EquivalenceTerm?: EquivalenceTermResolvers<ContextType>;
  PolicyConnection?: PolicyConnectionResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OfferReason?: OfferReasonResolvers<ContextType>;
  OfferAnswer?: OfferAnswerResolvers<ContextType>;
  OfferParty?: OfferPartyResolvers<ContextType>;
  OfferField?: OfferFieldResolvers<ContextType>;
  OfferConnection?: OfferConnectionResolvers<ContextType>;
  OfferConsent?: OfferConsentResolvers<ContextType>;
  OfferConsentsPayload?: OfferConsentsPayloadResolvers<ContextType>;
  DeclineOfferPayload?: DeclineOfferPayloadResolvers<ContextType>;
  OfferDataConnection?: OfferDataConnectionResolvers<ContextType>;
  Licence?: LicenceResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
  PartyRole?: GraphQLScalarType;
  Matter?: MatterResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
};

