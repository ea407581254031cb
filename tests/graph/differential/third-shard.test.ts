import { compareShard } from './compare.ts';

compareShard(2);
